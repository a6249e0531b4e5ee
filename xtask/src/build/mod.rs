//! `cargo xtask dist`: compiles the program, puts the site together, weighs it and writes it.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`sources`] | lists what a site is built from, and hashes it |
//! | [`compile`] | from Rust to WebAssembly |
//! | [`uncalled`] | takes out of a program what a library offers to scripts and no script calls |
//! | [`bind`] | splits the programs into parts and writes their JavaScript glue |
//! | [`short_names`] | takes out of a program and its glue what only people read |
//! | [`check_list`] | writes the check list as the one file that all programs read |
//! | [`site`] | puts programs, page shells and public files together in memory |
//! | [`trusted`] | gives the glue of a page its policy for Trusted Types |
//! | [`asset_names`] | names every asset by the hash of its bytes, and rewrites the references |
//! | [`page`] | completes a page shell: content security policy, integrity values |
//! | [`offline`] | fills in the service worker |
//! | [`single`] | makes one file of a whole page |
//! | [`single_words`] | what such a file says before its program runs |
//! | [`budget`] | weighs what a first visit downloads |
//! | [`folder`] | reads and writes folders of files |
//! | [`origin`] | remembers which sources a site was built from |

pub mod asset_names;
pub mod bind;
pub mod budget;
pub mod check_list;
pub mod compile;
pub mod folder;
pub mod offline;
pub mod origin;
pub mod page;
pub mod short_names;
pub mod single;
pub mod single_words;
pub mod site;
pub mod sources;
pub mod trusted;
pub mod uncalled;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::{failure::Failure, workspace::Workspace};

use budget::Weights;
use folder::collect;
use site::{PAGES, Site};

pub use compile::{Profile, Stale};
pub use site::Purpose;

/// The folder a build goes to unless another is named.
///
/// A quick build never lies where a published one is expected, and one that reloads itself not where tests look.
pub fn default_folder(workspace: &Workspace, profile: Profile, purpose: Purpose) -> PathBuf {
    match (purpose, profile) {
        (Purpose::LiveReload, _) => workspace.target.join("watched"),
        (_, Profile::Release) => workspace.root.join("dist"),
        (_, Profile::Quick) => workspace.target.join("dist-quick"),
    }
}

/// The form in which the pages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pages {
    /// As a site.
    Hosted,
    /// As a site, and each page as a single file besides.
    AlsoSingle,
}

/// Builds the site into `out` or the usual folder, weighs a release, and returns the folder.
///
/// # Errors
/// When compiling fails, a template is not in order, or a release build is over budget. The folder is written even
/// then, so that what is too large can be looked into.
pub fn dist(
    workspace: &Workspace,
    profile: Profile,
    purpose: Purpose,
    out: Option<&Path>,
    pages: Pages,
) -> Result<PathBuf, Failure> {
    let folder = out.map_or_else(|| default_folder(workspace, profile, purpose), Path::to_owned);
    let site = build_into(workspace, profile, purpose, &folder, &Stale::all())?;
    if profile == Profile::Release {
        let weights = Weights::of(&site)?;
        println!("{}", weights.table());
        weights.check()?;
    }
    if pages == Pages::AlsoSingle {
        write_single(&site, &folder, profile)?;
    }
    println!("Site written to {}", folder.display());
    Ok(folder)
}

/// The folder of the single files, beside that of the site: what is published is the site alone.
pub fn single_folder(site: &Path) -> PathBuf {
    let mut name = site.file_name().unwrap_or_default().to_owned();
    name.push("-single");
    site.with_file_name(name)
}

/// Writes each page of the site as a single file beside the site's folder.
fn write_single(site: &Site, folder: &Path, profile: Profile) -> Result<(), Failure> {
    let folder = single_folder(folder);
    fs::create_dir_all(&folder).map_err(Failure::at(&folder))?;
    let mut too_large = Vec::new();
    for single::Single { name, hosted, .. } in single::PAGES {
        let bytes = &site.files[hosted];
        let file = folder.join(name);
        fs::write(&file, bytes).map_err(Failure::at(&file))?;
        println!("{name}: {} bytes, SHA-256 {}", bytes.len(), asset_names::sha256(bytes));
        if profile == Profile::Release && bytes.len() > single::LIMIT {
            too_large.push(format!("{name} has {} bytes, {} are allowed", bytes.len(), single::LIMIT));
        }
    }
    if too_large.is_empty() { Ok(()) } else { Err(Failure::Budget(too_large.join(", "))) }
}

/// Builds the site into a folder and notes what it was built from.
///
/// # Errors
/// As [`dist`], the budget excepted.
pub fn build_into(
    workspace: &Workspace,
    profile: Profile,
    purpose: Purpose,
    folder: &Path,
    stale: &Stale,
) -> Result<Site, Failure> {
    // Taken before the compiler reads the sources: a file that changes meanwhile makes the site an older one.
    let fingerprint = sources::fingerprint(&workspace.root)?;
    let site = build(workspace, profile, purpose, stale)?;
    folder::write(&site, folder)?;
    origin::note(&workspace.target, &site.files, &fingerprint)?;
    Ok(site)
}

/// Compiles the workspace and puts its site together in memory.
///
/// # Errors
/// When compiling fails or a template is not in order.
pub fn build(workspace: &Workspace, profile: Profile, purpose: Purpose, stale: &Stale) -> Result<Site, Failure> {
    compile::compile(workspace, profile, stale)?;
    let mut files = bind::bind(workspace, profile)?;
    files.insert(check_list::NAME.into(), check_list::text(&workspace.root)?.into_bytes());
    files.append(&mut shells(&workspace.root)?);
    let mut site = Site::new(files, purpose)?;
    // Whoever works on a page waits for it; nobody takes the single files from there.
    if purpose != Purpose::LiveReload {
        single::add(&mut site, profile)?;
    }
    Ok(site)
}

fn shells(root: &Path) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let mut files = BTreeMap::new();
    collect(&root.join("public"), "", &mut files)?;
    for name in PAGES {
        let path = root.join(name);
        files.insert(name.into(), fs::read(&path).map_err(Failure::at(&path))?);
    }
    Ok(files)
}
