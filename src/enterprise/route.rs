//! Names the pages of the enterprise app, and the hashes of the address that lead there.
//!
//! `parse` and `href` are inverse. Only hashes that begin with `#/` are routes; others stay anchors.

use anziping_core::catalog::{Catalogue, ComputedFrom};
use anziping_core::enterprise::EnterpriseField;
use anziping_core::month::draft::MonthDraft;
use anziping_core::month::figures::MonthField;
use anziping_core::register::SpecialLedger;
use anziping_core::review::ReviewPlace;

/// Name of the preparer's field on the page of the month.
pub(crate) const PREPARER: &str = "preparer";

/// A page of the enterprise app.
///
/// The second part, where there is one, is the place on the page to go to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Route {
    /// The months and what to do next.
    #[default]
    Home,
    /// The enterprise and its facts.
    Enterprise(Option<String>),
    /// An element, 1 to 8, and an item of it.
    Element(u8, Option<String>),
    /// A high-risk area and a point or cell of it.
    Area(String, Option<String>),
    /// The ledger, or one hazard of it.
    Hazards(Option<String>),
    /// The criteria for major hazards, and one of them.
    Screening(Option<String>),
    /// Facts and figures of the month.
    Month(Option<String>),
    /// The report as it would be signed.
    Report,
    /// Key and signature.
    Seal,
    /// The printed form of this name.
    Paper(String),
    /// Sealed reports.
    History,
    /// Twelve months side by side.
    Trends,
    /// Due days, deadlines and seasons.
    Calendar,
    /// The register of people, and one of them.
    People(Option<String>),
    /// The register of risk points, and one of them.
    Risks(Option<String>),
    /// The register of documents, and one of them.
    Documents(Option<String>),
    /// The register of drills, and one of them.
    Drills(Option<String>),
    /// The register of safety expenses, and one of them.
    Expenses(Option<String>),
    /// The register of work permits, and one of them.
    Permits(Option<String>),
    /// The special ledgers: one of them, by its id, or an entry of it.
    Ledgers(Option<String>),
    /// The check lists that there are, and the one of the month.
    CheckLists,
    /// The documents that everything rests on.
    Basis,
    /// Backup, restore, removal, storage, choices.
    Settings,
}

impl Route {
    /// Reads a location hash; `None` when it is an ordinary anchor. An unknown page is the home page.
    pub(crate) fn parse(hash: &str) -> Option<Self> {
        let path = match hash.strip_prefix("#/") {
            Some(path) => path,
            None if hash.is_empty() || hash == "#" => return Some(Self::Home),
            None => return None,
        };
        let mut parts = path.split('/').filter(|part| !part.is_empty()).map(decode);
        let page = parts.next().unwrap_or_default();
        let first = parts.next();
        let second = parts.next();
        Some(match (page.as_str(), first) {
            ("enterprise", place) => Self::Enterprise(place),
            ("element", Some(number)) => match number.parse() {
                Ok(number @ 1..=8) => Self::Element(number, second),
                _ => Self::Home,
            },
            ("area", Some(area)) => Self::Area(area, second),
            ("hazards", hazard) => Self::Hazards(hazard),
            ("screening", place) => Self::Screening(place),
            ("month", place) => Self::Month(place),
            ("report", _) => Self::Report,
            ("seal", _) => Self::Seal,
            ("paper", form) => Self::Paper(form.unwrap_or_default()),
            ("history", _) => Self::History,
            ("trends", _) => Self::Trends,
            ("calendar", _) => Self::Calendar,
            ("people", place) => Self::People(place),
            ("risks", place) => Self::Risks(place),
            ("documents", place) => Self::Documents(place),
            ("drills", place) => Self::Drills(place),
            ("expenses", place) => Self::Expenses(place),
            ("permits", place) => Self::Permits(place),
            ("ledgers", place) => Self::Ledgers(place),
            ("lists", _) => Self::CheckLists,
            ("basis", _) => Self::Basis,
            ("settings", _) => Self::Settings,
            _ => Self::Home,
        })
    }

    /// The hash that leads here.
    pub(crate) fn href(&self) -> String {
        match self {
            Self::Home => "#/".into(),
            Self::Element(number, place) => joined(&format!("element/{number}"), place.as_deref()),
            Self::Area(area, place) => joined(&format!("area/{}", encode(area)), place.as_deref()),
            Self::Paper(form) => joined(self.page(), Some(form.as_str()).filter(|form| !form.is_empty())),
            _ => joined(self.page(), self.place()),
        }
    }

    /// The name of the page in `main[data-page]`.
    pub(crate) fn page(&self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Enterprise(_) => "enterprise",
            Self::Element(..) => "element",
            Self::Area(..) => "area",
            Self::Hazards(_) => "hazards",
            Self::Screening(_) => "screening",
            Self::Month(_) => "month",
            Self::Report => "report",
            Self::Seal => "seal",
            Self::Paper(_) => "paper",
            Self::History => "history",
            Self::Trends => "trends",
            Self::Calendar => "calendar",
            Self::People(_) => "people",
            Self::Risks(_) => "risks",
            Self::Documents(_) => "documents",
            Self::Drills(_) => "drills",
            Self::Expenses(_) => "expenses",
            Self::Permits(_) => "permits",
            Self::Ledgers(_) => "ledgers",
            Self::CheckLists => "lists",
            Self::Basis => "basis",
            Self::Settings => "settings",
        }
    }

    /// The page without its place: what the navigation marks as current.
    pub(crate) fn without_place(&self) -> Self {
        match self {
            Self::Enterprise(_) => Self::Enterprise(None),
            Self::Element(number, _) => Self::Element(*number, None),
            Self::Area(area, _) => Self::Area(area.clone(), None),
            Self::Hazards(_) => Self::Hazards(None),
            Self::Screening(_) => Self::Screening(None),
            Self::Month(_) => Self::Month(None),
            Self::People(_) => Self::People(None),
            Self::Risks(_) => Self::Risks(None),
            Self::Documents(_) => Self::Documents(None),
            Self::Drills(_) => Self::Drills(None),
            Self::Expenses(_) => Self::Expenses(None),
            Self::Permits(_) => Self::Permits(None),
            Self::Ledgers(_) => Self::Ledgers(None),
            Self::Home
            | Self::Report
            | Self::Seal
            | Self::Paper(_)
            | Self::History
            | Self::Trends
            | Self::Calendar
            | Self::CheckLists
            | Self::Basis
            | Self::Settings => self.clone(),
        }
    }

    /// The place on the page to go to: the id of an element of the page.
    pub(crate) fn place(&self) -> Option<&str> {
        match self {
            Self::Enterprise(place)
            | Self::Element(_, place)
            | Self::Area(_, place)
            | Self::Hazards(place)
            | Self::Screening(place)
            | Self::People(place)
            | Self::Risks(place)
            | Self::Documents(place)
            | Self::Drills(place)
            | Self::Expenses(place)
            | Self::Permits(place)
            | Self::Ledgers(place)
            | Self::Month(place) => place.as_deref(),
            Self::Home
            | Self::Report
            | Self::Seal
            | Self::Paper(_)
            | Self::History
            | Self::Trends
            | Self::Calendar
            | Self::CheckLists
            | Self::Basis
            | Self::Settings => None,
        }
    }

    /// The page on which a finding of the review is mended. `element_of` tells the element of an item.
    pub(crate) fn of_place(place: &ReviewPlace, element_of: impl Fn(&str) -> u8) -> Self {
        match place {
            ReviewPlace::Enterprise(field) => Self::of_enterprise_field(*field),
            ReviewPlace::Item(id) => Self::Element(element_of(id), Some(id.clone())),
            ReviewPlace::Point(id) => Self::Area(id.split('.').next().unwrap_or_default().to_owned(), Some(id.clone())),
            ReviewPlace::Rate(area, code) => Self::Area(area.clone(), Some(MonthDraft::rate_key(area, *code))),
            ReviewPlace::Hazard(id) => Self::Hazards(Some(id.clone())),
            ReviewPlace::Month(field) => Self::of_month_field(*field),
            ReviewPlace::Preparer => Self::Month(Some(PREPARER.into())),
            ReviewPlace::Screening(criterion) => Self::Screening(criterion.clone()),
        }
    }

    /// The page of the register that gives the counts of an item or cell.
    pub(crate) fn of_count(catalogue: &Catalogue, id: &str) -> Self {
        let from = catalogue.item(id).and_then(|item| Some(item.computed.as_ref()?.from));
        match from {
            Some(ComputedFrom::Screening) => Self::Screening(None),
            Some(ComputedFrom::Hazards) => Self::Hazards(None),
            Some(ComputedFrom::Risks) => Self::Risks(None),
            Some(ComputedFrom::Drills) => Self::Drills(None),
            Some(ComputedFrom::Expenses) => Self::Expenses(None),
            Some(ComputedFrom::Permits) => Self::Permits(None),
            Some(ComputedFrom::Equipment) => Self::of_ledger(SpecialLedger::Equipment, None),
            Some(ComputedFrom::Contractors) => Self::of_ledger(SpecialLedger::Contractors, None),
            None if id.ends_with(".P3") => Self::Risks(None),
            None if id.ends_with(".P1") => Self::Documents(None),
            Some(ComputedFrom::People) | None => Self::People(None),
        }
    }

    /// A special ledger, or the entry of it with a number.
    pub(crate) fn of_ledger(ledger: SpecialLedger, number: Option<&str>) -> Self {
        let id = ledger.row().id;
        Self::Ledgers(Some(number.map_or_else(|| id.to_owned(), |number| format!("{id}-{number}"))))
    }

    /// The page of a field of the enterprise.
    pub(crate) fn of_enterprise_field(field: EnterpriseField) -> Self {
        Self::Enterprise(Some(field.code().into()))
    }

    /// The page of a field of the month.
    pub(crate) fn of_month_field(field: MonthField) -> Self {
        Self::Month(Some(field.code().into()))
    }
}

/// The hash of a page and a place on it.
fn joined(page: &str, place: Option<&str>) -> String {
    match place {
        Some(place) => format!("#/{page}/{}", encode(place)),
        None => format!("#/{page}"),
    }
}

/// Percent-encodes what would end a path segment or is not ASCII.
///
/// Ids of others' catalogues may hold anything printable.
fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}

/// Undoes [`encode`]; a broken escape stays as it is.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let escaped = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(escaped.unwrap_or(bytes[at]));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pages in a row, without their places: a new one does not compile until it has its turn.
    fn after(route: &Route) -> Option<Route> {
        Some(match route {
            Route::Home => Route::Enterprise(None),
            Route::Enterprise(_) => Route::Element(1, None),
            Route::Element(..) => Route::Area("hot-work".into(), None),
            Route::Area(..) => Route::Hazards(None),
            Route::Hazards(_) => Route::Screening(None),
            Route::Screening(_) => Route::Month(None),
            Route::Month(_) => Route::Report,
            Route::Report => Route::Seal,
            Route::Seal => Route::Paper(String::new()),
            Route::Paper(_) => Route::History,
            Route::History => Route::Trends,
            Route::Trends => Route::Calendar,
            Route::Calendar => Route::People(None),
            Route::People(_) => Route::Risks(None),
            Route::Risks(_) => Route::Documents(None),
            Route::Documents(_) => Route::Drills(None),
            Route::Drills(_) => Route::Expenses(None),
            Route::Expenses(_) => Route::Permits(None),
            Route::Permits(_) => Route::Ledgers(None),
            Route::Ledgers(_) => Route::CheckLists,
            Route::CheckLists => Route::Basis,
            Route::Basis => Route::Settings,
            Route::Settings => return None,
        })
    }

    #[test]
    fn every_page_is_read_from_its_address() {
        for route in std::iter::successors(Some(Route::Home), after) {
            assert_eq!(Route::parse(&route.href()).as_ref(), Some(&route));
            assert_eq!(route.without_place(), route);
        }
    }

    #[test]
    fn a_place_on_a_page_is_read_from_its_address() {
        let place = || Some("hot-work.P1.2".to_owned());
        for route in [
            Route::Enterprise(Some("uscc".into())),
            Route::Element(8, Some("C03".into())),
            Route::Area("hot-work".into(), place()),
            Route::Hazards(Some("2026-11-01".into())),
            Route::Month(Some("checks".into())),
            Route::Screening(Some("GM10-13-1".into())),
            Route::Paper("ledger".into()),
            Route::Risks(Some("risk-2".into())),
            Route::Documents(Some("document-3".into())),
            Route::Expenses(Some("expense-4".into())),
            Route::Permits(Some("permit-5".into())),
            Route::of_ledger(SpecialLedger::Equipment, Some("6")),
            Route::Paper("permit.5".into()),
            Route::Area("奇怪/的 id%41".into(), Some("甲".into())),
        ] {
            assert_eq!(Route::parse(&route.href()), Some(route.clone()), "{route:?}");
        }
    }

    #[test]
    fn other_hashes_stay_anchors() {
        assert_eq!(Route::parse("#main"), None);
        assert_eq!(Route::parse(""), Some(Route::Home));
        assert_eq!(Route::parse("#/element/9"), Some(Route::Home));
        assert_eq!(Route::parse("#/nowhere"), Some(Route::Home));
    }
}
