//! The offices of which a county expects months, and the keys that they sign with.

use anziping_seal::keys::{Fingerprint, FingerprintError, KeyId};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::value::day::Day;

/// The offices in the order in which they were put on the list.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Streets(Vec<Street>);

/// An office of which months are expected.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Street {
    /// Its name, as it stands in its files.
    pub office: String,
    /// Its keys, old ones included; none before its first month was compared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<StreetKey>,
}

/// A key of an office.
///
/// The thumbprint is enough: a file brings the key, and who reads it holds the key against the thumbprint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct StreetKey {
    /// Thumbprint of the key, whose digits were compared.
    pub kid: KeyId,
    /// Day on which they were.
    pub since: Day,
    /// Day from which on it counts no longer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of_use: Option<Day>,
}

/// Why the key of an office was not registered; nothing is changed then.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum StreetFault {
    /// The file is no month of an office.
    #[error("no month of an office")]
    NotAMonth,
    /// The typed text is not 30 digits.
    #[error(transparent)]
    Digits(#[from] FingerprintError),
    /// The digits are those of another key.
    #[error("the digits are those of another key")]
    DigitsDiffer,
    /// The key is in use already.
    #[error("registered already")]
    AlreadyRegistered,
    /// The key was taken out of use; such a key never comes back.
    #[error("out of use")]
    OutOfUse,
    /// The key is that of another office: one of the two files is not what it says.
    #[error("the key of {office}")]
    OfAnother {
        /// Name of the other office.
        office: String,
    },
}

impl Streets {
    /// All of them, in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Street> {
        self.0.iter()
    }

    /// Returns whether there is no office.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The office of this name.
    #[must_use]
    pub fn named(&self, office: &str) -> Option<&Street> {
        self.0.iter().find(|street| street.office == office.trim())
    }

    /// The office that signs with this key, in use or not.
    #[must_use]
    pub fn owner(&self, kid: &KeyId) -> Option<(&Street, &StreetKey)> {
        self.0.iter().find_map(|street| Some((street, street.keys.iter().find(|key| key.kid == *kid)?)))
    }

    /// Puts offices on the list by their names. Gives how many were not on it.
    pub fn expect<'a>(&mut self, offices: impl IntoIterator<Item = &'a str>) -> usize {
        let before = self.0.len();
        for office in offices.into_iter().map(str::trim).filter(|office| !office.is_empty()) {
            if self.named(office).is_none() {
                self.0.push(Street { office: office.to_owned(), keys: Vec::new() });
            }
        }
        self.0.len() - before
    }

    /// Takes an office with its keys off the list; its months are counted no longer.
    pub fn remove(&mut self, office: &str) {
        self.0.retain(|street| street.office != office);
    }

    /// Registers the key that signed a month of `office`, by its 30 digits.
    ///
    /// They are typed from what the office has published.
    ///
    /// The keys that the office had before go out of use: an office signs with one key.
    ///
    /// # Errors
    /// A [`StreetFault`]; the list is then unchanged.
    pub fn register(&mut self, office: &str, kid: KeyId, digits: &str, on: Day) -> Result<(), StreetFault> {
        let office = office.trim();
        let typed: Fingerprint = digits.parse()?;
        if typed != kid.fingerprint() {
            return Err(StreetFault::DigitsDiffer);
        }
        if let Some((owner, key)) = self.owner(&kid) {
            return Err(if owner.office != office {
                StreetFault::OfAnother { office: owner.office.clone() }
            } else if key.out_of_use.is_some() {
                StreetFault::OutOfUse
            } else {
                StreetFault::AlreadyRegistered
            });
        }
        self.expect([office]);
        for street in self.0.iter_mut().filter(|street| street.office == office) {
            street.keys.iter_mut().filter(|key| key.out_of_use.is_none()).for_each(|key| key.out_of_use = Some(on));
            street.keys.push(StreetKey { kid, since: on, out_of_use: None });
        }
        Ok(())
    }
}
