//! The month of an office, signed for the county above it.
//!
//! It says how each enterprise stands, and what that adds up to.
//! The county has only this and never sees the reports: what it adds up are the office's verdicts.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `row` | one enterprise of the list |
//! | `followed` | a major hazard from month to month |
//! | `sums` | the rows added up |

mod followed;
mod row;
mod sums;

use std::collections::BTreeSet;

use anziping_seal::envelope::RoleRules;
use serde::{Deserialize, Serialize};

use super::signed::{OF_OFFICE, whole_seconds};
use super::{DocumentFault, SignedDocument};
use crate::signer::Signer;
use crate::value::period::Period;
use crate::value::timestamp::Timestamp;

pub use followed::{FollowedHazard, HazardEnd};
pub use row::{MetTargets, MonthRow, RowFigures, RowGroup, RowReport, RowState};
pub use sums::MonthSums;

/// What an office knows of its enterprises for one month.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct OfficeMonth {
    /// Always `wsr.month`.
    #[cfg_attr(test, schemars(extend("const" = OfficeMonth::TYPE)))]
    #[serde(rename = "type")]
    pub kind: String,
    /// Names the shape; the same for all of this major version.
    #[cfg_attr(test, schemars(extend("const" = OfficeMonth::SCHEMA)))]
    pub schema: String,
    /// `major.minor`.
    #[cfg_attr(test, schemars(regex(pattern = "^1[.](0|[1-9][0-9]*)$")))]
    pub version: String,
    /// Name of the office.
    pub office: String,
    /// The month.
    pub period: Period,
    /// 1 for the first of the month, one more for each that takes its place.
    #[cfg_attr(test, schemars(range(min = 1)))]
    pub revision: u32,
    /// Every enterprise on the office's list, 1 to 3000, none twice.
    #[cfg_attr(test, schemars(length(min = 1, max = 3000)))]
    pub enterprises: Vec<MonthRow>,
    /// Their major hazards from month to month, at most 3000.
    ///
    /// Of those that were closed, only the ones closed in the month.
    #[cfg_attr(test, schemars(length(max = 3000)))]
    pub hazards: Vec<FollowedHazard>,
    /// What rows and hazards add up to. A file that says anything else is unsound.
    pub sums: MonthSums,
    /// Time of signing by the office's clock, RFC 3339.
    #[cfg_attr(test, schemars(with = "String"))]
    pub made_at: Timestamp,
    /// The office with its key.
    #[cfg_attr(test, schemars(length(min = 1, max = 4)))]
    pub signers: Vec<Signer>,
}

impl OfficeMonth {
    /// Enterprises of one file at most, and as many hazards.
    pub const ROWS: usize = 3_000;
}

impl SignedDocument for OfficeMonth {
    const TYPE: &'static str = "wsr.month";
    const VERSION: &'static str = "1.0";
    const SCHEMA: &'static str = "https://anziping.invalid/schema/month/1.json";
    const ROLES: &'static [RoleRules] = OF_OFFICE;

    /// Time, revision, the limits, nothing twice, and the sums.
    fn check(&self) -> Result<(), DocumentFault> {
        whole_seconds(&self.made_at)?;
        if self.revision == 0 {
            return Err(DocumentFault::Revision);
        }
        let fits = (1..=Self::ROWS).contains(&self.enterprises.len()) && self.hazards.len() <= Self::ROWS;
        if !fits {
            return Err(DocumentFault::Rows { of: String::new() });
        }
        let mut codes = BTreeSet::new();
        for row in &self.enterprises {
            if !codes.insert(&row.uscc) {
                return Err(DocumentFault::Twice { id: row.uscc.to_string() });
            }
            if !row.is_sound() {
                return Err(DocumentFault::Rows { of: row.uscc.to_string() });
            }
        }
        let mut named = BTreeSet::new();
        for hazard in &self.hazards {
            if !named.insert((&hazard.uscc, &hazard.id)) {
                return Err(DocumentFault::Twice { id: hazard.id.clone() });
            }
            if !codes.contains(&hazard.uscc) || !hazard.is_sound() {
                return Err(DocumentFault::Rows { of: hazard.id.clone() });
            }
        }
        match MonthSums::of(&self.enterprises, &self.hazards).difference(&self.sums) {
            None => Ok(()),
            Some(figure) => Err(DocumentFault::Sum { figure: figure.to_owned() }),
        }
    }
}

/// Name of its file, for people.
pub fn file_name(month: &OfficeMonth) -> String {
    let office: String = month.office.chars().filter(|c| c.is_alphanumeric()).take(40).collect();
    let office = if office.is_empty() { office } else { format!("{office}-") };
    format!("{office}{}-r{}.month.json", month.period, month.revision)
}
