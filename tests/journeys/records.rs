//! Forms for training, drills, shifts and expenses, and the lists of each post.
//!
//! Filled in from the registers, or blank.

use anziping_tests::{Page, journey};

/// Puts a list into a register.
fn import(page: &Page, register: &str, list: &str) {
    page.go(&format!("#/{register}"), register);
    page.hand_over(&format!("import-{register}"), &page.file(&format!("{register}.csv"), list));
    page.press("apply-import");
    page.saved();
}

/// Shows a form.
fn show(page: &Page, form: &str) {
    page.go(&format!("#/paper/{form}"), "paper");
    page.until_there(&format!("[data-form={form}] .sheet"));
}

#[test]
fn forms_carry_the_names_and_numbers_of_the_registers_and_blank_ones_none() {
    journey("records", |page| {
        page.open("");
        page.press("demo");
        let blank = ["training-record", "pledge", "drill-record", "expense-ledger", "shift-record"];
        for form in blank {
            show(page, form);
            assert_eq!(
                (page.count(".sheet-blank"), page.count("main select")),
                (1, 0),
                "{form}: blank, nothing to choose"
            );
        }
        import(page, "people", "姓名,岗位,已学学时\r\n签收甲,主要负责人,12\r\n签收乙,其他从业人员,8\r\n");
        import(page, "drills", "演练内容,演练日期,参加人数\r\n空压机房火灾,2026-11-06,9\r\n");
        import(
            page,
            "expenses",
            "月份,提取还是支出,金额,说明\r\n2026-11,支出,800,灭火器\r\n2026-10,支出,200,护目镜\r\n",
        );

        show(page, "pledge");
        let said = page.text(".sheet");
        assert!(said.contains("签收甲") && said.contains("签收乙"), "{said}");
        page.picture("pledge", 390);
        page.select("pledge-of", "blank");
        page.until_there(".sheet-blank");
        assert!(!page.text(".sheet").contains("签收甲"));
        show(page, "training-record");
        assert!(page.text(".sheet").contains("签收乙"));
        show(page, "drill-record");
        let said = page.text(".sheet");
        assert!(said.contains("空压机房火灾") && said.contains("2026年11月6日"), "{said}");
        page.picture("drill-record", 1280);
        show(page, "expense-ledger");
        let said = page.text(".sheet");
        let (first, second) = (said.find("护目镜").expect("the first"), said.find("灭火器").expect("the second"));
        assert!(
            said.find("2026-001").is_some_and(|at| at < first) && first < second,
            "numbered by their months: {said}"
        );
        assert!(said.contains("支出 1000 元"), "{said}");
        show(page, "post-lists");
        let said = page.text(".sheet");
        assert!(said.contains("岗位：主要负责人") && said.contains("签收甲"), "{said}");
        page.picture("post-lists", 1280);
    });
}
