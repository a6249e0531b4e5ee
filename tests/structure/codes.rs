//! Every name under which an enumeration is written down is pinned by a test.
//!
//! Those of the signed files' own reasons are pinned by the corpus and by `docs/format.md`.

use std::fs;

use anziping_tests::workplace;

use crate::sources::program;

/// Where the names are pinned.
const PINNED: &str = "core/tests/rules/codes.rs";

/// A type with a `code()`, and the codes that stand in its source.
#[derive(PartialEq, Eq, Debug)]
struct Coded {
    name: String,
    codes: Vec<String>,
}

/// The types of some lines that have a `code()`: by the macro `codes!`, or by a function of their own.
fn coded<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<Coded> {
    let mut found: Vec<Coded> = Vec::new();
    let (mut owner, mut open) = (String::new(), None);
    for line in lines {
        if let Some(rest) = line.trim_start().strip_prefix("impl ") {
            rest.strip_suffix(" {").unwrap_or(rest).clone_into(&mut owner);
        }
        let indent = line.len() - line.trim_start().len();
        let begins_table = line.trim_start().starts_with("codes! {");
        if begins_table || line.contains("fn code(") {
            let name = if begins_table { String::new() } else { owner.clone() };
            found.push(Coded { name, codes: Vec::new() });
            open = Some(indent);
        }
        let (Some(outer), Some(last)) = (open, found.last_mut()) else { continue };
        if last.name.is_empty() {
            let words = line.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
            last.name =
                words.filter(|word| !["codes", "read"].contains(word)).map(str::to_owned).next().unwrap_or_default();
        }
        // What is put together has its braces in the source and no fixed name.
        let literals = line.split('"').skip(1).step_by(2).filter(|literal| !literal.contains('{'));
        last.codes.extend(literals.map(str::to_owned));
        let is_closed = line.matches('{').count() == line.matches('}').count();
        if indent == outer && line.trim_end().ends_with('}') && (is_closed || line.trim() == "}") {
            open = None;
        }
    }
    // The macro itself writes for any type.
    found.retain(|coded| !coded.name.starts_with('$'));
    found
}

#[test]
fn every_code_is_pinned() {
    let lines = program("core/src");
    let all = coded(lines.iter().map(|line| line.text.as_str()));
    let pinned = fs::read_to_string(workplace::root().join(PINNED)).unwrap();
    let is_named = |name: &str| pinned.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word == name);
    let unnamed: Vec<_> = all.iter().map(|coded| &coded.name).filter(|name| !is_named(name)).collect();
    assert!(unnamed.is_empty(), "pin their codes in {PINNED}: {unnamed:?}");
    let codes = all.iter().flat_map(|coded| coded.codes.iter().map(move |code| (&coded.name, code)));
    let loose: Vec<_> = codes.filter(|(_, code)| !pinned.contains(&format!("\"{code}\""))).collect();
    assert!(loose.is_empty(), "pin them in {PINNED}: {loose:?}");
}

#[test]
fn a_type_with_codes_is_seen() {
    let of = |name: &str, codes: &[&str]| Coded {
        name: name.to_owned(),
        codes: codes.iter().map(|&code| code.to_owned()).collect(),
    };
    let text = concat!(
        "codes! { read Way { Up = \"up\", Down = \"down\" } }\n",
        "codes! {\n    Side {\n        In = \"in\",\n    }\n}\n",
        "const OTHER: &str = \"other\";\n",
        "impl Fault {\n    pub fn code(self) -> &'static str {\n        match self {\n",
        "            Self::Shape => \"shape\",\n        }\n    }\n}\n",
        "impl Field {\n    fn code(self) -> &'static str { match self { $(Self::$field => $code),* } }\n",
        "    fn other() -> &'static str { \"other\" }\n}\n",
        "            pub const fn code(self) -> &'static str {\n",
    );
    let seen = coded(text.lines());
    assert_eq!(seen[..3], [of("Way", &["up", "down"]), of("Side", &["in"]), of("Fault", &["shape"])]);
    assert_eq!(seen[3], of("Field", &[]));
    assert!(coded("impl $type {\n    fn code(self) -> &'static str {\n".lines()).is_empty());
}
