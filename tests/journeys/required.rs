//! Registers of documents, drills and safety expenses.
//!
//! What they count, what they say beside an item, what they put into the calendar.

use std::fs;

use anziping_tests::{Page, journey};

/// Adds an entry and gives the id of its form.
fn add(page: &Page, kind: &str) -> String {
    page.press(&format!("add-{kind}"));
    let id = page.attributes(&format!("[data-entry={kind}]"), "id").pop().expect("an entry");
    page.until_there(&format!("[id={id}][open] input"));
    id
}

fn tick(page: &Page, name: &str) {
    page.click(&format!("label:has(> [id='{name}'])"));
}

/// Light, dark, and as narrow as a telephone; the picture is for people to look at.
fn looked_at(page: &Page, name: &str) {
    page.axe_light_and_dark(name);
    page.fits(name);
    page.picture(name, 390);
}

fn month_with_hot_work(page: &Page) {
    page.open("");
    page.press("demo");
    page.until_there("[data-demo=true]");
}

#[test]
fn documents_count_for_their_areas_and_speak_beside_their_item() {
    journey("documents", |page| {
        month_with_hot_work(page);
        page.go("#/documents", "documents");
        looked_at(page, "no-documents");
        let first = add(page, "document");
        page.fill(&format!("{first}-name"), "动火作业管理制度");
        page.fill(&format!("{first}-version"), "2026 版");
        page.fill(&format!("{first}-issued"), "2026-01-05");
        page.fill(&format!("{first}-review"), "2099-01-04");
        page.select_saying(&format!("{first}-item"), "D06 ");
        tick(page, &format!("{first}-hot-work"));
        page.until_said("[data-count='hot-work.P1']", "1 ÷ 1");
        let second = add(page, "document");
        page.fill(&format!("{second}-name"), "动火作业票样");
        tick(page, &format!("{second}-hot-work"));
        page.until_said("[data-count='hot-work.P1']", "1 ÷ 2");
        page.until_said("[data-list=document-warnings]", "动火作业票样：缺，未签发");
        looked_at(page, "documents");
        page.press("take-all-counts");
        page.saved();
        page.go("#/area/hot-work", "area");
        page.until_there("[data-rate='hot-work.P1'] [data-from-register=same]");
        page.go("#/element/2", "element");
        page.until_said("[data-item=D06] [data-beside=D06]", "列了 1 份，现行有效 1 份");
        page.axe("a register beside an item");
        page.go("#/calendar", "calendar");
        page.until_said("[data-list=reviews]", "动火作业管理制度");
        looked_at(page, "calendar-of-registers");
        page.press("export-calendar");
        let calendar = fs::read_to_string(page.downloaded(".ics")).unwrap().replace("\r\n ", "");
        assert!(
            calendar.contains("DTSTART;VALUE=DATE:20990104") && calendar.contains("文件评审 动火作业管理制度"),
            "{calendar}"
        );

        // They are kept, and removing one can be taken back.
        page.reload();
        page.go("#/documents", "documents");
        page.click(&format!("[id={second}] > summary"));
        page.click(&format!("[id={second}] [data-action=remove-document]"));
        page.until("one is left", "return document.querySelectorAll('[data-entry]').length === 1", &[]);
        page.js("scrollTo(0, 0)", &[]);
        page.press("undo");
        page.until("both are back", "return document.querySelectorAll('[data-entry]').length === 2", &[]);
        let list = page.file(
            "documents.csv",
            "文件名称,发布日期,高风险领域\r\n动火作业票样,2026/2/1,\r\n吊装作业管理制度,2026/2/30,吊装\r\n",
        );
        page.hand_over("import-documents", &list);
        page.until_said("[data-unread-cell=R3C2]", "看不懂的日期");
        page.press("apply-import");
        page.until_said("[data-count='hot-work.P1']", "2 ÷ 2");
    });
}

#[test]
fn what_a_list_counts_is_filled_in_with_it_and_goes_when_the_list_is_taken_back() {
    journey("counted-list", |page| {
        page.open("");
        crate::steps::describe_enterprise(page);
        page.go("#/documents", "documents");
        let list = page.file("counted.csv", "文件名称,发布日期,高风险领域\r\n动火作业票样,2026/2/1,动火作业\r\n");
        page.hand_over("import-documents", &list);
        page.press("apply-import");
        page.until_said("[data-count='hot-work.P1']", "1 ÷ 1");
        assert_eq!(page.count("[data-action=take-all-counts]"), 0, "the month has them already");
        page.until_there("[data-action=to-register][href='#/drills']");
        page.go("#/area/hot-work", "area");
        page.until_there("[data-rate='hot-work.P1'] [data-from-register=same]");
        page.press("undo");
        page.until_there("[data-rate='hot-work.P1'][data-status=open]");
        assert_eq!(page.value("[data-rate='hot-work.P1'] [name=done]"), "");
    });
}

#[test]
fn a_drill_counts_when_it_is_evaluated_and_the_next_one_is_in_the_calendar() {
    journey("drills", |page| {
        month_with_hot_work(page);
        page.go("#/month", "month");
        page.fill("drills", "0");
        page.go("#/drills", "drills");
        looked_at(page, "no-drills");
        page.until_said("[data-list=drill-duties]", "还没有有效的演练记录");
        tick(page, "on_site_only");
        let id = add(page, "drill");
        let today = page
            .js("return new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10)", &[]);
        page.fill(&format!("{id}-name"), "焊接间火灾");
        page.fill(&format!("{id}-held"), today.as_str().unwrap());
        page.fill(&format!("{id}-people"), "十个");
        page.leave_field();
        assert!(page.error_at(&format!("[id={id}-people]")).contains("整数"));
        page.fill(&format!("{id}-people"), "10");
        page.until_said("[data-count=Y03]", "0 ÷ 1");
        tick(page, &format!("{id}-evaluated"));
        page.until_said("[data-count=Y03]", "1 ÷ 1");
        page.until_said("[data-figure=drills]", "1");
        page.press("take-figures");
        looked_at(page, "drills");
        page.saved();
        page.go("#/month", "month");
        assert_eq!(page.value("[name=drills]"), "1");
        page.go("#/calendar", "calendar");
        page.until_said("[data-list=drills]", "现场处置方案");
        page.press("export-calendar");
        assert!(
            fs::read_to_string(page.downloaded(".ics"))
                .unwrap()
                .replace("\r\n ", "")
                .contains("应急演练到期 现场处置方案")
        );
    });
}

#[test]
fn expenses_are_held_against_the_rate_and_fill_the_month() {
    journey("expenses", |page| {
        month_with_hot_work(page);
        page.go("#/expenses", "expenses");
        looked_at(page, "no-expenses");
        page.select("activity", "0");
        page.until_said("[data-rate=expense]", "2.35%");
        page.fill("revenue", "很多");
        page.leave_field();
        assert!(page.error_at("[name=revenue]").contains("整数"));
        page.fill("revenue", "32000000");
        page.until_said("[data-sum=due]", "元");
        let month = page.js("return new Date().getFullYear() + '年' + (new Date().getMonth() + 1) + '月'", &[]);
        let choose = |id: &str| {
            let option = "return [...document.getElementById(arguments[0]).options].find((one) => one.text === arguments[1]).value";
            let value = page.js(option, &[format!("{id}-month").into(), month.clone()]);
            page.select(&format!("{id}-month"), value.as_str().unwrap());
        };
        let spent = add(page, "expense");
        choose(&spent);
        page.fill(&format!("{spent}-amount"), "1200");
        page.select(&format!("{spent}-category"), "4");
        page.fill(&format!("{spent}-what"), "防护手套");
        page.until_said("[data-sum=spent]", "1200 元");
        let set_aside = add(page, "expense");
        page.select(&format!("{set_aside}-flow"), "1");
        choose(&set_aside);
        page.fill(&format!("{set_aside}-amount"), "20000");
        page.until_said("[data-sum=set-aside]", "20000 元");
        page.until_there("[data-lack]");
        page.until_said("[data-count=Z11]", "20000 ÷");
        looked_at(page, "expenses");
        page.press("take-figures");
        page.press("take-all-counts");
        page.saved();
        page.go("#/month", "month");
        assert_eq!((page.value("[name=spent]"), page.value("[name=expense_set]")), ("1200".into(), "20000".into()));

        // A quarry goes by the tonne, and every month of the year has to be known.
        page.go("#/expenses", "expenses");
        page.select("activity", "3");
        page.until_said("[data-rate=expense]", "每吨 2 元");
        page.until_said("[data-sum=due]", "算不出");
        page.until_there("[data-without-output]");
        looked_at(page, "expenses-by-the-tonne");
    });
}
