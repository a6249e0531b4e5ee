//! The reasons for which a file is refused, and the place in it.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Declares the reasons once, so that variant, stable code and explanation cannot drift apart.
macro_rules! reasons {
    ($($(#[doc = $doc:literal])+ $variant:ident = $code:literal,)+) => {
        /// Why something was refused. The code is stable: pages translate it, files and logs may carry it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Reason {
            $($(#[doc = $doc])+ #[serde(rename = $code)] $variant,)+
        }

        impl Reason {
            /// Every reason there is, for tables that translate the codes and for tests that they are complete.
            pub const ALL: &'static [Reason] = &[$(Reason::$variant,)+];

            /// The stable code, in lower case with underscores.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $(Reason::$variant => $code,)+
                }
            }
        }
    };
}

reasons! {
    // The bytes.
    /// Longer than [`crate::limits::FILE_BYTES`].
    FileTooBig = "file_too_big",
    /// Nothing but white space.
    EmptyFile = "empty_file",
    /// Not UTF-8, and no other encoding recognised.
    NotUtf8 = "not_utf8",
    /// Not UTF-8, and every byte pair fits GBK: some program re-saved the file in the old Chinese encoding.
    NotUtf8Gbk = "not_utf8_gbk",
    /// Saved as UTF-16 ("Unicode" in old editors).
    NotUtf8Utf16 = "not_utf8_utf16",
    /// Saved as UTF-32.
    NotUtf8Utf32 = "not_utf8_utf32",
    /// A packed file (zip, Office document, gzip, RAR, 7z), whatever its name ends in.
    ///
    /// It has to be unpacked first.
    Archive = "archive",

    // The JSON.
    /// The file ends in the middle: an interrupted copy or transfer.
    CutShort = "cut_short",
    /// Not JSON at this place.
    Syntax = "syntax",
    /// Something follows the end of the document.
    TrailingBytes = "trailing_bytes",
    /// A second JSON document follows the first.
    TwoDocuments = "two_documents",
    /// The same member name twice in one object; programs disagree about which one counts.
    DuplicateMember = "duplicate_member",
    /// A member name outside `[a-z][a-z0-9_]*`.
    MemberName = "member_name",
    /// A number with a decimal point.
    NumberFraction = "number_fraction",
    /// A number with an exponent.
    NumberExponent = "number_exponent",
    /// Minus zero.
    NumberNegativeZero = "number_negative_zero",
    /// A number beyond ±(2^53 − 1), which JavaScript cannot hold exactly.
    NumberRange = "number_range",
    /// A backslash sequence JSON does not know.
    BadEscape = "bad_escape",
    /// Half of a UTF-16 surrogate pair.
    LoneSurrogate = "lone_surrogate",
    /// A control character other than an escaped line feed or tab; also DEL and U+0080–U+009F.
    ControlCharacter = "control_character",
    /// U+2028 or U+2029.
    LineSeparator = "line_separator",
    /// U+FEFF inside a string.
    ByteOrderMark = "byte_order_mark",
    /// A character that changes the writing direction and can make text read otherwise than it is.
    BidiControl = "bidi_control",
    /// A code point that Unicode sets aside as never a character.
    Noncharacter = "noncharacter",
    /// A string that is not in Unicode normalisation form C.
    NotNfc = "not_nfc",
    /// Nested deeper than [`crate::limits::DEPTH`].
    TooDeep = "too_deep",
    /// More values than [`crate::limits::VALUES`].
    TooManyValues = "too_many_values",
    /// A string longer than [`crate::limits::STRING_BYTES`].
    StringTooLong = "string_too_long",

    // The shape of the envelope.
    /// Sound JSON, but neither `document` nor `signatures`: some other kind of file.
    NotAnEnvelope = "not_an_envelope",
    /// A member that must be there is not.
    MissingMember = "missing_member",
    /// A member in a place where the format has a fixed set.
    UnknownMember = "unknown_member",
    /// A member of the wrong JSON kind (a number where text belongs, …).
    WrongKind = "wrong_kind",
    /// `payload` beside `document`: two texts, and only one of them is signed.
    PayloadBesideDocument = "payload_beside_document",
    /// An unprotected `header`, which no signature covers.
    UnprotectedHeader = "unprotected_header",
    /// An empty list of signatures.
    NoSignatures = "no_signatures",
    /// More signatures, or listed signers, than [`crate::limits::SIGNATURES`].
    TooManySignatures = "too_many_signatures",

    // The document's own statements about itself.
    /// A `type` this format does not define.
    TypeUnknown = "type_unknown",
    /// A `version` that is not `major.minor` with a major from 1.
    VersionForm = "version_form",
    /// A major version this program cannot write. Reading such a file is not refused but flagged.
    VersionUnknown = "version_unknown",
    /// An empty list of signers.
    NoSigners = "no_signers",
    /// Nobody is listed in a role that such a document requires.
    NoRequiredSigner = "no_principal",
    /// A role this type of document does not have.
    RoleNotAllowed = "role_not_allowed",
    /// The same key listed twice.
    DuplicateKid = "duplicate_kid",
    /// `kid` is not the thumbprint (RFC 7638) of the key beside it.
    KidNotThumbprint = "kid_not_thumbprint",

    // Keys.
    /// A key with other members than `crv`, `kty`, `x`.
    KeyMembers = "key_members",
    /// A key that carries its secret part: it must be considered lost.
    KeyPrivate = "key_private",
    /// A key of another kind or curve.
    KeyKind = "key_kind",
    /// A public key that is not 32 bytes.
    KeyLength = "key_length",
    /// Bytes that are no point of the curve.
    KeyNotOnCurve = "key_not_on_curve",
    /// A point written in a second, non-canonical way.
    KeyNotCanonical = "key_not_canonical",
    /// A point of small order, under which anything can be made to verify.
    KeySmallOrder = "key_small_order",
    /// A point with a component of small order.
    KeyMixedOrder = "key_mixed_order",

    // base64url.
    /// base64url with `=`.
    Base64Padding = "base64_padding",
    /// base64url with white space.
    Base64WhiteSpace = "base64_white_space",
    /// A character outside the URL-safe alphabet, such as `+` or `/`.
    Base64Alphabet = "base64_alphabet",
    /// A length no base64 text can have.
    Base64Length = "base64_length",
    /// Unused bits at the end that are not zero.
    Base64TrailingBits = "base64_trailing_bits",

    // The protected header.
    /// `alg`, `kid` or `typ` is missing.
    HeaderMissing = "header_missing",
    /// A header with a known danger: `jwk`, `jku`, `x5u`, `x5c`, `x5t`, `b64`, `crit`, `zip`.
    HeaderForbidden = "header_forbidden",
    /// Any other fourth header.
    HeaderUnknown = "header_unknown",
    /// `alg` is `none`: not signed at all.
    AlgNone = "alg_none",
    /// Any algorithm but Ed25519 (or its older name EdDSA).
    AlgRefused = "alg_refused",
    /// `typ` is not the one that belongs to the document's `type`.
    TypMismatch = "typ_mismatch",
    /// A signature by a key the document does not list.
    UnlistedKid = "unlisted_kid",

    // Signatures.
    /// Two signatures by one key.
    DuplicateSignature = "duplicate_signature",
    /// A listed signer has not signed in a role whose signature may not be missing.
    UnsignedRequired = "unsigned_principal",
    /// A listed signer of a document that all must sign has not signed.
    UnsignedSigner = "unsigned_signer",
    /// A signature that is not 64 bytes.
    SignatureLength = "signature_length",
    /// The second half of the signature is not below the group order (RFC 8032 §5.1.7): a reworked copy.
    SignatureScalarRange = "signature_scalar_range",
    /// The first half of the signature is a point of small order.
    SignatureSmallOrder = "signature_small_order",
    /// The signature does not belong to this text and key: something was changed after signing.
    SignatureWrong = "signature_wrong",
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// Where in a file.
///
/// The pointer names the member; line and column are known only where the text itself is at fault.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// JSON pointer (RFC 6901); empty for the whole file.
    ///
    /// It continues into the decoded `protected` header: `/signatures/0/protected/alg`.
    pub pointer: String,
    /// Line in the file, from 1.
    pub line: Option<u32>,
    /// Column in that line, in characters, from 1.
    pub column: Option<u32>,
}

/// A refusal: the reason and the place.
///
/// One boundary, one error: reading, checking and freezing all give this.
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[error("{reason} at {:?}", place.pointer)]
pub struct Refusal {
    /// The rule that the file breaks.
    pub reason: Reason,
    /// Where in the file it breaks it.
    pub place: Place,
}

impl Refusal {
    /// A refusal of the value at `pointer`.
    pub(crate) fn at(reason: Reason, pointer: impl Into<String>) -> Self {
        Refusal { reason, place: Place { pointer: pointer.into(), line: None, column: None } }
    }

    /// The same refusal, seen from an object or array around it: the pointer gets one more step in front.
    pub(crate) fn under(mut self, step: &str) -> Self {
        let escaped = step.replace('~', "~0").replace('/', "~1");
        self.place.pointer = format!("/{escaped}{}", self.place.pointer);
        self
    }
}
