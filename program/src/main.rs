//! The desk's checks for scripts and servers.
//!
//! The same rules as the page `office.html`, over folders of any size.
//!
//! | module | what it does |
//! | --- | --- |
//! | `arguments` | what can be asked of the program |
//! | `folder` | walks folders and reads one file at a time |
//! | `known` | the registry and the check lists that files are held against |
//! | `verify` | one line for each file, in bounded memory |
//! | `lines` | the same for lines of standard input, as databases hand files over |
//! | `output` | where the lines go; a file gets its name when it is whole |
//! | `progress` | how far an unfinished run came |
//! | `counts` | what became of how many files, and the exit code |
//! | `rollup` | the figures of a month |
//! | `sample` | makes up as many signed reports as are wanted |
//! | `schema` | the published shapes of documents |
//! | `fault` | why nothing could be done |
//! | `words` | everything that is printed for people |

#![cfg_attr(not(test), warn(unreachable_pub))]

mod arguments;
mod counts;
mod fault;
mod folder;
mod known;
mod lines;
mod output;
mod progress;
mod rollup;
mod sample;
mod schema;
mod verify;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use arguments::{Arguments, ProgramTask};
use clap::Parser;
use counts::{ALL_SOUND, NOT_DONE};
use fault::ProgramFault;

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        ProgramTask::Verify(asked) => verify::run(&asked).map(|counts| counts.exit_code()),
        ProgramTask::Lines(against) => lines::run(&against).map(|counts| counts.exit_code()),
        ProgramTask::Rollup(asked) => rollup::run(&asked).map(|counts| counts.exit_code()),
        ProgramTask::Sample(asked) => sample::run(&asked).map(|()| ALL_SOUND),
        ProgramTask::Schema { name } => schema::run(name.as_deref()).map(|()| ALL_SOUND),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        // The reader of the output has read enough, as `head` does.
        Err(ProgramFault::Output(fault)) if fault.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(NOT_DONE),
        Err(fault) => {
            // If nobody can be told, the exit code still says it.
            drop(writeln!(io::stderr(), "{}", words::fault(&fault)));
            ExitCode::from(NOT_DONE)
        }
    }
}
