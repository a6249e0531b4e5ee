//! Drafts that survive: kills, failures of the storage, damage, two tabs, in real browsers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod damage;
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
mod versions;
