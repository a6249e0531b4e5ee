//! Makes the pictures on sheets, for word processors.

use anziping_tables::{LineStyle, PaperLine, PaperPart};

use crate::platform::drawing;
use crate::platform::on_paper::ReadSheets;
use crate::ui::paper_buttons::ComingSheets;
use crate::words::paper as words;

/// The sheets with their pictures, and the files of those, one behind the other.
///
/// In place of a picture that the browser does not make stands a sentence that says so.
pub(in crate::enterprise) fn drawn(read: ReadSheets) -> ComingSheets {
    Box::pin(async move {
        let ReadSheets { mut sheets, drawings } = read;
        let mut files = Vec::new();
        let mut drawings = drawings.iter();
        for part in sheets.iter_mut().flat_map(|sheet| &mut sheet.parts) {
            let PaperPart::Picture(picture) = part else { continue };
            let made = match drawings.next() {
                Some(drawing) => drawing::png(drawing, picture.size).await.ok(),
                None => None,
            };
            match made {
                Some(mut file) => {
                    picture.bytes = file.len();
                    files.append(&mut file);
                }
                None => {
                    let text = words::left_out(&picture.label);
                    *part = PaperPart::Line(PaperLine { style: LineStyle::Plain, text, keep: false });
                }
            }
        }
        (sheets, files)
    })
}
