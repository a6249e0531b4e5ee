//! `cargo xtask serve`: build, serve on this machine, print the addresses.
//!
//! With `--watch`, again on every change.

pub mod server;

use std::{
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use crate::{
    arguments::ServeOptions,
    build::{self, Purpose, Stale, sources},
    failure::Failure,
    process,
    workspace::Workspace,
};

use server::{Config, Server, ServerError};

const USUAL_PORT: u16 = 8080;
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Runs `cargo xtask serve` until the process is ended.
///
/// # Errors
/// When the first build fails or the port that was asked for is taken.
pub fn serve(workspace: &Workspace, options: &ServeOptions) -> Result<(), Failure> {
    let purpose = if options.watch { Purpose::LiveReload } else { Purpose::Publish };
    let profile = options.profile();
    let folder = build::default_folder(workspace, profile, purpose);
    let mut seen = sources::changes(&workspace.root);
    let mut stale = Stale::all();
    let build = |stale: &Stale| build::build_into(workspace, profile, purpose, &folder, stale);
    build(&stale)?;
    stale.clear();
    let server = start(&folder, options.port)?;
    println!("\n  企业自评  {0}\n  街道核验  {0}office.html\n\nCtrl+C to stop.", server.address());
    if options.open {
        open(&server.address())?;
    }
    loop {
        thread::sleep(LOOK_EVERY);
        if !options.watch {
            continue;
        }
        let now = sources::changes(&workspace.root);
        if now != seen {
            stale.add(&sources::differing(&workspace.root, &seen, &now));
            seen = now;
            println!("\nChanged, building again …");
            let began = Instant::now();
            match build(&stale) {
                Ok(_) => {
                    stale.clear();
                    println!("Ready after {:.1} s.", began.elapsed().as_secs_f32());
                }
                // What was not made is made with the next change.
                Err(failure) => eprintln!("{failure}"),
            }
        }
    }
}

fn start(folder: &Path, port: Option<u16>) -> Result<Server, Failure> {
    let at = |port| Server::start(folder, &Config { port, ..Config::default() });
    let started = match (at(port.unwrap_or(USUAL_PORT)), port) {
        (Err(ServerError::Bind { .. }), None) => {
            println!("Port {USUAL_PORT} is taken; taking a free one.");
            at(0)
        }
        (started, _) => started,
    };
    started.map_err(|fault| Failure::Server(fault.to_string()))
}

fn open(address: &str) -> Result<(), Failure> {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    process::run(Command::new(program).arg(address))
}
