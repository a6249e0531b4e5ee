//! A new permit, filled in as far as the last one of its kind and the clock tell.

use anziping_catalog::Facts;

use super::{MeasureMark, Permit, PermitKind};
use crate::register::Registers;
use crate::value::moment::Moment;

/// How long work is planned for while nobody has said: a shift.
const SHIFT: i64 = 8 * 60;

impl Registers {
    /// Begins a permit of a kind, before the others of the register, and returns its number.
    ///
    /// Place, people and what only this kind asks for are those of the last one. What has to be looked at each time is
    /// not taken over: measures that are done, measurements, the approval, and that everything is in order.
    pub fn begin_permit(&mut self, kind: PermitKind, now: Moment, facts: &dyn Facts) -> String {
        let last =
            self.permits.iter().filter(|permit| permit.kind == kind).max_by_key(|permit| permit.starts_at).cloned();
        let mut permit = last.map(|last| last.again(now)).unwrap_or_default();
        permit.kind = kind;
        permit.id = self.next_number();
        permit.starts_at = Some(now);
        let form = kind.row();
        let offered = || form.levels.iter().filter(|level| level.when.holds(facts));
        if form.levels.len() > 1 && !offered().any(|level| level.name == permit.level) {
            permit.level = offered().next().map(|level| level.name.to_owned()).unwrap_or_default();
        }
        let most = permit.level_row().map_or(SHIFT, |level| i64::from(level.hours) * 60);
        let planned = permit.ends_at.map_or(SHIFT, |ends| now.minutes_until(ends));
        permit.ends_at = Some(now.plus_minutes(planned.clamp(1, most)));
        let id = permit.id.clone();
        self.permits.insert(0, permit);
        id
    }
}

impl Permit {
    /// Makes the next permit from this one: as long, with what stays true.
    fn again(self, now: Moment) -> Self {
        let length = self.starts_at.zip(self.ends_at).map(|(starts, ends)| starts.minutes_until(ends));
        Self {
            approved_at: None,
            ends_at: length.filter(|length| *length > 0).map(|length| now.plus_minutes(length)),
            tests: Vec::new(),
            measures: self.measures.into_iter().filter(|(_, mark)| *mark == MeasureMark::NotNeeded).collect(),
            in_order: false,
            closed_at: None,
            ..self
        }
    }
}
