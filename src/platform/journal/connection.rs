//! Opens a connection to the database, and notices what the browser does to it.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, IdbDatabase, IdbFactory, IdbOpenDbRequest, Window};

use super::fault::JournalFault;
use crate::platform::listen::Listening;
use crate::platform::race;
use crate::platform::{js, site, timer};

/// The one object store: text by record key.
pub(super) const RECORDS: &str = "records";

/// Layout of the database, not of the records in it: those carry their own versions.
const LAYOUT: u32 = 1;

/// Opening takes milliseconds; seconds on a slow disk after a crash.
const OPEN_WITHIN_MS: u32 = 10_000;

/// Called when the browser has closed a connection by itself.
pub(super) type OnLost = Rc<dyn Fn()>;

/// Closed when dropped, after its last transaction.
pub(super) struct Connection {
    pub(super) database: IdbDatabase,
    is_new: bool,
    _listening: Listening,
}

enum Opening {
    Open,
    Failed,
    Blocked,
    TooLong,
}

impl Connection {
    /// Opens the database `name` of this site, creating it when there is none.
    ///
    /// The name of the records' is empty.
    pub(super) async fn open(name: &str, lost: OnLost) -> Result<Self, JournalFault> {
        let window = web_sys::window().ok_or(JournalFault::Absent)?;
        Self::open_in(&factory(&window)?, name, lost).await
    }

    /// Opens as [`open`](Self::open) does, through an empty frame that then stays in the page.
    ///
    /// What Chromium has deleted because the disk was full it refuses to that document for good, and gives to any new
    /// one as soon as there is room.
    pub(super) async fn open_anew(name: &str, lost: OnLost) -> Result<Self, JournalFault> {
        let (frame, inner) = empty_frame().ok_or(JournalFault::Absent)?;
        let opened = match factory(&inner) {
            Ok(factory) => Self::open_in(&factory, name, lost).await,
            Err(fault) => Err(fault),
        };
        if opened.is_err() {
            frame.remove();
        }
        opened
    }

    /// Opens as [`open`](Self::open) does, among the databases of a bucket.
    pub(super) async fn open_in(factory: &IdbFactory, name: &str, lost: OnLost) -> Result<Self, JournalFault> {
        let name = format!("{}{name}", site::prefix());
        let request = factory.open_with_u32(name.trim_end_matches(':'), LAYOUT).map_err(|thrown| refused(&thrown))?;
        let is_new = Rc::new(Cell::new(false));
        match outcome(&request, &is_new).await {
            Opening::Open => {
                let result = request.result().map_err(|thrown| refused(&thrown))?;
                Ok(Self::over(result.unchecked_into(), is_new.get(), lost))
            }
            Opening::Failed => {
                let error = request.error().ok().flatten();
                Err(refused(&error.map_or(JsValue::UNDEFINED, JsValue::from)))
            }
            Opening::Blocked => {
                close_when_it_opens(&request);
                Err(JournalFault::Blocked)
            }
            Opening::TooLong => {
                close_when_it_opens(&request);
                Err(JournalFault::NoAnswer)
            }
        }
    }

    /// Returns whether there was no such database before.
    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }

    fn over(database: IdbDatabase, is_new: bool, lost: OnLost) -> Self {
        // A newer version of the program in another tab, or somebody who clears site data, waits for this connection to
        // be closed. Records being written are still completed. The next use opens anew, or learns that it is too old.
        let yielding = database.clone();
        let listening = Listening::to(&database, "versionchange", move |_| yielding.close())
            // Sent only when it was not the page that closed it: iOS in the background, site data cleared, a full disk.
            .and(Listening::to(&database, "close", move |_| lost()));
        Self { database, is_new, _listening: listening }
    }
}

/// Reading the property throws where site data is blocked, and gives nothing in old private windows.
fn factory(window: &Window) -> Result<IdbFactory, JournalFault> {
    window.indexed_db().map_err(|thrown| refused(&thrown))?.ok_or(JournalFault::Absent)
}

/// A document of this site with nothing in it, and its window.
fn empty_frame() -> Option<(Element, Window)> {
    let document = web_sys::window()?.document()?;
    let frame = document.create_element("iframe").ok()?;
    frame.set_attribute("hidden", "").ok()?;
    document.body()?.append_child(&frame).ok()?;
    let inner = js::get(&frame, "contentWindow")?.unchecked_into();
    Some((frame, inner))
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.close();
    }
}

async fn outcome(request: &IdbOpenDbRequest, is_new: &Rc<Cell<bool>>) -> Opening {
    let (decide, wait) = race::first();
    let on = |event, opening: fn() -> Opening| {
        let decide = decide.clone();
        EventListener::once(request, event, move |_| decide.with(opening()))
    };
    let _success = on("success", || Opening::Open);
    let _error = on("error", || Opening::Failed);
    let _blocked = on("blocked", || Opening::Blocked);
    let _limit = timer::after(OPEN_WITHIN_MS, {
        let decide = decide.clone();
        move || decide.with(Opening::TooLong)
    });
    let creating = request.clone();
    let (failing, is_new) = (decide.clone(), Rc::clone(is_new));
    let _upgrade = EventListener::once(request, "upgradeneeded", move |_| {
        is_new.set(true);
        if create_store(&creating).is_err() {
            failing.with(Opening::Failed);
        }
    });
    wait.await.unwrap_or(Opening::Failed)
}

/// Runs only for a database that is new: there is one layout so far.
fn create_store(request: &IdbOpenDbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    database.create_object_store(RECORDS)?;
    Ok(())
}

/// A connection that comes after nobody waits for it would keep others from upgrading.
fn close_when_it_opens(request: &IdbOpenDbRequest) {
    let late = request.clone();
    EventListener::once(request, "success", move |_| {
        if let Ok(database) = late.result() {
            database.unchecked_into::<IdbDatabase>().close();
        }
    })
    .forget();
}

fn refused(thrown: &JsValue) -> JournalFault {
    if js::is_full(thrown) {
        return JournalFault::Full;
    }
    match js::error_name(thrown) {
        newer if newer == "VersionError" => JournalFault::Newer,
        other => JournalFault::Refused(other),
    }
}
