//! The fields of the enterprise's form: one table of what each takes and where it is kept.

use serde::{Deserialize, Serialize};

use super::{Enterprise, OfficerTime, RiskClass};
use crate::value::slot::{Slot, slot};
use crate::value::uscc::UnifiedCode;

/// The kinds of content of an enterprise's fields.
///
/// Every text is of one line and at most [`LINE_MAX`](crate::value::line::LINE_MAX) long.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EnterpriseFieldKind {
    /// A text.
    Line,
    /// A telephone number.
    Phone,
    /// 统一社会信用代码.
    CreditCode,
    /// The fact id of an industry.
    Industry,
    /// Facts: the kinds of mine.
    MineKinds,
    /// A number of people, at least 1.
    Workers,
    /// 专职 or 兼职.
    OfficerTime,
    /// 风险类别.
    RiskClass,
}

/// Where a field is kept.
enum Access {
    Text(Slot<Enterprise, String>),
    OfficerTime(Slot<Enterprise, Option<OfficerTime>>),
    RiskClass(Slot<Enterprise, Option<RiskClass>>),
    /// Among the facts.
    Facts,
}

macro_rules! access {
    (MineKinds facts) => {
        Access::Facts
    };
    (OfficerTime $member:ident) => {
        Access::OfficerTime(slot!($member))
    };
    (RiskClass $member:ident) => {
        Access::RiskClass(slot!($member))
    };
    ($text:ident $member:ident) => {
        Access::Text(slot!($member))
    };
}

macro_rules! enterprise_fields {
    ($($field:ident $code:literal $required:literal $kind:ident $member:ident),* $(,)?) => {
        /// A field of the form.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "each is the field of Enterprise of the same name")]
        pub enum EnterpriseField { $(#[serde(rename = $code)] $field),* }

        impl EnterpriseField {
            /// All fields in the order of the form.
            pub const ALL: &[Self] = &[$(Self::$field),*];

            /// Name of the form field; part of the public hooks.
            pub fn code(self) -> &'static str { match self { $(Self::$field => $code),* } }

            /// Returns whether a report cannot be signed without this field.
            pub fn is_required(self) -> bool { match self { $(Self::$field => $required),* } }

            /// The kind of content that the field takes.
            pub fn kind(self) -> EnterpriseFieldKind { match self { $(Self::$field => EnterpriseFieldKind::$kind),* } }

            fn access(self) -> Access { match self { $(Self::$field => access!($kind $member)),* } }
        }
    };
}

// Field, name in the form, whether it is required, what it takes, where it is kept.
enterprise_fields! {
    Name "name" true Line name,
    Uscc "uscc" true CreditCode uscc,
    Address "address" true Line address,
    Village "village" false Line village,
    Office "office" true Line office,
    Industry "industry" true Industry industry,
    MineKind "mine_kind" false MineKinds facts,
    Workers "workers" true Workers workers,
    Principal "principal" true Line principal,
    PrincipalPhone "principal_phone" false Phone principal_phone,
    Officer "officer" true Line officer,
    OfficerPhone "officer_phone" false Phone officer_phone,
    OfficerTime "officer_time" true OfficerTime officer_time,
    RiskClass "risk_class" false RiskClass risk_class,
    Level "level" false Line level,
    Insurance "insurance" false Line insurance,
}

impl Enterprise {
    /// The text or chosen code of a field; empty for the kinds of mine, which are a set of facts.
    pub fn text(&self, field: EnterpriseField) -> &str {
        match field.access() {
            Access::Text(text) => (text.of)(self),
            Access::OfficerTime(time) => (time.of)(self).map_or("", OfficerTime::code),
            Access::RiskClass(class) => (class.of)(self).map_or("", RiskClass::code),
            Access::Facts => "",
        }
    }

    /// Puts a typed or chosen value into a field.
    ///
    /// An unknown code clears a chosen field; the kinds of mine are set through the facts.
    pub fn set_text(&mut self, field: EnterpriseField, value: String) {
        match field.access() {
            Access::Text(text) => {
                // A complete code is kept as it is printed on the licence: capitals, without spaces.
                let code = (field.kind() == EnterpriseFieldKind::CreditCode).then(|| UnifiedCode::parse(&value).ok());
                *(text.of_mut)(self) = code.flatten().map_or(value, |code| code.as_str().to_owned());
            }
            Access::OfficerTime(time) => *(time.of_mut)(self) = OfficerTime::parse(&value),
            Access::RiskClass(class) => *(class.of_mut)(self) = RiskClass::parse(&value),
            Access::Facts => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_read_back_and_no_other_field_changes() {
        for &field in EnterpriseField::ALL {
            let value = match field.kind() {
                EnterpriseFieldKind::OfficerTime => "part_time",
                EnterpriseFieldKind::RiskClass => "C",
                EnterpriseFieldKind::MineKinds => "",
                EnterpriseFieldKind::Line
                | EnterpriseFieldKind::Phone
                | EnterpriseFieldKind::CreditCode
                | EnterpriseFieldKind::Industry
                | EnterpriseFieldKind::Workers => "一些文字",
            };
            let mut enterprise = Enterprise::default();
            enterprise.set_text(field, value.into());
            assert_eq!(enterprise.text(field), value, "{field:?}");
            let others = EnterpriseField::ALL.iter().filter(|&&other| other != field);
            assert!(others.copied().all(|other| enterprise.text(other).is_empty()), "{field:?}");
        }
    }

    #[test]
    fn a_complete_credit_code_is_kept_as_the_licence_prints_it() {
        let mut enterprise = Enterprise::default();
        enterprise.set_text(EnterpriseField::Uscc, " 9131 0000 ma1fl0000n ".into());
        assert_eq!(enterprise.uscc, "91310000MA1FL0000N");
        enterprise.set_text(EnterpriseField::Uscc, " 9131 ".into());
        assert_eq!(enterprise.uscc, " 9131 ", "an incomplete one stays as typed");
    }

    #[test]
    fn names_in_the_form_are_distinct() {
        let codes: std::collections::BTreeSet<_> = EnterpriseField::ALL.iter().map(|field| field.code()).collect();
        assert_eq!(codes.len(), EnterpriseField::ALL.len());
    }
}
