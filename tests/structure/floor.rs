//! The script that tells old browsers what to do is ECMAScript 3, which all of them run.
//!
//! Internet Explorer has no more. One newer word, and such a browser runs nothing of it and shows "正在打开" for ever.

use std::fs;

use anziping_tests::workplace;

/// Words and signs that browsers before ECMAScript 5 or 2015 cannot read.
const NEWER_WORDS: [&str; 9] = ["let", "const", "class", "async", "await", "import", "export", "yield", "of"];
const NEWER_SIGNS: [&str; 6] = ["=>", "`", "?.", "...", "**", "??"];
/// Names that ECMAScript 3 takes for words of the language, also after a dot.
const RESERVED: [&str; 6] = ["catch", "finally", "delete", "default", "class", "for"];

/// Leaves out comments of whole lines and text between quotation marks.
fn code(script: &str) -> String {
    let lines = script.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split('"').step_by(2).collect::<Vec<_>>().join("\"") + "\n").collect()
}

/// Lists the words and signs that an old browser would not read.
fn newer(script: &str) -> Vec<String> {
    let code = code(script);
    let words = code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '$');
    let words = words.filter(|word| NEWER_WORDS.contains(word)).map(str::to_owned);
    let signs = NEWER_SIGNS.iter().filter(|sign| code.contains(*sign)).map(|sign| (*sign).to_owned());
    let dotted = RESERVED.iter().map(|name| format!(".{name}(")).filter(|call| code.contains(call));
    let close: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let trailing = [",}", ",]"].into_iter().filter(|end| close.contains(end)).map(str::to_owned);
    words.chain(signs).chain(dotted).chain(trailing).collect()
}

#[test]
fn the_script_that_shows_notices_is_ecmascript_3() {
    let script = fs::read_to_string(workplace::root().join("public/floor.js")).unwrap();
    assert!(script.contains("boot-floor"), "it has moved");
    assert_eq!(newer(&script), Vec::<String>::new());
}

#[test]
fn newer_words_are_found_and_older_ones_are_not() {
    for (script, found) in [
        ("const x = 1;", "const"),
        ("  call(() => 1);", "=>"),
        ("  promise.catch(stop);", ".catch("),
        ("  var all = [1, 2,\n  ];", ",]"),
        ("  a?.b", "?."),
    ] {
        assert_eq!(newer(script), [found], "{script}");
    }
    assert!(newer("// let us of const\nvar letter = \"let => of\"; kept[\"delete\"](letter);").is_empty());
}
