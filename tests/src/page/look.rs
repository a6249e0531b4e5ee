//! Looks at a page as people do: texts, pictures, paper.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;

use super::Page;
use crate::browser::{Ability, Engine};
use crate::evidence;
use crate::wait;
use crate::workplace;

impl Page {
    /// Text of the first match.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        let text = self.js("return document.querySelector(arguments[0])?.innerText ?? null", &[json!(selector)]);
        text.as_str().unwrap_or_else(|| panic!("nothing matches {selector}")).to_owned()
    }

    /// All names in the accessibility tree: what can be had without running anything in the page.
    pub fn seen_by_assistive_technology(&self) -> String {
        let tree = self.devtools("Accessibility.getFullAXTree", &json!({}));
        let names = tree["nodes"].as_array().into_iter().flatten().filter_map(|node| node["name"]["value"].as_str());
        names.collect::<Vec<_>>().join("\n")
    }

    /// Value of the field.
    #[track_caller]
    pub fn value(&self, selector: &str) -> String {
        let value = self.js("return document.querySelector(arguments[0])?.value ?? null", &[json!(selector)]);
        value.as_str().unwrap_or_else(|| panic!("no field matches {selector}")).to_owned()
    }

    /// Counts the elements that match.
    pub fn count(&self, selector: &str) -> usize {
        let count = self.js("return document.querySelectorAll(arguments[0]).length", &[json!(selector)]);
        usize::try_from(count.as_u64().unwrap_or(0)).unwrap_or(0)
    }

    /// An attribute of every match.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let all = self.js(
            "return [...document.querySelectorAll(arguments[0])].map((one) => one.getAttribute(arguments[1]))",
            &[json!(selector), json!(name)],
        );
        all.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    }

    /// Asserts that the field's error, which its `aria-describedby` names, says something.
    #[track_caller]
    pub fn error_at(&self, selector: &str) -> String {
        let body = "const field = document.querySelector(arguments[0]);
            const ids = (field?.closest('[aria-describedby]')?.getAttribute('aria-describedby') ?? '').split(' ');
            return ids.map((id) => document.getElementById(id)).find((one) => one?.matches('.error') || one?.querySelector('.error'))?.innerText ?? ''";
        let said = || {
            let text = self.js(body, &[json!(selector)]);
            text.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
        };
        wait::for_answer(said).unwrap_or_else(|| panic!("no error is shown at {selector}"))
    }

    /// Keeps a picture of the whole page at a width in CSS pixels.
    ///
    /// In other browsers than Chromium, of what is in the window.
    pub fn picture(&self, name: &str, width: u32) {
        self.at_width(width, 1.0, || {
            let taken = match self.options.engine {
                Engine::Chromium | Engine::Chromium92 | Engine::Chromium103 | Engine::Chromium109 => {
                    self.devtools("Page.captureScreenshot", &json!({ "captureBeyondViewport": true }))["data"].take()
                }
                Engine::Firefox | Engine::WebKit => self.browser.session.get("screenshot").unwrap_or_default(),
            };
            let folder = workplace::pictures();
            fs::create_dir_all(&folder).expect("a folder for pictures");
            evidence::write_picture(&folder.join(format!("{name}-{width}.png")), taken.as_str().unwrap_or_default());
        });
    }

    /// Does something while the window has this width in CSS pixels, at this zoom.
    ///
    /// In other browsers than Chromium the pixels of the screen stay as many as they are.
    pub fn at_width<T>(&self, width: u32, zoom: f64, steps: impl FnOnce() -> T) -> T {
        if self.options.engine.lacks(Ability::DevTools).is_some() {
            let size = |width: u32| {
                self.done(
                    self.browser.session.post("window/rect", &json!({ "width": width, "height": 900 })),
                    "a width",
                );
                self.until("the width", "return innerWidth === arguments[0]", &[json!(width)]);
            };
            size(width);
            let done = steps();
            size(1280);
            return done;
        }
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": zoom, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        let done = steps();
        self.devtools("Emulation.clearDeviceMetricsOverride", &json!({}));
        done
    }

    /// Asks the page for dark or light, as the system would.
    pub fn prefer(&self, scheme: &str) {
        if self.options.engine == Engine::WebKit {
            self.tell_window("prefer", scheme);
            let asked = "return matchMedia(`(prefers-color-scheme: ${arguments[0]})`).matches";
            self.until(scheme, asked, &[json!(scheme)]);
            return;
        }
        self.devtools(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
        );
    }

    /// The page as a PDF file, on paper of so many centimetres.
    ///
    /// # Panics
    /// When it is not printed.
    pub fn printed(&self, width: f64, height: f64) -> Vec<u8> {
        if self.options.engine == Engine::WebKit {
            self.tell_window("print", &format!("{} {}", width * 10.0, height * 10.0));
            return fs::read(self.downloaded("printed.pdf")).expect("a file");
        }
        // By the protocol of all browsers.
        let paper = json!({ "background": false, "page": { "width": width, "height": height }, "shrinkToFit": true });
        let printed = self.browser.session.post("print", &paper).expect("the page is printed");
        BASE64_STANDARD.decode(printed.as_str().expect("a file")).expect("base64")
    }

    /// Tells the window of WebKit what its driver has no command for: `tests/webkit/window.py`.
    pub(super) fn tell_window(&self, matter: &str, wanted: &str) {
        self.js("webkit.messageHandlers[arguments[0]].postMessage(arguments[1])", &[json!(matter), json!(wanted)]);
    }
}
