//! Looking after the copies while the page is open: what the browser or another program deletes is noticed and written again.
//!
//! A cleaning tool, another application of the same origin or a browser short of room may delete records behind an open page. The page
//! still has everything in memory, so nothing needs to be lost; it only must not wait for the next start to notice.

use std::cell::Cell;
use std::rc::Rc;

use anziping_core::record::RecordKey;
use leptos::prelude::*;

use super::App;
use crate::platform::{document, task, timer};
use crate::store::records::Discovery;
use crate::store::tabs::WriterRole;

/// Milliseconds between two looks: a failure is to be said within a second.
const LOOK_EVERY_MS: u32 = 900;

/// Looks from now on, as long as the page is shown.
pub fn watch(app: App) {
    let busy = Rc::new(Cell::new(false));
    let look = {
        let busy = Rc::clone(&busy);
        move || {
            if !document::is_hidden() && app.standing.get_untracked() == WriterRole::Writer && !busy.get() {
                let missing = missing(app);
                if !missing.is_empty() {
                    write_again(app, Rc::clone(&busy), missing);
                }
            }
        }
    };
    let lost = move || {
        let busy = Rc::clone(&busy);
        task::spawn(async move {
            match app.vault().reconnect_journal().await {
                Ok(()) => {
                    let missing = app.vault().missing_from_journal().await.unwrap_or_default();
                    let missing: Vec<RecordKey> = missing.into_iter().filter(is_ours).collect();
                    if !missing.is_empty() && app.standing.get_untracked() == WriterRole::Writer {
                        write_again(app, busy, missing);
                    }
                }
                Err(_) => app.owe_journal(),
            }
        });
    };
    app.vault().when_journal_lost(lost);
    document::on_show(look.clone()).forever();
    timer::every(LOOK_EVERY_MS, look).forever();
}

/// The registry belongs to the page of the office.
fn is_ours(key: &RecordKey) -> bool {
    *key != RecordKey::Registry
}

/// What is gone from localStorage. Without locks another tab may have removed an enterprise on purpose; only when nothing at all is
/// left was it no tab of ours.
fn missing(app: App) -> Vec<RecordKey> {
    let vault = app.vault();
    let missing: Vec<RecordKey> = vault.missing_from_local().into_iter().filter(is_ours).collect();
    let all = vault.keys().into_iter().filter(is_ours).filter(|key| vault.locked(key).is_none()).count();
    if app.is_alone() || missing.len() == all { missing } else { Vec::new() }
}

fn write_again(app: App, busy: Rc<Cell<bool>>, missing: Vec<RecordKey>) {
    busy.set(true);
    let count = missing.len();
    app.write_again(&missing, move || busy.set(false));
    app.discoveries.update(|all| {
        all.retain(|discovery| !matches!(discovery, Discovery::Rewritten(_)));
        all.push(Discovery::Rewritten(count));
    });
}
