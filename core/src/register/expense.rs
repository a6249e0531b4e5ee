//! Safety expenses (安全生产费用): what is set aside and spent, against what the rule asks for.

use serde::{Deserialize, Serialize};

use super::content::Choice;
use super::entry::register_columns;
use super::expense_rate::{Activity, Base};
use super::{Entry, Registers};
use crate::hazard::parse_yuan;
use crate::trade::CATEGORY_WORDS;
pub use crate::trade::Category;
use crate::value::period::Period;
use crate::value::slot::{Slot, slot};

/// An entry: money set aside in a month, or spent.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Expense {
    /// Number of the entry.
    pub id: String,
    /// The calendar month it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<Period>,
    /// Set aside or spent.
    pub flow: Flow,
    /// Whole yuan, as typed.
    pub amount: String,
    /// The purpose it was spent on; means nothing for money set aside.
    pub category: Category,
    /// Output of the month in whole tonnes, as typed; asked with money that a mine sets aside.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tonnes: String,
    /// In words.
    pub what: String,
}

/// Which way the money goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flow {
    /// 提取.
    SetAside,
    /// 使用.
    #[default]
    Spent,
}

/// The money of a year up to and with a month, in whole yuan.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Money {
    /// To be set aside by the rule; `None` while something is missing for the calculation.
    pub due: Option<u64>,
    /// Set aside.
    pub set_aside: u64,
    /// Money spent.
    pub spent: u64,
    /// Of this, in the month itself.
    pub spent_in_month: u64,
    /// Months whose output is not entered, for rates by the tonne.
    pub without_output: Vec<Period>,
    /// Entries whose amount or month cannot be read and that are in no sum.
    pub unread: usize,
}

impl Money {
    /// The year of `period` up to it.
    pub fn of(entries: &[Expense], activity: Option<Activity>, revenue: &str, period: Period) -> Self {
        let mut money = Self::default();
        let in_year = |month: Period| month.year() == period.year() && month <= period;
        for entry in entries {
            let Some((month, amount)) = entry.month.zip(parse_yuan(&entry.amount)) else {
                money.unread += 1;
                continue;
            };
            match entry.flow {
                _ if !in_year(month) => {}
                Flow::SetAside => money.set_aside = money.set_aside.saturating_add(amount),
                Flow::Spent => {
                    money.spent = money.spent.saturating_add(amount);
                    if month == period {
                        money.spent_in_month = money.spent_in_month.saturating_add(amount);
                    }
                }
            }
        }
        let months: Vec<Period> = (1..=period.month()).filter_map(|month| Period::new(period.year(), month)).collect();
        let output = |month: Period| {
            let of_month = entries.iter().filter(|entry| entry.month == Some(month) && entry.flow == Flow::SetAside);
            of_month.filter_map(|entry| parse_yuan(&entry.tonnes)).reduce(u64::saturating_add)
        };
        money.due = activity.and_then(|activity| match activity.base() {
            Base::Revenue(_) => Some(activity.due_of_year(parse_yuan(revenue)?, period.month())),
            Base::Tonnes(yuan) => {
                money.without_output = months.iter().copied().filter(|month| output(*month).is_none()).collect();
                let tonnes: Option<Vec<u64>> = months.iter().map(|month| output(*month)).collect();
                Some(tonnes?.into_iter().fold(0_u64, |sum, tonnes| sum.saturating_add(tonnes.saturating_mul(yuan))))
            }
        });
        money
    }
}

const FLOW: Choice<Expense, Flow> = Choice {
    slot: slot!(flow),
    words: &[(Flow::SetAside, &["提取", "计提"]), (Flow::Spent, &["支出", "使用"])],
    offered: &[Flow::Spent, Flow::SetAside],
    applies: |_| true,
};
const CATEGORY: Choice<Expense, Category> = Choice {
    slot: slot!(category),
    words: &CATEGORY_WORDS,
    offered: &Category::ALL,
    // Money that is set aside has no purpose yet.
    applies: |expense| expense.flow == Flow::Spent,
};

// Two equal sums of one month may be two purchases, which only their words or numbers tell apart.
register_columns! { Expense, ExpenseColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号"];
    Month "month" Identity Own(Month(slot!(month))) => [
        "月份", "哪个月", "日期", "支出日期", "时间", "支出时间", "使用日期", "使用时间", "年月",
    ];
    Flow "flow" Identity Own(Choice(&FLOW)) => ["提取还是支出", "收支", "类型"];
    Amount "amount" Needed Own(Amount(slot!(amount))) => [
        "金额（元）", "金额", "支出金额", "费用金额", "费用", "使用金额", "实际金额", "发生金额",
    ];
    Category "category" Detail Own(Choice(&CATEGORY)) => ["用途", "费用类别", "支出类别", "使用范围", "费用项目", "使用类别"];
    Tonnes "tonnes" Detail Own(Amount(slot!(tonnes))) => ["当月产量（吨）", "当月产量", "产量"];
    What "what" Identity Own(Line(slot!(what))) => ["说明", "摘要", "支出内容", "备注", "项目"];
}

impl Entry for Expense {
    type Column = ExpenseColumn;
    type Part = ();
    const LIST: Slot<Registers, Vec<Self>> = slot!(expenses);
    const NUMBER: Slot<Self, String> = slot!(id);
    const SUMS: &'static [ExpenseColumn] = &[ExpenseColumn::Amount];
    const ALSO_NEEDED: &'static [ExpenseColumn] = &[ExpenseColumn::Month];

    /// No purpose is made up.
    fn begin() -> Self {
        Self { category: Category::Other, ..Self::default() }
    }

    /// Money that is set aside has no purpose yet.
    fn take_parts(&mut self, _given: &[ExpenseColumn], _row: &Self) {
        if self.flow == Flow::SetAside {
            self.category = Category::default();
        }
    }
}
