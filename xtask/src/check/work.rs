//! The steps that are more than one command.

use super::{
    advisories as known_holes, browsers, dependencies as deny, foreign, installed, older as history,
    outcome::{Done, Passed},
    programs, reproduce,
    run::Run,
};
use crate::{
    build::{self, Pages, Profile, Purpose, origin},
    fuzz as fuzzing,
};

/// Kills of each engine in the nightly run.
const NIGHTLY_KILLS: &str = "100";
/// How long the nightly run fuzzes each target, in seconds.
const NIGHTLY_FUZZ: u32 = 60;

pub(super) fn set_up(run: &mut Run<'_>) -> Done {
    programs::require()?;
    foreign::require(run.workspace)?;
    Ok(Passed::Yes)
}

/// Has nothing to note for later steps.
pub(super) fn is_set_up(_run: &mut Run<'_>) {}

pub(super) fn dependencies(run: &mut Run<'_>) -> Done {
    deny::rules(run.workspace)?;
    Ok(Passed::Yes)
}

/// Checks against the folder that is named, else against the net.
pub(super) fn advisories(run: &mut Run<'_>) -> Done {
    if let Some(folder) = known_holes::folder() {
        known_holes::check(run.workspace, &folder)?;
    } else if deny::advisories_are_here(run.workspace) {
        deny::advisories(run.workspace)?;
    } else {
        return Ok(Passed::NotChecked(
            "the advisory database could not be fetched from here, and ANZIPING_ADVISORIES names no folder",
        ));
    }
    Ok(Passed::Yes)
}

pub(super) fn site(run: &mut Run<'_>) -> Done {
    build::dist(run.workspace, Profile::Release, Purpose::Publish, None, Pages::AlsoSingle)?;
    Ok(Passed::Yes)
}

/// Names the folder of a site that is built, for the steps after [`site`].
pub(super) fn site_is_built(run: &mut Run<'_>) {
    run.site = Some(build::default_folder(run.workspace, Profile::Release, Purpose::Publish));
}

pub(super) fn quick_site(run: &mut Run<'_>) -> Done {
    let folder = build::default_folder(run.workspace, Profile::Quick, Purpose::Publish);
    let built =
        folder.is_dir() && origin::of(&run.workspace.root, &run.workspace.target, &folder)? == origin::Origin::Today;
    if built {
        println!("{} is of these sources.", folder.display());
        run.site = Some(folder);
    } else {
        run.site = Some(build::dist(run.workspace, Profile::Quick, Purpose::Publish, None, Pages::AlsoSingle)?);
    }
    Ok(Passed::Yes)
}

pub(super) fn same_bytes(run: &mut Run<'_>) -> Done {
    reproduce::from_same_output(run.workspace, run.site()?)?;
    Ok(Passed::Yes)
}

pub(super) fn other_folder(run: &mut Run<'_>) -> Done {
    reproduce::from_copy(run.workspace, run.site()?)?;
    Ok(Passed::Yes)
}

pub(super) fn older(run: &mut Run<'_>) -> Done {
    if !history::is_here(run.workspace) {
        return Ok(Passed::NotChecked("the history of the repository is not here"));
    }
    let older = history::site(run.workspace)?;
    let test = ["-p", "anziping-tests", "--test", "faults", "--", "--ignored", "older::"];
    run.cargo_test(&test, &[("ANZIPING_OLDER", &older)])?;
    Ok(Passed::Yes)
}

/// The engines and hosts for more reports than one machine holds.
///
/// Their figures, and the program asked from within them. What needs Java is left out where there is none, and nothing
/// else.
pub(super) fn at_scale(run: &mut Run<'_>) -> Done {
    foreign::require_large(run.workspace)?;
    let wasm = installed::wasm(run.workspace)?;
    let has_java = programs::on_path("java").is_some();
    let words: &[&str] = if has_java { &["--ignored"] } else { &["--ignored", "--skip", "spark"] };
    for (package, test) in [("anziping-tests", "at_scale"), ("anziping-program", "engines")] {
        let words = [&["-p", package, "--test", test, "--"], words].concat();
        run.cargo_test(&words, &[("ANZIPING_WASM", &wasm)])?;
    }
    Ok(if has_java {
        Passed::Yes
    } else {
        Passed::NotChecked("Spark alone, the others passed: it needs Java (Debian: default-jre-headless)")
    })
}

pub(super) fn installed(run: &mut Run<'_>) -> Done {
    installed::as_one_file(run.workspace)?;
    Ok(Passed::Yes)
}

/// Fails when anything is lost that was called saved.
pub(super) fn kills(run: &mut Run<'_>) -> Done {
    for words in [["--kills", NIGHTLY_KILLS].as_slice(), &["--desk", "--kills", NIGHTLY_KILLS]] {
        browsers(run.workspace, "faults", &words.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    }
    Ok(Passed::Yes)
}

pub(super) fn fuzz(run: &mut Run<'_>) -> Done {
    fuzzing::fuzz(run.workspace, NIGHTLY_FUZZ, None)?;
    Ok(Passed::Yes)
}
