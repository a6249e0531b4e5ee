//! Ends what the tests have started, by process id, with everything that it started in turn.

use std::{collections::BTreeSet, fs, path::Path};

use rustix::process::{Pid, Signal, kill_process};

use crate::wait;

/// Kills a process, its descendants, and every process that works on `folder`, all at once.
///
/// Nobody is asked: it is what a power cut leaves of a browser. Returns how many there were, once none of them lives:
/// until it has ended, a killed process holds the locks of its files, and the next browser on the same profile would
/// find its databases taken.
///
/// Browsers start helpers that leave the tree (crash reporters, processes forked by a zygote); those name the browser's
/// profile folder, which no other browser uses, in their command line.
pub fn kill_tree(root: u32, folder: &Path) -> usize {
    let mut killed = BTreeSet::new();
    // Again until nobody is left: a process may start another between the look and the kill, and one that waits for the
    // disk ends late.
    let none_left = wait::for_answer(|| {
        let found: Vec<u32> = living(root, folder).into_iter().filter(|id| !killed.contains(id)).collect();
        for id in &found {
            killed.insert(*id);
            if let Some(id) = i32::try_from(*id).ok().and_then(Pid::from_raw) {
                // Only "no such process" can be the answer: it has ended by itself since.
                let _gone = kill_process(id, Signal::KILL);
            }
        }
        (found.is_empty() && !killed.iter().any(|id| holds_files(*id))).then_some(())
    });
    assert!(none_left.is_some(), "killed processes do not end");
    killed.len()
}

/// Returns whether a process may hold files open: its first thread or another one lives.
fn holds_files(id: u32) -> bool {
    fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten().any(|thread| {
        let stat = fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        stat.rsplit_once(')').is_some_and(|(_, fields)| !fields.trim_start().starts_with(['Z', 'X']))
    })
}

/// The process, its descendants, and processes whose command line names `folder`, as far as they live.
pub fn living(root: u32, folder: &Path) -> BTreeSet<u32> {
    let all = processes();
    let mut found: BTreeSet<u32> =
        all.iter().filter(|process| process.id == root || process.names(folder)).map(|process| process.id).collect();
    loop {
        let before = found.len();
        found.extend(
            all.iter().filter(|process| found.contains(&process.parent)).map(|process| process.id).collect::<Vec<_>>(),
        );
        if found.len() == before {
            return found;
        }
    }
}

/// The most memory, in bytes, that any process of its browsers ever had to itself.
///
/// Pages of files do not count: they are the browser's own program, which all its processes share. Only processes
/// whose command line has `word` in it are looked at.
pub fn most_memory(root: u32, folder: &Path, word: &str) -> Option<u64> {
    let memory = |id: u32| {
        let command = fs::read(format!("/proc/{id}/cmdline")).ok()?;
        let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        // proc(5): "VmHWM: Peak resident set size", "RssFile: Size of resident file mappings", both in units of 1024
        // bytes whatever the page size.
        let kibibytes = |field: &str| -> Option<u64> {
            let value = status.lines().find_map(|line| line.strip_prefix(field))?;
            value.trim().strip_suffix(" kB")?.parse().ok()
        };
        let own = kibibytes("VmHWM:")?.saturating_sub(kibibytes("RssFile:")?);
        String::from_utf8_lossy(&command).contains(word).then_some(own * 1024)
    };
    living(root, folder).into_iter().filter_map(memory).max()
}

/// USER_HZ: Linux counts processor time for `/proc` in these, whatever its own clock.
const TICKS_PER_SECOND: f64 = 100.0;

/// The processor time, in seconds, that a process and its descendants have used so far.
///
/// Threads that have ended count.
pub fn processor_time(root: u32, folder: &Path) -> f64 {
    // proc(5): fields 14 and 15 of `stat` are the ticks in user and in kernel mode, counted behind the name.
    let ticks = |id: u32| -> Option<u64> {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    };
    let all: u64 = living(root, folder).into_iter().filter_map(ticks).sum();
    all as f64 / TICKS_PER_SECOND
}

struct Process {
    id: u32,
    parent: u32,
    command: String,
}

impl Process {
    fn names(&self, folder: &Path) -> bool {
        self.id != std::process::id() && self.command.contains(&*folder.to_string_lossy())
    }
}

/// Processes that live; ended ones that nobody has asked about yet are left out.
fn processes() -> Vec<Process> {
    let ids = fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter_map(|id: u32| {
        let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
        // The name, in parentheses, may hold anything; the fields after it are plain.
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
        let state = fields.next()?;
        let parent = fields.next()?.parse().ok()?;
        let command = fs::read(format!("/proc/{id}/cmdline")).ok()?;
        (state != "Z").then(|| Process { id, parent, command: String::from_utf8_lossy(&command).into_owned() })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn memory_is_that_of_the_processes_meant() {
        let folder = tempfile::tempdir().unwrap();
        let mut child = Command::new("sleep").args(["600"]).spawn().unwrap();
        // A process that has just been made may not have its command line yet. Some kernels do not tell the most that
        // was ever used.
        if fs::read_to_string("/proc/self/status").unwrap().contains("VmHWM:") {
            let told = || most_memory(child.id(), folder.path(), "sleep").filter(|bytes| *bytes > 100_000);
            assert!(wait::for_answer(told).is_some());
        }
        assert_eq!(most_memory(child.id(), folder.path(), "another program"), None);
        kill_tree(child.id(), folder.path());
        child.wait().unwrap();
    }

    #[test]
    fn nothing_of_a_killed_tree_lives_on() {
        let folder = tempfile::tempdir().unwrap();
        // A child with a child, and one that has left the tree but names the folder.
        let script = format!("sleep 600 & (sh -c 'sleep 600; : {}' &) ; wait", folder.path().display());
        let mut child = Command::new("sh").args(["-c", &script]).spawn().unwrap();
        let all = || living(child.id(), folder.path()).len();
        assert!(wait::for_answer(|| (all() >= 4).then_some(())).is_some(), "{} processes", all());
        assert!(kill_tree(child.id(), folder.path()) >= 4);
        child.wait().unwrap();
        assert!(wait::for_answer(|| living(child.id(), folder.path()).is_empty().then_some(())).is_some());
    }
}
