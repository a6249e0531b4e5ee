use super::*;
use crate::register::{Certificate, ColumnPlace, Content, RegisterColumn};
use crate::value::day::Day;

fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A kind whose form satisfies a condition; tests name no row of the table.
fn kind(wanted: impl Fn(&crate::trade::PermitForm) -> bool) -> PermitKind {
    PermitKind::ALL.into_iter().find(|kind| wanted(kind.row())).expect("a form of this sort")
}

/// Work that asks for a certificate and whose usual level measures nothing.
fn untested() -> PermitKind {
    kind(|form| !form.certificate.is_empty() && !form.levels[0].tested && form.levels.len() > 1)
}

/// Work of which every level measures several gases.
fn tested() -> PermitKind {
    kind(|form| form.levels.iter().all(|level| level.tested) && form.test.is_some_and(|test| test.gases.len() > 1))
}

/// A permit with nothing wrong, for two hours, all measures done.
fn sound(kind: PermitKind) -> Permit {
    let form = kind.row();
    let tests = form.test.iter().map(|_| GasTest {
        at: Some(moment("2026-11-21T08:50")),
        oxygen: "20.9".into(),
        combustible: "0".into(),
        sulfide: "0".into(),
        monoxide: "0".into(),
        ..GasTest::default()
    });
    Permit {
        id: "1".into(),
        kind,
        level: form.levels[0].name.into(),
        place: "污水池".into(),
        workers: "张三、李四".into(),
        guard: "王五".into(),
        approver: "赵六".into(),
        approved_at: Some(moment("2026-11-21T08:55")),
        starts_at: Some(moment("2026-11-21T09:00")),
        ends_at: Some(moment("2026-11-21T11:00")),
        tests: tests.collect(),
        measures: form.measures.iter().map(|measure| (measure.id.into(), MeasureMark::Done)).collect(),
        in_order: true,
        ..Permit::default()
    }
}

/// The faults of a sound permit after a change.
fn after(kind: PermitKind, change: impl FnOnce(&mut Permit)) -> Vec<PermitFault> {
    let mut permit = sound(kind);
    change(&mut permit);
    permit.faults(&[])
}

#[test]
fn nothing_stands_against_a_sound_permit_of_any_kind_and_level() {
    for kind in PermitKind::ALL {
        for level in kind.row().levels {
            assert_eq!(after(kind, |permit| permit.level = level.name.into()), [], "{kind:?} {}", level.name);
        }
        assert!(sound(kind).is_in_order(&[]), "{kind:?}");
    }
}

#[test]
fn a_permit_without_its_level_is_in_order_only_where_there_is_one() {
    for kind in PermitKind::ALL {
        let expected = if kind.row().levels.len() == 1 { vec![] } else { vec![PermitFault::NoLevel] };
        assert_eq!(after(kind, |permit| permit.level.clear()), expected, "{kind:?}");
        assert_eq!(after(kind, |permit| permit.level = "十级".into())[..], [PermitFault::NoLevel], "{kind:?}");
    }
}

#[test]
fn the_length_is_bounded_by_the_hours_of_the_level() {
    for kind in PermitKind::ALL {
        for level in kind.row().levels {
            let lasting = |minutes: i64| {
                after(kind, |permit| {
                    permit.level = level.name.into();
                    permit.ends_at = permit.starts_at.map(|starts| starts.plus_minutes(minutes));
                })
            };
            let most = i64::from(level.hours) * 60;
            assert_eq!(lasting(most), [], "{kind:?} {}", level.name);
            assert_eq!(lasting(most + 1), [PermitFault::TooLong(level.hours)], "{kind:?} {}", level.name);
            assert_eq!(lasting(0), [PermitFault::EndsBeforeStart]);
            assert_eq!(lasting(-1), [PermitFault::EndsBeforeStart]);
        }
    }
}

#[test]
fn approval_comes_before_the_start_and_acceptance_after_it() {
    let kind = untested();
    let approved = |text: &str| after(kind, |permit| permit.approved_at = Some(moment(text)));
    assert_eq!(approved("2026-11-21T09:00"), []);
    assert_eq!(approved("2026-11-21T09:01"), [PermitFault::ApprovedLate]);
    let closed = |text: &str| after(kind, |permit| permit.closed_at = Some(moment(text)));
    assert_eq!(closed("2026-11-21T09:00"), []);
    assert_eq!(closed("2026-11-21T08:59"), [PermitFault::ClosedBeforeStart]);
}

#[test]
fn nobody_approves_or_watches_his_own_work() {
    let kind = untested();
    assert_eq!(after(kind, |permit| permit.approver = " 李四 ".into()), [PermitFault::ApproverWorks("李四".into())]);
    assert_eq!(after(kind, |permit| permit.guard = "王五，张三".into()), [PermitFault::GuardWorks("张三".into())]);
    assert_eq!(after(kind, |permit| permit.workers.clear()), []);
}

#[test]
fn a_worker_of_the_register_needs_a_certificate_that_holds_to_the_end() {
    let kind = untested();
    let word = kind.row().certificate[0];
    let person = |name: &str, work: &str, until: Option<&str>| Person {
        name: name.into(),
        certificates: vec![Certificate { work: work.into(), valid_until: until.map(day), ..Certificate::default() }],
        ..Person::default()
    };
    let suiting = format!("某{word}作业");
    let permit = sound(kind);
    let faults = |people: &[Person]| permit.faults(people);
    assert_eq!(faults(&[person("王五", "叉车", None)]), [], "a guard needs none");
    assert_eq!(faults(&[person("张三", &suiting, Some("2026-11-21"))]), []);
    assert_eq!(
        faults(&[person("张三", &suiting, Some("2026-11-20"))]),
        [PermitFault::CertificateEnded("张三".into(), day("2026-11-20"))]
    );
    assert_eq!(faults(&[person("张三", &suiting, None)]), [PermitFault::NoCertificate("张三".into())]);
    assert_eq!(faults(&[person("李四", "某某", Some("2099-01-01"))]), [PermitFault::NoCertificate("李四".into())]);
    let twice = [person("张三", "某某", None), person("张三", &suiting, Some("2099-01-01"))];
    assert_eq!(faults(&twice), [], "of two of one name the better one is meant");
}

#[test]
fn work_that_needs_it_is_measured_within_the_minutes_before_it_begins() {
    let kind = tested();
    let minutes = kind.row().test.unwrap().minutes;
    let early = |before: i64| {
        after(kind, |permit| permit.tests[0].at = permit.starts_at.map(|starts| starts.plus_minutes(-before)))
    };
    assert_eq!(early(0), []);
    assert_eq!(early(i64::from(minutes)), []);
    assert_eq!(early(i64::from(minutes) + 1), [PermitFault::TestedEarly(minutes)]);
    assert_eq!(early(-1), [PermitFault::NotTested], "measured only after it had begun");
    assert_eq!(after(kind, |permit| permit.tests.clear()), [PermitFault::NotTested]);
    assert_eq!(after(kind, |permit| permit.tests[0].at = None), [PermitFault::NotTested]);
}

#[test]
fn a_line_of_the_register_for_a_permit_on_paper_has_nothing_against_it() {
    for kind in PermitKind::ALL {
        let on_paper = |permit: &mut Permit| {
            permit.tests.clear();
            permit.measures.clear();
        };
        assert_eq!(after(kind, on_paper), [], "{kind:?}");
        let mut permit = sound(kind);
        on_paper(&mut permit);
        permit.measures.insert(kind.row().measures[0].id.into(), MeasureMark::NotNeeded);
        assert!(permit.is_in_order(&[]), "what was set aside last time does not begin a list");
    }
}

#[test]
fn a_list_of_measures_that_was_begun_is_finished() {
    for kind in PermitKind::ALL {
        let first = kind.row().measures[0].id;
        let without = |permit: &mut Permit| permit.measures.retain(|id, _| id != first);
        assert_eq!(after(kind, without), [PermitFault::OpenMeasures(1)]);
        let set_aside = |permit: &mut Permit| permit.measures.extend([(first.to_owned(), MeasureMark::NotNeeded)]);
        assert_eq!(after(kind, set_aside), []);
    }
}

/// The column of a gas, to type a reading.
fn type_in(test: &mut GasTest, gas: Gas, text: &str) {
    *match gas {
        Gas::Oxygen => &mut test.oxygen,
        Gas::Combustible => &mut test.combustible,
        Gas::Sulfide => &mut test.sulfide,
        Gas::Monoxide => &mut test.monoxide,
    } = text.into();
}

#[test]
fn the_limits_of_a_gas_are_themselves_allowed() {
    let said = |hundredths: u32| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let kind = tested();
    for gas in kind.row().test.unwrap().gases {
        let typed = |text: &str| after(kind, |permit| type_in(&mut permit.tests[0], *gas, text));
        for limit in [gas.row().low, gas.row().high].into_iter().flatten() {
            assert_eq!(typed(&said(limit)), [], "{gas:?}");
        }
        let outside = [PermitFault::OutsideLimits(0, *gas)];
        if let Some(low) = gas.row().low {
            assert_eq!(typed(&said(low - 1)), outside);
        }
        if let Some(high) = gas.row().high {
            assert_eq!(typed(&said(high + 1)), outside);
        }
        assert_eq!(typed("合格"), [PermitFault::NotANumber(0, *gas)]);
        assert_eq!(typed(" "), [PermitFault::NoReading(0, *gas)]);
    }
    assert_eq!((Gas::Oxygen.row().low, Gas::Oxygen.row().high), (Some(1_950), Some(2_350)));
}

#[test]
fn what_was_too_much_may_be_measured_again_at_the_same_place() {
    let kind = tested();
    let twice = |place: &str, again: &str| {
        after(kind, |permit| {
            let mut second = permit.tests[0].clone();
            permit.tests[0].at = Some(moment("2026-11-21T08:30"));
            permit.tests[0].oxygen = "18.0".into();
            second.place = place.into();
            second.oxygen = again.into();
            permit.tests.push(second);
        })
    };
    assert_eq!(twice("", "20.9"), []);
    assert_eq!(twice("池底", "20.9"), [PermitFault::OutsideLimits(0, Gas::Oxygen)]);
    assert_eq!(twice("", "18.5"), [PermitFault::OutsideLimits(1, Gas::Oxygen)]);
}

#[test]
fn every_fault_is_said_at_a_field_of_its_own() {
    let kind = tested();
    let mut permit = sound(kind);
    permit.level.clear();
    permit.approver = "张三".into();
    permit.guard = "李四".into();
    permit.approved_at = permit.ends_at;
    permit.ends_at = permit.starts_at;
    permit.closed_at = permit.starts_at.map(|starts| starts.plus_minutes(-1));
    permit.tests[0].at = None;
    permit.tests[0].oxygen = "8".into();
    let columns: Vec<_> = permit.faults(&[]).iter().filter_map(PermitFault::column).collect();
    use PermitColumn as C;
    let expected = [C::EndsAt, C::ApprovedAt, C::ClosedAt, C::Guard, C::Approver, C::Oxygen, C::TestedAt];
    let expected: Vec<_> = (kind.row().levels.len() > 1).then_some(C::Level).into_iter().chain(expected).collect();
    assert_eq!(columns, expected);
}

#[test]
fn two_permits_for_one_place_at_one_time_are_found() {
    let first = sound(untested());
    let other = |change: fn(&mut Permit)| {
        let mut other = Permit { id: "2".into(), ..sound(tested()) };
        change(&mut other);
        other
    };
    let overlaps = |other: Permit| first.overlapping(&[first.clone(), other]).len();
    assert_eq!(overlaps(other(|_| {})), 1);
    assert_eq!(overlaps(other(|other| other.place = " 污水池".into())), 1, "blanks tell no two places apart");
    assert_eq!(overlaps(other(|other| other.place = "喷漆房".into())), 0);
    assert_eq!(overlaps(other(|other| other.ends_at = None)), 0, "nobody knows how long it is for");
    let from = |other: &mut Permit, starts: &str| {
        other.starts_at = Some(moment(starts));
        other.ends_at = Some(moment("2026-11-21T15:00"));
    };
    let mut later = other(|_| {});
    from(&mut later, "2026-11-21T11:00");
    assert_eq!(overlaps(later.clone()), 0, "one ends as the other begins");
    from(&mut later, "2026-11-21T10:59");
    assert_eq!(overlaps(later.clone()), 1);
    let mut closed = first.clone();
    closed.closed_at = Some(moment("2026-11-21T10:00"));
    assert_eq!(closed.overlapping(&[later]).len(), 0, "what is accepted as done is over");
}

#[test]
fn the_next_permit_takes_over_who_and_where_and_nothing_that_is_looked_at() {
    let mut registers = Registers { permits: vec![sound(tested())], last_number: 1, ..Registers::default() };
    let first = registers.permits[0].kind.row().measures[0].id;
    registers.permits[0].measures.insert(first.into(), MeasureMark::NotNeeded);
    registers.permits[0].fields.insert("甲".into(), "乙".into());
    let now = moment("2026-11-25T13:05");
    let facts = crate::enterprise::Profile::default();
    let id = registers.begin_permit(tested(), now, &facts);
    let [next, last] = &registers.permits[..] else { panic!("two permits") };
    assert_eq!((id.as_str(), next.id.as_str(), last.id.as_str()), ("2", "2", "1"));
    assert_eq!(
        (&next.place, &next.workers, &next.guard, &next.approver, &next.fields),
        (&last.place, &last.workers, &last.guard, &last.approver, &last.fields)
    );
    assert_eq!((next.starts_at, next.ends_at), (Some(now), Some(now.plus_minutes(120))));
    assert_eq!((next.approved_at, next.closed_at, next.in_order, next.tests.len()), (None, None, false, 0));
    assert_eq!(next.measures.iter().collect::<Vec<_>>(), [(&first.to_owned(), &MeasureMark::NotNeeded)]);
    assert!(!next.is_in_order(&[]));
}

#[test]
fn the_first_permit_of_a_kind_has_a_level_that_is_offered_and_at_most_its_hours() {
    let facts = crate::enterprise::Profile::default();
    for kind in PermitKind::ALL {
        let mut registers = Registers::default();
        registers.begin_permit(kind, moment("2026-11-25T13:05"), &facts);
        let permit = &registers.permits[0];
        assert_eq!(permit.kind, kind);
        assert!(permit.level_row().is_some_and(|level| level.when.holds(&facts)), "{kind:?} {permit:?}");
        assert!(permit.faults(&[]).is_empty(), "{kind:?}: {:?}", permit.faults(&[]));
    }
}

#[test]
fn records_from_before_permits_stay_as_they_are() {
    let json = serde_json::to_string(&Registers::default()).unwrap();
    assert!(!json.contains("permits"), "{json}");
    let mut registers = Registers::default();
    registers.permits.push(sound(tested()));
    let json = serde_json::to_string(&registers).unwrap();
    assert_eq!(serde_json::from_str::<Registers>(&json).unwrap(), registers);
}

#[test]
fn every_gas_has_a_column_among_those_of_a_measurement() {
    let is_part = |column: PermitColumn| matches!(column.row().place, ColumnPlace::Part(Content::Line(_)));
    for gas in Gas::ALL {
        let column = PermitColumn::of_gas(gas);
        assert!(is_part(column) && column.row().headings.contains(&gas.row().name), "{gas:?}");
    }
}

#[test]
fn a_name_is_put_to_others_or_taken_away_however_they_were_divided() {
    assert_eq!(Permit::toggled("", "周安"), "周安");
    assert_eq!(Permit::toggled("周安，王平;李明", "赵青"), "周安、王平、李明、赵青");
    assert_eq!(Permit::toggled("周安，王平", " 周安 "), "王平");
}
