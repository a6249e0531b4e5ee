//! The registry: the keys that the office knows.
//!
//! A key gets in only by comparing its digits with the stamped paper form, never by first use.
//!
//! | module | what it does |
//! | --- | --- |
//! | [`asked`] | what the office is asked before a key is registered, and what follows from its answers |
//! | [`stamped_digits`] | holds what is typed from a stamped form against the forms of a file, group after group |
//! | [`compared`] | which powers of attorney were held against the stamped forms |
//! | [`key_change`] | applies a signed change or revocation of a key, once a person has confirmed it |
//! | [`listed`] | what the office's own list says beside name and code: where an enterprise lies, whom to call |
//! | [`merge`] | takes over what a colleague's registry knows |

pub mod asked;
pub mod compared;
pub mod key_change;
pub mod listed;
pub mod merge;
pub mod stamped_digits;

use std::borrow::Cow;

use anziping_seal::Sha256;
use anziping_seal::keys::{Fingerprint, FingerprintError, KeyId, PublicKey};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use asked::{RegisterEffect, RegisterQuestion};
use compared::ComparedMandate;

use crate::json;
use crate::signer::{CheckedSigner, Mandate, Role, StampedForm};
use crate::value::day::Day;
use crate::value::uscc::UnifiedCode;
use crate::value::visible::visible;

/// The enterprises of an office and their keys.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Registry {
    /// Name of the office.
    pub office: String,
    /// Its enterprises; those without keys are expected to report and have not registered yet.
    pub enterprises: Vec<Registered>,
    /// The powers of attorney that this office has compared with the stamped forms.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub compared: Vec<ComparedMandate>,
}

/// An enterprise in the registry.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Registered {
    /// 统一社会信用代码.
    pub uscc: UnifiedCode,
    /// Registered name.
    pub name: String,
    /// Its keys, old ones included.
    pub keys: Vec<RegisteredKey>,
}

/// A key in the registry.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct RegisteredKey {
    /// Thumbprint of the key.
    #[cfg_attr(test, schemars(with = "crate::value::schema::Thumbprint"))]
    pub kid: KeyId,
    /// The key.
    #[cfg_attr(test, schemars(with = "crate::signer::PublicJwk"))]
    pub key: PublicKey,
    /// The 30 digits that were compared.
    #[cfg_attr(test, schemars(with = "crate::value::schema::Digits"))]
    pub fingerprint: Fingerprint,
    /// In what capacity its holder signs.
    #[cfg_attr(test, schemars(with = "crate::value::schema::SigningRole"))]
    pub role: Role,
    /// Name of its holder.
    pub name: String,
    /// Whether it counts.
    pub status: KeyStatus,
    /// Number of the stamped paper form.
    pub form_number: String,
    /// The power of attorney, when the holder is a deputy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mandate: Option<Mandate>,
}

/// Whether a key counts.
///
/// Only what the office itself received and when matters; the times in files are claims.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum KeyStatus {
    /// In use.
    Active {
        /// Day of the registration.
        since: Day,
    },
    /// Lost or misused: what arrives from now on is refused, whatever its signing time says.
    Revoked {
        /// Day of the revocation.
        on: Day,
        /// Why.
        reason: String,
    },
    /// Another key took its place.
    Replaced {
        /// Day of the change.
        on: Day,
        /// The new key.
        #[cfg_attr(test, schemars(with = "crate::value::schema::Thumbprint"))]
        by: KeyId,
    },
}

/// The keys that a received file offers for registration.
#[derive(Clone, Copy, Debug)]
pub struct Offer<'a> {
    /// Hash of the document.
    pub document_sha256: Sha256,
    /// Invented data.
    pub demo: bool,
    /// The enterprise whose keys they are.
    pub uscc: &'a UnifiedCode,
    /// Name of the enterprise.
    pub name: &'a str,
    /// The holders, whose signatures hold.
    pub signers: &'a [CheckedSigner],
    /// The power of attorney, when the holder is a deputy.
    pub mandate: Option<&'a Mandate>,
    /// The 30 digits of the registration with the characters that it has; `None` for a report.
    pub digits: Option<Fingerprint>,
    /// 主要负责人 as the file names him; a registration does not.
    pub principal: Option<&'a str>,
}

/// Why a key was not registered.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum RegisterFault {
    /// The file is rejected, or neither a registration nor a report: ask for the registration file.
    #[error("nothing in this file can be registered")]
    NothingToRegister,
    /// Invented data is never registered.
    #[error("demo data")]
    Demo,
    /// The typed text is not 30 digits; the fault names the character or the number of digits.
    #[error(transparent)]
    Digits(#[from] FingerprintError),
    /// The digits on the paper are those of nobody in this file.
    ///
    /// Do not register it, ask the enterprise by another way.
    #[error("the digits belong to nobody in this file")]
    DigitsDiffer,
    /// The digits are those of the key.
    ///
    /// The stamped form has others, which cover holder, role and enterprise too.
    #[error("the digits do not cover holder and enterprise")]
    DigitsOfKeyAlone,
    /// The registration has characters in its names that nobody sees on paper.
    #[error("invisible characters in the names of the registration")]
    InvisibleInNames,
    /// The key is in use already.
    #[error("registered already")]
    AlreadyRegistered,
    /// The key was revoked or replaced; such a key never comes back. The enterprise makes a new one.
    #[error("revoked or replaced earlier")]
    OutOfUse,
    /// The key is registered for another enterprise: one of the two files is not what it says.
    #[error("registered for {name}")]
    OfAnother {
        /// Name of the other enterprise.
        name: String,
    },
    /// Something was asked, and nobody has answered: answer it and try again.
    #[error("a question without an answer: {0:?}")]
    Unanswered(RegisterQuestion),
}

/// Why the status of a key was not changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Error)]
pub enum StatusFault {
    /// No enterprise has this key.
    #[error("unknown key")]
    Unknown,
    /// It is out of use already; the first reason stays.
    #[error("out of use already")]
    OutOfUse,
    /// The new key is not in use at the same enterprise, or is the old one itself.
    #[error("the new key is not registered for the same enterprise")]
    NewKeyNotRegistered,
}

/// Why a stored registry is not taken over.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum RegistryFault {
    /// It is no registry.
    #[error("shape: {0}")]
    Shape(String),
    /// Thumbprint or digits do not belong to the key beside them.
    #[error("{0} does not name the key beside it")]
    KeyMismatch(KeyId),
    /// A key stands in it twice.
    #[error("{0} stands in it twice")]
    KeyTwice(KeyId),
    /// A power of attorney is not the one whose digits were compared.
    #[error("the power of attorney of {0} is not the one that was compared")]
    MandateMismatch(KeyId),
    /// An enterprise stands in it twice.
    #[error("{0} stands in it twice")]
    EnterpriseTwice(UnifiedCode),
}

impl RegisteredKey {
    /// Returns whether the key is in use.
    pub fn is_active(&self) -> bool {
        matches!(self.status, KeyStatus::Active { .. })
    }

    /// Returns whether its holder signs as principal without a power of attorney.
    pub fn is_of_principal_in_person(&self) -> bool {
        self.role == Role::Principal && self.mandate.is_none()
    }
}

impl Offer<'_> {
    /// The signer whose form bears these digits, with everything that the file says of him.
    fn signer_of(&self, typed: Fingerprint) -> Result<&CheckedSigner, RegisterFault> {
        let stamped = |signer: &&CheckedSigner| {
            signer.as_listed().is_some_and(|holder| {
                let (uscc, enterprise, mandate) = (self.uscc, self.name, self.mandate);
                StampedForm { uscc, enterprise, mandate, holder: &holder }.digits() == Some(typed)
            })
        };
        let unlike = || match self.digits {
            // What the file says is what was stamped, and not what anybody sees of it.
            Some(digits) if digits == typed => RegisterFault::InvisibleInNames,
            _ if self.signers.iter().any(|signer| signer.fingerprint == typed) => RegisterFault::DigitsOfKeyAlone,
            _ => RegisterFault::DigitsDiffer,
        };
        self.signers.iter().find(stamped).ok_or_else(unlike)
    }
}

impl Registry {
    /// An empty registry with the name of its office, which tests begin with.
    pub fn new(office: String) -> Self {
        Self { office, ..Self::default() }
    }

    /// The enterprise with this code.
    pub fn enterprise(&self, uscc: &UnifiedCode) -> Option<&Registered> {
        self.enterprises.iter().find(|enterprise| enterprise.uscc == *uscc)
    }

    /// The key with this thumbprint and the enterprise it belongs to.
    pub fn key(&self, kid: &KeyId) -> Option<(&Registered, &RegisteredKey)> {
        self.enterprises
            .iter()
            .find_map(|enterprise| Some((enterprise, enterprise.keys.iter().find(|key| key.kid == *kid)?)))
    }

    /// Puts an enterprise on the list of those expected to report, or changes its name.
    pub fn enrol(&mut self, uscc: &UnifiedCode, name: &str) -> &mut Registered {
        let index = self.enterprises.iter().position(|enterprise| enterprise.uscc == *uscc).unwrap_or_else(|| {
            self.enterprises.push(Registered { uscc: uscc.clone(), name: String::new(), keys: Vec::new() });
            self.enterprises.len() - 1
        });
        let enterprise = &mut self.enterprises[index];
        enterprise.name = name.to_owned();
        enterprise
    }

    /// Registers the key whose form bears `digits`, typed from the stamped paper.
    ///
    /// All 30 must be equal; they cover enterprise, holder, role, key and a deputy's power of attorney. A renewed one
    /// takes the place of the one before.
    ///
    /// # Errors
    /// A [`RegisterFault`]; the registry is then unchanged.
    pub fn register(
        &mut self,
        offer: Option<Offer<'_>>,
        digits: &str,
        on: Day,
        form_number: &str,
    ) -> Result<KeyId, RegisterFault> {
        let offer = offer.ok_or(RegisterFault::NothingToRegister)?;
        if offer.demo {
            return Err(RegisterFault::Demo);
        }
        let digits = digits.parse()?;
        let signer = offer.signer_of(digits)?;
        let form_number = form_number.trim().to_owned();
        let fresh = RegisteredKey {
            kid: signer.kid,
            key: signer.key.check().map_err(|_| RegisterFault::NothingToRegister)?,
            fingerprint: signer.fingerprint,
            role: signer.role,
            name: signer.name.clone(),
            status: KeyStatus::Active { since: on },
            form_number,
            mandate: offer.mandate.cloned(),
        };
        let compared = ComparedMandate::of(&offer, signer, digits);
        match self.effect(&offer, signer)? {
            // The list is the office's own: a file does not rename who stands on it.
            RegisterEffect::New => {
                let listed = self.enterprise(offer.uscc).map(|listed| listed.name.clone());
                let name = listed.unwrap_or_else(|| visible(offer.name).into_owned());
                self.enrol(offer.uscc, &name).keys.push(fresh);
            }
            RegisterEffect::Renewed => {
                let known = self.active_key(&signer.kid).map_err(|_| RegisterFault::OutOfUse)?;
                (known.mandate, known.form_number) = (fresh.mandate, fresh.form_number);
            }
        }
        self.note_compared(compared);
        Ok(signer.kid)
    }

    /// Takes a key out of use because it was lost or misused.
    ///
    /// # Errors
    /// A [`StatusFault`]; the registry is then unchanged.
    pub fn revoke(&mut self, kid: &KeyId, on: Day, reason: &str) -> Result<(), StatusFault> {
        self.active_key(kid)?.status = KeyStatus::Revoked { on, reason: reason.trim().to_owned() };
        Ok(())
    }

    /// Takes a key out of use because `by`, registered for the same enterprise, took its place.
    ///
    /// # Errors
    /// A [`StatusFault`]; the registry is then unchanged.
    pub fn replace(&mut self, kid: &KeyId, by: &KeyId, on: Day) -> Result<(), StatusFault> {
        let owner = self.key(kid).ok_or(StatusFault::Unknown)?.0;
        if kid == by || !owner.keys.iter().any(|key| key.kid == *by && key.is_active()) {
            return Err(StatusFault::NewKeyNotRegistered);
        }
        self.active_key(kid)?.status = KeyStatus::Replaced { on, by: *by };
        Ok(())
    }

    pub(super) fn active_key(&mut self, kid: &KeyId) -> Result<&mut RegisteredKey, StatusFault> {
        let keys = self.enterprises.iter_mut().flat_map(|enterprise| &mut enterprise.keys);
        let key = keys.into_iter().find(|key| key.kid == *kid).ok_or(StatusFault::Unknown)?;
        if key.is_active() { Ok(key) } else { Err(StatusFault::OutOfUse) }
    }

    /// The keys in use as a JWK Set (RFC 7517 §5), for verifiers other than this program.
    pub fn to_jwk_set(&self) -> String {
        let keys: Vec<serde_json::Value> = self
            .enterprises
            .iter()
            .flat_map(|enterprise| &enterprise.keys)
            .filter(|key| key.is_active())
            .filter_map(|key| {
                let mut jwk = json::value(&key.key).ok()?;
                let members = jwk.as_object_mut()?;
                members.insert("kid".into(), key.kid.to_string().into());
                members.insert("alg".into(), "Ed25519".into());
                members.insert("use".into(), "sig".into());
                Some(jwk)
            })
            .collect();
        format!("{:#}\n", serde_json::json!({ "keys": keys }))
    }

    /// Checks keys and powers of attorney against their digits, and looks for doubled entries.
    ///
    /// Each key is held against its thumbprint and digits, each compared power of attorney against its own. What was
    /// exchanged behind its digits would make forgeries green. Invisible characters in names are shown.
    ///
    /// # Errors
    /// A [`RegistryFault`].
    pub fn checked(mut self) -> Result<Self, RegistryFault> {
        let (mut kids, mut codes) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
        for enterprise in &self.enterprises {
            if !codes.insert(&enterprise.uscc) {
                return Err(RegistryFault::EnterpriseTwice(enterprise.uscc.clone()));
            }
            for key in &enterprise.keys {
                if key.key.key_id() != key.kid || key.key.fingerprint() != key.fingerprint {
                    return Err(RegistryFault::KeyMismatch(key.kid));
                }
                if !kids.insert(key.kid) {
                    return Err(RegistryFault::KeyTwice(key.kid));
                }
                let mut compared = self.compared.iter().filter(|compared| compared.kid == key.kid);
                if !compared.all(|compared| compared.holds_for(&enterprise.uscc, key)) {
                    return Err(RegistryFault::MandateMismatch(key.kid));
                }
            }
        }
        let names = self.enterprises.iter_mut().flat_map(|enterprise| {
            let of_keys = enterprise.keys.iter_mut().map(|key| &mut key.name);
            std::iter::once(&mut enterprise.name).chain(of_keys)
        });
        for name in names.chain([&mut self.office]) {
            if let Cow::Owned(shown) = visible(name) {
                *name = shown;
            }
        }
        Ok(self)
    }
}
