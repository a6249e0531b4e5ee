//! Words for giving reports back.

use anziping_core::document::returned::{Return, ReturnRemark};
use anziping_core::office::given_answers::GivenAnswer;
use anziping_core::value::day::Day;

use crate::words::{common, hazard};

/// Button of a card.
pub(crate) const GIVE_BACK: &str = "退回";
/// Ticks a card.
pub(crate) const TICK: &str = "勾选";
/// Heading of the form.
pub(crate) fn heading(count: usize) -> String {
    format!("退回（已勾选 {count} 家）")
}
/// The use of a return.
pub(crate) const WHAT: &str = "每家企业一份签名的退回，写明要核对什么。发文件或在微信里发文字都可以，内容一样；企业导入后在对应的检查项旁边看到意见，更正后重新签名，新版本会写明答复的是哪次退回。";
/// Nothing is ticked.
pub(crate) const NONE: &str =
    "请先在下面的报告上勾选，或者点一份报告上的“退回”。只有签名有效、密钥已登记的报告可以退回。";
/// Names the ticked reports.
pub(crate) fn ticked(names: &[String]) -> String {
    format!("退回给：{}", names.join("、"))
}
/// Several at once.
pub(crate) const COMMON: &str = "勾选了多家时，下面的意见每家都一样。";
/// Remarks that one of several enterprises does not get: its report does not hold their places.
pub(crate) fn left_out(name: &str, remarks: &[usize], all: bool) -> String {
    let remarks: Vec<String> = remarks.iter().map(|number| format!("意见 {number}")).collect();
    let remarks = remarks.join("、");
    if all {
        format!("{name}：报告里没有{remarks}选的那一处，这次不退回这一家。")
    } else {
        format!("{name}：报告里没有{remarks}选的那一处，它那份退回里不写。")
    }
}
/// Labels the field for the place of a remark.
pub(crate) fn place(number: usize) -> String {
    format!("意见 {number}：哪一处")
}
/// It is about everything.
pub(crate) const WHOLE: &str = "整份报告";
/// Labels the field for the text of a remark.
pub(crate) fn text(number: usize) -> String {
    format!("意见 {number}：要核对什么")
}
/// An example of it.
pub(crate) const TEXT_HINT: &str = "例如 现场看到积尘，请核实";
/// One is blank.
pub(crate) const TEXT_MISSING: &str = "请写明要核对什么。";
/// One is too long.
pub(crate) fn text_too_long() -> String {
    format!("不要超过 {} 个字。", ReturnRemark::TEXT)
}
/// One more remark.
pub(crate) const ADD: &str = "再加一条";
/// One remark less.
pub(crate) const REMOVE: &str = "去掉这一条";
/// Signs and saves them.
pub(crate) const ISSUE: &str = "签名并保存退回";
/// A verdict has changed meanwhile.
pub(crate) const NOTHING: &str = "没有可以退回的报告。";
/// Copies the message.
pub(crate) const COPY: &str = "复制微信文字";
/// It was copied.
pub(crate) const COPIED: &str = "已复制，可以粘贴到微信里发给企业。";
/// The message as text.
pub(crate) const MESSAGE: &str = "微信文字（和文件内容一样，企业全文粘贴即可）";
/// File with a message for each enterprise.
pub(crate) const MESSAGES_NAME: &str = "退回文字-逐家复制.txt";
/// Name of the archive.
pub(crate) fn archive_name(today: Day) -> String {
    format!("退回-{today}.zip")
}
/// Tag of a report that was given back.
pub(crate) fn given_back(on: Day) -> String {
    format!("已退回（{}）", crate::words::common::short_day(on))
}
/// Tag once a correction names the return.
pub(crate) const ANSWERED: &str = "已按退回更正";
/// Tag of a correction that names a return which is not noted here.
pub(crate) const UNKNOWN: &str = "所答复的退回本机没有记录";
/// Returns without a correction.
pub(crate) fn open(count: usize) -> String {
    format!("已退回、还没有更正的（{count} 份）")
}
/// One of them.
pub(crate) fn open_one(name: &str, period: &str, revision: u32, on: Day) -> String {
    format!("{name}：{period}（第 {revision} 版），{}退回", crate::words::common::day(on))
}
/// Most remarks of one return.
pub(crate) const MOST: usize = Return::REMARKS;

fn answer(answer: GivenAnswer) -> String {
    match answer {
        GivenAnswer::Open => "未答".to_owned(),
        GivenAnswer::Mark(mark) => common::mark(mark).to_owned(),
        GivenAnswer::Count(done, total) => format!("{done}/{total}"),
        GivenAnswer::Figure(figure) => figure.to_string(),
        GivenAnswer::Hazard(stage) => hazard::stage(stage).to_owned(),
    }
}
/// Says how a correction changed the answer at a remark.
pub(crate) fn change(before: Option<GivenAnswer>, after: Option<GivenAnswer>) -> String {
    match (before, after) {
        (Some(before), Some(after)) if before == after => format!("没有改，还是“{}”", answer(before)),
        (Some(before), Some(after)) => format!("“{}”改成了“{}”", answer(before), answer(after)),
        (None, Some(after)) => {
            format!("现在是“{}”；退回的那一份不在列表里，看不出原来的，要对照请把它再拖进来", answer(after))
        }
        (_, None) => NO_ANSWER.to_owned(),
    }
}
/// The answer at a remark that nothing has corrected.
pub(crate) fn answer_now(now: Option<GivenAnswer>) -> String {
    now.map_or_else(|| NO_ANSWER.to_owned(), |now| format!("退回时是“{}”", answer(now)))
}
const NO_ANSWER: &str = "这一份里看不到这一处的回答";
