//! Packs many files into one: browsers ask at every download after the first, and some refuse it.

use std::io::Write;

use anziping_core::request::SignedFile;
use rawzip::ZipArchiveWriter;

/// A ZIP archive that holds the files under their names, uncompressed.
///
/// They are small and nearly all base64 and Chinese.
///
/// # Errors
/// More than the format can hold.
pub(super) fn zip(files: &[SignedFile]) -> Result<Vec<u8>, rawzip::Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for file in files {
        let (mut entry, config) = archive.new_file(&file.file_name).start()?;
        let mut writer = config.wrap(&mut entry);
        writer.write_all(file.text.as_bytes())?;
        let (_, written) = writer.finish()?;
        entry.finish(written)?;
    }
    archive.finish()
}

#[cfg(test)]
mod tests {
    use anziping_core::seal::Sha256;

    use super::*;

    fn file(name: &str, text: &str) -> SignedFile {
        SignedFile { file_name: name.into(), text: text.into(), document_sha256: Sha256::of(text.as_bytes()) }
    }

    #[test]
    fn every_file_comes_out_as_it_went_in() {
        let files = [file("91310000MA1FL0000N-2026-11-r1.receipt.json", "{}\n"), file("福州.json", "已收")];
        let bytes = zip(&files).unwrap();
        let archive = rawzip::ZipArchive::from_slice(&bytes).unwrap();
        let read: Vec<(String, Vec<u8>)> = archive
            .entries()
            .map(|entry| {
                let entry = entry.unwrap();
                let name = entry.file_path().try_normalize().unwrap().as_ref().to_owned();
                (name, archive.get_entry(entry.wayfinder()).unwrap().data().to_vec())
            })
            .collect();
        let expected: Vec<_> =
            files.iter().map(|file| (file.file_name.clone(), file.text.clone().into_bytes())).collect();
        assert_eq!(read, expected);
    }
}
