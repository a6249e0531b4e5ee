//! The trade is data: no id of an item, criterion or point means anything to the program.

use std::collections::BTreeSet;

use anziping_core::edition::builtin;

use crate::sources::{Line, program};

/// Every id of the built-in check list that answers, hazards and figures go by.
fn ids() -> BTreeSet<String> {
    let catalogue = builtin::catalogue().unwrap();
    let items = catalogue.items().map(|item| item.id.clone());
    let criteria = catalogue.criteria().map(|listed| listed.criterion.id.clone());
    items.chain(criteria).chain(catalogue.points().map(|point| point.id.clone())).collect()
}

/// The texts between quotation marks of a line.
fn literals(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

fn is_demonstration(line: &Line) -> bool {
    line.place.starts_with("core/src/demo/")
}

#[test]
fn no_id_of_the_check_list_stands_in_the_program() {
    let ids = ids();
    let found: Vec<String> = ["core/src", "src"]
        .into_iter()
        .flat_map(program)
        .filter(|line| !is_demonstration(line) && literals(&line.text).any(|literal| ids.contains(literal)))
        .map(|line| format!("{}: {}", line.place, line.text.trim()))
        .collect();
    assert!(found.is_empty(), "let the check list say it:\n{}", found.join("\n"));
}

#[test]
fn an_id_in_the_program_is_seen() {
    let ids = ids();
    let seen = |line: &str| literals(line).any(|literal| ids.contains(literal));
    assert!(seen(r#"            "J07" => self.certified(kind),"#));
    assert!(seen(r#"    let screened = "GM10-13-1";"#) && seen(r#"point("hot-work.P1.1")"#));
    assert!(!seen(r#"    let kept = "J07 特种作业";"#));
}
