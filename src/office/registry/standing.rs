//! An enterprise's name on the list, and whether a report is expected of it.

use anziping_core::office::missing::{Excuse, Excused};
use anziping_core::value::day::Day;
use anziping_core::value::line::line_fault;
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::platform::clock;
use crate::ui::field::{Field, Input, Select};
use crate::words::fault;
use crate::words::office::registry as words;
use crate::words::office::rollup;

/// The mark of an enterprise of which no report is expected today.
pub(super) fn tag(app: OfficeApp, uscc: UnifiedCode) -> AnyView {
    let excuses = excuses(app, uscc);
    let said = move || {
        let today = clock::today();
        excuses.get().into_iter().find(|one| one.covers(today)).map(|one| {
            view! {
                <span class="tag" data-excused=one.why.code()>
                    {rollup::excused_since(one.why, one.since, one.until)}
                </span>
            }
        })
    };
    view! { {said} }.into_any()
}

fn excuses(app: OfficeApp, uscc: UnifiedCode) -> Memo<Vec<Excused>> {
    Memo::new(move |_| app.record.with(|record| record.excuses_of(&uscc)))
}

/// The disclosure; what is in it is built when it is opened.
pub(super) fn disclosure(app: OfficeApp, uscc: UnifiedCode) -> AnyView {
    let opened = RwSignal::new(false);
    view! {
        <details on:toggle=move |_| opened.set(true)>
            <summary data-action="standing">{words::STANDING}</summary>
            <div class="details-body">
                {move || {
                    opened
                        .get()
                        .then(|| {
                            view! {
                                <Excuses app=app uscc=uscc.clone() />
                                <Excusing app=app uscc=uscc.clone() />
                                <Rename app=app uscc=uscc.clone() />
                            }
                        })
                }}
            </div>
        </details>
    }
    .into_any()
}

fn name_of(app: OfficeApp, uscc: &UnifiedCode) -> String {
    let name = |listed: &anziping_core::registry::Registered| listed.name.clone();
    app.record.with_untracked(|record| record.registry.enterprise(uscc).map(name)).unwrap_or_default()
}

/// The times in which it need not report, each to be ended today or taken back.
#[component]
fn Excuses(app: OfficeApp, uscc: UnifiedCode) -> impl IntoView {
    let excuses = excuses(app, uscc);
    let end = move |one: Excused| {
        let until = clock::today().plus(-1);
        app.edit_record(|record| {
            for noted in record.excused.iter_mut().filter(|noted| **noted == one) {
                noted.until = Some(until);
            }
            words::goes_on(&name_of(app, &one.uscc), clock::today())
        });
    };
    let remove = move |one: Excused| {
        app.edit_record(|record| {
            record.excused.retain(|noted| *noted != one);
            words::never_excused(&name_of(app, &one.uscc))
        });
    };
    let row = move |one: Excused| {
        let said = rollup::excused_since(one.why, one.since, one.until);
        let (ended, removed) = (one.clone(), one.clone());
        let may_end = one.until.is_none() && one.since < clock::today();
        view! {
            <li class="row" data-excuse=one.why.code()>
                <span>{said}</span>
                {may_end
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="button button-small"
                                data-action="go-on-reporting"
                                on:click=move |_| end(ended.clone())
                            >
                                {words::GO_ON_REPORTING}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="button button-small"
                    data-action="remove-excuse"
                    on:click=move |_| remove(removed.clone())
                >
                    {words::REMOVE_EXCUSE}
                </button>
            </li>
        }
    };
    let list = move || {
        let all = excuses.get();
        if all.is_empty() {
            view! { <p>{words::EXPECTED_EACH_MONTH}</p> }.into_any()
        } else {
            view! { <ul class="plain stack-tight">{all.into_iter().map(row).collect_view()}</ul> }.into_any()
        }
    };
    view! { {list} }.into_any()
}

/// Notes a time in which it need not report.
#[component]
fn Excusing(app: OfficeApp, uscc: UnifiedCode) -> impl IntoView {
    let why = RwSignal::new(String::new());
    let since = RwSignal::new(clock::today().to_string());
    let until = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let why_fault = Memo::new(move |_| Excuse::parse(&why.get()).is_none().then(|| words::EXCUSE_MISSING.to_owned()));
    let since_fault = Memo::new(move |_| Day::parse(&since.get()).is_none().then(|| words::SINCE_MISSING.to_owned()));
    let until_fault = Memo::new(move |_| {
        let (since, until) = (Day::parse(&since.get()), until.get());
        if until.is_empty() {
            return None;
        }
        match (since, Day::parse(&until)) {
            (_, None) => Some(words::UNTIL_NO_DAY.to_owned()),
            (Some(since), Some(until)) if until < since => Some(words::UNTIL_BEFORE.to_owned()),
            _ => None,
        }
    });
    let id = uscc.to_string();
    let excuse = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let faults = [why_fault, since_fault, until_fault].map(|fault| fault.get_untracked().is_some());
        let given = Excuse::parse(&why.get_untracked()).zip(Day::parse(&since.get_untracked()));
        let Some((why_given, since)) = given.filter(|_| faults == [false; 3]) else { return };
        let one = Excused { uscc: uscc.clone(), why: why_given, since, until: Day::parse(&until.get_untracked()) };
        app.edit_record(|record| {
            let said = rollup::excused_since(one.why, one.since, one.until);
            record.excused.push(one.clone());
            words::excused(&name_of(app, &one.uscc), &said)
        });
        why.set(String::new());
        until.set(String::new());
        tried.set(false);
    };
    let options = Excuse::ALL.map(|why| (why.code().to_owned(), rollup::excuse(why).to_owned())).to_vec();
    let shown = Signal::derive(move || if tried.get() { why_fault.get() } else { None });
    view! {
        <form class="stack" novalidate on:submit=excuse>
            <Select
                name=format!("excuse-{id}")
                label=words::EXPECTED
                hint=words::EXPECTED_HINT
                options=options
                value=why
                fault=shown
                on_change=Callback::new(move |code| why.set(code))
            />
            <div class="row">
                <Field
                    name=format!("excuse-since-{id}")
                    label=words::SINCE
                    value=since
                    fault=since_fault
                    eager=tried
                    input=Input::Date
                    on_input=Callback::new(move |day| since.set(day))
                />
                <Field
                    name=format!("excuse-until-{id}")
                    label=words::UNTIL
                    value=until
                    fault=until_fault
                    eager=tried
                    input=Input::Date
                    on_input=Callback::new(move |day| until.set(day))
                />
            </div>
            <div>
                <button type="submit" class="button button-small" data-action="excuse">
                    {words::EXCUSE}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Changes the name by which it is listed.
#[component]
fn Rename(app: OfficeApp, uscc: UnifiedCode) -> impl IntoView {
    let name = RwSignal::new(name_of(app, &uscc));
    let id = uscc.to_string();
    let rename = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let new = name.get_untracked().trim().to_owned();
        if new.is_empty() || line_fault(&new).is_some() {
            return;
        }
        app.edit_record(|record| {
            record.registry.enrol(&uscc, &new);
            words::renamed(&new)
        });
    };
    let name_fault = Memo::new(move |_| name.with(|name| line_fault(name).map(fault::line)));
    view! {
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
