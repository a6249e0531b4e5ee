//! Files other than reports that a desk takes in and gives out.
//!
//! These are a list of enterprises, a colleague's registry, and data.

use std::fs;

use anziping_tests::{
    Options, Page, desk, journey,
    reports::{self, CheckList},
    workplace,
};
use serde_json::Value;

use crate::{
    keys::{OFFICE_PASSPHRASE, make_office_key},
    office::verdict_of,
};

/// Lines about the rows of a preview.
fn row_counts(desk: &Page) -> Vec<(String, String)> {
    let hooks = desk.attributes("[data-preview=enterprises] [data-rows]", "data-rows");
    hooks.into_iter().map(|hook| (hook.clone(), desk.text(&format!("[data-rows={hook}] .number")))).collect()
}

#[test]
fn a_list_of_enterprises_comes_in_row_by_row_and_its_faults_are_named() {
    journey("enlist", |desk| {
        desk.open("office.html");
        desk.go("#/registry", "registry");
        desk.hand_over("import-enterprises", &workplace::root().join("tests/fixtures/enterprises.xlsx"));
        desk.until_there("[data-preview=enterprises]");
        let counted = |desk: &Page| row_counts(desk).into_iter().map(|(_, count)| count).collect::<Vec<_>>();
        assert_eq!(counted(desk), ["3", "0", "0", "1", "3"], "new, known, other name, again, refused");
        desk.axe_light_and_dark("preview of a list");
        desk.fits("preview of a list");
        let said = desk.text("[data-preview=enterprises]");
        for expected in
            ["第 7 行：与第 4 行是同一个代码", "第 8 行：", "第 9 行：代码被表格当成数字", "第 10 行：没有企业名称"]
        {
            assert!(said.contains(expected), "{expected}: {said}");
        }
        desk.press("apply-enterprises");
        desk.until_there("[data-enterprise='91310000MA1FL0000N']");
        desk.saved();
        assert_eq!(desk.count("[data-enterprise]"), 3);
        // The same list once more adds nothing, and as a text of Chinese Windows it says the same.
        desk.hand_over("import-enterprises", &workplace::root().join("tests/fixtures/enterprises.csv"));
        desk.until_there("[data-preview=enterprises]");
        assert_eq!(counted(desk), ["0", "3", "0", "1", "3"]);
        assert_eq!(desk.count("[data-action=apply-enterprises]"), 0);
        desk.press("cancel-enterprises");
        desk.hand_over("import-enterprises", &workplace::root().join("tables/tests/files/gbk.csv"));
        desk.until_there("[data-ask=columns]");
        desk.press("cancel-enterprises");
        desk.press("undo");
        desk.until("the list is as before", "return document.querySelector('[data-enterprise]') === null", &[]);
    });
}

#[test]
fn a_colleagues_registry_is_compared_looked_through_and_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), 12, CheckList::Ours);
    journey("merge", |theirs| {
        theirs.open("office.html");
        desk::know(theirs, &batch);
        let digits = make_office_key(theirs);
        theirs.click("[data-action=share-registry]");
        theirs.fill("share_passphrase", OFFICE_PASSPHRASE);
        theirs.press("sign-registry");
        theirs.until_there("[data-shared]");
        let shared = theirs.downloaded(".json");
        theirs.in_fresh_browser(Options::default(), |ours| {
            ours.open("office.html");
            assert_eq!(verdict_of(ours, &batch.files[0]), "unregistered");
            ours.go("#/registry", "registry");
            ours.hand_over("merge", &shared);
            ours.until_there("[data-merge-preview]");
            assert_eq!(ours.text("[data-their-digits]"), digits, "the digits to be compared by telephone");
            assert!(
                ours.text("[data-merge-leaves]").contains("“已收”和核验结果不会一起过来"),
                "said before it is taken over"
            );
            ours.axe_light_and_dark("preview of a merge");
            ours.fits("preview of a merge");
            assert_eq!(ours.count("[data-enterprise]"), 0, "nothing changes before the button");
            ours.press("apply-merge");
            ours.until_there("[data-enterprise]");
            ours.saved();
            ours.go("#/inbox", "inbox");
            ours.until_there("[data-verdict=trusted]");
            // Taken over once, there is nothing new.
            ours.go("#/registry", "registry");
            ours.hand_over("merge", &shared);
            ours.until_there("[data-merge-preview]");
            assert_eq!(ours.count("[data-action=apply-merge]"), 0);
            ours.press("cancel-merge");
            // A registry that was changed after it was signed is refused.
            let forged = folder.path().join("forged.json");
            fs::write(&forged, fs::read_to_string(&shared).unwrap().replacen("示例企业0", "示例企业Ｏ", 1)).unwrap();
            ours.hand_over("merge", &forged);
            ours.until_said("[data-fault=merge]", "签名");
        });
    });
}

#[test]
fn the_data_of_a_month_go_out_with_their_verdicts() {
    let folder = tempfile::tempdir().unwrap();
    let batch = reports::write(folder.path(), 50, CheckList::Ours);
    journey("ndjson", |desk| {
        desk::note_insides(desk);
        desk.open("office.html");
        desk::know(desk, &batch);
        desk::begin(desk, &batch.files);
        desk::finish(desk, batch.files.len());
        desk.go("#/rollup", "rollup");
        desk.press("export-ndjson");
        desk.until_there("[data-exported=ndjson]");
        let lines: Vec<Value> = fs::read_to_string(desk.downloaded(".ndjson"))
            .unwrap()
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let count = |verdict: &str| lines.iter().filter(|line| line["verdict"] == verdict).count();
        assert_eq!(count("trusted"), batch.expected["trusted"]);
        assert_eq!(count("unregistered"), batch.expected["unregistered"]);
        assert_eq!(
            lines.len(),
            batch.expected["trusted"] + batch.expected["unregistered"],
            "what is rejected is nobody's word"
        );
    });
}
