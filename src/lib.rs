//! app
pub mod platform;
