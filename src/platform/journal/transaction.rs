//! One transaction, from its start to the event that ends it.

use gloo_events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbTransaction, IdbTransactionMode};

use super::connection::{Connection, RECORDS};
use super::{Durability, JournalFault};
use crate::platform::{js, once, timer};

/// A strict transaction takes 1–20 ms; an old hard disk under load may take seconds.
const COMPLETE_WITHIN_MS: u32 = 20_000;

enum Ending {
    Complete,
    Aborted,
    TooLong,
}

pub(super) async fn write(
    connection: &Connection,
    act: &impl Fn(&IdbObjectStore) -> Result<(), JsValue>,
) -> Result<Durability, JournalFault> {
    let transaction = begin_strict(connection).map_err(|thrown| JournalFault::thrown(&thrown))?;
    let queued = transaction.object_store(RECORDS).and_then(|store| act(&store));
    if let Err(thrown) = queued {
        // Half of the records must not be kept. Aborting throws only when the transaction is over already.
        if let Err(over) = transaction.abort() {
            web_sys::console::warn_1(&over);
        }
        return Err(JournalFault::thrown(&thrown));
    }
    // Ends the transaction without waiting for the last request's event to come and go. It throws when the transaction
    // has already failed, which `ending` then tells.
    if let Some(commit) = js::method(&transaction, "commit") {
        drop(commit.call0(&transaction));
    }
    ending(&transaction).await?;
    let granted = js::get(&transaction, "durability").and_then(|value| value.as_string());
    Ok(if granted.as_deref() == Some("strict") { Durability::Strict } else { Durability::Relaxed })
}

pub(super) async fn read_all(connection: &Connection) -> Result<Vec<(String, String)>, JournalFault> {
    let said = |thrown: JsValue| JournalFault::thrown(&thrown);
    let transaction = connection.database.transaction_with_str(RECORDS).map_err(said)?;
    let store = transaction.object_store(RECORDS).map_err(said)?;
    // Both in one transaction: the two lists match, whatever other tabs write meanwhile.
    let (keys, values) = (store.get_all_keys().map_err(said)?, store.get_all().map_err(said)?);
    ending(&transaction).await?;
    let keys: Array = keys.result().map_err(said)?.unchecked_into();
    let values: Array = values.result().map_err(said)?.unchecked_into();
    Ok(keys.iter().zip(values.iter()).filter_map(|(key, value)| Some((key.as_string()?, value.as_string()?))).collect())
}

/// What one request gives.
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

/// Asks for strict durability. Browsers that do not know the option (Firefox before 126) ignore it; one that objects
/// gets a plain transaction. The transaction itself tells afterwards what was granted.
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
    let (decide, wait) = once::first();
    let (completing, aborting) = (decide.clone(), decide.clone());
    let _complete = EventListener::once(transaction, "complete", move |_| completing.with(Ending::Complete));
    let _abort = EventListener::once(transaction, "abort", move |_| aborting.with(Ending::Aborted));
    let _limit = timer::after(COMPLETE_WITHIN_MS, move || decide.with(Ending::TooLong));
    match wait.await {
        Ok(Ending::Complete) => Ok(()),
        Ok(Ending::TooLong) => Err(JournalFault::NoAnswer),
        // Without an error of its own the transaction was ended from outside: the connection is gone.
        Ok(Ending::Aborted) | Err(_) => Err(transaction.error().map_or(JournalFault::Closed, |error| JournalFault::named(&error.name()))),
    }
}
