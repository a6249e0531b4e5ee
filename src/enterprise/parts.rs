//! The pages beyond the first, in parts of the program that are fetched once the first page stands.
//!
//! What a person downloads before anything can be done is the first page alone. The build cuts the program at the functions the
//! binary marks; all parts are fetched right after the start, so that a tab keeps working when the network goes, also where there is no
//! service worker.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;

use crate::platform::{task, timer};
use crate::route::Route;
use crate::state::Session;
use crate::text::home as words;
use crate::ui::field::Notice;

/// Something that may have to be fetched first.
pub type Awaited<T> = Pin<Box<dyn Future<Output = T>>>;

/// The cuts of the binary. Only the binary can make them.
#[derive(Debug)]
pub struct Cut {
    /// Fetches a part; says whether it is there.
    pub fetch: fn(Part) -> Awaited<bool>,
    /// The page of a route in a part; `None` when the part could not be fetched.
    pub page: fn(Part, Option<Session>, Route) -> Awaited<Option<AnyView>>,
}

/// A part of the program besides the first page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The pages a month is filled in on.
    Filling,
    /// The pages a month is closed on, and what is done once in a while.
    Closing,
}

impl Part {
    /// The part a page lies in; `None` for the first page.
    pub fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Home => None,
            Route::Enterprise(_) | Route::Element(..) | Route::Area(..) | Route::Hazards(_) | Route::Month(_) => Some(Self::Filling),
            Route::Report | Route::Seal | Route::History | Route::Settings => Some(Self::Closing),
        }
    }
}

/// How far the parts are fetched; `Copy`, like the signals in it.
#[derive(Clone, Copy)]
pub struct Parts {
    cut: &'static Cut,
    filling: RwSignal<Fetched>,
    closing: RwSignal<Fetched>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fetched {
    Under,
    Stands,
    Failed,
}

impl Parts {
    /// Begins to fetch all parts after the first page is on the screen.
    pub fn fetch(cut: &'static Cut) -> Self {
        let parts = Self { cut, filling: RwSignal::new(Fetched::Under), closing: RwSignal::new(Fetched::Under) };
        task::spawn(async move {
            timer::pause(0).await;
            parts.fetch_part(Part::Filling).await;
            parts.fetch_part(Part::Closing).await;
        });
        parts
    }

    /// Whether the pages of a part can be shown; tracked.
    pub fn stands(self, part: Part) -> bool {
        self.signal(part).get() == Fetched::Stands
    }

    /// The page of a route, or what keeps it from being shown. All pages but the settings need an open month.
    pub fn page(self, part: Part, session: Option<Session>, route: &Route) -> AnyView {
        match self.signal(part).get() {
            Fetched::Under => view! { <p role="status">{words::FETCHING}</p> }.into_any(),
            Fetched::Failed => self.failed(part),
            Fetched::Stands => at_once((self.cut.page)(part, session, route.clone())).unwrap_or_else(|| self.failed(part)),
        }
    }

    fn signal(self, part: Part) -> RwSignal<Fetched> {
        match part {
            Part::Filling => self.filling,
            Part::Closing => self.closing,
        }
    }

    async fn fetch_part(self, part: Part) {
        let there = (self.cut.fetch)(part).await;
        self.signal(part).set(if there { Fetched::Stands } else { Fetched::Failed });
    }

    fn failed(self, part: Part) -> AnyView {
        let again = move |_| {
            self.signal(part).set(Fetched::Under);
            task::spawn(self.fetch_part(part));
        };
        view! {
            <Notice kind="bad">
                <p>{words::FETCH_FAILED}</p>
                <div><button type="button" class="button" data-action="fetch-again" on:click=again>{words::FETCH_AGAIN}</button></div>
            </Notice>
        }
        .into_any()
    }
}

/// The page of a part that is already there: nothing is left to wait for.
fn at_once(mut page: Awaited<Option<AnyView>>) -> Option<AnyView> {
    match page.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(page) => page,
        Poll::Pending => None,
    }
}
