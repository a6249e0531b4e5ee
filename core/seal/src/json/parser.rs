//! The recursive-descent parser of the profile. Nothing is repaired: the first departure ends it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::{Normalise, Value, encoding, text};
use crate::{Reason, Refusal, limits};

/// 2^53 − 1, the largest integer JavaScript holds exactly (RFC 8785 §3.2.2.3, RFC 7493 §2.2).
pub(crate) const LARGEST_INTEGER: i64 = (1 << 53) - 1;

/// Reads one JSON document of the profile.
///
/// # Errors
/// A [`Refusal`] with the reason, the JSON pointer of the value, and line and column of the first departure.
pub fn parse(bytes: &[u8], nfc: &dyn Normalise) -> Result<Value, Refusal> {
    let text = encoding::decode(bytes)?;
    let mut parser = Parser { text, at: 0, values: 0, nfc };
    parser.document().map_err(|fault| fault.refusal(text))
}

/// A departure, with the way to it gathered innermost first while the parser unwinds.
///
/// It costs nothing on success.
struct Fault {
    reason: Reason,
    offset: usize,
    path: Vec<String>,
}

impl Fault {
    fn inside(mut self: Box<Self>, step: impl ToString) -> Box<Self> {
        self.path.push(step.to_string());
        self
    }

    fn refusal(self, text: &str) -> Refusal {
        let place = encoding::place(text, self.offset);
        let whole = Refusal { reason: self.reason, place };
        self.path.iter().fold(whole, |refusal, step| refusal.under(step))
    }
}

type Parsed<T> = Result<T, Box<Fault>>;

struct Parser<'a> {
    text: &'a str,
    at: usize,
    values: usize,
    nfc: &'a dyn Normalise,
}

impl Parser<'_> {
    fn document(&mut self) -> Parsed<Value> {
        self.skip_white_space();
        if self.peek().is_none() {
            return Err(self.fault(Reason::EmptyFile));
        }
        let value = self.value(0)?;
        self.skip_white_space();
        match self.peek() {
            None => Ok(value),
            Some(b'{' | b'[') => Err(self.fault(Reason::TwoDocuments)),
            Some(_) => Err(self.fault(Reason::TrailingBytes)),
        }
    }

    /// `depth` is the number of objects and arrays around this value.
    fn value(&mut self, depth: usize) -> Parsed<Value> {
        self.values += 1;
        if self.values > limits::VALUES {
            return Err(self.fault(Reason::TooManyValues));
        }
        match self.peek() {
            Some(b'{' | b'[') if depth == limits::DEPTH => Err(self.fault(Reason::TooDeep)),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.array(depth + 1),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.integer(),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Err(self.unexpected()),
        }
    }

    fn object(&mut self, depth: usize) -> Parsed<Value> {
        let mut members = BTreeMap::new();
        self.at += 1;
        self.skip_white_space();
        if self.take(b'}') {
            return Ok(Value::Object(members));
        }
        loop {
            let start = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.unexpected());
            }
            let name = self.string()?;
            if !text::is_member_name(&name) {
                return Err(self.fault_at(Reason::MemberName, start).inside(name));
            }
            let place = match members.entry(name) {
                Entry::Vacant(place) => place,
                Entry::Occupied(there) => {
                    return Err(self.fault_at(Reason::DuplicateMember, start).inside(there.key()));
                }
            };
            self.skip_white_space();
            if !self.take(b':') {
                return Err(self.unexpected().inside(place.key()));
            }
            self.skip_white_space();
            let member = match self.value(depth) {
                Ok(member) => member,
                Err(fault) => return Err(fault.inside(place.key())),
            };
            place.insert(member);
            if self.ends(b'}')? {
                return Ok(Value::Object(members));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Parsed<Value> {
        let mut elements = Vec::new();
        self.at += 1;
        self.skip_white_space();
        if self.take(b']') {
            return Ok(Value::Array(elements));
        }
        loop {
            let element = self.value(depth).map_err(|fault| fault.inside(elements.len()))?;
            elements.push(element);
            if self.ends(b']')? {
                return Ok(Value::Array(elements));
            }
        }
    }

    /// After an element.
    ///
    /// `true` at the closing bracket, `false` after a comma with the next element in sight.
    fn ends(&mut self, close: u8) -> Parsed<bool> {
        self.skip_white_space();
        if self.take(close) {
            return Ok(true);
        }
        if !self.take(b',') {
            return Err(self.unexpected());
        }
        self.skip_white_space();
        Ok(false)
    }

    fn word(&mut self, word: &str, value: Value) -> Parsed<Value> {
        for expected in word.bytes() {
            if !self.take(expected) {
                return Err(self.unexpected());
            }
        }
        Ok(value)
    }

    fn integer(&mut self) -> Parsed<Value> {
        let start = self.at;
        let negative = self.take(b'-');
        let digits_from = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        let digits = &self.text[digits_from..self.at];
        match self.peek() {
            _ if digits.is_empty() => return Err(self.unexpected()),
            Some(b'.') => return Err(self.fault_at(Reason::NumberFraction, start)),
            Some(b'e' | b'E') => return Err(self.fault_at(Reason::NumberExponent, start)),
            _ => {}
        }
        if digits.len() > 1 && digits.starts_with('0') {
            return Err(self.fault_at(Reason::Syntax, start));
        }
        let magnitude = digits
            .parse::<i64>()
            .ok()
            .filter(|n| *n <= LARGEST_INTEGER)
            .ok_or_else(|| self.fault_at(Reason::NumberRange, start))?;
        if negative && magnitude == 0 {
            return Err(self.fault_at(Reason::NumberNegativeZero, start));
        }
        Ok(Value::Integer(if negative { -magnitude } else { magnitude }))
    }

    fn string(&mut self) -> Parsed<String> {
        let start = self.at;
        self.at += 1;
        let mut decoded = self.plain_ascii().to_owned();
        let mut ascii = true;
        loop {
            let from = self.at;
            let Some(raw) = self.text[from..].chars().next() else {
                return Err(self.fault(Reason::CutShort));
            };
            self.at += raw.len_utf8();
            let c = match raw {
                '"' => break,
                '\\' => self.escape(from)?,
                // Unescaped line feeds and tabs are no JSON; escaped ones are text.
                '\0'..='\u{1f}' => return Err(self.fault_at(Reason::ControlCharacter, from)),
                plain => plain,
            };
            if let Some(reason) = text::forbidden(c) {
                return Err(self.fault_at(reason, from));
            }
            ascii &= c.is_ascii();
            decoded.push(c);
            if decoded.len() > limits::STRING_BYTES {
                return Err(self.fault_at(Reason::StringTooLong, start));
            }
        }
        if !ascii && !text::is_nfc(&decoded, self.nfc) {
            return Err(self.fault_at(Reason::NotNfc, start));
        }
        Ok(decoded)
    }

    /// The characters up to the first that needs a look: names, ids, days and keys are nothing else.
    ///
    /// At most as many as a string may have.
    fn plain_ascii(&mut self) -> &str {
        let from = self.at;
        let rest = self.text.as_bytes()[from..].iter().take(limits::STRING_BYTES);
        self.at += rest.take_while(|byte| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\')).count();
        &self.text[from..self.at]
    }

    /// Reads what follows a backslash that stands at `from`.
    fn escape(&mut self, from: usize) -> Parsed<char> {
        let Some(letter) = self.peek() else {
            return Err(self.fault(Reason::CutShort));
        };
        self.at += 1;
        match letter {
            b'"' | b'\\' | b'/' => Ok(char::from(letter)),
            b'b' => Ok('\u{8}'),
            b'f' => Ok('\u{c}'),
            b'n' => Ok('\n'),
            b'r' => Ok('\r'),
            b't' => Ok('\t'),
            b'u' => self.code_point(from),
            _ => Err(self.fault_at(Reason::BadEscape, from)),
        }
    }

    fn code_point(&mut self, from: usize) -> Parsed<char> {
        let first = self.four_hex_digits(from)?;
        let combined = match first {
            0xd800..=0xdbff if self.text[self.at..].starts_with("\\u") => {
                self.at += 2;
                match self.four_hex_digits(from)? {
                    second @ 0xdc00..=0xdfff => 0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00),
                    _ => first,
                }
            }
            single => single,
        };
        // Only surrogates are left for `from_u32` to refuse.
        char::from_u32(combined).ok_or_else(|| self.fault_at(Reason::LoneSurrogate, from))
    }

    fn four_hex_digits(&mut self, from: usize) -> Parsed<u32> {
        let mut number = 0;
        for _ in 0..4 {
            let Some(byte) = self.peek() else {
                return Err(self.fault(Reason::CutShort));
            };
            let Some(digit) = char::from(byte).to_digit(16) else {
                return Err(self.fault_at(Reason::BadEscape, from));
            };
            number = number * 16 + digit;
            self.at += 1;
        }
        Ok(number)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, expected: u8) -> bool {
        let found = self.peek() == Some(expected);
        if found {
            self.at += 1;
        }
        found
    }

    fn skip_white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn unexpected(&self) -> Box<Fault> {
        self.fault(if self.peek().is_none() { Reason::CutShort } else { Reason::Syntax })
    }

    fn fault(&self, reason: Reason) -> Box<Fault> {
        self.fault_at(reason, self.at)
    }

    fn fault_at(&self, reason: Reason, offset: usize) -> Box<Fault> {
        Box::new(Fault { reason, offset, path: Vec::new() })
    }
}
