//! Words of the home page and of the frame around all pages.

use anziping_core::value::day::Day;
use anziping_core::value::period::Period;

pub(crate) const TITLE: &str = "首页";
/// The purpose of the product, for somebody who has just opened it.
pub(crate) const WHAT: &str =
    "每月一次安全生产自评：八个要素、高风险领域四个 100%、隐患整改，填完由主要负责人签名，导出一个文件报街道安管办。";
/// Where the data are.
pub(crate) const PRIVACY: &str = "填写的内容只存在这台设备的浏览器里，不上传，断网也能用。";
pub(crate) const START: &str = "开始填写本企业";
pub(crate) const DEMO: &str = "先看演示";
/// The content of the demonstration.
pub(crate) const DEMO_HINT: &str = "载入一家虚构的 36 人机械加工厂填好的一个月，可以随便改、随便试。";
/// Heading of the next step.
pub(crate) const NEXT: &str = "下一步";
/// Heading of the months.
pub(crate) const MONTHS: &str = "各月自评";
/// Heading of the list of enterprises.
pub(crate) const ENTERPRISES: &str = "本机上的企业";
/// An enterprise without a name.
pub(crate) const UNNAMED: &str = "（未填名称的企业）";
pub(crate) const ADD: &str = "再加一家企业";
/// Restore from a backup.
pub(crate) const RESTORE: &str = "从备份恢复，或打开待签文件";
/// Menu button on narrow screens, before the title of the page.
pub(crate) const MENU: &str = "目录：";
/// Name of the navigation for screen readers.
pub(crate) const NAVIGATION: &str = "主导航";
/// Headings of the navigation.
pub(crate) const NAV_START: &str = "填写";
/// Heading above hazards, report and seal.
pub(crate) const NAV_FINISH: &str = "汇总和报送";
/// Heading above history and settings.
pub(crate) const NAV_MORE: &str = "其他";
/// Heading above the high-risk areas.
pub(crate) const NAV_AREAS: &str = "高风险领域四个 100%";
/// Opens the month of a row.
pub(crate) const OPEN: &str = "打开";
/// The open month or enterprise.
pub(crate) const OPENED: &str = "已打开";
/// State of a month.
pub(crate) const SEALED: &str = "已签名";
/// State of a month.
pub(crate) const IN_WORK: &str = "填写中";
/// Begins the following month.
pub(crate) fn begin_next(period: Period) -> String {
    format!("开始 {} 自评", super::common::period(period))
}
pub(crate) const COLUMNS: [&str; 4] = ["月份", "状态", "得分", ""];

/// `2026年11月30日前报送，还剩 9 天`
pub(crate) fn due(due: Day, today: Day) -> String {
    let left = today.days_until(due);
    match left {
        0 => format!("今天（{}）应报送", super::common::short_day(due)),
        1.. => format!("{}前报送，还剩 {left} 天", super::common::day(due)),
        _ => format!("应于 {} 报送，已过 {} 天", super::common::day(due), -left),
    }
}

/// The next step, in one sentence, with the button's words.
pub(crate) const STEP_ENTERPRISE: (&str, &str) = ("先把企业信息填完整，检查项会按企业情况自动增减。", "填企业信息");
/// Items are open.
pub(crate) fn step_items(open: u32) -> (String, &'static str) {
    (format!("还有 {open} 项没有确认。"), "接着答")
}
/// Questions of an area are open.
pub(crate) fn step_area(name: &str, open: u32) -> (String, &'static str) {
    (format!("“{name}”还有 {open} 项没有填或没有确认。"), "接着填")
}
/// Criteria for major hazards that nobody has looked at.
pub(crate) fn step_screening(open: u32) -> (String, &'static str) {
    (format!("重大隐患对照还有 {open} 条没有看。"), "去对照")
}
/// Something else keeps the month from being signed.
pub(crate) fn step_problem(place: &str, said: &str) -> (String, &'static str) {
    (format!("签名前还要处理——{place}：{said}"), "去处理")
}
/// Month fields are open.
pub(crate) const STEP_MONTH: (&str, &str) = ("本月情况还没填完。", "填本月情况");
/// Hazards need something.
pub(crate) const STEP_HAZARDS: (&str, &str) = ("隐患台账里有内容要补。", "看隐患台账");
/// Everything is there.
pub(crate) const STEP_SEAL: (&str, &str) = ("内容已填齐。请主要负责人看一遍报告，然后签名。", "看报告");
/// To the signed file.
pub(crate) const EXPORT: &str = "导出文件";
/// To the signed file once more.
pub(crate) const EXPORT_AGAIN: &str = "看签名文件";
/// Opens the newest month.
pub(crate) fn go_on_with(period: Period) -> String {
    format!("接着填 {}", super::common::period(period))
}
/// Describes a signed month: version, day, whether it went out or was received.
pub(crate) fn signed(revision: u32, day: Day, received: bool, out: bool) -> String {
    let signed = format!("本月已于 {} 签名（{}）", super::common::day(day), super::common::revision(revision));
    match (received, out) {
        (true, _) => format!("{signed}，街道已收到，有回执。"),
        (false, true) => {
            format!("{signed}，文件已导出。有没有送到街道，这里看不到；收到街道的回执后可以在“签名和导出”里存下来。")
        }
        (false, false) => format!("{signed}，文件还没有导出。请导出后发给街道安管办。"),
    }
}
/// The same for scripts.
pub(crate) fn sent_code(received: bool, out: bool) -> &'static str {
    match (received, out) {
        (true, _) => "received",
        (false, true) => "out",
        (false, false) => "here",
    }
}

/// Discoveries at start-up.
pub(crate) fn discovery_healed(what: &str) -> String {
    format!("{what}：有一份副本损坏，已用另一份完好的恢复，没有丢失内容。")
}
/// No copy can be read.
pub(crate) fn discovery_damaged(what: &str) -> String {
    format!("{what}：保存的数据已损坏，读不出来。原数据没有改动，可在“备份和设置”里导出，再从备份恢复。")
}
pub(crate) fn discovery_newer(what: &str) -> String {
    format!(
        "{what}：由更新版本的程序保存，这里只能查看，不能修改。请更新程序。看不到的内容可在“备份和设置”里导出原文。"
    )
}
/// Two copies of one revision.
pub(crate) fn discovery_conflict(what: &str) -> String {
    format!("{what}：有两份内容不同的副本，已采用较新的一份，另一份可在“备份和设置”里导出。")
}
/// A change could not be written down; a fault of the program.
pub(crate) fn discovery_unwritable(what: &str) -> String {
    format!("{what}：最近的修改没能保存，是程序的问题。请抄下本页内容，告诉提供本网页的人。")
}
/// The newest text was written by nobody of ours.
pub(crate) fn discovery_foreign(what: &str) -> String {
    format!(
        "{what}：上次之后被别的程序改过，不是本页写的（可能是旧版程序，也可能是别的网页）。请核对内容；改动前的内容如果还在，可在“备份和设置”里导出。"
    )
}
/// The second copy had what the browser has lost.
pub(crate) fn discovery_saved_by_second_copy(count: usize) -> String {
    format!(
        "浏览器上次没有正常关闭，丢了它保存的 {count} 份内容的最新状态；已用第二份副本补回，没有丢失。建议现在备份一次。"
    )
}
/// The journal was deleted, and there was no second copy.
pub(crate) const DISCOVERY_EMPTIED: &str = "浏览器把保存数据的地方清空重建了（多见于没有正常关闭之后）。已用另一份副本恢复；关闭前最后几秒填的内容可能不在，请看一下，并建议现在备份一次。";
/// The browser or another program deleted records while the page was open.
pub(crate) fn discovery_rewritten(count: usize) -> String {
    format!(
        "浏览器里保存的 {count} 份内容刚才被删掉了（可能是清理工具，或浏览器腾空间），已从本页重新写入。建议现在备份一次。"
    )
}
/// The disk was full, and the browser deleted what the site had kept.
pub(crate) fn discovery_evicted(count: usize) -> String {
    format!(
        "磁盘满了，浏览器清空过本页保存的内容；{count} 份内容已从本页重新写入。请腾出磁盘空间，并现在备份一次：再满一次可能就写不回来了。"
    )
}
/// Something was kept in this browser, and nothing is left of it.
pub(crate) const DISCOVERY_FORGOTTEN: &str = "这台设备上填过安自评，但保存的内容已经不在了：多半是磁盘满了被浏览器清掉，或被清理工具删了。有备份文件的，请点“从备份恢复”。";
/// Says which photographs went with it; each part is worded by [`photographs_of`].
pub(crate) fn photographs_lost(parts: &[String], count: usize) -> String {
    format!(
        "照片只有一份，这次被浏览器一起清掉了 {count} 张：{}。原件还在手机或相册里的，请到隐患里重新加上。",
        parts.join("、")
    )
}
/// Says how many photographs of a hazard.
pub(crate) fn photographs_of(hazard: &str, count: usize) -> String {
    format!("隐患 {hazard} 的 {count} 张")
}
/// Another edition of the check list.
pub(crate) const ADOPTED: &str = "检查表已更新，本月改按新的检查表填写。逐项列在下面：";
/// Answers that were taken over.
pub(crate) fn adopted_to_confirm(count: usize) -> String {
    format!("{count} 项已答的内容沿用过来，请逐项确认")
}
/// Questions that are gone.
pub(crate) fn adopted_gone(count: usize) -> String {
    format!("{count} 项新的检查表不再检查，原来的回答仍保留，不计入得分")
}
pub(crate) const ADOPTED_KEPT: &str =
    "隐患台账、本月情况和企业信息原样保留。更新前的整份内容另存了一份，随备份文件一起导出。";
/// Link beside the reminder.
pub(crate) const BACK_UP_NOW: &str = "现在备份";
pub(crate) const DISMISS: &str = "知道了";
/// Takes the last step back.
pub(crate) const UNDO: &str = "撤销";

/// A record in words.
pub(crate) fn record(key: &anziping_core::record::RecordKey) -> String {
    use anziping_core::record::RecordKey as K;
    match key {
        K::Settings => "设置".into(),
        K::Enterprise(_) => "企业信息".into(),
        K::Registers(_) => "人员和风险点台账".into(),
        K::Month(_, period) => format!("{}的自评", super::common::period(*period)),
        K::Before(_, period) => format!("{}的自评（检查表更新前）", super::common::period(*period)),
        K::Sealed(_, period, revision) => format!("{}的签名报告（第 {revision} 版）", super::common::period(*period)),
        K::SigningKey(..) => "签名密钥".into(),
        K::Receipt(_, period, _) => format!("{}的回执", super::common::period(*period)),
        K::Return(_, period, _) => format!("{}的退回", super::common::period(*period)),
        K::Registry => "企业名册".into(),
        K::Received(_) => "核验结果".into(),
        K::StreetMonth(sha256) => format!("街道月报 {}", super::seal::short_hash(sha256)),
        K::CheckList(sha256) => format!("导入的检查表 {}", super::seal::short_hash(sha256)),
    }
}
/// The page shell lacks the place for the app.
pub const NO_ROOT: &str = "页面文件不完整";

/// While a part of the program is on its way.
pub(crate) const FETCHING: &str = "正在打开…";
/// A part of the program could not be fetched.
pub(crate) const FETCH_FAILED: &str = "这一页的程序没有下载下来，已填的内容都在。请接通网络后再试。";
/// Tries to fetch it again.
pub(crate) const FETCH_AGAIN: &str = "再试一次";

/// The next month can be begun although this one still runs; `last` is its last day.
pub(crate) fn begins_early(last: &str) -> String {
    format!("本期到{last}才结束。之后几天发现的隐患，请用“更正”记在本月，不要记到下个月。")
}

/// Takes back a month that was begun too early.
pub(crate) fn remove_month(period: Period) -> String {
    format!("不填{}了，删除", super::common::period(period))
}

/// Said once it is removed.
pub(crate) fn removed_month(period: Period) -> String {
    format!("已删除{}", super::common::period(period))
}

/// Says how far the month is, in one unit.
pub(crate) fn progress(done: u32, all: u32) -> String {
    format!("已完成 {done} / {all} 项")
}
pub(crate) const PROGRESS_UNIT: &str =
    "一道题、一格必填的内容、台账里一条隐患、一处互相矛盾的回答，各算一项；全部完成就可以签名。";

/// Heading of a month.
pub(crate) fn assessment_of(period: &str) -> String {
    format!("{period} 自评")
}

/// Says how many hazards are open, beside the link to the ledger.
pub(crate) fn open_hazards(open: u32) -> String {
    format!("未销 {open}")
}
