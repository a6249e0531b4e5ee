//! Settles what a tab may do beside others.
//!
//! It carries out what the person decides when two have written.

use anziping_core::record::RecordKey;
use leptos::prelude::*;

use super::autosave::SaveState;
use super::discovery::Discovery;
use super::handle::Store;
use super::tabs::WriterRole;
use crate::platform::task;

/// Lets other tabs ask for the place of the one that writes, and notices when one has written.
pub(super) fn listen(store: Store) {
    let save_all = move |done: Box<dyn FnOnce()>| store.flush_then(done);
    let stored = move |slot: &str, text: &str| {
        // The other page stores its records in the same browser; ignore them.
        let name = slot.split('|').next().unwrap_or_default();
        let ours = RecordKey::parse(name).is_some_and(|key| store.page().owns(&key));
        if ours && store.is_writer() && store.records().is_news(slot, text) {
            store.role.set(WriterRole::Overtaken);
        }
    };
    let is_overtaken = move || {
        let (records, keys) = (store.records(), store.own_keys());
        async move { records.is_overtaken_in_journal(keys).await }
    };
    let tabs = store.tabs();
    tabs.listen(save_all, stored);
    tabs.look(is_overtaken);
}

/// Lets a write that was stopped decide the role.
///
/// Needs the app to be mounted: before, effects have nothing to run on.
pub(super) fn follow(store: Store) {
    // The stop comes from outside, as the answer of the browser.
    Effect::new(move |_| {
        if store.save.with(|save| *save == SaveState::Overtaken) {
            store.role.set(WriterRole::Overtaken);
        }
    });
}

/// 在此继续: makes this tab the one that writes, after the other has saved.
///
/// Then it calls `go_on` to show what the other has left.
pub(crate) fn go_on_here(store: Store, go_on: impl FnOnce() + 'static) {
    store.tabs().take_over(go_on);
}

/// Reads what another tab has saved and calls `show`.
///
/// What this tab could not save is kept for export until the page closes.
pub(crate) fn take_theirs(store: Store, show: impl FnOnce() + 'static) {
    keep_aside(store);
    task::spawn(async move {
        let mut discoveries = store.records().read_again().await;
        discoveries.retain(|discovery| store.page().tells(discovery));
        let between_two = |discovery: &Discovery| match discovery {
            Discovery::Conflict(key) if store.page().writes(key) => Some(key.clone()),
            _ => None,
        };
        let chosen: Vec<RecordKey> = discoveries.iter().filter_map(between_two).collect();
        store.discoveries.set(discoveries);
        // Taking back an earlier step now would write over what the other tab has done since.
        store.undo.set(None);
        store.save.set(SaveState::Untouched);
        store.role.set(WriterRole::Writer);
        // Two texts may share a revision: write the chosen one again, so that the next start need not choose.
        store.write_again(&chosen, || ());
        show();
    });
}

/// Keeps what this tab shows against what another has saved.
///
/// The other's text is kept for export until the page closes. Gives the number of records that were written.
pub(crate) fn keep_mine(store: Store) -> usize {
    store.records().insist();
    store.role.set(WriterRole::Writer);
    let own: Vec<_> = store.own_bodies().into_iter().map(|(key, body)| (key, Some(body))).collect();
    let written = own.len();
    store.write(own);
    written
}

/// Keeps for export what a stopped tab shows and could not save.
///
/// Something else is about to take its place on the screen.
pub(crate) fn keep_aside(store: Store) {
    if store.role.get_untracked() == WriterRole::Overtaken {
        store.records().keep_own_aside(store.own_bodies());
    }
}
