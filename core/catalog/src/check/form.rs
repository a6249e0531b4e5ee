//! Checks the spelling of ids, clauses, versions and dates.

/// Longest id, in characters; ids stand in addresses and element names of the pages.
const MAX_ID: usize = 40;

#[derive(Debug, Clone, Copy)]
pub(super) enum Spelling {
    /// Catalogue, document and area ids.
    Slug,
    /// Fact ids: the names of the rule grammar.
    Fact,
    /// Check item ids.
    Item,
    /// Criteria for major hazards.
    Criterion,
    /// Clauses of a standard.
    Clause,
    /// Editions of a catalogue.
    Version,
    /// A calendar day.
    Day,
    /// A calendar month.
    Month,
}

impl Spelling {
    pub(super) fn example(self) -> &'static str {
        match self {
            Self::Slug => "hot-work",
            Self::Fact => "hot_work",
            Self::Item => "Z01",
            Self::Criterion => "GM10-13-1",
            Self::Clause => "5.1.2",
            Self::Version => "2026.11",
            Self::Day => "2026-11-01",
            Self::Month => "2026-10",
        }
    }

    pub(super) fn fits(self, found: &str) -> bool {
        found.len() <= MAX_ID
            && match self {
                Self::Slug => name(found, '-'),
                Self::Fact => name(found, '_'),
                Self::Item => item(found),
                Self::Criterion => criterion(found),
                Self::Clause | Self::Version => numbers(found),
                Self::Day => day(found),
                Self::Month => month(found).is_some(),
            }
    }
}

fn name(found: &str, joint: char) -> bool {
    found.starts_with(|c: char| c.is_ascii_lowercase())
        && found.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint)
}

fn item(found: &str) -> bool {
    let digits = found.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = found.len() - digits.len();
    (1..=3).contains(&letters) && (2..=4).contains(&digits.len()) && all_digits(digits)
}

fn criterion(found: &str) -> bool {
    found.starts_with(|c: char| c.is_ascii_uppercase())
        && found.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-')
}

fn numbers(found: &str) -> bool {
    found.split('.').all(|part| !part.is_empty() && all_digits(part))
}

fn all_digits(found: &str) -> bool {
    found.bytes().all(|b| b.is_ascii_digit())
}

/// Year and month of `YYYY-MM`.
fn month(found: &str) -> Option<(u32, u32)> {
    let (year, month) = found.split_once('-')?;
    if year.len() != 4 || month.len() != 2 || !all_digits(year) || !all_digits(month) {
        return None;
    }
    let (year, month) = (year.parse().ok()?, month.parse().ok()?);
    (1..=12).contains(&month).then_some((year, month))
}

fn day(found: &str) -> bool {
    let Some((front, day)) = found.rsplit_once('-') else {
        return false;
    };
    let Some((year, month)) = month(front) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    day.len() == 2 && all_digits(day) && day.parse().is_ok_and(|day: u32| (1..=days).contains(&day))
}
