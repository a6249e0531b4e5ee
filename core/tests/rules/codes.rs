//! The names under which enumerations are written down.
//!
//! Signed figures, stored keys, lines for other programs, form values, public hooks. `tests/structure/codes.rs` asks
//! for every enumeration with a `code()`, and for each of its codes.

use std::fmt::Debug;

use anziping_core::catalog::TargetCode;
use anziping_core::document::office_month::{HazardEnd, RowState};
use anziping_core::document::{DocumentFault, DocumentType};
use anziping_core::enterprise::{EnterpriseField, OfficerTime, RiskClass};
use anziping_core::hazard::statistics::Stretch;
use anziping_core::hazard::{HazardField, PhotoOf, Stage, Which};
use anziping_core::month::answer::Mark;
use anziping_core::month::draft::{MonthDraft, NoPrevious};
use anziping_core::month::figures::{Block, MonthField};
use anziping_core::month::screening::Finding;
use anziping_core::office::county_months::MonthStanding;
use anziping_core::office::desk::{MandateGap, Mismatch, Verdict};
use anziping_core::office::intake::Rejection;
use anziping_core::office::matters::MatterKind;
use anziping_core::office::missing::{Came, Excuse};
use anziping_core::office::order::Order;
use anziping_core::office::other_file::OtherFile;
use anziping_core::office::placed::By;
use anziping_core::office::search::Wish;
use anziping_core::plan::ShapeKind;
use anziping_core::record::backup::PreviewState;
use anziping_core::register::{Colour, Method};
use anziping_core::score::total::ScoreGrade;
use anziping_core::seal::Sha256;
use anziping_core::signer::{Cause, Role};
use anziping_core::value::day::Day;
use serde::Serialize;

/// The codes are these.
fn pinned<T: Copy>(code: fn(T) -> &'static str, all: &[(T, &str)]) {
    for (value, pinned) in all {
        assert_eq!(code(*value), *pinned);
    }
}

/// The codes are these, and files have them too.
fn pinned_in_files<T: Copy + Serialize>(code: fn(T) -> &'static str, all: &[(T, &str)]) {
    pinned(code, all);
    for (value, pinned) in all {
        assert_eq!(serde_json::to_value(value).unwrap(), **pinned);
    }
}

/// Each code is read as what it was written for, and nothing else is.
fn reads_back<T: Copy + PartialEq + Debug>(parse: fn(&str) -> Option<T>, all: &[(T, &str)]) {
    for (value, pinned) in all {
        assert_eq!(parse(pinned), Some(*value));
        assert_eq!(parse(&format!("{pinned} ")), None);
    }
    assert_eq!(parse(""), None);
}

#[test]
fn the_codes_of_targets_name_cells_in_drafts_and_reports() {
    let keys = TargetCode::ALL.map(|code| MonthDraft::rate_key("hot-work", code));
    assert_eq!(keys, ["hot-work.P1", "hot-work.P2", "hot-work.P3", "hot-work.P4"]);
}

#[test]
fn the_codes_of_the_enterprise_stay_as_they_are() {
    use EnterpriseField as F;
    let fields = [
        (F::Name, "name"),
        (F::Uscc, "uscc"),
        (F::Address, "address"),
        (F::Village, "village"),
        (F::Office, "office"),
        (F::Industry, "industry"),
        (F::MineKind, "mine_kind"),
        (F::Workers, "workers"),
        (F::Principal, "principal"),
        (F::PrincipalPhone, "principal_phone"),
        (F::Officer, "officer"),
        (F::OfficerPhone, "officer_phone"),
        (F::OfficerTime, "officer_time"),
        (F::RiskClass, "risk_class"),
        (F::Level, "level"),
        (F::Insurance, "insurance"),
    ];
    pinned_in_files(F::code, &fields);
    assert_eq!(F::ALL, fields.map(|(field, _)| field));
    let times = [(OfficerTime::FullTime, "full_time"), (OfficerTime::PartTime, "part_time")];
    pinned_in_files(OfficerTime::code, &times);
    reads_back(OfficerTime::parse, &times);
    let classes = [(RiskClass::A, "A"), (RiskClass::B, "B"), (RiskClass::C, "C"), (RiskClass::D, "D")];
    pinned_in_files(RiskClass::code, &classes);
    reads_back(RiskClass::parse, &classes);
}

#[test]
fn the_codes_of_a_month_stay_as_they_are() {
    use Block as B;
    let blocks = [
        (B::SelfCheck, "SelfCheck"),
        (B::FourLists, "FourLists"),
        (B::Training, "Training"),
        (B::Emergency, "Emergency"),
        (B::Accidents, "Accidents"),
        (B::Investment, "Investment"),
        (B::Inspections, "Inspections"),
        (B::NextMonth, "NextMonth"),
    ];
    pinned(B::code, &blocks);
    assert_eq!(B::ALL, blocks.map(|(block, _)| block));
    let marks =
        [(Mark::Yes, "yes"), (Mark::Partly, "partly"), (Mark::No, "no"), (Mark::Unsure, "unsure"), (Mark::Na, "na")];
    pinned_in_files(Mark::code, &marks);
    assert_eq!(Mark::ALL, marks.map(|(mark, _)| mark));
    let findings =
        [(Finding::Clear, "clear"), (Finding::Suspected, "suspected"), (Finding::NotInvolved, "not_involved")];
    pinned_in_files(Finding::code, &findings);
    assert_eq!(Finding::ALL, findings.map(|(finding, _)| finding));
    let reasons = [(NoPrevious::First, "first"), (NoPrevious::Lost, "lost"), (NoPrevious::NewDevice, "new_device")];
    pinned_in_files(NoPrevious::code, &reasons);
    reads_back(NoPrevious::parse, &reasons);
    let grades = [(ScoreGrade::Excellent, "Excellent"), (ScoreGrade::Pass, "Pass"), (ScoreGrade::Fail, "Fail")];
    pinned(ScoreGrade::code, &grades);
}

#[test]
fn the_codes_of_month_fields_stay_as_they_are() {
    use MonthField as F;
    let fields = [
        (F::Checks, "checks"),
        (F::PrincipalChecks, "principal_checks"),
        (F::PrincipalCheckDay, "principal_check_day"),
        (F::CheckPeople, "check_people"),
        (F::CheckScope, "check_scope"),
        (F::CheckBasis, "check_basis"),
        (F::DutyListVersion, "duty_list_version"),
        (F::RiskListVersion, "risk_list_version"),
        (F::PostListVersion, "post_list_version"),
        (F::DailyListVersion, "daily_list_version"),
        (F::ListsUpdated, "lists_updated"),
        (F::PostsSigned, "posts_signed"),
        (F::PostsTotal, "posts_total"),
        (F::Trained, "trained"),
        (F::ToTrain, "to_train"),
        (F::NewWorkersPassed, "new_workers_passed"),
        (F::NewWorkers, "new_workers"),
        (F::CertificatesValid, "certificates_valid"),
        (F::CertificatesNeeded, "certificates_needed"),
        (F::CertificatesExpiring, "certificates_expiring"),
        (F::PlanState, "plan_state"),
        (F::Drills, "drills"),
        (F::SuppliesChecked, "supplies_checked"),
        (F::Accidents, "accidents"),
        (F::Deaths, "deaths"),
        (F::SeriousInjuries, "serious_injuries"),
        (F::MinorInjuries, "minor_injuries"),
        (F::NearMisses, "near_misses"),
        (F::Spent, "spent"),
        (F::SpentYear, "spent_year"),
        (F::ExpenseDue, "expense_due"),
        (F::ExpenseSet, "expense_set"),
        (F::InspectionFindings, "inspection_findings"),
        (F::InspectionFixed, "inspection_fixed"),
        (F::InspectionPapers, "inspection_papers"),
        (F::OpenReasons, "open_reasons"),
        (F::HelpNeeded, "help_needed"),
        (F::NextFocus, "next_focus"),
    ];
    pinned_in_files(F::code, &fields);
    reads_back(F::parse, &fields);
    assert_eq!(F::ALL, fields.map(|(field, _)| field));
}

#[test]
fn the_codes_of_hazards_stay_as_they_are() {
    let stages = [
        (Stage::Found, "Found"),
        (Stage::Registered, "Registered"),
        (Stage::Reported, "Reported"),
        (Stage::Monitored, "Monitored"),
        (Stage::Rectifying, "Rectifying"),
        (Stage::Evaluated, "Evaluated"),
        (Stage::Closed, "Closed"),
        (Stage::Appraised, "Appraised"),
    ];
    pinned(Stage::code, &stages);
    assert_eq!(Stage::ALL, stages.map(|(stage, _)| stage));
    pinned(PhotoOf::code, &[(PhotoOf::Before, "Before"), (PhotoOf::After, "After")]);
    let filters = [
        (Which::Open, "Open"),
        (Which::DueThisWeek, "DueThisWeek"),
        (Which::Overdue, "Overdue"),
        (Which::Major, "Major"),
        (Which::All, "All"),
    ];
    pinned(Which::code, &filters);
    assert_eq!(Which::ALL, filters.map(|(filter, _)| filter));
    assert_eq!([Stretch::Quarter(2026, 4), Stretch::Year(2026)].map(Stretch::code), ["2026-q4", "2026"]);
}

#[test]
fn the_codes_of_hazard_fields_stay_as_they_are() {
    use HazardField as F;
    let fields = [
        (F::Grade, "Grade"),
        (F::Source, "Source"),
        (F::Item, "Item"),
        (F::Area, "Area"),
        (F::FoundOn, "FoundOn"),
        (F::Finder, "Finder"),
        (F::Place, "Place"),
        (F::Description, "Description"),
        (F::Criterion, "Criterion"),
        (F::AccidentType, "AccidentType"),
        (F::Cause, "Cause"),
        (F::Analysis, "Analysis"),
        (F::Owner, "Owner"),
        (F::Measures, "Measures"),
        (F::Funds, "Funds"),
        (F::Deadline, "Deadline"),
        (F::Plan, "Plan"),
        (F::Interim, "Interim"),
        (F::ReportedOn, "ReportedOn"),
        (F::RegulatorOn, "RegulatorOn"),
        (F::WorkersOn, "WorkersOn"),
        (F::Rectification, "Rectification"),
        (F::RectifiedOn, "RectifiedOn"),
        (F::AcceptedBy, "AcceptedBy"),
        (F::AcceptedOn, "AcceptedOn"),
        (F::Acceptance, "Acceptance"),
        (F::ConsentOn, "ConsentOn"),
        (F::ClosedOn, "ClosedOn"),
        (F::Appraisal, "Appraisal"),
        (F::AppraisedOn, "AppraisedOn"),
    ];
    pinned(F::code, &fields);
    assert_eq!(F::ALL.len(), fields.len());
}

#[test]
fn the_codes_of_risks_and_plans_stay_as_they_are() {
    let methods = [(Method::LsA, "LsA"), (Method::LsB, "LsB"), (Method::Lec, "Lec")];
    pinned(Method::code, &methods);
    reads_back(Method::parse, &methods);
    let colours =
        [(Colour::Blue, "Blue"), (Colour::Yellow, "Yellow"), (Colour::Orange, "Orange"), (Colour::Red, "Red")];
    pinned(Colour::code, &colours);
    let kinds = [(ShapeKind::Room, "room"), (ShapeKind::Area, "area"), (ShapeKind::Point, "point")];
    pinned_in_files(ShapeKind::code, &kinds);
}

#[test]
fn the_codes_of_signers_stay_as_they_are() {
    let causes = [(Cause::Lost, "lost"), (Cause::Leaked, "leaked"), (Cause::Left, "left"), (Cause::Unused, "unused")];
    pinned_in_files(Cause::code, &causes);
    reads_back(Cause::parse, &causes);
    assert_eq!(Cause::ALL, causes.map(|(cause, _)| cause));
    let roles = [(Role::Principal, "principal"), (Role::Preparer, "preparer"), (Role::Office, "office")];
    pinned_in_files(Role::code, &roles);
    reads_back(Role::parse, &roles);
}

#[test]
fn the_codes_of_restoring_stay_as_they_are() {
    use PreviewState as P;
    let states = [
        (P::New, "New"),
        (P::Same, "Same"),
        (P::BackupNewer, "BackupNewer"),
        (P::BackupOlder, "BackupOlder"),
        (P::Conflict, "Conflict"),
        (P::Damaged, "Damaged"),
        (P::ReadOnlyNewer, "ReadOnlyNewer"),
    ];
    pinned(P::code, &states);
}

#[test]
fn the_codes_of_an_office_s_month_stay_as_they_are() {
    use RowState as R;
    let states = [
        (R::Counted, "counted"),
        (R::TakenIn, "taken_in"),
        (R::Unregistered, "unregistered"),
        (R::Forked, "forked"),
        (R::Mismatched, "mismatched"),
        (R::Demo, "demo"),
        (R::Refused, "refused"),
        (R::NotSent, "not_sent"),
        (R::Stopped, "stopped"),
        (R::Deregistered, "deregistered"),
        (R::Exempt, "exempt"),
    ];
    pinned_in_files(R::code, &states);
    use HazardEnd as H;
    let ends = [
        (H::Gone, "gone"),
        (H::Downgraded, "downgraded"),
        (H::NoReport, "no_report"),
        (H::Open, "open"),
        (H::Closed, "closed"),
    ];
    pinned_in_files(H::code, &ends);
    let (by, on) = (2, Day::parse("2026-11-21").unwrap());
    let standings = [
        (MonthStanding::Counts, "counts"),
        (MonthStanding::Replaced { by }, "replaced"),
        (MonthStanding::Forked, "forked"),
        (MonthStanding::SetAside, "set-aside"),
        (MonthStanding::UnknownKey { has_another: false }, "unknown-key"),
        (MonthStanding::OfAnother { registered: String::new() }, "of-another"),
        (MonthStanding::OutOfUse { on }, "out-of-use"),
    ];
    for (standing, pinned) in &standings {
        assert_eq!(standing.code(), *pinned);
    }
}

#[test]
fn the_codes_of_the_desk_s_lists_stay_as_they_are() {
    use MatterKind as M;
    let matters = [
        (M::Harm, "harm"),
        (M::Help, "help"),
        (M::Cap, "cap"),
        (M::Lead, "lead"),
        (M::Contradiction, "contradiction"),
        (M::Difference, "difference"),
        (M::Inspection, "inspection"),
        (M::Reasons, "reasons"),
        (M::Short, "short"),
        (M::Closed, "closed"),
    ];
    pinned(M::code, &matters);
    assert_eq!(M::ALL, matters.map(|(matter, _)| matter));
    let own = [(Wish::Remark, "remark"), (Wish::Late, "late"), (Wish::Month, "month")];
    let wishes = [own.as_slice(), &matters.map(|(matter, code)| (Wish::Matter(matter), code))].concat();
    pinned(Wish::code, &wishes);
    reads_back(Wish::parse, &wishes.into_iter().filter(|(wish, _)| Wish::ALL.contains(wish)).collect::<Vec<_>>());
    pinned(By::code, &[(By::Class, "Class"), (By::Village, "Village"), (By::Industry, "Industry")]);
    use Came as C;
    let came = [
        (C::Nothing, "nothing"),
        (C::Refused, "refused"),
        (C::Demo, "demo"),
        (C::Mismatched, "mismatched"),
        (C::Forked, "forked"),
        (C::Unregistered, "unregistered"),
    ];
    pinned_in_files(C::code, &came);
    let excuses = [(Excuse::Stopped, "stopped"), (Excuse::Deregistered, "deregistered"), (Excuse::Exempt, "exempt")];
    pinned_in_files(Excuse::code, &excuses);
    reads_back(Excuse::parse, &excuses);
    assert_eq!(Excuse::ALL, excuses.map(|(excuse, _)| excuse));
}

#[test]
fn the_codes_of_verdicts_stay_as_they_are() {
    let (hash, on) = (Sha256::of(b""), Day::parse("2026-11-21").unwrap());
    let verdicts = [
        (Verdict::Trusted, "trusted"),
        (Verdict::Unregistered, "unregistered"),
        (Verdict::Mismatched { what: Mismatch::AnotherKey }, "mismatched"),
        (Verdict::Rejected, "rejected"),
        (Verdict::Duplicate { of: 0 }, "duplicate"),
        (Verdict::Superseded { by: hash }, "superseded"),
        (Verdict::Forked { with: vec![] }, "forked"),
        (Verdict::Demo, "demo"),
        (Verdict::NotAReport, "other"),
    ];
    for (verdict, pinned) in &verdicts {
        assert_eq!(verdict.code(), *pinned);
    }
    let mismatches = [
        (Mismatch::AnotherKey, "another_key"),
        (Mismatch::Revoked { on, reason: String::new() }, "revoked"),
        (Mismatch::Replaced { on }, "replaced"),
        (Mismatch::Role { registered: Role::Office }, "role"),
        (Mismatch::Holder { registered: String::new() }, "holder"),
        (Mismatch::Mandate { from: on, until: on, gap: MandateGap::Period }, "mandate"),
        (Mismatch::MandateUncompared { from: on, until: on }, "mandate_uncompared"),
        (Mismatch::DeputyOverrules, "deputy_overrules"),
        (Mismatch::Enterprise { registered: String::new() }, "enterprise"),
    ];
    for (mismatch, pinned) in &mismatches {
        assert_eq!(mismatch.code(), *pinned);
    }
}

#[test]
fn the_codes_of_what_is_refused_stay_as_they_are() {
    let id = String::new;
    let faults = [
        (DocumentFault::Shape { detail: id() }, "shape"),
        (DocumentFault::Days, "days"),
        (DocumentFault::Revision, "revision"),
        (DocumentFault::SealedAt, "sealed_at"),
        (DocumentFault::Signers, "signers"),
        (DocumentFault::Hash, "hash"),
        (DocumentFault::Twice { id: id() }, "twice"),
        (DocumentFault::Remarks, "remarks"),
        (DocumentFault::Rows { of: id() }, "rows"),
        (DocumentFault::Sum { figure: id() }, "sum"),
    ];
    for (fault, pinned) in &faults {
        assert_eq!(fault.code(), *pinned);
    }
    let newer = Rejection::NewerProgram { doc_type: DocumentType::Report, version: (2, 0), signers: vec![] };
    let content = Rejection::Content { doc_type: None, fault: DocumentFault::Days, signers: vec![] };
    let rejections = [
        (Rejection::KeyBackup, "key_backup"),
        (Rejection::DisguisedName, "disguised_name"),
        (newer, "newer_program"),
        (content, "days"),
    ];
    for (rejection, pinned) in &rejections {
        assert_eq!(rejection.code(), *pinned);
    }
}

#[test]
fn the_codes_of_orders_stay_as_they_are() {
    let orders = ["handed-over", "gravest", "name", "village", "total", "signed", "received"];
    assert_eq!(Order::ALL.map(Order::code), orders);
    assert_eq!(orders.map(Order::parse), Order::ALL.map(Some));
}

#[test]
fn the_codes_of_other_files_stay_as_they_are() {
    let files = [
        (OtherFile::Picture, "picture"),
        (OtherFile::Film, "film"),
        (OtherFile::Pdf, "pdf"),
        (OtherFile::Excel, "excel"),
        (OtherFile::Word, "word"),
        (OtherFile::Slides, "slides"),
        (OtherFile::OldOffice, "old-office"),
        (OtherFile::Zip, "zip"),
        (OtherFile::Packed, "packed"),
    ];
    pinned(OtherFile::code, &files);
    assert_eq!(OtherFile::ALL, files.map(|(file, _)| file));
}
