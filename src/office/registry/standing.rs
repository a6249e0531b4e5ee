//! An enterprise's name on the list, and whether a report is expected of it.

use anziping_core::office::missing::{Excuse, Excused};
use anziping_core::value::line::line_fault;
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::clock;
use crate::ui::field::{Field, Select};
use crate::words::fault;
use crate::words::office::registry as words;
use crate::words::office::rollup;

/// The mark of an enterprise of which no report is expected.
pub(super) fn tag(app: OfficeApp, uscc: UnifiedCode) -> AnyView {
    let excuse = excuse(app, uscc);
    view! { {move || excuse.get().map(|why| view! { <span class="tag">{rollup::excuse(why)}</span> })} }.into_any()
}

fn excuse(app: OfficeApp, uscc: UnifiedCode) -> Memo<Option<Excuse>> {
    Memo::new(move |_| app.record.with(|record| record.excuse_of(&uscc).map(|excused| excused.why)))
}

/// The disclosure; what is in it is built when it is opened.
pub(super) fn disclosure(app: OfficeApp, uscc: UnifiedCode) -> AnyView {
    let opened = RwSignal::new(false);
    let excuse = excuse(app, uscc.clone());
    view! {
        <details on:toggle=move |_| opened.set(true)>
            <summary data-action="standing">{words::STANDING}</summary>
            <div class="details-body">
                {move || opened.get().then(|| view! { <Standing app=app uscc=uscc.clone() excuse=excuse /> })}
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn Standing(app: OfficeApp, uscc: UnifiedCode, excuse: Memo<Option<Excuse>>) -> impl IntoView {
    let before = app.record.with_untracked(|record| {
        record.registry.enterprise(&uscc).map_or_else(String::new, |listed| listed.name.clone())
    });
    let name = RwSignal::new(before.clone());
    let options = Excuse::ALL.map(|why| (why.code().to_owned(), rollup::excuse(why).to_owned())).to_vec();
    let value = Signal::derive(move || excuse.get().map_or_else(String::new, |why| why.code().to_owned()));
    let choose = {
        let uscc = uscc.clone();
        move |code: String| {
            let why = Excuse::parse(&code);
            app.edit_record(|record| {
                record.excused.retain(|excused| excused.uscc != uscc);
                let since = clock::today();
                record.excused.extend(why.map(|why| Excused { uscc: uscc.clone(), why, since }));
                words::excused(&before, why.map(rollup::excuse))
            });
        }
    };
    let rename = {
        let uscc = uscc.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let new = name.get_untracked().trim().to_owned();
            if new.is_empty() || line_fault(&new).is_some() {
                return;
            }
            app.edit_record(|record| {
                record.registry.enrol(&uscc, &new);
                words::renamed(&new)
            });
        }
    };
    let name_fault = Memo::new(move |_| name.with(|name| line_fault(name).map(fault::line)));
    let id = uscc.to_string();
    view! {
        <Select
            name=format!("excuse-{id}")
            label=words::EXPECTED
            hint=words::EXPECTED_HINT
            options=options
            none=words::EXPECTED_EACH_MONTH
            value=value
            on_change=Callback::new(choose)
        />
        <form class="stack" novalidate on:submit=rename>
            <Field
                name=format!("name-{id}")
                label=words::NAME_ON_LIST
                value=name
                fault=name_fault
                eager=Signal::stored(true)
                on_input=Callback::new(move |text| name.set(text))
            />
            <div>
                <button type="submit" class="button button-small" data-action="rename">
                    {words::RENAME}
                </button>
            </div>
        </form>
    }
    .into_any()
}
