//! Registers of people and risk points: hours, certificates, colours, and the counts that follow.

use anziping_core::catalog::{Item, TargetCode};
use anziping_core::enterprise::{Enterprise, Profile};
use anziping_core::register::{
    Certificate, CertificateKind, CertificateState, Colour, CountSources, Method, Person, Post, Registers, RiskPoint,
    Score, Training, WARN_DAYS, required,
};
use anziping_core::value::day::Day;
use anziping_core::value::period::{Period, Rhythm};
use anziping_core::value::rate::Rate;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

#[test]
fn the_hours_are_those_of_the_rule_and_only_ordinary_workers_a_year_are_a_choice() {
    // 3号令 9 and 13: post, training, hours elsewhere, hours in mines, smelting and hazardous goods.
    let table = [
        (Post::Principal, Training::Initial, 32, 48),
        (Post::Officer, Training::Initial, 32, 48),
        (Post::Principal, Training::Yearly, 12, 16),
        (Post::Officer, Training::Yearly, 12, 16),
        (Post::Worker, Training::Initial, 24, 72),
        (Post::Worker, Training::Yearly, 10, 20),
    ];
    for (post, training, ordinary, high_risk) in table {
        for (is_high, hours) in [(false, ordinary), (true, high_risk)] {
            let found = required(post, training, is_high, 10);
            assert_eq!(found.hours, hours, "{post:?} {training:?} {is_high}");
            assert_eq!(!found.basis.is_empty(), (post, training, is_high) != (Post::Worker, Training::Yearly, false));
        }
    }
}

#[test]
fn a_certificate_is_warned_of_sixty_days_ahead_and_holds_through_its_last_day() {
    let last = day("2027-01-20");
    let certificate = Certificate { valid_until: Some(last), ..Certificate::default() };
    for ahead in -400..400 {
        let today = last.plus(-ahead);
        let expected = match ahead {
            ..0 => CertificateState::Expired,
            left if left <= WARN_DAYS => CertificateState::Ending(left),
            _ => CertificateState::Valid,
        };
        assert_eq!(certificate.standing(today), expected, "{today}");
        assert_eq!(certificate.holds(today), ahead >= 0);
    }
    assert_eq!(WARN_DAYS, 60);
    let none = Certificate::default();
    assert_eq!((none.standing(last), none.holds(last)), (CertificateState::Missing, false));
}

/// The colour by a table of the lowest red, orange and yellow.
fn by_bands(value: f64, [red, orange, yellow]: [f64; 3]) -> Colour {
    if value >= red {
        Colour::Red
    } else if value >= orange {
        Colour::Orange
    } else if value >= yellow {
        Colour::Yellow
    } else {
        Colour::Blue
    }
}

#[test]
fn every_cell_of_both_matrices_has_the_colour_of_its_bands() {
    let mut differ = Vec::new();
    for l in 1..=5_u32 {
        for s in 1..=5_u32 {
            let point = RiskPoint { ls: Some([Score(l * 10), Score(s * 10)]), ..RiskPoint::default() };
            let product = f64::from(l * s);
            let (a, b) = (point.colour(Method::LsA).unwrap(), point.colour(Method::LsB).unwrap());
            assert_eq!(a, by_bands(product, [20.0, 15.0, 9.0]), "A {l} × {s}");
            assert_eq!(b, by_bands(product, [17.0, 11.0, 5.0]), "B {l} × {s}");
            assert!(b >= a, "B is the more cautious one");
            assert_eq!(point.colour(Method::Lec), None, "not rated that way");
            if a != b {
                differ.push(l * s);
            }
        }
    }
    differ.sort_unstable();
    differ.dedup();
    assert_eq!(differ, [5, 6, 8, 12], "where the two are known to disagree");
}

#[test]
fn every_product_of_lec_has_the_colour_of_its_bands() {
    let value = |tenths: u32| f64::from(tenths) / 10.0;
    let [l, e, c] = Method::Lec.letters() else { panic!("three letters") };
    for &l in l.1 {
        for &e in e.1 {
            for &c in c.1 {
                let point = RiskPoint { lec: Some([Score(l), Score(e), Score(c)]), ..RiskPoint::default() };
                let product = value(l) * value(e) * value(c);
                // The products lie at least a tenth from a bound or on it; a hair below it is the error of floating
                // point.
                assert_eq!(
                    point.colour(Method::Lec),
                    Some(by_bands(product + 1e-6, [320.0, 160.0, 70.0])),
                    "{l} {e} {c}"
                );
                assert!(
                    (f64::from(point.product(Method::Lec).unwrap()) / f64::from(Method::Lec.unit()) - product).abs()
                        < 1e-6
                );
            }
        }
    }
}

#[test]
fn a_value_the_method_does_not_have_is_no_rating_and_a_breach_is_red_without_one() {
    for wrong in [[Score(0), Score(30)], [Score(60), Score(30)], [Score(35), Score(30)]] {
        assert_eq!(RiskPoint { ls: Some(wrong), ..RiskPoint::default() }.colour(Method::LsB), None);
    }
    let breach = RiskPoint { direct_red: true, ..RiskPoint::default() };
    assert!(Method::ALL.iter().all(|&method| breach.colour(method) == Some(Colour::Red)));
}

fn person(post: Post, training: Training, hours: &str) -> Person {
    Person { post, training, hours: hours.into(), ..Person::default() }
}

fn registers() -> Registers {
    let certificate = |kind, until: Option<&str>| Certificate {
        kind,
        work: "电工".into(),
        number: String::new(),
        valid_until: until.map(day),
    };
    let people = vec![
        person(Post::Principal, Training::Yearly, "12"),
        person(Post::Officer, Training::Yearly, "11"),
        Person { joined_on: Some(day("2026-11-30")), ..person(Post::Worker, Training::Initial, "24") },
        Person { joined_on: Some(day("2026-10-31")), ..person(Post::Worker, Training::Initial, "24") },
        Person {
            certificates: vec![
                certificate(CertificateKind::SpecialOperation, Some("2026-11-30")),
                certificate(CertificateKind::SpecialEquipment, None),
            ],
            areas: ["hot-work".to_owned()].into(),
            ..person(Post::Worker, Training::Yearly, "８")
        },
        Person {
            certificates: vec![certificate(CertificateKind::SpecialOperation, Some("2026-11-29"))],
            areas: ["hot-work".to_owned()].into(),
            ..person(Post::Worker, Training::Yearly, "eight")
        },
        Person { areas: ["hot-work".to_owned()].into(), ..person(Post::Worker, Training::Yearly, "9") },
    ];
    let rated = |l: u32, s: u32| RiskPoint { ls: Some([Score(l), Score(s)]), ..RiskPoint::default() };
    let managed = |risk: RiskPoint| RiskPoint { measures: "护栏".into(), owner: "甲".into(), ..risk };
    let risks = vec![
        RiskPoint { posted: true, ..managed(rated(50, 50)) },
        managed(rated(30, 40)),
        rated(50, 40),
        RiskPoint { area: "hot-work".into(), checked_on: Some(day("2026-11-01")), ..managed(rated(10, 10)) },
        RiskPoint { area: "hot-work".into(), checked_on: Some(day("2026-10-31")), ..managed(rated(10, 10)) },
        RiskPoint { area: "hot-work".into(), checked_on: Some(day("2026-11-01")), ..managed(RiskPoint::default()) },
    ];
    Registers { people, risks, ..Registers::default() }
}

fn item(id: &str) -> &'static Item {
    anziping_core::edition::builtin::catalogue().unwrap().item(id).unwrap()
}

#[test]
fn whom_a_rule_asks_for_hours_each_year_is_reminded_and_nobody_else() {
    let person = |name: &str, post, training, hours: &str| Person {
        name: name.into(),
        post,
        training,
        hours: hours.into(),
        ..Person::default()
    };
    let people = vec![
        person("甲", Post::Principal, Training::Yearly, "12"),
        person("乙", Post::Officer, Training::Yearly, "8"),
        person("丙", Post::Officer, Training::Yearly, ""),
        person("丁", Post::Officer, Training::Initial, "8"),
        person("戊", Post::Worker, Training::Yearly, "0"),
    ];
    let registers = Registers { people, ..Registers::default() };
    let due = |facts: &[&str]| {
        let enterprise =
            Enterprise { facts: facts.iter().map(|fact| (*fact).to_owned()).collect(), ..Enterprise::default() };
        let due = registers.retraining_due(&enterprise.profile(anziping_core::edition::builtin::catalogue().unwrap()));
        due.into_iter().map(|(person, missing)| format!("{} {missing}", person.name)).collect::<Vec<_>>()
    };
    assert_eq!(due(&[]), ["乙 4", "丙 12"], "no rule has a figure for other workers of the usual trades");
    assert_eq!(due(&["smelting"]), ["甲 4", "乙 8", "丙 16", "戊 20"]);
}

#[test]
fn the_counts_of_items_and_cells_follow_from_the_entries() {
    let (registers, profile) = (registers(), Profile::default());
    let span = Period::parse("2026-11").unwrap().span(Rhythm::default());
    let counting = CountSources { registers: &registers, profile: &profile, span };
    let rate = |done, total| Some(Rate { done, total });
    assert_eq!(counting.item(item("J02")), rate(1, 2), "11 hours are less than 12");
    assert_eq!(counting.item(item("J04")), rate(1, 1), "only who came in this month");
    assert_eq!(counting.item(item("J05")), rate(2, 3), "what is no number is not done");
    assert_eq!(counting.item(item("J07")), rate(1, 2), "a certificate holds on its last day");
    assert_eq!(counting.item(item("J08")), rate(0, 1));
    assert_eq!(counting.item(item("S02")), rate(5, 6));
    assert_eq!(counting.item(item("S03")), rate(1, 3), "managed and posted");
    assert_eq!(counting.item(item("Z06")), None);
    assert_eq!(counting.cell("hot-work", TargetCode::P2), rate(1, 3), "trained, and every certificate there is holds");
    assert_eq!(counting.cell("hot-work", TargetCode::P3), rate(1, 3), "rated, managed, and looked at in this month");
    for (area, code) in [
        ("lifting", TargetCode::P2),
        ("lifting", TargetCode::P3),
        ("hot-work", TargetCode::P1),
        ("hot-work", TargetCode::P4),
    ] {
        assert_eq!(counting.cell(area, code), None, "{area} {code}");
    }
    // A mine asks for more hours of everybody.
    let mine = Profile { facts: ["mine".to_owned()].into(), ..Profile::default() };
    let counting = CountSources { profile: &mine, ..counting };
    assert_eq!(
        (counting.item(item("J02")), counting.item(item("J04")), counting.item(item("J05"))),
        (rate(0, 2), rate(0, 1), rate(0, 3))
    );
}

#[test]
fn a_register_nobody_keeps_gives_no_counts() {
    let (registers, profile) = (Registers::default(), Profile::default());
    let span = Period::parse("2026-11").unwrap().span(Rhythm::default());
    let counting = CountSources { registers: &registers, profile: &profile, span };
    let items = anziping_core::edition::builtin::catalogue().unwrap().items();
    let offered = items.filter(|item| item.computed.is_some()).map(|item| counting.item(item));
    assert_eq!(offered.flatten().collect::<Vec<_>>(), []);
}

#[test]
fn an_id_has_no_meaning_of_its_own() {
    let (registers, profile) = (registers(), Profile::default());
    let span = Period::parse("2026-11").unwrap().span(Rhythm::default());
    let counting = CountSources { registers: &registers, profile: &profile, span };
    let mut other = item("J02").clone();
    assert!(counting.item(&other).is_some());
    other.computed = None;
    assert_eq!(counting.item(&other), None, "the same id in a list that takes its counts from nowhere");
    other.id = "W01".into();
    other.computed.clone_from(&item("S02").computed);
    assert_eq!(counting.item(&other), counting.item(item("S02")), "another id that asks for the same count");
}

#[test]
fn a_number_that_is_gone_is_not_given_again() {
    let mut registers = Registers::default();
    let (first, second) = (registers.add::<Person>(), registers.add::<RiskPoint>());
    assert_ne!(first, second);
    registers.people.clear();
    registers.risks.clear();
    assert!(![first, second].contains(&registers.add::<Person>()));
}
