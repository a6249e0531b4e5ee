//! Begins enterprises, months and corrections, and puts each on the screen.

use anziping_core::demo;
use anziping_core::enterprise::Enterprise;
use anziping_core::month::draft::MonthDraft;
use anziping_core::record::RecordKey;
use anziping_core::value::period::Period;
use leptos::prelude::*;

use super::App;
use super::record_index::IndexedMonth;
use crate::platform::clock;

/// Makes an empty enterprise with an empty month and opens it.
pub(crate) fn new_enterprise(app: App) {
    let period = Period::at_or_near(clock::today());
    let reference = app.store.editions().builtin().reference().clone();
    add(app, &Enterprise::default(), &MonthDraft::new(period, reference));
}

/// Loads the demonstration month and opens it.
///
/// It is marked as such everywhere and stays apart from real enterprises.
pub(crate) fn load_demo(app: App) {
    let period = Period::at_or_near(clock::today());
    let builtin = app.store.editions().builtin();
    let (enterprise, draft) = demo::demo(builtin.catalogue(), builtin.reference().clone(), period);
    add(app, &enterprise, &draft);
}

fn add(app: App, enterprise: &Enterprise, draft: &MonthDraft) {
    let id = app.store.records().free_id();
    let (of_enterprise, of_month) = (RecordKey::Enterprise(id.clone()), RecordKey::Month(id.clone(), draft.period));
    let bodies = (app.store.encode(&of_enterprise, enterprise), app.store.encode(&of_month, draft));
    if let (Some(enterprise), Some(month)) = bodies {
        app.write(vec![(of_enterprise, Some(enterprise)), (of_month, Some(month))]);
        app.refresh();
        app.switch_to(&id, None);
    }
}

/// Begins the month after the open one; answers that still hold are taken over, open hazards roll over.
pub(crate) fn begin_next(app: App) {
    let Some(session) = app.session.get_untracked() else { return };
    let id = session.id.get_value();
    let sealed = app.indexed_month(&id, session.period).and_then(|month| month.to_follow());
    let reference = session.edition.reference().clone();
    let next = session
        .enterprise
        .with_untracked(|enterprise| session.snapshot().following(session.catalogue, reference, enterprise, sealed));
    app.put(&RecordKey::Month(id.clone(), next.period), &next);
    app.refresh();
    app.switch_to(&id, Some(next.period));
}

/// Opens a sealed month again as its next revision, for this reason.
pub(crate) fn begin_correction(app: App, reason: String) {
    let Some(session) = app.session.get_untracked() else { return };
    let id = session.id.get_value();
    let Some(month) = app.indexed_month(&id, session.period).filter(IndexedMonth::is_sealed) else { return };
    let Some((_, sealed)) = month.sealed.first() else { return };
    let corrected = session.snapshot().correction(sealed.document_sha256, reason, month.to_answer());
    app.store.undo.set(None);
    app.put(&RecordKey::Month(id.clone(), session.period), &corrected);
    app.refresh();
    app.switch_to(&id, Some(session.period));
}

/// Goes back to the signed version of the month on the screen; what was changed since is gone.
pub(crate) fn give_up_correction(app: App) {
    let Some(session) = app.session.get_untracked().filter(|session| !session.read_only.get_untracked()) else {
        return;
    };
    let Some(signed) = session.snapshot().given_up() else { return };
    let (id, period) = (session.id.get_value(), session.period);
    app.store.flush();
    app.store.undo.set(None);
    app.put(&RecordKey::Month(id.clone(), period), &signed);
    app.refresh();
    app.switch_to(&id, Some(period));
}
