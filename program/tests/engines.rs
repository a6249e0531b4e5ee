//! The program asked from within other hosts.
//!
//! Each published file gets the verdict of the program itself. Two hosts run it as WebAssembly, as pages do.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anziping_tests::workplace;
use serde_json::Value;

/// The members that a host has to give of a file as the program does.
const TOLD: [&str; 5] = ["verdict", "reason", "at", "type", "document_sha256"];

fn folder() -> PathBuf {
    workplace::root().join("docs/verify/corpus").canonicalize().unwrap()
}

/// Collects what is told of each file, by its name without folders.
fn told(lines: &[Value]) -> BTreeMap<String, [Value; TOLD.len()]> {
    let name = |line: &Value| {
        let file = Path::new(line["file"].as_str().unwrap());
        file.file_name().unwrap().to_str().unwrap().to_owned()
    };
    lines.iter().map(|line| (name(line), TOLD.map(|member| line[member].clone()))).collect()
}

fn gives_each_published_file_its_verdict(host: &mut Command) {
    let own = Command::new(env!("CARGO_BIN_EXE_anziping")).arg("verify").arg(folder()).output().unwrap();
    let own = String::from_utf8(own.stdout).unwrap();
    let expected = told(&own.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<_>>());
    assert_eq!(expected.len(), fs::read_dir(folder()).unwrap().count());

    let output = host.arg(folder()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found = told(&serde_json::from_slice::<Vec<Value>>(&output.stdout).unwrap());
    assert_eq!(found.len(), expected.len(), "files without a verdict");
    for (file, expected) in expected {
        assert_eq!(found[&file], expected, "{file}");
    }
}

/// `verdicts.py` with what the nightly run has installed.
fn python(host: &str) -> Command {
    let mut command = Command::new(workplace::tools().join("venv-large/bin/python"));
    command.arg(workplace::root().join("tests/foreign/verdicts.py")).arg(host);
    command
}

/// The program compiled for hosts of WebAssembly (`wasm32-wasip1`).
fn wasm() -> PathBuf {
    env::var_os("ANZIPING_WASM").unwrap().into()
}

#[test]
#[ignore = "a program that is built for it: `cargo xtask test --only at-scale`"]
fn node_gives_each_published_file_its_verdict() {
    let mut node = Command::new("node");
    node.args(["--no-warnings".into(), workplace::root().join("tests/foreign/verdicts.mjs"), wasm()]);
    gives_each_published_file_its_verdict(&mut node);
}

#[test]
#[ignore = "a program that is built for it: `cargo xtask test --only at-scale`"]
fn python_gives_each_published_file_its_verdict() {
    gives_each_published_file_its_verdict(python("python").arg(wasm()));
}

#[test]
#[ignore = "a database of half a gigabyte: `cargo xtask test --only at-scale`"]
fn clickhouse_gives_each_published_file_its_verdict() {
    gives_each_published_file_its_verdict(python("clickhouse").arg(env!("CARGO_BIN_EXE_anziping")));
}

#[test]
#[ignore = "an engine of half a gigabyte: `cargo xtask test --only at-scale`"]
fn spark_gives_each_published_file_its_verdict() {
    gives_each_published_file_its_verdict(python("spark").arg(env!("CARGO_BIN_EXE_anziping")));
}
