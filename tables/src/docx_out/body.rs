//! The sheets: lines, signatures, codes, pictures, and where pages begin and how they lie.

use super::letters::{escaped, run};
use super::{FOOTER, grid, picture, picture_id};
use crate::paper::{LineStyle, PaperFile, PaperLine, PaperPart, PaperPicture, PaperSheet};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
    xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>";

/// A side of A4 and its margin, in twentieths of a point: 210 mm, 297 mm, 15 mm.
const SHORT: usize = 11906;
const LONG: usize = 16838;
const MARGIN: usize = 850;
/// A millimetre in the units of drawings.
const MILLIMETRE: usize = 36_000;
/// The side of a square code.
const CODE: usize = 34 * MILLIMETRE;
/// Millimetres between the margins of A4, along its short and its long side.
const ROOM_SHORT: usize = 180;
const ROOM_LONG: usize = 267;
/// Millimetres that a picture leaves to what is above and below it on its page.
const BESIDE: usize = 27;
/// Millimetres that no side of a picture reaches.
const MOST: usize = 2_000;
/// Space above a line to sign on, in twentieths of a point.
const ROOM: usize = 400;

/// The document's own part, and the pictures it names.
pub(super) struct Body<'a> {
    pub xml: String,
    pub pictures: Vec<Vec<u8>>,
    /// The files of the pictures that are still to come, one behind the other.
    files: &'a [u8],
}

impl<'a> Body<'a> {
    /// The part of a paper.
    ///
    /// # Errors
    /// In the words of the writer of pictures; of a picture without a file.
    pub(super) fn of(paper: &PaperFile, files: &'a [u8]) -> Result<Self, String> {
        let mut body = Self { xml: HEAD.to_owned(), pictures: Vec::new(), files };
        let mut lies: Option<bool> = None;
        for sheet in &paper.sheets {
            // Where the page turns, a section ends; else a page.
            match lies {
                Some(wide) if wide != sheet.wide => {
                    body.xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"End\"/>{}</w:pPr></w:p>", section(wide)));
                }
                Some(_) => body.xml.push_str("<w:p><w:pPr><w:pStyle w:val=\"End\"/><w:pageBreakBefore/></w:pPr></w:p>"),
                None => {}
            }
            body.sheet(sheet)?;
            lies = Some(sheet.wide);
        }
        body.xml.push_str(&format!(
            "<w:p><w:pPr><w:pStyle w:val=\"End\"/></w:pPr></w:p>{}</w:body></w:document>",
            section(lies.unwrap_or_default())
        ));
        Ok(body)
    }

    fn sheet(&mut self, sheet: &PaperSheet) -> Result<(), String> {
        let width = if sheet.wide { LONG } else { SHORT } - 2 * MARGIN;
        for (at, part) in sheet.parts.iter().enumerate() {
            let next = sheet.parts.get(at + 1);
            // Nobody signs an empty page: what stands before the lines to sign on goes with them.
            let signed = matches!(next, Some(PaperPart::Signs(_)));
            match part {
                PaperPart::Line(line) => self.line(line, signed),
                PaperPart::Table(table) => {
                    self.xml.push_str(&grid::table(table, width, signed));
                    self.apart(next);
                }
                PaperPart::Signs(labels) => {
                    self.signs(labels, width);
                    self.apart(next);
                }
                PaperPart::Code { text, label } => self.code(text, label)?,
                PaperPart::Picture(picture) => {
                    let is_picture = |part: Option<&PaperPart>| matches!(part, Some(PaperPart::Picture(_)));
                    if !is_picture(at.checked_sub(1).and_then(|before| sheet.parts.get(before))) {
                        let keep = if signed { "<w:keepNext/>" } else { "" };
                        self.xml.push_str(&format!("<w:p><w:pPr>{keep}<w:jc w:val=\"center\"/></w:pPr>"));
                    }
                    let [across, down] = if sheet.wide { [ROOM_LONG, ROOM_SHORT] } else { [ROOM_SHORT, ROOM_LONG] };
                    self.picture(picture, [across, down - BESIDE])?;
                    if !is_picture(next) {
                        self.xml.push_str("</w:p>");
                    }
                }
            }
        }
        Ok(())
    }

    /// Tables that touch would become one.
    fn apart(&mut self, next: Option<&PaperPart>) {
        match next {
            Some(PaperPart::Signs(_)) => {
                self.xml.push_str("<w:p><w:pPr><w:pStyle w:val=\"End\"/><w:keepNext/></w:pPr></w:p>");
            }
            Some(_) => {
                self.xml.push_str("<w:p><w:pPr><w:pStyle w:val=\"End\"/><w:spacing w:after=\"100\"/></w:pPr></w:p>")
            }
            None => {}
        }
    }

    fn line(&mut self, line: &PaperLine, signed: bool) {
        let style = match line.style {
            LineStyle::Title => "Title",
            LineStyle::Heading => "Heading1",
            LineStyle::Plain => "Normal",
            LineStyle::Strong => "Strong",
            LineStyle::Hint => "Hint",
            LineStyle::Item => "ListBullet",
            LineStyle::Framed => "Framed",
        };
        let keep = if line.keep || signed { "<w:keepNext/>" } else { "" };
        self.xml.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{keep}</w:pPr>{}</w:p>", run(&line.text)));
    }

    /// Labels two by two, each above a line as long as its half of the page.
    fn signs(&mut self, labels: &[String], width: usize) {
        let columns = labels.len().clamp(1, 2);
        let gap = if columns == 2 { 400 } else { 0 };
        let half = (width - gap) / columns;
        let cell = |label: Option<&String>, keep: &str| {
            let line =
                "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"6\" w:space=\"0\" w:color=\"111111\"/></w:tcBorders>";
            let (line, text) = label.map_or(("", String::new()), |label| (line, run(label)));
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{half}\" w:type=\"dxa\"/>{line}</w:tcPr><w:p><w:pPr>\
                 <w:pStyle w:val=\"Sign\"/>{keep}<w:spacing w:before=\"{ROOM}\"/></w:pPr>{text}</w:p></w:tc>"
            )
        };
        let between = |keep: &str| {
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{gap}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Sign\"/>{keep}\
                 </w:pPr></w:p></w:tc>"
            )
        };
        let mut grid = format!("<w:gridCol w:w=\"{half}\"/>");
        if columns == 2 {
            grid = format!("{grid}<w:gridCol w:w=\"{gap}\"/>{grid}");
        }
        self.xml.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr>\
             <w:tblGrid>{grid}</w:tblGrid>"
        ));
        let rows = labels.len().div_ceil(2);
        for (at, pair) in labels.chunks(2).enumerate() {
            let keep = if at + 1 < rows { "<w:keepNext/>" } else { "" };
            self.xml.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            self.xml.push_str(&cell(pair.first(), keep));
            if columns == 2 {
                self.xml.push_str(&between(keep));
                self.xml.push_str(&cell(pair.get(1), keep));
            }
            self.xml.push_str("</w:tr>");
        }
        self.xml.push_str("</w:tbl>");
    }

    fn code(&mut self, text: &str, label: &str) -> Result<(), String> {
        let Some(bytes) = picture::code(text)? else { return Ok(()) };
        self.xml.push_str("<w:p><w:pPr><w:keepNext/></w:pPr>");
        self.drawing(bytes, [CODE, CODE], label);
        self.xml.push_str("</w:p>");
        Ok(())
    }

    /// A picture in the room of a page, which is given in millimetres.
    fn picture(&mut self, picture: &PaperPicture, room: [usize; 2]) -> Result<(), String> {
        let (own, rest) = self.files.split_at_checked(picture.bytes).ok_or("a picture without a file")?;
        self.files = rest;
        let [across, down] = picture.size.map(|side| usize::try_from(side).unwrap_or(1).clamp(1, MOST));
        let [wide, high] = room.map(|side| side * MILLIMETRE);
        let (mut cx, mut cy) = (across * MILLIMETRE, down * MILLIMETRE);
        if cx > wide {
            (cx, cy) = (wide, cy * wide / cx);
        }
        if cy > high {
            (cx, cy) = (cx * high / cy, high);
        }
        self.drawing(own.to_vec(), [cx, cy], &picture.label);
        Ok(())
    }

    /// A run with a picture in it, its sides in the units of drawings.
    fn drawing(&mut self, bytes: Vec<u8>, [cx, cy]: [usize; 2], label: &str) {
        let (id, number, label) = (picture_id(self.pictures.len()), self.pictures.len() + 1, escaped(label));
        self.pictures.push(bytes);
        self.xml.push_str(&format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{cx}\" cy=\"{cy}\"/><wp:docPr id=\"{number}\" name=\"picture{number}\" \
             descr=\"{label}\"/>\
             <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"picture{number}.png\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"{id}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r>"
        ));
    }
}

/// Writes the size and orientation of the pages up to here.
fn section(wide: bool) -> String {
    let (width, height, lies) = if wide { (LONG, SHORT, " w:orient=\"landscape\"") } else { (SHORT, LONG, "") };
    format!(
        "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"{FOOTER}\"/><w:type w:val=\"nextPage\"/>\
         <w:pgSz w:w=\"{width}\" w:h=\"{height}\"{lies}/><w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" \
         w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" w:header=\"400\" w:footer=\"400\" w:gutter=\"0\"/></w:sectPr>"
    )
}
