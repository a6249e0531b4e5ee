//! A backup is whole, or says what of it can still be read; restoring never decides by itself.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use anziping_core::enterprise::Enterprise;
use anziping_core::record::backup::{Backup, BackupFault, BackupRecord, PreviewState, SigningKeys, preview};
use anziping_core::record::rekey::align;
use anziping_core::record::whole::Unusable;
use anziping_core::record::{Envelope, KeyRecord, RecordKey, ReturnName, Settings};
use anziping_core::seal::Sha256;
use anziping_core::signer::Role;
use anziping_core::value::period::Period;
use anziping_core::value::timestamp::Timestamp;

fn november() -> Period {
    Period::parse("2026-11").unwrap()
}

fn at(key: RecordKey, revision: u64, minute: u8, body: &str) -> Envelope {
    Envelope { key, revision, saved_at: format!("2026-11-21T10:{minute:02}:00+08:00"), body: body.into() }
}

fn enterprise(id: &str, name: &str, uscc: &str) -> Envelope {
    let enterprise = Enterprise { name: name.into(), uscc: uscc.into(), ..Enterprise::default() };
    at(RecordKey::Enterprise(id.into()), 1, 0, &serde_json::to_string(&enterprise).unwrap())
}

fn month(id: &str, revision: u64, minute: u8, body: &str) -> Envelope {
    at(RecordKey::Month(id.into(), november()), revision, minute, body)
}

fn records() -> Vec<Envelope> {
    vec![
        at(RecordKey::Settings, 3, 1, r#"{"current":"e1"}"#),
        enterprise("e1", "甲厂", "91320000DEM0000368"),
        month("e1", 7, 30, r#"{"period":"2026-11","preparer":"安全员\n𠮷"}"#),
        at(RecordKey::Sealed("e1".into(), november(), 1), 1, 40, SEALED),
        at(RecordKey::SigningKey("e1".into(), KID.parse().unwrap()), 1, 50, KEY),
    ]
}

const SEALED: &str = r#"{"text":"{}","file_name":"a.signed.json","document_sha256":"0000000000000000000000000000000000000000000000000000000000000000","sealed_at":"2026-11-30T17:00:00+08:00"}"#;
const KEY: &str = r#"{"kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","pem":"…","x":"…","name":"王建国","title":"","role":"principal","created_at":"2026-11-02T08:00:00+08:00"}"#;
const KID: &str = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

fn backup() -> Backup {
    Backup::of(&records(), SigningKeys::Included, "2026-11-21T11:00:00+08:00".into(), "0.1.0".into())
}

#[test]
fn a_backup_comes_back_whole_and_is_plain_json() {
    let text = backup().write();
    assert_eq!(Backup::read(&text), Ok(backup()));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&json["app"], &json["format"]), (&"anziping".into(), &1.into()));
    assert_eq!(json["records"].as_array().unwrap().len(), 5);
    let opened: Vec<Envelope> =
        Backup::read(&text).unwrap().records.iter().map(|record| record.open().unwrap()).collect();
    assert_eq!(opened, records());
}

#[test]
fn every_text_a_person_can_enter_comes_back_from_a_backup() {
    let odd = "引号\" 反斜杠\\ 行\n列\t 空\u{0} 删\u{7f} 行\u{2028}段\u{2029} \u{feff}𠮷👨‍👩‍👧";
    let record = at(RecordKey::Settings, 1, 0, &serde_json::to_string(odd).unwrap());
    let backup = Backup::of(std::slice::from_ref(&record), SigningKeys::Included, odd.into(), odd.into());
    let read = Backup::read(&backup.write()).unwrap();
    assert_eq!(read, backup);
    assert_eq!(read.records[0].open(), Ok(record));
}

#[test]
fn an_empty_backup_is_one() {
    let empty = Backup::of(&[], SigningKeys::Included, String::new(), String::new());
    assert_eq!(Backup::read(&empty.write()), Ok(empty));
}

#[test]
fn signing_keys_go_in_only_when_chosen() {
    let without = Backup::of(&records(), SigningKeys::LeftOut, String::new(), String::new());
    assert_eq!(without.records.len(), 4);
    assert!(!without.write().contains("k/e1/"));
}

#[test]
fn what_mail_and_editors_do_to_a_file_is_forgiven() {
    let text = backup().write();
    for changed in
        [format!("\u{feff}{text}"), text.replace('\n', "\r\n"), format!("{text}\r\n \n"), text.trim_end().to_owned()]
    {
        assert_eq!(Backup::read(&changed), Ok(backup()));
    }
}

#[test]
fn a_cut_file_gives_back_every_whole_record() {
    let text = backup().write();
    let text = text.trim_end();
    let lines: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    for length in (lines[0]..text.len()).filter(|&length| text.is_char_boundary(length)) {
        let Err(BackupFault::Truncated { readable }) = Backup::read(&text[..length]) else {
            panic!("cut to {length} bytes")
        };
        // A record ends before the comma or line feed that follows it.
        let whole =
            lines.iter().skip(1).filter(|&&end| length >= end - usize::from(text.as_bytes()[end - 1] == b',')).count();
        assert_eq!(readable.records.len(), whole, "cut to {length} bytes");
        assert_eq!(readable.records, backup().records[..whole]);
    }
}

#[test]
fn a_changed_record_is_named_and_the_others_are_given_back() {
    let text = backup().write().replace("2026-11\\\\\\\",\\\\\\\"prep", "2026-12\\\\\\\",\\\\\\\"prep");
    let text = if text == backup().write() { text.replacen("preparer", "qreparer", 1) } else { text };
    let Err(BackupFault::Damaged { readable, lost }) = Backup::read(&text) else { panic!("noticed") };
    assert_eq!(lost, ["m/e1/2026-11"]);
    assert_eq!(readable.records.len(), 4);
}

#[test]
fn every_changed_byte_is_noticed() {
    let text = backup().write();
    for at in 0..text.trim_end().len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let Ok(changed) = String::from_utf8(bytes) else { continue };
        let read = Backup::read(&changed);
        assert!(read.is_err(), "byte {at}");
        if let Err(BackupFault::Damaged { readable, .. } | BackupFault::Truncated { readable }) = read {
            assert!(
                readable.records.iter().all(|record| backup().records.contains(record) || record.open().is_err()),
                "byte {at}"
            );
        }
    }
}

#[test]
fn other_files_are_not_backups() {
    for other in
        ["", "{}", "PK\u{3}\u{4}", "{\"app\":\"another\",\"format\":1,\"records\":[\n],\"sum\":\"\"}", "hello\nworld"]
    {
        assert_eq!(Backup::read(other), Err(BackupFault::NotABackup), "{other}");
    }
}

#[test]
fn a_newer_format_asks_for_an_update() {
    let covered = "{\"app\":\"anziping\",\"format\":2,\"zip\":true,\"records\":[\n<packed>";
    let text = format!("{covered}\n],\"sum\":\"{}\"}}\n", Sha256::of(covered.as_bytes()));
    assert_eq!(Backup::read(&text), Err(BackupFault::Newer { format: 2 }));
}

fn states(existing: &[Envelope]) -> Vec<PreviewState> {
    preview(&backup(), existing).into_iter().map(|row| row.state).collect()
}

#[test]
fn into_an_empty_browser_everything_is_new_and_names_its_enterprise() {
    let rows = preview(&backup(), &[]);
    assert!(rows.iter().all(|row| row.state == PreviewState::New));
    let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["", "甲厂", "甲厂", "甲厂", "甲厂"]);
}

#[test]
fn the_later_one_is_said_and_what_contradicts_itself_is_a_conflict() {
    let against = |other: Envelope| states(&[other])[2];
    assert_eq!(against(records()[2].clone()), PreviewState::Same);
    assert_eq!(
        against(Envelope { saved_at: String::new(), ..records()[2].clone() }),
        PreviewState::Same,
        "time alone is no difference"
    );
    assert_eq!(against(month("e1", 6, 29, "{}")), PreviewState::BackupNewer);
    assert_eq!(against(month("e1", 8, 31, "{}")), PreviewState::BackupOlder);
    assert_eq!(against(month("e1", 7, 31, "{}")), PreviewState::Conflict, "equal revision, other content");
    assert_eq!(against(month("e1", 6, 31, "{}")), PreviewState::Conflict, "fewer changes but later: two devices");
    assert_eq!(against(month("e1", 8, 29, "{}")), PreviewState::Conflict);
    assert_eq!(
        against(Envelope { saved_at: "?".into(), ..month("e1", 6, 0, "{}") }),
        PreviewState::Conflict,
        "unknown time"
    );
}

#[test]
fn a_sealed_report_with_other_content_is_always_a_conflict() {
    let other = at(RecordKey::Sealed("e1".into(), november(), 1), 0, 0, "{}");
    assert_eq!(states(&[other])[3], PreviewState::Conflict);
}

#[test]
fn records_that_cannot_be_opened_say_why() {
    let head = r#"{"app":"anziping","schema":9"#;
    let newer =
        format!("{head},\"sum\":\"{}\"}}\n{{}}", &Sha256::of(format!("{head}\n{{}}").as_bytes()).to_string()[..16]);
    let record = |key: &str, text: &str| BackupRecord { key: key.into(), text: text.into() };
    let records = vec![record("m/e1/2026-11", &newer), record("photos/e1", "?"), record("e/e1", "?")];
    let odd = Backup { records, ..backup() };
    let states: Vec<PreviewState> = preview(&odd, &[]).into_iter().map(|row| row.state).collect();
    assert_eq!(states, [PreviewState::ReadOnlyNewer, PreviewState::ReadOnlyNewer, PreviewState::Damaged]);
}

#[test]
fn a_record_whose_body_cannot_be_read_is_not_offered_whatever_its_checksum() {
    let deep = "[".repeat(200_000);
    let bodies = ["null", "[]", "7", "\"甲\"", "{", r#"{"period":"2026-13"}"#, r#"[["2026-11"]]"#, &deep];
    let kid = KID.parse().unwrap();
    let keys = [
        RecordKey::Settings,
        RecordKey::Enterprise("e9".into()),
        RecordKey::Month("e9".into(), november()),
        RecordKey::Before("e9".into(), november()),
        RecordKey::Sealed("e9".into(), november(), 1),
        RecordKey::SigningKey("e9".into(), kid),
        RecordKey::Receipt("e9".into(), november(), 1),
        RecordKey::Return("e9".into(), november(), ReturnName::Revision(1)),
        RecordKey::Registers("e9".into()),
        RecordKey::Registry,
        RecordKey::Received(1),
        RecordKey::CheckList("0".repeat(64)),
    ];
    for key in keys {
        // A lone unknown member is nothing wrong in records whose members may all be missing.
        let wrong =
            bodies.iter().filter(|body| !body.starts_with(r#"{"period""#) || matches!(key, RecordKey::Month(..)));
        for body in wrong {
            let record = at(key.clone(), 1, 0, body);
            let backup = Backup::of(&[record], SigningKeys::Included, String::new(), String::new());
            let row = preview(&backup, &[]).remove(0);
            let said = format!("{key} {}", &body[..body.len().min(20)]);
            assert_eq!(row.state, PreviewState::Damaged, "{said}");
            assert!(matches!(row.unusable, Some(Unusable::Body(_))), "{said}: {:?}", row.unusable);
        }
    }
    assert!(preview(&backup(), &[]).iter().all(|row| row.unusable.is_none()));
}

#[test]
fn a_direction_control_in_a_name_is_shown_by_its_number() {
    let there = Backup::of(
        &[enterprise("e1", "甲\u{202E}厂", "91320000DEM0000368")],
        SigningKeys::Included,
        String::new(),
        String::new(),
    );
    assert_eq!(preview(&there, &[])[0].title, "甲⟨U+202E⟩厂");
}

fn keys(backup: &Backup) -> Vec<&str> {
    backup.records.iter().map(|record| record.key.as_str()).collect()
}

#[test]
fn the_first_enterprise_of_two_browsers_is_not_taken_for_the_same() {
    // Here e1 is another works, and e2 exists as well.
    let here = [enterprise("e1", "乙厂", "91350100M000100Y43"), enterprise("e2", "丙厂", "91310000MA1FL0000N")];
    let aligned = align(&backup(), &here);
    assert_eq!(keys(&aligned), ["settings", "e/e3", "m/e3/2026-11", "s/e3/2026-11/r1", &format!("k/e3/{KID}")]);
    assert!(preview(&aligned, &here).iter().all(|row| row.state == PreviewState::New));
    let settings: Settings = serde_json::from_str(&aligned.records[0].open().unwrap().body).unwrap();
    assert_eq!(settings.current, "e3");
    // Everything but the name of the record is as it was.
    assert_eq!(aligned.records[2].open().unwrap().body, records()[2].body);
    assert_eq!(aligned.records[2].open().unwrap().revision, 7);
}

#[test]
fn the_same_enterprise_under_another_id_is_recognised_by_its_code() {
    let here =
        [enterprise("e1", "乙厂", "91350100M000100Y43"), enterprise("e2", "甲厂（新名）", " 9132 0000dem0000368")];
    assert_eq!(
        keys(&align(&backup(), &here)),
        ["settings", "e/e2", "m/e2/2026-11", "s/e2/2026-11/r1", &format!("k/e2/{KID}")]
    );
}

#[test]
fn exchanged_ids_are_exchanged_back() {
    let there = [
        enterprise("e1", "甲厂", "91320000DEM0000368"),
        enterprise("e2", "乙厂", "91350100M000100Y43"),
        month("e1", 1, 0, "\"甲\""),
        month("e2", 1, 0, "\"乙\""),
    ];
    let here = [enterprise("e1", "乙厂", "91350100M000100Y43"), enterprise("e2", "甲厂", "91320000DEM0000368")];
    let aligned = align(&Backup::of(&there, SigningKeys::Included, String::new(), String::new()), &here);
    assert_eq!(keys(&aligned), ["e/e2", "e/e1", "m/e2/2026-11", "m/e1/2026-11"]);
    assert_eq!(aligned.records[2].open().unwrap().body, "\"甲\"");
}

#[test]
fn an_enterprise_without_a_code_is_the_same_only_under_the_same_id_and_name() {
    let there = [enterprise("e1", "甲厂", ""), month("e1", 1, 0, "{}")];
    let there = Backup::of(&there, SigningKeys::Included, String::new(), String::new());
    assert_eq!(keys(&align(&there, &[enterprise("e1", "甲厂", "")])), ["e/e1", "m/e1/2026-11"]);
    assert_eq!(keys(&align(&there, &[enterprise("e1", "乙厂", "")])), ["e/e2", "m/e2/2026-11"]);
    assert_eq!(keys(&align(&there, &[])), ["e/e1", "m/e1/2026-11"]);
}

#[test]
fn months_whose_enterprise_record_is_lost_are_not_mixed_with_anothers() {
    // Salvaged from a cut file: the month is there, its enterprise is not.
    let there = Backup::of(&[month("e1", 1, 0, "{}")], SigningKeys::Included, String::new(), String::new());
    assert_eq!(keys(&align(&there, &[enterprise("e1", "乙厂", "91350100M000100Y43")])), ["m/e2/2026-11"]);
    assert_eq!(keys(&align(&there, &[])), ["m/e1/2026-11"]);
}

#[test]
fn an_enterprise_entered_twice_stays_two() {
    let there = [enterprise("e1", "甲厂", "91320000DEM0000368"), enterprise("e2", "甲厂", "91320000DEM0000368")];
    let there = Backup::of(&there, SigningKeys::Included, String::new(), String::new());
    assert_eq!(keys(&align(&there, &[enterprise("e5", "甲厂", "91320000DEM0000368")])), ["e/e5", "e/e2"]);
}

#[test]
fn a_month_goes_to_the_principal_without_keys_or_other_months() {
    let december = Period::parse("2026-12").unwrap();
    let mut all = records();
    all.push(enterprise("e2", "乙厂", "91320000DEM0000456"));
    all.push(at(RecordKey::Month("e1".into(), december), 1, 55, r#"{"period":"2026-12"}"#));
    all.push(at(RecordKey::Registers("e1".into()), 2, 56, "{}"));
    let handed = Backup::handing_over(&all, ("e1", november()), "ab", "now".into(), "test".into());
    let names: Vec<&str> = handed.records.iter().map(|record| record.key.as_str()).collect();
    assert_eq!(names, ["e/e1", "m/e1/2026-11", "l/e1"]);
    let read = Backup::read(&handed.write()).unwrap();
    assert_eq!(read.handed_over(), Some(("e1".into(), november())));
    assert_eq!(backup().handed_over(), None, "a backup of everything is none");
}

#[test]
fn a_backup_holds_a_key_when_its_bytes_are_the_same() {
    let key = KeyRecord {
        kid: KID.parse().unwrap(),
        pem: "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n-----END ENCRYPTED PRIVATE KEY-----\n".into(),
        x: "AA".into(),
        name: "王建国".into(),
        title: String::new(),
        role: Role::Principal,
        created_at: Timestamp::parse("2026-11-21T10:00:00+08:00").unwrap(),
        backup_checked: false,
        mandate: None,
        retired: None,
    };
    let kept =
        |key: &KeyRecord| at(RecordKey::SigningKey("e1".into(), key.kid), 1, 50, &serde_json::to_string(key).unwrap());
    let backup = |keys| Backup::of(&[kept(&key)], keys, "now".into(), "test".into());
    assert!(backup(SigningKeys::Included).holds(&key));
    assert!(!backup(SigningKeys::LeftOut).holds(&key), "keys were left out");
    let other = KeyRecord { pem: key.pem.replace("AA==", "AB=="), ..key.clone() };
    assert!(!backup(SigningKeys::Included).holds(&other), "locked otherwise since");
}
