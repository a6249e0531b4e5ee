//! Drives the built site in real browsers, the way people do, and watches what they cannot see.
//!
//! The console, the content security policy, requests, what is accessible.
//!
//! `ANZIPING_DIST` names the built site, `ANZIPING_TOOLS` the folder of geckodriver, node modules and Python (both set
//! by `cargo xtask test`). Without them the newest build in `dist` or `target/dist-quick` and `target/tools` are used.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `access` | whether everybody can use the page: axe-core with contrast on, widths, zoom |
//! | `altered` | copies of the built site with something changed |
//! | `bench` | what is held against the budgets besides sizes |
//! | `browser` | a browser with a profile of its own |
//! | `claims` | reports under a registered key that say odd things of themselves |
//! | `deputies` | a deputy with a power of attorney, and what he might try at the desk |
//! | `desk` | a long run of the desk: thousands of files checked while the page is watched for pauses |
//! | `device_clock` | the clock of the device, set to a moment of the test's choosing |
//! | `disk` | a small file system of its own for the profile of a browser: it can really be full |
//! | `display` | a screen that nobody sees, for browsers that have no other way without one |
//! | `driver` | the drivers of the browsers as child processes, each on a free port of its own |
//! | `evidence` | what a failed journey leaves behind in `target/e2e/<test>` |
//! | `faults` | what happens to drafts when things go wrong |
//! | `foreign` | other people's programs that check an exported file: `docs/verify`, and openssl for keys |
//! | `journey` | a journey: a fresh browser on a site of its own, and what must hold at the end of every one |
//! | `json_suite` | Nicolas Seriot's JSONTestSuite, as files for the pages |
//! | `large_list` | check lists of others for tests and measurements |
//! | `page` | a page of the site and what people do on it, by the public hooks |
//! | `process` | ends what the tests have started, by process id, with everything that it started in turn |
//! | `reports` | signed reports of as many enterprises as are wanted, and the registry that knows them |
//! | `site` | the site under test, served under a sub-path with other than ASCII letters, since hosts have such |
//! | `two_months` | two months of one enterprise that has much to say beside its score |
//! | `wait` | the one place where tests wait |
//! | `webdriver` | the WebDriver protocol (W3C), as much of it as the tests need |
//! | `workplace` | where things lie: the site under test, the tools, the folder for evidence |

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

pub mod access;
pub mod altered;
pub mod bench;
pub mod browser;
pub mod claims;
pub mod deputies;
pub mod desk;
pub mod device_clock;
pub mod disk;
pub mod display;
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

pub use browser::{Ability, Engine, Options};
pub use journey::{journey, journey_on, journey_on_disk, journey_with};
pub use page::Page;
