//! Tells the format and size of a picture from its first bytes, whatever its name ends in.

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
    /// AVIF, which browsers of the floor do not decode and later ones do.
    Avif,
    /// TIFF, which only Safari decodes.
    Tiff,
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
            return brands(bytes);
        }
        if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") {
            return Self::Tiff;
        }
        if is_svg(bytes) {
            return Self::Drawing;
        }
        let size = png(bytes).or_else(|| gif(bytes)).or_else(|| bmp(bytes)).or_else(|| jpeg(bytes).size);
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

/// How a whole file of a picture ends.
///
/// Browsers draw what there is of one that is cut off, and leave the rest grey.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ImageEnd {
    /// With these bytes, which come after so many others.
    ///
    /// Something may stand behind them: a film of the moment, say.
    Mark(&'static [u8], u64),
    /// After so many bytes.
    Length(u64),
}

impl ImageEnd {
    /// Reads it from the first bytes; `None` when they do not tell.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if png(bytes).is_some() {
            return Some(Self::Mark(b"IEND\xae\x42\x60\x82", 8));
        }
        if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            return Some(Self::Length(8 + u64::from(little(bytes.get(4..8)?))));
        }
        // Within the data of a JPEG 0xff is followed by zero, so this occurs at its end alone.
        jpeg(bytes).data.map(|data| Self::Mark(b"\xff\xd9", data as u64))
    }
}

/// HEIC and AVIF are files of one form: their brands tell them apart.
fn brands(bytes: &[u8]) -> ImageHead {
    let length = bytes.get(..4).map_or(0, big) as usize;
    let listed = bytes.get(16..length.min(bytes.len())).unwrap_or_default().chunks_exact(4);
    let all = || bytes.get(8..12).into_iter().chain(listed.clone());
    if all().any(|brand| matches!(brand, b"avif" | b"avis")) {
        return ImageHead::Avif;
    }
    let heic = all().any(|brand| {
        matches!(
            brand,
            b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"heif" | b"mif1" | b"msf1" | b"miaf"
        )
    });
    if heic { ImageHead::Heic } else { ImageHead::Unknown }
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

/// The facts in the head of a JPEG.
#[derive(Default)]
struct Jpeg {
    size: Option<(u32, u32)>,
    /// Where the data of the picture begins.
    data: Option<usize>,
}

/// Segment by segment to the data.
fn jpeg(bytes: &[u8]) -> Jpeg {
    let mut told = Jpeg::default();
    let mut at = if bytes.starts_with(b"\xff\xd8") { 2 } else { bytes.len() };
    while let Some([0xff, marker]) = bytes.get(at..at + 2) {
        match marker {
            // May stand any number of times before a marker.
            0xff => {
                at += 1;
                continue;
            }
            0xda => {
                told.data = told.size.and(Some(at));
                break;
            }
            0xd9 => break,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let side = |from| bytes.get(from..from + 2).map(big);
                told.size = side(at + 7).zip(side(at + 5));
            }
            _ => {}
        }
        let Some(length) = bytes.get(at + 2..at + 4) else { break };
        at += 2 + big(length) as usize;
    }
    told
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
        assert_eq!(ImageHead::of(b"\0\0\0\x18ftypheif\0\0\0\0"), ImageHead::Heic);
        assert_eq!(ImageHead::of(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avif"), ImageHead::Avif);
        assert_eq!(ImageHead::of(b"\0\0\0\x1cftypMSNV\0\0\0\0isommiaf"), ImageHead::Heic);
        assert_eq!(ImageHead::of(b"\0\0\0\x18ftypisom\0\0\0\0isommp42"), ImageHead::Unknown);
        assert_eq!(ImageHead::of(b"II*\0\x08\0\0\0"), ImageHead::Tiff);
        assert_eq!(ImageHead::of(b"MM\0*\0\0\0\x08"), ImageHead::Tiff);
        assert_eq!(ImageHead::of(b"<html><body>svg</body></html>"), ImageHead::Unknown);
    }

    #[test]
    fn what_is_cut_off_anywhere_is_unknown_and_no_fault() {
        let jpeg = b"\xff\xd8\xff\xe1\0\x06Exif\xff\xff\xc2\0\x11\x08\x2f\xd0\x3f\xc0\x03";
        for length in 0..jpeg.len() - 1 {
            assert_eq!(ImageHead::of(&jpeg[..length]), ImageHead::Unknown, "{length}");
            assert_eq!(ImageEnd::of(&jpeg[..length]), None, "{length}");
        }
    }

    #[test]
    fn the_end_is_looked_for_behind_the_thumbnail() {
        // The thumbnail of a camera ends with the same two bytes, before the size and the data.
        let jpeg = b"\xff\xd8\xff\xe1\0\x06\xff\xda\xff\xd9\xff\xc0\0\x09\x08\0\x02\0\x03\x01\0\xff\xda\0\x02data";
        let Some(ImageEnd::Mark(b"\xff\xd9", from)) = ImageEnd::of(jpeg) else { panic!("a JPEG") };
        assert_eq!(&jpeg[from as usize..], b"\xff\xda\0\x02data");
        assert_eq!(ImageHead::of(jpeg), ImageHead::Pixels(3, 2));
        assert_eq!(ImageEnd::of(b"RIFF\x10\0\0\0WEBPVP8 "), Some(ImageEnd::Length(24)));
        assert_eq!(ImageEnd::of(b"GIF89a\x40\x01\xf0\0"), None);
    }
}
