//! Verdicts and what stands beside them.

use anziping_core::month::draft::NoPrevious;
use anziping_core::office::desk::{MandateGap, Mismatch, Remark, Verdict};
use anziping_core::office::receipt_note::note;
use anziping_core::signer::{Mandate, Role};
use anziping_core::value::visible::first_difference;

use crate::words::common;

pub(crate) fn verdict(verdict: &Verdict) -> &'static str {
    of_code(verdict.code())
}

/// A verdict by its code.
pub(crate) fn of_code(code: &str) -> &'static str {
    match code {
        "trusted" => "签名有效·密钥已登记",
        "unregistered" => "完整，密钥未登记",
        "mismatched" => "密钥、身份或授权对不上",
        "rejected" => "校验失败",
        "duplicate" => "重复",
        "superseded" => "旧版本",
        "forked" => "同期两份不同内容",
        "demo" => "演示数据",
        _ => "不是报告",
    }
}

/// Explains a verdict; empty where the words say it all.
///
/// `others` names the file that a duplicate repeats, and those that contradict one.
pub(crate) fn explanation(verdict: &Verdict, others: &[String]) -> String {
    match verdict {
        Verdict::Trusted | Verdict::Rejected | Verdict::NotAReport => String::new(),
        Verdict::Unregistered => {
            "签名有效、内容没有改过，但不知道是谁的密钥。请企业交来盖章的纸质登记表，核对 30 位登记数字后登记。".into()
        }
        Verdict::Mismatched { what } => mismatch(what),
        Verdict::Duplicate { .. } => format!("和{}内容相同，只算一份。", quoted(others)),
        Verdict::Superseded { .. } => "同一企业同一月份已有更新的版本，以新版为准。".into(),
        Verdict::Forked { .. } => {
            let other =
                if others.is_empty() { "以前已记为已收".to_owned() } else { format!("是{}", quoted(others)) };
            format!(
                "同一企业、同一月份、同一版本号，有两份内容不同的报告，两份签名都有效，另一份{other}。请问企业以哪一份为准，并让其更正后重新签名。"
            )
        }
        Verdict::Demo => "试用时的虚构内容，不能作为报告收下，也不能登记其密钥。".into(),
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join("、")
}

fn mismatch(what: &Mismatch) -> String {
    match what {
        Mismatch::AnotherKey => {
            "这家企业登记的是另一把密钥。可能换了新密钥没有来登记，也可能不是本人签的。请电话核实；确是换了密钥，凭新的纸质登记表登记。"
                .into()
        }
        Mismatch::Revoked { on, reason } => {
            format!("这把密钥已于{}作废（{reason}）。作废以后收到的一律不算，请企业用新密钥重新签名。", common::day(*on))
        }
        Mismatch::Replaced { on } => format!("这把密钥已于{}换成新的，请企业用新密钥重新签名。", common::day(*on)),
        Mismatch::Role { registered } => format!("这把密钥登记的身份是{}，与本次签名的身份不同。", role(*registered)),
        Mismatch::Holder { registered } => format!("这把密钥登记在“{registered}”名下，签名的姓名不同。换了人要用自己的密钥，另行登记。"),
        Mismatch::Mandate { from, until, gap } => {
            let lacking = match gap {
                MandateGap::Period => "报告的月份不在其中".to_owned(),
                MandateGap::Receipt { on } => format!("收到这份报告的日期（{}）不在其中", common::day(*on)),
            };
            format!(
                "受托人的授权委托只从{}到{}，{lacking}。请企业续办委托书，或由负责人重新签名。文件里写的签名时间不作数。",
                common::day(*from),
                common::day(*until)
            )
        }
        Mismatch::MandateUncompared { from, until } => format!(
            "登记册里这把密钥是受托人的（{}到{}），但授权委托没有在本机凭纸质登记表核对过。请让企业交来盖章的登记表和登记文件，核对 30 位后登记。",
            common::day(*from),
            common::day(*until)
        ),
        Mismatch::DeputyOverrules => {
            "这是受托人签的，算数就会取代负责人本人签的、或者不是这位受托人签的那一份。请先打电话问负责人本人；确实以这一份为准的，再单独收下。"
                .into()
        }
        Mismatch::Enterprise { registered } => format!("这把密钥登记在“{registered}”名下，不是文件里写的企业。请向两家核实。"),
    }
}

/// Returns whether the office can give its word for a deputy's report.
pub(crate) fn awaits_word(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Mismatched { what: Mismatch::DeputyOverrules })
}

/// Says from when to when somebody is a deputy, and whose.
pub(crate) fn mandate(mandate: &Mandate) -> String {
    let long = if mandate.is_long() { "（超过一年，请问清）" } else { "" };
    format!("代 {}，{}到{}{long}", mandate.principal, common::day(mandate.from), common::day(mandate.until))
}

/// Somebody who signs under a power of attorney.
pub(crate) const DEPUTY: &str = "受托人";

/// Names the role in which somebody signs.
pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::Principal => "主要负责人",
        Role::Preparer => "编制人",
        Role::Office => "街道",
    }
}

pub(crate) const RECEIPT: &str = "这是街道出具的回执，不是报告。回执由企业在自评页面里导入。";
pub(crate) const RETURN: &str = "这是街道的退回，不是报告。退回由企业在自评页面里导入。";
pub(crate) const REGISTRY: &str =
    "这是街道签过名的登记册，不是报告。要并入本机登记册，请在“企业和密钥登记”里选“并入同事的登记册”。";

pub(crate) const REGISTRATION: &str = "这是密钥登记文件。收到盖章的纸质登记表后，核对 30 位登记数字即可登记。";
/// A registration of invented data.
pub(crate) const REGISTRATION_DEMO: &str = "这是演示用的密钥登记文件，不能登记。";

/// Two names; where they may look alike, the first characters that differ with their numbers.
fn name_differs(registered: &str, stated: &str) -> String {
    let at = first_difference(registered, stated).map(|(at, ours, theirs)| {
        let [ours_at, theirs_at] = [ours, theirs].map(u32::from);
        format!("（第 {at} 个字：登记的是“{ours}”U+{ours_at:04X}，文件里是“{theirs}”U+{theirs_at:04X}）")
    });
    format!("企业名称与登记的“{registered}”不同，文件里是“{stated}”{}", at.unwrap_or_default())
}

/// Tells how grave a remark is: `warn` asks for a question, `info` only informs.
pub(crate) fn remark_tone(remark: &Remark) -> &'static str {
    match remark {
        Remark::Deputy { mandate, .. } if mandate.is_long() => "warn",
        Remark::HazardsGone { major: 1.., .. } | Remark::NoLongerMajor { .. } => "bad",
        Remark::SameName { .. } => "warn",
        _ if note(remark).is_some() => "warn",
        _ => "info",
    }
}

/// A remark: what the receipt would say, or what only concerns the desk.
pub(crate) fn remark(remark: &Remark) -> String {
    match remark {
        Remark::FiguresDiffer(count) => format!("{count} 处数字和重新计算的对不上，见详情"),
        Remark::UnknownCatalogue => {
            "用的检查表本机没有，没有重新计算。上级或行业发布的，请在“企业和密钥登记”页导入同一份文件；程序自带的，请更新程序后再核".into()
        }
        Remark::NotTheFirst => "自称首次报送，但这里已有它更早月份的报告".into(),
        Remark::UnknownMembers(count) => format!("有 {count} 个本程序不认识的字段，可能由更新的程序填报"),
        Remark::PreviousNotHere { period } => {
            format!("它接在{}的报告之后，那一份不在本页，也没有记为已收", common::period(*period))
        }
        Remark::NoPrevious(NoPrevious::First) => "首次报送".into(),
        Remark::NoPrevious(NoPrevious::Lost) => "没有接上月：企业说上月文件丢失".into(),
        Remark::NoPrevious(NoPrevious::NewDevice) => "没有接上月：企业说换了设备".into(),
        Remark::OtherStatement => "签名时的声明不是规定的那一句，全文见上，请看过再收".into(),
        Remark::DueDiffers { stated, due } => format!(
            "报告里写的期限是{}，本街道的是{}（在“企业和密钥登记”页设），逾期按本街道的算",
            common::day(*stated),
            common::day(*due)
        ),
        Remark::WrongMonth { expected } => format!("不是核对的月份（{}）", common::period(*expected)),
        Remark::SameName { registered } => {
            format!("登记册里有同名或名称很像的企业，代码不同：{registered}。请核实是不是同一家、代码有没有写错")
        }
        Remark::NameDiffers { registered, stated } => name_differs(registered, stated),
        Remark::CorrectedNotHere => "这是更正版，被更正的那一份不在本页，也没有记为已收".into(),
        Remark::Deputy { name, mandate: given } => format!("受托人 {name} 签名，{}", mandate(given)),
        _ => note(remark).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fork_names_the_other_file_or_that_it_was_taken_in() {
        let forked = Verdict::Forked { with: Vec::new() };
        assert!(explanation(&forked, &["甲厂 (1).json".into()]).contains("另一份是“甲厂 (1).json”"));
        assert!(explanation(&forked, &[]).contains("另一份以前已记为已收"));
    }
}
