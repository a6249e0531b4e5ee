//! Reports under a registered key that say odd things of themselves.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anziping_core::{document::report::MonthlyReport, registry::Registry, value::day::Day};
use anziping_fixtures::sample::{self, Person};

use crate::reports::write_backup;

/// The files, and a backup of the desk that knows the key.
#[derive(Debug)]
pub struct Claims {
    /// A backup of the desk.
    pub backup: PathBuf,
    /// Another sentence above the signatures.
    pub statement: PathBuf,
    /// A due day in 2099, no workers, no open hazards by declaration, an invisible character in the name.
    pub figures: PathBuf,
}

/// Writes them.
///
/// # Panics
/// When a file cannot be written.
pub fn write(folder: &Path) -> Claims {
    let principal = Person::principal(1);
    let signed = |month: &str, change: &dyn Fn(&mut MonthlyReport)| {
        let enterprise = sample::enterprise();
        let mut report = sample::report_of(&enterprise, &sample::draft(&enterprise, month), &[&principal]);
        change(&mut report);
        sample::sign(&report, &[&principal])
    };
    let file = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).expect("a file is written");
        file
    };
    let genuine = sample::check(&signed("2026-09", &|_| {}));
    let mut registry = Registry::new("示例街道安管办".into());
    registry.register(genuine.offer(), &principal.digits(), Day::epoch(), "1").expect("the digits are equal");
    let backup = folder.join("backup.json");
    write_backup(&registry, &backup);
    let statement = signed("2026-09", &|report| report.statement = "本人未审阅本表，不对其真实性负责。".into());
    let figures = signed("2026-10", &|report| {
        report.due = Day::new(2099, 1, 1).expect("a day");
        report.enterprise.workers = 0;
        report.enterprise.name = "上海\u{200B}示例机械有限公司".into();
        (report.declared.ledger.open, report.declared.ledger.overdue) = (0, 0);
    });
    Claims {
        backup,
        statement: file("statement.signed.json", &statement),
        figures: file("figures.signed.json", &figures),
    }
}
