//! Files that are refused at once, before they can cost anything.
//!
//! They are too large, too deep, too much, or under a name that lies.

use std::time::{Duration, Instant};

use anziping_core::office::intake::Found;
use anziping_core::office::intake::{Checked, Rejection, check, refused_unread};
use anziping_core::seal::{Reason, limits};

use anziping_fixtures::sample::*;

/// More than a check of anything takes, on the slowest machine that builds this.
///
/// Reading 100 MB and walking through it takes longer.
const AT_ONCE: Duration = Duration::from_secs(2);

fn rejected(checked: &Checked) -> &Rejection {
    match &checked.found {
        Found::Rejected(rejection) => rejection,
        other => panic!("not rejected: {other:?}"),
    }
}

fn reason(file_name: &str, bytes: &[u8]) -> Reason {
    let began = Instant::now();
    let checked = check(file_name, bytes, &editions(), &Nfc);
    assert!(began.elapsed() < AT_ONCE, "it took {:?}", began.elapsed());
    match rejected(&checked) {
        Rejection::Refused(refusal) | Rejection::OtherFile { refusal, .. } => refusal.reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_report_of_100_mb_is_refused_by_its_size_alone() {
    let refused = refused_unread("报告.json", 100_000_000).unwrap();
    assert!(
        matches!(rejected(&refused), Rejection::Refused(refusal) if refusal.reason == Reason::FileTooBig),
        "{refused:?}"
    );
    assert_eq!((refused.size, refused.file_sha256), (100_000_000, None), "it was not read");
    assert_eq!(refused_unread("报告.json", limits::FILE_BYTES as u64), None);
    let padded =
        [sign(&report(&[&Person::principal(1)]), &[&Person::principal(1)]).as_bytes(), &vec![b' '; 100_000_000]]
            .concat();
    assert_eq!(reason("报告.json", &padded), Reason::FileTooBig);
}

#[test]
fn nesting_of_5000_levels_is_refused_and_does_not_take_the_stack() {
    let nested = format!("{{\"document\":{}{}}}", "[".repeat(5_000), "]".repeat(5_000));
    assert_eq!(reason("报告.json", nested.as_bytes()), Reason::TooDeep);
    let objects = format!("{}1{}", "{\"a\":".repeat(5_000), "}".repeat(5_000));
    assert_eq!(reason("报告.json", objects.as_bytes()), Reason::TooDeep);
}

#[test]
fn a_file_of_400_000_values_is_refused() {
    let many = format!("{{\"document\":[{}0]}}", "0,".repeat(399_999));
    assert!(many.len() < limits::FILE_BYTES, "it is not refused for its size");
    assert_eq!(reason("报告.json", many.as_bytes()), Reason::TooManyValues);
}

#[test]
fn a_packed_file_under_the_name_of_a_report_is_called_one() {
    for beginning in [
        &b"PK\x03\x04\x14\0\0\0"[..],
        b"PK\x05\x06",
        b"\x1f\x8b\x08",
        b"Rar!\x1a\x07\x01\0",
        b"7z\xbc\xaf\x27\x1c\0\x04",
    ] {
        assert_eq!(reason("报告.signed.json", beginning), Reason::Archive, "{beginning:?}");
    }
}

#[test]
fn a_name_that_changes_the_writing_direction_is_refused_and_shown_letter_by_letter() {
    let text = sign(&report(&[&Person::principal(1)]), &[&Person::principal(1)]);
    for control in ['\u{61c}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202e}', '\u{2066}', '\u{2069}'] {
        let name = format!("报告{control}nosj.exe");
        let checked = check(&name, text.as_bytes(), &editions(), &Nfc);
        assert_eq!(rejected(&checked), &Rejection::DisguisedName, "{name:?}");
        assert_eq!(checked.file_name, format!("报告[U+{:04X}]nosj.exe", u32::from(control)));
        assert_eq!(refused_unread(&name, 1), Some(Checked { size: 1, ..checked }), "before it is read");
    }
    assert!(check("报告 (1).txt", text.as_bytes(), &editions(), &Nfc).report().is_some());
}
