//! The page of an enterprise that has used it for a year, beside one that has begun.
//!
//! Both have the same month open, with the same hazards, people and photographs: what differs is what lies behind it.

use std::{
    fmt, fs,
    path::{Path, PathBuf},
    process::Command,
};

use anziping_core::{
    hazard::{Hazard, Photo, PhotoOf, Stage},
    month::draft::MonthDraft,
    record::{
        Envelope, RecordKey, SealedRecord,
        backup::{Backup, SigningKeys},
    },
    register::{Person, Registers},
    request,
    seal::Sha256,
    value::{day::Day, period::Period},
};
use anziping_fixtures::sample;
use serde::Serialize;
use serde_json::{Value, json};

use super::page as month;
use crate::{desk, device_clock::DeviceClock, page::Page, workplace};

/// Months of a year; the last one is open, the others are signed.
pub const YEAR: usize = 12;
/// The hazards of a year, spread over its months.
const HAZARDS: usize = 300;
const PHOTOGRAPHS: usize = 200;
const PEOPLE: usize = 60;
/// The month that is open, and the day on which it is.
const OPEN: &str = "2025-12";
const TODAY: &str = "2026-01-03T09:00:00+08:00";
/// Bytes of a photograph as the page makes it.
const PHOTOGRAPH_BYTES: usize = 120_000;
const PASSPHRASE: &str = "harbour-Teapot 5519 green";

/// Pages that show what lies behind, with what is there once they are whole.
const PAGES: [(&str, &str); 4] =
    [("#/history", "history"), ("#/trends", "trends"), ("#/hazards", "hazards"), ("#/people", "people")];

/// Goes to a page, from the press to the painted page.
const OPEN_PAGE: &str = "
    const [route, name, done] = arguments;
    const painted = (then) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
    });
    const stands = () => document.querySelector('main')?.dataset.page === name && document.querySelector('main h1');
    const began = performance.now();
    const look = () => stands() ? painted(() => done(performance.now() - began)) : painted(look);
    location.hash = route;
    look();";

/// Signs, from the press until the signed file is there.
const SIGN: &str = "
    const done = arguments[0];
    const began = performance.now();
    const look = () => document.querySelector('section[data-sealed] [data-action=export]')
        ? done(performance.now() - began) : requestAnimationFrame(look);
    document.querySelector('[data-action=seal]').click();
    look();";

/// The measurements with so many months.
#[derive(Debug)]
pub struct Lived {
    months: usize,
    hazards: usize,
    photographs: usize,
    month: month::Measured,
    /// From going to each of [`PAGES`] to the frame that shows it, milliseconds.
    pages: Vec<f64>,
    /// From the press to the signed file, milliseconds.
    sign: f64,
    /// Bytes of WebAssembly memory after all of that.
    memory: f64,
}

impl fmt::Display for Lived {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { months, hazards, photographs, month, pages, sign, memory } = self;
        writeln!(formatter, "{months} months, {hazards} hazards, {PEOPLE} people, {photographs} photographs: {month}")?;
        for ((route, _), took) in PAGES.iter().zip(pages) {
            writeln!(formatter, "  {route}: {took:.0} ms")?;
        }
        writeln!(formatter, "  signing, the key's passphrase included: {sign:.0} ms")?;
        write!(formatter, "  WebAssembly memory after all of that {:.1} MB", memory / 1e6)
    }
}

/// Restores so many months of an enterprise, opens, answers, looks back and signs.
///
/// # Panics
/// When a step does not come to its end.
pub fn run(page: &Page, months: usize) -> Lived {
    let folder = tempfile::tempdir().expect("a folder for the backup");
    let (backup, hazards, photographs) = write(folder.path(), months);
    drop(DeviceClock::set(page, TODAY));
    page.open("#/settings");
    page.on_page("settings");
    page.hand_over("restore", &backup);
    page.until_there("[data-preview=true]");
    page.press("apply-restore");
    page.until_said("main", &format!("已放回 {photographs} 张照片"));
    page.saved();
    make_key(page);
    let questions = 90;
    let month = month::measure(page, questions);
    let pages = PAGES.map(|(route, name)| number(&page.later(OPEN_PAGE, &[json!(route), json!(name)])));
    page.go("#/seal", "seal");
    page.click("[name=reviewed]");
    page.fill("seal_passphrase", PASSPHRASE);
    let sign = number(&page.later(SIGN, &[]));
    page.saved();
    Lived { months, hazards, photographs, month, pages: pages.to_vec(), sign, memory: desk::memory(page) }
}

fn make_key(page: &Page) {
    page.go("#/seal", "seal");
    page.fill("new_passphrase", PASSPHRASE);
    page.fill("new_passphrase_again", PASSPHRASE);
    page.press("make-key");
    page.until_there("[data-action=save-key-backup]");
    page.press("save-key-backup");
    let backup = page.downloaded(".json");
    page.hand_over("pick-key-backup", &backup);
    page.until_there("[name=seal_passphrase]");
    page.saved();
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

/// Writes a backup with its photographs; gives it with the numbers of hazards and photographs.
fn write(folder: &Path, months: usize) -> (PathBuf, usize, usize) {
    let (id, enterprise, principal) = ("e1".to_owned(), sample::enterprise(), sample::Person::principal(1));
    let people = (0..PEOPLE).map(|at| Person { id: at.to_string(), name: format!("职工{at}"), ..Person::default() });
    let registers = Registers { people: people.collect(), last_number: PEOPLE as u32, ..Registers::default() };
    let mut records = vec![
        envelope(RecordKey::Enterprise(id.clone()), &enterprise),
        envelope(RecordKey::Registers(id.clone()), &registers),
    ];
    let mut album = Album { folder: folder.join("album"), count: 0 };
    fs::create_dir(&album.folder).expect("a folder for the photographs");
    let (mut period, mut hazards) = (sample::period(OPEN), 0);
    for at in (YEAR - months..YEAR).rev() {
        let mut draft = sample::draft(&enterprise, &period.to_string());
        draft.hazards = ledger(&mut album, at, period);
        hazards += draft.hazards.len();
        if at < YEAR - 1 {
            let report = sample::report_of(&enterprise, &draft, &[&principal]);
            let text = sample::sign(&report, &[&principal]);
            let sealed = SealedRecord {
                document_sha256: sample::checked_report(&text).document_sha256,
                text,
                file_name: request::file_name(&report),
                sealed_at: report.sealed_at.clone(),
                total: report.declared.total,
                demo: false,
            };
            records.push(envelope(RecordKey::Sealed(id.clone(), period, 1), &sealed));
        }
        records.push(envelope::<MonthDraft>(RecordKey::Month(id.clone(), period), &draft));
        period = period.previous();
    }
    let backup = Backup::of(&records, SigningKeys::Included, TODAY[..10].into(), "0.1.0".into());
    fs::write(album.folder.join("backup.json"), backup.write()).expect("a backup");
    let archive = folder.join("year.zip");
    let mut zip = Command::new("python3");
    let zipped = zip.args(["-m", "zipfile", "-c"]).args([&archive, &album.folder]).status();
    assert!(zipped.expect("python3 runs").success(), "the photographs go with the backup");
    (archive, hazards, album.count)
}

fn envelope<T: Serialize>(key: RecordKey, body: &T) -> Envelope {
    let body = serde_json::to_string(body).expect("a record is JSON");
    Envelope { key, revision: 1, saved_at: TODAY.into(), body }
}

/// Photographs as files.
struct Album {
    folder: PathBuf,
    count: usize,
}

impl Album {
    /// One more, unlike the others.
    fn take(&mut self, on: Day) -> Photo {
        let picture = workplace::root().join("tests/fixtures/photos/with-position.jpg");
        let mut bytes = fs::read(picture).expect("a photograph");
        // What follows the end of a picture is shown nowhere; it makes it another file, as large as they are.
        bytes.truncate(PHOTOGRAPH_BYTES - 8);
        bytes.resize(PHOTOGRAPH_BYTES - 8, 0);
        bytes.extend(self.count.to_be_bytes());
        fs::write(self.folder.join(format!("{}.jpg", self.count)), &bytes).expect("a photograph is written");
        self.count += 1;
        Photo { sha256: Sha256::of(&bytes), of: PhotoOf::Before, on, bytes: PHOTOGRAPH_BYTES as u32 }
    }
}

/// The hazards of one of the months, all of them closed in it.
fn ledger(album: &mut Album, at: usize, period: Period) -> Vec<Hazard> {
    let share = |of: usize| (at + 1) * of / YEAR - at * of / YEAR;
    let templates = sample::draft(&sample::enterprise(), &period.to_string()).hazards;
    let closed = templates.into_iter().find(|hazard| hazard.stage == Stage::Closed).expect("a closed hazard");
    let found = closed.found_on.expect("it was found on a day");
    let photographed = share(PHOTOGRAPHS);
    let hazards = (0..share(HAZARDS)).map(|number| Hazard {
        id: format!("{period}-{:02}", number + 1),
        photos: (number < photographed).then(|| album.take(found)).into_iter().collect(),
        ..closed.clone()
    });
    hazards.collect()
}
