//! Matches the headings of a sheet to the columns of one kind of table.

use std::collections::BTreeMap;

use super::money::Unit;
use crate::value::fold::fold;

/// The kind of value in a column, as far as all tables read it alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// A day on which something happened.
    Day,
    /// A last day: of a month or a range its end.
    LastDay,
    /// A calendar month.
    Month,
    /// Whole yuan.
    Yuan,
    /// Anything else.
    Other,
}

/// The columns of one kind of table.
pub trait Columns: Copy + PartialEq + 'static {
    /// All, in the order in which they are written.
    fn all() -> impl Iterator<Item = Self>;

    /// Headings that mean the column; the first is the one this program writes.
    fn headings(self) -> &'static [&'static str];

    /// Returns whether the column says what a row is about; a table has at least one such.
    fn is_essential(self) -> bool;

    /// The kind of value that the column holds.
    fn holds(self) -> Holds {
        Holds::Other
    }

    /// Puts right what one heading means only beside others.
    fn settle(_columns: &mut [Option<Self>]) {}

    /// The heading this program writes.
    fn heading(self) -> &'static str {
        self.headings().first().copied().unwrap_or("")
    }
}

/// All headings that mean something, as they are compared.
pub(crate) struct KnownHeadings<C>(BTreeMap<String, C>);

impl<C: Columns> KnownHeadings<C> {
    /// Collects the headings of one kind of table.
    pub(crate) fn all() -> Self {
        let mut known = BTreeMap::new();
        for column in C::all() {
            for heading in column.headings() {
                known.entry(parts(heading).0).or_insert(column);
            }
        }
        Self(known)
    }

    /// Finds the column that a heading means, alone or below the heading of its group.
    pub(crate) fn of(&self, group: &str, text: &str) -> Option<C> {
        let (plain, aside) = parts(text);
        let group = parts(group).0;
        let core = ["情况", "信息", "内容", "记录"].iter().find_map(|end| group.strip_suffix(end)).unwrap_or(&group);
        let grouped = (!group.is_empty()).then(|| format!("{core}{plain}"));
        let without_unit = ["/万元", "万元", "/元", "元"].iter().find_map(|end| plain.strip_suffix(end));
        let candidates = [grouped.as_deref(), Some(plain.as_str()), without_unit, Some(aside.as_str())];
        candidates.into_iter().flatten().find_map(|said| self.0.get(said).copied())
    }
}

/// A heading without blanks, stars and numbers before it; and what stood in brackets, which explains.
///
/// 整改资金（元）.
fn parts(heading: &str) -> (String, String) {
    let said: String = fold(heading).chars().filter(|c| !matches!(c, '*' | ':' | '：' | '.' | '、' | '★')).collect();
    let said = said.trim_start_matches(|c: char| c.is_ascii_digit());
    match said.split_once(['（', '(']) {
        Some((before, aside)) => (before.to_owned(), aside.trim_end_matches([')', '）']).to_owned()),
        None => (said.to_owned(), String::new()),
    }
}

/// The unit that a heading names.
pub(super) fn unit_of(heading: &str) -> Option<Unit> {
    let said = fold(heading);
    let within = said.split_once(['(', '（', '/', ':']).map_or(said.as_str(), |(_, aside)| aside);
    if within.contains("万元") || said.ends_with("万元") {
        Some(Unit::Wan)
    } else if within.trim_end_matches([')', '）']).ends_with('元') {
        Some(Unit::Yuan)
    } else {
        None
    }
}
