//! Receipts of the office: for what is new, for all once more, with its own line and a message to copy.

use anziping_tests::{Page, desk, journey, reports};

use crate::keys::{OFFICE_PASSPHRASE, make_office_key};

/// Signs the receipts that are due.
fn issue(desk: &Page) {
    desk.fill("receipt_passphrase", OFFICE_PASSPHRASE);
    desk.press("issue-receipts");
    desk.until_there("[data-receipts-saved]");
    desk.saved();
}

#[test]
fn receipts_go_to_the_new_ones_with_a_line_of_the_office_and_a_message_to_copy() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::mixed(folder.path(), 3);
    journey("receipts", |page| {
        page.open("office.html");
        desk::know(page, &batch);
        make_office_key(page);
        page.go("#/inbox", "inbox");
        page.hand_over_all("choose-files", &batch.files[..2]);
        page.until_there("[data-files='2']");
        page.press("accept");
        page.until_there("[data-receipts='2']");
        page.press("receipts");
        page.fill("receipt_line", "下月起请在 5 日前报送");
        issue(page);
        let archive = std::fs::read(page.downloaded(".zip")).unwrap();
        let holds = |name: &str| archive.windows(name.len()).any(|some| some == name.as_bytes());
        assert!(holds("通知文字-逐家复制.txt") && holds("示例企业0"), "messages, and files by name");
        page.until_there("[data-receipts='0']");

        // The next one that comes is the only new one.
        page.hand_over_all("choose-files", &batch.files[2..3]);
        page.until_there("[data-files='3']");
        page.press("accept");
        page.until_there("[data-receipts='1']");
        issue(page);
        let message = page.value("#receipt-message");
        assert!(message.contains("示例企业1：已于") && message.contains("下月起请在 5 日前报送"), "{message}");
        let receipt = std::fs::read_to_string(page.downloaded(".receipt.json")).unwrap();
        assert!(receipt.contains("下月起请在 5 日前报送"), "the line is signed");
        page.axe_light_and_dark("a receipt with its message");
        page.fits("a receipt with its message");
        page.until_there("[data-receipts='0']");
        page.click("[name=receipts_again]");
        page.until_there("[data-receipts='3']");
    });
}
