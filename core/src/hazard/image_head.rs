//! What the first bytes of a picture's file say about it, whatever its name ends in.

/// Bytes from the beginning that are enough.
///
/// Before the size of a JPEG stand its thumbnails and what its camera has written.
pub const IMAGE_HEAD: u32 = 512 * 1024;
/// Pixels of the largest picture that is decoded.
///
/// Telephones make 200 million, and a browser takes four bytes for each.
pub const IMAGE_PIXELS: u64 = 250_000_000;

/// A picture by its first bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImageHead {
    /// HEIC (ISO/IEC 23008-12), which only Safari decodes.
    Heic,
    /// SVG, a drawing made of lines.
    Drawing,
    /// A picture of so many pixels across and down.
    Pixels(u32, u32),
    /// Anything else.
    Unknown,
}

impl ImageHead {
    /// Reads them.
    pub fn of(bytes: &[u8]) -> Self {
        if bytes.get(4..8) == Some(b"ftyp") {
            let heic =
                matches!(bytes.get(8..12), Some(b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1"));
            return if heic { Self::Heic } else { Self::Unknown };
        }
        if is_svg(bytes) {
            return Self::Drawing;
        }
        let size = png(bytes).or_else(|| gif(bytes)).or_else(|| bmp(bytes)).or_else(|| jpeg(bytes));
        size.map_or(Self::Unknown, |(width, height)| Self::Pixels(width, height))
    }

    /// Width and height when the picture has too many pixels to decode.
    pub fn too_many_pixels(self) -> Option<(u32, u32)> {
        match self {
            Self::Pixels(width, height) if u64::from(width) * u64::from(height) > IMAGE_PIXELS => Some((width, height)),
            _ => None,
        }
    }
}

/// The outermost tag stands behind declarations and comments.
fn is_svg(bytes: &[u8]) -> bool {
    let head = bytes.get(..4_096).unwrap_or(bytes);
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    text.starts_with(b"<") && text.windows(4).any(|window| window == b"<svg")
}

fn png(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    Some((big(rest.get(8..12)?), big(rest.get(12..16)?)))
}

fn gif(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"GIF87a").or_else(|| bytes.strip_prefix(b"GIF89a"))?;
    Some((little(rest.get(..2)?), little(rest.get(2..4)?)))
}

fn bmp(bytes: &[u8]) -> Option<(u32, u32)> {
    bytes.starts_with(b"BM").then_some(())?;
    // Upside down when negative.
    let height = i32::from_le_bytes(bytes.get(22..26)?.try_into().ok()?);
    Some((little(bytes.get(18..22)?), height.unsigned_abs()))
}

/// Segment by segment to the one that has the size.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(b"\xff\xd8")?;
    loop {
        let marker = *rest.strip_prefix(b"\xff")?.first()?;
        match marker {
            // May stand any number of times before a marker.
            0xff => rest = &rest[1..],
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((big(rest.get(7..9)?), big(rest.get(5..7)?)));
            }
            0xd9 | 0xda => return None,
            _ => rest = rest.get(2 + big(rest.get(2..4)?) as usize..)?,
        }
    }
}

fn big(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

fn little(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_read_from_each_format() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x75\x30\0\0\x75\x30\x08\x02".as_slice();
        assert_eq!(ImageHead::of(png), ImageHead::Pixels(30_000, 30_000));
        assert_eq!(ImageHead::of(png).too_many_pixels(), Some((30_000, 30_000)));
        assert_eq!(ImageHead::of(b"GIF89a\x40\x01\xf0\0"), ImageHead::Pixels(320, 240));
        let bmp = [b"BM".as_slice(), &[0; 16], &640_i32.to_le_bytes(), &(-480_i32).to_le_bytes()].concat();
        assert_eq!(ImageHead::of(&bmp), ImageHead::Pixels(640, 480));
        let jpeg = b"\xff\xd8\xff\xe1\0\x06Exif\xff\xff\xc2\0\x11\x08\x2f\xd0\x3f\xc0\x03";
        assert_eq!(ImageHead::of(jpeg), ImageHead::Pixels(16_320, 12_240));
        assert_eq!(ImageHead::of(jpeg).too_many_pixels(), None, "telephones make these");
    }

    #[test]
    fn drawings_and_heic_are_told_from_pictures() {
        let svg = "<?xml version='1.0'?>\n<!-- 图 -->\n<svg xmlns='http://www.w3.org/2000/svg'/>";
        assert_eq!(ImageHead::of(svg.as_bytes()), ImageHead::Drawing);
        assert_eq!(ImageHead::of(b"\0\0\0\x18ftypheic\0\0\0\0"), ImageHead::Heic);
        assert_eq!(ImageHead::of(b"\0\0\0\x18ftypavif\0\0\0\0"), ImageHead::Unknown);
        assert_eq!(ImageHead::of(b"<html><body>svg</body></html>"), ImageHead::Unknown);
    }

    #[test]
    fn what_is_cut_off_anywhere_is_unknown_and_no_fault() {
        let jpeg = b"\xff\xd8\xff\xe1\0\x06Exif\xff\xff\xc2\0\x11\x08\x2f\xd0\x3f\xc0\x03";
        for length in 0..jpeg.len() - 1 {
            assert_eq!(ImageHead::of(&jpeg[..length]), ImageHead::Unknown, "{length}");
        }
    }
}
