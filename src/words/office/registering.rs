//! Words for registering keys by their stamped forms.

use anziping_core::registry::asked::RegisterQuestion;

/// Registers the key of a file.
pub(crate) const REGISTER: &str = "登记密钥";
/// Heading of the dialog.
pub(crate) const TITLE: &str = "登记密钥：核对纸质登记表";
/// The heading of what to compare beside the digits.
pub(crate) const COMPARE_THESE: &str = "请与盖章的登记表和授权委托书逐项对照，有一项不同就不要登记：";
/// Label of the digits.
pub(crate) const DIGITS: &str = "纸质表上的 30 位登记数字";
/// Hint of the digits.
pub(crate) const DIGITS_HINT: &str =
    "照盖章的纸抄，或用扫码枪扫纸上的二维码；不要从文件或聊天里复制。6 组，每组 5 位，打满一组当场核对，空格可有可无。";
/// Label of the form number.
pub(crate) const FORM_NUMBER: &str = "登记表编号（可不填）";
/// Hint of the form number.
pub(crate) const FORM_NUMBER_HINT: &str = "贵单位收到纸质表时编的号，便于以后查档。";
/// The digits were scanned into it.
pub(crate) const NUMBER_IS_DIGITS: &str = "这是登记数字，不是贵单位编的号。请清掉，填编号或留空。";
pub(crate) const COMPARE: &str = "纸上都一样，登记";
pub(crate) fn registered(enterprise: &str, holder: &str) -> String {
    format!("30 位一致，已登记 {enterprise} 的密钥（{holder}）。")
}

/// A group that is not typed yet.
pub(crate) const NO_GROUP: &str = "·····";
/// A group for those who cannot see its colour.
pub(crate) fn group(number: usize, state: &str) -> String {
    let said = match state {
        "equal" => "一致",
        "differs" => "不一致",
        _ => "还没有核对",
    };
    format!("第 {number} 组，{said}")
}
/// The first group that differs.
pub(crate) fn group_differs(number: usize) -> String {
    format!(
        "第 {number} 组和文件不一致，后面的组先不核对。请只看纸再抄这一组，也看看有没有漏一位；抄对了还不一致，说明这张纸不是这份文件的登记表，请打电话向企业核实，不要登记。"
    )
}
/// All groups are equal.
pub(crate) const WHOLE: &str =
    "30 位都一致。再看一眼：公章、单位、签名人、身份和上面一样，二维码不是后贴的。都对，按回车，再按回车登记。";
/// The paper of another registration of the queue.
pub(crate) fn form_of_other(name: &str) -> String {
    format!("这像是“{name}”的登记表。按回车转到那一家，打好的数字带过去。")
}
/// The code of a form that an earlier program printed.
pub(crate) const OLD_CODE: &str = "这是旧登记表的二维码，里面只有密钥编号，没有连单位和签名人一起算，不能凭它登记。请照纸抄 30 位登记数字，或请企业重新打印登记表、盖章。";

/// Opens what digits and code prove.
pub(crate) const PROVES_TITLE: &str = "抄数字、扫二维码，各证明什么";
pub(crate) const PROVES_TYPED: &str = "30 位登记数字是由单位名称、信用代码、签名人、身份、授权委托和密钥一起算出来的，改一个字就全变。纸上的和文件的一致，说明这张盖了章的纸认的就是这份文件里的密钥。";
pub(crate) const PROVES_SCANNED: &str = "二维码里只有这 30 位数字，没有别的，扫它和照纸抄是一回事。前提是扫盖了章的那张纸：码是印在纸上的，公章压着码的一角，没有另贴过。扫手机里的照片、复印件，什么也不证明。";
pub(crate) const PROVES_NOT: &str = "数字对上，不证明公章是真的，也不证明纸上印的文字和文件一样：一个人可以让负责人在写着“填报人”的纸上盖章，数字却是“主要负责人”的。所以每一份都要把上面几行和纸对一遍。";

/// Labels of what is compared with the stamped form.
pub(crate) const HOLDER: &str = "签名人";
/// In what capacity.
pub(crate) const CAPACITY: &str = "身份";
/// Days and principal of a power of attorney.
pub(crate) const MANDATE: &str = "授权委托";
/// There is none.
pub(crate) const NO_MANDATE: &str =
    "没有：登记后长期有效。纸质表上写着“受托人”的，不要登记，请企业交带授权委托的登记文件";
/// The signer bears another name than the principal in the file.
pub(crate) fn not_the_principal(principal: &str) -> String {
    format!("文件里的主要负责人是“{principal}”，不是他")
}

/// The office's list has another name for the code.
pub(crate) fn listed_as(name: &str) -> String {
    format!("名单里这个代码叫“{name}”，名称不同。")
}
pub(crate) const NAME_QUESTION: &str = "请问清企业，名单里以后叫什么";
pub(crate) fn name_stays(listed: &str) -> String {
    format!("不改，仍叫“{listed}”")
}
pub(crate) fn name_changes(offered: &str) -> String {
    format!("改成“{offered}”")
}
/// The code is not on the list.
pub(crate) const NOT_LISTED: &str = "不在名单里。";
pub(crate) const ADD_TO_LIST: &str = "是本辖区应报的企业，登记时加入名单（以后每月点名）";
/// Another key is in use already.
pub(crate) fn already_in_use(name: &str) -> String {
    format!("这家企业已有 {name} 的一把在用密钥。")
}
pub(crate) const EARLIER_QUESTION: &str = "登记新的以后，那一把怎么办";
pub(crate) const EARLIER_REPLACED: &str = "换成新的：换了负责人或换了设备";
pub(crate) const EARLIER_REVOKED: &str = "作废：遗失、泄露或被他人用过";
pub(crate) const EARLIER_STAYS: &str = "两把都在用";
/// A question without an answer.
pub(crate) fn unanswered(question: &RegisterQuestion) -> &'static str {
    match question {
        RegisterQuestion::NotListed => "请先核对代码和名称，是应报的企业就勾选加入名单；不是的，不要登记。",
        RegisterQuestion::OtherName { .. } => "请选名单里以后叫什么。",
        RegisterQuestion::KeyInUse { .. } => "请选在用的那一把怎么办；选作废的要写原因。",
    }
}

/// The key of a registration is registered.
pub(crate) const REGISTERED: &str = "已登记";
/// Said in place of the form.
pub(crate) const REGISTERED_BEFORE: &str = "这把密钥已经登记，不用再抄数字。";

/// Heading of the queue.
pub(crate) fn heading(registered: usize, all: usize) -> String {
    format!("登记密钥 {registered}/{all}")
}
/// Says how many registrations are left.
pub(crate) fn left(waiting: usize, refused: usize) -> String {
    let waiting = match waiting {
        0 => "都登记好了。".to_owned(),
        waiting => format!("还剩 {waiting} 份登记文件没有登记。把盖章的登记表放在手边，不用按顺序。"),
    };
    let refused = if refused == 0 { String::new() } else { format!("{refused} 份不能登记，原因见下面。") };
    format!("{waiting}{refused}")
}
/// Opens the first.
pub(crate) const BEGIN: &str = "逐份登记";
/// Goes to the next without registering this one.
pub(crate) const SKIP: &str = "先放一放，下一份";
/// A row that waits.
pub(crate) const WAITING: &str = "待登记";
/// Opens a row.
pub(crate) const OPEN_ROW: &str = "登记";
pub(crate) fn open_row(name: &str) -> String {
    format!("登记 {name}")
}
/// Rows that are not named.
pub(crate) fn more_rows(count: usize) -> String {
    format!("……还有 {count} 份，登记到了自动出来")
}
/// Rows that are done.
pub(crate) fn done(count: usize) -> String {
    format!("已登记 {count} 份")
}
/// Enterprises that are not on the list.
pub(crate) fn unlisted(count: usize) -> String {
    format!("{count} 家不在名单里，可以看过以后一次加入")
}
pub(crate) const UNLISTED_WHAT: &str =
    "下面是登记文件自称的名称和代码。请看有没有不归本辖区的、名称不对的；加入名单只是以后要点名，不等于登记密钥。";
pub(crate) fn add_unlisted(count: usize) -> String {
    format!("把这 {count} 家加入名单")
}
