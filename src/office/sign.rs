//! Signs with the office's own key: receipts, the registry for colleagues.

use anziping_core::record::KeyRecord;
use anziping_core::request::{LockedKey, SignDocuments, SignedFile, UnsignedDocument};

use crate::words::seal;
use crate::worker_client;

/// Signs documents in a worker, the key opened once.
///
/// # Errors
/// A sentence that says why nothing was signed.
pub(super) async fn sign(
    documents: Vec<UnsignedDocument>,
    key: &KeyRecord,
    passphrase: String,
) -> Result<Vec<SignedFile>, String> {
    let request = SignDocuments { documents, keys: vec![LockedKey::of(key, passphrase)] };
    worker_client::ask(&request).await.map_err(|fault| seal::fault(&fault))
}
