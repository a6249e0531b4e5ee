//! The check lists of this browser: the built-in one and those that were imported.
//!
//! The built-in one is read when a month is opened: the first page needs none.

use std::cell::RefCell;
use std::collections::BTreeMap;

use anziping_core::edition::{Edition, Editions, read};
use anziping_core::month::draft::CatalogueRef;
use anziping_core::record::RecordKey;

use crate::platform::root;
use crate::platform::unicode::Nfc;
use crate::store::records::RecordStore;

/// The check lists that were read so far, by their SHA-256. Once read, one stays as long as the page: everything that shows a month
/// borrows from it.
#[derive(Default)]
pub struct Lists {
    builtin: RefCell<Option<&'static Edition<'static>>>,
    others: RefCell<BTreeMap<String, &'static Edition<'static>>>,
}

impl Lists {
    /// The built-in one.
    pub fn builtin(&self) -> &'static Edition<'static> {
        let mut slot = self.builtin.borrow_mut();
        slot.get_or_insert_with(|| match Edition::builtin() {
            Ok(edition) => Box::leak(Box::new(edition)),
            // The start has found it whole.
            Err(fault) => root::cannot_start(&fault.to_string()),
        })
    }

    /// An imported one, by its SHA-256; `None` when it is not in this browser or not sound.
    pub fn imported(&self, vault: &RecordStore, sha256: &str) -> Option<&'static Edition<'static>> {
        let body = vault.body(&RecordKey::CheckList(sha256.to_owned()))?;
        if let Some(known) = self.others.borrow().get(sha256) {
            return Some(known);
        }
        let edition = read(body.as_bytes(), &Nfc).ok().filter(|edition| edition.reference().sha256 == sha256)?;
        let edition: &'static Edition<'static> = Box::leak(Box::new(edition));
        self.others.borrow_mut().insert(sha256.to_owned(), edition);
        Some(edition)
    }

    /// The one a report or a month names; `None` when it is not in this browser.
    pub fn named(&self, vault: &RecordStore, reference: &CatalogueRef) -> Option<&'static Edition<'static>> {
        let builtin = self.builtin();
        let imported = || self.imported(vault, &reference.sha256).filter(|edition| edition.reference() == reference);
        if builtin.reference() == reference { Some(builtin) } else { imported() }
    }

    /// All that can be used here.
    pub fn all(&self, vault: &RecordStore) -> Editions<'static> {
        let mut all = Editions::new(self.builtin().lent());
        let imported = vault.keys().into_iter().filter_map(|key| match key {
            RecordKey::CheckList(sha256) => self.imported(vault, &sha256),
            _ => None,
        });
        imported.for_each(|edition| all.add(edition.lent()));
        all
    }
}
