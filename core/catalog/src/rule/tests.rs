use std::collections::BTreeSet;

use super::{Comparison, Facts, MAX_DEPTH, MAX_SOURCE, MAX_TERMS, Rule, RuleError, RuleFault, Term};

/// An enterprise that has the facts listed and a number of workers.
struct Enterprise<'a>(&'a [&'a str], u32);

impl Facts for Enterprise<'_> {
    fn is(&self, fact: &str) -> bool {
        self.0.contains(&fact)
    }

    fn workers(&self) -> u32 {
        self.1
    }
}

const NAMES: [&str; 3] = ["a", "b", "c"];

/// All eight enterprises over the facts a, b, c.
fn enterprises() -> Vec<Vec<&'static str>> {
    (0..8).map(|bits| (0..3).filter(|i| bits >> i & 1 == 1).map(|i| NAMES[i]).collect()).collect()
}

fn rule(source: &str) -> Rule {
    Rule::parse(source).unwrap_or_else(|error| panic!("{source}: {error}"))
}

fn fault(source: &str) -> (usize, RuleFault) {
    let RuleError { position, what } = Rule::parse(source).expect_err(source);
    (position, what)
}

/// The outcomes for the eight enterprises {}, {a}, {b}, {a,b}, {c}, {a,c}, {b,c}, {a,b,c} as 0 and 1.
fn table(source: &str) -> String {
    let rule = rule(source);
    enterprises().iter().map(|facts| if rule.holds(&Enterprise(facts, 0)) { '1' } else { '0' }).collect()
}

/// All rules over a, b, c with up to `depth` levels of not, and, or, with full parentheses.
fn all_rules(depth: usize) -> Vec<String> {
    let leaves: Vec<String> = ["a", "b", "c", "always"].map(String::from).to_vec();
    if depth == 0 {
        return leaves;
    }
    let parts = all_rules(depth - 1);
    let mut rules = leaves;
    for left in &parts {
        rules.push(format!("not ({left})"));
        for right in &parts {
            rules.push(format!("({left}) and ({right})"));
            rules.push(format!("({left}) or ({right})"));
        }
    }
    rules
}

#[test]
fn always_holds_for_everyone() {
    assert_eq!(table("always"), "11111111");
    assert_eq!(table("not always"), "00000000");
}

#[test]
fn truth_tables_of_the_operators() {
    assert_eq!(table("a"), "01010101");
    assert_eq!(table("not a"), "10101010");
    assert_eq!(table("a and b"), "00010001");
    assert_eq!(table("a or b"), "01110111");
    assert_eq!(table("not not a"), "01010101");
    assert_eq!(table("a and b and c"), "00000001");
    assert_eq!(table("a or b or c"), "01111111");
}

#[test]
fn not_binds_closer_than_and_and_and_closer_than_or() {
    assert_eq!(table("a or b and c"), table("a or (b and c)"));
    assert_ne!(table("a or b and c"), table("(a or b) and c"));
    assert_eq!(table("a and b or c"), table("(a and b) or c"));
    assert_eq!(table("not a and b"), table("(not a) and b"));
    assert_ne!(table("not a and b"), table("not (a and b)"));
}

#[test]
fn comparisons_are_exact_at_the_limit() {
    let outcomes = |source: &str| [99, 100, 101].map(|count| rule(source).holds(&Enterprise(&[], count)));
    assert_eq!(outcomes("workers < 100"), [true, false, false]);
    assert_eq!(outcomes("workers <= 100"), [true, true, false]);
    assert_eq!(outcomes("workers > 100"), [false, false, true]);
    assert_eq!(outcomes("workers >= 100"), [false, true, true]);
    assert_eq!(outcomes("workers == 100"), [false, true, false]);
    assert_eq!(outcomes("workers<=100"), [true, true, false]);
}

#[test]
fn a_rule_lists_the_facts_it_asks_for() {
    let rule = rule("workers > 100 or smelting or (mine and not smelting)");
    assert_eq!(rule.facts(), BTreeSet::from(["mine", "smelting"]));
}

#[test]
fn a_rule_is_stored_as_it_was_written() {
    let source = "workers  <= 100 and (not mine)";
    let json = serde_json::to_string(&rule(source)).expect("a string");
    assert_eq!(json, format!("{source:?}"));
    assert_eq!(serde_json::from_str::<Rule>(&json).expect("a rule"), rule(source));
    let error = serde_json::from_str::<Rule>("\"mine und open_pit\"").expect_err("not a rule");
    assert!(error.to_string().contains("第6个字符"), "{error}");
}

#[test]
fn faults_name_the_place() {
    let cases = [
        ("", 1, RuleFault::ExpectedTerm),
        ("   ", 4, RuleFault::ExpectedTerm),
        ("a and", 6, RuleFault::ExpectedTerm),
        ("a and or b", 7, RuleFault::ExpectedTerm),
        ("or a", 1, RuleFault::ExpectedTerm),
        ("()", 2, RuleFault::ExpectedTerm),
        ("100 < workers", 1, RuleFault::ExpectedTerm),
        ("a b", 3, RuleFault::ExpectedJoin),
        ("(a b)", 4, RuleFault::ExpectedJoin),
        ("a not b", 3, RuleFault::ExpectedJoin),
        ("a > 3", 3, RuleFault::ExpectedJoin),
        ("(a or b", 8, RuleFault::Unclosed),
        ("a) or b", 2, RuleFault::Unopened),
        ("workers", 8, RuleFault::ExpectedComparison),
        ("workers and a", 9, RuleFault::ExpectedComparison),
        ("workers = 5", 9, RuleFault::ExpectedComparison),
        ("workers <= many", 12, RuleFault::ExpectedNumber),
        ("workers <= ", 12, RuleFault::ExpectedNumber),
        ("workers <= 1000001", 12, RuleFault::ExpectedNumber),
        ("workers <= 99999999999", 12, RuleFault::ExpectedNumber),
        ("workers <= 10a", 12, RuleFault::ExpectedNumber),
        ("A", 1, RuleFault::Character('A')),
        ("a and（b）", 6, RuleFault::Character('（')),
        ("a && b", 3, RuleFault::Character('&')),
        ("workers <= -1", 12, RuleFault::Character('-')),
        ("a\nand b", 2, RuleFault::Character('\n')),
    ];
    for (source, position, what) in cases {
        assert_eq!(fault(source), (position, what), "{source:?}");
    }
}

#[test]
fn a_rule_longer_than_a_line_is_refused() {
    let fits = format!("{:<width$}", "a", width = MAX_SOURCE);
    assert!(Rule::parse(&fits).is_ok());
    assert_eq!(fault(&format!("{fits} ")), (MAX_SOURCE + 1, RuleFault::TooLong));
}

#[test]
fn a_rule_nested_too_deep_is_refused() {
    let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
    assert!(Rule::parse(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(fault(&nested(MAX_DEPTH + 1)), (MAX_DEPTH + 2, RuleFault::TooDeep));
    let negated = |depth: usize| format!("{}a", "not ".repeat(depth));
    assert!(Rule::parse(&negated(MAX_DEPTH)).is_ok());
    assert_eq!(fault(&negated(MAX_DEPTH + 1)).1, RuleFault::TooDeep);
}

#[test]
fn a_rule_with_too_many_terms_is_refused_and_repeats_do_not_count() {
    let joined = |count: usize| (0..count).map(|i| format!("f{i}")).collect::<Vec<_>>().join(" or ");
    let full = joined(MAX_TERMS);
    assert!(Rule::parse(&full).is_ok());
    assert!(Rule::parse(&format!("{full} or f0")).is_ok());
    assert_eq!(fault(&joined(MAX_TERMS + 1)).1, RuleFault::TooManyTerms);
}

#[test]
fn an_unmet_conjunction_is_explained_by_its_first_missing_fact() {
    let enterprise = Enterprise(&["dormitory"], 36);
    assert_eq!(
        rule("confined_space and dormitory").explain(&enterprise),
        [Term::Fact { id: "confined_space".into(), is: false }]
    );
}

#[test]
fn of_two_missing_facts_the_one_written_first_is_named() {
    for (source, first) in [("b and a", "b"), ("a and b", "a")] {
        let named = Term::Fact { id: first.into(), is: false };
        assert_eq!(rule(source).explain(&Enterprise(&[], 0)), [named], "{source}");
    }
}

#[test]
fn a_comparison_is_explained_with_the_count_of_workers() {
    assert_eq!(
        rule("workers > 100 or mine").explain(&Enterprise(&[], 36)),
        [
            Term::Workers { comparison: Comparison::More, limit: 100, count: 36, is: false },
            Term::Fact { id: "mine".into(), is: false },
        ]
    );
}

#[test]
fn a_rule_that_cannot_turn_out_otherwise_needs_no_explanation() {
    for source in ["always", "not always", "a or not a", "a and not a", "a or always"] {
        assert_eq!(rule(source).explain(&Enterprise(&["a"], 5)), [], "{source}");
    }
}

#[test]
fn the_explanation_uses_the_term_that_decides_alone_even_when_written_last() {
    let explained = rule("(a and b) or c").explain(&Enterprise(&["a", "b", "c"], 0));
    assert_eq!(explained, [Term::Fact { id: "c".into(), is: true }]);
}

/// The enterprises that agree with the terms of an explanation.
fn agreeing(explained: &[Term]) -> Vec<Vec<&'static str>> {
    enterprises()
        .into_iter()
        .filter(|facts| {
            explained.iter().all(|term| match term {
                Term::Fact { id, is } => facts.contains(&id.as_str()) == *is,
                Term::Workers { .. } => false,
            })
        })
        .collect()
}

#[test]
fn the_terms_of_an_explanation_alone_decide_and_none_can_be_left_out() {
    // Every rule of two levels, and for each all eight enterprises: 1,297 rules × 8.
    for source in all_rules(2) {
        let rule = rule(&source);
        for facts in enterprises() {
            let outcome = rule.holds(&Enterprise(&facts, 0));
            let explained = rule.explain(&Enterprise(&facts, 0));
            for other in agreeing(&explained) {
                assert_eq!(
                    rule.holds(&Enterprise(&other, 0)),
                    outcome,
                    "{source} for {facts:?} explained by {explained:?}, but {other:?} differs"
                );
            }
            for left_out in 0..explained.len() {
                let mut fewer = explained.clone();
                fewer.remove(left_out);
                assert!(
                    agreeing(&fewer).iter().any(|other| rule.holds(&Enterprise(other, 0)) != outcome),
                    "{source} for {facts:?}: {explained:?} is not the fewest"
                );
            }
        }
    }
}

#[test]
fn no_smaller_set_of_terms_decides() {
    for source in all_rules(2) {
        let rule = rule(&source);
        for facts in enterprises() {
            let outcome = rule.holds(&Enterprise(&facts, 0));
            let size = rule.explain(&Enterprise(&facts, 0)).len();
            for kept in 0_u32..8 {
                if (kept.count_ones() as usize) < size {
                    let terms: Vec<Term> = (0..3)
                        .filter(|i| kept >> i & 1 == 1)
                        .map(|i| Term::Fact { id: NAMES[i].into(), is: facts.contains(&NAMES[i]) })
                        .collect();
                    assert!(
                        agreeing(&terms).iter().any(|other| rule.holds(&Enterprise(other, 0)) != outcome),
                        "{source} for {facts:?}: {terms:?} would have been enough"
                    );
                }
            }
        }
    }
}

#[test]
fn the_flat_text_means_the_same_as_full_parentheses() {
    // Every chain x1 op x2 op x3 with optional nots, against the tree that precedence asks for.
    let literals = ["a", "b", "c", "not a", "not b", "not c"];
    for first in literals {
        for second in literals {
            for third in literals {
                let written = |op1: &str, op2: &str| table(&format!("{first} {op1} {second} {op2} {third}"));
                assert_eq!(written("and", "or"), table(&format!("(({first}) and ({second})) or ({third})")));
                assert_eq!(written("or", "and"), table(&format!("({first}) or (({second}) and ({third}))")));
                assert_eq!(written("or", "or"), table(&format!("(({first}) or ({second})) or ({third})")));
            }
        }
    }
}

#[test]
fn the_worst_rule_is_explained_at_once() {
    // Twelve terms of which all are needed: the whole search, 3^12 look-ups.
    let source = (0..MAX_TERMS).map(|i| format!("f{i}")).collect::<Vec<_>>().join(" or ");
    assert_eq!(rule(&source).explain(&Enterprise(&[], 0)).len(), MAX_TERMS);
}
