//! Papers as files of word processors (OOXML): the same bytes for the same paper.
//!
//! What a form needs of the format is a few elements; the crates that write it lack the heading row that repeats, or
//! bring a reader and ninety crates along.
//!
//! | module | what it writes |
//! | --- | --- |
//! | `body` | the sheets: lines, signatures, codes, pictures, and where pages begin |
//! | `grid` | tables, with their widths and cells over several rows or columns |
//! | `letters` | texts, without the characters that no such file may hold |
//! | `picture` | square codes as pictures |

mod body;
mod grid;
mod letters;
mod picture;

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::paper::PaperFile;
use body::Body;
use letters::escaped;

/// The parts that are the same in every file, by their place in it.
const FIXED: [(&str, &str); 7] = [
    ("[Content_Types].xml", include_str!("parts/content_types.xml")),
    ("_rels/.rels", include_str!("parts/package_relations.xml")),
    ("word/styles.xml", include_str!("parts/styles.xml")),
    ("word/numbering.xml", include_str!("parts/numbering.xml")),
    ("word/fontTable.xml", include_str!("parts/font_table.xml")),
    ("word/settings.xml", include_str!("parts/settings.xml")),
    ("word/footer1.xml", include_str!("parts/footer.xml")),
];

/// The parts that the document leads to besides its pictures: the kind of each, and its place.
const RELATIONS: [(&str, &str); 5] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("fontTable", "fontTable.xml"),
    ("settings", "settings.xml"),
    ("footer", "footer1.xml"),
];

/// The id of the footer among them, which every section names.
const FOOTER: &str = "rId5";

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Writes the file.
///
/// # Errors
/// In the words of the packer or of the writer of pictures, which no paper is known to cause; of a picture without a
/// file.
pub(crate) fn write(paper: &PaperFile, pictures: &[u8]) -> Result<Vec<u8>, String> {
    let body = Body::of(paper, pictures)?;
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (place, text) in FIXED {
        add(&mut file, place, text.as_bytes())?;
    }
    add(&mut file, "docProps/core.xml", properties(&paper.title).as_bytes())?;
    add(&mut file, "word/_rels/document.xml.rels", relations(body.pictures.len()).as_bytes())?;
    add(&mut file, "word/document.xml", body.xml.as_bytes())?;
    for (at, picture) in body.pictures.iter().enumerate() {
        add(&mut file, &format!("word/{}", picture_place(at)), picture)?;
    }
    Ok(file.finish().map_err(|fault| fault.to_string())?.into_inner())
}

fn add(file: &mut ZipWriter<Cursor<Vec<u8>>>, place: &str, bytes: &[u8]) -> Result<(), String> {
    // No time of the clock: the same paper gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    file.start_file(place, options).map_err(|fault| fault.to_string())?;
    file.write_all(bytes).map_err(|fault| fault.to_string())
}

fn properties(title: &str) -> String {
    let title = escaped(title);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title></cp:coreProperties>"
    )
}

fn relations(pictures: usize) -> String {
    let fixed = RELATIONS.iter().map(|(kind, place)| (*kind, (*place).to_owned()));
    let all = fixed.chain((0..pictures).map(|at| ("image", picture_place(at))));
    let all: String = all
        .zip(1..)
        .map(|((kind, place), id)| {
            format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{place}\"/>")
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{all}</Relationships>"
    )
}

fn picture_place(at: usize) -> String {
    format!("media/picture{}.png", at + 1)
}

/// The id by which the document names a picture.
fn picture_id(at: usize) -> String {
    format!("rId{}", RELATIONS.len() + at + 1)
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use quick_xml::Reader;
    use quick_xml::events::Event;
    use zip::ZipArchive;

    use super::*;
    use crate::paper::{LineStyle, PaperCell, PaperLine, PaperPart, PaperPicture, PaperSheet, PaperTable};

    fn line(style: LineStyle, text: &str) -> PaperPart {
        PaperPart::Line(PaperLine { style, text: text.to_owned(), keep: false })
    }

    fn cell(text: &str) -> PaperCell {
        PaperCell { lines: vec![text.to_owned()], ..PaperCell::default() }
    }

    fn table(rows: Vec<Vec<PaperCell>>) -> PaperPart {
        PaperPart::Table(PaperTable { heading_rows: 1, ruled: true, keep: false, rows })
    }

    fn paper(sheets: Vec<PaperSheet>) -> PaperFile {
        PaperFile { title: "台账 <1>".to_owned(), sheets }
    }

    fn upright(parts: Vec<PaperPart>) -> PaperSheet {
        PaperSheet { wide: false, parts }
    }

    /// The parts of the file with their texts; pictures as nothing.
    fn parts(bytes: &[u8]) -> Vec<(String, String)> {
        let mut file = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let count = file.len();
        let read = |at: usize| {
            let mut part = file.by_index(at).unwrap();
            let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
            part.read_to_end(&mut bytes).unwrap();
            (name, String::from_utf8(bytes).unwrap_or_default())
        };
        (0..count).map(read).collect()
    }

    fn document(paper: &PaperFile) -> String {
        let all = parts(&write(paper, &[]).unwrap());
        all.into_iter().find(|(name, _)| name == "word/document.xml").unwrap().1
    }

    /// Panics unless every element ends where it must.
    fn assert_closed(name: &str, xml: &str) {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => return,
                Ok(_) => {}
                Err(fault) => panic!("{name}: {fault}"),
            }
        }
    }

    fn of_all_parts() -> PaperFile {
        let tall = PaperCell { rows: 2, ..cell("高") };
        let broad = PaperCell { columns: 2, heading: true, ..cell("宽") };
        let hand =
            PaperCell { hand: true, lines: vec!["一\u{1}".into(), "<二>\n𠮷".into()], ..PaperCell::default() };
        paper(vec![
            upright(vec![
                line(LineStyle::Title, "题"),
                line(LineStyle::Framed, "演示"),
                line(LineStyle::Item, "项 & 目"),
                PaperPart::Code { text: "ANZIPING KEY 1".into(), label: "\"码\"".into() },
                table(vec![vec![tall, broad], vec![cell("甲"), hand]]),
                PaperPart::Signs(vec!["签字：".into(), "盖章：".into(), "日期：".into()]),
            ]),
            PaperSheet { wide: true, parts: vec![table(vec![vec![cell("横")]])] },
            PaperSheet { wide: true, parts: vec![line(LineStyle::Hint, "又一张")] },
        ])
    }

    #[test]
    fn every_part_is_whole_xml_and_named_by_another() {
        let all = parts(&write(&of_all_parts(), &[]).unwrap());
        for (name, xml) in all.iter().filter(|(name, _)| !name.ends_with(".png")) {
            assert_closed(name, xml);
        }
        let said = |wanted: &str| all.iter().find(|(name, _)| name == wanted).unwrap().1.as_str();
        for (name, _) in all.iter().filter(|(name, _)| name.starts_with("word/") && !name.ends_with(".rels")) {
            let relative = name.strip_prefix("word/").unwrap();
            let named = said("word/_rels/document.xml.rels").contains(&format!("Target=\"{relative}\""));
            assert!(named || said("_rels/.rels").contains(name), "{name} is reached by nothing");
        }
        assert!(
            said("word/document.xml").contains("r:embed=\"rId6\"")
                && said("docProps/core.xml").contains("台账 &lt;1&gt;")
        );
    }

    #[test]
    fn the_same_paper_gives_the_same_bytes() {
        assert!(write(&of_all_parts(), &[]).unwrap() == write(&of_all_parts(), &[]).unwrap());
    }

    #[test]
    fn a_cell_over_rows_and_one_over_columns_stand_in_the_grid() {
        let xml = document(&of_all_parts());
        let rows: Vec<&str> = xml.split("<w:tr>").skip(1).take(2).collect();
        assert!(
            rows[0].contains("<w:vMerge w:val=\"restart\"/>") && rows[0].contains("<w:gridSpan w:val=\"2\"/>"),
            "{xml}"
        );
        let below = rows[1].split("<w:tc>").skip(1).collect::<Vec<_>>();
        assert_eq!(below.len(), 3, "{xml}");
        assert!(
            below[0].contains("<w:vMerge/>") && below[1].contains("甲") && below[2].contains("&lt;二&gt;"),
            "{xml}"
        );
        assert!(rows[1].contains("w:hRule=\"atLeast\"") && !rows[1].contains('\u{1}'));
    }

    #[test]
    fn a_row_that_ends_early_reaches_the_last_column() {
        let xml = document(&paper(vec![upright(vec![table(vec![vec![cell("一"), cell("二")], vec![cell("三")]])])]));
        let rows = xml.split("<w:tr>").skip(1).map(|row| row.matches("<w:tc>").count());
        assert_eq!(rows.collect::<Vec<_>>(), [2, 2]);
    }

    #[test]
    fn in_a_table_of_fourteen_columns_no_day_breaks_in_two_lines() {
        let (day, text) = ("2026-11-05", "打磨间梁上积尘没有按制度清理，停产清扫，加装吸尘");
        let row = [day, day, text, text, "一般隐患", "赵一", text, day, text, day, "李四", day, "销号", day].map(cell);
        let wide = PaperSheet { wide: true, parts: vec![table(vec![row.into()])] };
        let xml = document(&paper(vec![wide]));
        let columns = xml.split("<w:gridCol w:w=\"").skip(1);
        let columns: Vec<usize> = columns.map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
        // Ten digits of eight points, half as wide as high, and the space beside them.
        for at in [0, 1, 7, 9, 11, 13] {
            assert!(columns[at] >= 10 * 80 + 80, "{columns:?}");
        }
        for at in [2, 3, 6, 8] {
            assert!(columns[at] >= 6 * 160 + 80, "a text has six characters in a line: {columns:?}");
        }
        assert!(xml.contains("w:val=\"CellSmall\""));
    }

    #[test]
    fn the_heading_repeats_and_no_row_is_cut_in_two() {
        let rows = (0..300).map(|number| vec![cell(&number.to_string()), cell("油污")]).collect();
        let xml = document(&paper(vec![upright(vec![table(rows)])]));
        assert_eq!((xml.matches("<w:tblHeader/>").count(), xml.matches("<w:cantSplit/>").count()), (1, 300));
        let heading = xml.split("<w:tr>").nth(1).unwrap();
        assert!(heading.contains("<w:tblHeader/>") && heading.contains("<w:keepNext/>"));
    }

    #[test]
    fn what_is_signed_stands_on_the_page_of_the_signatures() {
        let signs = || PaperPart::Signs(vec!["签字：".into()]);
        let xml = document(&paper(vec![upright(vec![table(vec![vec![cell("一")], vec![cell("二")]]), signs()])]));
        let last = xml.split("<w:tr>").nth(2).and_then(|row| row.split("</w:tr>").next()).unwrap();
        assert!(last.contains("二") && last.contains("<w:keepNext/>"), "{last}");
        let xml = document(&paper(vec![upright(vec![line(LineStyle::Plain, "声明"), signs()])]));
        assert!(
            xml.split("声明").next().unwrap().ends_with("<w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">"),
            "{xml}"
        );
    }

    fn picture(bytes: usize, size: [u32; 2]) -> PaperPart {
        PaperPart::Picture(PaperPicture { bytes, size, label: "图 <1>".into() })
    }

    /// The sizes of the pictures in thousandths of a millimetre.
    fn sizes(xml: &str) -> Vec<[u64; 2]> {
        let extents = xml.split("<wp:extent cx=\"").skip(1).map(|rest| rest.split("/>").next().unwrap());
        let numbers = |extent: &str| {
            let all = extent.split('"').filter_map(|text| text.parse::<u64>().ok()).map(|units| units / 36);
            <[u64; 2]>::try_from(all.collect::<Vec<_>>()).unwrap()
        };
        extents.map(numbers).collect()
    }

    #[test]
    fn pictures_beside_each_other_stand_in_one_line_and_none_is_larger_than_its_page() {
        let signs = || vec![picture(3, [85, 100]), picture(2, [85, 100]), line(LineStyle::Plain, "完")];
        let map = PaperSheet { wide: true, parts: vec![picture(1, [400, 200])] };
        let card = upright(vec![line(LineStyle::Title, "题"), picture(1, [24, 600])]);
        let file = write(&paper(vec![upright(signs()), map, card]), b"aaabbcd").unwrap();
        let all = parts(&file);
        let said = |wanted: &str| &all.iter().find(|(name, _)| name == wanted).expect(wanted).1;
        let xml = said("word/document.xml");
        assert_eq!(sizes(xml), [[85_000, 100_000], [85_000, 100_000], [267_000, 133_500], [9_600, 240_000]]);
        let together = xml.split("</w:p>").find(|one| one.contains("picture1")).unwrap();
        assert!(together.contains("picture2") && together.contains("图 &lt;1&gt;"), "{together}");
        let files: Vec<&str> = (1..=4).map(|at| said(&format!("word/media/picture{at}.png")).as_str()).collect();
        assert_eq!(files, ["aaa", "bb", "c", "d"]);
        assert!(write(&paper(vec![upright(signs())]), b"aaab").is_err(), "a picture without a file");
    }

    #[test]
    fn pages_lie_as_their_sheets_do() {
        let xml = document(&of_all_parts());
        assert_eq!((xml.matches("<w:sectPr>").count(), xml.matches("w:orient=\"landscape\"").count()), (2, 1));
        assert_eq!(xml.matches("<w:pageBreakBefore/>").count(), 1, "the third sheet lies as the second one");
        assert!(xml.find("又一张") < xml.find("w:orient=\"landscape\""));
    }
}
