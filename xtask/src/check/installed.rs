//! The native program as other people build it.
//!
//! For hosts of WebAssembly, and as one file that needs no other.

use std::{
    env::consts::ARCH,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{failure::Failure, process, workspace::Workspace};

/// The target that node and wasmtime run.
const WASI: &str = "wasm32-wasip1";
/// The part of a file that names the loader which brings shared libraries (`PT_INTERP`).
const LOADER: u32 = 3;

/// Builds the program for hosts of WebAssembly and says where it is.
///
/// # Errors
/// When the target cannot be added, or cargo fails.
pub fn wasm(workspace: &Workspace) -> Result<PathBuf, Failure> {
    workspace.require_target(WASI)?;
    process::run(workspace.cargo().args(["build", "--package", "anziping-program", "--target", WASI]))?;
    Ok(workspace.target.join(WASI).join("debug/anziping.wasm"))
}

/// Installs the program as `docs/at-scale.md` says, into a folder of its own, and has it judge a file.
///
/// # Errors
/// When it cannot be installed, needs a loader, or does not call a sound file sound.
pub fn as_one_file(workspace: &Workspace) -> Result<(), Failure> {
    let target = format!("{ARCH}-unknown-linux-musl");
    workspace.require_target(&target)?;
    let place = workspace.target.join("installed");
    let mut install = workspace.cargo();
    install.args(["install", "--locked", "--path", "program", "--target", &target, "--force", "--root"]).arg(&place);
    process::run(install.current_dir(&workspace.root))?;
    let program = place.join("bin/anziping");
    let bytes = fs::read(&program).map_err(Failure::at(&program))?;
    if needs_a_loader(&bytes) != Some(false) {
        return Err(Failure::Checks(format!("{} is no file that runs by itself", program.display())));
    }
    let sound = workspace.root.join("docs/verify/corpus/receipt.json");
    process::run(Command::new(&program).arg("verify").arg(sound).current_dir(Path::new("/")))
}

/// Returns whether a program names a loader.
///
/// `None` when it is no such program: ELF, 64 bits, little end first.
fn needs_a_loader(program: &[u8]) -> Option<bool> {
    let bytes = |at: usize, count: usize| program.get(at..at.checked_add(count)?);
    let short = |at| Some(usize::from(u16::from_le_bytes(bytes(at, 2)?.try_into().ok()?)));
    if bytes(0, 6)? != b"\x7fELF\x02\x01" {
        return None;
    }
    let table = usize::try_from(u64::from_le_bytes(bytes(32, 8)?.try_into().ok()?)).ok()?;
    let (size, count) = (short(54)?, short(56)?);
    let mut kinds = (0..count).map(|row| bytes(table.checked_add(row * size)?, 4));
    kinds.try_fold(false, |found, kind| Some(found || kind? == LOADER.to_le_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_with_shared_libraries_is_told_from_one_without() {
        // This test has some; what was cut off, or is none, is not taken for one without.
        let own = fs::read(std::env::current_exe().unwrap()).unwrap();
        assert_eq!(needs_a_loader(&own), Some(true));
        assert_eq!(needs_a_loader(&own[..60]), None);
        assert_eq!(needs_a_loader(b"#!/bin/sh\n"), None);
        let mut without = own;
        without[56..58].fill(0);
        assert_eq!(needs_a_loader(&without), Some(false));
    }
}
