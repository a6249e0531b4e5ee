//! The month on the screen: one signal per answer, everything else derived.
//!
//! [`Session::load`] and [`Session::snapshot`] are inverse. Pages change the month only through the `edit_*` methods:
//! each of them tells the store which record it has changed, and the store asks [`Session::own_records`] for the
//! bodies.

use std::collections::{BTreeMap, HashMap};

use anziping_core::catalog::{Catalogue, ComputedFrom, Item, Kind, TargetCode};
use anziping_core::edition::Edition;
use anziping_core::enterprise::{Enterprise, Profile};
use anziping_core::hazard::{Hazard, Ledger};
use anziping_core::month::answer::{Answer, Status, parse_count};
use anziping_core::month::assessment::{Answers, Assessment, profile_of_month};
use anziping_core::month::draft::{CatalogueRef, Lineage, MonthDraft, highest_hazard};
use anziping_core::month::figures::MonthFacts;
use anziping_core::month::screening::{Screened, Screening, Tally};
use anziping_core::record::RecordKey;
use anziping_core::register::{BOUND_ITEMS, Counting, Registers};
use anziping_core::review::{Overview, Review};
use anziping_core::score::targets::{AreaTargets, Rate, area_targets, four_targets};
use anziping_core::score::total::{ElementScore, Scores, score_element};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Span};
use leptos::prelude::*;

use super::browser_settings::BrowserSettings;
use crate::platform::clock;
use crate::store::Store;
use crate::store::own::OwnRecord;
use crate::store::records::{Locked, RecordStore};

/// One question: its answer as typed, and what follows from it. `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub struct AnswerRow {
    /// The answer as typed.
    pub answer: RwSignal<Answer>,
    /// What it means.
    pub status: Memo<Status>,
}

/// One of the records that a session consists of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SessionRecord {
    /// The enterprise.
    Enterprise,
    /// The month.
    Month,
    /// The registers of the enterprise.
    Registers,
}

impl SessionRecord {
    const ALL: [Self; 3] = [Self::Enterprise, Self::Month, Self::Registers];
}

/// What a session is loaded from.
pub struct Contents {
    /// The enterprise as stored.
    pub enterprise: Enterprise,
    /// Its registers; empty ones where it keeps none.
    pub registers: Registers,
    /// The month as stored.
    pub draft: MonthDraft,
}

/// The rows by id; ids are those of items, points and `area.P1` cells.
type AnswerRows = HashMap<String, AnswerRow>;

/// The enterprise and month on the screen.
#[derive(Clone, Copy)]
pub struct Session {
    /// Local id of the enterprise, such as `e1`.
    pub id: StoredValue<String>,
    /// The check list the month is shown with: its own, or the built-in one where its own is not in this browser.
    pub edition: &'static Edition<'static>,
    /// The questions of that check list.
    pub catalogue: &'static Catalogue,
    /// The month.
    pub period: Period,
    /// Invented data.
    pub demo: bool,
    /// Set when the month is sealed or another program or tab owns it: nothing can be changed.
    pub read_only: RwSignal<bool>,
    /// Set when the enterprise cannot be changed: another program or tab owns it. A sealed month does not lock it.
    pub enterprise_read_only: RwSignal<bool>,
    /// Why the registers cannot be changed although the enterprise can: what is kept of them is damaged or of a newer
    /// program.
    pub registers_lock: RwSignal<Option<Locked>>,
    /// Set when the registers cannot be changed, for that reason or the enterprise's.
    pub registers_read_only: RwSignal<bool>,
    /// The enterprise as typed.
    pub enterprise: RwSignal<Enterprise>,
    /// The ledger.
    pub hazards: RwSignal<Vec<Hazard>>,
    /// Facts and figures of the month.
    pub month: RwSignal<MonthFacts>,
    /// Answers to the criteria for major hazards.
    pub screening: RwSignal<Screening>,
    /// The registers of the enterprise; they belong to all its months.
    pub registers: RwSignal<Registers>,
    /// Who prepares the report; empty means the safety officer.
    pub preparer: RwSignal<String>,
    /// Relation to sealed documents.
    pub lineage: RwSignal<Lineage>,
    /// Facts that decide what applies.
    pub profile: Memo<Profile>,
    /// Days of the period.
    pub span: Memo<Span>,
    reference: StoredValue<CatalogueRef>,
    items: StoredValue<AnswerRows>,
    points: StoredValue<AnswerRows>,
    rates: StoredValue<AnswerRows>,
    elements: StoredValue<Vec<Memo<ElementScore>>>,
    /// Answers to questions that the present catalogue does not have; kept for the way back.
    strangers: StoredValue<Strangers>,
    /// The highest number of a hazard of this period that was ever given.
    last_hazard: StoredValue<u32>,
    store: Store,
    settings: BrowserSettings,
    /// [`encode`], named where a month is loaded: the first page declares what it may change without carrying what
    /// writes it down.
    encode: fn(&Session, SessionRecord, &RecordStore) -> Option<String>,
}

#[derive(Clone, Default)]
struct Strangers {
    answers: BTreeMap<String, Answer>,
    points: BTreeMap<String, Answer>,
    rates: BTreeMap<String, Answer>,
}

impl Session {
    /// Puts a stored month on the screen. Signals belong to the current reactive owner; dispose it before loading
    /// another month.
    pub fn load(
        id: &str,
        edition: &'static Edition<'static>,
        contents: Contents,
        store: Store,
        settings: BrowserSettings,
    ) -> Self {
        let Contents { enterprise, registers, draft } = contents;
        let catalogue = edition.catalogue();
        let enterprise = RwSignal::new(enterprise);
        let hazards = RwSignal::new(draft.hazards.clone());
        let month = RwSignal::new(draft.month.clone());
        let screening = RwSignal::new(draft.screening.clone());
        let period = draft.period;
        let span = Memo::new(move |_| enterprise.with(|enterprise| period.span(enterprise.rhythm)));
        let profile = Memo::new(move |_| {
            enterprise.with(|enterprise| {
                month.with(|month| {
                    hazards.with(|hazards| {
                        profile_of_month(catalogue, enterprise, month.facts.iter(), hazards, span.get())
                    })
                })
            })
        });
        let mut strangers =
            Strangers { answers: draft.answers.clone(), points: draft.points.clone(), rates: draft.rates.clone() };
        let of_item = |answer, item: &'static Item| match &item.computed {
            Some(computed) => {
                let typed = row(answer, item.kind);
                let status = Memo::new(move |_| {
                    profile.with(|profile| match computed.from {
                        ComputedFrom::Screening if computed.when.holds(profile) => {
                            screening.with(|screening| Tally::of(catalogue, profile, screening).status())
                        }
                        ComputedFrom::Screening => typed.status.get(),
                    })
                });
                AnswerRow { status, ..typed }
            }
            None => row(answer, item.kind),
        };
        let items: AnswerRows = catalogue
            .items()
            .map(|item| (item.id.clone(), of_item(strangers.answers.remove(&item.id), item)))
            .collect();
        let points: AnswerRows = catalogue
            .points()
            .map(|point| (point.id.clone(), row(strangers.points.remove(&point.id), Kind::Level)))
            .collect();
        let keys = catalogue.areas.iter().flat_map(|area| {
            area.targets
                .iter()
                .filter(|target| target.code != TargetCode::P4)
                .map(|target| MonthDraft::rate_key(&area.id, target.code))
        });
        let rates: AnswerRows = keys.map(|key| (key.clone(), row(strangers.rates.remove(&key), Kind::Ratio))).collect();
        let session = Self {
            id: StoredValue::new(id.to_owned()),
            edition,
            catalogue,
            period,
            demo: draft.demo,
            read_only: RwSignal::new(false),
            enterprise_read_only: RwSignal::new(false),
            registers_lock: RwSignal::new(None),
            registers_read_only: RwSignal::new(false),
            enterprise,
            hazards,
            month,
            screening,
            registers: RwSignal::new(registers),
            preparer: RwSignal::new(draft.preparer.clone()),
            lineage: RwSignal::new(draft.lineage.clone()),
            profile,
            span,
            reference: StoredValue::new(draft.catalogue.clone()),
            items: StoredValue::new(items),
            points: StoredValue::new(points),
            rates: StoredValue::new(rates),
            elements: StoredValue::new(Vec::new()),
            strangers: StoredValue::new(strangers),
            last_hazard: StoredValue::new(highest_hazard(period, &draft.hazards).max(draft.deleted_hazard)),
            store,
            settings,
            encode,
        };
        let memos = catalogue.elements.iter().map(|element| {
            Memo::new(move |_| session.with_hazards_untracked(|assessment| score_element(assessment, element)))
        });
        session.elements.set_value(memos.collect());
        session
    }

    /// The month as it stands, for saving. Reads without subscribing.
    pub fn snapshot(&self) -> MonthDraft {
        let strangers = self.strangers.get_value();
        let gather = |rows: StoredValue<AnswerRows>, mut kept: BTreeMap<String, Answer>| {
            rows.with_value(|rows| {
                for (id, row) in rows {
                    row.answer.with_untracked(|answer| {
                        if *answer != Answer::default() {
                            kept.insert(id.clone(), answer.clone());
                        }
                    });
                }
            });
            kept
        };
        let hazards = self.hazards.get_untracked();
        let last = self.last_hazard.get_value();
        let deleted_hazard = if last > highest_hazard(self.period, &hazards) { last } else { 0 };
        MonthDraft {
            period: self.period,
            demo: self.demo,
            catalogue: self.reference.get_value(),
            answers: gather(self.items, strangers.answers),
            points: gather(self.points, strangers.points),
            rates: gather(self.rates, strangers.rates),
            hazards,
            month: self.month.get_untracked(),
            screening: self.screening.get_untracked(),
            preparer: self.preparer.get_untracked(),
            lineage: self.lineage.get_untracked(),
            deleted_hazard,
        }
    }

    /// The check list the month was answered against.
    pub fn reference(&self) -> CatalogueRef {
        self.reference.get_value()
    }

    /// Whether the month's own check list is not in this browser, so that the month can only be looked at.
    pub fn lacks_its_list(&self) -> bool {
        self.reference
            .with_value(|reference| reference != self.edition.reference() && !self.edition.continues(reference))
    }

    /// The row of a check item.
    pub fn item(&self, id: &str) -> Option<AnswerRow> {
        self.items.with_value(|rows| rows.get(id).copied())
    }

    /// The row of a point.
    pub fn point(&self, id: &str) -> Option<AnswerRow> {
        self.points.with_value(|rows| rows.get(id).copied())
    }

    /// The row of a cell's counts, P1–P3.
    pub fn rate(&self, area: &str, code: TargetCode) -> Option<AnswerRow> {
        self.rates.with_value(|rows| rows.get(&MonthDraft::rate_key(area, code)).copied())
    }

    /// The number of elements of the catalogue that precede `item`'s, plus one; 0 for an unknown item.
    pub fn element_of(&self, item: &str) -> u8 {
        self.catalogue
            .elements
            .iter()
            .find(|element| element.items.iter().any(|candidate| candidate.id == item))
            .map_or(0, |element| element.number)
    }

    /// Live score of one element; `None` for an unknown number.
    pub fn element(&self, number: u8) -> Option<Memo<ElementScore>> {
        let at = self.catalogue.elements.iter().position(|element| element.number == number)?;
        self.elements.with_value(|memos| memos.get(at).copied())
    }

    /// Scores of the month; subscribes to everything they depend on.
    pub fn scores(&self) -> Scores {
        self.with(Scores::of)
    }

    /// The four targets of one area; subscribes.
    pub fn area_targets(&self, area: &str) -> Option<AreaTargets> {
        let area = self.catalogue.area(area)?;
        Some(self.with(|assessment| area_targets(assessment, area)))
    }

    /// The four targets of all areas; subscribes.
    pub fn four_targets(&self) -> Vec<AreaTargets> {
        self.with(four_targets)
    }

    /// The screening against the criteria for major hazards in numbers; subscribes.
    pub fn tally(&self) -> Tally {
        self.profile.with(|profile| self.screening.with(|screening| Tally::of(self.catalogue, profile, screening)))
    }

    /// The ledger in numbers; subscribes.
    pub fn ledger(&self) -> Ledger {
        self.hazards.with(|hazards| Ledger::of(hazards, self.span.get()))
    }

    /// What the report page shows; subscribes to the whole month.
    pub fn overview(&self) -> Overview {
        self.track_all();
        let draft = self.snapshot();
        let mut overview = self.enterprise.with(|enterprise| {
            Overview::of(&Assessment::of_draft(self.catalogue, enterprise, &draft), enterprise, &draft)
        });
        overview.review.compare_with_today(&draft.hazards, clock::today());
        overview
    }

    /// The review alone; subscribes to the whole month.
    pub fn review(&self) -> Review {
        self.overview().review
    }

    /// Changes an answer as [`Answer::given`] does.
    pub fn edit_answer(&self, row: AnswerRow, today: Day, edit: impl FnOnce(&mut Answer)) {
        if self.read_only.get_untracked() {
            return;
        }
        row.answer.update(|answer| answer.given(today, edit));
        self.touch(SessionRecord::Month);
    }

    /// Changes the ledger.
    pub fn edit_hazards(&self, edit: impl FnOnce(&mut Vec<Hazard>)) {
        if !self.read_only.get_untracked() {
            self.hazards.update(edit);
            let highest = self.hazards.with_untracked(|hazards| highest_hazard(self.period, hazards));
            self.last_hazard.update_value(|last| *last = highest.max(*last));
            self.touch(SessionRecord::Month);
        }
    }

    /// Changes the facts and figures of the month.
    pub fn edit_month(&self, edit: impl FnOnce(&mut MonthFacts)) {
        if !self.read_only.get_untracked() {
            self.month.update(edit);
            self.touch(SessionRecord::Month);
        }
    }

    /// Changes the answer to a criterion for major hazards: somebody looked, so it is confirmed today and no longer
    /// carried over.
    pub fn edit_screening(&self, criterion: &str, today: Day, edit: impl FnOnce(&mut Screened)) {
        if self.read_only.get_untracked() {
            return;
        }
        self.screening.update(|screening| {
            let mut screened = screening.remove(criterion).unwrap_or_default();
            screened.carried = false;
            edit(&mut screened);
            screened.confirmed_on = screened.finding.is_some().then_some(today);
            if screened != Screened::default() {
                screening.insert(criterion.to_owned(), screened);
            }
        });
        self.touch(SessionRecord::Month);
    }

    /// Changes the preparer's name.
    pub fn edit_preparer(&self, name: String) {
        if !self.read_only.get_untracked() {
            self.preparer.set(name);
            self.touch(SessionRecord::Month);
        }
    }

    /// Changes how the report relates to sealed ones.
    pub fn edit_lineage(&self, edit: impl FnOnce(&mut Lineage)) {
        if !self.read_only.get_untracked() {
            self.lineage.update(edit);
            self.touch(SessionRecord::Month);
        }
    }

    /// Changes the enterprise. It belongs to all its months, so a sealed month does not lock it.
    pub fn edit_enterprise(&self, edit: impl FnOnce(&mut Enterprise)) {
        if !self.enterprise_read_only.get_untracked() {
            self.enterprise.update(edit);
            self.touch(SessionRecord::Enterprise);
        }
    }

    /// The counts that a register gives for an item or a cell such as `hot-work.P2`; subscribes. `None` where none
    /// does.
    pub fn from_register(&self, id: &str) -> Option<Rate> {
        let span = self.span.get();
        self.profile.with(|profile| {
            self.registers.with(|registers| {
                let counting = Counting { registers, profile, span };
                match id.rsplit_once('.') {
                    Some((area, "P1")) => counting.cell(area, TargetCode::P1),
                    Some((area, "P2")) => counting.cell(area, TargetCode::P2),
                    Some((area, "P3")) => counting.cell(area, TargetCode::P3),
                    Some(_) => None,
                    None => counting.item(id),
                }
            })
        })
    }

    /// Documents in force of those that serve an item which a register does not answer; subscribes.
    pub fn documents_beside(&self, id: &str) -> Option<Rate> {
        let span = self.span.get();
        self.profile.with(|profile| self.registers.with(|registers| Counting { registers, profile, span }.beside(id)))
    }

    /// Changes the registers. Counts of this month that were taken from them follow; those somebody typed otherwise
    /// stay.
    pub fn edit_registers(&self, today: Day, edit: impl FnOnce(&mut Registers)) {
        if self.registers_read_only.get_untracked() {
            return;
        }
        let before = untrack(|| self.countable());
        self.registers.update(edit);
        self.touch(SessionRecord::Registers);
        for (id, row, counted) in before {
            let now = untrack(|| self.from_register(&id));
            let follows = counted.is_some_and(|counted| row.answer.with_untracked(|answer| says(answer, counted)));
            if let (Some(now), true) = (now.filter(|now| Some(*now) != counted), follows) {
                self.take_counts(row, today, now);
            }
        }
    }

    /// Takes all counts of this month that registers give, and says how many were not the same already.
    pub fn take_all_counts(&self, today: Day) -> usize {
        let countable = untrack(|| self.countable());
        let other = countable.into_iter().filter_map(|(_, row, counted)| Some((row, counted?)));
        let other: Vec<_> =
            other.filter(|(row, counted)| !row.answer.with_untracked(|answer| says(answer, *counted))).collect();
        other.iter().for_each(|(row, counted)| self.take_counts(*row, today, *counted));
        other.len()
    }

    /// Takes the counts of a register as the answer of a row.
    pub fn take_counts(&self, row: AnswerRow, today: Day, counted: Rate) {
        self.edit_answer(row, today, |answer| {
            answer.mark = None;
            answer.done = counted.done.to_string();
            answer.total = counted.total.to_string();
        });
    }

    /// The rows that are asked this month and can take counts from registers, with what these give now.
    fn countable(&self) -> Vec<(String, AnswerRow, Option<Rate>)> {
        let items = BOUND_ITEMS.iter().filter(|id| {
            let item = self.catalogue.item(id).filter(|item| item.kind == Kind::Ratio);
            item.is_some_and(|item| self.profile.with(|profile| item.applies.holds(profile)))
        });
        let areas =
            self.catalogue.areas.iter().filter(|area| self.profile.with(|profile| profile.facts.contains(&area.fact)));
        let cells = areas.flat_map(|area| {
            [TargetCode::P1, TargetCode::P2, TargetCode::P3].map(|code| MonthDraft::rate_key(&area.id, code))
        });
        let rows = items.map(|id| ((*id).to_owned(), self.item(id)));
        let rates = cells.map(|key| {
            let row = self.rates.with_value(|rows| rows.get(&key).copied());
            (key, row)
        });
        let all = rows.chain(rates).filter_map(|(id, row)| Some((id, row?)));
        all.map(|(id, row)| {
            let counted = self.from_register(&id);
            (id, row, counted)
        })
        .collect()
    }

    /// Asks the item of a closed hazard again, unless it was answered 是 meanwhile.
    pub fn ask_item_again(&self, item: &str) {
        let Some(row) = self.item(item) else { return };
        if self.read_only.get_untracked()
            || row
                .status
                .with_untracked(|status| status.reading().is_none_or(anziping_core::month::answer::Reading::is_met))
        {
            return;
        }
        row.answer.update(|answer| {
            answer.ask_again = true;
            answer.confirmed_on = None;
        });
        self.touch(SessionRecord::Month);
    }

    /// Notes that a record has changed: it counts towards the next backup, and the store saves it.
    pub(super) fn touch(&self, record: SessionRecord) {
        let key = self.key_of(record);
        self.settings.count_change(&key);
        if !self.demo {
            self.settings.ask_for_lasting_storage();
        }
        self.store.changed(key);
    }

    /// The records that this session changes.
    pub(super) fn own_records(&self) -> Vec<OwnRecord> {
        let session = *self;
        let own =
            |record| OwnRecord::new(session.key_of(record), move |records| (session.encode)(&session, record, records));
        SessionRecord::ALL.map(own).into()
    }

    fn key_of(&self, record: SessionRecord) -> RecordKey {
        let id = self.id.get_value();
        match record {
            SessionRecord::Enterprise => RecordKey::Enterprise(id),
            SessionRecord::Month => RecordKey::Month(id, self.period),
            SessionRecord::Registers => RecordKey::Registers(id),
        }
    }

    fn with<T>(&self, compute: impl FnOnce(&Assessment<'_>) -> T) -> T {
        self.hazards.with(|hazards| {
            compute(&Assessment {
                catalogue: self.catalogue,
                profile: self.profile.get(),
                answers: self,
                hazards,
                span: self.span.get(),
            })
        })
    }

    /// For what depends on the ledger only through the profile: an element's score must not be computed at every letter
    /// typed into a hazard.
    fn with_hazards_untracked<T>(&self, compute: impl FnOnce(&Assessment<'_>) -> T) -> T {
        let (profile, span) = (self.profile.get(), self.span.get());
        compute(&Assessment { catalogue: self.catalogue, profile, answers: self, hazards: &[], span })
    }

    fn track_all(&self) {
        for rows in [self.items, self.points, self.rates] {
            rows.with_value(|rows| rows.values().for_each(|row| row.answer.track()));
        }
        self.hazards.track();
        self.month.track();
        self.screening.track();
        self.preparer.track();
        self.lineage.track();
    }
}

impl Answers for Session {
    fn item(&self, item: &Item) -> Status {
        Session::item(self, &item.id).map_or(Status::Unanswered, |row| row.status.get())
    }

    fn point(&self, id: &str) -> Status {
        Session::point(self, id).map_or(Status::Unanswered, |row| row.status.get())
    }

    fn rate(&self, area: &str, code: TargetCode) -> Status {
        Session::rate(self, area, code).map_or(Status::Unanswered, |row| row.status.get())
    }

    fn screened(&self, catalogue: &Catalogue, profile: &Profile) -> Option<Tally> {
        Some(self.screening.with(|screening| Tally::of(catalogue, profile, screening)))
    }
}

/// Writes a record of the session down as it stands; `None` where there is nothing to write.
fn encode(session: &Session, record: SessionRecord, records: &RecordStore) -> Option<String> {
    let key = session.key_of(record);
    match record {
        SessionRecord::Enterprise => {
            session.enterprise.with_untracked(|enterprise| records.encode(&key, enterprise)).ok()
        }
        SessionRecord::Month => records.encode(&key, &session.snapshot()).ok(),
        SessionRecord::Registers => session.registers.with_untracked(|registers| {
            // Who keeps no registers has no record of them.
            let kept = *registers != Registers::default() || records.body(&key).is_some();
            kept.then(|| records.encode(&key, registers).ok()).flatten()
        }),
    }
}

/// Today, or the last day of the period once that has passed: a day after it would keep the month from being signed.
pub fn today_within(span: Span) -> Day {
    clock::today().min(span.to)
}

/// Whether an answer holds just these counts, looked at in this month.
pub fn says(answer: &Answer, counted: Rate) -> bool {
    let same = |typed: &str, count: u32| parse_count(typed) == Ok(count);
    answer.mark.is_none() && !answer.carried && same(&answer.done, counted.done) && same(&answer.total, counted.total)
}

fn row(answer: Option<Answer>, kind: Kind) -> AnswerRow {
    let answer = RwSignal::new(answer.unwrap_or_default());
    AnswerRow { answer, status: Memo::new(move |_| answer.with(|answer| answer.status(kind))) }
}
