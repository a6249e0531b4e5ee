//! Keeps and removes check lists of others, and moves the month on the screen to another one.

use anziping_core::edition::{CatalogueRef, Edition};
use anziping_core::month::draft::MonthDraft;
use anziping_core::record::RecordKey;
use anziping_core::record::body::read_body;
use leptos::prelude::*;

use super::App;

/// Keeps a check list of others. No month uses it before somebody says so.
pub(crate) fn keep(app: App, edition: &Edition<'_>) {
    app.store.keep_edition(edition);
    app.settings.count_changes(1);
}

/// Counts the months of this browser that are answered against a check list.
pub(crate) fn months_on(app: App, reference: &CatalogueRef) -> usize {
    app.store.flush();
    let records = app.store.records();
    let months = records.keys().into_iter().filter(|key| matches!(key, RecordKey::Month(..)));
    let on = |key: &RecordKey| {
        let body = records.body(key)?;
        let (draft, _) = read_body::<MonthDraft>(&body).ok()?;
        (draft.catalogue == *reference).then_some(())
    };
    months.filter_map(|key| on(&key)).count()
}

/// Removes an imported check list that no month uses; can be taken back while the page is open.
pub(crate) fn remove(app: App, reference: &CatalogueRef, said: String) {
    let key = RecordKey::CheckList(reference.sha256.clone());
    let (Some(text), 0) = (app.store.records().body(&key), months_on(app, reference)) else { return };
    app.write(vec![(key.clone(), None)]);
    app.store.offer_undo(said, move || app.write(vec![(key.clone(), Some(text.clone()))]));
}

/// Moves the month on the screen to another check list.
///
/// Answers to questions it does not have stay in the month, out of sight; the others must be confirmed. Can be taken
/// back while the page is open.
pub(crate) fn take_up(app: App, edition: &'static Edition<'static>, said: String) {
    let Some(session) = app.session.get_untracked() else { return };
    let (id, period) = (session.id.get_value(), session.period);
    let key = RecordKey::Month(id.clone(), period);
    let sealed = app.indexed_month(&id, period).is_some_and(|month| month.is_sealed());
    if sealed || !app.store.is_writer() || app.store.records().locked(&key).is_some() {
        return;
    }
    app.store.flush();
    let before = session.snapshot();
    let mut after = before.clone();
    let adoption = after.adopt(edition.catalogue(), edition.reference());
    if let Some(body) = app.store.records().body(&key) {
        app.write(vec![(RecordKey::Before(id.clone(), period), Some(body))]);
    }
    app.put(&key, &after);
    app.refresh();
    app.show(&id, Some(period));
    app.adoption.set(adoption);
    app.store.offer_undo(said, move || {
        app.adoption.set(None);
        app.store.flush();
        app.put(&key, &before);
        app.refresh();
        app.switch_to(&id, Some(period));
    });
}
