//! Answers of the invented month. What is not named here is in order.

use anziping_catalog::{Catalogue, Kind, TargetCode};

use super::day;
use crate::enterprise::Enterprise;
use crate::month::answer::{Answer, Mark};
use crate::month::assessment::Assessment;
use crate::month::draft::MonthDraft;
use crate::month::figures::MonthField;
use crate::month::screening::{Finding, Screened};

/// Marks other than 是, with a note or, for 不适用, the reason.
const MARKS: [(&str, Mark, &str); 7] = [
    ("Z07", Mark::Partly, "考核做了，奖罚还没有兑现到个人"),
    ("D08", Mark::Unsure, "去年的评估记录正在找"),
    ("Y02", Mark::Unsure, "是否需要备案已向街道询问"),
    ("X16", Mark::Partly, "台账齐全，沉淀池告知牌看不清"),
    ("X20", Mark::No, "协议已签，定期检查没有坚持"),
    ("X22", Mark::No, "铝件抛光线除尘器缺锁气卸灰装置，已停用"),
    ("C01", Mark::Na, "投产不满一年，首次年度自评还没有到期"),
];

/// Counts of the ratio items; items that come into the catalogue later count 1 of 1.
///
/// Those on hazards agree with the ledger of the demo, Z11 with its figures of the month.
const COUNTS: [(&str, u32, u32); 32] = [
    ("Z06", 34, 36),
    ("Z12", 36, 36),
    ("D04", 22, 22),
    ("J02", 2, 2),
    ("J04", 2, 2),
    ("J05", 33, 36),
    ("J06", 1, 1),
    ("J07", 8, 8),
    ("J08", 4, 4),
    ("J09", 6, 6),
    ("J11", 5, 6),
    ("X02", 29, 30),
    ("X04", 5, 5),
    ("X07", 19, 20),
    ("X10", 24, 24),
    ("X13", 16, 16),
    ("X14", 3, 3),
    ("X15", 21, 21),
    ("X17", 4, 4),
    ("X18", 6, 6),
    ("X19", 2, 2),
    ("X28", 18, 18),
    ("S02", 32, 32),
    ("S03", 7, 7),
    ("S06", 5, 5),
    ("S09", 8, 8),
    ("S10", 3, 4),
    ("S12", 3, 3),
    ("Y03", 1, 1),
    ("Y05", 16, 16),
    ("Y06", 10, 10),
    ("C03", 4, 4),
];

/// Counts of P1 to P3 by area.
const RATES: [(&str, [(u32, u32); 3]); 7] = [
    ("hot-work", [(6, 6), (5, 5), (21, 21)]),
    ("confined-space", [(5, 5), (6, 6), (3, 4)]),
    ("temporary-power", [(5, 5), (4, 4), (8, 9)]),
    ("lifting", [(4, 4), (3, 3), (4, 5)]),
    ("combustible-dust", [(7, 7), (4, 5), (5, 6)]),
    ("maintenance", [(4, 4), (6, 6), (6, 6)]),
    ("contractors", [(3, 3), (6, 6), (1, 2)]),
];

/// Points of the areas that are not simply met, with a note or reason.
const POINTS: [(&str, Mark, &str); 9] = [
    ("combustible-dust.P1.5", Mark::Na, "本月没有新建、改建、扩建项目"),
    ("combustible-dust.P3.3", Mark::No, "缺锁气卸灰装置"),
    ("combustible-dust.P4.1", Mark::No, "第（六）项不符，已列入台账"),
    ("confined-space.P3.2", Mark::Partly, "沉淀池告知牌看不清"),
    ("temporary-power.P3.2", Mark::Partly, "下料区有一处拖地"),
    ("lifting.P3.2", Mark::No, "二号跨行车防脱钩装置变形"),
    ("lifting.P4.4", Mark::No, "一条逾期，等配件"),
    ("maintenance.P3.6", Mark::Na, "不是建材企业，没有窑、磨、筒仓"),
    ("contractors.P3.4", Mark::Partly, "检查不定期，记录不全"),
];

/// Answers every question that applies.
pub(super) fn fill(draft: &mut MonthDraft, catalogue: &Catalogue, enterprise: &Enterprise) {
    let span = draft.span(enterprise);
    // Looked at in the last third of the month, a few questions a day.
    let looked = |index: usize| i32::try_from(index % 6).map_or(20, |later| 20 + later);
    let confirmed = |index: usize, answer: Answer| Answer { confirmed_on: Some(day(span, looked(index))), ..answer };

    let assessment = Assessment::of_draft(catalogue, enterprise, draft);
    let items = assessment.items().enumerate().map(|(index, item)| {
        let answer = marked(&MARKS, &item.id).unwrap_or_else(|| match item.kind {
            Kind::Level | Kind::YesNo => Answer { mark: Some(Mark::Yes), ..Answer::default() },
            Kind::Ratio => {
                let counts = COUNTS.iter().find(|(id, ..)| *id == item.id);
                counts.map_or_else(|| counted(1, 1), |&(_, done, total)| counted(done, total))
            }
        });
        (item.id.clone(), confirmed(index, answer))
    });
    let items = items.collect();
    let areas: Vec<_> = assessment.areas().collect();
    let points = areas.iter().flat_map(|area| &area.targets).flat_map(|target| &target.points).enumerate();
    let points = points.map(|(index, point)| {
        let answer =
            marked(&POINTS, &point.id).unwrap_or_else(|| Answer { mark: Some(Mark::Yes), ..Answer::default() });
        (point.id.clone(), confirmed(index, answer))
    });
    let points = points.collect();
    let cells = areas.iter().flat_map(|area| {
        let counts = RATES.iter().find(|(id, _)| *id == area.id).map_or([(1, 1); 3], |(_, counts)| *counts);
        [TargetCode::P1, TargetCode::P2, TargetCode::P3]
            .into_iter()
            .zip(counts)
            .map(|(code, counts)| (area.id.as_str(), code, counts))
    });
    let rates = cells.enumerate();
    let rates = rates.map(|(index, (area, code, (done, total)))| {
        (MonthDraft::rate_key(area, code), confirmed(index, counted(done, total)))
    });
    let rates = rates.collect();
    (draft.answers, draft.points, draft.rates) = (items, points, rates);
    if let Some(expenses) = draft.answers.get_mut("Z11") {
        expenses.done = draft.month.text(MonthField::ExpenseSet).to_owned();
        expenses.total = draft.month.text(MonthField::ExpenseDue).to_owned();
    }
}

/// Criteria that are 疑似, with the defect found where the criterion names several.
///
/// The ledger has a hazard for each.
const SUSPECTED: [(&str, Option<u8>); 2] = [("GM10-3-1", Some(2)), ("GM10-11-6", None)];

/// Looks at every criterion that can apply.
pub(super) fn screen(draft: &mut MonthDraft, catalogue: &Catalogue, enterprise: &Enterprise) {
    let span = draft.span(enterprise);
    let profile = enterprise.profile(catalogue);
    let screened = catalogue.criteria().filter(|listed| listed.applies(&profile)).map(|listed| {
        let suspected = SUSPECTED.iter().find(|(id, _)| *id == listed.criterion.id);
        let finding = match listed.criterion.id.as_str() {
            _ if suspected.is_some() => Finding::Suspected,
            // It polishes; nothing is crushed, ground, granulated or sanded.
            "GM10-11-8" => Finding::NotInvolved,
            _ => Finding::Clear,
        };
        let defects = suspected.and_then(|(_, defect)| *defect).into_iter().collect();
        (
            listed.criterion.id.clone(),
            Screened { finding: Some(finding), defects, confirmed_on: Some(day(span, 21)), ..Screened::default() },
        )
    });
    draft.screening = screened.collect();
}

fn marked(marks: &[(&str, Mark, &str)], id: &str) -> Option<Answer> {
    let &(_, mark, words) = marks.iter().find(|(marked, ..)| *marked == id)?;
    let (note, reason) = if mark == Mark::Na { ("", words) } else { (words, "") };
    Some(Answer { mark: Some(mark), note: note.into(), reason: reason.into(), ..Answer::default() })
}

fn counted(done: u32, total: u32) -> Answer {
    Answer { done: done.to_string(), total: total.to_string(), ..Answer::default() }
}
