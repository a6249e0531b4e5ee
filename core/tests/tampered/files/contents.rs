//! The document changed after it was signed, wherever it can be changed.

use std::mem::discriminant;

use serde_json::{Value, json};

use super::{Genuine, Group, Tampered, every_value, is_leaf};

pub fn files(genuine: &Genuine) -> Vec<Tampered> {
    [leaves(genuine), kinds(genuine), removed(genuine), added(genuine), doubled(genuine), lists(genuine)]
        .into_iter()
        .flatten()
        .collect()
}

/// Every value below the document.
fn places(genuine: &Genuine) -> impl Iterator<Item = (String, &Value)> {
    every_value(&genuine.envelope).into_iter().filter(|(pointer, _)| pointer.starts_with("/document/"))
}

/// What a change at this place must be refused for.
///
/// The signature, unless it is in what the reader looks at first.
fn reason_at(pointer: &str) -> Option<&'static str> {
    let first = ["/document/signers", "/document/type", "/document/version"];
    let is_content = pointer.starts_with("/document") && !first.iter().any(|place| pointer.starts_with(place));
    is_content.then_some("signature_wrong")
}

/// Other values of the same kind.
///
/// One more, and another one in place of the last, so that a digit becomes a digit and a letter a letter.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Bool(flag) => vec![json!(!flag)],
        Value::Number(number) => vec![json!(number.as_i64().unwrap() + 1)],
        Value::String(text) => {
            let mut changed: Vec<char> = text.chars().collect();
            let last = changed.pop().map(|last| match last {
                '9' => '0',
                'z' => 'a',
                'Z' => 'A',
                '0'..='8' | 'a'..='y' | 'A'..='Y' => char::from_u32(u32::from(last) + 1).unwrap(),
                _ => '改',
            });
            changed.extend(last);
            let more = json!(format!("{text}改"));
            let another = json!(String::from_iter(changed));
            [more, another].into_iter().filter(|other| other != value).collect()
        }
        _ => vec![json!("改")],
    }
}

fn leaves(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("a leaf has another value");
    for (pointer, value) in places(genuine).filter(|(_, value)| is_leaf(value)) {
        for other in others(value) {
            let what = format!("{pointer}: {other}");
            group.add(what, reason_at(&pointer), genuine.with(|file| *file.pointer_mut(&pointer).unwrap() = other));
        }
    }
    group.files
}

fn kinds(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("a value is of another kind");
    let kinds = [json!(null), json!(true), json!(7), json!("七"), json!([]), json!({})];
    for (at, (pointer, value)) in places(genuine).enumerate() {
        let others: Vec<&Value> = kinds.iter().filter(|kind| discriminant(*kind) != discriminant(value)).collect();
        let other = others[at % others.len()];
        let file = genuine.with(|file| *file.pointer_mut(&pointer).unwrap() = other.clone());
        group.add(format!("{pointer}: {other}"), reason_at(&pointer), file);
    }
    group.files
}

/// Every member of every object, by the pointer of the object and its name.
fn members(genuine: &Genuine) -> Vec<(String, String)> {
    let objects =
        every_value(&genuine.envelope).into_iter().filter_map(|(pointer, value)| Some((pointer, value.as_object()?)));
    let members = |(pointer, members): (String, &serde_json::Map<_, _>)| {
        members.keys().map(|name: &String| (pointer.clone(), name.clone())).collect::<Vec<_>>()
    };
    objects.flat_map(members).collect()
}

fn removed(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("a member is missing");
    for (pointer, name) in members(genuine) {
        let file =
            genuine.with(|file| drop(file.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(&name)));
        let place = format!("{pointer}/{name}");
        let is_inside = place.starts_with("/document/");
        group.add(&place, reason_at(&place).filter(|_| is_inside), file);
    }
    group.files
}

fn added(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("a member is added");
    for (pointer, _) in every_value(&genuine.envelope).into_iter().filter(|(_, value)| value.is_object()) {
        for added in [json!(null), json!("改")] {
            let what = format!("{pointer}/added: {added}");
            let file = genuine.with(|file| file.pointer_mut(&pointer).unwrap()["added"] = added);
            group.add(what, reason_at(&pointer), file);
        }
    }
    group.files
}

/// The same name twice: programs disagree about which one counts.
fn doubled(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("a member stands twice");
    for (pointer, name) in members(genuine) {
        let file = genuine.with(|file| file.pointer_mut(&pointer).unwrap()["second"] = json!("改"));
        let text = file.to_string();
        assert_eq!(text.matches(r#""second":"#).count(), 1, "the report has no member of this name");
        let text = text.replace(r#""second":"#, &format!(r#""{name}":"#));
        group.add(format!("{pointer}/{name}"), "duplicate_member", text);
    }
    group.files
}

fn lists(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("a list has other elements");
    for (pointer, list) in places(genuine).filter_map(|(pointer, value)| Some((pointer, value.as_array()?))) {
        let mut change = |what: String, change: &dyn Fn(&mut Vec<Value>)| {
            let file = genuine.with(|file| change(file.pointer_mut(&pointer).unwrap().as_array_mut().unwrap()));
            group.add(format!("{pointer}: {what}"), reason_at(&pointer), file);
        };
        for at in 0..list.len() {
            change(format!("{at} removed"), &|list| drop(list.remove(at)));
            change(format!("{at} twice"), &|list| list.insert(at, list[at].clone()));
            if at > 0 && list[at] != list[at - 1] {
                change(format!("{at} moved forward"), &|list| list.swap(at, at - 1));
            }
        }
        change("one more".into(), &|list| list.push(json!("改")));
    }
    group.files
}
