//! Measures how fast and how large the page is with a month open.
//!
//! It stands beside a page of plain HTML with the same number of questions.

use std::fmt;

use serde_json::{Value, json};

use crate::{desk, faults::throughput::Times, page::Page};

/// Clicks that are measured.
const CLICKS: usize = 100;

/// From a click on a mark to the frame that shows it; the marks of the page are taken in turn.
const CLICK_ALL: &str = "
    const [clicks, done] = arguments;
    const groups = [...document.querySelectorAll('[data-item]')]
        .map((item) => [...item.querySelectorAll('input[type=radio]')].filter((mark) => mark.value === 'yes' || mark.value === 'partly'))
        .filter((marks) => marks.length === 2);
    const times = [];
    const painted = (then) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
    });
    const next = () => {
        if (times.length === clicks) return done(times);
        const mark = groups[times.length % groups.length].find((mark) => !mark.checked);
        const began = performance.now();
        mark.click();
        painted(() => { times.push(performance.now() - began); painted(next); });
    };
    painted(next);";

/// The same questions as plain HTML that only counts what is marked.
///
/// What no program can be faster than.
const PLAIN: &str = "
    const [questions] = arguments;
    // Node by node: the page allows no text to become HTML.
    const element = (name, members, ...children) => {
        const made = Object.assign(document.createElement(name), members);
        made.append(...children);
        return made;
    };
    const marks = (index) => ['yes', 'partly', 'no']
        .map((mark) => element('label', {}, element('input', { type: 'radio', name: `q${index}`, value: mark }), mark));
    const question = (index) => {
        const made = element('fieldset', {}, element('legend', {}, `第 ${index} 项`), ...marks(index));
        made.dataset.item = index;
        return made;
    };
    document.body.replaceChildren(element('output', {}, '0'), ...Array.from({ length: questions }, (_, index) => question(index)));
    document.body.addEventListener('change', () => {
        document.querySelector('output').value = document.querySelectorAll(':checked').length;
    });";

/// Opens the month that is on the screen anew.
///
/// Goes to another page and back, from the press to the painted page.
const OPEN_MONTH: &str = "
    const [route, last, done] = arguments;
    const painted = (then) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
    });
    const began = performance.now();
    const look = () => document.querySelector(last) ? painted(() => done(performance.now() - began)) : painted(look);
    location.hash = route;
    look();";

/// Loads of the page that are measured.
const LOADS: usize = 9;

/// Notes in `window.stands` when the questions of the month stood on the page, by the page's own clock.
const NOTE_QUESTIONS: &str = "
    const look = () => {
        if (document.querySelector('[data-item]')) window.stands = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

/// The measurements of a month.
#[derive(Debug)]
pub struct Measured {
    /// Questions of the month.
    pub questions: usize,
    /// From a click to the frame that shows it, milliseconds.
    pub click: Times,
    /// The same with plain HTML.
    pub plain: Times,
    /// From the start of a load of the page to the questions of the month.
    ///
    /// Everything is in the browser's caches.
    pub load: Times,
    /// From going to a page with questions to the frame that shows it, milliseconds.
    pub open: f64,
    /// Bytes of WebAssembly memory.
    pub memory: f64,
    /// Bytes of the JavaScript heap after collection.
    pub heap: f64,
}

impl fmt::Display for Measured {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pair = |times: &Times| (times.percentile(50), times.percentile(95));
        let ((median, p95), (plain_median, plain_p95)) = (pair(&self.click), pair(&self.plain));
        writeln!(formatter, "{} questions", self.questions)?;
        writeln!(formatter, "  click → painted: median {median:.1} ms, 95 % within {p95:.1} ms")?;
        writeln!(formatter, "  plain HTML:      median {plain_median:.1} ms, 95 % within {plain_p95:.1} ms")?;
        writeln!(formatter, "  page of the first element from another page: {:.0} ms", self.open)?;
        writeln!(
            formatter,
            "  whole load with the month, from the browser's caches: median {:.0} ms of {LOADS}",
            self.load.percentile(50)
        )?;
        let megabytes = |bytes: f64| bytes / 1_000_000.0;
        write!(
            formatter,
            "  memory: WebAssembly {:.1} MB, JavaScript heap {:.1} MB",
            megabytes(self.memory),
            megabytes(self.heap)
        )
    }
}

/// Measures the month that is open in `page`; its first element has the questions that are clicked.
///
/// # Panics
/// When the browser does not answer.
pub fn measure(page: &Page, questions: usize) -> Measured {
    page.before_each_document(desk::NOTE_MEMORIES);
    page.offline_ready();
    page.go("#/", "home");
    let open = number(&page.later(OPEN_MONTH, &[json!("#/element/1"), json!("[data-item]")]));
    page.before_each_document(NOTE_QUESTIONS);
    let load = Times::of((0..LOADS).map(|_| load(page)).collect());
    let click = times(&page.later(CLICK_ALL, &[json!(CLICKS)]));
    page.saved();
    page.reload();
    page.devtools("HeapProfiler.enable", &json!({}));
    page.devtools("HeapProfiler.collectGarbage", &json!({}));
    page.devtools("Performance.enable", &json!({}));
    let heap = metric(&page.devtools("Performance.getMetrics", &json!({})), "JSHeapUsedSize");
    let memory =
        number(&page.js("return window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)", &[]));
    page.js(PLAIN, &[json!(questions)]);
    let plain = times(&page.later(CLICK_ALL, &[json!(CLICKS)]));
    page.reload();
    Measured { questions, click, plain, load, open, memory, heap }
}

fn load(page: &Page) -> f64 {
    page.reload();
    page.until("the questions stand", "return window.stands !== undefined", &[]);
    number(&page.js("return window.stands", &[]))
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_else(|| panic!("no number: {value}"))
}

fn times(value: &Value) -> Times {
    Times::of(value.as_array().into_iter().flatten().map(number).collect())
}

fn metric(answer: &Value, name: &str) -> f64 {
    let metrics = answer["metrics"].as_array().into_iter().flatten();
    number(
        metrics.filter(|metric| metric["name"] == name).map(|metric| &metric["value"]).next().unwrap_or(&Value::Null),
    )
}
