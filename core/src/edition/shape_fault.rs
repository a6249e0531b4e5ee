//! Finds the place where a JSON value departs from the shape of a check list.
//!
//! The reader of types tells what is wrong and not where. To read along with the place would put every type of the
//! catalogue into the page a second time, so the place is found by trial, once something is wrong: each member is put
//! into a sound object of its kind.

use anziping_catalog::serde_messages::shape_fault;
use anziping_catalog::{
    Area, Catalogue, Citation, CriteriaPart, CriteriaSet, Criterion, EditionChange, Element, Exclusion, Fact, Item,
    LegalDocument,
};
use anziping_catalog::{Computed, Figures, IntervalCase, Lead, Point, ReadText, SubElement, Target, Veto};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::edition::builtin;
use crate::json;

/// The first departure.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ShapeFault {
    /// JSON pointer of the value.
    pub(super) pointer: String,
    /// The fault, in Chinese.
    pub(super) said: String,
}

/// The first departure of `given` from the shape of a catalogue; `None` when it has that shape.
pub(super) fn find(given: &Value) -> Option<ShapeFault> {
    let fault = json::of_value::<Catalogue>(given.clone()).err()?;
    let found = builtin::catalogue().ok().and_then(|sound| catalogue(given, sound));
    Some(found.unwrap_or_else(|| ShapeFault { pointer: String::new(), said: said(&fault) }))
}

/// Checks the content of a member.
type Inner<'a> = &'a dyn Fn(&str, &Value, &str) -> Option<ShapeFault>;

fn catalogue(given: &Value, sound: &Catalogue) -> Option<ShapeFault> {
    let sample = Catalogue {
        facts: vec![],
        documents: vec![],
        elements: vec![],
        areas: vec![],
        criteria: vec![],
        readings: vec![],
        exclusions: vec![],
        changes: vec![],
        ..sound.clone()
    };
    object(given, &sample, "", &|name, value, at| match name {
        "facts" => list(value, at, |one, at| plain::<Fact>(one, sound.facts.first()?, at)),
        "documents" => list(value, at, |one, at| plain::<LegalDocument>(one, sound.documents.first()?, at)),
        "elements" => list(value, at, |one, at| element(one, sound.elements.first()?, at)),
        "areas" => list(value, at, |one, at| area(one, sound.areas.first()?, at)),
        "criteria" => list(value, at, |one, at| criteria(one, sound.criteria.first()?, at)),
        "readings" => list(value, at, |one, at| plain::<ReadText>(one, sound.readings.first()?, at)),
        "exclusions" => list(value, at, |one, at| plain::<Exclusion>(one, sound.exclusions.first()?, at)),
        "changes" => list(value, at, |one, at| plain::<EditionChange>(one, sound.changes.first()?, at)),
        _ => None,
    })
}

fn element(given: &Value, sound: &Element, at: &str) -> Option<ShapeFault> {
    let sample = Element { sub_elements: vec![], items: vec![], ..sound.clone() };
    object(given, &sample, at, &|name, value, at| match name {
        "sub_elements" => list(value, at, |one, at| plain::<SubElement>(one, sound.sub_elements.first()?, at)),
        "items" => list(value, at, |one, at| item(one, sound.items.first()?, at)),
        _ => None,
    })
}

fn item(given: &Value, sound: &Item, at: &str) -> Option<ShapeFault> {
    let whole = builtin::catalogue().ok()?;
    object(given, sound, at, &|name, value, at| match name {
        "basis" => list(value, at, |one, at| plain::<Citation>(one, sound.basis.first()?, at)),
        "interval_when" => list(value, at, |one, at| {
            plain::<IntervalCase>(one, whole.items().find_map(|item| item.interval_when.first())?, at)
        }),
        "veto" => plain::<Veto>(value, whole.items().find_map(|item| item.veto.as_ref())?, at),
        "lead" => plain::<Lead>(value, whole.items().find_map(|item| item.lead.as_ref())?, at),
        "computed" => plain::<Computed>(value, whole.items().find_map(|item| item.computed.as_ref())?, at),
        "figures" => plain::<Figures>(value, whole.items().find_map(|item| item.figures.as_ref())?, at),
        _ => None,
    })
}

fn area(given: &Value, sound: &Area, at: &str) -> Option<ShapeFault> {
    let sample = Area { targets: vec![], ..sound.clone() };
    object(given, &sample, at, &|name, value, at| match name {
        "basis" => list(value, at, |one, at| plain::<Citation>(one, sound.basis.first()?, at)),
        "targets" => list(value, at, |one, at| target(one, sound.targets.first()?, at)),
        _ => None,
    })
}

fn target(given: &Value, sound: &Target, at: &str) -> Option<ShapeFault> {
    let sample = Target { points: vec![], ..sound.clone() };
    object(given, &sample, at, &|name, value, at| match name {
        "points" => list(value, at, |one, at| plain::<Point>(one, sound.points.first()?, at)),
        _ => None,
    })
}

fn criteria(given: &Value, sound: &CriteriaSet, at: &str) -> Option<ShapeFault> {
    let sample = CriteriaSet { parts: vec![], ..sound.clone() };
    object(given, &sample, at, &|name, value, at| match name {
        "parts" => list(value, at, |one, at| {
            let sound = sound.parts.first()?;
            let sample = CriteriaPart { criteria: vec![], ..sound.clone() };
            object(one, &sample, at, &|name, value, at| match name {
                "criteria" => list(value, at, |one, at| plain::<Criterion>(one, sound.criteria.first()?, at)),
                _ => None,
            })
        }),
        _ => None,
    })
}

fn plain<T: Serialize + DeserializeOwned>(given: &Value, sound: &T, at: &str) -> Option<ShapeFault> {
    object(given, sound, at, &|_, _, _| None)
}

/// The departure of an object.
///
/// Of one of its members, looked into with `inner`, or of the whole, such as a member that is missing.
fn object<T: Serialize + DeserializeOwned>(given: &Value, sound: &T, at: &str, inner: Inner<'_>) -> Option<ShapeFault> {
    let whole = json::of_value::<T>(given.clone()).err()?;
    if let (Some(members), Ok(Value::Object(sound))) = (given.as_object(), json::value(sound)) {
        for (name, value) in members {
            let mut tried = sound.clone();
            tried.insert(name.clone(), value.clone());
            if let Err(fault) = json::of_value::<T>(Value::Object(tried)) {
                let at = format!("{at}/{name}");
                return Some(inner(name, value, &at).unwrap_or_else(|| ShapeFault { pointer: at, said: said(&fault) }));
            }
        }
    }
    Some(ShapeFault { pointer: at.to_owned(), said: said(&whole) })
}

fn list(given: &Value, at: &str, one: impl Fn(&Value, &str) -> Option<ShapeFault>) -> Option<ShapeFault> {
    given.as_array()?.iter().enumerate().find_map(|(index, value)| one(value, &format!("{at}/{index}")))
}

fn said(fault: &serde_json::Error) -> String {
    let message = fault.to_string();
    shape_fault(&message).unwrap_or_else(|| format!("写法不对（{message}）"))
}
