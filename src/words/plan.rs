//! Words of the four-colour map (安全风险四色分布图).

use anziping_core::plan::{NAME_MAX, PLANS_MAX, SHAPES_MAX, ShapeKind};
use anziping_core::register::{Colour, PlanGap};

/// The name for a plan that has none.
pub(crate) const UNNAMED: &str = "没有名字的图";
/// There is no plan yet.
pub(crate) const NONE: &str =
    "还没有画。可以在白纸上用手指画出房间，也可以先选一张平面图的照片或截图，再把风险点放上去。";
/// The register of risk points is empty.
pub(crate) const NO_RISKS: &str = "风险点台账还是空的，图上还没有可以放的风险点。先到台账里加。";
/// Goes to the register.
pub(crate) const TO_RISKS: &str = "去风险点台账";
pub(crate) const ADD: &str = "画一张新图";
/// Label of the choice of a plan.
pub(crate) const CHOICE: &str = "哪一张图";
/// Takes a plan away.
pub(crate) const REMOVE: &str = "删除这张图";
/// Label of the choice of paper.
pub(crate) const PAPER: &str = "纸";
/// The two sizes of paper.
pub(crate) const PAPERS: [&str; 2] = ["A4 横放", "A3 横放"];

/// Label of the name.
pub(crate) const TITLE: &str = "图名";
/// Hint of the name.
pub(crate) const TITLE_HINT: &str = "例如一号车间、厂区";
/// Label of who has drawn it.
pub(crate) const AUTHOR: &str = "编制人";
/// Label of the day.
pub(crate) const DAY: &str = "编制日期";

/// The day is missing.
pub(crate) const NO_DAY: &str = "没有日期，印出来是空的。";
/// A name is longer than a plan has room for.
pub(crate) fn too_long(name: &str) -> Option<String> {
    (name.chars().count() > NAME_MAX).then(|| format!("超过 {NAME_MAX} 字，图上放不下，请写短一些。"))
}

/// Takes a picture as the ground of the plan.
pub(crate) const TAKE_PICTURE: &str = "选平面图的照片";
/// The kinds of pictures that are taken.
pub(crate) const PICTURE_HINT: &str =
    "照片、截图都行（JPG、PNG），在本机缩小保存，不上传。CAD、PDF 图请先截图。不选就画在白纸上。";
/// Takes the picture away.
pub(crate) const DROP_PICTURE: &str = "去掉底图";
/// The picture is not in this browser.
pub(crate) const ELSEWHERE: &str =
    "底图不在本机，框和风险点都在。把带照片的备份恢复一次，或者再选一次平面图的照片，就有了。";
/// The file is a picture whose size cannot be read.
pub(crate) fn no_size(name: &str) -> String {
    format!("{name}：读不出图有多大，请另存为 JPG 或 PNG 再选。")
}

/// Heading of the tools.
pub(crate) const TOOLS: &str = "画图";
pub(crate) const MOVE: &str = "选择、移动";
/// Draws rooms and walls.
pub(crate) const DRAW_ROOM: &str = "画房间、墙";
/// Places a shape in the middle.
pub(crate) const PLACE_MIDDLE: &str = "放在图中间";
/// Takes back the last step.
pub(crate) const STEP_BACK: &str = "撤销一步";
/// How shapes are picked up.
pub(crate) const MOVE_HINT: &str =
    "点一下选中；再拖动就移动，拖右下角的方块改大小。也可以用方向键移动，按住 Shift 用方向键改大小，按 Delete 删除。";
/// How rooms are drawn.
pub(crate) const ROOM_HINT: &str = "在图上按住拖出一个框，靠近别的墙会自动对齐；可以接着画下一个。";
/// Says how a risk point is placed.
pub(crate) fn risk_hint(place: &str) -> String {
    format!("放“{place}”：在图上点一下是一个点，按住拖出来是一块区域。")
}
/// A tap drew no room.
pub(crate) const DRAG_A_ROOM: &str = "太小了，没有画上。请按住拖出一个框。";
/// Says that there is no room for another shape.
pub(crate) fn full() -> String {
    format!("一张图最多 {SHAPES_MAX} 个框和点，已经满了。")
}
/// Says that there is no room for another plan.
pub(crate) fn enough_plans() -> String {
    format!("最多 {PLANS_MAX} 张图，已经满了。")
}

/// Name of the field on which is drawn.
pub(crate) const SURFACE: &str = "平面图，选中以后用方向键移动";
/// Heading of the shapes.
pub(crate) const SHAPES: &str = "图上有什么";
/// Nothing is drawn yet.
pub(crate) const NO_SHAPES: &str = "图上还是空的。";
/// Heading of the risk points that are not on the plan.
pub(crate) const WAITING: &str = "还没有放到这张图上的风险点";
/// Every risk point is on the plan.
pub(crate) const ALL_PLACED: &str = "台账里的风险点都在图上了。";
/// Puts a risk point on the plan.
pub(crate) const PLACE: &str = "放到图上";
/// Picks up a shape.
pub(crate) const SELECT: &str = "选中";
/// Takes a shape away.
pub(crate) const DELETE: &str = "删除";
/// Label of the name of a room.
pub(crate) fn room(number: usize) -> String {
    format!("房间或墙 {number} 的名称（最多 {NAME_MAX} 字，可不填）")
}
/// A shape for those who do not see the plan.
pub(crate) fn shape(kind: ShapeKind, said: &str) -> String {
    let said = if said.trim().is_empty() { "没有名称" } else { said };
    match kind {
        ShapeKind::Room => format!("房间或墙：{said}"),
        ShapeKind::Area => format!("风险区域：{said}"),
        ShapeKind::Point => format!("风险点：{said}"),
    }
}
/// The risk point of a shape was removed from the register.
pub(crate) const REMOVED: &str = "风险点已从台账删除";
/// A button about a shape.
pub(crate) fn about(action: &str, said: &str) -> String {
    format!("{action}：{said}")
}
/// Heading of the buttons that move the selected shape.
pub(crate) const NUDGE: &str = "移动和改大小";
/// The steps of the selected shape: what each is called, across, down, and whether it changes the size.
pub(crate) const NUDGES: [(&str, i32, i32, bool); 8] = [
    ("向左", -1, 0, false),
    ("向右", 1, 0, false),
    ("向上", 0, -1, false),
    ("向下", 0, 1, false),
    ("加宽", 1, 0, true),
    ("变窄", -1, 0, true),
    ("加高", 0, 1, true),
    ("变矮", 0, -1, true),
];

/// Something was done, for those who do not see it.
pub(crate) fn drawn(said: &str) -> String {
    format!("已画上{said}。")
}
/// A plan was removed.
pub(crate) fn plan_removed(title: &str) -> String {
    format!("已删除平面图“{title}”。")
}

/// The letter of a colour: what is left of it on a black-and-white printer.
pub(crate) fn letter(colour: Option<Colour>) -> &'static str {
    match colour {
        Some(Colour::Red) => "红",
        Some(Colour::Orange) => "橙",
        Some(Colour::Yellow) => "黄",
        Some(Colour::Blue) => "蓝",
        None => "未",
    }
}
/// Heading of the explanation of colours.
pub(crate) const LEGEND: &str = "图例";
/// Columns of the risk points of a plan.
pub(crate) const COLUMNS: [&str; 3] = ["编号", "风险点，可能发生什么", "等级，责任人"];
/// `冲床：机械致害`
pub(crate) fn place_and_danger(place: &str, danger: &str) -> String {
    if danger.trim().is_empty() { place_or(place).to_owned() } else { format!("{}：{danger}", place_or(place)) }
}
/// `重大风险（红），周安`
pub(crate) fn level_and_owner(level: &str, owner: &str) -> String {
    if owner.trim().is_empty() { level.to_owned() } else { format!("{level}，{owner}") }
}
/// `单位：某厂　　图名：一号车间　　编制人：周安　　日期：2026年11月5日`
pub(crate) fn line(name: &str, title: &str, author: &str, day: &str) -> String {
    let or_blank =
        |said: &str| if said.trim().is_empty() { "＿＿＿＿＿＿".to_owned() } else { said.trim().to_owned() };
    let [title, author, day] = [title, author, day].map(or_blank);
    format!("单位：{name}　　图名：{title}　　编制人：{author}　　日期：{day}")
}
/// The plan for those who do not see it.
pub(crate) fn alt(title: &str, rooms: usize, risks: usize) -> String {
    format!("{title}的平面图：{rooms} 个房间或墙，{risks} 个风险点；逐个列在下面的表里。")
}

/// Heading of what is missing.
pub(crate) const GAPS: &str = "打印前请看：";
/// Says what is missing on a plan.
pub(crate) fn gap(gap: &PlanGap) -> String {
    match gap {
        PlanGap::Unrated { place, .. } => format!("“{}”还没有定级，图上没有颜色，标“未”。", place_or(place)),
        PlanGap::NotPlaced { place, .. } => format!("“{}”还没有放到任何一张图上。", place_or(place)),
        PlanGap::Removed(count) => {
            format!("图上有 {count} 个框或点的风险点已经从台账删除，印出来标“未”；用不着的请删掉。")
        }
        PlanGap::CutOff(name) => format!("房间名“{name}”放不下，图上只印前面几个字。请把框画大，或者把名字写短。"),
    }
}
/// A place as it is quoted.
fn place_or(place: &str) -> &str {
    if place.trim().is_empty() { super::register::NO_PLACE } else { place }
}
