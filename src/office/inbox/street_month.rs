//! The month of a street on its card: what it says, whether it is taken, and registering its key.

use anziping_core::document::office_month::OfficeMonth;
use anziping_core::office::county_months::MonthStanding;
use anziping_core::office::intake::CheckedDocument;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::office::route::OfficeRoute;
use crate::platform::dom;
use crate::ui::field::{Field, Input};
use crate::ui::icon;
use crate::words::office::county as words;

/// The card of a street's month: its content, and the buttons that keep it or set it aside.
pub(super) fn content(app: OfficeApp, at: usize, found: &CheckedDocument<OfficeMonth>) -> AnyView {
    let (what, sums) = (words::what(&found.document), words::sums(&found.document.sums));
    let office = found.document.office.trim().to_owned();
    let found = StoredValue::new(found.clone());
    let standing = Memo::new(move |_| found.with_value(|found| app.standing_of(found)));
    let said = move || {
        standing.get().map(|standing| {
            let (tone, said) = words::standing(&standing, &office);
            let leads = !matches!(
                standing,
                MonthStanding::UnknownKey { .. } | MonthStanding::OfAnother { .. } | MonthStanding::OutOfUse { .. }
            );
            view! {
                <p class=format!("status-item status-{tone}") data-month-standing=standing.code()>
                    {icon::of(tone)}
                    " "
                    {said}
                </p>
                {leads.then(|| view! { <p><a href=OfficeRoute::County.href()>{words::TITLE}</a></p> })}
            }
        })
    };
    let registers =
        Memo::new(move |_| standing.with(|standing| matches!(standing, Some(MonthStanding::UnknownKey { .. }))));
    view! {
        <p>
            <strong data-street-month="">{what}</strong>
        </p>
        <p>{sums}</p>
        {said}
        {move || registers.get().then(|| view! { <Register app=app at=at /> })}
    }
    .into_any()
}

/// Compares the digits that the street has told.
#[component]
fn Register(app: OfficeApp, at: usize) -> impl IntoView {
    let (digits, fault) = (RwSignal::new(String::new()), RwSignal::new(None::<String>));
    let name = format!("street_digits_{at}");
    let field = name.clone();
    let register = move |press: leptos::ev::SubmitEvent| {
        press.prevent_default();
        if let Err(refused) = app.register_street(at, &digits.get_untracked()) {
            fault.set(Some(words::street_fault(&refused)));
            dom::focus_id(&field);
        }
    };
    let typed = move |text| {
        fault.set(None);
        digits.set(text);
    };
    view! {
        <details class="no-print">
            <summary data-action="register-street">{words::REGISTER}</summary>
            <form class="stack details-body" novalidate on:submit=register>
                <Field
                    name=name
                    label=words::DIGITS
                    hint=words::DIGITS_HINT
                    input=Input::Count
                    required=true
                    value=digits
                    fault=fault
                    eager=Signal::stored(true)
                    on_input=Callback::new(typed)
                />
                <div>
                    <button type="submit" class="button button-primary" data-action="compare-street">
                        {words::COMPARE}
                    </button>
                </div>
            </form>
        </details>
    }
    .into_any()
}
