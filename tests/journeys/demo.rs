//! A newcomer looks at the demonstration.

use anziping_tests::journey;

#[test]
fn the_demonstration_is_one_press_away_and_marked_as_such() {
    journey("demo-marked", |page| {
        page.open("");
        page.press("demo");
        page.until_there("[data-demo=true]");
        page.saved();
        for (route, name) in [("#/", "home"), ("#/element/1", "element"), ("#/element/8", "element")] {
            page.go(route, name);
            page.until_there(&format!("nav a[aria-current=page][href$=\"{route}\"]"));
            assert!(page.text(".demo-band").contains("演示数据"), "{route}");
        }
    });
}
