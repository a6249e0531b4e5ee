//! The program asked from within other engines: the published files, each with its published verdict.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anziping_tests::workplace;
use serde_json::Value;

/// Whether an engine hands over a file without bytes.
#[derive(PartialEq)]
enum OfNothing {
    ARow,
    NoRow,
}

fn gives_each_published_file_its_verdict(engine: &str, of_nothing: OfNothing) {
    let verify = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs/verify").canonicalize().unwrap();
    let corpus: BTreeMap<String, Value> =
        serde_json::from_slice(&fs::read(verify.join("corpus.json")).unwrap()).unwrap();
    let mut command = Command::new(workplace::tools().join("venv-large/bin/python"));
    command.arg(workplace::root().join("tests/foreign/verdicts.py")).args([engine, env!("CARGO_BIN_EXE_anziping")]);
    let output = command.arg(verify.join("corpus")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let is_empty = |name: &String| fs::metadata(verify.join("corpus").join(name)).unwrap().len() == 0;
    let handed_over = |name: &&String| of_nothing == OfNothing::ARow || !is_empty(name);
    assert_eq!(lines.len(), corpus.keys().filter(handed_over).count());
    for line in lines {
        let name = line["file"].as_str().unwrap();
        let expected = &corpus[name];
        if expected["verdict"] == "accepted" {
            let verdict = line["verdict"].as_str().unwrap();
            assert!(["demo", "unregistered", "other"].contains(&verdict), "{name}: {line}");
        } else {
            assert_eq!(line["verdict"], expected["verdict"], "{name}");
            assert_eq!(line["reason"], expected["reason"], "{name}");
            assert_eq!(line["at"], expected["at"], "{name}");
        }
    }
}

#[test]
#[ignore = "a database of half a gigabyte: `cargo xtask test --nightly`"]
fn clickhouse_gives_each_published_file_its_verdict() {
    gives_each_published_file_its_verdict("clickhouse", OfNothing::NoRow);
}

#[test]
#[ignore = "an engine of half a gigabyte: `cargo xtask test --nightly`"]
fn spark_gives_each_published_file_its_verdict() {
    gives_each_published_file_its_verdict("spark", OfNothing::ARow);
}
