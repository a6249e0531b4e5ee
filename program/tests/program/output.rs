//! A file has its name when it is whole.
//!
//! What was cut off is gone on with, and nothing of a stranger is touched.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::{a_batch, anziping, lines, said, text};

/// Their lines take more than one write.
const FILES: usize = 30;
/// Room for about half of them, in blocks of half a kilobyte.
const BLOCKS: u32 = 16;

/// A folder of files and an output beside it.
struct Place {
    folder: TempDir,
    files: PathBuf,
    output: PathBuf,
}

impl Place {
    fn of(count: usize) -> Self {
        let (folder, _) = a_batch(count);
        let (files, output) = (folder.path().join("files"), folder.path().join("out"));
        Self { folder, files, output }
    }

    fn arguments<'a>(&'a self, more: &[&'a str]) -> Vec<&'a str> {
        [&["verify", text(&self.files), "--jobs", "1", "--output", text(&self.output)], more].concat()
    }

    fn run(&self, more: &[&str]) -> Output {
        anziping(&self.arguments(more))
    }

    /// A run that may write so many blocks into a file.
    fn run_out_of_room(&self, told: Told, blocks: u32, more: &[&str]) -> Output {
        let ignore = if told == Told::AsAFault { "trap '' XFSZ; " } else { "" };
        let script = format!("{ignore}ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let mut command = Command::new("sh");
        command.args(["-c", &script, env!("CARGO_BIN_EXE_anziping")]).args(self.arguments(more));
        command.output().unwrap()
    }

    fn beside(&self, end: &str) -> PathBuf {
        PathBuf::from(format!("{}{end}", self.output.display()))
    }

    /// Names of everything beside the files.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// How a program learns that there is no room.
#[derive(Clone, Copy, PartialEq)]
enum Told {
    /// By a fault of the system call, as on a full disk.
    AsAFault,
    /// By the signal that ends it.
    ByItsEnd,
}

#[test]
fn a_run_that_was_cut_off_is_finished_as_if_it_had_not_been() {
    for format in ["ndjson", "csv", "reports"] {
        let place = Place::of(FILES);
        let whole = place.run(&["--format", format]);
        assert_eq!(whole.status.code(), Some(1), "{}", said(&whole));
        let bytes = fs::read(&place.output).unwrap();
        let room = u32::try_from(bytes.len() / 512 * 2 / 3).unwrap();
        for (told, code) in [(Told::AsAFault, Some(2)), (Told::ByItsEnd, None)] {
            fs::remove_file(&place.output).unwrap();
            let cut = place.run_out_of_room(told, room, &["--format", format]);
            assert_eq!(cut.status.code(), code, "{format}: {}", said(&cut));
            let left = ["files", "out.part", "out.progress", "registry.json"];
            assert_eq!(place.names(), left, "{format}: the file has no name yet");
            let noted: Value = serde_json::from_slice(&fs::read(place.beside(".progress")).unwrap()).unwrap();
            assert!(noted["after"].is_string(), "{format}: nothing was noted before the cut: {noted}");
            let finished = place.run(&["--format", format, "--resume"]);
            assert!(fs::read(&place.output).unwrap() == bytes, "{format}");
            assert_eq!(place.names(), ["files", "out", "registry.json"]);
            assert_eq!(said(&finished), said(&whole), "{format}: the sums are those of the whole");
        }
    }
}

#[test]
fn a_refused_file_before_the_cut_still_counts_for_the_exit_code() {
    let place = Place::of(0);
    let sound = super::repository().join("docs/verify/corpus/receipt.json");
    for number in 1..FILES {
        fs::copy(&sound, place.files.join(format!("{number:03}.json"))).unwrap();
    }
    assert_eq!(place.run(&[]).status.code(), Some(0), "without the refused one all are sound");
    fs::write(place.files.join("000.json"), "{}").unwrap();
    let cut = place.run_out_of_room(Told::ByItsEnd, BLOCKS / 4, &[]);
    assert_eq!(cut.status.code(), None);
    let kept = lines(&fs::read(&place.output).unwrap()).len();
    assert_eq!(kept, FILES - 1, "the output of the run before stays until the next is whole");
    let finished = place.run(&["--resume"]);
    assert_eq!(finished.status.code(), Some(1), "{}", said(&finished));
    assert_eq!(lines(&fs::read(&place.output).unwrap()).len(), FILES);
}

#[test]
fn a_full_disk_is_said_and_what_it_holds_can_be_gone_on_with() {
    let place = Place::of(FILES);
    let full = place.run_out_of_room(Told::AsAFault, BLOCKS, &[]);
    assert_eq!(full.status.code(), Some(2));
    let said = said(&full);
    assert!(said.contains("磁盘可能已满") && said.contains("out.part") && said.contains("--resume"), "{said}");
    // Full again, a little later.
    let full = place.run_out_of_room(Told::AsAFault, BLOCKS + 4, &["--resume"]);
    assert_eq!(full.status.code(), Some(2));
    assert_eq!(place.run(&["--resume"]).status.code(), Some(1));
    assert_eq!(lines(&fs::read(&place.output).unwrap()).len(), FILES);
}

#[test]
fn a_device_that_is_full_is_written_to_and_stays_a_device() {
    let place = Place::of(3);
    let full = anziping(&["verify", text(&place.files), "--output", "/dev/full"]);
    assert_eq!(full.status.code(), Some(2));
    assert!(said(&full).contains("磁盘可能已满"), "{}", said(&full));
    assert!(!fs::metadata("/dev/full").unwrap().is_file());
    let mut command = Command::new(env!("CARGO_BIN_EXE_anziping"));
    command.args(["verify", text(&place.files)]).stdout(File::create("/dev/full").unwrap()).stderr(Stdio::piped());
    let full = command.output().unwrap();
    assert_eq!(full.status.code(), Some(2));
    assert!(said(&full).contains("磁盘可能已满"), "{}", said(&full));
}

#[test]
fn a_mistyped_folder_leaves_the_output_of_yesterday() {
    let place = Place::of(3);
    fs::write(&place.output, "yesterday").unwrap();
    let done = anziping(&["verify", text(&place.folder.path().join("fiels")), "--output", text(&place.output)]);
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(fs::read_to_string(&place.output).unwrap(), "yesterday");
    assert_eq!(place.names(), ["files", "out", "registry.json"]);
}

#[test]
fn what_was_not_written_by_this_program_is_left_as_it_is() {
    let place = Place::of(3);
    let part = place.beside(".part");
    for strange in ["no line feed", "{\"file\":\"a.json\",\"verdict\":\"refused\"}\n", "{\"file\":1}\nhalf"] {
        fs::write(&part, strange).unwrap();
        for more in [&[][..], &["--resume"]] {
            let done = place.run(more);
            assert_eq!(done.status.code(), Some(2));
            assert!(said(&done).contains("out.part"), "{}", said(&done));
            assert_eq!(fs::read_to_string(&part).unwrap(), strange);
        }
    }
}

#[test]
fn another_run_is_not_gone_on_with() {
    let place = Place::of(FILES);
    place.run_out_of_room(Told::ByItsEnd, BLOCKS, &["--today", "2026-12-03"]);
    let part = fs::read(place.beside(".part")).unwrap();
    let registry = place.folder.path().join("registry.json");
    let others: [&[&str]; 4] =
        [&["--format", "csv"], &["--registry", text(&registry)], &["--today", "2026-12-04"], &["--due-day", "9"]];
    for other in others {
        let done = place.run(&[other, &["--resume"]].concat());
        assert_eq!(done.status.code(), Some(2), "{other:?}");
        assert!(said(&done).contains("另一次核验"), "{}", said(&done));
        assert!(fs::read(place.beside(".part")).unwrap() == part, "{other:?}");
    }
    // Without a day it stays one of the day on which it began.
    assert_eq!(place.run(&["--resume"]).status.code(), Some(1));
}

#[test]
fn a_folder_that_has_changed_is_not_gone_on_with() {
    let place = Place::of(FILES);
    place.run_out_of_room(Told::ByItsEnd, BLOCKS, &[]);
    let part = fs::read(place.beside(".part")).unwrap();
    fs::write(place.files.join("0.json"), "{}").unwrap();
    let done = place.run(&["--resume"]);
    assert_eq!(done.status.code(), Some(2));
    assert!(said(&done).contains("有增减"), "{}", said(&done));
    assert!(fs::read(place.beside(".part")).unwrap() == part);
    // From the beginning it can be done.
    assert_eq!(place.run(&[]).status.code(), Some(1));
    assert_eq!(lines(&fs::read(&place.output).unwrap()).len(), FILES + 1);
}

#[test]
fn a_run_that_writes_the_same_file_is_not_disturbed() {
    let place = Place::of(3);
    let part = File::create(place.beside(".part")).unwrap();
    part.lock().unwrap();
    for more in [&[][..], &["--resume"]] {
        let done = place.run(more);
        assert_eq!(done.status.code(), Some(2));
        assert!(said(&done).contains("正在写"), "{}", said(&done));
    }
}

#[test]
fn the_output_is_not_judged_when_it_lies_among_the_files() {
    let place = Place::of(3);
    let inside = place.files.join("out.ndjson");
    let names = |output: &[u8]| -> Vec<String> {
        let file = |line: &Value| line["file"].as_str().unwrap().to_owned();
        lines(output).iter().map(|line| Path::new(&file(line)).file_name().unwrap().to_str().unwrap().into()).collect()
    };
    for _ in 0..2 {
        anziping(&["verify", text(&place.files), "--output", text(&inside)]);
        assert_eq!(names(&fs::read(&inside).unwrap()).len(), 3);
    }
    // The shell opens the file before the program begins.
    let mut command = Command::new(env!("CARGO_BIN_EXE_anziping"));
    command.args(["verify", text(&place.files)]).stdout(File::create(&inside).unwrap()).stderr(Stdio::null());
    command.status().unwrap();
    assert_eq!(names(&fs::read(&inside).unwrap()).len(), 3);
}

#[test]
fn a_link_to_the_output_stays_a_link() {
    let place = Place::of(3);
    let elsewhere = place.folder.path().join("elsewhere");
    fs::write(&elsewhere, "yesterday").unwrap();
    std::os::unix::fs::symlink(&elsewhere, &place.output).unwrap();
    place.run(&[]);
    assert!(fs::symlink_metadata(&place.output).unwrap().is_symlink());
    assert_eq!(lines(&fs::read(&elsewhere).unwrap()).len(), 3);
}
