//! Safety expenses in tables.

use anziping_catalog::Catalogue;

use super::words::{Words, month, of_month, one_of, word, yuan};
use super::{Entry, Identity, Unfit};
use crate::exchange::matching::Columns;
use crate::register::{Category, Expense, Flow, Registers};

/// What a column of a table of expenses can hold.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is the field of Expense of the same name")]
pub enum ExpenseColumn {
    Id,
    Month,
    Flow,
    Amount,
    Category,
    Tonnes,
    What,
}

impl Columns for ExpenseColumn {
    const HEADINGS: &'static [(Self, &'static [&'static str])] = &[
        (Self::Id, &["编号"]),
        (Self::Month, &["月份", "哪个月", "日期", "支出日期", "时间"]),
        (Self::Flow, &["提取还是支出", "收支", "类型"]),
        (Self::Amount, &["金额", "支出金额", "费用金额"]),
        (Self::Category, &["用途", "费用类别", "支出类别", "使用范围"]),
        (Self::Tonnes, &["当月产量", "产量"]),
        (Self::What, &["说明", "摘要", "支出内容", "备注", "项目"]),
    ];
    const ESSENTIAL: &'static [Self] = &[Self::Amount];
}

const FLOWS: Words<Flow> = &[(Flow::SetAside, &["提取", "计提"]), (Flow::Spent, &["支出", "使用"])];
const CATEGORIES: Words<Category> = &[
    (Category::Emergency, &["应急救援器材、物资和演练", "应急"]),
    (Category::Hazards, &["重大危险源、重大隐患评估、监控和整改", "重大危险源", "隐患"]),
    (Category::Ppe, &["劳动防护用品", "劳动防护", "劳保"]),
    (Category::Training, &["安全宣传、教育和培训", "宣传", "教育", "培训"]),
    (Category::Technology, &["安全新技术、新工艺、新装备", "新技术"]),
    (Category::Inspection, &["检测检验、检定校准", "检测", "检验", "检定"]),
    (Category::Insurance, &["安全生产责任保险", "保险", "安责险"]),
    (Category::Assessment, &["安全检查、评价、咨询和标准化建设", "评价", "咨询", "标准化", "检查"]),
    (Category::Protection, &["安全防护设施设备", "防护", "设施", "设备"]),
    (Category::Other, &["其他安全支出", "其他"]),
];

impl Entry for Expense {
    type Column = ExpenseColumn;
    const NUMBER: ExpenseColumn = ExpenseColumn::Id;
    const NEEDED: ExpenseColumn = ExpenseColumn::Amount;

    fn of(registers: &Registers) -> &Vec<Self> {
        &registers.expenses
    }

    fn of_mut(registers: &mut Registers) -> &mut Vec<Self> {
        &mut registers.expenses
    }

    fn number(&self) -> &str {
        &self.id
    }

    fn set_number(&mut self, number: String) {
        self.id = number;
    }

    /// Nothing but all of it together: two equal sums of one month may be two purchases, which their words or numbers tell apart.
    fn identity(&self) -> Identity {
        vec![of_month(self.month), word(FLOWS, self.flow), self.amount.trim().to_owned(), self.what.trim().to_owned()]
    }

    fn cell(&self, column: ExpenseColumn, _row: usize, _catalogue: &Catalogue) -> String {
        match column {
            ExpenseColumn::Id => self.id.clone(),
            ExpenseColumn::Month => of_month(self.month),
            ExpenseColumn::Flow => word(FLOWS, self.flow),
            ExpenseColumn::Amount => self.amount.clone(),
            // Money that is set aside has no purpose yet.
            ExpenseColumn::Category => {
                if self.flow == Flow::Spent {
                    word(CATEGORIES, self.category)
                } else {
                    String::new()
                }
            }
            ExpenseColumn::Tonnes => self.tonnes.clone(),
            ExpenseColumn::What => self.what.clone(),
        }
    }

    fn put(&mut self, column: ExpenseColumn, text: &str, _catalogue: &Catalogue) -> Result<(), Unfit> {
        match column {
            ExpenseColumn::Id => self.id = text.to_owned(),
            ExpenseColumn::Month => self.month = month(text)?,
            ExpenseColumn::Flow => self.flow = one_of(FLOWS, text)?,
            ExpenseColumn::Amount => self.amount = yuan(text)?,
            ExpenseColumn::Category => self.category = one_of(CATEGORIES, text)?,
            ExpenseColumn::Tonnes => self.tonnes = yuan(text)?,
            ExpenseColumn::What => self.what = text.to_owned(),
        }
        Ok(())
    }

    fn take(&mut self, column: ExpenseColumn, row: &Self) {
        match column {
            ExpenseColumn::Id => {}
            ExpenseColumn::Month => self.month = row.month,
            ExpenseColumn::Flow => self.flow = row.flow,
            ExpenseColumn::Amount => self.amount.clone_from(&row.amount),
            ExpenseColumn::Category => self.category = row.category,
            ExpenseColumn::Tonnes => self.tonnes.clone_from(&row.tonnes),
            ExpenseColumn::What => self.what.clone_from(&row.what),
        }
    }
}
