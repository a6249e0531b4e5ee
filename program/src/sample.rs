//! Makes up as many signed reports as are wanted, and the registry that knows them.
//!
//! For whoever tries a database or a cluster: their enterprises are those of the tests, and anybody can sign for them.

use std::fs;
use std::io;
use std::path::Path;

use anziping_core::edition::Edition;
use anziping_core::json;
use anziping_core::registry::{Registered, Registry};
use anziping_core::seal::json::Value;
use anziping_core::seal::keys::SecretKey;
use anziping_core::seal::typed::{self, Misfit};
use anziping_core::signer::Role;
use anziping_fixtures::sample::{self, Person};
use rayon::ThreadPoolBuilder;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::arguments::Sample;
use crate::fault::ProgramFault;
use crate::words;

/// Files of a folder: what lists folders stays quick.
const IN_A_FOLDER: u32 = 1_000;
/// Kinds of reports: the others are like one of them, but for enterprise and keys.
const KINDS: u32 = 250;
/// Of so many reports three are under keys that nobody registered, and one was changed.
const OF: u32 = 100;
const UNREGISTERED: [u32; 3] = [9, 39, 69];
const CHANGED: u32 = 99;

/// Writes `registry.json` and the folder `reports`.
///
/// # Errors
/// [`ProgramFault`]: the folder is not empty, or not everything was written.
pub(crate) fn run(asked: &Sample) -> Result<(), ProgramFault> {
    let edition = Edition::builtin()?;
    fs::create_dir_all(&asked.folder)?;
    if fs::read_dir(&asked.folder)?.next().is_some() {
        return Err(ProgramFault::NotEmpty { folder: asked.folder.clone() });
    }
    let numbers = asked.first..asked.first + asked.reports;
    let reports = asked.folder.join("reports");
    for thousand in numbers.start / IN_A_FOLDER..=(numbers.end - 1) / IN_A_FOLDER {
        fs::create_dir_all(reports.join(format!("{thousand:04}")))?;
    }
    let kind = |number: u32| template(&edition, number, &asked.period.to_string());
    let pool = ThreadPoolBuilder::new().num_threads(asked.jobs).build().map_err(ProgramFault::Threads)?;
    let made: io::Result<Vec<Option<Registered>>> = pool.install(|| {
        let kinds: Result<Vec<Value>, _> = (0..KINDS).into_par_iter().map(kind).collect();
        let kinds = kinds.map_err(io::Error::other)?;
        numbers.into_par_iter().map(|number| make(&kinds[(number % KINDS) as usize], &reports, number)).collect()
    });
    let mut registry = Registry::new(words::SAMPLE_OFFICE.to_owned());
    registry.enterprises = made?.into_iter().flatten().collect();
    let text = json::write_directly(&registry).map_err(io::Error::from)?;
    Ok(fs::write(asked.folder.join("registry.json"), text)?)
}

/// The report of a kind, which differ in industry, class, village, answers and hazards.
fn template(edition: &Edition<'_>, number: u32, month: &str) -> Result<Value, Misfit> {
    let (enterprise, draft) = sample::varied_on(edition, number as usize, &sample::code(number as usize), month);
    typed::to_value(&sample::report_on(edition, &enterprise, &draft, &[]))
}

/// Writes the report of one enterprise, and gives the enterprise if its keys are registered.
fn make(template: &Value, reports: &Path, number: u32) -> io::Result<Option<Registered>> {
    let (uscc, name) = (sample::code(number as usize), words::sample_enterprise(number));
    let people = [Person::principal(0), Person::preparer(0)].map(|person| with_key(person, number));
    let mut text = sample::signed_by(template, &uscc, &name, &people.iter().collect::<Vec<_>>());
    if number % OF == CHANGED {
        text = text.replacen(&name, words::SAMPLE_OFFICE, 1);
    }
    let file = reports.join(format!("{:04}/{number:07}.signed.json", number / IN_A_FOLDER));
    fs::write(file, text)?;
    let is_registered = !UNREGISTERED.contains(&(number % OF));
    let keys = people.iter().map(Person::registered).collect();
    Ok(is_registered.then_some(Registered { uscc, name, keys }))
}

/// A person whose key follows from number and role, so that the same reports come out each time.
fn with_key(person: Person, number: u32) -> Person {
    let mut seed = [u8::from(person.role == Role::Preparer); 32];
    seed[..4].copy_from_slice(&number.to_be_bytes());
    Person { key: SecretKey::from_bytes(seed), ..person }
}
