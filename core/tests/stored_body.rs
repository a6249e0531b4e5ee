//! Members that this program does not know are still there after it wrote.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use anziping_core::demo::demo;
use anziping_core::edition::builtin;
use anziping_core::enterprise::Enterprise;
use anziping_core::month::answer::{Answer, Mark};
use anziping_core::month::draft::MonthDraft;
use anziping_core::record::Settings;
use anziping_core::record::body::{read_body, read_known, read_what_is_understood, write_body};
use anziping_core::value::period::Period;
use serde_json::{Value, json};

fn month() -> MonthDraft {
    demo(builtin::catalogue().unwrap(), builtin::reference().unwrap(), Period::parse("2026-11").unwrap()).1
}

/// The demo month as a newer program might have written it: something unknown on every level.
fn of_a_newer_program() -> Value {
    let mut body = serde_json::to_value(month()).unwrap();
    body["weather"] = json!({ "floods": [1, 2, { "deep": null }] });
    body["answers"]["X22"]["photos"] = json!(["a.jpg"]);
    body["month"]["signature"] = json!("墨");
    body["hazards"][3]["recordings"] = json!(["b.m4a", "c.m4a"]);
    body["hazards"][2]["reopenings"][0]["seen_by"] = json!("街道");
    body["lineage"]["branch"] = json!(7);
    body
}

#[test]
fn unknown_members_on_every_level_survive_a_round_trip() {
    let text = of_a_newer_program().to_string();
    let (read, rest) = read_body::<MonthDraft>(&text).unwrap();
    assert_eq!(read, month());
    assert_eq!(write_body(&read, &rest).unwrap(), text);
}

#[test]
fn what_is_only_looked_at_is_read_as_strictly() {
    assert_eq!(read_known::<MonthDraft>(&of_a_newer_program().to_string()).unwrap(), month());
    // One place is wrong, far behind everything that a list shows of a month.
    let mut misshapen = of_a_newer_program();
    misshapen["hazards"][3]["photos"] = json!("a.jpg");
    for text in [misshapen.to_string(), "{".to_owned(), r#"{"demo":false}"#.to_owned()] {
        let fault = read_body::<MonthDraft>(&text).map(drop).unwrap_err();
        assert_eq!(read_known::<MonthDraft>(&text).map(drop), Err(fault));
    }
}

#[test]
fn they_survive_changes_and_follow_their_hazard() {
    let (mut read, rest) = read_body::<MonthDraft>(&of_a_newer_program().to_string()).unwrap();
    let kept = read.hazards[3].id.clone();
    read.hazards.remove(0);
    read.hazards.reverse();
    read.answers.get_mut("X22").unwrap().mark = Some(Mark::Yes);
    let written: Value = serde_json::from_str(&write_body(&read, &rest).unwrap()).unwrap();
    assert_eq!(written["answers"]["X22"]["photos"], json!(["a.jpg"]));
    assert_eq!(written["answers"]["X22"]["mark"], json!("yes"));
    let with_recordings: Vec<&Value> =
        written["hazards"].as_array().unwrap().iter().filter(|hazard| hazard.get("recordings").is_some()).collect();
    assert_eq!(with_recordings.len(), 1);
    assert_eq!(with_recordings[0]["id"], json!(kept));
}

#[test]
fn what_belonged_to_a_removed_answer_goes_with_it() {
    let (mut read, rest) = read_body::<MonthDraft>(&of_a_newer_program().to_string()).unwrap();
    read.answers.remove("X22");
    let written: Value = serde_json::from_str(&write_body(&read, &rest).unwrap()).unwrap();
    assert_eq!(written["answers"].get("X22"), None);
}

#[test]
fn a_cleared_field_stays_cleared() {
    let body = json!({ "period": "2026-11", "answers": { "Z01": { "mark": "yes", "note": "看过" } } });
    let (mut read, rest) = read_body::<MonthDraft>(&body.to_string()).unwrap();
    read.answers.insert("Z01".into(), Answer::default());
    let (again, _) = read_body::<MonthDraft>(&write_body(&read, &rest).unwrap()).unwrap();
    assert_eq!(again.answers["Z01"], Answer::default());
}

#[test]
fn what_an_older_program_left_out_has_its_default() {
    let (read, _) = read_body::<Enterprise>(r#"{"name":"某厂"}"#).unwrap();
    assert_eq!(read, Enterprise { name: "某厂".into(), ..Enterprise::default() });
    assert_eq!(read_body::<Settings>("{}").unwrap().0, Settings::default());
    let (read, _) = read_body::<MonthDraft>(r#"{"period":"2026-11"}"#).unwrap();
    assert_eq!((read.period, read.answers.len()), (Period::parse("2026-11").unwrap(), 0));
}

#[test]
fn another_shape_is_refused() {
    for wrong in [
        "",
        "[]",
        "null",
        "{\"period\":\"2026-13\"}",
        "{\"period\":\"2026-11\",\"hazards\":{}}",
        "{\"period\":\"2026-11\"} x",
    ] {
        assert!(read_body::<MonthDraft>(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn of_a_newer_body_everything_is_shown_that_is_understood() {
    let mut body = of_a_newer_program();
    body["answers"]["Z01"]["mark"] = json!("probably");
    body["month"]["fields"]["drone_flights"] = json!("3");
    body["hazards"][1]["stage"] = json!("monitored_by_robot");
    body["preparer"] = json!({ "name": "李四", "role": "安全员" });
    let text = body.to_string();
    assert!(read_body::<MonthDraft>(&text).is_err());
    let understood = read_what_is_understood::<MonthDraft>(&text, &["period"]).unwrap();
    assert_eq!(understood.left_out, 4);
    let shown = understood.value;
    let mut expected = month();
    expected.answers.get_mut("Z01").unwrap().mark = None;
    expected.hazards.remove(1);
    expected.preparer = String::new();
    assert_eq!(shown, expected);
    assert_eq!(
        read_what_is_understood::<MonthDraft>(&of_a_newer_program().to_string(), &["period"]).unwrap().left_out,
        0
    );
    for hopeless in ["", "[]", "{}", "{\"period\":7}"] {
        assert_eq!(read_what_is_understood::<MonthDraft>(hopeless, &["period"]), None, "{hopeless}");
    }
}

#[test]
fn a_body_is_one_line() {
    let mut draft = month();
    draft.answers.get_mut("Z01").unwrap().note = "第一行\n第二行\r\u{2028}".into();
    assert!(
        !write_body(&draft, &read_body::<MonthDraft>(r#"{"period":"2026-11"}"#).unwrap().1)
            .unwrap()
            .contains(['\n', '\r'])
    );
}
