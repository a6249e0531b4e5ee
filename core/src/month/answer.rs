//! One answer to one question, as typed, and what it means.
//!
//! The text of a count stays as the person typed it: a draft must give back exactly what was entered, faults included.
//! [`Answer::status`] tells the meaning; nothing else reads the raw text.

use anziping_catalog::{Interval, Kind};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::value::code::codes;
use crate::value::count::{COUNT_MAX, CountFault, parse_count};
use crate::value::day::Day;

/// Longest note or reason, in characters.
pub const NOTE_MAX: usize = 500;

/// What was chosen among the radio buttons of a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// 是: fully met.
    Yes,
    /// 部分: met in part.
    Partly,
    /// 否: not met.
    No,
    /// 待核实: somebody has to look first.
    Unsure,
    /// 不适用 by hand; needs a reason.
    Na,
}

// Its codes are the values of the radio buttons, part of the public hooks.
codes! { Mark { Yes = "yes", Partly = "partly", No = "no", Unsure = "unsure", Na = "na" } }

impl Mark {
    crate::listed! {
        /// All marks, in the order in which they are offered.
        pub ALL: Yes, Partly, No, Unsure, Na
    }

    /// Returns whether a question of this kind offers the mark.
    ///
    /// 部分 belongs to levels only, and a ratio takes its score from counts.
    pub fn offered_for(self, kind: Kind) -> bool {
        matches!(
            (self, kind),
            (Self::Unsure | Self::Na, _)
                | (Self::Yes | Self::No, Kind::Level | Kind::YesNo)
                | (Self::Partly, Kind::Level)
        )
    }
}

/// How somebody came to confirm an answer otherwise than one by one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConfirmedBy {
    /// With others of its section, after all of them had been on the screen.
    Section,
    /// The counts were taken from a register.
    Register,
    /// It follows from other answers of the report.
    Follows,
}

/// An answer as it lies in the draft. Its default is 未答.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The chosen radio button.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// Numerator of a ratio, as typed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub done: String,
    /// Denominator of a ratio, as typed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub total: String,
    /// Free remark.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Why the question does not apply; asked for with [`Mark::Na`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The day on which somebody looked and answered or confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_on: Option<Day>,
    /// How it was confirmed, where that was not one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<ConfirmedBy>,
    /// Set while the answer is taken over from an earlier month and nobody has confirmed it (沿用待确认).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub carried: bool,
    /// Set when a hazard of this item was closed and the item must be looked at again.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ask_again: bool,
    /// Set while it is the answer to a question of another edition, whose words may have been others.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub other_edition: bool,
}

/// The content of a complete answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reading {
    /// 是, 部分 or 否.
    Level(Level),
    /// A ratio with a denominator above zero.
    Ratio {
        /// How many are in order.
        done: u32,
        /// How many there are, at least 1 and at least `done`.
        total: u32,
    },
    /// A ratio of 0 ÷ 0: there was no case this month, so there is nothing to score.
    NoCase,
}

/// Degree to which a question is met.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// 是, 1.
    Yes,
    /// 部分, ½.
    Partly,
    /// 否, 0.
    No,
}

impl Reading {
    /// Returns whether nothing is missing. 19 999 of 20 000 rounds to full score and is still not met.
    pub fn is_met(self) -> bool {
        match self {
            Self::Level(level) => level == Level::Yes,
            Self::Ratio { done, total } => done == total,
            Self::NoCase => true,
        }
    }
}

/// The faults of an answer; each is shown at its field.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum AnswerFault {
    /// One of the two counts of a ratio is missing.
    #[error("a count is missing")]
    CountMissing,
    /// A count is not a whole number from 0 to [`COUNT_MAX`].
    #[error("not a whole number from 0 to {COUNT_MAX}")]
    NotACount,
    /// More are done than there are.
    #[error("done is larger than total")]
    DoneExceedsTotal,
    /// 不适用 without a reason.
    #[error("a reason is missing")]
    ReasonMissing,
    /// A note or reason is longer than [`NOTE_MAX`] characters.
    #[error("text too long")]
    TextTooLong,
}

/// The states of a question that are kept apart everywhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// 未答.
    Unanswered,
    /// Something was entered that cannot be understood; counts as unanswered.
    Faulty(AnswerFault),
    /// 待核实.
    Unsure,
    /// 沿用待确认: scored, but nobody has looked this month.
    Carried(Reading),
    /// 不适用 by hand with a reason.
    NotApplicable,
    /// 沿用待确认 of a 不适用: outside of the score, but nobody has looked this month.
    CarriedNotApplicable,
    /// A person answered this month.
    Answered(Reading),
    /// 未到期: answered earlier, and good beyond this month, so that nobody is asked.
    Standing(Reading),
    /// 未到期 of a 不适用.
    StandingNotApplicable,
}

/// How long an answer is good without being given again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Validity {
    /// How often the question is asked; `None` for one that is asked each month.
    pub interval: Option<Interval>,
    /// The last day of the month.
    pub end: Day,
}

impl Validity {
    /// Returns whether an answer confirmed on `confirmed` needs no other look this month.
    fn reaches(self, confirmed: Option<Day>) -> bool {
        match (self.interval, confirmed) {
            (None | Some(Interval::Month), _) | (_, None) => false,
            (Some(interval), Some(day)) => expires(day, interval).is_none_or(|day| day > self.end),
        }
    }
}

/// The day from which an answer confirmed on `confirmed` must be given afresh.
pub fn expires(confirmed: Day, interval: Interval) -> Option<Day> {
    match interval {
        Interval::Month => Some(confirmed.plus_months(1)),
        Interval::Quarter => Some(confirmed.plus_months(3)),
        Interval::Year => Some(confirmed.plus_months(12)),
        Interval::Event => None,
    }
}

impl Status {
    /// The reading that enters the score.
    pub fn reading(self) -> Option<Reading> {
        match self {
            Self::Answered(reading) | Self::Carried(reading) | Self::Standing(reading) => Some(reading),
            _ => None,
        }
    }

    /// The same, for an answer that is good beyond this month.
    pub fn standing(self) -> Self {
        match self {
            Self::Carried(reading) => Self::Standing(reading),
            Self::CarriedNotApplicable => Self::StandingNotApplicable,
            other => other,
        }
    }

    /// Returns whether the answer was given earlier and nobody has to look this month.
    pub fn is_standing(self) -> bool {
        matches!(self, Self::Standing(_) | Self::StandingNotApplicable)
    }

    /// Returns whether the answer was taken over and nobody has confirmed it this month.
    pub fn is_carried(self) -> bool {
        matches!(self, Self::Carried(_) | Self::CarriedNotApplicable)
    }

    /// Returns whether the question is excluded by hand, confirmed this month or not.
    pub fn is_excluded(self) -> bool {
        matches!(self, Self::NotApplicable | Self::CarriedNotApplicable | Self::StandingNotApplicable)
    }

    /// Returns whether progress counts the question: answered or excluded by a person this month.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Answered(_) | Self::NotApplicable)
    }
}

impl From<CountFault> for AnswerFault {
    fn from(fault: CountFault) -> Self {
        match fault {
            CountFault::Missing => Self::CountMissing,
            CountFault::NotACount => Self::NotACount,
        }
    }
}

impl Answer {
    /// Changes the answer as somebody who looks today: confirmed, no longer carried over or asked again.
    ///
    /// An answer that is emptied is confirmed by nobody.
    pub fn given(&mut self, today: Day, edit: impl FnOnce(&mut Self)) {
        self.carried = false;
        self.ask_again = false;
        self.other_edition = false;
        self.by = None;
        edit(self);
        self.confirmed_on = if self.is_blank() { None } else { Some(today) };
    }

    /// Gives the answer of an earlier month again; a note that was written meanwhile stays.
    pub fn repeat(&mut self, earlier: &Self) {
        let note = std::mem::take(&mut self.note);
        *self = Self {
            carried: false,
            ask_again: false,
            confirmed_on: None,
            by: None,
            other_edition: false,
            ..earlier.clone()
        };
        if !note.is_empty() {
            self.note = note;
        }
    }

    /// The answer, to be given again once a hazard of its item was closed.
    ///
    /// `None` where nothing is to be asked: it is not answered, or was found to be met meanwhile.
    pub fn asked_again(&self, status: Status) -> Option<Self> {
        let is_unmet = status.reading().is_some_and(|reading| !reading.is_met());
        is_unmet.then(|| Self { ask_again: true, confirmed_on: None, ..self.clone() })
    }

    /// Returns whether two answers say the same, whenever and however they were given.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let counts = |answer: &Self| [&answer.done, &answer.total].map(|count| parse_count(count).ok());
        self.mark == other.mark && counts(self) == counts(other)
    }

    /// Returns whether nothing was entered at all.
    pub fn is_blank(&self) -> bool {
        self.mark.is_none() && self.done.trim().is_empty() && self.total.trim().is_empty()
    }

    /// Reads the answer as one to a question of `kind`.
    pub fn status(&self, kind: Kind) -> Status {
        if [&self.note, &self.reason].iter().any(|text| text.chars().count() > NOTE_MAX) {
            return Status::Faulty(AnswerFault::TextTooLong);
        }
        match self.mark {
            Some(Mark::Unsure) => return Status::Unsure,
            Some(Mark::Na) if self.reason.trim().is_empty() => return Status::Faulty(AnswerFault::ReasonMissing),
            Some(Mark::Na) if self.ask_again => return Status::Unanswered,
            Some(Mark::Na) if self.carried => return Status::CarriedNotApplicable,
            Some(Mark::Na) => return Status::NotApplicable,
            _ => {}
        }
        let reading = match (kind, self.mark) {
            (Kind::Ratio, _) => match self.ratio() {
                None => return Status::Unanswered,
                Some(Ok(reading)) => reading,
                Some(Err(fault)) => return Status::Faulty(fault),
            },
            (_, Some(Mark::Yes)) => Reading::Level(Level::Yes),
            (_, Some(Mark::No)) => Reading::Level(Level::No),
            (Kind::Level, Some(Mark::Partly)) => Reading::Level(Level::Partly),
            _ => return Status::Unanswered,
        };
        if self.ask_again {
            Status::Unanswered
        } else if self.carried {
            Status::Carried(reading)
        } else {
            Status::Answered(reading)
        }
    }

    /// Reads the answer as one to a question of `kind` that is asked only so often.
    ///
    /// An answer to another edition is asked again, however long it would stand.
    pub fn status_within(&self, kind: Kind, validity: Validity) -> Status {
        let status = self.status(kind);
        if validity.reaches(self.confirmed_on) && !self.other_edition { status.standing() } else { status }
    }

    /// The counts; `None` while both fields are empty.
    pub fn ratio(&self) -> Option<Result<Reading, AnswerFault>> {
        let (done, total) = (parse_count(&self.done), parse_count(&self.total));
        Some(match (done, total) {
            (Err(CountFault::Missing), Err(CountFault::Missing)) => return None,
            (Err(CountFault::NotACount), _) | (_, Err(CountFault::NotACount)) => Err(AnswerFault::NotACount),
            (Err(fault), _) | (_, Err(fault)) => Err(fault.into()),
            (Ok(0), Ok(0)) => Ok(Reading::NoCase),
            (Ok(done), Ok(total)) if done > total => Err(AnswerFault::DoneExceedsTotal),
            (Ok(done), Ok(total)) => Ok(Reading::Ratio { done, total }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(done: &str, total: &str) -> Status {
        Answer { done: done.into(), total: total.into(), ..Answer::default() }.status(Kind::Ratio)
    }

    #[test]
    fn counts_are_read_as_people_type_them_and_faults_are_told_apart() {
        assert_eq!(ratio(" ３５ ", "36"), Status::Answered(Reading::Ratio { done: 35, total: 36 }));
        assert_eq!(ratio("", ""), Status::Unanswered);
        assert_eq!(ratio("3", ""), Status::Faulty(AnswerFault::CountMissing));
        assert_eq!(ratio("37", "36"), Status::Faulty(AnswerFault::DoneExceedsTotal));
        for wrong in ["-1", "1.5", "1e3", "一", "1000000", "99999999999999999999", "🙂", "3 5"] {
            assert_eq!(ratio(wrong, "36"), Status::Faulty(AnswerFault::NotACount), "{wrong}");
        }
    }

    #[test]
    fn nothing_of_nothing_is_a_complete_answer() {
        assert_eq!(ratio("0", "0"), Status::Answered(Reading::NoCase));
    }

    #[test]
    fn not_applicable_needs_a_reason() {
        let mut answer = Answer { mark: Some(Mark::Na), reason: "  ".into(), ..Answer::default() };
        assert_eq!(answer.status(Kind::Level), Status::Faulty(AnswerFault::ReasonMissing));
        answer.reason = "本月停产".into();
        assert_eq!(answer.status(Kind::Level), Status::NotApplicable);
    }

    #[test]
    fn partly_belongs_to_levels_only() {
        let answer = Answer { mark: Some(Mark::Partly), ..Answer::default() };
        assert_eq!(answer.status(Kind::Level), Status::Answered(Reading::Level(Level::Partly)));
        assert_eq!(answer.status(Kind::YesNo), Status::Unanswered);
    }

    #[test]
    fn carried_answers_are_scored_but_not_settled_and_reopened_ones_are_asked_again() {
        let carried = Answer { mark: Some(Mark::Yes), carried: true, ..Answer::default() };
        assert!(!carried.status(Kind::YesNo).is_settled());
        assert!(carried.status(Kind::YesNo).reading().is_some());
        let again = Answer { mark: Some(Mark::No), ask_again: true, ..Answer::default() };
        assert_eq!(again.status(Kind::YesNo), Status::Unanswered);
    }

    fn today() -> Day {
        Day::new(2026, 11, 20).unwrap()
    }

    #[test]
    fn a_confirmation_alone_settles_a_carried_answer() {
        let before = Day::new(2026, 10, 28);
        let mut answer = Answer { mark: Some(Mark::Yes), carried: true, confirmed_on: before, ..Answer::default() };
        answer.given(today(), |_| ());
        assert_eq!(answer, Answer { mark: Some(Mark::Yes), confirmed_on: Some(today()), ..Answer::default() });
        assert!(answer.status(Kind::YesNo).is_settled());
    }

    #[test]
    fn a_press_answers_what_was_asked_again() {
        let mut answer = Answer { mark: Some(Mark::No), ask_again: true, ..Answer::default() };
        answer.given(today(), |answer| answer.mark = Some(Mark::Yes));
        assert_eq!(answer.status(Kind::YesNo), Status::Answered(Reading::Level(Level::Yes)));
    }

    #[test]
    fn an_answer_that_is_emptied_is_confirmed_by_nobody() {
        let mut answer = Answer { mark: Some(Mark::Yes), confirmed_on: Some(today()), ..Answer::default() };
        answer.given(today(), |answer| answer.mark = None);
        assert_eq!(answer, Answer::default());
    }

    #[test]
    fn an_edit_may_ask_for_the_answer_again() {
        let mut answer = Answer { mark: Some(Mark::Yes), ..Answer::default() };
        answer.given(today(), |answer| answer.ask_again = true);
        assert_eq!(answer.status(Kind::YesNo), Status::Unanswered);
    }

    #[test]
    fn a_carried_not_applicable_waits_for_its_confirmation_like_every_other_answer() {
        let mut answer =
            Answer { mark: Some(Mark::Na), reason: "没有危化品".into(), carried: true, ..Answer::default() };
        for kind in [Kind::Level, Kind::YesNo, Kind::Ratio] {
            let status = answer.status(kind);
            assert!(status.is_carried() && status.is_excluded() && !status.is_settled(), "{kind:?}: {status:?}");
            assert_eq!(status.reading(), None, "{kind:?}: it stays out of the score");
        }
        answer.ask_again = true;
        assert_eq!(answer.status(Kind::Level), Status::Unanswered);
    }

    #[test]
    fn an_over_long_note_is_a_fault_and_emoji_count_as_one_character() {
        let note = "🙂".repeat(NOTE_MAX);
        let mut answer = Answer { mark: Some(Mark::Yes), note, ..Answer::default() };
        assert!(answer.status(Kind::YesNo).is_settled());
        answer.note.push('长');
        assert_eq!(answer.status(Kind::YesNo), Status::Faulty(AnswerFault::TextTooLong));
    }
}
