//! The office's papers on the page, on paper and in Word: the bulletin, a sheet for each enterprise.

use anziping_tests::{Page, desk, journey, reports};

use crate::word;

/// Opens the desk with a month of mixed files.
fn desk_with(page: &Page, batch: &reports::Batch) {
    page.open("office.html");
    desk::know(page, batch);
    page.go("#/inbox", "inbox");
    page.hand_over_all("choose-files", &batch.files);
    page.until_there(&format!("[data-files='{}']", batch.files.len()));
}

/// The number before `unit` behind `label` in a sentence.
fn figure(text: &str, label: &str, unit: &str) -> usize {
    let (_, behind) = text.split_once(label).unwrap_or_else(|| panic!("{label} in {text}"));
    let (number, _) = behind.split_once(unit).unwrap_or_else(|| panic!("{unit} in {behind}"));
    number.trim().parse().unwrap_or_else(|_| panic!("{number:?} behind {label}"))
}

#[test]
fn the_bulletin_and_the_sheets_say_on_paper_and_in_word_what_the_roll_up_says() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::mixed(folder.path(), 40);
    journey("bulletin", |page| {
        desk_with(page, &batch);
        page.go("#/rollup", "rollup");
        let tile =
            |hook: &str| -> usize { page.text(&format!("[data-total={hook}] .figure-mid")).parse().expect("a count") };
        let [trusted, missing, uncounted] = ["trusted", "missing", "uncounted"].map(tile);
        page.go("#/papers", "papers");
        page.fill("paper_maker", "王小明");
        page.saved();
        let text = page.text("[data-sheet=bulletin]");
        assert_eq!(figure(&text, "已收到并核验通过", "家"), trusted, "{text}");
        assert_eq!(figure(&text, "交了但不能收", "家"), uncounted, "{text}");
        assert_eq!(figure(&text, "；未交", "家"), missing, "{text}");
        assert!(figure(&text, "本月应报", "家") >= trusted + missing + uncounted, "{text}");
        assert!(text.contains("制表人：王小明") && text.contains("制表人 王小明（签字）"), "{text}");
        let widths = |name: &str| [1280, 390].into_iter().for_each(|width| page.picture(name, width));
        widths("desk-bulletin");
        let (bulletin, shown) = word::saved(page, folder.path(), "bulletin");

        page.click("[name=paper][value=sheets]");
        page.until_said("main", "请在上面勾选企业");
        page.press("tick-all");
        page.until(
            "a sheet for each",
            "return document.querySelectorAll('[data-sheet=enterprise]').length === arguments[0]",
            &[trusted.into()],
        );
        page.press("tick-none");
        page.click("[data-sheet-of] input");
        page.until("one sheet", "return document.querySelectorAll('[data-sheet=enterprise]').length === 1", &[]);
        widths("desk-sheet");
        let printed = crate::paper::printed(page, "desk-sheet");
        assert_eq!(printed.len(), 1, "one page for an enterprise: {printed:?}");
        let (sheet, on_sheet) = word::saved(page, folder.path(), "sheet");
        word::assert_all_same(&[("bulletin", bulletin, shown), ("sheet", sheet, on_sheet)]);

        // Asked once: it is there after a reload.
        page.reload();
        page.go("#/papers", "papers");
        assert_eq!(page.value("[name=paper_maker]"), "王小明");
    });
}
