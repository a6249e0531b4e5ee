//! Lets one tab of this browser write and the others show.
//!
//! Where the browser has locks, the first tab holds one and the others can only read until somebody chooses 在此继续 there.
//! Where it has none (plain http), every write compares revisions first, and the later writer is stopped; each tab also
//! looks at the journal about once a second. News between tabs only inform; frozen tabs do not hear them.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use leptos::prelude::*;

use crate::platform::lock::{self, LockGuard, LockState};
use crate::platform::presence::{TabChannel, TabNews};
use crate::platform::{dom, task, timer};

/// Asks the writing tab to save and step back.
const YIELD: &str = "yield";
/// Its answer once everything is durable.
const YIELDED: &str = "yielded";
/// How long a writer that hears us needs at most to save; a frozen or dead one never answers.
const YIELD_MS: u32 = 1_500;

/// Milliseconds between two looks at the journal without a lock.
///
/// A window that shows what is no longer stored learns it within a second.
const LOOK_EVERY_MS: u32 = 900;
/// Every how many of these looks is enough while a lock keeps all other tabs from writing.
const LOOKS_ALONE: u32 = 10;

/// The role of this tab, which decides what it may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum WriterRole {
    /// It writes.
    #[default]
    Writer,
    /// Another tab writes; this one shows.
    Guest,
    /// Another tab wrote the same record and this one was stopped before it wrote over it.
    Overtaken,
}

/// The lock and the channel of this tab.
#[derive(Clone)]
pub(crate) struct Tabs {
    inner: Rc<Inner>,
}

struct Inner {
    /// Name of the lock: the two pages of the site write different records and do not disturb each other.
    page: &'static str,
    role: RwSignal<WriterRole>,
    guard: RefCell<Option<LockGuard>>,
    channel: RefCell<Option<TabChannel>>,
    yielded: RefCell<Option<Box<dyn FnOnce()>>>,
}

impl Tabs {
    /// Asks for the lock of `page`. A tab that does not get it begins as [`WriterRole::Guest`].
    pub(crate) async fn claim(page: &'static str) -> Self {
        let tabs = Self {
            inner: Rc::new(Inner {
                page,
                role: RwSignal::new(WriterRole::Writer),
                guard: RefCell::default(),
                channel: RefCell::default(),
                yielded: RefCell::default(),
            }),
        };
        match lock::try_lock(page, tabs.when_lost()).await {
            LockState::Held(guard) => *tabs.inner.guard.borrow_mut() = Some(guard),
            LockState::Taken => tabs.inner.role.set(WriterRole::Guest),
            LockState::Unsupported => {}
        }
        tabs
    }

    /// Returns whether a lock keeps all other tabs from writing; without it, each write looks first.
    pub(crate) fn is_alone(&self) -> bool {
        self.inner.guard.borrow().is_some()
    }

    /// The role of this tab: whether it may write.
    pub(crate) fn role(&self) -> RwSignal<WriterRole> {
        self.inner.role
    }

    /// Listens to the other tabs.
    ///
    /// `save_all` makes everything durable and then calls its argument; `stored` hears of a slot of localStorage that
    /// another tab has written.
    pub(crate) fn listen(
        &self,
        save_all: impl Fn(Box<dyn FnOnce()>) + Clone + 'static,
        stored: impl Fn(&str, &str) + Clone + 'static,
    ) {
        let tabs = self.clone();
        let channel = TabChannel::open(move |news| match news {
            TabNews::Said(said) if said == tabs.of_page(YIELD) => tabs.step_back(&save_all),
            TabNews::Said(said) if said == tabs.of_page(YIELDED) => {
                if let Some(go_on) = tabs.inner.yielded.borrow_mut().take() {
                    go_on();
                }
            }
            TabNews::Stored { key, text: Some(text) } => stored(&key, &text),
            TabNews::Said(_) | TabNews::Stored { .. } | TabNews::Cleared => {}
        });
        *self.inner.channel.borrow_mut() = Some(channel);
    }

    /// 在此继续: asks the writer to save and step back, takes the lock from it, and then calls `go_on`.
    pub(crate) fn take_over(&self, go_on: impl FnOnce() + 'static) {
        let tabs = self.clone();
        let once = Rc::new(RefCell::new(Some(go_on)));
        let take = move || {
            let Some(go_on) = once.borrow_mut().take() else { return };
            let tabs = tabs.clone();
            task::spawn(async move {
                if let LockState::Held(guard) = lock::take_over(tabs.inner.page, tabs.when_lost()).await {
                    *tabs.inner.guard.borrow_mut() = Some(guard);
                }
                tabs.inner.role.set(WriterRole::Writer);
                go_on();
            });
        };
        *self.inner.yielded.borrow_mut() = Some(Box::new(take.clone()));
        self.announce(YIELD);
        timer::after(YIELD_MS, take).forever();
    }

    /// Without a lock, asks about once a second whether the journal holds another tab's text.
    ///
    /// News of it may have come, and gone again from localStorage, before this tab took or insisted on another text.
    /// With a lock, a text that is not this tab's is nobody's of ours: that is asked now and then.
    pub(crate) fn look<F: Future<Output = bool> + 'static>(&self, is_overtaken: impl Fn() -> F + Clone + 'static) {
        let tabs = self.clone();
        let look = move || {
            let role = tabs.inner.role;
            if !dom::is_hidden() && role.get_untracked() == WriterRole::Writer {
                let overtaken = is_overtaken();
                task::spawn(async move {
                    if overtaken.await && role.get_untracked() == WriterRole::Writer {
                        role.set(WriterRole::Overtaken);
                    }
                });
            }
        };
        dom::on_show(look.clone()).forever();
        let (tabs, waited) = (self.clone(), Cell::new(0));
        let now_and_then = move || {
            waited.set(waited.get() + 1);
            if !tabs.is_alone() || waited.get() >= LOOKS_ALONE {
                waited.set(0);
                look();
            }
        };
        timer::every(LOOK_EVERY_MS, now_and_then).forever();
    }

    fn step_back(&self, save_all: &(impl Fn(Box<dyn FnOnce()>) + 'static)) {
        if self.inner.role.get_untracked() == WriterRole::Guest {
            return;
        }
        let tabs = self.clone();
        save_all(Box::new(move || {
            tabs.inner.role.set(WriterRole::Guest);
            tabs.inner.guard.borrow_mut().take();
            tabs.announce(YIELDED);
        }));
    }

    fn when_lost(&self) -> impl FnOnce() + 'static {
        let role = self.inner.role;
        move || role.set(WriterRole::Guest)
    }

    /// The two pages of the site share one channel and must not make each other step back.
    fn of_page(&self, said: &str) -> String {
        format!("{said} {}", self.inner.page)
    }

    fn announce(&self, said: &str) {
        if let Some(channel) = &*self.inner.channel.borrow() {
            channel.announce(&self.of_page(said));
        }
    }
}
