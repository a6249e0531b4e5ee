//! Lets futures take turns, one after the other in the order in which they ask.

use std::cell::RefCell;

use futures_channel::oneshot::{self, Receiver, Sender};

/// A line in which futures wait for each other.
#[derive(Default)]
pub(crate) struct Line(RefCell<Option<Receiver<()>>>);

/// Somebody's turn, until it is dropped.
pub(crate) struct Turn(#[expect(dead_code, reason = "its end is what the next one waits for")] Sender<()>);

impl Line {
    /// Waits until all who asked before have had their turn.
    pub(crate) async fn turn(&self) -> Turn {
        let (end, ended) = oneshot::channel();
        let before = self.0.replace(Some(ended));
        if let Some(before) = before {
            // Nothing is ever sent: the wait ends when the turn before is dropped.
            let (Ok(()) | Err(_)) = before.await;
        }
        Turn(end)
    }
}
