//! An office signs its month, and the desk above it adds up those of many offices.
//!
//! The county does not see the reports. It verifies who signed a month, adds its rows up again, and trusts the
//! verdicts.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `drafted` | the month of this desk, ready to be signed |
//! | `streets` | the offices of which months are expected, and their keys |
//! | `standing` | which of the kept months of an office counts, and what is wrong with one that came |
//! | `followed` | major hazards from month to month over all offices |
//! | `sums` | a month of all offices |

mod drafted;
mod followed;
mod standing;
mod streets;
mod sums;

pub use drafted::{Drafting, NotDrafted};
pub use followed::{CountyHazard, Unstated};
pub use standing::{County, KeptMonth, MonthStanding, StreetMonth};
pub use streets::{Street, StreetFault, StreetKey, Streets};
pub use sums::{CountySums, HelpRow, ListedTwice, StreetRow};
