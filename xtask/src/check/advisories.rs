//! The database of known holes (RustSec) from a folder (`ANZIPING_ADVISORIES`).
//!
//! Where the database cannot be fetched, the user names a copy of it.
//!
//! cargo-deny takes a database from the net only, with git. So the folder's newest state becomes the branch of a
//! repository under `target`, and git is told that this is where the net's lies.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::dependencies::deny;
use crate::{failure::Failure, process, workspace::Workspace};

/// Where cargo-deny fetches it from.
const PUBLISHED: &str = "https://github.com/RustSec/advisory-db";

/// The folder that was named, if one was.
pub fn folder() -> Option<PathBuf> {
    env::var_os("ANZIPING_ADVISORIES").map(PathBuf::from)
}

/// Compares the crates with the database in `folder`, after saying of which day it is.
///
/// # Errors
/// When there is no database in the folder, and as [`super::dependencies::rules`].
pub fn check(workspace: &Workspace, folder: &Path) -> Result<(), Failure> {
    let at = workspace.target.join("advisories");
    if at.exists() {
        fs::remove_dir_all(&at).map_err(Failure::at(&at))?;
    }
    fs::create_dir_all(&at).map_err(Failure::at(&at))?;
    let source = at.join("source.git");
    let day = copy(folder, &source)?;
    println!("The database of known holes in {} is of {day}.", folder.display());
    let rules = workspace.root.join("deny.toml");
    let rules = fs::read_to_string(&rules).map_err(Failure::at(&rules))?;
    let config = at.join("deny.toml");
    fs::write(&config, with_database(&rules, &at.join("fetched"))).map_err(Failure::at(&config))?;
    let deny = |words: &[&str]| {
        let mut command = deny(workspace);
        command
            .env("GIT_CONFIG_COUNT", "1")
            .env("GIT_CONFIG_KEY_0", format!("url.file://{}.insteadOf", source.display()))
            .env("GIT_CONFIG_VALUE_0", PUBLISHED);
        process::run(command.arg("--config").arg(&config).args(words))
    };
    deny(&["fetch", "db"])?;
    deny(&["--workspace", "--offline", "check", "advisories"])
}

/// The rules with another place for the database, fetched by git itself.
///
/// Only git knows what it was told.
fn with_database(rules: &str, place: &Path) -> String {
    let place = place.to_string_lossy();
    rules.replacen("[advisories]\n", &format!("[advisories]\ngit-fetch-with-cli = true\ndb-path = {place:?}\n"), 1)
}

/// Makes a repository of the folder's newest state, with the one branch that cargo-deny asks for.
///
/// Gives the day of that state.
fn copy(folder: &Path, to: &Path) -> Result<String, Failure> {
    let folder = folder.canonicalize().map_err(Failure::at(folder))?;
    let git = |words: &[&str]| {
        let mut git = Command::new("git");
        git.arg("--git-dir").arg(to).args(words);
        git
    };
    process::run(Command::new("git").args(["init", "--quiet", "--bare", "--initial-branch", "main"]).arg(to))?;
    if folder.join(".git").exists() || folder.join("HEAD").is_file() {
        let from = format!("file://{}", folder.display());
        process::run(&mut git(&["fetch", "--quiet", "--depth", "1", &from, "HEAD:refs/heads/main"]))?;
        return process::read(&mut git(&["log", "-1", "--format=%cs", "main"])).map(|day| day.trim().to_owned());
    }
    let day = newest(&folder)?;
    let name = ["-c", "user.name=anziping", "-c", "user.email=anziping@example.invalid"];
    for words in [["add", "--force", "--all", "crates"], ["commit", "--quiet", "--message", "as it lies in the folder"]]
    {
        process::run(git(&name).args(words).env("GIT_WORK_TREE", &folder).current_dir(&folder))?;
    }
    Ok(day)
}

/// The day of the newest advisory in a folder without a history.
fn newest(folder: &Path) -> Result<String, Failure> {
    let crates = folder.join("crates");
    let mut newest = String::new();
    for of_crate in fs::read_dir(&crates).map_err(Failure::at(&crates))? {
        let of_crate = of_crate.map_err(Failure::at(&crates))?.path();
        for advisory in fs::read_dir(&of_crate).map_err(Failure::at(&of_crate))? {
            let advisory = advisory.map_err(Failure::at(&of_crate))?.path();
            let text = fs::read_to_string(&advisory).map_err(Failure::at(&advisory))?;
            newest = newest.max(date(&text).unwrap_or_default().to_owned());
        }
    }
    Ok(newest)
}

/// The day in the head of an advisory: `date = "2026-08-21"`.
fn date(advisory: &str) -> Option<&str> {
    let line = advisory.lines().find_map(|line| line.trim().strip_prefix("date")?.trim_start().strip_prefix('='))?;
    line.trim().strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADVISORY: &str = "```toml\n[advisory]\nid = \"RUSTSEC-2026-0001\"\ndate = \"2026-08-21\"\n```\n# A hole\n";

    /// A folder with two advisories, as the database keeps them.
    fn database() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, day) in [("older", "2025-01-31"), ("newer", "2026-08-21")] {
            let of_crate = folder.path().join("crates").join(name);
            fs::create_dir_all(&of_crate).unwrap();
            fs::write(of_crate.join("RUSTSEC-2026-0001.md"), ADVISORY.replace("2026-08-21", day)).unwrap();
        }
        folder
    }

    fn git(folder: &Path, words: &[&str]) -> String {
        let mut git = Command::new("git");
        git.current_dir(folder).args(["-c", "user.name=t", "-c", "user.email=t@example.invalid"]).args(words);
        process::read(git.env("GIT_COMMITTER_DATE", "2026-09-30T12:00:00Z")).unwrap()
    }

    /// The advisories on the branch of the copy.
    fn copied(copy: &Path) -> String {
        git(copy, &["ls-tree", "-r", "--name-only", "main"])
    }

    #[test]
    fn a_folder_without_history_is_of_the_day_of_its_newest_advisory() {
        let (folder, copies) = (database(), tempfile::tempdir().unwrap());
        let to = copies.path().join("source.git");
        assert_eq!(copy(folder.path(), &to).unwrap(), "2026-08-21");
        let files = "crates/newer/RUSTSEC-2026-0001.md\ncrates/older/RUSTSEC-2026-0001.md\n";
        assert_eq!(copied(&to), files);
    }

    #[test]
    fn a_checkout_is_of_the_day_of_its_last_commit_whatever_its_branch() {
        let (folder, copies) = (database(), tempfile::tempdir().unwrap());
        git(folder.path(), &["init", "--quiet", "--initial-branch", "another"]);
        git(folder.path(), &["add", "crates/newer"]);
        git(folder.path(), &["commit", "--quiet", "--message", "one"]);
        let to = copies.path().join("source.git");
        assert_eq!(copy(folder.path(), &to).unwrap(), "2026-09-30");
        assert_eq!(copied(&to), "crates/newer/RUSTSEC-2026-0001.md\n", "what was committed");
    }

    #[test]
    fn a_folder_without_advisories_is_no_database() {
        let (folder, copies) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        assert!(copy(folder.path(), &copies.path().join("source.git")).is_err());
        assert!(copy(&folder.path().join("nowhere"), &copies.path().join("other.git")).is_err());
    }

    #[test]
    fn the_rules_stay_what_they_are_but_for_the_place_of_the_database() {
        let rules = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../deny.toml")).unwrap();
        let changed = with_database(&rules, Path::new("/somewhere/fetched"));
        let added: Vec<&str> = changed.lines().filter(|line| !rules.lines().any(|old| old == *line)).collect();
        assert_eq!(added, ["git-fetch-with-cli = true", "db-path = \"/somewhere/fetched\""]);
        assert_eq!(changed.lines().count(), rules.lines().count() + added.len());
    }
}
