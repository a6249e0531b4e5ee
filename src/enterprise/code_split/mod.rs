//! Where the program is cut: what is not needed to show the first page lies in parts that are fetched after it stands.
//!
//! Opening a month, everything that shows one, and everything that changes one are in the parts. Only the binary can make the cuts,
//! because what they export would otherwise be part of every binary; it hands them in as plain functions.

pub mod pages;
pub mod pending;

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;

use super::app::App;
use super::session::Session;
use crate::enterprise::route::Route;
use crate::platform::files::FileFault;
use crate::platform::task;

/// A part of the program besides the first page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Months and the pages on which they are filled in.
    Filling,
    /// The pages a month is closed on, and what is done once in a while.
    Closing,
}

/// A step that needs a part of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Puts the month on the screen that was open last.
    Open,
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
pub type Awaited<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// The cuts of the binary.
#[derive(Debug)]
pub struct CodeSplit {
    /// Fetches a part.
    pub fetch: fn(Part) -> Awaited<()>,
    /// Takes a step.
    pub take: fn(App, Step) -> Awaited<()>,
    /// The links to all pages of an open month.
    pub links: fn(App, Session) -> Awaited<AnyView>,
    /// What is said above every page.
    pub messages: fn(App) -> Awaited<AnyView>,
    /// The page of a route in a part.
    pub page: fn(Part, Option<Session>, Route) -> Awaited<AnyView>,
    /// Saves everything of this browser as one file.
    pub export: fn(App) -> Awaited<Result<(), FileFault>>,
}

/// What is awaited if it is there at once, as everything in a part is that was fetched before.
pub fn at_once<T>(mut awaited: Awaited<T>) -> Option<T> {
    match awaited.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(there) => there,
        Poll::Pending => None,
    }
}

/// How far a part is fetched.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fetched {
    /// It is on its way.
    Under,
    /// Everything in it can be used at once.
    Stands,
    /// It could not be fetched; it can be tried again.
    Failed,
}

/// How far the parts are fetched; `Copy`, like the signals in it.
#[derive(Clone, Copy)]
pub struct Parts {
    filling: RwSignal<Fetched>,
    closing: RwSignal<Fetched>,
    /// The step that could not be taken because its part could not be fetched.
    refused: RwSignal<Option<Step>>,
}

impl Parts {
    /// Nothing is fetched yet.
    pub fn new() -> Self {
        Self {
            filling: RwSignal::new(Fetched::Under),
            closing: RwSignal::new(Fetched::Under),
            refused: RwSignal::new(None),
        }
    }

    /// How far a part is fetched; tracked.
    pub fn state(&self, part: Part) -> Fetched {
        self.signal(part).get()
    }

    /// Whether a step waits for a part that could not be fetched; tracked.
    pub fn has_refused(&self) -> bool {
        self.refused.with(Option::is_some)
    }

    fn signal(&self, part: Part) -> RwSignal<Fetched> {
        match part {
            Part::Filling => self.filling,
            Part::Closing => self.closing,
        }
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::new()
    }
}

impl App {
    /// Takes a step: in this task when its part is there, else as soon as it is. When it cannot be fetched, the step is kept for
    /// [`App::fetch_again`].
    pub fn take(&self, step: Step) {
        let app = *self;
        let mut awaited = (self.cut.take)(app, step);
        match awaited.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => app.taken(step, done),
            Poll::Pending => task::spawn(async move { app.taken(step, awaited.await) }),
        }
    }

    fn taken(&self, step: Step, done: Option<()>) {
        self.parts.filling.set(if done.is_some() { Fetched::Stands } else { Fetched::Failed });
        self.parts.refused.set(if done.is_some() { None } else { Some(step) });
        if step == Step::Open {
            self.opening.set(done.is_none());
        }
    }

    /// Fetches all parts, one after the other.
    pub async fn fetch_parts(self) {
        self.fetch(Part::Filling).await;
        self.fetch(Part::Closing).await;
    }

    /// Tries to fetch a part again, and takes the step that waits for it.
    pub fn fetch_again(&self, part: Part) {
        let app = *self;
        app.parts.signal(part).set(Fetched::Under);
        task::spawn(async move {
            app.fetch(part).await;
            if let (Part::Filling, Some(step)) = (part, app.parts.refused.get_untracked()) {
                app.take(step);
            }
        });
    }

    async fn fetch(self, part: Part) {
        let there = (self.cut.fetch)(part).await;
        self.parts.signal(part).set(if there.is_some() { Fetched::Stands } else { Fetched::Failed });
    }
}
