//! Recognises files that are no signed text at all, by their first bytes.
//!
//! People send pictures and tables by mistake.

use serde::{Deserialize, Serialize};

use crate::value::code::codes;

/// A kind of file that is sent in place of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OtherFile {
    /// PNG, JPEG, GIF, WebP or HEIF.
    Picture,
    /// A film, as telephones take them.
    Film,
    /// PDF.
    Pdf,
    /// A workbook of today's form.
    Excel,
    /// A text document of today's form.
    Word,
    /// Slides of today's form.
    Slides,
    /// An Office document of the form of before 2007, as WPS writes it too.
    OldOffice,
    /// A zip that is no Office document.
    Zip,
    /// RAR, 7z or gzip, which the desk does not open.
    Packed,
}

codes! {
    OtherFile {
        Picture = "picture",
        Film = "film",
        Pdf = "pdf",
        Excel = "excel",
        Word = "word",
        Slides = "slides",
        OldOffice = "old-office",
        Zip = "zip",
        Packed = "packed",
    }
}

impl OtherFile {
    crate::listed! {
        /// All of them.
        pub ALL: Picture, Film, Pdf, Excel, Word, Slides, OldOffice, Zip, Packed
    }

    /// Recognises a kind of file by its first bytes; `None` for anything else.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |some: &[u8]| bytes.starts_with(some);
        // The brand of a file of boxes (ISO 14496-12) stands behind the length and name of its first one.
        let brand = bytes.get(4..12).and_then(|head| head.strip_prefix(b"ftyp"));
        Some(match brand {
            Some(b"heic" | b"heix" | b"mif1" | b"msf1" | b"avif") => Self::Picture,
            Some(_) => Self::Film,
            None if begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8") => Self::Picture,
            None if begins(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Self::Picture,
            None if begins(b"%PDF-") => Self::Pdf,
            None if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => Self::OldOffice,
            None if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") => Self::of_zip(bytes),
            None if begins(b"Rar!\x1a\x07") || begins(b"7z\xbc\xaf\x27\x1c") || begins(b"\x1f\x8b") => Self::Packed,
            None => return None,
        })
    }

    /// An Office document is a zip with a list of the types of its parts.
    ///
    /// Which one it is, the names of the parts say.
    fn of_zip(bytes: &[u8]) -> Self {
        let holds = |name: &str| bytes.windows(name.len()).any(|some| some == name.as_bytes());
        if !holds("[Content_Types].xml") {
            return Self::Zip;
        }
        match () {
            () if holds("xl/") => Self::Excel,
            () if holds("word/") => Self::Word,
            () if holds("ppt/") => Self::Slides,
            () => Self::Zip,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes_and_office_documents_by_their_parts() {
        let jpeg = b"\xff\xd8\xff\xe0\0\x10JFIF";
        for (bytes, kind) in [
            (&b"\x89PNG\r\n\x1a\n"[..], OtherFile::Picture),
            (jpeg, OtherFile::Picture),
            (b"RIFF\x01\x02\x03\x04WEBPVP8 ", OtherFile::Picture),
            (b"\0\0\0\x18ftypheic\0\0\0\0", OtherFile::Picture),
            (b"\0\0\0\x18ftypisom\0\0\0\0", OtherFile::Film),
            (b"%PDF-1.7\n", OtherFile::Pdf),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", OtherFile::OldOffice),
            (b"PK\x03\x04..[Content_Types].xml..xl/workbook.xml", OtherFile::Excel),
            (b"PK\x03\x04..[Content_Types].xml..word/document.xml", OtherFile::Word),
            (b"PK\x03\x04..[Content_Types].xml..ppt/presentation.xml", OtherFile::Slides),
            (b"PK\x03\x04..report.json", OtherFile::Zip),
            (b"PK\x05\x06", OtherFile::Zip),
            (b"Rar!\x1a\x07\x01", OtherFile::Packed),
            (b"7z\xbc\xaf\x27\x1c", OtherFile::Packed),
            (b"\x1f\x8b\x08", OtherFile::Packed),
        ] {
            assert_eq!(OtherFile::of(bytes), Some(kind), "{}", bytes.escape_ascii());
        }
        for bytes in [&b""[..], b"{}", b"PK", "企业".as_bytes(), b"\xff\xfe{\0"] {
            assert_eq!(OtherFile::of(bytes), None, "{}", bytes.escape_ascii());
        }
    }
}
