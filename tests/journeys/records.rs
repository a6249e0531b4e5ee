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
            // That of a shift knows of the hazards of the demonstration.
            let choices = usize::from(form == "shift-record");
            assert_eq!(
                (page.count(".sheet-blank"), page.count("main select")),
                (1, choices),
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

#[test]
fn the_record_of_a_shift_and_the_list_of_a_post_have_what_was_typed_elsewhere() {
    journey("shift", |page| {
        page.open("");
        page.press("demo");
        show(page, "shift-record");
        // A day on which the demonstration has found something.
        let day = page.attributes("#shift-of option", "value").remove(1);
        page.go("#/hazards", "hazards");
        let list = format!("发现日期,隐患部位,隐患内容,整改责任人\r\n{day},三号冲床,光幕失灵,二车间车间主任\r\n");
        page.hand_over("import-ledger", &page.file("found.csv", list));
        page.press("apply-import");
        page.saved();
        import(
            page,
            "permits",
            &format!(
                "作业类型,作业地点,作业内容,作业负责人,监护人,开始时间,结束时间\r\n动火,焊接间,补焊支架,钱七,孙八,{day} 08:00,{day} 16:00\r\n"
            ),
        );
        show(page, "shift-record");
        page.select("shift-of", &day);
        page.until_said(".sheet", "补焊支架");
        let said = page.text(".sheet");
        for part in ["孙八", "三号冲床：光幕失灵（二车间车间主任整改）", "没有完工验收", "当天没有改完"]
        {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert_eq!(page.count(".sheet-blank"), 0);
        page.axe_light_and_dark("a record of a shift");
        page.fits("a record of a shift");
        page.picture("shift-record", 1280);
        page.picture("shift-record-phone", 390);
        page.select("shift-of", "");
        page.until_there(".sheet-blank");
        assert!(!page.text(".sheet").contains("补焊支架"));

        // Nobody is known to hold the post, and it is named for the hazard.
        show(page, "post-lists");
        let own = "return [...document.querySelectorAll('[data-sheet=post-lists]')]
            .filter((one) => one.innerText.includes('光幕失灵'))
            .map((one) => one.innerText.match(/岗位：[^　]*/)[0]).join()";
        let posts = page.js(own, &[]);
        assert!(posts.as_str().is_some_and(|said| said.starts_with("岗位：车间主任、班组长")), "{posts}");
        assert!(!posts.as_str().is_some_and(|said| said.contains(',')), "one list alone: {posts}");
    });
}
