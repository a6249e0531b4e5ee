//! The 四张清单, generated from the profile, the check list and the ledger.

use anziping_core::catalog::{Interval, TargetCode};
use anziping_core::enterprise::Profile;
use leptos::prelude::*;

use super::sheet::{sheet, sign_lines, table};
use crate::enterprise::session::Session;
use crate::words::common;
use crate::words::four_lists::{ENTERPRISE, POSTS};
use crate::words::paper::{self as words, Form};

fn holds(profile: &Profile, fact: &str) -> bool {
    fact.is_empty() || profile.facts.contains(fact)
}

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
    let duties = ENTERPRISE.iter().filter(|duty| holds(&profile, duty.fact)).enumerate();
    let rows = duties.map(|(index, duty)| {
        [(index + 1).to_string(), duty.what.to_owned(), duty.basis.to_owned(), words::BLANK.to_owned()]
    });
    list(session, Form::Duties, words::DUTIES, rows.collect())
}

/// 重大安全风险管控清单: open major hazards first, then the criteria that can apply, then the control points of the areas.
pub(super) fn risks(session: Session) -> AnyView {
    let profile = session.profile.get_untracked();
    let mut rows: Vec<[String; 4]> = session.hazards.with_untracked(|hazards| {
        let major = hazards.iter().filter(|hazard| hazard.is_major() && hazard.is_open());
        let rows = major.map(|hazard| {
            let what = format!("{} {}：{}", hazard.id, hazard.description, hazard.measures);
            [words::RISK_OPEN.to_owned(), what, hazard.owner.clone(), words::BLANK.to_owned()]
        });
        rows.collect()
    });
    let criteria = session.catalogue.criteria().filter(|listed| listed.applies(&profile));
    rows.extend(criteria.map(|listed| {
        let what =
            format!("{}（{}）", words::must_not(listed.criterion.text.trim_end_matches('。')), listed.citation());
        [words::RISK_CRITERIA.to_owned(), what, words::BLANK.to_owned(), common::interval(Interval::Month).to_owned()]
    }));
    for area in session.catalogue.areas.iter().filter(|area| profile.facts.contains(&area.fact)) {
        let points =
            area.targets.iter().filter(|target| target.code == TargetCode::P3).flat_map(|target| &target.points);
        rows.extend(points.map(|point| {
            [
                area.name.clone(),
                point.text.clone(),
                words::BLANK.to_owned(),
                common::interval(Interval::Month).to_owned(),
            ]
        }));
    }
    let numbered = rows
        .into_iter()
        .enumerate()
        .map(|(index, [area, what, owner, how_often])| [(index + 1).to_string(), area, what, owner, how_often]);
    list(session, Form::Risks, words::RISKS, numbered.collect())
}

/// 安全生产岗位责任清单.
pub(super) fn posts(session: Session) -> AnyView {
    let profile = session.profile.get_untracked();
    let (principal, officer) = session
        .enterprise
        .with_untracked(|enterprise| (enterprise.principal.trim().to_owned(), enterprise.officer.trim().to_owned()));
    let rows = POSTS.iter().filter(|post| holds(&profile, post.fact)).enumerate().flat_map(|(index, post)| {
        // The first post is the principal's, the third the safety officer's; whoever holds the others signs beside them.
        let holder = match index {
            0 => principal.as_str(),
            2 => officer.as_str(),
            _ => "",
        };
        let name = if holder.is_empty() { post.name.to_owned() } else { format!("{}（{holder}）", post.name) };
        post.duties
            .iter()
            .map(move |duty| [name.clone(), duty.what.to_owned(), duty.basis.to_owned(), words::BLANK.to_owned()])
    });
    list(session, Form::Posts, words::POSTS, rows.collect())
}

/// 日常安全工作清单: what the check list asks each month, quarter and year.
pub(super) fn daily(session: Session) -> AnyView {
    let profile = session.profile.get_untracked();
    let items: Vec<_> = session.catalogue.items().filter(|item| item.applies.holds(&profile)).collect();
    let of =
        |interval: Interval| items.iter().filter(|item| item.interval_for(&profile) == interval).collect::<Vec<_>>();
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
    list(session, Form::Daily, words::DAILY, rows.collect())
}
