//! Words for the life of a key: whose it is, changing it, taking it out of use, losing it.

use anziping_core::record::Retired;
use anziping_core::signer::{Cause, Role};

/// The question about the key's holder.
pub(crate) const HOLDER: &str = "这是谁的密钥";
pub(crate) const HOLDER_HINT: &str = "一人一把，不要几个人共用一把";
/// Kinds of holders.
pub(crate) const HOLDERS: [(&str, &str); 3] = [
    (Role::Principal.code(), "主要负责人（在报告上签字的人）"),
    (Role::Preparer.code(), "填报人（安全员），和负责人一起签"),
    ("deputy", "受托人，负责人不在时凭委托书代签"),
];
/// The purpose of a power of attorney.
pub(crate) const MANDATE_WHAT: &str = "负责人写一张盖章的授权委托书，连同登记表交街道。报告的月份要在委托期里，街道也要在委托期内收到，才算数；委托快到期时请早些交。";
pub(crate) const MANDATE_FROM: &str = "委托从哪天起";
pub(crate) const MANDATE_UNTIL: &str = "委托到哪天止";
/// A day is missing.
pub(crate) const DAY_MISSING: &str = "请填日期，例如 2026-11-21。";
/// The last day is before the first.
pub(crate) const ENDS_FIRST: &str = "结束日期早于开始日期，请改正。";

/// Names the role in which the holder signs, in short.
pub(crate) fn role(role: Role, deputy: bool) -> &'static str {
    match role {
        _ if deputy => "受托人",
        Role::Preparer => "填报人",
        Role::Principal | Role::Office => "主要负责人",
    }
}

/// Heading of the keys where the month cannot be signed now.
pub(crate) const KEEPING: &str = "密钥";
/// Heading of the section.
pub(crate) const LIFE: &str = "换密钥、停用密钥、密钥丢了怎么办";
/// The events in the life of a key, with one sentence about each.
pub(crate) const SENTENCES: [(&str, &str); 5] = [
    ("换一把新的", "先生成新密钥，再用新旧两把一起签一张更换声明交街道，街道确认后就用新的，不必再跑一趟盖章。"),
    ("停用", "不想让某把密钥再算数时，签一张停用声明交街道；以前报的仍然有效。"),
    ("丢了或忘了口令", "口令找不回来；请打电话让街道停用旧密钥，再生成一把新的，重新盖章登记。"),
    ("换一台设备", "把备份文件拿到新设备上导入，输入原来的口令，还是同一把密钥，不用重新登记。"),
    ("负责人不在", "给受托人单独生成一把密钥，凭盖章的授权委托书登记，不要把自己的口令告诉别人。"),
];

pub(crate) const CHANGE: &str = "更换这把密钥";
/// Needs another key first.
pub(crate) const CHANGE_NEEDS: &str = "请先用“再生成一个密钥”给同一个人生成新密钥，保存并核对备份，再回到这里。";
/// A deputy's key is not changed but registered anew.
pub(crate) const CHANGE_DEPUTY: &str = "受托人的密钥和授权委托是一起登记的，不能用声明更换。要换密钥，请生成新密钥，打印新的登记表盖章，连同授权委托书交街道重新登记。";
pub(crate) const CHANGE_WHAT: &str =
    "新旧两把密钥都要签，证明换密钥的是同一个人。签好后把更换声明发给街道，街道确认前请先不要用新密钥报送。";
/// Which one takes its place.
pub(crate) const NEW_KEY: &str = "换成哪一把";
/// Passphrase of the old key.
pub(crate) const OLD_PASSPHRASE: &str = "旧密钥的口令";
/// Passphrase of the new key.
pub(crate) const NEW_PASSPHRASE: &str = "新密钥的口令";
pub(crate) const CHANGE_BUTTON: &str = "签更换声明";
pub(crate) const SIGNING: &str = "正在签名，要几秒钟…";
/// Either passphrase may be wrong.
pub(crate) const ONE_WRONG: &str = "两个口令里至少有一个不对，没有签。请核对后再试。";

/// Takes a key out of use.
pub(crate) const REVOKE: &str = "停用这把密钥";
pub(crate) const REVOKE_WHAT: &str = "街道确认以后，用这把密钥新签的报告一律不算数，也不能再恢复。";
pub(crate) const CAUSE: &str = "为什么停用";
pub(crate) const REVOKE_BY: &str = "用哪把密钥签停用声明";
pub(crate) const REVOKE_BUTTON: &str = "签停用声明";

pub(crate) const fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::Lost => "设备或备份遗失",
        Cause::Leaked => "口令泄露或被他人使用",
        Cause::Left => "签名人离职或不再负责",
        Cause::Unused => "不再使用",
    }
}

/// The document is ready.
pub(crate) const READY: &str = "声明已签好。请导出后发给街道安管办：";
/// The key signs nothing more here.
pub(crate) const RETIRED: &str = "这把密钥在本机已不再用来签名。";
/// Said with the way back.
pub(crate) fn retired_said(name: &str) -> String {
    format!("{name} 的旧密钥在本机已停止使用。")
}
/// Tag of a key that is out of use.
pub(crate) const fn retired(retired: Retired) -> &'static str {
    match retired {
        Retired::Replaced => "已更换",
        Retired::Revoked => "已停用",
    }
}

/// The preparer signs too.
pub(crate) const COSIGN: &str = "填报人一起签名（可以不签）";
/// Says what signing together means.
pub(crate) fn cosign_what(name: &str) -> String {
    format!("填报人 {name} 在本机有密钥；输入其口令就一起签，留空就只由负责人签。")
}
/// Passphrase of the preparer.
pub(crate) const COSIGN_PASSPHRASE: &str = "填报人的口令";

/// Name of a file with a change of key.
pub(crate) fn rotation_name(uscc: &str) -> String {
    format!("{uscc}-更换密钥.rotation.json")
}
/// Name of a file with a revocation.
pub(crate) fn revocation_name(uscc: &str) -> String {
    format!("{uscc}-停用密钥.revocation.json")
}
