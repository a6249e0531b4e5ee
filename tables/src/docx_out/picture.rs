//! Square codes as pictures.

use png::{BitDepth, ColorType, Encoder};

use crate::qr;

/// Dots along the side of a module: sharp at the size on paper, and divisible where a printer scales.
const DOTS: usize = 8;

/// The picture of a text's code in black and white; `None` where no code holds the text.
///
/// # Errors
/// In the words of the writer of pictures.
pub(super) fn code(text: &str) -> Result<Option<Vec<u8>>, String> {
    let Some(modules) = qr::modules(text) else { return Ok(None) };
    let side = modules.len() * DOTS;
    // A bit for each dot, white being 1; a module is as wide as a byte.
    let rows = modules.iter().flat_map(|row| {
        let bytes: Vec<u8> = row.iter().map(|dark| if *dark { 0x00 } else { 0xff }).collect();
        std::iter::repeat_n(bytes, DOTS).flatten()
    });
    let dots: Vec<u8> = rows.collect();
    let mut file = Vec::new();
    let side = u32::try_from(side).map_err(|fault| fault.to_string())?;
    let mut encoder = Encoder::new(&mut file, side, side);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    let mut writer = encoder.write_header().map_err(|fault| fault.to_string())?;
    writer.write_image_data(&dots).map_err(|fault| fault.to_string())?;
    writer.finish().map_err(|fault| fault.to_string())?;
    Ok(Some(file))
}
