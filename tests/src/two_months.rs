//! Two months of one enterprise that has much to say beside its score.
//!
//! An open major hazard in the first, which is missing from the second, and in the second a death and a call for help.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anziping_core::{
    document::report::MonthlyReport,
    hazard::Hazard,
    month::figures::{MonthField, MonthValue},
    registry::Registry,
    value::day::Day,
};
use anziping_fixtures::sample::{self, Person};

use crate::reports::write_backup;

/// The files, and a backup of the desk that knows the key.
#[derive(Debug)]
pub struct TwoMonths {
    /// A backup of the desk.
    pub backup: PathBuf,
    /// October, with an open major hazard.
    pub october: PathBuf,
    /// November without it, with one death, a call for help, and what an inspection found.
    pub november: PathBuf,
}

/// The help that the enterprise asks for in November.
pub const HELP: &str = "厂区外排水沟堵塞两个月，请街道协调疏通";

/// Why hazards are open in November.
pub const REASONS: &str = "等配件";
/// The owner of the major hazard of October.
pub const OWNER: &str = "赵车间";
/// The measures against it.
pub const MEASURES: &str = "停用并联系厂家";
/// The criterion by which it is judged.
pub const CRITERION: &str = "除尘系统没有泄爆装置";

/// Writes them.
///
/// # Panics
/// When a file cannot be written.
pub fn write(folder: &Path) -> TwoMonths {
    let principal = Person::principal(1);
    let enterprise = sample::enterprise();
    let signed = |name: &str, month: &str, change: &dyn Fn(&mut MonthlyReport)| {
        let mut draft = sample::draft(&enterprise, month);
        if month == "2026-10" {
            draft.hazards.push(Hazard {
                owner: OWNER.into(),
                measures: MEASURES.into(),
                criterion: CRITERION.into(),
                ..sample::major_hazard(month)
            });
        }
        let mut report = sample::report_of(&enterprise, &draft, &[&principal]);
        change(&mut report);
        let (file, text) = (folder.join(name), sample::sign(&report, &[&principal]));
        fs::write(&file, &text).expect("a file is written");
        (file, text)
    };
    let (october, text) = signed("october.signed.json", "2026-10", &|_| {});
    let (november, _) = signed("november.signed.json", "2026-11", &|report| {
        report.month.insert(MonthField::Deaths, MonthValue::Number(1));
        report.month.insert(MonthField::HelpNeeded, MonthValue::Text(HELP.into()));
        report.month.insert(MonthField::InspectionFindings, MonthValue::Number(5));
        report.month.insert(MonthField::InspectionFixed, MonthValue::Number(1));
        report.month.insert(MonthField::OpenReasons, MonthValue::Text(REASONS.into()));
    });
    let mut registry = Registry::new("示例街道安管办".into());
    let genuine = sample::check(&text);
    registry.register(genuine.offer(), &principal.digits(), Day::epoch(), "1").expect("the digits are equal");
    let backup = folder.join("backup.json");
    write_backup(&registry, &backup);
    TwoMonths { backup, october, november }
}
