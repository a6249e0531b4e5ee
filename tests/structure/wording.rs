//! Words stand in one place, and speak to people as 您, and on paper by the names the law has.

use std::fs;
use std::path::PathBuf;

use anziping_tests::workplace;

use crate::sources::program;

/// The lines of the check list and of the tables beside it.
fn catalogue() -> Vec<(String, String)> {
    let root = workplace::root();
    let folders = ["catalog", "catalog/trade"].map(|folder| root.join(folder));
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let tables: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|kind| kind == "toml")).collect();
    let lines = tables.into_iter().flat_map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.strip_prefix(&root).unwrap().display().to_string();
        text.lines()
            .enumerate()
            .filter(|(_, line)| !line.starts_with('#'))
            .map(|(at, line)| (format!("{name}:{}", at + 1), line.to_owned()))
            .collect::<Vec<_>>()
    });
    lines.collect()
}

/// Chinese characters; punctuation alone is no word.
fn is_word(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}

fn words() -> impl Iterator<Item = (String, String)> {
    program("src/words").into_iter().map(|line| (line.place, line.text))
}

#[test]
fn no_word_of_a_page_stands_outside_of_the_words() {
    let lines = program("src").into_iter().filter(|line| !line.place.starts_with("src/words/"));
    let found: Vec<_> = lines.filter(|line| is_word(&line.text)).map(|line| line.place).collect();
    assert!(found.is_empty(), "move it into src/words: {found:?}");
    assert!(is_word("title=\"签名\"") && !is_word("format!(\"{}（{}）。\")"));
}

/// Returns whether a text in the line has a punctuation mark that joins words to a sentence.
fn composes(line: &str) -> bool {
    line.split('"').skip(1).step_by(2).any(|text| text.contains(['：', '（', '）', '；', '，', '、', '。']))
}

#[test]
fn no_sentence_of_a_page_is_made_outside_of_the_words() {
    let pages = program("src").into_iter().filter(|line| !line.place.starts_with("src/words/"));
    let elsewhere = words_elsewhere();
    let is_elsewhere = |place: &str| elsewhere.iter().any(|path| place.starts_with(path.as_str()));
    let desk = program("core/src/office").into_iter().filter(|line| !is_elsewhere(&line.place));
    let lines = pages.chain(desk);
    let found: Vec<String> = lines.filter(|line| composes(&line.text)).map(|line| line.place).collect();
    assert!(found.is_empty(), "make it in src/words, or of what `common` there has: {found:?}");
    assert!(composes("format!(\"{}（{}）\")") && !composes("text.contains('；')"));
}

/// The paths in the first column of the table of words elsewhere.
fn words_elsewhere() -> Vec<String> {
    let text = fs::read_to_string(workplace::root().join("CONTRIBUTING.md")).unwrap();
    let (_, below) = text.split_once("\nWords elsewhere").unwrap();
    let rows = below.split("\n###").next().unwrap().lines().filter(|line| line.starts_with("| `"));
    let cells = rows.map(|row| row.split('|').nth(1).unwrap());
    cells.flat_map(|cell| cell.split('`').skip(1).step_by(2).map(str::to_owned)).collect()
}

#[test]
fn words_outside_of_the_pages_stand_where_the_contributing_page_says() {
    let listed = words_elsewhere();
    let is_below = |place: &str, path: &str| place.strip_prefix(path).is_some_and(|rest| rest.starts_with(['/', ':']));
    let with_words: Vec<String> = ["core", "tables", "program"]
        .into_iter()
        .flat_map(program)
        .filter(|line| is_word(&line.text))
        .map(|line| line.place)
        .collect();
    let strays: Vec<_> = with_words.iter().filter(|place| !listed.iter().any(|path| is_below(place, path))).collect();
    assert!(strays.is_empty(), "move it, or name the place under “Words elsewhere” in CONTRIBUTING.md: {strays:?}");
    let of_rust = ["core", "tables", "program"];
    let gone: Vec<_> = listed
        .iter()
        .filter(|path| of_rust.iter().any(|folder| path.starts_with(folder)))
        .filter(|path| !with_words.iter().any(|place| is_below(place, path)))
        .collect();
    assert!(gone.is_empty(), "CONTRIBUTING.md names places without words: {gone:?}");
}

#[test]
fn everybody_is_spoken_to_politely() {
    let impolite: Vec<_> = catalogue().into_iter().chain(words()).filter(|(_, line)| line.contains('你')).collect();
    assert!(impolite.is_empty(), "write 您: {impolite:?}");
}

#[test]
fn what_goes_on_paper_calls_nobody_a_boss() {
    let bosses: Vec<_> = catalogue().into_iter().chain(words()).filter(|(_, line)| line.contains("老板")).collect();
    assert!(bosses.is_empty(), "write 主要负责人: {bosses:?}");
}

#[test]
fn laws_go_by_names_that_people_know() {
    let short = ["安法", "危化法", "民爆条例"];
    let of = |line: &str| short.iter().any(|name| line.replace("矿安法", "").contains(name));
    let found: Vec<_> = catalogue().into_iter().chain(words()).filter(|(_, line)| of(line)).collect();
    assert!(found.is_empty(), "write the law's name: {found:?}");
}
