//! The browser, one adapter file per capability: the only code of the application that touches `web-sys`, `js-sys` and
//! `gloo`.
//!
//! Nothing here knows a page, a draft or Leptos: adapters take and give plain text, numbers, callbacks and futures.
//! What a browser refuses becomes a typed error, documented by what the person can do about it. Browsers drop
//! capabilities without notice (plain http, private windows, in-app browsers, cookie settings), so whatever may be
//! absent is looked for before it is used: a call to a missing function would end the WebAssembly instance.

pub mod clock;
pub mod document;
pub mod journal;
mod js;
pub mod listen;
pub mod local;
mod once;
pub mod panic;
pub mod site;
pub mod task;
pub mod timer;
