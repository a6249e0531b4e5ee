//! The faults for which the content of a signed document is refused, as codes.

use anziping_seal::typed::Misfit;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why the content of a document is unsound, with what a person can do about it.
#[derive(Clone, PartialEq, Eq, Debug, Error, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum DocumentFault {
    /// A member is missing or of the wrong kind; the enterprise has to export again with a current program.
    #[error("shape: {detail}")]
    Shape {
        /// The detail that the reader met.
        detail: String,
    },
    /// First and last day do not enclose a month that bears the period's name.
    #[error("the days do not belong to the period")]
    Days,
    /// The revision is 0, or a correction names nothing it replaces.
    #[error("revision and superseded document contradict each other")]
    Revision,
    /// The signing time is not an RFC 3339 time.
    #[error("impossible signing time")]
    SealedAt,
    /// The listed signers are not those that such a document needs, as a change of key by one key alone.
    #[error("the signers do not fit the document")]
    Signers,
    /// A hash is not 64 hex digits.
    #[error("impossible hash")]
    Hash,
    /// An item, point, area, hazard or the counts of a cell appear twice.
    #[error("{id} appears twice")]
    Twice {
        /// Its id.
        id: String,
    },
    /// A return without a remark, or one of its remarks is blank or too long.
    #[error("the remarks of the return are blank, too many or too long")]
    Remarks,
    /// A row of a month contradicts itself or is too long, or there are none or too many.
    #[error("the rows of the month are unsound at {of}")]
    Rows {
        /// Code of the enterprise or number of the hazard; empty for all of them.
        of: String,
    },
    /// A figure of a month is not the sum of its rows.
    #[error("{figure} is not the sum of the rows")]
    Sum {
        /// Its name.
        figure: String,
    },
}

impl DocumentFault {
    /// The stable code, as `docs/format.md` lists it for other programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Shape { .. } => "shape",
            Self::Days => "days",
            Self::Revision => "revision",
            Self::SealedAt => "sealed_at",
            Self::Signers => "signers",
            Self::Hash => "hash",
            Self::Twice { .. } => "twice",
            Self::Remarks => "remarks",
            Self::Rows { .. } => "rows",
            Self::Sum { .. } => "sum",
        }
    }
}

impl From<Misfit> for DocumentFault {
    fn from(misfit: Misfit) -> Self {
        match misfit {
            Misfit::Misspelt { what: "Timestamp", .. } => Self::SealedAt,
            Misfit::Misspelt { what: "Sha256", .. } => Self::Hash,
            misfit => Self::Shape { detail: misfit.to_string() },
        }
    }
}
