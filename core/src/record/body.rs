//! The JSON body of a record and the members in it that this program does not know.
//!
//! A newer program may add optional members under the same schema. An older one reads past them, keeps them as
//! [`UnknownMembers`], and puts them back where they were when it writes.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thiserror::Error;

use crate::json;

/// The body is whole by its checksum and still not what the program expects.
///
/// An error in some version of the program. Show the text for export; do not write over it.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("the body has another shape: {0}")]
pub struct Misshapen(String);

impl Misshapen {
    pub(super) fn not_an_object() -> Self {
        Self("not an object".into())
    }
}

/// The members of a body that this program does not know.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct UnknownMembers(Option<Beside>);

#[derive(Clone, PartialEq, Debug)]
enum Beside {
    /// A value of which nothing is known.
    Whole(Value),
    /// Known object with something beside its known members.
    Members(BTreeMap<String, Beside>),
    /// Known list; elements by their `id` or, without one, by their place.
    Elements(BTreeMap<String, Beside>),
}

/// Reads a body.
///
/// # Errors
/// [`Misshapen`] when the text is not JSON or not a `T`.
pub fn read_body<T: Serialize + DeserializeOwned>(text: &str) -> Result<(T, UnknownMembers), Misshapen> {
    let all = json::tree(text).map_err(misshapen)?;
    let read: T = json::of_value(all.clone()).map_err(misshapen)?;
    let known = json::value(&read).map_err(misshapen)?;
    Ok((read, UnknownMembers(beside(all, &known))))
}

/// Reads a body to look at it: what this program does not know in it is passed over.
///
/// To its end and as strictly as [`read_body`], without a second and a third copy of everything. A value that was read
/// so is not written again.
///
/// # Errors
/// As [`read_body`].
pub fn read_known<T: DeserializeOwned>(text: &str) -> Result<T, Misshapen> {
    json::read(text).map_err(misshapen)
}

/// The part of a newer program's body that could be understood.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Understood<T> {
    /// The value, without what is not understood.
    pub value: T,
    /// How many members or elements are left out because they have another shape than this program knows.
    pub left_out: usize,
}

/// Reads as much of a newer program's body as this one understands, to be shown only.
///
/// `required` are the members without which there is nothing to show. `None` when even those are not understood.
pub fn read_what_is_understood<T: DeserializeOwned>(text: &str, required: &[&str]) -> Option<Understood<T>> {
    let all = json::tree(text).ok()?;
    let fits = |value: &Value| json::of_value::<T>(value.clone()).is_ok();
    if fits(&all) {
        return Some(Understood { value: json::of_value(all).ok()?, left_out: 0 });
    }
    let Value::Object(members) = all else { return None };
    let (first, others): (Vec<_>, Vec<_>) =
        members.into_iter().partition(|(name, _)| required.contains(&name.as_str()));
    let mut kept = Value::Object(first.into_iter().collect());
    if !fits(&kept) {
        return None;
    }
    let mut left_out = 0;
    for (name, value) in others {
        left_out += put_what_fits(&mut kept, &[], name, value, &fits);
    }
    Some(Understood { value: json::of_value(kept).ok()?, left_out })
}

/// Puts a member under `path` of `kept`, or of an object or list as many parts as fit.
///
/// Gives how many parts did not.
fn put_what_fits(
    kept: &mut Value,
    path: &[String],
    name: String,
    value: Value,
    fits: &impl Fn(&Value) -> bool,
) -> usize {
    let Some(place) = path.iter().try_fold(&mut *kept, |value, name| value.get_mut(name)) else { return 1 };
    let Some(members) = place.as_object_mut() else { return 1 };
    members.insert(name.clone(), value.clone());
    if fits(kept) {
        return 0;
    }
    let inner: Vec<String> = path.iter().cloned().chain([name.clone()]).collect();
    let emptied = match &value {
        Value::Object(_) => Value::Object(serde_json::Map::new()),
        Value::Array(_) => Value::Array(Vec::new()),
        _ => Value::Null,
    };
    set(kept, &inner, Some(emptied));
    match value {
        Value::Object(parts) if fits(kept) => {
            parts.into_iter().map(|(name, part)| put_what_fits(kept, &inner, name, part, fits)).sum()
        }
        Value::Array(parts) if fits(kept) => {
            let mut good = Vec::new();
            let count = parts.len();
            for part in parts {
                let tried = good.iter().cloned().chain([part.clone()]).collect();
                set(kept, &inner, Some(Value::Array(tried)));
                if fits(kept) {
                    good.push(part);
                }
            }
            let left_out = count - good.len();
            set(kept, &inner, Some(Value::Array(good)));
            left_out
        }
        _ => {
            set(kept, &inner, None);
            1
        }
    }
}

/// Puts a value in the place of a member, or takes the member away.
fn set(kept: &mut Value, path: &[String], value: Option<Value>) {
    let Some((name, above)) = path.split_last() else { return };
    let place = above.iter().try_fold(kept, |value, name| value.get_mut(name));
    if let Some(members) = place.and_then(Value::as_object_mut) {
        match value {
            Some(value) => drop(members.insert(name.clone(), value)),
            None => drop(members.remove(name)),
        }
    }
}

/// Writes a body on one line, with the rest where it was.
///
/// What belonged to a removed object goes with it.
///
/// # Errors
/// [`Misshapen`] when JSON cannot express the value; none of the records has such a value.
pub fn write_body<T: Serialize>(value: &T, rest: &UnknownMembers) -> Result<String, Misshapen> {
    let mut all = json::value(value).map_err(misshapen)?;
    if let Some(rest) = &rest.0 {
        put_back(&mut all, rest);
    }
    Ok(all.to_string())
}

fn misshapen(fault: serde_json::Error) -> Misshapen {
    Misshapen(fault.to_string())
}

/// Takes from `all` the members that `known` does not have.
///
/// A known member that is written only when it differs from its default counts as unknown while it has the default; a
/// real value takes its place later.
fn beside(all: Value, known: &Value) -> Option<Beside> {
    match (all, known) {
        (Value::Object(all), Value::Object(known)) => {
            let members = all.into_iter().filter_map(|(name, value)| {
                let beside = match known.get(&name) {
                    None => Some(Beside::Whole(value)),
                    Some(known) => beside(value, known),
                };
                Some((name, beside?))
            });
            // Extended, not collected: collecting brings code for sorting with it.
            let mut kept = BTreeMap::new();
            kept.extend(members);
            Some(kept).filter(|kept| !kept.is_empty()).map(Beside::Members)
        }
        (Value::Array(all), Value::Array(known)) if all.len() == known.len() => {
            let elements = all.into_iter().zip(known).enumerate();
            let elements =
                elements.filter_map(|(at, (value, known))| Some((place_in_list(at, known), beside(value, known)?)));
            let mut kept = BTreeMap::new();
            kept.extend(elements);
            Some(kept).filter(|kept| !kept.is_empty()).map(Beside::Elements)
        }
        _ => None,
    }
}

fn put_back(target: &mut Value, rest: &Beside) {
    match (target, rest) {
        (Value::Object(target), Beside::Members(members)) => {
            for (name, rest) in members {
                match (target.get_mut(name), rest) {
                    (Some(target), rest) => put_back(target, rest),
                    (None, Beside::Whole(value)) => {
                        target.insert(name.clone(), value.clone());
                    }
                    (None, _) => {}
                }
            }
        }
        (Value::Array(target), Beside::Elements(elements)) => {
            for (at, value) in target.iter_mut().enumerate() {
                if let Some(rest) = elements.get(&place_in_list(at, value)) {
                    put_back(value, rest);
                }
            }
        }
        _ => {}
    }
}

/// Hazards move within the ledger and keep their number.
///
/// Refusals and reopenings are only ever added at the end.
fn place_in_list(at: usize, element: &Value) -> String {
    element.get("id").and_then(Value::as_str).map_or_else(|| format!("#{at}"), |id| format!("id {id}"))
}
