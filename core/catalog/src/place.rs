//! Places in a document as lawyers write them: `24②、97(一)`, `14–20`, `5.8.2`, `露天矿山(三)(四)`.

/// An article or clause, and the numbered item in it where one is named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CitedPlace {
    article: String,
    item: String,
}

impl CitedPlace {
    /// The article it stands in, as a whole.
    pub(crate) fn article(&self) -> Self {
        Self { article: self.article.clone(), item: String::new() }
    }
}

/// All places of a citation.
///
/// Paragraphs (②) are not told apart: who reads an article reads its paragraphs.
pub(crate) fn places(at: &str) -> Vec<CitedPlace> {
    at.split('、').map(str::trim).filter(|part| !part.is_empty()).flat_map(part).collect()
}

fn part(part: &str) -> Vec<CitedPlace> {
    if let Some(range) = range(part) {
        return range;
    }
    let end = part.find(|c: char| c == '(' || is_paragraph(c)).unwrap_or(part.len());
    let (article, rest) = part.split_at(end);
    let place = |item: &str| CitedPlace { article: article.to_owned(), item: item.to_owned() };
    let items: Vec<CitedPlace> =
        rest.split('(').skip(1).filter_map(|piece| piece.split(')').next()).map(place).collect();
    if items.is_empty() { vec![place("")] } else { items }
}

/// `14–20` as the articles it names.
fn range(part: &str) -> Option<Vec<CitedPlace>> {
    let (first, last) = part.split_once('–')?;
    let (first, last) = (first.parse::<u16>().ok()?, last.parse::<u16>().ok()?);
    Some((first..=last).map(|number| CitedPlace { article: number.to_string(), item: String::new() }).collect())
}

/// `13(一)` for 第十三条（一）; a place that is not an article keeps its words.
pub(crate) fn short(at: &str) -> String {
    let plain = at.replace('（', "(").replace('）', ")");
    let Some((number, rest)) = plain.strip_prefix('第').and_then(|rest| rest.split_once('条')) else { return plain };
    numeral(number).map_or_else(|| plain.clone(), |number| format!("{number}{rest}"))
}

/// Places as a person reads them: `第24条第二款、第97条第（一）项` for `24②、97(一)`.
pub fn spoken(at: &str) -> String {
    let said: Vec<String> = at.split('、').map(str::trim).filter(|part| !part.is_empty()).map(spoken_part).collect();
    said.join("、")
}

fn spoken_part(part: &str) -> String {
    if let Some((first, last)) = part.split_once('–') {
        return format!("第{first}条至第{last}条");
    }
    let end = part.find(|c: char| c == '(' || is_paragraph(c)).unwrap_or(part.len());
    let (article, rest) = part.split_at(end);
    let wide = |text: &str| text.replace('(', "（").replace(')', "）");
    if !article.starts_with(|c: char| c.is_ascii_digit()) {
        return format!("{article}{}", wide(rest));
    }
    let end = rest.find('(').unwrap_or(rest.len());
    let (paragraphs, items) = rest.split_at(end);
    let numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let paragraph = |c: char| numbers.get((u32::from(c) - u32::from('①')) as usize).copied().unwrap_or_default();
    let paragraphs: Vec<String> = paragraphs.chars().map(|c| format!("第{}款", paragraph(c))).collect();
    let items: Vec<String> = items.split_inclusive(')').map(|item| format!("第{}项", wide(item))).collect();
    format!("第{article}条{}{}", paragraphs.join("、"), items.join("、"))
}

fn is_paragraph(c: char) -> bool {
    ('①'..='⑩').contains(&c)
}

/// A Chinese numeral up to 九十九.
fn numeral(text: &str) -> Option<u32> {
    let digit = |c: char| "一二三四五六七八九".chars().zip(1..).find(|(known, _)| *known == c).map(|(_, digit)| digit);
    let (tens, ones) = match text.split_once('十') {
        Some((tens, ones)) => (if tens.is_empty() { 1 } else { digit(tens.chars().next()?)? }, ones),
        None => (0, text),
    };
    let ones = if ones.is_empty() && tens > 0 { 0 } else { digit(ones.chars().next()?)? };
    Some(tens * 10 + ones)
}

#[cfg(test)]
mod tests {
    use super::{places, short, spoken};

    fn told(at: &str) -> Vec<String> {
        places(at).iter().map(|place| format!("{}|{}", place.article, place.item)).collect()
    }

    #[test]
    fn lists_ranges_paragraphs_and_items_are_taken_apart() {
        assert_eq!(told("24②、97(一)"), ["24|", "97|一"]);
        assert_eq!(told("65①(三)、70"), ["65|三", "70|"]);
        assert_eq!(told("4(六)(七)"), ["4|六", "4|七"]);
        assert_eq!(told("14–16"), ["14|", "15|", "16|"]);
        assert_eq!(told("5.3、5.8.2"), ["5.3|", "5.8.2|"]);
        assert_eq!(told("露天矿山(三)(十二)"), ["露天矿山|三", "露天矿山|十二"]);
        assert!(told("").is_empty());
    }

    #[test]
    fn a_place_is_said_so_that_a_person_understands_it() {
        for (at, expected) in [
            ("24②、97(一)", "第24条第二款、第97条第（一）项"),
            ("36①②", "第36条第一款、第二款"),
            ("65①(三)、70", "第65条第一款第（三）项、第70条"),
            ("4(六)(七)", "第4条第（六）项、第（七）项"),
            ("14–17", "第14条至第17条"),
            ("5.8.2", "第5.8.2条"),
            ("露天矿山(三)(十二)", "露天矿山（三）（十二）"),
            ("二(五)", "二（五）"),
            ("", ""),
        ] {
            assert_eq!(spoken(at), expected);
        }
    }

    #[test]
    fn a_written_article_becomes_a_number() {
        for (at, expected) in [
            ("第三条（一）", "3(一)"),
            ("第十条（二）", "10(二)"),
            ("第十三条（一）", "13(一)"),
            ("第二十一条", "21"),
            ("露天矿山（十二）", "露天矿山(十二)"),
        ] {
            assert_eq!(short(at), expected);
        }
    }
}
