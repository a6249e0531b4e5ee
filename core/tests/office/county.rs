//! The month that an office signs for the county, the one that counts, and the sum of all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use anziping_core::document::office_month::{
    FollowedHazard, HazardEnd, MonthRow, MonthSums, OfficeMonth, RowState, file_name,
};
use anziping_core::document::{DocumentFault, SignedDocument};
use anziping_core::hazard::{Hazard, Stage};
use anziping_core::month::figures::MonthField;
use anziping_core::office::county_months::{
    County, Drafting, KeptMonth, MonthStanding, NotDrafted, StreetFault, StreetMonth, Streets, Unstated,
};
use anziping_core::office::desk::{Accepted, Desk, Judged};
use anziping_core::office::intake::{Checked, CheckedDocument, Found, Rejection};
use anziping_core::office::missing::{Excuse, Excused, Expected};
use anziping_core::office::rollup::RollUp;
use anziping_core::registry::{Registered, Registry};
use anziping_core::seal::limits;
use anziping_core::seal::typed;
use anziping_core::seal::{Sha256, keys::SecretKey};
use anziping_core::signer::Role;
use anziping_core::value::uscc::UnifiedCode;

use anziping_fixtures::sample::{
    self, Person, check, code, day, foreign_catalogue, major_hazard, period, report_of, sign, sign_value, time, today,
};

const OCTOBER: &str = "2026-10";
const NOVEMBER: &str = "2026-11";
const OFFICES: [&str; 5] = ["东街道", "西街道", "南街道", "北街道", "中街道"];

/// The files and lists of one desk.
#[derive(Default)]
struct Table {
    registry: Registry,
    files: Vec<Checked>,
    accepted: Vec<Accepted>,
    excused: Vec<Excused>,
}

fn person(number: usize) -> Person {
    let seed = Sha256::of(format!("principal {number}").as_bytes()).to_string();
    let mut bytes = [0; 32];
    bytes.copy_from_slice(&seed.as_bytes()[..32]);
    Person { role: Role::Principal, name: "王建国", key: SecretKey::from_bytes(bytes) }
}

fn office(at: usize) -> Person {
    Person { role: Role::Office, name: OFFICES[at], ..Person::principal(100 + u8::try_from(at).unwrap()) }
}

/// The major hazard of an enterprise in a month, each of four kinds with a course of its own.
fn hazard(number: usize, month: &str) -> Option<Hazard> {
    let open = major_hazard(OCTOBER);
    match (number % 4, month) {
        (0, _) => Some(open),
        (1, OCTOBER) => Some(open),
        (1, _) => Some(Hazard { deadline: Some(day("2027-01-31")), ..open }),
        (2, OCTOBER) => Some(open),
        (2, _) => Some(Hazard { stage: Stage::Closed, closed_on: Some(day("2026-11-20")), ..open }),
        (_, OCTOBER) => Some(open),
        _ => None,
    }
}

/// The files of thirty enterprises, made once.
static FILES: LazyLock<Vec<Vec<Checked>>> = LazyLock::new(|| (0..30).map(files_of).collect());

/// The files of an enterprise in both months.
fn files_of(number: usize) -> Vec<Checked> {
    let principal = person(number);
    let months = match number % 10 {
        9 => &[][..],
        8 => &[NOVEMBER],
        7 => &[OCTOBER],
        _ => &[OCTOBER, NOVEMBER],
    };
    let file = |month: &&str| {
        let (enterprise, mut draft) = sample::varied(number, &code(number), month);
        draft.hazards.retain(|hazard| !hazard.is_major());
        if number < 12 {
            draft.hazards.extend(hazard(number, month));
        }
        for field in [MonthField::Deaths, MonthField::Accidents, MonthField::SeriousInjuries, MonthField::MinorInjuries]
        {
            draft.month.set_text(field, (if number.is_multiple_of(6) { number / 6 } else { 0 }).to_string());
        }
        let help = if number.is_multiple_of(7) { "通往厂区的道路要修" } else { "" };
        draft.month.set_text(MonthField::HelpNeeded, help.into());
        let mut report = report_of(&enterprise, &draft, &[&principal]);
        if number == 13 {
            report.catalogue = foreign_catalogue();
        }
        check(&sign(&report, &[&principal]))
    };
    months.iter().map(file).collect()
}

impl Table {
    fn take(&mut self, number: usize, files: &[Checked]) {
        // The key of one is not registered.
        let keys = if number == 21 { Vec::new() } else { vec![person(number).registered()] };
        let name = format!("示例企业{number}");
        self.registry.enterprises.push(Registered { uscc: code(number), name, keys });
        self.files.extend(files.iter().cloned());
        for found in files.iter().filter_map(Checked::report).filter(|_| number != 21) {
            self.accepted.push(Accepted {
                uscc: code(number),
                period: found.report.period,
                revision: 1,
                document_sha256: found.document_sha256,
                // Every third one came late.
                received_on: Some(day(if number.is_multiple_of(3) { "2026-12-20" } else { "2026-12-02" })),
            });
        }
        if number == 9 {
            self.excused.push(Excused { uscc: code(9), why: Excuse::Stopped, since: day("2026-10-01"), until: None });
        }
    }

    fn judged(&self) -> Vec<Judged> {
        let (registry, accepted) = (&self.registry, self.accepted.as_slice());
        Desk { registry, expected: None, accepted, today: day("2026-12-21"), due_day: 5 }.verdicts(&self.files)
    }

    fn expected(&self) -> Expected<'_> {
        Expected { registry: &self.registry, accepted: &self.accepted, excused: &self.excused }
    }

    fn draft(&self, month: &str, revision: u32, office: &Person) -> Result<OfficeMonth, NotDrafted> {
        let drafting = Drafting {
            period: period(month),
            revision,
            expected: self.expected(),
            inbox: &self.files,
            judged: &self.judged(),
            made_at: time("2026-12-21T09:00:00+08:00"),
            signer: office.signer(),
        };
        drafting.draft()
    }
}

fn signed(month: &OfficeMonth, office: &Person) -> String {
    sign_value(typed::to_value(month).unwrap(), &[office])
}

/// Reads a file as the desk does.
fn received(text: &str) -> CheckedDocument<OfficeMonth> {
    match check(text).found {
        Found::OfficeMonth(found) => *found,
        other => panic!("not a month of an office: {other:?}"),
    }
}

fn kept(found: CheckedDocument<OfficeMonth>) -> KeptMonth {
    let kid = found.signers[0].kid;
    KeptMonth { document: found.document, document_sha256: found.document_sha256, kid, received_on: today() }
}

fn keep(month: &OfficeMonth, office: &Person) -> KeptMonth {
    kept(received(&signed(month, office)))
}

/// Five streets with thirty enterprises, and one desk that has everything.
fn five_streets_and_one_desk() -> ([Table; 5], Table) {
    let mut streets: [Table; 5] = Default::default();
    let mut one = Table::default();
    for (street, name) in streets.iter_mut().zip(OFFICES) {
        street.registry.office = name.into();
    }
    one.registry.office = "区县".into();
    for (number, files) in FILES.iter().enumerate() {
        streets[number % 5].take(number, files);
        one.take(number, files);
    }
    (streets, one)
}

fn registered(offices: impl IntoIterator<Item = usize>) -> Streets {
    let mut streets = Streets::default();
    for at in offices {
        streets.register(OFFICES[at], office(at).key.key_id(), &office(at).key_digits(), today()).unwrap();
    }
    streets
}

#[test]
fn five_streets_add_up_to_one_desk_with_all_files() {
    let (tables, one) = five_streets_and_one_desk();
    let months: Vec<KeptMonth> = [OCTOBER, NOVEMBER]
        .into_iter()
        .flat_map(|month| {
            tables
                .iter()
                .enumerate()
                .map(move |(at, table)| keep(&table.draft(month, 1, &office(at)).unwrap(), &office(at)))
        })
        .collect();
    let (streets, set_aside) = (registered(0..5), BTreeSet::new());
    let county = County { streets: &streets, months: &months, set_aside: &set_aside };
    for month in [OCTOBER, NOVEMBER] {
        let sums = county.sums(period(month));
        let alone = one.draft(month, 1, &office(0)).unwrap();
        assert_eq!(sums.sums, alone.sums, "{month}");
        let rollup = RollUp::of(period(month), &one.files, &one.judged(), &one.expected());
        assert_eq!(sums.figures, rollup.trusted, "{month}");
        let by_id = |hazards: Vec<FollowedHazard>| -> BTreeMap<(UnifiedCode, String), FollowedHazard> {
            hazards.into_iter().map(|hazard| ((hazard.uscc.clone(), hazard.id.clone()), hazard)).collect()
        };
        let stated = sums.hazards.iter().map(|one| one.hazard.clone()).collect();
        assert_eq!(by_id(stated), by_id(alone.hazards), "{month}");
        assert!(sums.hazards.iter().all(|one| one.unstated.is_none()), "{month}");
        let help = sums.help.iter().map(|one| one.enterprise.to_owned()).collect::<BTreeSet<_>>();
        let asks = |row: &&MonthRow| row.counted().is_some_and(|report| !report.help_needed.is_empty());
        assert_eq!(help, alone.enterprises.iter().filter(asks).map(|row| row.name.clone()).collect(), "{month}");
        assert_eq!((sums.count(|month| matches!(month, StreetMonth::Counts(_))), sums.twice.len()), (5, 0));
    }
    // By hand, so that not everything is compared with itself.
    let sums = county.sums(period(NOVEMBER)).sums;
    let MonthSums { enterprises, counted, uncounted, not_sent, excused, without_figures, .. } = sums;
    assert_eq!((enterprises, counted, uncounted, not_sent, excused, without_figures), (30, 23, 1, 5, 1, 1));
    assert_eq!((sums.deaths, sums.help_needed), (1 + 2 + 3 + 4, 3));
    let ends: BTreeSet<HazardEnd> = county.sums(period(NOVEMBER)).hazards.iter().map(|one| one.hazard.end).collect();
    let all = [HazardEnd::Gone, HazardEnd::NoReport, HazardEnd::Open, HazardEnd::Closed];
    assert_eq!(ends, all.into());
}

#[test]
fn a_street_that_has_only_this_month_at_its_desk_is_followed_by_the_county() {
    let (mut tables, _) = five_streets_and_one_desk();
    let october = keep(&tables[1].draft(OCTOBER, 1, &office(1)).unwrap(), &office(1));
    tables[1].files.retain(|file| file.report().is_some_and(|found| found.report.period == period(NOVEMBER)));
    let november = keep(&tables[1].draft(NOVEMBER, 1, &office(1)).unwrap(), &office(1));
    let (streets, set_aside) = (registered([1]), BTreeSet::new());
    let months = [november, october];
    let county = County { streets: &streets, months: &months, set_aside: &set_aside };
    let hazards = county.sums(period(NOVEMBER)).hazards;
    let of = |number: usize| hazards.iter().find(|one| one.hazard.uscc == code(number)).unwrap();
    // 1 was put off, 6 closed, 11 is in no report any more.
    assert_eq!((of(1).hazard.months.len(), of(1).hazard.moved(), of(1).unstated), (2, 1, None));
    assert_eq!((of(6).hazard.end, of(6).unstated), (HazardEnd::Closed, None));
    assert_eq!(of(11).unstated, Some(Unstated::Since(period(NOVEMBER))));
    assert_eq!(hazards[0].hazard.uscc, code(11), "what is gone stands first");
    let december = county.sums(period("2026-12"));
    assert!(december.hazards.iter().all(|one| one.unstated.is_some()), "no month, and nothing is forgotten");
    assert!(december.hazards.iter().all(|one| one.hazard.uscc != code(6)), "closed is done with");
}

#[test]
fn only_known_keys_under_their_own_names_are_taken() {
    let (tables, _) = five_streets_and_one_desk();
    let found = received(&signed(&tables[0].draft(NOVEMBER, 1, &office(0)).unwrap(), &office(0)));
    let (mut streets, set_aside) = (Streets::default(), BTreeSet::new());
    let standing = |streets: &Streets, months: &[KeptMonth], found: &CheckedDocument<OfficeMonth>| {
        County { streets, months, set_aside: &set_aside }.standing(
            &found.document,
            found.document_sha256,
            found.signers[0].kid,
        )
    };
    let unknown = |has_another| MonthStanding::UnknownKey { has_another };
    assert_eq!(standing(&streets, &[], &found), unknown(false));

    let (kid, digits) = (office(0).key.key_id(), office(0).key_digits());
    let refused = |streets: &mut Streets, name: &str, digits: &str| streets.register(name, kid, digits, today());
    assert!(matches!(refused(&mut streets, OFFICES[0], &digits[..20]), Err(StreetFault::Digits(_))));
    assert_eq!(refused(&mut streets, OFFICES[0], &office(1).key_digits()), Err(StreetFault::DigitsDiffer));
    assert!(streets.is_empty());
    assert_eq!(refused(&mut streets, OFFICES[0], &digits), Ok(()));
    assert_eq!(refused(&mut streets, OFFICES[0], &digits), Err(StreetFault::AlreadyRegistered));
    let of_another = StreetFault::OfAnother { office: OFFICES[0].into() };
    assert_eq!(refused(&mut streets, OFFICES[1], &digits), Err(of_another));
    assert_eq!(standing(&streets, &[], &found), MonthStanding::Counts);

    // A known key under the name of another office, and a stranger under a known name.
    let mut posing = tables[0].draft(NOVEMBER, 1, &office(0)).unwrap();
    posing.office = OFFICES[1].into();
    let registered = OFFICES[0].to_owned();
    let posing = received(&signed(&posing, &office(0)));
    assert_eq!(standing(&streets, &[], &posing), MonthStanding::OfAnother { registered });
    let stranger = tables[0].draft(NOVEMBER, 1, &office(4)).unwrap();
    assert_eq!(standing(&streets, &[], &received(&signed(&stranger, &office(4)))), unknown(true));

    // A new key takes the place of the old one; what came under the old one stays.
    let here = [kept(found.clone())];
    streets.register(OFFICES[0], office(4).key.key_id(), &office(4).key_digits(), today()).unwrap();
    assert_eq!(standing(&streets, &[], &found), MonthStanding::OutOfUse { on: today() });
    assert_eq!(standing(&streets, &here, &found), MonthStanding::Counts);
    assert_eq!(refused(&mut streets, OFFICES[0], &digits), Err(StreetFault::OutOfUse));
}

#[test]
fn of_several_months_of_a_street_the_latest_counts_and_two_of_one_revision_do_not() {
    let (mut tables, _) = five_streets_and_one_desk();
    let first = keep(&tables[0].draft(NOVEMBER, 1, &office(0)).unwrap(), &office(0));
    tables[0].files.truncate(3);
    let other = keep(&tables[0].draft(NOVEMBER, 1, &office(0)).unwrap(), &office(0));
    let second = keep(&tables[0].draft(NOVEMBER, 2, &office(0)).unwrap(), &office(0));
    let streets = registered([0, 1]);
    let stands = |months: &[KeptMonth], set_aside: &BTreeSet<Sha256>, kept: &KeptMonth| {
        County { streets: &streets, months, set_aside }.standing(&kept.document, kept.document_sha256, kept.kid)
    };
    let none = BTreeSet::new();
    let forked = [first.clone(), other.clone()];
    assert_eq!(stands(&forked, &none, &first), MonthStanding::Forked);
    assert_eq!(stands(&forked[..1], &none, &other), MonthStanding::Forked, "said before it is kept");
    let county = County { streets: &streets, months: &forked, set_aside: &none };
    assert!(matches!(county.month_of(OFFICES[0], period(NOVEMBER)), StreetMonth::Forked(both) if both.len() == 2));
    assert_eq!(county.sums(period(NOVEMBER)).sums, MonthSums::default(), "none of them is added up");

    let aside = BTreeSet::from([other.document_sha256]);
    assert_eq!(stands(&forked, &aside, &first), MonthStanding::Counts);
    assert_eq!(stands(&forked, &aside, &other), MonthStanding::SetAside);

    let all = [second.clone(), first.clone(), other];
    assert_eq!(stands(&all, &none, &second), MonthStanding::Counts);
    assert_eq!(stands(&all, &none, &first), MonthStanding::Replaced { by: 2 });
    let county = County { streets: &streets, months: &all, set_aside: &none };
    assert_eq!(county.sums(period(NOVEMBER)).sums, second.document.sums);
    assert_eq!(county.sums(period(NOVEMBER)).count(|month| *month == StreetMonth::Missing), 1, "the other street");
    assert_eq!(county.sums(period(OCTOBER)).sums, MonthSums::default(), "another month");
}

#[test]
fn an_enterprise_on_two_lists_is_pointed_at() {
    let (mut tables, _) = five_streets_and_one_desk();
    tables[1].take(0, &FILES[0]);
    let months = [0, 1].map(|at| keep(&tables[at].draft(NOVEMBER, 1, &office(at)).unwrap(), &office(at)));
    let (streets, set_aside) = (registered([0, 1]), BTreeSet::new());
    let twice = County { streets: &streets, months: &months, set_aside: &set_aside }.sums(period(NOVEMBER)).twice;
    assert_eq!(
        twice.iter().map(|one| (one.uscc.clone(), one.offices.clone())).collect::<Vec<_>>(),
        [(code(0), OFFICES[..2].to_vec())]
    );
}

/// The fault of a month that somebody changed before it was signed.
fn fault(change: impl FnOnce(&mut OfficeMonth)) -> Option<DocumentFault> {
    let (tables, _) = five_streets_and_one_desk();
    let mut month = tables[1].draft(NOVEMBER, 1, &office(1)).unwrap();
    change(&mut month);
    match check(&signed(&month, &office(1))).found {
        Found::Rejected(Rejection::Content { fault, .. }) => Some(fault),
        Found::OfficeMonth(_) => None,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_month_whose_sums_are_not_those_of_its_rows_is_unsound() {
    assert_eq!(fault(|_| ()), None);
    let sum = |figure: &str| Some(DocumentFault::Sum { figure: figure.into() });
    assert_eq!(fault(|month| month.sums.deaths = 0), sum("deaths"));
    assert_eq!(fault(|month| month.sums.not_sent += 1), sum("not_sent"));
    assert_eq!(fault(|month| month.sums.gone_major = 9), sum("gone_major"));
    assert_eq!(fault(|month| drop(month.enterprises.pop())), sum("enterprises"));
}

#[test]
fn a_row_of_a_month_states_what_belongs_to_it_and_nothing_twice() {
    let rows = |of: &UnifiedCode| Some(DocumentFault::Rows { of: of.to_string() });
    assert_eq!(fault(|month| month.enterprises[0].state = RowState::NotSent), rows(&code(1)));
    assert_eq!(fault(|month| month.enterprises[0].report = None), rows(&code(1)));
    let twice = fault(|month| month.enterprises.push(month.enterprises[0].clone()));
    assert_eq!(twice, Some(DocumentFault::Twice { id: code(1).to_string() }));
    let hazard_twice = fault(|month| month.hazards.push(month.hazards[0].clone()));
    assert!(matches!(hazard_twice, Some(DocumentFault::Twice { .. })));
    assert!(matches!(fault(|month| month.hazards[0].uscc = code(2)), Some(DocumentFault::Rows { .. })), "not listed");
    assert!(matches!(fault(|month| month.hazards[0].description = "长".repeat(501)), Some(DocumentFault::Rows { .. })));
    assert_eq!(fault(|month| month.enterprises.clear()), Some(DocumentFault::Rows { of: String::new() }));
    assert_eq!(fault(|month| month.revision = 0), Some(DocumentFault::Revision));
}

#[test]
fn a_changed_month_is_refused() {
    let (tables, _) = five_streets_and_one_desk();
    let text = signed(&tables[0].draft(NOVEMBER, 1, &office(0)).unwrap(), &office(0));
    let changed = text.replacen(OFFICES[0], OFFICES[1], 1);
    assert!(matches!(check(&changed).found, Found::Rejected(Rejection::Refused(_))));
}

#[test]
fn three_thousand_enterprises_fit_into_one_file_and_more_are_refused_before_signing() {
    let mut table = Table::default();
    let files = &FILES[0];
    let template = files[1].report().unwrap();
    table.registry.office = OFFICES[0].into();
    for number in 0..OfficeMonth::ROWS {
        table.registry.enterprises.push(Registered {
            uscc: code(number),
            name: format!("某市某区第{number}示例机械制造有限责任公司"),
            keys: vec![person(0).registered()],
        });
        let mut found = template.clone();
        found.report.enterprise.uscc = code(number);
        table.files.push(Checked { found: Found::Report(Box::new(found)), ..files[1].clone() });
    }
    let judged: Vec<Judged> = table
        .files
        .iter()
        .map(|_| Judged { verdict: anziping_core::office::desk::Verdict::Trusted, remarks: vec![] })
        .collect();
    let drafting = |table: &Table| {
        let (expected, inbox) = (table.expected(), table.files.as_slice());
        let (period, made_at, signer) = (period(NOVEMBER), time("2026-12-21T09:00:00+08:00"), office(0).signer());
        Drafting { period, revision: 1, expected, inbox, judged: &judged, made_at, signer }.draft()
    };
    let month = drafting(&table).unwrap();
    let text = signed(&month, &office(0));
    println!("{} enterprises with a report each: {} bytes", OfficeMonth::ROWS, text.len());
    assert!(text.len() < limits::FILE_BYTES);
    assert_eq!(received(&text).document, month);
    table
        .registry
        .enterprises
        .push(Registered { uscc: code(OfficeMonth::ROWS), name: "又一家".into(), keys: vec![] });
    assert_eq!(drafting(&table), Err(NotDrafted::TooMany(OfficeMonth::ROWS + 1)));
    table.registry.enterprises.clear();
    assert_eq!(drafting(&table), Err(NotDrafted::NoEnterprises));
}

#[test]
fn the_file_bears_office_month_and_revision_without_what_paths_are_made_of() {
    let (tables, _) = five_streets_and_one_desk();
    let mut month = tables[0].draft(NOVEMBER, 3, &office(0)).unwrap();
    month.office = "../东街道 应急办".into();
    assert_eq!(file_name(&month), "东街道应急办-2026-11-r3.month.json");
    assert_eq!(OfficeMonth::TYPE, "wsr.month");
}
