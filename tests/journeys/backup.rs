//! The reminder of the backup: it counts what a person would call a change, and the days.

use anziping_tests::journey;

#[test]
fn a_sentence_typed_into_one_field_is_one_change_since_the_backup() {
    journey("backup-counts", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.go("#/settings", "settings");
        page.press("backup");
        page.downloaded(".json");
        page.until_said("[aria-labelledby=backup]", "之后没有改动");
        page.go("#/enterprise", "enterprise");
        page.fill("address", "zhi hui lu 88 hao 2 dong");
        page.fill("village", "dong cun");
        page.go("#/element/1", "element");
        page.until_there("[data-item=Z01]");
        page.answer("Z01", "no");
        page.saved();
        page.go("#/settings", "settings");
        page.until_said("[aria-labelledby=backup]", "之后有 3 次改动");
    });
}
