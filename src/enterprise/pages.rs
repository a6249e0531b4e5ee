//! The pages beyond the first, by the part of the program they are in.

use leptos::prelude::*;

use super::area::AreaPage;
use super::element::ElementPage;
use super::hazards::HazardsPage;
use super::history::HistoryPage;
use super::month::MonthPage;
use super::profile::EnterprisePage;
use super::report::ReportPage;
use super::seal::SealPage;
use super::settings::SettingsPage;
use crate::route::Route;
use crate::state::Session;

/// The pages of [`Part::Filling`](super::parts::Part::Filling).
pub fn filling(session: Option<Session>, route: Route) -> AnyView {
    let Some(session) = session else { return ().into_any() };
    match route {
        Route::Enterprise(_) => view! { <EnterprisePage session=session/> }.into_any(),
        Route::Area(area, _) => view! { <AreaPage session=session area=area/> }.into_any(),
        Route::Element(number, _) => view! { <ElementPage session=session number=number/> }.into_any(),
        Route::Hazards(_) => view! { <HazardsPage session=session/> }.into_any(),
        Route::Month(_) => view! { <MonthPage session=session/> }.into_any(),
        _ => ().into_any(),
    }
}

/// The pages of [`Part::Closing`](super::parts::Part::Closing). The settings alone need no open month.
pub fn closing(session: Option<Session>, route: Route) -> AnyView {
    match (route, session) {
        (Route::Settings, _) => view! { <SettingsPage/> }.into_any(),
        (Route::Report, Some(session)) => view! { <ReportPage session=session/> }.into_any(),
        (Route::Seal, Some(session)) => view! { <SealPage session=session/> }.into_any(),
        (Route::History, Some(session)) => view! { <HistoryPage session=session/> }.into_any(),
        _ => ().into_any(),
    }
}
