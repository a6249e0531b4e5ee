//! The box with the papers of a year: complete, in its order, its table of contents true.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anziping_core::hazard::{Grade, Hazard, Stage};
use anziping_core::record::backup::{Backup, SigningKeys};
use anziping_core::record::{Envelope, RecordKey, SealedRecord};
use anziping_core::register::{Person, Registers};
use anziping_core::value::day::Day;
use anziping_fixtures::sample;
use anziping_tests::{Page, foreign, journey, workplace};
use serde::Deserialize;

use crate::steps::*;

/// The content of a box as another program finds it.
#[derive(Deserialize, Debug)]
struct Unpacked {
    damaged: Option<String>,
    entries: Vec<Named>,
    rows: Vec<Vec<Cell>>,
    scripts: usize,
    /// The text of each file of a word processor, as it is written in it.
    papers: BTreeMap<String, String>,
}

#[derive(Deserialize, Debug)]
struct Named {
    name: String,
    utf8: bool,
}

#[derive(Deserialize, Debug)]
struct Cell {
    text: String,
    link: Option<String>,
}

impl Unpacked {
    /// The rows of papers: what, when, where it lies, what is said of it.
    fn papers_listed(&self) -> impl Iterator<Item = (&str, &str, Option<&str>, &str)> {
        let four = self.rows.iter().filter(|row| row.len() == 4).skip(1);
        four.map(|row| (row[0].text.as_str(), row[1].text.as_str(), row[2].link.as_deref(), row[3].text.as_str()))
    }

    /// Finds the place of something.
    #[track_caller]
    fn at(&self, what: &str) -> &str {
        let found = self.papers_listed().find(|(listed, ..)| *listed == what);
        found.unwrap_or_else(|| panic!("{what} is not listed")).2.unwrap_or_else(|| panic!("{what} is not there"))
    }
}

/// Makes a box and has another program unpack it into the folder.
fn made(page: &Page, folder: &Path) -> Unpacked {
    page.go("#/paper/box", "paper");
    page.until_there("[data-box-before]");
    page.press("make-box");
    page.until_there("[data-exported=box]");
    let answer = foreign::python("box.py", &[page.downloaded(".zip").as_os_str(), folder.as_os_str()]);
    serde_json::from_slice(&answer).expect("what is in it")
}

/// Adds a photograph to a hazard of the demonstration.
fn with_photograph(page: &Page) {
    page.go("#/hazards", "hazards");
    let hazard = page.attributes("[data-hazard]", "data-hazard").pop().expect("a hazard");
    page.go(&format!("#/hazards/{hazard}"), "hazards");
    let photograph = workplace::root().join("tests/fixtures/photos/with-position.jpg");
    page.hand_over("add-photo-before", &photograph);
    page.until_there("[data-photos=Before] [data-photo] img");
    page.saved();
}

#[test]
fn the_table_of_contents_names_every_file_of_the_box_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    journey("box", |page| {
        page.open("");
        page.press("demo");
        with_photograph(page);
        make_key(page);
        let signed = sign_and_export(page);
        let before = page.presses();
        let unpacked = made(page, folder.path());
        assert_eq!(page.presses() - before, 1, "one press, besides the way to the page");
        page.axe_light_and_dark("a box");
        page.fits("a box");
        page.picture("box", 390);

        assert_eq!((unpacked.damaged.as_deref(), unpacked.scripts), (None, 0));
        let names: BTreeSet<&str> = unpacked.entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names.len(), unpacked.entries.len(), "no two files of one name");
        assert!(unpacked.entries.iter().all(|entry| entry.utf8 || entry.name.is_ascii()), "{names:?}");
        let listed: BTreeSet<&str> = unpacked.papers_listed().filter_map(|(_, _, link, _)| link).collect();
        let unlisted: Vec<_> = names.iter().filter(|name| **name != "index.html" && !listed.contains(*name)).collect();
        let absent: Vec<_> = listed.difference(&names).collect();
        assert!(unlisted.is_empty() && absent.is_empty(), "{unlisted:?} {absent:?}");
        let folders: Vec<&str> = unpacked.rows.iter().filter(|row| row.len() == 1).map(|row| &*row[0].text).collect();
        assert_eq!(folders, ["1 制度", "2 责任", "3 培训", "4 风险", "5 隐患", "6 应急", "7 事故", "8 月报"]);

        let report = unpacked.papers_listed().find(|(.., said)| said.contains("签名有效")).expect("a signed file");
        let inside = fs::read(folder.path().join(report.2.expect("it is there"))).unwrap();
        assert!(inside == fs::read(signed).unwrap(), "byte for byte");
        for part in ["各项数字重新算过，一致", "得分：", "签名人：", "签名时间："] {
            assert!(report.3.contains(part), "{part}: {}", report.3);
        }
        let nothing = unpacked.papers_listed().filter(|(_, _, link, _)| link.is_none());
        assert!(nothing.filter(|(.., said)| said.is_empty()).count() == 0, "what is not there has its reason");
        assert!(unpacked.at("隐患照片").ends_with(".jpg"));

        // What a file says is what the page says when the form is saved by itself.
        for (form, title) in
            [("ledger", "事故隐患排查治理台账"), ("posts", "安全生产岗位责任清单"), ("report", "月度自查自改报告")]
        {
            page.go(&format!("#/paper/{form}"), "paper");
            page.until_there(&format!("[data-form={form}] .sheet"));
            page.press("save-word");
            page.until_there("[data-exported=word]");
            let alone = foreign::python("box.py", &["--paper".as_ref(), page.downloaded(".docx").as_os_str()]);
            let alone: String = serde_json::from_slice(&alone).expect("its text");
            let period = page.text("[data-sheet] .sheet-line");
            let of_month =
                |(what, when, ..): &(&str, &str, Option<&str>, &str)| *what == title && period.contains(when);
            let path = unpacked.papers_listed().find(of_month).and_then(|(_, _, link, _)| link).expect(title);
            assert!(unpacked.papers[path] == alone, "{form}");
        }

        // What lives from its pictures has them.
        let of_paper = |(what, ..): &(&str, &str, Option<&str>, &str)| *what == "安全标志";
        let signs = unpacked.papers_listed().find(of_paper).and_then(|(_, _, link, _)| link).expect("the signs");
        let listed_in = Command::new("unzip").arg("-l").arg(folder.path().join(signs)).output().expect("unzip");
        assert!(String::from_utf8_lossy(&listed_in.stdout).matches("word/media/").count() > 1, "{listed_in:?}");
        page.load_file(&folder.path().join("index.html"));
        assert_eq!(page.count("td a"), listed.len());
        assert!(page.text("h1").contains("安全生产档案目录"));
        page.picture("box-contents", 1280);
    });
}

/// A major hazard that no later month knows of.
fn closed_in_march() -> Hazard {
    let day = |of| Day::new(2025, 3, of);
    Hazard {
        id: "2025-03-07".into(),
        stage: Stage::Closed,
        grade: Some(Grade::Major),
        found_on: day(3),
        closed_on: day(20),
        place: "喷漆房".into(),
        description: "排风机停用".into(),
        ..Hazard::default()
    }
}

/// A backup of an enterprise with twelve signed months, the last one changed after it was signed.
fn year_in_a_backup(page: &Page) -> PathBuf {
    let envelope = |key: RecordKey, body: String| Envelope {
        key,
        revision: 1,
        saved_at: "2026-12-31T17:00:00+08:00".into(),
        body,
    };
    fn body<T: serde::Serialize>(value: &T) -> String {
        serde_json::to_string(value).expect("a record is JSON")
    }
    let (id, enterprise, principal) = ("e1".to_owned(), sample::enterprise(), sample::Person::principal(1));
    let people = (0..60).map(|at| Person { id: at.to_string(), name: format!("职工{at}"), ..Person::default() });
    let registers = Registers { people: people.collect(), last_number: 60, ..Registers::default() };
    let mut records = vec![
        envelope(RecordKey::Enterprise(id.clone()), body(&enterprise)),
        envelope(RecordKey::Registers(id.clone()), body(&registers)),
    ];
    for month in 1..=12 {
        let month = format!("2025-{month:02}");
        let mut draft = sample::draft(&enterprise, &month);
        let report = sample::report_of(&enterprise, &draft, &[&principal]);
        let text = sample::sign(&report, &[&principal]);
        let sealed = SealedRecord {
            document_sha256: sample::checked_report(&text).document_sha256,
            text: if month == "2025-12" { text.replace("示例路 1 号", "示例路 2 号") } else { text },
            file_name: anziping_core::request::file_name(&report),
            sealed_at: report.sealed_at.clone(),
            total: report.declared.total,
            demo: false,
        };
        if month == "2025-03" {
            draft.hazards.push(closed_in_march());
        }
        records.push(envelope(RecordKey::Month(id.clone(), report.period), body(&draft)));
        records.push(envelope(RecordKey::Sealed(id.clone(), report.period, 1), body(&sealed)));
    }
    let backup = Backup::of(&records, SigningKeys::Included, "2026-12-31".into(), "0.1.0".into());
    page.file("year.json", backup.write())
}

#[test]
fn twelve_signed_months_are_in_the_box_within_a_minute_and_the_changed_one_is_named() {
    let folder = tempfile::tempdir().unwrap();
    journey("box-year", |page| {
        page.open("");
        page.go("#/settings", "settings");
        page.hand_over("restore", &year_in_a_backup(page));
        page.until_there("[data-preview=true]");
        page.press("apply-restore");
        page.until_said("body", "已从备份恢复");
        let unpacked = made(page, folder.path());
        let said = page.text("[data-exported=box]");
        let seconds: u32 =
            said.split("用了 ").nth(1).and_then(|rest| rest.split(' ').next()?.parse().ok()).expect(&said);
        assert!(seconds <= 60, "{said}");
        let signed: Vec<_> =
            unpacked.papers_listed().filter(|(what, ..)| *what == "月度自查自改报告（已签名）").collect();
        let sound = signed.iter().filter(|(.., said)| said.starts_with("签名有效")).count();
        assert_eq!((signed.len(), sound), (12, 11), "{signed:?}");
        let troubles = page.text("[data-box-list=troubles]");
        assert!(troubles.contains("2025年12月") && troubles.contains("签名之后内容被改动过"), "{troubles}");
        let of = |what: &str| unpacked.papers_listed().filter(|(listed, ..)| *listed == what).count();
        assert_eq!((of("月度自查自改报告"), of("事故隐患排查治理台账")), (12, 12));
        assert!(unpacked.papers[unpacked.at("安全责任知责承诺签收表")].contains("职工59"));
        // What was closed in March is in the box as it stood then, and with no other month.
        for what in ["重大事故隐患报告", "重大事故隐患治理方案", "隐患整改通知单", "隐患整改复查意见"]
        {
            let told = |path: &&str| unpacked.papers[*path].contains("排风机停用");
            let own = unpacked.papers_listed().filter(|(listed, ..)| *listed == what);
            let months = own.filter(|(.., path, _)| path.as_ref().is_some_and(told)).map(|(_, when, ..)| when);
            assert_eq!(months.collect::<Vec<_>>(), ["2025年3月"], "{what}");
        }
        assert_eq!(of("重大事故隐患报告"), 1, "months without such a hazard have no line");
        let supervised = unpacked.papers_listed().filter(|(what, ..)| *what == "恢复生产经营（使用）申请书");
        let lines: Vec<_> = supervised.map(|(_, when, path, _)| (when, path)).collect();
        assert_eq!(lines, [("2025年12月", None)], "said once that there is none");
        page.picture("box-year", 1280);
    });
}

#[test]
fn a_lost_photograph_is_said_and_the_rest_is_in_the_box() {
    let folder = tempfile::tempdir().unwrap();
    journey("box-lost", |page| {
        page.open("");
        page.press("demo");
        with_photograph(page);
        page.later(
            "const done = arguments[0];
             indexedDB.databases().then((all) => {
                 const open = indexedDB.open(all.find(({ name }) => name.endsWith('photos')).name);
                 open.onsuccess = () => {
                     const [name] = open.result.objectStoreNames;
                     const write = open.result.transaction(name, 'readwrite');
                     write.objectStore(name).clear();
                     write.oncomplete = () => { open.result.close(); done(); };
                 };
             });",
            &[],
        );
        let unpacked = made(page, folder.path());
        let said = page.text("[data-box-list=troubles]");
        assert!(said.contains("隐患照片") && said.contains("照片不在这台设备上"), "{said}");
        let lost = unpacked.papers_listed().find(|(what, ..)| *what == "隐患照片").expect("a line");
        assert!(lost.2.is_none() && lost.3.contains("照片不在这台设备上"), "{lost:?}");
        let unsigned = unpacked.papers_listed().filter(|(.., said)| *said == "还没有签名").count();
        assert!(unsigned > 0 && unpacked.entries.len() > 12, "{:?}", unpacked.entries);
        let before = page.text("[data-box-list=lacking]");
        assert!(before.contains("还没有签名") && before.contains("应急处置卡"), "{before}");
    });
}

/// Presses the button that ends the work as soon as it is there.
const END_AT_ONCE: &str = "
    new MutationObserver((changes, observer) => {
        const button = document.querySelector('[data-action=stop-box]');
        if (!button) return;
        observer.disconnect();
        button.click();
        window.ended = true;
    }).observe(document.body, { childList: true, subtree: true });";

#[test]
fn a_box_that_is_ended_saves_nothing_and_can_be_made_again() {
    let folder = tempfile::tempdir().unwrap();
    journey("box-ended", |page| {
        page.open("");
        page.press("demo");
        page.go("#/paper/box", "paper");
        // By the page itself: a box of few papers may be made before a driver has found the button.
        page.js(END_AT_ONCE, &[]);
        page.press("make-box");
        page.until("it was ended", "return window.ended === true", &[]);
        page.until_there("[data-action=make-box]");
        assert_eq!(page.count("[data-exported=box]"), 0);
        assert!(made(page, folder.path()).entries.len() > 12);
    });
}
