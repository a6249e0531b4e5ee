//! The program as it was when the first golden records were kept.
//!
//! It is tried on the records of today in a browser.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Stdio},
};

use crate::{failure::Failure, process, workspace::Workspace};

/// The commit that brought the first golden records (`core/tests/golden/v1`).
const FIRST_GOLDEN: &str = "6ed2c019924bcf32a05daf748524fbe88b61c038";

/// Returns whether the history is there: not in a shallow clone, nor in a copy of the files alone.
pub fn is_here(workspace: &Workspace) -> bool {
    let commit = format!("{FIRST_GOLDEN}^{{commit}}");
    let mut asked = git(workspace);
    let known = asked.args(["cat-file", "-e", &commit]).stderr(Stdio::null()).status();
    known.is_ok_and(|status| status.success())
}

/// The site of the older program, built once for each target folder.
///
/// Its own xtask builds it, in a target folder of its own: programs of the same name must not take the place of
/// today's.
///
/// # Errors
/// When it cannot be taken out of the history or built.
pub fn site(workspace: &Workspace) -> Result<PathBuf, Failure> {
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
