//! Interference of telephones and browsers: they translate a page, and make its letters larger.

use anziping_tests::{Page, journey};

/// A script that translates as a browser does: every text in two elements of its own.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter((text) => text.data.trim() && !['SCRIPT', 'STYLE'].includes(text.parentNode.tagName))) {
        const outer = document.createElement('font'), inner = document.createElement('font');
        text.parentNode.replaceChild(outer, text);
        outer.appendChild(inner).appendChild(text);
    }
    return texts.length";

fn translate(page: &Page) {
    let texts = page.js(TRANSLATE, &[]).as_u64().unwrap_or_default();
    assert!(texts > 10, "there is something to translate: {texts}");
}

#[test]
fn a_page_that_is_translated_goes_on_working() {
    journey("translated", |page| {
        page.open("");
        page.press("demo");
        for (address, name) in
            [("#/element/1", "element"), ("#/hazards", "hazards"), ("#/report", "report"), ("#/", "home")]
        {
            page.go(address, name);
            translate(page);
        }
        page.go("#/hazards", "hazards");
        let rows = page.count("[data-hazard]");
        page.press("add-hazard");
        page.until_there("[name=hazard-Place]");
        translate(page);
        page.fill_at("[name=hazard-Place]", "打磨间");
        page.fill_at("[name=hazard-Description]", "积尘");
        page.saved();
        translate(page);
        page.go("#/hazards", "hazards");
        page.until(
            "one more",
            "return document.querySelectorAll('[data-hazard]').length === arguments[0]",
            &[(rows + 1).into()],
        );
        translate(page);
        page.reload();
        page.until(
            "all of them",
            "return document.querySelectorAll('[data-hazard]').length === arguments[0]",
            &[(rows + 1).into()],
        );
        assert_eq!(page.attributes("html", "translate"), ["no"], "a signed sentence is not translated unasked");
    });
}

#[test]
fn with_the_large_letters_of_a_chat_program_nothing_is_cut_off() {
    journey("large-letters", |page| {
        page.open("");
        page.press("demo");
        for (address, name) in [
            ("#/", "home"),
            ("#/element/1", "element"),
            ("#/hazards", "hazards"),
            ("#/month", "month"),
            ("#/report", "report"),
            ("#/seal", "seal"),
        ] {
            page.go(address, name);
            // On Android the root becomes larger, on an iPhone the text alone.
            page.js("document.documentElement.style.fontSize = '22px'; document.documentElement.style.webkitTextSizeAdjust = '140%'", &[]);
            let wide = page.at_width(360, 1.0, || {
                page.js(
                    "const root = document.scrollingElement;
                    const cut = [...document.querySelectorAll('button, a, summary, label')].filter((one) => {
                        const box = one.getBoundingClientRect();
                        return box.width > 0 && (box.right > root.clientWidth + 1 || one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden');
                    });
                    return root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px`, ...cut.map((one) => one.outerHTML.slice(0, 120))] : []",
                    &[],
                )
            });
            assert_eq!(wide, serde_json::json!([]), "{name} must be scrolled sideways");
        }
    });
}
