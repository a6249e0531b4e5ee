//! The desk with a month of a large office.
//!
//! Thousands of files, end to end, registry and verdicts included.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use crate::{
    desk::{self, Seen},
    page::Page,
    reports::{self, CheckList},
};

/// Cards that are drawn in the end, where there are so many.
const CARDS: usize = 1_000;
/// The longest that a core is kept busy, whatever becomes of the measurement.
const AT_MOST: Duration = Duration::from_secs(120);

/// Somebody who takes one core until it is dropped.
struct BusyCore {
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl BusyCore {
    fn begin() -> Self {
        let (ends, began) = (Arc::new(AtomicBool::new(false)), Instant::now());
        let asked = Arc::clone(&ends);
        let thread = thread::spawn(move || {
            while !asked.load(Ordering::Relaxed) && began.elapsed() < AT_MOST {
                std::hint::spin_loop();
            }
        });
        Self { ends, thread: Some(thread) }
    }
}

impl Drop for BusyCore {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        drop(self.thread.take().map(JoinHandle::join));
    }
}

/// The measurements of the desk.
#[derive(Debug)]
pub struct OfficeBench {
    seen: Seen,
    cards: usize,
    longest: f64,
}

impl fmt::Display for OfficeBench {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seen, cards, longest } = self;
        write!(formatter, "{seen}\n  while {cards} cards are drawn, the longest frame took {longest:.0} ms")
    }
}

/// Checks `count` files in a fresh desk and draws a thousand cards.
///
/// With `busy`, somebody else takes one core meanwhile.
///
/// What is aimed at: a thousand files within ten seconds, no pause of more than a tenth of one, and ten thousand files
/// with at most 150 MB of WebAssembly and JavaScript.
///
/// # Panics
/// When a verdict is another than it must be.
pub fn run(page: &Page, count: usize, busy: bool) -> OfficeBench {
    let folder = tempfile::tempdir().expect("a folder for the files");
    let batch = reports::write(folder.path(), count, CheckList::Ours);
    desk::note_insides(page);
    page.open("office.html");
    desk::know(page, &batch);
    let _busy = busy.then(BusyCore::begin);
    desk::begin(page, &batch.files);
    let seen = desk::finish(page, count);
    assert_eq!(desk::counts(page), desk::expected(&batch), "verdicts");
    let cards = count.min(CARDS);
    OfficeBench { seen, cards, longest: desk::longest_frame_of_cards(page, cards) }
}
