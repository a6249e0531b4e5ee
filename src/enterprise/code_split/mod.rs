//! Fetches the parts of the program that the first page does not need, once that page is shown.
//!
//! The code that opens the records of this browser, and shows and changes a month, is in these parts. The split points
//! are defined in the binary, since their exports would otherwise be linked into every binary of the package; the
//! binary passes them in as plain functions.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`pages`] | draws the pages of each part |
//! | [`part_page`] | names the pages of each part |
//! | [`pending`] | shows a page of a part, or what keeps it from being shown |

pub mod pages;
pub mod part_page;
pub(crate) mod pending;

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;

use super::app::App;
use super::code_split::part_page::PartPage;
use super::route::Route;
use super::session::Session;
use crate::platform::files::FileFault;
use crate::platform::{local, location, task};

/// A part of the program besides the first page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProgramPart {
    /// The records of this browser, and the pages a month begins with: overview, enterprise, elements.
    Filling,
    /// All other pages: nobody comes to one before the first answers are given.
    Rest,
}

/// A request of the frame to the app.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AppRequest {
    /// Begins an enterprise and goes to its page.
    NewEnterprise,
    /// Loads the demonstration.
    Demo,
    /// Writes down whatever is typed: the page on the screen is about to go.
    Flush,
}

/// A piece of the frame around the page that the app draws.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FramePiece {
    /// The top line: what is open, and whether it is saved.
    Top,
    /// The links to all pages of an open month.
    Links,
    /// The messages above every page.
    Messages,
}

/// Something that may have to be fetched first; `None` when that failed.
pub type Awaited<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// The functions of the program that lie in a part and may have to be fetched first.
#[derive(Debug)]
pub struct CodeSplit {
    /// Fetches a part.
    pub fetch: fn(ProgramPart) -> Awaited<()>,
    /// Opens the records of this browser, for the page and the month on the screen.
    ///
    /// `None` without the check list.
    pub open: fn(RwSignal<Route>, RwSignal<Option<Session>>) -> Awaited<App>,
    /// Does what the frame asks.
    pub take: fn(App, AppRequest) -> Awaited<()>,
    /// A piece of the frame.
    pub frame: fn(App, FramePiece) -> Awaited<AnyView>,
    /// A page of a part, and of which route.
    pub page: fn(PartPage, Route) -> Awaited<AnyView>,
    /// Saves everything of this browser as one file.
    pub export: fn(App) -> Awaited<Result<(), FileFault>>,
}

impl CodeSplit {
    /// Asks for the part that comes after the first page.
    ///
    /// What is asked for twice is fetched once; whether it came is seen where it is awaited.
    pub(crate) fn ask_ahead(&self) {
        at_once((self.fetch)(ProgramPart::Filling));
    }
}

/// The value of a future that is ready at once, as it is when its part was fetched before.
fn at_once<T>(mut awaited: Awaited<T>) -> Option<T> {
    match awaited.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(there) => there,
        Poll::Pending => None,
    }
}

/// How far a part is fetched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fetched {
    /// It is on its way.
    Underway,
    /// Everything in it can be used at once.
    Ready,
    /// It could not be fetched; it can be tried again.
    Failed,
}

/// The parts of the program and how far they are fetched; `Copy`, like the signals in it.
///
/// Lies in the context of every page.
#[derive(Clone, Copy)]
pub(crate) struct ProgramParts {
    /// The cuts.
    pub split: &'static CodeSplit,
    /// The page on the screen.
    pub route: RwSignal<Route>,
    /// The enterprise and month on the screen; `None` before the first enterprise exists.
    pub session: RwSignal<Option<Session>>,
    /// The app, once the records of this browser are open.
    pub app: RwSignal<Option<App>>,
    /// Whether nothing can be shown before the records are open.
    ///
    /// Something was kept here before, or somebody has pressed a button of the first page.
    pub waits: Memo<bool>,
    filling: RwSignal<Fetched>,
    rest: RwSignal<Fetched>,
    /// The request made before there was an app.
    asked: RwSignal<Option<AppRequest>>,
    /// The owner of signals that live as long as the page.
    root: StoredValue<Owner>,
}

impl ProgramParts {
    /// Begins with nothing fetched.
    pub(crate) fn new(split: &'static CodeSplit, root: &Owner) -> Self {
        let (app, asked) = (RwSignal::new(None), RwSignal::new(None));
        let in_use = local::is_in_use();
        Self {
            split,
            route: RwSignal::new(Route::parse(&location::hash()).unwrap_or_default()),
            session: RwSignal::new(None),
            app,
            waits: Memo::new(move |_| app.with(Option::is_none) && (in_use || asked.with(Option::is_some))),
            filling: RwSignal::new(Fetched::Underway),
            rest: RwSignal::new(Fetched::Underway),
            asked,
            root: StoredValue::new(root.clone()),
        }
    }

    /// The parts from the context of a page.
    pub(crate) fn get() -> Self {
        expect_context::<Self>()
    }

    /// Tells how far everything is fetched that a page of a part needs; tracked.
    pub(crate) fn state(&self, part: ProgramPart) -> Fetched {
        // Whatever a page shows is read from the records, which one of the parts opens.
        if self.app.with(Option::is_some) { self.signal(part).get() } else { self.filling.get() }
    }

    /// Asks something of the app: it is done in this task where there is one, else as soon as there is.
    pub(crate) fn ask(&self, request: AppRequest) {
        match self.app.get_untracked() {
            Some(app) => self.take(app, request),
            None => {
                self.asked.set(Some(request));
                if self.filling.get_untracked() == Fetched::Failed {
                    self.fetch_again(ProgramPart::Filling);
                }
            }
        }
    }

    fn take(&self, app: App, request: AppRequest) {
        // The app came with the part in which this lies.
        at_once((self.split.take)(app, request));
    }

    /// Fetches all parts, one after the other.
    pub(crate) async fn fetch_all(self) {
        self.fetch(ProgramPart::Filling).await;
        self.fetch(ProgramPart::Rest).await;
    }

    /// Tries again to fetch what a page of a part needs.
    pub(crate) fn fetch_again(&self, part: ProgramPart) {
        let parts = *self;
        let part = if parts.app.with_untracked(Option::is_some) { part } else { ProgramPart::Filling };
        parts.signal(part).set(Fetched::Underway);
        task::spawn(async move { parts.fetch(part).await });
    }

    async fn fetch(self, part: ProgramPart) {
        let mut there = (self.split.fetch)(part).await;
        if part == ProgramPart::Filling && there.is_some() && self.app.with_untracked(Option::is_none) {
            there = self.open().await;
        }
        self.signal(part).set(if there.is_some() { Fetched::Ready } else { Fetched::Failed });
    }

    /// Opens the records of this browser, and does what was asked meanwhile.
    async fn open(self) -> Option<()> {
        let root = self.root.get_value();
        let app = root.with(|| ScopedFuture::new_untracked((self.split.open)(self.route, self.session))).await?;
        root.with(|| provide_context(app));
        self.app.set(Some(app));
        // Where there turned out to be an enterprise, its month is shown, and another is not begun unseen.
        if let Some(request) = self.asked.get_untracked().filter(|_| self.session.with_untracked(Option::is_none)) {
            self.take(app, request);
        }
        self.asked.set(None);
        Some(())
    }

    fn signal(&self, part: ProgramPart) -> RwSignal<Fetched> {
        match part {
            ProgramPart::Filling => self.filling,
            ProgramPart::Rest => self.rest,
        }
    }
}
