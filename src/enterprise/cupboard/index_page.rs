//! The table of contents as a page that opens anywhere by a double click.
//!
//! No script, nothing from elsewhere.

use super::contents::{BoxContents, BoxLine, Boxed};
use crate::words::cupboard::{self as words, BoxPart};

/// Name of the page in the box.
pub(super) const NAME: &str = "index.html";

/// Looks like a printed list, on a screen and on paper.
const STYLE: &str = "body{font:16px/1.5 sans-serif;max-width:60em;margin:1em auto;padding:0 1em;color:#111}\
    h1{font-size:1.4em}table{border-collapse:collapse;width:100%}\
    th,td{border:1px solid #888;padding:.3em .5em;text-align:start;vertical-align:top;overflow-wrap:anywhere}\
    tbody th{background:#eee}.when{white-space:nowrap}\
    .bad{font-weight:bold}@media print{a{color:inherit;text-decoration:none}}";

/// The class of a cell that is not as it ought to be.
const BAD: &str = " class=\"bad\"";

/// The page; `lines` stand below its title.
pub(super) fn page(title: &str, lines: &[String], contents: &BoxContents) -> String {
    let title = escaped(title);
    let below: String = lines.iter().map(|line| format!("<p>{}</p>\n", escaped(line))).collect();
    let heads: String = words::COLUMNS.iter().map(|head| format!("<th scope=\"col\">{}</th>", escaped(head))).collect();
    let parts: String = BoxPart::ALL.into_iter().map(|part| part_of(part, &contents.of(part))).collect();
    format!(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n\
         <body>\n<h1>{title}</h1>\n{below}<table>\n<thead><tr>{heads}</tr></thead>\n{parts}</table>\n</body>\n</html>\n"
    )
}

fn part_of(part: BoxPart, lines: &[&BoxLine]) -> String {
    let rows: String = lines.iter().map(|line| row(line)).collect();
    let span = words::COLUMNS.len();
    format!(
        "<tbody>\n<tr><th colspan=\"{span}\" scope=\"rowgroup\">{}</th></tr>\n{rows}</tbody>\n",
        escaped(&part.folder())
    )
}

fn row(line: &BoxLine) -> String {
    let (class, file, said) = match &line.boxed {
        Boxed::Here { path, said, sound } => {
            let name = path.rsplit('/').next().unwrap_or_default();
            let link = format!("<a href=\"{}\">{}</a>", address(path), escaped(name));
            let said: Vec<String> = said.iter().map(|line| escaped(line)).collect();
            (if *sound { "" } else { BAD }, link, said.join("<br>"))
        }
        Boxed::Nothing(why) => ("", escaped(words::NONE), escaped(why)),
        Boxed::Missed(why) => (BAD, escaped(words::NONE), escaped(why)),
    };
    let (what, when) = (escaped(&line.what), escaped(&line.when));
    format!("<tr{class}><td>{what}</td><td class=\"when\">{when}</td><td>{file}</td><td>{said}</td></tr>\n")
}

/// A text in HTML, also between quotation marks.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A path as an address beside the page.
fn address(path: &str) -> String {
    path.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_typed_is_no_markup_and_every_file_is_reached() {
        let mut contents = BoxContents::default();
        let path = contents.path(BoxPart::Risks, "a & <b>", "docx");
        contents.add(
            BoxPart::Risks,
            "<script>",
            "2026",
            Boxed::Here { path, said: vec!["1<2".into(), "二".into()], sound: true },
        );
        contents.add(BoxPart::Risks, "空", "2026", Boxed::Nothing(words::NO_ENTRY));
        let page = page("\"某\"<厂>", &["行".to_owned()], &contents);
        assert!(
            !page.contains("<script") && page.contains("&lt;script&gt;") && page.contains("&quot;某&quot;&lt;厂&gt;")
        );
        assert!(page.contains("href=\"4%20") && page.contains("/a%20%26%20b.docx\">a &amp; b.docx</a>"), "{page}");
        assert!(page.contains("<td>1&lt;2<br>二</td>") && page.contains(&format!("<td>{}</td>", words::NONE)));
        assert_eq!(page.matches("scope=\"rowgroup\"").count(), BoxPart::ALL.len());
    }
}
