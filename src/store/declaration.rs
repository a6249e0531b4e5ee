//! Holds the declaration of the records that a page may change.
//!
//! Autosave writes them, the look for other windows compares them, and what a stopped window shows is kept aside from
//! them. All three read this one declaration, so a record cannot be saved and forgotten by the others. It is made by
//! `Session::own_records` and, at the desk, by `OfficeApp::own_records`.

use std::cell::RefCell;
use std::rc::Rc;

use anziping_core::record::RecordKey;

use super::records::RecordStore;

/// Writes a record down as the page shows it; `None` when there is nothing to write.
pub(crate) type Encode = Box<dyn Fn(&RecordStore) -> Option<String>>;

/// A record that the page may change, and how it is written.
///
/// `Session::own_records` makes those of a month on the screen, `OfficeApp::own_records` those of the desk.
pub(crate) struct OwnRecord {
    /// The name under which it is kept.
    pub key: RecordKey,
    /// Writes down its present body.
    pub encode: Encode,
}

impl OwnRecord {
    /// A record and its encoder.
    pub(crate) fn new(key: RecordKey, encode: impl Fn(&RecordStore) -> Option<String> + 'static) -> Self {
        Self { key, encode: Box::new(encode) }
    }
}

type Declared = Rc<dyn Fn() -> Vec<OwnRecord>>;

/// The declaration, shared by everything that reads it; empty until the app has made it.
#[derive(Clone, Default)]
pub(super) struct Declaration(Rc<RefCell<Option<Declared>>>);

impl Declaration {
    pub(super) fn make(&self, records: impl Fn() -> Vec<OwnRecord> + 'static) {
        *self.0.borrow_mut() = Some(Rc::new(records));
    }

    /// The names of the records on the screen.
    pub(super) fn keys(&self) -> Vec<RecordKey> {
        self.records().into_iter().map(|own| own.key).collect()
    }

    /// The present bodies of those records whose names are wanted.
    pub(super) fn bodies(
        &self,
        records: &RecordStore,
        wanted: impl Fn(&RecordKey) -> bool,
    ) -> Vec<(RecordKey, String)> {
        let wanted = self.records().into_iter().filter(|own| wanted(&own.key));
        wanted.filter_map(|own| (own.encode)(records).map(|body| (own.key, body))).collect()
    }

    fn records(&self) -> Vec<OwnRecord> {
        let declared = self.0.borrow().clone();
        declared.map_or_else(Vec::new, |declared| declared())
    }
}
