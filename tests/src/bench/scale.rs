//! As many reports as are wanted: made up, verified, loaded and added up without a browser.
//!
//! An office after the other, as offices do: what was made up for one is deleted before the next. At each power of ten,
//! all that there is by then is added up, so one run shows how everything grows.

use std::{
    env,
    ffi::OsStr,
    fmt, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde::Deserialize;
use serde_json::Value;

use crate::workplace;

/// Reports of one office: those of a large city district.
const OF_AN_OFFICE: usize = 10_000;
/// Of so many reports `anziping sample` makes up, so many are under registered keys and whole.
const OF: usize = 100;
const TRUSTED: usize = 96;
const PERIOD: &str = "2026-11";

/// The time and memory that a command took.
#[derive(Debug, Default, Clone, Copy, Deserialize)]
struct Took {
    seconds: f64,
    /// Seconds of all processors together.
    processor: f64,
    /// The most memory that was resident, bytes.
    peak: u64,
}

impl Took {
    fn and(self, other: Self) -> Self {
        Self {
            seconds: self.seconds + other.seconds,
            processor: self.processor + other.processor,
            peak: self.peak.max(other.peak),
        }
    }
}

impl fmt::Display for Took {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seconds, processor, peak } = *self;
        write!(formatter, "{seconds:>8.1} s  {processor:>8.1} s of processors  {:>6.0} MB of memory", peak as f64 / 1e6)
    }
}

/// The measurements so far.
#[derive(Debug, Default, Clone)]
pub struct Scale {
    reports: usize,
    offices: usize,
    /// Making up, which nobody does in earnest.
    sample: Took,
    verify: Took,
    load: Took,
    roll_up: Took,
    /// The desk's own roll-up of the first office.
    first: Took,
    /// Bytes of all signed files, and of all lines.
    files: u64,
    lines: u64,
    /// Bytes of the store, and of everything that lay there at a time.
    store: u64,
    most: u64,
}

impl fmt::Display for Scale {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { reports, offices, sample, verify, load, roll_up, first, files, lines, store, most } = self;
        let megabytes = |bytes: &u64| *bytes as f64 / 1e6;
        writeln!(formatter, "{reports} reports of {offices} offices")?;
        writeln!(formatter, "  made up                   {sample}")?;
        writeln!(formatter, "  verified                  {verify}")?;
        writeln!(formatter, "  loaded                    {load}")?;
        writeln!(formatter, "  added up from the store   {roll_up}")?;
        writeln!(formatter, "  first office, by program  {first}")?;
        write!(
            formatter,
            "  disk: files {:.0} MB and lines {:.0} MB, an office at a time; store {:.1} MB; at most {:.0} MB at once",
            megabytes(files),
            megabytes(lines),
            megabytes(store),
            megabytes(most)
        )
    }
}

/// Makes up, verifies, loads and adds up `reports` reports, and prints what it took.
///
/// # Panics
/// When a step fails, or other reports count than must.
pub fn run(reports: usize) {
    let program = build();
    let folder = tempfile::tempdir().expect("a folder for the files");
    let mut measured = Scale::default();
    while measured.reports < reports {
        let count = (reports - measured.reports).min(OF_AN_OFFICE);
        measured.add_office(&program, folder.path(), count);
        if measured.reports == reports || 10_usize.pow(measured.offices.ilog10()) == measured.offices {
            measured.add_up(folder.path());
            println!("{measured}");
        }
    }
}

impl Scale {
    /// One office more: its reports are made up, verified and loaded.
    fn add_office(&mut self, program: &Path, folder: &Path, count: usize) {
        let (made, lines, store) = (folder.join("office"), folder.join("lines.ndjson"), folder.join("store"));
        let (files, registry) = (made.join("reports"), made.join("registry.json"));
        let (region, count_word) = (format!("{:06}", self.offices), count.to_string());
        let (first, of) = (self.reports.to_string(), |name: &'static str| OsStr::new(name));
        let sample =
            [of("sample"), made.as_os_str(), of("--reports"), count_word.as_ref(), of("--first"), first.as_ref()];
        self.sample = self.sample.and(took(program, &sample, None, 0));
        let verify =
            [of("verify"), files.as_os_str(), of("--registry"), registry.as_os_str(), of("--format"), of("reports")];
        // Some files were changed after they were signed: a script is told so by the exit code.
        self.verify = self.verify.and(took(program, &verify, Some(&lines), 1));
        if self.offices == 0 {
            let roll_up =
                [of("rollup"), files.as_os_str(), of("--registry"), registry.as_os_str(), of("--period"), of(PERIOD)];
            self.first = took(program, &roll_up, Some(&folder.join("rollup.json")), 1);
        }
        let script = workplace::root().join("tests/foreign/load.py");
        let load = [script.as_os_str(), lines.as_os_str(), region.as_ref(), of(PERIOD), store.as_os_str()];
        self.load = self.load.and(took(&python(), &load, None, 0));
        self.files += size(&files);
        self.lines += size(&lines);
        self.most = self.most.max(size(folder));
        fs::remove_dir_all(&made).expect("what was made up can be deleted");
        fs::remove_file(&lines).expect("its lines as well");
        self.reports += count;
        self.offices += 1;
    }

    /// The roll-up of everything that was loaded.
    fn add_up(&mut self, folder: &Path) {
        let (store, figures) = (folder.join("store"), folder.join("figures.json"));
        let script = workplace::root().join("tests/foreign/rollup.py");
        let [engine, source, period] = ["duckdb", "store", PERIOD].map(OsStr::new);
        let roll_up = [script.as_os_str(), engine, source, store.as_os_str(), period];
        self.roll_up = took(&python(), &roll_up, Some(&figures), 0);
        self.store = size(&store);
        let figures: Value = serde_json::from_slice(&fs::read(figures).expect("figures")).expect("figures are JSON");
        assert_eq!(figures["counts"][0]["reports"], trusted(self.reports), "reports that count");
    }
}

/// Computes how many of the first reports that are made up count.
fn trusted(reports: usize) -> usize {
    assert!(reports.is_multiple_of(OF), "whole hundreds, of which it is known how many count");
    reports / OF * TRUSTED
}

/// The program as it is installed, built anew where a source has changed.
fn build() -> PathBuf {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["build", "--release", "--quiet", "-p", "anziping-program"]).current_dir(workplace::root());
    assert!(command.status().expect("cargo runs").success(), "the program is built");
    workplace::target().join("release/anziping")
}

fn python() -> PathBuf {
    workplace::tools().join("venv/bin/python")
}

/// Runs a program, its output into a file, and says what it took.
fn took(program: &Path, words: &[&OsStr], output: Option<&Path>, code: i32) -> Took {
    let note = tempfile::NamedTempFile::new().expect("a file for the note");
    let mut command = Command::new("python3");
    command.arg(workplace::root().join("tests/foreign/measured.py")).arg(note.path()).arg(program).args(words);
    if let Some(output) = output {
        command.stdout(fs::File::create(output).expect("a file for the output"));
    }
    let ended = command.stderr(Stdio::piped()).output().expect("python3 runs");
    assert_eq!(ended.status.code(), Some(code), "{words:?}: {}", String::from_utf8_lossy(&ended.stderr));
    serde_json::from_slice(&fs::read(note.path()).expect("a note")).expect("the note is JSON")
}

/// Bytes of a file, or of all files of a folder.
fn size(of: &Path) -> u64 {
    if of.is_file() {
        return of.metadata().map_or(0, |file| file.len());
    }
    fs::read_dir(of).into_iter().flatten().flatten().map(|entry| size(&entry.path())).sum()
}
