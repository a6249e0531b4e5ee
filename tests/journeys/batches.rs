//! Findings about files are there the next day, and the batches of a month add up.

use anziping_forge::weapons::packed::{Part, entries, packed};
use anziping_tests::{
    Page, desk, journey,
    reports::{self, Batch, CheckList},
};
use serde_json::json;

/// Files of the month: they take two records and part of a third.
const FILES: usize = 120;
/// Files of the first day.
const FIRST: usize = 20;

fn with_desk(name: &str, steps: impl FnOnce(&mut Page, &Batch)) {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), FILES, CheckList::Ours);
    journey(name, |page| {
        page.open("office.html");
        desk::know(page, &batch);
        steps(page, &batch);
    });
}

/// Hands files over and waits until their verdicts are kept.
fn hand_over(page: &Page, batch: &Batch, from: usize, to: usize) {
    page.hand_over_all("choose-files", &batch.files[from..to]);
    page.until(
        "all verdicts",
        "return document.querySelector('[data-files]').dataset.files === arguments[0] && !document.querySelector('[data-running]')",
        &[json!(to.to_string())],
    );
    page.saved();
}

fn is_all_there(page: &Page, batch: &Batch) {
    page.until_there(&format!("[data-files='{FILES}']"));
    assert_eq!(desk::counts(page), desk::expected(batch));
}

#[test]
fn batches_of_several_days_add_up_and_nothing_is_listed_twice() {
    with_desk("batches", |page, batch| {
        hand_over(page, batch, 0, FIRST);
        page.reload();
        page.until_there(&format!("[data-files='{FIRST}']"));
        // The whole folder on the second day: what is new stands before what was there.
        hand_over(page, batch, 0, FILES);
        page.until_there(&format!("[data-again='{FIRST}']"));
        assert_eq!(page.attributes("[data-place]", "data-place").first().map(String::as_str), Some("20"));
        page.reload();
        is_all_there(page, batch);
        assert_eq!(page.count("[data-discoveries]"), 0);
        page.go("#/rollup", "rollup");
        assert_eq!(page.text("[data-total=trusted] .figure-mid"), batch.expected["trusted"].to_string());
    });
}

/// Drops a file on whatever is open, as a person does who missed the box.
const DROP: &str = "
    const transfer = new DataTransfer();
    transfer.items.add(new File([arguments[0]], 'dropped.json'));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer });
    document.querySelector(arguments[1]).dispatchEvent(drop);";

#[test]
fn a_file_is_taken_wherever_on_the_desk_it_is_dropped() {
    with_desk("batches-dropped", |page, batch| {
        let text = std::fs::read_to_string(&batch.files[0]).unwrap();
        page.go("#/registry", "registry");
        page.js(DROP, &[json!(text), json!("nav")]);
        page.on_page("inbox");
        page.until_there("[data-verdict=trusted]");
        page.saved();
    });
}

#[test]
fn a_zip_is_opened_with_names_of_chinese_windows_and_what_stays_in_it_is_named() {
    with_desk("batches-zip", |page, batch| {
        let folder = tempfile::tempdir().unwrap();
        let zip = folder.path().join("11月.zip");
        let text = std::fs::read_to_string(&batch.files[0]).unwrap();
        let mut bytes =
            packed(&[Part::of("NAME.json", &text), Part::of("within.zip", "PK"), Part::of(".DS_Store", "")]);
        // 甲厂 as Windows writes it, without a mark of its encoding.
        while let Some(at) = bytes.windows(4).position(|some| some == b"NAME") {
            bytes[at..at + 4].copy_from_slice(&[0xbc, 0xd7, 0xb3, 0xa7]);
        }
        std::fs::write(&zip, bytes).unwrap();
        page.hand_over("choose-files", &zip);
        page.until_there("[data-verdict=trusted] [data-file-name='11月.zip/甲厂.json']");
        page.until_said("[data-unread]", "压缩包里面的压缩包");
        assert_eq!(page.count("[data-verdict]"), 1);
        page.go("#/inbox", "inbox");
        page.select("expected", "2026-10");
        page.saved();
        page.reload();
        page.until_there("[data-period='2026-10']");
    });
}

/// Reads of files wait until `window.release` is called.
const HOLD_READS: &str = "
    const held = new Promise((go) => { window.release = go; });
    const whole = FileReader.prototype.readAsArrayBuffer;
    FileReader.prototype.readAsArrayBuffer = async function (file) { await held; whole.call(this, file); };";

/// Hands a file over and waits for what is said of it as one that was not checked.
fn said_of(page: &Page, file: &std::path::Path) -> String {
    page.hand_over("choose-files", file);
    let name = file.file_name().unwrap().to_str().unwrap();
    page.until_said("[data-unread]", name);
    page.text("[data-unread]")
}

#[test]
fn a_zip_is_opened_whatever_its_name_and_leaving_asks_meanwhile() {
    with_desk("batches-zip-named", |page, batch| {
        let folder = tempfile::tempdir().unwrap();
        let text = std::fs::read_to_string(&batch.files[0]).unwrap();
        let other = std::fs::read_to_string(&batch.files[1]).unwrap();
        let zips = [("11月报告", &text), ("11月.zip", &other)].map(|(name, text)| {
            let file = folder.path().join(name);
            std::fs::write(&file, packed(&[Part::of("企业.signed.json", text)])).unwrap();
            file
        });
        page.js(HOLD_READS, &[]);
        page.hand_over_all("choose-files", &zips);
        page.until("leaving asks", Page::ASKS_BEFORE_LEAVING, &[]);
        assert_eq!(page.count("[data-verdict]"), 0);
        page.js("window.release()", &[]);
        page.until_there("[data-files='2']");
        page.until_there("[data-verdict=trusted] [data-file-name='11月报告/企业.signed.json']");
        page.until_there("[data-verdict=trusted] [data-file-name='11月.zip/企业.signed.json']");
        page.until("nothing is asked", Page::ASKS_NOTHING, &[]);
    });
}

#[test]
fn a_zip_that_cannot_be_opened_or_holds_too_much_is_said_to_be_that() {
    with_desk("batches-zip-limits", |page, batch| {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: &[u8]| {
            let file = folder.path().join(name);
            std::fs::write(&file, bytes).unwrap();
            file
        };
        let text = std::fs::read_to_string(&batch.files[0]).unwrap();
        let sound = packed(&[Part::of("a.json", &text)]);
        assert!(said_of(page, &file("断了.zip", &sound[..sound.len() / 2])).contains("压缩包打不开"));
        assert!(said_of(page, &file("空的.zip", &packed(&[]))).contains("没有文件"));
        // The method of a part with a password, in its own head and in the list.
        let mut locked = sound.clone();
        let list = locked.windows(4).position(|some| some == b"PK\x01\x02").unwrap();
        [8, list + 10].into_iter().for_each(|at| locked[at] = 99);
        assert!(said_of(page, &file("上锁.zip", &locked)).contains("解不开"));
        let many = entries(vec![Part::of("a.json", "{}")], 20_001);
        assert!(said_of(page, &file("太多.zip", &many)).contains("一次最多"));
        let large = packed(&[Part::of("a.json", &text).said(100_000_000)]);
        assert!(said_of(page, &file("太大.zip", &large)).contains("没有打开"));
        let bomb = packed(&[Part::new("a.json", "{", "          ", 20_000_000, "}").said(1_000)]);
        assert!(said_of(page, &file("炸弹.zip", &bomb)).contains("解不开"));
        let within = packed(&[Part::of("甲.zip", "PK"), Part::of("乙.zip", "PK")]);
        assert!(said_of(page, &file("一层又一层.zip", &within)).contains("压缩包里面的压缩包"));
        assert_eq!(page.count("[data-verdict]"), 0);
        // The page is well.
        page.hand_over("choose-files", &file("好的.zip", &sound));
        page.until_there("[data-verdict=trusted]");
    });
}

#[test]
fn what_is_taken_off_the_list_is_gone_and_comes_back_with_undo() {
    with_desk("batches-cleared", |page, batch| {
        hand_over(page, batch, 0, FILES);
        page.press("clear");
        page.until_there("[data-files='0']");
        page.saved();
        page.press("undo");
        is_all_there(page, batch);
        page.saved();
        page.reload();
        is_all_there(page, batch);
        page.press("clear");
        page.until_there("[data-files='0']");
        page.saved();
        page.reload();
        page.on_page("inbox");
        assert_eq!(page.count("[data-verdict]"), 0);
    });
}
