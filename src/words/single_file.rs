//! Words about the page as one file.

use super::common;
use crate::platform::single_file::{self, NoSingleFile};

/// Heading on both apps.
pub(crate) const TITLE: &str = "离线版（一个文件）";
/// The purpose of the file, and what does not come along.
pub(crate) const WHY: &str = "本页可以存成一个文件（不到 3 MB），拷到不能上网的电脑，双击就能打开，不用安装。已填的内容不在文件里，用备份带过去；\
                              文件换了位置，浏览器会当成另一处，也要用备份带过去。";
/// Where the drafts of the file lie, and when it opens empty.
pub(crate) const HERE: &str = "这是离线版：填的内容存在这台电脑的这个浏览器里，不在文件里。文件换了文件夹、U 盘换了盘符、换一个浏览器或一台电脑，打开就是空的，要用备份带过去；借别人的电脑填，内容也留在那台电脑上。";
/// How a newer file takes the place of this one.
pub(crate) const HERE_UPDATE: &str = "换新版：先备份，再用新文件替换旧文件。位置和文件名都不变，填的内容就还在。";
/// A warning of other files: browsers have one store for all files of a computer.
pub(crate) const HERE_NEIGHBOURS: &str = "在这台电脑上双击打开的其他网页文件（.html），也能读到、改动这里的内容：来历不明的网页文件不要打开。多台电脑用的，放到网站上更安全。";
/// The name of the enterprise's file.
pub(crate) const ENTERPRISE: &str = "安自评.html";
/// The name of the office's file.
pub(crate) const DESK: &str = "街道核验.html";
pub(crate) const TAKE: &str = "下载离线版";
/// The version of the program in the file, and the size.
pub(crate) const VERSION: &str = "版本";
/// The hash of the file.
pub(crate) const DIGEST: &str = "校验值（SHA-256）";
/// Says what the hash is for, and how Windows tells it without another program.
pub(crate) fn compare(name: &str) -> String {
    format!(
        "文件转了几道手、不放心时，把它的校验值与这里或发布单位公布的比一比，一样就没有被改过。算校验值：在文件所在的文件夹里，点一下地址栏，输入 cmd 按回车，再输入 certutil -hashfile {name} SHA256 按回车。"
    )
}

/// The browser did not take the file.
pub(crate) const NOT_SAVED: &str = "浏览器不让保存文件，请换一个浏览器打开本页再下载。";

/// The browser was told to save; whether it did, no browser tells.
pub(crate) fn handed(name: &str) -> String {
    format!("“{name}”已交给浏览器，请到下载里看一眼。")
}

/// Says how this page becomes that of a newer program.
pub(crate) fn update() -> &'static str {
    if single_file::is_this() {
        "换成新版的离线版文件，放在原来的位置"
    } else {
        "联网刷新页面，更新程序"
    }
}

/// Says how large the file is.
pub(crate) fn size(bytes: usize) -> String {
    format!("（{}）", common::bytes(u64::try_from(bytes).unwrap_or(u64::MAX)))
}

/// Says why there is no file, and what to do.
pub(crate) fn not_had(reason: NoSingleFile) -> &'static str {
    match reason {
        NoSingleFile::NotReached => "现在连不上网站，连上网络后再按一次。",
        NoSingleFile::NotOffered => {
            "网站没有给出离线版：可能要先登录网络，或网站没有放这个文件。请换个网络再试，或问提供本网页的人。"
        }
    }
}
