//! The received files in the order in which they were handed over.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use anziping_seal::Sha256;

use crate::office::intake::Checked;
use crate::value::period::Period;

/// Files with their places, from 0.
///
/// A place means the same file until [`order`](Self::order) goes up.
#[derive(Debug, Default)]
pub struct Inbox {
    files: Vec<Checked>,
    order: u64,
    /// How many of them were there when the desk was opened.
    kept: usize,
}

/// A file that was taken out, with the place where it stood.
#[derive(Clone, PartialEq, Debug)]
pub struct TakenOut {
    at: usize,
    was_kept: bool,
    file: Checked,
}

/// Identifies a file: hash of its bytes, name without folders, and size if it was not read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct FileIdentity(Option<Sha256>, String, u64);

impl FileIdentity {
    /// The identity of a file.
    pub fn of(file: &Checked) -> Self {
        Self(file.file_sha256, last_name(file).to_owned(), file.size)
    }
}

impl Deref for Inbox {
    type Target = [Checked];

    fn deref(&self) -> &[Checked] {
        &self.files
    }
}

impl Inbox {
    /// Goes up whenever files may have changed places.
    pub fn order(&self) -> u64 {
        self.order
    }

    /// Holds the files of earlier days, and nothing else.
    pub fn begin_with(&mut self, files: Vec<Checked>) {
        self.order += 1;
        self.kept = files.len();
        self.files = files;
    }

    /// Puts files behind those that are here, and gives how many were here already.
    ///
    /// A file that is handed over again under its name is not listed twice; what is found out about it now counts.
    pub fn take_in(&mut self, files: Vec<Checked>) -> usize {
        let mut here: BTreeMap<Sha256, Vec<usize>> = BTreeMap::new();
        for (at, sha256) in self.files.iter().enumerate().filter_map(|(at, file)| Some((at, file.file_sha256?))) {
            here.entry(sha256).or_default().push(at);
        }
        let mut again = 0;
        for file in files {
            let same = file.file_sha256.and_then(|sha256| {
                let places = here.get(&sha256).into_iter().flatten();
                places.copied().find(|at| last_name(&self.files[*at]) == last_name(&file))
            });
            match same {
                Some(at) if self.files[at].found == file.found => again += 1,
                Some(at) => {
                    self.files[at] = file;
                    self.order += 1;
                    again += 1;
                }
                None => self.files.push(file),
            }
        }
        again
    }

    /// All places in the order in which they are looked at.
    ///
    /// What came since the desk was opened stands before what was there.
    pub fn as_looked_at(&self) -> impl Iterator<Item = usize> {
        (self.kept..self.files.len()).chain(0..self.kept)
    }

    /// Takes all files out.
    pub fn clear(&mut self) -> Vec<Checked> {
        self.order += 1;
        self.kept = 0;
        std::mem::take(&mut self.files)
    }

    /// Puts files before those that are here: what [`clear`](Self::clear) took out.
    pub fn put_back(&mut self, files: Vec<Checked>) {
        self.order += 1;
        self.files.splice(0..0, files);
    }

    /// Takes out the files that `wanted` says yes to; [`put_in`](Self::put_in) takes that back.
    pub fn take_out(&mut self, wanted: impl Fn(&Checked) -> bool) -> Vec<TakenOut> {
        let (before, mut taken) = (self.kept, Vec::new());
        for (at, file) in std::mem::take(&mut self.files).into_iter().enumerate() {
            if wanted(&file) {
                taken.push(TakenOut { at, was_kept: at < before, file });
            } else {
                self.files.push(file);
            }
        }
        self.kept -= taken.iter().filter(|taken| taken.was_kept).count();
        self.order += 1;
        taken
    }

    /// Puts files where they stood; one that has come again meanwhile stays as it came.
    pub fn put_in(&mut self, taken: Vec<TakenOut>) {
        let here: BTreeSet<FileIdentity> = self.files.iter().map(FileIdentity::of).collect();
        let mut others = std::mem::take(&mut self.files).into_iter();
        for TakenOut { at, was_kept, file } in taken {
            if here.contains(&FileIdentity::of(&file)) {
                continue;
            }
            let before = at.saturating_sub(self.files.len());
            self.files.extend(others.by_ref().take(before));
            self.kept += usize::from(was_kept);
            self.files.push(file);
        }
        self.files.extend(others);
        self.order += 1;
    }

    /// Puts those files behind the others that are not here, and tells which.
    ///
    /// Of the others what is here counts: it may have been found out by a newer program.
    pub fn add_missing(&mut self, files: Vec<Checked>) -> BTreeSet<FileIdentity> {
        let here: BTreeSet<FileIdentity> = self.files.iter().map(FileIdentity::of).collect();
        let mut added = BTreeSet::new();
        for file in files {
            let identity = FileIdentity::of(&file);
            if !here.contains(&identity) {
                self.files.push(file);
                added.insert(identity);
            }
        }
        added
    }

    /// Counts the reports of each month.
    pub fn months(&self) -> BTreeMap<Period, usize> {
        let reports = self.files.iter().filter_map(Checked::report);
        reports.fold(BTreeMap::new(), |mut months, found| {
            *months.entry(found.report.period).or_default() += 1;
            months
        })
    }

    /// Keeps the files that `stays` says yes to.
    pub fn retain(&mut self, mut stays: impl FnMut(&Checked) -> bool) {
        self.order += 1;
        let (mut at, before, mut kept) = (0, self.kept, 0);
        self.files.retain(|file| {
            let stays = stays(file);
            kept += usize::from(stays && at < before);
            at += 1;
            stays
        });
        self.kept = kept;
    }
}

/// The name of a file without its folders, which differ from one day's batch to the next.
fn last_name(file: &Checked) -> &str {
    file.file_name.rsplit('/').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::intake::{Found, Rejection, refused_unread};

    fn file(name: &str, text: &str) -> Checked {
        let file = refused_unread(name, u64::MAX).unwrap();
        Checked { file_sha256: Some(Sha256::of(text.as_bytes())), ..file }
    }

    fn names(inbox: &Inbox) -> Vec<&str> {
        inbox.iter().map(|file| file.file_name.as_str()).collect()
    }

    fn kept(files: Vec<Checked>) -> Inbox {
        let mut inbox = Inbox::default();
        inbox.begin_with(files);
        inbox
    }

    #[test]
    fn a_file_that_comes_again_is_listed_once_and_a_copy_under_another_name_twice() {
        let mut inbox = kept(vec![file("day 1/a.json", "a"), file("day 1/b.json", "b")]);
        let order = inbox.order();
        let batch =
            vec![file("day 2/a.json", "a"), file("a (1).json", "a"), file("b.json", "other"), file("c.json", "c")];
        assert_eq!(inbox.take_in(batch), 1);
        assert_eq!(names(&inbox), ["day 1/a.json", "day 1/b.json", "a (1).json", "b.json", "c.json"]);
        assert_eq!(inbox.order(), order, "nothing has changed its place");
        assert_eq!(inbox.as_looked_at().collect::<Vec<_>>(), [2, 3, 4, 0, 1]);
    }

    #[test]
    fn what_is_found_out_now_takes_the_place_of_what_was_found_out_before() {
        let mut inbox = kept(vec![file("a.json", "a")]);
        let order = inbox.order();
        let now = Checked { found: Found::Rejected(Rejection::KeyBackup), ..file("a.json", "a") };
        assert_eq!(inbox.take_in(vec![now.clone()]), 1);
        assert_eq!(inbox.to_vec(), [now]);
        assert!(inbox.order() > order, "it has to be judged again");
    }

    #[test]
    fn what_was_taken_out_comes_back_to_its_place_among_those_that_came_meanwhile() {
        let mut inbox = kept(["a", "b", "c", "d"].map(|name| file(name, name)).to_vec());
        let order = inbox.order();
        let taken = inbox.take_out(|file| ["a", "c", "d"].contains(&file.file_name.as_str()));
        assert_eq!((names(&inbox), taken.len()), (vec!["b"], 3));
        assert!(inbox.order() > order, "other files stand at the places");
        inbox.take_in(vec![file("new", "new"), file("day 2/d", "d")]);
        assert_eq!(inbox.as_looked_at().collect::<Vec<_>>(), [1, 2, 0], "one of those that were there is left");
        let order = inbox.order();
        inbox.put_in(taken);
        assert_eq!(names(&inbox), ["a", "b", "c", "new", "day 2/d"], "none is listed twice");
        assert_eq!(inbox.as_looked_at().collect::<Vec<_>>(), [3, 4, 0, 1, 2]);
        assert!(inbox.order() > order);
    }

    #[test]
    fn of_files_from_elsewhere_only_those_are_added_that_are_missing() {
        let mut inbox = kept(vec![file("a", "a")]);
        let before = Checked { found: Found::Rejected(Rejection::KeyBackup), ..file("folder/a", "a") };
        let unread = refused_unread("large", u64::MAX).unwrap();
        let added = inbox.add_missing(vec![before.clone(), file("b", "b"), unread.clone()]);
        assert_eq!((names(&inbox), added.len()), (vec!["a", "b", "large"], 2));
        assert_ne!(inbox[0], before, "what is here counts");
        assert!(inbox.add_missing(vec![before, file("b", "b"), unread]).is_empty());
        inbox.take_out(|file| added.contains(&FileIdentity::of(file)));
        assert_eq!(names(&inbox), ["a"]);
    }

    #[test]
    fn kept_files_stay_behind_the_new_ones_when_others_are_taken_out() {
        let mut inbox = kept(vec![file("a.json", "a"), file("b.json", "b")]);
        inbox.take_in(vec![file("c.json", "c")]);
        inbox.retain(|file| file.file_name != "a.json");
        assert_eq!(inbox.as_looked_at().collect::<Vec<_>>(), [1, 0]);
    }
}
