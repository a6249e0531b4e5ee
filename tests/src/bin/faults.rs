//! The fault runner, as a program of its own; `cargo xtask faults` sets up what it needs and starts it.

use std::process::ExitCode;

use anziping_tests::faults::{
    arguments::{self, Task, USAGE},
    kills, receiving, throughput,
};

fn main() -> ExitCode {
    let request = match arguments::parse(std::env::args().skip(1)) {
        Ok(request) => request,
        Err(said) => {
            eprintln!("{said}\n\n{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    let mut clean = true;
    for engine in request.engines {
        match request.task {
            Task::Kills { kills, seed, desk: true } => {
                println!("{engine:?}, {kills} kills of the desk, seed {seed}");
                let tally = receiving::run(engine, kills, seed);
                println!("{tally}\n");
                clean &= tally.is_clean();
            }
            Task::Kills { kills, seed, desk: false } => {
                println!("{engine:?}, {kills} kills, seed {seed}");
                let tally = kills::run(engine, kills, seed);
                println!("{tally}\n");
                clean &= tally.is_clean();
            }
            Task::Throughput { answers } => println!("{engine:?}\n{}\n", throughput::run(engine, answers)),
        }
    }
    if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
