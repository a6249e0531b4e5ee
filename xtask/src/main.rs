//! `cargo xtask …`

use std::process::ExitCode;

use xtask::{
    arguments::{self, Task},
    dist,
    failure::Failure,
    fuzz, serve, suite,
    workspace::Workspace,
};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    match arguments::parse(std::env::args().skip(1))? {
        Task::Help => println!("{}", arguments::USAGE),
        Task::Dist(options) => {
            dist::dist(&Workspace::current()?, &options)?;
        }
        Task::Serve(options) => serve::serve(&Workspace::current()?, &options)?,
        Task::Test(options) => suite::test(&Workspace::current()?, &options)?,
        Task::Fuzz(options) => fuzz::fuzz(&Workspace::current()?, &options)?,
        Task::Browsers(program, words) => suite::browsers(&Workspace::current()?, program, &words)?,
    }
    Ok(())
}
