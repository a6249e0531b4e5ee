//! Files that are handed over to a page, and files that it gives.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::Page;
use crate::browser::Engine;

/// Shows no dialog where the page asks for files.
const NO_DIALOG_FOR_FILES: &str = "
    window.noDialog ??= (event) => { if (event.target.matches('input[data-picker]')) event.preventDefault(); };
    document.addEventListener('click', window.noDialog, true)";

impl Page {
    /// Writes a file to hand over; it goes with the browser.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.profile.path().join(name);
        fs::write(&path, bytes).expect("a file for the test");
        path
    }

    /// Presses a button that asks for files, and hands one over without the dialog of the system.
    #[track_caller]
    pub fn hand_over(&self, action: &str, file: &Path) {
        self.hand_over_all(action, std::slice::from_ref(&file));
    }

    /// Presses a button that asks for files, and hands several over at once.
    #[track_caller]
    pub fn hand_over_all<P: AsRef<Path>>(&self, action: &str, files: &[P]) {
        // Otherwise a browser without a screen closes the dialog at once, which counts as "none chosen".
        match self.options.engine {
            Engine::Chromium | Engine::Chromium92 | Engine::Chromium103 | Engine::Chromium109 => {
                self.devtools("Page.setInterceptFileChooserDialog", &json!({ "enabled": true }));
            }
            Engine::Firefox | Engine::WebKit => {
                self.js(NO_DIALOG_FOR_FILES, &[]);
            }
        }
        self.press(action);
        self.give_files("input[data-picker]", files);
    }

    /// Gives files to a file field.
    #[track_caller]
    pub fn give_files<P: AsRef<Path>>(&self, selector: &str, files: &[P]) {
        let element = self.find(selector);
        let paths = files.iter().map(|file| file.as_ref().to_string_lossy().into_owned()).collect::<Vec<_>>();
        // W3C WebDriver §12.5.2: several files are separated by line feeds.
        self.done(self.browser.session.type_into(&element, &paths.join("\n")), selector);
    }

    /// The file of a download whose name ends so.
    #[track_caller]
    pub fn downloaded(&self, ending: &str) -> PathBuf {
        self.browser.downloaded(ending)
    }
}
