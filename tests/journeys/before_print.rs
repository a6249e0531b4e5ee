//! Warnings about a form before it is printed.
//!
//! Letters without a font and texts that do not fit are told with their place.

use anziping_tests::{Page, journey};

use crate::paper::printed;

/// A letter of a late extension, of which no usual font has a picture.
const RARE: char = '\u{313ff}';

/// The dangers of a place where everything could happen.
const EVERYTHING: &str = "粉尘爆炸、高温熔融物爆炸、容器爆炸、火灾、中毒、触电、起重致害、车辆致害、高处坠落、\
    机械致害、物体打击、灼烫、坍塌、淹溺、泄漏、职业病";

/// Goes to a form and waits until it was looked at.
fn look(page: &Page, form: &str) -> String {
    page.go(&format!("#/paper/{form}"), "paper");
    page.until_there(&format!("[data-form={form}] [data-on-paper]:not([data-on-paper=''])"));
    page.text("[data-on-paper]")
}

#[test]
fn letters_without_a_font_and_texts_that_do_not_fit_are_told_with_their_place() {
    journey("before-print", |page| {
        page.open("");
        page.press("demo");
        page.go("#/paper/report", "paper");
        let forms = page.attributes(".paper-forms a", "href").into_iter();
        let forms = forms.map(|href| href.rsplit('/').next().expect("a form").to_owned());
        let told: Vec<_> = forms.map(|form| (look(page, &form), form)).filter(|(said, _)| !said.is_empty()).collect();
        assert_eq!(told, [], "nothing is wrong with the demonstration");

        page.go("#/hazards", "hazards");
        let rows = format!(
            "发现日期,隐患部位,隐患内容,整改措施,责任人,整改期限\n\
             2026-11-05,打磨间,地面油污,清扫,张{RARE},2026-11-20\n2026-11-05,喷漆房,积尘,清扫,张𠮷,2026-11-20\n"
        );
        page.hand_over("import-ledger", &page.file("rare.csv", rows));
        page.press("apply-import");
        page.saved();
        look(page, "ledger");
        page.until_said("[data-on-paper]", &format!("一行的“责任人”栏“张{RARE}”：“{RARE}”（U+313FF）"));
        let said = page.text("[data-on-paper]");
        assert!(!said.contains('𠮷'), "this machine has a font with it: {said}");
        page.axe_light_and_dark("what is said before printing");
        page.at_width(390, 1.0, || {
            page.fits("what is said before printing");
            page.picture("before-print", 390);
        });
        // No text that is typed is so long; a form with narrower columns may be made some day.
        let lengthen = "const cell = document.querySelector('[data-sheet=ledger] tbody tr:last-child td:nth-child(4)');
            cell.textContent = '长'.repeat(4000);
            cell.dispatchEvent(new Event('change', { bubbles: true }))";
        page.js(lengthen, &[]);
        page.until_said("[data-on-paper]", "一行的“隐患描述”栏“长长长长长长长长长长长长长长…”太长，这一行一页放不下");
        assert!(!printed(page, "before-print").concat().contains("打印前请看"), "it is not printed");
        // Another choice above the form is looked at anew: of one hazard the other one's letter is not told.
        look(page, "notice");
        page.until_said("[data-on-paper]", &format!("“责任部门（人）”一栏“张{RARE}”"));
        let options = page
            .js("return [...document.querySelectorAll('#notice-of option')].map((one) => [one.value, one.text])", &[]);
        let other = options.as_array().expect("options").iter().find(|one| one[1].as_str().unwrap().contains("喷漆房"));
        page.select("notice-of", other.expect("the other hazard")[0].as_str().unwrap());
        page.until(
            "nothing of the other one",
            "return !document.querySelector('[data-on-paper]').innerText.includes(arguments[0])",
            &[RARE.to_string().into()],
        );

        page.go("#/risks", "risks");
        page.press("add-risk");
        let id = page.attributes("[data-risk]", "id").pop().expect("an entry");
        page.fill(&format!("{id}-place"), "冲床");
        let longest = "停机断电，挂牌上锁".repeat(22);
        for (field, text) in [("danger", EVERYTHING), ("measures", &longest), ("emergency", &longest)] {
            page.fill(&format!("{id}-{field}"), text);
        }
        page.saved();
        look(page, "risk-card");
        page.until_said("[data-on-paper]", "第 1 张应该一页印完，现在要 2 页；最长的是“");
    });
}
