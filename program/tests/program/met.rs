//! Real folders: empty ones, odd names, pipes, and files that change while they are read.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::{Command, Stdio};

use super::{a_batch, anziping, lines, repository, said, text};

#[test]
fn sound_files_alone_give_zero_and_an_empty_folder_does_not() {
    let sound = repository().join("docs/verify/corpus/receipt.json");
    assert_eq!(anziping(&["verify", text(&sound)]).status.code(), Some(0));
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("files/inner")).unwrap();
    let (files, output) = (folder.path().join("files"), folder.path().join("out.ndjson"));
    fs::write(&output, "yesterday").unwrap();
    let files = text(&files);
    let asked: [&[&str]; 3] =
        [&["verify", files], &["verify", files, "--output", text(&output)], &["rollup", files, "--period", "2026-11"]];
    for asked in asked {
        let done = anziping(asked);
        assert_eq!(done.status.code(), Some(2), "{asked:?}");
        assert!(said(&done).contains("没有文件"), "{}", said(&done));
        assert!(done.stdout.is_empty());
    }
    assert_eq!(fs::read_to_string(&output).unwrap(), "yesterday");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside it");
}

#[test]
fn no_input_at_all_is_no_fault_of_lines() {
    // A cluster hands empty parts over as well.
    let mut command = Command::new(env!("CARGO_BIN_EXE_anziping"));
    let done = command.arg("lines").stdin(Stdio::null()).output().unwrap();
    assert_eq!((done.status.code(), done.stdout.len()), (Some(0), 0));
}

#[test]
fn a_file_that_changes_while_it_is_read_is_said_and_not_judged() {
    let folder = tempfile::tempdir().unwrap();
    // The system makes this one up while it is read: it had no length before.
    symlink("/proc/version", folder.path().join("a.json")).unwrap();
    let done = anziping(&["verify", text(folder.path())]);
    let line = &lines(&done.stdout)[0];
    assert_eq!((line["verdict"].as_str(), line["reason"].as_str()), (Some("unread"), Some("changed")), "{line}");
    assert_eq!(done.status.code(), Some(3));
}

#[test]
fn names_that_are_no_utf_8_stay_apart_and_can_be_found_again() {
    let folder = tempfile::tempdir().unwrap();
    // 月报 and 月表 in GBK.
    for name in [&b"\xD4\xC2\xB1\xA8.json"[..], b"\xD4\xC2\xB1\xED.json"] {
        fs::write(folder.path().join(OsStr::from_bytes(name)), "{}").unwrap();
    }
    let done = anziping(&["verify", text(folder.path())]);
    let lines = lines(&done.stdout);
    let names: Vec<&str> = lines.iter().map(|line| line["file"].as_str().unwrap()).collect();
    assert!(names[0].ends_with(r"/\xD4\xC2\xB1\xA8.json"), "{names:?}");
    assert!(names[1].ends_with(r"/\xD4\xC2\xB1\xED.json"), "{names:?}");
}

#[test]
fn pipes_and_sockets_are_said_and_nobody_waits_for_them() {
    let (folder, _) = a_batch(1);
    let files = folder.path().join("files");
    assert!(Command::new("mkfifo").arg(files.join("x-pipe.json")).status().unwrap().success());
    let _socket = UnixListener::bind(files.join("x-socket")).unwrap();
    let done = anziping(&["verify", text(&files)]);
    let lines = lines(&done.stdout);
    assert_eq!(lines.len(), 3);
    assert!(lines[1..].iter().all(|line| line["verdict"] == "unread" && line["reason"] == "no_file"), "{lines:?}");
    assert_eq!(done.status.code(), Some(3));
}

#[test]
fn who_waits_at_a_terminal_sees_how_far_it_is() {
    let (folder, _) = a_batch(3);
    let asked = format!("{} verify {}", env!("CARGO_BIN_EXE_anziping"), text(&folder.path().join("files")));
    // A terminal of its own; what is said on it comes out here.
    let terminal = Command::new("script").args(["-qec", &asked, "/dev/null"]).output().unwrap();
    let seen = String::from_utf8_lossy(&terminal.stdout).into_owned();
    assert!(seen.contains("已核验 3 个文件…"), "{seen}");
    let quiet = anziping(&["verify", text(&folder.path().join("files"))]);
    assert!(!said(&quiet).contains("已核验"), "{}", said(&quiet));
}

#[test]
fn an_archive_is_not_opened_and_that_is_said() {
    let packed = repository().join("docs/verify/corpus/file-zip.json");
    let done = anziping(&["verify", text(&packed)]);
    assert_eq!(lines(&done.stdout)[0]["reason"], "archive");
    assert!(said(&done).contains("压缩包"), "{}", said(&done));
    let other = anziping(&["verify", text(&repository().join("docs/verify/corpus/receipt.json"))]);
    assert!(!said(&other).contains("压缩包"));
}
