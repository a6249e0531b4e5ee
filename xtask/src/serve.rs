//! `cargo xtask serve`: build, serve on this machine, print the addresses; with `--watch`, again on every change.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    thread,
    time::{Duration, SystemTime},
};

use crate::{
    arguments::ServeOptions,
    dist,
    failure::Failure,
    folder, process,
    server::{Config, Server, ServerError},
    site::Purpose,
    workspace::Workspace,
};

const USUAL_PORT: u16 = 8080;
/// What a site is made of, relative to the root of the workspace.
const WATCHED: [&str; 8] =
    ["src", "core", "catalog", "public", "index.html", "office.html", "Cargo.toml", "Cargo.lock"];
const LOOK_EVERY: Duration = Duration::from_millis(500);

/// Runs `cargo xtask serve` until the process is ended.
///
/// # Errors
/// When the first build fails or the port that was asked for is taken.
pub fn serve(workspace: &Workspace, options: &ServeOptions) -> Result<(), Failure> {
    let purpose = if options.watch { Purpose::LiveReload } else { Purpose::Publish };
    let folder = dist::default_folder(workspace, options.profile);
    let mut seen = changes(&workspace.root);
    let build = || folder::write(&dist::build(workspace, options.profile, purpose)?, &folder);
    build()?;
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
        let now = changes(&workspace.root);
        if now != seen {
            seen = now;
            println!("\nChanged, building again …");
            match build() {
                Ok(()) => println!("Ready."),
                Err(failure) => eprintln!("{failure}"),
            }
        }
    }
}

fn start(folder: &Path, port: Option<u16>) -> Result<Server, Failure> {
    let at = |port| Server::start(folder, &Config { port, ..Config::default() });
    match (at(port.unwrap_or(USUAL_PORT)), port) {
        (Err(ServerError::Bind { .. }), None) => {
            println!("Port {USUAL_PORT} is taken; taking a free one.");
            Ok(at(0)?)
        }
        (started, _) => Ok(started?),
    }
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

/// When each watched file was last changed. A file that vanishes while it is looked at counts as gone.
fn changes(root: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut found = BTreeMap::new();
    let mut open: Vec<PathBuf> = WATCHED.iter().map(|name| root.join(name)).collect();
    while let Some(path) = open.pop() {
        if let Ok(entries) = fs::read_dir(&path) {
            open.extend(entries.flatten().map(|entry| entry.path()));
        } else if let Ok(changed) = fs::metadata(&path).and_then(|metadata| metadata.modified()) {
            found.insert(path, changed);
        }
    }
    found
}
