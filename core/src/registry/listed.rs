//! The details of an enterprise on the office's own list: where it lies, and whom to call.
//!
//! It is the office's word, kept beside the registry and never signed: a telephone number is no business of a colleague
//! who takes the keys over.

use serde::{Deserialize, Serialize};

/// The details beside name and code, as the office wrote them; empty where its list does not say.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ListedDetails {
    /// Village or community.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub village: String,
    /// Industry.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub industry: String,
    /// Risk class.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub risk_class: String,
    /// Whom to call.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// Under which number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub telephone: String,
}

impl ListedDetails {
    /// Takes over what a newer list says; where it says nothing, the older word stays.
    #[must_use]
    pub fn updated(&self, newer: &Self) -> Self {
        let either = |old: &String, new: &String| if new.is_empty() { old.clone() } else { new.clone() };
        Self {
            village: either(&self.village, &newer.village),
            industry: either(&self.industry, &newer.industry),
            risk_class: either(&self.risk_class, &newer.risk_class),
            contact: either(&self.contact, &newer.contact),
            telephone: either(&self.telephone, &newer.telephone),
        }
    }
}
