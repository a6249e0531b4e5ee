//! Everything a file can be refused for, each by its own reason at its own place.

use anziping_seal::Reason;
use anziping_seal::keys::PublicKey;
use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};

use anziping_forge::signed::*;

type Row = (&'static str, Vec<u8>, Reason, &'static str);

#[test]
fn the_fixture_itself_is_accepted() {
    assert_eq!(refusal_of(with_header(&header(0))), None);
    assert_eq!(refusal_of(with_document(DOCUMENT)), None);
}

#[test]
fn every_other_algorithm_is_refused() {
    let algorithm = |name: &'static str, alg: &str, reason| -> Row {
        let header = header(0).replace("\"Ed25519\"", &format!("\"{alg}\""));
        (name, with_header(&header).into(), reason, "/signatures/0/protected/alg")
    };
    assert_refused([
        algorithm("none", "none", Reason::AlgNone),
        algorithm("HS256", "HS256", Reason::AlgRefused),
        algorithm("HS512", "HS512", Reason::AlgRefused),
        algorithm("RS256", "RS256", Reason::AlgRefused),
        algorithm("ES256", "ES256", Reason::AlgRefused),
        algorithm("lower case", "ed25519", Reason::AlgRefused),
        algorithm("lower case of the alias", "eddsa", Reason::AlgRefused),
        algorithm("the other curve", "Ed448", Reason::AlgRefused),
        algorithm("unknown", "SM2", Reason::AlgRefused),
        algorithm("empty", "", Reason::AlgRefused),
    ]);
}

#[test]
fn a_header_is_exactly_alg_kid_typ() {
    let extra = |name: &'static str, member: &str, reason, pointer| -> Row {
        let header = header(0).replacen('{', &format!("{{{member},"), 1);
        (name, with_header(&header).into(), reason, pointer)
    };
    let without = |name: &'static str, part: &str, pointer| -> Row {
        let header = header(0);
        assert!(header.contains(part), "{part}");
        (name, with_header(&header.replace(part, "")).into(), Reason::HeaderMissing, pointer)
    };
    let forbidden = Reason::HeaderForbidden;
    let kid = format!(r#","kid":"{KID}""#);
    assert_refused([
        extra("jwk", r#""jwk":{}"#, forbidden, "/signatures/0/protected/jwk"),
        extra("jku", r#""jku":"https://example.invalid""#, forbidden, "/signatures/0/protected/jku"),
        extra("x5u", r#""x5u":"""#, forbidden, "/signatures/0/protected/x5u"),
        extra("x5c", r#""x5c":[]"#, forbidden, "/signatures/0/protected/x5c"),
        extra("x5t", r#""x5t":"""#, forbidden, "/signatures/0/protected/x5t"),
        extra("b64", r#""b64":false"#, forbidden, "/signatures/0/protected/b64"),
        extra("crit", r#""crit":["b64"]"#, forbidden, "/signatures/0/protected/crit"),
        extra("zip", r#""zip":"DEF""#, forbidden, "/signatures/0/protected/zip"),
        extra("a fourth", r#""cty":"json""#, Reason::HeaderUnknown, "/signatures/0/protected/cty"),
        extra("x5t#S256", r##""x5t#S256":"""##, Reason::MemberName, "/signatures/0/protected/x5t#S256"),
        extra("alg twice", r#""alg":"none""#, Reason::DuplicateMember, "/signatures/0/protected/alg"),
        without("no alg", r#""alg":"Ed25519","#, "/signatures/0/protected/alg"),
        without("no kid", &kid, "/signatures/0/protected/kid"),
        without("no typ", r#","typ":"vnd.wsr.report+json""#, "/signatures/0/protected/typ"),
        (
            "alg a list",
            with_header(&header(0).replace(r#""Ed25519""#, r#"["Ed25519"]"#)).into(),
            Reason::WrongKind,
            "/signatures/0/protected/alg",
        ),
        ("not an object", with_header("[]").into(), Reason::WrongKind, "/signatures/0/protected"),
        ("not JSON", with_header("Ed25519").into(), Reason::Syntax, "/signatures/0/protected"),
        ("packed", with_header("PK\u{3}\u{4}").into(), Reason::Syntax, "/signatures/0/protected"),
    ]);
}

#[test]
fn the_type_of_the_header_and_the_document_must_agree() {
    let typ = |typ: &str| with_header(&header(0).replace("vnd.wsr.report+json", typ)).into_bytes();
    let at = "/signatures/0/protected/typ";
    assert_refused([
        ("another document's", typ("vnd.wsr.receipt+json"), Reason::TypMismatch, at),
        ("JWT", typ("JWT"), Reason::TypMismatch, at),
        ("with prefix", typ("application/vnd.wsr.report+json"), Reason::TypMismatch, at),
        ("other case", typ("vnd.WSR.report+json"), Reason::TypMismatch, at),
    ]);
}

#[test]
fn an_envelope_has_two_members() {
    let sound = with_document(DOCUMENT);
    let beside = |member: &str| sound.replacen('{', &format!("{{{member},"), 1).into_bytes();
    let in_entry =
        |member: &str| sound.replacen(r#"{"protected""#, &format!(r#"{{{member},"protected""#), 1).into_bytes();
    let entry = signature(0, &header(0), DOCUMENT);
    assert_refused([
        ("payload", beside(r#""payload":"e30""#), Reason::PayloadBesideDocument, "/payload"),
        ("header on top", beside(r#""header":{}"#), Reason::UnprotectedHeader, "/header"),
        ("third member", beside(r#""comment":"""#), Reason::UnknownMember, "/comment"),
        ("document twice", beside(r#""document":{}"#), Reason::DuplicateMember, "/document"),
        (
            "unprotected header",
            in_entry(r#""header":{"alg":"none"}"#),
            Reason::UnprotectedHeader,
            "/signatures/0/header",
        ),
        ("third in a signature", in_entry(r#""kid":"x""#), Reason::UnknownMember, "/signatures/0/kid"),
        ("no document", format!(r#"{{"signatures":[{entry}]}}"#).into(), Reason::MissingMember, "/document"),
        ("no signatures", format!(r#"{{"document":{DOCUMENT}}}"#).into(), Reason::MissingMember, "/signatures"),
        (
            "signatures an object",
            format!(r#"{{"document":{DOCUMENT},"signatures":{{}}}}"#).into(),
            Reason::WrongKind,
            "/signatures",
        ),
        (
            "no protected",
            file(DOCUMENT, &[r#"{"signature":"AA"}"#.into()]).into(),
            Reason::MissingMember,
            "/signatures/0/protected",
        ),
        (
            "no signature",
            file(DOCUMENT, &[r#"{"protected":"AA"}"#.into()]).into(),
            Reason::MissingMember,
            "/signatures/0/signature",
        ),
        ("a bare string", file(DOCUMENT, &[r#""x""#.into()]).into(), Reason::WrongKind, "/signatures/0"),
        ("document a list", file("[]", std::slice::from_ref(&entry)).into(), Reason::WrongKind, "/document"),
        ("another file", b"{}".to_vec(), Reason::NotAnEnvelope, ""),
        ("a list", b"[]".to_vec(), Reason::NotAnEnvelope, ""),
    ]);
}

#[test]
fn a_document_states_its_type_version_and_signers() {
    let changed = |from: &str, to: &str| {
        assert!(DOCUMENT.contains(from), "{from}");
        with_document(&DOCUMENT.replace(from, to)).into_bytes()
    };
    let report = |signers: &[String]| with_document(&document("wsr.report", signers)).into_bytes();
    assert_refused([
        ("no type", changed(r#""type":"wsr.report","#, ""), Reason::MissingMember, "/document/type"),
        (
            "unknown type",
            changed(r#""type":"wsr.report""#, r#""type":"wsr.other""#),
            Reason::TypeUnknown,
            "/document/type",
        ),
        ("no version", changed(r#","version":"1.0""#, ""), Reason::MissingMember, "/document/version"),
        ("a bare number", changed(r#""version":"1.0""#, r#""version":"1""#), Reason::VersionForm, "/document/version"),
        ("major zero", changed(r#""version":"1.0""#, r#""version":"0.9""#), Reason::VersionForm, "/document/version"),
        (
            "leading zero",
            changed(r#""version":"1.0""#, r#""version":"01.0""#),
            Reason::VersionForm,
            "/document/version",
        ),
        ("plus sign", changed(r#""version":"1.0""#, r#""version":"+1.0""#), Reason::VersionForm, "/document/version"),
        (
            "three parts",
            changed(r#""version":"1.0""#, r#""version":"1.0.0""#),
            Reason::VersionForm,
            "/document/version",
        ),
        (
            "huge",
            changed(r#""version":"1.0""#, r#""version":"4294967296.0""#),
            Reason::VersionForm,
            "/document/version",
        ),
        ("version a number", changed(r#""version":"1.0""#, r#""version":1"#), Reason::WrongKind, "/document/version"),
        ("no signers", report(&[]), Reason::NoSigners, "/document/signers"),
        ("only a preparer", report(&[signer(0, "preparer")]), Reason::NoRequiredSigner, "/document/signers"),
        (
            "an office in a report",
            report(&[signer(0, "principal"), signer(1, "office")]),
            Reason::RoleNotAllowed,
            "/document/signers/1/role",
        ),
        ("unknown role", report(&[signer(0, "owner")]), Reason::RoleNotAllowed, "/document/signers/0/role"),
        ("nameless", changed(r#""name":"张三","#, ""), Reason::MissingMember, "/document/signers/0/name"),
        (
            "five signers",
            report(&[0, 1, 2, 3, 4].map(|n| signer(n, "principal"))),
            Reason::TooManySignatures,
            "/document/signers",
        ),
        (
            "a principal in a receipt",
            with_document(&document("wsr.receipt", &[signer(0, "principal")])).into(),
            Reason::RoleNotAllowed,
            "/document/signers/0/role",
        ),
    ]);
}

#[test]
fn keys_are_who_they_say_they_are() {
    let other = key(1).key_id().to_string();
    let with_kid = |kid: &str| with_document(&DOCUMENT.replace(KID, kid)).into_bytes();
    let with_x = |x: &str| with_document(&DOCUMENT.replace(X, x)).into_bytes();
    let key_member =
        |member: &str| with_document(&DOCUMENT.replace(r#"{"crv""#, &format!(r#"{{{member},"crv""#))).into_bytes();
    let point = |torsion: usize| {
        let mixed = ED25519_BASEPOINT_POINT + EIGHT_TORSION[torsion];
        base64url(mixed.compress().to_bytes())
    };
    let small = base64url(EIGHT_TORSION[3].compress().to_bytes());
    let mut not_reduced = [0xff; 32];
    (not_reduced[0], not_reduced[31]) = (0xf0, 0x7f);
    assert_eq!(PublicKey::from_bytes(&not_reduced), Err(Reason::KeyNotCanonical), "y = p + 3");
    let mut off_curve = [0; 32];
    off_curve[0] = 2;
    let (kid_at, x_at) = ("/document/signers/0/kid", "/document/signers/0/key/x");
    let twice = document("wsr.report", &[signer(0, "principal"), signer(0, "preparer")]);
    assert_refused([
        ("another key's thumbprint", with_kid(&other), Reason::KidNotThumbprint, kid_at),
        ("a padded thumbprint", with_kid(&format!("{KID}=")), Reason::KidNotThumbprint, kid_at),
        ("the key swapped", with_x(&base64url(key(1).public().to_bytes())), Reason::KidNotThumbprint, kid_at),
        ("the same key twice", with_document(&twice).into(), Reason::DuplicateKid, "/document/signers/1/kid"),
        ("small order", with_x(&small), Reason::KeySmallOrder, x_at),
        ("mixed order 8", with_x(&point(1)), Reason::KeyMixedOrder, x_at),
        ("mixed order 2", with_x(&point(4)), Reason::KeyMixedOrder, x_at),
        ("not canonical", with_x(&base64url(not_reduced)), Reason::KeyNotCanonical, x_at),
        ("not on the curve", with_x(&base64url(off_curve)), Reason::KeyNotOnCurve, x_at),
        ("too short", with_x(&base64url([1; 31])), Reason::KeyLength, x_at),
        ("padded", with_x(&format!("{X}=")), Reason::Base64Padding, x_at),
        ("secret part", key_member(r#""d":"AA""#), Reason::KeyPrivate, "/document/signers/0/key/d"),
        ("fourth member", key_member(r#""alg":"Ed25519""#), Reason::KeyMembers, "/document/signers/0/key/alg"),
        (
            "other kind",
            with_document(&DOCUMENT.replace("OKP", "EC")).into(),
            Reason::KeyKind,
            "/document/signers/0/key/kty",
        ),
        (
            "other curve",
            with_document(&DOCUMENT.replace(r#""crv":"Ed25519""#, r#""crv":"X25519""#)).into(),
            Reason::KeyKind,
            "/document/signers/0/key/crv",
        ),
    ]);
}

#[test]
fn whoever_must_sign_has_signed_once_and_nobody_else() {
    let two = document("wsr.report", &[signer(0, "principal"), signer(1, "principal")]);
    let by = |n: u8, document: &str| signature(n, &header(n), document);
    let five: Vec<String> = (0..5).map(|n| by(n, DOCUMENT)).collect();
    let rotation = document("wsr.rotation", &[signer(0, "principal"), signer(1, "preparer")]);
    let for_rotation = signature(0, &header(0).replace("report", "rotation"), &rotation);
    assert_refused([
        ("zero", file(DOCUMENT, &[]).into(), Reason::NoSignatures, "/signatures"),
        ("five", file(DOCUMENT, &five).into(), Reason::TooManySignatures, "/signatures"),
        ("one principal of two", file(&two, &[by(0, &two)]).into(), Reason::UnsignedRequired, "/document/signers/1"),
        (
            "a rotation by one key of two",
            file(&rotation, &[for_rotation]).into(),
            Reason::UnsignedSigner,
            "/document/signers/1",
        ),
        (
            "an unlisted key",
            file(DOCUMENT, &[by(1, DOCUMENT)]).into(),
            Reason::UnlistedKid,
            "/signatures/0/protected/kid",
        ),
        (
            "an unlisted key besides",
            file(DOCUMENT, &[by(0, DOCUMENT), by(1, DOCUMENT)]).into(),
            Reason::UnlistedKid,
            "/signatures/1/protected/kid",
        ),
        (
            "the same twice",
            file(DOCUMENT, &[by(0, DOCUMENT), by(0, DOCUMENT)]).into(),
            Reason::DuplicateSignature,
            "/signatures/1/protected/kid",
        ),
        (
            "in another's name",
            file(DOCUMENT, &[signature(1, &header(0), DOCUMENT)]).into(),
            Reason::SignatureWrong,
            "/signatures/0/signature",
        ),
        (
            "over another text",
            file(&DOCUMENT.replace("2026-05-31", "2026-05-30"), &[by(0, DOCUMENT)]).into(),
            Reason::SignatureWrong,
            "/signatures/0/signature",
        ),
        (
            "one of two wrong",
            file(&two, &[by(0, &two), signature(0, &header(1), &two)]).into(),
            Reason::SignatureWrong,
            "/signatures/1/signature",
        ),
    ]);
}

#[test]
fn a_signature_has_one_spelling() {
    let sound = signature(0, &header(0), DOCUMENT);
    let text = sound.split('"').nth(7).unwrap();
    let protected = sound.split('"').nth(3).unwrap();
    let with = |text: &str| file(DOCUMENT, &[entry(protected, text)]).into_bytes();
    let with_protected = |protected: &str| file(DOCUMENT, &[entry(protected, text)]).into_bytes();
    let last = text.chars().next_back().unwrap();
    let next = char::from(u8::try_from(last).unwrap() + 1);
    let dirty = format!("{}{next}", &text[..85]);
    let small_r = base64url([[1_u8].as_slice(), &[0; 63]].concat());
    let high_s = base64url([[0x66_u8; 32], [0xff; 32]].concat());
    let at = "/signatures/0/signature";
    assert_refused([
        ("padded", with(&format!("{text}==")), Reason::Base64Padding, at),
        ("a space", with(&format!("{text} ")), Reason::Base64WhiteSpace, at),
        ("a line feed", with(&format!("{}\\n{}", &text[..40], &text[40..])), Reason::Base64WhiteSpace, at),
        ("plus", with(&format!("+{}", &text[1..])), Reason::Base64Alphabet, at),
        ("slash", with(&format!("/{}", &text[1..])), Reason::Base64Alphabet, at),
        ("trailing bits", with(&dirty), Reason::Base64TrailingBits, at),
        ("impossible length", with(&text[..85]), Reason::Base64Length, at),
        ("63 bytes", with(&base64url([1; 63])), Reason::SignatureLength, at),
        ("65 bytes", with(&base64url([1; 65])), Reason::SignatureLength, at),
        ("empty", with(""), Reason::SignatureLength, at),
        ("S too high", with(&high_s), Reason::SignatureScalarRange, at),
        ("R of small order", with(&small_r), Reason::SignatureSmallOrder, at),
        ("header padded", with_protected(&format!("{protected}=")), Reason::Base64Padding, "/signatures/0/protected"),
        (
            "header with space",
            with_protected(&format!(" {protected}")),
            Reason::Base64WhiteSpace,
            "/signatures/0/protected",
        ),
        (
            "header with plus",
            with_protected(&format!("+{}", &protected[1..])),
            Reason::Base64Alphabet,
            "/signatures/0/protected",
        ),
    ]);
}

#[test]
fn a_re_saved_or_joined_file_says_what_happened_to_it() {
    let text = with_document(DOCUMENT);
    let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let utf32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    let bom = |bom: &[u8], rest: Vec<u8>| [bom, &rest].concat();
    // 共具 in GBK, in place of the same two characters.
    let gbk: Vec<u8> = [br#"{"document":{"note":""#.as_slice(), &[0xb9, 0xb2, 0xbe, 0xdf], br#""}}"#].concat();
    let latin: Vec<u8> = [br#"{"document":{"note":"caf"#.as_slice(), &[0xe9], br#""}}"#].concat();
    assert_refused([
        ("GBK", gbk, Reason::NotUtf8Gbk, ""),
        ("Latin-1", latin, Reason::NotUtf8, ""),
        ("UTF-16 LE", wide(u16::to_le_bytes), Reason::NotUtf8Utf16, ""),
        ("UTF-16 BE", wide(u16::to_be_bytes), Reason::NotUtf8Utf16, ""),
        ("UTF-16 LE with mark", bom(&[0xff, 0xfe], wide(u16::to_le_bytes)), Reason::NotUtf8Utf16, ""),
        ("UTF-16 BE with mark", bom(&[0xfe, 0xff], wide(u16::to_be_bytes)), Reason::NotUtf8Utf16, ""),
        ("UTF-32", utf32.clone(), Reason::NotUtf8Utf32, ""),
        ("UTF-32 with mark", bom(&[0xff, 0xfe, 0, 0], utf32), Reason::NotUtf8Utf32, ""),
        ("two documents", format!("{text}\n{text}").into(), Reason::TwoDocuments, ""),
        ("trailing text", format!("{text} 已发").into(), Reason::TrailingBytes, ""),
        ("trailing zero", format!("{text}\0").into(), Reason::TrailingBytes, ""),
        ("cut at the end", text.as_bytes()[..text.len() - 3].to_vec(), Reason::CutShort, "/signatures/0"),
        ("empty", Vec::new(), Reason::EmptyFile, ""),
        ("blank", b" \r\n".to_vec(), Reason::EmptyFile, ""),
    ]);
}

#[test]
fn every_reason_has_its_own_code() {
    let mut codes: Vec<&str> = Reason::ALL.iter().map(|reason| reason.code()).collect();
    codes.sort_unstable();
    let all = codes.len();
    codes.dedup();
    assert_eq!(codes.len(), all);
    for reason in Reason::ALL {
        let written = serde_json::to_value(reason).unwrap();
        assert_eq!(written, reason.code());
        assert_eq!(serde_json::from_value::<Reason>(written).unwrap(), *reason);
    }
}
