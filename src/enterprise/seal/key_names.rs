//! The ids of a key's blocks on the page.

use anziping_core::seal::keys::KeyId;

/// Id of a key's block.
pub(super) fn block_of_key(kid: KeyId) -> String {
    format!("key-{kid}")
}

/// Id of the backup step of a key.
pub(super) fn block_of_backup(kid: KeyId) -> String {
    format!("backup-{kid}")
}
