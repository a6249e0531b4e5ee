//! The enterprise app: a month from the empty page to a signed report.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`app`], [`browser_settings`] | hold what is open, for every page, and the choices of this browser |
//! | [`session`] | holds the month on the screen and tells the store what has changed |
//! | [`route`], `page_title`, [`shell`], [`top`], [`links`], [`messages`] | name the pages, and draw the frame around them |
//! | [`code_split`] | fetches what the first page does not need |
//! | [`surroundings`] | hints where the page was opened within another app, or from a home screen |
//! | [`welcome`], [`home`] | the first page, without a month and with one |
//! | [`profile`] | the enterprise and its facts |
//! | [`element`], [`area`], [`question`], [`screening`], [`month`] | what is asked about a month |
//! | `answered_elsewhere`, `last_month` | what is not asked, and why; last month's answer beside a question |
//! | `filter`, `folded` | which questions of a page are listed, and which stand behind one line as nobody has to answer them |
//! | `section` | what is confirmed a section at a time |
//! | `together`, `reader` | a few points answered together, after there was time to read them |
//! | [`hazards`] | the ledger of hazards |
//! | [`registers`], [`sheet`] | people, risks, documents, drills, expenses, permits; the spreadsheets of these and of the ledger |
//! | [`way`] | leads through the pages, and says what is left to do |
//! | [`report`], [`trends`], [`calendar`] | what comes of the answers |
//! | [`seal`], [`correction`], `returned`, [`history`] | keys, signature, corrections, what the office gave back, sealed reports |
//! | [`paper`], `paper_name`, `qr` | what is printed, its names in addresses, and codes on it |
//! | [`cupboard`] | the box with all papers of a year, as one file |
//! | [`check_lists`], [`settings`] | check lists of others; backup, storage, removal |
//! | `basis` | the page 依据: every document with its state, what was read of it, and what rests on it |

mod answered_elsewhere;
pub(crate) mod app;
pub(crate) mod area;
pub(crate) mod basis;
pub(crate) mod browser_settings;
pub(crate) mod calendar;
pub(crate) mod check_lists;
pub(crate) mod code_split;
mod correction;
pub(crate) mod cupboard;
pub(crate) mod element;
mod filter;
mod folded;
pub(crate) mod hazards;
pub(crate) mod history;
pub(crate) mod home;
mod last_month;
pub(crate) mod links;
pub(crate) mod messages;
pub(crate) mod month;
mod page_title;
pub(crate) mod paper;
mod paper_name;
pub(crate) mod profile;
mod qr;
pub(crate) mod question;
mod reader;
pub(crate) mod registers;
pub(crate) mod report;
mod returned;
pub(crate) mod route;
pub(crate) mod screening;
pub(crate) mod seal;
mod section;
pub(crate) mod session;
pub(crate) mod settings;
pub(crate) mod sheet;
pub(crate) mod shell;
mod surroundings;
mod together;
pub(crate) mod top;
pub(crate) mod trends;
mod way;
pub(crate) mod welcome;

use anziping_core::catalog::Item;
use anziping_core::hazard::{Grade, Hazard, Stage};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use crate::enterprise::code_split::{CodeSplit, ProgramParts};
use crate::enterprise::session::{Session, today_within};

/// Mounts the frame with the first page in `root`.
///
/// The records of this browser are opened in a part that is fetched after it.
pub fn start(root: HtmlElement, split: &'static CodeSplit) {
    // Before the first page is drawn: the network has nothing else to do meanwhile.
    split.ask_ahead();
    // The root owner lives as long as the page; signals of the application belong to it.
    let owner = Owner::new_root(None);
    owner.set();
    let parts = ProgramParts::new(split, &owner);
    leptos::mount::mount_to(root, move || view! { <shell::Shell parts=parts /> }).forget();
    std::mem::forget(owner);
}

/// Registers a hazard for an item that is not met and returns its id.
///
/// `None` when the month cannot be changed. A vetoing failure becomes a major-hazard lead with the criterion filled in.
pub(crate) fn hazard_of_item(session: Session, item: &Item, vetoed: bool) -> Option<String> {
    if session.read_only.get_untracked() {
        return None;
    }
    let id = session.snapshot().next_hazard_id();
    let area = session.profile.with_untracked(|profile| {
        let mut named = session.catalogue.criteria().filter(|listed| listed.criterion.item == item.id);
        let area = named.find_map(|listed| session.catalogue.area(&listed.criterion.area));
        area.filter(|area| profile.facts.contains(&area.fact)).map_or_else(String::new, |area| area.id.clone())
    });
    let hazard = Hazard {
        id: id.clone(),
        stage: Stage::Found,
        grade: Some(if vetoed { Grade::Major } else { Grade::General }),
        item: item.id.clone(),
        area,
        found_on: Some(today_within(session.span.get_untracked())),
        finder: session.usual_finder(),
        criterion: item.veto.as_ref().filter(|_| vetoed).map(|veto| veto.criterion.clone()).unwrap_or_default(),
        ..Hazard::default()
    };
    session.edit_hazards(|hazards| hazards.push(hazard));
    Some(id)
}
