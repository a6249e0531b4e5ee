//! Writes the lines: a file gets its name when it is whole, never before.
//!
//! Until then the lines stand in `FILE.part`, and `FILE.progress` says how far they reach. So whoever reads `FILE`
//! never reads half of it, and a run that was ended by a signal or a full disk can be gone on with.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use same_file::Handle;

use crate::arguments::Verify;
use crate::counts::Counts;
use crate::fault::ProgramFault;
use crate::folder::FolderEntry;
use crate::known::Known;
use crate::progress::{RunAsked, RunProgress};

/// The time between two notes: files judged since the last one are judged again.
const NOTE_EVERY: Duration = Duration::from_secs(1);

/// Standard output, a device, or a file that is not whole yet.
pub(crate) struct Output {
    out: BufWriter<Box<dyn Write>>,
    counts: Counts,
    part: Option<Part>,
}

/// A file that is not whole yet.
struct Part {
    names: Names,
    /// The same opened file as in `out`, to ask where it ends.
    file: File,
    asked: RunAsked,
    /// The progress of an earlier run, until its lines are passed over.
    earlier: Option<RunProgress>,
    noted: Option<Instant>,
}

/// The names that belong to one output.
struct Names {
    folder: PathBuf,
    whole: PathBuf,
    part: PathBuf,
    progress: PathBuf,
    new_progress: PathBuf,
}

impl Names {
    /// Resolves links: a file keeps its place and does not replace a link to it.
    fn of(asked: &Path) -> io::Result<Self> {
        let whole = match fs::canonicalize(asked) {
            Ok(whole) => whole,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => {
                let name = asked.file_name().ok_or(fault)?;
                folder_of(asked)?.join(name)
            }
            Err(fault) => return Err(fault),
        };
        let beside = |end: &str| {
            let mut name: OsString = whole.clone().into();
            name.push(end);
            PathBuf::from(name)
        };
        Ok(Self {
            folder: folder_of(&whole)?,
            part: beside(".part"),
            progress: beside(".progress"),
            new_progress: beside(".progress.part"),
            whole,
        })
    }
}

fn folder_of(file: &Path) -> io::Result<PathBuf> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs::canonicalize(folder.unwrap_or_else(|| Path::new(".")))
}

impl Output {
    /// Opens what was asked for, and finds out what an earlier run has left of it.
    ///
    /// Nothing of that is changed yet, but by a run that begins anew and may. A run that is gone on with stays one of
    /// the day on which it began, unless another was asked for: `known` gets that day.
    ///
    /// # Errors
    /// The file cannot be written, or what stands in its `.part` is not to be touched.
    pub(crate) fn open(asked: &Verify, known: &mut Known) -> Result<Self, ProgramFault> {
        let Some(output) = &asked.output else { return Ok(Self::straight(Box::new(io::stdout().lock()))) };
        let unwritable = |fault| ProgramFault::Unwritable { output: output.clone(), fault };
        let names = Names::of(output).map_err(unwritable)?;
        match fs::metadata(&names.whole) {
            Ok(found) if found.is_dir() => return Err(unwritable(io::ErrorKind::IsADirectory.into())),
            // A device or a pipe is written to; a file with its name would take its place.
            Ok(found) if !found.is_file() => {
                let device = OpenOptions::new().write(true).open(&names.whole).map_err(unwritable)?;
                return Ok(Self::straight(Box::new(device)));
            }
            _ => {}
        }
        let had = names.part.try_exists().map_err(unwritable)?;
        let earlier = if had { RunProgress::read(&names.progress).map_err(unwritable)? } else { None };
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&names.part);
        let file = file.map_err(unwritable)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(ProgramFault::Busy { part: names.part }),
            // Some shared folders know no locks: there, two runs into one file are for their user to avoid.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        let length = file.metadata().map_err(unwritable)?.len();
        if earlier.is_none() && length > 0 || earlier.as_ref().is_some_and(|earlier| length < earlier.bytes) {
            return Err(ProgramFault::NotOurs { part: names.part });
        }
        let earlier = earlier.filter(|earlier| asked.resume && earlier.after.is_some());
        if let (Some(earlier), None) = (&earlier, asked.files.against.today) {
            known.today = earlier.asked.today;
        }
        let part = Part { names, asked: RunAsked::of(asked, known), earlier, file, noted: None };
        match &part.earlier {
            Some(earlier) if earlier.asked != part.asked => {
                return Err(ProgramFault::OtherRun { part: part.names.part });
            }
            Some(_) => {}
            None => part.begin().map_err(unwritable)?,
        }
        let out = part.file.try_clone().map_err(unwritable)?;
        Ok(Self { part: Some(part), ..Self::straight(Box::new(out)) })
    }

    fn straight(out: Box<dyn Write>) -> Self {
        Self { out: BufWriter::new(out), counts: Counts::default(), part: None }
    }

    /// Passes over the files that an earlier run has judged, and takes its lines and counts as they are.
    ///
    /// # Errors
    /// Other files are met than that run has met. Its lines are left as they were.
    pub(crate) fn go_on(&mut self, met: &mut impl Iterator<Item = FolderEntry>) -> Result<(), ProgramFault> {
        let Some(part) = &mut self.part else { return Ok(()) };
        let Some(RunProgress { bytes, after: Some(after), counts, .. }) = part.earlier.take() else { return Ok(()) };
        let last = usize::try_from(counts.files()).ok().and_then(|files| met.nth(files.checked_sub(1)?));
        if last.is_none_or(|last| last.name != after) {
            return Err(ProgramFault::CannotResume { part: part.names.part.clone(), file: after });
        }
        part.cut(bytes).map_err(|fault| part.unfinished(fault))?;
        self.counts = counts;
        Ok(())
    }

    /// Lists the files in the folders that are the program's own.
    ///
    /// # Errors
    /// Standard output cannot be looked at.
    pub(crate) fn own(&self) -> io::Result<OwnFiles> {
        if let Some(Part { names, .. }) = &self.part {
            let files = [&names.whole, &names.part, &names.progress, &names.new_progress].map(Clone::clone);
            return Ok(OwnFiles::Named { folder: names.folder.clone(), files });
        }
        let stdout = Handle::stdout()?;
        Ok(if stdout.as_file().metadata()?.is_file() { OwnFiles::Standard(stdout) } else { OwnFiles::None })
    }

    /// Heads a table, unless an earlier run has.
    ///
    /// # Errors
    /// As [`Self::line`].
    pub(crate) fn head(&mut self, head: &str) -> Result<(), ProgramFault> {
        let is_first = self.part.as_ref().is_none_or(|part| part.earlier.is_none());
        if is_first { self.out.write_all(head.as_bytes()).map_err(|fault| self.fault(fault)) } else { Ok(()) }
    }

    /// Takes what is written of a file.
    ///
    /// # Errors
    /// The disk is full, or the reader has gone.
    pub(crate) fn line(
        &mut self,
        file: &str,
        verdict: &'static str,
        write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<(), ProgramFault> {
        write(&mut self.out).map_err(|fault| self.fault(fault))?;
        self.counts.add(verdict);
        let is_due = |part: &Part| part.noted.is_none_or(|noted| noted.elapsed() >= NOTE_EVERY);
        if let Some(part) = self.part.as_mut().filter(|part| is_due(part)) {
            self.out.flush().and_then(|()| part.note(file, &self.counts)).map_err(|fault| part.unfinished(fault))?;
        }
        Ok(())
    }

    /// Gives the file its name.
    ///
    /// # Errors
    /// As [`Self::line`], or there was nothing to judge: then the output of an earlier run stays.
    pub(crate) fn finish(mut self) -> Result<Counts, ProgramFault> {
        self.out.flush().map_err(|fault| self.fault(fault))?;
        let is_empty = self.counts.files() == 0;
        if let Some(part) = &self.part {
            if is_empty { part.remove() } else { part.finish() }.map_err(|fault| part.unfinished(fault))?;
        }
        if is_empty { Err(ProgramFault::NoFiles) } else { Ok(self.counts) }
    }

    fn fault(&self, fault: io::Error) -> ProgramFault {
        match &self.part {
            Some(part) => part.unfinished(fault),
            None => ProgramFault::Output(fault),
        }
    }
}

impl Part {
    /// Empties it. The note comes first: what a run leaves that is ended between the two has one.
    fn begin(&self) -> io::Result<()> {
        RunProgress::none(self.asked.clone()).write(&self.names.progress, &self.names.new_progress)?;
        self.file.set_len(0)
    }

    fn cut(&mut self, bytes: u64) -> io::Result<()> {
        self.file.set_len(bytes)?;
        self.file.seek(SeekFrom::Start(bytes)).map(drop)
    }

    fn note(&mut self, after: &str, counts: &Counts) -> io::Result<()> {
        // The note must not reach the disk before what it speaks of.
        self.file.sync_data()?;
        let (bytes, after) = (self.file.stream_position()?, Some(after.to_owned()));
        let progress = RunProgress { asked: self.asked.clone(), bytes, after, counts: counts.clone() };
        progress.write(&self.names.progress, &self.names.new_progress)?;
        self.noted = Some(Instant::now());
        Ok(())
    }

    fn finish(&self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.names.part, &self.names.whole)?;
        fs::remove_file(&self.names.progress)
    }

    fn remove(&self) -> io::Result<()> {
        fs::remove_file(&self.names.part)?;
        fs::remove_file(&self.names.progress)
    }

    fn unfinished(&self, fault: io::Error) -> ProgramFault {
        ProgramFault::Unfinished { part: self.names.part.clone(), fault }
    }
}

/// Files that the program itself writes: they are not judged when they lie in a folder that is.
pub(crate) enum OwnFiles {
    Named {
        folder: PathBuf,
        files: [PathBuf; 4],
    },
    /// Standard output goes into this file.
    Standard(Handle),
    None,
}

impl OwnFiles {
    pub(crate) fn hold(&self, met: &FolderEntry) -> bool {
        let Ok(path) = &met.file else { return false };
        match self {
            Self::Named { folder, files } => {
                files.iter().any(|own| own.file_name() == path.file_name())
                    && folder_of(path).is_ok_and(|found| found == *folder)
            }
            Self::Standard(stdout) => Handle::from_path(path).is_ok_and(|found| found == *stdout),
            Self::None => false,
        }
    }
}
