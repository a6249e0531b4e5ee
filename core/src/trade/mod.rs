//! The tables of the trade.
//!
//! What people of the trade write in `catalog/trade`, checked and put here by the build script.
//!
//! A table is looked up by what its rows say, never by a place in it. [`Season`], [`Activity`], [`Category`],
//! [`CertificateKind`], [`PermitKind`] and [`SpecialLedger`] have a value for each row, which records, calendars and
//! addresses keep by the id of the row.

use anziping_catalog::{Confidence, Count, Facts, Rule};
use serde::{Deserialize, Serialize};

use crate::hazard::statistics::{DueDays, StatisticsFigure};

/// A place in a law or standard, as people read it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LegalSource {
    /// Id of the document in the check list.
    pub document: &'static str,
    /// Document and article: 安全生产法第22条第一款.
    pub said: &'static str,
    /// How well it is known.
    pub confidence: Confidence,
}

/// To whom a row applies: a rule over the facts of the enterprise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct When(&'static str);

impl When {
    /// Returns whether it holds. The build has read every rule; one that cannot be read holds for nobody.
    pub fn holds(self, facts: &dyn Facts) -> bool {
        Rule::parse(self.0).is_ok_and(|rule| rule.holds(facts))
    }

    /// Returns whether the rule asks for a fact.
    pub fn names(self, fact: &str) -> bool {
        Rule::parse(self.0).is_ok_and(|rule| rule.facts().contains(fact))
    }
}

/// A duty of the enterprise or of a post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Duty {
    /// The duty, as it is printed.
    pub what: &'static str,
    /// To whom it applies.
    pub when: When,
    /// The sources of the duty.
    pub basis: &'static [LegalSource],
}

/// The field of the enterprise that names the holder of a post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holder {
    /// 主要负责人.
    Principal,
    /// 安全员.
    Officer,
}

/// A post with its duties.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DutyPost {
    /// Its name.
    pub name: &'static str,
    /// How [`Task::who`] and [`CommonRisk::who`] call whoever holds it.
    pub called: &'static [&'static str],
    /// The holder, where the enterprise names one.
    pub holder: Option<Holder>,
    /// Where there is such a post.
    pub when: When,
    /// Its duties.
    pub duties: &'static [Duty],
}

/// The enterprises that need a safety officer with no other work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FullTime {
    /// The enterprises that need one.
    pub when: When,
    /// The sentence beside the choice of an officer who has other work too.
    pub said: &'static str,
    /// The sources of the rule.
    pub basis: &'static [LegalSource],
}

/// How often something is done that comes more often than the month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Often {
    /// 每班.
    Shift,
    /// 每天.
    Day,
    /// 每周.
    Week,
}

/// Something done each shift, day or week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Task {
    /// How often.
    pub often: Often,
    /// The work, as the list is printed.
    pub what: &'static str,
    /// By whom.
    pub who: &'static str,
    /// The record that shows that it was done.
    pub record: &'static str,
    /// Where it is done.
    pub when: When,
    /// The sources; empty for practice of the trade.
    pub basis: &'static [LegalSource],
}

/// A major risk that is common in an industry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CommonRisk {
    /// Place or activity.
    pub place: &'static str,
    /// The danger.
    pub danger: &'static str,
    /// The measures against it.
    pub measures: &'static str,
    /// The person responsible.
    pub who: &'static str,
    /// How often it is looked at.
    pub often: Often,
    /// Where it is found.
    pub when: When,
    /// The sources of the measures; empty for practice of the trade.
    pub basis: &'static [LegalSource],
}

/// When a season is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SeasonSpan {
    /// From a day of the year to another, month and day.
    ///
    /// Into the next year where the second lies before the first.
    Days {
        /// First day.
        from: (u8, u8),
        /// Last day.
        to: (u8, u8),
    },
    /// So many days around the first day of the lunar year.
    Festival {
        /// Days before.
        before: u8,
        /// Days after.
        after: u8,
    },
}

/// A check of a season besides the usual ones.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeasonCheck {
    /// The thing to look at, as it is printed.
    pub what: &'static str,
    /// By whom.
    pub when: When,
}

/// A season with checks of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SeasonRow {
    /// Its name in calendars that were exported.
    pub id: &'static str,
    /// 汛期.
    pub name: &'static str,
    /// When it is.
    pub span: SeasonSpan,
    /// The checks of the season.
    pub checks: &'static [SeasonCheck],
}

/// A licence, policy or report with a last day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Licence {
    /// Its name in records and in calendars that were exported.
    pub id: &'static str,
    /// 采矿许可证.
    pub name: &'static str,
    /// The enterprises that have it.
    pub when: When,
    /// So many days before its last day one begins to renew it.
    pub lead_days: u8,
    /// Advice for the time before it ends.
    pub todo: &'static str,
    /// The sources; empty for practice of the trade.
    pub basis: &'static [LegalSource],
}

/// The base of a rate of safety expenses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Base {
    /// Last year's revenue, by bands: upper bound in yuan, rate in hundredths of a percent.
    Revenue(&'static [(u64, u64)]),
    /// The output of the month: yuan a tonne.
    Tonnes(u64),
}

/// An activity with a rate of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ActivityRow {
    /// 机械制造.
    pub name: &'static str,
    /// The rate.
    pub base: Base,
    /// The sources of the rate.
    pub basis: &'static [LegalSource],
}

/// A kind of certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CertificateRow {
    /// Its name in records and in calendars that were exported.
    pub id: &'static str,
    /// 特种作业操作证.
    pub name: &'static str,
    /// The count of items that its holders go into.
    pub counts: Option<Count>,
    /// The sources of the certificate.
    pub basis: &'static [LegalSource],
}

/// Hours of training for a post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hours {
    /// Code of the post.
    pub post: &'static str,
    /// Code of the kind of training.
    pub training: &'static str,
    /// Hours in the usual trades; `None` where no rule has a figure.
    pub usual: Option<u32>,
    /// Hours in the dangerous trades.
    pub high_risk: u32,
    /// The sources of the hours.
    pub basis: &'static [LegalSource],
}

/// How often a kind of plan is drilled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DrillRule {
    /// On-site plans; else comprehensive and special ones.
    pub on_site: bool,
    /// Within so many months.
    pub months: u32,
    /// Within so many months where [`HALF_YEARLY`] holds.
    pub half_yearly_months: u32,
    /// The sources of the rule.
    pub basis: &'static [LegalSource],
}

/// A ledger of things that a law asks for by themselves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpecialLedgerRow {
    /// Its name in addresses and in public hooks.
    pub id: &'static str,
    /// 特种设备台账.
    pub name: &'static str,
    /// The enterprises that keep it.
    pub when: When,
    /// So many days before a day of an entry one is reminded.
    pub lead_days: u8,
    /// Advice for the time before a day of it is due.
    pub todo: &'static str,
    /// The duty to keep it, as the law has it.
    pub duty: &'static str,
    /// The sources of the duty.
    pub basis: &'static [LegalSource],
}

/// A paper that a law asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Paper {
    /// The form that is printed.
    pub id: &'static str,
    /// The duty that comes with the paper, and by when.
    pub duty: &'static str,
    /// The sources of the duty.
    pub basis: &'static [LegalSource],
}

/// A row of the statutory table of hazards.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StatisticsRow {
    /// The thing that is counted.
    pub what: &'static str,
    /// The unit.
    pub unit: &'static str,
    /// The figure.
    pub figure: StatisticsFigure,
}

/// Rows of the statutory table that belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StatisticsGroup {
    /// 一般事故隐患.
    pub name: &'static str,
    /// Its rows, in the order they are printed.
    pub rows: &'static [StatisticsRow],
    /// The sources of these rows.
    pub basis: &'static [LegalSource],
}

/// A kind of accident, with what papers on the wall say about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Danger {
    /// 机械致害.
    pub name: &'static str,
    /// Other words of people that mean it.
    pub words: &'static [&'static str],
    /// The harm that may come of it.
    pub result: &'static str,
    /// The usual measures against it.
    pub measures: &'static str,
    /// The protection to wear against it.
    pub protection: &'static str,
    /// The steps once it has happened.
    pub emergency: &'static [&'static str],
    /// Ids of the signs that belong to it.
    pub signs: &'static [&'static str],
}

/// The kinds of accidents that a text names, in the order of the table.
///
/// A word that was recognised counts once: 粉尘爆炸 is not 爆炸 as well.
pub fn dangers(text: &str) -> Vec<&'static Danger> {
    let mut rest = text.to_owned();
    let mut found = Vec::new();
    for danger in &DANGERS {
        let words = || std::iter::once(danger.name).chain(danger.words.iter().copied());
        if words().any(|word| rest.contains(word)) {
            words().for_each(|word| rest = rest.replace(word, " "));
            found.push(danger);
        }
    }
    found
}

/// The four kinds of safety signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SignKind {
    /// 禁止.
    Prohibition,
    /// 警告.
    Warning,
    /// 指令.
    Mandatory,
    /// 提示.
    Safe,
}

impl SignKind {
    crate::listed! {
        /// All, in the order they are offered.
        pub ALL: Prohibition, Warning, Mandatory, Safe
    }
}

/// A safety sign that can be printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sign {
    /// The name of its pictogram.
    pub id: &'static str,
    /// Its shape and colours.
    pub kind: SignKind,
    /// The text on the sign.
    pub text: &'static str,
    /// The enterprises to which it is proposed whatever their risk points are.
    pub when: Option<When>,
}

/// A gas that is measured before and during work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GasRow {
    /// 氧气.
    pub name: &'static str,
    /// %VOL.
    pub unit: &'static str,
    /// The lowest reading that is allowed, in hundredths.
    pub low: Option<u32>,
    /// The highest reading that is allowed, in hundredths.
    pub high: Option<u32>,
    /// The sources of the limits.
    pub basis: &'static [LegalSource],
}

/// A level of a kind of work that needs a permit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PermitLevel {
    /// 一级.
    pub name: &'static str,
    /// Where it is offered.
    pub when: When,
    /// So many hours a permit is valid.
    pub hours: u32,
    /// The approver, as it is printed.
    pub approver: &'static str,
    /// Whether gases have to be measured.
    pub tested: bool,
    /// The counts of items that it goes into.
    pub counts: &'static [Count],
    /// The sources of the hours; empty where the enterprise sets them.
    pub basis: &'static [LegalSource],
}

/// A field that one kind of permit asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PermitField {
    /// Its name, by which records keep what was written.
    pub name: &'static str,
    /// Texts that are often written.
    pub usual: &'static [&'static str],
}

/// A measure that is confirmed one by one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PermitMeasure {
    /// Its name in records.
    pub id: &'static str,
    /// The measure, as it is printed.
    pub what: &'static str,
}

/// Which gases are measured for a kind of work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PermitTest {
    /// The gases.
    pub gases: &'static [Gas],
    /// At most so many minutes before work begins.
    pub minutes: u32,
    /// Further rules, as they are printed.
    pub said: &'static str,
    /// The sources for gases and times.
    pub basis: &'static [LegalSource],
}

/// A form of work permit (作业票).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PermitForm {
    /// Its name in records.
    pub id: &'static str,
    /// 动火.
    pub name: &'static str,
    /// Title of the printed form.
    pub title: &'static str,
    /// Id of the high-risk area whose P3 it goes into; empty for none.
    pub area: &'static str,
    /// The enterprises that have such work as a rule.
    pub when: When,
    /// Words in the certificates its workers need; empty where none is asked for.
    pub certificate: &'static [&'static str],
    /// Its levels, the usual one first.
    pub levels: &'static [PermitLevel],
    /// Fields of its own.
    pub fields: &'static [PermitField],
    /// The gases to measure.
    pub test: Option<PermitTest>,
    /// Measures.
    pub measures: &'static [PermitMeasure],
    /// The things to look at when the work is done.
    pub finish: &'static [&'static str],
    /// The signers.
    pub sign: &'static [&'static str],
    /// The sources of the form.
    pub basis: &'static [LegalSource],
}

/// Looks up the paper of this id.
pub fn paper(id: &str) -> Option<&'static Paper> {
    PAPERS.iter().find(|paper| paper.id == id)
}

mod tables {
    #![allow(missing_docs, reason = "the types say what the rows are")]

    use super::*;

    include!(concat!(env!("OUT_DIR"), "/trade.rs"));
}

pub use tables::*;

/// Everything the tables cite, for the page that shows what rests on a document.
pub fn sources() -> impl Iterator<Item = &'static LegalSource> {
    let duties = DUTIES.iter().chain(POSTS.iter().flat_map(|post| post.duties)).flat_map(|duty| duty.basis);
    let work = DAILY.iter().flat_map(|task| task.basis).chain(RISKS.iter().flat_map(|risk| risk.basis));
    let money = Activity::ALL.into_iter().flat_map(|activity| activity.row().basis);
    let certificates = CertificateKind::ALL.into_iter().flat_map(|kind| kind.row().basis);
    let people = HOURS.iter().flat_map(|row| row.basis).chain(DRILLS.iter().flat_map(|row| row.basis));
    let days = LICENCES.iter().flat_map(|licence| licence.basis).chain(SEASONS_BASIS).chain(FULL_TIME_OFFICER.basis);
    let ledgers = SpecialLedger::ALL.into_iter().flat_map(|ledger| ledger.row().basis);
    let papers = PAPERS.iter().flat_map(|paper| paper.basis).chain(ledgers);
    let papers = papers.chain(STATISTICS.iter().flat_map(|group| group.basis));
    let forms = PermitKind::ALL.into_iter().map(PermitKind::row);
    let permits = forms.flat_map(|form| {
        let tests = form.test.iter().map(|test| test.basis);
        form.levels.iter().map(|level| level.basis).chain(tests).chain([form.basis])
    });
    let gases = Gas::ALL.into_iter().map(|gas| gas.row().basis);
    let permits = permits.chain(gases).flatten();
    duties.chain(work).chain(money).chain(certificates).chain(people).chain(days).chain(papers).chain(permits)
}
