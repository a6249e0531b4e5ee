//! The table of contents (目录): every file of the box, and what is not in it and why.

use std::collections::BTreeSet;

use crate::words::cupboard::{self as words, BoxPart};

/// Longest name of a file without its folder and ending, in characters.
///
/// Programs that unpack refuse long paths.
const NAME_MAX: usize = 80;

/// The outcome for a paper: it is in the box, or why it is not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Boxed {
    /// It lies there.
    Here {
        /// Its place in the file, with the folder.
        path: String,
        /// The findings about it, line by line.
        said: Vec<String>,
        /// Whether nothing speaks against it.
        sound: bool,
    },
    /// There is nothing of it, for this reason.
    Nothing(&'static str),
    /// It ought to be there and is not, for this reason.
    Missed(String),
}

/// A line of the table of contents.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct BoxLine {
    pub part: BoxPart,
    pub what: String,
    /// Of which month, quarter or year.
    pub when: String,
    pub boxed: Boxed,
}

/// The table of contents as far as it is written.
#[derive(Debug, Default)]
pub(super) struct BoxContents {
    lines: Vec<BoxLine>,
    taken: BTreeSet<String>,
}

impl BoxContents {
    /// Names a file; the place of no other, and one that every system takes.
    pub(super) fn path(&mut self, part: BoxPart, name: &str, ending: &str) -> String {
        let plain: String = name.chars().map(|c| if is_safe(c) { c } else { ' ' }).take(NAME_MAX).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let plain = plain.trim_matches(['.', ' ']);
        let named = |number: usize| match number {
            1 => format!("{}/{plain}.{ending}", part.folder()),
            number => format!("{}/{plain} ({number}).{ending}", part.folder()),
        };
        let free = (1..).map(named).find(|path| !self.taken.contains(&path.to_lowercase())).unwrap_or_default();
        self.taken.insert(free.to_lowercase());
        free
    }

    /// Adds a line.
    pub(super) fn add(&mut self, part: BoxPart, what: &str, when: &str, boxed: Boxed) {
        self.lines.push(BoxLine { part, what: what.to_owned(), when: when.to_owned(), boxed });
    }

    /// Returns whether there is a line of something already.
    pub(super) fn has(&self, what: &str) -> bool {
        self.lines.iter().any(|line| line.what == what)
    }

    /// Counts the files.
    pub(super) fn files(&self) -> usize {
        self.lines.iter().filter(|line| matches!(line.boxed, Boxed::Here { .. })).count()
    }

    /// The lines of a part; each kind of paper with its months one below the other.
    pub(super) fn of(&self, part: BoxPart) -> Vec<&BoxLine> {
        let own: Vec<&BoxLine> = self.lines.iter().filter(|line| line.part == part).collect();
        let mut sorted = own.clone();
        sorted.sort_by_key(|line| own.iter().position(|first| first.what == line.what));
        sorted
    }

    /// Lists what is missing in the box, and what is there and not sound, in words.
    pub(super) fn troubles(&self) -> Vec<String> {
        let troubles = self.lines.iter().filter_map(|line| {
            let why = match &line.boxed {
                Boxed::Missed(why) => why,
                Boxed::Here { said, sound: false, .. } => said.first()?,
                Boxed::Here { .. } | Boxed::Nothing(_) => return None,
            };
            Some(words::trouble(&line.what, &line.when, why))
        });
        troubles.collect()
    }
}

/// Returns whether every file system takes this character in a name.
fn is_safe(c: char) -> bool {
    !"\\/:*?\"<>|".contains(c) && !c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_and_given_to_one_file_only() {
        let mut contents = BoxContents::default();
        let mut path = |name: &str| contents.path(BoxPart::Hazards, name, "docx");
        let first = path("台账 2026-11");
        assert!(first.ends_with("/台账 2026-11.docx") && first.starts_with(&BoxPart::Hazards.folder()));
        assert!(path("台账 2026-11").ends_with("/台账 2026-11 (2).docx"));
        assert!(path("../a\\b:c*?\u{0}").ends_with("/a b c.docx"), "no way out of the folder");
        assert!(path("A b c").ends_with("(2).docx"), "some systems do not tell capital letters");
        assert!(path(&"长".repeat(500)).chars().count() < 100);
    }

    #[test]
    fn the_months_of_one_paper_stand_one_below_the_other() {
        let mut contents = BoxContents::default();
        for (what, when) in [("甲", "1"), ("乙", "1"), ("甲", "2")] {
            contents.add(BoxPart::Reports, what, when, Boxed::Nothing(words::NO_ENTRY));
        }
        contents.add(BoxPart::Rules, "丙", "", Boxed::Missed("丢".to_owned()));
        let said: Vec<_> =
            contents.of(BoxPart::Reports).iter().map(|line| (line.what.as_str(), line.when.as_str())).collect();
        assert_eq!(said, [("甲", "1"), ("甲", "2"), ("乙", "1")]);
        let (path, said) = ("8/e.json".to_owned(), vec!["坏".to_owned()]);
        contents.add(BoxPart::Reports, "戊", "", Boxed::Here { path, said, sound: false });
        let troubles = contents.troubles();
        assert!(contents.files() == 1 && troubles.len() == 2 && troubles[1].contains("坏"), "{troubles:?}");
    }
}
