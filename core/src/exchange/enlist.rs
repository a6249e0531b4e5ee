//! A list of enterprises kept in a spreadsheet, row by row.
//!
//! Who is added to the registry, who is there already, what cannot be read.
//!
//! The table comes in as the sheets of a file; which program wrote it is known elsewhere.

use std::collections::BTreeMap;

use crate::exchange::{
    Ask, Cell, CellFault, CellKind, Columns, FieldView, Here, ImportAnswers, Layout, Preview, ReadSoFar, RowView,
    Sheet, chosen, sheet_question,
};
use crate::registry::Registry;
use crate::registry::listed::ListedDetails;
use crate::value::fold::fold;
use crate::value::line::LINE_MAX;
use crate::value::uscc::{UnifiedCode, UnifiedCodeFault};

/// The columns of a list of enterprises.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ListColumn {
    /// Name of an enterprise.
    Name,
    /// 统一社会信用代码.
    Code,
    /// Village or community.
    Village,
    /// Industry.
    Industry,
    /// Risk class.
    RiskClass,
    /// Whom to call.
    Contact,
    /// Under which number.
    Telephone,
}

impl ListColumn {
    crate::listed! {
        ALL: Name, Code, Village, Industry, RiskClass, Contact, Telephone
    }

    /// The detail that the column holds; `None` for name and code.
    fn detail(self, details: &mut ListedDetails) -> Option<&mut String> {
        match self {
            Self::Name | Self::Code => None,
            Self::Village => Some(&mut details.village),
            Self::Industry => Some(&mut details.industry),
            Self::RiskClass => Some(&mut details.risk_class),
            Self::Contact => Some(&mut details.contact),
            Self::Telephone => Some(&mut details.telephone),
        }
    }
}

impl Columns for ListColumn {
    fn all() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter()
    }

    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Name => &["企业名称", "单位名称", "公司名称", "企业全称", "企业", "单位", "名称"],
            Self::Code => &[
                "统一社会信用代码",
                "社会信用代码",
                "信用代码",
                "统一信用代码",
                "统一代码",
                "企业代码",
                "机构代码",
                "代码",
            ],
            Self::Village => {
                &["村社区", "村（社区）", "村居", "所属村居", "所属社区", "社区", "村", "网格", "所在村社区"]
            }
            Self::Industry => &["行业", "所属行业", "行业类别", "行业类型"],
            Self::RiskClass => &["风险等级", "风险类别", "风险分级", "分类等级", "安全风险等级", "等级"],
            Self::Contact => &["联系人", "企业联系人", "安全联系人", "联系人姓名", "安全员", "负责人", "安全管理员"],
            Self::Telephone => {
                &["联系电话", "电话", "手机", "手机号", "手机号码", "联系方式", "电话号码", "联系人电话"]
            }
        }
    }

    fn is_essential(self) -> bool {
        matches!(self, Self::Name | Self::Code)
    }
}

/// The outcome of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EnlistOutcome {
    /// It comes onto the list.
    New {
        /// 统一社会信用代码.
        uscc: UnifiedCode,
        /// Its name as the list has it.
        name: String,
    },
    /// On the list already, under this name.
    Known {
        /// The name on the list.
        name: String,
    },
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
    /// The code is not a 统一社会信用代码.
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
pub struct EnlistRow {
    /// From 1, as the spreadsheet program shows it.
    pub number: u32,
    /// The outcome of the row.
    pub outcome: EnlistOutcome,
    /// The enterprise whose details it changes, with the new ones; those of a new enterprise are new.
    pub details: Option<(UnifiedCode, ListedDetails)>,
}

/// The enterprises that are on the list already.
#[derive(Clone, Copy, Debug)]
pub struct OnList<'a> {
    /// The enterprises.
    pub registry: &'a Registry,
    /// The details beside their names.
    pub details: &'a BTreeMap<UnifiedCode, ListedDetails>,
}

/// A list, row by row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Enlisted {
    /// Questions, and the rows and cells that are not taken.
    pub preview: Preview,
    /// The outcomes of the rows.
    pub rows: Vec<EnlistRow>,
}

/// Reads the rows of the chosen sheets.
pub fn read(book: &[Sheet], layouts: &[Layout<ListColumn>], answers: &ImportAnswers, list: OnList<'_>) -> Enlisted {
    let taken = chosen(layouts, book, answers);
    let read: Vec<&Layout<ListColumn>> = layouts.iter().filter(|layout| taken.contains(&layout.sheet)).collect();
    let mut so_far = ReadSoFar::new(book, &read, answers);
    let listed: BTreeMap<&UnifiedCode, &str> =
        list.registry.enterprises.iter().map(|known| (&known.uscc, known.name.as_str())).collect();
    let mut seen: BTreeMap<UnifiedCode, u32> = BTreeMap::new();
    let mut rows = Vec::new();
    for layout in &read {
        let Some(sheet) = book.get(layout.sheet) else { continue };
        for here in so_far.rows(sheet, layout) {
            let (mut name, mut code, mut told) = (String::new(), None, ListedDetails::default());
            for (cell, column, text) in so_far.cells(here, layout) {
                match column {
                    ListColumn::Name => name = text,
                    ListColumn::Code => code = Some((cell, text)),
                    _ if text.chars().count() > LINE_MAX => {
                        so_far.unread(here, cell.of(&text), CellFault::TooLong(LINE_MAX));
                    }
                    _ => column.detail(&mut told).into_iter().for_each(|detail| detail.clone_from(&text)),
                }
            }
            let number = here.row.number;
            let (cell, text) = code.clone().map_or((None, String::new()), |(cell, text)| (Some(cell), text));
            let mut details = None;
            let outcome = match enterprise(&name, &text, cell.map_or(CellKind::Text, |cell| cell.kind)) {
                Err(fault) => EnlistOutcome::Refused(fault),
                Ok(uscc) => match (seen.get(&uscc), listed.get(&uscc)) {
                    (Some(&of), _) => EnlistOutcome::Again { of },
                    (None, known) => {
                        seen.insert(uscc.clone(), number);
                        let before = list.details.get(&uscc).cloned().unwrap_or_default();
                        let after = before.updated(&told);
                        details = (after != before).then(|| (uscc.clone(), before, after));
                        match known {
                            None => EnlistOutcome::New { uscc, name: name.clone() },
                            Some(&registered) if fold(registered) == fold(&name) => {
                                EnlistOutcome::Known { name: registered.to_owned() }
                            }
                            Some(&registered) => {
                                EnlistOutcome::OtherName { registered: registered.to_owned(), name: name.clone() }
                            }
                        }
                    }
                },
            };
            note(&mut so_far, here, &outcome, cell.map(|cell| (cell, text)), details.as_ref());
            rows.push(EnlistRow { number, outcome, details: details.map(|(uscc, _, after)| (uscc, after)) });
        }
    }
    let asks: Vec<Ask> = sheet_question(book, layouts, &taken).into_iter().collect();
    Enlisted { preview: so_far.done(asks), rows }
}

/// The row as every preview shows it.
fn note(
    so_far: &mut ReadSoFar<'_>,
    here: Here<'_>,
    outcome: &EnlistOutcome,
    code: Option<(Cell<'static>, String)>,
    details: Option<&(UnifiedCode, ListedDetails, ListedDetails)>,
) {
    let details = details.map(|(_, before, after)| changes(before, after));
    match (outcome, details) {
        (EnlistOutcome::New { uscc, name }, details) => {
            let field =
                |column: ListColumn, after: String| FieldView { label: column.heading(), before: String::new(), after };
            let fields = [field(ListColumn::Name, name.clone()), field(ListColumn::Code, uscc.to_string())];
            let fields = fields.into_iter().chain(details.into_iter().flatten()).collect();
            so_far.preview.new.push(RowView { at: here.at(), what: name.clone(), fields });
        }
        (EnlistOutcome::Known { name } | EnlistOutcome::OtherName { registered: name, .. }, Some(fields)) => {
            so_far.preview.changed.push(RowView { at: here.at(), what: name.clone(), fields });
        }
        (outcome, _) => note_unchanged(so_far, here, outcome, code),
    }
}

/// The details of an enterprise that an import would change.
fn changes(before: &ListedDetails, after: &ListedDetails) -> Vec<FieldView> {
    let (mut before, mut after) = (before.clone(), after.clone());
    let fields = ListColumn::ALL.into_iter().filter_map(|column| {
        let (before, after) = (column.detail(&mut before)?.clone(), column.detail(&mut after)?.clone());
        (before != after).then(|| FieldView { label: column.heading(), before, after })
    });
    fields.collect()
}

/// A row that changes nothing.
fn note_unchanged(
    so_far: &mut ReadSoFar<'_>,
    here: Here<'_>,
    outcome: &EnlistOutcome,
    code: Option<(Cell<'static>, String)>,
) {
    match outcome {
        EnlistOutcome::New { .. } => {}
        EnlistOutcome::Known { .. } | EnlistOutcome::OtherName { .. } | EnlistOutcome::Again { .. } => {
            so_far.preview.same.push(here.at())
        }
        EnlistOutcome::Refused(fault @ (RowFault::Rounded | RowFault::Code(_))) => {
            if let Some((cell, text)) = code {
                let fault = if *fault == RowFault::Rounded { CellFault::Rounded } else { CellFault::NotACode };
                so_far.unread(here, cell.of(&text), fault);
            }
        }
        EnlistOutcome::Refused(_) => {}
    }
}

/// Takes away the `="…"` or the apostrophe by which spreadsheets keep a code a text.
fn plain_code(code: &str) -> &str {
    let code = code.trim().trim_start_matches(['\'', '’', '‘']);
    code.strip_prefix("=\"").and_then(|code| code.strip_suffix('"')).unwrap_or(code).trim()
}

fn enterprise(name: &str, code: &str, kind: CellKind) -> Result<UnifiedCode, RowFault> {
    let code = plain_code(code);
    // Eighteen digits do not fit into a spreadsheet's number: 9.131E+17, or zeros in their last places.
    let is_number = code.parse::<f64>().is_ok();
    let ends_in_zeros = code.len() > 15 && code.ends_with("000") && is_number;
    if is_number && code.contains(['+', '.']) || kind == CellKind::Number && code.len() > 15 || ends_in_zeros {
        return Err(RowFault::Rounded);
    }
    let uscc = UnifiedCode::parse(code).map_err(RowFault::Code)?;
    match name.chars().count() {
        0 => Err(RowFault::NoName),
        1..=LINE_MAX => Ok(uscc),
        _ => Err(RowFault::NameTooLong),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "91310000MA1FL0000N";
    const B: &str = "91350100M000100Y43";

    fn outcomes(rows: &[[&str; 3]], registry: &Registry) -> Option<Vec<(u32, EnlistOutcome)>> {
        let rows = (1..).zip(rows).filter(|(_, row)| row.iter().any(|cell| !cell.is_empty()));
        let row = |(number, row): (u32, &[&str; 3])| crate::exchange::Row {
            number,
            cells: row.map(str::to_owned).to_vec(),
            ..crate::exchange::Row::default()
        };
        let sheet = Sheet { rows: rows.map(row).collect(), ..Sheet::default() };
        let book = [sheet];
        let layouts = crate::exchange::layouts::<ListColumn>(&book, &ImportAnswers::default());
        if !layouts.iter().any(|layout| layout.known) {
            return None;
        }
        let list = OnList { registry, details: &BTreeMap::new() };
        let enlisted = read(&book, &layouts, &ImportAnswers::default(), list);
        Some(enlisted.rows.into_iter().map(|row| (row.number, row.outcome)).collect())
    }

    fn new(code: &str, name: &str) -> EnlistOutcome {
        EnlistOutcome::New { uscc: UnifiedCode::parse(code).unwrap(), name: name.into() }
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
            [
                (2, EnlistOutcome::Known { name: "甲厂".into() }),
                (3, EnlistOutcome::Again { of: 2 }),
                (4, new(B, "乙厂")),
                (5, EnlistOutcome::Again { of: 4 })
            ]
        );
        let renamed = outcomes(&[HEAD, ["1", A, "甲一厂"]], &registry).unwrap();
        assert_eq!(renamed, [(2, EnlistOutcome::OtherName { registered: "甲厂".into(), name: "甲一厂".into() })]);
    }

    #[test]
    fn each_faulty_row_is_named_and_costs_no_other() {
        let long = "长".repeat(LINE_MAX + 1);
        let rows = [
            HEAD,
            ["1", "91310000MA1FL0000X", "甲"],
            ["2", "9.131E+17", "乙"],
            ["3", A, ""],
            ["4", A, &long],
            ["5", "", "戊"],
            ["6", "=\"91350100M000100Y43\"", "己"],
            ["7", "913200049428595000", "庚"],
            HEAD,
            ["8", "'91350100M000100Y43", "己"],
        ];
        let found = outcomes(&rows, &Registry::default()).unwrap();
        let refused = |fault| EnlistOutcome::Refused(fault);
        assert_eq!(
            found,
            [
                (2, refused(RowFault::Code(UnifiedCodeFault::Check { expected: 'N' }))),
                (3, refused(RowFault::Rounded)),
                (4, refused(RowFault::NoName)),
                (5, refused(RowFault::NameTooLong)),
                (6, refused(RowFault::Code(UnifiedCodeFault::Empty))),
                (7, new(B, "己")),
                (8, refused(RowFault::Rounded)),
                (10, EnlistOutcome::Again { of: 7 }),
            ]
        );
    }

    fn with_details(rows: &[&[&str]], details: &BTreeMap<UnifiedCode, ListedDetails>, registry: &Registry) -> Enlisted {
        let row = |(number, row): (u32, &&[&str])| crate::exchange::Row {
            number,
            cells: row.iter().map(|&cell| cell.to_owned()).collect(),
            ..crate::exchange::Row::default()
        };
        let book = [Sheet { rows: (1..).zip(rows).map(row).collect(), ..Sheet::default() }];
        let layouts = crate::exchange::layouts::<ListColumn>(&book, &ImportAnswers::default());
        read(&book, &layouts, &ImportAnswers::default(), OnList { registry, details })
    }

    #[test]
    fn village_class_and_telephone_come_in_with_the_list_and_are_brought_up_to_date() {
        let long = "长".repeat(LINE_MAX + 1);
        let heads: &[&str] =
            &["序号", "企业名称", "统一社会信用代码", "村（社区）", "行业", "风险等级", "联系人", "联系电话"];
        let first: &[&str] = &["1", "甲厂", A, "东村", "机械", "B", "张三", "13800000000"];
        let new = with_details(&[heads, first], &BTreeMap::new(), &Registry::default());
        let (uscc, told) = new.rows[0].details.clone().unwrap();
        assert_eq!((uscc.as_str(), told.village.as_str(), told.telephone.as_str()), (A, "东村", "13800000000"));
        assert_eq!((told.industry.as_str(), told.risk_class.as_str(), told.contact.as_str()), ("机械", "B", "张三"));
        assert_eq!(new.preview.new[0].fields.len(), 7);

        let mut registry = Registry::default();
        registry.enrol(&uscc, "甲厂");
        let listed = BTreeMap::from([(uscc, told)]);
        let same = with_details(&[heads, first], &listed, &registry);
        assert_eq!((same.rows[0].details.as_ref(), same.preview.changed.len()), (None, 0));
        let second: &[&str] = &["1", "甲厂", A, "", "", &long, "李四", ""];
        let later = with_details(&[heads, second], &listed, &registry);
        let (_, details) = later.rows[0].details.clone().unwrap();
        assert_eq!((details.contact.as_str(), details.telephone.as_str()), ("李四", "13800000000"));
        assert_eq!((later.preview.changed[0].fields.len(), later.preview.unread.len()), (1, 1));
    }
}
