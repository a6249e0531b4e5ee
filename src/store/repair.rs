//! Writes again what the browser or another program deletes behind an open page.
//!
//! A cleaning tool, another application of the same origin or a browser short of room may delete records while the page
//! is open. The page still has everything in memory, so nothing needs to be lost; it only must not wait for the next
//! start to notice.

use std::cell::Cell;
use std::rc::Rc;

use anziping_core::record::RecordKey;
use leptos::prelude::*;

use super::discovery::Discovery;
use super::handle::Store;
use crate::platform::journal::Emptied;
use crate::platform::{dom, task, timer};

/// Milliseconds between two looks: a failure is to be said within a second.
const LOOK_EVERY_MS: u32 = 900;

/// Looks from now on, as long as the page is shown.
pub(super) fn watch(store: Store) {
    let busy = Rc::new(Cell::new(false));
    let look = {
        let busy = Rc::clone(&busy);
        move || {
            if !dom::is_hidden() && store.is_writer() && !busy.get() {
                let missing = missing(store);
                if !missing.is_empty() {
                    write_again(store, Rc::clone(&busy), missing);
                }
            }
        }
    };
    let lost = move || {
        let busy = Rc::clone(&busy);
        task::spawn(async move {
            match store.records().reconnect_journal().await {
                Ok(()) => {
                    let emptied = store.records().was_journal_emptied();
                    let missing = store.records().missing_from_journal().await.unwrap_or_default();
                    let missing: Vec<RecordKey> = missing.into_iter().filter(|key| store.page().owns(key)).collect();
                    if !missing.is_empty() && store.is_writer() {
                        write_again(store, busy, missing);
                    }
                    match emptied {
                        Some(Emptied::DiskFull) => say(store, Discovery::Evicted(store.own_count())),
                        Some(Emptied::Unknown) => say(store, Discovery::Rewritten(store.own_count())),
                        None => {}
                    }
                }
                Err(fault) => store.owe_journal(&fault),
            }
        });
    };
    store.records().when_journal_lost(lost);
    dom::on_show(look.clone()).forever();
    timer::every(LOOK_EVERY_MS, look).forever();
}

/// Records that are missing from localStorage.
///
/// Without locks another tab may have removed some on purpose; then only the loss of all counts.
fn missing(store: Store) -> Vec<RecordKey> {
    let (records, page) = (store.records(), store.page());
    let missing: Vec<RecordKey> = records.missing_from_local().into_iter().filter(|key| page.owns(key)).collect();
    let all = records.keys().into_iter().filter(|key| page.owns(key) && records.locked(key).is_none()).count();
    if store.tabs().is_alone() || missing.len() == all { missing } else { Vec::new() }
}

fn write_again(store: Store, busy: Rc<Cell<bool>>, missing: Vec<RecordKey>) {
    busy.set(true);
    let count = missing.len();
    store.write_again(&missing, move || busy.set(false));
    say(store, Discovery::Rewritten(count));
}

/// Says what was written again, once: of two reasons, that the disk was full.
fn say(store: Store, rewritten: Discovery) {
    store.discoveries.update(|all| {
        if !all.iter().any(|discovery| matches!(discovery, Discovery::Evicted(_))) {
            all.retain(|discovery| !matches!(discovery, Discovery::Rewritten(_)));
            all.push(rewritten);
        }
    });
}
