use super::{Fault, SourceError, read_folder, read_sources};
use crate::{Kind, Rule, TargetCode, VetoOn};

const HEAD: &str = r#"id = "sample"
version = "2026.11"
title = "样例"
issued = "2026-11-01"
notice = "以现行有效文本为准"
"#;

const FACTS: &str = r#"[[fact]]
id = "hot_work"
group = "area"
label = "有动火作业"
question = "厂里会动火吗？"
hint = ""
"#;

const DOCUMENTS: &str = r#"[[document]]
id = "awsl"
title = "中华人民共和国安全生产法"
short = "安法"
number = ""
in_force_since = "2021-09-01"
replaces = ""
note = ""
checked_on = "2026-10"
confidence = "verified"
address = "https://flk.npc.gov.cn/"
"#;

const READINGS: &str = r#"[[reading]]
doc = "awsl"
at = "22、43"
address = "https://flk.npc.gov.cn/"
copy = "https://example.cn/awsl"
read_on = "2026-11-28"
"#;

const ELEMENT: &str = r#"number = 1
clause = "5.1"
name = "目标职责"
weight = 100

[[sub]]
clause = "5.1.1"
name = "目标"

[[item]]
id = "Z01"
sub = "5.1.1"
question = "目标写下来了吗？"
how = "看文件。"
evidence = ["目标文件"]
kind = "level"
interval = "quarter"
interval_when = [{ when = "workers > 100", interval = "month" }]
weight = 2
applies = "always"
scope = "小微企业"
basis = [{ doc = "awsl", at = "22①", confidence = "verified" }]

[[item]]
id = "Z06"
sub = "5.1.1"
question = "本人签了字吗？"
how = "抽查。"
evidence = ["签字页"]
kind = "ratio"
done = "已签人数"
total = "在岗人数"
interval = "month"
weight = 5
applies = "hot_work"
basis = [
  { doc = "awsl", at = "", confidence = "secondary" },
]
[item.veto]
on = "below_full"
when = "hot_work"
criterion = "10号令"
condition = ""
fires = { found = "一人没签", answer = "3/4", facts = ["hot_work"] }
does_not_fire = { found = "都签了", answer = "4/4", facts = ["hot_work"] }
"#;

const AREA: &str = r#"order = 1
id = "hot-work"
fact = "hot_work"
name = "动火"
basis = [{ doc = "awsl", at = "43", confidence = "verified" }]

[[target]]
code = "P1"
done = "现行有效文件"
total = "必备文件"
[[target.point]]
text = "有审批制度"
basis = [{ doc = "awsl", at = "43", confidence = "verified" }]
[[target.point]]
text = "划定了固定动火区"
note = "参照执行"
confidence = "unconfirmed"

[[target]]
code = "P2"
done = "已培训"
total = "应训"
[[target.point]]
text = "焊工持证"
confidence = "secondary"

[[target]]
code = "P3"
done = "已管控"
total = "全部"
[[target.point]]
text = "清理可燃物"
confidence = "secondary"

[[target]]
code = "P4"
done = "已销号"
total = "应销号"
[[target.point]]
text = "无票动火为零"
confidence = "secondary"
"#;

fn sources() -> Vec<(String, String)> {
    [
        ("catalog.toml", HEAD),
        ("facts.toml", FACTS),
        ("documents.toml", DOCUMENTS),
        ("readings.toml", READINGS),
        ("element-1.toml", ELEMENT),
        ("area-hot-work.toml", AREA),
    ]
    .map(|(name, text)| (format!("catalog/{name}"), text.to_owned()))
    .to_vec()
}

#[track_caller]
fn faults(sources: &[(String, String)]) -> Vec<Fault> {
    match read_sources(sources) {
        Err(SourceError::Faults(faults)) => faults,
        other => panic!("faults expected: {other:?}"),
    }
}

/// The faults, as people see them, after one piece of one file was replaced.
#[track_caller]
fn after(file: &str, piece: &str, by: &str) -> Vec<String> {
    let mut changed = sources();
    let (_, text) = changed.iter_mut().find(|(name, _)| name.ends_with(file)).expect(file);
    assert!(text.contains(piece), "{piece} is not in {file}");
    *text = text.replacen(piece, by, 1);
    faults(&changed).iter().map(Fault::to_string).collect()
}

#[test]
fn a_small_good_catalogue_compiles() {
    let catalogue = read_sources(&sources()).expect("sound");
    assert_eq!(catalogue.version, "2026.11");
    let ratio = catalogue.item("Z06").expect("the item");
    assert_eq!((ratio.kind, ratio.weight), (Kind::Ratio, 5));
    assert_eq!((ratio.done_label.as_str(), ratio.total_label.as_str()), ("已签人数", "在岗人数"));
    assert_eq!(ratio.applies, Rule::parse("hot_work").expect("a rule"));
    assert_eq!(ratio.veto.as_ref().map(|veto| veto.on), Some(VetoOn::BelowFull));
    assert_eq!(ratio.basis[0].document, "awsl");
    let level = catalogue.item("Z01").expect("the item");
    assert_eq!((level.sub_element.as_str(), level.scope_note.as_str()), ("5.1.1", "小微企业"));
    assert_eq!((level.interval_when.len(), level.veto.clone()), (1, None));
}

#[test]
fn points_get_their_ids_from_their_place() {
    let catalogue = read_sources(&sources()).expect("sound");
    let ids: Vec<&str> = catalogue.points().map(|point| point.id.as_str()).collect();
    assert_eq!(ids, ["hot-work.P1.1", "hot-work.P1.2", "hot-work.P2.1", "hot-work.P3.1", "hot-work.P4.1"]);
    let area = catalogue.area("hot-work").expect("the area");
    assert_eq!(area.targets[3].code, TargetCode::P4);
}

#[test]
fn the_order_of_the_files_does_not_matter() {
    let mut reversed = sources();
    reversed.reverse();
    assert_eq!(read_sources(&reversed).expect("sound"), read_sources(&sources()).expect("sound"));
}

#[test]
fn each_fault_names_file_line_and_reason() {
    let element = "element-1.toml";
    let cases = [
        (
            element,
            r#"applies = "hot_work""#,
            r#"applies = "hot_work or gass""#,
            35,
            "事实“gass”未在事实表（facts.toml）中声明",
        ),
        (element, "when = \"hot_work\"", "when = \"gass\"", 41, "事实“gass”未在事实表（facts.toml）中声明"),
        (element, r#""workers > 100""#, r#""gass""#, 18, "事实“gass”未在事实表（facts.toml）中声明"),
        (
            element,
            r#"applies = "hot_work""#,
            r#"applies = "hot_work und gass""#,
            35,
            "规则第10个字符处：两个条件之间要写 and 或 or",
        ),
        (element, "id = \"Z06\"", "id = \"Z01\"", 25, "“Z01”与前面的重复"),
        (element, "weight = 5", "weight = 6", 34, "权重 6 超出 1 到 5"),
        (element, "sub = \"5.1.1\"", "sub = \"5.1.9\"", 12, "子要素“5.1.9”不在本要素中"),
        (element, "clause = \"5.1.1\"", "clause = \"5.2.1\"", 7, "条号“5.2.1”不在本要素条号之下"),
        (element, "[{ doc = \"awsl\", at = \"22①\", confidence = \"verified\" }]", "[]", 22, "没有写依据"),
        (element, "  { doc = \"awsl\"", "  { doc = \"awls\"", 37, "文件“awls”未在文件表（documents.toml）中列出"),
        (element, "done = \"已签人数\"\n", "", 24, "比率题要写明分子和分母各是什么"),
        (element, "kind = \"level\"", "kind = \"level\"\ndone = \"人数\"", 17, "只有比率题才写分子和分母"),
        (
            element,
            "on = \"below_full\"",
            "on = \"no\"",
            40,
            "否决条件与答题方式不符：yes_no 用 no，level 用 no 或 partly_or_no，ratio 用 below_full",
        ),
        (element, "\"目标写下来了吗？\"", "\"\"", 13, "内容为空"),
        (element, "写下来", "写\\u200B下来", 13, "不能使用字符 U+200B"),
        (element, "number = 1", "number = 9", 1, "文件名与 number 不符，应为 element-9.toml"),
        (element, "kind = \"level\"", "kind = \"levels\"", 16, "不认识的值“levels”；可用的值：level、ratio、yes_no"),
        (
            element,
            "how = \"看文件。\"",
            "hwo = \"看文件。\"",
            14,
            "不认识的键“hwo”；可用的键：id、sub、question、how、evidence、kind、done、total、interval、interval_when、weight、\
             veto、lead、computed、figures、documents、this_month、of_workers、applies、scope、basis",
        ),
        (element, "how = \"抽查。\"\n", "", 24, "缺少键“how”"),
        (element, "weight = 2", "weight = \"2\"", 19, "值的类型或范围不对（invalid type: string \"2\", expected u32）"),
        (
            element,
            "weight = 2",
            "weight = 2.5",
            19,
            "值的类型或范围不对（invalid type: floating point `2.5`, expected u32）",
        ),
        (element, "weight = 2", "weight = 2\nweight = 3", 20, "键重复"),
        (element, "name = \"目标\"", "name = \"目标", 8, "TOML 写法有误（invalid basic string, expected `\"`）"),
        ("facts.toml", "\"hot_work\"", "\"and\"", 2, "“and”是规则的保留字，不能作事实编号"),
        ("facts.toml", "label = \"有动火作业\"", "label = \"有动火作业 \"", 4, "首尾有空格"),
        ("readings.toml", "2026-11-28", "2026-11", 6, "“2026-11”写法不对，应如“2026-11-01”"),
        ("readings.toml", "doc = \"awsl\"", "doc = \"awls\"", 2, "文件“awls”未在文件表（documents.toml）中列出"),
        (
            element,
            "at = \"22①\"",
            "at = \"23①\"",
            22,
            "“安法 23①”写作已核对，但原文登记（readings.toml）中没有读过它的记录",
        ),
        (
            element,
            "does_not_fire = { found = \"都签了\", answer = \"4/4\"",
            "does_not_fire = { found = \"都签了\", answer = \"3/4\"",
            45,
            "这一例按规则会否决",
        ),
        ("documents.toml", "2021-09-01", "2021-9-1", 6, "“2021-9-1”写法不对，应如“2026-11-01”"),
        ("catalog.toml", "2026.11", "11月", 2, "“11月”写法不对，应如“2026.11”"),
        ("area-hot-work.toml", "code = \"P4\"", "code = \"P5\"", 36, "不认识的值“P5”；可用的值：P1、P2、P3、P4"),
        ("area-hot-work.toml", "code = \"P4\"", "code = \"P1\"", 7, "每个领域的指标应依次为 P1、P2、P3、P4"),
        (
            "area-hot-work.toml",
            "fact = \"hot_work\"",
            "fact = \"lifting\"",
            3,
            "事实“lifting”未在事实表（facts.toml）中声明",
        ),
        ("area-hot-work.toml", "id = \"hot-work\"", "id = \"fire\"", 2, "文件名与 id 不符，应为 area-fire.toml"),
        (
            "area-hot-work.toml",
            "[[target.point]]\ntext = \"焊工持证\"\nconfidence = \"secondary\"\n",
            "",
            19,
            "指标下没有检查要点",
        ),
    ];
    let mut wrong = Vec::new();
    for (file, piece, by, line, reason) in cases {
        let found = after(file, piece, by);
        let expected = format!("catalog/{file}:{line}: {reason}");
        if !found.contains(&expected) {
            wrong.push(format!("expected {expected}\n   found {}", found.join("\n         ")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_wrong_relation_is_told_at_its_line() {
    let point = |written: &str| {
        after("area-hot-work.toml", "text = \"清理可燃物\"", &format!("text = \"清理可燃物\"\n{written}"))
    };
    for (written, reason) in [
        (r#"same = "Z09""#, "没有编号是“Z09”的题"),
        (r#"same = "Z06""#, "“Z06”是比率题"),
        (r#"follows = [{ of = ["hot-work.P9.1"], on = "met", answer = "yes" }]"#, "没有编号是“hot-work.P9.1”的题"),
        (r#"follows = [{ of = ["Z06"], on = "no", answer = "no" }]"#, "“Z06”说不出这样的回答"),
        (r#"follows = [{ of = ["month.accidents"], on = "met", answer = "no" }]"#, "“month.accidents”说不出这样的回答"),
        (r#"follows = [{ of = ["month.nothing"], on = "some", answer = "no" }]"#, "没有编号是“month.nothing”的题"),
        (
            r#"follows = [{ of = ["hot-work.P3.1"], on = "met", answer = "yes" }]"#,
            "“hot-work.P3.1”绕了一圈又由自己得出",
        ),
        ("same = \"Z01\"\nfollows = [{ of = [\"Z01\"], on = \"no\", answer = \"no\" }]", "same 和 follows 只能写一样"),
        (r#"applies = "dormitry""#, "事实“dormitry”未在事实表（facts.toml）中声明"),
    ] {
        let found = point(written);
        assert!(found.len() == 1 && found[0].starts_with("catalog/area-hot-work.toml:33: "), "{written}: {found:?}");
        assert!(found[0].contains(reason), "{written}: {found:?}");
    }
    let found = after("element-1.toml", "weight = 2", "weight = 2\nof_workers = true");
    assert!(found[0].starts_with("catalog/element-1.toml:20: 只有比率题才有分母"), "{found:?}");
}

#[test]
fn a_fault_between_two_files_is_told_where_the_reference_stands() {
    assert_eq!(
        after("facts.toml", "group = \"area\"", "group = \"asked\""),
        ["catalog/area-hot-work.toml:3: 事实“hot_work”不属于 area 组"]
    );
}

#[test]
fn element_weights_are_summed_over_all_files() {
    assert_eq!(
        after("element-1.toml", "weight = 100", "weight = 99"),
        ["catalog/catalog.toml:1: 各要素权重之和是 99，应为 100"]
    );
}

#[test]
fn all_faults_of_all_files_are_told_at_once() {
    let mut changed = sources();
    for (name, text) in &mut changed {
        if name.ends_with("element-1.toml") {
            *text = text.replace("weight = 5", "weight = 9").replace("\"看文件。\"", "\"\"");
        }
        if name.ends_with("facts.toml") {
            *text = text.replace("有动火作业", "");
        }
    }
    let shown: Vec<String> = faults(&changed).iter().map(Fault::to_string).collect();
    assert_eq!(
        shown,
        [
            "catalog/element-1.toml:14: 内容为空",
            "catalog/element-1.toml:34: 权重 9 超出 1 到 5",
            "catalog/facts.toml:4: 内容为空",
        ]
    );
}

#[test]
fn a_missing_file_is_named() {
    let without = |file: &str| {
        let left: Vec<_> = sources().into_iter().filter(|(name, _)| !name.ends_with(file)).collect();
        faults(&left).first().map(Fault::to_string)
    };
    for file in ["catalog.toml", "facts.toml", "documents.toml"] {
        assert_eq!(without(file), Some(format!("{file}:1: 缺少此文件")));
    }
}

#[test]
fn a_file_with_a_name_of_no_kind_is_not_passed_over() {
    let mut more = sources();
    more.push(("catalog/elemnt-2.toml".into(), ELEMENT.into()));
    assert_eq!(
        faults(&more)[0].to_string(),
        "catalog/elemnt-2.toml:1: 不认识的文件名；可用：catalog、facts、documents、readings、exclusions、changes、element-序号、area-编号、criteria-编号"
    );
}

#[test]
fn the_same_file_twice_is_refused() {
    let mut more = sources();
    more.push(("old/facts.toml".into(), FACTS.into()));
    assert_eq!(faults(&more)[0].to_string(), "old/facts.toml:1: 同名文件出现两次");
}

#[test]
fn two_areas_cannot_have_the_same_order() {
    let mut more = sources();
    more.push(("catalog/area-lifting.toml".into(), AREA.replace("hot-work", "lifting")));
    assert_eq!(faults(&more)[0].to_string(), "catalog/area-lifting.toml:1: order 与另一个领域重复");
}

#[test]
fn a_file_saved_by_notepad_reads_the_same() {
    let saved: Vec<(String, String)> =
        sources().into_iter().map(|(name, text)| (name, format!("\u{FEFF}{}", text.replace('\n', "\r\n")))).collect();
    assert_eq!(read_sources(&saved).expect("sound"), read_sources(&sources()).expect("sound"));
}

#[test]
fn a_folder_that_is_not_there_is_an_error_with_its_path() {
    let error = read_folder("no/such/catalogue".as_ref()).expect_err("nothing there");
    assert!(matches!(error, SourceError::Read { .. }));
    assert!(error.to_string().starts_with("无法读取 no/such/catalogue"), "{error}");
}

const CRITERIA: &str = r#"order = 1
id = "gm10"
name = "10号令"
document = "awsl"
confidence = "secondary"

[[part]]
article = "第十三条"
name = "有限空间"
applies = "hot_work"

[[part.criterion]]
id = "GM10-13-1"
at = "第十三条（一）"
text = "没有台账，并且没有标志。"
defects = ["没有台账", "没有标志"]
needs = "all"
applies = "always"
"#;

#[test]
fn a_faulty_criterion_is_told_where_it_stands() {
    let with = |text: String| {
        let mut more = sources();
        more.push(("catalog/criteria-gm10.toml".into(), text));
        more
    };
    let catalogue = read_sources(&with(CRITERIA.into())).expect("sound");
    assert_eq!(catalogue.criterion("GM10-13-1").map(|listed| listed.criterion.needs), Some(crate::Needs::All));
    for (piece, by, line, reason) in [
        ("id = \"GM10-13-1\"", "id = \"gm10-13-1\"", 13, "“gm10-13-1”写法不对，应如“GM10-13-1”"),
        ("document = \"awsl\"", "document = \"order10\"", 4, "文件“order10”未在文件表（documents.toml）中列出"),
        ("applies = \"hot_work\"", "applies = \"dust\"", 10, "事实“dust”未在事实表（facts.toml）中声明"),
        ("[\"没有台账\", \"没有标志\"]", "[\"没有台账\"]", 16, "逐项列出的情形有 1 个，应为 2 到 9 个或不列"),
        ("id = \"gm10\"", "id = \"gm11\"", 2, "文件名与 id 不符，应为 criteria-gm11.toml"),
    ] {
        let found = faults(&with(CRITERIA.replacen(piece, by, 1)));
        assert_eq!(found[0].to_string(), format!("catalog/criteria-gm10.toml:{line}: {reason}"));
    }
    let twice = CRITERIA.to_owned() + &CRITERIA[CRITERIA.find("[[part.criterion]]").expect("it")..];
    assert_eq!(faults(&with(twice))[0].to_string(), "catalog/criteria-gm10.toml:20: “GM10-13-1”与前面的重复");
}

#[test]
fn counts_are_computed_only_where_there_is_something_to_count() {
    let computed =
        |said: &str| after("element-1.toml", "done = \"已签人数\"", &format!("computed = {said}\ndone = \"已签人数\""));
    for (said, reason) in [
        ("{ from = \"screening\" }", "由重大隐患对照算出，要有判定标准（criteria-….toml）"),
        ("{ from = \"risks\", count = \"held\" }", "from 写的那本台账没有这个数；各台账有哪些数见 docs/check-list.md"),
        (
            "{ from = \"wages\", count = \"held\" }",
            "不认识的值“wages”；可用的值：screening、hazards、people、risks、drills、expenses、permits、equipment、contractors",
        ),
    ] {
        assert_eq!(computed(said), [format!("catalog/element-1.toml:31: {reason}")]);
    }
}
