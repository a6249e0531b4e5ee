//! The places of things: the site under test, the tools, the folder for evidence.

use std::{
    env,
    io::{self, Write as _},
    path::{Path, PathBuf},
    sync::OnceLock,
};

use xtask::build::origin::{self, Origin};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the workspace").to_owned()
}

/// The folder that cargo builds into.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The built site: the one named in `ANZIPING_DIST`, else the one built last.
///
/// # Panics
/// When there is none, or when it is older than the sources: a test of it would say nothing about them.
pub fn dist() -> PathBuf {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    let site = || match site_of_today() {
        Ok(folder) => folder,
        Err(why) => panic!("{why}"),
    };
    SITE.get_or_init(site).clone()
}

fn site_of_today() -> Result<PathBuf, String> {
    let named = env::var_os("ANZIPING_DIST").map(PathBuf::from);
    let folder = match &named {
        Some(folder) => folder.clone(),
        None => built_last().ok_or("there is no built site: run `cargo xtask dist --quick`")?,
    };
    let origin = origin::of(&root(), &target(), &folder).map_err(|failure| failure.to_string())?;
    let is_stale_ok = env::var_os("ANZIPING_STALE_OK").is_some();
    if let Some(warning) = judge(&folder, origin, named.is_some(), is_stale_ok)? {
        // Not by `eprintln!`, which is shown for failed tests alone.
        writeln!(io::stderr(), "\n{warning}\n").map_err(|fault| fault.to_string())?;
    }
    Ok(folder)
}

fn built_last() -> Option<PathBuf> {
    let built = [root().join("dist"), target().join("dist-quick")];
    let page = |folder: &PathBuf| folder.join("index.html").metadata().and_then(|file| file.modified()).ok();
    built.into_iter().filter(|folder| page(folder).is_some()).max_by_key(page)
}

/// Judges whether tests may run against a site: the remark beforehand, or why they may not.
fn judge(folder: &Path, origin: Origin, is_named: bool, is_stale_ok: bool) -> Result<Option<String>, String> {
    let site = folder.display();
    match origin {
        Origin::Today => Ok(None),
        Origin::Unknown if is_named => {
            Ok(Some(format!("NOT KNOWN whether the site in {site} is of these sources: it was not built here")))
        }
        Origin::Older | Origin::Unknown if is_stale_ok => {
            Ok(Some(format!("THE SITE IN {site} IS NOT OF THESE SOURCES; going on because of ANZIPING_STALE_OK")))
        }
        Origin::Older | Origin::Unknown => Err(format!(
            "the site in {site} is older than the sources: run `cargo xtask dist --quick`, or set ANZIPING_STALE_OK=1 to \
             test it all the same"
        )),
    }
}

/// The folder into which `cargo xtask test` installs what is not part of the system.
pub fn tools() -> PathBuf {
    env::var_os("ANZIPING_TOOLS").map_or_else(|| target().join("tools"), PathBuf::from)
}

/// The folder for the traces of a failed test; emptied before the test begins.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(origin: Origin, is_named: bool, is_stale_ok: bool) -> Result<Option<String>, String> {
        judge(Path::new("site"), origin, is_named, is_stale_ok)
    }

    #[test]
    fn a_site_of_today_is_tested_without_a_word() {
        assert_eq!(judged(Origin::Today, false, false), Ok(None));
    }

    #[test]
    fn a_site_older_than_the_sources_is_tested_only_on_demand_and_never_silently() {
        for is_named in [false, true] {
            assert!(judged(Origin::Older, is_named, false).is_err());
            assert!(matches!(judged(Origin::Older, is_named, true), Ok(Some(_))));
        }
    }

    #[test]
    fn a_site_built_elsewhere_is_tested_when_it_is_named() {
        assert!(matches!(judged(Origin::Unknown, true, false), Ok(Some(_))));
        assert!(judged(Origin::Unknown, false, false).is_err());
    }
}
