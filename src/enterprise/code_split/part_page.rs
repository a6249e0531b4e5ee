//! Names the pages that lie in parts of the program, and for which of them a month has to be open.
//!
//! Each part draws every page of its own type and no other, so that a page cannot be asked of a part that lacks it.

use crate::enterprise::code_split::ProgramPart;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;

/// A page of a part, with the month it is of.
pub enum PartPage {
    /// One of [`ProgramPart::Filling`].
    Filling(FillingPage, Session),
    /// One of [`ProgramPart::Rest`].
    Rest(RestPage),
}

/// The pages of [`ProgramPart::Filling`].
#[derive(Debug)]
pub enum FillingPage {
    /// The overview of the month.
    Overview,
    /// The facts of the enterprise.
    Enterprise,
    /// The element of this number.
    Element(u8),
}

/// The pages of [`ProgramPart::Rest`].
pub enum RestPage {
    /// Needs no month, since a backup is restored into an empty browser.
    Settings(Option<Session>),
    /// The check lists that there are.
    CheckLists(Option<Session>),
    /// The documents that everything rests on.
    Basis(Option<Session>),
    /// A page that needs an open month.
    OfMonth(PageOfMonth, Session),
}

/// The pages of [`ProgramPart::Rest`] that need an open month.
#[derive(Debug)]
pub enum PageOfMonth {
    /// The high-risk area of this id.
    Area(String),
    Hazards,
    Screening,
    /// The figures of the month.
    Figures,
    People,
    Risks,
    Documents,
    Drills,
    Expenses,
    Permits,
    Ledgers,
    Report,
    Seal,
    /// The paper of this name.
    Paper(String),
    Trends,
    Calendar,
    History,
}

impl PartPage {
    /// The page of a route; `None` for the first page, as long as no month is open.
    pub(crate) fn of(route: &Route, session: Option<Session>) -> Option<Self> {
        Some(match route {
            Route::Settings => Self::Rest(RestPage::Settings(session)),
            Route::CheckLists => Self::Rest(RestPage::CheckLists(session)),
            Route::Basis => Self::Rest(RestPage::Basis(session)),
            Route::Home => Self::Filling(FillingPage::Overview, session?),
            Route::Enterprise(_) => Self::Filling(FillingPage::Enterprise, session?),
            Route::Element(number, _) => Self::Filling(FillingPage::Element(*number), session?),
            Route::Area(area, _) => Self::of_month(PageOfMonth::Area(area.clone()), session?),
            Route::Hazards(_) => Self::of_month(PageOfMonth::Hazards, session?),
            Route::Screening(_) => Self::of_month(PageOfMonth::Screening, session?),
            Route::Month(_) => Self::of_month(PageOfMonth::Figures, session?),
            Route::People(_) => Self::of_month(PageOfMonth::People, session?),
            Route::Risks(_) => Self::of_month(PageOfMonth::Risks, session?),
            Route::Documents(_) => Self::of_month(PageOfMonth::Documents, session?),
            Route::Drills(_) => Self::of_month(PageOfMonth::Drills, session?),
            Route::Expenses(_) => Self::of_month(PageOfMonth::Expenses, session?),
            Route::Permits(_) => Self::of_month(PageOfMonth::Permits, session?),
            Route::Ledgers(_) => Self::of_month(PageOfMonth::Ledgers, session?),
            Route::Report => Self::of_month(PageOfMonth::Report, session?),
            Route::Seal => Self::of_month(PageOfMonth::Seal, session?),
            Route::Paper(form) => Self::of_month(PageOfMonth::Paper(form.clone()), session?),
            Route::Trends => Self::of_month(PageOfMonth::Trends, session?),
            Route::Calendar => Self::of_month(PageOfMonth::Calendar, session?),
            Route::History => Self::of_month(PageOfMonth::History, session?),
        })
    }

    fn of_month(page: PageOfMonth, session: Session) -> Self {
        Self::Rest(RestPage::OfMonth(page, session))
    }

    /// The part it lies in.
    pub(crate) fn part(&self) -> ProgramPart {
        match self {
            Self::Filling(..) => ProgramPart::Filling,
            Self::Rest(_) => ProgramPart::Rest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_month_only_three_pages_lie_in_a_part() {
        let part = |hash: &str| PartPage::of(&Route::parse(hash).unwrap(), None).map(|page| page.part());
        for hash in ["#/settings", "#/lists", "#/basis"] {
            assert_eq!(part(hash), Some(ProgramPart::Rest), "{hash}");
        }
        for hash in ["#/", "#/enterprise", "#/element/3", "#/area/hot_work", "#/hazards", "#/report", "#/paper/box"] {
            assert_eq!(part(hash), None, "{hash}");
        }
    }
}
