//! Every form as a file of word processors, opened by another program.
//!
//! Its text and its tables are compared cell by cell with the page, and its pictures by number and size.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anziping_tests::{Page, foreign, journey};
use serde::Deserialize;

use crate::{plan, steps::*, supervised};

/// The content of a paper, without white space.
#[derive(Deserialize, PartialEq, Debug)]
pub struct Written {
    text: String,
    tables: Vec<Vec<Vec<String>>>,
    /// Width and height of each picture in millimetres.
    pictures: Vec<[u32; 2]>,
}

/// A script that reads what is printed of the sheets: the text, and the cells of tables.
///
/// Pairs and lines to sign on are tables too. What a drawing says stands in its picture.
const SHOWN: &str = r#"
    const left_out = '.no-print, .visually-hidden, [aria-hidden=true], button, select, svg[data-millimetres], details:not([open]) > :not(summary)';
    const said = (root) => {
        const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        let text = '';
        while (walk.nextNode()) if (!walk.currentNode.parentElement.closest(left_out)) text += walk.currentNode.data;
        return text.replace(/\s/g, '');
    };
    const rows = (part) => {
        if (part.matches('table')) return [...part.rows].map((row) => [...row.cells].map(said));
        if (part.matches('dl')) {
            const pairs = [];
            for (const one of part.children) {
                if (one.matches('dt')) pairs.push([said(one)]);
                else if (pairs.at(-1).length > 1) pairs.at(-1)[1] += said(one);
                else pairs.at(-1).push(said(one));
            }
            return pairs;
        }
        const lines = part.matches('.sheet-signs') ? [...part.children].map(said) : [said(part)];
        return Array.from({ length: Math.ceil(lines.length / 2) }, (_, at) => lines.slice(2 * at, 2 * at + 2));
    };
    const parts = '.sheet :is(table, dl, .sheet-signs, .sheet-sign:not(.sheet-signs *))';
    const sheets = [...document.querySelectorAll('.sheet')];
    const drawn = [...document.querySelectorAll('.sheet :is(svg[data-millimetres], svg.qr)')];
    const size = (svg) => {
        const [across, down] = [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height];
        const width = Number(svg.dataset.millimetres ?? 34);
        return [width, Math.floor((width * down) / across)];
    };
    return {
        pictures: drawn.filter((svg) => !svg.parentElement.closest(left_out)).map(size),
        text: sheets.map(said).join(''),
        tables: [...document.querySelectorAll(parts)].filter((part) => !part.closest(left_out)).map(rows),
    };
"#;

/// The file of the form on the page, under a name of its own, and what the page shows.
pub fn saved(page: &Page, folder: &Path, name: &str) -> (PathBuf, Written) {
    page.press("save-word");
    page.until_there("[data-exported=word]");
    let file = folder.join(format!("{name}.docx"));
    fs::rename(page.downloaded(".docx"), &file).expect("the file is kept");
    (file, serde_json::from_value(page.js(SHOWN, &[])).expect("what the page shows"))
}

/// Reads a file with another program after LibreOffice has opened and saved it.
fn read(file: &Path) -> Written {
    let answer = foreign::python("document.py", &[file.as_os_str()]);
    let mut written: Written = serde_json::from_slice(&answer).expect("what stands in it");
    // Between two lines to sign on beside each other is a cell for the gap.
    for row in written.tables.iter_mut().flatten() {
        if row.len() == 3 && row[1].is_empty() && row[0].ends_with('：') {
            row.remove(1);
            row.truncate(if row[1].is_empty() { 1 } else { 2 });
        }
    }
    written
}

#[track_caller]
fn assert_same(name: &str, found: &Written, shown: &Written) {
    assert!(!shown.text.is_empty(), "{name}: the page shows something");
    assert_eq!(found.tables.len(), shown.tables.len(), "{name}: tables\n{found:#?}\n{shown:#?}");
    for (at, (found, shown)) in found.tables.iter().zip(&shown.tables).enumerate() {
        assert_eq!(found.len(), shown.len(), "{name}, table {}: rows", at + 1);
        for (row, (found, shown)) in found.iter().zip(shown).enumerate() {
            assert_eq!(found, shown, "{name}, table {}, row {}", at + 1, row + 1);
        }
    }
    assert_eq!(found.text, shown.text, "{name}: all of its text");
    assert_eq!(found.pictures, shown.pictures, "{name}: its pictures");
}

/// Asserts of files, each with what the page showed, that another program reads the same in them.
#[track_caller]
pub fn assert_all_same<Name: AsRef<str>>(every: &[(Name, PathBuf, Written)]) {
    let files: Vec<PathBuf> = every.iter().map(|(_, file, _)| file.clone()).collect();
    foreign::libre_office_writer("odt", &files);
    for (name, file, shown) in every {
        assert_same(name.as_ref(), &read(&file.with_extension("odt")), shown);
    }
}

#[test]
fn every_form_says_in_a_word_file_what_it_says_on_the_page() {
    let folder = tempfile::tempdir().unwrap();
    journey("word", |page| {
        // With a map, and a hazard under supervision: without them some forms would have nothing to say.
        plan::begin(page);
        plan::draw(page);
        let number = supervised::supervise(page);
        make_key(page);
        sign_and_export(page);
        page.go("#/paper/resume", "paper");
        page.until_said("[data-form=resume]", &number);
        let forms = page.attributes(".paper-forms a", "href");
        assert!(forms.len() > 12, "{forms:?}");
        let forms = forms.iter().map(|href| href.rsplit('/').next().expect("a form").to_owned());
        let every = forms.map(|form| {
            page.go(&format!("#/paper/{form}"), "paper");
            page.until_there(&format!("[data-form={form}] .sheet"));
            let (file, shown) = saved(page, folder.path(), &form);
            (form, file, shown)
        });
        let every: Vec<_> = every.collect();
        let pictured = |name: &str| every.iter().any(|(form, _, shown)| form == name && !shown.pictures.is_empty());
        assert!(["risk-map", "risk-card", "signs", "key", "report"].into_iter().all(pictured));
        assert_all_same(&every);
        let again = saved(page, folder.path(), "again").0;
        let bytes = |file: &Path| fs::read(file).expect("a file");
        assert!(bytes(&again) == bytes(&every.last().expect("a form").1), "the same form gives the same bytes");
    });
}
