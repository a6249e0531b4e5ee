//! The month in the office's words, as a paper: who reported, what stands out, the figures.

use std::collections::BTreeSet;

use anziping_core::office::bulletin::Bulletin;
use anziping_core::office::hazard_course::Course;
use anziping_core::office::intake::CheckedReport;
use anziping_core::office::matters::{Matter, MatterKind};
use anziping_core::office::missing::{Absent, RollCall};
use anziping_core::office::placed::By;
use anziping_core::office::risk_overview::{Group, groups};
use anziping_core::office::rollup::{RollUp, Spread};
use anziping_core::value::visible::visible;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::ui::paper_parts::{sign_lines, table};
use crate::words::common;
use crate::words::office::{difference, matters as told, papers as words, risk_overview, rollup as sums};

/// Matters in tables of one form, besides accidents and hazards.
const TOLD: [MatterKind; 4] = [MatterKind::Help, MatterKind::Lead, MatterKind::Contradiction, MatterKind::Difference];

/// The bulletin of a roll-up.
pub(super) fn bulletin(app: OfficeApp, rollup: &RollUp) -> AnyView {
    app.inbox.with(|inbox| {
        app.judged.with(|judged| {
            let of = Bulletin::of(rollup, inbox, judged);
            let maker = app.record.with(|record| record.paper_maker.clone());
            view! {
                <article class="sheet" data-sheet="bulletin">
                    <h2>{words::bulletin_title(rollup.period)}</h2>
                    <p class="sheet-line">{app.paper_head()}</p>
                    <h3>{words::WHO}</h3>
                    {who(&of)}
                    <h3>{words::OUTSTANDING}</h3>
                    {outstanding(app, &of)}
                    <h3>{words::FIGURES}</h3>
                    {figures(app, &of)}
                    {items(app, &of)}
                    <p class="hint">{words::NOTE}</p>
                    {sign_lines(&words::signs(&maker))}
                </article>
            }
            .into_any()
        })
    })
}

fn who(of: &Bulletin<'_>) -> AnyView {
    let to_ask = of.standing(|standing| matches!(standing, RollCall::NotSent | RollCall::Uncounted));
    let excused = of.standing(|standing| matches!(standing, RollCall::Excused(..)));
    let reporting = of.reporting();
    let row = |absent: &&Absent| {
        [absent.name.clone(), absent.uscc.to_string(), sums::standing(absent.standing, absent.came).1]
    };
    let list = if to_ask.is_empty() {
        view! { <p>{words::ALL_REPORTED}</p> }.into_any()
    } else {
        // A notice goes to everybody: no telephone stands in it.
        let [name, code, .., standing] = sums::MISSING_COLUMNS;
        table(sums::MISSING_TITLE, [name, code, standing], to_ask.iter().map(row).collect())
    };
    view! {
        <p>{words::reported(of)}</p>
        <p data-reporting=reporting.len()>{words::reporting(&reporting)} {words::late(&of.late, reporting.len())}</p>
        {list}
        {(!excused.is_empty()).then(|| view! { <p>{words::excused(&excused)}</p> })}
    }
    .into_any()
}

fn outstanding(app: OfficeApp, of: &Bulletin<'_>) -> AnyView {
    let harm = &of.rollup.trusted.harm;
    let harm = if harm.is_any() {
        view! {
            <p>
                <strong>{told::harm_totals(harm)}</strong>
            </p>
            {matters(app, MatterKind::Harm, &of.told(MatterKind::Harm))}
        }
        .into_any()
    } else {
        view! { <p>{told::NO_HARM}</p> }.into_any()
    };
    let causes = of.told(MatterKind::Cap);
    let (majors, vetoes): (Vec<_>, Vec<_>) =
        causes.into_iter().partition(|(_, matter)| matches!(matter, Matter::OpenMajor(_)));
    let calls =
        |(_, matter): &(&CheckedReport, Matter<'_>)| !matches!(matter, Matter::Help(text) if words::is_none(text));
    let others = TOLD.map(|kind| of.told(kind).into_iter().filter(calls).collect::<Vec<_>>()).into_iter().zip(TOLD);
    let others: Vec<AnyView> =
        others.filter(|(all, _)| !all.is_empty()).map(|(all, kind)| matters(app, kind, &all)).collect();
    let nothing = others.is_empty().then(|| view! { <p>{words::NOTHING_ELSE}</p> });
    let vetoes = (!vetoes.is_empty()).then(|| {
        let heading = words::vetoes(enterprises(&vetoes), vetoes.len());
        told_table(app, heading, told::kind(MatterKind::Cap), &vetoes)
    });
    view! {
        {harm}
        {major_hazards(&majors)}
        {lost(of)}
        {followed(of)}
        {vetoes}
        {others}
        {nothing}
    }
    .into_any()
}

type ToldOf<'a> = [(&'a CheckedReport, Matter<'a>)];

fn enterprises(all: &ToldOf<'_>) -> usize {
    all.iter().map(|(found, _)| &found.report.enterprise.uscc).collect::<BTreeSet<_>>().len()
}

fn matters(app: OfficeApp, kind: MatterKind, all: &ToldOf<'_>) -> AnyView {
    told_table(app, words::counted(kind, enterprises(all), all.len()), told::kind(kind), all)
}

fn told_table(app: OfficeApp, heading: String, label: &'static str, all: &ToldOf<'_>) -> AnyView {
    let row = |(found, matter): &(&CheckedReport, Matter<'_>)| {
        let enterprise = &found.report.enterprise;
        let text = told::text(app.catalogue_of(&found.report.catalogue), found, matter);
        [enterprise.name.clone(), enterprise.village.clone(), text]
    };
    view! {
        <p>{heading}</p>
        {table(label, words::TOLD_COLUMNS, all.iter().map(row).collect())}
    }
    .into_any()
}

fn major_hazards(all: &ToldOf<'_>) -> AnyView {
    let row = |(found, matter): &(&CheckedReport, Matter<'_>)| match matter {
        Matter::OpenMajor(hazard) => Some([
            found.report.enterprise.name.clone(),
            hazard.id.clone(),
            common::labelled(&visible(&hazard.place), &visible(&hazard.description)),
            common::labelled(&visible(&hazard.owner), &visible(&hazard.measures)),
            words::deadline(hazard.deadline, hazard.is_overdue_on(found.report.to)),
        ]),
        _ => None,
    };
    let rows: Vec<_> = all.iter().filter_map(row).collect();
    let list = (!rows.is_empty()).then(|| table(sums::MAJOR, words::MAJOR_COLUMNS, rows));
    view! {
        <p>{words::majors(all.len())}</p>
        {list}
    }
    .into_any()
}

fn lost(of: &Bulletin<'_>) -> Option<AnyView> {
    let rows = of.lost.iter().map(|course| {
        let hazard = &course.hazard;
        let place = common::labelled(&visible(&hazard.place), &visible(&hazard.description));
        [course.enterprise.clone(), hazard.id.clone(), place, told::end(course.end).1]
    });
    let rows = rows.collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <p>{words::lost(rows.len())}</p>
            {table(told::COURSES, words::LOST_COLUMNS, rows)}
        }
        .into_any()
    })
}

/// The major hazards that have been open for more than this month, and those that were closed in it.
fn followed(of: &Bulletin<'_>) -> Option<AnyView> {
    let row = |course: &Course| {
        let [name, _, id, place, _, found, deadline, _] = told::course(course);
        [name, id, place, found, deadline, told::end(course.end).1]
    };
    let rows: Vec<_> = of.followed.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <p data-followed=rows.len()>{words::followed(rows.len())}</p>
            {table(told::COURSES, words::FOLLOWED_COLUMNS, rows)}
        }
        .into_any()
    })
}

/// The figures by village, with their major hazards; nothing where no village is known.
fn villages(app: OfficeApp, of: &Bulletin<'_>) -> Option<AnyView> {
    let all = app.with_places(|places| groups(By::Village, of.reports(), places));
    let row = |group: &Group| {
        let mean = common::score(group.total.map(|total| total.mean));
        let counts = [group.reports, group.failed, group.open, group.open_major, group.overdue];
        let [reports, failed, open, major, overdue] = counts.map(|count| count.to_string());
        [risk_overview::group(By::Village, &group.key), mean, reports, failed, open, major, overdue]
    };
    let known = all.iter().any(|group| !group.key.is_empty());
    let [_, columns @ ..] = risk_overview::GROUP_COLUMNS;
    let [mean, reports, failed, open, major, overdue] = columns;
    let heads = [words::VILLAGE, mean, reports, failed, open, major, overdue];
    known.then(|| table(risk_overview::BY_VILLAGE, heads, all.iter().map(row).collect()))
}

fn figures(app: OfficeApp, of: &Bulletin<'_>) -> AnyView {
    let rollup = of.rollup;
    let trusted = &rollup.trusted;
    let row = |(number, spread): (&u8, &Spread)| {
        let figures = [spread.mean, spread.median, spread.lowest].map(|figure| figure.to_string());
        let [mean, median, lowest] = figures;
        [difference::element(app.catalogue, *number), mean, median, lowest, spread.count.to_string()]
    };
    let elements: Vec<_> = trusted.elements.iter().map(row).collect();
    let elements = (!elements.is_empty()).then(|| table(sums::SCORES, sums::ELEMENT_COLUMNS, elements));
    let left_out =
        (trusted.without_figures > 0).then(|| view! { <p>{sums::without_figures(trusted.without_figures)}</p> });
    view! {
        <p>{words::scores(trusted.total.as_ref(), &trusted.grades)}</p>
        {elements}
        <p>{words::hazards(&trusted.hazards)}</p>
        {villages(app, of)}
        {left_out}
    }
    .into_any()
}

fn items(app: OfficeApp, of: &Bulletin<'_>) -> Option<AnyView> {
    let rows: Vec<_> = of
        .worst
        .iter()
        .take(words::ITEMS_NAMED)
        .map(|item| {
            let question = app.catalogue.item(&item.id).map(|found| found.question.clone()).unwrap_or_default();
            [format!("{} {question}", item.id), item.short.to_string(), item.zero.to_string()]
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <h3>{words::ITEMS}</h3>
            {table(words::ITEMS, words::ITEM_COLUMNS, rows)}
        }
        .into_any()
    })
}
