//! Shows a return of the office: the list of its remarks, and each remark at its question.

use anziping_core::document::returned::ReturnRemark;
use anziping_core::month::figures::MonthField;
use anziping_core::record::ReturnRecord;
use anziping_core::review::ReviewPlace;
use anziping_core::value::visible::visible;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::record_head::ReturnHead;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::icon;
use crate::words::{common, report, returned as words};

/// The returns of the month on the screen that no signed revision answers, the newest first.
///
/// With the revision they are about.
pub(super) fn waiting(app: App, session: Session) -> Vec<(u32, ReturnHead)> {
    app.index.with(|index| {
        let months = index.enterprise(&session.id.get_value()).map(|enterprise| &enterprise.months);
        let month = months.and_then(|months| months.iter().find(|month| month.period == session.period));
        let returned = month.into_iter().flat_map(|month| month.returned());
        returned.map(|(revision, returned)| (revision, returned.clone())).collect()
    })
}

/// The remarks with links to their places; nothing while no return waits.
pub(super) fn card(session: Session) -> AnyView {
    let app = App::get();
    let waiting = Memo::new(move |_| waiting(app, session));
    let body = move || {
        let all = waiting.get().into_iter();
        all.map(|(revision, returned)| shown(app, session, revision, returned)).collect_view()
    };
    view! { {body} }.into_any()
}

fn shown(app: App, session: Session, revision: u32, returned: ReturnHead) -> AnyView {
    let state = if returned.compared { "open" } else { "unchecked" };
    let rows = returned.remarks.iter().map(|remark| row(session, remark)).collect_view();
    let said = words::by(&visible(&returned.office), returned.issued_at.day(), revision);
    let compared = returned.compared;
    let digits = returned.fingerprint.to_string();
    let heading = format!("returned-{}", returned.return_sha256);
    let labelled_by = heading.clone();
    let name = returned.name;
    let compare = move |_| {
        let id = session.id.get_value();
        if let Some(kept) = app.return_record(&id, session.period, name) {
            app.keep_return(&id, session.period, revision, &ReturnRecord { compared: true, ..kept });
        }
    };
    let check = (!compared).then(|| {
        view! {
            <p>
                <span class="tag tag-warn">{icon::of("warn")} " " {words::UNCHECKED}</span>
                " "
                {words::COMPARE}
            </p>
            <p class="digits" data-office-digits="">
                {digits}
            </p>
            <div class="row">
                <button type="button" class="button" data-action="compare-return" on:click=compare>
                    {crate::words::receipt::IS_EQUAL}
                </button>
            </div>
        }
    });
    let next = move || {
        if session.read_only.get() {
            view! {
                <div class="row">
                    <a class="button button-primary" href=Route::Seal.href()>
                        {words::TO_CORRECT}
                    </a>
                </div>
            }
            .into_any()
        } else {
            view! { <p>{words::CORRECTING}</p> }.into_any()
        }
    };
    view! {
        <section class="card no-print" aria-labelledby=labelled_by data-returned=state>
            <h2 id=heading class="status-bad">
                {words::HEADING}
            </h2>
            <p>{said}</p>
            <ul class="findings">{rows}</ul>
            {check}
            {compared.then_some(next)}
        </section>
    }
    .into_any()
}

fn row(session: Session, remark: &ReturnRemark) -> AnyView {
    let name = match &remark.place {
        None => words::WHOLE.into_any(),
        Some(id) => match place_of(session, id) {
            Some(place) => {
                let href = Route::of_place(&place, |item| session.element_of(item)).href();
                let said = session.hazards.with_untracked(|hazards| report::place(session.catalogue, hazards, &place));
                view! { <a href=href>{said}</a> }.into_any()
            }
            None => visible(id).into_owned().into_any(),
        },
    };
    view! {
        <li data-remark=remark.place.clone().unwrap_or_default()>
            {name}
            {common::COLON}
            {visible(&remark.text).into_owned()}
        </li>
    }
    .into_any()
}

/// The place of a remark; a hazard that is not in the ledger has none.
fn place_of(session: Session, id: &str) -> Option<ReviewPlace> {
    let is_there = |id: &str| session.hazards.with_untracked(|hazards| hazards.iter().any(|hazard| hazard.id == id));
    match ReviewPlace::of_id(session.catalogue, id)? {
        ReviewPlace::Hazard(id) if !is_there(&id) => None,
        place => Some(place),
    }
}

/// The remarks of a compared return at this figure of the month.
pub(super) fn at_figure(session: Session, field: MonthField) -> AnyView {
    at_question(session, &format!("month.{}", field.code()))
}

/// Returns whether a compared return has a remark at this question.
pub(super) fn is_remarked(session: Session, id: &str) -> bool {
    let mut compared = waiting(App::get(), session).into_iter().filter(|(_, returned)| returned.compared);
    compared.any(|(_, returned)| returned.remarks.iter().any(|remark| remark.place.as_deref() == Some(id)))
}

/// The remarks of a compared return at this question.
pub(super) fn at_question(session: Session, id: &str) -> AnyView {
    let app = App::get();
    let id = id.to_owned();
    let remarks = Memo::new(move |_| {
        let compared = waiting(app, session).into_iter().filter(|(_, returned)| returned.compared);
        let here = compared
            .flat_map(|(_, returned)| returned.remarks)
            .filter(|remark| remark.place.as_deref() == Some(id.as_str()));
        here.map(|remark| visible(&remark.text).into_owned()).collect::<Vec<_>>()
    });
    let notes = move || {
        let note = |text: String| {
            view! {
                <p class="status-item status-bad" data-returned-remark="">
                    {icon::of("bad")}
                    " "
                    <span>{words::AT_QUESTION} {text}</span>
                </p>
            }
        };
        remarks.get().into_iter().map(note).collect_view()
    };
    view! { {notes} }.into_any()
}
