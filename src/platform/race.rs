//! The first of several events decides: success, error and time limit end the same wait. And one after the other: turns.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot::{self, Receiver, Sender};

/// One of the ends that may decide the wait.
pub(super) struct Decide<T>(Rc<Cell<Option<Sender<T>>>>);

/// A wait, and the end that decides it; clone the end for each event that may come first.
pub(super) fn first<T>() -> (Decide<T>, Receiver<T>) {
    let (sender, receiver) = oneshot::channel();
    (Decide(Rc::new(Cell::new(Some(sender)))), receiver)
}

impl<T> Decide<T> {
    /// Ends the wait with this value; without effect once another has decided.
    pub(super) fn with(&self, value: T) {
        if let Some(sender) = self.0.take() {
            // The value comes back when nobody waits any more: there is nothing to tell then.
            drop(sender.send(value));
        }
    }
}

impl<T> Clone for Decide<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

/// A line in which futures wait for each other.
#[derive(Default)]
pub(super) struct Line(RefCell<Option<Receiver<()>>>);

/// Somebody's turn, until it is dropped.
pub(super) struct Turn(#[expect(dead_code, reason = "its end is what the next one waits for")] Sender<()>);

impl Line {
    /// Waits until all who came before have had their turn.
    pub(super) async fn turn(&self) -> Turn {
        let (end, ended) = oneshot::channel();
        let before = self.0.replace(Some(ended));
        if let Some(before) = before {
            // Nothing is ever sent: the wait ends when the turn before is dropped.
            let (Ok(()) | Err(_)) = before.await;
        }
        Turn(end)
    }
}
