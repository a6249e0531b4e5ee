//! Other implementations agree about what is genuine.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{fs, path::PathBuf};

use anziping_core::exchange::csv;
use anziping_tests::{
    foreign::{self, Foreign},
    workplace,
};
use serde_json::Value;

fn known_answer() -> PathBuf {
    workplace::root().join("docs/verify/known-answer.signed.json")
}

#[test]
fn everybody_accepts_the_known_answer() {
    for foreign in Foreign::ALL {
        assert_eq!(
            foreign.check(&known_answer()),
            Ok("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".into()),
            "{foreign:?}"
        );
    }
}

#[test]
fn everybody_refuses_a_known_answer_with_one_digit_changed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("tampered.json");
    let text = fs::read_to_string(known_answer()).unwrap();
    let tampered = text.replace("共 12 具", "共 13 具");
    assert_ne!(tampered, text);
    fs::write(&file, tampered).unwrap();
    for foreign in Foreign::ALL {
        assert!(foreign.check(&file).is_err(), "{foreign:?}");
    }
}

#[test]
fn everybody_refuses_a_principal_who_has_not_signed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("unsigned.json");
    let mut text: serde_json::Value = serde_json::from_str(&fs::read_to_string(known_answer()).unwrap()).unwrap();
    text["signatures"] = serde_json::json!([]);
    fs::write(&file, text.to_string()).unwrap();
    for foreign in Foreign::ALL {
        assert!(foreign.check(&file).is_err(), "{foreign:?}");
    }
}

fn in_docs(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(workplace::root().join("docs/verify").join(name)).unwrap()).unwrap()
}

/// Two programs that share nothing with this project reach the verdict of the corpus.
///
/// `differences.json` names the exceptions. What only somebody who knows the documents can see (`unsound`, `newer`) is
/// genuine to them.
#[test]
fn two_foreign_programs_agree_about_the_corpus() {
    let (corpus, differences) = (in_docs("corpus.json"), in_docs("differences.json"));
    let corpus = corpus.as_object().unwrap();
    let files: Vec<PathBuf> =
        corpus.keys().map(|name| workplace::root().join("docs/verify/corpus").join(name)).collect();
    for (foreign, name) in [(Foreign::Python, "python"), (Foreign::Node, "node")] {
        let verdicts = foreign.check_all(&files);
        let otherwise = corpus
            .iter()
            .zip(&verdicts)
            .filter(|((_, case), verdict)| (case["verdict"] != "refused") != verdict.is_ok());
        let otherwise: Vec<&String> = otherwise.map(|((file, _), _)| file).collect();
        let intended: Vec<&String> = differences[name].as_object().unwrap().keys().collect();
        assert_eq!(otherwise, intended, "{name}");
    }
}

#[test]
fn the_shell_program_agrees_about_every_type_of_document() {
    let corpus = in_docs("corpus.json");
    let genuine = corpus.as_object().unwrap().iter().filter(|(_, case)| case["verdict"] == "accepted");
    for (file, _) in genuine.filter(|(file, _)| !file.starts_with("wrapped-")) {
        let path = workplace::root().join("docs/verify/corpus").join(file);
        assert!(Foreign::Shell.check(&path).is_ok(), "{file}");
    }
}

/// With every set of separators that people are likely to have ticked, its default among them.
#[test]
fn libre_office_finds_the_exported_cells_and_no_formula() {
    let formulas = ["=1+1", "=cmd|xCalc!A0", "+1+1", "-1+1", "@SUM(1)", "＝1+1", "=HYPERLINK(\"a\")"];
    let before = ["", "甲;", "甲,", "甲\t", "甲|", "甲 ", "甲\n", "\"甲\";", "\"", "'", "甲\";\"", " "];
    let rows: Vec<Vec<String>> = std::iter::once(vec!["名称;=1+1".into(), "代码".into()])
        .chain(before.iter().map(|before| formulas.iter().map(|formula| format!("{before}{formula}")).collect()))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    for (number, separators) in [",;\t", ",", ",;\t| "].into_iter().enumerate() {
        let file = folder.path().join(format!("{number}.csv"));
        fs::write(&file, csv::table(&rows)).unwrap();
        let opened = fs::read(foreign::libre_office(&file, separators)).unwrap();
        let table = anziping_tables::read(&opened).unwrap();
        let found: Vec<Vec<&str>> =
            table.sheets[0].rows.iter().map(|row| row.cells.iter().map(|cell| csv::plain(cell)).collect()).collect();
        let meant: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(|cell| csv::plain(cell)).collect()).collect();
        assert_eq!(found, meant, "separators {separators:?}");
    }
}
