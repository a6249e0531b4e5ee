//! One line for each file, in the order of the folders: some files are held at a time, never all.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use anziping_core::exchange::csv;
use anziping_core::office::desk::{Grounds, Judged, Remark, Verdict};
use anziping_core::office::ndjson;
use anziping_core::seal::{Reason, Sha256};
use anziping_core::value::period::Period;
use anziping_core::value::uscc::UnifiedCode;
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rayon::{ThreadPool, ThreadPoolBuilder};
use serde::Serialize;

use crate::arguments::{Format, Verify};
use crate::counts::{Counts, UNREAD};
use crate::fault::ProgramFault;
use crate::folder::{self, FolderEntry, Opened, UnreadReason};
use crate::known::Known;
use crate::output::Output;
use crate::words;

/// Files that are held at a time for each thread.
///
/// Enough that none waits, little enough to weigh nothing.
const HELD_FOR_EACH: usize = 32;
/// A person who waits looks about this often.
const PROGRESS_EVERY: Duration = Duration::from_secs(1);

/// The line that is written of a file. Members that do not concern it are left out.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
struct Line<'a> {
    file: &'a str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<&'a str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    doc_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file_sha256: Option<Sha256>,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_sha256: Option<Sha256>,
    #[serde(flatten)]
    report: Option<ReportPart<'a>>,
}

/// The further members of the line of a report.
#[derive(Serialize)]
struct ReportPart<'a> {
    uscc: &'a UnifiedCode,
    name: &'a str,
    period: Period,
    revision: u32,
    /// Tenths of a point, computed here; null without the check list.
    total: Option<u32>,
    differences: usize,
    contradictions: usize,
    remarks: &'a [Remark],
}

/// A file with what was found out about it.
pub(crate) struct Done {
    pub name: String,
    pub opened: Result<Opened, UnreadReason>,
    pub judged: Option<Judged>,
}

impl Done {
    fn met(met: FolderEntry, known: &Known, grounds: &Grounds) -> Self {
        let FolderEntry { name, file } = met;
        let opened = file.and_then(|path| folder::open(&name, &path, &known.editions));
        Self::of(name, opened, known, grounds)
    }

    pub(crate) fn of(name: String, opened: Result<Opened, UnreadReason>, known: &Known, grounds: &Grounds) -> Self {
        let judged = opened.as_ref().ok().map(|opened| known.desk().verdict_alone(grounds, &opened.checked));
        Self { name, opened, judged }
    }

    /// The desk's verdict; where that is only "rejected" or "no report", the finding on the file itself.
    pub(crate) fn verdict(&self) -> &'static str {
        let (Ok(opened), Some(judged)) = (&self.opened, &self.judged) else { return UNREAD };
        match judged.verdict {
            Verdict::Rejected => opened.checked.found.plain().verdict,
            ref verdict => verdict.code(),
        }
    }

    /// Returns whether the file is an archive, which a page would open.
    fn is_packed(&self) -> bool {
        self.opened.as_ref().is_ok_and(|opened| opened.checked.found.plain().reason == Some(Reason::Archive.code()))
    }

    fn line(&self) -> Line<'_> {
        let bare = Line {
            file: &self.name,
            verdict: self.verdict(),
            reason: None,
            at: None,
            doc_type: None,
            file_sha256: None,
            document_sha256: None,
            report: None,
        };
        let (opened, judged) = match (&self.opened, &self.judged) {
            (Ok(opened), Some(judged)) => (opened, judged),
            (Err(unread), _) => return Line { reason: Some(unread.code()), ..bare },
            (Ok(_), None) => return bare,
        };
        let checked = &opened.checked;
        let plain = checked.found.plain();
        let mismatch = match &judged.verdict {
            Verdict::Mismatched { what } => Some(what.code()),
            _ => None,
        };
        let report = checked.report();
        Line {
            reason: mismatch.or(plain.reason),
            at: plain.at,
            doc_type: plain.doc_type,
            file_sha256: checked.file_sha256,
            document_sha256: report.map(|report| report.document_sha256),
            report: report.map(|found| ReportPart {
                uscc: &found.report.enterprise.uscc,
                name: &found.report.enterprise.name,
                period: found.report.period,
                revision: found.report.revision,
                total: found.recomputed.as_ref().and_then(|figures| figures.total).map(|total| total.0),
                differences: found.differences.len(),
                contradictions: found.contradictions.len(),
                remarks: &judged.remarks,
            }),
            ..bare
        }
    }

    fn row(&self) -> [String; 8] {
        let line = self.line();
        let verdict = words::verdict(line.verdict).to_owned();
        let reason = line.reason.unwrap_or_default().to_owned();
        let of_report = |value: &dyn Fn(&ReportPart<'_>) -> String| line.report.as_ref().map(value).unwrap_or_default();
        [
            verdict,
            of_report(&|report| report.name.to_owned()),
            of_report(&|report| report.uscc.to_string()),
            of_report(&|report| report.period.to_string()),
            of_report(&|report| report.revision.to_string()),
            of_report(&|report| report.total.map(words::points).unwrap_or_default()),
            self.name.clone(),
            reason,
        ]
    }

    /// Writes the line as JSON.
    pub(crate) fn write_line(&self, out: &mut dyn Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, &self.line())?;
        out.write_all(b"\n")
    }

    fn write(&self, format: Format, out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Ndjson => self.write_line(out),
            Format::Csv => out.write_all(csv::table([self.row()]).trim_start_matches('\u{feff}').as_bytes()),
            Format::Reports => {
                let (Ok(opened), Some(judged)) = (&self.opened, &self.judged) else { return Ok(()) };
                // A checked file is UTF-8; what is not was refused and has no line.
                let text = std::str::from_utf8(&opened.bytes).unwrap_or_default();
                match ndjson::line(&opened.checked, judged, text)? {
                    Some(line) => writeln!(out, "{line}"),
                    None => Ok(()),
                }
            }
        }
    }
}

/// Writes a line for each file.
///
/// # Errors
/// [`ProgramFault`]: nothing, or not everything, was judged.
pub(crate) fn run(asked: &Verify) -> Result<Counts, ProgramFault> {
    let mut known = Known::of(&asked.files.against)?;
    // A folder that is not there is said before anything of the output is touched.
    let met = folder::walk(&asked.files.folders)?;
    let mut output = Output::open(asked, &mut known)?;
    let own = output.own()?;
    let mut met = met.filter(|met| !own.hold(met));
    if asked.format == Format::Csv {
        output.head(&csv::table([words::COLUMNS]))?;
    }
    output.go_on(&mut met)?;
    each(asked.files.jobs, met, &known, |done| {
        output.line(&done.name, done.verdict(), |out| done.write(asked.format, out))
    })?;
    let counts = output.finish()?;
    words::tell(&words::sums(&counts));
    Ok(counts)
}

/// Hands over every file in order, while all threads work on those that follow.
///
/// # Errors
/// What `take` meets, or the system gives no threads.
pub(crate) fn each(
    jobs: usize,
    mut met: impl Iterator<Item = FolderEntry>,
    known: &Known,
    mut take: impl FnMut(Done) -> Result<(), ProgramFault>,
) -> Result<Counts, ProgramFault> {
    let pool: ThreadPool = ThreadPoolBuilder::new().num_threads(jobs).build().map_err(ProgramFault::Threads)?;
    let grounds = known.grounds();
    let mut counts = Counts::default();
    let mut has_packed = false;
    let (mut said, mut files): (Option<Instant>, u64) = (None, 0);
    loop {
        let held: Vec<FolderEntry> = met.by_ref().take(HELD_FOR_EACH * pool.current_num_threads()).collect();
        if held.is_empty() {
            if has_packed {
                words::tell(words::PACKED);
            }
            return Ok(counts);
        }
        let done: Vec<Done> =
            pool.install(|| held.into_par_iter().map(|met| Done::met(met, known, &grounds)).collect());
        for done in done {
            counts.add(done.verdict());
            has_packed |= done.is_packed();
            files += 1;
            take(done)?;
        }
        if said.is_none_or(|said| said.elapsed() >= PROGRESS_EVERY) && io::stderr().is_terminal() {
            words::tell(&words::progress(files));
            said = Some(Instant::now());
        }
    }
}
