//! Asks an app for the records that its page may change.
//!
//! Autosave writes them, the look for other windows compares them, and what a stopped window shows is kept aside from
//! them. All three ask here, so a record cannot be saved and forgotten by the others.

use std::cell::RefCell;
use std::rc::Rc;

use anziping_core::record::RecordKey;

use super::records::RecordStore;

/// Names and encodes the records that a page may change. Each app implements it once.
pub(crate) trait OwnRecords {
    /// The names of the records on the screen.
    fn keys(&self) -> Vec<RecordKey>;

    /// Writes one of them down as the page shows it; `None` when there is nothing to write.
    fn encode(&self, key: &RecordKey, records: &RecordStore) -> Option<String>;
}

/// The app whose records these are; `None` until it has said so.
#[derive(Clone, Default)]
pub(super) struct Declaration(Rc<RefCell<Option<Rc<dyn OwnRecords>>>>);

impl Declaration {
    /// Names the app whose records these are.
    pub(super) fn set(&self, app: impl OwnRecords + 'static) {
        *self.0.borrow_mut() = Some(Rc::new(app));
    }

    /// The names of the records on the screen.
    pub(super) fn keys(&self) -> Vec<RecordKey> {
        self.app().map_or_else(Vec::new, |app| app.keys())
    }

    /// The present bodies of those records whose names are wanted.
    pub(super) fn bodies(
        &self,
        records: &RecordStore,
        wanted: impl Fn(&RecordKey) -> bool,
    ) -> Vec<(RecordKey, String)> {
        let Some(app) = self.app() else { return Vec::new() };
        let wanted = app.keys().into_iter().filter(wanted);
        wanted.filter_map(|key| app.encode(&key, records).map(|body| (key, body))).collect()
    }

    /// Cloned out: an app that writes a record down may come back here.
    fn app(&self) -> Option<Rc<dyn OwnRecords>> {
        self.0.borrow().clone()
    }
}
