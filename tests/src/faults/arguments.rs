//! The command line of the fault runner.

use crate::browser::Engine;

/// Shown after a command line that is not understood.
pub const USAGE: &str = "\
cargo xtask faults [--kills N] [--desk] [--browser chromium|firefox|webkit] [--seed S]
    Kills the browser N times (40) at random moments of writing and compares what is there afterwards with what the page had
    called saved. With --desk while the office's page keeps verdicts. Without --browser in all three.
cargo xtask faults --throughput [--answers N] [--browser chromium|firefox|webkit]
    Gives N answers (1000) one after another, each waiting until the one before is durable, and prints the times.";

/// The request to the runner.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    /// The task.
    pub task: Task,
    /// The browsers to run it in.
    pub engines: Vec<Engine>,
}

/// The task in each browser.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Kill it `kills` times, at moments that follow from `seed`.
    Kills {
        /// How often.
        kills: u32,
        /// Where the random moments come from.
        seed: u64,
        /// Whether the office's page is open and not the enterprise's.
        desk: bool,
    },
    /// Measure how long a change takes to be durable.
    Throughput {
        /// How many answers.
        answers: u32,
    },
}

/// Reads the words of the command line.
///
/// # Errors
/// What was not understood.
pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Request, String> {
    let (mut kills, mut seed, mut answers, mut throughput, mut desk) = (40, 1, 1_000, false, false);
    let mut engines = vec![Engine::Chromium, Engine::Firefox, Engine::WebKit];
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--throughput" => throughput = true,
            "--desk" => desk = true,
            "--kills" => kills = number(&word, words.next())?,
            "--seed" => seed = number(&word, words.next())?,
            "--answers" => answers = number(&word, words.next())?,
            "--browser" => {
                engines = match words.next().as_deref() {
                    Some("chromium") => vec![Engine::Chromium],
                    Some("firefox") => vec![Engine::Firefox],
                    Some("webkit") => vec![Engine::WebKit],
                    other => {
                        let other = other.unwrap_or_default();
                        return Err(format!("--browser is chromium, firefox or webkit, not `{other}`"));
                    }
                };
            }
            _ => return Err(format!("`{word}` is not known")),
        }
    }
    let task = if throughput { Task::Throughput { answers } } else { Task::Kills { kills, seed, desk } };
    Ok(Request { task, engines })
}

fn number<T: std::str::FromStr>(option: &str, word: Option<String>) -> Result<T, String> {
    let word = word.ok_or_else(|| format!("{option} needs a number"))?;
    word.parse().map_err(|_| format!("{option}: `{word}` is no number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Request, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn every_browser_is_killed_unless_one_is_named() {
        let request = read("--kills 1000 --seed 7").unwrap();
        assert_eq!(request.task, Task::Kills { kills: 1_000, seed: 7, desk: false });
        assert_eq!(request.engines, [Engine::Chromium, Engine::Firefox, Engine::WebKit]);
        assert_eq!(read("--browser firefox").unwrap().engines, [Engine::Firefox]);
        assert_eq!(read("--desk --kills 9").unwrap().task, Task::Kills { kills: 9, seed: 1, desk: true });
        assert_eq!(read("--throughput").unwrap().task, Task::Throughput { answers: 1_000 });
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, named) in
            [("--kill 5", "--kill"), ("--kills many", "many"), ("--kills", "--kills"), ("--browser safari", "safari")]
        {
            assert!(read(line).unwrap_err().contains(named), "{line}");
        }
    }
}
