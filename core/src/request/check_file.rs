//! Checks a received file.

use anziping_seal::keys::KnownKeys;
use serde::{Deserialize, Serialize};

use super::{Request, RequestFault, Surroundings};
use crate::edition::Editions;
use crate::json;
use crate::office::intake::{self, Checked};

/// Asks what a received file is; its bytes come beside the request.
#[derive(Debug, Serialize, Deserialize)]
pub struct CheckFile {
    /// Its name, for display only.
    pub name: String,
}

impl Request for CheckFile {
    type Answer = Checked;
    const NAME: &'static str = "check_file";

    fn run(
        self,
        bytes: &[u8],
        editions: &mut Editions<'_>,
        around: &mut dyn Surroundings,
    ) -> Result<Checked, RequestFault> {
        let nothing = KnownKeys::default();
        let known = around.known_keys().unwrap_or(&nothing);
        Ok(intake::check_knowing(&self.name, bytes, editions, around.normaliser(), known))
    }

    /// Writes without a value in between: these come by the thousand.
    fn written(answer: &Checked) -> Result<String, serde_json::Error> {
        json::write_directly(answer)
    }
}
