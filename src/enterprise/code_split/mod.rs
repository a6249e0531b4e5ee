//! Fetches the parts of the program that the first page does not need, once that page is shown.
//!
//! The code that opens, shows and changes a month is in these parts. The split points are defined in the binary, since
//! their exports would otherwise be linked into every binary of the package; the binary passes them in as plain
//! functions.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`pages`] | names what lies in each part |
//! | [`pending`] | shows a page of a part, or what keeps it from being shown |

pub mod pages;
pub(crate) mod pending;

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;

use super::app::App;
use super::route::Route;
use super::session::Session;
use crate::platform::files::FileFault;
use crate::platform::task;

/// A part of the program besides the first page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProgramPart {
    /// Months and the pages on which they are filled in.
    Filling,
    /// Report, signature, papers, registers, settings: everything that is not needed to fill in a month.
    Closing,
}

/// A step that puts a month on the screen, for which a part of the program is needed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpeningStep {
    /// Puts the month on the screen that was open last.
    Last,
    /// Begins an enterprise and goes to its page.
    NewEnterprise,
    /// Loads the demonstration.
    Demo,
    /// Shows what another tab has saved.
    TakeTheirs,
    /// Keeps what this tab shows against what another has saved.
    KeepMine,
}

/// Something that may have to be fetched first; `None` when that failed.
pub(crate) type Awaited<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// The functions of the program that lie in a part and may have to be fetched first.
#[derive(Debug)]
pub struct CodeSplit {
    /// Fetches a part.
    pub fetch: fn(ProgramPart) -> Awaited<()>,
    /// Takes a step.
    pub take: fn(App, OpeningStep) -> Awaited<()>,
    /// The links to all pages of an open month.
    pub links: fn(App, Session) -> Awaited<AnyView>,
    /// The messages above every page.
    pub messages: fn(App) -> Awaited<AnyView>,
    /// The page of a route in a part.
    pub page: fn(ProgramPart, Option<Session>, Route) -> Awaited<AnyView>,
    /// Saves everything of this browser as one file.
    pub export: fn(App) -> Awaited<Result<(), FileFault>>,
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
/// Lies in the context beside the app.
#[derive(Clone, Copy)]
pub(crate) struct ProgramParts {
    /// The cuts.
    pub split: &'static CodeSplit,
    /// Whether the month that was open last is still on its way to the screen.
    pub opening: RwSignal<bool>,
    filling: RwSignal<Fetched>,
    closing: RwSignal<Fetched>,
    /// The step that could not be taken because its part could not be fetched.
    refused: RwSignal<Option<OpeningStep>>,
}

impl ProgramParts {
    /// Nothing is fetched yet.
    pub(crate) fn new(split: &'static CodeSplit) -> Self {
        Self {
            split,
            opening: RwSignal::new(false),
            filling: RwSignal::new(Fetched::Underway),
            closing: RwSignal::new(Fetched::Underway),
            refused: RwSignal::new(None),
        }
    }

    /// The parts from the context of a page.
    pub(crate) fn get() -> Self {
        expect_context::<Self>()
    }

    /// How far a part is fetched; tracked.
    pub(crate) fn state(&self, part: ProgramPart) -> Fetched {
        self.signal(part).get()
    }

    /// Whether a step waits for a part that could not be fetched; tracked.
    pub(crate) fn has_refused(&self) -> bool {
        self.refused.with(Option::is_some)
    }

    /// Puts the month on the screen that was open last, as soon as its part is there.
    pub(crate) fn open_last(&self, app: App) {
        self.opening.set(true);
        self.take(app, OpeningStep::Last);
    }

    /// Takes a step: in this task when its part is there, else as soon as it is.
    ///
    /// When it cannot be fetched, the step is kept for [`fetch_again`](Self::fetch_again).
    pub(crate) fn take(&self, app: App, step: OpeningStep) {
        let parts = *self;
        let mut awaited = (self.split.take)(app, step);
        match awaited.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => parts.taken(step, done),
            Poll::Pending => task::spawn(async move { parts.taken(step, awaited.await) }),
        }
    }

    fn taken(&self, step: OpeningStep, done: Option<()>) {
        self.filling.set(if done.is_some() { Fetched::Ready } else { Fetched::Failed });
        self.refused.set(if done.is_some() { None } else { Some(step) });
        if step == OpeningStep::Last {
            self.opening.set(done.is_none());
        }
    }

    /// Fetches all parts, one after the other.
    pub(crate) async fn fetch_all(self) {
        self.fetch(ProgramPart::Filling).await;
        self.fetch(ProgramPart::Closing).await;
    }

    /// Tries to fetch a part again, and takes the step that waits for it.
    pub(crate) fn fetch_again(&self, app: App, part: ProgramPart) {
        let parts = *self;
        parts.signal(part).set(Fetched::Underway);
        task::spawn(async move {
            parts.fetch(part).await;
            if let (ProgramPart::Filling, Some(step)) = (part, parts.refused.get_untracked()) {
                parts.take(app, step);
            }
        });
    }

    async fn fetch(self, part: ProgramPart) {
        let there = (self.split.fetch)(part).await;
        self.signal(part).set(if there.is_some() { Fetched::Ready } else { Fetched::Failed });
    }

    fn signal(&self, part: ProgramPart) -> RwSignal<Fetched> {
        match part {
            ProgramPart::Filling => self.filling,
            ProgramPart::Closing => self.closing,
        }
    }
}
