//! Registers of people and risk points.
//!
//! Counts of the month come from them, names never leave the browser.

use std::fs;

use anziping_tests::{Page, journey, workplace};

use crate::steps::*;

/// Names that stand in the registers of this journey and nowhere else.
const NAMES: [&str; 3] = ["台账甲", "台账乙", "台账丙"];

fn person(page: &Page, name: &str, hours: &str, until: Option<&str>) {
    page.press("add-person");
    let id = page.attributes("[data-person]", "id").pop().expect("an entry");
    page.until_there(&format!("[id={id}][open]"));
    page.fill(&format!("{id}-name"), name);
    page.fill(&format!("{id}-hours"), hours);
    page.click(&format!("label:has(> [id={id}-hot-work])"));
    page.click(&format!("[id={id}] [data-action=add-certificate]"));
    page.until_there(&format!("[id={id}-certificate-0-work]"));
    page.fill(&format!("{id}-certificate-0-work"), "焊接与热切割");
    if let Some(until) = until {
        page.fill(&format!("{id}-certificate-0-until"), until);
    }
    page.saved();
}

#[test]
fn counts_come_from_the_registers_and_no_name_of_them_is_in_the_signed_file() {
    journey("registers", |page| {
        page.open("");
        fill_in_everything(page);
        page.go("#/people", "people");
        page.axe_light_and_dark("an empty register");
        person(page, NAMES[0], "8", Some("2099-12-31"));
        person(page, NAMES[1], "7", None);
        page.until_said("[data-list=certificate-warnings]", NAMES[1]);
        page.until_said("[data-count=J05]", "1 ÷ 2");
        page.until_said("[data-count='hot-work.P2']", "1 ÷ 2");
        page.axe_light_and_dark("people");
        page.fits("people");

        // Counts typed by hand stay until somebody takes those of the register; from then on they follow it.
        page.go("#/element/3", "element");
        page.until_there("[data-item=J05] [data-from-register=other]");
        assert_eq!(page.value("[data-item=J05] [name=total]"), "10");
        page.click("[data-item=J05] [data-action=take-counts]");
        page.until_there("[data-item=J05] [data-from-register=same]");
        assert_eq!(
            (page.value("[data-item=J05] [name=done]"), page.value("[data-item=J05] [name=total]")),
            ("1".into(), "2".into())
        );
        page.go("#/people", "people");
        let second = page.attributes("[data-person]", "id").pop().expect("an entry");
        page.click(&format!("[id={second}] > summary"));
        page.fill(&format!("{second}-hours"), "8");
        page.fill(&format!("{second}-certificate-0-until"), "2099-12-31");
        page.until_said("[data-count=J05]", "2 ÷ 2");
        page.press("take-all-counts");
        page.saved();
        page.go("#/area/hot-work", "area");
        page.until_there("[data-rate='hot-work.P2'] [data-from-register=same]");

        page.go("#/risks", "risks");
        page.axe_light_and_dark("no risk points");
        page.press("add-risk");
        let risk = page.attributes("[data-risk]", "id").pop().expect("an entry");
        page.fill(&format!("{risk}-place"), "焊接间");
        page.fill(&format!("{risk}-owner"), NAMES[2]);
        page.fill(&format!("{risk}-measures"), "清理可燃物，专人监护");
        page.select(&format!("{risk}-area"), "hot-work");
        page.select(&format!("{risk}-L"), "40");
        page.select(&format!("{risk}-S"), "40");
        page.until_there("[data-colour=Orange]");
        page.select("method", "LsA");
        page.until_there("[data-colour=Orange]");
        page.until_said("[data-count=S03]", "0 ÷ 1");
        page.click(&format!("label:has(> [id={risk}-posted])"));
        page.click(&format!("label:has(> [id={risk}-effective])"));
        page.until_said("[data-count=S03]", "1 ÷ 1");
        page.until_said("[data-count='hot-work.P3']", "1 ÷ 1");
        page.press("take-all-counts");
        page.saved();
        page.axe_light_and_dark("risk points");
        page.fits("risk points");
        page.go("#/calendar", "calendar");
        page.until_said("[data-list=certificates]", NAMES[0]);
        page.press("export-calendar");
        let calendar = fs::read_to_string(page.downloaded(".ics")).unwrap().replace("\r\n ", "");
        assert!(calendar.contains("DTSTART;VALUE=DATE:20991231") && calendar.contains("焊接与热切割"), "{calendar}");

        page.reload();
        page.go("#/people", "people");
        assert_eq!(page.count("[data-person]"), 2);
        make_key(page);
        let text = fs::read_to_string(sign_and_export(page)).unwrap();
        assert!(NAMES.iter().all(|name| !text.contains(name)), "a name of a register is in the signed file");
        assert!(text.contains("\"J05\""));

        // A backup has them, and removing an entry can be taken back.
        page.go("#/settings", "settings");
        page.press("backup");
        let backup = fs::read_to_string(page.downloaded(".json")).unwrap();
        assert!(NAMES.iter().all(|name| backup.contains(name)));
        page.go("#/people", "people");
        let first = page.attributes("[data-person]", "id").remove(0);
        page.click(&format!("[id={first}] > summary"));
        page.click(&format!("[id={first}] [data-action=remove-person]"));
        page.until("one entry is left", "return document.querySelectorAll('[data-person]').length === 1", &[]);
        page.js("scrollTo(0, 0)", &[]);
        page.press("undo");
        page.until("both are back", "return document.querySelectorAll('[data-person]').length === 2", &[]);
    });
}

/// A list as a small firm keeps it.
///
/// Two certificates in two rows, a day without its year, somebody who is in the register.
const LIST: &str = "特种作业人员名册,,,,\r\n序号,姓 名,准操项目,证件名称,有效期至\r\n1,台账甲,低压电工,特种作业操作证,2099/3/5\r\n\
                    2,台账乙,焊接与热切割,特种作业操作证,2099/3/5\r\n3,台账乙,叉车,特种设备作业人员证,2099-12-31\r\n4,台账丙,起重,特种设备作业人员证,3月5日\r\n";

#[test]
fn a_list_of_people_kept_elsewhere_comes_in_after_a_preview_and_goes_out_the_same() {
    journey("registers-sheets", |page| {
        page.open("");
        page.press("demo");
        page.go("#/people", "people");
        person(page, NAMES[0], "8", None);
        let list = page.file("list.csv", LIST);
        page.hand_over("import-people", &list);
        page.until_there("[data-preview=people]");
        for (what, count) in [("new", "2"), ("changed", "1"), ("same", "0"), ("left-out", "0"), ("unread", "1")] {
            page.until_said(&format!("[data-counts=import] [data-count={what}]"), count);
        }
        page.until_there("[data-ask=year]");
        page.until_said("[data-unread-cell=R6C5]", "没有年份");
        assert_eq!(page.count("[data-person]"), 1, "nothing changes before the button");
        page.axe_light_and_dark("the preview of a list of people");
        page.fits("the preview of a list of people");
        page.press("apply-import");
        page.until("three people", "return document.querySelectorAll('[data-person]').length === 3", &[]);
        page.until_said("[data-count=J07]", "1 ÷ 2");
        page.saved();

        // What goes out comes back without a change, as a workbook and as a text.
        for (action, ending) in [("export-people", ".xlsx"), ("export-people-csv", ".csv")] {
            page.press(action);
            let file = page.downloaded(ending);
            page.hand_over("import-people", &file);
            page.until_there("[data-preview=people]");
            page.until_there("[data-preview=people][data-same='3'][data-unread='0']");
            assert_eq!(page.count("[data-action=apply-import]") + page.count("[data-ask=year]"), 0);
            page.click("[data-preview=people] ~ .row button");
        }
        // One step back: who came goes, who was changed is as before.
        page.js("scrollTo(0, 0)", &[]);
        page.press("undo");
        page.until("one is left", "return document.querySelectorAll('[data-person]').length === 1", &[]);
        page.until_said("[data-count=J07]", "0 ÷ 1");
        page.saved();

        page.go("#/risks", "risks");
        let list = page.file(
            "risks.csv",
            "风险点,可能发生的事故,L,E,C,责任人\r\n冲压机,机械伤害,3,6,7,台账丁\r\n行车,起重伤害,4,6,7,台账丁\r\n",
        );
        page.hand_over("import-risks", &list);
        page.until_said("[data-unread-cell=R3C3]", "只能是 10、6、3、1、0.5、0.2、0.1");
        page.press("apply-import");
        page.until_there("[data-risk]");
        page.select("method", "Lec");
        page.until_there("[data-colour=Yellow]");
        page.axe_light_and_dark("risk points from a list");
        // A ledger of hazards is no list of risk points.
        page.hand_over("import-risks", &workplace::root().join("tables/tests/files/gbk.csv"));
        page.until_there("[data-ask=columns]");
        assert_eq!(page.count("[data-risk]"), 2);
    });
}
