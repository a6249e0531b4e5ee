//! The order in which received files are looked at.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use anziping_seal::Sha256;

use super::desk::Judged;
use super::intake::{Checked, CheckedReport};
use super::matters::{HARM, Matter, MatterKind, matters};
use super::placed::{By, Places};
use super::receipt_note::note;
use crate::value::code::codes;
use crate::value::day::Day;

/// An order of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// As they were handed over, those of today first.
    #[default]
    HandedOver,
    /// The gravest matters first: deaths, injuries, calls for help, capped months.
    Gravest,
    /// By the names of the enterprises.
    Name,
    /// By village, those of one by their names.
    Village,
    /// The lowest score first.
    Total,
    /// The first signed first.
    Signed,
    /// The last received first, those not noted as received last.
    Received,
}

codes! {
    read Order {
        HandedOver = "handed-over",
        Gravest = "gravest",
        Name = "name",
        Village = "village",
        Total = "total",
        Signed = "signed",
        Received = "received",
    }
}

/// The kinds of matters that decide what is gravest, after harm.
const GRAVE: [MatterKind; 5] =
    [MatterKind::Help, MatterKind::Cap, MatterKind::Lead, MatterKind::Contradiction, MatterKind::Difference];

/// The needs of sorting besides the files.
#[derive(Clone, Copy)]
pub struct Sorting<'a> {
    /// Where enterprises belong.
    pub places: Places<'a>,
    /// The documents that were taken in, with the day of that as far as it is known.
    pub received: &'a BTreeMap<Sha256, Option<Day>>,
    /// Compares two names for their order in a list.
    pub collate: &'a dyn Fn(&str, &str) -> Ordering,
}

impl Order {
    crate::listed! {
        /// All, in the order in which they are offered.
        pub ALL: HandedOver, Gravest, Name, Village, Total, Signed, Received
    }

    /// Puts places of an inbox into this order.
    ///
    /// Of equals the first stays first; files that are no reports come last.
    pub fn sort(self, places: &mut [usize], inbox: &[Checked], judged: &[Judged], known: &Sorting<'_>) {
        let found = |at: usize| inbox.get(at).and_then(Checked::report);
        match self {
            Self::HandedOver => {}
            Self::Gravest => {
                places.sort_by_cached_key(|&at| found(at).map_or((true, Vec::new()), |it| gravity(it, judged.get(at))));
            }
            Self::Total => {
                let total = |found: &CheckedReport| found.recomputed.as_ref().and_then(|figures| figures.total);
                places.sort_by_cached_key(|&at| found(at).and_then(total).map_or((true, None), |it| (false, Some(it))));
            }
            Self::Signed => places.sort_by_cached_key(|&at| {
                found(at).map_or((true, None), |it| (false, Some(it.report.sealed_at.instant())))
            }),
            Self::Received => places.sort_by_cached_key(|&at| {
                let received = found(at).and_then(|it| known.received.get(&it.document_sha256));
                (received.is_none(), Reverse(received.copied().flatten()))
            }),
            Self::Name | Self::Village => self.sort_by_texts(places, inbox, known),
        }
    }

    fn sort_by_texts(self, places: &mut [usize], inbox: &[Checked], known: &Sorting<'_>) {
        let texts = |at: &usize| {
            let enterprise = &inbox.get(*at)?.report()?.report.enterprise;
            let village = if self == Self::Village {
                known.places.of(By::Village, enterprise).counts.into_owned()
            } else {
                String::new()
            };
            Some((village, enterprise.name.clone()))
        };
        let mut named: Vec<_> = places.iter().map(|at| (texts(at), *at)).collect();
        named.sort_by(|(one, _), (other, _)| match (one, other) {
            (Some((village, name)), Some((other_village, other_name))) => {
                let unsaid = village.is_empty().cmp(&other_village.is_empty());
                let villages = || (known.collate)(village, other_village);
                unsaid.then_with(villages).then_with(|| (known.collate)(name, other_name))
            }
            (one, other) => one.is_none().cmp(&other.is_none()),
        });
        places.iter_mut().zip(named).for_each(|(place, (_, at))| *place = at);
    }
}

/// Counts each kind of grave matter, the gravest first; more comes first.
fn gravity(found: &CheckedReport, judged: Option<&Judged>) -> (bool, Vec<Reverse<u64>>) {
    let all = matters(found);
    let harm = HARM.map(|field| u64::from(found.signed.harmed(field)));
    let told = all.iter().filter(|matter| matches!(matter, Matter::Harm(..))).count();
    let kinds = GRAVE.map(|kind| all.iter().filter(|matter| matter.kind() == kind).count());
    let remarks = judged.map_or(0, |judged| judged.remarks.iter().filter(|remark| note(remark).is_some()).count());
    let counts = std::iter::once(told).chain(kinds).chain([remarks]).map(|count| count as u64);
    (false, harm.into_iter().chain(counts).map(Reverse).collect())
}
