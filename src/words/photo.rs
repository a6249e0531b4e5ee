//! Words of the photographs.

use anziping_core::hazard::{PHOTOS_EACH, PhotoOf};
use anziping_core::value::day::Day;

use crate::platform::files::FileFault;
use crate::platform::image::PictureFault;
use crate::platform::journal::JournalFault;
use crate::store::photo_archive::GivenBack;
use crate::store::photos::{AlbumSize, PhotoFault};

pub(crate) const TITLE: &str = "照片";
pub(crate) const HINT: &str = "照片在本机缩小到 200 kB 以内，拍摄位置等信息随之去掉；签名文件里只写每张照片的校验值（认得出是不是原来那张），照片本身不上传。照片在本机只有一份，浏览器腾空间时会一起清掉：请备份时带上照片，或导出照片另存。";
/// The picture was taken on another device.
pub(crate) const ELSEWHERE: &str =
    "照片不在本机。有导出过的这张照片，点下面的按钮选它；导出的是整包，在台账页点“放回照片”。";
/// Puts one picture back.
pub(crate) const PUT_BACK: &str = "选这张照片放回来";
/// Says that it is another photograph.
pub(crate) fn another(name: &str) -> String {
    format!("“{name}”不是这张照片，没有放。请选从本程序导出的那一张，改过、转发压缩过的都不是。")
}
/// Takes a picture out.
pub(crate) const DROP: &str = "去掉这张";
pub(crate) const DROPPED: &str = "已去掉一张照片";
pub(crate) const EXPORT: &str = "导出照片";

/// Names what a photograph shows.
pub(crate) fn of(of: PhotoOf) -> &'static str {
    match of {
        PhotoOf::Before => "整改前",
        PhotoOf::After => "整改后",
    }
}

pub(crate) fn add(of: PhotoOf) -> &'static str {
    match of {
        PhotoOf::Before => "从相册选整改前照片",
        PhotoOf::After => "从相册选整改后照片",
    }
}

/// Button that opens the camera.
pub(crate) fn take(of: PhotoOf) -> &'static str {
    match of {
        PhotoOf::Before => "拍整改前照片",
        PhotoOf::After => "拍整改后照片",
    }
}

/// Public hook of the button that opens the camera.
pub(crate) fn take_action(of: PhotoOf) -> &'static str {
    match of {
        PhotoOf::Before => "take-photo-before",
        PhotoOf::After => "take-photo-after",
    }
}

/// The page was ended while the camera was open.
pub(crate) const NOT_TAKEN: &str =
    "刚才的照片没有取到：手机内存不够，页面重新打开了。填的内容都在；照片如果拍了就在相册里，请从相册选。";

/// Gives photographs back from a file.
pub(crate) const GIVE_BACK: &str = "放回照片";
/// Says what came of putting photographs back.
pub(crate) fn given_back(given: GivenBack) -> String {
    let put = match given.put {
        0 => "没有要放回的：文件里的照片本机都有，或者台账里没有用到。".to_owned(),
        put => format!("已放回 {put} 张照片。"),
    };
    match given.unknown {
        0 => put,
        unknown => format!("{put}另有 {unknown} 个文件不是台账里的照片，没有放。"),
    }
}
/// While it is done.
pub(crate) fn giving_back(done: usize, count: usize) -> String {
    format!("正在放回照片（{done} / {count}）…")
}
/// It is no such file.
pub(crate) const NO_ARCHIVE: &str = "这不是导出的照片压缩包（.zip），或者没有下载完整。";
/// Public hook of the button.
pub(crate) fn add_action(of: PhotoOf) -> &'static str {
    match of {
        PhotoOf::Before => "add-photo-before",
        PhotoOf::After => "add-photo-after",
    }
}

/// Describes the picture to those who do not see it.
pub(crate) fn alt(of_what: PhotoOf, on: Day) -> String {
    format!("{}照片，{}加入", of(of_what), super::common::day(on))
}

/// Says below a picture the day and the beginning of its hash.
pub(crate) fn caption(on: Day, hash: &str) -> String {
    format!("{} · {}…", super::common::short_day(on), hash.get(..8).unwrap_or(hash))
}

/// The picture is there and cannot be shown.
pub(crate) fn not_shown(reason: &str) -> String {
    format!("照片显示不出来（{reason}），请刷新页面再试。")
}

/// Says how much the album holds, and how much it may.
pub(crate) fn room(room: AlbumSize, most: u64) -> String {
    format!(
        "本机共有照片 {} 张，占 {}，上限 {}。",
        room.pictures,
        super::common::bytes(room.bytes),
        super::common::bytes(most)
    )
}

/// The album cannot be opened.
pub(crate) fn no_album(fault: &JournalFault) -> String {
    format!("{}台账文字不受影响。", journal(fault, "照片现在读不出来，请刷新页面再试。"))
}

fn journal(fault: &JournalFault, otherwise: &str) -> String {
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
        | JournalFault::Failed(_) => otherwise.into(),
    }
}

/// The dialog was refused.
pub(crate) fn not_picked(fault: &FileFault) -> String {
    super::settings::file_fault(fault)
}

/// Telephones call it differently, and have the switch in different places.
const HEIC: &str = "是 HEIC 格式，这个浏览器打不开。苹果手机：设置 → 相机 → 格式，选“兼容性最佳”；华为、小米、OPPO、vivo 等：相机的设置里关掉“HEIF”或“高效”格式；改好后重拍。已经拍的，用微信发给自己（不勾“原图”），存下来就是 JPG。";

/// A photograph was not taken in.
pub(crate) fn fault(name: &str, fault: &PhotoFault) -> String {
    let why = match fault {
        PhotoFault::Picture(PictureFault::Empty) => "还没有存好（文件是空的），请等一下再选一次。".into(),
        PhotoFault::Picture(PictureFault::CutOff) => {
            "不完整，只有前半截，没有加。请在相册里打开看一眼：能看全就重新选一次，看不全请重拍或换一张。".into()
        }
        PhotoFault::Picture(PictureFault::Heic) => HEIC.to_owned(),
        PhotoFault::Picture(PictureFault::NotDecoded(format)) => {
            format!("是 {format} 格式，这个浏览器打不开。请另存为 JPG 或 PNG 再选。")
        }
        PhotoFault::Picture(PictureFault::Drawing) => "是画出来的图（SVG），不是照片。请选 JPG 或 PNG 照片。".into(),
        PhotoFault::Picture(PictureFault::TooManyPixels(width, height)) => {
            format!("太大：有 {width} × {height} 个像素，浏览器打不开。请把相机的高像素模式关掉重拍，或先缩小再选。")
        }
        PhotoFault::Picture(PictureFault::TooLong(width, height)) => {
            format!("太长：有 {width} × {height} 个像素，缩小后字就看不清了。请分成几段截图再选。")
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
        PhotoFault::Journal(fault) => journal(fault, "照片没有存下，请刷新页面再试。"),
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
        0 => format!("{}里面有 {pictures} 张照片。", super::common::handed_over(name)),
        _ => format!(
            "{}里面有 {pictures} 张照片；另有 {missing} 张不在本机，没有导出。",
            super::common::handed_over(name)
        ),
    }
}
