//! The 四张清单, generated from the profile, the check list and the ledger.

use anziping_core::catalog::{Interval, TargetCode};
use anziping_core::register::{Colour, Registers};
use anziping_core::trade::{DAILY, DUTIES, Holder, Often, POSTS, RISKS};
use leptos::prelude::*;

use super::sheet::{basis, sheet, sign_lines, table};
use crate::enterprise::session::Session;
use crate::words::paper::{self as words, Form};
use crate::words::{common, register};

fn list<const N: usize>(session: Session, form: Form, heads: [&'static str; N], rows: Vec<[String; N]>) -> AnyView {
    let content = view! {
        <p class="sheet-line">{words::GENERATED}</p>
        {table(form.title(), heads, rows)}
        {sign_lines(&words::LIST_SIGN)}
    };
    sheet(session, form, content)
}

/// 企业安全生产主体责任清单.
pub(super) fn duties(session: Session) -> AnyView {
    let profile = session.profile.get_untracked();
    let duties = DUTIES.iter().filter(|duty| duty.when.holds(&profile)).enumerate();
    let rows = duties.map(|(index, duty)| {
        [(index + 1).to_string(), duty.what.to_owned(), basis(duty.basis), words::BLANK.to_owned()]
    });
    list(session, Form::Duties, words::DUTIES, rows.collect())
}

/// The rows of 重大安全风险管控清单.
///
/// What the enterprise rated red and orange, its open major hazards, the major risks that are common in its trade, the
/// criteria that must not come about, and the control points of its areas.
pub(super) fn risks(session: Session) -> AnyView {
    let profile = session.profile.get_untracked();
    let month = || common::interval(Interval::Month).to_owned();
    let mut rows: Vec<[String; 4]> = session.registers.with_untracked(rated);
    session.hazards.with_untracked(|hazards| {
        let major = hazards.iter().filter(|hazard| hazard.is_major() && hazard.is_open());
        rows.extend(major.map(|hazard| {
            let what = format!("{} {}", hazard.id, common::labelled(&hazard.description, &hazard.measures));
            [words::RISK_OPEN.to_owned(), what, hazard.owner.clone(), words::BLANK.to_owned()]
        }));
    });
    rows.extend(RISKS.iter().filter(|risk| risk.when.holds(&profile)).map(|risk| {
        let what = words::risk(risk.danger, risk.measures);
        [risk.place.to_owned(), what, risk.who.to_owned(), words::often(risk.often).to_owned()]
    }));
    let criteria = session.catalogue.criteria().filter(|listed| listed.applies(&profile));
    rows.extend(criteria.map(|listed| {
        let what =
            words::must_not(listed.criterion.text.trim_end_matches('。')) + &common::in_brackets(&listed.citation());
        [words::RISK_CRITERIA.to_owned(), what, words::BLANK.to_owned(), month()]
    }));
    for area in session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact)) {
        let points =
            area.targets.iter().filter(|target| target.code == TargetCode::P3).flat_map(|target| &target.points);
        rows.extend(points.map(|point| [area.name.clone(), point.text.clone(), words::BLANK.to_owned(), month()]));
    }
    let numbered = rows
        .into_iter()
        .enumerate()
        .map(|(index, [area, what, owner, how_often])| [(index + 1).to_string(), area, what, owner, how_often]);
    list(session, Form::Risks, words::RISKS, numbered.collect())
}

/// The red and orange points of the register, red ones first.
fn rated(registers: &Registers) -> Vec<[String; 4]> {
    let mut high: Vec<_> = registers
        .risks
        .iter()
        .filter_map(|risk| Some((risk.colour(registers.method)?, risk)))
        .filter(|(colour, _)| *colour >= Colour::Orange)
        .collect();
    high.sort_by_key(|(colour, _)| std::cmp::Reverse(*colour));
    let rows = high.into_iter().map(|(colour, risk)| {
        let place = common::clauses(&[risk.place.as_str(), register::colour(colour)]);
        let often = common::interval(Interval::Month).to_owned();
        [place, words::risk(&risk.danger, &risk.measures), risk.owner.clone(), often]
    });
    rows.collect()
}

/// 安全生产岗位责任清单.
pub(super) fn posts(session: Session) -> AnyView {
    let profile = session.profile.get_untracked();
    let (principal, officer) = session
        .enterprise
        .with_untracked(|enterprise| (enterprise.principal.trim().to_owned(), enterprise.officer.trim().to_owned()));
    let rows = POSTS.iter().filter(|post| post.when.holds(&profile)).flat_map(|post| {
        let holder = match post.holder {
            Some(Holder::Principal) => principal.as_str(),
            Some(Holder::Officer) => officer.as_str(),
            None => "",
        };
        let name = post.name.to_owned() + &common::in_brackets(holder);
        let duties = post.duties.iter().filter(|duty| duty.when.holds(&profile));
        duties.map(move |duty| [name.clone(), duty.what.to_owned(), basis(duty.basis), words::BLANK.to_owned()])
    });
    list(session, Form::Posts, words::POSTS, rows.collect())
}

/// The rows of 日常安全工作清单.
///
/// What is done each shift, day and week, then what the check list asks each month, quarter and year.
pub(super) fn daily(session: Session) -> AnyView {
    let profile = session.profile.get_untracked();
    let items: Vec<_> = session.catalogue.items().filter(|item| item.applies.holds(&profile)).collect();
    let of =
        |interval: Interval| items.iter().filter(|item| item.interval_for(&profile) == interval).collect::<Vec<_>>();
    let tasks = [Often::Shift, Often::Day, Often::Week].into_iter().flat_map(|often| {
        let of = DAILY.iter().filter(move |task| task.often == often);
        of.filter(|task| task.when.holds(&profile)).map(move |task| {
            let what = task.what.to_owned() + &common::in_brackets(&basis(task.basis));
            [words::often(often).to_owned(), words::BLANK.to_owned(), what, task.record.to_owned(), task.who.to_owned()]
        })
    });
    let rows = [Interval::Month, Interval::Quarter, Interval::Year, Interval::Event].into_iter().flat_map(|interval| {
        of(interval).into_iter().map(move |item| {
            [
                common::interval(interval).to_owned(),
                item.id.clone(),
                item.how.clone(),
                common::list(&item.evidence),
                words::BLANK.to_owned(),
            ]
        })
    });
    list(session, Form::Daily, words::DAILY, tasks.chain(rows).collect())
}
