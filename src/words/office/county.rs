//! Words of the months that streets sign for the county above them: signing one, and adding them up.

use anziping_core::document::office_month::{FollowedHazard, HazardEnd, MonthSums, OfficeMonth, RowState};
use anziping_core::office::county_months::{CountyHazard, MonthStanding, NotDrafted, StreetFault, Unstated};
use anziping_core::seal::Sha256;
use anziping_core::seal::keys::FingerprintError;
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use anziping_core::value::visible::visible;

use crate::words::{common, seal};

/// Heading of the form that signs the month.
pub(crate) const SIGN: &str = "签街道月报（交区县）";
/// The content of the signed month.
pub(crate) const SIGN_WHAT: &str = "把这一页的本月汇总签成一个文件，交给区县：每家企业交没交、算不算数、重新算过的得分和隐患、事故、需要协调的事，以及重大隐患一条条的跟踪。不含报告原文。区县在同一个页面里核验、汇总。";
/// There is no key yet.
pub(crate) const NO_KEY: &str = "要签街道月报，先生成街道自己的密钥：";
pub(crate) const SIGN_BUTTON: &str = "签名并保存";
/// Files are on their way.
pub(crate) const WAIT: &str = "还有文件在核验，等核完再签。";

/// Says in numbers what will be signed.
pub(crate) fn sums(sums: &MonthSums) -> String {
    let MonthSums { enterprises, counted, late, taken_in, uncounted, not_sent, excused, .. } = sums;
    let mut parts = vec![format!("登记 {enterprises} 家：算数的报告 {counted} 份（迟报 {late} 份）")];
    let others = [
        (*taken_in, "以前已收、没有数字"),
        (*uncounted, "交了但不能收"),
        (*not_sent, "未交"),
        (*excused, "停产、注销、免报"),
    ];
    parts.extend(others.iter().filter(|(count, _)| *count > 0).map(|(count, said)| format!("{said} {count} 家")));
    format!("{}。", parts.join("，"))
}

/// Reports that were taken in on an earlier day are not at the desk.
pub(crate) fn without_files(count: u32) -> String {
    format!("有 {count} 家以前已收、本次没有拖入，它们的得分和隐患不会在里面。要写进去，先把它们的报告再拖进来。")
}
/// One of this month was signed already.
pub(crate) fn signed_before(revision: u32, on: Day) -> String {
    let next = revision.saturating_add(1);
    format!("本月已于{}签过第 {revision} 版。再签就是第 {next} 版，区县以新版为准。", common::day(on))
}
/// Says why nothing can be signed.
pub(crate) fn not_drafted(why: NotDrafted) -> String {
    match why {
        NotDrafted::NoEnterprises => "登记册里还没有企业，没有可签的。先到“企业和密钥登记”加入应报送的企业。".into(),
        NotDrafted::TooMany(count) => format!(
            "有 {count} 行，一份街道月报最多 {} 行。请按村、社区分成两份登记册，在两台电脑上各签一份，各用自己的名称。",
            OfficeMonth::ROWS
        ),
        NotDrafted::TooLarge => {
            "企业和高风险领域太多，一个文件放不下。请按村、社区分成两份登记册，在两台电脑上各签一份，各用自己的名称。"
                .into()
        }
    }
}
pub(crate) fn signed(name: &str) -> String {
    common::handed_over(name)
}

/// Title of the page.
pub(crate) const TITLE: &str = "各街道";
pub(crate) fn title(period: Period) -> String {
    format!("{}各街道汇总", common::period(period))
}
/// The grounds on which the county relies.
pub(crate) const TRUST: &str = "这里把各街道签过名的月报加在一起。本机核对了是哪个街道签的、签后没有改过，合计也逐家重新加过；企业的报告没有经过这里，哪份算数、哪份不算，以街道的判断为准。";
/// Nothing is here yet.
pub(crate) const EMPTY: &str =
    "还没有街道月报。请各街道在“本月汇总”里签好交来，拖进“核验报告”；第一次要核对街道的 30 位数字。";
pub(crate) const MONTH: &str = "月份";

/// A month of an office on its card.
pub(crate) fn what(month: &OfficeMonth) -> String {
    format!(
        "街道月报：{}，{}，{}",
        visible(month.office.trim()),
        common::period(month.period),
        common::revision(month.revision)
    )
}
/// Says how a received month is judged, with its tone.
pub(crate) fn standing(standing: &MonthStanding, office: &str) -> (&'static str, String) {
    match standing {
        MonthStanding::Counts => ("good", "已收下，计入“各街道”。".into()),
        MonthStanding::Replaced { by } => ("info", format!("这个街道本月已有更新的第 {by} 版，以新版为准。")),
        MonthStanding::Forked => (
            "bad",
            "同一街道、同一月份、同一版本号，有两份内容不同的月报，签名都有效，现在都不算。请问街道以哪一份为准，再到“各街道”里选。"
                .into(),
        ),
        MonthStanding::SetAside => ("info", "这一份已放在一边，不计。要改，到“各街道”。".into()),
        MonthStanding::UnknownKey { has_another: false } => (
            "warn",
            "签名有效、签后没有改过，但还不知道这把密钥是不是这个街道的，所以没有收。请打电话向街道要密钥的 30 位数字，核对后登记。"
                .into(),
        ),
        MonthStanding::UnknownKey { has_another: true } => (
            "warn",
            "没有收：这个街道登记的是另一把密钥。可能换了新密钥，也可能不是街道签的。请打电话核实；确是换了，要来新的 30 位数字登记，旧的就停用。"
                .into(),
        ),
        MonthStanding::OfAnother { registered } => (
            "bad",
            format!("没有收：这把密钥登记在“{registered}”名下，文件里写的却是“{}”。请向两个街道核实。", visible(office)),
        ),
        MonthStanding::OutOfUse { on } => {
            ("bad", format!("没有收：这把密钥已于{}停用。请街道用现在的密钥重新签。", common::day(*on)))
        }
    }
}

/// Opens the form that registers the key of an office.
pub(crate) const REGISTER: &str = "登记街道的密钥";
pub(crate) const DIGITS: &str = "街道密钥的 30 位数字";
/// Where they come from.
pub(crate) const DIGITS_HINT: &str = "在街道的“企业和密钥登记”页上。用电话或盖章的纸问街道要，不要从这个文件里找。";
pub(crate) const COMPARE: &str = "核对并登记";
pub(crate) fn registered(office: &str) -> String {
    format!("已登记“{office}”的密钥，它的月报已收下。")
}
/// Says why a key was not registered.
pub(crate) fn street_fault(fault: &StreetFault) -> String {
    match fault {
        StreetFault::NotAMonth => "这个文件不是街道月报。".into(),
        StreetFault::Digits(FingerprintError::NotADigit(found)) => format!("“{found}”不是数字，请检查有没有抄错。"),
        StreetFault::Digits(FingerprintError::Count(count)) => format!("应为 30 位，现在是 {count} 位。"),
        StreetFault::DigitsDiffer => {
            "和这个文件的密钥不一致，没有登记。先看有没有抄错；没抄错，这个文件就不是那个街道签的，不要收。".into()
        }
        StreetFault::AlreadyRegistered => "这把密钥已经登记了。".into(),
        StreetFault::OutOfUse => "这把密钥已经停用，不能再登记。".into(),
        StreetFault::OfAnother { office } => format!("这把密钥登记在“{office}”名下，请向两个街道核实。"),
    }
}

/// Tiles of the page.
pub(crate) const STREETS_SENT: &str = "已交街道";
pub(crate) const STREETS_MISSING: &str = "未交街道";
pub(crate) fn of_streets(count: usize) -> String {
    format!("应交 {count} 个")
}
pub(crate) const COUNTED: &str = "算数的企业报告";
pub(crate) fn of_enterprises(sums: &MonthSums) -> String {
    format!("登记 {} 家，迟报 {} 份", sums.enterprises, sums.late)
}
pub(crate) const NOT_SENT: &str = "未交企业";
pub(crate) const UNCOUNTED: &str = "交了但不能收";
pub(crate) const DEATHS: &str = "死亡人数";
pub(crate) const OPEN_MAJOR: &str = "未销号重大隐患";
pub(crate) const HELP_COUNT: &str = "需要协调的企业";

/// Heading of the offices.
pub(crate) const STREETS: &str = "各街道情况";
/// Columns of the offices.
pub(crate) const STREET_COLUMNS: [&str; 12] =
    ["街道", "月报", "登记", "算数", "迟报", "不能收", "未交", "优/合格/不合格", "平均分", "死亡", "重大隐患", "逾期"];
/// The last row.
pub(crate) const ALL: &str = "合计";
/// How the month of an office stands where none counts.
pub(crate) const MISSING: &str = "没有交";
pub(crate) const FORKED: &str = "两份内容不同，都不算";
pub(crate) const WITHOUT_KEY: &str = "还没有登记密钥";
pub(crate) fn received(revision: u32, on: Day) -> String {
    format!("{}，{}收到", common::revision(revision), common::day(on))
}
/// Mean of the totals.
pub(crate) fn mean(figures: &anziping_core::office::rollup::Totals) -> String {
    figures.total.map(|total| total.mean.to_string()).unwrap_or_default()
}
/// Takes one of two that contradict each other.
pub(crate) const TAKE_THIS: &str = "以这份为准";
pub(crate) fn taken(office: &str) -> String {
    format!("已按选定的一份计入“{office}”，另外的放在一边。")
}
/// One of several, by what tells them apart.
pub(crate) fn choice(sha256: &Sha256, sums: &MonthSums, on: Day) -> String {
    let hash = seal::short_hash(sha256.to_string());
    format!("{}收到，算数 {} 份，未交 {} 家（文件校验值 {hash}）", common::day(on), sums.counted, sums.not_sent)
}

/// Heading of the hazards.
pub(crate) const HAZARDS: &str = "重大隐患跟踪";
pub(crate) const HAZARDS_WHAT: &str = "各街道月报里逐条写明的重大隐患，和以前月份的街道月报对照。";
pub(crate) const NO_HAZARDS: &str = "没有重大隐患。";
pub(crate) const HAZARD_COLUMNS: [&str; 7] = ["街道", "企业", "编号", "部位和情况", "发现", "期限", "现在"];
/// Says what has come of a hazard, with its tone.
pub(crate) fn end(one: &CountyHazard) -> (&'static str, String) {
    let since = one.hazard.since.map(common::period).unwrap_or_default();
    match (one.unstated, one.hazard.end) {
        (Some(Unstated::Since(period)), _) => {
            ("bad", format!("以前没有销号，{}的街道月报里没有提到", common::period(period)))
        }
        (Some(Unstated::NoMonth), _) => ("warn", "以前没有销号，街道本月没有交".into()),
        (None, HazardEnd::Gone) => ("bad", format!("没有销号，{since}的报告里没有了")),
        (None, HazardEnd::Downgraded) => ("bad", format!("{since}改成了一般隐患")),
        (None, HazardEnd::NoReport) => ("warn", "以前没有销号，企业本月没有算数的报告".into()),
        (None, HazardEnd::Open) => ("warn", "没有销号".into()),
        (None, HazardEnd::Closed) => ("good", "本月已销号".into()),
    }
}
/// The columns of a hazard but the last.
pub(crate) fn hazard(one: &CountyHazard) -> [String; 6] {
    let FollowedHazard { id, place, description, criterion, found_on, months, deadlines, .. } = &one.hazard;
    let deadline = deadlines.last().copied().map(common::day).unwrap_or_default();
    let moved = match one.hazard.moved() {
        0 => String::new(),
        moved => format!("，改过 {moved} 次"),
    };
    let criterion = if criterion.is_empty() { String::new() } else { format!("（{}）", visible(criterion)) };
    let found = found_on.map(common::day).unwrap_or_default();
    [
        visible(&one.office).into_owned(),
        visible(&one.enterprise).into_owned(),
        visible(id).into_owned(),
        format!("{}：{}{criterion}", visible(place), visible(description)),
        format!("{found}，{} 个月末没有销号", months.len()),
        format!("{deadline}{moved}"),
    ]
}

/// Heading of what is to be settled.
pub(crate) const HELP: &str = "需要协调的事";
pub(crate) const NO_HELP: &str = "企业没有提出需要协调的事。";
pub(crate) const HELP_COLUMNS: [&str; 3] = ["街道", "企业", "需要协调的事"];

/// Heading of the enterprises of several offices.
pub(crate) fn twice(count: usize) -> String {
    format!("有 {count} 家企业在几个街道的名单里都有，合计里可能算了两遍：")
}
pub(crate) fn listed_twice(name: &str, uscc: &str, offices: &[&str]) -> String {
    format!("{}（{uscc}）：{}", visible(name), common::list(offices))
}

/// Heading of the enterprises that do not count.
pub(crate) const ABSENT: &str = "没有算数报告的企业";
pub(crate) const ABSENT_COLUMNS: [&str; 4] = ["街道", "企业", "统一社会信用代码", "情况"];
pub(crate) const NO_ABSENT: &str = "已交的街道里，应报的企业都有算数的报告。";
/// Says the state of an enterprise.
pub(crate) fn state(state: RowState) -> &'static str {
    match state {
        RowState::Counted => "算数",
        RowState::TakenIn => "以前已收，没有数字",
        RowState::Unregistered => "交了但密钥未登记",
        RowState::Forked => "交了两份不同内容",
        RowState::Mismatched => "交了但密钥、身份或授权不符",
        RowState::Demo => "交的是演示数据",
        RowState::Refused => "交的文件校验失败",
        RowState::NotSent => "未交",
        RowState::Stopped => "停产",
        RowState::Deregistered => "注销",
        RowState::Exempt => "免报",
    }
}

/// Heading of the list of offices.
pub(crate) const LIST: &str = "应交月报的街道";
pub(crate) const LIST_WHAT: &str =
    "名称要和街道月报里写的单位名称一字不差。没有登记密钥的，等它的第一份月报来了再核对登记。";
pub(crate) const ADD: &str = "加入街道（一行一个）";
pub(crate) const ADD_BUTTON: &str = "加入";
pub(crate) const ADD_MISSING: &str = "请填街道的名称，一行一个。";
/// Some were put on the list.
pub(crate) fn added(count: usize) -> String {
    format!("已加入 {count} 个街道。")
}
pub(crate) const NOTHING_ADDED: &str = "这些街道都已经在名单里。";
pub(crate) fn bad_line(line: usize, said: &str) -> String {
    format!("第 {line} 行：{said}")
}
pub(crate) const REMOVE: &str = "移出名单";
pub(crate) fn removed(office: &str) -> String {
    format!("已把“{office}”移出名单，它的月报不再计入。")
}
/// A key of an office.
pub(crate) fn key(since: Day, out_of_use: Option<Day>) -> String {
    match out_of_use {
        None => format!("{}登记", common::day(since)),
        Some(on) => format!("{}登记，{}停用", common::day(since), common::day(on)),
    }
}
/// Heading of the months that are set aside.
pub(crate) const SET_ASIDE: &str = "放在一边的月报";
pub(crate) const PUT_BACK: &str = "重新计入";
pub(crate) fn put_back(office: &str) -> String {
    format!("“{office}”的这一份重新计入。")
}
/// A remark on what is kept, and where it is not.
pub(crate) const KEPT: &str =
    "收下的街道月报存在这台电脑的浏览器里，不用再拖。登记册的备份里有街道的密钥，没有街道月报；原文件请自行存档。";

/// Button and names of the workbook.
pub(crate) const EXPORT: &str = "导出各街道汇总（Excel）";
pub(crate) const ENTERPRISES: &str = "企业明细";
pub(crate) const ENTERPRISE_COLUMNS: [&str; 18] = [
    "街道",
    "企业",
    "统一社会信用代码",
    "情况",
    "迟报",
    "收到日期",
    "版本",
    "总分",
    "等级",
    "未销号",
    "重大",
    "逾期",
    "死亡",
    "重伤",
    "轻伤",
    "事故",
    "需要协调的事",
    "报告校验值（SHA-256）",
];
pub(crate) const YES: &str = "是";
pub(crate) fn file_name(period: Period) -> String {
    format!("安自评-各街道汇总-{period}.xlsx")
}

/// The state of a hazard, for hooks.
pub(crate) fn end_code(one: &CountyHazard) -> &'static str {
    match one.unstated {
        Some(Unstated::Since(_)) => "unstated",
        Some(Unstated::NoMonth) => "no-month",
        None => one.hazard.end.code(),
    }
}

/// Nobody was hurt.
pub(crate) const NO_HARM: &str = "各街道的月报里都没有事故。";
/// The month that is shown without a choice.
pub(crate) const LATEST: &str = "最近的月份";
/// Advice about two months that contradict each other.
pub(crate) const FORK_WHAT: &str = "同一版本号有内容不同的月报，现在都没有计入。问过街道以后选一份：";
/// Kept months that cannot be read.
pub(crate) fn unreadable(count: usize) -> String {
    format!("存在本机的街道月报有 {count} 份读不出来，没有计入。请把原文件再拖进“核验报告”。")
}

/// A figure of the sums by its name in the file, for one that is wrong.
pub(crate) fn sum_name(figure: &str) -> &str {
    match figure {
        "enterprises" => "登记企业数",
        "counted" => COUNTED,
        "late" => "迟报",
        "taken_in" => "以前已收",
        "uncounted" => UNCOUNTED,
        "not_sent" => NOT_SENT,
        "excused" => "停产、注销、免报",
        "without_figures" => "没有重新计算的报告",
        "excellent" => "优秀",
        "pass" => "合格",
        "fail" => "不合格",
        "ungraded" => "无等级",
        "open" => "未销号隐患",
        "open_major" => OPEN_MAJOR,
        "overdue" => "逾期隐患",
        "added" => "新增隐患",
        "closed" => "销号隐患",
        "gone_major" => "没有销号就不见了的重大隐患",
        "accidents" => "事故起数",
        "deaths" => DEATHS,
        "serious_injuries" => "重伤人数",
        "minor_injuries" => "轻伤人数",
        "help_needed" => HELP_COUNT,
        other => other,
    }
}
