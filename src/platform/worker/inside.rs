//! The worker's side: takes a job, runs it and answers.

use anziping_core::edition::{Edition, Editions, builtin};
use anziping_core::json;
use anziping_core::request::{self, NoRandom, Reply, Surroundings};
use anziping_seal::json::Normalise;
use anziping_seal::keys::KnownKeys;
use anziping_tables::Piece;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::message::{self, ReceivedJob};
use crate::platform::check_list;
use crate::platform::listen::Listening;
use crate::platform::random;
use crate::platform::unicode::Nfc;

#[derive(Default)]
struct Browser {
    known_keys: KnownKeys,
}

impl Surroundings for Browser {
    fn random(&mut self, bytes: &mut [u8]) -> Result<(), NoRandom> {
        random::fill(bytes).map_err(|_| NoRandom)
    }

    fn normaliser(&self) -> &dyn Normalise {
        &Nfc
    }

    fn known_keys(&self) -> Option<&KnownKeys> {
        Some(&self.known_keys)
    }
}

/// Answers jobs as long as the worker lives. Called once, by the worker's `main`.
///
/// A panic is reported to the page, which then ends this worker and starts another for the next job.
pub fn serve() {
    let list = check_list::given().unwrap_or_default();
    let mut editions = builtin::install(list).and_then(|()| Edition::builtin()).map(Editions::new);
    let mut browser = Browser::default();
    attend(move |asked, _| match &mut editions {
        Ok(editions) => run(asked, editions, &mut browser),
        Err(damaged) => ("misunderstood", damaged.to_string()),
    });
}

/// Serves as [`serve`] does, for the worker that reads and writes spreadsheets.
///
/// A program of its own, so that nobody who signs fetches it.
pub fn serve_tables() {
    attend(|asked, scope| {
        let job = match json::read(&asked.job) {
            Ok(job) => job,
            Err(fault) => return ("misunderstood", format!("line {} column {}", fault.line(), fault.column())),
        };
        let mut unwritten = None;
        let outcome = anziping_tables::run(job, &asked.bytes, |piece| {
            let bytes = match piece {
                Piece::Rows(rows) => json::write(&rows).map(String::into_bytes),
                Piece::File(file) => Ok(file),
            };
            match bytes {
                Ok(bytes) => hand_over(scope, &asked.id, &bytes),
                Err(fault) => unwritten = Some(fault.to_string()),
            }
        });
        unwritten.map_or_else(|| told(outcome), |fault| ("misunderstood", fault))
    });
}

fn attend(mut answer: impl FnMut(&ReceivedJob, &DedicatedWorkerGlobalScope) -> (&'static str, String) + 'static) {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let dying = scope.clone();
    std::panic::set_hook(Box::new(move |info| post(&dying, &message::panic(&info.to_string()))));
    let answering = scope.clone();
    Listening::to(&scope, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let answers: Array = message::asked(&event.data())
            .map(|asked| {
                let (kind, text) = answer(&asked, &answering);
                message::answer(&asked.id, kind, &text)
            })
            .collect();
        post(&answering, &answers);
    })
    .forever();
    post(&scope, &message::ready());
}

fn told(outcome: Result<impl serde::Serialize, impl serde::Serialize>) -> (&'static str, String) {
    let (kind, text) = match outcome {
        Ok(done) => ("done", json::write(&done)),
        Err(fault) => ("fault", json::write(&fault)),
    };
    text.map_or_else(|fault| ("misunderstood", fault.to_string()), |text| (kind, text))
}

fn run(asked: &ReceivedJob, editions: &mut Editions<'_>, browser: &mut Browser) -> (&'static str, String) {
    match request::answer(&asked.job, &asked.bytes, editions, browser) {
        Ok(Reply::Done(text)) => ("done", text),
        Ok(Reply::Fault(text)) => ("fault", text),
        Err(misunderstood) => ("misunderstood", misunderstood.to_string()),
    }
}

/// The bytes go over without another copy.
fn hand_over(scope: &DedicatedWorkerGlobalScope, id: &JsValue, bytes: &[u8]) {
    let bytes = Uint8Array::from(bytes);
    let given = Array::of1(&bytes.buffer());
    let told = Array::of1(&message::piece(id, &bytes));
    if let Err(thrown) = scope.post_message_with_transfer(&told, &given) {
        web_sys::console::error_1(&thrown);
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &Array) {
    if let Err(thrown) = scope.post_message(message) {
        // Texts in arrays are always cloneable; a page that is gone needs no answer.
        web_sys::console::error_1(&thrown);
    }
}
