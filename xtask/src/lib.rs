//! The build tool of this repository, run as `cargo xtask …`; `cargo xtask help` lists its commands.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`arguments`] | declares the command line: parsing, usage and errors |
//! | [`build`] | makes the site: compiles, splits, names the assets by their hash, weighs them |
//! | [`serve`] | serves the site on this machine, and builds it again on every change |
//! | [`check`] | runs the checks: the quick ones, all of them, or those named |
//! | [`fuzz`] | runs the fuzz targets under libFuzzer |
//! | [`workspace`], [`process`], [`failure`] | where things lie, how programs are run, what can go wrong |
//!
//! It is a library as well as a program: the browser tests start the very server that `serve` uses, and ask
//! [`build::sources`] whether the site they test is built from today's sources.

#![cfg_attr(not(test), warn(unreachable_pub))]

pub mod arguments;
pub mod build;
pub mod check;
pub mod failure;
pub mod fuzz;
pub mod process;
pub mod serve;
pub mod workspace;
