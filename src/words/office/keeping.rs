//! Words for taking verdicts away, and for carrying them to another browser.

use anziping_core::office::kept_file::{BYTES, KeptFileFault};
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use anziping_core::value::visible::visible;

use crate::words::{common, single_file};

/// Takes one file off the list.
pub(crate) const REMOVE_ONE: &str = "移去这一份";
pub(crate) fn removed_one(name: &str) -> String {
    format!("已移去 {name} 的核验结果，原文件没有动。")
}

/// Heading of what takes old months away.
pub(crate) const REMOVE_MONTHS: &str = "移去以前月份的核验结果";
/// A remark on what stays.
pub(crate) const REMOVE_MONTHS_WHAT: &str =
    "移去以后列表和汇总里不再有这些报告；“已收”的记录留在登记册里，原文件没有动，要看时再拖进来。";
/// There is hardly any room left.
pub(crate) const SHORT_OF_ROOM: &str =
    "本机空间快满了。请先到“企业和密钥登记”备份核验结果，再移去用不着的年份，腾出空间。";
pub(crate) const WHICH_MONTHS: &str = "哪一年、哪个月";
/// Nothing is chosen.
pub(crate) const WHICH_NONE: &str = "请选择";
pub(crate) fn year(year: i32, count: usize) -> String {
    format!("{year} 年全年（{count} 份）")
}
pub(crate) fn month(period: Period, count: usize) -> String {
    format!("{}（{count} 份）", common::period(period))
}
pub(crate) const REMOVE: &str = "移去";
pub(crate) fn removed_months(count: usize) -> String {
    format!("已移去 {count} 份报告的核验结果，原文件没有动。")
}

/// Heading of the months of streets that are kept.
pub(crate) const STREET_MONTHS: &str = "本机留着的街道月报";
/// The effect of taking a month away.
pub(crate) const STREET_MONTHS_WHAT: &str =
    "移去以后这里不再计入，重大隐患也不再和它对照；街道交来的文件没有动，要用时再拖进“核验报告”。";
pub(crate) fn street_year(year: i32, count: usize) -> String {
    format!("移去 {year} 年全部 {count} 份")
}
pub(crate) fn street_months_removed(count: usize) -> String {
    format!("已移去 {count} 份街道月报，街道交来的文件没有动。")
}

/// Saves what was found out.
pub(crate) const BACKUP: &str = "备份核验结果";
/// The purpose of the backup of findings.
pub(crate) const BACKUP_WHY: &str = "登记册备份里没有核验结果。换电脑时两个都备份，到新电脑上先恢复登记册，再恢复核验结果，就不用把几个月的原文件重新拖一遍。谁能改这个文件就能让假报告变绿，请和登记册备份一样妥善保管。";
pub(crate) fn file_name(today: Day) -> String {
    format!("安自评-核验结果-{today}.ndjson")
}
/// Says why nothing was saved or restored.
pub(crate) fn fault(fault: &KeptFileFault, here: &str) -> String {
    match fault {
        KeptFileFault::NotOne => "这不是核验结果的备份，没有恢复。".into(),
        KeptFileFault::Newer => {
            format!("这份核验结果由更新版本的程序保存，没有恢复。请{}。", single_file::update())
        }
        KeptFileFault::Damaged => "核验结果的备份不完整，或被改动过，没有恢复。请重新拷贝，或用另一份备份。".into(),
        KeptFileFault::OfAnother { .. } if here.trim().is_empty() => {
            "这里还没有单位名称，认不出这份核验结果是不是自己的，没有恢复。请先从登记册备份恢复。".into()
        }
        KeptFileFault::OfAnother { office } if office.is_empty() => {
            format!("这份核验结果没有写单位名称，这里是“{}”，没有恢复。", visible(here.trim()))
        }
        KeptFileFault::OfAnother { office } => {
            format!("这份核验结果是“{}”的，这里是“{}”，没有恢复。", visible(office), visible(here.trim()))
        }
        KeptFileFault::TooLarge => format!(
            "核验结果太多，一个备份放不下（最多 {}）。请先在“核验报告”里移去用不着的年份。",
            common::bytes(BYTES)
        ),
    }
}

/// Heading of the preview.
pub(crate) fn preview(made_on: Day) -> String {
    format!("{}备份的核验结果。恢复时只加进这里没有的，这里有的不动：", common::day(made_on))
}
pub(crate) const PREVIEW_COLUMNS: [&str; 4] = ["", "现在", "备份里", "会加进来"];
pub(crate) const PREVIEW_FILES: &str = "核验过的文件";
pub(crate) const PREVIEW_MONTHS: &str = "街道月报";
/// Adds them.
pub(crate) const APPLY: &str = "加进来";
pub(crate) const LEAVE: &str = "不加";
pub(crate) fn restored(files: usize, months: usize) -> String {
    if months == 0 {
        format!("已恢复 {files} 个文件的核验结果。")
    } else {
        format!("已恢复 {files} 个文件的核验结果和 {months} 份街道月报。")
    }
}
