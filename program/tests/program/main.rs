//! The program over real folders.
//!
//! The same verdicts as the page, and an exit code that tells a script what to do.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod met;
mod output;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use anziping_tests::reports::{self, CheckList};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use tempfile::TempDir;

fn anziping(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_anziping")).args(arguments).output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn lines(output: &[u8]) -> Vec<Value> {
    String::from_utf8_lossy(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A folder with reports, and the verdicts that must come.
fn a_batch(count: usize) -> (TempDir, reports::Batch) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("files")).unwrap();
    let mut batch = reports::write(&folder.path().join("files"), count, CheckList::Ours);
    let backup = folder.path().join("registry.json");
    fs::rename(&batch.backup, &backup).unwrap();
    batch.backup = backup;
    (folder, batch)
}

#[test]
fn the_published_corpus_gets_its_published_verdicts() {
    let corpus: BTreeMap<String, Value> =
        serde_json::from_slice(&fs::read(repository().join("docs/verify/corpus.json")).unwrap()).unwrap();
    let output = anziping(&["verify", text(&repository().join("docs/verify/corpus"))]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let lines = lines(&output.stdout);
    assert_eq!(lines.len(), corpus.len());
    for line in lines {
        let name = Path::new(line["file"].as_str().unwrap()).file_name().unwrap().to_str().unwrap();
        let expected = &corpus[name];
        let accepted = expected["verdict"] == "accepted";
        let verdict = line["verdict"].as_str().unwrap();
        if accepted {
            assert!(["demo", "unregistered", "other"].contains(&verdict), "{name}: {line}");
            assert_eq!(line["type"], expected["type"], "{name}");
        } else {
            assert_eq!(line["verdict"], expected["verdict"], "{name}");
            assert_eq!(line["reason"], expected["reason"], "{name}");
            assert_eq!(line["at"], expected["at"], "{name}");
        }
    }
}

/// Hands lines to `anziping lines` and gives what it answers.
fn answers(lines: &[String]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_anziping"));
    let mut child =
        command.arg("lines").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let all = lines.join("\n");
    let writer = std::thread::spawn(move || input.write_all(all.as_bytes()).unwrap());
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

#[test]
fn a_line_for_each_file_gets_the_line_that_the_file_gets() {
    let corpus = repository().join("docs/verify/corpus");
    let of_folder = lines(&anziping(&["verify", text(&corpus)]).stdout);
    let given: Vec<String> = of_folder
        .iter()
        .map(|line| {
            let file = line["file"].as_str().unwrap();
            json!({ "file": file, "base64": BASE64_STANDARD.encode(fs::read(file).unwrap()) }).to_string()
        })
        .collect();
    let output = answers(&given);
    assert_eq!(lines(&output.stdout), of_folder, "{}", said(&output));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_line_that_hands_nothing_over_is_answered_and_the_next_is_judged() {
    let file = repository().join("docs/verify/known-answer.signed.json");
    let sound = json!({ "file": "a.json", "base64": BASE64_STANDARD.encode(fs::read(file).unwrap()) }).to_string();
    let given = ["", "no JSON", "{\"file\":\"b.json\",\"base64\":\"?\"}", &sound].map(str::to_owned);
    let output = answers(&given);
    let lines = lines(&output.stdout);
    assert_eq!(lines.len(), 4, "as many answers as lines");
    assert!(lines[..3].iter().all(|line| line["verdict"] == "unread" && line["reason"] == "malformed"));
    assert_eq!((&lines[2]["file"], &lines[3]["file"]), (&json!("b.json"), &json!("a.json")));
    assert_ne!(lines[3]["verdict"], "unread");
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn against_a_registry_each_file_gets_the_verdict_of_the_desk() {
    let (folder, batch) = a_batch(120);
    let files = folder.path().join("files");
    let output = anziping(&["verify", text(&files), "--registry", text(&batch.backup), "--jobs", "2"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines(&output.stdout) {
        *counts.entry(line["verdict"].as_str().unwrap().to_owned()).or_default() += 1;
    }
    let of = |code: &str| counts.get(code).copied().unwrap_or_default();
    assert_eq!(of("trusted"), batch.expected["trusted"]);
    assert_eq!(of("unregistered"), batch.expected["unregistered"]);
    assert_eq!(of("refused"), batch.expected["rejected"]);
}

#[test]
fn the_output_does_not_depend_on_the_number_of_threads() {
    let (folder, batch) = a_batch(70);
    let files = folder.path().join("files");
    let with =
        |jobs: &str| anziping(&["verify", text(&files), "--registry", text(&batch.backup), "--jobs", jobs]).stdout;
    assert_eq!(with("1"), with("3"));
}

#[test]
fn links_that_go_round_are_said_and_everything_else_is_judged() {
    let (folder, _) = a_batch(3);
    let files = folder.path().join("files");
    fs::create_dir(files.join("inner")).unwrap();
    std::os::unix::fs::symlink(&files, files.join("inner/round")).unwrap();
    std::os::unix::fs::symlink(files.join("nowhere"), files.join("inner/broken")).unwrap();
    let done = anziping(&["verify", text(&files)]);
    assert_eq!(done.status.code(), Some(3), "{}", said(&done));
    let lines = lines(&done.stdout);
    let unread: Vec<&str> =
        lines.iter().filter(|line| line["verdict"] == "unread").map(|line| line["reason"].as_str().unwrap()).collect();
    assert_eq!(unread, ["gone", "loop"]);
    assert_eq!(lines.len(), 5);
}

#[test]
fn a_file_that_changes_while_it_is_read_is_not_judged() {
    let folder = tempfile::tempdir().unwrap();
    // The kernel says that it is empty, and writes it while it is read.
    std::os::unix::fs::symlink("/proc/self/status", folder.path().join("changing.json")).unwrap();
    let done = anziping(&["verify", text(folder.path())]);
    assert_eq!(done.status.code(), Some(3), "{}", said(&done));
    let lines = lines(&done.stdout);
    assert_eq!((&lines[0]["verdict"], &lines[0]["reason"]), (&json!("unread"), &json!("changed")));
}

#[test]
fn reports_that_are_made_up_get_the_verdicts_that_are_said_wherever_they_begin() {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("new/office");
    let done = anziping(&["sample", text(&made), "--reports", "100", "--first", "950", "--period", "2026-09"]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    let (files, registry) = (made.join("reports"), made.join("registry.json"));
    let done = anziping(&["verify", text(&files), "--registry", text(&registry)]);
    let verified = lines(&done.stdout);
    let of = |verdict: &str| verified.iter().filter(|line| line["verdict"] == verdict).count();
    assert_eq!((of("trusted"), of("unregistered"), of("refused")), (96, 3, 1), "{}", said(&done));
    let enterprises: std::collections::BTreeSet<&str> =
        verified.iter().filter_map(|line| line["uscc"].as_str()).collect();
    assert_eq!(enterprises.len(), 99, "each of another enterprise");
    assert!(verified.iter().filter(|line| line["verdict"] == "trusted").all(|line| line["period"] == "2026-09"));
}

#[test]
fn into_a_folder_with_something_in_it_nothing_is_made_up() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("registry.json"), "of the office").unwrap();
    let done = anziping(&["sample", text(folder.path()), "--reports", "3"]);
    assert_eq!(done.status.code(), Some(2));
    assert!(said(&done).contains("不是空文件夹"), "{}", said(&done));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_of_a_hundred_gigabytes_is_refused_unread() {
    let folder = tempfile::tempdir().unwrap();
    let file = fs::File::create(folder.path().join("huge.json")).unwrap();
    file.set_len(100_000_000_000).unwrap();
    let done = anziping(&["verify", text(folder.path())]);
    assert_eq!(lines(&done.stdout)[0]["reason"], "file_too_big");
    assert_eq!(done.status.code(), Some(1));
}

#[test]
fn a_registry_that_contradicts_itself_judges_nothing() {
    let (folder, batch) = a_batch(3);
    let mut registry: Value = serde_json::from_slice(&fs::read(&batch.backup).unwrap()).unwrap();
    let twice = registry["enterprises"][0].clone();
    registry["enterprises"].as_array_mut().unwrap().push(twice);
    fs::write(&batch.backup, registry.to_string()).unwrap();
    let files = folder.path().join("files");
    let done = anziping(&["verify", text(&files), "--registry", text(&batch.backup)]);
    assert_eq!(done.status.code(), Some(2));
    assert!(done.stdout.is_empty());
    assert!(said(&done).contains("registry.json"), "{}", said(&done));
}

#[test]
fn the_roll_up_counts_what_the_desk_counts() {
    let (folder, batch) = a_batch(120);
    let files = folder.path().join("files");
    let done =
        anziping(&["rollup", text(&files), "--period", "2026-11", "--registry", text(&batch.backup), "--jobs", "2"]);
    let rollup: Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(rollup["trusted"]["reports"], batch.expected["trusted"]);
    assert_eq!(rollup["unregistered"]["reports"], batch.expected["unregistered"]);
    assert_eq!(rollup["trusted"]["without_figures"], 0);
}

#[test]
fn four_thousand_files_need_no_more_memory_than_two_hundred() {
    let (folder, batch) = a_batch(200);
    let files = folder.path().join("files");
    for round in 0..19 {
        let inner = files.join(format!("r{round}"));
        fs::create_dir(&inner).unwrap();
        for file in &batch.files {
            fs::hard_link(file, inner.join(file.file_name().unwrap())).unwrap();
        }
    }
    // The limit is on data: threads, the check lists and 64 files at a time fit, 4,000 reports do not.
    let script = "ulimit -d 65536; exec \"$0\" verify \"$1\" --jobs 2 --output \"$2\"";
    let output = folder.path().join("out.ndjson");
    let done = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_anziping"), text(&files), text(&output)])
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1), "{}", said(&done));
    assert_eq!(fs::read_to_string(&output).unwrap().lines().count(), 200 * 20);
}

#[test]
fn a_table_opens_in_a_spreadsheet_and_has_a_row_for_each_file() {
    let (folder, _) = a_batch(4);
    let done = anziping(&["verify", text(&folder.path().join("files")), "--format", "csv"]);
    let table = String::from_utf8(done.stdout).unwrap();
    assert!(table.starts_with("\u{feff}\"结果\",\"企业\""));
    assert_eq!(table.lines().count(), 5);
}

#[test]
fn every_published_schema_is_printed_as_it_is_published() {
    let names = String::from_utf8(anziping(&["schema"]).stdout).unwrap();
    let mut published: Vec<String> = fs::read_dir(repository().join("schema"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().trim_end_matches("-1.json").to_owned())
        .collect();
    published.sort();
    assert_eq!(names.lines().collect::<Vec<_>>(), published);
    for name in names.lines() {
        let file = repository().join(format!("schema/{name}-1.json"));
        assert!(anziping(&["schema", name]).stdout == fs::read(file).unwrap(), "{name}");
    }
    assert_eq!(anziping(&["schema", "another"]).status.code(), Some(2));
}
