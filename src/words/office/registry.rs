//! Words of the registry page.

use anziping_core::registry::{KeyStatus, RegisterFault, RegistryFault, StatusFault};
use anziping_core::seal::keys::FingerprintError;
use anziping_core::value::day::Day;
use anziping_core::value::line::LineFault;

use crate::words::office::registering;
use crate::words::{common, fault, single_file};

/// The purpose of the page, on top of it.
pub(crate) const LEAD: &str =
    "哪些企业应当报送、各用哪把密钥签名。密钥只能凭盖章的纸质登记表登记，收到文件不等于登记。";
/// Name of the office.
pub(crate) const OFFICE: &str = "单位名称";
/// Hint of the name.
pub(crate) const OFFICE_HINT: &str = "显示在页面上方，也写进登记册备份，例如“××街道应急管理办公室”。";

/// Day of the month on which reports are due.
pub(crate) const DUE_DAY: &str = "报送期限";
/// The effect of the due day.
pub(crate) const DUE_DAY_HINT: &str = "逾期按这里算，不按企业文件里写的期限；企业写的不同时会标出来。";
pub(crate) const DUE_AT_END: &str = "每期最后一天";
/// A day of the month.
pub(crate) fn due_day(day: u8) -> String {
    format!("每月 {day} 日（期末以后的第一个）")
}

/// Adds an enterprise.
pub(crate) const ADD: &str = "加入企业";
pub(crate) const ADD_WHY: &str = "先把应报送的企业列进来，没交的才点得出名。密钥以后再登记。";
/// Name of the enterprise.
pub(crate) const NAME: &str = "企业名称";
/// Code of the enterprise.
pub(crate) const CODE: &str = "统一社会信用代码";
/// Puts it on the list.
pub(crate) const ADD_BUTTON: &str = "加入名单";
/// The office's name cannot be signed; said where it is needed.
pub(crate) fn bad_office(fault: LineFault) -> String {
    format!("“{OFFICE}”：{}", fault::line(fault))
}

/// Without a name.
pub(crate) const NAME_MISSING: &str = "请填企业名称。";
pub(crate) fn already(name: &str) -> String {
    format!("名单里已有这个代码：{name}。")
}
/// Several at once.
pub(crate) const ADD_MANY: &str = "一次加入多家";
/// Label of the field.
pub(crate) const ADD_MANY_LABEL: &str = "每行一家：名称和信用代码";
/// Hint of the field.
pub(crate) const ADD_MANY_HINT: &str = "可从表格里复制两列粘贴。名称和代码的先后不限，中间用制表符、逗号或空格隔开。";
/// A line that is not understood.
pub(crate) fn bad_line(number: usize, fault: &str) -> String {
    format!("第 {number} 行：{fault}一家也没有加入，请改好再试。")
}
/// A line of another form.
pub(crate) const LINE_FORM: &str = "找不到企业名称。";
/// Said after adding.
pub(crate) fn added(count: usize) -> String {
    format!("已加入 {count} 家企业。")
}

/// Heading of the list.
pub(crate) fn enterprises(count: usize, with_key: usize) -> String {
    format!("{count} 家企业，其中 {with_key} 家有在用密钥")
}
/// The purpose of imported check lists.
pub(crate) const LISTS_WHY: &str = "企业按上级或行业的检查表填报的，导入同一份文件才能重新计算；这次打开以后拖入的会自动重核一遍，以前的请再拖入一次。";
pub(crate) const EMPTY: &str = "登记册还是空的。可以先加入企业，也可以在“核验报告”里收到第一份文件后登记其密钥。";
pub(crate) const SEARCH: &str = "按名称或代码查找";
/// Columns of the keys.
pub(crate) const KEY_COLUMNS: [&str; 5] = ["持有人", "密钥核对数字（30 位）", "状态", "登记表编号", ""];
/// A power of attorney that nobody here has compared.
pub(crate) const UNCOMPARED: &str = "授权委托没有在本机核对过，用它签的报告不会通过";
pub(crate) const NO_KEY: &str = "还没有登记密钥";
/// Every key was revoked or replaced.
pub(crate) const NO_KEY_IN_USE: &str = "没有在用的密钥";
/// Names those whose keys are in use.
pub(crate) fn keys_in_use(holders: &[&str]) -> String {
    format!("{}的密钥在用", holders.join("、"))
}
/// The list of enterprises.
pub(crate) const LIST: &str = "企业名单";
/// Name of the links to the sections of the page.
pub(crate) const SECTIONS: &str = "本页各部分";
/// Opens name and standing of an enterprise.
pub(crate) const STANDING: &str = "改名，停产、注销、免报";
/// The label for the reason that no report is expected.
pub(crate) const EXPECTED: &str = "不用报送的原因";
/// The effect of an excuse.
pub(crate) const EXPECTED_HINT: &str =
    "从开始那天所在的月份起不算未交；写了结束日期的，恢复报送的那个月起重新点名，以前的月份不变。";
/// The ordinary case.
pub(crate) const EXPECTED_EACH_MONTH: &str = "现在每月都要报送。";
/// First and last day of it.
pub(crate) const SINCE: &str = "从哪天起";
pub(crate) const UNTIL: &str = "到哪天止（还没有定的空着）";
/// The fault of an excuse without a reason.
pub(crate) const EXCUSE_MISSING: &str = "请选停产、注销还是免报。";
pub(crate) const SINCE_MISSING: &str = "请填从哪天起。";
pub(crate) const UNTIL_NO_DAY: &str = "这个日期不存在。";
pub(crate) const UNTIL_BEFORE: &str = "结束的日子比开始的还早。";
/// Notes it.
pub(crate) const EXCUSE: &str = "记下，这段时间不点名";
/// Said after that.
pub(crate) fn excused(name: &str, said: &str) -> String {
    format!("{name} 记为{said}，这段时间不算未交。")
}
/// Ends it.
pub(crate) const GO_ON_REPORTING: &str = "从今天起恢复报送";
pub(crate) fn goes_on(name: &str, from: Day) -> String {
    format!("{name} 从{}起恢复报送，以前的月份不变。", common::day(from))
}
/// It was noted by mistake.
pub(crate) const REMOVE_EXCUSE: &str = "记错了，删掉";
pub(crate) fn never_excused(name: &str) -> String {
    format!("已删掉 {name} 的这一条，那些月份重新点名。")
}
/// The name by which an enterprise is listed.
pub(crate) const NAME_ON_LIST: &str = "名单里的名称";
pub(crate) const RENAME: &str = "改名";
pub(crate) fn renamed(name: &str) -> String {
    format!("名单里已改为 {name}。")
}
/// Takes an enterprise with keys out of the roll-call.
pub(crate) const LEAVE: &str = "企业已注销，移出点名";
pub(crate) const LEAVE_WHY: &str =
    "有过密钥的企业留在名单最后，不再点名：作废过的密钥要一直记着，免得从别处又登记进来。";
/// Takes an enterprise without keys off the list.
pub(crate) const REMOVE: &str = "移出名单";
pub(crate) fn removed(name: &str) -> String {
    format!("已把 {name} 移出名单。")
}

/// Says whether a key counts.
pub(crate) fn status(status: &KeyStatus) -> String {
    match status {
        KeyStatus::Active { since } => format!("在用，{}登记", common::day(*since)),
        KeyStatus::Revoked { on, reason } => format!("{}作废：{reason}", common::day(*on)),
        KeyStatus::Replaced { on, .. } => format!("{}已换成新密钥", common::day(*on)),
    }
}
/// Says the status of a key in short, beside a signer.
pub(crate) fn status_short(status: Option<&KeyStatus>) -> &'static str {
    match status {
        None => "未登记",
        Some(KeyStatus::Active { .. }) => "已登记",
        Some(KeyStatus::Revoked { .. }) => "已作废",
        Some(KeyStatus::Replaced { .. }) => "已更换",
    }
}
/// Tone of a status.
pub(crate) fn status_tone(status: Option<&KeyStatus>) -> &'static str {
    match status {
        None => "warn",
        Some(KeyStatus::Active { .. }) => "good",
        Some(_) => "bad",
    }
}

pub(crate) const REVOKE: &str = "作废";
/// Heading of the dialog.
pub(crate) const REVOKE_TITLE: &str = "作废密钥";
/// The meaning of a revocation.
pub(crate) const REVOKE_WHAT: &str = "作废以后，用它签的报告一律不再通过，写什么签名时间都没有用；已经记为已收的不受影响。作废的密钥不能恢复，企业要生成新密钥重新登记。";
/// Label of the day.
pub(crate) const REVOKE_ON: &str = "作废日期";
/// Label of the reason.
pub(crate) const REVOKE_REASON: &str = "原因";
pub(crate) const REASONS: &[&str] =
    &["设备或 U 盘遗失", "口令泄露或被他人使用", "忘记口令，已换新密钥", "负责人变更", "企业注销或迁出"];
pub(crate) const REASON_MISSING: &str = "请写明原因，例如“设备遗失”。";
pub(crate) const DAY_MISSING: &str = "请填日期，例如 2026-11-21。";
/// Later than today.
pub(crate) const DAY_FUTURE: &str = "不能晚于今天。";
pub(crate) const REVOKE_BUTTON: &str = "确认作废";
pub(crate) fn revoked(holder: &str) -> String {
    format!("已作废 {holder} 的密钥。")
}

/// Heading of what can be taken out.
pub(crate) const KEEPING: &str = "备份和导出";
pub(crate) const KEEPING_WHY: &str = "登记册只存在这台电脑的这个浏览器里，请定期备份。备份里街道的私钥是用口令锁住的，企业的只有公钥；但谁能改它就能冒充企业，请妥善保管。";
/// Saves the registry.
pub(crate) const BACKUP: &str = "备份登记册";
pub(crate) const RESTORE: &str = "从备份恢复";
/// Exports the keys.
pub(crate) const EXPORT_JWKS: &str = "导出公钥（给其他系统）";
pub(crate) const JWKS_WHY: &str = "公钥文件供其他系统核验签名用，只含在用密钥；街道自己用不着。";
/// Name of the key file.
pub(crate) const JWKS_NAME: &str = "anziping-jwks.json";
pub(crate) fn saved(name: &str) -> String {
    crate::words::common::handed_over(name)
}
/// Says why a registry is not taken.
pub(crate) fn registry(fault: &RegistryFault) -> String {
    match fault {
        RegistryFault::Shape(_) => "这不是登记册备份，或文件已损坏，没有恢复。".into(),
        RegistryFault::KeyMismatch(_) => {
            "备份里有一把密钥与它的 30 位核对数字对不上，可能被人换过，没有恢复。请用另一份备份。".into()
        }
        RegistryFault::MandateMismatch(_) => {
            "备份里有一份授权委托与核对过的数字对不上，可能被人改过，没有恢复。请用另一份备份。".into()
        }
        RegistryFault::KeyTwice(_) => "备份里同一把密钥出现两次，没有恢复。请用另一份备份。".into(),
        RegistryFault::EnterpriseTwice(uscc) => {
            format!("备份里 {} 出现两次，没有恢复。请用另一份备份。", uscc.as_str())
        }
    }
}
/// Heading of the preview.
pub(crate) const PREVIEW: &str = "恢复后登记册会变成备份里的样子：";
pub(crate) const PREVIEW_COLUMNS: [&str; 3] = ["", "现在", "恢复后"];
pub(crate) const PREVIEW_ROWS: [&str; 5] = ["单位名称", "企业", "在用密钥", "作废或更换的密钥", "已收报告"];
pub(crate) const LOSING: &str = "现在有、备份里没有的企业：";
/// A revocation that would be lost.
pub(crate) const REVIVED: &str = "注意：下列密钥现在已作废，备份里还在用，恢复后又会通过：";
pub(crate) const APPLY: &str = "用备份替换";
pub(crate) const KEEP: &str = "不替换";
pub(crate) const RESTORED: &str = "登记册已换成备份里的内容。";

/// The registry cannot be read.
pub(crate) const UNREADABLE: &str =
    "本机保存的登记册读不出来，没有改动它。请先导出原文保存，再从备份恢复。现在做的登记不会保存。";
/// The registry is newer than the program.
pub(crate) fn newer() -> String {
    format!("登记册由更新版本的程序保存，这里只能保持原样。请{}。现在做的登记不会保存。", single_file::update())
}
/// Exports the raw texts.
pub(crate) const EXPORT_RAW: &str = "导出原文";
/// Gives it up.
pub(crate) const GIVE_UP: &str = "已导出，放弃它并重新开始";
/// Name of the raw text.
pub(crate) const RAW_NAME: &str = "anziping-registry-raw.txt";

/// Says why a key was not registered.
pub(crate) fn register(fault: &RegisterFault) -> String {
    match fault {
        RegisterFault::NothingToRegister => "这个文件里没有可以登记的密钥，请用企业的登记文件或报告。".into(),
        RegisterFault::Demo => "这是演示数据，不能登记。".into(),
        RegisterFault::Digits(FingerprintError::NotADigit(found)) => format!("“{found}”不是数字。登记数字里只有数字，请检查有没有把 0 写成 O、1 写成 l。"),
        RegisterFault::Digits(FingerprintError::Count(count)) => format!("应为 30 位，现在是 {count} 位。请对照纸质表逐组核对。"),
        RegisterFault::DigitsDiffer => {
            "纸上的数字与文件不一致，没有登记。请再抄一遍；仍不一致，说明文件里的密钥、单位名称、签名人或身份不是这张登记表上的，请打电话向企业核实，不要登记。".into()
        }
        RegisterFault::DigitsOfKeyAlone => {
            "这是密钥本身的核对数字，没有连单位、签名人和身份一起算。登记表上印的是另外 30 位“登记数字”；表上没有的，请企业重新打印登记表、盖章。".into()
        }
        RegisterFault::InvisibleInNames => {
            "登记文件的名称里有看不见的字符，和纸上的不会是同一个，没有登记。请企业改好名称，重新打印登记表、重新导出登记文件。".into()
        }
        RegisterFault::AlreadyRegistered => "这把密钥已经登记过了。".into(),
        RegisterFault::Unanswered(question) => registering::unanswered(question).into(),
        RegisterFault::OutOfUse => "这把密钥已作废或更换过，不能再登记。请企业生成新密钥。".into(),
        RegisterFault::OfAnother { name } => format!("这把密钥已登记在“{name}”名下。请向两家企业核实。"),
    }
}
/// Says why the status of a key was not changed.
pub(crate) fn change(fault: StatusFault) -> &'static str {
    match fault {
        StatusFault::Unknown => "登记册里已经没有这把密钥。",
        StatusFault::OutOfUse => "这把密钥已经作废或更换过。",
        StatusFault::NewKeyNotRegistered => "新密钥还没有登记在同一家企业名下。",
    }
}
