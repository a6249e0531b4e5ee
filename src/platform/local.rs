//! Keeps texts in localStorage: the draft's first home, written when the call returns.
//!
//! Facts behind it: a browser killed while writing loses 1–5 s of writes it had accepted (measured in Chromium and
//! Firefox), so a successful [`LocalStore::set`] is not yet durable; that word belongs to [`super::journal`].
//! Browsers grant about 5 MB per origin, counted in UTF-16 units, shared with every other site of the origin.
//! Safari deletes it after seven days without a visit.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::{js, panic, site};

/// Last part of the key that is written and removed to see whether writing works at all.
pub(super) const PROBE: &str = "probe";

/// Why localStorage did not do as asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum LocalFault {
    /// The browser forbids this site to keep anything.
    ///
    /// Cookies blocked, a sandboxed frame, some in-app browsers. The person can allow site data for this address or
    /// open the page in another browser, and export meanwhile.
    #[error("the browser lets this site keep nothing")]
    Blocked,
    /// No room left for this value; what was there before is unchanged.
    ///
    /// The person should export now, then remove old months or enterprises.
    #[error("no room left in localStorage")]
    Full,
    /// The program has stopped after a fault of its own and writes nothing more.
    ///
    /// So the last good copy stays. The person can reload the page.
    #[error("the program has stopped and saves nothing")]
    Halted,
    /// Anything else, with the browser's name for it. The person should export now and reload.
    #[error("localStorage failed: {0}")]
    Failed(String),
}

/// How much localStorage holds, in bytes: two for each UTF-16 unit of keys and values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Used {
    /// By this site's folder.
    pub own: u64,
    /// By all sites of the origin, this one included; they share one limit.
    pub all: u64,
}

/// The part of localStorage that belongs to this site's folder.
#[derive(Clone)]
pub(crate) struct LocalStore {
    storage: Storage,
    prefix: String,
}

impl LocalStore {
    /// Opens after a trial write.
    ///
    /// A store that is merely full opens: its drafts must still be read. The next [`set`](Self::set) then says so.
    ///
    /// # Errors
    /// [`LocalFault::Blocked`] and [`LocalFault::Failed`].
    pub(crate) fn open() -> Result<Self, LocalFault> {
        // gloo panics where the browser forbids localStorage: asked through web-sys first, an error is an answer.
        let window = web_sys::window().ok_or(LocalFault::Blocked)?;
        if !matches!(window.local_storage(), Ok(Some(_))) {
            return Err(LocalFault::Blocked);
        }
        let store = Self { storage: LocalStorage::raw(), prefix: site::prefix() };
        match store.set(PROBE, "1") {
            Ok(()) => store.remove(PROBE)?,
            Err(LocalFault::Full) => {}
            Err(fault) => return Err(fault),
        }
        Ok(store)
    }

    /// The text kept under the key; `None` when there is none.
    ///
    /// # Errors
    /// [`LocalFault::Blocked`] when the permission was taken away since opening.
    pub(crate) fn get(&self, key: &str) -> Result<Option<String>, LocalFault> {
        self.storage.get_item(&self.full(key)).map_err(|thrown| fault(&js::error_name(&thrown)))
    }

    /// Returns whether there is anything under the key, without reading the text.
    pub(crate) fn has(&self, key: &str) -> bool {
        js_sys::Reflect::has(&self.storage, &JsValue::from_str(&self.full(key))).unwrap_or(false)
    }

    /// Keeps the text as it is. Either the whole text is kept or the old one stays.
    ///
    /// # Errors
    /// Any [`LocalFault`].
    pub(crate) fn set(&self, key: &str, text: &str) -> Result<(), LocalFault> {
        if panic::has_happened() {
            return Err(LocalFault::Halted);
        }
        self.storage.set_item(&self.full(key), text).map_err(|thrown| fault(&js::error_name(&thrown)))
    }

    /// Removes the key; one that is not there is no error.
    ///
    /// # Errors
    /// [`LocalFault::Blocked`] and [`LocalFault::Halted`].
    pub(crate) fn remove(&self, key: &str) -> Result<(), LocalFault> {
        if panic::has_happened() {
            return Err(LocalFault::Halted);
        }
        self.storage.remove_item(&self.full(key)).map_err(|thrown| fault(&js::error_name(&thrown)))
    }

    /// This site's keys that begin so, sorted, without the site's own prefix.
    ///
    /// # Errors
    /// [`LocalFault::Blocked`] when the permission was taken away since opening.
    pub(crate) fn keys(&self, beginning: &str) -> Result<Vec<String>, LocalFault> {
        let mut keys: Vec<String> = self
            .every_key()?
            .into_iter()
            .filter_map(|key| key.strip_prefix(&self.prefix).map(str::to_owned))
            .filter(|key| key.starts_with(beginning))
            .collect();
        keys.sort_unstable();
        Ok(keys)
    }

    /// Room taken by this site and by the whole origin.
    ///
    /// # Errors
    /// [`LocalFault::Blocked`] when the permission was taken away since opening.
    pub(crate) fn bytes_used(&self) -> Result<Used, LocalFault> {
        let mut used = Used::default();
        for key in self.every_key()? {
            let text = self.storage.get_item(&key).map_err(|thrown| fault(&js::error_name(&thrown)))?;
            let bytes = size_of_text(&key) + text.as_deref().map_or(0, size_of_text);
            used.all += bytes;
            if key.starts_with(&self.prefix) {
                used.own += bytes;
            }
        }
        Ok(used)
    }

    fn every_key(&self) -> Result<Vec<String>, LocalFault> {
        let said = |thrown| fault(&js::error_name(&thrown));
        let length = self.storage.length().map_err(said)?;
        let mut keys = Vec::new();
        for index in 0..length {
            // Another tab may remove keys while this one counts: a gap at the end is no error.
            keys.extend(self.storage.key(index).map_err(said)?);
        }
        Ok(keys)
    }

    fn full(&self, key: &str) -> String {
        format!("{}{key}", self.prefix)
    }
}

/// Returns whether this site keeps anything in localStorage; not where the browser forbids it.
///
/// It is asked before localStorage is opened, and without writing.
pub(crate) fn is_in_use() -> bool {
    let Some(Ok(Some(storage))) = web_sys::window().map(|window| window.local_storage()) else { return false };
    let prefix = site::prefix();
    let is_own = |index| matches!(storage.key(index), Ok(Some(key)) if key.starts_with(&prefix));
    (0..storage.length().unwrap_or_default()).any(is_own)
}

fn size_of_text(text: &str) -> u64 {
    2 * text.encode_utf16().count() as u64
}

fn fault(name: &str) -> LocalFault {
    match name {
        "SecurityError" => LocalFault::Blocked,
        full if js::is_quota(full) => LocalFault::Full,
        other => LocalFault::Failed(other.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_store_is_told_apart_under_both_of_its_names() {
        assert_eq!(fault("QuotaExceededError"), LocalFault::Full);
        assert_eq!(fault("NS_ERROR_DOM_QUOTA_REACHED"), LocalFault::Full, "older Firefox");
        assert_eq!(fault("SecurityError"), LocalFault::Blocked);
        assert_eq!(fault("NS_ERROR_FILE_CORRUPTED"), LocalFault::Failed("NS_ERROR_FILE_CORRUPTED".into()));
    }

    #[test]
    fn rare_characters_take_two_units() {
        assert_eq!(size_of_text("安全"), 4);
        assert_eq!(size_of_text("𠮷"), 4, "outside the basic plane");
    }
}
