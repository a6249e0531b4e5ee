//! The known answer of the format, and the means to make files that are wrong in one exact way.

use anziping_seal::envelope::{Frozen, RoleRules, SealedDocument, SignerRules};
use anziping_seal::json::{Normalise, Value, parse};
use anziping_seal::keys::SecretKey;
use anziping_seal::{Reason, Refusal, canonical, envelope};
use base64ct::{Base64UrlUnpadded, Encoding};
use ed25519_dalek::{Signer, SigningKey};
use unicode_normalization::UnicodeNormalization;

/// Unicode normalisation by the crate a browser does not need.
pub struct Tables;

impl Normalise for Tables {
    fn is_nfc(&self, text: &str) -> bool {
        unicode_normalization::is_nfc(text)
    }

    fn to_nfc(&self, text: &str) -> String {
        text.nfc().collect()
    }
}

/// The secret key of RFC 8037 A.1.
pub const SEED: [u8; 32] = [
    0x9d, 0x61, 0xb1, 0x9d, 0xef, 0xfd, 0x5a, 0x60, 0xba, 0x84, 0x4a, 0xf4, 0x92, 0xec, 0x2c, 0xc4, 0x44, 0x49, 0xc5,
    0x69, 0x7b, 0x32, 0x69, 0x19, 0x70, 0x3b, 0xac, 0x03, 0x1c, 0xae, 0x7f, 0x60,
];

pub const KID: &str = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";
pub const X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

const PRINCIPAL: RoleRules =
    RoleRules { role: "principal", is_required: false, if_unsigned: Some(Reason::UnsignedRequired) };
const fn everyone(role: &'static str) -> RoleRules {
    RoleRules { role, is_required: false, if_unsigned: Some(Reason::UnsignedSigner) }
}
const ANY: &[RoleRules] = &[PRINCIPAL, everyone("preparer"), everyone("office")];

/// Types with all the kinds of rules there are.
pub const RULES: &[SignerRules] = &[
    SignerRules {
        doc_type: "wsr.report",
        roles: &[
            RoleRules { is_required: true, ..PRINCIPAL },
            RoleRules { role: "preparer", is_required: false, if_unsigned: None },
        ],
    },
    SignerRules { doc_type: "wsr.receipt", roles: &[everyone("office")] },
    SignerRules { doc_type: "wsr.registration", roles: ANY },
    SignerRules { doc_type: "wsr.rotation", roles: ANY },
];

pub fn freeze(document: Value) -> Result<Frozen, Refusal> {
    Frozen::new(document, RULES)
}

/// The canonical form of the known answer.
pub const DOCUMENT: &str = concat!(
    r#"{"items":[{"id":"A01-01","note":"共 12 具 <“OK”> & 𠮷\n已查","result":"yes","title":"灭火器压力是否正常?"}],"#,
    r#""org":{"name":"上海示例机械有限公司","uscc":"91310000MA1FL0000N"},"period":"2026-05","#,
    r#""prev":{"period":"2026-04","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},"#,
    r#""revision":1,"schema":"https://example.invalid/wsr/report/1.json","sealed_at":"2026-05-31T17:03:00+08:00","#,
    r#""signers":[{"key":{"crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"},"#,
    r#""kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","name":"张三","role":"principal","title":"总经理"}],"#,
    r#""statement":"本人已审阅本表全部内容,并对其真实性负责。","type":"wsr.report","version":"1.0"}"#
);

/// The known answer as a file.
pub fn file_text() -> String {
    let frozen = freeze(value(DOCUMENT)).unwrap();
    let signature = frozen.sign(&key(0));
    SealedDocument::assemble(frozen, vec![signature]).unwrap().to_file_text()
}

/// Key 0 is that of RFC 8037; the others are made up.
pub fn key(number: u8) -> SecretKey {
    SecretKey::from_bytes(seed(number))
}

pub fn seed(number: u8) -> [u8; 32] {
    if number == 0 { SEED } else { [number; 32] }
}

pub fn value(text: &str) -> Value {
    parse(text.as_bytes(), &Tables).unwrap()
}

pub fn base64url(bytes: impl AsRef<[u8]>) -> String {
    Base64UrlUnpadded::encode_string(bytes.as_ref())
}

/// The header text a report's signature by this key has.
pub fn header(number: u8) -> String {
    format!(r#"{{"alg":"Ed25519","kid":"{}","typ":"vnd.wsr.report+json"}}"#, key(number).key_id())
}

/// One entry of `signatures`, honestly made over whatever header and document are given.
pub fn signature(number: u8, header: &str, document: &str) -> String {
    let protected = base64url(header);
    let message = format!("{protected}.{}", base64url(canonical::write(&value(document))));
    let signature = SigningKey::from_bytes(&seed(number)).sign(message.as_bytes());
    entry(&protected, &base64url(signature.to_bytes()))
}

pub fn entry(protected: &str, signature: &str) -> String {
    format!(r#"{{"protected":"{protected}","signature":"{signature}"}}"#)
}

pub fn file(document: &str, signatures: &[String]) -> String {
    format!(r#"{{"document":{document},"signatures":[{}]}}"#, signatures.join(","))
}

/// A report signed by key 0 under this header.
pub fn with_header(header: &str) -> String {
    file(DOCUMENT, &[signature(0, header, DOCUMENT)])
}

/// A changed report, signed by key 0 under the right header.
pub fn with_document(document: &str) -> String {
    file(document, &[signature(0, &header(0), document)])
}

/// A signer for `signers`.
pub fn signer(number: u8, role: &str) -> String {
    let key = key(number).public();
    format!(
        r#"{{"key":{},"kid":"{}","name":"某某","role":"{role}","title":""}}"#,
        canonical::write(&key.to_jwk()),
        key.key_id()
    )
}

/// A small document of any type.
pub fn document(doc_type: &str, signers: &[String]) -> String {
    format!(r#"{{"signers":[{}],"type":"{doc_type}","version":"1.0"}}"#, signers.join(","))
}

pub fn verify(bytes: impl AsRef<[u8]>) -> Result<envelope::Verified, Refusal> {
    envelope::verify(bytes.as_ref(), RULES, &Tables)
}

/// The reason and place of a refusal, in the short form that the tables use.
pub fn refusal_of(bytes: impl AsRef<[u8]>) -> Option<(Reason, String)> {
    verify(bytes).err().map(|refusal| (refusal.reason, refusal.place.pointer))
}

/// Checks a table of files that must be refused, and reports every row that was judged otherwise.
pub fn assert_refused(rows: impl IntoIterator<Item = (&'static str, Vec<u8>, Reason, &'static str)>) {
    let judged_otherwise: Vec<String> = rows
        .into_iter()
        .filter_map(|(name, bytes, reason, pointer)| {
            let found = refusal_of(&bytes);
            (found != Some((reason, pointer.to_owned())))
                .then(|| format!("{name}: expected {reason} at {pointer:?}, found {found:?}"))
        })
        .collect();
    assert!(judged_otherwise.is_empty(), "\n{}", judged_otherwise.join("\n"));
}
