//! The same fact is asked once: points, criteria and figures of the month that other answers give.

use anziping_core::enterprise::{Enterprise, EnterpriseField, OfficerTime};
use anziping_core::hazard::{Grade, Hazard};
use anziping_core::month::answer::{Answer, Level, Mark, Reading, Status};
use anziping_core::month::assessment::Assessment;
use anziping_core::month::contradiction::{Clash, contradictions};
use anziping_core::month::draft::MonthDraft;
use anziping_core::month::figures::MonthField;
use anziping_core::month::screening::{Finding, Outcome, Screened};
use anziping_core::review::{Review, ReviewFinding as Found, ReviewPlace};

use crate::small::{builtin, counted, day, demo_month, marked, november};

/// A furniture workshop with dust and hot work, and nothing answered.
fn workshop() -> (Enterprise, MonthDraft) {
    let facts = ["hot_work", "combustible_dust", "wood_dust", "contractors", "special_operations", "other_light"];
    let enterprise = Enterprise {
        industry: "light_industry".into(),
        workers: "22".into(),
        facts: facts.map(str::to_owned).into(),
        ..Enterprise::default()
    };
    (enterprise, MonthDraft::new(november(), anziping_core::edition::builtin::reference().unwrap()))
}

fn point(enterprise: &Enterprise, draft: &MonthDraft, id: &str) -> Option<Status> {
    let assessment = Assessment::of_draft(builtin(), enterprise, draft);
    assessment.derived(builtin().points().find(|point| point.id == id).unwrap())
}

fn outcome(enterprise: &Enterprise, draft: &MonthDraft, id: &str) -> Outcome {
    let assessment = Assessment::of_draft(builtin(), enterprise, draft);
    assessment.looked(builtin().criterion(id).unwrap()).unwrap().outcome
}

fn screened(finding: Finding) -> Screened {
    Screened { finding: Some(finding), confirmed_on: Some(day("2026-11-20")), ..Screened::default() }
}

const YES: Option<Status> = Some(Status::Answered(Reading::Level(Level::Yes)));
const NO: Option<Status> = Some(Status::Answered(Reading::Level(Level::No)));

#[test]
fn certificates_are_asked_once_and_known_in_five_places() {
    let (enterprise, mut draft) = workshop();
    assert_eq!(point(&enterprise, &draft, "hot-work.P2.1"), None, "nobody has said anything");
    assert_eq!(outcome(&enterprise, &draft, "GM10-3-2"), Outcome::Unchecked);
    draft.answers.insert("J07".into(), counted(2, 2));
    assert_eq!(point(&enterprise, &draft, "hot-work.P2.1"), YES);
    assert_eq!(outcome(&enterprise, &draft, "GM10-3-2"), Outcome::Clear);
    draft.answers.insert("J07".into(), counted(1, 2));
    assert_eq!(point(&enterprise, &draft, "hot-work.P2.1"), None, "which of the two is asked there");
    assert_eq!(outcome(&enterprise, &draft, "GM10-3-2"), Outcome::Suspected);
    let assessment = Assessment::of_draft(builtin(), &enterprise, &draft);
    let figures = [MonthField::CertificatesValid, MonthField::CertificatesNeeded].map(|field| assessment.figure(field));
    assert_eq!(figures, [Some(1), Some(2)], "and nobody types them for the month");
}

#[test]
fn who_was_trained_again_is_counted_once_and_known_to_the_month() {
    let (enterprise, mut draft) = workshop();
    draft.month.set_text(MonthField::Trained, "22".into());
    draft.month.set_text(MonthField::ToTrain, "22".into());
    draft.answers.insert("J05".into(), counted(19, 22));
    let assessment = Assessment::of_draft(builtin(), &enterprise, &draft);
    let figures = [MonthField::Trained, MonthField::ToTrain].map(|field| assessment.figure(field));
    assert_eq!(figures, [Some(19), Some(22)], "whatever an earlier program let people type there");
}

#[test]
fn dust_is_asked_once_and_a_little_of_it_has_to_be_looked_at() {
    let (enterprise, mut draft) = workshop();
    for (mark, of_point, of_criterion) in [
        (Mark::Yes, YES, Outcome::Clear),
        (Mark::No, NO, Outcome::Suspected),
        // Partly is a sign only, so that the criterion and the point are asked by themselves.
        (Mark::Partly, None, Outcome::Unchecked),
    ] {
        draft.answers.insert("X23".into(), marked(mark));
        assert_eq!(point(&enterprise, &draft, "combustible-dust.P4.2"), of_point, "{mark:?}");
        assert_eq!(outcome(&enterprise, &draft, "GM10-11-10"), of_criterion, "{mark:?}");
    }
}

#[test]
fn ten_criteria_answer_the_point_that_asks_whether_they_were_gone_through() {
    let (enterprise, mut draft) = workshop();
    draft.answers.insert("X23".into(), marked(Mark::Yes));
    let applying = |id: &str| builtin().criterion(id).unwrap().applies(&enterprise.profile(builtin()));
    let ids: Vec<String> = (1..=9).map(|n| format!("GM10-11-{n}")).filter(|id| applying(id)).collect();
    assert_eq!(ids.len(), 8, "without that of metal dust");
    for id in &ids {
        assert_eq!(point(&enterprise, &draft, "combustible-dust.P4.1"), None, "before {id}");
        draft.screening.insert(id.clone(), screened(Finding::Clear));
    }
    assert_eq!(point(&enterprise, &draft, "combustible-dust.P4.1"), YES);
    draft.screening.insert("GM10-11-7".into(), screened(Finding::Suspected));
    assert_eq!(point(&enterprise, &draft, "combustible-dust.P4.1"), NO);
    assert_eq!(point(&enterprise, &draft, "combustible-dust.P3.4"), NO, "zone 20 as well");
}

#[test]
fn what_follows_from_a_carried_answer_waits_with_it() {
    let (enterprise, mut draft) = workshop();
    draft.answers.insert("J07".into(), Answer { carried: true, ..counted(2, 2) });
    let status = point(&enterprise, &draft, "hot-work.P2.1").unwrap();
    assert!(status.is_carried(), "{status:?}");
}

#[test]
fn an_item_that_is_not_asked_decides_nothing() {
    let (mut enterprise, mut draft) = workshop();
    enterprise.facts.remove("special_operations");
    draft.answers.insert("J07".into(), counted(2, 2));
    draft.screening.insert("GM10-3-2".into(), screened(Finding::Suspected));
    assert_eq!(point(&enterprise, &draft, "hot-work.P2.1"), None);
    assert_eq!(outcome(&enterprise, &draft, "GM10-3-2"), Outcome::Suspected, "it is asked by itself");
}

#[test]
fn points_and_criteria_of_other_kinds_of_dust_are_not_asked() {
    let asked = |kinds: &[&str], point: &str, criterion: &str| {
        let (mut enterprise, draft) = workshop();
        enterprise.facts.remove("wood_dust");
        enterprise.facts.extend(kinds.iter().map(|kind| (*kind).to_owned()));
        let assessment = Assessment::of_draft(builtin(), &enterprise, &draft);
        let point = builtin().points().find(|other| other.id == point).unwrap();
        (point.applies.holds(&assessment.profile), builtin().criterion(criterion).unwrap().applies(&assessment.profile))
    };
    let of_metal = |kinds: &[&str]| asked(kinds, "combustible-dust.P3.5", "GM10-11-9");
    assert_eq!(of_metal(&["wood_dust"]), (false, false));
    assert_eq!(of_metal(&["metal_dust", "wood_dust"]), (true, true));
    assert_eq!(of_metal(&[]), (true, true), "who named no kind is asked for all of them");
}

#[test]
fn a_furniture_workshop_is_not_asked_what_is_about_other_trades() {
    let (mut enterprise, draft) = demo_month();
    enterprise.industry = "light_industry".into();
    let facts = [
        "hot_work",
        "temporary_power",
        "combustible_dust",
        "hazardous_chemicals",
        "maintenance",
        "contractors",
        "wood_dust",
        "other_chemicals",
        "assessment_exempt",
        "other_light",
        "no_piping_hot_work",
        "dry_sites",
        "no_tenants",
        "special_equipment",
        "special_operations",
        "solvent_paint",
        "listed_alarms",
        "occupational_hazards",
    ];
    enterprise.facts = facts.map(str::to_owned).into();
    let assessment = Assessment::of_draft(builtin(), &enterprise, &draft);
    let areas = builtin().areas.iter().filter(|area| assessment.profile.facts.contains(&area.fact));
    let points = areas.flat_map(|area| &area.targets).flat_map(|target| &target.points);
    let points = points.filter(|point| point.applies.holds(&assessment.profile)).map(|point| point.text.as_str());
    let criteria = assessment.criteria().map(|listed| listed.criterion.text.as_str());
    let asked: Vec<&str> = points.chain(criteria).collect();
    assert!(asked.len() > 100, "{}", asked.len());
    for about in ["建材", "剧毒", "每三年", "置换并加盲板", "白酒", "造纸", "玻璃", "锂", "液氨", "筒型储", "煤气"]
    {
        let of_it: Vec<_> = asked.iter().filter(|text| text.contains(about)).collect();
        assert!(of_it.is_empty(), "{about}: {of_it:?}");
    }
}

#[test]
fn what_waits_to_be_looked_at_leaves_its_criterion_undecided() {
    let (mut enterprise, mut draft) = demo_month();
    enterprise.industry = "light_industry".into();
    enterprise.facts.insert("solvent_paint".into());
    draft.answers.insert("X25".into(), marked(Mark::Unsure));
    let assessment = Assessment::of_draft(builtin(), &enterprise, &draft);
    let looked = assessment.looked(builtin().criterion("GM10-8-6").unwrap()).unwrap();
    assert_eq!(looked.item.map(|item| item.id.as_str()), Some("X25"));
    assert_eq!(looked.outcome, Outcome::Undecided, "待核实 beside 不存在 cannot be said");
}

#[test]
fn the_signed_report_says_what_follows_with_the_day_of_the_look() {
    let (enterprise, mut draft) = demo_month();
    draft.points.remove("hot-work.P2.1");
    let looked = draft.answers["J07"].confirmed_on;
    let report = crate::reports::report_of(&enterprise, &draft);
    let hot_work = report.areas.iter().find(|area| area.id == "hot-work").unwrap();
    let answer = hot_work.points.iter().find(|point| point.id == "hot-work.P2.1").unwrap();
    assert_eq!((answer.mark, answer.confirmed_on), (Some(Mark::Yes), looked));
}

fn review(enterprise: &Enterprise, draft: &MonthDraft) -> Review {
    Review::of(&Assessment::of_draft(builtin(), enterprise, draft), enterprise, draft)
}

#[test]
fn a_suspicion_whose_record_was_closed_cannot_be_signed() {
    let (enterprise, mut draft) = demo_month();
    assert!(review(&enterprise, &draft).may_be_signed());
    let lead = draft.hazards.iter_mut().find(|hazard| hazard.lead == "GM10-11-6").unwrap();
    (lead.stage, lead.closed_on) = (anziping_core::hazard::Stage::Closed, Some(day("2026-11-25")));
    let place = ReviewPlace::Screening(Some("GM10-11-6".into()));
    let found = |draft: &MonthDraft| review(&enterprise, draft).problems.iter().any(|(at, _)| *at == place);
    assert!(found(&draft));
    // Whoever signs it with another program is found out at the desk.
    let at_the_desk = |draft: &MonthDraft| {
        contradictions(&crate::reports::report_of(&enterprise, draft).parts().assessment(builtin()))
    };
    let kinds = |draft: &MonthDraft| at_the_desk(draft).into_iter().map(|found| found.kind).collect::<Vec<_>>();
    assert!(kinds(&draft).contains(&Clash::NoRecord));
    let mut met = draft.clone();
    met.answers.insert("X22".into(), marked(Mark::Yes));
    assert!(kinds(&met).contains(&Clash::MetBesideSuspicion), "{:?}", kinds(&met));
    draft.screening.get_mut("GM10-11-6").unwrap().ask_again();
    assert!(!found(&draft), "closing asks for the criterion again");
    let assessment = Assessment::of_draft(builtin(), &enterprise, &draft);
    assert_eq!(assessment.looked(builtin().criterion("GM10-11-6").unwrap()).unwrap().outcome, Outcome::Unchecked);
}

#[test]
fn yes_beside_an_open_major_hazard_of_the_same_matter_cannot_be_signed() {
    let (enterprise, mut draft) = demo_month();
    let clash = |draft: &MonthDraft| {
        let found = |(place, finding): &(ReviewPlace, Found)| {
            *place == ReviewPlace::Item("X22".into()) && matches!(finding, Found::Contradiction(_))
        };
        review(&enterprise, draft).problems.iter().any(found)
    };
    assert!(!clash(&draft), "否 beside it is no contradiction");
    draft.answers.insert("X22".into(), marked(Mark::Yes));
    assert!(clash(&draft));
    draft.hazards.retain(|hazard| hazard.item != "X22");
    assert!(clash(&draft), "the criterion alone is enough");
    draft.screening.insert("GM10-11-6".into(), screened(Finding::Clear));
    assert!(!clash(&draft));
}

#[test]
fn a_pair_of_the_check_list_is_told_and_only_blocks_where_it_says_so() {
    let (enterprise, mut draft) = demo_month();
    draft.month.set_text(MonthField::Deaths, "1".into());
    let (blocking, _) = review(&enterprise, &draft).problems.into_iter().next().unwrap();
    assert_eq!(blocking, ReviewPlace::Month(MonthField::Accidents));
    draft.month.set_text(MonthField::Accidents, "1".into());
    assert!(review(&enterprise, &draft).may_be_signed());
    let warnings = review(&enterprise, &draft).warnings;
    assert!(
        warnings.iter().any(|(place, finding)| *place == ReviewPlace::Item("C03".into())
            && matches!(finding, Found::Contradiction(told) if told.other == "ledger.overdue")),
        "a reminder: {warnings:?}"
    );
}

#[test]
fn the_part_time_officer_of_the_form_is_no_full_time_one() {
    let clash = |industry: &str, workers: &str, time: OfficerTime, mark: Mark| {
        let (sound, mut draft) = demo_month();
        let enterprise =
            Enterprise { industry: industry.into(), workers: workers.into(), officer_time: Some(time), ..sound };
        draft.answers.insert("Z03".into(), marked(mark));
        let told = |(place, finding): (ReviewPlace, Found)| match finding {
            Found::Contradiction(told) if place == ReviewPlace::Item("Z03".into()) => Some(told),
            _ => None,
        };
        let told = review(&enterprise, &draft).problems.into_iter().find_map(told);
        let report = crate::reports::report_of(&enterprise, &draft);
        let at_the_desk = contradictions(&report.parts().assessment(builtin()));
        assert_eq!(at_the_desk.into_iter().find(|seen| seen.one == "Z03"), told, "the desk finds what the page finds");
        told.map(|told| ReviewPlace::of_id(builtin(), &told.other))
    };
    let to_the_form = Some(Some(ReviewPlace::Enterprise(EnterpriseField::OfficerTime)));
    assert_eq!(clash("mine", "35", OfficerTime::PartTime, Mark::Yes), to_the_form);
    assert_eq!(clash("machinery", "101", OfficerTime::PartTime, Mark::Yes), to_the_form);
    assert_eq!(clash("mine", "35", OfficerTime::FullTime, Mark::Yes), None);
    assert_eq!(clash("mine", "35", OfficerTime::PartTime, Mark::No), None);
    assert_eq!(clash("machinery", "100", OfficerTime::PartTime, Mark::Yes), None, "a part-time officer is enough");
}

#[test]
fn a_lead_carries_the_area_and_item_of_its_criterion_and_an_untouched_one_is_known() {
    let (enterprise, _) = workshop();
    let profile = enterprise.profile(builtin());
    let of = |id: &str| Hazard::of_lead(builtin().criterion(id).unwrap(), builtin(), &profile, Some(day("2026-11-20")));
    let lead = of("GM10-11-10");
    assert_eq!((lead.area.as_str(), lead.item.as_str()), ("combustible-dust", "X23"));
    assert_eq!(lead.grade, Some(Grade::Major));
    assert_eq!(of("GM10-9-2").area, "", "an area that the enterprise does not have is not named");
    let kept = Hazard { id: "2026-11-07".into(), found_on: Some(day("2026-11-03")), ..lead.clone() };
    assert!(kept.is_untouched(&lead));
    let found_by = |finder: &str| Hazard { finder: finder.into(), ..lead.clone() };
    assert!(kept.is_untouched(&found_by("李四")), "earlier programs opened it without a finder");
    assert!(found_by("李四").is_untouched(&found_by("李四")) && !found_by("王五").is_untouched(&found_by("李四")));
    assert!(!Hazard { place: "砂光间".into(), ..kept }.is_untouched(&lead));
}
