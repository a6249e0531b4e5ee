//! A person: post, training, certificates, the high-risk areas worked in.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::month::answer::parse_count;
use crate::value::day::Day;

/// Days before its last day from which a certificate is warned of: enough for an application and an examination.
pub const WARN_DAYS: i32 = 60;

/// An entry of the register of people.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Number of the entry.
    pub id: String,
    /// Name; stays in the browser.
    pub name: String,
    /// Post.
    pub post: Post,
    /// Which training is due.
    pub training: Training,
    /// First day at work here; decides whether somebody is new this month.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub joined_on: Option<Day>,
    /// Hours done, as typed.
    pub hours: String,
    /// Certificates the work asks for, those that are missing included.
    pub certificates: Vec<Certificate>,
    /// Ids of the high-risk areas this person works in, permits or watches.
    pub areas: BTreeSet<String>,
}

/// Post of a person, as far as rules tell them apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// 主要负责人.
    Principal,
    /// 安全生产管理人员.
    Officer,
    /// 其他从业人员.
    #[default]
    Worker,
}

/// Which training is due.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Training {
    /// Before beginning the post: 初次 or 岗前三级教育.
    Initial,
    /// 每年再培训.
    #[default]
    Yearly,
}

/// A certificate that somebody needs.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Certificate {
    /// Which system it belongs to.
    pub kind: CertificateKind,
    /// The work: 低压电工, 叉车.
    pub work: String,
    /// Last day, or day of the next review; `None` while there is no certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
}

/// The two systems of certificates.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateKind {
    /// 特种作业 (19号令).
    #[default]
    SpecialOperation,
    /// 特种设备作业人员.
    SpecialEquipment,
}

/// How a certificate stands on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CertificateState {
    /// None is there.
    Missing,
    /// Its last day has passed.
    Expired,
    /// It ends within [`WARN_DAYS`]; so many days are left, 0 on the last one.
    Ending(i32),
    /// It holds.
    Valid,
}

impl Certificate {
    /// How it stands on `day`.
    pub fn standing(&self, day: Day) -> CertificateState {
        match self.valid_until {
            None => CertificateState::Missing,
            Some(last) if last < day => CertificateState::Expired,
            Some(last) => match day.days_until(last) {
                left if left <= WARN_DAYS => CertificateState::Ending(left),
                _ => CertificateState::Valid,
            },
        }
    }

    /// Whether it may be worked with on `day`.
    pub fn holds(&self, day: Day) -> bool {
        self.valid_until.is_some_and(|last| last >= day)
    }
}

impl Person {
    /// Hours done; `None` when the field is empty or not a whole number.
    pub fn hours_done(&self) -> Option<u32> {
        parse_count(&self.hours).ok()
    }

    /// Whether this person needs a certificate of a kind.
    pub fn needs(&self, kind: CertificateKind) -> bool {
        self.certificates.iter().any(|certificate| certificate.kind == kind)
    }

    /// Whether all certificates of a kind, or of both kinds for `None`, hold on `day`.
    pub fn is_certified(&self, kind: Option<CertificateKind>, day: Day) -> bool {
        let asked = |certificate: &&Certificate| kind.is_none_or(|kind| certificate.kind == kind);
        self.certificates.iter().filter(asked).all(|certificate| certificate.holds(day))
    }
}
