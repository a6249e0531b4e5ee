//! Keeps a second copy of the journal, because Chromium may lose the first after a kill.
//!
//! A strict transaction does not help against this: Chromium goes on writing where the killed session stopped in the
//! log of its database (LevelDB's `reuse_logs`; google/leveldb issue 1287, open). A kill between the head and the body
//! of an entry leaves a head alone, and the entries of the next session are then read as its body. At the start after
//! that, everything the session had completed is gone, or the whole database is taken for damaged, deleted and made
//! anew. `tests/faults/torn.rs` shows it by tearing a log on purpose; about one kill in seven hundred has met it.
//!
//! So each page that writes begins a second database in a bucket of its own, whose log no earlier session has written.
//! It fills it with everything the journal has, and every later change follows there once the journal has it. The
//! second database of the page before is deleted when the new one is complete. Browsers without buckets have none; of
//! them, only old Chromium and Chromium on plain http have the fault.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::connection::Connection;
use super::fault::JournalFault;
use super::storage_bucket::{Bucket, Buckets};
use super::transaction::{self, JournalChanges, ReadTexts};
use crate::platform::site;
use crate::platform::turns::Line;

/// The second copy.
pub(super) struct SecondJournal {
    /// `anziping-<page>-<site>-`; a number follows, the highest is the newest.
    family: String,
    keeps: fn(&str) -> bool,
    now: RefCell<Now>,
    /// One change at a time: the first of them makes the database.
    line: Line,
}

/// The state of the second copy.
enum Now {
    /// Earlier copies were read, and nothing was written since.
    Unmade,
    /// Every change follows there.
    Made(Rc<SecondDatabase>),
    /// This browser has no buckets, or does not let the page have any.
    Impossible,
    /// Those that are there cannot be read. Nothing takes their place until another start.
    Unread(JournalFault),
}

/// A second database, and the bucket that it lies in.
struct SecondDatabase {
    database: Connection,
    _bucket: Bucket,
}

impl SecondDatabase {
    async fn open(buckets: &Buckets, name: &str) -> Result<Self, JournalFault> {
        let bucket = buckets.open(name).await?;
        // One that the browser closes is made anew at the next change; nobody has to be told before.
        let database = Connection::open_in(&bucket.databases, "", Rc::new(|| ())).await?;
        Ok(Self { database, _bucket: bucket })
    }
}

impl SecondJournal {
    /// Finds the second copy of a page, which sees only its own: pages of a site write side by side.
    ///
    /// `keeps` tells which records are its own.
    pub(super) fn of(page: &str, keeps: fn(&str) -> bool) -> Self {
        let family = format!("anziping-{page}-{}-", site::short_name());
        Self { family, keeps, now: RefCell::new(Now::Unmade), line: Line::default() }
    }

    /// Every record of the newest copy; empty if there is none. The next change begins a new copy.
    ///
    /// # Errors
    /// Those of opening and reading a database; changes then fail too, because what could not be read must not be
    /// deleted.
    pub(super) async fn read(&self) -> Result<ReadTexts, JournalFault> {
        let _turn = self.line.turn().await;
        let Some(buckets) = Buckets::here() else {
            self.now.replace(Now::Impossible);
            return Ok(ReadTexts::default());
        };
        let numbers = match self.numbers(&buckets).await {
            Ok(numbers) => numbers,
            Err(fault) => {
                // Sandboxed frames and some WebViews have the names and refuse them: as good as none.
                web_sys::console::warn_1(&JsValue::from_str(&format!("no storage buckets: {fault}")));
                self.now.replace(Now::Impossible);
                return Ok(ReadTexts::default());
            }
        };
        let newest = self.newest(&buckets, numbers).await;
        self.now.replace(newest.as_ref().err().map_or(Now::Unmade, |fault| Now::Unread(fault.clone())));
        newest
    }

    /// Puts there what the journal has just completed.
    ///
    /// # Errors
    /// Any [`JournalFault`]: the change is in the journal alone.
    pub(super) async fn follow(&self, journal: &Connection, changes: &JournalChanges) -> Result<(), JournalFault> {
        let _turn = self.line.turn().await;
        let made = match &*self.now.borrow() {
            Now::Impossible => return Ok(()),
            Now::Unread(fault) => return Err(fault.clone()),
            Now::Unmade => None,
            Now::Made(second) => Some(Rc::clone(second)),
        };
        if let Some(second) = made {
            match self.put(&second, &changes.records, &changes.removed).await {
                Ok(()) => return Ok(()),
                // Whatever has become of it: a new one has everything that the journal has.
                Err(fault) => {
                    web_sys::console::warn_1(&JsValue::from_str(&format!("the second copy is begun anew: {fault}")))
                }
            }
        }
        self.now.replace(Now::Unmade);
        if let Some(buckets) = Buckets::here() {
            let second = self.make(&buckets, journal).await?;
            self.now.replace(Now::Made(Rc::new(second)));
        }
        Ok(())
    }

    async fn make(&self, buckets: &Buckets, journal: &Connection) -> Result<SecondDatabase, JournalFault> {
        let earlier = self.numbers(buckets).await?;
        let name = self.name(earlier.last().map_or(1, |last| last + 1));
        let filled = async {
            let second = SecondDatabase::open(buckets, &name).await?;
            let all = transaction::read_all(journal).await?;
            // One text at a time: all of them together would be in the memory of the program a second time.
            let fill = |store: &web_sys::IdbObjectStore| {
                let mut filled = Ok(());
                all.each(&mut |key, text| {
                    if filled.is_ok() && (self.keeps)(&key) {
                        filled = store.put_with_key(&JsValue::from_str(&text), &JsValue::from_str(&key)).map(drop);
                    }
                });
                filled
            };
            transaction::write(&second.database, &fill).await.map(|_| second)
        };
        let made = filled.await;
        // Those before it have done their duty; a failed one has none. What cannot be deleted now is deleted next time.
        let useless =
            if made.is_ok() { earlier.into_iter().map(|number| self.name(number)).collect() } else { vec![name] };
        for name in useless {
            if let Err(fault) = buckets.delete(&name).await {
                web_sys::console::warn_1(&JsValue::from_str(&format!("{name} is not deleted: {fault}")));
            }
        }
        made
    }

    async fn put(
        &self,
        second: &SecondDatabase,
        records: &[(String, String)],
        removed: &[String],
    ) -> Result<(), JournalFault> {
        let act = |store: &web_sys::IdbObjectStore| {
            for (key, text) in records.iter().filter(|(key, _)| (self.keeps)(key)) {
                store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key))?;
            }
            removed.iter().try_for_each(|key| store.delete(&JsValue::from_str(key)).map(drop))
        };
        transaction::write(&second.database, &act).await.map(drop)
    }

    /// The records of the newest one that has any.
    ///
    /// One that a kill has cut off at its beginning is empty, and the one before still there.
    async fn newest(&self, buckets: &Buckets, numbers: Vec<u32>) -> Result<ReadTexts, JournalFault> {
        for number in numbers.into_iter().rev() {
            let second = SecondDatabase::open(buckets, &self.name(number)).await?;
            let records = transaction::read_all(&second.database).await?;
            if !records.is_empty() {
                return Ok(records);
            }
        }
        Ok(ReadTexts::default())
    }

    /// The numbers of those of this page, ascending.
    async fn numbers(&self, buckets: &Buckets) -> Result<Vec<u32>, JournalFault> {
        let names = buckets.names().await?;
        let mut numbers: Vec<u32> =
            names.iter().filter_map(|name| name.strip_prefix(&self.family)?.parse().ok()).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    fn name(&self, number: u32) -> String {
        format!("{}{number}", self.family)
    }
}
