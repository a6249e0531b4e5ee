//! Who signs, and on whose behalf.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`mandate`] | the power of attorney of a deputy |

pub mod mandate;
