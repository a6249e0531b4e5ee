//! Normalises text by the browser: the tables of Unicode would weigh more than the rest of the program.

use anziping_seal::json::Normalise;
use js_sys::JsString;

/// Form C through `String.prototype.normalize`, on the page as in the worker.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Nfc;

impl Normalise for Nfc {
    fn is_nfc(&self, text: &str) -> bool {
        // Nearly every text is ASCII or plain Chinese. ASCII is always in form C and need not cross over to JavaScript.
        text.is_ascii() || {
            let text = JsString::from(text);
            text.normalize("NFC") == text
        }
    }

    fn to_nfc(&self, text: &str) -> String {
        if text.is_ascii() { text.to_owned() } else { String::from(JsString::from(text).normalize("NFC")) }
    }
}
