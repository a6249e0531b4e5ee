//! Small disks of their own: one under a profile that can really be full, one that can only be read.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use rustix::mount::{MountFlags, UnmountFlags, mount, mount_remount, unmount};

use crate::browser::Profile;

/// How much is written at once while there is room.
const PIECE: usize = 64 * 1024;
/// How often somebody who takes every free byte looks for one.
const LOOK_EVERY: Duration = Duration::from_millis(2);

/// Room for both single files of a quick build, which are packed less.
const READ_ONLY_BYTES: u64 = 64_000_000;

/// The disk under a profile. Dropped, it is gone with everything on it.
#[derive(Debug)]
pub struct SmallDisk {
    folder: PathBuf,
    taker: Option<Taker>,
    /// The folder that it is mounted in must be there until it is not mounted any more.
    _profile: Profile,
}

/// Somebody who takes every byte that becomes free, as a download does.
#[derive(Debug)]
struct Taker {
    ends: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl SmallDisk {
    /// Puts a disk of so many bytes under a profile that has never been used.
    ///
    /// # Panics
    /// Where this program may mount nothing.
    pub fn under(profile: &Profile, bytes: u64) -> Self {
        let folder = profile.path().join("profile");
        mount_over(&folder, bytes);
        Self { folder, taker: None, _profile: Rc::clone(profile) }
    }

    /// Fills it to the last byte, once: what becomes free meanwhile stays free.
    pub fn fill(&self) {
        let mut left = usize::try_from(self.free()).expect("a small disk");
        while left > 0 && append(&self.filler(), &vec![1; left.min(PIECE)]).is_ok() {
            left -= left.min(PIECE);
        }
    }

    /// Fills it but for so many bytes, or fewer where the browser writes at that moment.
    pub fn fill_but(&self, left: u64) {
        // Looked at before every piece: what the browser takes meanwhile needs no room any more.
        let piece = || usize::try_from(self.free().saturating_sub(left)).map_or(PIECE, |more| more.min(PIECE));
        while piece() > 0 && append(&self.filler(), &vec![1; piece()]).is_ok() {}
    }

    /// Takes so many bytes, or as many as there are.
    pub fn take(&self, bytes: usize) {
        append(&self.filler(), &vec![1; bytes]).ok();
    }

    /// Takes every byte that becomes free, from now on.
    pub fn keep_full(&mut self) {
        let (ends, filler) = (Arc::new(AtomicBool::new(false)), self.filler());
        self.fill();
        let asked = Arc::clone(&ends);
        let thread = thread::spawn(move || {
            while !asked.load(Ordering::Relaxed) {
                take_all(&filler);
                thread::park_timeout(LOOK_EVERY);
            }
        });
        self.taker = Some(Taker { ends, thread });
    }

    /// Gives back whatever was taken.
    ///
    /// # Panics
    /// When the file cannot be removed.
    pub fn make_room(&mut self) {
        self.stop_taking();
        match fs::remove_file(self.filler()) {
            Err(fault) if fault.kind() != io::ErrorKind::NotFound => panic!("the disk stays full: {fault}"),
            Ok(()) | Err(_) => {}
        }
    }

    /// Bytes that are free.
    ///
    /// # Panics
    /// When the disk cannot be measured.
    pub fn free(&self) -> u64 {
        let told = rustix::fs::statvfs(&self.folder).expect("the disk can be measured");
        told.f_bavail * told.f_frsize
    }

    fn stop_taking(&mut self) {
        if let Some(taker) = self.taker.take() {
            taker.ends.store(true, Ordering::Relaxed);
            taker.thread.join().expect("it only writes");
        }
    }

    fn filler(&self) -> PathBuf {
        self.folder.join("taken-by-others")
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        self.stop_taking();
        unmount_from(&self.folder);
    }
}

/// A disk that can only be read, as a stick whose switch is set.
///
/// Dropped, it is gone with everything on it.
#[derive(Debug)]
pub struct ReadOnlyDisk {
    folder: PathBuf,
}

impl ReadOnlyDisk {
    /// Puts a disk over a folder, with what `fill` writes there.
    ///
    /// # Panics
    /// Where this program may mount nothing.
    pub fn over(folder: &Path, fill: impl FnOnce(&Path)) -> Self {
        mount_over(folder, READ_ONLY_BYTES);
        let disk = Self { folder: folder.to_owned() };
        fill(folder);
        mount_remount(folder, MountFlags::RDONLY, c"").expect("what was mounted can be made read-only");
        disk
    }
}

impl Drop for ReadOnlyDisk {
    fn drop(&mut self) {
        unmount_from(&self.folder);
    }
}

/// Mounts a file system of so many bytes.
fn mount_over(folder: &Path, bytes: u64) {
    let size = std::ffi::CString::new(format!("size={bytes}")).expect("a number has no zero byte");
    if let Err(fault) = mount("anziping-small-disk", folder, "tmpfs", MountFlags::empty(), size.as_c_str()) {
        panic!(
            "a small disk cannot be mounted ({fault}): run as an administrator, or in a name space where one may, \
             `unshare --map-root-user --mount cargo …`"
        );
    }
}

fn unmount_from(folder: &Path) {
    // Browsers that still end hold files there: it is gone once they have.
    if let Err(fault) = unmount(folder, UnmountFlags::DETACH) {
        println!("the small disk stays mounted: {fault}");
    }
}

fn take_all(filler: &Path) {
    for piece in [PIECE, 4096, 1] {
        while append(filler, &vec![1; piece]).is_ok() {}
    }
}

fn append(filler: &Path, bytes: &[u8]) -> io::Result<()> {
    OpenOptions::new().append(true).create(true).open(filler)?.write_all(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser::fresh_profile;

    #[test]
    fn a_disk_that_is_only_read_has_what_was_put_there_and_takes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str| fs::write(folder.path().join(name), "text");
        let disk = ReadOnlyDisk::over(folder.path(), |_| write("before").unwrap());
        assert_eq!(fs::read_to_string(folder.path().join("before")).unwrap(), "text");
        assert!(write("after").is_err());
        drop(disk);
        assert!(write("after").is_ok());
    }

    #[test]
    fn a_disk_is_filled_but_for_some_bytes_while_somebody_else_writes() {
        const LEFT: u64 = 1_000_000;
        let profile = fresh_profile();
        let disk = SmallDisk::under(&profile, 40_000_000);
        let others = profile.path().join("profile/others");
        let writing = thread::spawn(move || (0..400).all(|_| append(&others, &[1; 8192]).is_ok()));
        disk.fill_but(LEFT);
        assert!(disk.free() <= LEFT, "{}", disk.free());
        writing.join().unwrap();
    }

    #[test]
    fn a_full_disk_takes_nothing_and_is_gone_afterwards() {
        let profile = fresh_profile();
        let folder = profile.path().join("profile");
        let mut disk = SmallDisk::under(&profile, 1_000_000);
        disk.fill();
        assert_eq!(disk.free(), 0);
        assert!(fs::write(folder.join("another"), "text").is_err());
        disk.make_room();
        assert!(fs::write(folder.join("another"), "text").is_ok());
        drop(disk);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "the folder below is as empty as before");
    }
}
