//! Finds the check lists of this browser: the built-in one and those that were imported.
//!
//! The built-in one is fetched before the records are opened, and read with the first month: the first page needs none.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use anziping_core::edition::builtin;
use anziping_core::edition::{CatalogueRef, Edition, Editions, read};
use anziping_core::record::RecordKey;

use super::records::RecordStore;
use crate::platform::unicode::Nfc;
use crate::platform::{check_list, root};

/// Fetches the built-in check list, unless it is there. Awaited before anything that shows a month.
///
/// `None` when it was not fetched, or what came is not the list this program was built with; it can be tried again.
pub(crate) async fn fetch_builtin() -> Option<()> {
    if builtin::text().is_ok() {
        return Some(());
    }
    let text = check_list::fetched().await.ok()?;
    builtin::install(text).ok()
}

/// The check lists that were read so far, by their SHA-256.
///
/// Once read, one stays as long as the page: everything that shows a month borrows from it.
pub(crate) struct KeptEditions {
    records: Rc<RecordStore>,
    builtin: RefCell<Option<&'static Edition<'static>>>,
    imported: RefCell<BTreeMap<String, &'static Edition<'static>>>,
    released: RefCell<Vec<&'static Edition<'static>>>,
}

impl KeptEditions {
    pub(super) fn of(records: Rc<RecordStore>) -> Self {
        Self { records, builtin: RefCell::default(), imported: RefCell::default(), released: RefCell::default() }
    }

    /// The built-in one.
    pub(crate) fn builtin(&self) -> &'static Edition<'static> {
        let mut slot = self.builtin.borrow_mut();
        slot.get_or_insert_with(|| match Edition::builtin() {
            Ok(edition) => Box::leak(Box::new(edition)),
            // Whatever leads here has awaited it.
            Err(fault) => root::cannot_start(&fault.to_string()),
        })
    }

    /// Takes earlier editions of the built-in one, for a page that computes earlier reports again.
    pub(crate) fn know(&self, released: impl IntoIterator<Item = Edition<'static>>) {
        let kept = released.into_iter().map(|edition| &*Box::leak(Box::new(edition)));
        self.released.borrow_mut().extend(kept);
    }

    /// An imported one, by its SHA-256; `None` when it is not in this browser or not sound.
    fn imported(&self, sha256: &str) -> Option<&'static Edition<'static>> {
        let body = self.records.body(&RecordKey::CheckList(sha256.to_owned()))?;
        if let Some(known) = self.imported.borrow().get(sha256) {
            return Some(known);
        }
        let edition = read(body.as_bytes(), &Nfc).ok().filter(|edition| edition.reference().sha256 == sha256)?;
        let edition: &'static Edition<'static> = Box::leak(Box::new(edition));
        self.imported.borrow_mut().insert(sha256.to_owned(), edition);
        Some(edition)
    }

    /// The one a report or a month names; `None` when it is not in this browser.
    pub(crate) fn named(&self, reference: &CatalogueRef) -> Option<&'static Edition<'static>> {
        let builtin = self.builtin();
        let imported = || self.imported(&reference.sha256).filter(|edition| edition.reference() == reference);
        let released = || self.released.borrow().iter().copied().find(|edition| edition.reference() == reference);
        if builtin.reference() == reference { Some(builtin) } else { released().or_else(imported) }
    }

    /// The one a month in work is shown with.
    ///
    /// The one it names, or the present edition of the built-in one where it names another of its editions; `None` when
    /// it names one of others that is not in this browser.
    pub(crate) fn of_month(&self, reference: &CatalogueRef) -> Option<&'static Edition<'static>> {
        self.named(reference).or_else(|| Some(self.builtin()).filter(|builtin| builtin.continues(reference)))
    }

    /// All that can be used here.
    pub(crate) fn all(&self) -> Editions<'static> {
        let mut all = Editions::new(self.builtin().lent());
        let imported = self.imported_keys().filter_map(|key| match key {
            RecordKey::CheckList(sha256) => self.imported(&sha256),
            _ => None,
        });
        let released = self.released.borrow();
        released.iter().copied().chain(imported).for_each(|edition| all.add(edition.lent()));
        all
    }

    /// The text of an imported one; `None` for the built-in one, which every worker knows.
    pub(crate) fn text_of(&self, reference: &CatalogueRef) -> Option<String> {
        self.records.body(&RecordKey::CheckList(reference.sha256.clone()))
    }

    /// The texts of all but the built-in one, for the workers.
    pub(crate) fn texts(&self) -> Vec<String> {
        let released = self.released.borrow();
        let released = released.iter().map(|edition| edition.text().to_owned());
        released.chain(self.imported_keys().filter_map(|key| self.records.body(&key))).collect()
    }

    fn imported_keys(&self) -> impl Iterator<Item = RecordKey> {
        self.records.keys().into_iter().filter(|key| matches!(key, RecordKey::CheckList(_)))
    }
}
