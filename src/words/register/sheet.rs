//! Words of the registers as spreadsheets.

use crate::words::sheet::SheetWords;

/// People and certificates.
pub(crate) const PEOPLE: SheetWords = SheetWords {
    title: "导出和导入",
    hint: "可以导出成 Excel（xlsx）或 csv，里面有姓名，不要随便转发。原来用 Excel 或 WPS 记的名册（xlsx、csv）可以导进来：先预览，看清楚再改。\
           一个人有几个证书就写几行。",
    import: "导入原有名册",
    sheet: "人员和证书",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“姓名”和另外一列。台账没有改动。",
};
pub(crate) const RISKS: SheetWords = SheetWords {
    title: "导出和导入",
    hint: "可以导出成 Excel（xlsx）或 csv。原来用 Excel 或 WPS 记的风险清单（xlsx、csv）可以导进来：先预览，看清楚再改。",
    import: "导入原有清单",
    sheet: "风险点台账",
    no_headings: "没有找到表头。前 20 行里要有一行写明各列是什么，至少有“部位”或“风险点”和另外一列。台账没有改动。",
};
/// The effect of an empty cell, and of rows that are not in the file.
pub(crate) const HOW: &str = "空着的格子不改原来的内容；文件里没有的，台账里原样保留。";
/// The effect in the month.
pub(crate) const COUNTS_TOO: &str = "加入以后，本月还没有答的数按台账填上；各题里看得到，也能改。";
