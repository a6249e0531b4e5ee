//! Words of texts that go through a chat in pieces.

use anziping_core::record::pieces::PiecesFault;

use crate::platform::deflate::InflateFault;

/// Says above the pieces how many there are, and what to do with them.
pub(crate) fn cut(count: usize, characters: usize) -> String {
    let size = super::common::bytes(characters as u64);
    match count {
        1 => format!("共 {size}，一条消息就够。"),
        _ => format!("共 {size}，分成 {count} 段，每段一条消息。请逐段复制、逐条发送，先后不限，一段都不能少。"),
    }
}

/// Copies a piece.
pub(crate) fn copy(number: usize) -> String {
    format!("复制第 {number} 段")
}

/// Says that a piece is copied.
pub(crate) fn copied(number: usize) -> String {
    format!("第 {number} 段已复制")
}

/// The browser did not copy.
pub(crate) fn by_hand(number: usize) -> String {
    format!("浏览器没有复制成功。请在下面的框里全选、复制第 {number} 段：")
}

/// Label of the field with the piece that the browser did not copy.
pub(crate) const TEXT: &str = "这一段的全文";

/// Says why the pasted text is not whole.
pub(crate) fn fault(fault: &PiecesFault) -> String {
    match fault {
        PiecesFault::NoPiece => "粘贴的文字里没有安自评的内容。".into(),
        PiecesFault::Missing { missing, total } => {
            let numbers: Vec<String> = missing.iter().take(20).map(usize::to_string).collect();
            format!("一共 {total} 段，还缺第 {} 段。请把缺的也复制过来，接着粘贴在后面。", numbers.join("、"))
        }
        PiecesFault::Several => "粘贴的文字里有几次备份的段落混在一起，请只粘贴同一次的。".into(),
        PiecesFault::Damaged => "有一段没有复制完整，或被改动过。请重新复制。".into(),
        PiecesFault::TooLong => "内容太多，不适合用消息发送，请用文件。".into(),
    }
}

/// Says why the pasted text cannot be decompressed.
pub(crate) fn inflate(inflate: InflateFault) -> String {
    match inflate {
        InflateFault::Unsupported => "这个浏览器太旧，解不开压缩的文字。请换新一点的浏览器，或用备份文件。".into(),
        InflateFault::Damaged => fault(&PiecesFault::Damaged),
        InflateFault::TooLarge => "解开以后太大，不是安自评的内容。".into(),
    }
}
