//! Enterprises, months and keys for the tests of this folder.

use anziping_core::catalog::{Kind, TargetCode};
use anziping_core::document::receipt::Receipt;
use anziping_core::document::report::{MonthlyReport, Signing};
use anziping_core::document::{NamedEnterprise, SIGNER_RULES, SignedDocument};
use anziping_core::edition::{CatalogueRef, Edition, Editions};
use anziping_core::enterprise::{Enterprise, OfficerTime, RiskClass};
use anziping_core::hazard::{Grade, Hazard, Stage};
use anziping_core::month::answer::{Answer, Mark};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::draft::{MonthDraft, Previous};
use anziping_core::month::figures::{FieldKind, MonthField};
use anziping_core::month::screening::{Finding, Screened};
use anziping_core::office::intake::Found;
use anziping_core::office::intake::{self, Checked, CheckedReport, Rejection};
use anziping_core::seal::envelope::{Frozen, SealedDocument};
use anziping_core::seal::json::{Normalise, Value};
use anziping_core::seal::keys::SecretKey;
use anziping_core::seal::{Sha256, value};
use anziping_core::signer::{Mandate, Role, Signer, StampedForm};
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use anziping_core::value::timestamp::Timestamp;
use anziping_core::value::uscc::UnifiedCode;
use unicode_normalization::UnicodeNormalization;

pub struct Nfc;

impl Normalise for Nfc {
    fn is_nfc(&self, text: &str) -> bool {
        unicode_normalization::is_nfc(text)
    }

    fn to_nfc(&self, text: &str) -> String {
        text.nfc().collect()
    }
}

pub fn edition() -> Edition<'static> {
    Edition::builtin().unwrap()
}

/// What a program knows that has imported nothing.
pub fn editions() -> Editions<'static> {
    Editions::new(edition())
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

pub fn time(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

/// The office's own day in these tests.
pub fn today() -> Day {
    day("2026-12-05")
}

/// A hash that is the same digit all over.
pub fn digits(digit: char) -> Sha256 {
    digit.to_string().repeat(64).parse().unwrap()
}

/// Someone with a key.
pub struct Person {
    pub role: Role,
    pub name: &'static str,
    pub key: SecretKey,
}

impl Person {
    pub fn principal(seed: u8) -> Self {
        Self { role: Role::Principal, name: "王建国", key: SecretKey::from_bytes([seed; 32]) }
    }

    pub fn preparer(seed: u8) -> Self {
        Self { role: Role::Preparer, name: "李安全", key: SecretKey::from_bytes([seed; 32]) }
    }

    /// The digits of the stamped form, that of the first enterprise.
    pub fn digits(&self) -> String {
        self.form(CODES[0], None)
    }

    /// The digits of the key alone.
    pub fn key_digits(&self) -> String {
        self.key.public().fingerprint().to_string()
    }

    /// The digits of a stamped form of an enterprise with the name of the first.
    pub fn form(&self, code: &str, mandate: Option<&Mandate>) -> String {
        self.form_named(code, &enterprise().name, mandate)
    }

    /// The digits of a stamped form.
    pub fn form_named(&self, code: &str, enterprise: &str, mandate: Option<&Mandate>) -> String {
        let (uscc, holder) = (UnifiedCode::parse(code).unwrap(), self.signer());
        StampedForm { uscc: &uscc, enterprise, mandate, holder: &holder }.digits().unwrap().to_string()
    }

    pub fn signer(&self) -> Signer {
        Signer::of_key(self.role, self.name.into(), "总经理".into(), &self.key.public())
    }
}

pub const CODES: [&str; 2] = ["91310000MA1FL0000N", "91350100M000100Y43"];

/// A machine shop with hot work and lifting.
pub fn enterprise() -> Enterprise {
    Enterprise {
        name: "上海示例机械有限公司".into(),
        uscc: CODES[0].into(),
        address: "示例路 1 号".into(),
        office: "示例街道安管办".into(),
        industry: "machinery".into(),
        workers: "36".into(),
        principal: "王建国".into(),
        officer: "李安全".into(),
        officer_time: Some(OfficerTime::PartTime),
        facts: ["hot_work", "lifting"].map(String::from).into(),
        ..Enterprise::default()
    }
}

/// A month in which everything is answered.
///
/// One item in part, one ratio of 3 in 4, two hazards of which one is overdue.
pub fn draft(enterprise: &Enterprise, month: &str) -> MonthDraft {
    draft_on(&edition(), enterprise, month)
}

/// As [`draft`], answered against another check list.
pub fn draft_on(edition: &Edition<'_>, enterprise: &Enterprise, month: &str) -> MonthDraft {
    let catalogue = edition.catalogue();
    let mut draft = MonthDraft::new(period(month), edition.reference().clone());
    let span = draft.span(enterprise);
    let yes = || Answer { mark: Some(Mark::Yes), confirmed_on: Some(span.to), ..Answer::default() };
    let ratio = |done: u32, total: u32| Answer { done: done.to_string(), total: total.to_string(), ..yes() };
    for item in catalogue.items() {
        let answer = if item.kind == Kind::Ratio { Answer { mark: None, ..ratio(5, 5) } } else { yes() };
        draft.answers.insert(item.id.clone(), answer);
    }
    let partly = catalogue.items().find(|item| item.kind == Kind::Level && item.veto.is_none()).unwrap();
    draft.answers.insert(partly.id.clone(), Answer { mark: Some(Mark::Partly), ..yes() });
    let short = catalogue.items().find(|item| item.kind == Kind::Ratio && item.veto.is_none()).unwrap();
    draft.answers.insert(short.id.clone(), Answer { mark: None, ..ratio(3, 4) });
    for listed in catalogue.criteria() {
        let clear = Screened { finding: Some(Finding::Clear), confirmed_on: Some(span.to), ..Screened::default() };
        draft.screening.insert(listed.criterion.id.clone(), clear);
    }
    for point in catalogue.points() {
        draft.points.insert(point.id.clone(), yes());
    }
    for area in &catalogue.areas {
        for code in [TargetCode::P1, TargetCode::P2, TargetCode::P3] {
            draft.rates.insert(MonthDraft::rate_key(&area.id, code), Answer { mark: None, ..ratio(4, 4) });
        }
    }
    for &field in MonthField::ALL {
        let text = match field.kind() {
            FieldKind::Date => span.from.to_string(),
            FieldKind::Text => "正常".into(),
            FieldKind::Count | FieldKind::Yuan => "1".into(),
        };
        draft.month.set_text(field, text);
    }
    let hazard = Hazard {
        id: format!("{month}-01"),
        stage: Stage::Rectifying,
        grade: Some(Grade::General),
        area: "hot-work".into(),
        found_on: Some(span.from),
        place: "焊接间".into(),
        description: "气瓶未固定".into(),
        owner: "车间主任".into(),
        measures: "加装防倒链".into(),
        deadline: Some(span.from.plus(9)),
        ..Hazard::default()
    };
    let closed = Hazard {
        id: format!("{month}-02"),
        stage: Stage::Closed,
        closed_on: Some(span.from.plus(5)),
        ..hazard.clone()
    };
    draft.hazards = vec![hazard, closed];
    draft
}

/// The month of one of many enterprises, which differ in industry, class, village, answers and hazards.
///
/// A later month is answered worse.
pub fn varied(number: usize, uscc: &UnifiedCode, month: &str) -> (Enterprise, MonthDraft) {
    let mut enterprise = Enterprise {
        uscc: uscc.to_string(),
        name: format!("示例企业{number}"),
        village: ["东村", "西村", "工业园"][number % 3].into(),
        risk_class: [RiskClass::A, RiskClass::B, RiskClass::C, RiskClass::D].get(number % 5).copied(),
        industry: ["machinery", "light", "building_materials"][number % 3].into(),
        ..enterprise()
    };
    if number.is_multiple_of(2) {
        enterprise.facts.remove("lifting");
    }
    let mut draft = draft(&enterprise, month);
    let ids: Vec<String> =
        draft.answers.iter().filter(|(_, answer)| answer.mark == Some(Mark::Yes)).map(|(id, _)| id.clone()).collect();
    let later = usize::from(period(month).month());
    for at in 0..(number + later) % 17 {
        let id = &ids[(number * 7 + at * 5) % ids.len()];
        draft.answers.insert(id.clone(), Answer { mark: Some(Mark::No), ..draft.answers[id].clone() });
    }
    for at in 0..number % 4 {
        let id = &ids[(number * 3 + at * 11 + 1) % ids.len()];
        draft.answers.insert(id.clone(), Answer { carried: true, ..draft.answers[id].clone() });
        let id = &ids[(number * 5 + at * 13 + 2) % ids.len()];
        draft.answers.insert(
            id.clone(),
            Answer { mark: Some(Mark::Na), reason: "没有这类作业".into(), ..draft.answers[id].clone() },
        );
    }
    if number.is_multiple_of(11) {
        draft.hazards.push(major_hazard(month));
    }
    (enterprise, draft)
}

pub fn major_hazard(month: &str) -> Hazard {
    let found = period(month).span(Default::default()).from;
    Hazard {
        id: format!("{month}-09"),
        stage: Stage::Monitored,
        grade: Some(Grade::Major),
        found_on: Some(found),
        place: "打磨间".into(),
        description: "除尘器未设泄爆".into(),
        deadline: Some(found.plus(40)),
        ..Hazard::default()
    }
}

/// The report of a draft, sealed on the last day of its month.
pub fn report_of(enterprise: &Enterprise, draft: &MonthDraft, people: &[&Person]) -> MonthlyReport {
    report_on(&edition(), enterprise, draft, people)
}

/// As [`report_of`], for a draft answered against another check list.
pub fn report_on(
    edition: &Edition<'_>,
    enterprise: &Enterprise,
    draft: &MonthDraft,
    people: &[&Person],
) -> MonthlyReport {
    let to = Assessment::of_draft(edition.catalogue(), enterprise, draft).span.to;
    let signing = Signing {
        sealed_at: time(&format!("{to}T17:03:00+08:00")),
        statement: "本人已审阅本表全部内容，并对其真实性负责。".into(),
        app_version: "0.1.0".into(),
        signers: people.iter().map(|person| person.signer()).collect(),
    };
    MonthlyReport::of_draft(edition.catalogue(), enterprise, draft, signing).unwrap()
}

/// The November report of [`enterprise`].
pub fn report(people: &[&Person]) -> MonthlyReport {
    report_of(&enterprise(), &draft(&enterprise(), "2026-11"), people)
}

/// A report as another program might have signed it: whatever it says, the signatures hold.
pub fn sign(document: &MonthlyReport, people: &[&Person]) -> String {
    sign_value(value::to_value(document).unwrap(), people)
}

pub fn sign_value(document: Value, people: &[&Person]) -> String {
    let frozen = Frozen::new(document, SIGNER_RULES).unwrap();
    let signatures = people.iter().map(|person| frozen.sign(&person.key)).collect();
    SealedDocument::assemble(frozen, signatures).unwrap().to_file_text()
}

pub fn check(text: &str) -> Checked {
    intake::check("收到的文件.json", text.as_bytes(), &editions(), &Nfc)
}

pub fn checked_report(text: &str) -> CheckedReport {
    match check(text).found {
        Found::Report(report) => *report,
        other => panic!("not a report: {other:?}"),
    }
}

pub fn rejection(text: &str) -> Rejection {
    match check(text).found {
        Found::Rejected(rejection) => rejection,
        other => panic!("not rejected: {other:?}"),
    }
}

/// Says where last month's document is.
pub fn previous(month: &str, sha256: Sha256) -> Option<Previous> {
    Some(Previous { period: period(month), sha256 })
}

/// A receipt for some November report.
pub fn receipt(office: &Person) -> Receipt {
    Receipt {
        kind: Receipt::TYPE.into(),
        schema: Receipt::SCHEMA.into(),
        version: Receipt::VERSION.into(),
        office: "示例街道安管办".into(),
        enterprise: NamedEnterprise {
            name: "上海示例机械有限公司".into(),
            uscc: UnifiedCode::parse(CODES[0]).unwrap(),
        },
        period: period("2026-11"),
        revision: 1,
        document_sha256: digits('1'),
        file_sha256: digits('2'),
        received_on: day("2026-12-01"),
        remarks: vec!["3 处数字与复算不一致".into()],
        issued_at: time("2026-12-01T09:00:00+08:00"),
        signers: vec![office.signer()],
    }
}

pub fn foreign_catalogue() -> CatalogueRef {
    CatalogueRef { version: "2099.01".into(), ..edition().reference().clone() }
}
