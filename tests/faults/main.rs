//! Drafts that survive: kills, failures of the storage, damage, two tabs, in real browsers.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `damage` | damaged, missing and newer copies |
//! | `full_desk` | a disk that is really full, under the desk of an office |
//! | `full_disk` | a disk that is really full, under the profile of the browser |
//! | `gone` | records deleted behind an open page: noticed within a second and written again from memory |
//! | `kills` | what the page has called saved is there after the browser was killed |
//! | `neighbours` | another page of the same origin that changes records |
//! | `offline_copy` | the copy for offline use damaged behind the browser |
//! | `older` | an older build of the program on the records that this one has written, and this one again after it |
//! | `steps` | steps that the fault tests share |
//! | `stopped` | a fault of the program itself |
//! | `storage` | storage that refuses |
//! | `tabs` | two windows on one draft: one writes, and no text of either disappears unseen |
//! | `torn` | the log of Chromium's database torn by a kill |
//! | `verdicts` | verdicts of a desk whose browser does not keep them |
//! | `versions` | data of newer programs and of other editions of the check list |
//! | `workers` | a worker that never starts |

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod damage;
mod full_desk;
mod full_disk;
mod gone;
mod kills;
mod neighbours;
mod offline_copy;
mod older;
mod steps;
mod stopped;
mod storage;
mod tabs;
mod torn;
mod verdicts;
mod versions;
mod workers;
