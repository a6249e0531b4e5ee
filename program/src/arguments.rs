//! The arguments of the program.

use std::path::PathBuf;

use anziping_core::value::day::Day;
use anziping_core::value::period::Period;
use clap::{Args, Parser, Subcommand, ValueEnum};
use serde::{Deserialize, Serialize};

use crate::words;

/// Reports that are made up at a time, and the highest number that an enterprise may start with.
///
/// Their sum has seven digits, as many as the codes of these enterprises have room for.
const MOST_SAMPLES: i64 = 4_000_000;

#[derive(Parser)]
#[command(name = "anziping", version, about = words::ABOUT, after_help = words::EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub task: ProgramTask,
}

#[derive(Subcommand)]
pub(crate) enum ProgramTask {
    #[command(about = words::VERIFY)]
    Verify(Verify),
    #[command(about = words::LINES)]
    Lines(Against),
    #[command(about = words::ROLLUP)]
    Rollup(RollUpArguments),
    #[command(about = words::SAMPLE)]
    Sample(Sample),
    #[command(about = words::SCHEMA)]
    Schema {
        #[arg(help = words::SCHEMA_NAME)]
        name: Option<String>,
    },
}

/// The files, and everything against which they are judged.
#[derive(Args)]
pub(crate) struct Files {
    #[arg(required = true, value_name = "FOLDER", help = words::FOLDERS)]
    pub folders: Vec<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 0, help = words::JOBS)]
    pub jobs: usize,
    #[command(flatten)]
    pub against: Against,
}

/// The registry, check lists and days against which files are judged.
#[derive(Args)]
pub(crate) struct Against {
    #[arg(long, value_name = "FILE", help = words::REGISTRY)]
    pub registry: Option<PathBuf>,
    #[arg(long, value_name = "FILE", help = words::CHECK_LIST)]
    pub check_list: Vec<PathBuf>,
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, help = words::TODAY)]
    pub today: Option<Day>,
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u8).range(0..=28), help = words::DUE_DAY)]
    pub due_day: u8,
}

#[derive(Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub files: Files,
    #[arg(long, value_enum, default_value_t = Format::Ndjson, help = words::FORMAT)]
    pub format: Format,
    #[arg(long, value_name = "FILE", help = words::OUTPUT)]
    pub output: Option<PathBuf>,
    #[arg(long, requires = "output", help = words::RESUME)]
    pub resume: bool,
}

#[derive(Args)]
pub(crate) struct RollUpArguments {
    #[command(flatten)]
    pub files: Files,
    #[arg(long, value_name = "YYYY-MM", value_parser = period, help = words::PERIOD)]
    pub period: Period,
}

/// Which reports are made up.
#[derive(Args)]
pub(crate) struct Sample {
    #[arg(value_name = "FOLDER", help = words::SAMPLE_FOLDER)]
    pub folder: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=MOST_SAMPLES), help = words::SAMPLE_REPORTS)]
    pub reports: u32,
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u32).range(0..=MOST_SAMPLES), help = words::SAMPLE_FIRST)]
    pub first: u32,
    #[arg(long, value_name = "YYYY-MM", default_value = "2026-11", value_parser = period, help = words::PERIOD)]
    pub period: Period,
    #[arg(long, value_name = "N", default_value_t = 0, help = words::SAMPLE_JOBS)]
    pub jobs: usize,
}

/// How the lines are written.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Format {
    /// A JSON object a line.
    Ndjson,
    /// A table for WPS and Excel.
    Csv,
    /// The lines that the desk exports for databases: trusted and unregistered reports only, whole.
    Reports,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| words::NO_DAY.to_owned())
}

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| words::NO_PERIOD.to_owned())
}
