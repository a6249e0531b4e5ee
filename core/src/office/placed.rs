//! Groups enterprises by village, risk class and industry, by the office's list or the report.
//!
//! The office's own list counts, the report where the list is silent.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::document::report::ReportedEnterprise;
use crate::enterprise::RiskClass;
use crate::registry::listed::ListedDetails;
use crate::value::code::codes;
use crate::value::fold::{fold, fold_class};
use crate::value::uscc::UnifiedCode;

/// The office's list: details of each enterprise.
pub type OfficeList = BTreeMap<UnifiedCode, ListedDetails>;

/// The attribute by which reports are grouped.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum By {
    /// Risk class A to D.
    Class,
    /// Village or community.
    Village,
    /// The industry by its name.
    Industry,
}

codes! { By { Class = "Class", Village = "Village", Industry = "Industry" } }

impl By {
    crate::listed! {
        /// All, in the order in which they are shown.
        pub ALL: Village, Class, Industry
    }
}

/// The value that counts for an enterprise, and the report's own where it differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Belonging<'a> {
    /// The value that counts at the desk; empty where neither says anything.
    pub counts: Cow<'a, str>,
    /// The value in the report where that differs.
    pub stated: Option<Cow<'a, str>>,
}

/// The office's list, and the names of industries: reports give them by fact id.
#[derive(Clone, Copy)]
pub struct Places<'a> {
    /// The list's details of each enterprise.
    pub listed: &'a OfficeList,
    /// The name of an industry by its fact id.
    pub industry: &'a dyn Fn(&str) -> Option<String>,
}

impl Places<'_> {
    /// Finds the group to which an enterprise belongs.
    pub fn of<'a>(&'a self, by: By, enterprise: &'a ReportedEnterprise) -> Belonging<'a> {
        let details = self.listed.get(&enterprise.uscc);
        let (listed, stated) = match by {
            By::Class => {
                let stated = enterprise.risk_class.map_or("", RiskClass::code);
                (details.map(|details| class(&details.risk_class)), stated.into())
            }
            By::Village => (details.map(|details| details.village.trim()), Cow::from(enterprise.village.trim())),
            By::Industry => {
                let id = enterprise.industry.as_str();
                (details.map(|details| details.industry.trim()), (self.industry)(id).map_or(id.into(), Cow::from))
            }
        };
        match listed.filter(|listed| !listed.is_empty()) {
            None => Belonging { counts: stated, stated: None },
            Some(listed) => {
                let differs = !stated.is_empty() && !is_same(by, listed, &stated);
                Belonging { counts: listed.into(), stated: differs.then_some(stated) }
            }
        }
    }
}

/// Compares two words. Of an industry one may be the beginning of the other: 机械 and 机械制造.
fn is_same(by: By, one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    one == other || (by == By::Industry && (one.starts_with(&other) || other.starts_with(&one)))
}

/// The letter in a class as offices write it (`B`, `b 级`, `Ｂ类`); another text as it is.
fn class(text: &str) -> &str {
    let bare = fold_class(text);
    let letter = RiskClass::ALL.into_iter().map(RiskClass::code).find(|letter| letter.eq_ignore_ascii_case(&bare));
    letter.unwrap_or(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_known_as_offices_write_it() {
        for text in ["B", " b级", "Ｂ类", "B 级"] {
            assert_eq!(class(text), "B");
        }
        assert_eq!((class(" 较大风险 "), class("E")), ("较大风险", "E"));
    }

    #[test]
    fn villages_are_the_same_by_their_whole_names_and_industries_by_their_beginnings() {
        assert!(is_same(By::Village, "东 村", "东村") && !is_same(By::Village, "东村", "东村新区"));
        assert!(is_same(By::Industry, "机械", "机械制造") && !is_same(By::Industry, "家具", "机械制造"));
    }
}
