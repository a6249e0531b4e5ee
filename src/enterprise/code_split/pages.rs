//! Names what lies in the parts of the program beyond the first page.

use anziping_core::record::backup::SigningKeys;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::months;
use crate::enterprise::area::AreaPage;
use crate::enterprise::basis::basis_page;
use crate::enterprise::calendar::calendar_page;
use crate::enterprise::check_lists::check_lists_page;
use crate::enterprise::code_split::{AppRequest, Awaited};
use crate::enterprise::cupboard::cupboard_page;
use crate::enterprise::element::ElementPage;
use crate::enterprise::hazards::HazardsPage;
use crate::enterprise::history::HistoryPage;
use crate::enterprise::home::Overview;
use crate::enterprise::month::MonthPage;
use crate::enterprise::paper::paper_page;
use crate::enterprise::paper_name;
use crate::enterprise::profile::EnterprisePage;
use crate::enterprise::registers::{
    documents_page, drills_page, expenses_page, ledgers_page, people_page, permits_page, risks_page,
};
use crate::enterprise::report::ReportPage;
use crate::enterprise::route::Route;
use crate::enterprise::screening::screening_page;
use crate::enterprise::seal::SealPage;
use crate::enterprise::session::Session;
use crate::enterprise::settings::SettingsPage;
use crate::enterprise::trends::trends_page;
use crate::enterprise::way::Foot;
use crate::platform::files::FileFault;
use crate::store::editions::fetch_builtin;

/// The pages of [`ProgramPart::Filling`](crate::enterprise::code_split::ProgramPart::Filling).
pub fn filling(session: Option<Session>, route: Route) -> AnyView {
    let Some(session) = session else { return ().into_any() };
    let page = match &route {
        Route::Home => view! { <Overview session=session /> }.into_any(),
        Route::Enterprise(_) => view! { <EnterprisePage session=session /> }.into_any(),
        Route::Element(number, _) => view! { <ElementPage session=session number=*number /> }.into_any(),
        // Pages of the other part.
        Route::Area(..)
        | Route::Hazards(_)
        | Route::Screening(_)
        | Route::Month(_)
        | Route::Report
        | Route::Seal
        | Route::Paper(_)
        | Route::History
        | Route::Trends
        | Route::Calendar
        | Route::People(_)
        | Route::Risks(_)
        | Route::Documents(_)
        | Route::Drills(_)
        | Route::Expenses(_)
        | Route::Permits(_)
        | Route::Ledgers(_)
        | Route::CheckLists
        | Route::Basis
        | Route::Settings => ().into_any(),
    };
    if route == Route::Home { page } else { with_foot(page, session, route) }
}

/// The page, and below it where to go from there.
fn with_foot(page: AnyView, session: Session, route: Route) -> AnyView {
    view! {
        {page}
        <Foot session=session route=route />
    }
    .into_any()
}

/// The pages of [`ProgramPart::Rest`](crate::enterprise::code_split::ProgramPart::Rest).
///
/// Settings and check lists need no open month.
pub fn rest(session: Option<Session>, route: Route) -> AnyView {
    let page = match (&route, session) {
        (Route::Settings, _) => view! { <SettingsPage /> }.into_any(),
        (Route::CheckLists, session) => check_lists_page(session),
        (Route::Basis, session) => basis_page(session),
        (Route::Area(area, _), Some(session)) => view! { <AreaPage session=session area=area.clone() /> }.into_any(),
        (Route::Hazards(_), Some(session)) => view! { <HazardsPage session=session /> }.into_any(),
        (Route::Screening(_), Some(session)) => screening_page(session),
        (Route::Month(_), Some(session)) => view! { <MonthPage session=session /> }.into_any(),
        (Route::Report, Some(session)) => view! { <ReportPage session=session /> }.into_any(),
        (Route::Seal, Some(session)) => view! { <SealPage session=session /> }.into_any(),
        (Route::Trends, Some(session)) => trends_page(session),
        (Route::Calendar, Some(session)) => calendar_page(session),
        (Route::People(_), Some(session)) => people_page(session),
        (Route::Risks(_), Some(session)) => risks_page(session),
        (Route::Documents(_), Some(session)) => documents_page(session),
        (Route::Drills(_), Some(session)) => drills_page(session),
        (Route::Expenses(_), Some(session)) => expenses_page(session),
        (Route::Permits(_), Some(session)) => permits_page(session),
        (Route::Paper(form), Some(session)) if form == paper_name::BOX => cupboard_page(session),
        (Route::Ledgers(_), Some(session)) => ledgers_page(session),
        (Route::Paper(form), Some(session)) => paper_page(session, form),
        (Route::History, Some(session)) => view! { <HistoryPage session=session /> }.into_any(),
        // Pages that need a month, without one.
        (
            Route::Area(..)
            | Route::Hazards(_)
            | Route::Screening(_)
            | Route::Month(_)
            | Route::Report
            | Route::Seal
            | Route::Trends
            | Route::Calendar
            | Route::People(_)
            | Route::Risks(_)
            | Route::Documents(_)
            | Route::Drills(_)
            | Route::Expenses(_)
            | Route::Permits(_)
            | Route::Ledgers(_)
            | Route::Paper(_)
            | Route::History,
            None,
        ) => ().into_any(),
        // Pages of the other part.
        (Route::Home | Route::Enterprise(_) | Route::Element(..), _) => ().into_any(),
    };
    match session {
        Some(session) => with_foot(page, session, route),
        None => page,
    }
}

/// Fetches the check list, which every page but the first needs, and opens the records of this browser.
pub fn open(route: RwSignal<Route>, session: RwSignal<Option<Session>>) -> Awaited<App> {
    Box::pin(async move {
        fetch_builtin().await?;
        Some(App::open(route, session).await)
    })
}

/// Does what the frame asks.
pub fn take(app: App, request: AppRequest) {
    match request {
        AppRequest::NewEnterprise => {
            months::new_enterprise(app);
            app.go(&Route::Enterprise(None));
        }
        AppRequest::Demo => months::load_demo(app),
        AppRequest::Flush => app.store.flush(),
    }
}

/// Saves everything of this browser as one file, whatever state the storage is in.
///
/// # Errors
/// The browser does not let files be saved; the settings page offers other ways.
pub fn export(app: App) -> Result<(), FileFault> {
    crate::enterprise::settings::backup::save_file(app, SigningKeys::Included).map(drop)
}
