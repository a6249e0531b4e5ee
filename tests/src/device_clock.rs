//! The clock of the device, set to a moment of the test's choosing; it goes on from there.

use serde_json::json;

use crate::page::Page;

/// A script that makes every document opened from now on believe the moment.
const CLOCK: &str = "
    const Real = Date, shift = Date.parse('MOMENT') - Real.now();
    globalThis.Date = class extends Real {
        constructor(...given) { given.length ? super(...given) : super(Real.now() + shift); }
        static now() { return Real.now() + shift; }
    };";

/// A clock that was set.
#[derive(Debug)]
pub struct DeviceClock {
    identifier: String,
}

impl DeviceClock {
    /// Sets the clock to a moment in RFC 3339, for every document that is opened from now on.
    ///
    /// # Panics
    /// When the browser is not one that is driven by the DevTools protocol.
    pub fn set(page: &Page, moment: &str) -> Self {
        let source = CLOCK.replace("MOMENT", moment);
        let set = page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source }));
        Self { identifier: set["identifier"].as_str().expect("the script's identifier").to_owned() }
    }

    /// Lets documents opened from now on see the clock as it is.
    pub fn unset(self, page: &Page) {
        page.devtools("Page.removeScriptToEvaluateOnNewDocument", &json!({ "identifier": self.identifier }));
    }
}
