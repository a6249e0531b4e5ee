//! The two apps of 安自评: the enterprise's month and the office's desk.
//!
//! Everything decidable without a browser is in `anziping-core`.
//!
//! | folder | what it holds |
//! | --- | --- |
//! | [`platform`] | the browser, one adapter file per capability; it knows no page |
//! | [`store`] | records that survive, autosave, one writer among the tabs; it knows no app |
//! | [`worker_client`] | typed requests to the workers |
//! | [`words`] | what the pages say |
//! | [`ui`] | parts that pages of both apps use |
//! | [`enterprise`] | the enterprise's app |
//! | [`office`] | the office's app |
//! | [`entry`] | what the binaries start |

// No `unreachable_pub` here: it takes the items that `#[component]` makes for public ones, whatever stands before them.

mod enterprise;
mod office;
mod platform;
mod store;
mod ui;
mod words;
mod worker_client;

/// The entry of the binaries, and their cuts into parts; nothing else is seen from outside.
pub mod entry {
    pub use crate::enterprise::app::App;
    pub use crate::enterprise::code_split::part_page::{FillingPage, PartPage, RestPage};
    pub use crate::enterprise::code_split::{AppRequest, Awaited, CodeSplit, FramePiece, ProgramPart, pages};
    pub use crate::enterprise::links::links;
    pub use crate::enterprise::messages::messages;
    pub use crate::enterprise::route::Route;
    pub use crate::enterprise::session::Session;
    pub use crate::enterprise::start as start_enterprise;
    pub use crate::enterprise::top::top;
    pub use crate::office::start as start_office;
    pub use crate::platform::check_list::given as given_check_list;
    pub use crate::platform::files::FileFault;
    pub use crate::platform::worker::{serve, serve_tables};
    pub use crate::platform::{panic, root, task};
    pub use crate::words::home::NO_ROOT;
}
