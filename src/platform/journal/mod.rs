//! IndexedDB, the copy that survives a killed browser.
//!
//! It is therefore the one that may carry the word 已保存.
//!
//! A transaction with `durability: "strict"` reports completion only after the data is on the disk; with it, a browser
//! killed with SIGKILL at random moments lost nothing (measured in Chromium and Firefox). The relaxed durability is the
//! default of Chromium since 121, and of Firefox. iOS closes connections of pages in the background, after which every
//! use throws `InvalidStateError`: the connection is then opened once more and the transaction repeated, which is
//! harmless because it only puts and deletes by key.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`connection`] | opens a database and notices what the browser does to it |
//! | [`transaction`] | runs one transaction to the event that ends it |
//! | [`second_journal`] | keeps a second copy, against what Chromium may do to a database after a kill |
//! | [`storage_bucket`] | opens the part of the storage in which the second copy lies |
//! | [`photos`] | keeps photographs in a database of their own |
//! | [`fault`] | says why something was not done |

mod connection;
mod fault;
mod photos;
mod second_journal;
mod storage_bucket;
mod transaction;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::panic;
use connection::{Connection, OnLost};
pub(crate) use fault::JournalFault;
pub(crate) use photos::{Album, PictureKey};
use second_journal::SecondJournal;
use transaction::ReadTexts;
pub(crate) use transaction::{JournalChanges, StoredCheck, Strictness};

/// A connection knows only this; the listener behind it may change.
fn told_through(lost: &Rc<RefCell<Option<OnLost>>>) -> OnLost {
    let lost = Rc::clone(lost);
    Rc::new(move || {
        let call = lost.borrow().clone();
        if let Some(call) = call {
            call();
        }
    })
}

/// The database of this site's folder: texts by key.
#[derive(Clone)]
pub(crate) struct Journal(Rc<Shared>);

struct Shared {
    connection: RefCell<Rc<Connection>>,
    strictness: Cell<Strictness>,
    lost: Rc<RefCell<Option<OnLost>>>,
    second: SecondJournal,
    began_empty: bool,
    /// Whether the disk was full when the journal failed last, and it has not succeeded since.
    ///
    /// What a full disk does to a database afterwards has other names in each browser.
    full: Cell<bool>,
    /// Whether it was full at any time: the browser may have deleted the database for it.
    was_full: Cell<bool>,
    /// Why the browser deleted the open database; taken by the first caller that asks.
    emptied: Cell<Option<Emptied>>,
}

/// Why the browser has deleted the database behind an open page, as far as can be told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Emptied {
    /// The disk was full.
    DiskFull,
    /// Nobody knows: a cleaning tool, room for others.
    Unknown,
}

impl Journal {
    /// Opens the database, and creates it if there is none.
    ///
    /// Also finds the second copy that `page` began, with the records that it `keeps`.
    ///
    /// # Errors
    /// `Absent`, `Refused`, `Blocked`, `Newer`, `Full`, `NoAnswer`.
    pub(crate) async fn open(page: &str, keeps: fn(&str) -> bool) -> Result<Self, JournalFault> {
        let lost = Rc::default();
        let connection = Connection::open("", told_through(&lost)).await?;
        Ok(Self(Rc::new(Shared {
            began_empty: connection.is_new(),
            connection: RefCell::new(Rc::new(connection)),
            strictness: Cell::new(Strictness::Relaxed),
            lost,
            second: SecondJournal::of(page, keeps),
            full: Cell::new(false),
            was_full: Cell::new(false),
            emptied: Cell::new(None),
        })))
    }

    /// Returns whether there was no database when opened: a first visit, or the browser deleted it.
    pub(crate) fn began_empty(&self) -> bool {
        self.0.began_empty
    }

    /// Every record of the second copy; empty if there is none.
    ///
    /// A journal that cannot be read fails at the next [`change`](Self::change).
    pub(crate) async fn second_copy(&self) -> ReadTexts {
        self.0.second.read().await.unwrap_or_default()
    }

    /// Calls whenever the browser has closed the connection by itself, in place of what was called before.
    pub(crate) fn when_lost(&self, call: impl Fn() + 'static) {
        *self.0.lost.borrow_mut() = Some(Rc::new(call));
    }

    /// Opens the database again, after [`when_lost`](Self::when_lost) has called.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub(crate) async fn reconnect(&self) -> Result<(), JournalFault> {
        let lost = self.current();
        let reopened = self.reopened(&lost).await.map(drop);
        reopened.map_err(|fault| self.as_full(fault))
    }

    /// Tells whether the browser has deleted the database since it was asked last, and what for.
    pub(crate) fn was_emptied(&self) -> Option<Emptied> {
        self.0.emptied.take()
    }

    /// Keeps these records and removes these keys, all of it or nothing.
    ///
    /// Resolves when that is as durable as [`strictness`](Self::strictness) then says.
    ///
    /// # Errors
    /// Any [`JournalFault`]; those of opening only when the browser had closed the connection, `Overtaken` when a check
    /// has found another tab's text. When only the second copy has failed, the journal has the records all the same.
    pub(crate) async fn change(&self, changes: JournalChanges) -> Result<(), JournalFault> {
        if changes.records.is_empty() && changes.removed.is_empty() && changes.checks.is_empty() {
            return Ok(());
        }
        if panic::has_happened() {
            return Err(JournalFault::Halted);
        }
        match self.try_change(&Rc::new(changes)).await {
            Ok(()) => {
                self.0.full.set(false);
                if self.0.emptied.get().is_some() {
                    told_through(&self.0.lost)();
                }
                Ok(())
            }
            Err(JournalFault::Full) => {
                self.0.full.set(true);
                self.0.was_full.set(true);
                Err(JournalFault::Full)
            }
            Err(fault) => Err(self.as_full(fault)),
        }
    }

    async fn try_change(&self, changes: &Rc<JournalChanges>) -> Result<(), JournalFault> {
        let connection = self.current();
        let strictness = match transaction::change(&connection, changes).await {
            Err(JournalFault::Closed) => transaction::change(&*self.reopened(&connection).await?, changes).await,
            answer => answer,
        }?;
        self.0.strictness.set(strictness);
        if changes.records.is_empty() && changes.removed.is_empty() {
            return Ok(());
        }
        self.0.second.follow(&self.current(), changes).await
    }

    /// Every record, sorted by key.
    ///
    /// Values that are not text were not written by this program and are left out.
    ///
    /// # Errors
    /// As [`change`](Self::change), except `Full`, `Halted` and `Overtaken`.
    pub(crate) async fn all(&self) -> Result<ReadTexts, JournalFault> {
        let connection = self.current();
        match transaction::read_all(&connection).await {
            Err(JournalFault::Closed) => transaction::read_all(&*self.reopened(&connection).await?).await,
            answer => answer,
        }
    }

    /// The guarantee of the last completed write; [`Strictness::Relaxed`] before the first.
    pub(crate) fn strictness(&self) -> Strictness {
        self.0.strictness.get()
    }

    fn current(&self) -> Rc<Connection> {
        Rc::clone(&self.0.connection.borrow())
    }

    /// A connection that is not `lost`: the one another call has opened meanwhile, or a new one.
    async fn reopened(&self, lost: &Rc<Connection>) -> Result<Rc<Connection>, JournalFault> {
        let current = self.current();
        if !Rc::ptr_eq(&current, lost) {
            return Ok(current);
        }
        let told = || told_through(&self.0.lost);
        let opened = Rc::new(match Connection::open("", told()).await {
            Err(_) if self.0.was_full.get() => Connection::open_anew("", told()).await,
            opened => opened,
        }?);
        if opened.is_new() {
            let cause = if self.0.full.get() { Emptied::DiskFull } else { Emptied::Unknown };
            self.0.emptied.set(Some(cause));
        }
        self.0.connection.replace(Rc::clone(&opened));
        Ok(opened)
    }

    /// Reports a later fault as a full disk, if the disk was full before.
    fn as_full(&self, fault: JournalFault) -> JournalFault {
        match fault {
            JournalFault::Overtaken | JournalFault::Halted | JournalFault::Newer => fault,
            _ if self.0.full.get() => JournalFault::Full,
            other => other,
        }
    }
}
