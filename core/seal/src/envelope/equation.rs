//! The equation of one signature, so that it may be computed elsewhere.

use std::rc::Rc;

use crate::keys::PublicKey;
use crate::suite::{self, Suite};
use crate::{Reason, base64url};

/// What is left to compute of a signature once everything about key, header and form is known to be right (RFC 8032 §5.1.7 step 3, without
/// the factor 8).
#[derive(Debug, Clone)]
pub struct Equation {
    suite: &'static Suite,
    key: PublicKey,
    /// Header as received and payload, base64url; the signed text has a full stop between them.
    signed: (String, Rc<str>),
    signature: Vec<u8>,
}

impl Equation {
    /// # Errors
    /// What is refused by the form of the signature alone.
    pub(super) fn new(suite: &'static Suite, key: PublicKey, signed: (String, Rc<str>), signature: Vec<u8>) -> Result<Self, Reason> {
        (suite.form)(&signature)?;
        Ok(Self { suite, key, signed, signature })
    }

    /// Name of the algorithm, as WebCrypto and JOSE call it.
    #[must_use]
    pub fn algorithm(&self) -> &'static str {
        self.suite.alg
    }

    /// The key.
    #[must_use]
    pub fn key(&self) -> &PublicKey {
        &self.key
    }

    /// The signed text (RFC 7515 §5.1 step 5).
    #[must_use]
    pub fn message(&self) -> String {
        format!("{}.{}", self.signed.0, self.signed.1)
    }

    /// The bytes of the signature.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }

    /// Computes it.
    #[must_use]
    pub fn holds(&self) -> bool {
        (self.suite.holds)(&self.key, self.message().as_bytes(), &self.signature)
    }

    /// Equations, and whether they hold: who answers all of them as we do may be asked for others. Of a sound signature, of the same under
    /// another text, and of one that holds only where both sides are multiplied by 8, which RFC 8032 allows and which gives one text several
    /// signatures; some libraries do it.
    #[must_use]
    pub fn probes() -> Vec<(Self, bool)> {
        let probe = |header: &str, signature: &str, holds: bool| {
            let bytes = base64url::decode(suite::PROBE_KEY).ok()?;
            let key = PublicKey::from_bytes(bytes.as_slice().try_into().ok()?).ok()?;
            let signed = (header.to_owned(), "probe".into());
            Some((Self::new(&suite::ED25519, key, signed, base64url::decode(signature).ok()?).ok()?, holds))
        };
        let made = [
            probe("probe", suite::PROBE_SOUND, true),
            probe("Probe", suite::PROBE_SOUND, false),
            probe("probe", suite::PROBE_MIXED, false),
        ];
        made.into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_arithmetic_answers_the_probes() {
        let probes = Equation::probes();
        assert_eq!(probes.len(), 3);
        for (equation, holds) in probes {
            assert_eq!(equation.holds(), holds, "{equation:?}");
        }
    }
}
