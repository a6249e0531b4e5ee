//! Style sheets must not lose whole rules in old engines.
//!
//! It drops a rule whole for one selector, and a value with `var()` in it when nothing is left to fall back to.

use std::fs;

use anziping_tests::workplace;

/// The lines of the style sheets, each with its place.
fn lines() -> Vec<(String, String)> {
    let sheets = ["app.css", "boot.css", "print.css"].into_iter();
    sheets
        .flat_map(|name| {
            let text = fs::read_to_string(workplace::root().join("public/css").join(name)).unwrap();
            let numbered = text.lines().enumerate();
            numbered.map(|(at, line)| (format!("{name}:{}", at + 1), line.to_owned())).collect::<Vec<_>>()
        })
        .collect()
}

/// The selectors of a list; commas within parentheses are not between two.
fn selectors(list: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut depth = 0;
    for letter in list.chars() {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        match found.last_mut() {
            Some(last) if letter != ',' || depth > 0 => last.push(letter),
            _ => found.push(String::new()),
        }
    }
    found
}

#[test]
fn a_selector_that_chromium_103_drops_is_in_no_list_with_others() {
    let rules = lines().into_iter().filter(|(_, line)| !line.trim_start().starts_with('@'));
    for (place, line) in rules {
        let list = line.split('{').next().unwrap_or_default();
        let of_has = selectors(list).iter().map(|selector| selector.contains(":has(")).collect::<Vec<_>>();
        assert!(of_has.iter().all(|has| *has == of_has[0]), "{place}: {list}");
    }
}

#[test]
fn a_value_that_chromium_109_drops_is_given_to_those_that_know_it() {
    for (place, line) in lines().into_iter().filter(|(_, line)| line.contains("color-mix(")) {
        assert!(line.trim_start().starts_with("@supports (color: color-mix("), "{place}: {line}");
    }
}
