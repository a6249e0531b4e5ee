//! The only build tool of this repository: `cargo xtask dist`, `serve` and `test`.
//!
//! A library as well as a program, so that the browser tests start the very server that `serve` uses
//! ([`server::Server`]).

pub mod arguments;
pub mod budget;
pub mod compile;
pub mod dist;
pub mod failure;
pub mod folder;
pub mod fuzz;
pub mod linker;
pub mod offline;
pub mod page;
pub mod process;
pub mod serve;
pub mod server;
pub mod site;
pub mod suite;
pub mod trusted;
pub mod workspace;
