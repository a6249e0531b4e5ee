//! One checked file: its verdict first.
//!
//! What it says only after that, and nothing of it when it is rejected.

use anziping_core::document::report::Declared;
use anziping_core::office::desk::{Judged, Mismatch, Remark, Verdict};
use anziping_core::office::intake::{Checked, CheckedReport, Found, Rejection};
use anziping_core::office::matters::MatterKind;
use anziping_core::office::placed::{By, OfficeList, Places};
use anziping_core::office::shown::without_digits;
use anziping_core::registry::asked::OfferState;
use anziping_core::value::visible::visible;
use leptos::prelude::*;

use super::accept;
use super::detail::Detail;
use super::key_change;
use super::matters_shown;
use super::note;
use super::register::{KeyToRegister, offered};
use super::removing;
use super::return_remarks;
use super::returns;
use super::street_month;
use crate::office::app::OfficeApp;
use crate::ui::icon;
use crate::words::office::registering as registering_words;
use crate::words::{common, office as words};

/// Icon and colour of a verdict.
fn look(code: &str) -> (&'static str, &'static str) {
    match code {
        "trusted" => ("good", "tag-good"),
        "unregistered" | "mismatched" => ("warn", "tag-warn"),
        "rejected" => ("bad", "tag-bad"),
        "forked" => ("warn", "tag-violet"),
        "demo" => ("info", "tag-blue"),
        _ => ("info", ""),
    }
}

/// The row.
#[component]
pub(super) fn FileRow(app: OfficeApp, at: usize) -> impl IntoView {
    let judged = Memo::new(move |_| app.judged.with(|judged| judged.get(at).cloned()));
    let row = move || {
        let judged = judged.get()?;
        app.inbox.with_untracked(|inbox| Some(card(app, at, inbox.get(at)?, &judged, inbox)))
    };
    let code = move || judged.with(|judged| judged.as_ref().map(|judged| judged.verdict.code()));
    view! {
        <li class="card received" data-verdict=code data-place=at>
            {row}
        </li>
    }
    .into_any()
}

fn card(app: OfficeApp, at: usize, checked: &Checked, judged: &Judged, inbox: &[Checked]) -> AnyView {
    let code = judged.verdict.code();
    let (sign, tone) = look(code);
    let others = others(&judged.verdict, inbox);
    let explanation = words::verdict::explanation(&judged.verdict, &others);
    let content = match &checked.found {
        Found::Rejected(rejection) => rejected(rejection),
        Found::Report(report) => content(app, at, report, judged),
        Found::Registration(_) => registration(app, checked),
        Found::Rotation(_) | Found::Revocation(_) => key_change::offer(app, at, checked),
        Found::Receipt(_) => view! { <p>{words::verdict::RECEIPT}</p> }.into_any(),
        Found::Return(_) => view! { <p>{words::verdict::RETURN}</p> }.into_any(),
        Found::OfficeMonth(found) => street_month::content(app, at, found),
        Found::Registry(_) => view! { <p>{words::verdict::REGISTRY}</p> }.into_any(),
    };
    let detail = (!matches!(checked.found, Found::Rejected(_))).then(|| view! { <Detail app=app at=at /> });
    view! {
        <div class="row row-between">
            <span class="row">
                <span class=format!(
                    "tag tag-verdict {tone}",
                )>{icon::of(sign)} {words::verdict::verdict(&judged.verdict)}</span>
                {checked.report().map(matters_shown::figures)}
            </span>
            <span class="row small">
                <strong data-file-name=checked.file_name.clone()>{without_digits(&checked.file_name)}</strong>
                <span class="muted number">{common::bytes(checked.size)}</span>
            </span>
        </div>
        {(!explanation.is_empty()).then(|| view! { <p>{explanation}</p> })}
        {content}
        {remarks(judged)}
        {register_button(app, at, checked, judged)}
        {words::verdict::awaits_word(&judged.verdict).then(|| accept::button(at))}
        {detail}
        {removing::button(app, at)}
    }
    .into_any()
}

/// Names of the files that a verdict is about besides its own.
fn others(verdict: &Verdict, inbox: &[Checked]) -> Vec<String> {
    let name = |file: &Checked| without_digits(&file.file_name);
    match verdict {
        Verdict::Duplicate { of } => inbox.get(*of).map(name).into_iter().collect(),
        Verdict::Forked { with } => {
            let is_one = |file: &&Checked| file.report().is_some_and(|found| with.contains(&found.document_sha256));
            inbox.iter().filter(is_one).map(name).collect()
        }
        _ => Vec::new(),
    }
}

/// Reason, place, what to do.
fn rejected(rejection: &Rejection) -> AnyView {
    let said = words::refusal::rejection(rejection);
    let place =
        (!said.place.is_empty()).then(|| view! { <span class="muted">{common::in_brackets(&said.place)}</span> });
    let code = rejection.code();
    view! {
        <p>
            <strong data-reason=code>{said.what}</strong>
            {place}
        </p>
        <p>{said.todo}</p>
        <p class="hint">{words::refusal::NOT_SHOWN} " " {words::refusal::CODE} " " <span class="mono">{code}</span></p>
    }
    .into_any()
}

/// Shows the content of a report under sound signatures.
fn content(app: OfficeApp, at: usize, found: &CheckedReport, judged: &Judged) -> AnyView {
    let report = &found.report;
    // Under an unknown or a wrong key even the name is only a claim.
    let claimed = !matches!(judged.verdict, Verdict::Trusted | Verdict::Superseded { .. } | Verdict::Duplicate { .. });
    let label = if claimed { words::CLAIMED } else { words::ENTERPRISE };
    let signers = found
        .signers
        .iter()
        .map(|signer| format!("{} {}", words::verdict::role(signer.role), signer.name))
        .collect::<Vec<_>>();
    let signers = common::clauses(&signers);
    let (score, declared_score) = against(found, words::score);
    let document = found.document_sha256;
    let (ledger, declared_ledger) = against(found, |figures| words::open_hazards(&figures.ledger));
    let statement = report.other_statement.as_deref().map(|said| {
        let said = if said.is_empty() { words::NO_STATEMENT.to_owned() } else { visible(said).into_owned() };
        view! {
            <dt>{words::STATEMENT}</dt>
            <dd class="status-bad" data-statement="">
                {said}
            </dd>
        }
    });
    let overdue = found.recomputed.as_ref().unwrap_or(&report.declared).ledger.overdue != 0;
    let accepted = Memo::new(move |_| {
        app.record.with(|record| {
            let noted = record.accepted.iter().find(|accepted| accepted.document_sha256 == document);
            noted.map(|accepted| accepted.received_on)
        })
    });
    view! {
        {matters_shown::lines(app, found, |kind| kind == MatterKind::Harm)}
        <dl class="facts-list">
            <dt>{label}</dt>
            <dd>
                <strong>{report.enterprise.name.clone()}</strong>
                " "
                <span class="muted number">{report.enterprise.uscc.to_string()}</span>
            </dd>
            {belongs(app, at, claimed)}
            <dt>{words::MONTH_LABEL}</dt>
            <dd>
                {words::month_of(&common::period(report.period), report.revision)} " "
                {move || {
                    accepted
                        .get()
                        .map(|on| {
                            view! {
                                <span class="tag tag-good" data-accepted="true">
                                    {words::accepted_on(on)}
                                </span>
                            }
                        })
                }} {returns::tags(app, at, document)} {return_remarks::remarks(app, at)}
            </dd>
            <dt>{words::SIGNED_BY}</dt>
            <dd>{signers} {common::COMMA} {crate::words::seal::moment(&report.sealed_at)}</dd>
            <dt>{words::SCORE}</dt>
            <dd data-score="total">{score} {declared_score.map(|said| beside(said, "score"))}</dd>
            <dt>{words::OPEN_HAZARDS}</dt>
            <dd class:status-bad=overdue data-hazards="">
                {ledger} {declared_ledger.map(|said| beside(said, "hazards"))}
            </dd>
            {statement}
        </dl>
        {matters_shown::lines(app, found, |kind| kind != MatterKind::Harm)}
        {note::of_one(app, at, document)}
        {accept::of_one(app, at, document, judged)}
        {returns::of_one(at, document, judged)}
    }
    .into_any()
}

/// Village, class and industry, and what the report says otherwise than the office's list.
///
/// Under an unknown key only what the file says of itself: the list's word would lend it credit.
fn belongs(app: OfficeApp, at: usize, claimed: bool) -> AnyView {
    let said = Memo::new(move |_| {
        app.inbox.with_untracked(|inbox| {
            let enterprise = &inbox.get(at)?.report()?.report.enterprise;
            app.with_places(|places| {
                let nothing = OfficeList::new();
                let places = if claimed { Places { listed: &nothing, ..*places } } else { *places };
                let of = By::ALL.map(|by| (by, places.of(by, enterprise)));
                let counts = of.iter().filter(|(_, place)| !place.counts.is_empty());
                let counts: Vec<_> =
                    counts.map(|(by, place)| words::risk_overview::group(*by, &place.counts)).collect();
                let stated = of.iter().filter_map(|(by, place)| Some(words::stated(*by, place.stated.as_deref()?)));
                Some((counts.join(" · "), stated.collect::<Vec<_>>()))
            })
        })
    });
    let rows = move || {
        let (counts, stated) = said.get().filter(|(counts, _)| !counts.is_empty())?;
        let stated = stated.into_iter().map(|said| {
            view! {
                <span class="status-item status-warn small" data-stated="">
                    {icon::of("warn")}
                    " "
                    {said}
                </span>
            }
        });
        Some(view! {
            <dt>{words::PLACE}</dt>
            <dd data-belongs="">{counts} " " {stated.collect_view()}</dd>
        })
    };
    view! { {rows} }.into_any()
}

/// A declared figure that differs, to stand beside the recomputed one.
fn beside(said: String, of: &'static str) -> AnyView {
    view! {
        " "
        <span class="status-bad" data-declared=of>
            {said}
        </span>
    }
    .into_any()
}

/// Figures as they follow from the report's own answers, and what it declares where that differs.
fn against(found: &CheckedReport, said: impl Fn(&Declared) -> String) -> (String, Option<String>) {
    let declared = said(&found.report.declared);
    match &found.recomputed {
        None => (words::not_computed(&declared), None),
        Some(computed) => {
            let computed = said(computed);
            let differs = computed != declared;
            (computed, differs.then(|| words::declared(&declared)))
        }
    }
}

fn remarks(judged: &Judged) -> Option<AnyView> {
    (!judged.remarks.is_empty()).then(|| {
        let rows = judged.remarks.iter().map(|remark| {
            let tone = words::verdict::remark_tone(remark);
            view! {
                <li class=format!("status-item status-{tone} small")>
                    {icon::of(tone)} {words::verdict::remark(remark)}
                </li>
            }
        });
        view! { <ul class="plain stack-tight remarks">{rows.collect_view()}</ul> }.into_any()
    })
}

/// Shows the content of a registration, to be compared with the stamped form.
fn registration(app: OfficeApp, checked: &Checked) -> AnyView {
    let Some(offer) = checked.offer() else { return ().into_any() };
    let said = if offer.demo { words::verdict::REGISTRATION_DEMO } else { words::verdict::REGISTRATION };
    view! {
        <p>{said}</p>
        {offered(app, &offer)}
    }
    .into_any()
}

/// Offered where the key may become known by its paper form.
fn register_button(app: OfficeApp, at: usize, checked: &Checked, judged: &Judged) -> Option<AnyView> {
    let offered = match (&judged.verdict, &checked.found) {
        (Verdict::Unregistered | Verdict::Mismatched { what: Mismatch::AnotherKey }, _) => true,
        (Verdict::Trusted, _) => judged.remarks.contains(&Remark::PreparerUnregistered),
        (_, Found::Registration(found)) => !found.document.demo,
        _ => false,
    };
    let registering = expect_context::<KeyToRegister>();
    let offer = checked.offer()?;
    let document = offer.document_sha256;
    // A registration stays what it is when its key is registered; only its button has done its work.
    let forms = matches!(checked.found, Found::Registration(_)).then(|| offer.form_digits()).unwrap_or_default();
    let state = Memo::new(move |_| {
        app.inbox.with_untracked(|inbox| {
            let offer =
                inbox.get(at)?.offer().filter(|offer| offer.document_sha256 == document && !forms.is_empty())?;
            Some(app.record.with(|record| record.registry.state_of(&offer, &forms)))
        })
    });
    offered.then(|| {
        view! {
            <div class="no-print">
                {move || match state.get() {
                    Some(OfferState::Registered) => {
                        view! {
                            <span class="tag tag-good" data-registered="true">
                                {icon::of("good")}
                                " "
                                {registering_words::REGISTERED}
                            </span>
                        }
                            .into_any()
                    }
                    Some(OfferState::Refused(refused)) => {
                        view! {
                            <p class="status-item status-bad" data-refused="">
                                {icon::of("bad")}
                                " "
                                {words::registry::register(&refused)}
                            </p>
                        }
                            .into_any()
                    }
                    _ => {
                        view! {
                            <button
                                type="button"
                                class="button button-small"
                                data-action="register"
                                on:click=move |_| registering.begin(document)
                            >
                                {registering_words::REGISTER}
                            </button>
                        }
                            .into_any()
                    }
                }}
            </div>
        }
        .into_any()
    })
}
