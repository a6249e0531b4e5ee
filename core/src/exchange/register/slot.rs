//! The columns of a list: those of its register, and some that are read beside them.

use crate::exchange::matching::{Columns, Holds};
use crate::register::{Aside, ColumnPlace, ColumnRole, Content, Entry, RegisterColumn};

/// See the module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SheetSlot<C> {
    /// A column of the register.
    Own(C),
    /// Something beside it.
    Aside(Aside),
}

impl<C: RegisterColumn> Columns for SheetSlot<C> {
    fn all() -> impl Iterator<Item = Self> {
        let asides = C::Entry::ASIDE.iter().map(|(aside, _)| Self::Aside(*aside));
        C::ALL.iter().map(|column| Self::Own(*column)).chain(asides)
    }

    fn headings(self) -> &'static [&'static str] {
        match self {
            Self::Own(column) => column.row().headings,
            Self::Aside(aside) => {
                C::Entry::ASIDE.iter().find(|(one, _)| *one == aside).map_or(&[], |(_, headings)| *headings)
            }
        }
    }

    fn is_essential(self) -> bool {
        matches!(self, Self::Own(column) if column.row().role == ColumnRole::Needed)
    }

    fn holds(self) -> Holds {
        match self {
            Self::Own(column) => holds(column),
            Self::Aside(Aside::Review) => Holds::LastDay,
            Self::Aside(_) => Holds::Other,
        }
    }

    /// Puts right what the register knows.
    ///
    /// The next review is taken for the last day where there is no other.
    fn settle(columns: &mut [Option<Self>]) {
        let mut own: Vec<Option<C>> =
            columns.iter().map(|slot| if let Some(Self::Own(column)) = slot { Some(*column) } else { None }).collect();
        C::Entry::settle(&mut own);
        for (slot, own) in columns.iter_mut().zip(&own) {
            if let (Some(Self::Own(column)), Some(settled)) = (slot, own) {
                *column = *settled;
            }
        }
        let last = C::Entry::LAST_DAYS.first().copied().map(Self::Own);
        if last.is_some_and(|last| !columns.contains(&Some(last))) {
            let review = columns.iter_mut().filter(|slot| **slot == Some(Self::Aside(Aside::Review)));
            review.for_each(|slot| *slot = last);
        }
    }
}

/// The kind of value that a column of a register holds.
pub fn holds<C: RegisterColumn>(column: C) -> Holds {
    fn of<T>(content: &Content<T>, is_last: bool, is_sum: bool) -> Holds {
        match content {
            Content::Day(_) if is_last => Holds::LastDay,
            Content::Day(_) => Holds::Day,
            Content::Month(_) => Holds::Month,
            Content::Amount(_) if is_sum => Holds::Yuan,
            _ => Holds::Other,
        }
    }
    let (is_last, is_sum) = (C::Entry::LAST_DAYS.contains(&column), C::Entry::SUMS.contains(&column));
    match &column.row().place {
        ColumnPlace::Own(content) => of(content, is_last, is_sum),
        ColumnPlace::Part(content) => of(content, is_last, is_sum),
    }
}
