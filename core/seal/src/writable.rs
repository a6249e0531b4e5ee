//! Checks a value before it is written: what is written must be what a reader accepts.

use crate::json::{LARGEST_INTEGER, Value, text};
use crate::{Reason, Refusal, limits};

/// Checks a value built in memory against everything the parser checks, except form C.
///
/// Use [`Value::cleaned`] for that. `around` is the number of objects and arrays that will enclose it.
///
/// # Errors
/// The first departure, by its JSON pointer.
pub fn check(value: &Value, around: usize) -> Result<(), Refusal> {
    let mut values = 0;
    check_value(value, around, &mut values)
}

fn check_value(value: &Value, depth: usize, values: &mut usize) -> Result<(), Refusal> {
    *values += 1;
    if *values > limits::VALUES {
        return Err(Refusal::at(Reason::TooManyValues, ""));
    }
    match value {
        Value::Null | Value::Bool(_) => Ok(()),
        Value::Integer(number) if number.unsigned_abs() > LARGEST_INTEGER.unsigned_abs() => {
            Err(Refusal::at(Reason::NumberRange, ""))
        }
        Value::Integer(_) => Ok(()),
        Value::String(string) => check_string(string),
        Value::Array(_) | Value::Object(_) if depth >= limits::DEPTH => Err(Refusal::at(Reason::TooDeep, "")),
        Value::Array(elements) => elements.iter().enumerate().try_for_each(|(index, element)| {
            check_value(element, depth + 1, values).map_err(|refusal| refusal.under(&index.to_string()))
        }),
        Value::Object(members) => members.iter().try_for_each(|(name, member)| {
            if !text::is_member_name(name) {
                return Err(Refusal::at(Reason::MemberName, "").under(name));
            }
            check_string(name)
                .and_then(|()| check_value(member, depth + 1, values))
                .map_err(|refusal| refusal.under(name))
        }),
    }
}

fn check_string(string: &str) -> Result<(), Refusal> {
    if string.len() > limits::STRING_BYTES {
        return Err(Refusal::at(Reason::StringTooLong, ""));
    }
    match string.chars().find_map(text::forbidden) {
        Some(reason) => Err(Refusal::at(reason, "")),
        None => Ok(()),
    }
}
