//! Runs one transaction, from its start to the event that ends it.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbTransaction, IdbTransactionMode};

use super::connection::{Connection, RECORDS};
use super::fault::JournalFault;
use crate::platform::race;
use crate::platform::{js, timer};

/// A strict transaction takes 1–20 ms; an old hard disk under load may take seconds.
const COMPLETE_WITHIN_MS: u32 = 20_000;

enum Ending {
    Complete,
    Aborted,
    TooLong,
}

/// Looks at the stored text of a key; false stops the transaction. It must not write anything itself.
pub(crate) type StoredCheck = Rc<dyn Fn(&str) -> bool>;

/// The changes of one transaction.
pub(crate) struct JournalChanges {
    /// Texts by key.
    pub records: Vec<(String, String)>,
    /// Keys to remove; one that is not there is no error.
    pub removed: Vec<String>,
    /// The checks that come first, in the same transaction.
    ///
    /// No other tab can write between the look and the write.
    pub checks: Vec<(String, StoredCheck)>,
}

/// The guarantee of a completed transaction in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Strictness {
    /// On the disk.
    Strict,
    /// Handed to the operating system: survives the end of the browser, perhaps not a power cut.
    Relaxed,
}

pub(super) async fn write(
    connection: &Connection,
    act: &dyn Fn(&IdbObjectStore) -> Result<(), JsValue>,
) -> Result<Strictness, JournalFault> {
    let transaction = begin_strict(connection).map_err(|thrown| JournalFault::thrown(&thrown))?;
    if let Err(thrown) = transaction.object_store(RECORDS).and_then(|store| act(&store)) {
        abort(&transaction);
        return Err(JournalFault::thrown(&thrown));
    }
    commit(&transaction);
    ending(&transaction).await?;
    Ok(granted(&transaction))
}

/// Looks first and writes then, in one transaction.
pub(super) async fn change(connection: &Connection, changes: &Rc<JournalChanges>) -> Result<Strictness, JournalFault> {
    let transaction = begin_strict(connection).map_err(|thrown| JournalFault::thrown(&thrown))?;
    let refused = Rc::new(Cell::new(None));
    let looks = match look_then_put(&transaction, changes, &refused) {
        Ok(looks) => looks,
        Err(thrown) => {
            abort(&transaction);
            return Err(JournalFault::thrown(&thrown));
        }
    };
    let ended = ending(&transaction).await;
    drop(looks);
    match refused.take() {
        Some(fault) => Err(fault),
        None => ended.map(|()| granted(&transaction)),
    }
}

fn granted(transaction: &IdbTransaction) -> Strictness {
    let granted = js::get(transaction, "durability").and_then(|value| value.as_string());
    if granted.as_deref() == Some("strict") { Strictness::Strict } else { Strictness::Relaxed }
}

/// Ends the transaction without waiting for the last request's event to come and go.
///
/// It throws when the transaction has already failed, which `ending` then tells.
fn commit(transaction: &IdbTransaction) {
    if let Some(commit) = js::method(transaction, "commit") {
        drop(commit.call0(transaction));
    }
}

/// Queues the looks; the last of them to pass queues the changes.
///
/// Without looks they are queued at once.
fn look_then_put(
    transaction: &IdbTransaction,
    changes: &Rc<JournalChanges>,
    refused: &Rc<Cell<Option<JournalFault>>>,
) -> Result<Vec<EventListener>, JsValue> {
    let store = transaction.object_store(RECORDS)?;
    if changes.checks.is_empty() {
        put(transaction, &store, changes)?;
    }
    let left = Rc::new(Cell::new(changes.checks.len()));
    let look = |(key, check): &(String, StoredCheck)| {
        let request = store.get(&JsValue::from_str(key))?;
        let (check, left, changes, refused) =
            (Rc::clone(check), Rc::clone(&left), Rc::clone(changes), Rc::clone(refused));
        let (transaction, store, answered) = (transaction.clone(), store.clone(), request.clone());
        Ok(EventListener::once(&request, "success", move |_| {
            let stored = answered.result().ok().and_then(|stored| stored.as_string());
            let stopped = match stored {
                Some(stored) if !check(&stored) => Some(JournalFault::Overtaken),
                _ => {
                    left.set(left.get() - 1);
                    let put = if left.get() == 0 { put(&transaction, &store, &changes) } else { Ok(()) };
                    put.err().map(|thrown| JournalFault::thrown(&thrown))
                }
            };
            if let Some(fault) = stopped {
                refused.set(Some(fault));
                abort(&transaction);
            }
        }))
    };
    changes.checks.iter().map(look).collect()
}

fn put(transaction: &IdbTransaction, store: &IdbObjectStore, changes: &JournalChanges) -> Result<(), JsValue> {
    for (key, text) in &changes.records {
        store.put_with_key(&JsValue::from_str(text), &JsValue::from_str(key))?;
    }
    for key in &changes.removed {
        store.delete(&JsValue::from_str(key))?;
    }
    commit(transaction);
    Ok(())
}

/// Half of the records must not be kept. Aborting throws only when the transaction is over already.
fn abort(transaction: &IdbTransaction) {
    if let Err(over) = transaction.abort() {
        web_sys::console::warn_1(&over);
    }
}

pub(super) async fn read_all(connection: &Connection) -> Result<ReadTexts, JournalFault> {
    let said = |thrown: JsValue| JournalFault::thrown(&thrown);
    let transaction = connection.database.transaction_with_str(RECORDS).map_err(said)?;
    let store = transaction.object_store(RECORDS).map_err(said)?;
    // Both in one transaction: the two lists match, whatever other tabs write meanwhile.
    let (keys, values) = (store.get_all_keys().map_err(said)?, store.get_all().map_err(said)?);
    ending(&transaction).await?;
    let keys: Array = keys.result().map_err(said)?.unchecked_into();
    let values: Array = values.result().map_err(said)?.unchecked_into();
    Ok(ReadTexts { keys, values })
}

/// Texts by the names of their records, still in the memory of the browser.
///
/// One comes into the program's own, which never shrinks again, when it is taken.
#[derive(Default)]
pub(crate) struct ReadTexts {
    keys: Array,
    values: Array,
}

impl ReadTexts {
    pub(super) fn is_empty(&self) -> bool {
        self.keys.length() == 0
    }

    /// Hands over each name with its text, one by one.
    pub(crate) fn each(&self, take: &mut dyn FnMut(String, String)) {
        for at in 0..self.keys.length() {
            if let (Some(name), Some(text)) = (self.keys.get(at).as_string(), self.values.get(at).as_string()) {
                take(name, text);
            }
        }
    }
}

/// Reads the result of one request.
pub(super) async fn read(
    connection: &Connection,
    ask: impl FnOnce(&IdbObjectStore) -> Result<web_sys::IdbRequest, JsValue>,
) -> Result<JsValue, JournalFault> {
    let said = |thrown: JsValue| JournalFault::thrown(&thrown);
    let transaction = connection.database.transaction_with_str(RECORDS).map_err(said)?;
    let request = transaction.object_store(RECORDS).and_then(|store| ask(&store)).map_err(said)?;
    ending(&transaction).await?;
    request.result().map_err(said)
}

/// Asks for strict durability.
///
/// Browsers that do not know the option (Firefox before 126) ignore it; one that objects gets a plain transaction. The
/// transaction itself tells afterwards what was granted.
fn begin_strict(connection: &Connection) -> Result<IdbTransaction, JsValue> {
    let database = &connection.database;
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("durability"), &JsValue::from_str("strict"))?;
    let plain = || database.transaction_with_str_and_mode(RECORDS, IdbTransactionMode::Readwrite);
    let Some(begin) = js::method(database, "transaction") else { return plain() };
    match begin.call3(database, &JsValue::from_str(RECORDS), &JsValue::from_str("readwrite"), &options) {
        Ok(transaction) => Ok(transaction.unchecked_into()),
        Err(thrown) if js::error_name(&thrown) == "TypeError" => plain(),
        Err(thrown) => Err(thrown),
    }
}

async fn ending(transaction: &IdbTransaction) -> Result<(), JournalFault> {
    let (decide, wait) = race::first();
    let (completing, aborting) = (decide.clone(), decide.clone());
    let _complete = EventListener::once(transaction, "complete", move |_| completing.with(Ending::Complete));
    let _abort = EventListener::once(transaction, "abort", move |_| aborting.with(Ending::Aborted));
    let _limit = timer::after(COMPLETE_WITHIN_MS, move || decide.with(Ending::TooLong));
    match wait.await {
        Ok(Ending::Complete) => Ok(()),
        Ok(Ending::TooLong) => Err(JournalFault::NoAnswer),
        // Without an error of its own the transaction was ended from outside: the connection is gone.
        Ok(Ending::Aborted) | Err(_) => {
            Err(transaction.error().map_or(JournalFault::Closed, |error| JournalFault::thrown(&error)))
        }
    }
}
