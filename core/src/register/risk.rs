//! A risk point (风险点): where, what could happen, how bad, what is done about it.

use serde::{Deserialize, Serialize};

use super::content::Letter as LetterOf;
use super::entry::register_columns;
use super::rating::{Method, Score};
use super::{Entry, Registers};
use crate::trade;
use crate::value::code::codes;
use crate::value::day::Day;
use crate::value::slot::{Slot, slot};

/// The gaps of a risk point that keep it off paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RiskGap {
    /// It is not rated.
    Level,
    /// Nobody has said what could happen.
    Danger,
    /// Nothing is done about it.
    Measures,
    /// Nothing is known of what to do once it has happened.
    Emergency,
    /// Nobody is responsible.
    Owner,
}

/// The four colours of risk, by name: letters and numbers mean opposite things in different systems.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Colour {
    /// 低风险.
    Blue,
    /// 一般风险.
    Yellow,
    /// 较大风险.
    Orange,
    /// 重大风险.
    Red,
}

codes! { Colour { Blue = "Blue", Yellow = "Yellow", Orange = "Orange", Red = "Red" } }

/// An entry of the register of risk points.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RiskPoint {
    /// Number of the entry.
    pub id: String,
    /// Place, device or activity.
    pub place: String,
    /// The danger: 机械致害, 中毒.
    pub danger: String,
    /// Id of the high-risk area it belongs to; empty for none.
    pub area: String,
    /// L and S of the two LS ways.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ls: Option<[Score; 2]>,
    /// L, E and C.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lec: Option<[Score; 3]>,
    /// Red without calculation (地方标准, 待核).
    ///
    /// Such as a breach of a mandatory rule, repeated serious accidents, a major hazard source.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub direct_red: bool,
    /// The measures against it.
    pub measures: String,
    /// The steps once it has happened; empty where the usual ones will do.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub emergency: String,
    /// The person responsible; stays in the browser.
    pub owner: String,
    /// Whether it stands on the notice board (公告栏、告知卡).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub posted: bool,
    /// Day on which the measures were last looked at and found to work; counts for the month it lies in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Day>,
}

impl Colour {
    crate::listed! {
        /// All, the highest level first.
        pub ALL: Red, Orange, Yellow, Blue
    }

    /// The post that holds risks of this level.
    pub fn held_by(self) -> &'static str {
        match self {
            Self::Red => trade::HELD_BY[0],
            Self::Orange => trade::HELD_BY[1],
            Self::Yellow => trade::HELD_BY[2],
            Self::Blue => trade::HELD_BY[3],
        }
    }
}

impl RiskPoint {
    /// The scores chosen for the letters of a method; `None` while none are.
    pub fn chosen(&self, method: Method) -> Option<&[Score]> {
        match method {
            Method::LsA | Method::LsB => self.ls.as_ref().map(<[Score; 2]>::as_slice),
            Method::Lec => self.lec.as_ref().map(<[Score; 3]>::as_slice),
        }
    }

    /// The value chosen for a letter of the method, by its place; `Score(0)` if none, which no method has.
    pub fn letter(&self, method: Method, at: usize) -> Score {
        self.chosen(method).and_then(|chosen| chosen.get(at)).copied().unwrap_or(Score(0))
    }

    /// Chooses a value for a letter.
    fn set_letter(&mut self, method: Method, at: usize, score: Score) {
        let slot = match method {
            Method::LsA | Method::LsB => self.ls.get_or_insert([Score(0); 2]).get_mut(at),
            Method::Lec => self.lec.get_or_insert([Score(0); 3]).get_mut(at),
        };
        if let Some(slot) = slot {
            *slot = score;
        }
    }

    /// The product of the letters in [`Method::unit`]s, so that 0.5 counts exactly.
    ///
    /// `None` while a letter is missing or holds no value of the method.
    pub fn product(&self, method: Method) -> Option<u32> {
        let chosen = self.chosen(method)?;
        let letters = method.letters();
        let known = chosen.len() == letters.len()
            && chosen.iter().zip(letters).all(|(score, (_, values))| values.contains(&score.0));
        known.then(|| chosen.iter().map(|score| score.0).product())
    }

    /// The colour; `None` while it is not rated.
    pub fn colour(&self, method: Method) -> Option<Colour> {
        if self.direct_red {
            return Some(Colour::Red);
        }
        let product = self.product(method)?;
        let [yellow, orange, red] = method.bands();
        Some(match product {
            product if product >= red => Colour::Red,
            product if product >= orange => Colour::Orange,
            product if product >= yellow => Colour::Yellow,
            _ => Colour::Blue,
        })
    }

    /// The steps to take once the accident has happened.
    ///
    /// They are the typed ones, line by line, else the usual ones for the danger.
    pub fn emergency_steps(&self) -> Vec<&str> {
        if !self.emergency.trim().is_empty() {
            return self.emergency.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        }
        trade::dangers(&self.danger).into_iter().flat_map(|danger| danger.emergency.iter().copied()).collect()
    }

    /// Lists what the risk point lacks to be put on paper.
    pub fn gaps(&self, method: Method) -> Vec<RiskGap> {
        let is_empty = |text: &str| text.trim().is_empty();
        let lacks = [
            (RiskGap::Level, self.colour(method).is_none()),
            (RiskGap::Danger, is_empty(&self.danger)),
            (RiskGap::Measures, is_empty(&self.measures)),
            (RiskGap::Emergency, self.emergency_steps().is_empty()),
            (RiskGap::Owner, is_empty(&self.owner)),
        ];
        lacks.into_iter().filter(|(_, lacks)| *lacks).map(|(gap, _)| gap).collect()
    }

    /// Returns whether the risk point has measures and an owner.
    pub fn is_managed(&self) -> bool {
        !self.measures.trim().is_empty() && !self.owner.trim().is_empty()
    }
}

/// A letter of a way of rating; both LS ways have the same letters and values.
const fn letter(method: Method, at: usize) -> LetterOf<RiskPoint> {
    LetterOf { method, at, of: RiskPoint::letter, set: RiskPoint::set_letter }
}

register_columns! { RiskPoint, RiskColumn:
    Id "id" Number Own(Line(slot!(id))) => ["编号"];
    Place "place" Needed Own(Line(slot!(place))) => [
        "部位、设备或作业", "部位", "风险点", "风险点名称", "场所", "设备设施", "作业活动", "位置", "地点",
    ];
    Danger "danger" Identity Own(Line(slot!(danger))) => [
        "可能发生什么", "可能发生的事故", "事故类型", "可能导致的事故", "主要危险", "危险因素",
    ];
    Area "area" Detail Own(Area(slot!(area))) => ["高风险领域", "领域"];
    LsL "L" Detail Own(Letter(letter(Method::LsB, 0))) => ["LS法L", "L", "可能性", "L可能性"];
    LsS "S" Detail Own(Letter(letter(Method::LsB, 1))) => ["LS法S", "S", "后果严重性", "严重性", "S后果严重性"];
    LecL "L" Detail Own(Letter(letter(Method::Lec, 0))) => ["LEC法L"];
    LecE "E" Detail Own(Letter(letter(Method::Lec, 1))) => ["LEC法E", "E", "暴露频繁程度", "E暴露频繁程度"];
    LecC "C" Detail Own(Letter(letter(Method::Lec, 2))) => ["LEC法C", "C", "后果", "C后果"];
    DirectRed "direct" Detail Own(YesNo(slot!(direct_red))) => ["直接定为红色", "直接判定", "直接定红"];
    Measures "measures" Detail Own(Lines(slot!(measures))) => ["管控措施", "控制措施", "措施"];
    Emergency "emergency" Detail Own(Lines(slot!(emergency))) => ["应急措施", "应急处置措施", "应急处置"];
    Owner "owner" Detail Own(Line(slot!(owner))) => ["责任人", "管控责任人", "负责人"];
    Posted "posted" Detail Own(YesNo(slot!(posted))) => ["已上公告栏或告知卡", "是否公告", "已公告"];
    CheckedOn "effective" Detail Own(Day(slot!(checked_on))) => ["核查日期", "最近核查日期", "检查日期"];
}

impl Entry for RiskPoint {
    type Column = RiskColumn;
    type Part = ();
    const LIST: Slot<Registers, Vec<Self>> = slot!(risks);
    const NUMBER: Slot<Self, String> = slot!(id);

    /// Both ways have an L: beside E or C, and without an S, it is that of LEC.
    fn settle(columns: &mut [Option<RiskColumn>]) {
        let has = |column: RiskColumn| columns.contains(&Some(column));
        if (has(RiskColumn::LecE) || has(RiskColumn::LecC)) && !has(RiskColumn::LsS) && !has(RiskColumn::LecL) {
            let plain = columns.iter_mut().filter(|column| **column == Some(RiskColumn::LsL));
            plain.for_each(|column| *column = Some(RiskColumn::LecL));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_risk_point_lacks_on_paper_is_known() {
        let mut risk = RiskPoint { danger: "触电".to_owned(), direct_red: true, ..RiskPoint::default() };
        assert_eq!(risk.gaps(Method::LsB), [RiskGap::Measures, RiskGap::Owner]);
        risk.direct_red = false;
        risk.danger = "别的".to_owned();
        risk.measures = "断电".to_owned();
        risk.owner = "周安".to_owned();
        assert_eq!(risk.gaps(Method::LsB), [RiskGap::Level, RiskGap::Emergency]);
    }

    #[test]
    fn what_was_typed_counts_before_the_usual_steps() {
        let mut risk = RiskPoint { danger: "触电、机械致害".to_owned(), ..RiskPoint::default() };
        assert!(risk.emergency_steps().len() > 4 && risk.emergency_steps()[0].contains("断电"));
        risk.emergency = " 拉闸 \n\n打 120\n".to_owned();
        assert_eq!(risk.emergency_steps(), ["拉闸", "打 120"]);
    }
}
