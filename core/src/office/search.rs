//! Finding files among those received: by whose they are, and by what they say.

use std::collections::{BTreeMap, BTreeSet};

use super::desk::{Judged, Remark};
use super::intake::Checked;
use super::matters::{MatterKind, matters};
use super::placed::{By, Places};
use super::receipt_note::note;

/// A wish for reports that say something, or of which the desk says it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// Something of this kind.
    Matter(MatterKind),
    /// A remark that asks for a question.
    Remark,
    /// Signed or received after the due day.
    Late,
    /// A report of the month that is checked, or no report at all.
    Month,
}

impl Wish {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Month,
        Self::Matter(MatterKind::Harm),
        Self::Matter(MatterKind::Help),
        Self::Matter(MatterKind::Cap),
        Self::Matter(MatterKind::Lead),
        Self::Matter(MatterKind::Difference),
        Self::Matter(MatterKind::Contradiction),
        Self::Remark,
        Self::Late,
    ];

    /// The name in forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Matter(kind) => kind.code(),
            Self::Remark => "remark",
            Self::Late => "late",
            Self::Month => "month",
        }
    }

    /// Reads what [`code`](Self::code) writes; `None` for anything else.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|with| with.code() == code)
    }
}

/// The search for files.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Search {
    /// Part of the enterprise's name, code or village, or of the file's name; empty for all.
    pub text: String,
    /// The wish that must be met; `None` for all, which no rejected file is kept from.
    pub with: Option<Wish>,
    /// The village, class or industry of its enterprise; without one, or an empty one, all.
    pub at: BTreeMap<By, String>,
}

impl Search {
    /// Returns whether the search finds this file.
    pub fn finds(&self, checked: &Checked, judged: &Judged, places: &Places<'_>) -> bool {
        self.with.is_none_or(|with| says(with, checked, judged))
            && self.at.iter().all(|(by, wanted)| is_in(*by, wanted, checked, places))
            && self.names(checked, places)
    }

    fn names(&self, checked: &Checked, places: &Places<'_>) -> bool {
        let text = self.text.trim();
        let code = text.to_ascii_uppercase();
        let village = || {
            checked.report().map(|found| &found.report.enterprise).is_some_and(|enterprise| {
                enterprise.village.contains(text) || places.of(By::Village, enterprise).counts.contains(text)
            })
        };
        let named =
            || checked.offer().is_some_and(|offer| offer.name.contains(text) || offer.uscc.as_str().contains(&code));
        text.is_empty() || checked.file_name.contains(text) || village() || named()
    }
}

/// The villages, classes or industries that occur among the reports, in the order of their characters.
pub fn occurring(by: By, inbox: &[Checked], places: &Places<'_>) -> BTreeSet<String> {
    let reports = inbox.iter().filter_map(Checked::report);
    let all = reports.map(|found| places.of(by, &found.report.enterprise).counts.into_owned());
    all.filter(|said| !said.is_empty()).collect()
}

fn is_in(by: By, wanted: &str, checked: &Checked, places: &Places<'_>) -> bool {
    wanted.is_empty() || checked.report().is_some_and(|found| places.of(by, &found.report.enterprise).counts == wanted)
}

fn says(with: Wish, checked: &Checked, judged: &Judged) -> bool {
    match with {
        Wish::Matter(kind) => {
            checked.report().is_some_and(|found| matters(found).iter().any(|matter| matter.kind() == kind))
        }
        Wish::Remark => judged.remarks.iter().any(|remark| note(remark).is_some()),
        Wish::Month => !judged.remarks.iter().any(|remark| matches!(remark, Remark::WrongMonth { .. })),
        Wish::Late => {
            judged.remarks.iter().any(|remark| matches!(remark, Remark::Late { .. } | Remark::ReceivedLate { .. }))
        }
    }
}
