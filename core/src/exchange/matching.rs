//! Which column of a table holds what, guessed from the headings.

/// What the columns of one kind of table can hold.
pub trait Columns: Copy + PartialEq + 'static {
    /// All, in the order in which they are written.
    fn all() -> impl Iterator<Item = Self>;

    /// Headings that mean the column; the first is the one this program writes.
    fn headings(self) -> &'static [&'static str];

    /// Whether the column says what a row is about; a table has at least one such.
    fn is_essential(self) -> bool;

    /// Puts right what one heading means only beside others.
    fn settle(_columns: &mut [Option<Self>]) {}

    /// The heading this program writes.
    fn heading(self) -> &'static str {
        self.headings().first().copied().unwrap_or("")
    }

    /// What a heading means.
    fn of_heading(text: &str) -> Option<Self> {
        let said: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '：' | ':')).collect();
        // What stands in brackets explains: 整改资金（元）.
        let said = said.split_once(['（', '(']).map_or(said.as_str(), |(before, _)| before);
        Self::all().find(|column| column.headings().contains(&said))
    }
}

/// The chosen meaning of each column of a table; `None` for one that is left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Matching<C> {
    /// Index of the row with the headings, from 0.
    pub heading: usize,
    /// Meaning by column.
    pub columns: Vec<Option<C>>,
}

impl<C> Default for Matching<C> {
    fn default() -> Self {
        Self { heading: 0, columns: Vec::new() }
    }
}

impl<C: Columns> Matching<C> {
    /// The first column with a meaning; 0 when no column has it.
    pub fn position(&self, meaning: C) -> usize {
        self.columns.iter().position(|column| *column == Some(meaning)).unwrap_or(0)
    }
}

/// Rows above the headings that a title, a unit and a date may take.
const TITLE_ROWS: usize = 20;

/// Finds the row of headings and what each column holds.
///
/// Each meaning is given once, to the first column that bears it. `None` when no row names at least two columns, one
/// of them essential.
pub fn guess<C: Columns>(rows: &[&[String]]) -> Option<Matching<C>> {
    let matched = rows.iter().take(TITLE_ROWS).enumerate().map(|(heading, row)| {
        let mut taken = Vec::new();
        let once = |column: C| (!taken.contains(&column)).then(|| taken.push(column)).map(|()| column);
        let mut once = once;
        let mut columns: Vec<_> = row.iter().map(|text| C::of_heading(text).and_then(&mut once)).collect();
        C::settle(&mut columns);
        Matching { heading, columns }
    });
    let known = |matching: &Matching<C>| matching.columns.iter().flatten().count();
    let says_what = |matching: &Matching<C>| matching.columns.iter().flatten().any(|column| column.is_essential());
    // Of several the first: a table may repeat its headings on every page.
    matched
        .filter(|matching| known(matching) >= 2 && says_what(matching))
        .max_by(|one, other| known(one).cmp(&known(other)).then(other.heading.cmp(&one.heading)))
}
