//! Criteria, answers that follow or exclude each other, and counts of figures.

use serde_json::{Value, json};

use super::read;
use crate::check::Flaw;
use crate::sample;

/// Place and flaw of what is wrong with the sound catalogue after a change.
fn after(change: impl FnOnce(&mut Value)) -> Vec<(String, Flaw)> {
    let mut changed = sample::json();
    change(&mut changed);
    read(changed).problems().into_iter().map(|problem| (problem.path, problem.what)).collect()
}

fn criterion(change: impl FnOnce(&mut Value)) -> Vec<(String, Flaw)> {
    after(|catalogue| {
        let mut criterion = json!({
            "id": "GM1", "at": "第一条", "text": "没有审批。", "defects": [], "needs": "any", "device": false, "scope_note": "",
            "applies": "always", "item": "Z07", "same": true, "area": "hot-work",
        });
        change(&mut criterion);
        catalogue["elements"][0]["items"][2]["veto"]["criteria"] = json!([criterion["id"]]);
        catalogue["criteria"] = json!([{
            "id": "gm", "name": "样例令", "document": "awsl", "scope_note": "", "failed_device": "",
            "confidence": "secondary",
            "parts": [{ "article": "", "name": "管理", "applies": "always", "scope_note": "", "criteria": [criterion] }],
        }]);
    })
}

const AT: &str = "/criteria/0/parts/0/criteria/0";

#[test]
fn a_criterion_takes_the_answer_of_a_monthly_item_whose_veto_names_it() {
    assert_eq!(criterion(|_| ()), []);
    let same = || vec![(format!("{AT}/same"), Flaw::SameWithoutVeto)];
    assert_eq!(criterion(|criterion| criterion["item"] = json!("Z01")), same(), "asked once a year, and no veto");
    assert_eq!(criterion(|criterion| criterion["item"] = json!("")), same());
    let unknown = |member: &str| vec![(format!("{AT}/{member}"), Flaw::UnknownRelated("nothing".into()))];
    assert_eq!(criterion(|criterion| criterion["item"] = json!("nothing")), unknown("item"));
    assert_eq!(criterion(|criterion| criterion["area"] = json!("nothing")), unknown("area"));
}

#[test]
fn two_points_that_follow_from_each_other_are_refused() {
    let follows = |of: &str| json!([{ "of": [of], "on": "met", "answer": "yes" }]);
    let found = after(|catalogue| {
        let targets = &mut catalogue["areas"][0]["targets"];
        targets[0]["points"][0]["follows"] = follows("hot-work.P2.1");
        targets[1]["points"][0]["follows"] = follows("hot-work.P3.1");
        targets[2]["points"][0]["follows"] = follows("hot-work.P1.1");
    });
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|(_, flaw)| matches!(flaw, Flaw::Circle(_))), "{found:?}");
    let chain = after(|catalogue| {
        let targets = &mut catalogue["areas"][0]["targets"];
        targets[0]["points"][0]["follows"] = follows("hot-work.P2.1");
        targets[1]["points"][0]["follows"] = follows("hot-work.P4");
    });
    assert_eq!(chain, [], "a chain with an end is none");
}

#[test]
fn a_pair_that_excludes_each_other_names_what_is_there_and_says_why() {
    let pair = |of: &str, on: &str, says: &str| {
        let (of, on, says) = (of.to_owned(), on.to_owned(), says.to_owned());
        after(move |catalogue| {
            catalogue["exclusions"] = json!([{
                "one": { "of": "Z07", "on": "no" }, "other": { "of": of, "on": on }, "says": says, "blocks": true,
            }]);
        })
    };
    assert_eq!(pair("ledger.overdue", "some", "两样不能同时成立。"), []);
    assert_eq!(pair("fact.hot_work", "none", "两样不能同时成立。"), []);
    let other = |flaw| vec![("/exclusions/0/other/of".to_owned(), flaw)];
    assert_eq!(pair("ledger.colour", "some", "不能。"), other(Flaw::UnknownRelated("ledger.colour".into())));
    assert_eq!(pair("hot-work.P2", "unsure", "不能。"), other(Flaw::CannotSay("hot-work.P2".into())));
    assert_eq!(pair("fact.colour", "some", "不能。"), other(Flaw::UnknownRelated("fact.colour".into())));
    assert_eq!(pair("fact.hot_work", "met", "不能。"), other(Flaw::CannotSay("fact.hot_work".into())));
    assert_eq!(pair("Z01", "met", ""), [("/exclusions/0/says".to_owned(), Flaw::Empty)]);
}

#[test]
fn a_figure_of_the_month_is_the_count_of_one_item() {
    let figures = |items: &[usize], done: &str| {
        let (items, done) = (items.to_vec(), done.to_owned());
        after(move |catalogue| {
            for item in items {
                catalogue["elements"][0]["items"][item]["figures"] = json!({ "done": done, "total": "posts_total" });
            }
        })
    };
    assert_eq!(figures(&[1], "posts_signed"), []);
    let at = "/elements/0/items/1/figures";
    assert_eq!(figures(&[1], "posts_total"), [(format!("{at}/total"), Flaw::FigureTwice)]);
    let workers = after(|catalogue| catalogue["elements"][0]["items"][0]["of_workers"] = json!(true));
    assert_eq!(workers, [("/elements/0/items/0/of_workers".to_owned(), Flaw::WorkersOfNoRatio)]);
}
