//! A hazard (隐患) and its way through the eight stages to close-out and appraisal.
//!
//! The stages and what each needs before it may be left: Work Safety Law 41, rules on hazard management (16号令) 10, 14, 15, 16, 18
//! and the implementation plan. Flags such as overdue or reopened are derived, never stored.

use serde::{Deserialize, Serialize};

use crate::day::Day;
use crate::period::Span;

/// The eight stages, in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 排查
    #[default]
    Found,
    /// 登记
    Registered,
    /// 上报
    Reported,
    /// 监控
    Monitored,
    /// 整改
    Rectifying,
    /// 评价
    Evaluated,
    /// 销号
    Closed,
    /// 考核
    Appraised,
}

impl Stage {
    /// All stages in order.
    pub const ALL: [Self; 8] =
        [Self::Found, Self::Registered, Self::Reported, Self::Monitored, Self::Rectifying, Self::Evaluated, Self::Closed, Self::Appraised];

    /// The stage after this one.
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| *stage > self)
    }
}

/// 一般 or 重大. Only the sector criteria make a hazard major (Work Safety Law 118②).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// 一般隐患: easy to put right, at once.
    General,
    /// 重大事故隐患.
    Major,
}

/// How the hazard came to light.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The enterprise's own check.
    #[default]
    SelfCheck,
    /// A worker reported it (Work Safety Law 59).
    Worker,
    /// An inspection by the authorities.
    Inspection,
}

/// A hazard that was closed and is open again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Reopening {
    /// The day it was closed before.
    pub closed_on: Day,
    /// The day it was opened again.
    pub on: Day,
    /// Why.
    pub reason: String,
}

/// An acceptance that was refused.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Rejection {
    /// The day of the refusal.
    pub on: Day,
    /// Why.
    pub reason: String,
}

/// One row of the ledger, as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Hazard {
    /// Number in the ledger, such as `2026-11-03`; never reused.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Stage it stands in.
    pub stage: Stage,
    /// 一般 or 重大; decided at registration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<Grade>,
    /// How it came to light.
    pub source: Source,
    /// Check item it belongs to, or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub item: String,
    /// High-risk area it belongs to (area id), or empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub area: String,
    /// Day of discovery.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_on: Option<Day>,
    /// Who found it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub finder: String,
    /// Where.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// What.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Article of the criterion that makes it major.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub criterion: String,
    /// Accident it could cause (GB 6441-2025).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub accident_type: String,
    /// Who puts it right (责任).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// How it is put right (措施).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub measures: String,
    /// Yuan set aside, as typed (资金).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub funds: String,
    /// Last day for putting it right (时限).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Day>,
    /// Contingency plan (预案).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// What keeps people safe until then (临时措施): cordon, stop, withdraw.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interim: String,
    /// Reported to the responsible person inside the enterprise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<Day>,
    /// Reported to the regulator: first half of the double report (Work Safety Law 41②).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub regulator_on: Option<Day>,
    /// Reported to the workers' congress: second half.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workers_on: Option<Day>,
    /// What was done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rectification: String,
    /// Day on which it was put right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rectified_on: Option<Day>,
    /// Who accepted; not the owner, and for a major hazard the principal.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub accepted_by: String,
    /// Day of acceptance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_on: Option<Day>,
    /// Result of the acceptance in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub acceptance: String,
    /// Under listed supervision (挂牌督办): close-out needs the regulator's consent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub supervised: bool,
    /// Day of the regulator's consent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_on: Option<Day>,
    /// Day of close-out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Day>,
    /// Reward, penalty, lesson for the risk list.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub appraisal: String,
    /// Day of the appraisal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appraised_on: Option<Day>,
    /// Refused acceptances, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rejections: Vec<Rejection>,
    /// Reopenings, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reopenings: Vec<Reopening>,
}

/// The fields of a hazard that can be missing or wrong.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is the field of Hazard of the same name")]
pub enum HazardField {
    Grade,
    Source,
    Item,
    Area,
    FoundOn,
    Finder,
    Place,
    Description,
    Criterion,
    AccidentType,
    Owner,
    Measures,
    Funds,
    Deadline,
    Plan,
    Interim,
    ReportedOn,
    RegulatorOn,
    WorkersOn,
    Rectification,
    RectifiedOn,
    AcceptedBy,
    AcceptedOn,
    Acceptance,
    ConsentOn,
    ClosedOn,
    Appraisal,
    AppraisedOn,
}

/// Why a hazard may not leave its stage, or what is wrong with a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HazardFault {
    /// The field is empty and needed.
    Missing(HazardField),
    /// The one who accepts is the one who put it right.
    AcceptedByOwner,
    /// A major hazard is accepted by the principal in person (implementation plan 二(五)).
    PrincipalMustAccept,
    /// Two days are in the wrong order; the second field lies before the first.
    Order(HazardField, HazardField),
    /// The amount is not a whole number of yuan.
    NotAnAmount,
    /// A text is longer than allowed.
    TooLong(HazardField),
}

/// Longest text of a hazard, in characters.
pub const HAZARD_TEXT_MAX: usize = 500;

impl Hazard {
    /// Whether it still stands in the ledger of open hazards at the end of `day`.
    pub fn is_open_on(&self, day: Day) -> bool {
        self.lifetimes().any(|life| life.opened <= day && life.closed.is_none_or(|closed| closed > day))
    }

    /// Whether it is open now.
    pub fn is_open(&self) -> bool {
        self.stage < Stage::Closed
    }

    /// Whether it is graded major.
    pub fn is_major(&self) -> bool {
        self.grade == Some(Grade::Major)
    }

    /// Open after its deadline.
    pub fn is_overdue_on(&self, day: Day) -> bool {
        self.is_open_on(day) && self.deadline.is_some_and(|deadline| deadline < day)
    }

    /// The stretches of time in which it was open. A hazard whose day of discovery is not filled in counts from its
    /// registration's other dates or, failing these, from the beginning of the calendar.
    pub fn lifetimes(&self) -> impl Iterator<Item = Lifetime> + '_ {
        let found = self.found_on.or(self.reported_on).unwrap_or_else(Day::epoch);
        let opened = std::iter::once(found).chain(self.reopenings.iter().map(|again| again.on));
        let last_close = if self.is_open() { None } else { self.closed_on };
        let closed = self.reopenings.iter().map(|again| Some(again.closed_on)).chain(std::iter::once(last_close));
        opened.zip(closed).map(|(opened, closed)| Lifetime { opened, closed })
    }

    /// Whether an open hazard is in control: owner, measure and deadline; a major one all five fulfilments and interim measures.
    pub fn is_in_control(&self) -> bool {
        self.control_gaps().is_empty()
    }

    /// What is missing for being in control.
    pub fn control_gaps(&self) -> Vec<HazardField> {
        let mut needed = vec![HazardField::Owner, HazardField::Measures, HazardField::Deadline];
        if self.is_major() {
            needed.extend([HazardField::Funds, HazardField::Plan, HazardField::Interim]);
        }
        needed.retain(|&field| self.is_blank(field));
        needed
    }

    /// Whether nothing stands in the field.
    pub fn is_blank(&self, field: HazardField) -> bool {
        match field {
            HazardField::Grade => self.grade.is_none(),
            HazardField::Source => false,
            HazardField::FoundOn
            | HazardField::Deadline
            | HazardField::ReportedOn
            | HazardField::RegulatorOn
            | HazardField::WorkersOn
            | HazardField::RectifiedOn
            | HazardField::AcceptedOn
            | HazardField::ConsentOn
            | HazardField::ClosedOn
            | HazardField::AppraisedOn => self.day(field).is_none(),
            text => self.text(text).trim().is_empty(),
        }
    }

    /// The text of a text field; empty for the others.
    pub fn text(&self, field: HazardField) -> &str {
        match field {
            HazardField::Item => &self.item,
            HazardField::Area => &self.area,
            HazardField::Finder => &self.finder,
            HazardField::Place => &self.place,
            HazardField::Description => &self.description,
            HazardField::Criterion => &self.criterion,
            HazardField::AccidentType => &self.accident_type,
            HazardField::Owner => &self.owner,
            HazardField::Measures => &self.measures,
            HazardField::Funds => &self.funds,
            HazardField::Plan => &self.plan,
            HazardField::Interim => &self.interim,
            HazardField::Rectification => &self.rectification,
            HazardField::AcceptedBy => &self.accepted_by,
            HazardField::Acceptance => &self.acceptance,
            HazardField::Appraisal => &self.appraisal,
            _ => "",
        }
    }

    /// Puts a text into a text field; other fields are left alone.
    pub fn set_text(&mut self, field: HazardField, value: String) {
        match field {
            HazardField::Item => self.item = value,
            HazardField::Area => self.area = value,
            HazardField::Finder => self.finder = value,
            HazardField::Place => self.place = value,
            HazardField::Description => self.description = value,
            HazardField::Criterion => self.criterion = value,
            HazardField::AccidentType => self.accident_type = value,
            HazardField::Owner => self.owner = value,
            HazardField::Measures => self.measures = value,
            HazardField::Funds => self.funds = value,
            HazardField::Plan => self.plan = value,
            HazardField::Interim => self.interim = value,
            HazardField::Rectification => self.rectification = value,
            HazardField::AcceptedBy => self.accepted_by = value,
            HazardField::Acceptance => self.acceptance = value,
            HazardField::Appraisal => self.appraisal = value,
            _ => {}
        }
    }

    /// The day of a date field; `None` for the others.
    pub fn day(&self, field: HazardField) -> Option<Day> {
        match field {
            HazardField::FoundOn => self.found_on,
            HazardField::Deadline => self.deadline,
            HazardField::ReportedOn => self.reported_on,
            HazardField::RegulatorOn => self.regulator_on,
            HazardField::WorkersOn => self.workers_on,
            HazardField::RectifiedOn => self.rectified_on,
            HazardField::AcceptedOn => self.accepted_on,
            HazardField::ConsentOn => self.consent_on,
            HazardField::ClosedOn => self.closed_on,
            HazardField::AppraisedOn => self.appraised_on,
            _ => None,
        }
    }

    /// Puts a day into a date field; other fields are left alone.
    pub fn set_day(&mut self, field: HazardField, day: Option<Day>) {
        match field {
            HazardField::FoundOn => self.found_on = day,
            HazardField::Deadline => self.deadline = day,
            HazardField::ReportedOn => self.reported_on = day,
            HazardField::RegulatorOn => self.regulator_on = day,
            HazardField::WorkersOn => self.workers_on = day,
            HazardField::RectifiedOn => self.rectified_on = day,
            HazardField::AcceptedOn => self.accepted_on = day,
            HazardField::ConsentOn => self.consent_on = day,
            HazardField::ClosedOn => self.closed_on = day,
            HazardField::AppraisedOn => self.appraised_on = day,
            _ => {}
        }
    }

    /// The fields that belong to a stage: what must be known before leaving it. `major` adds what the law asks for major ones.
    pub fn fields_of(stage: Stage, major: bool, supervised: bool) -> Vec<HazardField> {
        use HazardField as F;
        match stage {
            Stage::Found => vec![F::FoundOn, F::Finder, F::Place, F::Description],
            Stage::Registered if major => vec![F::Grade, F::Criterion, F::AccidentType],
            Stage::Registered => vec![F::Grade, F::AccidentType],
            Stage::Reported if major => vec![F::Owner, F::ReportedOn, F::RegulatorOn, F::WorkersOn],
            Stage::Reported => vec![F::Owner, F::ReportedOn],
            Stage::Monitored if major => vec![F::Measures, F::Funds, F::Deadline, F::Plan, F::Interim],
            Stage::Monitored => vec![F::Measures, F::Deadline],
            Stage::Rectifying => vec![F::Rectification, F::RectifiedOn],
            Stage::Evaluated if supervised => vec![F::AcceptedBy, F::AcceptedOn, F::Acceptance, F::ConsentOn, F::ClosedOn],
            Stage::Evaluated => vec![F::AcceptedBy, F::AcceptedOn, F::Acceptance, F::ClosedOn],
            Stage::Closed => vec![F::Appraisal, F::AppraisedOn],
            Stage::Appraised => vec![],
        }
    }

    /// Why the present stage may not be left. A hazard is closed on leaving 评价, so the day of close-out and, under listed
    /// supervision, the regulator's consent are asked for there; leaving 销号 asks for the appraisal.
    pub fn obstacles(&self, principal: &str) -> Vec<HazardFault> {
        let fields_of = |stage| Self::fields_of(stage, self.is_major(), self.supervised);
        // Close-out asks for everything before it as well: a hazard that was graded major late still needs its double report.
        let fields: Vec<HazardField> = if self.stage == Stage::Evaluated {
            Stage::ALL.into_iter().take_while(|stage| *stage <= Stage::Evaluated).flat_map(fields_of).collect()
        } else {
            fields_of(self.stage)
        };
        let mut faults: Vec<HazardFault> = fields.into_iter().filter(|&field| self.is_blank(field)).map(HazardFault::Missing).collect();
        faults.extend(self.faults());
        if self.stage >= Stage::Evaluated && !self.accepted_by.trim().is_empty() {
            faults.extend(self.acceptance_fault(principal));
        }
        faults
    }

    fn acceptance_fault(&self, principal: &str) -> Option<HazardFault> {
        let by = self.accepted_by.trim();
        if by == self.owner.trim() {
            Some(HazardFault::AcceptedByOwner)
        } else if self.is_major() && by != principal.trim() {
            Some(HazardFault::PrincipalMustAccept)
        } else {
            None
        }
    }

    /// Faults of what is filled in, whatever the stage.
    pub fn faults(&self) -> Vec<HazardFault> {
        use HazardField as F;
        let mut faults = Vec::new();
        for pair in [
            [F::FoundOn, F::ReportedOn],
            [F::FoundOn, F::RegulatorOn],
            [F::FoundOn, F::WorkersOn],
            [F::FoundOn, F::Deadline],
            [F::FoundOn, F::RectifiedOn],
            [F::RectifiedOn, F::AcceptedOn],
            [F::AcceptedOn, F::ClosedOn],
            [F::ClosedOn, F::AppraisedOn],
        ] {
            if let (Some(first), Some(second)) = (self.day(pair[0]), self.day(pair[1]))
                && second < first
            {
                faults.push(HazardFault::Order(pair[0], pair[1]));
            }
        }
        if !self.funds.trim().is_empty() && parse_yuan(&self.funds).is_none() {
            faults.push(HazardFault::NotAnAmount);
        }
        for field in [
            F::Finder,
            F::Place,
            F::Description,
            F::Criterion,
            F::Owner,
            F::Measures,
            F::Plan,
            F::Interim,
            F::Rectification,
            F::AcceptedBy,
            F::Acceptance,
            F::Appraisal,
        ] {
            if self.text(field).chars().count() > HAZARD_TEXT_MAX {
                faults.push(HazardFault::TooLong(field));
            }
        }
        faults
    }

    /// Moves to the next stage.
    ///
    /// # Errors
    /// The [`Hazard::obstacles`]; the hazard is then unchanged.
    pub fn advance(&mut self, principal: &str) -> Result<Stage, Vec<HazardFault>> {
        let faults = self.obstacles(principal);
        match self.stage.next() {
            Some(next) if faults.is_empty() => {
                self.stage = next;
                Ok(next)
            }
            _ => Err(faults),
        }
    }

    /// Refuses the acceptance: back to 整改, with the reason kept.
    pub fn reject(&mut self, on: Day, reason: String) {
        if self.stage == Stage::Evaluated {
            self.rejections.push(Rejection { on, reason });
            self.rectified_on = None;
            self.accepted_on = None;
            self.stage = Stage::Rectifying;
        }
    }

    /// Opens a closed hazard again: back to 监控, with the reason kept.
    pub fn reopen(&mut self, on: Day, reason: String) {
        if let (false, Some(closed_on)) = (self.is_open(), self.closed_on) {
            self.reopenings.push(Reopening { closed_on, on, reason });
            self.closed_on = None;
            self.rectified_on = None;
            self.accepted_on = None;
            self.appraised_on = None;
            self.stage = Stage::Monitored;
        }
    }
}

/// Reads a whole number of yuan from 0 to 9 999 999 999; commas, blanks and full-width digits are fine.
pub fn parse_yuan(text: &str) -> Option<u64> {
    let digits: String = text.chars().map(crate::uscc::half_width).filter(|c| !c.is_whitespace() && *c != ',').collect();
    if digits.is_empty() || digits.len() > 10 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

/// A stretch of time in which a hazard was open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lifetime {
    /// Found or reopened on.
    pub opened: Day,
    /// Closed on; `None` while open.
    pub closed: Option<Day>,
}

/// The hazards of a period in numbers (block E of the month-end report).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Ledger {
    /// Open when the period began (上月结转).
    pub carried: u32,
    /// Found or reopened in the period (本月新增).
    pub added: u32,
    /// Of these, graded major.
    pub added_major: u32,
    /// Closed in the period (本月销号).
    pub closed: u32,
    /// Open at its end (月末未销号).
    pub open: u32,
    /// Of these, major.
    pub open_major: u32,
    /// Due by the end of the period, earlier overdue ones included (到期应改).
    pub due: u32,
    /// Of these, closed (到期已改).
    pub due_closed: u32,
    /// Of these, closed not later than their deadline.
    pub due_on_time: u32,
    /// Open after their deadline at the end of the period (逾期).
    pub overdue: u32,
    /// Open at the end and without owner, measure, deadline or, for major ones, a fulfilment.
    pub uncontrolled: u32,
    /// Reopened in the period.
    pub reopened: u32,
    /// Found in the period through workers' reports.
    pub reported_by_workers: u32,
}

impl Ledger {
    /// Counts the hazards of `span`. By construction carried + added − closed = open for every list whose lifetimes end after they begin.
    pub fn of<'a>(hazards: impl IntoIterator<Item = &'a Hazard>, span: Span) -> Self {
        let mut ledger = Self::default();
        for hazard in hazards {
            ledger.count(hazard, span);
        }
        ledger
    }

    fn count(&mut self, hazard: &Hazard, span: Span) {
        let major = u32::from(hazard.is_major());
        for (index, life) in hazard.lifetimes().enumerate() {
            let closed_before = |day: Day| life.closed.is_some_and(|closed| closed < day);
            if life.opened < span.from && !closed_before(span.from) {
                self.carried += 1;
            }
            if span.contains(life.opened) {
                self.added += 1;
                self.added_major += major;
                self.reopened += u32::from(index > 0);
                self.reported_by_workers += u32::from(index == 0 && hazard.source == Source::Worker);
            }
            if life.opened <= span.to && life.closed.is_some_and(|closed| span.contains(closed)) {
                self.closed += 1;
            }
            let open = life.opened <= span.to && life.closed.is_none_or(|closed| closed > span.to);
            if open {
                self.open += 1;
                self.open_major += major;
                self.uncontrolled += u32::from(!hazard.is_in_control());
            }
        }
        // A hazard closed and opened again within the period is due once, and done only if its last stretch is.
        let last = hazard.lifetimes().filter(|life| life.opened <= span.to).last();
        if let (Some(life), Some(deadline)) = (last, hazard.deadline)
            && deadline <= span.to
            && life.closed.is_none_or(|closed| closed >= span.from)
        {
            self.due += 1;
            match life.closed.filter(|&closed| closed <= span.to) {
                Some(closed) => {
                    self.due_closed += 1;
                    self.due_on_time += u32::from(closed <= deadline);
                }
                None => self.overdue += u32::from(deadline < span.to),
            }
        }
    }

    /// carried + added − closed = open.
    pub fn adds_up(&self) -> bool {
        u64::from(self.carried) + u64::from(self.added) == u64::from(self.closed) + u64::from(self.open)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u8) -> Day {
        Day::new(2026, 11, d).unwrap()
    }

    fn november() -> Span {
        Span { from: day(1), to: day(30) }
    }

    fn general() -> Hazard {
        Hazard {
            id: "2026-11-01".into(),
            grade: Some(Grade::General),
            found_on: Some(day(3)),
            finder: "班组长".into(),
            place: "打磨间".into(),
            description: "角磨机缺护罩".into(),
            accident_type: "机械致害".into(),
            owner: "车间主任".into(),
            reported_on: Some(day(3)),
            measures: "补装护罩".into(),
            deadline: Some(day(10)),
            rectification: "已补装".into(),
            rectified_on: Some(day(8)),
            accepted_by: "安全员".into(),
            accepted_on: Some(day(9)),
            acceptance: "合格".into(),
            closed_on: Some(day(9)),
            appraisal: "奖励报告人".into(),
            appraised_on: Some(day(20)),
            ..Hazard::default()
        }
    }

    fn major() -> Hazard {
        Hazard {
            grade: Some(Grade::Major),
            criterion: "10号令 第十一条（十）".into(),
            funds: "12,000".into(),
            plan: "现场处置方案".into(),
            interim: "停用除尘器".into(),
            regulator_on: Some(day(4)),
            workers_on: Some(day(5)),
            accepted_by: "老板".into(),
            ..general()
        }
    }

    #[test]
    fn a_complete_hazard_walks_through_all_eight_stages() {
        for mut hazard in [general(), major()] {
            for stage in &Stage::ALL[1..] {
                assert_eq!(hazard.advance("老板"), Ok(*stage));
            }
            assert_eq!(hazard.stage, Stage::Appraised);
            assert_eq!(hazard.advance("老板"), Err(vec![]), "there is nothing after the last stage");
        }
    }

    #[test]
    fn each_stage_names_exactly_the_field_that_is_missing() {
        for complete in [general(), major(), Hazard { supervised: true, consent_on: Some(day(9)), ..major() }] {
            for stage in Stage::ALL {
                for field in Hazard::fields_of(stage, complete.is_major(), complete.supervised) {
                    let mut hazard = Hazard { stage, ..complete.clone() };
                    if field == HazardField::Grade {
                        continue;
                    }
                    hazard.set_text(field, String::new());
                    hazard.set_day(field, None);
                    assert_eq!(hazard.advance("老板"), Err(vec![HazardFault::Missing(field)]), "{stage:?}");
                    assert_eq!(hazard.stage, stage, "nothing moved");
                }
            }
        }
    }

    #[test]
    fn the_one_who_put_it_right_does_not_accept_it() {
        let mut hazard = Hazard { stage: Stage::Evaluated, accepted_by: "车间主任".into(), ..general() };
        assert_eq!(hazard.advance("老板"), Err(vec![HazardFault::AcceptedByOwner]));
    }

    #[test]
    fn a_major_hazard_is_accepted_by_the_principal() {
        let mut hazard = Hazard { stage: Stage::Evaluated, accepted_by: "安全员".into(), ..major() };
        assert_eq!(hazard.advance("老板"), Err(vec![HazardFault::PrincipalMustAccept]));
    }

    #[test]
    fn days_in_the_wrong_order_are_named() {
        let hazard = Hazard { accepted_on: Some(day(7)), ..general() };
        assert_eq!(hazard.faults(), vec![HazardFault::Order(HazardField::RectifiedOn, HazardField::AcceptedOn)]);
    }

    #[test]
    fn a_hazard_graded_major_late_is_not_closed_without_its_double_report() {
        let mut hazard = Hazard { stage: Stage::Evaluated, regulator_on: None, workers_on: None, ..major() };
        let missing = [HazardField::RegulatorOn, HazardField::WorkersOn].map(HazardFault::Missing);
        assert_eq!(hazard.advance("老板"), Err(missing.to_vec()));
    }

    #[test]
    fn a_rejected_acceptance_goes_back_to_rectifying_and_keeps_the_reason() {
        let mut hazard = Hazard { stage: Stage::Evaluated, ..general() };
        hazard.reject(day(9), "护罩松动".into());
        assert_eq!((hazard.stage, hazard.rejections.len()), (Stage::Rectifying, 1));
        assert!(hazard.advance("老板").is_err(), "it has to be put right again");
    }

    #[test]
    fn a_reopened_hazard_counts_as_added_again_and_the_ledger_adds_up() {
        let mut hazard = Hazard { stage: Stage::Appraised, ..general() };
        hazard.reopen(day(25), "护罩又被拆".into());
        let ledger = Ledger::of([&hazard], november());
        assert_eq!((ledger.carried, ledger.added, ledger.closed, ledger.open, ledger.reopened), (0, 2, 1, 1, 1));
        assert!(ledger.adds_up());
    }

    #[test]
    fn overdue_begins_the_day_after_the_deadline() {
        let hazard = Hazard { stage: Stage::Rectifying, ..general() };
        assert!(!hazard.is_overdue_on(day(10)));
        assert!(hazard.is_overdue_on(day(11)));
        let closed = Hazard { stage: Stage::Closed, ..general() };
        assert!(!closed.is_overdue_on(day(30)));
    }

    #[test]
    fn a_hazard_closed_after_its_deadline_is_due_and_closed_but_not_on_time() {
        let late = Hazard { stage: Stage::Closed, deadline: Some(day(5)), ..general() };
        let ledger = Ledger::of([&late], november());
        assert_eq!((ledger.due, ledger.due_closed, ledger.due_on_time, ledger.overdue), (1, 1, 0, 0));
    }

    #[test]
    fn control_of_a_major_hazard_takes_all_five_fulfilments() {
        assert!(major().is_in_control());
        for field in [HazardField::Owner, HazardField::Measures, HazardField::Funds, HazardField::Deadline, HazardField::Plan] {
            let mut hazard = major();
            hazard.set_text(field, String::new());
            hazard.set_day(field, None);
            assert_eq!(hazard.control_gaps(), vec![field]);
        }
    }

    #[test]
    fn amounts_are_whole_yuan() {
        assert_eq!(parse_yuan("１２,000 "), Some(12_000));
        for wrong in ["", "-1", "1.5", "一万", "99999999999"] {
            assert_eq!(parse_yuan(wrong), None, "{wrong}");
        }
    }
}
