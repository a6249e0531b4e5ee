//! Words about the page as one file.

use super::common;
use crate::platform::single_file::NoSingleFile;

/// Heading on both apps.
pub(crate) const TITLE: &str = "离线版（一个文件）";
/// What it is for, and what does not come along.
pub(crate) const WHY: &str = "本页可以存成一个文件，拷到不能上网的电脑，双击就能打开，不用安装。已填的内容不在文件里，用备份带过去；\
                              文件换了位置，浏览器会当成另一处，也要用备份带过去。";
/// What the enterprise's file is called.
pub(crate) const ENTERPRISE: &str = "安自评.html";
/// What the office's file is called.
pub(crate) const DESK: &str = "街道核验.html";
pub(crate) const TAKE: &str = "下载离线版";
/// The version of the program in the file, and the size.
pub(crate) const VERSION: &str = "版本";
/// The hash of the file.
pub(crate) const DIGEST: &str = "校验值（SHA-256）";
/// What the hash is for.
pub(crate) const COMPARE: &str =
    "文件转了几道手、不放心时，把它的校验值与这里或发布单位公布的比一比，一样就没有被改过。";

/// The browser did not take the file.
pub(crate) const NOT_SAVED: &str = "浏览器不让保存文件，请换一个浏览器打开本页再下载。";

/// The browser was told to save; whether it did, no browser tells.
pub(crate) fn handed(name: &str) -> String {
    format!("“{name}”已交给浏览器，请到下载里看一眼。")
}

/// How large the file is.
pub(crate) fn size(bytes: usize) -> String {
    format!("（{}）", common::bytes(u64::try_from(bytes).unwrap_or(u64::MAX)))
}

/// Why there is no file, and what to do.
pub(crate) fn not_had(reason: NoSingleFile) -> &'static str {
    match reason {
        NoSingleFile::NotReached => "现在连不上网站，连上网络后再按一次。",
        NoSingleFile::NotOffered => {
            "网站没有给出离线版：可能要先登录网络，或网站没有放这个文件。请换个网络再试，或问提供本网页的人。"
        }
    }
}
