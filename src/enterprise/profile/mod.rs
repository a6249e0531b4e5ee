//! The page of the enterprise: who it is, and the facts that decide which questions it is asked.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `difference` | what a change of facts does to the questions of a month, known before it is applied |
//! | `facts` | industry, kinds of mine, high-risk areas and the other facts that decide which questions apply |
//! | `fields` | the text and choice fields of the enterprise, each with its fault at its place |
//! | `proposal` | a change of facts |

mod difference;
mod facts;
mod fields;
mod proposal;

use anziping_core::catalog::FactGroup;
use anziping_core::enterprise::EnterpriseField;
use anziping_core::value::period::Rhythm;
use leptos::prelude::*;

use self::facts::{FactList, Industry, MineKinds};
use self::fields::{CreditCode, OfficerTimeChoice, RiskClassChoice, Workers, text_field};
use self::proposal::{Proposal, ProposalDialog};
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::field::{Notice, Select};
use crate::words::enterprise as words;

#[component]
pub(crate) fn EnterprisePage(
    /// The month on the screen.
    session: Session,
) -> impl IntoView {
    let proposal = Proposal::new(session);
    use EnterpriseField as F;
    view! {
        <div class="page">
            <Head session=session />
            <fieldset class="sections" disabled=move || session.enterprise_read_only.get()>
                <section class="card" aria-labelledby="who">
                    <h2 id="who">{words::SECTION_WHO}</h2>
                    {text_field(session, F::Name)}
                    <CreditCode session=session />
                    {text_field(session, F::Address)}
                    <div class="grid-2">{text_field(session, F::Village)} {text_field(session, F::Office)}</div>
                </section>
                <section class="card" aria-labelledby="size">
                    <h2 id="size">{words::SECTION_SIZE}</h2>
                    <div class="grid-2">
                        <Industry session=session proposal=proposal />
                        <Workers session=session proposal=proposal />
                    </div>
                    <MineKinds session=session proposal=proposal />
                </section>
                <section class="card" aria-labelledby="people">
                    <h2 id="people">{words::SECTION_PEOPLE}</h2>
                    <div class="grid-2">
                        {text_field(session, F::Principal)} {text_field(session, F::PrincipalPhone)}
                    </div>
                    <div class="grid-2">{text_field(session, F::Officer)} {text_field(session, F::OfficerPhone)}</div>
                    <OfficerTimeChoice session=session />
                </section>
                <FactList
                    session=session
                    proposal=proposal
                    group=FactGroup::Area
                    title=words::SECTION_AREAS
                    hint=words::AREAS_HINT
                />
                <FactList
                    session=session
                    proposal=proposal
                    group=FactGroup::Asked
                    title=words::SECTION_FACTS
                    hint=words::FACTS_HINT
                />
                <section class="card" aria-labelledby="class">
                    <h2 id="class">{words::SECTION_STANDING}</h2>
                    <RiskClassChoice session=session />
                    <div class="grid-2">{text_field(session, F::Level)} {text_field(session, F::Insurance)}</div>
                </section>
                <RhythmChoice session=session />
            </fieldset>
            <ProposalDialog proposal=proposal />
        </div>
    }
    .into_any()
}

/// Title, what is asked at present, what is still missing.
#[component]
fn Head(session: Session) -> impl IntoView {
    let counts = Memo::new(move |_| {
        session.profile.with(|profile| {
            let items = session.catalogue.items().filter(|item| item.applies.holds(profile)).count();
            let areas = session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact)).count();
            (items, areas)
        })
    });
    let asked = move || {
        let (items, areas) = counts.get();
        words::asked(items, areas)
    };
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::TITLE}</h1>
            <p>{words::INTRO}</p>
            <p>
                <output data-asked=move || counts.get().0>{asked}</output>
            </p>
        </div>
        {move || {
            session
                .read_only
                .get()
                .then(|| {
                    view! {
                        <Notice kind="info">
                            <p>{words::SEALED_HINT}</p>
                        </Notice>
                    }
                })
        }}
        <OpenFields session=session />
    }
    .into_any()
}

/// Links to the fields that block the signature.
#[component]
fn OpenFields(session: Session) -> impl IntoView {
    let open = Memo::new(move |_| {
        let faults = session.enterprise.with(|enterprise| enterprise.faults(session.catalogue));
        faults.into_iter().map(|(field, _)| field).collect()
    });
    let links = |fields: &Vec<EnterpriseField>| {
        let link = |&field: &EnterpriseField| {
            view! {
                <li>
                    <a href=Route::of_enterprise_field(field).href()>{words::label(field)}</a>
                </li>
            }
        };
        fields.iter().map(link).collect_view()
    };
    view! {
        {move || {
            open.with(|open: &Vec<EnterpriseField>| {
                if open.is_empty() {
                    view! { <p class="status-good">{words::COMPLETE}</p> }.into_any()
                } else {
                    view! {
                        <nav class="open-fields" aria-label=words::OPEN_FIELDS>
                            <p>{words::OPEN_FIELDS}</p>
                            <ul class="plain row">{links(open)}</ul>
                        </nav>
                    }
                        .into_any()
                }
            })
        }}
    }
    .into_any()
}

/// Asks when the month ends and when the report is due, with the days that follow from it.
#[component]
fn RhythmChoice(session: Session) -> impl IntoView {
    let days = |last: u8| (1..=last).map(|day| (day.to_string(), words::day_of_month(day))).collect::<Vec<_>>();
    let value = move |read: fn(&Rhythm) -> u8| {
        Signal::derive(move || match session.enterprise.with(|enterprise| read(&enterprise.rhythm)) {
            0 => String::new(),
            day => day.to_string(),
        })
    };
    let change = move |write: fn(&mut Rhythm, u8)| {
        // The empty choice is the calendar month and the last day, both written 0.
        Callback::new(move |chosen: String| {
            session.edit_enterprise(|enterprise| write(&mut enterprise.rhythm, chosen.parse().unwrap_or(0)))
        })
    };
    let result = move || {
        words::rhythm(session.span.get(), session.enterprise.with(|enterprise| session.period.due(enterprise.rhythm)))
    };
    view! {
        <section class="card" aria-labelledby="rhythm">
            <h2 id="rhythm">{words::SECTION_RHYTHM}</h2>
            <div class="grid-2">
                <Select
                    name="cut_off"
                    label=words::CUT_OFF
                    hint=words::CUT_OFF_HINT
                    options=days(27)
                    none=words::CUT_OFF_MONTH
                    value=value(|rhythm| rhythm.cut_off)
                    on_change=change(|rhythm, day| rhythm.cut_off = day)
                />
                <Select
                    name="due"
                    label=words::DUE
                    hint=words::DUE_HINT
                    options=days(31)
                    none=words::DUE_END
                    value=value(|rhythm| rhythm.due)
                    on_change=change(|rhythm, day| rhythm.due = day)
                />
            </div>
            <p>
                <output for="cut_off due">{result}</output>
            </p>
        </section>
    }
    .into_any()
}
