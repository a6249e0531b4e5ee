//! Words of the box with the papers of a year (档案盒), and of the table of contents in it.

use anziping_core::office::intake::{Checked, CheckedReport, Found};
use anziping_core::signer::{CheckedSigner, Role};
use anziping_core::value::period::Period;
use anziping_core::value::timestamp::Timestamp;

use super::office::refusal;
use super::{common, keys, photo, seal, sheet};
use crate::platform::files::FileFault;
use crate::worker_client::tables::SheetFault;

/// Title of the page, and what the box is called.
pub(crate) const TITLE: &str = "档案盒";
/// The purpose of the page.
pub(crate) const WHAT: &str = "把一年的制度、责任、培训、风险、隐患、应急、事故和月报收进一个压缩包（.zip），\
    按检查的顺序放好，里面有一张双击就能打开的目录。检查来了，照着目录一项项找。";
/// The content of the box.
pub(crate) const HOW: &str = "表格存成 Word，台账存成 Excel，签过名的月报和收条原样放进去，并逐份核验签名。\
    一般不到一分钟。文件只存在这台设备上，不会发给任何人。";
/// On the page of forms, before the link.
pub(crate) const ALL_AT_ONCE: &str = "要把一年的表一次拿齐，做一个档案盒：";
/// Label of the choice of a year.
pub(crate) const YEAR: &str = "哪一年";
/// `2026年`
pub(crate) fn year(year: i32) -> String {
    format!("{year}年")
}
/// The button.
pub(crate) fn make(of: i32) -> String {
    format!("做{}的档案盒", year(of))
}
pub(crate) const STOP: &str = "停下";
/// Said after ending it.
pub(crate) const GIVEN_UP: &str = "已停下，没有存文件。";
/// While it is found out what will be empty.
pub(crate) const LOOKING: &str = "正在看哪些还没有内容……";
/// Nothing will be empty.
pub(crate) const ALL_THERE: &str = "每一项都有内容。";
/// Says how much will be empty.
pub(crate) fn will_lack(count: usize) -> String {
    format!("有 {count} 项现在没有内容，不会放进去，目录里写“无”")
}
/// Says how far it is.
pub(crate) fn at_work(done: usize, what: &str) -> String {
    format!("已放进 {done} 份，正在做：{what}")
}
/// Says that the box was handed to the browser.
pub(crate) fn made(name: &str, files: usize, seconds: f64) -> String {
    let files = format!("共 {files} 份文件，用了 {} 秒。", seconds.ceil());
    format!("{files}{}先把压缩包全部解压，再双击里面的 index.html。", common::handed_over(name))
}
/// Above what is not in it although it ought to be, or is not sound.
pub(crate) const TROUBLES: &str = "下面这些没有放进去，或者核验没有通过，其余的都在：";
/// `隐患照片（2026-11-01）：照片不在这台设备上`
pub(crate) fn trouble(what: &str, when: &str, why: &str) -> String {
    if when.is_empty() { format!("{what}：{why}") } else { format!("{what}（{when}）：{why}") }
}
/// Name of the file.
pub(crate) fn file_name(enterprise: &str, of: i32) -> String {
    format!("{}.zip", sheet::file_name(enterprise, TITLE, &of.to_string()))
}

/// A part of the box, in the order in which inspectors ask.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum BoxPart {
    /// 制度
    Rules,
    /// 责任
    Duties,
    /// 培训
    Training,
    /// 风险
    Risks,
    /// 隐患
    Hazards,
    /// 应急
    Emergency,
    /// 事故
    Accidents,
    /// 月报
    Reports,
}

impl BoxPart {
    anziping_core::listed! {
        /// In their order.
        pub(crate) ALL: Rules, Duties, Training, Risks, Hazards, Emergency, Accidents, Reports
    }

    /// The title of a part.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Rules => "制度",
            Self::Duties => "责任",
            Self::Training => "培训",
            Self::Risks => "风险",
            Self::Hazards => "隐患",
            Self::Emergency => "应急",
            Self::Accidents => "事故",
            Self::Reports => "月报",
        }
    }

    /// The folder of a part in the file: `5 隐患`.
    pub(crate) fn folder(self) -> String {
        format!("{} {}", self as usize + 1, self.title())
    }
}

/// Title of the table of contents.
pub(crate) fn contents_title(name: &str, of: i32) -> String {
    format!("{name} {}安全生产档案目录", year(of))
}
/// Says when it was made.
pub(crate) fn made_at(now: &Timestamp) -> String {
    format!("做成时间：{}", seal::by_device(&seal::moment(now)))
}
/// How to use it.
pub(crate) const OPEN_FILES: &str = "点文件名打开。打不开时，先把压缩包全部解压。";
/// The limit of a good signature's proof.
pub(crate) const NOT_PROVEN: &str = "“签名有效”是说文件签名以后没有改过。签名的人是谁，以街道登记的密钥为准。";
/// Columns of the table of contents.
pub(crate) const COLUMNS: [&str; 4] = ["内容", "期间", "文件", "核验结果、说明"];
/// In place of a file.
pub(crate) const NONE: &str = "无";
/// Name of the workbook of the figures about accidents.
pub(crate) const ACCIDENTS: &str = "事故情况";
/// First column of it.
pub(crate) const MONTH: &str = "月份";
pub(crate) const SIGNED: &str = "月度自查自改报告（已签名）";
pub(crate) const RECEIPT: &str = "街道收条";
/// The office's return.
pub(crate) const RETURN: &str = "街道退回单";
/// The ground of a plan.
pub(crate) const GROUND: &str = "四色分布图底图";
/// Photographs of a hazard.
pub(crate) const PHOTOGRAPH: &str = "隐患照片";
/// A record of this browser.
pub(crate) const RECORD: &str = "本机记录";
/// It stands for today.
pub(crate) const NOW: &str = "现在";
/// The register has no entry.
pub(crate) const NO_ENTRY: &str = "没有登记";
/// The form has nothing to say.
pub(crate) const NOTHING_TO_PRINT: &str = "没有内容";
/// The month is not on this device.
pub(crate) const NO_RECORD: &str = "这台设备上没有这个月";
/// The month is not signed.
pub(crate) const NOT_SIGNED: &str = "还没有签名";
/// The picture is gone.
pub(crate) const LOST: &str = "照片不在这台设备上，可能浏览器清理过数据";
/// The record cannot be read.
pub(crate) const UNREADABLE: &str = "记录读不出来，原样还在，可到“备份和设置”里导出";
/// A register as a workbook: the form of the same name is another thing.
pub(crate) fn workbook(sheet: &str) -> String {
    format!("{sheet}（Excel）")
}
/// A file was not made.
pub(crate) fn not_made(fault: &SheetFault) -> String {
    format!("没有做成：{}", sheet::why(fault))
}
/// The whole was not made.
pub(crate) fn failed(fault: &SheetFault) -> String {
    format!("档案盒没有做成，原来的内容没有改动。{}", sheet::why(fault))
}
/// The browser does not take the file.
pub(crate) fn not_saved(fault: &FileFault) -> String {
    photo::not_picked(fault)
}
/// It does not take its parts.
pub(crate) const NO_ROOM: &str = "档案盒没有做成：浏览器的内存不够。请关掉其他页面再试。";

/// `2026年11月`, and `第 2 版` where it is not the first.
pub(crate) fn period_and_revision(period: Period, revision: u32) -> String {
    match revision {
        0 | 1 => common::period(period),
        revision => format!("{} {}", common::period(period), common::revision(revision)),
    }
}

/// The verifier's words on a signed file, line by line.
///
/// Whether it holds, who signed with which key, when, and the score.
pub(crate) fn verified(checked: &Checked) -> Vec<String> {
    let good = |signers: &[CheckedSigner], at: &Timestamp| {
        std::iter::once(VALID.to_owned()).chain(signed(signers, at)).collect()
    };
    match &checked.found {
        Found::Report(found) => of_report(found),
        Found::Receipt(found) => good(&found.signers, &found.document.issued_at),
        Found::Return(found) => good(&found.signers, &found.document.issued_at),
        Found::Rejected(rejected) => {
            let what = refusal::rejection(rejected).what;
            vec![format!("核验没有通过：{what}（{}）", rejected.code())]
        }
        Found::Registration(_)
        | Found::Rotation(_)
        | Found::Revocation(_)
        | Found::Registry(_)
        | Found::OfficeMonth(_) => vec![VALID.to_owned()],
    }
}

fn of_report(found: &CheckedReport) -> Vec<String> {
    let result = if found.unknown_catalogue() {
        "签名有效；检查表不是本程序的版本，数字没有重新算"
    } else if found.is_consistent() {
        "签名有效；各项数字重新算过，一致"
    } else {
        "签名有效，但有数字和答案对不上"
    };
    let score = format!("得分：{}", common::score(found.report.declared.total));
    let demo = found.report.demo.then(|| common::DEMO.to_owned());
    let signed = signed(&found.signers, &found.report.sealed_at);
    [result.to_owned(), score].into_iter().chain(signed).chain(demo).collect()
}

/// Says who signed with which key, and when.
fn signed(signers: &[CheckedSigner], at: &Timestamp) -> Vec<String> {
    let who = signers.iter().map(|signer| {
        let what = match signer.role {
            Role::Office => "街道",
            role => keys::role(role, false),
        };
        format!("签名人：{}（{what}），密钥 {}", signer.name, signer.fingerprint)
    });
    who.chain([format!("签名时间：{}", seal::moment(at))]).collect()
}

/// The signatures hold.
const VALID: &str = "签名有效";
/// The verifier did not come.
pub(crate) const NOT_VERIFIED: &str = "没有核验成，文件原样放进去了";
