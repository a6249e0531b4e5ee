//! The received files in the order in which they were handed over.

use std::ops::Deref;

use crate::office::intake::Checked;

/// Files with their places, from 0.
///
/// A place means the same file until the next change that is no [`append`](Self::append).
#[derive(Debug, Default)]
pub struct Inbox {
    files: Vec<Checked>,
    order: u64,
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

    /// Puts files behind those that are here.
    pub fn append(&mut self, mut files: Vec<Checked>) {
        self.files.append(&mut files);
    }

    /// Takes all files out.
    pub fn clear(&mut self) -> Vec<Checked> {
        self.order += 1;
        std::mem::take(&mut self.files)
    }

    /// Puts files before those that are here: what [`clear`](Self::clear) took out.
    pub fn put_back(&mut self, files: Vec<Checked>) {
        self.order += 1;
        self.files.splice(0..0, files);
    }

    /// Keeps the files that `stays` says yes to.
    pub fn retain(&mut self, stays: impl FnMut(&Checked) -> bool) {
        self.order += 1;
        self.files.retain(stays);
    }
}
