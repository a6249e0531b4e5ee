//! Says what becomes of verdicts where the browser does not keep them.
//!
//! They are too large for localStorage: without the journal the next reload loses them all, which is more than the
//! enterprise's status line has to say.

use crate::platform::journal::JournalFault;
use crate::store::autosave::SaveState;
use crate::ui::status_bar::{self, SaveLine};
use crate::words::office as words;

/// State of saving as the status line of the desk says it.
pub(super) fn said(state: &SaveState) -> SaveLine {
    let (said, tone, export) = status_bar::saving(state);
    let said = match state {
        SaveState::NoJournal => words::NO_JOURNAL.to_owned(),
        SaveState::JournalGone => words::JOURNAL_GONE.to_owned(),
        SaveState::Failed(None, JournalFault::Full) => words::VERDICTS_FULL.to_owned(),
        SaveState::Failed(None, _) => words::VERDICTS_UNSAVED.to_owned(),
        _ => said,
    };
    (said, tone, export)
}

/// Returns whether verdicts outlive the page, as far as is known; assumes that there is a journal.
pub(super) fn keeps_verdicts(state: &SaveState) -> bool {
    !matches!(state, SaveState::Failed(..) | SaveState::DiskFull | SaveState::JournalGone)
}

/// Returns whether there is hardly any room left, or none.
pub(super) fn is_short_of_room(state: &SaveState) -> bool {
    matches!(state, SaveState::NearlyFull(_) | SaveState::DiskFull | SaveState::Failed(None, JournalFault::Full))
}
