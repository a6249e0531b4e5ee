//! The list of the types of documents. `CONTRIBUTING.md` says where else a new one is named.

use std::fmt;

use anziping_seal::envelope::SignerRules;
use serde::{Deserialize, Serialize};

use super::SignedDocument;

/// Hands the list to a macro: `Kind = Type` for each type of document, the report first.
macro_rules! documents {
    ($with:ident) => {
        $with! {
            Report = $crate::document::report::MonthlyReport,
            Registration = $crate::document::registration::Registration,
            Rotation = $crate::document::rotation::Rotation,
            Revocation = $crate::document::revocation::Revocation,
            Receipt = $crate::document::receipt::Receipt,
            Return = $crate::document::returned::Return,
            Registry = $crate::document::registry_copy::RegistryCopy,
            OfficeMonth = $crate::document::office_month::OfficeMonth,
        }
    };
}
pub(crate) use documents;

macro_rules! document_type {
    ($($kind:ident = $document:ty),+ $(,)?) => {
        /// A type of document.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum DocumentType {
            $(
                #[doc = concat!("[`", stringify!($document), "`]")]
                $kind,
            )+
        }

        impl DocumentType {
            /// All types.
            pub const ALL: &[Self] = &[$(Self::$kind),+];

            /// The `type` of such documents.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => <$document>::TYPE,)+
                }
            }
        }

        /// The rules of signers of every type of document, for reading and making signed files.
        pub const SIGNER_RULES: &[SignerRules] = &[$(<$document>::RULES),+];
    };
}
documents!(document_type);

impl DocumentType {
    /// The type of this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|known| known.name() == name)
    }
}

impl fmt::Display for DocumentType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signer::Role;

    #[test]
    fn the_names_of_the_types_stay_as_they_are() {
        let names: Vec<&str> = DocumentType::ALL.iter().map(|known| known.name()).collect();
        let pinned = ["report", "registration", "rotation", "revocation", "receipt", "return", "registry", "month"];
        assert_eq!(names, pinned.map(|name| format!("wsr.{name}")));
        assert!(DocumentType::ALL.iter().all(|known| DocumentType::parse(known.name()) == Some(*known)));
        assert_eq!(DocumentType::parse("wsr.other"), None);
    }

    #[test]
    fn every_role_in_the_rules_is_one_of_ours() {
        for rules in SIGNER_RULES {
            assert!(rules.roles.iter().all(|role| Role::parse(role.role).is_some()), "{rules:?}");
        }
    }
}
