//! Square codes for cameras (QR), as rows of dark and light modules.

use qrcodegen::{QrCode, QrCodeEcc};

/// White modules around the code (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// The modules of the code of a text with the white ones around it, true for dark.
///
/// `None` where the text is longer than any code holds.
pub fn modules(text: &str) -> Option<Vec<Vec<bool>>> {
    // Paper gets folded and stained: a quarter of the modules may be lost.
    let code = QrCode::encode_text(text, QrCodeEcc::Quartile).ok()?;
    let inner = 0..code.size();
    let quiet = i32::try_from(QUIET).ok()?;
    let around = -quiet..code.size() + quiet;
    let dark = |x: i32, y: i32| inner.contains(&x) && inner.contains(&y) && code.get_module(x, y);
    Some(around.clone().map(|y| around.clone().map(|x| dark(x, y)).collect()).collect())
}
