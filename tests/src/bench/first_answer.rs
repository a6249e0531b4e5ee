//! Measures how soon the first question can be answered on a telephone new to the site.
//!
//! The page stands beside the same questions as plain HTML and in SurveyJS, with a processor four times as slow as
//! this machine's and the network of a telephone.

use std::{
    fmt, fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};

use crate::{journey_on, site::Site, workplace};

/// How much slower than this machine a telephone is.
const SLOWER: u32 = 4;
/// Bits a second and milliseconds there and back, of the profile that web measurements call 4G.
const NETWORK: (u32, u32) = (9_000_000, 170);
/// Each page is opened so often, every time by a browser that has nothing; the median counts.
const TIMES: usize = 3;

/// Presses whatever stands in its way as soon as it is there.
///
/// Notes when there was something to press, and when the last press was painted.
const WALK: &str = "
    window.firstAnswer = null;
    let shown = null;
    const painted = (then) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = then;
        port2.postMessage(null);
    });
    const next = () => {
        const [selector, hash] = steps[0];
        const found = document.querySelector(selector);
        if (!found) return requestAnimationFrame(next);
        shown ??= performance.now();
        steps.shift();
        if (hash) location.hash = hash; else found.click();
        if (steps.length) return requestAnimationFrame(next);
        painted(() => {
            const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
            const bytes = all.reduce((sum, one) => sum + one.encodedBodySize, 0);
            window.firstAnswer = { shown, answered: performance.now(), bytes };
        });
    };
    requestAnimationFrame(next);";

/// A script that keeps the offline copy from being fetched beside the page, past the slow network.
const NOTHING_BESIDE: &str = "Object.defineProperty(navigator, 'serviceWorker', { value: undefined });";

/// A page with questions, and what leads to the first answer on it.
struct Candidate {
    said: &'static str,
    path: &'static str,
    /// The buttons to press, or the page to go to once it is there.
    steps: &'static [(&'static str, &'static str)],
}

static CANDIDATES: [Candidate; 3] = [
    Candidate {
        said: "安自评",
        path: "index.html",
        steps: &[
            ("[data-action=start]", ""),
            ("main[data-page=enterprise]", "#/element/1"),
            ("[data-item] input[type=radio]", ""),
        ],
    },
    Candidate { said: "plain HTML", path: "foreign/plain.html", steps: &[("input[type=radio]", "")] },
    Candidate { said: "SurveyJS", path: "foreign/survey.html", steps: &[("input[type=radio]", "")] },
];

/// The measurements of a page.
#[derive(Debug)]
struct Measured {
    said: &'static str,
    /// Milliseconds from going to the address until there is something to press.
    shown: f64,
    /// Milliseconds until the first answer was painted.
    answered: f64,
    /// Bytes that came until then, packed.
    bytes: f64,
}

impl fmt::Display for Measured {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { said, shown, answered, bytes } = self;
        write!(
            formatter,
            "  {said:<10} there after {:.2} s, first answer after {:.2} s, {:.0} kB",
            shown / 1_000.0,
            answered / 1_000.0,
            bytes / 1_000.0
        )
    }
}

/// Measures and prints.
///
/// # Panics
/// When there is no built site, SurveyJS is not installed, or a page does not come to its first answer.
pub fn run() {
    let folder = tempfile::tempdir().expect("a folder for the site");
    site_with_others(folder.path());
    println!(
        "First answer from empty caches, processor {SLOWER} times as slow, {} Mbit/s and {} ms, packed by gzip:",
        NETWORK.0 / 1_000_000,
        NETWORK.1
    );
    for candidate in &CANDIDATES {
        println!("{}", measure(folder.path(), candidate));
    }
}

fn measure(folder: &Path, candidate: &Candidate) -> Measured {
    let mut runs: Vec<Value> = (0..TIMES).map(|_| first_answer(folder, candidate)).collect();
    runs.sort_by(|one, other| number(one, "answered").total_cmp(&number(other, "answered")));
    let median = &runs[TIMES / 2];
    Measured {
        said: candidate.said,
        shown: number(median, "shown"),
        answered: number(median, "answered"),
        bytes: number(median, "bytes"),
    }
}

fn first_answer(folder: &Path, candidate: &Candidate) -> Value {
    let mut answer = Value::Null;
    journey_on(Site::of(folder), "bench-first-answer", |page| {
        page.before_each_document(NOTHING_BESIDE);
        page.before_each_document(&format!("{{ const steps = {};{WALK} }}", json!(candidate.steps)));
        page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWER }));
        let bytes = NETWORK.0 / 8;
        page.devtools("Network.enable", &json!({}));
        page.devtools(
            "Network.emulateNetworkConditions",
            &json!({ "offline": false, "latency": NETWORK.1, "downloadThroughput": bytes, "uploadThroughput": bytes }),
        );
        page.load(candidate.path);
        page.until("first answer", "return window.firstAnswer !== null", &[]);
        answer = page.js("return window.firstAnswer", &[]);
    });
    answer
}

fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().unwrap_or_else(|| panic!("no number {name}: {value}"))
}

/// The built site with the same questions in plain HTML and in SurveyJS.
///
/// Every file lies packed beside itself.
fn site_with_others(folder: &Path) {
    super::verify::copy(&workplace::dist(), folder);
    let foreign = folder.join("foreign");
    fs::create_dir_all(&foreign).expect("a folder");
    let modules = workplace::tools().join("foreign/node_modules");
    for file in [
        "survey-core/survey.core.min.js",
        "survey-core/survey-core.fontless.min.css",
        "survey-js-ui/survey-js-ui.min.js",
    ] {
        let name = Path::new(file).file_name().expect("a name");
        fs::copy(modules.join(file), foreign.join(name)).expect("SurveyJS is installed");
    }
    let elements = elements(folder);
    fs::write(foreign.join("plain.html"), plain(&elements)).expect("a page");
    fs::write(foreign.join("survey.html"), survey(&elements)).expect("a page");
    pack(folder);
}

/// The questions of the built-in check list, by element.
fn elements(folder: &Path) -> Vec<Vec<String>> {
    let lists = files_of(&folder.join("assets"));
    let is_list =
        |file: &PathBuf| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("check-list"));
    let file = lists.into_iter().find(is_list).expect("the check list of the site");
    let list: Value = serde_json::from_slice(&fs::read(file).expect("the check list")).expect("JSON");
    let all = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let question = |item: &Value| item["question"].as_str().expect("a question").to_owned();
    all(&list["elements"]).iter().map(|element| all(&element["items"]).iter().map(question).collect()).collect()
}

/// Browsers ask for one otherwise.
const NO_ICON: &str = "<link rel=icon href=data:,>";
const MARKS: [&str; 3] = ["是", "部分", "否"];

fn plain(elements: &[Vec<String>]) -> String {
    let mut body = String::new();
    for (number, question) in elements.iter().flatten().enumerate() {
        let mark = |mark: &str| format!("<label><input type=radio name=q{number} value={mark}>{mark}</label>");
        let marks: String = MARKS.map(mark).concat();
        body += &format!("<fieldset><legend>{question}</legend>{marks}</fieldset>\n");
    }
    format!("<!DOCTYPE html><html lang=zh-CN><meta charset=utf-8>{NO_ICON}<title>plain</title><body>\n{body}")
}

/// Writes the page as its documentation begins: model, styles, renderer; an element a page.
///
/// Without the font, which it would ask of another site.
fn survey(elements: &[Vec<String>]) -> String {
    let question = |(number, title): (usize, &String)| json!({ "type": "radiogroup", "name": format!("q{number}"), "title": title, "choices": MARKS });
    let page =
        |questions: &Vec<String>| json!({ "elements": questions.iter().enumerate().map(question).collect::<Vec<_>>() });
    let model = json!({ "pages": elements.iter().map(page).collect::<Vec<_>>() });
    format!(
        "<!DOCTYPE html><html lang=zh-CN><meta charset=utf-8>{NO_ICON}<title>survey</title>
<link rel=stylesheet href=survey-core.fontless.min.css><script src=survey.core.min.js></script><script src=survey-js-ui.min.js></script>
<body><div id=survey></div><script>new Survey.Model({model}).render(document.getElementById('survey'));</script>"
    )
}

/// Every file of a folder and of those in it once more, packed.
fn pack(folder: &Path) {
    for file in files_of(folder) {
        if file.is_dir() {
            pack(&file);
        } else {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(&fs::read(&file).expect("a file")).expect("packed");
            let mut name = file.into_os_string();
            name.push(".gz");
            fs::write(name, packed.finish().expect("packed")).expect("a file");
        }
    }
}

fn files_of(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).expect("a folder that is there").flatten().map(|entry| entry.path()).collect()
}
