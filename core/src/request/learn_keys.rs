//! Takes over keys that the page has checked, so that later requests to the same worker need not.

use anziping_seal::keys::PublicKey;
use serde::{Deserialize, Serialize};

use super::{Request, RequestFault, Surroundings};
use crate::edition::Editions;

/// Hands over the keys of the registry, whose bytes come beside the request.
#[derive(Debug, Serialize, Deserialize)]
pub struct LearnKeys {}

impl LearnKeys {
    /// Writes the bytes that go beside the request: the 32 of each key, one after the other.
    pub fn bytes<'a>(keys: impl Iterator<Item = &'a PublicKey>) -> Vec<u8> {
        keys.flat_map(PublicKey::to_bytes).collect()
    }
}

impl Request for LearnKeys {
    type Answer = ();
    const NAME: &'static str = "learn_keys";

    fn run(self, bytes: &[u8], _: &mut Editions<'_>, around: &mut dyn Surroundings) -> Result<(), RequestFault> {
        if let Some(known) = around.known_keys() {
            known.trust(bytes.as_chunks().0.iter().copied());
        }
        Ok(())
    }
}
