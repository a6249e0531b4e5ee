//! A long text as pieces that fit into messages of a chat, and back from whatever was copied out of it.
//!
//! Where no file can be saved or sent, text can: every chat takes it. A piece names its place, the number of pieces and
//! the text that it belongs to, so that they may come back in any order, twice, and between names, times and other
//! messages. A piece reads `{AZP1:2/5:8f3a21c4:z:…}`; `z` says that the text was compressed (zlib), `t` that it was
//! not, and the last part is Base64url, whose line breaks and blanks do not count.

use std::collections::BTreeMap;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use thiserror::Error;

use crate::seal::Sha256;

/// Characters of a piece at most: messages of the usual chats take more than this.
const PIECE_CHARACTERS: usize = 4_000;
/// Pieces that a person will ever send.
pub const PIECES: usize = 2_000;

const BEGINNING: &str = "{AZP1:";
/// For the longest beginning and the end.
const FRAME: usize = 32;

/// Bytes that came out of a text, compressed or not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Packed {
    /// Compressed with zlib.
    Compressed(Vec<u8>),
    /// As they are.
    Plain(Vec<u8>),
}

/// Why a text cannot be put together.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum PiecesFault {
    /// There is no piece in it.
    #[error("no piece of a text")]
    NoPiece,
    /// Pieces are missing.
    #[error("{} of {total} pieces are missing", missing.len())]
    Missing {
        /// Their numbers, from 1.
        missing: Vec<usize>,
        /// How many there are in all.
        total: usize,
    },
    /// Pieces of more than one text.
    #[error("pieces of several texts")]
    Several,
    /// A piece was changed or cut.
    #[error("a piece is damaged")]
    Damaged,
    /// More than anybody sends as messages.
    #[error("too long for messages")]
    TooLong,
}

/// Cuts bytes into pieces.
///
/// # Errors
/// [`PiecesFault::TooLong`].
pub fn cut(packed: &Packed) -> Result<Vec<String>, PiecesFault> {
    let (mark, bytes) = match packed {
        Packed::Compressed(bytes) => ('z', bytes),
        Packed::Plain(bytes) => ('t', bytes),
    };
    let text = Base64UrlUnpadded::encode_string(bytes);
    let room = PIECE_CHARACTERS - FRAME;
    let total = text.len().div_ceil(room).max(1);
    if total > PIECES {
        return Err(PiecesFault::TooLong);
    }
    let name = name_of(bytes);
    let piece = |at: usize| {
        let part = text.get(at * room..text.len().min((at + 1) * room)).unwrap_or_default();
        format!("{BEGINNING}{}/{total}:{name}:{mark}:{part}}}", at + 1)
    };
    Ok((0..total).map(piece).collect())
}

/// Returns whether a text has a piece in it, whole or not.
pub fn has_pieces(text: &str) -> bool {
    text.contains(BEGINNING)
}

/// Puts together the pieces in a text.
///
/// # Errors
/// Any [`PiecesFault`].
pub fn gather(text: &str) -> Result<Packed, PiecesFault> {
    let mut parts = BTreeMap::<usize, String>::new();
    let mut head = None::<(usize, &str, &str)>;
    for piece in text.split(BEGINNING).skip(1) {
        let (number, total, name, mark, part) = read(piece).ok_or(PiecesFault::Damaged)?;
        if *head.get_or_insert((total, name, mark)) != (total, name, mark) {
            return Err(PiecesFault::Several);
        }
        let part: String = part.chars().filter(|one| !one.is_whitespace()).collect();
        if parts.get(&number).is_some_and(|earlier| *earlier != part) {
            return Err(PiecesFault::Damaged);
        }
        parts.insert(number, part);
    }
    let (total, name, mark) = head.ok_or(PiecesFault::NoPiece)?;
    let missing: Vec<usize> = (1..=total).filter(|number| !parts.contains_key(number)).collect();
    if !missing.is_empty() {
        return Err(PiecesFault::Missing { missing, total });
    }
    let whole: String = parts.into_values().collect();
    let bytes = Base64UrlUnpadded::decode_vec(&whole).map_err(|_| PiecesFault::Damaged)?;
    match mark {
        _ if name_of(&bytes) != name => Err(PiecesFault::Damaged),
        "z" => Ok(Packed::Compressed(bytes)),
        _ => Ok(Packed::Plain(bytes)),
    }
}

/// The parts of a piece after its beginning.
fn read(piece: &str) -> Option<(usize, usize, &str, &str, &str)> {
    let (inside, _) = piece.split_once('}')?;
    let mut parts = inside.splitn(4, ':');
    let (number, total) = parts.next()?.split_once('/')?;
    let (number, total) = (number.parse().ok()?, total.parse().ok()?);
    let (name, mark, part) = (parts.next()?, parts.next()?, parts.next()?);
    let sound = (1..=PIECES).contains(&total) && (1..=total).contains(&number) && matches!(mark, "z" | "t");
    sound.then_some((number, total, name, mark, part))
}

fn name_of(bytes: &[u8]) -> String {
    let mut name = Sha256::of(bytes).to_string();
    name.truncate(8);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(count: usize) -> Vec<u8> {
        (0..count).map(|at| (at * 7 % 251) as u8).collect()
    }

    #[test]
    fn pieces_come_back_in_any_order_twice_and_between_other_messages() {
        for count in [0, 1, 2_900, 20_000] {
            for packed in [Packed::Compressed(bytes(count)), Packed::Plain(bytes(count))] {
                let mut pieces = cut(&packed).unwrap();
                assert!(pieces.iter().all(|piece| piece.len() <= PIECE_CHARACTERS), "each fits into a message");
                pieces.reverse();
                pieces.push(pieces[0].clone());
                let copied: String =
                    pieces.iter().map(|piece| format!("张三 11/28 10:05\n{piece}\n好的：{{收到}}\n")).collect();
                assert_eq!(gather(&copied), Ok(packed));
            }
        }
    }

    #[test]
    fn line_breaks_and_blanks_that_a_chat_puts_in_do_not_count() {
        let packed = Packed::Compressed(bytes(3_500));
        let folded = |piece: String| {
            let (head, part) = piece.split_at(piece.rfind(':').unwrap() + 1);
            let lines: Vec<&str> = part.as_bytes().chunks(76).map(|line| std::str::from_utf8(line).unwrap()).collect();
            format!("{head}\r\n{}", lines.join(" \r\n"))
        };
        let copied: String = cut(&packed).unwrap().into_iter().map(folded).collect();
        assert_eq!(gather(&copied), Ok(packed));
    }

    #[test]
    fn missing_pieces_are_named() {
        let pieces = cut(&Packed::Plain(bytes(15_000))).unwrap();
        assert_eq!(pieces.len(), 6);
        let some = [pieces[4].as_str(), &pieces[0], &pieces[3]].join("\n");
        assert_eq!(gather(&some), Err(PiecesFault::Missing { missing: vec![2, 3, 6], total: 6 }));
    }

    #[test]
    fn changed_cut_and_mixed_pieces_are_told_apart() {
        let pieces = cut(&Packed::Plain(bytes(15_000))).unwrap();
        let other = cut(&Packed::Plain(bytes(14_999))).unwrap();
        assert_eq!(gather("一段别的话"), Err(PiecesFault::NoPiece));
        assert_eq!(gather(&format!("{}{}", pieces.concat(), other[0])), Err(PiecesFault::Several));
        let end = pieces[5].len() - 2;
        let cut_off = format!("{}{}", pieces[..5].concat(), &pieces[5][..end]);
        assert_eq!(gather(&cut_off), Err(PiecesFault::Damaged), "the end is missing");
        let whole = pieces.concat();
        for at in (FRAME..whole.len()).step_by(97) {
            let mut changed = whole.clone().into_bytes();
            changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
            assert!(gather(&String::from_utf8(changed).unwrap()).is_err(), "changed at {at}");
        }
    }

    #[test]
    fn what_nobody_would_send_as_messages_is_refused() {
        assert_eq!(cut(&Packed::Plain(bytes(PIECES * PIECE_CHARACTERS))), Err(PiecesFault::TooLong));
        assert_eq!(gather("{AZP1:1/4000000000:8f3a21c4:z:}"), Err(PiecesFault::Damaged));
    }
}
