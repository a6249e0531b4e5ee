//! Papers for the wall: the four-colour map, drawn with a finger, and the rest that is printed.
//!
//! The map is kept, put back from a backup, and fits on A4 and A3; list, board, cards and signs come from the register.

use std::{fs, path::Path};

use anziping_tests::{Options, Page, foreign, journey, workplace};
use serde_json::{Value, json};

use crate::{
    paper::{poppler, printed},
    word::saved,
};

/// The most presses, drags and taps that the map of three rooms with three risk points may take.
///
/// At four seconds each with the names typed this is well below five minutes.
const MOST_TAPS: u32 = 30;

/// A spot of the plan in hundredths across and down.
type At = (u32, u32);

/// Enters a risk point; `level` is L and S of the usual way, in tenths.
fn risk(page: &Page, place: &str, danger: &str, level: Option<&str>) {
    page.press("add-risk");
    let id = page.attributes("[data-risk]", "id").pop().expect("an entry");
    page.until_there(&format!("[id={id}][open]"));
    page.fill(&format!("{id}-place"), place);
    page.fill(&format!("{id}-danger"), danger);
    page.fill(&format!("{id}-owner"), "周安");
    page.fill(&format!("{id}-measures"), "护罩好用");
    if let Some(level) = level {
        page.select(&format!("{id}-L"), level);
        page.select(&format!("{id}-S"), level);
    }
    page.saved();
}

/// A finger goes down at a spot of the plan, along a way if there is one, and up.
fn finger(page: &Page, from: At, to: Option<At>) {
    let middle = "document.querySelector('[data-plan-map]').scrollIntoView({ block: 'center', behavior: 'instant' })";
    page.js(middle, &[]);
    let spot = |(x, y): At| -> Value {
        let place = "const it = document.querySelector('[data-plan-surface]').getBoundingClientRect();
            return { x: it.x + it.width * arguments[0] / 100, y: it.y + it.height * arguments[1] / 100 }";
        page.js(place, &[json!(x), json!(y)])
    };
    let touch = |kind: &str, points: &[Value]| {
        page.devtools("Input.dispatchTouchEvent", &json!({ "type": kind, "touchPoints": points }));
    };
    touch("touchStart", &[spot(from)]);
    if let Some(to) = to {
        let half = (u32::midpoint(from.0, to.0), u32::midpoint(from.1, to.1));
        touch("touchMove", &[spot(half)]);
        touch("touchMove", &[spot(to)]);
    }
    touch("touchEnd", &[]);
}

/// The demonstration with three risk points, one of them without a level.
pub fn begin(page: &Page) {
    page.open("");
    page.press("demo");
    page.go("#/risks", "risks");
    risk(page, "冲床", "机械致害", Some("50"));
    risk(page, "喷漆房", "火灾", Some("30"));
    risk(page, "空压机", "", None);
    page.click("[data-risk-papers] a[href='#/paper/risk-map']");
    page.on_page("paper");
}

/// Three rooms with their names, and three risk points; gives the presses and touches it took.
pub fn draw(page: &Page) -> u32 {
    let before = page.presses();
    page.press("add-plan");
    page.until_there("[data-plan-surface]");
    page.fill("plan-title", "一号车间");
    page.press("plan-room");
    for (from, to) in [((1, 1), (50, 55)), ((51, 1), (99, 54)), ((1, 56), (99, 99))] {
        finger(page, from, Some(to));
    }
    page.until("three rooms", "return document.querySelectorAll('[data-shape=room]').length === 3", &[]);
    for (place, name) in ["冲压", "喷漆", "仓库"].iter().enumerate() {
        page.fill(&format!("plan-name-{place}"), name);
    }
    let waiting = page.attributes("[data-waiting]", "data-waiting");
    assert_eq!(waiting.len(), 3, "{waiting:?}");
    for (risk, (from, to)) in waiting.iter().zip([((20, 30), None), ((65, 20), Some((90, 45))), ((30, 80), None)]) {
        page.press(&format!("place-risk-{risk}"));
        finger(page, from, to);
        page.until_there(&format!("body:not(:has([data-waiting='{risk}']))"));
    }
    let (titles_and_names, fingers) = (4, 6);
    page.presses() - before + titles_and_names + fingers
}

/// The rectangles of the rooms: x, y, width, height.
fn rooms(page: &Page) -> Vec<Vec<u32>> {
    let script = "return [...document.querySelectorAll('[data-shape=room] > rect')]
        .map((it) => ['x', 'y', 'width', 'height'].map((name) => Number(it.getAttribute(name))))";
    serde_json::from_value(page.js(script, &[])).expect("numbers")
}

/// Across and down of the first point.
fn point(page: &Page) -> (u32, u32) {
    let script = "const it = document.querySelector('[data-shape=point] > circle');
        return ['cx', 'cy'].map((name) => Number(it.getAttribute(name)))";
    serde_json::from_value(page.js(script, &[])).expect("two numbers")
}

/// Reads the place of the first point on the plan, in hundredths of its width and height.
fn under_finger(page: &Page) -> At {
    let script = "const [it, on] = ['[data-shape=point] > circle', '[data-plan-surface]']
            .map((name) => document.querySelector(name).getBoundingClientRect());
        return [(it.x + it.width / 2 - on.x) / on.width, (it.y + it.height / 2 - on.y) / on.height]
            .map((part) => Math.round(100 * part))";
    serde_json::from_value(page.js(script, &[])).expect("two numbers")
}

const RIGHT: char = '\u{e014}';
const DELETE: char = '\u{e017}';

#[test]
fn the_map_of_three_rooms_is_drawn_with_a_finger_kept_and_printed() {
    journey("plan", |page| {
        begin(page);
        page.at_width(390, 1.0, || {
            let taps = draw(page);
            println!("three rooms, three risk points: {taps} taps, drags and fields");
            assert!(taps <= MOST_TAPS, "{taps}");
            // Walls that nearly meet are one, also those of the paper.
            let rooms = rooms(page);
            assert_eq!((rooms[0][0], rooms[0][0] + rooms[0][2]), (0, rooms[1][0]), "{rooms:?}");
            page.until_there("[data-shape=point][data-colour=Red]");
            page.until_there("[data-shape=area][data-colour=Yellow]");
            page.until_said("[data-before-print] [data-gap=unrated]", "空压机");
            page.axe_light_and_dark("a four-colour map");
            page.fits("a four-colour map");
            page.picture("plan", 390);

            // A finger picks up a point and moves it; the step can be taken back.
            let placed = point(page);
            finger(page, under_finger(page), None);
            finger(page, under_finger(page), Some((35, 40)));
            page.until("moved", "return Number(document.querySelector('[data-shape=point] > circle').getAttribute('cx')) > arguments[0] + 1000", &[json!(placed.0)]);
            page.press("plan-step-back");
            assert_eq!(point(page), placed);
        });

        // Without a pointer: from the list, by keys.
        page.press("select-shape-3");
        let placed = point(page);
        page.key(RIGHT);
        assert_eq!(point(page), (placed.0 + 100, placed.1));
        page.key(DELETE);
        page.until("no more of it", "return document.querySelectorAll('[data-shape=point]').length === 1", &[]);
        page.press("plan-step-back");
        page.press("plan-step-back");
        assert_eq!(point(page), placed);

        page.saved();
        page.reload();
        page.until("the plan", "return document.querySelectorAll('[data-shape]').length === 6", &[]);
        assert_eq!(page.value("[name=plan-name-2]"), "仓库");

        let sheets = printed(page, "risk-map").concat();
        for said in ["安全风险四色分布图", "图名：一号车间", "冲压", "1红", "重大风险（红）", "未定级"]
        {
            assert!(sheets.contains(said), "{said}: {sheets}");
        }
        assert!(!sheets.contains("还没有定级") && !sheets.contains("放到图上"), "tools are not printed: {sheets}");
        for (paper, size) in [("A4", [842, 595]), ("A3", [1191, 842])] {
            page.select("plan-paper", paper);
            let name = format!("risk-map-{paper}");
            assert_eq!(printed(page, &name).len(), 1, "{paper}: one sheet");
            assert_eq!(size_of(&workplace::pictures().join(format!("{name}.pdf"))), size, "{paper}");
        }
        // For word processors it lies across as well.
        let folder = tempfile::tempdir().expect("a folder");
        let (file, _) = saved(page, folder.path(), "map");
        foreign::libre_office_writer("pdf", std::slice::from_ref(&file));
        let [across, down] = size_of(&file.with_extension("pdf"));
        assert!(across > down, "{across} × {down}");
    });
}

/// The size of the first sheet of a PDF in points.
fn size_of(file: &Path) -> [u32; 2] {
    let told = poppler("pdfinfo", &[&file.to_string_lossy()]);
    let line = told.lines().find(|line| line.starts_with("Page size:")).expect("a size");
    let numbers = line.split_whitespace().filter_map(|word| word.parse::<f64>().ok());
    let rounded: Vec<u32> = numbers.map(|number| number.round() as u32).collect();
    rounded[..2].try_into().expect("two numbers")
}

#[test]
fn the_picture_below_a_map_is_small_comes_back_and_what_is_none_is_refused() {
    journey("plan-picture", |page| {
        begin(page);
        draw(page);
        page.hand_over("plan-picture", &page.file("plan.pdf", "%PDF-1.7 no picture"));
        page.until_said("[data-plan-picture-fault]", "不是照片");
        assert_eq!(page.count("[data-plan-map] image"), 0);
        let photo = fs::read(workplace::root().join("tests/fixtures/photos/with-position.jpg")).expect("the fixture");
        page.hand_over("plan-picture", &page.file("plan.jpg", photo));
        page.until_there("[data-plan-map] image");
        assert_eq!(page.count("[data-shape]"), 6, "what was drawn stays on it");
        page.saved();
        page.go("#/settings", "settings");
        page.until_there("[data-with-photos='1']");
        page.press("backup");
        let backup = page.downloaded(".zip");
        page.in_fresh_browser(Options::default(), |other| {
            other.open("#/settings");
            other.on_page("settings");
            other.hand_over("restore", &backup);
            other.until_there("[data-preview=true]");
            other.press("apply-restore");
            other.saved();
            other.go("#/paper/risk-map", "paper");
            other.until_there("[data-plan-map] image");
            assert_eq!(other.count("[data-shape]"), 6);
            assert_eq!(other.value("[name=plan-title]"), "一号车间");
        });
        page.go("#/paper/risk-map", "paper");
        page.press("remove-plan");
        page.until_there("body:not(:has([data-plan-map]))");
        page.press("undo");
        page.until_there("[data-plan-map] image");
    });
}

#[test]
fn what_hangs_on_the_wall_comes_from_the_register_for_one_place_or_all() {
    journey("plan-wall", |page| {
        begin(page);
        let go = |form: &str| {
            page.go(&format!("#/paper/{form}"), "paper");
            page.until_there(&format!("[data-form={form}] [data-sheet={form}]"));
        };
        // The highest level first; what is missing is said before printing, with the way to it.
        go("risk-control");
        page.until_said("[data-before-print]", "空压机：没有定级，没有写可能发生什么，没有应急措施");
        let rows = page.text("[data-sheet] tbody");
        let order = ["冲床", "喷漆房", "空压机"].map(|place| rows.find(place).expect(place));
        assert!(order.is_sorted() && rows.contains("公司（厂）级") && rows.contains("1. 按急停，断电"), "{rows}");
        assert!(!printed(page, "risk-control").concat().contains("打印前请看"), "notes are not printed");
        page.axe_light_and_dark("the list of risks by level");

        go("risk-board");
        page.select_saying("risk-board-of", "喷漆房");
        page.until("one row", "return document.querySelectorAll('[data-sheet] tbody tr').length === 1", &[]);
        assert!(page.text("[data-sheet] tbody").contains("火灾；后果：烧伤"));
        assert!(printed(page, "risk-board").concat().contains("急救120"));

        for form in ["risk-card", "emergency-card"] {
            go(form);
            assert_eq!(printed(page, form).len(), 3, "{form}: a page each");
            page.select_saying(&format!("{form}-of"), "冲床");
            page.until("one", "return document.querySelectorAll('[data-sheet]').length === 1", &[]);
            let sheets = printed(page, form);
            assert!(sheets.len() == 1 && sheets[0].contains("按急停") && sheets[0].contains("急救120"), "{sheets:?}");
            page.axe_light_and_dark(form);
            page.fits(form);
        }

        go("signs");
        let signs = page.attributes("[data-sign]", "data-sign");
        for id in ["beware-electricity", "beware-machine", "emergency-exit", "no-smoking"] {
            assert!(signs.iter().any(|sign| sign == id), "{id}: {signs:?}");
        }
        assert_eq!(printed(page, "signs").len(), signs.len(), "a page each");
        // For one place in one press, with its name below.
        page.select_saying("signs-of", "喷漆房");
        page.until(
            "those of one place",
            "return document.querySelectorAll('[data-sign]').length < arguments[0]",
            &[json!(signs.len())],
        );
        let own = page.attributes("[data-sign]", "data-sign");
        assert!(own.contains(&"beware-fire".to_owned()) && !own.contains(&"beware-machine".to_owned()), "{own:?}");
        let sheets = printed(page, "signs-of-a-place");
        assert!(sheets.len() == own.len() && sheets.iter().all(|sheet| sheet.contains("地点：喷漆房")), "{sheets:?}");
        page.select_saying("signs-of", "全部");
        page.until(
            "all of them",
            "return document.querySelectorAll('[data-sign]').length === arguments[0]",
            &[json!(signs.len())],
        );
        page.select("signs-per-page", "4");
        page.until_there("[data-sheet] [data-sign] ~ [data-sign]");
        let sheets = printed(page, "signs-4");
        assert_eq!(sheets.len(), signs.len().div_ceil(4));
        assert!(sheets.concat().contains("当心机械伤人") && !sheets.concat().contains("打了勾的"));
        page.axe_light_and_dark("safety signs");
        page.at_width(390, 1.0, || page.fits("safety signs"));
    });
}
