//! Says before a long run when the disk has less room than its output takes.
//!
//! A full disk shows itself after a quarter of an hour, as a linker that was ended by a signal.

use std::{fs, path::Path, process::Command};

use crate::{process, workspace::Workspace};

/// Bytes that every step together leaves in an empty `target`, tools included.
///
/// `du -s target` tells.
const WHOLE_RUN: u64 = 16_000_000_000;

/// A sentence for the head of the run; `None` where there is room, or the system does not say.
pub fn warning(workspace: &Workspace) -> Option<String> {
    // POSIX: the second line, in blocks of 1,024 bytes.
    let said = process::read(Command::new("df").args(["-Pk"]).arg(&workspace.root)).ok()?;
    too_little(free(&said)?, size(&workspace.target))
}

fn free(said: &str) -> Option<u64> {
    let blocks: u64 = said.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    Some(blocks * 1024)
}

fn too_little(free: u64, there: u64) -> Option<String> {
    let missing = WHOLE_RUN.saturating_sub(there);
    let gb = |bytes: u64| bytes.div_ceil(1_000_000_000);
    (free < missing).then(|| {
        format!("The disk may not do: {} GB more may be needed in `target`, {} GB are free.", gb(missing), gb(free))
    })
}

/// Bytes of the files below a folder; what cannot be read counts as nothing.
fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let sizes = entries.map(|entry| match entry.metadata() {
        Ok(found) if found.is_dir() => size(&entry.path()),
        Ok(found) => found.len(),
        Err(_) => 0,
    });
    sizes.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_what_the_fourth_column_says() {
        let said =
            "Filesystem 1024-blocks Used Available Capacity Mounted on\n/dev/vda 263967276 40000000 6000000 94% /\n";
        assert_eq!(free(said), Some(6_144_000_000));
        assert_eq!(free("df: no such folder"), None);
    }

    #[test]
    fn what_is_built_already_is_not_needed_again() {
        assert!(
            too_little(6_000_000_000, 0)
                .is_some_and(|said| said.contains("16 GB more") && said.contains("6 GB are free"))
        );
        assert_eq!(too_little(6_000_000_000, 10_000_000_000), None);
        assert_eq!(too_little(0, WHOLE_RUN), None);
    }
}
