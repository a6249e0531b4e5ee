//! Names the entries of a calendar for good.
//!
//! A telephone that imports an entry again replaces the one of the same name.
//!
//! Every name that was ever given stands in calendars that nobody can call back, so none of them may change.

use super::Season;
use crate::hazard::statistics::Stretch;
use crate::register::LedgerDue;
use crate::trade::CertificateKind;
use crate::value::period::Period;

/// The occasions that an entry of the calendar reminds of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Occasion<'a> {
    /// The report of a month is due.
    Due(Period),
    /// The deadline of the hazard with this number.
    Deadline(&'a str),
    /// A certificate runs out.
    Certificate {
        /// Number of the person in the register.
        person: &'a str,
        /// System of the certificate.
        kind: CertificateKind,
        /// The work it is for.
        work: &'a str,
    },
    /// The review of the document with this number is due.
    Review(&'a str),
    /// A drill is due.
    Drill {
        /// That of an on-site plan, not a general one.
        on_site: bool,
    },
    /// A licence or policy of this id runs out.
    Licence(&'a str),
    /// A day of the entry with this number of a special ledger.
    Ledger(&'a str, LedgerDue),
    /// A season that begins in this year.
    Season(Season, i32),
    /// The major hazard with this number has to be reported.
    MajorReport(&'a str),
    /// The hours of training of this year have to be done.
    Training(i32),
    /// The statutory table of a quarter or year is due.
    Statistics(Stretch),
}

impl Occasion<'_> {
    /// The UID of the entry. `owner` tells the enterprises apart whose entries come into one calendar.
    #[must_use]
    pub fn uid(&self, owner: &str) -> String {
        let what = match self {
            Self::Due(period) => format!("due-{period}"),
            Self::Deadline(hazard) => format!("hazard-{hazard}"),
            Self::Certificate { person, kind, work } => {
                format!("certificate-{person}-{}-{work}", plain(kind.row().id)).to_lowercase()
            }
            Self::Review(document) => format!("review-{document}"),
            Self::Drill { on_site } => format!("drill-{}", if *on_site { "on-site" } else { "general" }),
            Self::Licence(id) => format!("licence-{}", plain(id)),
            Self::Ledger(entry, due) => {
                let due = match due {
                    LedgerDue::Inspection => "inspection",
                    LedgerDue::Cleaning => "cleaning",
                    LedgerDue::Licence => "licence",
                    LedgerDue::Agreement => "agreement",
                };
                format!("ledger-{entry}-{due}")
            }
            Self::MajorReport(hazard) => format!("major-report-{hazard}"),
            Self::Training(year) => format!("training-{year}"),
            Self::Statistics(stretch) => format!("statistics-{}", stretch.code()),
            Self::Season(season, year) => format!("season-{}-{year}", plain(season.row().id)),
        };
        format!("{what}.{owner}@anziping")
    }
}

/// The id of a row as it stands in calendars: `specialoperation`.
fn plain(id: &str) -> String {
    id.replace('_', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_uids_are_those_that_stand_in_calendars_already() {
        let certificate = |kind| Occasion::Certificate { person: "P2", kind, work: "低压电工A" };
        let given = [
            (Occasion::Due(Period::parse("2026-11").unwrap()), "due-2026-11"),
            (Occasion::Deadline("2026-11-03"), "hazard-2026-11-03"),
            (certificate(CertificateKind::SpecialOperation), "certificate-p2-specialoperation-低压电工a"),
            (certificate(CertificateKind::SpecialEquipment), "certificate-p2-specialequipment-低压电工a"),
            (Occasion::Review("4"), "review-4"),
            (Occasion::Drill { on_site: true }, "drill-on-site"),
            (Occasion::Drill { on_site: false }, "drill-general"),
            (Occasion::Licence("safety_production"), "licence-safetyproduction"),
            (Occasion::Ledger("7", LedgerDue::Inspection), "ledger-7-inspection"),
            (Occasion::Ledger("8", LedgerDue::Cleaning), "ledger-8-cleaning"),
            (Occasion::Ledger("9", LedgerDue::Licence), "ledger-9-licence"),
            (Occasion::Ledger("9", LedgerDue::Agreement), "ledger-9-agreement"),
            (Occasion::Season(Season::YearEnd, 2026), "season-yearend-2026"),
            (Occasion::Season(Season::SpringFestival, 2027), "season-springfestival-2027"),
            (Occasion::Season(Season::Congress, 2027), "season-congress-2027"),
            (Occasion::Season(Season::Flood, 2027), "season-flood-2027"),
            (Occasion::Season(Season::NationalDay, 2027), "season-nationalday-2027"),
            (Occasion::MajorReport("2026-11-03"), "major-report-2026-11-03"),
            (Occasion::Training(2026), "training-2026"),
            (Occasion::Statistics(Stretch::Quarter(2026, 4)), "statistics-2026-q4"),
            (Occasion::Statistics(Stretch::Year(2026)), "statistics-2026"),
        ];
        for (occasion, uid) in given {
            assert_eq!(occasion.uid("91310000MA1FL0000N"), format!("{uid}.91310000MA1FL0000N@anziping"));
        }
    }
}
