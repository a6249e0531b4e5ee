//! 事故隐患排查治理情况统计分析表 of a quarter or year, from the ledger of all its months.

use anziping_core::hazard::Hazard;
use anziping_core::hazard::doubt::{SeenMonth, SignedCounts, StatisticsDoubt};
use anziping_core::hazard::statistics::{Statistics, Stretch, was_open_within};
use anziping_core::trade::STATISTICS;
use anziping_core::value::day::Day;
use anziping_core::value::period::Span;
use leptos::prelude::*;

use super::sheet::{asked_for, basis, sheet_of, sign_lines, table};
use crate::enterprise::app::App;
use crate::enterprise::app::record_index::IndexedMonth;
use crate::enterprise::paper_name;
use crate::enterprise::seal;
use crate::enterprise::session::Session;
use crate::platform::clock;
use crate::ui::field::Notice;
use crate::words::paper::Form;
use crate::words::{common, hazard as hazard_words, statistics as words};

/// The choice, what to look at before printing, and the table; `code` may name a quarter or year.
pub(super) fn statistics(session: Session, code: &str) -> AnyView {
    let app = App::get();
    let today = clock::today();
    let last_day = session.span.get_untracked().to;
    let around = Stretch::around(last_day);
    let named = paper_name::entry_of(code).and_then(Stretch::parse);
    let first = named.unwrap_or(around[0]);
    let offered: Vec<Stretch> = named.into_iter().filter(|named| !around.contains(named)).chain(around).collect();
    let chosen = RwSignal::new(first.code());
    let hazards = StoredValue::new(app.all_hazards(&session));
    let options = offered.iter().map(|stretch| {
        view! {
            <option value=stretch.code() selected=*stretch == first>
                {words::stretch(*stretch)}
            </option>
        }
    });
    let options = options.collect_view();
    let shown = move || {
        let code = chosen.get();
        let stretch = Stretch::parse(&code).unwrap_or(first);
        let span = stretch.span()?;
        Some(hazards.with_value(|hazards| {
            view! {
                {before(app, session, hazards, stretch, span, today)}
                {form(session, hazards, stretch, span)}
            }
        }))
    };
    view! {
        <div class="card field no-print">
            <label for="statistics-of">{words::CHOICE}</label>
            <select id="statistics-of" name="statistics-of" on:change=move |ev| chosen.set(event_target_value(&ev))>
                {options}
            </select>
        </div>
        {shown}
    }
    .into_any()
}

fn form(session: Session, hazards: &[Hazard], stretch: Stretch, span: Span) -> AnyView {
    let counted = Statistics::of(hazards, span);
    let rows = STATISTICS.iter().flat_map(|group| {
        let texts = group.rows.iter().map(|row| [group.name, row.what, row.unit].map(str::to_owned));
        let values = group.rows.iter().map(|row| words::value(counted.value(row.figure)));
        texts.zip(values).map(|([group, what, unit], value)| [group, what, unit, value])
    });
    // The others rest on what the whole form rests on, which stands above.
    let of_form = paper_name::paper_of(Form::Statistics).map(|paper| basis(paper.basis));
    let rests = STATISTICS.iter().map(|group| (group.name, basis(group.basis)));
    let rests = rests.filter(|(_, rests)| Some(rests) != of_form.as_ref()).collect::<Vec<_>>();
    let major = hazards.iter().filter(|hazard| hazard.is_major() && was_open_within(hazard, span));
    let major: Vec<_> = major.map(|hazard| major_row(hazard, span)).collect();
    let major = if major.is_empty() {
        view! { <p>{words::NO_MAJOR}</p> }.into_any()
    } else {
        table(words::MAJOR, words::MAJOR_HEADS, major)
    };
    let name = session.enterprise.with_untracked(|enterprise| enterprise.name.trim().to_owned());
    sheet_of(
        session,
        Form::Statistics,
        words::of_whom(&name, stretch, clock::today()),
        view! {
            {table(Form::Statistics.title(), words::HEADS, rows.collect())}
            <h3>{words::MAJOR}</h3>
            {major}
            {asked_for(Form::Statistics)}
            {(!rests.is_empty()).then(|| view! { <p class="hint">{words::rests_on(&rests)}</p> })}
            {sign_lines(&words::SIGN)}
        },
    )
}

fn major_row(hazard: &Hazard, span: Span) -> [String; 5] {
    let stage = match hazard.closed_on.filter(|day| !hazard.is_open() && *day <= span.to) {
        Some(day) => words::closed_on(day),
        None => hazard_words::stage(hazard.stage).to_owned(),
    };
    [
        hazard.id.clone(),
        format!("{} {}", hazard.place, hazard.description),
        hazard.owner.clone(),
        hazard.deadline.map_or_else(String::new, common::day),
        stage,
    ]
}

/// Lists doubts about the figures, each with the months concerned.
fn before(app: App, session: Session, hazards: &[Hazard], stretch: Stretch, span: Span, today: Day) -> Option<AnyView> {
    let id = session.id.get_value();
    let known = app
        .index
        .with_untracked(|index| index.enterprise(&id).map(|enterprise| enterprise.months.clone()))
        .unwrap_or_default();
    let rhythm = session.enterprise.with_untracked(|enterprise| enterprise.rhythm);
    let newest = known.iter().map(|month| month.period).max().unwrap_or(session.period);
    let months = span.months(rhythm, newest, today).into_iter().map(|period| {
        let month = known.iter().find(|known| known.period == period);
        let signed = month.and_then(|month| month.sealed.iter().max_by_key(|(revision, _)| *revision));
        let said = signed.map_or(SignedCounts::None, |(revision, _)| {
            match app.sealed_record(&id, period, *revision).and_then(|newest| seal::read(&newest.text)) {
                Some(report) => SignedCounts::Of(report.declared.ledger, Span { from: report.from, to: report.to }),
                None => SignedCounts::Unread,
            }
        });
        SeenMonth { period, is_here: month.is_some(), is_signed: month.is_some_and(IndexedMonth::is_sealed), said }
    });
    let doubts = StatisticsDoubt::all(hazards, span, &months.collect::<Vec<_>>(), today);
    let lines = doubts.iter().map(|doubt| view! { <li>{words::doubt(stretch, doubt)}</li> }).collect_view();
    (!doubts.is_empty()).then(|| {
        view! {
            <div class="no-print" data-before-print="true">
                <Notice kind="warn">
                    <p>{words::BEFORE}</p>
                    <ul class="bullets">{lines}</ul>
                </Notice>
            </div>
        }
        .into_any()
    })
}
