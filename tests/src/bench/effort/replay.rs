//! The way of a month: from the empty page to the signed file, and through the month after.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::hazards;
use super::person::{Person, pressed, texts};
use super::questions::answer_all;
use super::scenario::{Scenario, Sheet};
use crate::device_clock::DeviceClock;

/// Pages of a month, with some to spare.
const PAGES: usize = 40;

/// A script that lets what has to stand on the screen for a while do so ten times as fast.
///
/// Presses are counted here; how long that takes is held by a journey (`month::points_are_answered_together_…`).
const READS_FAST: &str = "
    const every = setInterval;
    globalThis.setInterval = (call, ms, ...given) => every(call, ms / 10, ...given);";

/// A script that lists the fields of the enterprise's page, from the top down.
const NAMED: &str = "
    const named = [...document.querySelectorAll('main :is(input, select, textarea)')].filter((one) => one.checkVisibility());
    return [...new Set(named.map((one) => one.name))];";

/// A hazard that was put right on the spot.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Taps beside the text.
    pub taps: u32,
}

/// Both months.
pub struct Replay<'a> {
    person: &'a Person<'a>,
    scenario: &'a Scenario,
    folder: PathBuf,
    clock: Option<DeviceClock>,
    /// Hazards put right on the spot so far.
    pub on_the_spot: Vec<Spot>,
}

impl<'a> Replay<'a> {
    /// Begins with nothing done.
    pub fn new(person: &'a Person<'a>, scenario: &'a Scenario, folder: &Path) -> Self {
        Self { person, scenario, folder: folder.to_owned(), clock: None, on_the_spot: Vec::new() }
    }

    /// Replays from the empty page to the signed file.
    pub fn first_month(&mut self) {
        let (person, page) = (self.person, self.person.page);
        self.at_the_telephone();
        self.set_clock(&self.scenario.days.first);
        page.open("");
        person.tap(&pressed("start"));
        person.arrives();
        page.on_page("enterprise");
        self.describe();
        for sheet in &self.scenario.sheet {
            self.import(sheet);
        }
        self.to_the_first_step();
        self.way_through(1);
        self.sign();
    }

    /// The month after: what was confirmed is looked at and still so.
    pub fn second_month(&mut self) {
        let (person, page) = (self.person, self.person.page);
        self.set_clock(&self.scenario.days.second);
        page.open("");
        page.reload();
        if !person.sees(&pressed("next-month")) {
            person.go_by_contents("#/", "home");
        }
        person.tap(&pressed("next-month"));
        page.until_there("[data-action=next]");
        for sheet in &self.scenario.second_sheet {
            self.import(sheet);
        }
        self.to_the_first_step();
        self.way_through(2);
        self.sign();
    }

    fn at_the_telephone(&self) {
        let metrics = json!({ "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true });
        let page = self.person.page;
        page.devtools("Emulation.setDeviceMetricsOverride", &metrics);
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": READS_FAST }));
    }

    /// Sets the clock of the device: the scenario is of its own days, whatever day it is replayed on.
    fn set_clock(&mut self, moment: &str) {
        let page = self.person.page;
        if let Some(before) = self.clock.replace(DeviceClock::set(page, moment)) {
            before.unset(page);
        }
    }

    /// The page of the enterprise, from the top down; what is asked may change with what is chosen.
    fn describe(&self) {
        let (person, enterprise) = (self.person, &self.scenario.enterprise);
        let mut done = BTreeSet::new();
        loop {
            let named = texts(&person.page.js(NAMED, &[]));
            let Some(name) = named.into_iter().find(|name| !done.contains(name)) else { return };
            if let Some(text) = enterprise.text.get(&name) {
                person.type_into(&format!("[name=\"{name}\"]"), text);
            } else if let Some(value) = enterprise.select.get(&name) {
                person.choose(&format!("select[name=\"{name}\"]"), value);
            } else if let Some(value) = enterprise.radio.get(&name) {
                person.tap(&format!("label:has(> [name=\"{name}\"][value=\"{value}\"])"));
            } else if enterprise.facts.contains(&name) {
                person.tap(&format!("label:has(> [name=\"{name}\"]:not(:checked))"));
            }
            person.tap_if_seen("dialog[open] .button-primary");
            done.insert(name);
        }
    }

    /// Takes in a list that the workshop keeps in a spreadsheet, and the counts that follow from it.
    fn import(&self, sheet: &Sheet) {
        let person = self.person;
        let file = self.folder.join(format!("{}.csv", sheet.page));
        fs::write(&file, sheet.csv()).expect("a file for the list");
        person.go(&format!("#/{}", sheet.page), &sheet.page);
        person.pick(&sheet.import, &file);
        person.page.until_there("[data-action=apply-import]");
        person.tap(&pressed("apply-import"));
        person.page.until("the list is taken in", "return !document.querySelector('[data-action=apply-import]')", &[]);
        for action in ["take-all-counts", "take-figures"] {
            person.tap_if_seen(&pressed(action));
        }
    }

    /// Goes by the next step that the first page names.
    fn to_the_first_step(&self) {
        let person = self.person;
        if !person.sees("main [data-action=next]") {
            person.tap(&pressed("page-home"));
            person.arrives();
            person.page.on_page("home");
        }
        person.tap(&pressed("next"));
        person.arrives();
    }

    /// Page after page, as their ends lead on, to the page of the signature.
    fn way_through(&mut self, month: u8) {
        let person = self.person;
        for _ in 0..PAGES {
            match self.on_page().as_str() {
                "seal" => return,
                "hazards" => self.ledger(month),
                "month" => self.figures(month),
                "report" => self.look_at_report(month),
                _ if answer_all(person, self.scenario, month) => continue,
                _ => {}
            }
            person.tap(&pressed("page-after"));
            person.arrives();
        }
        panic!("the way has no end");
    }

    fn on_page(&self) -> String {
        let name = self.person.page.js("return document.querySelector('main').dataset.page", &[]);
        name.as_str().unwrap_or_default().to_owned()
    }

    fn ledger(&mut self, month: u8) {
        let found = if month == 1 { &self.scenario.hazard } else { &self.scenario.second_hazard };
        if month == 2 {
            for hazard in self.scenario.hazard.iter().filter(|hazard| hazard.closed_later) {
                hazards::close(self.person, hazard);
            }
        }
        for hazard in found {
            self.on_the_spot.extend(hazards::record(self.person, hazard).map(|taps| Spot { taps }));
        }
    }

    /// Fills in the figures that the month still asks for; one that the page offers is taken by its button.
    fn figures(&self, month: u8) {
        let person = self.person;
        let empty = "return [...document.querySelectorAll('main :is(input, textarea)[aria-required=true]')].filter((one) => one.value === '').map((one) => one.name)";
        loop {
            let Some(name) = texts(&person.page.js(empty, &[])).into_iter().next() else { return };
            let later = self.scenario.second_month.get(&name).filter(|_| month == 2);
            let text = later.or_else(|| self.scenario.month.get(&name));
            let text = text.unwrap_or_else(|| panic!("nobody knows {name}"));
            let zeroes = format!("fieldset:has([name=\"{name}\"]) [data-action=write-zeroes]");
            if text == "0" && person.tap_if_seen(&zeroes) {
                continue;
            }
            let offer = "return document.querySelector(arguments[0])?.innerText ?? ''";
            let button = format!("div:has(> .field [name=\"{name}\"]) .button-small");
            let said = person.page.js(offer, &[json!(button)]);
            if said.as_str().is_some_and(|said| said.contains(text.as_str())) {
                person.tap(&button);
            } else {
                person.type_into(&format!("[name=\"{name}\"]"), text);
            }
        }
    }

    /// Reads the report; what it says must be put right first is put right where it leads to.
    fn look_at_report(&self, month: u8) {
        let (person, page) = (self.person, self.person.page);
        for _ in 0..PAGES {
            page.until_there("main [data-blocking]");
            let blocking = page.attributes("main [data-blocking]", "data-blocking");
            if blocking.iter().all(|count| count == "0") {
                return;
            }
            let said = page.text("[data-list=problems]");
            person.tap("[data-list=problems] a");
            person.arrives();
            assert!(["element", "area", "screening"].contains(&self.on_page().as_str()), "{said}");
            page.until_there("main :is(fieldset, section)[id]");
            // The button of the device.
            for _ in 0..=u8::from(answer_all(person, self.scenario, month)) {
                person.back();
            }
            page.on_page("report");
        }
        panic!("the report is never ready: {}", page.text("[data-list=problems]"));
    }

    /// The principal: a key on the first day, the statement, the signature, the file.
    fn sign(&self) {
        let (person, page) = (self.person, self.person.page);
        let passphrase = &self.scenario.sign.passphrase;
        page.until_there("[name=new_passphrase], [name=seal_passphrase]");
        let first = person.sees("[name=new_passphrase]");
        if first {
            person.type_into("[name=new_passphrase]", passphrase);
            person.type_into("[name=new_passphrase_again]", passphrase);
        }
        person.tap("label:has(> [name=reviewed])");
        if first {
            person.tap(&pressed("make-and-seal"));
        } else {
            person.type_into("[name=seal_passphrase]", passphrase);
            person.tap(&pressed("seal"));
        }
        page.until_there("section[data-sealed] [data-action=export]");
        page.saved();
        person.tap(&pressed("export"));
        drop(page.downloaded(".signed.json"));
        if first {
            person.tap(&pressed("save-key-backup"));
            let backup = page.downloaded(".json");
            person.pick("pick-key-backup", &backup);
            page.until_there("[data-key][data-usable=true]");
        }
    }
}
