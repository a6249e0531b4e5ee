//! `cargo xtask dist`: compile, put together, weigh, write.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    arguments::DistOptions,
    budget::Weights,
    compile::{Profile, collect, compile},
    failure::Failure,
    folder,
    site::{PAGES, Purpose, Site},
    workspace::Workspace,
};

/// The folder a build goes to unless another is named. A quick build never lies where a published one is expected.
pub fn default_folder(workspace: &Workspace, profile: Profile) -> PathBuf {
    match profile {
        Profile::Release => workspace.root.join("dist"),
        Profile::Quick => workspace.target.join("dist-quick"),
    }
}

/// Runs `cargo xtask dist` and gives the folder.
///
/// # Errors
/// When compiling fails, a template is not in order, or a release build is over budget. The folder is written even
/// then, so that what is too large can be looked into.
pub fn dist(workspace: &Workspace, options: &DistOptions) -> Result<PathBuf, Failure> {
    let folder = options.out.clone().unwrap_or_else(|| default_folder(workspace, options.profile));
    let site = build(workspace, options.profile, options.purpose)?;
    folder::write(&site, &folder)?;
    if options.profile == Profile::Release {
        let weights = Weights::of(&site)?;
        println!("{}", weights.table());
        weights.check()?;
    }
    println!("Site written to {}", folder.display());
    Ok(folder)
}

/// Compiles the workspace and puts its site together in memory.
///
/// # Errors
/// As [`dist`], the budget excepted.
pub fn build(workspace: &Workspace, profile: Profile, purpose: Purpose) -> Result<Site, Failure> {
    let mut sources = compile(workspace, profile)?;
    sources.append(&mut shells(&workspace.root)?);
    Site::new(sources, purpose)
}

fn shells(root: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut sources = BTreeMap::new();
    collect(&root.join("public"), "", &mut sources)?;
    for name in PAGES {
        let path = root.join(name);
        sources.insert(name.into(), fs::read(&path).map_err(Failure::at(&path))?);
    }
    Ok(sources)
}
