use std::fs;
use std::path::{Path, PathBuf};

use super::read_folder;
use crate::source::{self, SourceError};

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog")
}

/// Reads the tables of the repository after one change of one file.
///
/// The first place that reads `from` is changed; `name` keeps the tests apart on the disk.
fn after(name: &str, file: &str, from: &str, to: &str) -> Result<String, Vec<String>> {
    let folder = std::env::temp_dir().join(format!("anziping-{name}-{}/catalog/trade", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    for entry in fs::read_dir(shipped().join("trade")).expect("the tables") {
        let path = entry.expect("a table").path();
        let text = fs::read_to_string(&path).expect("a text");
        let this = path.file_name().is_some_and(|known| known == file);
        assert!(!this || text.contains(from), "{file} has no “{from}”");
        let text = if this { text.replacen(from, to, 1) } else { text };
        fs::write(folder.join(path.file_name().expect("a name")), text).expect("written");
    }
    let catalogue = source::read_folder(&shipped()).expect("sound");
    let read = read_folder(&folder, &catalogue);
    fs::remove_dir_all(folder.parent().and_then(Path::parent).expect("the folder above")).expect("removed");
    read.map_err(|fault| match fault {
        SourceError::Faults(faults) => faults.iter().map(ToString::to_string).collect(),
        SourceError::Read { path, source } => vec![format!("{}: {source}", path.display())],
    })
}

/// Holds that the tables are refused after the change, at the line where `row` begins before it.
///
/// The line is looked for: people of the trade add rows and comments above it.
#[track_caller]
fn refused_at(row: &str, name: &str, file: &str, (from, to): (&str, &str), reason: &str) {
    let text = fs::read_to_string(shipped().join("trade").join(file)).expect("a table");
    let changed = text.find(from).unwrap_or_else(|| panic!("{file} has no “{from}”"));
    let begins = text[..changed + from.len()].rfind(row).unwrap_or_else(|| panic!("no “{row}” up to “{from}”"));
    let line = 1 + text[..begins].matches('\n').count();
    assert_eq!(after(name, file, from, to), Err(vec![format!("catalog/trade/{file}:{line}: {reason}")]));
}

/// Holds that the tables are refused after the change, at its line.
#[track_caller]
fn refused(name: &str, file: &str, change: (&str, &str), reason: &str) {
    refused_at(change.0, name, file, change, reason);
}

#[test]
fn the_tables_in_the_repository_become_constants() {
    let tables = after("sound", "duties.toml", "", "").expect("sound");
    for constant in ["static DUTIES", "static POSTS", "static DAILY", "static RISKS", "enum Season", "static LICENCES"]
    {
        assert!(tables.contains(constant), "{constant}");
    }
    assert!(tables.contains("said: \"安全生产法第21条第（一）项\""), "citations are spelt out");
}

#[test]
fn a_citation_names_a_listed_document_and_a_text_that_was_read() {
    let duty = ("doc = \"awsl\", at = \"20\"", "doc = \"awls\", at = \"20\"");
    refused("document", "duties.toml", duty, "文件“awls”未在文件表（documents.toml）中列出");
    let duty = ("doc = \"awsl\", at = \"20\"", "doc = \"awsl\", at = \"62\"");
    let reason = "“安全生产法 62”写作已核对，但原文登记（readings.toml）中没有读过它的记录";
    refused("reading", "duties.toml", duty, reason);
}

#[test]
fn what_rests_on_a_document_out_of_force_says_so() {
    let bare = (
        "doc = \"awsl\", at = \"20\", confidence = \"verified\"",
        "doc = \"gbt33000-2016\", at = \"5.1.1\", confidence = \"unconfirmed\"",
    );
    let short = "标准化基本规范（GB/T 33000-2016）";
    let reason = format!("“{short}”已被代替或者失效，要用 despite 写明为什么还引用");
    refused("ended", "duties.toml", bare, &reason);
    let told = format!("{}, despite = \"新版没有这一条\"", bare.1);
    let tables = after("told", "duties.toml", bare.0, &told).expect("sound");
    assert!(tables.contains(&format!("said: \"{short}第5.1.1条（已不是现行文本：新版没有这一条）\"")), "{tables}");
}

#[test]
fn a_rule_asks_only_for_declared_facts() {
    let rule = ("when = \"open_pit\"", "when = \"openpit\"");
    refused("fact", "risks.toml", rule, "事实“openpit”未在事实表（facts.toml）中声明");
}

#[test]
fn a_season_has_days_and_a_rate_has_one_base() {
    let days = ("from = \"03-01\"", "from = \"03-32\"");
    refused("season", "seasons.toml", days, "写 from、to（月-日，如“05-01”），或者写 festival");
    let rate = ("yuan_per_tonne = 2\n", "");
    let reason = "按产量提取写 yuan_per_tonne，按收入提取写 of_revenue，两样写一样";
    refused_at("[[activity]]", "rate", "expenses.toml", rate, reason);
    let usual = ("usual = [\"机械致害\"", "usual = [\"机械伤害\"");
    refused("accident", "accidents.toml", usual, "usual 里的要先写在 types 里");
}

#[test]
fn ids_are_unique_and_keys_are_known() {
    let twice = ("id = \"safety_production\"", "id = \"mining\"");
    refused("twice", "licences.toml", twice, "“mining”与前面的重复");
    let key = ("lead_days = 90", "lead = 90");
    let reason = "不认识的键“lead”；可用的键：id、name、when、lead_days、todo、basis";
    refused("key", "licences.toml", key, reason);
    let count = ("counts = \"special_operation_certificates\"", "counts = \"rated\"");
    let reason = "不认识的值“rated”；可用的值：special_operation_certificates、special_equipment_certificates";
    refused("count", "certificates.toml", count, reason);
}

#[test]
fn a_certificate_counts_for_nothing_but_the_two_counts_of_certificates() {
    for (name, other) in
        [("new", "new_workers_trained"), ("again", "workers_retrained"), ("officers", "officers_trained")]
    {
        let count = ("\"special_operation_certificates\"", format!("\"{other}\""));
        let reason =
            format!("不认识的值“{other}”；可用的值：special_operation_certificates、special_equipment_certificates");
        refused(name, "certificates.toml", (count.0, &count.1), &reason);
    }
}

#[test]
fn a_permit_has_levels_and_measures_and_speaks_of_known_gases_and_areas() {
    let file = "permits.toml";
    let permit = |name: &str, change: (&str, &str), reason: &str| refused(name, file, change, reason);
    permit("no-area", ("area = \"hot-work\"", "area = \"hot-works\""), "没有这个编号的高风险领域");
    permit("no-gas", ("gases = [\"combustible\"]", "gases = [\"methane\"]"), "gases 里的要先写成一个 [[gas]]");
    permit("limit", ("low = \"19.5\"", "low = \"19.555\""), "范围写成如“19.5”，最多两位小数");
    permit("measure", ("id = \"sealed\"", "id = \"cleared\""), "一种票里两条措施同一个 id");
    permit("level", ("name = \"一级\"", "name = \"二级\""), "一种票里两个级别同名");
    permit("hours", ("hours = 72", "hours = 0"), "有效期至少1小时");
    permit("colon", ("name = \"动火方式\"", "name = \"方式：动火\""), "一种票里的格不同名，名字里不写“：”“；”");
    let bare = ("high = \"10\"\n", "");
    refused_at("[[gas]]", "bare-gas", file, bare, "low、high 至少写一个");
    let count = ("counts = [\"confined_jobs\"]", "counts = [\"held\"]");
    let values = "dangerous_jobs、confined_jobs、maintenance_jobs、silo_entries";
    permit("permit-count", count, &format!("不认识的值“held”；可用的值：{values}"));
    let untested = ("hours = 360\n", "hours = 360\ntest = true\n");
    let reason = "要检测的级别，这种票要写 permit.test";
    let faults = after("untested", file, untested.0, untested.1).expect_err("refused");
    assert!(faults.len() == 1 && faults[0].ends_with(reason), "{faults:?}");
}

#[test]
fn limits_times_and_the_area_of_contractors_are_cited_and_known() {
    let area = ("contractor_area = \"contractors\"", "contractor_area = \"contractor\"");
    refused("contractor", "permits.toml", area, "没有这个编号的高风险领域");
    let limits = ("basis = [{ doc = \"gb46768\", at = \"5.9.1\", confidence = \"verified\" }]", "basis = []");
    refused("limits", "permits.toml", limits, "没有写依据");
    let text = fs::read_to_string(shipped().join("trade/permits.toml")).expect("a table");
    let test = text.split("[permit.test]").nth(1).expect("a test").split("\n\n").next().expect("its lines");
    let basis = test.lines().find(|line| line.starts_with("basis")).expect("what it rests on");
    let without = test.replace(basis, "basis = []");
    let faults = after("times", "permits.toml", test, &without).expect_err("nothing cited");
    assert!(faults.len() == 1 && faults[0].ends_with("没有写依据"), "{faults:?}");
}

#[test]
fn a_statutory_table_names_figures_of_the_program_in_their_units() {
    let file = "statistics.toml";
    let unit = ("unit = \"%\"", "unit = \"项\"");
    refused("unit", file, unit, "整改率的单位是 %，资金的是 元 或者 万元");
    let day = ("quarter_day = 15", "quarter_day = 31");
    refused("quarter", file, day, "日子写成 1 到 30，年度的到 31");
    let basis = ("basis = [{ doc = \"order16\", at = \"14\", confidence = \"secondary\" }]", "basis = []");
    refused("group", file, basis, "没有写依据");
    let unknown = after("figure", file, "figure = \"general_carried\"", "figure = \"carried\"").expect_err("unknown");
    assert!(
        unknown.iter().all(|fault| fault.contains("不认识的值“carried”；可用的值：general_carried")),
        "{unknown:?}"
    );
}

#[test]
fn another_statutory_table_is_another_file_and_no_code() {
    let tables = after("rows", "statistics.toml", "what = \"期初未销号\"", "what = \"上季度结转\"").expect("sound");
    assert!(tables.contains("what: \"上季度结转\", unit: \"项\", figure: StatisticsFigure::GeneralCarried"));
}

#[test]
fn a_new_permit_is_a_row_and_no_code() {
    let row = "[[permit]]\nid = \"night_work\"\nname = \"夜间作业\"\ntitle = \"夜间作业票\"\nsign = [\"审批人\"]\nfinish = []\n\
               basis = [{ doc = \"awsl\", at = \"43\", confidence = \"verified\" }]\n[[permit.level]]\nname = \"不分级\"\nhours = 8\n\
               approver = \"厂长\"\ncounts = []\nbasis = []\n[[permit.measure]]\nid = \"light\"\nwhat = \"照明足够\"\n\n";
    let tables = after(
        "new-permit",
        "permits.toml",
        "[[permit]]\nid = \"height\"",
        &format!("{row}[[permit]]\nid = \"height\""),
    );
    assert!(tables.expect("sound").contains("(PermitKind::NightWork, &[\"夜间作业\"])"));
}
