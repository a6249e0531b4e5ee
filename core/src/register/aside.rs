//! Columns of a list that its register does not keep, and a row as read.

use std::collections::BTreeMap;

/// A column that tells something about an entry and is not kept.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Aside {
    /// 工种: whether it needs a certificate is a matter of the rules.
    Trade,
    /// The day of the next review of a certificate.
    Review,
    /// 身份证号.
    Identity,
    /// 工号.
    Staff,
    /// 电话.
    Phone,
    /// 性别.
    Sex,
}

impl Aside {
    /// Returns whether the column tells two people of one name apart.
    pub fn tells_apart(self) -> bool {
        matches!(self, Self::Identity | Self::Staff | Self::Phone | Self::Sex)
    }
}

/// The content of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowSaid<C> {
    /// The columns in which it says something.
    pub given: Vec<C>,
    /// Words of choices that name none of their values.
    pub strange: Vec<(C, String)>,
    /// The values beside the columns.
    pub aside: BTreeMap<Aside, String>,
}
