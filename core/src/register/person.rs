//! A person: post, training, certificates, the high-risk areas worked in.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::aside::{Aside, RowSaid};
use super::content::Choice;
use super::entry::register_columns;
use super::licence::{licence_of, work_of};
use super::{Entry, Registers};
use crate::trade::CERTIFICATE_WORDS;
pub use crate::trade::{CertificateKind, WARN_DAYS};
use crate::value::count::parse_count;
use crate::value::day::Day;
use crate::value::fold::fold;
use crate::value::slot::{Slot, slot};

/// An entry of the register of people.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Person {
    /// Number of the entry.
    pub id: String,
    /// Name; stays in the browser.
    pub name: String,
    /// Their post.
    pub post: Post,
    /// The training that is due.
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
    /// The system that it belongs to.
    pub kind: CertificateKind,
    /// The work: 低压电工, 叉车.
    pub work: String,
    /// Number of the certificate; stays in the browser.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Last day, or day of the next review; `None` while there is no certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Day>,
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
    /// Judges the certificate on `day`.
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

    /// Returns whether the certificate is valid on `day`.
    pub fn holds(&self, day: Day) -> bool {
        self.valid_until.is_some_and(|last| last >= day)
    }
}

impl Person {
    /// Hours done; `None` when the field is empty or not a whole number.
    pub fn hours_done(&self) -> Option<u32> {
        parse_count(&self.hours).ok()
    }

    /// Returns whether all certificates are valid on `day`.
    pub fn is_certified(&self, day: Day) -> bool {
        self.certificates.iter().all(|certificate| certificate.holds(day))
    }
}

const POST: Choice<Person, Post> = Choice {
    slot: slot!(post),
    words: &[
        (Post::Principal, &["主要负责人", "法定代表人", "厂长", "总经理"]),
        (Post::Officer, &["安全生产管理人员", "安全管理", "安全员", "安管"]),
        (Post::Worker, &["其他从业人员", "从业人员", "工人", "员工", "操作工"]),
    ],
    offered: &[Post::Worker, Post::Officer, Post::Principal],
    applies: |_| true,
};
const TRAINING: Choice<Person, Training> = Choice {
    slot: slot!(training),
    words: &[
        (Training::Initial, &["初次培训或岗前三级教育", "初次", "岗前", "三级", "新员工"]),
        (Training::Yearly, &["每年再培训", "再培训", "年度", "复训", "继续教育"]),
    ],
    offered: &[Training::Yearly, Training::Initial],
    applies: |_| true,
};
const KIND: Choice<Certificate, CertificateKind> =
    Choice { slot: slot!(kind), words: &CERTIFICATE_WORDS, offered: &CertificateKind::ALL, applies: |_| true };

register_columns! { Person, PersonColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号"];
    Name "name" Needed Own(Line(slot!(name))) => ["姓名", "人员姓名", "员工姓名", "持证人", "名字"];
    Post "post" Detail Own(Choice(&POST)) => ["岗位", "人员类别", "岗位类别", "职务", "岗位名称"];
    Training "training" Detail Own(Choice(&TRAINING)) => ["应做的培训", "培训类别", "培训类型"];
    JoinedOn "joined" Detail Own(Day(slot!(joined_on))) => [
        "到岗日期", "入职日期", "入厂日期", "进厂日期", "入职时间", "入厂时间",
    ];
    Hours "hours" Detail Own(Count(slot!(hours))) => ["已完成学时", "完成学时", "培训学时", "学时"];
    Areas "areas" Detail Own(Areas(slot!(areas))) => ["高风险作业", "参加的高风险作业", "涉及高风险作业"];
    Kind "kind" Detail Part(Choice(&KIND)) => [
        "证书种类", "证书类别", "证书类型", "证书名称", "证件名称", "证件类型",
    ];
    Work "work" Detail Part(Line(slot!(Certificate, work))) => [
        "作业项目", "作业类别", "操作项目", "准操项目", "作业种类",
    ];
    Number "number" Detail Part(Line(slot!(Certificate, number))) => [
        "证书编号", "证号", "证件编号", "证件号码", "操作证号", "操作证编号", "证书号", "证书号码", "档案编号",
    ];
    ValidUntil "until" Detail Part(Day(slot!(Certificate, valid_until))) => [
        "有效期至", "有效期", "有效期限", "证书有效期", "到期日期", "到期日", "有效日期", "到期时间", "有效期止",
    ];
}

impl Entry for Person {
    type Column = PersonColumn;
    type Part = Certificate;
    const LIST: Slot<Registers, Vec<Self>> = slot!(people);
    const NUMBER: Slot<Self, String> = slot!(id);
    const PARTS: Option<Slot<Self, Vec<Certificate>>> = Some(slot!(certificates));
    const LAST_DAYS: &'static [PersonColumn] = &[PersonColumn::ValidUntil];
    const ASIDE: &'static [(Aside, &'static [&'static str])] = &[
        (Aside::Trade, &["工种", "岗位工种", "从事工种", "作业工种"]),
        (Aside::Review, &["复审日期", "应复审日期", "下次复审日期", "复审时间", "应复审时间"]),
        (Aside::Identity, &["身份证号", "身份证号码", "身份证", "公民身份号码"]),
        (Aside::Staff, &["工号", "员工编号", "人员编号"]),
        (Aside::Phone, &["联系电话", "电话", "手机", "手机号", "手机号码"]),
        (Aside::Sex, &["性别"]),
    ];

    /// A certificate is one that somebody has or that the rules ask of the trade; no other trade lacks one.
    fn settle_row(&mut self, said: &mut RowSaid<PersonColumn>) {
        let mut take = |column: PersonColumn| {
            let known =
                said.strange.iter().position(|(strange, text)| *strange == column && licence_of(text).is_some());
            known.map(|at| said.strange.remove(at).1)
        };
        let (name, post) = (take(PersonColumn::Kind), take(PersonColumn::Post));
        let trade = said.aside.get(&Aside::Trade).cloned().or(post).unwrap_or_default();
        let has = |column: PersonColumn| said.given.contains(&column);
        let other = said.strange.iter().any(|(column, _)| *column == PersonColumn::Kind);
        let told = [PersonColumn::Kind, PersonColumn::Work, PersonColumn::Number, PersonColumn::ValidUntil];
        let is_told = name.is_some() || told.into_iter().any(has);
        let mut certificate = self.certificates.first().cloned().unwrap_or_default();
        let by_name = name.as_deref().and_then(licence_of);
        let by_work = licence_of(&certificate.work).or_else(|| licence_of(&trade));
        self.certificates.clear();
        // Certificates of neither system, such as health certificates, are not counted.
        if other && by_work.is_none() || !is_told && by_work.is_none() {
            return;
        }
        if !has(PersonColumn::Kind) {
            certificate.kind = by_name.or(by_work).unwrap_or_default();
        }
        if by_name.or(by_work).is_some() && !has(PersonColumn::Kind) {
            said.given.push(PersonColumn::Kind);
        }
        if certificate.work.is_empty() {
            let of_name = name.as_deref().map_or("", work_of);
            certificate.work = if of_name.is_empty() { trade } else { of_name.to_owned() };
        }
        self.certificates.push(certificate);
    }

    fn is_same(&self, row: &Self) -> bool {
        let numbers = |person: &Self| -> Vec<String> {
            person.certificates.iter().map(|one| fold(&one.number)).filter(|number| !number.is_empty()).collect()
        };
        let own = numbers(self);
        numbers(row).iter().any(|number| own.contains(number))
    }

    /// Renews the certificate for the same work, or adds it.
    ///
    /// A list that does not say the kind means the one that is there.
    fn take_parts(&mut self, given: &[PersonColumn], row: &Self) {
        let says_kind = given.contains(&PersonColumn::Kind);
        for certificate in &row.certificates {
            let same = |own: &&mut Certificate| {
                fold(&own.work) == fold(&certificate.work)
                    && (own.kind == certificate.kind || !says_kind && !own.work.trim().is_empty())
            };
            match self.certificates.iter_mut().find(same) {
                Some(own) => {
                    own.valid_until = certificate.valid_until.or(own.valid_until);
                    if !certificate.number.is_empty() {
                        own.number.clone_from(&certificate.number);
                    }
                }
                None => self.certificates.push(certificate.clone()),
            }
        }
    }
}
