//! The documents are true of the repository: files, tests, names, numbers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anziping_core::edition::builtin;
use anziping_tests::workplace;

/// Folders of sources, in which names and tests are looked for.
const SOURCES: [&str; 7] = ["catalog", "core", "program", "src", "tables", "tests", "xtask"];
/// Results of builds, which are there only sometimes.
const BUILT: [&str; 3] = ["target/", "dist/", "assets/"];

#[test]
fn the_documents_link_to_files_that_are_there() {
    let mut dead = Vec::new();
    for document in documents() {
        let text = read(&document);
        let folder = document.parent().unwrap();
        for link in between(&text, "](", ")").filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let path = link.split('#').next().unwrap();
            if !folder.join(path).exists() {
                dead.push(format!("{}: {link}", shown(&document)));
            }
        }
    }
    assert!(dead.is_empty(), "links that lead nowhere:\n{}", dead.join("\n"));
}

/// The widest line of a document, as `.editorconfig` has it.
const WIDTH: usize = 140;
/// The numbers of lines that are wider than they should be.
///
/// Rows of tables, code, and Chinese, which has no blanks, cannot be broken.
fn too_wide(text: &str) -> Vec<usize> {
    let mut is_code = false;
    let is_chinese = |line: &str| line.chars().filter(|c| !c.is_ascii()).count() * 4 > line.chars().count();
    let breakable = |line: &str| !line.starts_with('|') && !is_chinese(line);
    let outside = text.lines().enumerate().filter(move |(_, line)| {
        is_code ^= line.trim_start().starts_with("```");
        !is_code
    });
    outside.filter(|(_, line)| line.chars().count() > WIDTH && breakable(line)).map(|(at, _)| at + 1).collect()
}

#[test]
fn no_line_of_a_document_is_wider_than_a_window() {
    let found = documents().into_iter().flat_map(|document| {
        let lines = too_wide(&read(&document));
        lines.into_iter().map(move |line| format!("{}:{line}", shown(&document)))
    });
    assert_eq!(found.collect::<Vec<_>>(), Vec::<String>::new(), "lines over {WIDTH} characters");
}

#[test]
fn a_wide_line_of_a_document_is_seen() {
    let wide = "word ".repeat(30);
    assert_eq!(too_wide(&format!("short\n{wide}\n| {wide} |\n```\n{wide}\n```\n{wide}\n")), [2, 7]);
    assert!(too_wide(&"字".repeat(200)).is_empty());
}

#[test]
fn the_paths_that_the_documents_name_are_there() {
    let mut gone = Vec::new();
    for document in documents().into_iter().filter(|path| !path.ends_with("CHANGELOG.md")) {
        let text = read(&document);
        for path in between(&text, "`", "`").filter(|word| is_path(word)) {
            if !workplace::root().join(path).exists() {
                gone.push(format!("{}: {path}", shown(&document)));
            }
        }
    }
    assert!(gone.is_empty(), "paths that are not there:\n{}", gone.join("\n"));
}

/// Returns whether a word in backquotes is a path from the root of the repository.
fn is_path(word: &str) -> bool {
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
    let first = word.split('/').next().unwrap_or_default();
    let known = SOURCES.contains(&first) || ["docs", "public", "schema"].contains(&first);
    let is_pattern = word.contains("-N.");
    plain && known && word.contains('/') && !is_pattern && !BUILT.iter().any(|built| word.starts_with(built))
}

#[test]
fn the_tests_that_the_documents_name_are_there() {
    let tests: BTreeSet<String> = functions_of_tests();
    let mut gone = Vec::new();
    for document in documents() {
        let text = read(&document);
        for name in between(&text, "`", "`").filter(|word| is_test(word)) {
            let there = match name.strip_suffix('…') {
                Some(beginning) => tests.iter().any(|test| test.starts_with(beginning)),
                None => tests.contains(name),
            };
            if !there {
                gone.push(format!("{}: {name}", shown(&document)));
            }
        }
    }
    assert!(gone.is_empty(), "no test of this name:\n{}", gone.join("\n"));
}

/// Returns whether a word in backquotes is the name of a test: a sentence, perhaps cut short.
fn is_test(word: &str) -> bool {
    let name = word.strip_suffix('…').unwrap_or(word);
    let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    plain && (name.matches('_').count() > 3 || word.ends_with('…') && name.ends_with('_'))
}

#[test]
fn the_names_of_the_glossary_are_defined_in_the_sources() {
    let text = read(&workplace::root().join("docs/glossary.md"));
    let sources = SOURCES.iter().flat_map(|folder| files(&workplace::root().join(folder)));
    let texts: Vec<String> = sources.map(|file| read(&file)).collect();
    let defined: BTreeSet<&str> = texts.iter().flat_map(|text| text.lines().filter_map(defined)).collect();
    let rows = text.lines().filter(|line| line.starts_with("| ") && line.matches('`').count() > 1);
    let names: Vec<&str> =
        rows.flat_map(|row| between(row.split(" | ").nth(1).unwrap_or_default(), "`", "`")).collect();
    assert!(names.len() > 30, "the glossary has lost its table");
    let unknown: Vec<_> = names.into_iter().filter(|name| !defined.contains(name)).collect();
    assert!(unknown.is_empty(), "names of the glossary that no source defines: {unknown:?}");
}

#[test]
fn each_term_of_the_glossary_stands_there_once() {
    let text = read(&workplace::root().join("docs/glossary.md"));
    let terms = text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = terms.filter(|term| !["中文", "---"].contains(term) && !seen.insert(*term)).collect();
    assert!(seen.len() > 60, "the glossary has lost its table");
    assert!(twice.is_empty(), "terms that stand in two rows of the glossary: {twice:?}");
}

/// The name that a line of Rust defines: an item, a member or a variant.
fn defined(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let rest = match line.strip_prefix("pub") {
        Some(rest) => rest.split_once(' ')?.1,
        None => line,
    };
    let (name, behind) = rest.split_at(rest.find(|c: char| !c.is_alphanumeric() && c != '_')?);
    match name {
        "struct" | "enum" | "trait" | "type" | "fn" | "const" | "static" | "mod" | "macro_rules" => {
            behind.split(|c: char| !c.is_alphanumeric() && c != '_').find(|word| !word.is_empty())
        }
        "" => None,
        _ if rest != line && behind.starts_with(':') => Some(name),
        _ if name.starts_with(char::is_uppercase) && [",", "(", " {"].iter().any(|end| behind.starts_with(end)) => {
            Some(name)
        }
        _ => None,
    }
}

#[test]
fn a_use_of_a_name_defines_nothing() {
    assert_eq!(defined("pub(crate) struct Registry {"), Some("Registry"));
    assert_eq!(defined("    pub officer: String,"), Some("officer"));
    assert_eq!(defined("    Unsure,"), Some("Unsure"));
    assert_eq!(defined("    let officer: String = x;"), None);
    assert_eq!(defined("    officer: who.into(),"), None);
}

/// `CONTRIBUTING.md` says what runs every night, and the two workflows run it.
#[test]
fn the_workflows_run_the_commands_that_are_promised() {
    for (workflow, command) in [("fast", "cargo xtask check"), ("whole", "cargo xtask test --nightly")] {
        let text = read(&workplace::root().join(format!(".github/workflows/{workflow}.yml")));
        assert!(text.lines().any(|line| line.trim() == format!("- run: {command}")), "{workflow}.yml: {command}");
        assert!(read(&workplace::root().join("CONTRIBUTING.md")).contains(&format!("`{command}`")), "{command}");
    }
}

/// Spark, which a step of the nightly run leaves out where it cannot run.
#[test]
fn the_nightly_workflow_installs_what_its_steps_would_do_without() {
    let text = read(&workplace::root().join(".github/workflows/whole.yml"));
    assert!(text.contains("default-jre-headless"));
}

/// The oldest browsers are named in both pages, the script that shows notices, and two documents.
#[test]
fn the_oldest_browsers_are_the_same_wherever_they_are_named() {
    let said = |file: &str| read(&workplace::root().join(file));
    let script = said("public/floor.js");
    let sentence = script.lines().find(|line| line.contains("Chrome and Edge ")).unwrap();
    let version = |name: &str| {
        let digits = sentence.split_once(name).unwrap().1.trim_start().split(|c: char| !c.is_ascii_digit()).next();
        digits.unwrap().to_owned()
    };
    let [chrome, firefox, safari] = ["Edge", "Firefox", "Safari"].map(version);
    for page in ["index.html", "office.html"] {
        for name in [format!("Chrome、Edge {chrome} "), format!("Firefox {firefox} "), format!("Safari {safari} ")] {
            assert!(said(page).contains(&name), "{page} does not say {name:?}, as public/floor.js does");
        }
    }
    for (file, sentence) in [
        ("README.zh-CN.md", format!("Chrome、Edge {chrome}，Firefox {firefox}，Safari {safari} ")),
        ("docs/hosting.md", format!("Chrome and Edge {chrome}, Firefox {firefox}, Safari {safari},")),
    ] {
        assert!(said(file).contains(&sentence), "{file} does not say {sentence:?}, as public/floor.js does");
    }
}

/// Reasons for which an engine does not do something stand where people look who choose one.
#[test]
fn the_document_for_hosts_has_every_reason_of_an_engine() {
    let source = read(&workplace::root().join("tests/src/browser.rs"));
    let table = source.split_once("pub fn lacks(").unwrap().1.split_once("_ => None").unwrap().0;
    let reasons: Vec<&str> = table.split("Some(").skip(1).filter_map(|rest| rest.split('"').nth(1)).collect();
    assert!(reasons.len() >= 9, "the table of reasons has another form: {reasons:?}");
    let document = read(&workplace::root().join("docs/hosting.md"));
    let missing: Vec<&&str> = reasons.iter().filter(|reason| !document.contains(**reason)).collect();
    assert!(missing.is_empty(), "docs/hosting.md does not say: {missing:?}");
}

/// The size that people are told before they download is the one a build may not exceed.
#[test]
fn the_size_of_the_single_file_is_said_where_it_is_offered() {
    let limit = xtask::build::single::LIMIT / 1_000_000;
    for (file, said) in [
        ("src/words/single_file.rs", format!("不到 {limit} MB")),
        ("README.zh-CN.md", format!("不到 {limit} MB")),
        ("docs/performance.md", format!("larger than {limit} MB")),
    ] {
        assert!(read(&workplace::root().join(file)).contains(&said), "{file} does not say {said:?}");
    }
}

#[test]
fn the_readmes_name_the_number_of_items() {
    let count = builtin::catalogue().unwrap().items().count();
    for (file, sentence) in
        [("README.md", format!("{count} items in eight elements")), ("README.zh-CN.md", format!("{count} 个检查项"))]
    {
        let text = read(&workplace::root().join(file)).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(&sentence), "the check list has {count} items: correct {file} to say “{sentence}”");
    }
}

#[test]
fn the_page_for_the_trade_names_every_table_and_every_count() {
    let page = read(&workplace::root().join("docs/check-list.md"));
    let schema: serde_json::Value =
        serde_json::from_str(&read(&workplace::root().join("schema/catalogue-1.json"))).unwrap();
    let values = ["ComputedFrom", "Count", "Figure"].into_iter().flat_map(|of| {
        let of = &schema["$defs"][of];
        let described = of["oneOf"].as_array().into_iter().flatten().map(|one| one["const"].clone());
        described.chain(of["enum"].as_array().into_iter().flatten().cloned()).collect::<Vec<_>>()
    });
    let values: Vec<String> = values.filter_map(|value| value.as_str().map(str::to_owned)).collect();
    assert!(values.len() > 20, "the schema has lost its counts: {values:?}");
    // The first of its kind speaks for the elements and the areas.
    let is_named = |table: &String| {
        ["element", "area"].iter().all(|kind| !table.starts_with(&format!("catalog/{kind}-")))
            || ["catalog/element-1.toml", "catalog/area-hot-work.toml"].contains(&table.as_str())
    };
    let tables = files(&workplace::root().join("catalog")).into_iter().map(|table| shown(&table)).filter(is_named);
    let missing: Vec<String> =
        values.into_iter().chain(tables).filter(|name| !page.contains(&format!("`{name}`"))).collect();
    assert!(missing.is_empty(), "docs/check-list.md does not name {missing:?}");
}

/// Which cell of a row of the pages names the files of words, and which the journeys.
const WORDS: usize = 4;
const JOURNEYS: usize = 5;

/// The text of one column of the tables, with everything outside of the tables.
fn cells(part: &str, at: usize) -> String {
    let cell =
        |line: &str| if line.starts_with('|') { line.split('|').nth(at).map(str::to_owned) } else { Some(line.into()) };
    part.lines().filter_map(cell).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_file_of_words_and_every_journey_stands_at_its_page() {
    let map = read(&workplace::root().join("docs/architecture.md"));
    let pages = map.split_once("\n## The pages\n").unwrap().1.split("\n## ").next().unwrap();
    let (_, desk) = pages.split_once("At the desk").unwrap();
    let is_named = |part: &str, at: usize, file: &str| cells(part, at).contains(&format!("`{file}`"));
    let mut missing = Vec::new();
    for path in files(&workplace::root().join("src/words")).iter().map(|path| shown(path)) {
        let file = path.strip_prefix("src/words/").unwrap();
        let is_there = match file.strip_prefix("office/") {
            Some(file) => is_named(desk, WORDS, file),
            None => file == "mod.rs" || is_named(pages, WORDS, file),
        };
        missing.extend((!is_there).then_some(path));
    }
    for path in files(&workplace::root().join("tests/journeys")) {
        let file = path.file_name().unwrap().to_str().unwrap();
        let is_journey = !["main.rs", "steps.rs"].contains(&file);
        missing.extend((is_journey && !is_named(pages, JOURNEYS, file)).then(|| shown(&path)));
    }
    assert!(missing.is_empty(), "in no row of the pages in docs/architecture.md: {missing:?}");
}

/// Each `data-page` of the routes is one that axe and the width of a phone are tried on.
#[test]
fn every_route_is_looked_at_for_everybody() {
    let routes = read(&workplace::root().join("src/enterprise/route.rs"));
    let named = routes.split_once("fn page(&self)").unwrap().1.split("\n    }\n").next().unwrap();
    let access = read(&workplace::root().join("tests/journeys/access.rs"));
    let table = access.split_once("pub const PAGES").unwrap().1.split("];").next().unwrap();
    let pages: Vec<&str> = between(named, "=> \"", "\"").collect();
    assert!(pages.len() > 15, "the routes have lost their names: {pages:?}");
    let tried: Vec<&str> = between(table, "\", \"", "\")").collect();
    let left: Vec<_> = pages.into_iter().filter(|page| !tried.contains(page)).collect();
    assert!(left.is_empty(), "add a row to PAGES in tests/journeys/access.rs for {left:?}");
}

/// The limits of downloads stand in the build and in the document, by the names of the loads.
#[test]
fn the_limits_of_downloads_are_those_that_the_build_holds() {
    let budget = read(&workplace::root().join("xtask/src/build/budget.rs"));
    let document = read(&workplace::root().join("docs/performance.md"));
    let loads: Vec<&str> = budget.lines().filter(|line| line.trim_start().starts_with("Load { name: ")).collect();
    assert!(loads.len() > 2, "the budget has lost its loads");
    for load in loads {
        let name = between(load, "name: \"", "\"").next().unwrap();
        let limit = between(load, "limit: ", " * KB").next().unwrap();
        let row = document.lines().find(|line| line.starts_with(&format!("| {name}"))).unwrap_or_default();
        assert!(row.ends_with(&format!("| {limit} kB |")), "docs/performance.md: the limit of {name} is {limit} kB");
    }
}

/// A figure of the sources that sentences name.
///
/// Its file, the beginning of the constant, what its value is divided by, and the sentences with `{}` for the figure,
/// each with the file in which it stands.
type NamedFigure = (&'static str, &'static str, u64, &'static [(&'static str, &'static str)]);

const FIGURES: [NamedFigure; 23] = [
    (LIMITS, "FILE_BYTES: usize = ", 1, &[(FORMAT, "({} bytes)")]),
    (LIMITS, "FILE_BYTES: usize = ", 1024 * 1024, &[(FORMAT, "at most {} MiB (")]),
    (LIMITS, "DEPTH: usize = ", 1, &[(FORMAT, "nested at most {} deep")]),
    (LIMITS, "VALUES: usize = ", 1, &[(FORMAT, "at most {} values (")]),
    (
        LIMITS,
        "STRING_BYTES: usize = ",
        1024,
        &[
            (FORMAT, "at most {} KiB of UTF-8"),
            ("core/src/value/line.rs", "({} KiB a string)"),
            ("core/src/hazard/field.rs", "({} KiB a string)"),
            ("core/src/schema/bounds.rs", "({} KiB a string)"),
        ],
    ),
    (
        OFFICE_MONTH,
        "ROWS: usize = ",
        1,
        &[
            (OFFICE_MONTH, "office's list, 1 to {}, none twice"),
            (OFFICE_MONTH, "length(min = 1, max = {}))"),
            (OFFICE_MONTH, "from month to month, at most {}."),
            (OFFICE_MONTH, "length(max = {}))"),
            (LIMITS, "an office with {} enterprises"),
            (FORMAT, "1 to {} `enterprises` and at most {} `hazards`"),
            ("docs/decisions/a-month-not-the-reports.md", "One file holds {} enterprises"),
        ],
    ),
    (AUTOSAVE, "PATIENCE_MS: u32 = ", 1, &[(AUTOSAVE, "after {} ms at the latest"), (DURABILITY, "{} ms later at")]),
    (AUTOSAVE, "SLOW_MS: u32 = ", 1000, &[(DURABILITY, "还没存完 after {} seconds")]),
    (
        AUTOSAVE,
        "RETRY_AT_MOST_MS: u32 = ",
        1000,
        &[(DURABILITY, "asks every {} seconds"), (DURABILITY, "within {} seconds of there being room")],
    ),
    (INBOX_LIST, "ROWS: usize = ", 1, &[(PERFORMANCE, "of those beyond the first {}")]),
    (INBOX_LIST, "SLICE_MS: f64 = ", 1, &[(PERFORMANCE, "at once as {} ms allow")]),
    (AUTOSAVE, "ROOM_EVERY_MS: u32 = ", 1000, &[(DURABILITY, "looked at every {} seconds")]),
    (VISITED, "SECONDS: u32 = ", 86_400, &[(VISITED, "grant: {} days"), (DURABILITY, "folder, {} days)")]),
    (
        "src/enterprise/together.rs",
        "MOST: usize = ",
        1,
        &[(TOGETHER, "with one 是, at most {} of them"), (TOGETHER, "more than {} points")],
    ),
    (READER, "CHARACTERS_A_SECOND: u32 = ", 1, &[(TOGETHER, "one for every {} characters")]),
    (READER, "LEAST_MS: u32 = ", 1000, &[(TOGETHER, "needs: {} second, and one for")]),
    (
        PASSPHRASE,
        "MIN_CHARACTERS: usize = ",
        1,
        &[(PASSPHRASE, "Fewer than {} characters"), (PASSPHRASES, "bits, {} characters (or")],
    ),
    (
        PASSPHRASE,
        "MIN_CHINESE: usize = ",
        1,
        &[(PASSPHRASE, "and not {} Chinese characters"), (PASSPHRASES, "(or {} Chinese ones")],
    ),
    (PASSPHRASE, "MIN_COST: u32 = ", 10, &[(PASSPHRASES, "asks for {} bits,")]),
    ("xtask/src/build/single.rs", "LIMIT: usize = ", 1_000_000, &[(PERFORMANCE, "larger than {} MB")]),
    (CONTAINER, "Work { n: 1 << ", 1, &[("Cargo.toml", "scrypt with N = 2^{},")]),
    (CONTAINER, "Work { n: 1 << 14, r: ", 1, &[("Cargo.toml", ", r = {},")]),
    (CONTAINER, "Work { n: 1 << 14, r: 8, p: ", 1, &[("Cargo.toml", ", p = {}: half a second")]),
];

const AUTOSAVE: &str = "src/store/autosave.rs";
const CONTAINER: &str = "core/seal/src/container/mod.rs";
const DURABILITY: &str = "docs/durability.md";
const FORMAT: &str = "docs/format.md";
const INBOX_LIST: &str = "src/office/inbox/list.rs";
const LIMITS: &str = "core/seal/src/limits.rs";
const OFFICE_MONTH: &str = "core/src/document/office_month/mod.rs";
const PASSPHRASE: &str = "core/src/passphrase/mod.rs";
const PASSPHRASES: &str = "docs/decisions/own-rules-for-passphrases.md";
const PERFORMANCE: &str = "docs/performance.md";
const READER: &str = "src/enterprise/reader.rs";
const TOGETHER: &str = "docs/decisions/points-together.md";
const VISITED: &str = "src/platform/visited.rs";

/// The product that stands behind these words, as in `8 * 1024 * 1024`.
fn product(text: &str, behind: &str) -> Option<u64> {
    let (_, rest) = text.split_once(behind)?;
    let end = rest.find(|c: char| !c.is_ascii_digit() && !"_ *".contains(c))?;
    rest[..end].split('*').map(|factor| factor.trim().replace('_', "").parse::<u64>().ok()).product()
}

/// The ways to write a figure in a sentence: in digits, also in groups of three, or in words.
fn written(figure: u64) -> Vec<String> {
    let digits = figure.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let words = [(1, "one"), (3, "three"), (4, "four"), (5, "five"), (6, "six"), (10, "ten"), (3000, "three thousand")];
    let in_words = words.into_iter().filter(|(value, _)| *value == figure).map(|(_, word)| word.to_owned());
    [digits, grouped].into_iter().chain(in_words).collect()
}

/// Returns whether a file has this sentence with the figure in it, wherever its lines break.
fn says(file: &str, sentence: &str, figure: u64) -> bool {
    let text = read(&workplace::root().join(file));
    let lines = text.lines().map(|line| line.trim_start().trim_start_matches("//!").trim_start_matches("///"));
    let text = lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    written(figure).iter().any(|figure| text.contains(&sentence.replace("{}", figure)))
}

#[test]
fn figures_of_the_sources_are_the_same_in_every_sentence_that_names_them() {
    let mut wrong = Vec::new();
    for (file, constant, unit, sentences) in FIGURES {
        let value = product(&read(&workplace::root().join(file)), constant);
        let value = value.unwrap_or_else(|| panic!("{file} has no `{constant}`"));
        assert_eq!(value % unit, 0, "{file}: `{constant}{value}` is no multiple of {unit}");
        let differs = sentences.iter().filter(|(place, sentence)| !says(place, sentence, value / unit));
        wrong.extend(differs.map(|(place, sentence)| format!("{place}: “{sentence}” with {}", value / unit)));
    }
    assert!(wrong.is_empty(), "not said as the sources have it:\n{}", wrong.join("\n"));
}

#[test]
fn figures_are_read_and_written_as_the_sources_and_documents_have_them() {
    assert_eq!(product("const A: u8 = 4 * 1_024;", "A: u8 = "), Some(4096));
    assert_eq!(product("const A: u8 = B;", "A: u8 = "), None);
    assert_eq!(written(3000), ["3000", "3,000", "three thousand"]);
    assert_eq!(written(8_388_608), ["8388608", "8,388,608"]);
}

/// The fuzz targets and the crates of a plain `cargo test` are counted in words.
#[test]
fn the_fuzz_targets_and_the_pure_crates_are_as_many_as_is_said() {
    let targets = fs::read_dir(workplace::root().join("tests/fuzz/fuzz_targets")).unwrap().count() as u64;
    let manifest = read(&workplace::root().join("Cargo.toml"));
    let pure = between(&manifest, "default-members = [", "]").next().unwrap().split(',').count() as u64;
    for (count, file, sentence) in [
        (targets, "CONTRIBUTING.md", "without a name all {} targets"),
        (targets, "tests/fuzz/src/lib.rs", "{} targets, each a plain function"),
        (pure, "CONTRIBUTING.md", "all tests of the {} pure crates"),
    ] {
        assert!(says(file, sentence, count), "{file} does not say “{sentence}” with {count}");
    }
}

#[test]
fn the_readme_fits_on_two_screens_and_names_both_commands() {
    let text = read(&workplace::root().join("README.md"));
    assert!(text.lines().count() <= 120, "{} lines: move what is not for everybody to docs/", text.lines().count());
    for command in ["cargo xtask serve", "cargo xtask test"] {
        assert!(text.contains(command), "{command}");
    }
}

/// Lists the documents at the root and below `docs`, without the corpus.
fn documents() -> Vec<PathBuf> {
    let at_root = fs::read_dir(workplace::root()).unwrap().map(|entry| entry.unwrap().path());
    let all = at_root.filter(|path| path.is_file()).chain(files(&workplace::root().join("docs")));
    all.filter(|path| path.extension().is_some_and(|extension| extension == "md")).collect()
}

fn functions_of_tests() -> BTreeSet<String> {
    let sources = SOURCES.iter().flat_map(|folder| files(&workplace::root().join(folder)));
    let texts =
        sources.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).map(|path| read(&path));
    texts.flat_map(|text| between(&text, "fn ", "(").map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Every stretch of the text that stands between the two marks, on one line.
fn between<'a>(text: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines().flat_map(move |line| {
        let mut rest = line;
        std::iter::from_fn(move || {
            let (_, behind) = rest.split_once(open)?;
            let (inside, after) = behind.split_once(close)?;
            rest = after;
            Some(inside)
        })
    })
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, mut found): (Vec<_>, Vec<_>) = entries
        .filter(|path| !["node_modules", "corpus", "golden"].iter().any(|name| path.ends_with(name)))
        .partition(|path| path.is_dir());
    found.retain(|path| {
        path.extension().is_some_and(|kind| ["rs", "toml", "md", "js", "mjs", "py"].iter().any(|known| kind == *known))
    });
    found.extend(folders.iter().flat_map(|folder| files(folder)));
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(workplace::root()).unwrap_or(path).display().to_string()
}
