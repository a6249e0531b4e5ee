//! Two tabs without locks, as the browser lets them run.
//!
//! Each sees the other's writes to localStorage a little later, and hears of them later still. The journal takes the
//! writes in one order, some time after localStorage, and is asked within the write itself. Whatever the order, no tab
//! may believe its text to be the stored one when it is not, and nothing that was called saved is written over unseen.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::VecDeque;

use anziping_core::record::rivalry::{KnownRevisions, is_displaced, is_rival};
use anziping_core::record::slots::{CopyPlace, FoundCopy, choose};
use anziping_core::record::{Envelope, RecordKey};
use proptest::prelude::*;

const KEY: RecordKey = RecordKey::Registry;
const SLOTS: [CopyPlace; 2] = [CopyPlace::LocalA, CopyPlace::LocalB];

/// A write to localStorage on its way from one process of the browser to the other.
#[derive(Clone)]
struct News {
    slot: usize,
    text: String,
    /// Place in the order of all writes.
    turn: u64,
}

struct Tab {
    held: Envelope,
    slot: Option<usize>,
    revision: u64,
    /// The text on the person's screen.
    screen: String,
    stopped: bool,
    aside: Vec<String>,
    /// The other's text that it met in the journal and has not answered yet.
    rival: Option<String>,
    /// The texts of localStorage that this process knows, each with the number of its write.
    sees: [(String, u64); 2],
    news: VecDeque<News>,
    /// The texts by which it recognises its own in the journal.
    known: KnownRevisions,
    /// Everything it has read or was told, so that it can be asked what it has seen.
    seen: Vec<String>,
}

impl Tab {
    fn is_overtaken(&self) -> bool {
        let displaced = self.slot.is_some_and(|slot| is_displaced(&KEY, &self.held, &self.sees[slot].0));
        displaced || self.sees.iter().any(|(text, _)| is_rival(&KEY, Some(&self.held), text))
    }
}

struct Browser {
    slots: [String; 2],
    journal: String,
    /// Transactions on their way to the disk: the tab and its text.
    transactions: VecDeque<(usize, String)>,
    tabs: [Tab; 2],
    turn: u64,
}

fn envelope(revision: u64, body: &str) -> Envelope {
    Envelope { key: KEY, revision, saved_at: "2026-11-21T10:00:00+08:00".into(), body: body.into() }
}

impl Browser {
    fn new() -> Self {
        let text = envelope(1, "\"begin\"").write();
        let tab = || Tab {
            held: envelope(1, "\"begin\""),
            slot: Some(0),
            revision: 1,
            screen: "\"begin\"".into(),
            stopped: false,
            aside: Vec::new(),
            rival: None,
            sees: [(text.clone(), 0), (String::new(), 0)],
            news: VecDeque::new(),
            known: known(std::slice::from_ref(&text)),
            seen: vec![text.clone()],
        };
        Self {
            slots: [text.clone(), String::new()],
            journal: text.clone(),
            transactions: VecDeque::new(),
            tabs: [tab(), tab()],
            turn: 0,
        }
    }

    /// Saves as `Vault::write` does.
    ///
    /// Look, then write the slot that does not hold the newest text, then the journal.
    fn save(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        if tab.is_overtaken() {
            tab.stopped = true;
            return;
        }
        self.turn += 1;
        tab.revision += 1;
        tab.held = envelope(tab.revision, &tab.screen);
        let slot = if tab.slot == Some(0) { 1 } else { 0 };
        tab.slot = Some(slot);
        let text = tab.held.write();
        tab.sees[slot] = (text.clone(), self.turn);
        tab.known.wrote(&text);
        tab.seen.push(text.clone());
        self.transactions.push_back((at, text.clone()));
        self.slots[slot].clone_from(&text);
        self.tabs[1 - at].news.push_back(News { slot, text, turn: self.turn });
    }

    /// The disk takes the next transaction: as `Vault::journal_write` does, it looks first.
    fn commit(&mut self) -> Result<(), String> {
        let Some((at, text)) = self.transactions.pop_front() else { return Ok(()) };
        let tab = &mut self.tabs[at];
        if tab.known.has(&KEY, &self.journal) {
            if !tab.seen.contains(&self.journal) {
                return Err(format!(
                    "{} was called saved and is written over by {text}, whose tab never saw it",
                    self.journal
                ));
            }
            tab.known.completed(&text);
            self.journal = text;
            return Ok(());
        }
        // The earlier text takes back the place in localStorage.
        tab.stopped = true;
        tab.rival = Some(self.journal.clone());
        let slot = tab.slot.unwrap_or(0);
        self.turn += 1;
        tab.sees[slot] = (self.journal.clone(), self.turn);
        tab.seen.push(self.journal.clone());
        self.slots[slot].clone_from(&self.journal);
        self.tabs[1 - at].news.push_back(News { slot, text: self.journal.clone(), turn: self.turn });
        Ok(())
    }

    /// Looks as `RecordStore::is_overtaken_in_journal` does, about once a second in each tab.
    ///
    /// News of what the journal took may have come before another tab's loss gave the place in localStorage back, so
    /// that nothing there tells of it any more.
    fn look(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        if !tab.stopped && !tab.known.has(&KEY, &self.journal) {
            tab.seen.push(self.journal.clone());
            tab.rival = Some(self.journal.clone());
            tab.stopped = true;
        }
    }

    fn type_in(&mut self, at: usize, body: String) {
        if !self.tabs[at].stopped {
            self.tabs[at].screen = body;
            self.save(at);
        }
    }

    fn deliver(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        let Some(News { slot, text, turn }) = tab.news.pop_front() else { return };
        let rival = is_rival(&KEY, Some(&tab.held), &text);
        if turn > tab.sees[slot].1 {
            tab.sees[slot] = (text, turn);
        }
        tab.stopped |= rival || tab.is_overtaken();
    }

    /// Insists as `Vault::insist` does: the other's texts go aside, and the next revision is newer.
    fn keep_mine(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        let texts: Vec<String> = tab.sees.iter().map(|(text, _)| text.clone()).chain(tab.rival.take()).collect();
        let stored: Vec<_> = texts.iter().filter_map(|text| Envelope::read(&KEY, text).ok()).collect();
        texts.iter().for_each(|text| tab.known.read(text));
        tab.seen.extend(texts);
        let newest = stored.iter().map(|stored| stored.revision).max().unwrap_or(0);
        tab.aside.extend(stored.into_iter().map(|stored| stored.body).filter(|body| *body != tab.held.body));
        tab.revision = tab.revision.max(newest);
        tab.held.revision = tab.held.revision.max(newest + 1);
        tab.slot = None;
        tab.stopped = false;
        self.save(at);
        assert!(!self.tabs[at].stopped, "who insists is not stopped by what it has seen");
    }

    /// Reads again as `Vault::read_again` does.
    ///
    /// The newest of all copies, the own text and what lost against the newest aside.
    fn take_theirs(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        let text = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let mut candidates: Vec<_> =
            (0..2).map(|slot| FoundCopy { place: SLOTS[slot], text: text(&tab.sees[slot].0) }).collect();
        candidates.push(FoundCopy { place: CopyPlace::Journal, text: text(&self.journal) });
        let texts: Vec<String> = candidates.iter().filter_map(|candidate| candidate.text.clone()).collect();
        tab.known = known(&texts);
        tab.rival = None;
        tab.seen.extend(texts);
        // What is still on its way belongs to the text that is given up.
        self.transactions.retain(|(tab, _)| *tab != at);
        let choice = choose(&KEY, &candidates);
        tab.aside.push(tab.screen.clone());
        tab.aside.extend(choice.conflicts.iter().map(|(_, other)| other.body.clone()));
        tab.held = choice.newest.unwrap();
        tab.screen.clone_from(&tab.held.body);
        tab.stopped = false;
        if choice.heal.contains(&CopyPlace::Journal) {
            let text = tab.held.write();
            tab.known.wrote(&text);
            tab.seen.push(text.clone());
            self.journal = text;
        }
        tab.slot = SLOTS.iter().position(|place| !choice.heal.contains(place));
        if !choice.conflicts.is_empty() {
            tab.held.revision += 1;
            tab.slot = None;
        } else if tab.slot.is_none() {
            self.turn += 1;
            let text = tab.held.write();
            tab.sees[0] = (text.clone(), self.turn);
            tab.slot = Some(0);
            self.slots[0].clone_from(&text);
            self.tabs[1 - at].news.push_back(News { slot: 0, text, turn: self.turn });
        }
        let tab = &mut self.tabs[at];
        tab.revision = tab.revision.max(tab.held.revision);
        if !choice.conflicts.is_empty() {
            // As `App::take_theirs`: what was chosen between two texts of one revision is written as a later one at
            // once.
            self.save(at);
        }
    }

    fn stored(&self) -> String {
        let mut candidates: Vec<_> =
            (0..2).map(|slot| FoundCopy { place: SLOTS[slot], text: Some(self.slots[slot].clone()) }).collect();
        candidates.push(FoundCopy { place: CopyPlace::Journal, text: Some(self.journal.clone()) });
        choose(&KEY, &candidates).newest.unwrap().body
    }
}

fn known(texts: &[String]) -> KnownRevisions {
    let mut known = KnownRevisions::default();
    texts.iter().for_each(|text| known.read(text));
    known
}

#[derive(Clone, Debug)]
enum Step {
    Type(usize),
    Deliver(usize),
    Commit,
    Look(usize),
    KeepMine(usize),
    TakeTheirs(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..13u8, 0..2usize).prop_map(|(what, tab)| match what {
        0..=3 => Step::Type(tab),
        4..=6 => Step::Deliver(tab),
        7..=9 => Step::Commit,
        10 => Step::Look(tab),
        11 => Step::KeepMine(tab),
        _ => Step::TakeTheirs(tab),
    });
    prop::collection::vec(step, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_left_a_screen_unsaved_is_kept_aside(steps in steps()) {
        let mut browser = Browser::new();
        for (number, step) in steps.into_iter().enumerate() {
            match step {
                // Now and then both type the same.
                Step::Type(tab) => browser.type_in(tab, format!("\"{}\"", number / 2)),
                Step::Deliver(tab) => browser.deliver(tab),
                Step::Look(tab) => browser.look(tab),
                Step::Commit => {
                    let committed = browser.commit();
                    prop_assert!(committed.is_ok(), "{}", committed.unwrap_err());
                }
                Step::KeepMine(tab) if browser.tabs[tab].stopped => browser.keep_mine(tab),
                Step::TakeTheirs(tab) if browser.tabs[tab].stopped => {
                    let own = browser.tabs[tab].screen.clone();
                    browser.take_theirs(tab);
                    prop_assert!(browser.tabs[tab].aside.contains(&own));
                }
                Step::KeepMine(_) | Step::TakeTheirs(_) => {}
            }
        }
        while !browser.transactions.is_empty() || browser.tabs.iter().any(|tab| !tab.news.is_empty()) {
            let committed = browser.commit();
            prop_assert!(committed.is_ok(), "{}", committed.unwrap_err());
            browser.deliver(0);
            browser.deliver(1);
        }
        browser.look(0);
        browser.look(1);
        let stored = browser.stored();
        for tab in &browser.tabs {
            prop_assert!(tab.stopped || tab.screen == stored, "a tab shows {} as saved, stored is {stored}", tab.screen);
        }
    }
}
