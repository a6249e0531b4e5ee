//! Words of the photographs.

use anziping_core::hazard::{PHOTOS_EACH, PhotoOf};
use anziping_core::value::day::Day;

use crate::platform::files::FileFault;
use crate::platform::image::PictureFault;
use crate::platform::journal::JournalFault;
use crate::store::photos::{AlbumSize, PhotoFault};

/// Heading.
pub(crate) const TITLE: &str = "照片";
/// Below it.
pub(crate) const HINT: &str = "从相册选或直接拍。照片在本机缩小到 200 kB 以内，拍摄位置等信息随之去掉；签名文件里只写照片的哈希，照片本身不上传。";
/// The picture was taken on another device.
pub(crate) const ELSEWHERE: &str = "照片不在本机。把导出过的这张照片再选一次就能放回来。";
/// Takes a picture out.
pub(crate) const DROP: &str = "去掉这张";
/// Said after it.
pub(crate) const DROPPED: &str = "已去掉一张照片";
/// Saves all pictures.
pub(crate) const EXPORT: &str = "导出照片";

/// What it shows.
pub(crate) fn of(of: PhotoOf) -> &'static str {
    match of {
        PhotoOf::Before => "整改前",
        PhotoOf::After => "整改后",
    }
}

/// Button.
pub(crate) fn add(of: PhotoOf) -> &'static str {
    match of {
        PhotoOf::Before => "加整改前照片",
        PhotoOf::After => "加整改后照片",
    }
}

/// Public hook of the button.
pub(crate) fn add_action(of: PhotoOf) -> &'static str {
    match of {
        PhotoOf::Before => "add-photo-before",
        PhotoOf::After => "add-photo-after",
    }
}

/// For those who do not see the picture.
pub(crate) fn alt(of_what: PhotoOf, on: Day) -> String {
    format!("{}照片，{}加入", of(of_what), super::common::day(on))
}

/// Below a picture: day and the beginning of its hash.
pub(crate) fn caption(on: Day, hash: &str) -> String {
    format!("{} · {}…", super::common::short_day(on), hash.get(..8).unwrap_or(hash))
}

/// The picture is there and cannot be shown.
pub(crate) fn not_shown(reason: &str) -> String {
    format!("照片显示不出来（{reason}），请刷新页面再试。")
}

/// What the album holds of what it may.
pub(crate) fn room(room: AlbumSize, most: u64) -> String {
    format!(
        "本机共有照片 {} 张，占 {}，上限 {}。备份文件不含照片，要另存请在台账页点“{EXPORT}”。",
        room.pictures,
        super::common::bytes(room.bytes),
        super::common::bytes(most)
    )
}

/// The album cannot be opened.
pub(crate) fn no_album(fault: &JournalFault) -> String {
    format!("{}台账文字不受影响。", journal(fault))
}

fn journal(fault: &JournalFault) -> String {
    match fault {
        JournalFault::Full => "浏览器的空间满了，照片没有存下。请先导出照片和备份，再清理空间。".into(),
        JournalFault::Absent | JournalFault::Refused(_) => {
            "这个浏览器不让存照片（可能是无痕窗口或禁用了网站数据）。".into()
        }
        JournalFault::Blocked | JournalFault::Newer => "别的标签页开着另一个版本，请关掉其他标签页再试。".into(),
        JournalFault::Closed
        | JournalFault::NoAnswer
        | JournalFault::Halted
        | JournalFault::Overtaken
        | JournalFault::Failed(_) => "照片没有存下，请刷新页面再试。".into(),
    }
}

/// The dialog was refused.
pub(crate) fn not_picked(fault: &FileFault) -> String {
    super::settings::file_fault(fault)
}

/// A photograph was not taken in.
pub(crate) fn fault(name: &str, fault: &PhotoFault) -> String {
    let why = match fault {
        PhotoFault::Picture(PictureFault::Heic) => {
            "是 HEIC 格式，这个浏览器打不开。请在手机“设置 → 相机 → 格式”里选“兼容性最佳”后重拍，或先发给自己转成 JPG。"
                .to_owned()
        }
        PhotoFault::Picture(PictureFault::Drawing) => "是画出来的图（SVG），不是照片。请选 JPG 或 PNG 照片。".into(),
        PhotoFault::Picture(PictureFault::TooManyPixels(width, height)) => {
            format!("有 {width} × {height} 个像素，浏览器打不开这么大的图。请选相机拍的原图，或先缩小再选。")
        }
        PhotoFault::Picture(PictureFault::Undecodable) => "不是照片，或者文件已损坏，请换一张。".into(),
        PhotoFault::Picture(PictureFault::File(FileFault::TooLarge { size, limit })) => {
            format!(
                "有 {}，超过 {}，没有打开。请选照片，不要选录像。",
                super::common::bytes(*size),
                super::common::bytes(*limit)
            )
        }
        PhotoFault::Picture(PictureFault::File(_)) => "读不出来，可能已被移动，请重新选一次。".into(),
        PhotoFault::Picture(PictureFault::TooDetailed) => "缩不到 200 kB，请换一张或裁剪后再选。".into(),
        PhotoFault::Picture(PictureFault::Refused(reason)) => {
            format!("浏览器处理不了（{reason}），请关掉其他页面再试。")
        }
        PhotoFault::Journal(fault) => journal(fault),
        PhotoFault::Full => "没有存下：本机照片已到上限。请先导出照片，再去掉不用的。".into(),
        PhotoFault::Enough => format!("没有加：整改前、整改后各最多 {PHOTOS_EACH} 张。"),
    };
    format!("{name}：{why}")
}

/// Name of a picture in the exported file.
pub(crate) fn file_name(hazard: &str, of_what: PhotoOf, number: usize, hash: &str) -> String {
    format!("{hazard}-{}-{number}-{}.jpg", of(of_what), hash.get(..12).unwrap_or(hash))
}

/// Name of the exported file.
pub(crate) fn archive_name(period: &str) -> String {
    format!("安自评-隐患照片-{period}.zip")
}

/// Said after exporting.
pub(crate) fn exported(name: &str, pictures: usize, missing: usize) -> String {
    match missing {
        0 => format!("已导出 {pictures} 张照片：{name}"),
        _ => format!("已导出 {pictures} 张照片：{name}；另有 {missing} 张不在本机，没有导出。"),
    }
}
