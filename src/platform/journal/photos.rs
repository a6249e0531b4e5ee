//! Keeps the photographs of this site's enterprises in a database of their own.
//!
//! They are large, and start-up reads every record of the journal.

use std::rc::Rc;

use anziping_seal::Sha256;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbObjectStore, IdbRequest};

use super::connection::Connection;
use super::fault::JournalFault;
use super::transaction;
use crate::platform::panic;

/// Name of the database behind the site's prefix.
const NAME: &str = "photos";

/// The name of a picture.
///
/// It carries the size, so that the room taken is known without reading the pictures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PictureKey {
    /// Local id of the enterprise.
    pub enterprise: String,
    /// SHA-256 of the bytes.
    pub sha256: Sha256,
    /// Number of bytes.
    pub bytes: u32,
}

impl PictureKey {
    fn name(&self) -> String {
        format!("{}/{}/{}", self.enterprise, self.sha256, self.bytes)
    }

    fn read(name: &str) -> Option<Self> {
        let mut parts = name.split('/');
        let key = Self {
            enterprise: parts.next()?.to_owned(),
            sha256: parts.next()?.parse().ok()?,
            bytes: parts.next()?.parse().ok()?,
        };
        parts.next().is_none().then_some(key)
    }
}

/// Pictures by name.
///
/// Each use opens and closes the database: photographs are rare, and nothing has to be kept alive for them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Album;

impl Album {
    /// Keeps a picture; resolves when it is as durable as the browser makes it.
    ///
    /// # Errors
    /// Any [`JournalFault`]; the picture is then not kept.
    pub(crate) async fn put(key: &PictureKey, jpeg: &[u8]) -> Result<(), JournalFault> {
        if panic::has_happened() {
            return Err(JournalFault::Halted);
        }
        let act = |store: &IdbObjectStore| {
            store.put_with_key(&Uint8Array::from(jpeg), &JsValue::from_str(&key.name())).map(drop)
        };
        write(&act).await
    }

    /// Removes a picture; one that is not there is no error.
    ///
    /// # Errors
    /// Any [`JournalFault`].
    pub(crate) async fn remove(key: &PictureKey) -> Result<(), JournalFault> {
        write(&|store| store.delete(&JsValue::from_str(&key.name())).map(drop)).await
    }

    /// The bytes of a picture; `None` when it is not in this browser.
    ///
    /// # Errors
    /// Any [`JournalFault`] but `Full` and `Halted`.
    pub(crate) async fn get(key: &PictureKey) -> Result<Option<Vec<u8>>, JournalFault> {
        let name = JsValue::from_str(&key.name());
        let found = read(&|store| store.get(&name)).await?;
        Ok(found.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec))
    }

    /// The names of all pictures.
    ///
    /// # Errors
    /// Any [`JournalFault`] but `Full` and `Halted`.
    pub(crate) async fn keys() -> Result<Vec<PictureKey>, JournalFault> {
        let keys: Array = read(&IdbObjectStore::get_all_keys).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| PictureKey::read(&key.as_string()?)).collect())
    }
}

async fn open() -> Result<Connection, JournalFault> {
    Connection::open(NAME, Rc::new(|| ())).await
}

/// Writes; once more where the browser closes the database meanwhile.
///
/// Chromium does so when it deletes what a site keeps.
async fn write(act: &dyn Fn(&IdbObjectStore) -> Result<(), JsValue>) -> Result<(), JournalFault> {
    match transaction::write(&open().await?, act).await {
        Err(JournalFault::Closed) => transaction::write(&open().await?, act).await,
        answer => answer,
    }
    .map(drop)
}

/// Reads; once more where the browser closes the database meanwhile.
async fn read(ask: &dyn Fn(&IdbObjectStore) -> Result<IdbRequest, JsValue>) -> Result<JsValue, JournalFault> {
    match transaction::read(&open().await?, ask).await {
        Err(JournalFault::Closed) => transaction::read(&open().await?, ask).await,
        answer => answer,
    }
}
