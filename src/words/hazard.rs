//! Words of the hazard ledger.

use anziping_core::hazard::{Correction, Grade, Hazard, HazardField, RefusedAcceptance, Source, Stage, Which};
use anziping_core::value::day::Day;

/// Title of the page.
pub(crate) const TITLE: &str = "隐患台账";

/// Name of a stage.
pub(crate) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Found => "排查",
        Stage::Registered => "登记",
        Stage::Reported => "上报",
        Stage::Monitored => "监控",
        Stage::Rectifying => "整改",
        Stage::Evaluated => "评价",
        Stage::Closed => "销号",
        Stage::Appraised => "考核",
    }
}

/// Name of a grade.
pub(crate) fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::General => "一般隐患",
        Grade::Major => "重大事故隐患",
    }
}

/// Says how a hazard came to light.
pub(crate) fn source(source: Source) -> &'static str {
    match source {
        Source::SelfCheck => "本厂自查",
        Source::Worker => "员工报告",
        Source::Inspection => "执法检查",
    }
}

/// Label of a field.
pub(crate) fn label(field: HazardField) -> &'static str {
    match field {
        HazardField::Grade => "隐患级别",
        HazardField::Source => "来源",
        HazardField::Item => "对应检查项",
        HazardField::Area => "高风险领域",
        HazardField::FoundOn => "发现日期",
        HazardField::Finder => "发现人",
        HazardField::Place => "部位",
        HazardField::Description => "隐患描述",
        HazardField::Criterion => "判定依据条款",
        HazardField::AccidentType => "可能的事故类型",
        HazardField::Cause => "产生原因",
        HazardField::Analysis => "危害程度和整改难易程度",
        HazardField::Owner => "整改责任人",
        HazardField::Measures => "整改措施",
        HazardField::Funds => "整改资金",
        HazardField::Deadline => "整改期限",
        HazardField::Plan => "应急预案",
        HazardField::Interim => "临时措施",
        HazardField::ReportedOn => "下达整改的日期",
        HazardField::RegulatorOn => "报监管部门日期",
        HazardField::WorkersOn => "向职工大会报告日期",
        HazardField::Rectification => "整改情况",
        HazardField::RectifiedOn => "整改完成日期",
        HazardField::AcceptedBy => "验收人",
        HazardField::AcceptedOn => "验收日期",
        HazardField::Acceptance => "验收意见",
        HazardField::ConsentOn => "督办部门同意日期",
        HazardField::ClosedOn => "销号日期",
        HazardField::Appraisal => "考核结果",
        HazardField::AppraisedOn => "考核日期",
    }
}

/// Hint below a field; empty where the label says it all.
pub(crate) fn hint(field: HazardField) -> &'static str {
    match field {
        HazardField::Place => "例如 抛光车间 2 号除尘器",
        HazardField::Description => "看到了什么、哪里不对。自己判断的重大隐患写“疑似”",
        HazardField::Finder => "只存在本机，不写进报告",
        HazardField::Criterion => "写判定标准的名称和条款，一键登记的已经写好",
        HazardField::AccidentType => "从列出的种类里选，也可以自己写",
        HazardField::Cause => "为什么会有这条隐患：设计、设备、管理、操作",
        HazardField::Analysis => "出了事会伤到谁、多严重；改起来难不难、要停多久",
        HazardField::Owner => "姓名会写进报告；也可以只写职务",
        HazardField::Interim => "改好之前怎么保证人不出事：停用、拉警戒线、撤人",
        HazardField::Plan => "出了险情怎么办，写预案名称或要点",
        HazardField::AcceptedBy => "不能是整改责任人自己",
        HazardField::Acceptance => "现场复查看到的情况",
        HazardField::Appraisal => "奖了谁、罚了谁、风险清单怎么改",
        HazardField::RegulatorOn => "重大隐患要双报告：报监管部门，也报职工大会",
        HazardField::Item => "销号后会请您把这一项再查一遍",
        HazardField::Area => "计入该领域的“隐患清零”",
        HazardField::Grade
        | HazardField::Source
        | HazardField::FoundOn
        | HazardField::Measures
        | HazardField::Funds
        | HazardField::Deadline
        | HazardField::ReportedOn
        | HazardField::WorkersOn
        | HazardField::Rectification
        | HazardField::RectifiedOn
        | HazardField::AcceptedOn
        | HazardField::ConsentOn
        | HazardField::ClosedOn
        | HazardField::AppraisedOn => "",
    }
}

/// Added to the label of a field that may stay empty.
pub(crate) const OPTIONAL: &str = "没有就不填";

/// Button of a new hazard.
pub(crate) const ADD: &str = "登记隐患";
/// Sentence below the title of the ledger.
pub(crate) const LEDGER_HINT: &str = "查到一条记一条，改完要由他人复查验收才能销号。";
pub(crate) const CARRIED: &str = "上月结转";
pub(crate) const ADDED: &str = "本月新增";
pub(crate) const CLOSED: &str = "本月销号";
/// Tile and filter.
pub(crate) const OPEN: &str = "未销号";
/// Tile, filter and mark.
pub(crate) const OVERDUE: &str = "逾期";
/// Tile and filter.
pub(crate) const MAJOR: &str = "重大";
pub(crate) const DUE: &str = "本期到期";
pub(crate) const ALL: &str = "全部";
/// Name of the filters.
pub(crate) const FILTERS: &str = "筛选";
/// Name of the tiles.
pub(crate) const SUMMARY: &str = "台账汇总";
/// Said by the tile of major hazards: it counts open ones.
pub(crate) const MAJOR_OPEN: &str = "重大（未销号）";
/// Mark: reopened.
pub(crate) const REOPENED: &str = "重开";
/// Mark: acceptance refused.
pub(crate) const REJECTED: &str = "验收退回";
/// Mark and box: listed supervision.
pub(crate) const SUPERVISED: &str = "挂牌督办";
/// Below the box.
pub(crate) const SUPERVISED_HINT: &str = "被政府部门挂牌督办的，销号前要取得督办部门同意";
/// Head of a column.
pub(crate) const COLUMN_WHAT: &str = "部位和描述";
/// Head of a column.
pub(crate) const COLUMN_STAGE: &str = "进度";
/// Head of a column.
pub(crate) const COLUMN_OWNER: &str = "责任人";
/// Head of a column.
pub(crate) const COLUMN_DEADLINE: &str = "期限";
/// No owner or no deadline yet.
pub(crate) const NOT_SET: &str = "未定";
/// Grade not chosen.
pub(crate) const NO_GRADE: &str = "未定级";
/// A hazard without a place.
pub(crate) const NO_PLACE: &str = "未写部位";
/// A hazard without a description.
pub(crate) const NO_DESCRIPTION: &str = "未写描述";
/// The filter leaves nothing.
pub(crate) const NOTHING_LEFT: &str = "没有符合这个条件的隐患。";
/// The ledger is empty.
pub(crate) const NOTHING_YET: &str = "台账还是空的。查到隐患就点“登记隐患”；一条都没有也可以，本月按 0 条报。";
/// Back to the ledger.
pub(crate) const BACK: &str = "回到台账";
/// The days contradict each other.
pub(crate) const DOES_NOT_ADD_UP: &str =
    "台账的日期互相矛盾：结转 + 新增 − 销号 ≠ 未销号。请检查各条的发现、重开、销号日期。";

/// Mark of an overdue hazard: `逾期 5 天`.
pub(crate) fn overdue_days(days: i32) -> String {
    format!("逾期 {days} 天")
}

/// `第5步 整改`
pub(crate) fn step(at: Stage) -> String {
    format!("第 {} 步 {}", at as u8 + 1, stage(at))
}

/// Title of one hazard.
pub(crate) fn title(id: &str) -> String {
    format!("隐患 {id}")
}

/// Names a hazard by place and description.
pub(crate) fn what(place: &str, description: &str) -> String {
    let told = [place.trim(), description.trim()];
    told.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("：")
}

/// Name of the stage bar.
pub(crate) const STAGES: &str = "八个步骤";

/// Heading of the tasks of a stage.
pub(crate) fn now(at: Stage) -> &'static str {
    match at {
        Stage::Found => "第 1 步 排查：查到了什么",
        Stage::Registered => "第 2 步 登记：定级",
        Stage::Reported => "第 3 步 上报：报给谁、谁来改",
        Stage::Monitored => "第 4 步 监控：改好之前怎么管住",
        Stage::Rectifying => "第 5 步 整改：改了什么",
        Stage::Evaluated => "第 6 步 评价：由他人复查验收",
        Stage::Closed => "第 7 步 已销号，最后一步：考核",
        Stage::Appraised => "八个步骤都已完成",
    }
}

/// Heading of the data of an earlier stage.
pub(crate) fn section(at: Stage) -> &'static str {
    match at {
        Stage::Evaluated => "评价和销号",
        Stage::Closed => "考核",
        other => stage(other),
    }
}

/// Button that goes on to the next stage; empty for the last one.
pub(crate) fn advance(at: Stage) -> &'static str {
    match at {
        Stage::Found => "排查完成，进入登记",
        Stage::Registered => "登记完成，进入上报",
        Stage::Reported => "上报完成，进入监控",
        Stage::Monitored => "措施已落实，进入整改",
        Stage::Rectifying => "整改完成，进入评价",
        Stage::Evaluated => "验收合格，销号",
        Stage::Closed => "考核完成",
        Stage::Appraised => "",
    }
}

/// Heading over the fields of the stages that follow in the same form.
pub(crate) fn in_one_go(end: Stage) -> &'static str {
    match end {
        Stage::Rectifying => "接着定级、定人、定措施和期限",
        _ => "改好了就接着验收",
    }
}

/// Says below the form that nothing has to be filled in at once.
pub(crate) fn in_one_go_hint(end: Stage) -> &'static str {
    match end {
        Stage::Rectifying => "现在就能定的一次填完，中间各步按今天记下；还定不了的，先按步骤走。",
        _ => "验收人到现场看过再填；日期和意见先按常见的填好，不对请改。还没有验收的，先进入评价。",
    }
}

/// Button that takes all stages of the form at once.
pub(crate) fn take_to(end: Stage) -> &'static str {
    match end {
        Stage::Rectifying => "责任人、措施、期限已定，进入整改",
        _ => "验收人看过合格，销号",
    }
}

/// Link to the next hazard that is open.
pub(crate) fn next_open(place: &str) -> String {
    format!("下一条未销号：{}", if place.trim().is_empty() { NO_PLACE } else { place.trim() })
}

/// Says what the next stage still lacks.
pub(crate) fn still_missing(fields: &[HazardField]) -> String {
    let names: Vec<_> = fields.iter().map(|&field| label(field)).collect();
    format!("还缺：{}。", names.join("、"))
}

/// Mark of an earlier stage with gaps.
pub(crate) fn gaps(fields: &[HazardField]) -> String {
    let names: Vec<_> = fields.iter().map(|&field| label(field)).collect();
    format!("缺{}", names.join("、"))
}

/// Box: found and put right at once.
pub(crate) const ON_THE_SPOT: &str = "当场已经整改好";
pub(crate) const ON_THE_SPOT_HINT: &str = "再填几格就能销号，八个步骤都按当天记下；验收要由另一个人到现场看过";
/// The usual text of an acceptance.
pub(crate) const USUAL_ACCEPTANCE: &str = "现场复查，已整改到位";
/// The usual text of the acceptance of a hazard mended on the spot.
pub(crate) const SPOT_ACCEPTANCE: &str = "当场复查，已整改到位";
/// The usual text of the appraisal.
pub(crate) const SPOT_APPRAISAL: &str = "当场整改，不另行奖惩";
/// Button: accepted by somebody else, all stages passed.
pub(crate) const CLOSE_ON_THE_SPOT: &str = "验收人看过，销号";

/// Heading of the obstacles.
pub(crate) const OBSTACLES: &str = "还不能进入下一步，请先处理：";
/// Heading of the earlier stages.
pub(crate) const EARLIER: &str = "前面的步骤";
pub(crate) const EARLIER_HINT: &str = "点开可以看。要改请点“更正”并写明原因，原来写的会留在记录里。";
/// Hint of the choice of the grade.
pub(crate) const GRADE_HINT: &str = "只有行业重大事故隐患判定标准里写明的情形才算重大。自己拿不准的，先按“疑似重大，须现场核实”管起来，请懂行的人到现场核实。";

/// Said after going on.
pub(crate) fn advanced(id: &str, at: Stage) -> String {
    match at {
        Stage::Closed => format!("隐患 {id} 已销号"),
        Stage::Appraised => format!("隐患 {id} 八个步骤都已完成"),
        other => format!("隐患 {id} 已进入“{}”", stage(other)),
    }
}

/// Button that fills a day in: today, or the last day of the period once that has passed.
pub(crate) fn fill_day(day: Day, today: Day) -> String {
    if day == today { "填今天".into() } else { format!("填 {}", super::common::short_day(day)) }
}

/// Button of a deadline some days from now.
pub(crate) fn in_days(days: i32) -> String {
    format!("{days} 天内")
}

/// Button that takes the principal as the one who accepts.
pub(crate) fn fill_principal(name: &str) -> String {
    format!("填主要负责人：{name}")
}

/// Button that takes the criterion of the linked item.
pub(crate) fn fill_criterion(criterion: &str) -> String {
    format!("填 {criterion}")
}

/// Heading of what only major hazards have.
pub(crate) const MAJOR_HEADING: &str = "重大事故隐患：五落实和双报告";
pub(crate) const FULFILMENTS: &str = "五落实";
/// Heading of what only the printed report asks for.
pub(crate) const FOR_REPORT: &str = "写进重大事故隐患报告和治理方案";
/// Below it.
pub(crate) const FOR_REPORT_HINT: &str = "只印在这两张纸上，不进每月报送的文件。";
pub(crate) const DOUBLE_REPORT: &str = "双报告";
pub(crate) const THERE: &str = "已落实";
pub(crate) const NOT_THERE: &str = "未落实";
pub(crate) const REPORTED: &str = "已报";
pub(crate) const NOT_REPORTED: &str = "未报";

/// Short name of a fulfilment or of a half of the double report.
pub(crate) fn fulfilment(field: HazardField) -> &'static str {
    match field {
        HazardField::Owner => "责任",
        HazardField::Measures => "措施",
        HazardField::Funds => "资金",
        HazardField::Deadline => "时限",
        HazardField::Plan => "预案",
        HazardField::RegulatorOn => "监管部门",
        HazardField::WorkersOn => "职工大会",
        other => label(other),
    }
}

/// Heading of source, item and area.
pub(crate) const BELONGING: &str = "来源和归属";
/// No item is linked.
pub(crate) const NO_ITEM: &str = "不对应检查项";
/// No area is linked.
pub(crate) const NO_AREA: &str = "不属于高风险领域";
/// Link to the item.
pub(crate) const SEE_ITEM: &str = "看检查项";

/// Refuse the acceptance.
pub(crate) const REJECT: &str = "验收不合格，退回整改";
/// Heading of the dialog.
pub(crate) const REJECT_TITLE: &str = "退回整改";
pub(crate) const REJECT_HINT: &str = "这一条回到“整改”，整改日期和验收日期清空，退回原因留在记录里。";
pub(crate) const REOPEN: &str = "重新打开";
/// Heading of the dialog.
pub(crate) const REOPEN_TITLE: &str = "重新打开这条隐患";
pub(crate) const REOPEN_HINT: &str =
    "又出现或没有真正改好时用。这一条回到“监控”，在台账里算本月新增一条，原因留在记录里。";
/// Label of the reason.
pub(crate) const REASON: &str = "原因";
/// Error of an empty reason.
pub(crate) const REASON_MISSING: &str = "请写明原因。";
/// Close the dialog.
pub(crate) const CANCEL: &str = "取消";
/// Delete a hazard.
pub(crate) const DELETE: &str = "删除这条";
/// Said after deleting.
pub(crate) fn deleted(id: &str) -> String {
    format!("已删除隐患 {id}")
}

/// Heading of what happened.
pub(crate) const HISTORY: &str = "经过记录";

/// It was closed in another ledger.
pub(crate) const KEPT_ELSEWHERE: &str = "从原来的台账导入时已销号，各步经过在原台账里。";

/// A stage was reached.
pub(crate) fn reached(on: Day, at: Stage) -> String {
    format!("{}：进入“{}”", super::common::day(on), stage(at))
}

/// A refused acceptance, with what had been said to be done.
pub(crate) fn rejection(rejected: &RefusedAcceptance) -> String {
    let said = match (rejected.rectified_on, rejected.rectification.trim()) {
        (Some(day), "") => format!("（{}报整改完成）", super::common::short_day(day)),
        (Some(day), done) => format!("（{}报整改完成：{done}）", super::common::short_day(day)),
        (None, _) => String::new(),
    };
    format!("{}：验收退回，原因：{}{said}", super::common::day(rejected.on), rejected.reason)
}

/// A correction, with what stood there before.
pub(crate) fn correction(corrected: &Correction) -> String {
    let Correction { on, field, before, after, reason } = corrected;
    let (before, after) = (value(*field, before), value(*field, after));
    format!("{}：更正{}，“{before}”改为“{after}”，原因：{reason}", super::common::day(*on), label(*field))
}

/// A value as it is kept in records, in words.
fn value(field: HazardField, kept: &str) -> String {
    let mut hazard = Hazard::default();
    hazard.put(field, kept);
    match (hazard.day(field), hazard.grade) {
        (Some(day), _) => super::common::day(day),
        (None, Some(known)) => grade(known).into(),
        (None, None) => kept.to_owned(),
    }
}

pub(crate) fn reopening(closed_on: Day, on: Day, reason: &str) -> String {
    format!("{}销号，{}重开：{reason}", super::common::day(closed_on), super::common::day(on))
}

/// Button: save this one and begin the next.
pub(crate) const ADD_ANOTHER: &str = "已记下，再记一条";
/// The same where this one is past its first stage.
pub(crate) const ADD_ONE_MORE: &str = "再记一条";
/// Button that corrects.
pub(crate) const CORRECT: &str = "更正";
/// Button that fills a gap.
pub(crate) const FILL_IN: &str = "补填";
/// A field without a value.
pub(crate) const NOT_THERE_YET: &str = "（空）";
/// The effect of a correction.
pub(crate) const CORRECT_HINT: &str = "已经走过的步骤不能直接改，只能更正。原来写的和更正原因都留在记录里。";
/// Button in the dialog.
pub(crate) const CORRECT_DONE: &str = "确定";

/// Name of the button and heading of its dialog: `更正整改期限`.
pub(crate) fn correct_what(button: &str, field: HazardField) -> String {
    format!("{button}{}", label(field))
}

/// Quotes the text that stood there before.
pub(crate) fn was(before: &str) -> String {
    format!("原来写的：{before}")
}

/// An amount as typed.
pub(crate) fn yuan(typed: &str) -> String {
    format!("{} 元", typed.trim())
}

/// Button of a filter.
pub(crate) fn which(which: Which) -> &'static str {
    match which {
        Which::Open => OPEN,
        Which::DueThisWeek => "本周到期",
        Which::Overdue => OVERDUE,
        Which::Major => MAJOR,
        Which::All => ALL,
    }
}

/// Choice of an area.
pub(crate) const FILTER_AREA: &str = "只看领域";
/// Choice of an owner.
pub(crate) const FILTER_OWNER: &str = "只看责任人";

/// A number where it stands alone: without the word it looks like a day.
pub(crate) fn numbered(id: &str) -> String {
    format!("编号 {id}")
}

/// Shows more rows.
pub(crate) fn more_rows(rest: usize) -> String {
    format!("还有 {rest} 条，再显示 100 条")
}

/// The same hazard was there before.
pub(crate) fn repeats(id: &str, found: Option<Day>) -> String {
    let when = found.map(super::common::day).unwrap_or_default();
    format!("重复隐患：同一部位、同一检查项一年内出现过（{when}，编号 {id}）。除了改好这一处，还要查清为什么又出现。")
}
