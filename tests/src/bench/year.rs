//! A desk that has kept a year of verdicts.
//!
//! What the browser stores, how long the desk takes to open, what one batch more costs.

use std::{fmt, fs, path::Path, time::Duration, time::Instant};

use anziping_core::{
    month::draft::Previous,
    office::{
        desk::Accepted,
        intake::{Checked, CheckedReport, Found},
        kept_file,
    },
    registry::{Registered, Registry},
    seal::Sha256,
    signer::CheckedSigner,
    value::period::Period,
};
use anziping_fixtures::sample::{self, Person, code};
use serde_json::json;

use crate::{
    desk::{self, Seen},
    page::Page,
    reports::{self, CheckList, OFFICE},
    wait,
};

/// Months that are kept; the batch is of the last, of which its enterprises have not reported yet.
const MONTHS: usize = 12;
/// Reports that differ; the others of a month are like one of them.
const VARIETIES: usize = 10;
/// Files of the batch.
const BATCH: usize = 100;
/// The longest that storing a year may take.
const PATIENCE: Duration = Duration::from_secs(600);

/// Notes in `window.opening` when the page stands, when all is there, and the longest frame between.
const WATCH: &str = "
    const seen = window.opening = { stands: null, whole: null, longest: 0 };
    let last = performance.now();
    const frame = () => {
        const now = performance.now();
        if (seen.stands !== null) seen.longest = Math.max(seen.longest, now - last);
        last = now;
        if (seen.stands === null && document.querySelector('[data-verdict]')) seen.stands = now;
        const list = document.querySelector('[data-files]');
        const is_whole = list && list.ariaBusy !== 'true' && !document.querySelector('[data-fetching]');
        if (seen.whole === null && is_whole) seen.whole = now;
        if (seen.whole === null) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// The measurements of a year's verdicts.
#[derive(Debug)]
pub struct Year {
    /// Files whose verdicts were kept.
    files: usize,
    /// Bytes that the browser says this site takes.
    ///
    /// The second copy and the program for offline use are among them.
    stored: f64,
    /// From the address to the first verdict on the page, milliseconds.
    stands: f64,
    /// From the address until the verdicts of all months are there, milliseconds.
    whole: f64,
    /// The longest frame between the two, milliseconds.
    longest: f64,
    /// Bytes of WebAssembly memory of the opened page.
    memory: f64,
    /// A batch more.
    batch: Seen,
    /// From the last verdict of the batch until it is called saved.
    saved: Duration,
}

/// Restores a year at a fresh desk, opens it again and hands a batch over.
///
/// # Panics
/// When a verdict is missing.
pub fn run(page: &Page, enterprises: usize) -> Year {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let batch = reports::write(folder.path(), BATCH, CheckList::Ours);
    let files = enterprises * MONTHS - BATCH;
    write(folder.path(), enterprises);
    desk::note_insides(page);
    page.before_each_document(WATCH);
    page.open("office.html");
    desk::restore(page, &folder.path().join("registry.json"));
    page.go("#/registry", "registry");
    page.hand_over("restore", &folder.path().join("verdicts.ndjson"));
    page.press("apply-restore");
    is_saved(page);
    page.go("#/inbox", "inbox");
    page.reload();
    let told = || Some(page.js("return window.opening", &[])).filter(|told| told["whole"].is_number());
    let opening = wait::for_answer_within(PATIENCE, told).expect("it opens");
    page.until_there(&format!("[data-files='{files}']"));
    let number = |name: &str| opening[name].as_f64().expect("it was seen");
    let memory = desk::memory(page);
    let stored = page.later("navigator.storage.estimate().then((told) => arguments[0](told.usage))", &[]);
    desk::begin(page, &batch.files);
    let seen = desk::finish(page, BATCH);
    let checked = Instant::now();
    is_saved(page);
    let saved = checked.elapsed();
    let refused = batch.expected["rejected"];
    let expected = json!({ "all": files + BATCH, "trusted": files + BATCH - refused, "rejected": refused });
    assert_eq!(desk::counts(page), expected, "verdicts");
    Year {
        files,
        stored: stored.as_f64().expect("the browser tells it"),
        stands: number("stands"),
        whole: number("whole"),
        longest: number("longest"),
        memory,
        batch: seen,
        saved,
    }
}

fn is_saved(page: &Page) {
    let saved = || (page.count("html[data-saved]:not([data-dirty])") == 1).then_some(());
    wait::for_answer_within(PATIENCE, saved).expect("it is saved");
}

/// Writes a backup of the registry and one of the verdicts of a year.
fn write(folder: &Path, enterprises: usize) {
    let mut registry = Registry::new(OFFICE.into());
    for number in 0..enterprises {
        let keys = reports::people(number).iter().map(Person::registered).collect();
        registry.enterprises.push(Registered { uscc: code(number), name: format!("示例企业{number}"), keys });
    }
    let mut months = vec![sample::period(reports::MONTH)];
    while months.len() < MONTHS {
        months.insert(0, months[0].previous());
    }
    let (mut files, mut accepted) = (Vec::new(), Vec::new());
    let last = sample::period(reports::MONTH);
    for month in months {
        let templates: Vec<Checked> = (0..VARIETIES).map(|kind| template(kind, month)).collect();
        for number in (if month == last { BATCH } else { 0 })..enterprises {
            let file = of_enterprise(&templates[number % VARIETIES], number, month);
            accepted.extend(file.report().map(|found| taken_in(found, month)));
            files.push(file);
        }
    }
    reports::write_backup_with(&registry, &json!({ "accepted": accepted }), &folder.join("registry.json"));
    let verdicts = kept_file::write(OFFICE, sample::time("2026-11-15T09:00:00+08:00"), &files, &[]);
    fs::write(folder.join("verdicts.ndjson"), verdicts.expect("they fit into one file")).expect("a backup is written");
}

/// A report of a month as the desk keeps it.
fn template(kind: usize, month: Period) -> Checked {
    let people = reports::people(kind);
    let people: Vec<&Person> = people.iter().collect();
    let (enterprise, draft) = sample::varied(kind, &code(kind), &month.to_string());
    sample::check(&sample::sign(&sample::report_of(&enterprise, &draft, &people), &people))
}

/// The same as if another enterprise had signed it.
fn of_enterprise(template: &Checked, number: usize, month: Period) -> Checked {
    let mut found: CheckedReport = template.report().expect("a report").clone();
    found.report.enterprise.uscc = code(number);
    found.report.enterprise.name = format!("示例企业{number}");
    found.document_sha256 = document(number, month);
    let before = month.previous();
    found.report.prev = Some(Previous { period: before, sha256: document(number, before) });
    found.report.prev_reason = None;
    for (signer, person) in found.signers.iter_mut().zip(reports::people(number)) {
        let key = person.key.public();
        *signer =
            CheckedSigner { kid: key.key_id(), fingerprint: key.fingerprint(), key: (&key).into(), ..signer.clone() };
    }
    let file_name = format!("示例企业{number}-{month}.signed.json");
    let file_sha256 = Some(Sha256::of(file_name.as_bytes()));
    Checked { file_name, file_sha256, found: Found::Report(Box::new(found)), ..template.clone() }
}

fn document(number: usize, month: Period) -> Sha256 {
    Sha256::of(format!("{number} {month}").as_bytes())
}

fn taken_in(found: &CheckedReport, month: Period) -> Accepted {
    Accepted {
        uscc: found.report.enterprise.uscc.clone(),
        period: month,
        revision: found.report.revision,
        document_sha256: found.document_sha256,
        received_on: Some(found.report.to),
    }
}

impl fmt::Display for Year {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, stored, stands, whole, longest, memory, batch, saved } = self;
        let (stored, memory) = (stored / 1e6, memory / 1e6);
        writeln!(formatter, "verdicts on {files} files kept: the browser stores {stored:.0} MB for this site")?;
        writeln!(
            formatter,
            "  opened: the first card after {:.2} s, all months after {:.2} s, longest frame between {longest:.0} ms",
            stands / 1e3,
            whole / 1e3
        )?;
        writeln!(formatter, "  WebAssembly memory of the opened page {memory:.0} MB")?;
        write!(formatter, "a batch more: {batch}\n  called saved {:.2} s after its last verdict", saved.as_secs_f64())
    }
}
