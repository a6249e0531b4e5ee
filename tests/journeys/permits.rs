//! The register of work permits: filled in on a telephone, checked, printed, counted in the month.

use std::fs;

use anziping_tests::{Page, journey};

use crate::steps::describe_enterprise;

/// Begins a permit of a kind and gives the id of its form.
fn begin(page: &Page, kind: &str) -> String {
    page.click(&format!("[data-action=begin-permit][data-kind={kind}]"));
    let id = page.attributes("[data-entry=permit]", "id").remove(0);
    page.until_there(&format!("[id={id}][open] [data-action=print-permit]"));
    id
}

/// Ticks the box that everything is in order.
fn in_order(page: &Page, id: &str) {
    page.click(&format!("label:has(> [id='{id}-in-order'])"));
}

/// A minute of today or of the days around it, as a field for day and time takes it.
fn minutes_from_now(page: &Page, minutes: i64) -> String {
    let body = "const at = new Date(Date.now() + arguments[0] * 60000 - new Date().getTimezoneOffset() * 60000);
        return at.toISOString().slice(0, 16)";
    page.js(body, &[minutes.into()]).as_str().expect("a moment").to_owned()
}

fn faults(page: &Page, id: &str) -> Vec<String> {
    let all = page.js(
        "return [...document.querySelectorAll(`[id=${arguments[0]}] [data-fault]`)].map((one) => one.innerText)",
        &[id.into()],
    );
    all.as_array().expect("texts").iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

#[test]
fn a_permit_is_filled_in_on_a_phone_checked_printed_and_counted_in_the_month() {
    journey("permits", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/people", "people");
        let list = page.file("people.csv", "姓名,岗位,高风险作业,证书种类,作业项目,有效期至\r\n焊工甲,工人,动火作业,特种作业操作证,焊接与热切割,2099-12-31\r\n焊工乙,工人,动火作业,特种作业操作证,焊接与热切割,2020-01-31\r\n监火丙,安全员,动火作业,,,\r\n");
        page.hand_over("import-people", &list);
        page.press("apply-import");
        page.saved();
        page.at_width(390, 1.0, || {
            page.go("#/permits", "permits");
            page.axe_light_and_dark("no permits");
            let before = page.presses();
            let id = begin(page, "hot_work");
            page.fill(&format!("{id}-place"), "焊接间");
            page.click(&format!("[id={id}] [data-text=电焊]"));
            for (field, name) in [("workers", "焊工甲"), ("guard", "监火丙")] {
                page.click(&format!("[id={id}] .stack-tight:has([id={id}-{field}]) [data-text={name}]"));
            }
            page.fill(&format!("{id}-approver"), "陈总");
            page.click(&format!("[id={id}] [data-action=now-approved]"));
            page.click(&format!("[id={id}] [data-action=all-done]"));
            in_order(page, &id);
            page.until_said(&format!("[id={id}] [data-standing=permit]"), "手续齐全");
            println!("a first permit: {} presses, two texts typed", page.presses() - before);
            assert_eq!(faults(page, &id), Vec::<String>::new());
            page.saved();

            // The next one of the kind is the last one again, but for what has to be looked at.
            let before = page.presses();
            let next = begin(page, "hot_work");
            assert_eq!(page.value(&format!("[id={next}-place]")), "焊接间");
            assert_eq!(page.value(&format!("[id={next}-workers]")), "焊工甲");
            assert_eq!(page.value(&format!("[id={next}-approved]")), "");
            assert_eq!(page.count(&format!("[id={next}] [data-measure] :checked")), 0);
            page.click(&format!("[id={next}] [data-action=now-approved]"));
            page.click(&format!("[id={next}] [data-action=all-done]"));
            in_order(page, &next);
            page.until_said(&format!("[id={next}] [data-standing=permit]"), "手续齐全");
            println!("the next permit: {} presses, nothing typed", page.presses() - before);
            // Both are for one place at one time.
            page.until_said(&format!("[id={next}] [data-overlap=permit]"), "同一地点同一时间还有一张票：动火");

            // What is wrong is said at its field, and the job is no longer counted as in order.
            page.click(&format!("[id={next}] [data-text=焊工乙]"));
            page.fill(&format!("{next}-guard"), "焊工乙");
            page.fill(&format!("{next}-ends"), &minutes_from_now(page, 73 * 60));
            page.fill(&format!("{next}-approved"), &minutes_from_now(page, 30));
            page.leave_field();
            let said = faults(page, &next).join("\n");
            for part in ["最长 72 小时", "先审批，后开工", "不能同时监护", "2020年1月31日到期"] {
                assert!(said.contains(part), "{part}: {said}");
            }
            page.until_said(&format!("[id={next}] [data-standing=permit]"), "4 处要改");
            page.axe_light_and_dark("a permit with faults");
            page.fits("a permit with faults");
        });
        page.picture("permits", 390);
        page.picture("permits-wide", 1280);
        page.until_said("[data-count=X15]", "1 ÷ 2");
        page.until_said("[data-count='hot-work.P3']", "1 ÷ 2");
        page.press("take-all-counts");
        page.saved();
        page.go("#/element/4", "element");
        page.until_there("[data-item=X15] [data-from-register=same]");
        assert_eq!(page.value("[data-item=X15] [name=done]"), "1");
        assert_eq!(page.value("[data-item=X15] [name=total]"), "2");

        // Everything is there after a reload, and a removal can be taken back.
        page.reload();
        page.go("#/permits", "permits");
        assert_eq!(page.count("[data-entry=permit]"), 2);
        let first = page.attributes("[data-entry=permit]", "id").remove(0);
        page.click(&format!("[id={first}] > summary"));
        page.click(&format!("[id={first}] [data-action=remove-permit]"));
        page.until_said("[data-count=X15]", "1 ÷ 1");
        page.js("scrollTo(0, 0)", &[]);
        page.press("undo");
        page.until_said("[data-count=X15]", "1 ÷ 2");

        // The printed form of that one, and a blank one.
        let permit = page.attributes("[data-entry=permit]", "id").remove(0);
        page.click(&format!("[id={permit}] > summary"));
        page.click(&format!("[id={permit}] [data-action=print-permit]"));
        page.on_page("paper");
        page.until_said("[data-sheet=permit]", "焊工甲");
        page.axe_light_and_dark("a filled permit");
        page.fits("a filled permit");
        page.picture("permit-paper", 1280);
        page.select("permit-of", "blank-confined_space");
        page.until_said("[data-sheet=permit]", "19.5～23.5");
        let said = page.text("[data-sheet=permit]");
        for part in ["合格范围的依据——氧气、可燃气：", "5.9.1", "每15分钟记一个数", "有限空间作业规定（13号令）第15条"]
        {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(!page.text("[data-sheet=permit]").contains("焊工甲"));
        page.picture("permit-blank", 1280);
    });
}

#[test]
fn gases_outside_their_limits_stop_a_permit_until_they_are_measured_again() {
    journey("permit-gases", |page| {
        page.open("");
        describe_enterprise(page);
        page.go("#/permits", "permits");
        page.click("summary:has(+ .row.details-body)");
        let id = begin(page, "confined_space");
        page.fill(&format!("{id}-place"), "污水池");
        page.click(&format!("[id={id}] [data-action=all-done]"));
        page.until_said(&format!("[id={id}] [aria-live] [data-fault]"), "先检测合格，后作业");
        page.click(&format!("[id={id}] [data-action=add-test]"));
        let test = format!("{id}-test-0");
        page.fill(&format!("{test}-oxygen"), "18.9");
        page.fill(&format!("{test}-combustible"), "一点");
        page.fill(&format!("{test}-sulfide"), "0");
        page.leave_field();
        let said = faults(page, &id).join("\n");
        for part in ["氧气（19.5～23.5 %VOL）", "可燃气要填数字", "一氧化碳要检测"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        // A measurement that is too old, then one in time.
        page.fill(&format!("{test}-oxygen"), "20.9");
        page.fill(&format!("{test}-combustible"), "0");
        page.fill(&format!("{test}-monoxide"), "0");
        page.fill(&format!("{test}-tested"), &minutes_from_now(page, -45));
        page.leave_field();
        assert!(faults(page, &id).join("\n").contains("30 分钟以上"), "{:?}", faults(page, &id));
        page.fill(&format!("{test}-tested"), &minutes_from_now(page, -20));
        page.leave_field();
        assert_eq!(faults(page, &id), Vec::<String>::new());
        page.picture("permit-gases", 390);
    });
}

#[test]
fn a_list_of_permits_kept_elsewhere_comes_in_and_goes_out() {
    journey("permit-list", |page| {
        page.open("");
        describe_enterprise(page);
        page.go("#/permits", "permits");
        let list = page.file(
            "permits.csv",
            "作业类别,级别,作业地点,作业人,监护人,开始时间,手续齐全\r\n动火,二级,焊接间,张三,李四,2026/11/3 8:30,是\r\n高处,,屋面,张三,李四,昨天,否\r\n动火,,,张三,李四,2026/11/3 8:30,是\r\n",
        );
        page.hand_over("import-permits", &list);
        page.until_said("[data-unread-cell=R3C6]", "看不懂的日期");
        page.press("apply-import");
        page.until("two permits", "return document.querySelectorAll('[data-entry=permit]').length === 2", &[]);
        page.press("export-permits-csv");
        let text = fs::read_to_string(page.downloaded(".csv")).unwrap();
        assert!(text.contains("2026-11-03 08:30") && text.contains("二级"), "{text}");
    });
}
