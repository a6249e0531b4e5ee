//! Words for a signed change or revocation of a key.

use anziping_core::registry::key_change::{ChangeFault, KeyChange};
use anziping_core::signer::Cause;

/// A change of key.
pub(crate) const ROTATION: &str =
    "这是密钥更换声明：企业用新旧两把密钥一起签的，说明换密钥的是同一个人，不需要新的纸质登记表。";
pub(crate) const REVOCATION: &str = "这是密钥停用声明：企业要求某把密钥从现在起不再算数。";

/// Says what a confirmation would do.
pub(crate) fn what(change: &KeyChange, enterprise: &str, holder: &str, digits: &str) -> String {
    match change {
        KeyChange::Rotation { new, .. } => {
            format!("确认后，{enterprise} {holder} 的密钥（{digits}）换成新密钥（{}）。", new.fingerprint())
        }
        KeyChange::Revocation { cause, .. } => {
            format!(
                "确认后，{enterprise} {holder} 的密钥（{digits}）作废，原因：{}。以后用它签的一律不通过，已收的不受影响。",
                reason(*cause)
            )
        }
    }
}

pub(crate) const fn confirm(change: &KeyChange) -> &'static str {
    match change {
        KeyChange::Rotation { .. } => "确认更换",
        KeyChange::Revocation { .. } => "确认停用",
    }
}

pub(crate) fn done(change: &KeyChange, holder: &str) -> String {
    match change {
        KeyChange::Rotation { .. } => format!("已为 {holder} 换成新密钥。"),
        KeyChange::Revocation { .. } => format!("已停用 {holder} 的密钥。"),
    }
}

/// Says on whose word alone a revocation rests.
pub(crate) fn word_of(by: &str, holder: &str) -> String {
    format!(
        "签这份停用声明的是 {by}，不是密钥的持有人 {holder} 本人，也不是有权单独停用它的负责人。请先打电话问 {holder} 本人。"
    )
}
/// The tick without which it is not confirmed.
pub(crate) fn was_asked(holder: &str) -> String {
    format!("已向 {holder} 本人核实，同意停用")
}

/// A cause in the words of the registry.
pub(crate) const fn reason(cause: Cause) -> &'static str {
    crate::words::keys::cause(cause)
}

/// Says why it cannot be confirmed.
pub(crate) fn fault(fault: &ChangeFault) -> String {
    match fault {
        ChangeFault::NothingToChange => "文件里没有可以确认的更换或停用。".into(),
        ChangeFault::Demo => "这是演示用的声明，不能确认。".into(),
        ChangeFault::NotRegistered => "要更换或停用的密钥没有登记过，不用确认；新密钥请凭盖章的纸质登记表登记。".into(),
        ChangeFault::OutOfUse => "这把密钥已经更换或停用，不用再确认。".into(),
        ChangeFault::Enterprise { registered } => {
            format!("这把密钥登记在“{registered}”名下，不是文件里写的企业，没有改动。请向两家核实。")
        }
        ChangeFault::Holder { registered } => {
            format!("这把密钥登记的是“{registered}”，与声明里的人或身份不同，没有改动。换了人要凭纸质登记表另行登记。")
        }
        ChangeFault::OfDeputy => {
            "这是受托人的密钥。受托人换密钥要连授权委托书一起凭盖章的纸质登记表重新登记，没有改动。".into()
        }
        ChangeFault::Unasked { by } => format!("只有 {by} 一个人的声明，没有改动。请先向密钥的持有人核实。"),
        ChangeFault::NewKeyKnown => "新密钥已经在登记册里，不用再确认。".into(),
        ChangeFault::NotEntitled => {
            "签停用声明的既不是这把密钥本身，也不是企业主要负责人的在用密钥（受托人的要在委托期内），没有改动。请打电话向企业核实。"
                .into()
        }
    }
}
