//! Where things lie: the site under test, the tools, the folder for evidence.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the workspace").to_owned()
}

fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The built site.
///
/// # Panics
/// When there is none, with the command that builds it.
pub fn dist() -> PathBuf {
    if let Some(named) = env::var_os("ANZIPING_DIST") {
        return named.into();
    }
    let built = [root().join("dist"), target().join("dist-quick")]
        .into_iter()
        .filter(|folder| folder.join("index.html").is_file());
    let newest = built.max_by_key(|folder| folder.join("index.html").metadata().and_then(|file| file.modified()).ok());
    newest.expect("there is no built site: run `cargo xtask dist --quick`, or name one in ANZIPING_DIST")
}

/// Where `cargo xtask test` installs what is not part of the system.
pub fn tools() -> PathBuf {
    env::var_os("ANZIPING_TOOLS").map_or_else(|| target().join("tools"), PathBuf::from)
}

/// What is left behind of a failed test; emptied before the test begins.
pub fn evidence(test: &str) -> PathBuf {
    target().join("e2e").join(test)
}

/// Pictures of pages, for people to look at.
pub fn pictures() -> PathBuf {
    target().join("e2e").join("pictures")
}

/// A program of the system or of [`tools`].
///
/// # Panics
/// When it is nowhere, with how to get it.
pub fn program(name: &str) -> PathBuf {
    let own = tools().join("bin").join(name);
    if own.is_file() {
        return own;
    }
    let on_path = env::split_paths(&env::var_os("PATH").unwrap_or_default())
        .map(|folder| folder.join(name))
        .find(|file| file.is_file());
    on_path.unwrap_or_else(|| {
        panic!("`{name}` is missing: neither on the path nor {}; `cargo xtask test` installs it", own.display())
    })
}
