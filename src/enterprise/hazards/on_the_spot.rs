//! A hazard that was put right as soon as it was found: one form, one acceptance by somebody else.

use anziping_core::hazard::{Grade, Hazard, HazardFault, ON_THE_SPOT, Stage};
use leptos::prelude::*;

use super::entry::HazardEntry;
use super::input::{HazardInput, Need};
use super::obstacles::summary;
use crate::enterprise::app::App;
use crate::enterprise::route::Route;
use crate::enterprise::session::today_within;
use crate::platform::dom;
use crate::ui::field::Check;
use crate::words::hazard as words;

/// The box that says it was put right at once and, once ticked, the rest of the form.
#[component]
pub(super) fn OnTheSpot(app: App, entry: HazardEntry, chosen: RwSignal<bool>) -> impl IntoView {
    let tried = RwSignal::new(false);
    let obstacles = Memo::new(move |_| entry.obstacles_on_the_spot());
    let choose = move |on: bool| {
        entry.edit(|hazard| if on { fill_in(hazard) } else { take_out(hazard) });
        tried.set(false);
        chosen.set(on);
    };
    let close = move |_| {
        if obstacles.with_untracked(Vec::is_empty) {
            close_out(app, entry);
        } else {
            tried.set(true);
            dom::reveal(Some("stage-obstacles"));
        }
    };
    view! {
        <Check
            name="hazard-on-the-spot"
            label=words::ON_THE_SPOT
            hint=words::ON_THE_SPOT_HINT
            checked=chosen
            on_change=Callback::new(choose)
        />
        {move || {
            chosen
                .get()
                .then(|| {
                    let fields = ON_THE_SPOT
                        .map(|(stage, field)| {
                            view! {
                                <HazardInput entry=entry stage=stage field=field need=Need::Needed eager=tried.into() />
                            }
                        });
                    view! {
                        {move || obstacles.with(|all| (tried.get() && !all.is_empty()).then(|| summary(all)))}
                        <div class="pairs">{fields.into_iter().collect_view()}</div>
                        <div class="row no-print">
                            <button
                                type="button"
                                class="button button-primary"
                                data-action="close-on-the-spot"
                                on:mousedown=|ev| ev.prevent_default()
                                on:click=close
                            >
                                {words::CLOSE_ON_THE_SPOT}
                            </button>
                        </div>
                    }
                })
        }}
    }
    .into_any()
}

/// Says what is so in most cases, for the person to read and change.
fn fill_in(hazard: &mut Hazard) {
    hazard.grade.get_or_insert(Grade::General);
    for (text, usual) in
        [(&mut hazard.acceptance, words::SPOT_ACCEPTANCE), (&mut hazard.appraisal, words::SPOT_APPRAISAL)]
    {
        if text.trim().is_empty() {
            usual.clone_into(text);
        }
    }
}

/// Takes out what [`fill_in`] has said, unless somebody has changed it.
fn take_out(hazard: &mut Hazard) {
    for (text, usual) in
        [(&mut hazard.acceptance, words::SPOT_ACCEPTANCE), (&mut hazard.appraisal, words::SPOT_APPRAISAL)]
    {
        if text == usual {
            text.clear();
        }
    }
}

/// Takes the hazard through all stages and asks for its item again.
///
/// It can be taken back as it stood before.
fn close_out(app: App, entry: HazardEntry) {
    let session = entry.session;
    let principal = session.enterprise.with_untracked(|enterprise| enterprise.principal.clone());
    let Some(before) = untrack(move || entry.read(Hazard::clone)) else { return };
    let mut closed: Result<(), Vec<HazardFault>> = Ok(());
    entry.edit(|hazard| closed = hazard.close_on_the_spot(&principal, today_within(session.span.get_untracked())));
    if closed.is_err() {
        return;
    }
    let asked = entry.ask_again();
    let (id, month) = (entry.id(), (session.id.get_value(), session.period));
    app.store.offer_undo(words::advanced(&id, Stage::Appraised), move || {
        app.in_month(&month.0, month.1, |session| {
            session.edit_hazards(|hazards| {
                if let Some(hazard) = hazards.iter_mut().find(|hazard| hazard.id == id) {
                    *hazard = before.clone();
                }
            });
            session.answer_as_before(&asked);
        });
        app.go(&Route::Hazards(Some(id.clone())));
    });
    dom::reveal(Some("stage-now"));
}
