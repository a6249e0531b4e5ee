//! The sealed reports of the enterprise.
//!
//! Which month and revision, how they hang together, and the ways out once more.

use anziping_core::document::report::MonthlyReport;
use anziping_core::seal::Sha256;
use leptos::ev::Event;
use leptos::prelude::*;

use super::report::{elements, hazards, result};
use super::seal::export::Export;
use crate::enterprise::app::App;
use crate::enterprise::app::months;
use crate::enterprise::app::record_index::{IndexedEnterprise, IndexedMonth};
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::chart::{Bar, Bars};
use crate::ui::field::Notice;
use crate::ui::icon;
use crate::words::{common, history as words, home, report, seal};

#[component]
pub(crate) fn HistoryPage(
    /// The month on the screen; its enterprise is shown.
    session: Session,
) -> impl IntoView {
    let app = App::get();
    let enterprise = Memo::new(move |_| app.index.with(|index| index.enterprise(&session.id.get_value()).cloned()));
    let list = move || {
        enterprise.with(|enterprise| {
            let sealed = enterprise.iter().flat_map(|enterprise| {
                enterprise.months.iter().flat_map(move |month| {
                    month.sealed.iter().filter_map(move |sealed| card(enterprise, month, sealed.0))
                })
            });
            let cards = sealed.collect::<Vec<_>>();
            if cards.is_empty() {
                return view! {
                    <div class="card">
                        <p>{words::NONE}</p>
                        <div>
                            <a class="button" href=Route::Seal.href()>
                                {words::TO_SEAL}
                            </a>
                        </div>
                    </div>
                }
                .into_any();
            }
            cards.into_any()
        })
    };
    let next = move || {
        let newest = enterprise.with(|enterprise| {
            let month = enterprise.as_ref()?.months.first()?;
            (month.period == session.period && month.is_sealed()).then_some(month.period)
        })?;
        Some(view! {
            <div class="row no-print">
                <button
                    type="button"
                    class="button button-primary"
                    data-action="next-month"
                    on:click=move |_| {
                        months::begin_next(app);
                        app.go(&Route::Home);
                    }
                >
                    {home::begin_next(newest.next())}
                </button>
            </div>
        })
    };
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::WHAT}</p>
            </div>
            {next}
            {list}
        </div>
    }
    .into_any()
}

/// One sealed report.
fn card(enterprise: &IndexedEnterprise, month: &IndexedMonth, revision: u32) -> Option<AnyView> {
    let record = App::get().sealed_record(&enterprise.id, month.period, revision)?;
    let newest = month.sealed.iter().map(|(revision, _)| *revision).max().unwrap_or(revision);
    let state = if newest == revision {
        view! { <span class="tag tag-good">{icon::of("good")} {words::CURRENT}</span> }.into_any()
    } else {
        view! { <span class="tag">{words::superseded(newest)}</span> }.into_any()
    };
    let id = format!("sealed-{}-r{revision}", month.period);
    let labelled = id.clone();
    let opened = super::seal::read(&record.text);
    let chain = opened.as_ref().map(|report| chain(enterprise, report));
    let content = match opened {
        Some(report) => view! { <Content report=report /> }.into_any(),
        None => view! {
            <Notice kind="warn">
                <p>{seal::UNREADABLE}</p>
            </Notice>
        }
        .into_any(),
    };
    let card = view! {
        <section class="card" aria-labelledby=labelled data-sealed=format!("{}/r{revision}", month.period)>
            <div class="row row-between">
                <h2 id=id.clone()>{words::heading(month.period, revision)}</h2>
                <span class="row">
                    {record.demo.then(|| view! { <span class="tag tag-warn">{common::DEMO}</span> })} {state}
                </span>
            </div>
            <dl class="facts-list">
                <dt>{seal::SCORE}</dt>
                <dd class="number">{common::score(record.total)}</dd>
                <dt>{seal::SEALED_AT}</dt>
                <dd>{seal::by_device(&seal::moment(&record.sealed_at))}</dd>
                <dt>{seal::HASH}</dt>
                <dd class="mono" title=record.document_sha256.to_string()>
                    {seal::short_hash(record.document_sha256)}
                </dd>
                {chain}
            </dl>
            <Export
                name=record.file_name
                text=record.text
                prefix=id
                on_out=super::seal::out(App::get(), record.document_sha256)
            />
            {content}
        </section>
    };
    Some(card.into_any())
}

/// Shows the reports that this one replaces and follows.
fn chain(enterprise: &IndexedEnterprise, report: &MonthlyReport) -> AnyView {
    let here = |sha256: Sha256| {
        enterprise.months.iter().flat_map(|month| &month.sealed).any(|(_, record)| record.document_sha256 == sha256)
    };
    let named = |sha256: Sha256| {
        let (tone, said) = if here(sha256) { ("good", words::CHAIN_HERE) } else { ("warn", words::CHAIN_ELSEWHERE) };
        view! {
            <span class="mono">{seal::short_hash(sha256)}</span>
            " "
            <span class=format!("status-item status-{tone} small")>{icon::of(tone)} {said}</span>
        }
    };
    let supersedes = report.supersedes.as_ref().map(|replaced| {
        view! {
            <dt>{words::SUPERSEDES}</dt>
            <dd>{named(replaced.sha256)}</dd>
        }
    });
    let previous = match &report.prev {
        Some(previous) => view! {
            <span>{common::period(previous.period)}</span>
            " "
            {named(previous.sha256)}
        }
        .into_any(),
        None => words::no_previous(report.prev_reason).into_any(),
    };
    view! {
        {supersedes}
        <dt>{words::PREVIOUS}</dt>
        <dd>{previous}</dd>
    }
    .into_any()
}

/// Shows the content of the file, built when it is asked for.
#[component]
fn Content(report: MonthlyReport) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggled = move |event: Event| open.set(is_open(&event));
    view! {
        <details on:toggle=toggled>
            <summary>{words::VIEW}</summary>
            {move || open.get().then(|| summary(&report))}
        </details>
    }
    .into_any()
}

fn is_open(event: &Event) -> bool {
    event_target::<leptos::web_sys::Element>(event).has_attribute("open")
}

fn summary(report: &MonthlyReport) -> AnyView {
    let declared = &report.declared;
    let bars: Vec<Bar> =
        declared.elements.iter().map(|element| elements::bar(name(element.number), Some(element.score))).collect();
    let rows = declared
        .elements
        .iter()
        .map(|element| {
            view! {
                <tr>
                    <th scope="row">{name(element.number)}</th>
                    <td class="number nowrap">{common::score(Some(element.score))}</td>
                </tr>
            }
        })
        .collect_view();
    let signers = report
        .signers
        .iter()
        .map(|signer| {
            view! {
                <dt>{seal::SIGNER}</dt>
                <dd>{signer.name.clone()} " " {signer.title.clone()}</dd>
            }
        })
        .collect_view();
    let grade = declared.grade.map(|grade| {
        let said = if declared.capped { seal::capped(common::grade(grade)) } else { common::grade(grade).to_owned() };
        view! { <span class=format!("tag tag-{}", result::tone(grade))>{icon::of(result::tone(grade))} {said}</span> }
    });
    let met = declared.targets.iter().filter(|target| target.met).count();
    view! {
        <div class="details-body">
            <p class="row">
                <span class="figure-mid">{common::score(declared.total)}</span>
                {grade}
            </p>
            <dl class="facts-list">
                <dt>{words::ENTERPRISE}</dt>
                <dd>{report.enterprise.name.clone()} " " {report.enterprise.uscc.to_string()}</dd>
                <dt>{report::PRINCIPAL}</dt>
                <dd>{report.enterprise.principal.clone()}</dd>
                <dt>{report::PREPARER}</dt>
                <dd>{report.preparer.clone()}</dd>
                {signers}
                <dt>{words::STATEMENT}</dt>
                <dd>{report.statement.clone()}</dd>
                <dt>{words::ITEMS}</dt>
                <dd class="number">
                    {words::items(declared.asked, declared.confirmed, declared.carried, declared.unsure)}
                </dd>
                <dt>{words::TARGETS}</dt>
                <dd class="number">{words::targets_met(met, declared.targets.len())}</dd>
            </dl>
            <figure>
                <Bars bars=Signal::stored(bars) />
            </figure>
            <div class="table-wrap">
                <table>
                    <caption>{words::ELEMENTS}</caption>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {hazards::figures(&declared.ledger)}
            {hazards::majors(&report.hazards, report.to)}
        </div>
    }
    .into_any()
}

/// Elements are known by number; a later catalogue may call them otherwise, and the number stays.
fn name(number: u8) -> String {
    App::get()
        .store
        .editions()
        .builtin()
        .catalogue()
        .element(number)
        .map_or_else(|| number.to_string(), |element| crate::words::element::title(number, &element.name))
}
