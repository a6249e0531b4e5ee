//! Rules over the facts of an enterprise: to whom an item applies, when a veto counts.
//!
//! A rule is written as people read it: `always`, `dormitory and not micro`, `workers <= 100 or (mine and not
//! open_pit)`. `not` binds closest, then `and`, then `or`. `workers`, the only number, stands on the left of `<`, `<=`,
//! `>`, `>=` or `==`.
//!
//! ```
//! use anziping_catalog::{Facts, Rule};
//!
//! struct Workshop;
//! impl Facts for Workshop {
//!     fn is(&self, fact: &str) -> bool { fact == "dormitory" }
//!     fn workers(&self) -> u32 { 36 }
//! }
//!
//! let rule = Rule::parse("dormitory and workers <= 100")?;
//! assert!(rule.holds(&Workshop));
//! # Ok::<(), anziping_catalog::rule::RuleError>(())
//! ```

mod explain;
mod parse;

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

pub use explain::Term;
pub use parse::{MAX_DEPTH, MAX_SOURCE, MAX_TERMS, MAX_WORKERS, RESERVED, RuleError, RuleFault};

/// The facts of an enterprise, for the rules that ask for them.
pub trait Facts {
    /// Returns whether the fact with this id holds. A fact not known does not hold.
    fn is(&self, fact: &str) -> bool;
    /// Number of workers (从业人员), dispatched ones included (安法 28②, 61).
    fn workers(&self) -> u32;
}

/// A condition on the facts of an enterprise; written and stored as its source text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    source: String,
    expression: Expression,
    /// The distinct terms, in the order they first appear; `Expression::Term` is an index into them.
    terms: Vec<Test>,
}

/// A rule as a tree.
///
/// `All` and `Any` keep a chain of `and` or `or` flat, so that depth measures nesting.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Expression {
    Always,
    Term(usize),
    Not(Box<Expression>),
    All(Vec<Expression>),
    Any(Vec<Expression>),
}

/// The tests of an enterprise that a rule can make.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Fact(String),
    Workers(Comparison, u32),
}

/// How the number of workers is compared with a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// 少于
    Less,
    /// 不超过
    AtMost,
    /// 超过
    More,
    /// 不少于
    AtLeast,
    /// 等于
    Equal,
}

impl Comparison {
    /// Returns whether `count` stands in this relation to `limit`.
    pub fn holds(self, count: u32, limit: u32) -> bool {
        match self {
            Self::Less => count < limit,
            Self::AtMost => count <= limit,
            Self::More => count > limit,
            Self::AtLeast => count >= limit,
            Self::Equal => count == limit,
        }
    }
}

impl Test {
    fn holds(&self, facts: &dyn Facts) -> bool {
        match self {
            Self::Fact(id) => facts.is(id),
            Self::Workers(comparison, limit) => comparison.holds(facts.workers(), *limit),
        }
    }
}

impl Expression {
    /// The outcome when `value` tells whether the term at each index holds.
    fn holds(&self, value: &dyn Fn(usize) -> bool) -> bool {
        match self {
            Self::Always => true,
            Self::Term(index) => value(*index),
            Self::Not(inner) => !inner.holds(value),
            Self::All(parts) => parts.iter().all(|part| part.holds(value)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(value)),
        }
    }
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// The first place that is not a rule, or the limit that is passed ([`MAX_SOURCE`], [`MAX_DEPTH`], [`MAX_TERMS`]).
    pub fn parse(source: &str) -> Result<Self, RuleError> {
        let (expression, terms) = parse::parse(source)?;
        Ok(Self { source: source.to_owned(), expression, terms })
    }

    /// Returns whether the rule was written as one that holds for everybody.
    pub fn is_always(&self) -> bool {
        self.expression == Expression::Always
    }

    /// The rule as it was written.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Returns whether the rule holds for an enterprise.
    pub fn holds(&self, facts: &dyn Facts) -> bool {
        self.expression.holds(&|index| self.terms.get(index).is_some_and(|term| term.holds(facts)))
    }

    /// The ids of the facts the rule asks for; `workers` is a number and not among them.
    pub fn facts(&self) -> BTreeSet<&str> {
        self.terms
            .iter()
            .filter_map(|term| match term {
                Test::Fact(id) => Some(id.as_str()),
                Test::Workers(..) => None,
            })
            .collect()
    }

    /// The fewest terms that decide the present outcome, whatever the others were.
    ///
    /// The first ones written among equals.
    ///
    /// Terms count as independent of each other, so two comparisons of `workers` may both be named where one implies
    /// the other. Empty for a rule that always (or never) holds.
    pub fn explain(&self, facts: &dyn Facts) -> Vec<Term> {
        explain::explain(self, facts)
    }
}

/// The rule that always holds.
impl Default for Rule {
    fn default() -> Self {
        Self { source: "always".into(), expression: Expression::Always, terms: Vec::new() }
    }
}

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(source: &str) -> Result<Self, RuleError> {
        Self::parse(source)
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Rule {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Rule".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A condition on the facts of the enterprise: always, dormitory and not micro, workers <= 100 or (mine and not open_pit).",
            "minLength": 1,
            "maxLength": MAX_SOURCE,
        })
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.source)
    }
}

impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let source = String::deserialize(deserializer)?;
        Self::parse(&source).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests;
