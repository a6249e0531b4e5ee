//! An article that somebody opened: where, and when.

use serde::{Deserialize, Serialize};

/// Articles of a document whose text was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadText {
    /// Id of a document.
    pub document: String,
    /// The articles, written like those of a citation: `3–14`, `5.8.2`, `露天矿山(一)、露天矿山(二)`.
    pub at: String,
    /// Address of the official text.
    pub address: String,
    /// Address of the copy that was opened, where it was not the official page itself; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub copy: String,
    /// Day on which it was read, YYYY-MM-DD.
    pub read_on: String,
}
