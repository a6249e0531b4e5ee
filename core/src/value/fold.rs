//! Texts as they are compared: without padding, width, and forms that look alike.

use crate::value::uscc::half_width;

/// The radicals of Kangxi (U+2F00…) as the characters they look like.
///
/// PDF readers and scanners write them.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓\
彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽\
老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯\
鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Other radicals, private forms of old encodings and dots of names, each with the usual character.
const ALIKE: &[(char, char)] = &[
    ('⺠', '民'),
    ('⺟', '母'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻮', '齿'),
    ('⻰', '龙'),
    ('⻳', '龟'),
    ('\u{e863}', '䶮'),
    ('\u{e81e}', '\u{9fb4}'),
    ('\u{e826}', '\u{9fb5}'),
    ('\u{e82b}', '\u{9fb6}'),
    ('\u{e82c}', '\u{9fb7}'),
    ('\u{e832}', '\u{9fb8}'),
    ('\u{e843}', '\u{9fb9}'),
    ('\u{e854}', '\u{9fba}'),
    ('\u{e864}', '\u{9fbb}'),
    ('•', '·'),
    ('・', '·'),
    ('･', '·'),
    ('‧', '·'),
    ('⋅', '·'),
    ('．', '.'),
];

/// The usual character for one that looks like it.
fn usual(c: char) -> char {
    // Nearly every character is one of these.
    if matches!(c, '\u{4e00}'..='\u{9fff}') || c.is_ascii() {
        return c;
    }
    if let Some((_, usual)) = ALIKE.iter().find(|(alike, _)| *alike == c) {
        return *usual;
    }
    let radical = matches!(c, '\u{2f00}'..='\u{2fd5}').then(|| KANGXI.chars().nth(c as usize - 0x2f00)).flatten();
    radical.unwrap_or_else(|| half_width(c))
}

/// Returns whether a character takes no room or is a blank of any width.
fn is_nothing(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fe0e}' | '\u{fe0f}')
}

/// The text for comparing; never for keeping.
pub fn fold(text: &str) -> String {
    text.chars().filter(|c| !is_nothing(*c)).map(usual).flat_map(char::to_lowercase).collect()
}

/// Folds an enterprise's name, so that easily confused spellings are equal.
///
/// 有限责任公司 becomes 有限公司, brackets become one kind, dots between words go.
pub fn fold_enterprise(name: &str) -> String {
    let bracket = |c: char| match c {
        '[' | '【' | '〔' | '﹙' => '(',
        ']' | '】' | '〕' | '﹚' => ')',
        c => c,
    };
    let name: String = fold(name).chars().filter(|c| *c != '·').map(bracket).collect();
    name.replace("有限责任公司", "有限公司")
}

/// A class or level for comparing: `Ｂ类`, `b 级` and `B` are the same.
pub fn fold_class(class: &str) -> String {
    fold(class).trim_end_matches(['级', '类']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_enterprises_are_the_same_when_they_look_alike() {
        for (one, other) in [
            ("示例机械有限公司", "示例机械有限责任公司"),
            ("示例（上海）机械厂", "示例(上海)机械厂"),
            ("示例【上海】机械厂", "示例〔上海〕 机械厂"),
            ("示例·机械厂", "示例•机械厂"),
            ("示例·机械厂", "示例机械厂"),
        ] {
            assert_eq!(fold_enterprise(one), fold_enterprise(other), "{one}");
        }
        assert_ne!(fold_enterprise("示例机械厂"), fold_enterprise("示例机械一厂"));
    }

    #[test]
    fn names_are_the_same_whatever_their_padding_width_and_form() {
        for (one, other) in [
            ("王　强", "王强"),
            (" 王\u{200b}强\u{feff}", "王强"),
            ("买买提•艾合买提", "买买提·艾合买提"),
            ("\u{e863}欣", "䶮欣"),
            ("⾼强", "高强"),
            ("⼯场⼀层⻔", "工场一层门"),
            ("ＡＢＣ１", "abc1"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_ne!(fold("王强"), fold("王刚"));
    }
}
