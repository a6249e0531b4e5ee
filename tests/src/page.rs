//! A page of the site and what people do on it, by the public hooks.

use std::{
    cell::{Cell, RefCell},
    fs,
    path::{Path, PathBuf},
    rc::Rc,
};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::{Value, json};

use crate::{
    browser::{Ability, Browser, Engine, Lacking, Options, Profile, fresh_profile},
    evidence,
    journey::{self, Place},
    site::Site,
    wait,
    webdriver::{Element, Refused},
    workplace,
};

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

/// Shows no dialog where the page asks for files.
const NO_DIALOG_FOR_FILES: &str = "
    window.noDialog ??= (event) => { if (event.target.matches('input[data-picker]')) event.preventDefault(); };
    document.addEventListener('click', window.noDialog, true)";

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

/// How a browser ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// In order, with everything written down.
    Closed,
    /// As by a power cut.
    Killed,
}

/// A browser on a page of the site.
pub struct Page {
    /// The browser.
    pub browser: Browser,
    site: Rc<RefCell<Site>>,
    name: String,
    options: Options,
    profile: Profile,
    /// Console messages read so far.
    console: RefCell<Vec<String>>,
    requested: RefCell<Vec<String>>,
    /// Origins that this journey asks on purpose, to see that the policy does not let it.
    tried: RefCell<Vec<String>>,
    /// Parts of console messages that this journey brings about on purpose.
    expected: RefCell<Vec<String>>,
    presses: Cell<u32>,
    /// Whether this journey stops the program on purpose.
    stops: Cell<bool>,
    /// `None` for a further browser of a journey: that one has a place.
    place: RefCell<Option<Place>>,
}

impl Page {
    pub(crate) fn new(name: &str, options: Options, profile: &Profile) -> Self {
        Self::on(Site::shared(), name, options, profile)
    }

    pub(crate) fn on(site: Rc<RefCell<Site>>, name: &str, options: Options, profile: &Profile) -> Self {
        let page = Self {
            browser: Browser::start(options, profile),
            site,
            name: name.into(),
            options,
            profile: Rc::clone(profile),
            console: RefCell::default(),
            requested: RefCell::default(),
            tried: RefCell::default(),
            expected: RefCell::default(),
            presses: Cell::new(0),
            stops: Cell::new(false),
            place: RefCell::default(),
        };
        page.prepare();
        page
    }

    /// Keeps the journey's place on the machine until this browser is gone.
    pub(crate) fn at(self, place: Place) -> Self {
        *self.place.borrow_mut() = Some(place);
        self
    }

    /// Does steps that measure time, with no other journey beside.
    ///
    /// # Panics
    /// In a further browser of a journey, which would wait for its own first one.
    pub fn measured<T>(&self, steps: impl FnOnce() -> T) -> T {
        // Given up first: two journeys that both waited with a place in hand would wait for ever.
        drop(self.place.take().expect("the first browser of a journey"));
        *self.place.borrow_mut() = Some(journey::alone());
        let answer = steps();
        drop(self.place.take());
        *self.place.borrow_mut() = Some(journey::shared());
        answer
    }

    /// What every browser of a journey needs before its first document.
    fn prepare(&self) {
        let options = self.options;
        if options.host != "127.0.0.1" {
            // The server sends the header always; the browser notes that it means nothing on plain http.
            self.expect_message("Cross-Origin-Opener-Policy header has been ignored");
        }
        if options.engine.lacks(Ability::DevTools).is_none() && options.lacking != Lacking::JavaScript {
            // The console outlives navigation, variables of the page do not.
            let watch = "addEventListener('securitypolicyviolation', (event) => console.error('policy violation: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample))";
            self.before_each_document(watch);
        }
        if options.engine == Engine::WebKit {
            // It knows no manifests; Safari does.
            self.expect_message("Unrecognized Content-Security-Policy directive 'manifest-src'");
        }
        if options.lacking == Lacking::WebAssembly {
            self.before_each_document("delete globalThis.WebAssembly");
        }
    }

    /// Which browser it is in.
    pub fn engine(&self) -> Engine {
        self.options.engine
    }

    /// Runs a script in every document before the document's own.
    pub fn before_each_document(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
    }

    /// Another browser, which has never seen the site.
    ///
    /// Closed, after the same checks, when `steps` are done.
    pub fn in_fresh_browser(&self, options: Options, steps: impl FnOnce(&mut Self)) {
        let name = format!("{}-other", self.name);
        let other = Self::on(Rc::clone(&self.site), &name, options, &fresh_profile());
        journey::watched(&name, other, steps);
    }

    /// Ends the browser and starts it again, with `between` done to its profile's folder.
    pub fn start_again(&mut self, after: End, between: impl FnOnce(&Path)) {
        self.assert_quiet();
        if after == End::Closed {
            self.done(self.browser.session.quit(), "closed");
        }
        // After a browser that has ended in order, this ends its driver.
        self.browser.kill();
        between(&self.browser.profile_folder());
        self.browser = Browser::start(self.options, &self.profile);
        self.prepare();
    }

    // ——— the site

    /// Takes the network away: the server is gone.
    pub fn stop_server(&self) {
        self.site.borrow_mut().stop();
        // Looking for a new version fails, which is the ordinary case and handled; the browser notes it all the same.
        self.expect_message("ERR_CONNECTION_REFUSED");
        self.expect_message("sw.js");
    }

    /// Gives the network back.
    pub fn start_server(&self) {
        self.site.borrow_mut().start_again();
    }

    /// Puts another build in the place of the site's.
    pub fn put_in_place(&self, folder: &Path) {
        self.site.borrow_mut().publish(folder);
    }

    /// Puts another build in the place of the site's.
    ///
    /// This browser forgets the one it has kept for offline use.
    pub fn publish(&self, folder: &Path) {
        self.put_in_place(folder);
        let forget = "
            const done = arguments[0];
            const workers = navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister())));
            const kept = caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))));
            Promise.all([workers, kept]).then(() => done(null));";
        self.later(forget, &[]);
    }

    /// Address of a file of the site, with its hash.
    pub fn address(&self, page: &str) -> String {
        self.site.borrow().address(self.options.host, page)
    }

    /// Writes a file to hand over; it goes with the browser.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.profile.path().join(name);
        fs::write(&path, bytes).expect("a file for the test");
        path
    }

    // ——— moving about

    /// Opens a page of the site and waits until it is mounted.
    pub fn open(&self, page: &str) {
        self.load(page);
        self.ready();
    }

    /// Opens a file as a double click does, and waits until it is mounted.
    pub fn open_file(&self, file: &Path) {
        self.load_file(file);
        self.ready();
    }

    /// Opens a file as a double click does; it need not come to life.
    pub fn load_file(&self, file: &Path) {
        let steps = file.components().skip(1).map(|step| {
            // As browsers write it themselves, so that it is known again among what was asked for.
            let written = |byte: &u8| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(*byte).to_string(),
                byte => format!("%{byte:02X}"),
            };
            step.as_os_str().as_encoded_bytes().iter().map(written).collect::<String>()
        });
        let address = steps.fold("file://".to_owned(), |address, step| address + "/" + &step);
        self.js("window.leaving = true", &[]);
        // The file itself; whatever else a page asked for would still be told.
        self.tried.borrow_mut().push(address.clone());
        self.done(self.browser.session.go(&address), "a file");
    }

    /// Opens a page of the site; it need not come to life.
    pub fn load(&self, page: &str) {
        let address = self.address(page);
        if self.options.lacking != Lacking::JavaScript {
            self.js("window.leaving = location.href.split('#')[0] !== arguments[0].split('#')[0]", &[json!(address)]);
        }
        self.done(self.browser.session.go(&address), page);
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.js("window.leaving = true", &[]);
        if self.options.engine == Engine::Firefox {
            // Its driver reloads past the service worker, as with Shift held.
            self.js("setTimeout(() => location.reload())", &[]);
        } else {
            self.done(self.browser.session.post("refresh", &json!({})), "reload");
        }
        self.ready();
    }

    /// Waits for `data-ready`, of the new page where one is on its way.
    ///
    /// Firefox may answer while the old one still stands.
    pub fn ready(&self) {
        self.until("data-ready", "return !window.leaving && document.documentElement.dataset.ready === 'true'", &[]);
    }

    /// Sends `beforeunload`; true if the page asks to stay.
    ///
    /// A driver answers the browser's own question itself, so only the event can be observed.
    pub const ASKS_BEFORE_LEAVING: &str = "
        const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        return leaving.defaultPrevented";

    /// The opposite of [`Self::ASKS_BEFORE_LEAVING`].
    pub const ASKS_NOTHING: &str = "
        const leaving = new Event('beforeunload', { cancelable: true });
        window.dispatchEvent(leaving);
        return !leaving.defaultPrevented";

    /// Whether the page would ask before it is left or loaded anew.
    pub fn asks_before_leaving(&self) -> bool {
        self.js(Self::ASKS_BEFORE_LEAVING, &[]) == true
    }

    /// Goes to a route and waits for its page.
    pub fn go(&self, route: &str, page: &str) {
        self.js("location.hash = arguments[0]", &[json!(route)]);
        self.on_page(page);
    }

    /// Waits until `main[data-page]` is `page` and has its heading.
    pub fn on_page(&self, page: &str) {
        let condition = "return document.querySelector('main')?.dataset.page === arguments[0] && Boolean(document.querySelector('main h1'))";
        self.until(&format!("page {page}"), condition, &[json!(page)]);
    }

    /// Waits until everything typed is durable; gives the revision.
    pub fn saved(&self) -> u64 {
        let condition = "const { dirty, saved } = document.documentElement.dataset; return dirty === undefined && saved !== undefined";
        self.until("data-saved and not data-dirty", condition, &[]);
        self.js("return Number(document.documentElement.dataset.saved)", &[]).as_u64().expect("data-saved is a number")
    }

    /// Waits until everything needed offline is kept.
    pub fn offline_ready(&self) {
        self.until("data-offline-ready", "return document.documentElement.dataset.offlineReady === 'true'", &[]);
    }

    /// Waits until a script returns true.
    ///
    /// # Panics
    /// When it does not in time.
    #[track_caller]
    pub fn until(&self, what: &str, condition: &str, arguments: &[Value]) {
        let mut asked = 0_u32;
        let met = || match self.browser.session.script(condition, arguments) {
            Ok(answer) if answer == true => Some(()),
            // A page that is being replaced refuses scripts for a moment.
            Ok(_) | Err(_) => {
                asked += 1;
                let may_have_stopped = asked.is_multiple_of(8) && !self.stops.get();
                assert!(!(may_have_stopped && self.has_stopped()), "waited for {what}: the program has stopped");
                None
            }
        };
        assert!(wait::for_answer(met).is_some(), "waited in vain for {what}");
    }

    fn has_stopped(&self) -> bool {
        let stopped = self.browser.session.script("return document.documentElement.dataset.panicked === 'true'", &[]);
        stopped.is_ok_and(|answer| answer == true)
    }

    /// Waits until something matches the selector.
    #[track_caller]
    pub fn until_there(&self, selector: &str) {
        self.until(selector, "return Boolean(document.querySelector(arguments[0]))", &[json!(selector)]);
    }

    /// Waits until the text of the first match contains `text`.
    #[track_caller]
    pub fn until_said(&self, selector: &str, text: &str) {
        let condition = "return Boolean(document.querySelector(arguments[0])?.textContent.includes(arguments[1]))";
        self.until(&format!("{text} in {selector}"), condition, &[json!(selector), json!(text)]);
    }

    // ——— what people do

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

    /// How often something was pressed.
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
            Engine::Chromium | Engine::Chromium103 | Engine::Chromium109 => {
                self.devtools("Page.setInterceptFileChooserDialog", &json!({ "enabled": true }));
            }
            Engine::Firefox => {}
            Engine::WebKit => {
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

    // ——— what people see

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

    /// How many match.
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
                Engine::Chromium | Engine::Chromium103 | Engine::Chromium109 => {
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
    fn tell_window(&self, matter: &str, wanted: &str) {
        self.js("webkit.messageHandlers[arguments[0]].postMessage(arguments[1])", &[json!(matter), json!(wanted)]);
    }

    // ——— underneath

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
    fn done(&self, answer: Result<Value, Refused>, what: &str) {
        if let Err(refused) = answer {
            panic!("{what}: {refused}");
        }
    }

    /// The file of a download whose name ends so.
    #[track_caller]
    pub fn downloaded(&self, ending: &str) -> PathBuf {
        self.browser.downloaded(ending)
    }

    // ——— the closing checks

    /// Messages that contain this are brought about on purpose.
    pub fn expect_message(&self, part: &str) {
        self.expected.borrow_mut().push(part.into());
    }

    /// This origin is asked on purpose.
    ///
    /// Whether anything reaches it is for the journey to see: the browser notes what it was asked, not what it let go.
    pub fn expect_attempts_at(&self, origin: &str) {
        self.tried.borrow_mut().push(origin.into());
    }

    /// The program is stopped on purpose; what it says about that is expected.
    pub fn expect_stop(&self) {
        self.stops.set(true);
        self.expect_message("panicked at");
        self.expect_message("RuntimeError");
        self.expect_message("Uncaught");
    }

    /// Everything the console has said.
    pub fn console_lines(&self) -> Vec<String> {
        self.console.borrow_mut().extend(self.browser.console().unwrap_or_default());
        self.console.borrow().clone()
    }

    /// Asserts what must hold at the end of every journey.
    ///
    /// No panic, no error in the console, no violation of the policy, no request to another origin.
    #[track_caller]
    pub fn assert_quiet(&self) {
        if self.options.lacking != Lacking::JavaScript && !self.stops.get() {
            let report = self
                .js("return document.documentElement.dataset.panicked ? document.getElementById('panic-report')?.value ?? '?' : null", &[]);
            assert!(report.is_null(), "the program has stopped: {report}");
        }
        if self.options.engine.lacks(Ability::Console).is_some() {
            return;
        }
        let expected = self.expected.borrow();
        let errors: Vec<_> = self
            .console_lines()
            .into_iter()
            .filter(|line| line.starts_with("SEVERE") || line.contains("policy violation"))
            .collect();
        let unexpected: Vec<_> =
            errors.iter().filter(|line| !expected.iter().any(|part| line.contains(part))).collect();
        assert!(unexpected.is_empty(), "errors in the console: {unexpected:#?}");
        self.requested.borrow_mut().extend(self.browser.requested().expect("the log of requests"));
        let own = self.site.borrow().origin(self.options.host);
        let harmless = ["data:", "blob:", "chrome:", "about:"];
        let tried = self.tried.borrow();
        let foreign: Vec<String> = self
            .requested
            .borrow()
            .iter()
            .filter(|url| {
                !url.starts_with(&format!("{own}/")) && !harmless.iter().any(|scheme| url.starts_with(scheme))
            })
            .filter(|url| !tried.iter().any(|origin| url.contains(origin.as_str())))
            .cloned()
            .collect();
        assert!(foreign.is_empty(), "requests to other origins: {foreign:?}");
    }
}
