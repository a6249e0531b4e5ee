//! One hazard of the open month: reading, changing and judging it by its number.

use anziping_core::hazard::{Hazard, HazardFault, HazardField, HazardFieldKind as Kind, Stage};
use anziping_core::review::{DAYS_DONE, ReviewFinding};
use anziping_core::value::period::Span;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::session::{AskedAgain, Session, today_within};
use crate::platform::clock;
use crate::words::{common, fault, hazard as words};

/// A hazard by its number. `Copy`, so that handlers can own it.
#[derive(Clone, Copy)]
pub(super) struct HazardEntry {
    /// The month it stands in.
    pub session: Session,
    id: StoredValue<String>,
}

impl HazardEntry {
    pub(super) fn new(session: Session, id: String) -> Self {
        Self { session, id: StoredValue::new(id) }
    }

    pub(super) fn id(&self) -> String {
        self.id.get_value()
    }

    /// Reads the hazard and subscribes to the ledger; `None` once it was deleted.
    pub(super) fn read<T>(&self, read: impl FnOnce(&Hazard) -> T) -> Option<T> {
        self.session
            .hazards
            .with(|hazards| self.id.with_value(|id| hazards.iter().find(|hazard| hazard.id == *id).map(read)))
    }

    /// Asks for the item and the criterion of a hazard again that was closed; gives what stood there.
    pub(super) fn ask_again(&self) -> AskedAgain {
        let asked = untrack(|| self.read(|hazard| self.session.ask_again(&hazard.item, &hazard.lead)));
        asked.unwrap_or_default()
    }

    /// The number; `None` once the page is gone, as may be after an await.
    pub(super) fn try_id(&self) -> Option<String> {
        self.id.try_get_value()
    }

    /// A value that follows the hazard.
    ///
    /// A letter typed into one field moves nothing that depends on another.
    pub(super) fn watch<T>(&self, read: impl Fn(&Hazard) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        let entry = *self;
        Memo::new(move |_| entry.read(&read).unwrap_or_default())
    }

    pub(super) fn edit(&self, edit: impl FnOnce(&mut Hazard)) {
        self.session.edit_hazards(|hazards| {
            if let Some(hazard) = self.id.with_value(|id| hazards.iter_mut().find(|hazard| hazard.id == *id)) {
                edit(hazard);
            }
        });
    }

    /// Writes a text into a field.
    ///
    /// One that is begun brings what goes with it in most cases, for the person to read.
    pub(super) fn write(&self, field: HazardField, text: String) {
        let today = today_within(self.session.span.get_untracked());
        self.edit(|hazard| {
            let begun = hazard.begin_field(field, text, today);
            if begun && field == HazardField::AcceptedBy && hazard.is_blank(HazardField::Acceptance) {
                words::USUAL_ACCEPTANCE.clone_into(&mut hazard.acceptance);
            }
        });
    }

    /// The obstacles that keep the hazard in its stage; subscribes.
    pub(super) fn obstacles(&self) -> Vec<HazardFault> {
        let principal = self.session.enterprise.with(|enterprise| enterprise.principal.clone());
        self.read(|hazard| hazard.obstacles(&principal)).unwrap_or_default()
    }

    /// The obstacles that keep the hazard from being taken to `end` at once; subscribes.
    pub(super) fn obstacles_up_to(&self, end: Stage) -> Vec<HazardFault> {
        let principal = self.session.enterprise.with(|enterprise| enterprise.principal.clone());
        self.read(|hazard| hazard.obstacles_up_to(end, &principal)).unwrap_or_default()
    }

    /// The obstacles that keep the hazard from being recorded as put right on the spot; subscribes.
    pub(super) fn obstacles_on_the_spot(&self) -> Vec<HazardFault> {
        let principal = self.session.enterprise.with(|enterprise| enterprise.principal.clone());
        self.read(|hazard| hazard.obstacles_on_the_spot(&principal)).unwrap_or_default()
    }

    /// The fault of a field that is asked for in `stage`, in words; subscribes.
    pub(super) fn fault(&self, stage: Stage, field: HazardField) -> Option<String> {
        let end = self.session.span.get().to;
        // A form may ask for fields of later stages: up to the end of its stretch, or all if put right on the spot.
        let now = self.read(|hazard| hazard.stage).unwrap_or_default();
        let obstacles = match now.stretch_end() {
            Some(end) if now < stage && stage < end => self.obstacles_up_to(end),
            _ if now < stage => self.obstacles_on_the_spot(),
            _ => self.obstacles(),
        };
        self.read(|hazard| {
            let asked = Hazard::fields_of(stage, hazard.is_major(), hazard.supervised).contains(&field);
            if asked && hazard.is_blank(field) {
                return Some(fault::hazard(HazardFault::Missing(field)));
            }
            if field != HazardField::Deadline && hazard.day(field).is_some_and(|day| day > end) {
                return Some(fault::finding(&ReviewFinding::HazardLater(field)));
            }
            if DAYS_DONE.contains(&field) && hazard.day(field).is_some_and(|day| day > clock::today()) {
                return Some(fault::finding(&ReviewFinding::HazardInFuture(field)));
            }
            obstacles.into_iter().find(|&found| at(found) == field).map(fault::hazard)
        })
        .flatten()
    }

    /// The fault of a field that no stage asks for, in words; subscribes.
    pub(super) fn fault_beside(&self, field: HazardField) -> Option<String> {
        let found = self.read(|hazard| hazard.faults().into_iter().find(|&found| at(found) == field));
        found.flatten().map(fault::hazard)
    }

    /// Takes the hazard out of the ledger and offers to put it back.
    pub(super) fn delete(&self, app: App) {
        let id = self.id();
        let Some((index, hazard)) = self.session.hazards.with_untracked(|hazards| {
            hazards.iter().position(|hazard| hazard.id == id).map(|index| (index, hazards[index].clone()))
        }) else {
            return;
        };
        self.session.edit_hazards(|hazards| hazards.retain(|hazard| hazard.id != id));
        let (enterprise, period) = (self.session.id.get_value(), self.session.period);
        app.store.offer_undo(words::deleted(&id), move || {
            app.in_month(&enterprise, period, |session| put_back(session, index, hazard.clone()));
        });
    }

    /// Takes it out again while nothing has been entered: looking at an empty form is no hazard.
    pub(super) fn drop_only_begun(&self) {
        // The page may close with its month; the empty entry is then dropped when that month is next opened.
        let Some(id) = self.try_id() else { return };
        let is_begun = |hazard: &Hazard| hazard.id == id && hazard.is_only_begun(self.session.catalogue);
        if self.session.hazards.with_untracked(|hazards| hazards.iter().any(is_begun)) {
            self.session.take_back_hazard(&id);
        }
    }
}

/// Puts a deleted hazard back in its place, unless another window has done so meanwhile.
///
/// Its number was given to no other.
fn put_back(session: Session, index: usize, hazard: Hazard) {
    session.edit_hazards(|hazards| {
        if hazards.iter().all(|other| other.id != hazard.id) {
            hazards.insert(index.min(hazards.len()), hazard);
        }
    });
}

/// The field at which a fault is shown.
pub(super) fn at(fault: HazardFault) -> HazardField {
    match fault {
        HazardFault::Missing(field) | HazardFault::TooLong(field) | HazardFault::Order(_, field) => field,
        HazardFault::AcceptedByOwner | HazardFault::PrincipalMustAccept => HazardField::AcceptedBy,
        HazardFault::NotAnAmount => HazardField::Funds,
    }
}

/// The value of a field as people read it; empty where nothing stands.
pub(super) fn shown(hazard: &Hazard, field: HazardField) -> String {
    match field.kind() {
        Kind::Grade => hazard.grade.map_or("", words::grade).to_owned(),
        Kind::Source => words::source(hazard.source).to_owned(),
        Kind::Day => hazard.day(field).map_or_else(String::new, common::day),
        Kind::Yuan if !hazard.is_blank(field) => words::yuan(hazard.text(field)),
        Kind::Item | Kind::Area | Kind::Yuan | Kind::Line | Kind::Lines => hazard.text(field).trim().to_owned(),
    }
}

/// Id of the control of a field.
pub(super) fn control(field: HazardField) -> String {
    format!("hazard-{}", field.code())
}

/// Returns whether the hazard was open already when the period began (上月结转).
pub(super) fn is_carried(hazard: &Hazard, span: Span) -> bool {
    hazard.lifetimes().any(|life| life.opened < span.from && life.closed.is_none_or(|closed| closed >= span.from))
}
