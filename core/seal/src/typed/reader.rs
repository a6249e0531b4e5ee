//! A [`Value`] as serde reads it, without a copy.
//!
//! Every member that the type does not ask for is noted.

use std::cell::{Cell, RefCell};
use std::collections::btree_map;
use std::slice;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::json::Value;

/// Its errors say the same as those of serde_json's own tree.
type Read<T> = Result<T, serde_json::Error>;

/// The way to a value, from the inside out.
#[derive(Clone, Copy)]
enum Step<'p> {
    Root,
    Member(&'p Step<'p>, &'p str),
    Element(&'p Step<'p>, usize),
}

impl Step<'_> {
    /// The place as a JSON pointer. Names of the profile have nothing to escape.
    fn pointer(&self) -> String {
        match self {
            Step::Root => String::new(),
            Step::Member(around, name) => format!("{}/{name}", around.pointer()),
            Step::Element(around, index) => format!("{}/{index}", around.pointer()),
        }
    }
}

/// Notes taken while a value is read: unknown members, and the misspelt text.
#[derive(Default)]
pub(super) struct ReadNotes<'de> {
    /// Members that nobody asked for, by JSON pointer.
    pub(super) passed: RefCell<Vec<(String, &'de Value)>>,
    /// The named type that did not take the text it was given.
    pub(super) misspelt: Cell<Option<&'static str>>,
}

/// A value on its way into a type.
#[derive(Clone, Copy)]
pub(super) struct Reader<'de, 'p> {
    value: &'de Value,
    step: &'p Step<'p>,
    notes: &'p ReadNotes<'de>,
}

impl<'de, 'p> Reader<'de, 'p> {
    pub(super) fn new(value: &'de Value, notes: &'p ReadNotes<'de>) -> Self {
        Self { value, step: &Step::Root, notes }
    }

    fn unexpected(self) -> Unexpected<'de> {
        match self.value {
            Value::Null => Unexpected::Unit,
            Value::Bool(flag) => Unexpected::Bool(*flag),
            Value::Integer(number) => Unexpected::Signed(*number),
            Value::String(text) => Unexpected::Str(text),
            Value::Array(_) => Unexpected::Seq,
            Value::Object(_) => Unexpected::Map,
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'de, '_> {
    type Error = serde_json::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Integer(number) => match u64::try_from(*number) {
                Ok(number) => visitor.visit_u64(number),
                Err(_) => visitor.visit_i64(*number),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(elements) => {
                let mut rest = Elements { rest: elements.iter(), at: 0, around: self };
                let read = visitor.visit_seq(&mut rest)?;
                if rest.rest.len() == 0 {
                    Ok(read)
                } else {
                    Err(Self::Error::invalid_length(elements.len(), &"fewer elements in array"))
                }
            }
            Value::Object(members) => {
                let mut rest = Members { rest: members.iter(), next: None, around: self };
                let read = visitor.visit_map(&mut rest)?;
                if rest.rest.len() == 0 {
                    Ok(read)
                } else {
                    Err(Self::Error::invalid_length(members.len(), &"fewer elements in map"))
                }
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self).inspect_err(|_| {
            if matches!(self.value, Value::String(_)) && self.notes.misspelt.get().is_none() {
                self.notes.misspelt.set(Some(name));
            }
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        match self.value {
            Value::String(variant) => visitor.visit_enum(variant.as_str().into_deserializer()),
            Value::Object(members) if members.len() == 1 => {
                let only = Members { rest: members.iter(), next: None, around: self };
                MapAccessDeserializer::new(only).deserialize_enum(name, variants, visitor)
            }
            Value::Object(_) => Err(Self::Error::invalid_value(Unexpected::Map, &"map with a single key")),
            _ => Err(Self::Error::invalid_type(self.unexpected(), &"string or map")),
        }
    }

    /// An object and nothing else.
    ///
    /// serde would take a list for the members in a row, and a list means nothing to other readers.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        match self.value {
            Value::Array(_) => Err(Self::Error::invalid_type(Unexpected::Seq, &visitor)),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.deserialize_map(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        self.notes.passed.borrow_mut().push((self.step.pointer(), self.value));
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct identifier
    }
}

struct Elements<'de, 'p> {
    rest: slice::Iter<'de, Value>,
    at: usize,
    around: Reader<'de, 'p>,
}

impl<'de> SeqAccess<'de> for Elements<'de, '_> {
    type Error = serde_json::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        let Some(value) = self.rest.next() else { return Ok(None) };
        let step = Step::Element(self.around.step, self.at);
        self.at += 1;
        seed.deserialize(Reader { value, step: &step, notes: self.around.notes }).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

struct Members<'de, 'p> {
    rest: btree_map::Iter<'de, String, Value>,
    /// The member whose name was read.
    next: Option<(&'de str, &'de Value)>,
    around: Reader<'de, 'p>,
}

impl<'de> MapAccess<'de> for Members<'de, '_> {
    type Error = serde_json::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        let Some((name, value)) = self.rest.next() else { return Ok(None) };
        self.next = Some((name, value));
        seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Read<V::Value> {
        let (name, value) = self.next.take().ok_or_else(|| Self::Error::custom("value is missing"))?;
        let step = Step::Member(self.around.step, name);
        seed.deserialize(Reader { value, step: &step, notes: self.around.notes })
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}
