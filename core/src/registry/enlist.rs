//! A list of enterprises kept in a spreadsheet, row by row: who is added to the registry, who is there already, what cannot be read.
//!
//! The table comes in as rows of texts; which program wrote it is known elsewhere.

use std::collections::BTreeMap;

use super::Registry;
use crate::value::uscc::{UnifiedCode, UnifiedCodeFault};

/// Headings of the name and of the code, as offices write them.
const NAMES: [&str; 6] = ["企业名称", "单位名称", "公司名称", "企业", "单位", "名称"];
const CODES: [&str; 6] = ["统一社会信用代码", "社会信用代码", "信用代码", "统一信用代码", "企业代码", "代码"];
/// Rows above the headings: titles, the date of the list.
const TITLE_ROWS: usize = 20;
/// Longest name, in characters; a longer cell is no name.
const NAME_MAX: usize = 120;

/// What became of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It comes onto the list.
    New {
        /// 统一社会信用代码.
        uscc: UnifiedCode,
        /// Name.
        name: String,
    },
    /// On the list already, under this name.
    Known,
    /// On the list already, under another name, which stays: a name is changed by hand, not by a list.
    OtherName {
        /// The name on the list.
        registered: String,
        /// The name in the file.
        name: String,
    },
    /// The code stands in an earlier row.
    Again {
        /// Number of that row.
        of: u32,
    },
    /// Nothing of it is taken.
    Refused(RowFault),
}

/// Why a row is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowFault {
    /// The code is none.
    Code(UnifiedCodeFault),
    /// The code was kept as a number, and the spreadsheet has rounded it away: the column has to be text.
    Rounded,
    /// No name.
    NoName,
    /// Longer than a name is.
    NameTooLong,
}

/// A row with its number in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// From 1, as the spreadsheet program shows it.
    pub number: u32,
    /// What became of it.
    pub outcome: Outcome,
}

/// Where name and code stand.
struct Columns {
    heading: usize,
    name: usize,
    code: usize,
}

/// Reads the rows (number, cells) below the headings. `None` when no row among the first names both columns.
pub fn read(rows: &[(u32, &[String])], registry: &Registry) -> Option<Vec<Row>> {
    let columns = columns(rows)?;
    let listed: BTreeMap<&UnifiedCode, &str> =
        registry.enterprises.iter().map(|known| (&known.uscc, known.name.as_str())).collect();
    let mut seen: BTreeMap<UnifiedCode, u32> = BTreeMap::new();
    let mut read = Vec::new();
    for &(number, cells) in rows.iter().skip(columns.heading + 1) {
        let cell = |at: usize| cells.get(at).map_or("", |text| text.trim());
        let (name, code) = (cell(columns.name), cell(columns.code));
        // Blank rows, and headings that a printed list repeats on every page.
        if name.is_empty() && code.is_empty() || is_one_of(&CODES, code) {
            continue;
        }
        let outcome = match enterprise(name, code) {
            Err(fault) => Outcome::Refused(fault),
            Ok(uscc) => match (seen.get(&uscc), listed.get(&uscc)) {
                (Some(&of), _) => Outcome::Again { of },
                (None, known) => {
                    seen.insert(uscc.clone(), number);
                    match known {
                        None => Outcome::New { uscc, name: name.to_owned() },
                        Some(&registered) if registered.trim() == name => Outcome::Known,
                        Some(&registered) => {
                            Outcome::OtherName { registered: registered.to_owned(), name: name.to_owned() }
                        }
                    }
                }
            },
        };
        read.push(Row { number, outcome });
    }
    Some(read)
}

fn columns(rows: &[(u32, &[String])]) -> Option<Columns> {
    rows.iter().take(TITLE_ROWS).enumerate().find_map(|(heading, (_, cells))| {
        let find = |words: &[&str]| {
            // The most telling word decides: a list may have 企业名称 beside 企业类型, and 代码 of several kinds.
            words.iter().find_map(|word| cells.iter().position(|cell| plain(cell) == *word))
        };
        Some(Columns { heading, name: find(&NAMES)?, code: find(&CODES)? })
    })
}

/// A heading without blanks, stars and what stands in brackets.
fn plain(heading: &str) -> String {
    let outside = heading.split_once(['(', '（']).map_or(heading, |(before, _)| before);
    outside.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '＊' | ':' | '：')).collect()
}

fn is_one_of(words: &[&str], cell: &str) -> bool {
    words.contains(&plain(cell).as_str())
}

fn enterprise(name: &str, code: &str) -> Result<UnifiedCode, RowFault> {
    // 9.131E+17: eighteen digits do not fit into a spreadsheet's number.
    if code.contains(['+', '.']) && code.parse::<f64>().is_ok() {
        return Err(RowFault::Rounded);
    }
    let uscc = UnifiedCode::parse(code).map_err(RowFault::Code)?;
    match name.chars().count() {
        0 => Err(RowFault::NoName),
        1..=NAME_MAX => Ok(uscc),
        _ => Err(RowFault::NameTooLong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "91310000MA1FL0000N";
    const B: &str = "91350100M000100Y43";

    fn outcomes(rows: &[[&str; 3]], registry: &Registry) -> Option<Vec<(u32, Outcome)>> {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| row.map(str::to_owned).to_vec()).collect();
        let rows: Vec<(u32, &[String])> = (1..).zip(rows.iter().map(Vec::as_slice)).collect();
        Some(read(&rows, registry)?.into_iter().map(|row| (row.number, row.outcome)).collect())
    }

    fn new(code: &str, name: &str) -> Outcome {
        Outcome::New { uscc: UnifiedCode::parse(code).unwrap(), name: name.into() }
    }

    const HEAD: [&str; 3] = ["序号", "统一社会信用代码*", "企业名称（全称）"];

    #[test]
    fn headings_are_found_below_a_title_in_any_order() {
        let rows = [
            ["某街道企业名单", "", ""],
            HEAD,
            ["1", A, "上海示例机械有限公司"],
            ["", "", ""],
            ["2", "91350100m000100y43", "福州示例厂"],
        ];
        let found = outcomes(&rows, &Registry::default());
        assert_eq!(found, Some(vec![(3, new(A, "上海示例机械有限公司")), (5, new(B, "福州示例厂"))]));
        assert_eq!(outcomes(&[["1", A, "甲厂"]], &Registry::default()), None, "a list without headings");
    }

    #[test]
    fn who_is_listed_already_is_not_changed() {
        let mut registry = Registry::default();
        registry.enrol(&UnifiedCode::parse(A).unwrap(), "甲厂");
        let rows = [HEAD, ["1", A, "甲厂"], ["2", A, "甲厂"], ["3", B, "乙厂"], ["4", B, "丙厂"]];
        let found = outcomes(&rows, &registry).unwrap();
        assert_eq!(
            found,
            [(2, Outcome::Known), (3, Outcome::Again { of: 2 }), (4, new(B, "乙厂")), (5, Outcome::Again { of: 4 })]
        );
        let renamed = outcomes(&[HEAD, ["1", A, "甲一厂"]], &registry).unwrap();
        assert_eq!(renamed, [(2, Outcome::OtherName { registered: "甲厂".into(), name: "甲一厂".into() })]);
    }

    #[test]
    fn each_faulty_row_is_named_and_costs_no_other() {
        let long = "长".repeat(NAME_MAX + 1);
        let rows = [
            HEAD,
            ["1", "91310000MA1FL0000X", "甲"],
            ["2", "9.131E+17", "乙"],
            ["3", A, ""],
            ["4", A, &long],
            ["5", "", "戊"],
            HEAD,
            ["6", B, "己"],
        ];
        let found = outcomes(&rows, &Registry::default()).unwrap();
        let refused = |fault| Outcome::Refused(fault);
        assert_eq!(
            found,
            [
                (2, refused(RowFault::Code(UnifiedCodeFault::Check { expected: 'N' }))),
                (3, refused(RowFault::Rounded)),
                (4, refused(RowFault::NoName)),
                (5, refused(RowFault::NameTooLong)),
                (6, refused(RowFault::Code(UnifiedCodeFault::Empty))),
                (8, new(B, "己")),
            ]
        );
    }
}
