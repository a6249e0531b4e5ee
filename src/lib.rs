//! The two apps of 安自评: the enterprise's month and the office's desk. Everything decidable without a browser is in `anziping-core`.

pub mod enterprise;
pub mod office;
pub mod platform;
pub mod route;
pub mod state;
pub mod text;
pub mod ui;
