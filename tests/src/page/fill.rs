//! Acts on a page as people do: presses, types, chooses.

use serde_json::json;

use super::Page;
use crate::browser::Engine;
use crate::wait;
use crate::webdriver::Element;

/// Keys by their names in W3C WebDriver §17.4.2.
pub mod keys {
    /// Moves on to the next control.
    pub const TAB: char = '\u{e004}';
    /// Presses a button, follows a link.
    pub const ENTER: char = '\u{e007}';
    /// Chooses in a group, ticks a box.
    pub const SPACE: char = ' ';
    /// Moves on in a group.
    pub const DOWN: char = '\u{e015}';
}

/// Waits until an element stays where it is from one frame to the next.
///
/// WebKitWebDriver looks where it is, and then presses what has come to be there.
const STANDS_STILL: &str = "
    const [element, done] = arguments;
    element.scrollIntoView({ block: 'nearest' });
    let last = '';
    const look = () => {
        const { x, y } = element.getBoundingClientRect();
        if (last === `${x} ${y}`) return done(null);
        last = `${x} ${y}`;
        requestAnimationFrame(look);
    };
    look()";

impl Page {
    /// Clicks the first match.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let element = self.find(selector);
        if self.options.engine == Engine::WebKit {
            self.later(STANDS_STILL, &[element.argument()]);
        }
        let clicked = || match self.browser.session.click(&element) {
            Err(refused) if refused.error == "element click intercepted" => {
                // In view for the driver, and yet under the line that stays on top: a person scrolls a little.
                self.js(
                    "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center' })",
                    &[json!(selector)],
                );
                None
            }
            answer => Some(answer),
        };
        // Something may also be on its way out of the way, such as a dialog that closes.
        let Some(answer) = wait::for_answer(clicked) else { panic!("{selector} stays covered by something else") };
        self.done(answer, selector);
        self.presses.set(self.presses.get() + 1);
    }

    /// Presses the button `[data-action]`.
    #[track_caller]
    pub fn press(&self, action: &str) {
        self.click(&format!("[data-action=\"{action}\"]"));
    }

    /// Counts the presses.
    pub fn presses(&self) -> u32 {
        self.presses.get()
    }

    /// Chooses a mark at a check item: `yes`, `partly`, `no`, `unsure`, `na`.
    #[track_caller]
    pub fn answer(&self, item: &str, mark: &str) {
        self.choose(&format!("[data-item=\"{item}\"]"), mark);
    }

    /// Chooses a mark at a point of an area.
    #[track_caller]
    pub fn answer_point(&self, point: &str, mark: &str) {
        self.choose(&format!("[data-point=\"{point}\"]"), mark);
    }

    fn choose(&self, place: &str, mark: &str) {
        self.click(&format!("{place} input[value={mark}]"));
    }

    /// Types the two counts of a ratio item.
    #[track_caller]
    pub fn ratio(&self, item: &str, done: &str, total: &str) {
        self.fill_at(&format!("[data-item=\"{item}\"] input[name=done]"), done);
        self.fill_at(&format!("[data-item=\"{item}\"] input[name=total]"), total);
    }

    /// Replaces the text of the field of this name.
    #[track_caller]
    pub fn fill(&self, name: &str, text: &str) {
        self.fill_at(&format!("[name=\"{name}\"]"), text);
    }

    /// Replaces the text of a field by typing.
    #[track_caller]
    pub fn fill_at(&self, selector: &str, text: &str) {
        let element = self.find(selector);
        let kind = self.js(
            "const field = arguments[0]; field.scrollIntoView({ block: 'center' }); field.focus(); field.select?.(); return field.type",
            &[element.argument()],
        );
        if kind == "date" || kind == "datetime-local" || !text.chars().all(|one| one <= '\u{ffff}' && one != '\n') {
            // What a date picker puts in, and what an input method puts in outside of the keys WebDriver knows.
            self.put(&element, text);
        } else if text.is_empty() {
            self.put(&element, "");
        } else {
            self.done(self.browser.session.type_into(&element, text), selector);
            let now = self.js("return arguments[0].value", &[element.argument()]);
            if now != text {
                self.put(&element, text);
            }
        }
    }

    /// Puts a whole text in at once, with the events that follow an input method, a paste or a picker.
    fn put(&self, element: &Element, text: &str) {
        let body = "const [field, text] = arguments;
            const proto = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
            Object.getOwnPropertyDescriptor(proto, 'value').set.call(field, text);
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', data: text }));
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        self.js(body, &[element.argument(), json!(text)]);
    }

    /// Chooses from a list by value, as a person with the keyboard does.
    #[track_caller]
    pub fn select(&self, name: &str, value: &str) {
        self.select_at(&format!("select[name=\"{name}\"]"), value);
    }

    /// Chooses from a list by value.
    #[track_caller]
    pub fn select_at(&self, selector: &str, value: &str) {
        self.click(&format!("{selector} option[value=\"{value}\"]"));
    }

    /// Chooses from a list by what its option begins with, wherever it stands in the list.
    #[track_caller]
    pub fn select_saying(&self, name: &str, begins: &str) {
        let option = format!("select[name=\"{name}\"] option");
        self.until_there(&option);
        let said = "return [...document.querySelectorAll(arguments[0])].find(o => o.textContent.trim().startsWith(arguments[1]))?.value ?? null";
        let value = self.js(said, &[option.as_str().into(), begins.into()]);
        let value = value.as_str().unwrap_or_else(|| panic!("no option of {name} begins with {begins}"));
        self.select(name, value);
    }

    /// Leaves the field that has the focus.
    pub fn leave_field(&self) {
        self.js("document.activeElement?.blur()", &[]);
    }

    /// Moves on with the Tab key until the focus is within a match.
    #[track_caller]
    pub fn tab_to(&self, selector: &str) {
        let within =
            || self.js("return document.activeElement.closest(arguments[0]) !== null", &[json!(selector)]) == true;
        for _ in 0..60 {
            if within() {
                return;
            }
            self.key(keys::TAB);
        }
        panic!("60 times Tab does not lead to {selector}");
    }

    /// Types on the keyboard wherever the focus is.
    pub fn type_keys(&self, text: &str) {
        text.chars().for_each(|key| self.key(key));
    }

    /// Presses a key wherever the focus is.
    pub fn key(&self, key: char) {
        self.done(self.browser.session.key(key), "a key");
        self.presses.set(self.presses.get() + 1);
    }
}
