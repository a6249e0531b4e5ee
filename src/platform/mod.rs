//! The browser, one adapter file per capability. Only these files touch `web-sys`, `js-sys` and `gloo`.
//!
//! Nothing here knows a page, a draft or Leptos: adapters take and give plain text, numbers, callbacks and futures.
//! What a browser refuses becomes a typed error that says what the person can do. Browsers drop capabilities without
//! notice (plain http, private windows, in-app browsers, cookie settings), so whatever may be absent is looked for
//! before it is used: a call to a missing function would end the WebAssembly instance.
//!
//! | module | what it adapts |
//! | --- | --- |
//! | [`local`] | localStorage, the draft's first home |
//! | [`journal`] | IndexedDB, the copy that survives a killed browser, and the photographs |
//! | [`visited`] | a mark that something was kept here, which outlives what browsers delete to make room |
//! | [`persist`] | the promise not to delete what this site keeps, and how much room there is |
//! | [`pointer`] | where a finger, a pen or a mouse met the field that listens for it |
//! | [`lock`], [`presence`] | one tab at a time, and news between tabs |
//! | [`unfinished`] | what was begun when the page was ended |
//! | [`worker`] | Web Workers |
//! | [`files`], [`share`], [`clipboard`], [`image`] | files in and out, sharing, copying, shrinking photographs |
//! | [`deflate`] | compression |
//! | [`dom`], [`location`], [`listen`], [`root`] | the page itself, its address, its events, its mount point |
//! | [`on_paper`], [`drawing`] | reads forms as they are shown, for word processors, and makes pictures of drawings |
//! | [`glyphs`], [`print_layout`] | letters without a font, and what does not fit on its paper |
//! | [`on_screen`] | which elements come onto the screen and leave it |
//! | `next_field` | the next field on Enter |
//! | [`clock`], [`timer`], [`task`] | time, later calls, futures |
//! | [`random`], [`unicode`] | random numbers for keys, normalisation of text |
//! | [`browser_support`], [`offline`], [`site`] | what this browser is, the service worker, the site's own names |
//! | [`chinese`], [`collation`] | texts in the encoding of Chinese Windows, the order of Chinese names |
//! | [`check_list`] | the check list, a file beside the program |
//! | [`single_file`] | the page as one file that needs no site |
//! | [`panic`] | what happens after a fault of the program |
//! | `js` | looks at JavaScript values that may not be there |
//! | `race` | lets the first of several events end a wait |
//! | [`turns`] | lets futures take turns, one after the other in the order in which they ask |

pub(crate) mod browser_support;
pub(crate) mod check_list;
pub(crate) mod chinese;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod collation;
pub(crate) mod deflate;
pub(crate) mod dom;
pub(crate) mod drawing;
pub(crate) mod files;
pub(crate) mod glyphs;
pub(crate) mod image;
pub(crate) mod journal;
mod js;
pub(crate) mod listen;
pub(crate) mod local;
pub(crate) mod location;
pub(crate) mod lock;
pub(crate) mod next_field;
pub(crate) mod offline;
pub(crate) mod on_paper;
pub(crate) mod on_screen;
pub mod panic;
pub(crate) mod persist;
pub(crate) mod pointer;
pub(crate) mod presence;
pub(crate) mod print_layout;
mod race;
pub(crate) mod random;
pub mod root;
pub(crate) mod share;
pub(crate) mod single_file;
pub(crate) mod site;
pub mod task;
pub(crate) mod timer;
pub(crate) mod turns;
pub(crate) mod unfinished;
pub(crate) mod unicode;
pub(crate) mod visited;
pub(crate) mod worker;
