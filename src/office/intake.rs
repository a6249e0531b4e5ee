//! Takes files from the disk through the workers into the inbox.
//!
//! Some lanes take files from one queue, so that only a handful lie in memory unread; verdicts come in the order in
//! which the files were handed over, and into the inbox in ever larger batches, since each batch is judged among all
//! files.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use anziping_core::json;
use anziping_core::office::desk::Inbox;
use anziping_core::office::intake::{Checked, CheckedReport, refused_unread};
use anziping_core::request::{CheckFile, message};
use anziping_core::seal::Sha256;
use leptos::prelude::*;

use super::unpack::{is_zip, unpack};
use crate::platform::files::{Bytes, FileFault, PickedFile};
use crate::platform::turns::Line;
use crate::platform::worker::{WorkerAnswer, WorkerFault, WorkerPool, spare_processors};
use crate::platform::{clock, task, timer};
use crate::words::office as words;

/// Files in hand: in work, waiting inside a worker, or being read from the disk.
///
/// Enough that several wait whenever a worker answers, and go to it in one message; few enough for the memory where
/// each is as large as a file may be.
const LANES: usize = 16;
/// Milliseconds of work after which the page paints and hears the person.
const BREATH_MS: f64 = 16.0;
/// Smallest batch that goes into the inbox before the end.
const BATCH: usize = 20;
/// Milliseconds between two movements of the progress bar, each of which lays the page out anew.
const TICK_MS: f64 = 250.0;

/// Something to check.
#[derive(Clone)]
pub(crate) enum Received {
    /// A file, not read yet.
    File(PickedFile),
    /// A pasted text under a name.
    Text {
        /// Its name, for display.
        name: String,
        text: String,
    },
    /// The files of an archive.
    Unpacked {
        /// Name of the archive and its own.
        name: String,
        bytes: Bytes,
    },
}

/// How far the checking is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Progress {
    pub done: usize,
    /// Files handed over since nothing was in work.
    pub total: usize,
    /// Whether it goes on.
    pub running: bool,
    /// Files that were left when it was stopped.
    pub left: usize,
    /// Files that were here already.
    pub again: usize,
}

/// A file about which nothing was found out, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Unread {
    pub name: String,
    /// Why, in words.
    pub why: String,
}

/// The queue and what is shown of it.
#[derive(Clone, Copy)]
pub(crate) struct Intake {
    /// The progress so far.
    pub progress: RwSignal<Progress>,
    /// Whether it goes on.
    pub is_at_work: Memo<bool>,
    /// Files about which nothing was found out.
    pub unread: RwSignal<Vec<Unread>>,
    /// Where checked files go, in the order in which they were handed over.
    inbox: RwSignal<Inbox>,
    shared: StoredValue<Rc<Shared>, LocalStorage>,
}

struct Shared {
    /// Tells new workers what this desk knows: check lists, and the keys of its registry.
    brief: Box<dyn Fn(&WorkerPool)>,
    queue: RefCell<VecDeque<(usize, Received)>>,
    /// The results that are back, by their places, waiting for those before them.
    back: RefCell<BTreeMap<usize, QueueResult>>,
    /// Where each report came from, by the SHA-256 of its bytes.
    ///
    /// The desk keeps no whole report, and an export reads it again.
    origins: RefCell<BTreeMap<Sha256, Received>>,
    pool: RefCell<Option<WorkerPool>>,
    lanes: Cell<usize>,
    /// Archives are opened one after the other: each may hold as much as all others together.
    unpacking: Line,
    /// How often the checking was given up.
    stops: Cell<usize>,
    /// Place of the next file that is handed over.
    handed: Cell<usize>,
    /// Place of the next file that goes into the inbox.
    placed: Cell<usize>,
    done: Cell<usize>,
    total: Cell<usize>,
    again: Cell<usize>,
    /// The files that were given up, in the order in which they were handed over.
    stopped: RefCell<Vec<Received>>,
    last_tick: Cell<f64>,
    last_breath: Cell<f64>,
}

impl Shared {
    fn new(brief: impl Fn(&WorkerPool) + 'static) -> Self {
        Self {
            brief: Box::new(brief),
            queue: RefCell::default(),
            back: RefCell::default(),
            origins: RefCell::default(),
            pool: RefCell::default(),
            lanes: Cell::default(),
            unpacking: Line::default(),
            stops: Cell::default(),
            handed: Cell::default(),
            placed: Cell::default(),
            done: Cell::default(),
            total: Cell::default(),
            again: Cell::default(),
            stopped: RefCell::default(),
            last_tick: Cell::default(),
            last_breath: Cell::default(),
        }
    }

    /// The workers; new ones know what this desk knows.
    fn pool(&self) -> WorkerPool {
        let mut pool = self.pool.borrow_mut();
        let pool = pool.get_or_insert_with(|| {
            let pool = WorkerPool::of_checks(spare_processors());
            (self.brief)(&pool);
            pool
        });
        pool.clone()
    }
}

enum QueueResult {
    Checked(Box<Checked>),
    Unread(Unread),
    Stopped(Received),
    /// An archive: the files in it, and those that stay in it with the reason.
    Opened(Vec<Received>, Vec<(String, String)>),
}

impl Intake {
    /// Puts what it finds out into `inbox`.
    ///
    /// `brief` tells new workers what this desk knows.
    pub(crate) fn new(inbox: RwSignal<Inbox>, brief: impl Fn(&WorkerPool) + 'static) -> Self {
        let progress = RwSignal::new(Progress::default());
        Self {
            progress,
            is_at_work: Memo::new(move |_| progress.with(|progress| progress.running)),
            unread: RwSignal::new(Vec::new()),
            inbox,
            shared: StoredValue::new_local(Rc::new(Shared::new(brief))),
        }
    }

    /// Puts sources into the queue and starts checking them.
    ///
    /// Forgets what was given up before: a folder that is handed over again is meant as a whole.
    pub(crate) fn take(&self, sources: Vec<Received>) {
        let shared = self.shared.get_value();
        if shared.lanes.get() == 0 && !sources.is_empty() {
            shared.stopped.take();
        }
        self.start(sources);
    }

    /// Goes on with what was given up.
    pub(crate) fn go_on(&self) {
        let stopped = self.shared.get_value().stopped.take();
        self.start(stopped);
    }

    fn start(&self, sources: Vec<Received>) {
        if sources.is_empty() {
            return;
        }
        let shared = self.shared.get_value();
        if shared.lanes.get() == 0 {
            shared.done.set(0);
            shared.total.set(0);
            shared.again.set(0);
            self.unread.set(Vec::new());
        }
        shared.total.set(shared.total.get() + sources.len());
        let first = shared.handed.get();
        shared.handed.set(first + sources.len());
        shared.queue.borrow_mut().extend(sources.into_iter().enumerate().map(|(at, source)| (first + at, source)));
        let wanted = LANES.min(shared.queue.borrow().len());
        for _ in shared.lanes.get()..wanted {
            shared.lanes.set(shared.lanes.get() + 1);
            task::spawn(lane(*self, Rc::clone(&shared)));
        }
        self.show(&shared, true);
    }

    /// Takes reports out of the inbox and checks their files again.
    ///
    /// The workers then know what the desk knows now.
    pub(crate) fn check_again(&self, which: impl Fn(&CheckedReport) -> bool) {
        let shared = self.shared.get_value();
        // Files in work go on with the workers they have; the next one is given to new ones.
        shared.pool.borrow_mut().take();
        let mut again = Vec::new();
        self.inbox.update(|inbox| {
            inbox.retain(|checked| {
                let origin = checked.report().filter(|found| which(found)).and_then(|_| {
                    let origins = shared.origins.borrow();
                    origins.get(&checked.file_sha256?).cloned()
                });
                let stays = origin.is_none();
                again.extend(origin);
                stays
            });
        });
        self.start(again);
    }

    /// Gives up whatever is not checked yet; [`go_on`](Self::go_on) takes it up again.
    pub(crate) fn cancel(&self) {
        let shared = self.shared.get_value();
        shared.stops.set(shared.stops.get() + 1);
        let waiting = std::mem::take(&mut *shared.queue.borrow_mut());
        shared.back.borrow_mut().extend(waiting.into_iter().map(|(at, source)| (at, QueueResult::Stopped(source))));
        if let Some(pool) = shared.pool.borrow().as_ref() {
            pool.cancel();
        }
    }

    /// The bytes of a report that was checked, read again; `None` when the file is gone.
    ///
    /// The caller compares the hash: it may have changed.
    pub(crate) async fn bytes_of(&self, file_sha256: Sha256) -> Option<Vec<u8>> {
        let origin = self.shared.get_value().origins.borrow().get(&file_sha256).cloned()?;
        match origin {
            Received::Text { text, .. } => Some(text.into_bytes()),
            Received::Unpacked { bytes, .. } => Some(bytes.to_vec()),
            Received::File(file) => Some(file.bytes(words::limit()).await.ok()?.to_vec()),
        }
    }

    /// Forgets which files were not read or given up.
    pub(crate) fn forget(&self) {
        self.shared.get_value().stopped.take();
        self.unread.set(Vec::new());
        self.progress.set(Progress::default());
    }

    fn show(&self, shared: &Shared, running: bool) {
        let now = clock::stopwatch_ms();
        if !running || shared.done.get() == 0 || now - shared.last_tick.get() >= TICK_MS {
            shared.last_tick.set(now);
            self.progress.set(Progress {
                done: shared.done.get(),
                total: shared.total.get(),
                running,
                left: shared.stopped.borrow().len(),
                again: shared.again.get(),
            });
        }
    }

    /// Puts what came back in a row into the inbox.
    ///
    /// Too little is kept waiting: judging everything anew would not be worth it.
    fn place(&self, shared: &Shared, at_end: bool) {
        let first = shared.placed.get();
        let mut back = shared.back.borrow_mut();
        let worth_it = if at_end { 1 } else { BATCH.max(self.inbox.with_untracked(|inbox| inbox.len()) / 10) };
        // Counted before they are looked through, which this is asked for after every file.
        if back.len() < worth_it {
            return;
        }
        let in_row = (first..).take_while(|at| back.contains_key(at)).count();
        if in_row < worth_it {
            return;
        }
        let (mut checked, mut unread) = (Vec::new(), Vec::new());
        for found in (first..first + in_row).filter_map(|at| back.remove(&at)) {
            match found {
                QueueResult::Checked(found) => checked.push(*found),
                QueueResult::Unread(found) => unread.push(found),
                QueueResult::Stopped(source) => shared.stopped.borrow_mut().push(source),
                QueueResult::Opened(_, mut left) => {
                    unread.extend(left.drain(..).map(|(name, why)| Unread { name, why }));
                }
            }
        }
        drop(back);
        shared.placed.set(first + in_row);
        if !checked.is_empty() {
            let again = self.inbox.try_update(|inbox| inbox.take_in(checked)).unwrap_or_default();
            shared.again.set(shared.again.get() + again);
        }
        if !unread.is_empty() {
            self.unread.update(|list| list.append(&mut unread));
        }
    }
}

/// Takes files from the queue until it is empty; the last lane to end tidies up.
async fn lane(intake: Intake, shared: Rc<Shared>) {
    loop {
        let next = shared.queue.borrow_mut().pop_front();
        let Some((at, source)) = next else { break };
        let stops = shared.stops.get();
        let mut found = find_out(&shared, &source).await;
        if let QueueResult::Opened(files, _) = &mut found {
            if shared.stops.get() == stops {
                intake.start(std::mem::take(files));
            } else {
                found = QueueResult::Stopped(source.clone());
            }
        }
        if let QueueResult::Checked(checked) = &found
            && checked.report().is_some()
            && let Some(file_sha256) = checked.file_sha256
        {
            shared.origins.borrow_mut().insert(file_sha256, source);
        }
        if !matches!(found, QueueResult::Stopped(_)) {
            shared.done.set(shared.done.get() + 1);
        }
        shared.back.borrow_mut().insert(at, found);
        intake.show(&shared, true);
        intake.place(&shared, false);
        // Answers of several workers may come without a pause; the page paints and hears the person in between.
        if clock::stopwatch_ms() - shared.last_breath.get() >= BREATH_MS {
            timer::pause(0).await;
            shared.last_breath.set(clock::stopwatch_ms());
        }
    }
    shared.lanes.set(shared.lanes.get() - 1);
    if shared.lanes.get() == 0 {
        // Workers hold a copy of the program each; they are started again when needed.
        shared.pool.borrow_mut().take();
        intake.place(&shared, true);
        intake.show(&shared, false);
    }
}

/// Takes the files out of an archive.
async fn open(shared: &Shared, archive: &PickedFile) -> QueueResult {
    let _turn = shared.unpacking.turn().await;
    match unpack(archive).await {
        Ok((files, left)) => {
            let files = files.into_iter().map(|(name, bytes)| Received::Unpacked { name, bytes });
            QueueResult::Opened(files.collect(), left)
        }
        Err(why) => QueueResult::Unread(Unread { name: archive.path().to_owned(), why }),
    }
}

async fn find_out(shared: &Shared, source: &Received) -> QueueResult {
    let (name, size) = match source {
        Received::Text { name, text } => (name.clone(), text.len() as u64),
        Received::Unpacked { name, bytes } => (name.clone(), bytes.count()),
        // Its size is found out by its reading; an archive has a limit of its own.
        Received::File(file) => (file.path().to_owned(), 0),
    };
    // Before anything is read: what its name refuses is not opened.
    if let Some(refused) = refused_unread(&name, size) {
        return QueueResult::Checked(Box::new(refused));
    }
    let bytes = match source {
        Received::Text { text, .. } => Ok(Bytes::from(text.as_bytes())),
        Received::Unpacked { bytes, .. } => Ok(bytes.clone()),
        Received::File(file) if is_zip(file) => return open(shared, file).await,
        Received::File(file) => file.bytes(words::limit()).await,
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(fault) => {
            // As soon as its size is known: a file of gigabytes must not be read.
            let refused = match fault {
                FileFault::TooLarge { size, .. } => refused_unread(&name, size),
                _ => None,
            };
            return match refused {
                Some(refused) => QueueResult::Checked(Box::new(refused)),
                None => QueueResult::Unread(Unread { name, why: words::file(&fault) }),
            };
        }
    };
    let Ok(job) = message(&CheckFile { name: name.clone() }) else {
        return QueueResult::Unread(Unread { name, why: words::GARBLED.into() });
    };
    let pool = shared.pool();
    let mut answer = pool.run(&job, Some(bytes.clone())).await;
    if matches!(answer, Err(WorkerFault::Crashed(_) | WorkerFault::Silent)) {
        // A worker that ran out of memory over other files, or that the system took away; the next one may manage.
        answer = pool.run(&job, Some(bytes)).await;
    }
    match answer {
        Ok(WorkerAnswer::Done(text)) => match (json::read_directly::<Box<Checked>>(&text), source) {
            (Ok(checked), Received::File(file)) if checked.is_zip() => open(shared, file).await,
            (Ok(checked), _) => QueueResult::Checked(checked),
            (Err(_), _) => QueueResult::Unread(Unread { name, why: words::GARBLED.into() }),
        },
        Ok(WorkerAnswer::Fault(_)) => QueueResult::Unread(Unread { name, why: words::GARBLED.into() }),
        Err(WorkerFault::Cancelled) => QueueResult::Stopped(source.clone()),
        Err(fault) => QueueResult::Unread(Unread { name, why: words::worker(&fault) }),
    }
}
