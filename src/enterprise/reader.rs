//! Tells when there was time to read what stood on the screen.
//!
//! Somebody reads one text after the other: of those on the screen, time goes to the first that is unread.

use std::collections::BTreeSet;

/// Characters that a quick reader takes in within a second.
const CHARACTERS_A_SECOND: u32 = 10;
/// The least time for a text, in milliseconds: it has to be found first.
const LEAST_MS: u32 = 1_000;

/// How long each of a few texts still has to stand on the screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ReadingClock {
    /// Ids with the milliseconds that are left, in the order of the page; read ones have none.
    left: Vec<(String, u32)>,
}

impl ReadingClock {
    /// Begins with nothing read of texts of so many characters.
    pub(super) fn of(texts: impl IntoIterator<Item = (String, usize)>) -> Self {
        let time = |characters: usize| {
            let characters = u32::try_from(characters).unwrap_or(u32::MAX);
            (characters.saturating_mul(1_000) / CHARACTERS_A_SECOND).max(LEAST_MS)
        };
        Self { left: texts.into_iter().map(|(id, characters)| (id, time(characters))).collect() }
    }

    /// Notes that these stood on the screen for so many milliseconds.
    pub(super) fn look(&mut self, on_screen: &BTreeSet<String>, ms: u32) {
        if let Some((_, left)) = self.left.iter_mut().find(|(id, left)| *left > 0 && on_screen.contains(id)) {
            *left = left.saturating_sub(ms);
        }
    }

    /// Counts those of these that there was no time to read.
    pub(super) fn unread(&self, ids: &[String]) -> usize {
        self.left.iter().filter(|(id, left)| *left > 0 && ids.contains(id)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn texts_on_the_screen_together_are_read_one_after_the_other() {
        let mut reader = ReadingClock::of([("a".into(), 20), ("b".into(), 30)]);
        let (both, screen) = (ids(&["a", "b"]), BTreeSet::from(["a".to_owned(), "b".to_owned()]));
        reader.look(&screen, 2_000);
        assert_eq!(reader.unread(&both), 1, "twenty characters take two seconds");
        reader.look(&screen, 2_900);
        assert_eq!(reader.unread(&both), 1);
        reader.look(&screen, 100);
        assert_eq!(reader.unread(&both), 0);
    }

    #[test]
    fn a_text_that_was_scrolled_past_or_never_shown_is_unread() {
        let mut reader = ReadingClock::of([("a".into(), 20), ("b".into(), 20)]);
        reader.look(&BTreeSet::from(["b".to_owned()]), 250);
        reader.look(&BTreeSet::new(), 60_000);
        assert_eq!(reader.unread(&ids(&["a", "b"])), 2);
        assert_eq!(reader.unread(&ids(&["b"])), 1, "one that was answered by itself is not asked about");
    }

    #[test]
    fn a_short_text_takes_its_time_as_well() {
        let mut reader = ReadingClock::of([("a".into(), 1)]);
        let screen = BTreeSet::from(["a".to_owned()]);
        reader.look(&screen, 750);
        assert_eq!(reader.unread(&ids(&["a"])), 1);
        reader.look(&screen, 250);
        assert_eq!(reader.unread(&ids(&["a"])), 0);
    }
}
