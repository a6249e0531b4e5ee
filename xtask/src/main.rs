//! `cargo xtask …`

use std::process::ExitCode;

use clap::Parser as _;
use xtask::{
    arguments::{Arguments, Task},
    build, check,
    failure::Failure,
    fuzz, serve,
    workspace::Workspace,
};

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<(), Failure> {
    let workspace = Workspace::current()?;
    match task {
        Task::Serve(options) => serve::serve(&workspace, &options),
        Task::Dist(options) => {
            let out = options.out.as_deref();
            build::dist(&workspace, options.profile(), options.purpose(), out, options.pages()).map(|_| ())
        }
        Task::Check => check::check(&workspace),
        Task::Test(options) => check::test(&workspace, &options),
        Task::Step { name } => check::beside::run_here(&workspace, &name),
        Task::Fuzz(options) => fuzz::fuzz(&workspace, options.seconds, options.target.as_deref()),
        Task::Faults { words } => check::browsers(&workspace, "faults", &words),
        Task::Bench { words } => check::browsers(&workspace, "bench", &words),
    }
}
