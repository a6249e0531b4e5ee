//! Due days and deadlines go into other calendars.

use std::process::Command;

use anziping_tests::{journey, workplace};

#[test]
fn the_calendar_file_is_read_by_another_program() {
    journey("calendar", |page| {
        page.open("");
        page.press("demo");
        page.go("#/calendar", "calendar");
        page.until_there("[data-due]");
        assert_eq!(page.count("details[data-season]"), 5);
        page.press("export-calendar");
        let file = page.downloaded(".ics");
        let python = workplace::tools().join("venv/bin/python");
        let output =
            Command::new(&python).arg(workplace::root().join("tests/foreign/calendar/read.py")).arg(&file).output();
        let output = output.unwrap_or_else(|error| panic!("{}: {error}", python.display()));
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let said = String::from_utf8(output.stdout).unwrap();
        let entries: Vec<Vec<&str>> = said.lines().map(|line| line.split('\t').collect()).collect();
        let of = |kind: &str| entries.iter().filter(|entry| entry[0].starts_with(kind)).count();
        // Twelve reports, the five open hazards of the demonstration, five seasons.
        assert_eq!((of("due-"), of("hazard-"), of("season-")), (12, 5, 5), "{said}");
        let dust = entries.iter().find(|entry| entry[4].contains("抛光车间")).unwrap();
        assert!(
            dust[5].contains("锁气卸灰装置，疑似重大事故隐患"),
            "commas and long lines come through whole: {dust:?}"
        );
        let uids: std::collections::BTreeSet<&str> = entries.iter().map(|entry| entry[0]).collect();
        assert_eq!(uids.len(), entries.len(), "each entry has a name of its own");
    });
}
