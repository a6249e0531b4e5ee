//! Photographs as a zip file: written with a backup or alone, and given back from one.
//!
//! The file lies in the browser's memory, not in WebAssembly's, and is written and read a picture at a time: an album
//! of a hundred megabytes would else grow the program's memory for good.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use anziping_core::hazard::PHOTO_BYTES;
use anziping_core::record::RecordKey;
use anziping_seal::Sha256;

use super::photos::PhotoFault;
use super::records::RecordStore;
use crate::platform::deflate;
use crate::platform::files::{Bytes, Parts};
use crate::platform::journal::{Album, JournalFault, PictureKey};

/// Entries that are looked at: more than an album holds.
///
/// It has nothing to do with the number of files in a batch, which happens to be the same.
const ENTRIES: usize = 20_000;
/// Bytes of the largest entry that is read besides a picture: a backup.
const BACKUP_BYTES: u64 = 64_000_000;

/// Bytes of a file that is opened at most: a full album, and a backup.
pub(crate) const FILE_BYTES: u64 = super::photos::ROOM + BACKUP_BYTES;

/// Name in the file of the backup that the photographs go with.
pub(crate) const BACKUP_NAME: &str = "backup.json";

/// How many pictures came back.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct GivenBack {
    /// Put into the album, which lacked them.
    pub put: usize,
    /// Pictures that no record of this browser names.
    pub unknown: usize,
}

/// A zip file that is being written.
pub(crate) struct Archive(rawzip::ZipArchiveWriter<Parts>);

impl Archive {
    /// An empty one.
    pub(crate) fn begin() -> Self {
        Self(rawzip::ZipArchiveWriter::new(Parts::default()))
    }

    /// Adds a file as it is: JPEG does not get smaller.
    ///
    /// # Errors
    /// Memory refuses, which it does not.
    pub(crate) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), PhotoFault> {
        self.store(name, bytes).map_err(|fault| failed(&fault))
    }

    fn store(&mut self, name: &str, bytes: &[u8]) -> Result<(), rawzip::Error> {
        let (mut entry, config) = self.0.new_file(name).start()?;
        let mut writer = config.wrap(&mut entry);
        io::Write::write_all(&mut writer, bytes)?;
        let (_, written) = writer.finish()?;
        entry.finish(written).map(drop)
    }

    /// The whole file.
    ///
    /// # Errors
    /// As [`add`](Self::add).
    pub(crate) fn finish(self) -> Result<Parts, PhotoFault> {
        self.0.finish().map_err(|fault| failed(&fault))
    }
}

fn failed(fault: &rawzip::Error) -> PhotoFault {
    JournalFault::Failed(fault.to_string()).into()
}

/// The photographs of the ledger as one file.
///
/// Gives it with the number of pictures in it and of those that are not in this browser.
///
/// # Errors
/// The album cannot be read.
pub(crate) async fn of(named: &[(String, PictureKey)]) -> Result<(Parts, usize, usize), PhotoFault> {
    let (mut archive, mut missing) = (Archive::begin(), 0);
    for (name, key) in named {
        match Album::get(key).await? {
            Some(bytes) => archive.add(name, &bytes)?,
            None => missing += 1,
        }
    }
    Ok((archive.finish()?, named.len() - missing, missing))
}

/// A zip file that was chosen.
pub(crate) struct OpenArchive {
    archive: rawzip::ZipArchive<Bytes>,
}

impl OpenArchive {
    /// Opens an archive; `None` when the file is not one, or is damaged.
    pub(crate) fn open(bytes: Bytes) -> Option<Self> {
        let end = bytes.count();
        let mut buffer = vec![0; rawzip::RECOMMENDED_BUFFER_SIZE];
        let archive = rawzip::ZipLocator::new().locate_in_reader(bytes, &mut buffer, end).ok()?;
        Some(Self { archive })
    }

    /// The backup in it.
    pub(crate) async fn backup(&self) -> Option<Vec<u8>> {
        let (entry, stored, _) =
            self.entries(BACKUP_BYTES).into_iter().find(|(_, _, name)| name.ends_with(BACKUP_NAME))?;
        self.read(entry, stored, BACKUP_BYTES).await
    }

    /// Puts those pictures into the album that these records name and the album lacks.
    ///
    /// A record is its name and a body. `told` hears after each file how many of how many are done.
    ///
    /// # Errors
    /// The album takes no more.
    pub(crate) async fn give_back(
        &self,
        records: &[(RecordKey, String)],
        told: impl Fn(usize, usize),
    ) -> Result<GivenBack, JournalFault> {
        let (wanted, mut given) = (lacking(records).await?, GivenBack::default());
        let entries = self.entries(PHOTO_BYTES as u64);
        let count = entries.len();
        for (done, (entry, stored, name)) in entries.into_iter().enumerate() {
            told(done, count);
            if name.ends_with('/') || name.ends_with(BACKUP_NAME) {
                continue;
            }
            let Some(bytes) = self.read(entry, stored, PHOTO_BYTES as u64).await else {
                given.unknown += 1;
                continue;
            };
            match wanted.get(&Sha256::of(&bytes)) {
                Some(keys) => {
                    for key in keys {
                        Album::put(key, &bytes).await?;
                    }
                    given.put += usize::from(!keys.is_empty());
                }
                None => given.unknown += 1,
            }
        }
        Ok(given)
    }

    /// Entries of at most so many bytes: where they lie, whether they are stored as they are, their names.
    fn entries(&self, most: u64) -> Vec<(rawzip::ZipArchiveEntryWayfinder, bool, String)> {
        let mut buffer = vec![0; rawzip::RECOMMENDED_BUFFER_SIZE];
        let mut entries = self.archive.entries(&mut buffer);
        let mut all = Vec::new();
        while let (true, Ok(Some(entry))) = (all.len() < ENTRIES, entries.next_entry()) {
            let method = entry.compression_method();
            let stored = method == rawzip::CompressionMethod::STORE;
            let small = entry.uncompressed_size_hint() <= most && entry.compressed_size_hint() <= most;
            if small && (stored || method == rawzip::CompressionMethod::DEFLATE) {
                let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
                all.push((entry.wayfinder(), stored, name));
            }
        }
        all
    }

    async fn read(&self, entry: rawzip::ZipArchiveEntryWayfinder, stored: bool, most: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let reader = self.archive.get_entry(entry).ok()?.reader();
        io::Read::read_to_end(&mut io::Read::take(reader, most), &mut bytes).ok()?;
        if stored { Some(bytes) } else { deflate::inflate_bare(&bytes, usize::try_from(most).ok()?).await.ok() }
    }
}

/// The records of this browser that name pictures, as [`OpenArchive::give_back`] takes them.
pub(crate) fn naming(records: &RecordStore) -> Vec<(RecordKey, String)> {
    let naming = records.keys().into_iter().filter(super::photos::names_pictures);
    naming.filter_map(|key| records.body(&key).map(|body| (key, body))).collect()
}

/// The pictures that records name, by hash; with the keys under which the album lacks them.
async fn lacking(records: &[(RecordKey, String)]) -> Result<BTreeMap<Sha256, Vec<PictureKey>>, JournalFault> {
    let there: BTreeSet<PictureKey> = Album::keys().await?.into_iter().collect();
    let mut wanted = BTreeMap::<Sha256, Vec<PictureKey>>::new();
    for picture in records.iter().filter_map(|(key, body)| super::photos::named_by(key, body)).flatten() {
        let keys = wanted.entry(picture.sha256).or_default();
        if !there.contains(&picture) && !keys.contains(&picture) {
            keys.push(picture);
        }
    }
    Ok(wanted)
}
