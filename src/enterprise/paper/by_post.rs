//! The lists of each post, one page a post, and the sheet on which people sign for them.

use anziping_core::hazard::Hazard;
use anziping_core::register::{Person, Post, Registers};
use anziping_core::trade::{DAILY, DutyPost, Holder, POSTS, RISKS};
use leptos::prelude::*;

use super::records::{by_hand, filled_or_blank, mark, with_blank};
use super::sheet::{basis, sheet, sign_lines};
use crate::enterprise::session::Session;
use crate::words::paper::{self, Form};
use crate::words::record_paper as words;
use crate::words::{common, register};

/// 岗位安全清单: for each post its duties, and what its holder has to do this month.
pub(super) fn lists(session: Session) -> AnyView {
    let profile = session.profile.get_untracked();
    let posts = POSTS.iter().filter(|post| post.when.holds(&profile));
    let sheets = posts.map(|post| {
        let duties = post.duties.iter().filter(|duty| duty.when.holds(&profile)).enumerate();
        let rows =
            duties.map(|(at, duty)| [(at + 1).to_string(), duty.what.to_owned(), basis(duty.basis), String::new()]);
        let is_theirs = |who: &str| post.called.contains(&who);
        let tasks = DAILY.iter().filter(|task| is_theirs(task.who) && task.when.holds(&profile)).map(|task| {
            let often = paper::often(task.often).to_owned();
            [often, task.what.to_owned(), task.record.to_owned(), String::new()]
        });
        let risks = RISKS.iter().filter(|risk| is_theirs(risk.who) && risk.when.holds(&profile)).map(|risk| {
            let often = paper::often(risk.often).to_owned();
            [risk.place.to_owned(), risk.danger.to_owned(), risk.measures.to_owned(), often]
        });
        let part = |heading: &'static str, heads: [&'static str; 4], rows: Vec<[String; 4]>| {
            (!rows.is_empty()).then(|| {
                view! {
                    <h3>{heading}</h3>
                    {by_hand(heading, heads, rows)}
                }
            })
        };
        let tasks = part(words::EVERY_DAY, words::TASKS, tasks.collect());
        let risks = part(words::RISKS_IN_HAND, words::RISKS, risks.collect());
        let holders = holders(session, post);
        let own = part(words::THIS_MONTH, words::OWN, own_items(session, post));
        sheet(
            session,
            Form::PostLists,
            view! {
                <p class="sheet-line">{words::post_and_holder(post.name, &holders)}</p>
                {by_hand(Form::PostLists.title(), words::POST_DUTIES, rows.collect())}
                {tasks}
                {risks}
                {own}
                {sign_lines(&words::POST_SIGN)}
            },
        )
    });
    sheets.collect_view().into_any()
}

/// 安全责任知责承诺签收表: everybody of the register signs for the list of the post.
pub(super) fn pledge(session: Session) -> AnyView {
    let people = session.registers.with_untracked(|registers| registers.people.clone());
    filled_or_blank("pledge-of", words::ALL_PEOPLE, !people.is_empty(), move |filled| {
        let people = if filled { &people[..] } else { &[] };
        let row = |(at, person): (usize, &Person)| {
            let post = register::post(person.post).to_owned();
            [(at + 1).to_string(), person.name.trim().to_owned(), post, String::new(), String::new()]
        };
        let rows = with_blank(people.iter().enumerate().map(row).collect());
        sheet(
            session,
            Form::Pledge,
            view! {
                {mark(filled)}
                <p>{words::PLEDGE_SAID}</p>
                {by_hand(Form::Pledge.title(), words::PLEDGE, rows)}
                {sign_lines(&words::PLEDGE_SIGN)}
            },
        )
    })
}

/// The holders of a post: as the enterprise says, and as the register of people does.
fn holders(session: Session, post: &DutyPost) -> Vec<String> {
    let said = session.enterprise.with_untracked(|enterprise| match post.holder {
        Some(Holder::Principal) => enterprise.principal.trim().to_owned(),
        Some(Holder::Officer) => enterprise.officer.trim().to_owned(),
        None => String::new(),
    });
    let registered = session.registers.with_untracked(|registers| of_post(registers, post));
    let mut all: Vec<String> = std::iter::once(said).chain(registered).filter(|name| !name.is_empty()).collect();
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|name| seen.insert(name.clone()));
    all
}

fn of_post(registers: &Registers, post: &DutyPost) -> Vec<String> {
    let wanted = match post.holder {
        Some(Holder::Principal) => Post::Principal,
        Some(Holder::Officer) => Post::Officer,
        None => return Vec::new(),
    };
    let own = registers.people.iter().filter(|person| person.post == wanted);
    own.map(|person| person.name.trim().to_owned()).collect()
}

/// Lists the tasks of a post this month: hazards to put right, risk points to look after.
///
/// They are its own where its holder is named for them, or the post itself: the enterprise says who holds only two of
/// the posts, and people are asked for a name or a post. A task with a name that no post is known for is on no list,
/// for nothing that was typed says whose list that is; the ledger has them all.
fn own_items(session: Session, post: &DutyPost) -> Vec<[String; 4]> {
    let holders = holders(session, post);
    let is_own = |owner: &str| post.is_meant(owner) || holders.iter().any(|holder| holder == owner.trim());
    let hazard = |hazard: &Hazard| {
        let what = format!("{} {}", hazard.place, hazard.description);
        let until = hazard.deadline.map_or_else(String::new, common::day);
        [words::HAZARD.to_owned(), what, until, String::new()]
    };
    let hazards: Vec<_> = session.hazards.with_untracked(|hazards| {
        hazards.iter().filter(|each| each.is_open() && is_own(&each.owner)).map(hazard).collect()
    });
    let risks: Vec<_> = session.registers.with_untracked(|registers| {
        let own = registers.risks.iter().filter(|risk| is_own(&risk.owner));
        own.map(|risk| {
            let what = format!("{} {}", risk.place.trim(), risk.measures.trim());
            [words::RISK.to_owned(), what, words::THROUGHOUT.to_owned(), String::new()]
        })
        .collect()
    });
    hazards.into_iter().chain(risks).collect()
}
