//! Lets the first of several events end a wait.
//!
//! The browser tells success, failure and silence through different events; whichever comes first decides.

use std::cell::Cell;
use std::rc::Rc;

use futures_channel::oneshot::{self, Receiver, Sender};

/// One of the ends that may decide the wait; clone it for each event that may come first.
pub(super) struct Decide<T>(Rc<Cell<Option<Sender<T>>>>);

/// A wait, and the end that decides it.
pub(super) fn first<T>() -> (Decide<T>, Receiver<T>) {
    let (sender, receiver) = oneshot::channel();
    (Decide(Rc::new(Cell::new(Some(sender)))), receiver)
}

impl<T> Decide<T> {
    /// Ends the wait with this value; without effect once another has decided.
    pub(super) fn with(&self, value: T) {
        if let Some(sender) = self.0.take() {
            // Sending fails if nobody waits any more, which is fine.
            drop(sender.send(value));
        }
    }
}

impl<T> Clone for Decide<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}
