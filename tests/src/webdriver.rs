//! The WebDriver protocol (W3C), as much of it as the tests need.

use std::time::Duration;

use serde_json::{Value, json};

/// The member that marks an element in answers (W3C WebDriver §12.1).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// Starting a browser on a busy machine is the slowest thing a driver does.
const PATIENCE: Duration = Duration::from_secs(120);

/// Why the browser did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The protocol's word, such as `no such element`; `unreachable` when the driver or browser is gone.
    pub error: String,
    /// The driver's explanation.
    pub message: String,
}

impl std::fmt::Display for Refused {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}: {}", self.error, self.message)
    }
}

/// The answer to most commands.
pub type Answer<T = Value> = Result<T, Refused>;

/// An element of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

impl Element {
    /// Passes an element as an argument of a script.
    pub fn argument(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// One browser window.
#[derive(Debug)]
pub struct Session {
    agent: ureq::Agent,
    base: String,
    /// The driver's description of the browser.
    pub capabilities: Value,
}

impl Session {
    /// Asks the driver on `port` for a browser.
    ///
    /// # Errors
    /// When the browser does not start.
    pub fn start(port: u16, capabilities: &Value) -> Answer<Self> {
        let config = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).http_status_as_error(false).build();
        let agent = ureq::Agent::new_with_config(config);
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = send(&agent, Method::Post, &format!("http://127.0.0.1:{port}/session"), &wanted)?;
        let id = answer["sessionId"].as_str().unwrap_or_default();
        Ok(Self {
            base: format!("http://127.0.0.1:{port}/session/{id}"),
            capabilities: answer["capabilities"].clone(),
            agent,
        })
    }

    /// A command that changes something.
    ///
    /// # Errors
    /// As the driver says.
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        send(&self.agent, Method::Post, &format!("{}/{path}", self.base), body)
    }

    /// A command that reads something.
    ///
    /// # Errors
    /// As the driver says.
    pub fn get(&self, path: &str) -> Answer {
        send(&self.agent, Method::Get, &format!("{}/{path}", self.base), &Value::Null)
    }

    /// Closes the browser in order.
    ///
    /// # Errors
    /// When it is gone already.
    pub fn quit(&self) -> Answer {
        send(&self.agent, Method::Delete, &self.base, &Value::Null)
    }

    /// Runs a function body in the page and gives back what it returns.
    ///
    /// # Errors
    /// `javascript error` when it throws.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Answer {
        self.post("execute/sync", &json!({ "script": body, "args": arguments }))
    }

    /// Runs a function body whose last argument is a function to call with the result.
    ///
    /// # Errors
    /// `javascript error`, `script timeout`.
    pub fn script_with_callback(&self, body: &str, arguments: &[Value]) -> Answer {
        self.post("execute/async", &json!({ "script": body, "args": arguments }))
    }

    /// The first element that matches.
    ///
    /// # Errors
    /// `no such element`.
    pub fn find(&self, selector: &str) -> Answer<Element> {
        let found = self.post("element", &json!({ "using": "css selector", "value": selector }))?;
        Ok(Element(found[ELEMENT].as_str().unwrap_or_default().to_owned()))
    }

    /// A click as by a mouse: the element is scrolled into view and must not be covered.
    ///
    /// # Errors
    /// `element click intercepted`, `element not interactable`, `stale element reference`.
    pub fn click(&self, element: &Element) -> Answer {
        self.post(&format!("element/{}/click", element.0), &json!({}))
    }

    /// Types into the element, at the end of what is there. For a file field: the path of a file.
    ///
    /// # Errors
    /// `element not interactable` and others.
    pub fn type_into(&self, element: &Element, text: &str) -> Answer {
        self.post(&format!("element/{}/value", element.0), &json!({ "text": text }))
    }

    /// Presses and releases a key wherever the focus is.
    ///
    /// Named keys are those of W3C WebDriver §17.4.2, such as `\u{e004}` (Tab).
    ///
    /// # Errors
    /// As the driver says.
    pub fn key(&self, key: char) -> Answer {
        let strokes = [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })];
        self.post("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] }))
    }

    /// Goes to an address and waits until it is loaded.
    ///
    /// # Errors
    /// `unknown error` with `net::ERR_…` when it cannot be loaded.
    pub fn go(&self, address: &str) -> Answer {
        self.post("url", &json!({ "url": address }))
    }

    /// A command of the Chrome DevTools Protocol (Chromium only).
    ///
    /// # Errors
    /// As Chromium says.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Answer {
        self.post("goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }
}

#[derive(Clone, Copy)]
enum Method {
    Get,
    Post,
    Delete,
}

fn send(agent: &ureq::Agent, method: Method, address: &str, body: &Value) -> Answer {
    let gone = |error: ureq::Error| Refused { error: "unreachable".into(), message: error.to_string() };
    let mut response = match method {
        Method::Get => agent.get(address).call(),
        Method::Post => agent.post(address).send_json(body),
        Method::Delete => agent.delete(address).call(),
    }
    .map_err(gone)?;
    let status = response.status();
    // A full-page source or a performance log is longer than the client's default limit.
    let mut answer: Value = response.body_mut().with_config().limit(1 << 30).read_json().map_err(gone)?;
    let value = answer["value"].take();
    if status.is_success() {
        return Ok(value);
    }
    let word = |name: &str| value[name].as_str().unwrap_or_default().to_owned();
    Err(Refused { error: word("error"), message: word("message").lines().take(3).collect::<Vec<_>>().join(" · ") })
}
