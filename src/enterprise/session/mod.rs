//! The month on the screen: one signal per answer, everything else derived.
//!
//! [`Session::load`] and [`Session::snapshot`] are inverse. Pages change the month only through the `edit_*` methods:
//! each of them tells the store which record it has changed, and the store asks it for the bodies
//! ([`OwnRecords`](crate::store::declaration::OwnRecords), in `records`).
//!
//! | module | what it does |
//! | --- | --- |
//! | [`edits`] | changes the month |
//! | [`counts`] | takes counts from the registers |
//! | [`figures`] | derives scores, targets and the report |
//! | [`leads`] | opens the record of a suspicion, and takes one back that nobody has worked on |
//! | [`records`] | names the records of a session, and writes them down for the store |

pub(crate) mod counts;
mod edits;
mod figures;
pub(crate) mod leads;
mod records;

pub(crate) use self::edits::AskedAgain;

use std::collections::{BTreeMap, HashMap};

use anziping_core::catalog::{Catalogue, Interval, Item, Kind, Point, TargetCode};
use anziping_core::edition::{CatalogueRef, Edition};
use anziping_core::enterprise::{Enterprise, Profile};
use anziping_core::hazard::Hazard;
use anziping_core::month::answer::{Answer, Status};
use anziping_core::month::assessment::{profile_of_month, validity};
use anziping_core::month::draft::{Lineage, MonthDraft, highest_hazard};
use anziping_core::month::figures::MonthFacts;
use anziping_core::month::screening::Screening;
use anziping_core::register::Registers;
use anziping_core::score::total::{ElementScore, score_element};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Span};
use leptos::prelude::*;

use super::browser_settings::BrowserSettings;
use crate::platform::{clock, unfinished};
use crate::store::Store;
use crate::store::records::{Locked, RecordStore};

/// Name under which a hazard is remembered while its photograph is taken or chosen.
pub(super) const PHOTOGRAPH: &str = "photo";

/// One question: its answer as typed, and what follows from it. `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub(crate) struct AnswerRow {
    /// The answer as typed.
    pub(crate) answer: RwSignal<Answer>,
    /// The meaning of the answer.
    pub(crate) status: Memo<Status>,
}

/// One of the records that a session consists of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum SessionRecord {
    /// The enterprise.
    Enterprise,
    /// The month.
    Month,
    /// The registers of the enterprise.
    Registers,
}

impl SessionRecord {
    anziping_core::listed! {
        ALL: Enterprise, Month, Registers
    }
}

/// The records that a session is loaded from.
pub(crate) struct Contents {
    /// The enterprise as stored.
    pub(crate) enterprise: Enterprise,
    /// Its registers; empty ones where it keeps none.
    pub(crate) registers: Registers,
    /// The month as stored.
    pub(crate) draft: MonthDraft,
}

/// The rows by id; ids are those of items, points and `area.P1` cells.
type AnswerRows = HashMap<String, AnswerRow>;

/// The enterprise and month on the screen.
#[derive(Clone, Copy)]
pub struct Session {
    /// Local id of the enterprise, such as `e1`.
    pub(crate) id: StoredValue<String>,
    /// The check list the month is shown with.
    ///
    /// Its own, or the built-in one where its own is not in this browser.
    pub(crate) edition: &'static Edition<'static>,
    /// The questions of that check list.
    pub(crate) catalogue: &'static Catalogue,
    /// The month.
    pub(crate) period: Period,
    /// Invented data.
    pub(crate) demo: bool,
    /// Set when the month is sealed or another program or tab owns it: nothing can be changed.
    pub(crate) read_only: RwSignal<bool>,
    /// Set when the enterprise cannot be changed: another program or tab owns it.
    ///
    /// A sealed month does not lock it.
    pub(crate) enterprise_read_only: RwSignal<bool>,
    /// Why the registers cannot be changed although the enterprise can.
    ///
    /// What is kept of them is damaged or of a newer program.
    pub(crate) registers_lock: RwSignal<Option<Locked>>,
    /// Set when the registers cannot be changed, for that reason or the enterprise's.
    pub(crate) registers_read_only: RwSignal<bool>,
    /// The enterprise as typed.
    pub(crate) enterprise: RwSignal<Enterprise>,
    /// The ledger.
    pub(crate) hazards: RwSignal<Vec<Hazard>>,
    /// Facts and figures of the month.
    pub(crate) month: RwSignal<MonthFacts>,
    /// Answers to the criteria for major hazards.
    pub(crate) screening: RwSignal<Screening>,
    /// The registers of the enterprise; they belong to all its months.
    pub(crate) registers: RwSignal<Registers>,
    /// The preparer of the report; empty means the safety officer.
    pub(crate) preparer: RwSignal<String>,
    /// Relation to sealed documents.
    pub(crate) lineage: RwSignal<Lineage>,
    /// Facts that decide what applies.
    pub(crate) profile: Memo<Profile>,
    /// Days of the period.
    pub(crate) span: Memo<Span>,
    reference: StoredValue<CatalogueRef>,
    items: StoredValue<AnswerRows>,
    points: StoredValue<AnswerRows>,
    rates: StoredValue<AnswerRows>,
    elements: StoredValue<Vec<Memo<ElementScore>>>,
    /// Answers to questions that the present catalogue does not have; kept for the way back.
    strangers: StoredValue<Strangers>,
    /// Last month's answers to what is asked anew, for showing.
    before: StoredValue<BTreeMap<String, Answer>>,
    /// The highest number of a hazard of this period that was ever given.
    last_hazard: StoredValue<u32>,
    store: Store,
    settings: BrowserSettings,
    /// [`Self::encode_record`], named where a month is loaded.
    ///
    /// The first page declares what it may change without carrying what writes it down.
    encode: fn(&Session, SessionRecord, &RecordStore) -> Option<String>,
}

#[derive(Clone, Default)]
struct Strangers {
    answers: BTreeMap<String, Answer>,
    points: BTreeMap<String, Answer>,
    rates: BTreeMap<String, Answer>,
}

impl Session {
    /// Puts a stored month on the screen.
    ///
    /// Signals belong to the current reactive owner; dispose it before loading another month.
    pub(crate) fn load(
        id: &str,
        edition: &'static Edition<'static>,
        contents: Contents,
        store: Store,
        settings: BrowserSettings,
    ) -> Self {
        let Contents { enterprise, registers, draft } = contents;
        let catalogue = edition.catalogue();
        let enterprise = RwSignal::new(enterprise);
        // Leaves out entries that were begun, left empty, and could not be removed because the page closed; keeps one
        // whose first photograph was being taken when the phone ended the page.
        let pictured = unfinished::left(PHOTOGRAPH);
        let is_entered = |hazard: &&Hazard| !hazard.is_only_begun(catalogue) || pictured.as_ref() == Some(&hazard.id);
        let entered = draft.hazards.iter().filter(is_entered).cloned();
        let hazards = RwSignal::new(entered.collect::<Vec<_>>());
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
        let of_item = |answer, item: &'static Item| {
            row(answer, item.kind, catalogue, span, move || Some(profile.with(|profile| item.interval_for(profile))))
        };
        let of_point = |answer, point: &'static Point| row(answer, Kind::Level, catalogue, span, || point.interval);
        let items: AnswerRows = catalogue
            .items()
            .map(|item| (item.id.clone(), of_item(strangers.answers.remove(&item.id), item)))
            .collect();
        let points: AnswerRows = catalogue
            .points()
            .map(|point| (point.id.clone(), of_point(strangers.points.remove(&point.id), point)))
            .collect();
        let keys = catalogue.areas.iter().flat_map(|area| {
            area.targets
                .iter()
                .filter(|target| target.code != TargetCode::P4)
                .map(|target| MonthDraft::rate_key(&area.id, target.code))
        });
        let of_rate = |answer| row(answer, Kind::Ratio, catalogue, span, || None);
        let rates: AnswerRows = keys.map(|key| (key.clone(), of_rate(strangers.rates.remove(&key)))).collect();
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
            before: StoredValue::new(draft.before.clone()),
            last_hazard: StoredValue::new(highest_hazard(period, &draft.hazards).max(draft.deleted_hazard)),
            store,
            settings,
            encode: Self::encode_record,
        };
        session.compute_items();
        let memos = catalogue.elements.iter().map(|element| {
            Memo::new(move |_| session.with_hazards_untracked(|assessment| score_element(assessment, element)))
        });
        session.elements.set_value(memos.collect());
        session
    }

    /// Lets the status of every item whose counts come from elsewhere follow these.
    fn compute_items(&self) {
        let session = *self;
        let computed =
            self.catalogue.items().filter(|item| item.computed.as_ref().is_some_and(|computed| computed.is_given()));
        let rows: Vec<(&'static Item, AnswerRow)> =
            computed.filter_map(|item| Some((item, self.item(&item.id)?))).collect();
        for (item, typed) in rows {
            let status = Memo::new(move |_| {
                let computed = session.with_hazards_untracked(|assessment| assessment.computed(item));
                computed.unwrap_or_else(|| typed.status.get())
            });
            self.items.update_value(|rows| {
                rows.insert(item.id.clone(), AnswerRow { status, ..typed });
            });
        }
    }

    /// Last month's answer to a question that is asked anew.
    pub(crate) fn before(&self, id: &str) -> Option<Answer> {
        self.before.with_value(|before| before.get(id).cloned())
    }

    /// The check list the month was answered against.
    pub(crate) fn reference(&self) -> CatalogueRef {
        self.reference.get_value()
    }

    /// Returns whether the month's own check list is not here, so that the month can only be read.
    pub(crate) fn lacks_its_list(&self) -> bool {
        self.reference
            .with_value(|reference| reference != self.edition.reference() && !self.edition.continues(reference))
    }

    /// The row of a check item.
    pub(crate) fn item(&self, id: &str) -> Option<AnswerRow> {
        self.items.with_value(|rows| rows.get(id).copied())
    }

    /// The row of a point.
    pub(crate) fn point(&self, id: &str) -> Option<AnswerRow> {
        self.points.with_value(|rows| rows.get(id).copied())
    }

    /// The usual finder of hazards: the person who fills in the month.
    pub(crate) fn usual_finder(&self) -> String {
        let preparer = self.preparer.with_untracked(|name| name.trim().to_owned());
        let officer = || self.enterprise.with_untracked(|enterprise| enterprise.officer.trim().to_owned());
        if preparer.is_empty() { officer() } else { preparer }
    }

    /// The row of a cell's counts, P1–P3.
    pub(crate) fn rate(&self, area: &str, code: TargetCode) -> Option<AnswerRow> {
        self.rates.with_value(|rows| rows.get(&MonthDraft::rate_key(area, code)).copied())
    }

    /// The number of the element that an item belongs to; 0 for an unknown item.
    pub(crate) fn element_of(&self, item: &str) -> u8 {
        self.catalogue
            .elements
            .iter()
            .find(|element| element.items.iter().any(|candidate| candidate.id == item))
            .map_or(0, |element| element.number)
    }
}

/// Today, or the last day of the period once that has passed.
///
/// A day after it would keep the month from being signed.
pub(crate) fn today_within(span: Span) -> Day {
    clock::today().min(span.to)
}

fn row(
    answer: Option<Answer>,
    kind: Kind,
    catalogue: &'static Catalogue,
    span: Memo<Span>,
    interval: impl Fn() -> Option<Interval> + Send + Sync + 'static,
) -> AnswerRow {
    let answer = RwSignal::new(answer.unwrap_or_default());
    let status = Memo::new(move |_| {
        answer.with(|answer| match answer.carried {
            true => answer.status_within(kind, validity(catalogue.counting, interval(), span.get())),
            false => answer.status(kind),
        })
    });
    AnswerRow { answer, status }
}
