//! Finds the root of the workspace and the cargo that builds it.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{failure::Failure, process};

/// The target every page and worker is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// A checkout of this repository.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The folder of the root `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's own output folder (`target`, unless configured otherwise).
    pub target: PathBuf,
}

impl Workspace {
    /// The workspace that contains `inside`, with the output folder cargo itself names.
    ///
    /// # Errors
    /// When `inside` is in no workspace, or cargo's answer is not understood.
    fn containing(inside: &Path) -> Result<Self, Failure> {
        let mut command = cargo();
        command.current_dir(inside).args(["metadata", "--format-version=1", "--no-deps"]);
        let answer = process::read(&mut command)?;
        let not_understood = |what: &str| Failure::Answer { command: process::shown(&command), what: what.into() };
        let metadata: serde_json::Value = serde_json::from_str(&answer).map_err(|e| not_understood(&e.to_string()))?;
        let folder = |key: &str| metadata[key].as_str().map(PathBuf::from).ok_or_else(|| not_understood(key));
        Ok(Self { root: folder("workspace_root")?, target: folder("target_directory")? })
    }

    /// The workspace of the running `cargo xtask`, wherever in it the person stands.
    ///
    /// # Errors
    /// As [`Workspace::containing`], and when the current folder is gone.
    pub fn current() -> Result<Self, Failure> {
        // Cargo sets the variable at run time; the compile-time one would name the checkout the program was built in.
        match env::var_os("CARGO_MANIFEST_DIR") {
            Some(manifest) => Self::containing(Path::new(&manifest)),
            None => Self::containing(&env::current_dir().map_err(Failure::at("."))?),
        }
    }

    /// A cargo command that runs at the root of this workspace.
    pub fn cargo(&self) -> Command {
        let mut command = cargo();
        command.current_dir(&self.root);
        command
    }

    /// Makes sure the toolchain in use can compile for [`WASM`].
    ///
    /// `rust-toolchain.toml` names the target, but a rustup that is told not to install anything by itself
    /// (`RUSTUP_AUTO_INSTALL=0`) leaves it out.
    ///
    /// # Errors
    /// As [`Self::require_target`].
    pub fn require_wasm_target(&self) -> Result<(), Failure> {
        self.require_target(WASM)
    }

    /// Makes sure the toolchain in use can compile for a target.
    ///
    /// # Errors
    /// When the target is missing and rustup cannot add it.
    pub fn require_target(&self, target: &str) -> Result<(), Failure> {
        let sysroot = process::read(rustc(&self.root).args(["--print", "sysroot"]))?;
        let library = Path::new(sysroot.trim()).join("lib/rustlib").join(target).join("lib");
        if library.is_dir() {
            return Ok(());
        }
        println!("Adding the Rust target {target} …");
        process::run(Command::new("rustup").current_dir(&self.root).args(["target", "add", target]))
    }
}

/// The compiler this workspace is pinned to.
pub fn rustc(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.current_dir(root);
    command
}

fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
