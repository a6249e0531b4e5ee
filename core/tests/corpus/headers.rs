//! Protected headers that no verifier may accept.
//!
//! Every one is honestly signed, so that only the header is wrong.

use anziping_core::seal::Reason;

use crate::{Case, Expected, case, refused};
use anziping_forge::signed::{KID, header, with_header};

pub fn cases() -> Vec<Case> {
    let alg = |name, alg: &str, reason| {
        refused(
            name,
            with_header(&header(0).replace("\"Ed25519\"", &format!("\"{alg}\""))),
            reason,
            "/signatures/0/protected/alg",
        )
    };
    let extra = |name, member: &str, reason, at| {
        refused(name, with_header(&header(0).replacen('{', &format!("{{{member},"), 1)), reason, at)
    };
    let without =
        |name, part: &str, at| refused(name, with_header(&header(0).replace(part, "")), Reason::HeaderMissing, at);
    let typ = |name, typ: &str| {
        refused(
            name,
            with_header(&header(0).replace("vnd.wsr.report+json", typ)),
            Reason::TypMismatch,
            "/signatures/0/protected/typ",
        )
    };
    let forbidden = Reason::HeaderForbidden;
    vec![
        // Signed honestly and a small document, but no whole report: the signature part is what these files are about.
        case(
            "header-eddsa-of-older-programs.json",
            with_header(&header(0).replace("\"Ed25519\"", "\"EdDSA\"")),
            Expected::Unsound("shape"),
        ),
        alg("header-alg-none.json", "none", Reason::AlgNone),
        alg("header-alg-hs256.json", "HS256", Reason::AlgRefused),
        alg("header-alg-hs512.json", "HS512", Reason::AlgRefused),
        alg("header-alg-rs256.json", "RS256", Reason::AlgRefused),
        alg("header-alg-es256.json", "ES256", Reason::AlgRefused),
        alg("header-alg-lower-case.json", "ed25519", Reason::AlgRefused),
        alg("header-alg-ed448.json", "Ed448", Reason::AlgRefused),
        alg("header-alg-unknown.json", "SM2", Reason::AlgRefused),
        alg("header-alg-empty.json", "", Reason::AlgRefused),
        extra("header-jwk.json", r#""jwk":{}"#, forbidden, "/signatures/0/protected/jwk"),
        extra("header-jku.json", r#""jku":"https://example.invalid""#, forbidden, "/signatures/0/protected/jku"),
        extra("header-x5u.json", r#""x5u":"""#, forbidden, "/signatures/0/protected/x5u"),
        extra("header-x5c.json", r#""x5c":[]"#, forbidden, "/signatures/0/protected/x5c"),
        extra("header-x5t.json", r#""x5t":"""#, forbidden, "/signatures/0/protected/x5t"),
        extra("header-b64.json", r#""b64":false"#, forbidden, "/signatures/0/protected/b64"),
        extra("header-crit.json", r#""crit":["b64"]"#, forbidden, "/signatures/0/protected/crit"),
        extra("header-zip.json", r#""zip":"DEF""#, forbidden, "/signatures/0/protected/zip"),
        extra("header-fourth.json", r#""cty":"json""#, Reason::HeaderUnknown, "/signatures/0/protected/cty"),
        extra("header-alg-twice.json", r#""alg":"none""#, Reason::DuplicateMember, "/signatures/0/protected/alg"),
        without("header-no-alg.json", r#""alg":"Ed25519","#, "/signatures/0/protected/alg"),
        without("header-no-kid.json", &format!(r#","kid":"{KID}""#), "/signatures/0/protected/kid"),
        without("header-no-typ.json", r#","typ":"vnd.wsr.report+json""#, "/signatures/0/protected/typ"),
        refused(
            "header-alg-a-list.json",
            with_header(&header(0).replace(r#""Ed25519""#, r#"["Ed25519"]"#)),
            Reason::WrongKind,
            "/signatures/0/protected/alg",
        ),
        refused("header-not-an-object.json", with_header("[]"), Reason::WrongKind, "/signatures/0/protected"),
        refused("header-not-json.json", with_header("Ed25519"), Reason::Syntax, "/signatures/0/protected"),
        typ("typ-of-a-receipt.json", "vnd.wsr.receipt+json"),
        typ("typ-jwt.json", "JWT"),
        typ("typ-with-prefix.json", "application/vnd.wsr.report+json"),
    ]
}
