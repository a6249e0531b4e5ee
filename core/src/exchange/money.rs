//! Sums as people write them, in whole yuan.

use crate::value::fold::fold;

/// The unit of a sum.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// 元.
    Yuan,
    /// 万元.
    Wan,
}

impl Unit {
    /// The number of yuan in the unit.
    fn yuan(self) -> u64 {
        match self {
            Self::Yuan => 1,
            Self::Wan => 10_000,
        }
    }
}

/// A figure as it stands in a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct CellAmount {
    /// It times a million, so that parts count exactly.
    millionths: u64,
    /// The unit behind it, where there is one.
    pub unit: Option<Unit>,
}

/// A sum as read from a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CellMoney {
    /// A figure.
    Figure(CellAmount),
    /// `/`, `—`, 无: nothing was spent.
    Nothing,
    /// Nothing that is understood.
    Unread,
}

impl CellAmount {
    /// Converts into whole yuan, half up, and tells whether that is exact.
    pub(super) fn in_yuan(self, unit: Unit) -> (u64, bool) {
        let all = self.millionths.saturating_mul(self.unit.unwrap_or(unit).yuan());
        (all.saturating_add(500_000) / 1_000_000, all.is_multiple_of(1_000_000))
    }

    /// Returns whether the sum is one that nobody would write in 万元: a whole one of a hundred or more.
    pub(super) fn is_yuan_by_size(self) -> bool {
        self.millionths >= 100_000_000 && self.millionths.is_multiple_of(1_000_000)
    }
}

/// Reads a cell that is not empty.
pub(super) fn money(text: &str) -> CellMoney {
    let said = fold(text);
    if matches!(said.as_str(), "/" | "\\" | "-" | "--" | "—" | "——" | "无" | "无需" | "不需要") {
        return CellMoney::Nothing;
    }
    let said = said.trim_start_matches(['¥', '￥', '$']).trim_start_matches("rmb").trim_start_matches("人民币");
    let (said, unit) =
        [("万元", Unit::Wan), ("万", Unit::Wan), ("元整", Unit::Yuan), ("元", Unit::Yuan), ("圆", Unit::Yuan)]
            .into_iter()
            .find_map(|(end, unit)| said.strip_suffix(end).map(|said| (said, Some(unit))))
            .unwrap_or((said, None));
    let said = said.replace([',', '，'], "");
    let (whole, part) = said.split_once('.').unwrap_or((&said, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 10 || !digits(whole) || !digits(part) || part.len() > 12 {
        return CellMoney::Unread;
    }
    // What a spreadsheet adds behind the sixth place is no money.
    let part: String = part.chars().chain("000000".chars()).take(6).collect();
    match (whole.parse::<u64>(), part.parse::<u64>()) {
        (Ok(whole), Ok(part)) => CellMoney::Figure(CellAmount { millionths: whole * 1_000_000 + part, unit }),
        _ => CellMoney::Unread,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yuan(text: &str, unit: Unit) -> Option<(u64, bool)> {
        match money(text) {
            CellMoney::Figure(figure) => Some(figure.in_yuan(unit)),
            CellMoney::Nothing | CellMoney::Unread => None,
        }
    }

    #[test]
    fn sums_are_read_in_the_unit_that_is_said() {
        for (text, unit, expected) in [
            ("2万元", Unit::Yuan, (20_000, true)),
            ("2 万", Unit::Yuan, (20_000, true)),
            ("0.05", Unit::Wan, (500, true)),
            ("500元", Unit::Wan, (500, true)),
            ("１，２００", Unit::Yuan, (1_200, true)),
            ("¥1,200.00", Unit::Yuan, (1_200, true)),
            ("99.5", Unit::Yuan, (100, false)),
            ("0", Unit::Yuan, (0, true)),
        ] {
            assert_eq!(yuan(text, unit), Some(expected), "{text}");
        }
        for text in ["若干", "约500", "300+200", "1.38e+10", "-5", "1.2.3", "5-8"] {
            assert_eq!(money(text), CellMoney::Unread, "{text}");
        }
        assert_eq!(money("——"), CellMoney::Nothing);
    }
}
