//! A report signed on another device, held against the month it was handed over from.

use anziping_core::document::report::{MonthlyReport, OtherReport};
use anziping_core::enterprise::EnterpriseField;
use anziping_core::month::answer::Mark;
use anziping_core::review::ReviewPlace;
use anziping_core::value::uscc::UnifiedCode;

use anziping_fixtures::sample::{CODES, Nfc, Person, check, draft, enterprise, period, report, report_of, sign, time};

/// The report as it comes back: signed, written, read.
fn signed(report: &MonthlyReport, person: &Person) -> MonthlyReport {
    let file: serde_json::Value = serde_json::from_str(&sign(report, &[person])).unwrap();
    serde_json::from_value(file["document"].clone()).unwrap()
}

/// The month on the device it was filled in on: nobody has signed it there.
fn here() -> MonthlyReport {
    let report = report(&[&Person::principal(1)]);
    MonthlyReport { signers: Vec::new(), sealed_at: time("2026-11-28T08:00:00+08:00"), ..report }
}

#[test]
fn who_signed_and_when_is_no_difference() {
    let principal = Person::principal(1);
    let back = signed(&report(&[&principal]), &principal);
    assert_eq!(here().compare_with_signed(&back, &Nfc), Ok(()));
    let composed = |text: &str| MonthlyReport { preparer: text.into(), ..here() };
    let decomposed = composed("e\u{301}");
    let back = MonthlyReport { preparer: "é".into(), ..back };
    assert_eq!(decomposed.compare_with_signed(&back, &Nfc), Ok(()), "as a file writes it");
}

#[test]
fn another_enterprise_month_or_version_is_told_as_such() {
    let principal = Person::principal(1);
    let back = signed(&report(&[&principal]), &principal);
    let mut elsewhere = back.clone();
    elsewhere.enterprise.uscc = UnifiedCode::parse(CODES[1]).unwrap();
    let compare = |other: &MonthlyReport| here().compare_with_signed(other, &Nfc);
    assert_eq!(compare(&elsewhere), Err(OtherReport::Enterprise(enterprise().name)));
    let december = MonthlyReport { period: period("2026-12"), ..back.clone() };
    assert_eq!(compare(&december), Err(OtherReport::Period(period("2026-12"))));
    assert_eq!(compare(&MonthlyReport { revision: 2, ..back.clone() }), Err(OtherReport::Revision(2)));
    assert_eq!(compare(&MonthlyReport { demo: true, ..back }), Err(OtherReport::Enterprise(enterprise().name)));
}

#[test]
fn each_difference_has_its_place() {
    let principal = Person::principal(1);
    let places = |change: &dyn Fn(&mut MonthlyReport)| {
        let mut back = report(&[&principal]);
        change(&mut back);
        match here().compare_with_signed(&back, &Nfc) {
            Err(OtherReport::Content(places)) => places,
            other => panic!("{other:?}"),
        }
    };
    let first = here().items[0].id.clone();
    assert_eq!(places(&|report| report.items[0].mark = Some(Mark::No)), [ReviewPlace::Item(first.clone())]);
    assert_eq!(places(&|report| drop(report.items.remove(0))), [ReviewPlace::Item(first)]);
    let address = places(&|report| report.enterprise.address = "别处".into());
    assert_eq!(address, [ReviewPlace::Enterprise(EnterpriseField::Name)]);
    assert_eq!(places(&|report| report.catalogue.version = "1999.01".into()), []);
    let fields = places(&|report| report.month.clear());
    assert!(!fields.is_empty() && fields.iter().all(|place| matches!(place, ReviewPlace::Month(_))), "{fields:?}");
}

#[test]
fn a_hazard_or_an_area_that_stands_otherwise_is_named() {
    let principal = Person::principal(1);
    let mut enterprise = enterprise();
    enterprise.facts.insert("hot_work".into());
    let month = draft(&enterprise, "2026-11");
    let ours = report_of(&enterprise, &month, &[&principal]);
    let mut theirs = ours.clone();
    theirs.areas[0].points.clear();
    theirs.hazards.push(anziping_core::hazard::Hazard { id: "2026-11-77".into(), ..Default::default() });
    let Err(OtherReport::Content(places)) = ours.compare_with_signed(&theirs, &Nfc) else { panic!("they differ") };
    assert!(places.contains(&ReviewPlace::Hazard("2026-11-77".into())));
    assert!(
        places.iter().any(|place| matches!(place, ReviewPlace::Point(id) if id.starts_with("hot-work."))),
        "{places:?}"
    );
    assert!(check(&sign(&ours, &[&principal])).report().is_some());
}
