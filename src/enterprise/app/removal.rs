//! Removes enterprises and months, empties and restores.
//!
//! Each step can be taken back as long as the page is open.

use anziping_core::month::draft::{MonthDraft, highest_hazard};
use anziping_core::record::{Envelope, RecordKey};
use leptos::prelude::*;

use super::App;

/// Removes an enterprise with everything that belongs to it; can be taken back while the page is open.
pub(crate) fn remove_enterprise(app: App, id: &str, said: String) {
    app.store.flush();
    let records = app.store.records();
    let gone: Vec<Envelope> =
        records.envelopes().into_iter().filter(|envelope| envelope.key.enterprise() == Some(id)).collect();
    app.write(gone.iter().map(|envelope| (envelope.key.clone(), None)).collect());
    app.refresh();
    let next = app.index.with_untracked(|index| index.enterprises.first().map(|enterprise| enterprise.id.clone()));
    app.switch_to(next.as_deref().unwrap_or_default(), None);
    let id = id.to_owned();
    app.store.offer_undo(said, move || {
        app.write(gone.iter().map(|envelope| (envelope.key.clone(), Some(envelope.body.clone()))).collect());
        app.refresh();
        app.switch_to(&id, None);
    });
}

/// Empties the month on the screen: answers, counts, hazards, facts and figures.
///
/// Its place in the chain of sealed reports and the numbers of its hazards stay. Can be taken back while the page is
/// open.
pub(crate) fn clear_month(app: App, said: String) {
    let Some(session) = app.session.get_untracked().filter(|session| !session.read_only.get_untracked()) else {
        return;
    };
    app.store.flush();
    let (id, period) = (session.id.get_value(), session.period);
    let full = session.snapshot();
    let key = RecordKey::Month(id.clone(), period);
    let empty = MonthDraft {
        demo: full.demo,
        preparer: full.preparer.clone(),
        lineage: full.lineage.clone(),
        deleted_hazard: highest_hazard(period, &full.hazards).max(full.deleted_hazard),
        ..MonthDraft::new(period, session.reference())
    };
    app.put(&key, &empty);
    app.refresh();
    app.show(&id, Some(period));
    app.store.offer_undo(said, move || {
        app.store.flush();
        let mut back = full.clone();
        // Numbers that were given since stay given.
        if let Some(Ok(now)) = app.store.records().read::<MonthDraft>(&key) {
            back.deleted_hazard = back.deleted_hazard.max(now.deleted_hazard).max(highest_hazard(period, &now.hazards));
        }
        app.put(&key, &back);
        app.refresh();
        app.switch_to(&id, Some(period));
    });
}

/// Removes the month on the screen, which was begun too early and is the newest one.
///
/// Can be taken back while the page is open. A month that was ever signed stays.
pub(crate) fn remove_month(app: App, said: String) {
    let Some(session) = app.session.get_untracked().filter(|session| !session.read_only.get_untracked()) else {
        return;
    };
    app.store.flush();
    let (id, period) = (session.id.get_value(), session.period);
    let others = app.index.with_untracked(|index| {
        let months = index.enterprise(&id).map(|enterprise| enterprise.months.clone()).unwrap_or_default();
        months
            .first()
            .is_some_and(|newest| newest.period == period && newest.sealed.is_empty())
            .then(|| months.get(1).cloned())
    });
    let Some(before) = others.flatten() else { return };
    let (draft, key) = (session.snapshot(), RecordKey::Month(id.clone(), period));
    app.write(vec![(key.clone(), None)]);
    app.refresh();
    app.switch_to(&id, Some(before.period));
    app.store.offer_undo(said, move || {
        app.put(&key, &draft);
        app.refresh();
        app.switch_to(&id, Some(period));
    });
}

/// Puts chosen records of a backup back; can be taken back while the page is open.
pub(crate) fn restore(app: App, chosen: &[Envelope], said: String) {
    app.store.flush();
    let records = app.store.records();
    let existing = records.envelopes();
    let before: Vec<_> = chosen
        .iter()
        .map(|envelope| {
            let body = existing.iter().find(|present| present.key == envelope.key).map(|present| present.body.clone());
            (envelope.key.clone(), body)
        })
        .collect();
    app.write(chosen.iter().map(|envelope| (envelope.key.clone(), Some(envelope.body.clone()))).collect());
    app.reopen();
    app.store.offer_undo(said, move || {
        app.write(before.clone());
        app.reopen();
    });
}
