//! What is on the screen and how it is kept: signals over the types of core, records of the browser, saving, switching months.

pub mod album;
pub mod app;
pub mod autosave;
pub mod check_lists;
pub mod cut;
pub mod session;
pub mod shelf;
pub mod standing;
pub mod tables;
pub mod tabs;
pub mod undo;
pub mod vault;
pub mod watch;
pub mod workshop;

pub use app::App;
pub use autosave::SaveState;
pub use session::{Row, Session};
