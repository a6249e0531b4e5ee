//! Drives the built site in real browsers, the way people do, and watches what they cannot see: the console, the
//! content security policy, requests, what is accessible.
//!
//! `ANZIPING_DIST` names the built site, `ANZIPING_TOOLS` the folder of geckodriver, node modules and Python (both set by
//! `cargo xtask test`). Without them the newest build in `dist` or `target/dist-quick` and `target/tools` are used.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

pub mod access;
pub mod altered;
pub mod bench;
pub mod browser;
pub mod claims;
pub mod deputies;
pub mod desk;
pub mod disk;
pub mod driver;
pub mod evidence;
pub mod faults;
pub mod foreign;
pub mod journey;
pub mod json_suite;
pub mod large_list;
pub mod page;
pub mod process;
pub mod reports;
pub mod site;
pub mod two_months;
pub mod wait;
pub mod webdriver;
pub mod workplace;

pub use browser::{Engine, Options};
pub use journey::{journey, journey_on, journey_on_disk, journey_with};
pub use page::Page;
