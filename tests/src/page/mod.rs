//! A page of the site and what people do on it, by the public hooks.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `devtools` | scripts in the page, and commands of the browser's protocol |
//! | `files` | files handed over, and files that are downloaded |
//! | `fill` | what people do: press, type, choose |
//! | `look` | what people see: texts, pictures, paper |
//! | `moving` | from page to page, and until what is awaited is there |
//! | `quiet` | what must hold at the end of every journey |

mod devtools;
mod files;
mod fill;
mod look;
mod moving;
mod quiet;

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::rc::Rc;

use crate::browser::{Ability, Browser, Engine, Lacking, Options, Profile, fresh_profile};
use crate::journey;
use crate::journey::Place;
use crate::site::Site;

pub use self::fill::keys;

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

    /// Prepares every browser of a journey before its first document.
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

    /// The engine of the browser.
    pub fn engine(&self) -> Engine {
        self.options.engine
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
}
