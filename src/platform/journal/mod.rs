//! IndexedDB: the copy that survives a killed browser, and therefore the one that may carry the word 已保存.
//!
//! Facts behind it: a transaction with `durability: "strict"` reports completion only after the data is on the disk; with
//! it, a browser killed with SIGKILL at random moments lost nothing (measured in Chromium and Firefox). The
//! relaxed durability is the default of Chromium since 121, and of Firefox. What Chromium itself may do to a database after a kill is told
//! at [`twin`], with what is done against it. iOS closes connections of pages in the
//! background, after which every use throws `InvalidStateError`: the connection is then opened once more and the
//! transaction repeated, which is harmless because it only puts and deletes by key.

mod connection;
mod photos;
mod second_journal;
mod storage_bucket;
mod transaction;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;

use super::{js, panic};
use connection::{Connection, OnLost};
pub use photos::{Album, PictureKey};
use second_journal::SecondJournal;
pub use transaction::Check;

/// Why the journal did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JournalFault {
    /// This browser has no IndexedDB, or not in this kind of window. Drafts live in localStorage alone; the person is told
    /// that a power cut may cost the last seconds.
    #[error("this browser has no IndexedDB")]
    Absent,
    /// The browser has IndexedDB and will not open it (blocked site data, a private window, a damaged profile), with
    /// its name for the reason. The person can allow site data or use another browser.
    #[error("the browser will not open IndexedDB: {0}")]
    Refused(String),
    /// Another tab still runs an older version of the program and holds the database. The person can close that tab.
    #[error("another tab holds an older version of the database")]
    Blocked,
    /// A newer version of the program has been here. The person can reload to get it.
    #[error("the database is newer than this program")]
    Newer,
    /// The browser closed the connection, and again after it was reopened. The person can reload.
    #[error("the browser closed the database")]
    Closed,
    /// No room left on the disk or in the browser's share of it; nothing of the transaction was kept. The person should
    /// export now, then make room.
    #[error("no room left for the database")]
    Full,
    /// The browser did not answer in time (some do so after a fault of their own). The person can reload; whether the
    /// records were kept is unknown.
    #[error("the database does not answer")]
    NoAnswer,
    /// The program has stopped after a fault of its own and writes nothing more. The person can reload.
    #[error("the program has stopped and saves nothing")]
    Halted,
    /// Another tab has put something there that this one does not know; nothing of the transaction was kept. The person chooses.
    #[error("another tab has written the same record")]
    Overtaken,
    /// Anything else, with the browser's name for it. The person should export now and reload.
    #[error("the database failed: {0}")]
    Failed(String),
}

impl JournalFault {
    fn thrown(value: &JsValue) -> Self {
        Self::named(&js::error_name(value))
    }

    fn named(name: &str) -> Self {
        match name {
            full if js::is_quota(full) => Self::Full,
            // InvalidStateError: the connection is closed. AbortError: it was closed while the transaction ran.
            // UnknownError: WebKit's "connection to the server lost", and read or write errors, worth one more try.
            "InvalidStateError" | "AbortError" | "UnknownError" => Self::Closed,
            other => Self::Failed(other.to_owned()),
        }
    }
}

/// What one transaction does.
pub struct Changes {
    /// Texts by key.
    pub records: Vec<(String, String)>,
    /// Keys to remove; one that is not there is no error.
    pub removed: Vec<String>,
    /// What is looked at first, in the same transaction: no other tab can write between the look and the write.
    pub checks: Vec<(String, Check)>,
}

/// A connection knows only this; who is told may change.
fn told_through(lost: &Rc<RefCell<Option<OnLost>>>) -> OnLost {
    let lost = Rc::clone(lost);
    Rc::new(move || {
        let call = lost.borrow().clone();
        if let Some(call) = call {
            call();
        }
    })
}

/// What a completed transaction means in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// On the disk.
    Strict,
    /// Handed to the operating system: survives the end of the browser, perhaps not a power cut.
    Relaxed,
}

/// The database of this site's folder: texts by key.
#[derive(Clone)]
pub struct Journal(Rc<Shared>);

struct Shared {
    connection: RefCell<Rc<Connection>>,
    durability: Cell<Durability>,
    lost: Rc<RefCell<Option<OnLost>>>,
    twin: SecondJournal,
    began_empty: bool,
}

impl Journal {
    /// Opens the database, creating it when there is none. Of a second copy, where the browser lets it have one, `page` finds its own
    /// again, with the records that it `keeps`.
    ///
    /// # Errors
    /// `Absent`, `Refused`, `Blocked`, `Newer`, `Full`, `NoAnswer`.
    pub async fn open(page: &str, keeps: fn(&str) -> bool) -> Result<Self, JournalFault> {
        let lost = Rc::default();
        let connection = Connection::open("", told_through(&lost)).await?;
        Ok(Self(Rc::new(Shared {
            began_empty: connection.is_new(),
            connection: RefCell::new(Rc::new(connection)),
            durability: Cell::new(Durability::Relaxed),
            lost,
            twin: SecondJournal::of(page, keeps),
        })))
    }

    /// Whether there was no database when it was opened: the first visit, or the browser has deleted it.
    pub fn began_empty(&self) -> bool {
        self.0.began_empty
    }

    /// Every record of the second copy, none where there is none; one that cannot be read is told at the next [`change`](Self::change).
    pub async fn second_copy(&self) -> Vec<(String, String)> {
        self.0.twin.read().await.unwrap_or_default()
    }

    /// Calls whenever the browser has closed the connection by itself, in place of what was called before.
    pub fn when_lost(&self, call: impl Fn() + 'static) {
        *self.0.lost.borrow_mut() = Some(Rc::new(call));
    }

    /// Opens the database again, after [`when_lost`](Self::when_lost) has called.
    ///
    /// # Errors
    /// Those of [`open`](Self::open).
    pub async fn reconnect(&self) -> Result<(), JournalFault> {
        let lost = self.current();
        self.reopened(&lost).await.map(drop)
    }

    /// Keeps these records and removes these keys, all of it or nothing; resolves when that is as durable as
    /// [`durability`](Self::durability) then says.
    ///
    /// # Errors
    /// Any [`JournalFault`]; those of opening only when the browser had closed the connection, `Overtaken` when a check has found
    /// another tab's text. When only the second copy has failed, the journal has the records all the same.
    pub async fn change(&self, changes: Changes) -> Result<(), JournalFault> {
        if changes.records.is_empty() && changes.removed.is_empty() && changes.checks.is_empty() {
            return Ok(());
        }
        if panic::has_happened() {
            return Err(JournalFault::Halted);
        }
        let (changes, connection) = (Rc::new(changes), self.current());
        let durability = match transaction::change(&connection, &changes).await {
            Err(JournalFault::Closed) => transaction::change(&*self.reopened(&connection).await?, &changes).await,
            answer => answer,
        }?;
        self.0.durability.set(durability);
        if changes.records.is_empty() && changes.removed.is_empty() {
            return Ok(());
        }
        self.0.twin.follow(&self.current(), &changes).await
    }

    /// Every record, sorted by key. Values that are not text were not written by this program and are left out.
    ///
    /// # Errors
    /// As [`change`](Self::change), except `Full`, `Halted` and `Overtaken`.
    pub async fn all(&self) -> Result<Vec<(String, String)>, JournalFault> {
        let connection = self.current();
        match transaction::read_all(&connection).await {
            Err(JournalFault::Closed) => transaction::read_all(&*self.reopened(&connection).await?).await,
            answer => answer,
        }
    }

    /// What completion meant at the last write; [`Durability::Relaxed`] before the first.
    pub fn durability(&self) -> Durability {
        self.0.durability.get()
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
        let opened = Rc::new(Connection::open("", told_through(&self.0.lost)).await?);
        self.0.connection.replace(Rc::clone(&opened));
        Ok(opened)
    }
}
