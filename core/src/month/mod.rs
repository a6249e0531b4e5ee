//! The month as typed, and the view of it that scores are computed from.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`answer`] | one answer to one question |
//! | [`figures`] | facts and figures of the month beside the check items |
//! | [`screening`] | what was looked at for each criterion of a major hazard |
//! | [`draft`] | the month while it is being filled in, and how the next one begins from it |
//! | [`relation`] | what one answer says about another |
//! | [`reopened`] | an answer that a step has opened again, so that the step can be taken back |
//! | [`contradiction`] | answers that cannot both be true |
//! | [`assessment`] | the same for a draft and for a received report |

pub mod answer;
pub mod assessment;
pub mod contradiction;
pub mod draft;
pub mod figures;
pub mod relation;
pub mod reopened;
pub mod screening;
