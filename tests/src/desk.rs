//! A long run of the desk: thousands of files checked while the page is watched for pauses.

use std::{fmt, time::Duration};

use serde_json::{Value, json};

use crate::{page::Page, reports::Batch, wait};

/// The longest that any run may take.
const PATIENCE: Duration = Duration::from_secs(900);

/// Notes the memory of the WebAssembly of the page, and keeps its workers at hand.
pub const NOTE_INSIDES: &str = "
    window.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const whole = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await whole.apply(WebAssembly, all);
            const memory = (made.instance ?? made).exports.memory;
            if (memory) window.memories.push(memory);
            return made;
        };
    }
    window.crew = [];
    const Plain = Worker;
    window.Worker = class extends Plain { constructor(...all) { super(...all); window.crew.push(this); } };";

/// Begins with the choice of files: notes every pause between two frames, the first verdict, and the largest heap.
const WATCH: &str = "
    const seen = window.seen = { pauses: [], heap: 0, first: null, began: null, ended: null };
    let last = performance.now();
    const frame = () => {
        const now = performance.now();
        if (seen.began !== null) seen.pauses.push(now - last);
        last = now;
        seen.heap = Math.max(seen.heap, performance.memory.usedJSHeapSize);
        if (seen.ended === null) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    addEventListener('change', (event) => { if ('picker' in event.target.dataset) seen.began = performance.now(); }, { capture: true });
    new MutationObserver((changes, observer) => {
        if (seen.first === null && document.querySelector('[data-verdict]')) seen.first = performance.now();
        if (seen.first !== null && !document.querySelector('[data-running]')) { seen.ended = performance.now(); observer.disconnect(); }
    }).observe(document.querySelector('main'), { childList: true, subtree: true });";

/// What was seen.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Files checked.
    pub files: usize,
    /// From the choice to the first verdict, milliseconds.
    pub first: f64,
    /// From the choice to the last verdict, milliseconds.
    pub whole: f64,
    /// Pauses between two frames, milliseconds, the longest last.
    pub pauses: Vec<f64>,
    /// Bytes of WebAssembly memory of the page; it never shrinks, so this is the most there was.
    pub memory: f64,
    /// Most bytes of the JavaScript heap of the page.
    pub heap: f64,
}

impl Seen {
    /// The longest pause between two frames, milliseconds.
    pub fn longest_pause(&self) -> f64 {
        self.pauses.last().copied().unwrap_or_default()
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, first, whole, memory, heap, .. } = self;
        writeln!(
            formatter,
            "{files} files end to end in {:.1} s: {:.0} files/s, the first verdict after {first:.0} ms",
            whole / 1e3,
            *files as f64 / whole * 1e3
        )?;
        let over = self.pauses.iter().filter(|pause| **pause > 100.0).count();
        writeln!(formatter, "  longest pause between frames {:.0} ms, {over} of {} over 100 ms", self.longest_pause(), self.pauses.len())?;
        write!(formatter, "  page at most: WebAssembly {:.1} MB, JavaScript heap {:.1} MB", memory / 1e6, heap / 1e6)
    }
}

/// Restores the registry that knows the enterprises of a batch.
pub fn know(desk: &Page, batch: &Batch) {
    desk.go("#/registry", "registry");
    desk.hand_over("restore", &batch.backup);
    desk.press("apply-restore");
    desk.saved();
    desk.go("#/inbox", "inbox");
}

/// Hands a batch over and begins to watch.
pub fn begin(desk: &Page, batch: &Batch) {
    desk.js(WATCH, &[]);
    desk.hand_over_all("choose-files", &batch.files);
}

/// Waits for the last verdict.
///
/// # Panics
/// When none comes.
pub fn finish(desk: &Page, files: usize) -> Seen {
    let ended = || desk.js("return window.seen.ended", &[]).as_f64();
    wait::for_answer_within(PATIENCE, ended).expect("the checking ends");
    let seen = desk.js("return window.seen", &[]);
    let number = |name: &str| seen[name].as_f64().unwrap_or_default();
    let mut pauses: Vec<f64> = seen["pauses"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    pauses.sort_by(f64::total_cmp);
    let memory = desk.js("return window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)", &[]);
    Seen {
        files,
        first: number("first") - number("began"),
        whole: number("ended") - number("began"),
        pauses,
        memory: memory.as_f64().unwrap_or_default(),
        heap: number("heap"),
    }
}

/// How many files the page counts of each verdict, those not seen left out.
pub fn counts(desk: &Page) -> Value {
    let body = "return Object.fromEntries([...document.querySelectorAll('[data-filter]')]
        .map((button) => [button.dataset.filter, Number(button.querySelector('[data-count]').dataset.count)])
        .filter(([, count]) => count > 0))";
    desk.js(body, &[])
}

/// What [`counts`] must give for a batch.
pub fn expected(batch: &Batch) -> Value {
    let mut expected = json!(batch.expected);
    expected["all"] = batch.files.len().into();
    expected
}
