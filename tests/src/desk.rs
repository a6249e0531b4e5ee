//! A long run of the desk: thousands of files checked while the page is watched for pauses.

use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

use serde_json::{Value, json};

use crate::{page::Page, reports::Batch, wait};

/// The longest that any run may take.
const PATIENCE: Duration = Duration::from_secs(900);

/// Notes the memories of the WebAssembly of a page, in `window.memories`.
pub const NOTE_MEMORIES: &str = "
    window.memories = [];
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const whole = WebAssembly[name];
        WebAssembly[name] = async (...all) => {
            const made = await whole.apply(WebAssembly, all);
            const memory = (made.instance ?? made).exports.memory;
            if (memory) window.memories.push(memory);
            return made;
        };
    }";
/// Lets scripts of tests start a worker where the page requires Trusted Types.
///
/// This policy is made before the page's own rules hold. Gives `window.scriptAddress`.
pub const TRUST_TESTS: &str = "
    const rules = { createScriptURL: (text) => text };
    const trusted = window.trustedTypes?.createPolicy('tests', rules) ?? rules;
    window.scriptAddress = () =>
        trusted.createScriptURL(new URL(document.documentElement.dataset.worker, document.baseURI).href);";
/// Keeps the workers of a page at hand, in `window.crew`.
const NOTE_CREW: &str = "
    window.crew = [];
    const Plain = Worker;
    window.Worker = class extends Plain { constructor(...all) { super(...all); window.crew.push(this); } };";

/// Notes the memory of the WebAssembly of the page, and keeps its workers at hand.
pub fn note_insides(page: &Page) {
    page.before_each_document(NOTE_MEMORIES);
    page.before_each_document(NOTE_CREW);
    page.before_each_document(TRUST_TESTS);
}

/// Begins with the choice of files.
///
/// Notes every pause between two frames, the first verdict, and the largest heap.
const WATCH: &str = "
    const seen = window.seen = { pauses: [], heap: 0, first: null, began: null, ended: null };
    let last = performance.now();
    const frame = () => {
        const now = performance.now();
        // What the browser does with the files before it hands them over is not the page's.
        if (seen.began !== null) seen.pauses.push({ at: now - seen.began, long: now - Math.max(last, seen.began) });
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

/// The longest pause that a page may make between two frames, in milliseconds.
///
/// On a machine that does nothing else.
const ALLOWED: f64 = 100.0;
/// The time of four frames of sixty a second.
///
/// An idle machine shows half of [`ALLOWED`] worth of work after three or four.
const FOUR_FRAMES: f64 = 1e3 / 60.0 * 4.0;
/// The longest pause with a worker as busy as in a run and thirty frames of fixed work.
///
/// Each frame has half of [`ALLOWED`] worth of work, as measured where it is done fastest.
const HALF_AS_BUSY: &str = "
    const [work, done] = arguments;
    const worker = new Worker(window.scriptAddress());
    const bytes = new TextEncoder().encode(JSON.stringify(Array(2000).fill('查'.repeat(50))));
    worker.onmessage = () => worker.postMessage([[1, JSON.stringify({ check_file: { name: 'busy.json' } }), bytes]]);
    let kept = 0;
    const turn = (rounds) => { for (let i = 0; i < rounds; i++) kept = Math.imul(kept ^ i, 0x9e3779b1); };
    let least = Infinity;
    for (let i = 0; i < 40; i++) {
        const from = performance.now();
        turn(1e6);
        least = Math.min(least, performance.now() - from);
    }
    const rounds = work / least * 1e6;
    let frames = 0, last = null, longest = 0;
    const frame = () => {
        const now = performance.now();
        if (last !== null) longest = Math.max(longest, now - last);
        last = now;
        if (frames++ === 30) {
            worker.terminate();
            return done(longest + 0 * kept);
        }
        turn(rounds);
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// The longest pause between two frames that is the machine's and not the page's, milliseconds.
///
/// 100 where nothing else runs, and as much more as this machine, with whatever it does besides, stretches half of
/// that.
pub fn allowed_pause(desk: &Page) -> f64 {
    let longest = desk.later(HALF_AS_BUSY, &[json!(ALLOWED / 2.0)]).as_f64().expect("a pause");
    ALLOWED * (longest / FOUR_FRAMES).max(1.0)
}

/// A pause between two frames.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pause {
    /// How long it took, milliseconds.
    pub long: f64,
    /// When it ended, milliseconds after the choice.
    pub at: f64,
}

/// The times and counts that were seen.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Files checked.
    pub files: usize,
    /// From the choice to the first verdict, milliseconds.
    pub first: f64,
    /// From the choice to the last verdict, milliseconds.
    pub whole: f64,
    /// Pauses between two frames, the longest last.
    pub pauses: Vec<Pause>,
    /// Bytes of WebAssembly memory of the page; it never shrinks, so this is the most there was.
    pub memory: f64,
    /// Most bytes of the JavaScript heap of the page.
    pub heap: f64,
    /// Most bytes that the page's process ever had, its workers and the browser's own code included.
    pub process: u64,
}

impl Seen {
    /// The longest pause between two frames.
    pub fn longest_pause(&self) -> Pause {
        self.pauses.last().copied().unwrap_or_default()
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, first, whole, memory, heap, process, .. } = self;
        writeln!(
            formatter,
            "{files} files end to end in {:.1} s: {:.0} files/s, the first verdict after {first:.0} ms",
            whole / 1e3,
            *files as f64 / whole * 1e3
        )?;
        let over = self.pauses.iter().filter(|pause| pause.long > ALLOWED).count();
        let Pause { long, at } = self.longest_pause();
        let all = self.pauses.len();
        writeln!(
            formatter,
            "  longest pause between frames {long:.0} ms, {at:.0} ms after the choice; {over} of {all} over {ALLOWED} ms"
        )?;
        let (memory, heap, process) = (memory / 1e6, heap / 1e6, *process as f64 / 1e6);
        write!(
            formatter,
            "  page at most: WebAssembly {memory:.1} MB, JavaScript heap {heap:.1} MB; its whole process {process:.0} MB"
        )
    }
}

/// Restores the registry that knows the enterprises of a batch.
pub fn know(desk: &Page, batch: &Batch) {
    restore(desk, &batch.backup);
}

/// Restores a backup of a desk.
pub fn restore(desk: &Page, backup: &Path) {
    desk.go("#/registry", "registry");
    desk.hand_over("restore", backup);
    desk.press("apply-restore");
    desk.saved();
    desk.go("#/inbox", "inbox");
}

/// Hands files over and begins to watch.
pub fn begin(desk: &Page, files: &[PathBuf]) {
    desk.js(WATCH, &[]);
    desk.hand_over_all("choose-files", files);
}

/// Does something to the page at the moment when the first verdicts stand on it.
///
/// There is always work left then, however fast it goes. [`deed_done`] tells that it was done.
pub fn at_first_verdict(desk: &Page, deed: &str) {
    let watch = format!(
        "window.deed = undefined;
        new MutationObserver((changes, observer) => {{
            if (!document.querySelector('[data-verdict]')) return;
            observer.disconnect();
            window.deed = (() => {{ {deed} }})() ?? true;
        }}).observe(document.querySelector('main'), {{ childList: true, subtree: true }});"
    );
    desk.js(&watch, &[]);
}

/// Returns whether the deed of [`at_first_verdict`] was done; nothing while there was no verdict yet.
pub fn deed_done(desk: &Page) -> Option<bool> {
    desk.js("return window.deed ?? null", &[]).as_bool()
}

/// Waits until all rows are drawn that the list is to show.
pub fn drawn(desk: &Page) {
    desk.until(
        "all rows drawn",
        "return document.querySelector('[data-files]').getAttribute('aria-busy') === null",
        &[],
    );
}

/// Asks for more cards until so many are drawn; gives the longest frame meanwhile.
const DRAW: &str = "
    const [wanted, done] = arguments;
    const list = document.querySelector('[data-files]');
    let longest = 0, last = performance.now();
    const frame = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        const drawn = list.querySelectorAll('[data-verdict]').length;
        if (drawn >= wanted) return done(longest);
        if (list.ariaBusy !== 'true') list.parentElement.querySelector('[data-action=more]').click();
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);";

/// Draws so many cards; gives the longest frame meanwhile, in milliseconds.
pub fn longest_frame_of_cards(desk: &Page, cards: usize) -> f64 {
    desk.later(DRAW, &[json!(cards)]).as_f64().expect("a frame")
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
    let pause = |one: &Value| Some(Pause { long: one["long"].as_f64()?, at: one["at"].as_f64()? });
    let mut pauses: Vec<Pause> = seen["pauses"].as_array().into_iter().flatten().filter_map(pause).collect();
    pauses.sort_by(|a, b| a.long.total_cmp(&b.long));
    Seen {
        files,
        first: number("first") - number("began"),
        whole: number("ended") - number("began"),
        pauses,
        memory: memory(desk),
        heap: number("heap"),
        process: desk.browser.most_memory().unwrap_or_default(),
    }
}

/// Bytes of the WebAssembly memory of the page.
pub fn memory(desk: &Page) -> f64 {
    let bytes = desk.js("return window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)", &[]);
    bytes.as_f64().unwrap_or_default()
}

/// Verdict and code of the reason of each row that is drawn, by file name; no reason is an empty one.
///
/// # Panics
/// When a row has no name.
pub fn verdicts(desk: &Page) -> BTreeMap<String, (String, String)> {
    let rows = desk.js(
        "return Object.fromEntries([...document.querySelectorAll('[data-verdict]')].map((row) => [
            row.querySelector('[data-file-name]').textContent,
            [row.dataset.verdict, row.querySelector('[data-reason]')?.dataset.reason ?? ''],
        ]))",
        &[],
    );
    serde_json::from_value(rows).expect("rows by their names")
}

/// Reads the page's counts of files by verdict, those not seen left out.
pub fn counts(desk: &Page) -> Value {
    let body = "return Object.fromEntries([...document.querySelectorAll('[data-filter]')]
        .map((button) => [button.dataset.filter, Number(button.querySelector('[data-count]').dataset.count)])
        .filter(([, count]) => count > 0))";
    desk.js(body, &[])
}

/// The counts that [`counts`] must give for a batch.
pub fn expected(batch: &Batch) -> Value {
    let mut expected = json!(batch.expected);
    expected["all"] = batch.files.len().into();
    expected
}
