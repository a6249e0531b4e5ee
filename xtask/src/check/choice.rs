//! Chooses the steps to run: those of a command, or those named after `--only`, with what they need.

use super::steps::{Need, Part, STEPS, Step, Work};
use crate::failure::Failure;

/// The steps to run, in their order, and the tests to run in them.
#[derive(Debug)]
pub struct Choice {
    pub(super) steps: Vec<&'static Step>,
    /// Parts of the names of the wanted tests; empty for all.
    pub(super) tests: Vec<String>,
    pub(super) left_out: Vec<&'static Step>,
}

impl Choice {
    /// Every step of a command.
    pub fn of(part: Part) -> Self {
        Self::new(&|step| step.part <= part, Vec::new())
    }

    /// The named steps.
    ///
    /// Words that name no step choose tests by their name, of the named steps or of all native ones.
    ///
    /// # Errors
    /// [`Failure::Unknown`] when tests are chosen and the named steps have none.
    pub fn named(words: &[String]) -> Result<Self, Failure> {
        let is_step = |word: &&String| STEPS.iter().any(|step| step.name == word.as_str());
        let (names, tests): (Vec<_>, Vec<_>) = words.iter().partition(is_step);
        let tests: Vec<String> = tests.into_iter().cloned().collect();
        let choice = if names.is_empty() {
            Self::new(&|step| step.part == Part::Check && step.has_tests(), tests)
        } else {
            Self::new(&|step| names.iter().any(|name| *name == step.name), tests)
        };
        match choice.tests.first() {
            Some(word) if !choice.steps.iter().any(|step| step.has_tests()) => Err(Failure::Unknown(format!(
                "`{word}` names no step (`cargo xtask test --list`), and no tests are chosen"
            ))),
            _ => Ok(choice),
        }
    }

    fn new(is_chosen: &dyn Fn(&Step) -> bool, tests: Vec<String>) -> Self {
        let chosen: Vec<_> = STEPS.iter().filter(|step| is_chosen(step)).collect();
        let needs = |need| chosen.iter().any(|step| step.needs.contains(&need));
        let is_release = needs(Need::Release) || chosen.iter().any(|step| step.name == "site");
        let is_needed = |step: &Step| match step.name {
            "set-up" => needs(Need::Tools),
            "site" => needs(Need::Release),
            "quick-site" => needs(Need::Site) && !is_release,
            _ => false,
        };
        let (steps, left_out) = STEPS.iter().partition(|step| is_chosen(step) || is_needed(step));
        Self { steps, tests, left_out }
    }
}

impl Step {
    #[cfg(test)]
    fn runs(&self, program: &str) -> bool {
        matches!(self.work, Work::Tests(words, _) | Work::Browsers(words, _) if words.contains(&program))
    }

    pub(super) fn has_tests(&self) -> bool {
        matches!(self.work, Work::Tests(..) | Work::Browsers(..))
    }
}

/// The steps as a table, for `--list`.
pub fn table() -> String {
    let of = |part, command: &str| {
        let rows = STEPS.iter().filter(|step| step.part == part);
        rows.fold(format!("{command}\n"), |table, step| table + &format!("  {:<14} {}\n", step.name, step.what))
    };
    [
        of(Part::Check, "cargo xtask check"),
        of(Part::Test, "cargo xtask test, besides those"),
        of(Part::Nightly, "cargo xtask test --nightly, besides those"),
        of(Part::OnDemand, "where a step after --only needs it"),
        "One step: cargo xtask test --only journeys\nSome of its tests: cargo xtask test --only journeys month::\n"
            .into(),
    ]
    .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(steps: &[&Step]) -> Vec<&'static str> {
        steps.iter().map(|step| step.name).collect()
    }

    fn named(words: &[&str]) -> Result<Choice, Failure> {
        Choice::named(&words.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn check_needs_neither_a_browser_nor_a_site() {
        let choice = Choice::of(Part::Check);
        assert!(choice.steps.iter().all(|step| step.needs.is_empty()));
        assert!(names(&choice.left_out).contains(&"journeys"));
    }

    #[test]
    fn the_nightly_run_leaves_nothing_out() {
        assert_eq!(names(&Choice::of(Part::Nightly).left_out), ["quick-site"]);
    }

    #[test]
    fn a_journey_alone_brings_a_quick_site_and_the_tools() {
        let choice = named(&["journeys", "month::"]).unwrap();
        assert_eq!(names(&choice.steps), ["set-up", "quick-site", "journeys"]);
        assert_eq!(choice.tests, ["month::"]);
    }

    #[test]
    fn a_named_release_takes_the_place_of_the_quick_site() {
        assert_eq!(names(&named(&["site", "journeys"]).unwrap().steps), ["set-up", "site", "journeys"]);
        assert_eq!(names(&named(&["same-bytes"]).unwrap().steps), ["site", "same-bytes"]);
    }

    #[test]
    fn a_word_alone_chooses_native_tests() {
        let choice = named(&["scoring"]).unwrap();
        assert_eq!(names(&choice.steps), ["core", "pages", "fuzz-bounded", "xtask", "structure"]);
    }

    #[test]
    fn a_misspelt_step_is_refused() {
        let said = named(&["format", "lint"]).unwrap_err().to_string();
        assert!(said.contains("`lint`"), "{said}");
    }

    #[test]
    fn each_step_has_a_name_of_its_own_and_stands_after_what_it_needs() {
        for (place, step) in STEPS.iter().enumerate() {
            assert!(STEPS[..place].iter().all(|earlier| earlier.name != step.name), "{}", step.name);
            let earlier = names(&STEPS[..place].iter().collect::<Vec<_>>());
            let met = |need: &Need| need.met_by().iter().all(|name| earlier.contains(name));
            assert!(step.needs.iter().all(met), "{}", step.name);
        }
    }

    #[test]
    fn every_test_program_of_the_tests_belongs_to_a_step() {
        let manifest = include_str!("../../../tests/Cargo.toml");
        let programs = manifest.split("[[test]]\nname = \"").skip(1).filter_map(|rest| rest.split('"').next());
        let missing: Vec<_> = programs.filter(|program| !STEPS.iter().any(|step| step.runs(program))).collect();
        assert!(missing.is_empty(), "add to a step in check/steps.rs: {missing:?}");
    }
}
