//! Remembers the last destructive step, to take it back as long as the page is open.

use std::rc::Rc;

/// A step that can be taken back once.
#[derive(Clone)]
pub(crate) struct Undo {
    /// The step that was done, in the words of the interface: 已删除隐患 2026-11-03.
    pub said: String,
    /// Takes it back.
    pub take_back: Rc<dyn Fn()>,
}
