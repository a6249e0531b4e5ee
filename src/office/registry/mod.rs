//! The registry: enterprises that must report, and their keys.
//!
//! | module | what it shows |
//! | --- | --- |
//! | [`enterprise`], [`revoke`] | an enterprise with its keys, and taking a key out of use |
//! | [`standing`] | its name, and whether a report is expected of it |
//! | [`add`], [`import`], [`enrol`] | putting enterprises on the list, typed or from a spreadsheet |
//! | [`office_key`], [`share`] | the office's own key, and the registry signed for colleagues |
//! | [`merge`] | taking in a colleague's registry |
//! | [`backup`], [`restore`] | the registry as a file |
//! | [`verdicts`] | what was found out about files as a file |
//! | [`lists`] | the check lists of this browser |

mod add;
pub(crate) mod backup;
mod enrol;
mod enterprise;
mod import;
mod lists;
mod merge;
pub(super) mod office_key;
mod restore;
mod revoke;
mod share;
mod standing;
pub(crate) mod verdicts;

use std::collections::BTreeSet;

use anziping_core::office::missing::Excuse;
use anziping_core::value::line::line_fault;
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use super::app::OfficeApp;
use crate::platform::{clock, dom, files};
use crate::store::records::Locked;
use crate::ui::field::{Field, Notice, Select};
use crate::ui::take_single_file::TakeSingleFile;
use crate::words::office as desk;
use crate::words::office::registry as words;
use crate::words::single_file;
use crate::words::{check_list, fault};
use add::Add;
use backup::Keeping;
use enterprise::EnterpriseRow;
use lists::CheckLists;
use office_key::OfficeKey;
use revoke::{KeyToRevoke, Revoke};

/// Rows shown at first: what lies below the list stays within reach, and there is a search.
const FIRST: usize = 30;
/// Rows added at a time.
const ROWS: usize = 200;

#[component]
pub(crate) fn RegistryPage() -> impl IntoView {
    let app = OfficeApp::get();
    let revoking = KeyToRevoke::none();
    provide_context(revoking);
    let office = Signal::derive(move || app.record.with(|record| record.registry.office.clone()));
    let office_fault = Memo::new(move |_| office.with(|name| line_fault(name).map(fault::line)));
    let days = (1..=31_u8).map(|day| (day.to_string(), words::due_day(day))).collect::<Vec<_>>();
    let due_day = Signal::derive(move || {
        app.record.with(|record| if record.due_day == 0 { String::new() } else { record.due_day.to_string() })
    });
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{desk::REGISTRY}</h1>
                <p>{words::LEAD}</p>
            </div>
            <Unreadable app=app />
            <Sections />
            <section class="card">
                <Field
                    name="office"
                    label=words::OFFICE
                    hint=words::OFFICE_HINT
                    value=office
                    fault=office_fault
                    eager=Signal::stored(true)
                    on_input=Callback::new(move |name| app.name_office(name))
                />
                <Select
                    name="due_day"
                    label=words::DUE_DAY
                    hint=words::DUE_DAY_HINT
                    options=days
                    none=words::DUE_AT_END
                    value=due_day
                    on_change=Callback::new(move |day: String| app.set_due_day(day.parse().unwrap_or_default()))
                />
            </section>
            <OfficeKey app=app />
            <List app=app />
            <Add app=app />
            <CheckLists app=app />
            <Keeping app=app />
            <TakeSingleFile address="./single/office.html" name=single_file::DESK />
            <Revoke app=app revoking=revoking />
        </div>
    }
    .into_any()
}

/// Leads to what stands below the list.
#[component]
fn Sections() -> impl IntoView {
    let sections = [
        ("registered", words::LIST),
        ("add", words::ADD),
        ("keeping", words::KEEPING),
        ("check-lists", check_list::HERE),
    ];
    let links = sections.map(|(id, said)| {
        view! {
            <button
                type="button"
                class="button button-small"
                data-section=id
                on:click=move |_| dom::reveal(Some(id))
            >
                {said}
            </button>
        }
    });
    view! {
        <nav class="row no-print" aria-label=words::SECTIONS>
            {links.collect_view()}
        </nav>
    }
    .into_any()
}

/// A stored registry that cannot be read is never written over unasked.
#[component]
fn Unreadable(app: OfficeApp) -> impl IntoView {
    let fault = RwSignal::new(None::<String>);
    let export = move |_| {
        let outcome = files::save(words::RAW_NAME, "text/plain", app.raw_registry().as_bytes());
        fault.set(outcome.err().map(|refused| desk::file(&refused)));
    };
    view! {
        {move || {
            app.locked
                .get()
                .map(|locked| {
                    let said = if locked == Locked::Newer { words::newer() } else { words::UNREADABLE.to_owned() };
                    view! {
                        <Notice kind="bad">
                            <p>{said}</p>
                            <div class="row">
                                <button
                                    type="button"
                                    class="button button-small"
                                    data-action="export-raw"
                                    on:click=export
                                >
                                    {words::EXPORT_RAW}
                                </button>
                                {(locked == Locked::Damaged)
                                    .then(|| {
                                        view! {
                                            <button
                                                type="button"
                                                class="button button-small button-danger"
                                                data-action="give-up"
                                                on:click=move |_| app.give_up_damaged()
                                            >
                                                {words::GIVE_UP}
                                            </button>
                                        }
                                    })}
                            </div>
                            {move || fault.get().map(|said| view! { <p class="error">{said}</p> })}
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}

/// The enterprises, searchable; those that are no more last.
#[component]
fn List(app: OfficeApp) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let most = RwSignal::new(FIRST);
    let matching = Memo::new(move |_| {
        let wanted = search.get();
        let wanted = wanted.trim();
        app.record.with(|record| {
            let all = record.registry.enterprises.iter();
            let found = all.filter(|enterprise| {
                wanted.is_empty() || enterprise.name.contains(wanted) || enterprise.uscc.as_str().contains(wanted)
            });
            let mut found: Vec<UnifiedCode> = found.map(|enterprise| enterprise.uscc.clone()).collect();
            let today = clock::today();
            let gone = record.excused.iter().filter(|one| one.why == Excuse::Deregistered && one.covers(today));
            let gone: BTreeSet<&UnifiedCode> = gone.map(|one| &one.uscc).collect();
            found.sort_by_key(|uscc| gone.contains(uscc));
            found
        })
    });
    let heading = move || {
        app.record.with(|record| {
            let all = &record.registry.enterprises;
            let with_key = all
                .iter()
                .filter(|enterprise| enterprise.keys.iter().any(anziping_core::registry::RegisteredKey::is_active));
            words::enterprises(all.len(), with_key.count())
        })
    };
    let none = Memo::new(move |_| app.record.with(|record| record.registry.enterprises.is_empty()));
    let shown = move || matching.with(|matching| matching.iter().take(most.get()).cloned().collect::<Vec<_>>());
    let left = move || matching.with(Vec::len).saturating_sub(most.get());
    view! {
        <section class="card" aria-labelledby="registered">
            <h2 id="registered">{heading}</h2>
            {move || {
                if none.get() {
                    view! { <p class="muted">{words::EMPTY}</p> }.into_any()
                } else {
                    view! {
                        <Field
                            name="search"
                            label=words::SEARCH
                            value=search
                            on_input=Callback::new(move |text| search.set(text))
                        />
                    }
                        .into_any()
                }
            }}
            <ul class="plain">
                <For
                    each=shown
                    key=|uscc| uscc.clone()
                    children=move |uscc| view! { <EnterpriseRow app=app uscc=uscc /> }
                />
            </ul>
            {move || {
                (left() > 0)
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button"
                                data-action="more"
                                on:click=move |_| most.update(|most| *most += ROWS)
                            >
                                {desk::show_more(left())}
                            </button>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}
