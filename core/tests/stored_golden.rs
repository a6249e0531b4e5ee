//! Records of earlier programs are read by this one, and nothing in them is lost.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use anziping_core::document::report::MonthlyReport;
use anziping_core::document::{SIGNER_RULES, SignedDocument};
use anziping_core::edition::builtin;
use anziping_core::enterprise::Enterprise;
use anziping_core::month::draft::MonthDraft;
use anziping_core::record::backup::{Backup, PreviewState, preview};
use anziping_core::record::body::{read_body, read_what_is_understood, write_body};
use anziping_core::record::slots::{CopyPlace, FoundCopy, choose};
use anziping_core::record::{Envelope, KeyRecord, RecordKey, SCHEMA, SealedRecord, Settings, Unreadable};
use anziping_core::register::{Activity, Colour, Method, Registers};
use anziping_core::registry::Registry;
use anziping_core::seal::Sha256;
use anziping_core::seal::{container, json, limits, typed};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// One record of each kind of schema 1, with its file; the registers have constants of their own.
const FILES: [(&str, &str, &str); 6] = [
    ("settings", include_str!("golden/v1/settings.txt"), "settings"),
    ("e/e1", include_str!("golden/v1/enterprise.txt"), "enterprise"),
    ("m/e1/2026-11", include_str!("golden/v1/month.txt"), "month"),
    ("s/e1/2026-11/r1", include_str!("golden/v1/sealed.txt"), "sealed"),
    ("k/e1/--6IM5l0OosLj9yWskISYhUA3n_3CURQkmrYMSha_ck", include_str!("golden/v1/signing-key.txt"), "signing-key"),
    ("registry", include_str!("golden/v1/registry.txt"), "registry"),
];
const BACKUP: &str = include_str!("golden/v1/backup.txt");

fn envelope(file: &str) -> Envelope {
    let (key, text, _) = FILES.iter().find(|(.., name)| *name == file).unwrap();
    Envelope::read(&RecordKey::parse(key).unwrap(), text).unwrap()
}

/// Returns whether all of `old` is in `new`, which may have members that came in later.
fn keeps(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            old.iter().all(|(name, old)| new.get(name).is_some_and(|new| keeps(old, new)))
        }
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| keeps(old, new))
        }
        _ => old == new,
    }
}

fn typed<T: Serialize + DeserializeOwned>(file: &str) -> T {
    let body = envelope(file).body;
    let (read, rest) = read_body::<T>(&body).unwrap();
    let written = write_body(&read, &rest).unwrap();
    let (old, new): (Value, Value) = (serde_json::from_str(&body).unwrap(), serde_json::from_str(&written).unwrap());
    assert!(keeps(&old, &new), "{file}");
    read
}

#[test]
fn every_envelope_of_schema_1_is_read_and_written_back_equal() {
    for (_, text, name) in FILES {
        assert_eq!(envelope(name).write(), text, "{name}");
    }
}

#[test]
fn every_body_of_schema_1_keeps_its_content() {
    let settings: Settings = typed("settings");
    assert_eq!((settings.current.as_str(), settings.changes_since_backup, settings.persist), ("e1", 3, Some(true)));
    let enterprise: Enterprise = typed("enterprise");
    assert_eq!(
        (enterprise.uscc.as_str(), enterprise.facts.len(), enterprise.faults(builtin::catalogue().unwrap())),
        ("91320000DEM0000368", 13, vec![])
    );
    let month: MonthDraft = typed("month");
    assert_eq!((month.period.to_string().as_str(), month.demo, month.hazards.len()), ("2026-11", true, 8));
    assert_eq!(month.hazards[2].reopenings.len(), 1);
    let registry: Registry = typed("registry");
    assert_eq!(registry.enterprises[0].keys.len(), 1);
}

#[test]
fn the_signing_key_of_schema_1_still_opens() {
    let record: KeyRecord = typed("signing-key");
    let key = container::open_backup(&record.pem, "golden only, never for real").unwrap();
    assert_eq!(key.key_id(), record.kid);
    assert!(record.backup_checked);
}

/// The same text as a program of another schema would have kept it.
///
/// It has members that this program does not know.
fn of_schema(text: &str, schema: u32) -> String {
    let (line, body) = text.split_once('\n').unwrap();
    let (head, _) = line.rsplit_once(",\"sum\":\"").unwrap();
    let head = head.replace("\"schema\":1", &format!("\"schema\":{schema},\"sealed_by\":\"newer\""));
    let body = body.replacen('{', "{\"weather\":{\"rain\":[1,2]},", 1);
    let sum = Sha256::of(format!("{head}\n{body}").as_bytes()).to_string();
    format!("{head},\"sum\":\"{}\"}}\n{body}", &sum[..16])
}

#[test]
fn every_record_of_a_newer_schema_is_told_apart_and_shown_without_being_written() {
    for (key, text, name) in FILES {
        let key = RecordKey::parse(key).unwrap();
        for schema in [SCHEMA + 1, SCHEMA + 7] {
            let newer = of_schema(text, schema);
            assert_eq!(Envelope::read(&key, &newer), Err(Unreadable::Newer { schema }), "{name}");
            let shown = Envelope::read_newer(&key, &newer).unwrap();
            assert_eq!(shown.revision, envelope(name).revision, "{name}");
            // Beside an older copy, whatever its revision: nothing is healed, and the newer text is the one to show.
            let candidates = [
                FoundCopy { place: CopyPlace::LocalA, text: Some(text.to_owned()) },
                FoundCopy { place: CopyPlace::LocalB, text: None },
                FoundCopy { place: CopyPlace::Journal, text: Some(newer.clone()) },
            ];
            let choice = choose(&key, &candidates);
            assert!(choice.newer_program && choice.heal.is_empty(), "{name}");
            assert_eq!(choice.newer, Some(shown), "{name}");
        }
        assert_eq!(Envelope::read_newer(&key, text), None, "{name} is of this schema");
    }
    let month = of_schema(FILES[2].1, SCHEMA + 1);
    let body = Envelope::read_newer(&RecordKey::parse(FILES[2].0).unwrap(), &month).unwrap().body;
    assert_eq!(read_what_is_understood::<MonthDraft>(&body, &["period"]).unwrap().value.hazards.len(), 8);
    let enterprise = of_schema(FILES[1].1, SCHEMA + 1);
    let body = Envelope::read_newer(&RecordKey::parse(FILES[1].0).unwrap(), &enterprise).unwrap().body;
    assert_eq!(read_what_is_understood::<Enterprise>(&body, &[]).unwrap().value.uscc, "91320000DEM0000368");
}

/// Kinds of records that came into schema 1 after its backup was made.
#[test]
fn registers_of_schema_1_keep_their_content() {
    let text = include_str!("golden/v1/registers.txt");
    let envelope = Envelope::read(&RecordKey::Registers("e1".into()), text).unwrap();
    assert_eq!(envelope.write(), text);
    let (registers, rest) = read_body::<Registers>(&envelope.body).unwrap();
    let (old, new): (Value, Value) = (
        serde_json::from_str(&envelope.body).unwrap(),
        serde_json::from_str(&write_body(&registers, &rest).unwrap()).unwrap(),
    );
    assert!(keeps(&old, &new));
    assert_eq!(
        (registers.people[0].name.as_str(), registers.risks[0].colour(Method::Lec)),
        ("测试甲", Some(Colour::Red))
    );
    assert_eq!((registers.method, registers.yearly_worker.as_str(), registers.last_number), (Method::Lec, "12", 3));
    for schema in [SCHEMA + 1, SCHEMA + 7] {
        assert_eq!(Envelope::read(&envelope.key, &of_schema(text, schema)), Err(Unreadable::Newer { schema }));
    }
}

/// Documents, drills and expenses came into the registers later still.
#[test]
fn registers_with_documents_drills_and_expenses_keep_their_content() {
    let text = include_str!("golden/v1/registers-of-duties.txt");
    let envelope = Envelope::read(&RecordKey::Registers("e1".into()), text).unwrap();
    assert_eq!(envelope.write(), text);
    let (registers, rest) = read_body::<Registers>(&envelope.body).unwrap();
    assert_eq!(write_body(&registers, &rest).unwrap(), envelope.body);
    assert_eq!(
        write_body(&registers, &read_body::<Registers>("{}").unwrap().1).unwrap(),
        envelope.body,
        "every member is known"
    );
    assert_eq!((registers.documents.len(), registers.drills.len(), registers.expenses.len()), (2, 2, 2));
    assert_eq!((registers.activity, registers.on_site_only), (Some(Activity::Machinery), true));
}

struct Composed;

/// The golden texts are in form C; the test needs no tables for it.
impl json::Normalise for Composed {
    fn is_nfc(&self, _: &str) -> bool {
        true
    }

    fn to_nfc(&self, text: &str) -> String {
        text.to_owned()
    }
}

#[test]
fn the_sealed_report_of_schema_1_is_still_genuine() {
    let record: SealedRecord = typed("sealed");
    assert!(record.text.len() < limits::FILE_BYTES);
    let verified = anziping_core::seal::envelope::verify(record.text.as_bytes(), SIGNER_RULES, &Composed).unwrap();
    assert_eq!(verified.document_sha256, record.document_sha256);
    let report: MonthlyReport = typed::from_value(&verified.document).unwrap();
    assert_eq!(report.check(), Ok(()));
    assert_eq!(report.declared.total, record.total);
}

#[test]
fn the_backup_of_format_1_is_read_whole() {
    let backup = Backup::read(BACKUP).unwrap();
    assert_eq!(backup.write(), BACKUP);
    let existing: Vec<Envelope> = FILES.iter().map(|(.., name)| envelope(name)).collect();
    assert_eq!(backup.records.len(), existing.len());
    assert!(preview(&backup, &existing).iter().all(|row| row.state == PreviewState::Same));
}
