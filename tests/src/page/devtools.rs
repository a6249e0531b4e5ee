//! Scripts in the page, and commands of the browser's protocol.

use serde_json::{Value, json};

use super::Page;
use crate::browser::Ability;
use crate::wait;
use crate::webdriver::{Element, Refused};

impl Page {
    /// Runs a script in every document before the document's own.
    pub fn before_each_document(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
    }

    /// Runs a function body in the page.
    #[track_caller]
    pub fn js(&self, body: &str, arguments: &[Value]) -> Value {
        match self.browser.session.script(body, arguments) {
            Ok(value) => value,
            Err(refused) => panic!("{refused}\nin: {body}"),
        }
    }

    /// Runs a script whose last argument is called with the answer.
    #[track_caller]
    pub fn later(&self, body: &str, arguments: &[Value]) -> Value {
        match self.browser.session.script_with_callback(body, arguments) {
            Ok(value) => value,
            Err(refused) => panic!("{refused}\nin: {body}"),
        }
    }

    /// A command of the Chrome DevTools Protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.options.engine.needs(Ability::DevTools);
        match self.browser.session.devtools(command, parameters) {
            Ok(value) => value,
            Err(refused) => panic!("{command}: {refused}"),
        }
    }

    /// The first match, as soon as there is one.
    #[track_caller]
    pub fn find(&self, selector: &str) -> Element {
        match wait::for_answer(|| self.browser.session.find(selector).ok()) {
            Some(element) => element,
            None => panic!("nothing matches {selector}"),
        }
    }

    #[track_caller]
    pub(super) fn done(&self, answer: Result<Value, Refused>, what: &str) {
        if let Err(refused) = answer {
            panic!("{what}: {refused}");
        }
    }
}
