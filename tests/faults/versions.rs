//! Data of newer programs and of other editions of the check list.
//!
//! Shown, never written over, and told item by item.

use anziping_tests::{Page, journey};
use serde_json::json;

use crate::steps::*;

const LAST: &str = "新版程序写的";

/// Rewrites a text as another program would have kept it.
///
/// `change` is a function body over `header` (an object) and `body` (an object); the checksum is made anew.
const REWRITE: &str = "
    const [text, change, done] = arguments;
    const [line, written] = text.split('\\n');
    const header = JSON.parse(line.slice(0, line.lastIndexOf(',\"sum\":\"')) + '}');
    const parsed = JSON.parse(written);
    rules[change](header, parsed);
    const head = JSON.stringify(header).slice(0, -1);
    const body = JSON.stringify(parsed);
    crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${head}\\n${body}`)).then((digest) => {
        const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        done(`${head},\"sum\":\"${hex.slice(0, 16)}\"}\\n${body}`);
    })";

/// Changes that other programs make to a record.
const RULES: &str = "
    const rules = {
        newer(header, body) {
            header.schema += 1;
            body.weather = { rain: [1, 2, 3] };
            body.answers.Z01.photos = ['a.jpg'];
        },
        strange(header, body) {
            this.newer(header, body);
            body.answers.Z02 = { mark: 'probably' };
            body.hazards.push({ id: 'x', stage: 'watched_by_robot' });
        },
        alien(header, body) {
            header.schema += 1;
            for (const name of Object.keys(body)) delete body[name];
            body.packed = 'H4sIAAAA';
        },
        misshapen(header, body) {
            body.people = 'a list of others';
        },
        edition(header, body) {
            body.catalogue = { id: 'gm-small', version: '2025.1', sha256: '0'.repeat(64) };
            body.answers.Q99 = { mark: 'yes', confirmed_on: '2025-01-01' };
        },
    };";

/// The demonstration whose month another program has written over.
///
/// Gives the copies as they then lie there.
fn rewritten(page: &Page, rule: &str, newest: usize) -> Vec<(String, String)> {
    demonstration(page);
    for text in ["以前写的", LAST] {
        type_note(page, text);
        page.saved();
    }
    behind_the_back(page);
    let mut copies = copies_of_month(page);
    copies.sort_by_key(|(name, text)| (!text.contains(LAST), name != "journal"));
    for copy in copies.iter_mut().take(newest) {
        let text = page.later(&format!("{RULES}{REWRITE}"), &[json!(copy.1), json!(rule)]);
        copy.1 = text.as_str().unwrap().to_owned();
    }
    put_copies_of_month(page, &copies);
    copies
}

#[test]
fn a_month_of_a_newer_program_is_shown_read_only_and_never_written_over() {
    for (name, rule, newest) in
        [("newer-all", "newer", 4), ("newer-journal-only", "newer", 1), ("newer-strange", "strange", 4)]
    {
        journey(name, |page| {
            let copies = rewritten(page, rule, newest);
            page.open(ELEMENT);
            page.until_there("[data-discoveries]");
            assert!(page.text("[data-discoveries]").contains("请更新程序"), "{}", page.text("[data-discoveries]"));
            assert!(page.text(".status").contains("请更新程序"), "{}", page.text(".status"));
            assert_eq!(note(page), LAST, "what is understood is shown");
            assert!(!try_note(page, "不该写进去"), "and cannot be changed");
            // The export carries it as it is.
            assert!(exported_now(page).contains("weather"));
            // Another enterprise can be filled in beside it.
            page.go("#/", "home");
            page.press("start");
            page.on_page("enterprise");
            page.fill("name", "另起一家");
            page.saved();
            page.reload();
            behind_the_back(page);
            let after = copies_of_month(page);
            // The second copy is begun anew with what the journal has.
            let lie_as_they_did = copies.iter().filter(|(name, _)| name != "twin").all(|copy| after.contains(copy));
            assert!(lie_as_they_did, "nothing was written over");
        });
    }
}

#[test]
fn a_month_of_which_nothing_is_understood_stays_and_can_be_exported() {
    journey("newer-alien", |page| {
        let copies = rewritten(page, "alien", 4);
        page.open("");
        page.until_there("[data-discoveries]");
        assert!(page.text("[data-discoveries]").contains("请更新程序"), "{}", page.text("[data-discoveries]"));
        page.go("#/settings", "settings");
        page.press("export-unreadable");
        assert!(std::fs::read_to_string(page.downloaded(".json")).unwrap().contains("H4sIAAAA"));
        // Removing the enterprise leaves it, and says so.
        page.press("remove-enterprise");
        page.until_there("dialog[open] [data-kept]");
        page.press("confirm-remove");
        page.saved();
        behind_the_back(page);
        let after = copies_of_month(page);
        assert!(copies.iter().all(|copy| after.contains(copy)), "nothing was written over");
    });
}

#[test]
fn another_edition_is_told_item_by_item_and_a_copy_is_kept() {
    journey("edition", |page| {
        rewritten(page, "edition", 4);
        page.open(ELEMENT);
        page.until_there("[data-adoption]");
        let ids = page.attributes("[data-adoption] [data-adopted]", "data-adopted");
        assert!(ids.contains(&"Z01".to_owned()) && ids.contains(&"Q99".to_owned()), "{ids:?}");
        assert!(ids.len() > 50, "every answer is named: {}", ids.len());
        assert_eq!(note(page), LAST, "nothing is lost");
        assert_eq!(page.attributes("[data-item=Z01]", "data-status"), ["carried"]);
        page.until_said("[data-item=Z01] [data-other-edition]", "检查表换了新版");
        page.saved();
        let before = "return Object.entries(localStorage).filter(([name]) => name.includes(':b/')).map(([, text]) => text).join('')";
        let kept = page.js(before, &[]);
        assert!(kept.as_str().unwrap().contains("2025.1"), "as it was before");
        page.reload();
        assert_eq!(page.count("[data-adoption]"), 0, "it is told once");
        assert_eq!(note(page), LAST);
        page.until_there("[data-item=Z01] [data-other-edition]");
        page.click("[data-item=Z01] [data-action=confirm]");
        page.until_there("[data-item=Z01]:not([data-status=carried])");
        assert_eq!(page.count("[data-item=Z01] [data-other-edition]"), 0, "said until somebody has looked");
        page.go("#/screening", "screening");
        let of_criterion = "[data-criterion][data-status=carried] [data-other-edition]";
        page.until_said(of_criterion, "检查表换了新版");
        let told = page.count(of_criterion);
        let one = page.attributes("[data-criterion]:has([data-other-edition])", "id").remove(0);
        page.click(&format!("[id=\"{one}\"] [data-action=confirm]"));
        page.until_there(&format!("[id=\"{one}\"]:not([data-status=carried])"));
        assert_eq!(page.count(of_criterion), told - 1);
    });
}

#[test]
fn registers_of_another_shape_are_not_shown_as_empty() {
    journey("registers-misshapen", |page| {
        demonstration(page);
        page.go("#/people", "people");
        page.press("add-person");
        page.fill("person-1-name", "台账里的人");
        page.saved();
        page.go("#/settings", "settings");
        page.press("backup");
        let backup = page.downloaded(".json");
        behind_the_back(page);
        let mut copies = copies_of(page, "l");
        for copy in &mut copies {
            let text = page.later(&format!("{RULES}{REWRITE}"), &[json!(copy.1), json!("misshapen")]);
            copy.1 = text.as_str().unwrap().to_owned();
        }
        put_copies_of(page, "l", &copies);
        for (route, name) in [("#/people", "people"), ("#/risks", "risks")] {
            page.open(route);
            page.on_page(name);
            page.until_said("[data-registers=locked]", "不是空台账");
            page.axe_light_and_dark("registers that cannot be read");
            assert_eq!(page.count("[data-action^=add-]:enabled"), 0, "nothing can be typed over them");
        }
        page.press("export-unreadable");
        assert!(std::fs::read_to_string(page.downloaded(".json")).unwrap().contains("a list of others"));
        behind_the_back(page);
        assert_eq!(copies_of(page, "l"), copies, "nothing was written over");
        // The rest of the enterprise can be filled in, and a backup brings the registers back.
        page.open(ELEMENT);
        assert!(try_note(page, "照常能写"));
        page.saved();
        page.go("#/settings", "settings");
        page.hand_over("restore", &backup);
        page.click("tr[data-record^='l/'] input");
        page.press("apply-restore");
        page.go("#/people", "people");
        page.until_said("[data-person]", "台账里的人");
        assert_eq!(page.count("[data-registers=locked]"), 0);
    });
}
