//! A contractor or tenant (承包商、承租单位): licence, agreement, briefings, and whom they send.

use serde::{Deserialize, Serialize};

use super::{LedgerDay, LedgerDue, SpecialLedger};
use crate::register::entry::register_columns;
use crate::register::{Entry, Registers};
use crate::value::day::Day;
use crate::value::period::Span;
use crate::value::slot::{Slot, slot};

/// An entry of the ledger of contractors (安全生产法49).
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Contractor {
    /// Number of the entry.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The work that it does here, or the place that it has rented.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub work: String,
    /// Its leader here; like all names, it stays in the browser.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lead: String,
    /// Its licences, with their numbers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub licence: String,
    /// Last day of the licence that runs out first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
    /// Whether somebody has looked at licences and conditions and found them to fit.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub qualified: bool,
    /// Day of the safety agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed_on: Option<Day>,
    /// Last day of the agreement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement_until: Option<Day>,
    /// Day of the last briefing of its people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub briefed_on: Option<Day>,
    /// Whom it sends.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub people: String,
    /// Day of the last inspection of its work by the enterprise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Day>,
    /// The person of the enterprise in charge of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Day on which it left; nothing is due from then on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left_on: Option<Day>,
}

impl Contractor {
    /// The last days of its licence and of the agreement; none of one that left.
    pub fn days(&self) -> Vec<LedgerDay<'_>> {
        let last = [(LedgerDue::Licence, self.valid_until), (LedgerDue::Agreement, self.agreement_until)];
        let known = last.into_iter().filter(|_| self.left_on.is_none());
        let (ledger, number, name) = (SpecialLedger::Contractors, self.id.as_str(), self.name.as_str());
        known.filter_map(|(due, day)| Some(LedgerDay { ledger, number, name, due, day: day? })).collect()
    }

    /// Returns whether it was here on some day of a month.
    pub fn is_of(&self, span: Span) -> bool {
        self.left_on.is_none_or(|left| left >= span.from)
    }

    /// Returns whether the contractor is qualified and its licence valid on `day`; one without an end is.
    pub fn is_qualified(&self, day: Day) -> bool {
        self.qualified && self.valid_until.is_none_or(|last| last >= day)
    }
}

// One firm may do several jobs under agreements of their own: the job tells two entries apart.
register_columns! { Contractor, ContractorColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号"];
    Name "name" Needed Own(Line(slot!(name))) => [
        "单位名称", "承包商", "承包单位", "承包商名称", "承租单位", "外包单位", "相关方名称", "名称",
    ];
    Work "work" Identity Own(Line(slot!(work))) => ["承包内容", "作业内容", "外包内容", "承租内容", "承包项目"];
    Lead "lead" Detail Own(Line(slot!(lead))) => ["对方负责人", "现场负责人", "负责人", "联系人"];
    Licence "licence" Detail Own(Line(slot!(licence))) => ["资质证照", "资质", "资质证书", "营业执照", "证照编号"];
    ValidUntil "valid" Detail Own(Day(slot!(valid_until))) => ["资质有效期至", "证照有效期至", "资质有效期", "有效期至"];
    Qualified "qualified" Detail Own(YesNo(slot!(qualified))) => ["资质审查合格", "资质是否合格", "审查合格"];
    AgreedOn "agreed" Detail Own(Day(slot!(agreed_on))) => ["安全协议签订日期", "协议签订日期", "签订日期"];
    AgreementUntil "agreement" Detail Own(Day(slot!(agreement_until))) => [
        "安全协议有效期至", "协议有效期至", "协议到期日", "合同到期日",
    ];
    BriefedOn "briefed" Detail Own(Day(slot!(briefed_on))) => ["教育交底日期", "入厂教育日期", "安全交底日期", "交底日期"];
    People "people" Detail Own(Lines(slot!(people))) => ["派来的人", "作业人员", "入厂人员", "人员名单"];
    CheckedOn "checked" Detail Own(Day(slot!(checked_on))) => ["最近检查日期", "检查日期"];
    Owner "owner" Detail Own(Line(slot!(owner))) => ["本企业管理人", "管理人", "对接人"];
    LeftOn "left" Detail Own(Day(slot!(left_on))) => ["撤场日期", "离场日期", "退出日期"];
}

impl Entry for Contractor {
    type Column = ContractorColumn;
    type Part = ();
    const LIST: Slot<Registers, Vec<Self>> = slot!(contractors);
    const NUMBER: Slot<Self, String> = slot!(id);
    const LAST_DAYS: &'static [ContractorColumn] = &[ContractorColumn::ValidUntil, ContractorColumn::AgreementUntil];
}
