//! The browser, one adapter file per capability: the only code of the application that touches `web-sys`, `js-sys` and
//! `gloo`.
//!
//! Nothing here knows a page, a draft or Leptos: adapters take and give plain text, numbers, callbacks and futures.
//! What a browser refuses becomes a typed error, documented by what the person can do about it. Browsers drop
//! capabilities without notice (plain http, private windows, in-app browsers, cookie settings), so whatever may be
//! absent is looked for before it is used: a call to a missing function would end the WebAssembly instance.

pub mod browser_support;
pub mod clipboard;
pub mod clock;
pub mod document;
pub mod files;
pub mod image;
pub mod journal;
mod js;
pub mod listen;
pub mod local;
pub mod location;
pub mod lock;
pub mod offline;
pub mod panic;
pub mod persist;
pub mod presence;
mod race;
pub mod random;
pub mod root;
pub mod share;
pub mod site;
pub mod task;
pub mod timer;
pub mod unicode;
pub mod worker;
