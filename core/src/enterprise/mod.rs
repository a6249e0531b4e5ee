//! The enterprise as its safety officer describes it, and the facts that decide which questions apply.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `field` | the table of the form's fields: what each takes and where it is kept |
//! | `fault` | what is wrong with a field |
//! | `profile` | the facts by which rules decide |

mod fault;
mod field;
mod profile;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use self::fault::EnterpriseFault;
pub use self::field::{EnterpriseField, EnterpriseFieldKind};
pub use self::profile::Profile;
use crate::value::code::codes;
use crate::value::period::Rhythm;

/// An enterprise, exactly as typed; [`Enterprise::faults`] says what is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Enterprise {
    /// Registered name.
    pub name: String,
    /// 统一社会信用代码 as typed.
    pub uscc: String,
    /// Place of production.
    pub address: String,
    /// Village or community (村居).
    pub village: String,
    /// Safety office of the subdistrict that receives the report (安管办).
    pub office: String,
    /// Fact id of the industry, or empty.
    pub industry: String,
    /// Number of workers including dispatched ones (安全生产法 28②), as typed.
    pub workers: String,
    /// 主要负责人.
    pub principal: String,
    /// Telephone of the principal.
    pub principal_phone: String,
    /// 安全员.
    pub officer: String,
    /// Telephone of the safety officer.
    pub officer_phone: String,
    /// Whether the safety officer does nothing else (安全生产法 24).
    pub officer_time: Option<OfficerTime>,
    /// 风险类别 A (lowest) to D (highest), as the office set it.
    pub risk_class: Option<RiskClass>,
    /// Standardisation level held and its last day, in words.
    pub level: String,
    /// Work-safety liability insurance (安责险), in words.
    pub insurance: String,
    /// Ids of the facts that hold: asked ones and high-risk areas.
    pub facts: BTreeSet<String>,
    /// When the month ends and when the report is due.
    pub rhythm: Rhythm,
}

/// 专职 or 兼职.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OfficerTime {
    /// 专职.
    FullTime,
    /// 兼职.
    PartTime,
}

/// Accident risk of the enterprise from low to high. Not a risk colour and not a score grade.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum RiskClass {
    /// Lowest.
    A,
    /// Lower.
    B,
    /// Higher.
    C,
    /// Highest.
    D,
}

impl OfficerTime {
    crate::listed! {
        /// Both, in the order they are offered.
        pub ALL: FullTime, PartTime
    }
}

codes! { read OfficerTime { FullTime = "full_time", PartTime = "part_time" } }

impl RiskClass {
    crate::listed! {
        /// From low to high.
        pub ALL: A, B, C, D
    }
}

// The letters by which offices and forms name them.
codes! { read RiskClass { A = "A", B = "B", C = "C", D = "D" } }
