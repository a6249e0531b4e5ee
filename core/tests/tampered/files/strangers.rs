//! Sound files under sound signatures of somebody whose word does not count here.

use serde_json::{Value, json};

use anziping_core::signer::Role;

use super::sample::{CODES, Person};
use super::{Genuine, Group, NEIGHBOUR, OVER, PREPARER, PRINCIPAL, REPLACED, REVOKED, STRANGER, Tampered, UNCOMPARED};

/// What is changed, in words and on a document.
type Change = (&'static str, fn(&mut Value));

pub fn files(genuine: &Genuine) -> Vec<Tampered> {
    let mut group = Group::new("somebody else signs");
    let signer = |seed: u8, role: Role, name: &'static str| {
        let person = Person { role, name, ..Person::principal(seed) };
        serde_json::to_value(person.signer()).unwrap()
    };
    let principal = |seed| signer(seed, Role::Principal, "王建国");
    // What such a person might want to change: nothing, a word, a figure, the month.
    let changes: [Change; 4] = [
        ("as it was", |_| {}),
        ("another address", |document| document["enterprise"]["address"] = json!("示例路 2 号")),
        ("a better score", |document| document["declared"]["total"] = json!(1000)),
        ("a later revision", |document| {
            document["revision"] = json!(2);
            document["supersedes"] = json!({ "sha256": "0".repeat(64) });
        }),
    ];
    for (what, change) in changes {
        let mut add = |who: &str, reason, signers: Vec<Value>, by: &[u8]| {
            let file = genuine.signed_anew(by, |document| {
                change(document);
                document["signers"] = json!(signers);
            });
            group.add(format!("{what}: {who}"), reason, file);
        };
        let (own, preparer) = (principal(PRINCIPAL), signer(PREPARER, Role::Preparer, "李安全"));
        for (who, reason, seed) in [
            ("a stranger", "another_key", STRANGER),
            ("the neighbour", "enterprise", NEIGHBOUR),
            ("a revoked key", "revoked", REVOKED),
            ("a replaced key", "replaced", REPLACED),
            ("a deputy of spring", "mandate", OVER),
            ("a deputy nobody compared", "mandate_uncompared", UNCOMPARED),
        ] {
            let it = principal(seed);
            add(who, reason, vec![it.clone()], &[seed]);
            add(&format!("{who} with the preparer"), reason, vec![it.clone(), preparer.clone()], &[seed, PREPARER]);
            add(&format!("{who} beside the principal"), reason, vec![own.clone(), it.clone()], &[PRINCIPAL, seed]);
            let as_preparer = signer(PRINCIPAL, Role::Preparer, "王建国");
            add(&format!("{who} above the principal"), reason, vec![it.clone(), as_preparer], &[seed, PRINCIPAL]);
            add(&format!("{who} for the principal"), "unsigned_principal", vec![own.clone(), it], &[seed]);
        }
        add("the preparer as principal", "role", vec![signer(PREPARER, Role::Principal, "李安全")], &[PREPARER]);
        add("the preparer in the other's name", "role", vec![principal(PREPARER)], &[PREPARER]);
        add(
            "the principal as somebody else",
            "holder",
            vec![signer(PRINCIPAL, Role::Principal, "王建军")],
            &[PRINCIPAL],
        );
        add("nobody but a preparer", "no_principal", vec![preparer], &[PREPARER]);
        add("nobody", "no_signatures", vec![], &[]);
        add("an office", "role_not_allowed", vec![signer(PRINCIPAL, Role::Office, "王建国")], &[PRINCIPAL]);
        let file = genuine.signed_anew(&[PRINCIPAL, PREPARER], |document| {
            change(document);
            document["enterprise"]["uscc"] = json!(CODES[1]);
        });
        group.add(format!("{what}: for the neighbour"), "enterprise", file);
    }
    group.files
}
