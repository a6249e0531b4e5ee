//! Keys and signatures that no verifier may accept.

use anziping_core::seal::Reason;
use anziping_core::seal::Sha256;
use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};

use crate::{Case, refused};
use anziping_forge::signed::*;

pub fn cases() -> Vec<Case> {
    let mut cases = keys();
    cases.extend(who());
    cases.extend(spelling());
    cases
}

/// A report whose one signer lists this public key under its right thumbprint.
fn listing(x: [u8; 32]) -> String {
    let jwk = format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{}"}}"#, base64url(x));
    let kid = base64url(decode_hex(&Sha256::of(jwk.as_bytes()).to_string()));
    let document = DOCUMENT.replace(X, &base64url(x)).replace(KID, &kid);
    file(&document, &[signature(0, &header(0).replace(KID, &kid), &document)])
}

fn decode_hex(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

fn keys() -> Vec<Case> {
    let (kid_at, x_at) = ("/document/signers/0/kid", "/document/signers/0/key/x");
    let changed =
        |name, from: &str, to: &str, reason, at| refused(name, with_document(&DOCUMENT.replace(from, to)), reason, at);
    let mut not_reduced = [0xff; 32];
    (not_reduced[0], not_reduced[31]) = (0xf0, 0x7f);
    let mut off_curve = [0; 32];
    off_curve[0] = 2;
    let mixed = ED25519_BASEPOINT_POINT + EIGHT_TORSION[1];
    let twice = document("wsr.report", &[signer(0, "principal"), signer(0, "preparer")]);
    vec![
        changed("key-another-thumbprint.json", KID, &key(1).key_id().to_string(), Reason::KidNotThumbprint, kid_at),
        changed("key-swapped.json", X, &base64url(key(1).public().to_bytes()), Reason::KidNotThumbprint, kid_at),
        refused("key-listed-twice.json", with_document(&twice), Reason::DuplicateKid, "/document/signers/1/kid"),
        refused("key-small-order.json", listing(EIGHT_TORSION[3].compress().to_bytes()), Reason::KeySmallOrder, x_at),
        refused("key-mixed-order.json", listing(mixed.compress().to_bytes()), Reason::KeyMixedOrder, x_at),
        refused("key-not-canonical.json", listing(not_reduced), Reason::KeyNotCanonical, x_at),
        refused("key-not-on-the-curve.json", listing(off_curve), Reason::KeyNotOnCurve, x_at),
        changed("key-too-short.json", X, &base64url([1; 31]), Reason::KeyLength, x_at),
        changed("key-padded.json", X, &format!("{X}="), Reason::Base64Padding, x_at),
        changed("key-secret.json", r#"{"crv""#, r#"{"d":"AA","crv""#, Reason::KeyPrivate, "/document/signers/0/key/d"),
        changed(
            "key-fourth-member.json",
            r#"{"crv""#,
            r#"{"alg":"Ed25519","crv""#,
            Reason::KeyMembers,
            "/document/signers/0/key/alg",
        ),
        changed("key-other-kind.json", "OKP", "EC", Reason::KeyKind, "/document/signers/0/key/kty"),
        changed(
            "key-other-curve.json",
            r#""crv":"Ed25519""#,
            r#""crv":"X25519""#,
            Reason::KeyKind,
            "/document/signers/0/key/crv",
        ),
    ]
}

fn who() -> Vec<Case> {
    let two = document("wsr.report", &[signer(0, "principal"), signer(1, "principal")]);
    let by = |n: u8, document: &str| signature(n, &header(n), document);
    let five: Vec<String> = (0..5).map(|n| by(n, DOCUMENT)).collect();
    let rotation = document("wsr.rotation", &[signer(0, "principal"), signer(1, "preparer")]);
    let for_rotation = signature(0, &header(0).replace("report", "rotation"), &rotation);
    let kid_at = |n: u8| if n == 0 { "/signatures/0/protected/kid" } else { "/signatures/1/protected/kid" };
    vec![
        refused("signed-by-nobody.json", file(DOCUMENT, &[]), Reason::NoSignatures, "/signatures"),
        refused("signed-five-times.json", file(DOCUMENT, &five), Reason::TooManySignatures, "/signatures"),
        refused(
            "signed-by-one-principal-of-two.json",
            file(&two, &[by(0, &two)]),
            Reason::UnsignedRequired,
            "/document/signers/1",
        ),
        refused(
            "signed-by-one-key-of-a-rotation.json",
            file(&rotation, &[for_rotation]),
            Reason::UnsignedSigner,
            "/document/signers/1",
        ),
        refused("signed-by-an-unlisted-key.json", file(DOCUMENT, &[by(1, DOCUMENT)]), Reason::UnlistedKid, kid_at(0)),
        refused(
            "signed-by-an-unlisted-key-besides.json",
            file(DOCUMENT, &[by(0, DOCUMENT), by(1, DOCUMENT)]),
            Reason::UnlistedKid,
            kid_at(1),
        ),
        refused(
            "signed-twice-by-one.json",
            file(DOCUMENT, &[by(0, DOCUMENT), by(0, DOCUMENT)]),
            Reason::DuplicateSignature,
            kid_at(1),
        ),
        refused(
            "signed-in-anothers-name.json",
            file(DOCUMENT, &[signature(1, &header(0), DOCUMENT)]),
            Reason::SignatureWrong,
            "/signatures/0/signature",
        ),
        refused(
            "signed-another-text.json",
            file(&DOCUMENT.replace("2026-05-31", "2026-05-30"), &[by(0, DOCUMENT)]),
            Reason::SignatureWrong,
            "/signatures/0/signature",
        ),
        refused(
            "signed-one-of-two-wrong.json",
            file(&two, &[by(0, &two), signature(0, &header(1), &two)]),
            Reason::SignatureWrong,
            "/signatures/1/signature",
        ),
    ]
}

fn spelling() -> Vec<Case> {
    let sound = signature(0, &header(0), DOCUMENT);
    let (protected, text) = (sound.split('"').nth(3).unwrap(), sound.split('"').nth(7).unwrap());
    let with = |name, text: &str, reason| {
        refused(name, file(DOCUMENT, &[entry(protected, text)]), reason, "/signatures/0/signature")
    };
    let with_protected = |name, protected: &str, reason| {
        refused(name, file(DOCUMENT, &[entry(protected, text)]), reason, "/signatures/0/protected")
    };
    let next = char::from(text.as_bytes()[85] + 1);
    vec![
        with("spelling-padded.json", &format!("{text}=="), Reason::Base64Padding),
        with("spelling-space.json", &format!("{text} "), Reason::Base64WhiteSpace),
        with("spelling-plus.json", &format!("+{}", &text[1..]), Reason::Base64Alphabet),
        with("spelling-slash.json", &format!("/{}", &text[1..]), Reason::Base64Alphabet),
        with("spelling-trailing-bits.json", &format!("{}{next}", &text[..85]), Reason::Base64TrailingBits),
        with("spelling-impossible-length.json", &text[..85], Reason::Base64Length),
        with("spelling-63-bytes.json", &base64url([1; 63]), Reason::SignatureLength),
        with("spelling-65-bytes.json", &base64url([1; 65]), Reason::SignatureLength),
        with("spelling-empty.json", "", Reason::SignatureLength),
        with(
            "spelling-s-too-high.json",
            &base64url([[0x66_u8; 32], [0xff; 32]].concat()),
            Reason::SignatureScalarRange,
        ),
        with(
            "spelling-r-of-small-order.json",
            &base64url([[1_u8].as_slice(), &[0; 63]].concat()),
            Reason::SignatureSmallOrder,
        ),
        with_protected("spelling-header-padded.json", &format!("{protected}="), Reason::Base64Padding),
        with_protected("spelling-header-space.json", &format!(" {protected}"), Reason::Base64WhiteSpace),
    ]
}
