//! Draws what lies in the parts of the program beyond the first page.

use anziping_core::record::backup::SigningKeys;
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::months;
use crate::enterprise::area::AreaPage;
use crate::enterprise::basis::basis_page;
use crate::enterprise::calendar::calendar_page;
use crate::enterprise::check_lists::check_lists_page;
use crate::enterprise::code_split::part_page::{FillingPage, PageOfMonth, RestPage};
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

/// A page of [`ProgramPart::Filling`](crate::enterprise::code_split::ProgramPart::Filling).
pub fn filling(page: FillingPage, session: Session, route: Route) -> AnyView {
    match page {
        FillingPage::Overview => view! { <Overview session=session /> }.into_any(),
        FillingPage::Enterprise => with_foot(view! { <EnterprisePage session=session /> }.into_any(), session, route),
        FillingPage::Element(number) => {
            with_foot(view! { <ElementPage session=session number=number /> }.into_any(), session, route)
        }
    }
}

/// The page, and below it where to go from there.
fn with_foot(page: AnyView, session: Session, route: Route) -> AnyView {
    view! {
        {page}
        <Foot session=session route=route />
    }
    .into_any()
}

/// A page of [`ProgramPart::Rest`](crate::enterprise::code_split::ProgramPart::Rest).
pub fn rest(page: RestPage, route: Route) -> AnyView {
    let (page, session) = match page {
        RestPage::Settings(session) => (view! { <SettingsPage /> }.into_any(), session),
        RestPage::CheckLists(session) => (check_lists_page(session), session),
        RestPage::Basis(session) => (basis_page(session), session),
        RestPage::OfMonth(page, session) => (of_month(page, session), Some(session)),
    };
    match session {
        Some(session) => with_foot(page, session, route),
        None => page,
    }
}

fn of_month(page: PageOfMonth, session: Session) -> AnyView {
    match page {
        PageOfMonth::Area(area) => view! { <AreaPage session=session area=area /> }.into_any(),
        PageOfMonth::Hazards => view! { <HazardsPage session=session /> }.into_any(),
        PageOfMonth::Screening => screening_page(session),
        PageOfMonth::Figures => view! { <MonthPage session=session /> }.into_any(),
        PageOfMonth::People => people_page(session),
        PageOfMonth::Risks => risks_page(session),
        PageOfMonth::Documents => documents_page(session),
        PageOfMonth::Drills => drills_page(session),
        PageOfMonth::Expenses => expenses_page(session),
        PageOfMonth::Permits => permits_page(session),
        PageOfMonth::Ledgers => ledgers_page(session),
        PageOfMonth::Report => view! { <ReportPage session=session /> }.into_any(),
        PageOfMonth::Seal => view! { <SealPage session=session /> }.into_any(),
        PageOfMonth::Paper(form) if form == paper_name::BOX => cupboard_page(session),
        PageOfMonth::Paper(form) => paper_page(session, &form),
        PageOfMonth::Trends => trends_page(session),
        PageOfMonth::Calendar => calendar_page(session),
        PageOfMonth::History => view! { <HistoryPage session=session /> }.into_any(),
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
