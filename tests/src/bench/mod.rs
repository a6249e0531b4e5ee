//! What is held against the budgets besides sizes: `cargo xtask bench` sets up what it needs and starts it.

pub mod effort;
pub mod office;
pub mod page;
pub mod verify;
