//! The trade is data: no id of the check list and no law means anything to the program.

use std::collections::BTreeSet;

use anziping_core::edition::builtin;

use crate::sources::{Line, program};

/// Every id by which rules, citations, answers, hazards and figures go in the built-in check list.
fn ids() -> BTreeSet<String> {
    let catalogue = builtin::catalogue().unwrap();
    let items = catalogue.items().map(|item| item.id.clone());
    let criteria = catalogue.criteria().map(|listed| listed.criterion.id.clone());
    let points = catalogue.points().map(|point| point.id.clone());
    let areas = catalogue.areas.iter().map(|area| area.id.clone());
    let facts = catalogue.facts.iter().map(|fact| fact.id.clone());
    let documents = catalogue.documents.iter().map(|document| document.id.clone());
    items.chain(criteria).chain(points).chain(areas).chain(facts).chain(documents).collect()
}

/// The texts between quotation marks of a line.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// Returns whether a text is an id, or names one that begins with a capital among other words.
///
/// Ids are such as `S07` and `GM10-13-1`.
fn names(text: &str, ids: &BTreeSet<String>) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.' || c == '_';
    let mut words = text.split(|c: char| !is_part(c)).filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()));
    ids.contains(text) || words.any(|word| ids.contains(word))
}

/// Returns whether a text names a law, an order or a standard of the trade.
fn cites(text: &str) -> bool {
    ["号令", "〔", "条例", "GB ", "GB/T", "AQ ", "安全生产法"].iter().any(|sign| text.contains(sign))
        || text.split('第').skip(1).any(|rest| {
            let number = rest.trim_start_matches(|c: char| "一二三四五六七八九十百0123456789".contains(c));
            number.len() < rest.len() && number.starts_with('条')
        })
}

/// The demonstration, and the standard by which credit codes are written, are not the trade.
fn speaks_of_the_trade(line: &Line) -> bool {
    !line.place.starts_with("core/src/demo/") && !line.place.starts_with("core/src/value/")
}

fn found(is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    ["core/src", "src"]
        .into_iter()
        .flat_map(program)
        .filter(|line| speaks_of_the_trade(line) && literals(&line.text).any(&is_wrong))
        .map(|line| format!("{}: {}", line.place, line.text.trim()))
        .collect()
}

#[test]
fn no_id_of_the_check_list_stands_in_the_program() {
    let ids = ids();
    let found = found(|literal| names(literal, &ids));
    assert!(found.is_empty(), "let the check list say it:\n{}", found.join("\n"));
}

#[test]
fn no_law_stands_in_the_program() {
    let found = found(cites);
    assert!(found.is_empty(), "let the check list or a table of the trade say it:\n{}", found.join("\n"));
}

#[test]
fn an_id_or_a_law_in_the_program_is_seen() {
    let ids = ids();
    let seen = |line: &str| literals(line).any(|literal| names(literal, &ids));
    assert!(seen(r#"            "J07" => self.certified(kind),"#));
    assert!(seen(r#"    let screened = "GM10-13-1";"#) && seen(r#"point("hot-work.P1.1")"#));
    assert!(seen(r#"    profile.facts.insert("major_hazard".into());"#) && seen(r#"catalogue.document("awsl")"#));
    assert!(seen(r#"    let hint = "条数在 S07 里自己填";"#));
    assert!(!seen(r#"    let kept = "吊装 lifting 和 gas";"#), "a word that is also the id of a fact");
    assert!(cites("重大隐患要双报告（安全生产法第四十一条）") && cites("按 GB 6441-2025 选") && cites("见第12条"));
    assert!(!cites("第一次填报") && !cites("只占其中一部分，不构成本条"));
}
