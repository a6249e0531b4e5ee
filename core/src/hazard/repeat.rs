//! The same hazard again: same place and same check item within a year.

use super::Hazard;
use crate::value::uscc::half_width;

/// How long after it was found a hazard counts as the same one again, in months.
pub const REPEAT_MONTHS: u32 = 12;

/// The latest earlier hazard of `ledger` that `hazard` repeats.
///
/// It was found at the same place for the same check item, at most [`REPEAT_MONTHS`] before. Where neither names an
/// item, the descriptions must agree. `None` while the place or the day of discovery is missing.
pub fn repeat_of<'a>(hazard: &Hazard, ledger: impl IntoIterator<Item = &'a Hazard>) -> Option<&'a Hazard> {
    let (found, place) = (hazard.found_on?, comparable(&hazard.place));
    if place.is_empty() {
        return None;
    }
    let same_matter = |other: &Hazard| {
        let items = (hazard.item.is_empty(), other.item.is_empty());
        items == (false, false) && hazard.item == other.item
            || items == (true, true) && comparable(&hazard.description) == comparable(&other.description)
    };
    let earlier = |other: &&Hazard| {
        other.id != hazard.id
            && other
                .found_on
                .is_some_and(|day| (day, &other.id) < (found, &hazard.id) && found <= day.plus_months(REPEAT_MONTHS))
    };
    let same =
        ledger.into_iter().filter(earlier).filter(|other| comparable(&other.place) == place && same_matter(other));
    same.max_by(|one, other| (one.found_on, &one.id).cmp(&(other.found_on, &other.id)))
}

/// Blanks, letter case, punctuation and full-width forms do not make another place.
fn comparable(text: &str) -> String {
    text.chars().map(half_width).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::day::Day;

    fn found(id: &str, day: &str, place: &str, item: &str) -> Hazard {
        Hazard { id: id.into(), found_on: Day::parse(day), place: place.into(), item: item.into(), ..Hazard::default() }
    }

    #[test]
    fn same_place_and_item_within_a_year_is_a_repeat_whatever_the_spelling() {
        let old = found("2025-11-01", "2025-11-21", "抛光车间 ２号除尘器", "X20");
        let new = found("2026-11-01", "2026-11-21", "抛光车间2号除尘器。", "X20");
        assert_eq!(repeat_of(&new, [&old]), Some(&old));
        assert_eq!(repeat_of(&old, [&new]), None, "the earlier one repeats nothing");
        assert_eq!(repeat_of(&new, [&new]), None, "nor does it repeat itself");
        let later = Hazard { found_on: Day::parse("2026-11-22"), ..new };
        assert_eq!(repeat_of(&later, [&old]), None, "a year and a day");
    }

    #[test]
    fn another_item_or_place_is_no_repeat() {
        let old = found("2026-10-01", "2026-10-02", "抛光车间", "X20");
        for (place, item) in [("抛光车间", "X21"), ("冲压车间", "X20"), ("抛光车间", ""), ("", "X20")] {
            assert_eq!(repeat_of(&found("2026-11-01", "2026-11-02", place, item), [&old]), None, "{place} {item}");
        }
    }

    #[test]
    fn without_items_the_words_decide_and_the_latest_is_named() {
        let at =
            |id: &str, day: &str, words: &str| Hazard { description: words.into(), ..found(id, day, "配电房", "") };
        let (first, second) = (at("2026-09-01", "2026-09-01", "门没锁"), at("2026-10-01", "2026-10-01", "门没锁"));
        assert_eq!(repeat_of(&at("2026-11-01", "2026-11-01", "门 没锁"), [&second, &first]), Some(&second));
        assert_eq!(repeat_of(&at("2026-11-01", "2026-11-01", "地面积水"), [&second, &first]), None);
    }
}
