//! Words of the page with the days to keep, and of the entries that go into other calendars.

use anziping_core::calendar::Season;
use anziping_core::hazard::{Hazard, HazardField};
use anziping_core::value::day::Day;
use anziping_core::value::period::Period;

/// Title of the page.
pub(crate) const TITLE: &str = "日程提醒";
/// The purpose of the page.
pub(crate) const WHAT: &str = "报送到期日、隐患整改期限、重大隐患上报、许可证和保单、人员证书、年度再培训、设备检验和承包商证照、文件评审、演练和季节性检查，可以导出放进手机日历。";
/// Heading of the due days.
pub(crate) const DUE: &str = "月报到期日";
/// Where the day is set.
pub(crate) const RHYTHM: &str = "截止和报送日按街道要求设置，只对本企业有效。";
/// Goes to the setting.
pub(crate) const TO_RHYTHM: &str = "去设置";
/// `2026年11月报告：11月30日到期，还剩 8 天`
pub(crate) fn due(period: Period, due: Day, left: i32) -> String {
    let when = match left {
        0 => "今天到期".to_owned(),
        1.. => format!("还剩 {left} 天"),
        _ => format!("已过期 {} 天", -left),
    };
    format!("{}报告：{}到期，{when}", super::common::period(period), super::common::day(due))
}
/// The month is signed.
pub(crate) fn signed(period: Period) -> String {
    format!("{}报告已签名。", super::common::period(period))
}
/// Heading of the months that were due and are not signed.
pub(crate) const OVERDUE: &str = "过期还没有签名的月份";
pub(crate) const NO_OVERDUE: &str = "没有过期未签名的月份。";
/// Not begun on this device.
pub(crate) const NOT_HERE: &str = "本机没有填";
/// Heading of the deadlines.
pub(crate) const DEADLINES: &str = "隐患整改期限";
pub(crate) const NO_DEADLINES: &str = "没有带期限的未销号隐患。";
/// Heading of the major hazards that have to be reported.
pub(crate) const REPORTS: &str = "重大事故隐患上报";
pub(crate) const NO_REPORTS: &str = "没有还没上报的重大事故隐患。";
/// Before each of them.
pub(crate) const REPORT_NOW: &str = "尽快上报";
/// Leads to the form.
pub(crate) const REPORT_ON_PAPER: &str = "报告和会议记录在这里打印：";
/// `还没有填：报监管部门日期、向职工大会报告日期`
pub(crate) fn report_missing(missing: &[HazardField]) -> String {
    let said: Vec<&str> = missing.iter().map(|field| super::hazard::label(*field)).collect();
    format!("还没有填：{}", said.join("、"))
}
/// Entry for such a hazard.
pub(crate) fn report_entry(hazard: &Hazard) -> String {
    format!("上报重大事故隐患 {} {}", hazard.id, hazard.place)
}
/// Heading of the training of each year.
pub(crate) const TRAINING: &str = "年度再培训";
pub(crate) const NO_TRAINING: &str = "按台账，没有人缺年度再培训的学时；法规没有定学时的人不在这里。";
/// `张三 还差 4 学时`
pub(crate) fn hours_missing(name: &str, hours: u32) -> String {
    format!("{} 还差 {hours} 学时", name.trim())
}
/// Entry for the training of the year.
pub(crate) fn training_entry(people: usize) -> String {
    format!("年度再培训到期 {people} 人还没有学满")
}
/// Heading of the certificates.
pub(crate) const CERTIFICATES: &str = "证书到期";
pub(crate) const NO_CERTIFICATES: &str = "台账里没有带到期日的证书。";
/// Advice about a certificate that ends.
pub(crate) const CERTIFICATE_DUE_WHAT: &str = "提前联系复审或换证，到期后不能上岗作业。";
/// Entry for a certificate.
pub(crate) fn certificate_entry(name: &str, work: &str) -> String {
    format!("证书到期 {name} {work}")
}
/// Heading of the licences.
pub(crate) const LICENCES: &str = "许可证、保单和报告到期";
pub(crate) const NO_LICENCES: &str = "还没有填许可证、保单的到期日。";
/// Entry for a licence.
pub(crate) fn licence_entry(name: &str) -> String {
    format!("到期 {name}")
}
/// Heading of the days of the special ledgers.
pub(crate) const LEDGERS: &str = "设备检验、除尘器清理、承包商证照";
pub(crate) const NO_LEDGERS: &str = "专项台账里没有带到期日的内容。";
/// Heading of the reviews of documents.
pub(crate) const REVIEWS: &str = "制度和文件评审";
pub(crate) const NO_REVIEWS: &str = "台账里没有带评审日期的文件。";
/// Advice about a review.
pub(crate) const REVIEW_TODO: &str = "看内容还合不合用、法规和设备变没变；要改的改后重新签发，不用改的记下评审结论。";
/// Entry for a review.
pub(crate) fn review_entry(name: &str) -> String {
    format!("文件评审 {name}")
}
/// Heading of the drills.
pub(crate) const DRILLS: &str = "下次演练";
pub(crate) const NO_DRILLS: &str = "台账里没有有效的演练记录，算不出下次演练的日期。";
/// Advice about a drill.
pub(crate) const DRILL_TODO: &str = "演练前定方案、通知参加的人；演练后做评估、改进，记进台账。";
/// Entry for a drill.
pub(crate) fn drill_entry(duty: &str) -> String {
    format!("应急演练到期 {duty}")
}
/// Heading of the seasons.
pub(crate) const SEASONS: &str = "季节性检查";
/// A remark on the dates of the seasons.
pub(crate) const SEASONS_HINT: &str = "起止日期是常用的，汛期以当地公布为准。";
/// It is now.
pub(crate) const NOW: &str = "正在期内";
/// Heading of the export.
pub(crate) const EXPORT: &str = "放进手机或电脑日历";
/// The content of the file.
pub(crate) const EXPORT_WHAT: &str = "导出一个 .ics 文件，用手机或电脑自带的日历打开即可。文件里有隐患的部位和描述、持证人员姓名、文件名称、设备和承包商名称，不要随便转发。再导出一次会更新原来的条目，不会重复。";
/// Saves the file.
pub(crate) const EXPORT_BUTTON: &str = "导出日历文件";
/// Entry for a due day.
pub(crate) fn due_entry(period: Period) -> String {
    format!("报送 {} 安全生产自查自改报告", super::common::period(period))
}
/// Entry for a deadline.
pub(crate) fn deadline_entry(hazard: &Hazard) -> String {
    format!("隐患整改到期 {} {}", hazard.id, hazard.place)
}
/// Entry for a season.
pub(crate) fn season_entry(season: Season) -> String {
    format!("{}安全检查", season.row().name)
}
