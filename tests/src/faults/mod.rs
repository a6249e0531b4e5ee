//! Tries drafts when things go wrong.
//!
//! It kills browsers in the middle of writing, and measures how long a change takes to be safe.
//!
//! `cargo xtask faults` is the way in; the ordinary tests call the same functions with smaller numbers.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `arguments` | the command line of the fault runner |
//! | `filling` | a person who fills in without pause |
//! | `kills` | browsers killed in the middle of writing: is everything there that the page had called saved? |
//! | `random` | random moments that can be had again: the same seed gives the same run |
//! | `receiving` | a desk that is killed while it keeps what it finds out about files |
//! | `throughput` | how long a change takes to be safe |

pub mod arguments;
pub mod filling;
pub mod kills;
pub mod random;
pub mod receiving;
pub mod throughput;
