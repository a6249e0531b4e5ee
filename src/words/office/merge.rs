//! Words for handing a registry to a colleague and taking one over.

use anziping_core::registry::RegisteredKey;
use anziping_core::registry::merge::MergeStep;
use anziping_core::value::day::Day;

/// Signs the registry for a colleague.
pub(crate) const SHARE: &str = "导出签过名的登记册（给同事）";
/// The purpose of sharing the registry.
pub(crate) const SHARE_WHAT: &str =
    "同事的核验台可以把它并进自己的登记册，不必每家企业再核一遍纸质表；他们会先核对街道密钥的 30 位数字。";
/// Signs and saves it.
pub(crate) const SHARE_BUTTON: &str = "签名并保存";
/// Name of the file.
pub(crate) fn file_name(today: Day) -> String {
    format!("登记册-{today}.registry.json")
}

/// Takes a colleague's registry over.
pub(crate) const MERGE: &str = "并入同事的登记册";
/// The effect of taking over a colleague's registry.
pub(crate) const MERGE_WHAT: &str =
    "只增加本机没有的企业和密钥，只停用同事已停用的；作废过的密钥不会恢复。先看清单，再决定。";
/// A remark on what does not come with it, shown where it is taken over.
pub(crate) const WITHOUT_ACCEPTED: &str = "并进来的只有企业和密钥；同事的“已收”和核验结果不会一起过来。要整个接手，请同事备份登记册和核验结果，到本机“从备份恢复”，那样会换掉本机的登记册。";
pub(crate) const NOT_A_REGISTRY: &str = "这不是签过名的登记册。请让同事用“导出签过名的登记册”重新导出。";
/// Says whose registry it is, and how to make sure.
pub(crate) fn compare(office: &str) -> String {
    format!("文件里写的是“{office}”。请打电话核对对方街道密钥的 30 位数字，一致才并入：")
}
/// Counts what would be taken over.
pub(crate) fn to_take(count: usize) -> String {
    format!("将有 {count} 处变化：")
}
pub(crate) const NOTHING_NEW: &str = "没有本机登记册里还没有的内容。";
/// Counts what would stay.
pub(crate) fn conflicts(count: usize) -> String {
    format!("有 {count} 处两边不一致，本机的不会改，请向企业或同事核实：")
}
/// Takes it over.
pub(crate) const APPLY: &str = "数字已核对，并入";
pub(crate) const CANCEL: &str = "不并入";
pub(crate) fn merged(count: usize, office: &str) -> String {
    format!("已并入“{office}”的登记册，{count} 处变化。")
}

fn key(key: &RegisteredKey) -> String {
    let deputy = key.mandate.as_ref().map(|given| format!("，受托人{}", super::verdict::mandate(given)));
    format!("{}{}（{}）", key.name, deputy.unwrap_or_default(), key.fingerprint)
}

pub(crate) fn step(step: &MergeStep) -> String {
    match step {
        MergeStep::NewEnterprise { uscc, name } => format!("加入企业 {name}（{uscc}）"),
        MergeStep::NewKey { name, key: new, .. } => {
            let deputy = if new.mandate.is_some() {
                "；受托人的要在本机凭纸质表再核对一遍才算数"
            } else {
                ""
            };
            format!("登记 {name} 的密钥：{}，{}{deputy}", key(new), super::registry::status(&new.status))
        }
        MergeStep::OutOfUse { name, key: old } => {
            format!("停用 {name} 的密钥：{}，{}", key(old), super::registry::status(&old.status))
        }
        MergeStep::StaysOutOfUse { name, key: old } => format!("{name} 的密钥 {} 在本机已停用，对方还在用", key(old)),
        MergeStep::OtherName { uscc, ours, theirs } => format!("{uscc} 在本机叫“{ours}”，对方叫“{theirs}”"),
        MergeStep::OtherOwner { key: theirs_key, ours, theirs } => {
            format!("密钥 {} 在本机登记在“{ours}”名下，对方登记在“{theirs}”名下", key(theirs_key))
        }
        MergeStep::OtherHolder { name, ours, theirs } => {
            format!("{name} 的密钥在本机是 {}，对方是 {}", key(ours), key(theirs))
        }
    }
}
