//! Files made to hurt, handed to the desk: each refused at once with its reason, and the page goes on.

use std::{fs, fs::File, path::Path};

use anziping_tests::{Page, journey, workplace};
use serde_json::json;

/// Notes how much was read of every file of which anything was read.
const NOTE_READS: &str = "
    window.bytesRead = [];
    const whole = FileReader.prototype.readAsArrayBuffer;
    FileReader.prototype.readAsArrayBuffer = function (file) {
        let read = 0;
        this.addEventListener('progress', ({ loaded }) => { read = loaded; });
        this.addEventListener('loadend', () => { if (read > 0) window.bytesRead.push(read); });
        whole.call(this, file);
    };";

/// Milliseconds from the choice of a file to its verdict: long for the work, short for a person.
const AT_ONCE: f64 = 3_000.0;

/// Hands a file over; gives the code of its refusal once the verdict is there.
fn refusal(desk: &Page, number: usize, file: &Path) -> String {
    let began = desk.js("return performance.now()", &[]).as_f64().unwrap();
    desk.hand_over("choose-files", file);
    desk.until_there(&format!("[data-files='{number}']"));
    desk.until("nothing in work", "return document.querySelector('[data-running]') === null", &[]);
    let took = desk.js("return performance.now()", &[]).as_f64().unwrap() - began;
    assert!(took < AT_ONCE, "{} took {took} ms", file.display());
    desk.until_there(&format!("[data-place='{}'][data-verdict=rejected] [data-reason]", number - 1));
    let reason = format!("[data-place='{}'] [data-reason]", number - 1);
    desk.attributes(&reason, "data-reason").remove(0)
}

#[test]
fn files_made_to_hurt_are_refused_at_once_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let huge = folder.path().join("huge.json");
    File::create(&huge).unwrap().set_len(100_000_000).unwrap();
    // More than a browser finds room for.
    let giant = folder.path().join("giant.json");
    File::create(&giant).unwrap().set_len(5_000_000_000).unwrap();
    let deep = file("deep.json", format!("{{\"document\":{}{}}}", "[".repeat(5_000), "]".repeat(5_000)).as_bytes());
    let many = file("many.json", format!("{{\"document\":[{}0]}}", "0,".repeat(399_999)).as_bytes());
    let packed =
        file("packed.signed.json", &fs::read(workplace::root().join("tables/tests/files/openpyxl.xlsx")).unwrap());
    let picture = file("截图.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff");
    let genuine = workplace::root().join("docs/verify/corpus/report.json");
    let disguised = file("report\u{202e}nosj.exe", &fs::read(&genuine).unwrap());

    journey("desk-limits", |desk| {
        desk.before_each_document(NOTE_READS);
        desk.open("office.html");
        desk.on_page("inbox");
        let made = [
            (&huge, "file_too_big"),
            (&deep, "too_deep"),
            (&many, "too_many_values"),
            (&packed, "archive"),
            (&picture, "not_utf8"),
            (&disguised, "disguised_name"),
            (&giant, "file_too_big"),
        ];
        for (number, (file, code)) in (1..).zip(made) {
            assert_eq!(refusal(desk, number, file), code, "{}", file.display());
        }
        // What is refused by name or size is never read, not even in part.
        let sizes = [&deep, &many, &packed, &picture].map(|file| file.metadata().unwrap().len());
        assert_eq!(desk.js("return window.bytesRead", &[]), json!(sizes));
        // The name stands there as it is written, and does not turn the line round.
        desk.until_said("[data-place='3'] [data-reason]", "Excel");
        desk.until_said("[data-place='4'] [data-reason]", "图片");
        desk.until_said("[data-place='5'] [data-file-name]", "report[U+202E]nosj.exe");
        desk.axe_light_and_dark("refused files");
        desk.fits("refused files");
        // The page is well: the next file is checked as ever.
        desk.hand_over("choose-files", &genuine);
        desk.until_there("[data-verdict=unregistered]");
    });
}
