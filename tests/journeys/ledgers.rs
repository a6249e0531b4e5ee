//! The special ledgers: kept where a fact asks for them, counted, printed, reminded of.

use std::fs;

use anziping_tests::{Page, journey};

use crate::steps::describe_enterprise;
use crate::word::{assert_all_same, saved};

/// The four, as addresses and hooks name them.
const LEDGERS: [&str; 4] = ["spaces", "equipment", "collectors", "contractors"];

/// Goes to a ledger, adds an entry and gives the id of its form.
fn add(page: &Page, ledger: &str) -> String {
    page.go(&format!("#/ledgers/{ledger}"), "ledgers");
    page.until_there(&format!("[data-because={ledger}]"));
    page.press(&format!("add-{ledger}"));
    let id = page.attributes(&format!("[data-entry={ledger}]"), "id").pop().expect("an entry");
    page.until_there(&format!("[id={id}][open] input"));
    id
}

fn fill(page: &Page, id: &str, fields: &[(&str, &str)]) {
    for (field, text) in fields {
        page.fill(&format!("{id}-{field}"), text);
    }
}

fn tick(page: &Page, name: &str) {
    page.click(&format!("label:has(> [id='{name}'])"));
}

/// Day of today or of some days around it.
fn day(page: &Page, days: i32) -> String {
    let body = "const at = new Date(Date.now() + arguments[0] * 864e5 - new Date().getTimezoneOffset() * 60000);
        return at.toISOString().slice(0, 10)";
    page.js(body, &[days.into()]).as_str().expect("a day").to_owned()
}

/// Light, dark, and as narrow as a telephone; the pictures are for people to look at.
fn looked_at(page: &Page, name: &str) {
    page.axe_light_and_dark(name);
    page.fits(name);
    page.picture(name, 390);
    page.picture(&format!("{name}-wide"), 1280);
}

/// One entry in each ledger: what is known of it is filled in.
fn one_of_each(page: &Page) {
    let space = add(page, "spaces");
    fill(
        page,
        &space,
        &[
            ("name", "1号污水池"),
            ("place", "厂区东北角"),
            ("dangers", "硫化氢中毒，缺氧窒息"),
            ("gases", "氧气、硫化氢"),
            ("measures", "上锁，先通风再检测后进入"),
            ("owner", "周五"),
        ],
    );
    page.until_said(&format!("[id={space}] [data-standing=ledger]"), "没有警示标志");
    tick(page, &format!("{space}-posted"));
    page.select_saying(&format!("{space}-catalogue"), "不在目录");
    page.until("no warning is left", "return !document.querySelector('[data-standing=ledger]')", &[]);
    let collector = add(page, "collectors");
    fill(page, &collector, &[("name", "打磨除尘器"), ("dust", "铝粉"), ("protection", "泄爆口、锁气卸灰")]);
    page.fill(&format!("{collector}-next"), &day(page, 2));
    page.until_said(&format!("[id={collector}] [data-standing=ledger]"), "该清理了，还有 2 天");
}

#[test]
fn the_ledgers_that_the_facts_ask_for_are_kept_counted_printed_and_reminded_of() {
    let folder = tempfile::tempdir().unwrap();
    journey("ledgers", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/ledgers", "ledgers");
        page.until_said("[data-because=spaces]", "有有限空间");
        looked_at(page, "no-ledgers");
        one_of_each(page);

        // What is inspected counts; one whose day nobody knows does not, and one out of use is left out.
        let crane = add(page, "equipment");
        fill(page, &crane, &[("name", "5吨行车"), ("code", "起17苏A00012"), ("place", "一车间")]);
        page.until_said(&format!("[id={crane}] [data-standing=ledger]"), "按没有检验计");
        page.until_said("[data-count=X04]", "0 ÷ 1");
        page.fill(&format!("{crane}-next"), "2099-01-04");
        page.until_said("[data-count=X04]", "1 ÷ 1");
        page.until_said(&format!("[id={crane}] [data-standing=ledger]"), "检验到期：2099年1月4日");
        let lift = add(page, "equipment");
        fill(page, &lift, &[("name", "叉车"), ("next", &day(page, 40))]);
        page.until_said(&format!("[id={lift}] [data-standing=ledger]"), "检验到期，还有 40 天");
        page.until_said("[data-count=X04]", "2 ÷ 2");
        tick(page, &format!("{lift}-stopped"));
        page.until_said("[data-count=X04]", "1 ÷ 1");
        let list = page.file(
            "equipment.csv",
            "设备名称,设备种类,检验有效期至\r\n储气罐,压力容器,2020/2/1\r\n锅炉,锅炉,看铭牌\r\n",
        );
        page.hand_over("import-equipment", &list);
        page.until_said("[data-unread-cell=R3C3]", "看不懂的日期");
        page.press("apply-import");
        page.until_said("[data-count=X04]", "1 ÷ 3");
        looked_at(page, "ledger-equipment");

        let contractor = add(page, "contractors");
        fill(
            page,
            &contractor,
            &[("name", "某清洗公司"), ("work", "清淤"), ("people", "张三\n李四"), ("valid", "2099-03-01")],
        );
        page.until_said("[data-count=X19]", "0 ÷ 1");
        tick(page, &format!("{contractor}-qualified"));
        page.until_said("[data-count=X19]", "1 ÷ 1");
        looked_at(page, "ledger-contractors");
        page.press("take-all-counts");
        page.saved();
        page.go("#/element/4", "element");
        page.until_there("[data-item=X04] [data-from-register=same]");
        page.until_there("[data-item=X19] [data-from-register=same]");
        page.click("[data-item=X19] [href='#/ledgers/contractors']");
        page.on_page("ledgers");
        page.until_there("[data-because=contractors]");

        // Their days are in the calendar, with the way to the entry, and in the file.
        page.go("#/calendar", "calendar");
        page.until_said("[data-list=ledgers]", "5吨行车：检验到期");
        page.press("export-calendar");
        let calendar = fs::read_to_string(page.downloaded(".ics")).unwrap().replace("\r\n ", "");
        for part in ["DTSTART;VALUE=DATE:20990104", "5吨行车：检验到期", "打磨除尘器：该清理了", "某清洗公司：资质到期"]
        {
            assert!(calendar.contains(part), "{part}: {calendar}");
        }
        assert!(!calendar.contains("叉车：检验到期"), "what is out of use is not due");
        page.click(&format!("[data-list=ledgers] [href='#/ledgers/{crane}']"));
        page.until_there(&format!("[id={crane}] summary:focus"));

        // On paper, and in a file of word processors: the same.
        let every = LEDGERS.map(|ledger| {
            page.click(&format!("nav [href='#/ledgers/{ledger}']"));
            page.until_there(&format!("[data-because={ledger}]"));
            page.go(&format!("#/paper/{ledger}"), "paper");
            page.until_there(&format!("[data-sheet={ledger}] td"));
            page.picture(&format!("ledger-paper-{ledger}"), 1280);
            let (file, shown) = saved(page, folder.path(), ledger);
            page.go("#/ledgers", "ledgers");
            (ledger, file, shown)
        });
        assert_all_same(&every);
        page.go("#/paper/spaces", "paper");
        page.until_said("[data-sheet=spaces]", "1号污水池");
        page.axe_light_and_dark("a printed ledger");

        page.reload();
        page.go(&format!("#/ledgers/{contractor}"), "ledgers");
        assert_eq!(page.count("[data-entry=contractors]"), 1);
    });
}

#[test]
fn an_enterprise_without_such_things_is_told_why_there_is_no_ledger() {
    journey("no-ledger-asked", |page| {
        page.open("");
        describe_enterprise(page);
        page.go("#/ledgers", "ledgers");
        page.until_said("main", "没有要建的专项台账");
        page.axe_light_and_dark("no ledger is asked for");
        // A blank one can be printed all the same, and what was typed is shown although no fact asks for it.
        page.go("#/paper/spaces", "paper");
        page.until_there("[data-sheet=spaces] td");
        page.until_said("[data-before-print]", "台账还是空的");
        let id = add(page, "spaces");
        page.fill(&format!("{id}-name"), "化粪池");
        page.go("#/ledgers", "ledgers");
        page.until_said("[data-because=spaces]", "填过的内容还在");
        page.until_there("[data-entry=spaces]");
    });
}
