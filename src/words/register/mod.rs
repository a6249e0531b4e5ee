//! Words of the registers: people with training and certificates, risk points.
//!
//! And what all registers say.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `document` | words of the register of documents |
//! | `drill` | words of the register of drills |
//! | `expense` | words of the register of safety expenses |
//! | `permit` | words of the register of work permits, and of their printed forms |
//! | `sheet` | words of the registers as spreadsheets |
//! | `special` | words of the special ledgers, and of their printed forms |

pub(crate) mod document;
pub(crate) mod drill;
pub(crate) mod expense;
pub(crate) mod permit;
pub(crate) mod sheet;
pub(crate) mod special;

use anziping_core::register::{
    Certificate, CertificateState, Colour, Method, PersonColumn, Post, Required, RiskColumn,
};
use anziping_core::trade;
use anziping_core::value::rate::Rate;

/// Title of the register of people.
pub(crate) const PEOPLE: &str = "人员和证书";
pub(crate) const PEOPLE_LEAD: &str =
    "可填可不填。填了，培训和持证的人数从这里取，证书快到期时提醒。姓名只留在本机，报告里只有人数。";
/// Title of the register of risk points.
pub(crate) const RISKS: &str = "风险点台账";
pub(crate) const RISKS_LEAD: &str = "可填可不填。填了，定级和管控的数从这里取。负责人姓名只留在本机，报告里只有个数。";
/// The fault of registers whose record has another shape or is damaged.
pub(crate) const UNREADABLE: &str = "台账读不出来：存下来的内容已损坏，或者被别的程序改过。这不是空台账，原来的内容还在本机，没有改动，也不会被覆盖，所以这里先不能填。\
     先导出原文留底，再用以前的备份恢复。";
/// The registers are of a newer program.
pub(crate) fn newer() -> String {
    format!(
        "台账由更新版本的程序保存，这里只能查看，不能修改。请{}；要留底可以先导出原文。",
        super::single_file::update()
    )
}
/// Goes to backup and restore.
pub(crate) const TO_SETTINGS: &str = "去备份和设置恢复";
/// The counts are those of the register.
pub(crate) const TAKEN: &str = "取自台账";
/// Goes to the register.
pub(crate) const SEE: &str = "看台账";
/// Takes the counts of the register.
pub(crate) const TAKE: &str = "改用台账的数";
pub(crate) const ADD_PERSON: &str = "加一个人";
/// Adds a risk point.
pub(crate) const ADD_RISK: &str = "加一个风险点";
pub(crate) const NO_PEOPLE: &str = "台账还是空的，人数由您在题目里直接填。";
/// No risk point is entered.
pub(crate) const NO_RISKS: &str = "台账还是空的，个数由您在题目里直接填。";
/// Heading of the counts.
pub(crate) const COUNTS: &str = "本月从台账算出";
/// Takes all counts into the month.
pub(crate) const TAKE_ALL: &str = "把这些数填入本月";
/// Heading of the certificates that need something done.
pub(crate) const WARNINGS: &str = "要办的证书";
/// A person without a name.
pub(crate) const NO_NAME: &str = "（没填姓名）";
/// A risk point without a place.
pub(crate) const NO_PLACE: &str = "（没填部位）";
/// An entry nobody has named.
pub(crate) const NO_ENTRY_NAME: &str = "（没填）";
/// Heading of figures for the page of the month.
pub(crate) const FIGURES: &str = "本月情况里的数";
pub(crate) const TAKE_FIGURES: &str = "填入本月情况";
pub(crate) const FIGURES_TAKEN: &str = "已填入";
/// Fault of the hours.
pub(crate) const HOURS_FAULT: &str = "请填 0 以上的整数。";
/// Unit of the hours.
pub(crate) const HOURS_UNIT: &str = "学时";
/// Label of the certificates.
pub(crate) const CERTIFICATES: &str = "应持的证书";
pub(crate) const ADD_CERTIFICATE: &str = "加一个证书";
pub(crate) const REMOVE: &str = "删除";
/// Label of the yearly hours.
pub(crate) const YEARLY: &str = "一般从业人员每年再培训";
/// Hint of the yearly hours.
pub(crate) const YEARLY_HINT: &str = trade::TRAINING_SAID;
/// Label of the method.
pub(crate) const METHOD: &str = "评价方法";
/// Hint of the method.
pub(crate) const METHOD_HINT: &str = "按当地要求选一种，全部风险点用同一种。分级界限各地不同（待核），以当地文件为准。";
pub(crate) const NO_AREA: &str = "不属于";
pub(crate) const UNRATED: &str = "未定级";

/// Heading of the numbers of entries.
const NUMBER: &str = "编号";

/// The label, hint and unit at the field of a column.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Label {
    pub label: &'static str,
    /// Sentence below the name; empty for none.
    pub hint: &'static str,
    /// Unit behind a number; empty for none.
    pub unit: &'static str,
    /// Said when it is no number.
    pub fault: &'static str,
}

impl Label {
    /// A name alone.
    fn of(label: &'static str) -> Self {
        Self { label, ..Self::default() }
    }
}

/// Columns whose fields have words; a column without them does not compile.
pub(crate) trait Labelled {
    /// The label at the field.
    fn label(self) -> Label;
}

impl Labelled for PersonColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Name => Label::of("姓名"),
            Self::Post => Label::of("岗位"),
            Self::Training => Label::of("应做的培训"),
            Self::JoinedOn => Label {
                hint: "本期到岗、应做岗前培训的，计入“新上岗”。", ..Label::of("到岗日期")
            },
            Self::Hours => Label { unit: HOURS_UNIT, fault: HOURS_FAULT, ..Label::of("已完成学时") },
            Self::Areas => Label::of("参加哪些高风险作业（作业、审批、监护）"),
            Self::Kind => Label::of("证书种类"),
            Self::Work => {
                Label { hint: "例如低压电工、焊接与热切割、叉车", ..Label::of("作业项目") }
            }
            Self::Number => Label { hint: "只存在本机，不写进报告", ..Label::of("证书编号") },
            Self::ValidUntil => Label {
                hint: "还没有证的空着，按缺证计。", ..Label::of("有效期至（或应复审日）")
            },
        }
    }
}

impl Labelled for RiskColumn {
    fn label(self) -> Label {
        match self {
            Self::Id => Label::of(NUMBER),
            Self::Place => Label::of("部位、设备或作业"),
            Self::Danger => Label {
                hint: "例如机械致害、触电、中毒、窒息、高处坠落", ..Label::of("可能发生什么")
            },
            Self::Area => Label::of("属于哪个高风险领域"),
            Self::LsL | Self::LecL => Label::of("L 可能性"),
            Self::LsS => Label::of("S 后果严重性"),
            Self::LecE => Label::of("E 暴露频繁程度"),
            Self::LecC => Label::of("C 后果"),
            Self::DirectRed => Label {
                hint: "违反强制规定、发生过死亡或重伤且条件没变、重大危险源等，按当地规定直接判定（待核）。",
                ..Label::of("直接定为红色")
            },
            Self::Measures => Label::of("管控措施"),
            Self::Emergency => Label {
                hint: "一行写一步。空着的，纸上按“可能发生什么”印通行的步骤。",
                ..Label::of("应急措施")
            },
            Self::Owner => Label::of("责任人"),
            Self::Posted => Label::of("已上公告栏或告知卡"),
            Self::CheckedOn => Label::of("本月核查过，措施有效"),
        }
    }
}

/// Puts the time of now into a field.
pub(crate) fn now(label: &str) -> String {
    format!("{label}：现在")
}

/// Quotes the text that stands in the month now.
pub(crate) fn in_month(now: &str) -> String {
    if now.trim().is_empty() { "（本月情况里没填）".into() } else { format!("（本月情况里是 {now}）") }
}

/// Says the counts of the register.
pub(crate) fn counted(rate: Rate) -> String {
    format!("台账现在是 {} ÷ {}", rate.done, rate.total)
}

/// The hours are done.
pub(crate) const TRAINED: &str = "培训达标";
pub(crate) const UNTRAINED: &str = "培训未达标";

/// Removes a certificate.
pub(crate) fn remove_certificate(work: &str) -> String {
    format!("删除“{work}”")
}

/// An entry was removed.
pub(crate) fn removed(what: &str) -> String {
    format!("已从台账删除“{what}”。")
}

/// Counts were taken.
pub(crate) fn taken(count: usize) -> String {
    if count == 0 {
        "本月的数和台账一样，没有要改的。".into()
    } else {
        format!("已把 {count} 处的数改成台账的数。")
    }
}

pub(crate) fn post(post: Post) -> &'static str {
    match post {
        Post::Principal => "主要负责人",
        Post::Officer => "安全生产管理人员",
        Post::Worker => "其他从业人员",
    }
}

/// The hours somebody needs.
pub(crate) fn required(required: Required) -> String {
    let rests = required.basis.iter().map(|source| super::paper::source(source.said, source.confidence));
    let rests: Vec<String> = rests.collect();
    let rests = if rests.is_empty() { "本企业设定，待核".to_owned() } else { rests.join("；") };
    format!("应完成 {} 学时，依据：{rests}", required.hours)
}

/// The work of a certificate, or its kind while no work is written.
pub(crate) fn work(certificate: &Certificate) -> String {
    if certificate.work.trim().is_empty() { certificate.kind.row().name.to_owned() } else { certificate.work.clone() }
}

/// Says the standing of a certificate, with the tone of its tag.
pub(crate) fn standing(standing: CertificateState) -> (&'static str, String) {
    match standing {
        CertificateState::Missing => ("bad", "缺证".into()),
        CertificateState::Expired => ("bad", "已过期".into()),
        CertificateState::Ending(0) => ("warn", "今天到期".into()),
        CertificateState::Ending(left) => ("warn", format!("还有 {left} 天到期")),
        CertificateState::Valid => ("good", "有效".into()),
    }
}

/// A way of rating.
pub(crate) fn method(method: Method) -> &'static str {
    match method {
        Method::LsB => "LS 矩阵，从严分级（红 17 起，橙 11 起，黄 5 起）",
        Method::LsA => "LS 矩阵，DB37 类分级（红 20 起，橙 15 起，黄 9 起）",
        Method::Lec => "LEC 法（红 320 起，橙 160 起，黄 70 起）",
    }
}

/// A value in tenths, with what it stands for.
pub(crate) fn value(method: Method, letter: char, tenths: u32) -> String {
    let said = match (method, letter, tenths) {
        (Method::Lec, 'L', 100) => "完全可以预料",
        (Method::Lec, 'L', 60) => "相当可能",
        (Method::Lec, 'L', 30) => "可能但不经常",
        (Method::Lec, 'L', 10) => "可能性小，完全意外",
        (Method::Lec, 'L', 5) => "很不可能",
        (Method::Lec, 'L', 2) => "极不可能",
        (Method::Lec, 'L', 1) => "实际不可能",
        (Method::Lec, 'E', 100) => "连续暴露",
        (Method::Lec, 'E', 60) => "每天工作时间",
        (Method::Lec, 'E', 30) => "每周一次或偶然",
        (Method::Lec, 'E', 20) => "每月一次",
        (Method::Lec, 'E', 10) => "每年几次",
        (Method::Lec, 'E', 5) => "罕见",
        (Method::Lec, 'C', 1_000) => "大灾难，许多人死亡",
        (Method::Lec, 'C', 400) => "灾难，数人死亡",
        (Method::Lec, 'C', 150) => "一人死亡",
        (Method::Lec, 'C', 70) => "严重伤残",
        (Method::Lec, 'C', 30) => "致残或重伤",
        (Method::Lec, 'C', 10) => "轻伤需救护",
        (_, 'L', 50) => "经常发生，或没有规程和培训",
        (_, 'L', 10) => "从未发生，规程严格执行",
        (_, 'S', 50) => "3 人以上死亡",
        (_, 'S', 40) => "1～2 人死亡或 3～6 人重伤",
        (_, 'S', 30) => "1～2 人重伤或 3～6 人轻伤",
        (_, 'S', 20) => "1～2 人轻伤",
        (_, 'S', 10) => "无伤害",
        _ => "",
    };
    if said.is_empty() { figure(tenths) } else { format!("{} {said}", figure(tenths)) }
}

/// The values a letter can have, counted from 0 in its method.
pub(crate) fn values_only(method: Method, letter: usize) -> String {
    let values = method.letters().get(letter).map_or(&[][..], |(_, values)| *values);
    format!("只能是 {}", values.iter().map(|tenths| figure(*tenths)).collect::<Vec<_>>().join("、"))
}

fn figure(tenths: u32) -> String {
    if tenths.is_multiple_of(10) { (tenths / 10).to_string() } else { format!("0.{tenths}") }
}

pub(crate) fn colour(colour: Colour) -> &'static str {
    match colour {
        Colour::Red => "重大风险（红）",
        Colour::Orange => "较大风险（橙）",
        Colour::Yellow => "一般风险（黄）",
        Colour::Blue => "低风险（蓝）",
    }
}

#[cfg(test)]
mod tests {
    use anziping_core::register::{
        Category, Certificate, CertificateKind, ColumnPlace, Content, Drill, DrillColumn, DrillKind, Entry, Expense,
        ExpenseColumn, Flow, Person, PersonColumn, Post, RegisterColumn,
    };

    use super::*;

    /// The word of the value chosen in a column, in forms and sheets.
    fn word<T: Entry>(entry: &T, column: T::Column) -> &'static str {
        match &column.row().place {
            ColumnPlace::Own(Content::Choice(choice)) => choice.word(entry),
            ColumnPlace::Own(_) | ColumnPlace::Part(_) => "",
        }
    }

    #[test]
    fn lines_call_a_choice_what_forms_and_sheets_call_it() {
        for post in [Post::Worker, Post::Officer, Post::Principal] {
            assert_eq!(word(&Person { post, ..Person::default() }, PersonColumn::Post), super::post(post));
        }
        for kind in [DrillKind::OnSite, DrillKind::Special, DrillKind::Comprehensive] {
            assert_eq!(word(&Drill { kind, ..Drill::default() }, DrillColumn::Kind), drill::kind(kind));
        }
        for flow in [Flow::Spent, Flow::SetAside] {
            assert_eq!(word(&Expense { flow, ..Expense::default() }, ExpenseColumn::Flow), expense::flow(flow));
        }
        for category in Category::ALL {
            let entry = Expense { category, ..Expense::default() };
            assert_eq!(word(&entry, ExpenseColumn::Category), *category.row());
        }
        let ColumnPlace::Part(Content::Choice(kinds)) = &PersonColumn::Kind.row().place else { panic!("a choice") };
        for kind in CertificateKind::ALL {
            assert_eq!(kinds.word(&Certificate { kind, ..Certificate::default() }), kind.row().name);
        }
    }
}
