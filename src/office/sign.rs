//! Signs with the office's own key: receipts, the registry for colleagues.

use anziping_core::document::report::{ReportSigner, SignerKey};
use anziping_core::record::KeyRecord;
use anziping_core::request::{Done, Draft, Job, LockedKey, SignedFile};

use crate::ui::key_form::answer;
use crate::words::seal;
use crate::worker_client::WorkFault;

/// The office as documents list it.
pub fn signer(key: &KeyRecord) -> ReportSigner {
    ReportSigner {
        role: key.role.clone(),
        name: key.name.clone(),
        title: key.title.clone(),
        kid: key.kid.clone(),
        key: SignerKey { crv: "Ed25519".into(), kty: "OKP".into(), x: key.x.clone() },
    }
}

/// Signs documents in a worker, the key opened once.
///
/// # Errors
/// A sentence that says why nothing was signed.
pub async fn sign(documents: Vec<Draft>, key: &KeyRecord, passphrase: String) -> Result<Vec<SignedFile>, String> {
    let kid = key.kid.parse().map_err(|_| seal::fault(&WorkFault::Garbled("kid".into())))?;
    let locked = LockedKey { pem: key.pem.clone(), kid, passphrase: passphrase.into() };
    let job = Job::Sign { documents, keys: vec![locked] };
    let signed = answer(&job, |done| if let Done::Signed(files) = done { Some(files) } else { None });
    signed.await.map_err(|fault| seal::fault(&fault))
}
