//! Words of the page that shows what everything rests on.

use anziping_core::catalog::{Confidence, DocumentUse, LegalDocument, ReadText, spoken};

use super::common;

pub(crate) const TITLE: &str = "依据";
pub(crate) const LEAD: &str = "检查表引用的法律、规章、标准：现在还有没有效，哪些条文读过、在哪里读的、哪天读的，哪些题引用它。\
                               没有读过条文的都标出来；判断和执行以现行有效文本为准。";
/// Goes to the page.
pub(crate) const TO_PAGE: &str = "看全部依据：哪些现行、哪些读过原文";
/// The address of the official record.
pub(crate) const RECORD: &str = "题录：";
/// The address of the copy that was opened.
pub(crate) const COPY: &str = "实际打开的文本：";
/// No article was read.
pub(crate) const NOT_READ: &str = "条文没有读到，引用它的地方都标着“转载”或者“待核”。";

/// Classes of the marks, the marks, and what they mean.
pub(crate) const MARKS: [(&str, &str, &str); 4] = [
    ("tag tag-good", "现行有效", "题录核对过；条文读没读过看下面"),
    ("tag", "转载", "只和公开转载、汇编对照过，没有打开官方文本"),
    ("tag tag-warn", "待核", "出自行业知识，没有打开过文本，用之前先核对"),
    ("tag tag-bad", "已被代替", "已经不是现行文本，引用它的地方写明为什么还引用"),
];

/// `文件 69 份，读过条文的 17 份；引用 519 处，已核对 337 处。`
pub(crate) fn sum(uses: &[DocumentUse<'_>]) -> String {
    let read = uses.iter().filter(|of| !of.read.is_empty()).count();
    let cited: usize = uses.iter().map(|of| of.cited.len()).sum();
    let verified: usize = uses.iter().map(DocumentUse::verified).sum();
    format!("文件 {} 份，读过条文的 {read} 份；引用 {cited} 处，其中条文读过的 {verified} 处。", uses.len())
}

/// Since when, what it replaced, and the month of the last look.
pub(crate) fn days(document: &LegalDocument) -> String {
    let some = |text: &str, said: fn(&str) -> String| (!text.is_empty()).then(|| said(text));
    let parts = [
        some(&document.in_force_since, |day| format!("{}起施行", common::day_or(day))),
        some(&document.replaces, |replaced| format!("代替{replaced}")),
        some(&document.checked_on, |month| format!("题录{month}核对")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// Says which articles were read, and on which day.
pub(crate) fn read(text: &ReadText) -> String {
    format!("读过{}，{}。", spoken(&text.at), common::day_or(&text.read_on))
}

/// Says how many places cite it.
pub(crate) fn cited(of: &DocumentUse<'_>, beside: usize) -> String {
    let tables = if beside > 0 { format!("；四张清单、日程、费用等 {beside} 处") } else { String::new() };
    match of.cited.len() {
        0 if beside == 0 => "检查表没有直接引用它".to_owned(),
        count => format!("检查表引用它 {count} 处，条文读过的 {} 处{tables}", of.verified()),
    }
}

/// The mark of a place, with its class; empty where the text was read.
pub(crate) fn doubt(confidence: Confidence) -> (&'static str, &'static str) {
    match confidence {
        Confidence::Verified => ("", ""),
        Confidence::Secondary => ("tag", "转载"),
        Confidence::Unconfirmed => ("tag tag-warn", "待核"),
    }
}

/// The state of a document in force, as far as its record is known, with its class.
pub(crate) fn in_force(confidence: Confidence) -> (&'static str, &'static str) {
    match confidence {
        Confidence::Verified => ("tag tag-good", "现行有效"),
        Confidence::Secondary => ("tag", "现行有效（据转载）"),
        Confidence::Unconfirmed => ("tag tag-warn", "是否现行待核"),
    }
}

#[cfg(test)]
mod tests {
    use anziping_core::edition::builtin;

    use super::*;

    #[test]
    fn a_document_tells_its_days_and_what_was_read() {
        let catalogue = builtin::catalogue().unwrap();
        let order = catalogue.document("order10").unwrap();
        assert_eq!(days(order), "2023年5月15日起施行，代替安监总管四〔2017〕129号，题录2026-09核对");
        let text = catalogue.readings.iter().find(|text| text.document == "order10").unwrap();
        assert_eq!(read(text), "读过第3条至第14条，2026年11月28日。");
    }

    #[test]
    fn the_marks_of_what_was_read_seen_and_not_confirmed_differ() {
        let all = [Confidence::Verified, Confidence::Secondary, Confidence::Unconfirmed];
        let (marks, states) = (all.map(doubt), all.map(in_force));
        for of in [marks, states] {
            assert!(of[0] != of[1] && of[1] != of[2] && of[0] != of[2], "{of:?}");
            assert!(of[0].0 != of[1].0 && of[1].0 != of[2].0, "by their look too: {of:?}");
        }
    }

    #[test]
    fn the_sum_counts_documents_and_citations_of_the_check_list() {
        let uses = builtin::catalogue().unwrap().document_uses();
        let cited: usize = uses.iter().map(|of| of.cited.len()).sum();
        assert!(sum(&uses).contains(&format!("引用 {cited} 处")) && cited > 400, "{}", sum(&uses));
    }
}
