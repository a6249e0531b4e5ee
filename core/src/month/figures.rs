//! The facts of the month beside the check items: blocks C, E, I–O of the month-end report.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use anziping_catalog::Figure;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::hazard::parse_yuan;
use crate::value::code::codes;
use crate::value::count::parse_count;
use crate::value::day::Day;
use crate::value::period::Span;

/// Longest text of a month field, in characters.
pub const MONTH_TEXT_MAX: usize = 1_000;

/// The blocks of the form, named after the letters offices use.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Block {
    /// C 自查组织
    SelfCheck,
    /// I 四张清单
    FourLists,
    /// J 培训持证
    Training,
    /// K 应急
    Emergency,
    /// L 事故; no accident is written as an explicit 0
    Accidents,
    /// M 投入
    Investment,
    /// N 执法对接
    Inspections,
    /// O 未改原因与下月计划
    NextMonth,
}

codes! {
    Block {
        SelfCheck = "SelfCheck",
        FourLists = "FourLists",
        Training = "Training",
        Emergency = "Emergency",
        Accidents = "Accidents",
        Investment = "Investment",
        Inspections = "Inspections",
        NextMonth = "NextMonth",
    }
}

impl Block {
    crate::listed! {
        /// All blocks in order.
        pub ALL: SelfCheck, FourLists, Training, Emergency, Accidents, Investment, Inspections, NextMonth
    }
}

/// The kinds of content of the month's fields.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldKind {
    /// A whole number from 0 to [`crate::value::count::COUNT_MAX`].
    Count,
    /// Whole yuan.
    Yuan,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// Up to [`MONTH_TEXT_MAX`] characters.
    Text,
}

macro_rules! month_fields {
    ($($variant:ident $code:literal $block:ident $kind:ident $required:literal),* $(,)?) => {
        /// A field of the month. The name is also its member name in the report.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[allow(missing_docs, reason = "the words of each field stand in the interface texts")]
        pub enum MonthField { $(#[serde(rename = $code)] $variant),* }

        impl MonthField {
            /// All fields in the order of the form.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Name in the draft, the report and the form.
            pub fn code(self) -> &'static str { match self { $(Self::$variant => $code),* } }

            /// The block it stands in.
            pub fn block(self) -> Block { match self { $(Self::$variant => Block::$block),* } }

            /// The kind of content that the field takes.
            pub fn kind(self) -> FieldKind { match self { $(Self::$variant => FieldKind::$kind),* } }

            /// Returns whether a report cannot be signed without it.
            pub fn is_required(self) -> bool { match self { $(Self::$variant => $required),* } }
        }
    };
}

month_fields! {
    Checks "checks" SelfCheck Count true,
    PrincipalChecks "principal_checks" SelfCheck Count true,
    PrincipalCheckDay "principal_check_day" SelfCheck Date false,
    CheckPeople "check_people" SelfCheck Count false,
    CheckScope "check_scope" SelfCheck Text false,
    CheckBasis "check_basis" SelfCheck Text false,
    DutyListVersion "duty_list_version" FourLists Text false,
    RiskListVersion "risk_list_version" FourLists Text false,
    PostListVersion "post_list_version" FourLists Text false,
    DailyListVersion "daily_list_version" FourLists Text false,
    ListsUpdated "lists_updated" FourLists Date false,
    PostsSigned "posts_signed" FourLists Count true,
    PostsTotal "posts_total" FourLists Count true,
    Trained "trained" Training Count true,
    ToTrain "to_train" Training Count true,
    NewWorkersPassed "new_workers_passed" Training Count true,
    NewWorkers "new_workers" Training Count true,
    CertificatesValid "certificates_valid" Training Count true,
    CertificatesNeeded "certificates_needed" Training Count true,
    CertificatesExpiring "certificates_expiring" Training Count false,
    PlanState "plan_state" Emergency Text false,
    Drills "drills" Emergency Count true,
    SuppliesChecked "supplies_checked" Emergency Date false,
    Accidents "accidents" Accidents Count true,
    Deaths "deaths" Accidents Count true,
    SeriousInjuries "serious_injuries" Accidents Count true,
    MinorInjuries "minor_injuries" Accidents Count true,
    NearMisses "near_misses" Accidents Count true,
    Spent "spent" Investment Yuan true,
    SpentYear "spent_year" Investment Yuan false,
    ExpenseDue "expense_due" Investment Yuan false,
    ExpenseSet "expense_set" Investment Yuan false,
    InspectionFindings "inspection_findings" Inspections Count true,
    InspectionFixed "inspection_fixed" Inspections Count true,
    InspectionPapers "inspection_papers" Inspections Text false,
    OpenReasons "open_reasons" NextMonth Text false,
    HelpNeeded "help_needed" NextMonth Text false,
    NextFocus "next_focus" NextMonth Text true,
}

impl MonthField {
    /// The field with this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.code() == code)
    }

    /// The field that may not be smaller: the denominator of a pair such as trained ÷ to train.
    fn ceiling(self) -> Option<Self> {
        Some(match self {
            Self::PrincipalChecks => Self::Checks,
            Self::PostsSigned => Self::PostsTotal,
            Self::Trained => Self::ToTrain,
            Self::NewWorkersPassed => Self::NewWorkers,
            Self::CertificatesValid => Self::CertificatesNeeded,
            Self::InspectionFixed => Self::InspectionFindings,
            Self::Spent => Self::SpentYear,
            _ => return None,
        })
    }
}

impl From<Figure> for MonthField {
    fn from(figure: Figure) -> Self {
        match figure {
            Figure::PostsSigned => Self::PostsSigned,
            Figure::PostsTotal => Self::PostsTotal,
            Figure::Trained => Self::Trained,
            Figure::ToTrain => Self::ToTrain,
            Figure::NewWorkersPassed => Self::NewWorkersPassed,
            Figure::NewWorkers => Self::NewWorkers,
            Figure::CertificatesValid => Self::CertificatesValid,
            Figure::CertificatesNeeded => Self::CertificatesNeeded,
        }
    }
}

/// The faults of a field of the month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MonthFault {
    /// Required and empty. Zero has to be written.
    Missing,
    /// Not a whole number in range.
    NotANumber,
    /// Not a day.
    NotADay,
    /// The day lies outside the period.
    OutsidePeriod,
    /// Larger than the field it is a part of.
    Exceeds(MonthField),
    /// Longer than [`MONTH_TEXT_MAX`].
    TooLong,
}

/// The month's own facts and figures, as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MonthFacts {
    /// Texts of the fields; an absent field is empty.
    pub fields: BTreeMap<MonthField, String>,
    /// Facts of the group `month` that hold, such as 有工艺变更.
    pub facts: BTreeSet<String>,
}

/// The value of a field that has one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum MonthValue {
    /// Count or yuan.
    Number(u64),
    /// Day or text.
    Text(String),
}

impl<'de> Deserialize<'de> for MonthValue {
    /// Takes what is there.
    ///
    /// Derived, it would try a number first and write down for every text why that failed.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl Visitor<'_> for Either {
            type Value = MonthValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or a text")
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<MonthValue, E> {
                Ok(MonthValue::Number(number))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<MonthValue, E> {
                Ok(MonthValue::Text(text.to_owned()))
            }
        }

        deserializer.deserialize_any(Either)
    }
}

impl MonthFacts {
    /// The text as typed.
    pub fn text(&self, field: MonthField) -> &str {
        self.fields.get(&field).map_or("", String::as_str)
    }

    /// Puts a text in; an empty one leaves no trace.
    pub fn set_text(&mut self, field: MonthField, value: String) {
        if value.is_empty() {
            self.fields.remove(&field);
        } else {
            self.fields.insert(field, value);
        }
    }

    /// The value, or `None` when the field is empty or wrong.
    pub fn value(&self, field: MonthField) -> Option<MonthValue> {
        let text = self.text(field).trim();
        if text.is_empty() {
            return None;
        }
        match field.kind() {
            FieldKind::Count => parse_count(text).ok().map(|n| MonthValue::Number(n.into())),
            FieldKind::Yuan => parse_yuan(text).map(MonthValue::Number),
            FieldKind::Date => Day::parse(text).map(|day| MonthValue::Text(day.to_string())),
            FieldKind::Text => Some(MonthValue::Text(text.to_owned())),
        }
    }

    /// The number of a count or yuan field that is filled in correctly.
    pub fn number(&self, field: MonthField) -> Option<u64> {
        match self.value(field) {
            Some(MonthValue::Number(n)) => Some(n),
            _ => None,
        }
    }

    /// Returns the fault of one field, if it has one.
    pub fn fault(&self, field: MonthField, span: Span) -> Option<MonthFault> {
        let text = self.text(field).trim();
        if text.is_empty() {
            return field.is_required().then_some(MonthFault::Missing);
        }
        match field.kind() {
            FieldKind::Text => (text.chars().count() > MONTH_TEXT_MAX).then_some(MonthFault::TooLong),
            FieldKind::Date => match Day::parse(text) {
                None => Some(MonthFault::NotADay),
                Some(day) if field == MonthField::ListsUpdated => (day > span.to).then_some(MonthFault::OutsidePeriod),
                Some(day) => (!span.contains(day)).then_some(MonthFault::OutsidePeriod),
            },
            FieldKind::Count | FieldKind::Yuan => {
                let Some(number) = self.number(field) else { return Some(MonthFault::NotANumber) };
                let ceiling = field.ceiling()?;
                self.number(ceiling).filter(|&most| number > most).map(|_| MonthFault::Exceeds(ceiling))
            }
        }
    }

    /// All faults in the order of the form.
    pub fn faults(&self, span: Span) -> Vec<(MonthField, MonthFault)> {
        MonthField::ALL.iter().filter_map(|&field| Some((field, self.fault(field, span)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span() -> Span {
        Span { from: Day::new(2026, 11, 1).unwrap(), to: Day::new(2026, 11, 30).unwrap() }
    }

    fn with(field: MonthField, text: &str) -> MonthFacts {
        let mut month = MonthFacts::default();
        month.set_text(field, text.into());
        month
    }

    #[test]
    fn no_accident_has_to_be_written_as_zero() {
        assert_eq!(MonthFacts::default().fault(MonthField::Accidents, span()), Some(MonthFault::Missing));
        assert_eq!(with(MonthField::Accidents, "0").fault(MonthField::Accidents, span()), None);
    }

    #[test]
    fn absurd_numbers_are_refused() {
        for wrong in ["-1", "1000000", "很多", "1.5"] {
            assert_eq!(
                with(MonthField::Deaths, wrong).fault(MonthField::Deaths, span()),
                Some(MonthFault::NotANumber),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_day_outside_the_month_is_said() {
        let field = MonthField::PrincipalCheckDay;
        assert_eq!(with(field, "2026-12-01").fault(field, span()), Some(MonthFault::OutsidePeriod));
        assert_eq!(with(field, "2026-11-31").fault(field, span()), Some(MonthFault::NotADay));
        assert_eq!(with(field, "2026-11-30").fault(field, span()), None);
        assert_eq!(
            with(MonthField::ListsUpdated, "2026-03-01").fault(MonthField::ListsUpdated, span()),
            None,
            "lists may be older"
        );
    }

    #[test]
    fn a_part_does_not_exceed_the_whole() {
        let mut month = with(MonthField::Trained, "5");
        month.set_text(MonthField::ToTrain, "4".into());
        assert_eq!(month.fault(MonthField::Trained, span()), Some(MonthFault::Exceeds(MonthField::ToTrain)));
    }

    #[test]
    fn a_value_is_a_whole_number_or_a_text_and_nothing_else() {
        let read = |text: &str| serde_json::from_str::<MonthValue>(text);
        assert_eq!(read("7").unwrap(), MonthValue::Number(7));
        assert_eq!(read("18446744073709551615").unwrap(), MonthValue::Number(u64::MAX));
        assert_eq!(read("\"7\"").unwrap(), MonthValue::Text("7".into()));
        for other in ["-1", "1.5", "null", "true", "[7]", "{}"] {
            assert!(read(other).is_err(), "{other}");
        }
    }

    #[test]
    fn codes_are_distinct_and_read_back() {
        for &field in MonthField::ALL {
            assert_eq!(MonthField::parse(field.code()), Some(field));
            assert_eq!(serde_json::to_string(&field).unwrap(), format!("\"{}\"", field.code()));
        }
    }
}
