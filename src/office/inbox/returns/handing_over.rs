//! Saves the returns that were signed, and notes them.

use anziping_core::document::returned::Return;
use anziping_core::office::receipt_note::return_message;
use anziping_core::office::returns::ReturnNote;
use anziping_core::request::SignedFile;
use anziping_core::seal::Sha256;
use leptos::prelude::*;

use super::super::to_copy::to_copy;
use crate::office::archive;
use crate::platform::{clock, files};
use crate::words::office::returns as words;
use crate::words::{common, office as desk};

/// The signed return, to be handed over.
#[derive(Clone)]
pub(super) struct Made {
    name: String,
    /// Of a single return.
    message: Option<String>,
}

/// Says that the returns were saved, and shows the message of a single one.
pub(super) fn handed_over(Made { name, message }: Made) -> AnyView {
    let labels = [words::MESSAGE, words::COPY, words::COPIED];
    let message = message.map(|message| to_copy("return-message", "copy-return", labels, message));
    view! {
        <div class="stack-tight">
            <p class="status-good" data-returns-saved="true">
                {common::handed_over(&name)}
            </p>
            {message}
        </div>
    }
    .into_any()
}

/// One file as it is, several as an archive with a message for each.
pub(super) fn save(signed: &[SignedFile], returns: &[Return]) -> Result<Made, String> {
    let messages = signed.iter().zip(returns).map(|(file, returned)| return_message(returned, &file.text));
    let messages = messages.collect::<Result<Vec<_>, _>>().map_err(|_| words::NOTHING.to_owned())?;
    let (name, media_type, bytes, message) = match signed {
        [] => return Err(words::NOTHING.to_owned()),
        [one] => {
            (one.file_name.clone(), "application/json", one.text.clone().into_bytes(), messages.into_iter().next())
        }
        many => {
            let text = format!("\u{feff}{}\r\n", messages.join("\r\n\r\n"));
            let document_sha256 = Sha256::of(text.as_bytes());
            let messages = SignedFile { file_name: words::MESSAGES_NAME.into(), text, document_sha256 };
            let files: Vec<SignedFile> = many.iter().cloned().chain([messages]).collect();
            let bytes = archive::zip(&files).map_err(|fault| desk::receipts::no_archive(&fault.to_string()))?;
            (words::archive_name(clock::today()), "application/zip", bytes, None)
        }
    };
    files::save(&name, media_type, &bytes).map_err(|fault| desk::file(&fault))?;
    Ok(Made { name, message })
}

/// Notes for the desk's record of the returns that were signed.
pub(super) fn notes(signed: &[SignedFile], returns: &[Return]) -> Vec<ReturnNote> {
    let note = |(file, returned): (&SignedFile, &Return)| ReturnNote {
        uscc: returned.enterprise.uscc.clone(),
        period: returned.period,
        revision: returned.revision,
        document_sha256: returned.document_sha256,
        return_sha256: file.document_sha256,
        on: clock::today(),
        remarks: returned.remarks.clone(),
    };
    signed.iter().zip(returns).map(note).collect()
}
