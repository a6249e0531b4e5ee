//! Hours of safety training that rules ask for (3号令 9, 13).

use super::person::{Post, Training};

/// Yearly hours for ordinary workers where the rule has no national figure (待核).
///
/// This is common local usage; the enterprise can change it.
pub const YEARLY_WORKER: u32 = 8;

/// Hours that somebody needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Required {
    /// Hours (学时).
    pub hours: u32,
    /// Whether the figure is a rule's own; else it is local usage that the enterprise can change.
    pub by_rule: bool,
}

/// The hours for a post and kind of training.
///
/// `high_risk` holds for mines, metal smelting and hazardous goods (3号令 9②, 13②). `yearly_worker` is what the
/// enterprise asks of its workers each year where no rule does.
pub fn required(post: Post, training: Training, high_risk: bool, yearly_worker: u32) -> Required {
    let by_rule = |hours| Required { hours, by_rule: true };
    match (post, training, high_risk) {
        (Post::Principal | Post::Officer, Training::Initial, false) => by_rule(32),
        (Post::Principal | Post::Officer, Training::Initial, true) => by_rule(48),
        (Post::Principal | Post::Officer, Training::Yearly, false) => by_rule(12),
        (Post::Principal | Post::Officer, Training::Yearly, true) => by_rule(16),
        (Post::Worker, Training::Initial, false) => by_rule(24),
        (Post::Worker, Training::Initial, true) => by_rule(72),
        (Post::Worker, Training::Yearly, true) => by_rule(20),
        (Post::Worker, Training::Yearly, false) => Required { hours: yearly_worker, by_rule: false },
    }
}
