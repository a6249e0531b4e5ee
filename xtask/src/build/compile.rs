//! Compiles Rust to WebAssembly, with nothing of this machine in it.

use std::{
    collections::BTreeSet,
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use super::sources;
use crate::{
    failure::Failure,
    process,
    workspace::{WASM, Workspace, rustc},
};

/// How much work the compiler puts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small and slow to build: what is published and measured.
    Release,
    /// Seconds instead of minutes, several times larger: for work.
    Quick,
}

impl Profile {
    /// The name cargo knows the profile by, which is also the name of its output folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Quick => "quick",
        }
    }
}

/// The programs of the site.
pub(super) const PROGRAMS: [&str; 4] = ["enterprise", "office", "worker", "tables"];
/// The programs of the two pages.
const OF_PAGES: &[&str] = &["enterprise", "office"];
/// The sources of few programs or of none, with these; all others are sources of every program.
///
/// The layers between the folders hold it (`LAYERS` in `tests/structure`): workers know nothing above the platform, and
/// no page knows the other one.
const IN_FEW: [(&str, &[&str]); 8] = [
    ("index.html", &[]),
    ("office.html", &[]),
    ("public", &[]),
    ("src/enterprise", &["enterprise"]),
    ("src/office", &["office"]),
    ("src/store", OF_PAGES),
    ("src/ui", OF_PAGES),
    ("src/words", OF_PAGES),
];

/// Programs that have to be made again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale(BTreeSet<&'static str>);

impl Stale {
    /// All of them.
    pub fn all() -> Self {
        Self(PROGRAMS.into())
    }

    /// Adds those that are made of these files, whose paths are relative to the root of the workspace.
    pub fn add(&mut self, changed: &[PathBuf]) {
        for file in changed {
            let few = IN_FEW.iter().find(|(part, _)| file.starts_with(part));
            self.0.extend(few.map_or(PROGRAMS.as_slice(), |(_, programs)| programs));
        }
    }

    /// Forgets them: they are made.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// Compiles programs; each lies where [`program`] says.
///
/// # Errors
/// When cargo fails, or has read a file that [`sources`] does not list.
pub(super) fn compile(workspace: &Workspace, profile: Profile, stale: &Stale) -> Result<(), Failure> {
    if stale.0.is_empty() {
        return Ok(());
    }
    workspace.require_wasm_target()?;
    process::run(
        workspace
            .cargo()
            .args(["build", "--package", "anziping", "--target", WASM, "--profile", profile.name()])
            .args(stale.0.iter().flat_map(|name| ["--bin", *name]))
            .arg("--target-dir")
            .arg(&workspace.target)
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", flags(workspace)?),
    )?;
    for name in &stale.0 {
        let dependencies = program(workspace, profile, name).with_extension("d");
        sources::require_listed(&workspace.root, &workspace.target, &dependencies)?;
    }
    Ok(())
}

/// The file in which cargo leaves a program.
pub(super) fn program(workspace: &Workspace, profile: Profile, name: &str) -> PathBuf {
    workspace.target.join(WASM).join(profile.name()).join(name).with_extension("wasm")
}

/// Compiler flags that replace every path of this machine, so that any checkout gives the same bytes.
///
/// They go through `CARGO_ENCODED_RUSTFLAGS` (a person's own `RUSTFLAGS` would change the bytes, and a path may
/// contain a space), and cargo leaves flags that contain `--remap-path-prefix` out of the crates' identity.
fn flags(workspace: &Workspace) -> Result<OsString, Failure> {
    let mut prefixes = vec![(workspace.root.clone(), "anziping".to_owned())];
    let sources = cargo_home()?.join("registry/src");
    // One folder per registry, named after the registry's address: a mirror has another name, and the same crates.
    if sources.is_dir() {
        for registry in fs::read_dir(&sources).map_err(Failure::at(&sources))? {
            prefixes.push((registry.map_err(Failure::at(&sources))?.path(), "crates".to_owned()));
        }
    }
    // Where the standard library's source is installed, the compiler prefers it to its own neutral prefix.
    let sysroot = process::read(rustc(&workspace.root).args(["--print", "sysroot"]))?;
    let mut version = rustc(&workspace.root);
    version.arg("-vV");
    let answer = process::read(&mut version)?;
    let commit = answer
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .ok_or_else(|| Failure::Answer { command: process::shown(&version), what: "no commit-hash".into() })?;
    prefixes.push((Path::new(sysroot.trim()).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")));

    // `erase_components` makes Leptos build views of one type, a sixth less of the page's size. `--emit-relocs` tells
    // the splitter which addresses refer to what.
    let others = ["--cfg", "erase_components", "-Clink-args=--emit-relocs"].map(OsString::from);
    let flags = prefixes.iter().map(|(from, to)| {
        let mut flag = OsString::from("--remap-path-prefix=");
        flag.push(from);
        flag.push("=");
        flag.push(to);
        flag
    });
    Ok(flags.chain(others).collect::<Vec<_>>().join(&OsString::from("\u{1f}")))
}

fn cargo_home() -> Result<PathBuf, Failure> {
    if let Some(home) = env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    let home = env::home_dir()
        .ok_or_else(|| Failure::at("~")(std::io::Error::new(std::io::ErrorKind::NotFound, "no home folder")))?;
    Ok(home.join(".cargo"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made_of(changed: &[&str]) -> Vec<&'static str> {
        let mut stale = Stale(BTreeSet::new());
        stale.add(&changed.iter().map(PathBuf::from).collect::<Vec<_>>());
        stale.0.into_iter().collect()
    }

    #[test]
    fn a_change_makes_those_programs_anew_that_are_made_of_it() {
        for (changed, programs) in [
            ("src/words/home.rs", OF_PAGES),
            ("src/office/inbox/list.rs", &["office"]),
            ("public/css/app.css", &[]),
            ("src/platform/dom.rs", &["enterprise", "office", "tables", "worker"]),
            ("src/bin/office.rs", &["enterprise", "office", "tables", "worker"]),
            ("src/officer.rs", &["enterprise", "office", "tables", "worker"]),
        ] {
            assert_eq!(made_of(&[changed]), programs, "{changed}");
        }
        assert_eq!(made_of(&["index.html", "src/office/app.rs", "src/enterprise/route.rs"]), OF_PAGES);
    }

    #[test]
    fn what_lies_in_few_programs_is_there() {
        let root = Workspace::current().unwrap().root;
        for (part, programs) in IN_FEW {
            assert!(root.join(part).exists(), "{part}");
            assert!(programs.iter().all(|name| PROGRAMS.contains(name)), "{part}");
        }
    }
}
