//! The program as it was when the first golden records were kept: what it makes of the records of today is tested in a browser.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::{Counts, cargo_test, foreign};
use crate::{failure::Failure, process, workspace::Workspace};

/// The commit that brought the first golden records (`core/tests/golden/v1`).
const FIRST_GOLDEN: &str = "6ed2c019924bcf32a05daf748524fbe88b61c038";
/// The test that needs its site.
const TEST: &str = "older::";

/// Whether the history is there: not in a shallow clone, nor in a copy of the files alone.
pub fn is_here(workspace: &Workspace) -> bool {
    let commit = format!("{FIRST_GOLDEN}^{{commit}}");
    let mut asked = git(workspace);
    let known = asked.args(["cat-file", "-e", &commit]).stderr(Stdio::null()).status();
    known.is_ok_and(|status| status.success())
}

/// Builds the older program, once for each target folder, and runs the test with both.
///
/// # Errors
/// When it cannot be built, or the test fails.
pub fn test(workspace: &Workspace, site: &Path) -> Result<Counts, Failure> {
    let site = site.canonicalize().map_err(Failure::at(site))?;
    let (older, tools) = (older(workspace)?, foreign::folder(workspace));
    let environment = [("ANZIPING_DIST", site.as_path()), ("ANZIPING_OLDER", &older), ("ANZIPING_TOOLS", &tools)];
    cargo_test(workspace, &["-p", "anziping-tests", "--test", "faults", "--", "--ignored", TEST], &environment)
}

/// The site of the older program. Its own xtask builds it, in a target folder of its own: programs of the same name must not take the
/// place of today's.
fn older(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let folder = workspace.target.join("older");
    let (source, archive, site) = (folder.join("source"), folder.join("source.tar"), folder.join("site"));
    if site.join("index.html").is_file() {
        return Ok(site);
    }
    fs::create_dir_all(&source).map_err(Failure::at(&source))?;
    process::run(git(workspace).args(["archive", "--output"]).arg(&archive).arg(FIRST_GOLDEN))?;
    process::run(Command::new("tar").arg("-xf").arg(&archive).arg("-C").arg(&source))?;
    let mut build = workspace.cargo();
    build
        .args(["xtask", "dist", "--out"])
        .arg(&site)
        .current_dir(&source)
        .env("CARGO_TARGET_DIR", folder.join("target"));
    process::run(&mut build)?;
    Ok(site)
}

fn git(workspace: &Workspace) -> Command {
    let mut command = Command::new("git");
    command.current_dir(&workspace.root);
    command
}
