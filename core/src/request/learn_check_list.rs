//! Takes in a check list of others, which all later requests to the same worker know.

use serde::{Deserialize, Serialize};

use super::{Request, RequestFault, Surroundings};
use crate::edition::{self, Editions};

/// Hands a check list over, whose text comes beside the request.
#[derive(Debug, Serialize, Deserialize)]
pub struct LearnCheckList {}

impl Request for LearnCheckList {
    type Answer = ();
    const NAME: &'static str = "learn_check_list";

    fn run(self, bytes: &[u8], editions: &mut Editions<'_>, around: &mut dyn Surroundings) -> Result<(), RequestFault> {
        editions.add(edition::read(bytes, around.normaliser()).map_err(|_| RequestFault::OtherCatalogue)?);
        Ok(())
    }
}
