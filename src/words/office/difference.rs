//! Figures that differ from those computed again.

use anziping_core::catalog::Catalogue;
use anziping_core::office::difference::{Amount, ReportedFigure};
use anziping_core::office::receipt_note::ledger;

use crate::words::common;

/// Heading of the list.
pub(crate) const HEADING: &str = "和重新计算对不上的数字";
pub(crate) const COLUMNS: [&str; 3] = ["项目", "企业报的", "重新算的"];
pub(crate) const NONE: &str = "企业报的数字，按回答重新算过，全部一致。";
/// Nothing was computed again.
pub(crate) const UNKNOWN: &str =
    "用的检查表本机没有，没有重新计算。请在“企业和密钥登记”页导入同一份检查表，再把报告拖进来。";

pub(crate) fn figure(catalogue: &Catalogue, figure: &ReportedFigure) -> String {
    let area = |id: &str| catalogue.area(id).map_or_else(|| id.to_owned(), |area| area.name.clone());
    match figure {
        ReportedFigure::Element(number) => element(catalogue, *number),
        ReportedFigure::Total => "总分".into(),
        ReportedFigure::Grade => "等级".into(),
        ReportedFigure::Capped => "一票否决".into(),
        ReportedFigure::Veto(id) => format!("否决项 {id}"),
        ReportedFigure::TargetRate { area: id, code } => format!("{}，{}的比率", area(id), common::target(*code)),
        ReportedFigure::TargetMet { area: id, code } => format!("{}，{}是否达到 100%", area(id), common::target(*code)),
        ReportedFigure::Ledger(name) => ledger(name).into(),
        ReportedFigure::Asked => "应查项数".into(),
        ReportedFigure::Confirmed => "本月确认项数".into(),
        ReportedFigure::Carried => "沿用项数".into(),
        ReportedFigure::Unsure => "待核实项数".into(),
        ReportedFigure::NotApplicable => "手工不适用项数".into(),
        ReportedFigure::Item(id) => format!("检查项 {id} 在不在报告里"),
        ReportedFigure::Area(id) => format!("领域“{}”在不在报告里", area(id)),
        ReportedFigure::Point(id) => format!("要点 {id} 在不在报告里"),
    }
}

/// Name of an element.
pub(crate) fn element(catalogue: &Catalogue, number: u8) -> String {
    catalogue
        .element(number)
        .map_or_else(|| format!("要素 {number}"), |element| crate::words::element::title(number, &element.name))
}

pub(crate) fn amount(amount: &Amount) -> String {
    match amount {
        Amount::None => "没有".into(),
        Amount::Score(score) => format!("{score} 分"),
        Amount::Grade(grade) => common::grade(*grade).into(),
        Amount::Count(count) => count.to_string(),
        Amount::Flag(true) => "是".into(),
        Amount::Flag(false) => "否".into(),
        Amount::Rate(rate) => format!("{} / {}", rate.done, rate.total),
    }
}
