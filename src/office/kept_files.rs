//! Takes verdicts and months of streets away one by one, and brings them in from another browser.
//!
//! Every step can be taken back as long as the page is open.

use std::cell::RefCell;
use std::collections::BTreeSet;

use anziping_core::office::county_months::KeptMonth;
use anziping_core::office::desk::{FileIdentity, Inbox};
use anziping_core::office::intake::Checked;
use anziping_core::office::kept_file::KeptFile;
use anziping_core::record::RecordKey;
use anziping_core::seal::Sha256;
use leptos::prelude::*;

use super::app::OfficeApp;
use super::street_months::of_file;
use crate::words::office::keeping as words;

fn key_of(month: &KeptMonth) -> RecordKey {
    RecordKey::StreetMonth(month.document_sha256.to_string())
}

impl OfficeApp {
    /// Takes files off the list; `said` gets how many they were.
    pub(crate) fn take_files_out(&self, wanted: impl Fn(&Checked) -> bool, said: impl FnOnce(usize) -> String) {
        let inbox = self.inbox;
        let taken = inbox.try_update(|inbox| inbox.take_out(wanted)).unwrap_or_default();
        let said = said(taken.len());
        let taken = RefCell::new(taken);
        self.store.offer_undo(said, move || inbox.update(|inbox| inbox.put_in(taken.take())));
    }

    /// Takes months of streets away, and the files that brought them: those would bring them again.
    pub(crate) fn remove_street_months(&self, wanted: impl Fn(&KeptMonth) -> bool) {
        let app = *self;
        let removed: Vec<KeptMonth> =
            app.months.with_untracked(|months| months.iter().filter(|month| wanted(month)).cloned().collect());
        let hashes: BTreeSet<Sha256> = removed.iter().map(|month| month.document_sha256).collect();
        let brought = |checked: &Checked| of_file(checked).is_some_and(|found| hashes.contains(&found.document_sha256));
        let files = RefCell::new(app.inbox.try_update(|inbox| inbox.take_out(brought)).unwrap_or_default());
        app.drop_months(&hashes);
        app.store.offer_undo(words::street_months_removed(removed.len()), move || {
            app.put_months(removed.clone());
            app.inbox.update(|inbox| inbox.put_in(files.take()));
        });
    }

    /// Adds what another browser of this desk has found out and this one does not have.
    pub(crate) fn add_kept(&self, kept: KeptFile) {
        let app = *self;
        let KeptFile { files, months, .. } = kept;
        let added: BTreeSet<FileIdentity> =
            app.inbox.try_update(|inbox: &mut Inbox| inbox.add_missing(files)).unwrap_or_default();
        let here: BTreeSet<Sha256> =
            app.months.with_untracked(|months| months.iter().map(|month| month.document_sha256).collect());
        let months: Vec<KeptMonth> =
            months.into_iter().filter(|month| !here.contains(&month.document_sha256)).collect();
        let hashes: BTreeSet<Sha256> = months.iter().map(|month| month.document_sha256).collect();
        app.put_months(months);
        app.store.offer_undo(words::restored(added.len(), hashes.len()), move || {
            app.inbox.update(|inbox| drop(inbox.take_out(|file| added.contains(&FileIdentity::of(file)))));
            app.drop_months(&hashes);
        });
    }

    fn put_months(&self, months: Vec<KeptMonth>) {
        let body = |month: &KeptMonth| {
            let key = key_of(month);
            let body = self.store.encode(&key, month)?;
            Some((key, Some(body)))
        };
        self.store.write(months.iter().filter_map(body).collect());
        self.months.update(|all| all.extend(months));
    }

    fn drop_months(&self, hashes: &BTreeSet<Sha256>) {
        let gone = |month: &KeptMonth| hashes.contains(&month.document_sha256);
        let keys = |months: &Vec<KeptMonth>| months.iter().filter(|month| gone(month)).map(key_of).collect::<Vec<_>>();
        let keys = self.months.with_untracked(keys);
        self.store.write(keys.into_iter().map(|key| (key, None)).collect());
        self.months.update(|months| months.retain(|month| !gone(month)));
    }
}
