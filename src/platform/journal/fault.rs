//! Says why the journal did not do as asked, each time with what a person can do.

use wasm_bindgen::JsValue;

use crate::platform::js;

/// Why the journal did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum JournalFault {
    /// This browser has no IndexedDB, or not in this kind of window.
    ///
    /// Drafts live in localStorage alone; the page says that a power cut may cost the last seconds.
    #[error("this browser has no IndexedDB")]
    Absent,
    /// The browser has IndexedDB and will not open it; holds its name for the reason.
    ///
    /// Blocked site data, a private window, a damaged profile. The person can allow site data or use another browser.
    #[error("the browser will not open IndexedDB: {0}")]
    Refused(String),
    /// Another tab still runs an older version of the program and holds the database.
    ///
    /// The person can close that tab.
    #[error("another tab holds an older version of the database")]
    Blocked,
    /// A newer version of the program has been here. The person can reload to get it.
    #[error("the database is newer than this program")]
    Newer,
    /// The browser closed the connection, and again after it was reopened. The person can reload.
    #[error("the browser closed the database")]
    Closed,
    /// No room left on the disk or in the browser's share of it; nothing of the transaction was kept.
    ///
    /// The person should export now, then make room.
    #[error("no room left for the database")]
    Full,
    /// The browser did not answer in time (some do so after a fault of their own).
    ///
    /// The person can reload; whether the records were kept is unknown.
    #[error("the database does not answer")]
    NoAnswer,
    /// The program has stopped after a fault of its own and writes nothing more. The person can reload.
    #[error("the program has stopped and saves nothing")]
    Halted,
    /// Another tab has put something there that this one does not know.
    ///
    /// Nothing of the transaction was kept. The person chooses.
    #[error("another tab has written the same record")]
    Overtaken,
    /// Anything else, with the browser's name for it. The person should export now and reload.
    #[error("the database failed: {0}")]
    Failed(String),
}

impl JournalFault {
    pub(super) fn thrown(value: &JsValue) -> Self {
        if js::is_full(value) {
            return Self::Full;
        }
        match js::error_name(value).as_str() {
            // InvalidStateError: the connection is closed. AbortError: it was closed while the transaction ran.
            // UnknownError: WebKit's "connection to the server lost", and read or write errors, worth one more try.
            "InvalidStateError" | "AbortError" | "UnknownError" => Self::Closed,
            other => Self::Failed(other.to_owned()),
        }
    }
}
