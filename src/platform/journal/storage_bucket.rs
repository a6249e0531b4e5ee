//! Opens Storage Buckets: parts of an origin's storage, each with databases in a folder of its own.
//!
//! Chromium has them since 122, on https and localhost only; Firefox and Safari have not. `web-sys` does not know them,
//! so they are called by name (W3C Storage Buckets, draft).

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbFactory;

use super::fault::JournalFault;
use crate::platform::race;
use crate::platform::{js, task, timer};

/// An answer takes milliseconds; seconds on a slow disk after a crash.
///
/// The start of the page waits for the first one.
const ANSWER_WITHIN_MS: u32 = 10_000;

/// The buckets of this origin.
pub(super) struct Buckets(JsValue);

/// A bucket, which must live as long as anything of it is used.
///
/// Once Chromium has collected it as garbage, transactions of its databases never end (seen in 156).
pub(super) struct Bucket {
    pub(super) databases: IdbFactory,
    _bucket: JsValue,
}

impl Buckets {
    /// `None` where the browser has none.
    pub(super) fn here() -> Option<Self> {
        let navigator = web_sys::window()?.navigator();
        js::get(&navigator, "storageBuckets").map(Self)
    }

    /// The names of all buckets, those of other programs of the origin included.
    pub(super) async fn names(&self) -> Result<Vec<String>, JournalFault> {
        let names: Array = self.ask("keys", &Array::new()).await?.dyn_into().map_err(|_| unlike_the_draft())?;
        Ok(names.iter().filter_map(|name| name.as_string()).collect())
    }

    /// Opens a bucket, which is made where it is not there.
    pub(super) async fn open(&self, name: &str) -> Result<Bucket, JournalFault> {
        let options = Object::new();
        Reflect::set(&options, &JsValue::from_str("durability"), &JsValue::from_str("strict"))
            .map_err(|thrown| JournalFault::thrown(&thrown))?;
        let bucket = self.ask("open", &Array::of2(&JsValue::from_str(name), &options)).await?;
        let databases = js::get(&bucket, "indexedDB").map(JsCast::unchecked_into).ok_or_else(unlike_the_draft)?;
        Ok(Bucket { databases, _bucket: bucket })
    }

    /// Deletes a bucket with everything in it; one that is not there is no error.
    pub(super) async fn delete(&self, name: &str) -> Result<(), JournalFault> {
        self.ask("delete", &Array::of1(&JsValue::from_str(name))).await.map(drop)
    }

    async fn ask(&self, method: &str, arguments: &Array) -> Result<JsValue, JournalFault> {
        let method = js::method(&self.0, method).ok_or_else(unlike_the_draft)?;
        let asked = method.apply(&self.0, arguments).and_then(JsCast::dyn_into::<Promise>);
        let promise = asked.map_err(|thrown| JournalFault::thrown(&thrown))?;
        let (decide, wait) = race::first();
        let _limit = timer::after(ANSWER_WITHIN_MS, {
            let decide = decide.clone();
            move || decide.with(Err(JournalFault::NoAnswer))
        });
        task::spawn(async move {
            decide.with(JsFuture::from(promise).await.map_err(|thrown| JournalFault::thrown(&thrown)));
        });
        wait.await.unwrap_or(Err(JournalFault::NoAnswer))
    }
}

fn unlike_the_draft() -> JournalFault {
    JournalFault::Failed("NotSupportedError".to_owned())
}
