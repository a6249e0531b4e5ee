//! What happens to drafts when things go wrong: browsers killed in the middle of writing, and how long a change takes to be safe.
//!
//! `cargo xtask faults` is the way in; the ordinary tests call the same functions with smaller numbers.

pub mod arguments;
pub mod filling;
pub mod kills;
pub mod random;
pub mod throughput;
