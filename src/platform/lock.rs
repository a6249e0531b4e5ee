//! Holds a lock of one tab, which the browser takes back when that tab is closed, crashes or is killed.
//!
//! Web Locks exist on https and localhost only. `web-sys` marks them unstable, so they are called by name.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{js, site, task};
use crate::platform::race;

/// The outcome of asking for a lock.
pub(crate) enum LockState {
    /// This tab has it, until the guard is dropped or another tab takes it over.
    Held(LockGuard),
    /// Another tab has it.
    Taken,
    /// This browser or this address has no locks: only the revision check protects.
    Unsupported,
}

/// Holds the lock; gives it back when dropped.
#[must_use = "dropping the guard gives the lock back"]
pub(crate) struct LockGuard {
    give_back: Function,
    stage: Rc<Cell<LockStage>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LockStage {
    Asked,
    Held,
    GivenBack,
}

impl Drop for LockGuard {
    fn drop(&mut self) {
        self.stage.set(LockStage::GivenBack);
        // Resolves the promise the browser waits for; the resolver of a promise does not throw.
        drop(self.give_back.call0(&JsValue::UNDEFINED));
    }
}

/// The manner of asking: respect a lock held elsewhere, or take it over.
#[derive(Clone, Copy)]
enum Manner {
    IfFree,
    TakeOver,
}

/// Takes the lock if no other tab has it. `lost` is called when another tab takes it over later.
pub(crate) async fn try_lock(name: &str, lost: impl FnOnce() + 'static) -> LockState {
    request(name, Manner::IfFree, lost).await
}

/// Takes the lock from its current holder: the person chose to go on in this window.
///
/// The other tab's `lost` is called.
pub(crate) async fn take_over(name: &str, lost: impl FnOnce() + 'static) -> LockState {
    request(name, Manner::TakeOver, lost).await
}

async fn request(name: &str, manner: Manner, lost: impl FnOnce() + 'static) -> LockState {
    let locks = web_sys::window().and_then(|window| js::get(&window.navigator(), "locks"));
    let Some((locks, ask)) = locks.and_then(|locks| js::method(&locks, "request").map(|ask| (locks, ask))) else {
        return LockState::Unsupported;
    };
    let (decide, wait) = race::first();
    let granting = decide.clone();
    let stage = Rc::new(Cell::new(LockStage::Asked));
    let guarded = Rc::clone(&stage);
    // Called once, with the lock or with null; the lock is held until the promise it returns is settled.
    let granted = Closure::once(move |lock: JsValue| -> JsValue {
        if lock.is_null() || lock.is_undefined() {
            granting.with(LockState::Taken);
            return JsValue::UNDEFINED;
        }
        let mut held = None;
        let promise = Promise::new(&mut |resolve: Function, _: Function| held = Some(resolve));
        if let Some(give_back) = held {
            guarded.set(LockStage::Held);
            granting.with(LockState::Held(LockGuard { give_back, stage: guarded }));
        }
        promise.into()
    });
    let options = Object::new();
    let option = match manner {
        Manner::IfFree => "ifAvailable",
        Manner::TakeOver => "steal",
    };
    let name = format!("{}{name}", site::prefix());
    let asked = Reflect::set(&options, &JsValue::from_str(option), &JsValue::TRUE)
        .and_then(|_| ask.call3(&locks, &JsValue::from_str(&name), &options, granted.as_ref().unchecked_ref()));
    let Ok(promise) = asked.and_then(JsCast::dyn_into::<Promise>) else { return LockState::Unsupported };
    task::spawn(async move {
        let outcome = JsFuture::from(promise).await;
        // The callback is needed until here.
        drop(granted);
        if outcome.is_err() {
            // Rejected before it was granted: sandboxed frames have no locks. While it was held: taken over.
            decide.with(LockState::Unsupported);
            if stage.get() == LockStage::Held {
                lost();
            }
        }
    });
    wait.await.unwrap_or(LockState::Unsupported)
}
