//! The words for each reason to reject a file: the fault, its place, and what to do.

use std::borrow::Cow;

use anziping_core::document::{DocumentFault, DocumentType};
use anziping_core::office::intake::Rejection;
use anziping_core::office::other_file::OtherFile;
use anziping_core::seal::{Place, Reason, limits};
use anziping_core::value::visible::visible;

/// A rejection in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct RefusalWords {
    /// The fault.
    pub what: String,
    /// Where in the file; empty for the whole of it.
    pub place: String,
    /// The advice to the person.
    pub todo: &'static str,
}

/// Nothing of it may be shown.
pub(crate) const NOT_SHOWN: &str = "内容不可信，不显示。";
/// Label of the reason's code, for inquiries.
pub(crate) const CODE: &str = "给技术人员的代码";

const RESEND: &str =
    "多半是传送或另存时损坏。请企业从“历史报告”里重新导出文件，用文件方式发来，不要用记事本、WPS 打开再保存。";
const RECOPY: &str = "请企业重新导出文件发来；用“复制全文”的，从第一个 { 到最后一个 } 完整复制。";
const WRONG_FILE: &str = "可能发错了文件。请企业发“导出文件”得到的、名字以 .signed.json 结尾的那一份。";
const DOUBT: &str = "签名后被改动过，不要采信。请企业从原设备重新导出；内容仍对不上的，当面核实是谁改的。";
const FOREIGN: &str = "不是安自评正常导出的文件，不要采信。请企业用安自评重新签名、导出。";
const STREET: &str = "不是安自评正常签出的街道月报，没有收。请打电话问街道，让它在“本月汇总”里重新签一份。";
const SIGN_AGAIN: &str = "请主要负责人在安自评里重新签名，再导出。";
const LEAKED: &str = "私钥已经外泄，这把密钥不能再用。请在登记册里作废它，让企业生成新密钥重新登记。";
const UNPACK: &str = "请先解压，再把里面名字以 .signed.json 结尾的文件拖进来；里面没有的，就是发错了，请企业重发。";
const NOT_THE_FILE: &str =
    "请企业发“导出文件”得到的、名字以 .signed.json 结尾的那一份；截图、照片和表格都代替不了签名的文件。";
const RENAME: &str = "不要双击打开它。请企业重新导出文件发来；确认是企业发的，改成普通的名字再拖进来。";
const UPDATE: &str = "请先更新程序再核验：网上打开的刷新本页，离线版换成新文件。";

const KEY_BACKUP: &str = "这是企业签名密钥的备份，不是报告";
const KEY_BACKUP_ADVICE: &str = "请删掉这个文件，告诉企业：密钥备份只能自己保管，不要发给任何人（有口令锁着，不必作废）。请企业发名字以 .signed.json 结尾的那一份。";

/// Says a rejection: what it is, where, and what to do.
pub(crate) fn rejection(rejection: &Rejection) -> RefusalWords {
    match rejection {
        Rejection::Refused(refusal) => {
            let (what, todo) = reason(refusal.reason);
            RefusalWords { what: what.into_owned(), place: place(&refusal.place), todo }
        }
        Rejection::OtherFile { kind, .. } => {
            let (what, todo) = other_file(*kind);
            RefusalWords { what: what.into(), place: String::new(), todo }
        }
        Rejection::Content { doc_type, fault, .. } => content(*doc_type, fault),
        Rejection::KeyBackup => RefusalWords { what: KEY_BACKUP.into(), place: String::new(), todo: KEY_BACKUP_ADVICE },
        Rejection::DisguisedName => RefusalWords {
            what: "文件名里藏着改变文字方向的字符，看到的名字可能是假的，没有打开".into(),
            place: String::new(),
            todo: RENAME,
        },
        Rejection::NewerProgram { version: (major, minor), .. } => RefusalWords {
            what: format!("由更新版本的程序生成（格式 {major}.{minor}），本页还看不懂"),
            place: String::new(),
            todo: UPDATE,
        },
    }
}

/// Says why the text of a file that nobody signs cannot be read.
pub(crate) fn unsigned(reason: Reason) -> Cow<'static, str> {
    self::reason(reason).0
}

/// `第 3 行第 5 列`, `第 1 个签名`, or the pointer itself; empty for the whole file.
fn place(place: &Place) -> String {
    if let (Some(line), Some(column)) = (place.line, place.column) {
        return format!("第 {line} 行第 {column} 列");
    }
    let nth = |prefix: &str, what: &str| {
        let rest = place.pointer.strip_prefix(prefix)?;
        let (index, rest) = rest.split_once('/').unwrap_or((rest, ""));
        let number = index.parse::<usize>().ok()? + 1;
        Some(if matches!(rest, "" | "signature") {
            format!("第 {number} 个{what}")
        } else {
            format!("第 {number} 个{what}的 {rest}")
        })
    };
    nth("/signatures/", "签名").or_else(|| nth("/document/signers/", "签名人")).unwrap_or_else(|| place.pointer.clone())
}

/// Names the type of a signed file.
fn kind(doc_type: Option<DocumentType>) -> &'static str {
    match doc_type {
        Some(DocumentType::Report) => "月度报告",
        Some(DocumentType::Registration) => "密钥登记文件",
        Some(DocumentType::Rotation) => "更换密钥的文件",
        Some(DocumentType::Revocation) => "作废密钥的文件",
        Some(DocumentType::Receipt) => "回执",
        Some(DocumentType::Return) => "退回",
        Some(DocumentType::Registry) => "登记册",
        Some(DocumentType::OfficeMonth) => "街道月报",
        None => "文件",
    }
}

/// The member that a reader names between its first two backquotes.
fn member(detail: &str) -> Option<&str> {
    detail.split('`').nth(1).filter(|name| !name.is_empty())
}

fn content(doc_type: Option<DocumentType>, fault: &DocumentFault) -> RefusalWords {
    let (what, todo) = match fault {
        DocumentFault::Shape { detail } => {
            let at = member(detail).map_or_else(String::new, |name| format!("（“{}”这一处）", visible(name)));
            (format!("签名有效，但这份{}缺了内容，或者有一处写得不对{at}", kind(doc_type)), FOREIGN)
        }
        DocumentFault::Days => ("起止日期与月份对不上".into(), FOREIGN),
        DocumentFault::Revision => ("版本号与“更正哪一份”自相矛盾".into(), FOREIGN),
        DocumentFault::SealedAt => ("签名时间不是一个真实的时间".into(), SIGN_AGAIN),
        DocumentFault::Signers => ("签名有效，但签名的人不是这种文件该有的人".into(), FOREIGN),
        DocumentFault::Hash => ("里面的文档校验码不是一个校验码".into(), FOREIGN),
        DocumentFault::Twice { id } => (format!("{id} 在报告里出现了两次，不知道以哪个为准"), FOREIGN),
        DocumentFault::Rows { of } if of.is_empty() => ("街道月报里没有企业，或者太多".into(), STREET),
        DocumentFault::Rows { of } => (format!("街道月报里“{}”这一行前后矛盾，或者太长", visible(of)), STREET),
        DocumentFault::Sum { figure } => {
            (format!("街道月报的合计和逐家相加的不一致：{}", super::county::sum_name(figure)), STREET)
        }
        DocumentFault::Remarks => ("退回意见是空的，或者太多、太长".into(), FOREIGN),
    };
    RefusalWords { what, place: String::new(), todo }
}

/// Names a file that is no signed text, and says what to do.
fn other_file(kind: OtherFile) -> (&'static str, &'static str) {
    match kind {
        OtherFile::Picture => ("是图片（照片或截图），不是报告文件", NOT_THE_FILE),
        OtherFile::Film => ("是视频，不是报告文件", NOT_THE_FILE),
        OtherFile::Pdf => ("是 PDF 文件，不是报告文件", NOT_THE_FILE),
        OtherFile::Excel => ("是 Excel 表格，不是报告文件", NOT_THE_FILE),
        OtherFile::Word => ("是 Word 文档，不是报告文件", NOT_THE_FILE),
        OtherFile::Slides => ("是 PPT 幻灯片，不是报告文件", NOT_THE_FILE),
        OtherFile::OldOffice => ("是老格式的 Excel、Word 或 WPS 文件，不是报告文件", NOT_THE_FILE),
        OtherFile::Zip => ("是 zip 压缩包，不是报告文件", UNPACK),
        OtherFile::Packed => ("是压缩包（rar、7z 或 gz），本页打不开", UNPACK),
    }
}

/// Says a reason for refusal, and what to do.
fn reason(reason: Reason) -> (Cow<'static, str>, &'static str) {
    let said = |what: &'static str, todo: &'static str| (Cow::Borrowed(what), todo);
    match reason {
        // The bytes.
        Reason::FileTooBig => (
            format!(
                "文件超过 {}，正常的报告不到 100 kB，没有打开",
                crate::words::common::bytes(limits::FILE_BYTES as u64)
            )
            .into(),
            WRONG_FILE,
        ),
        Reason::EmptyFile => said("文件是空的", RESEND),
        Reason::NotUtf8 => said("文字编码不对，不是 UTF-8", RESEND),
        Reason::NotUtf8Gbk => said("被另存成了 GBK（ANSI）编码，应为 UTF-8", RESEND),
        Reason::NotUtf8Utf16 => said("被另存成了“Unicode”（UTF-16）编码，应为 UTF-8", RESEND),
        Reason::NotUtf8Utf32 => said("被另存成了 UTF-32 编码，应为 UTF-8", RESEND),
        Reason::Archive => said("是压缩包，不是报告文件", UNPACK),
        // The JSON.
        Reason::CutShort => said("文件不完整，后面一截没有了", RECOPY),
        Reason::Syntax => said("不是报告文件，或者有字符被改掉了", WRONG_FILE),
        Reason::TrailingBytes => said("报告结束之后还有多余的字符", RECOPY),
        Reason::TwoDocuments => said("一个文件里有两份报告，请分成两个文件", RECOPY),
        Reason::DuplicateMember => said("同一个字段写了两次，不知道以哪个为准", FOREIGN),
        Reason::MemberName => said("有不合规定的字段名", FOREIGN),
        Reason::NumberFraction => said("有带小数点的数字，格式里只用整数", FOREIGN),
        Reason::NumberExponent => said("有科学计数法的数字，格式里只用整数", FOREIGN),
        Reason::NumberNegativeZero => said("有“负零”这样的数字", FOREIGN),
        Reason::NumberRange => said("有大得不合理的数字", FOREIGN),
        Reason::BadEscape => said("有不认识的转义符号（反斜杠）", RESEND),
        Reason::LoneSurrogate => said("有残缺的字符（半个汉字或表情）", RESEND),
        Reason::ControlCharacter => said("有看不见的控制字符", RESEND),
        Reason::LineSeparator => said("有特殊的换行符（U+2028 或 U+2029）", RESEND),
        Reason::ByteOrderMark => said("文字中间有 U+FEFF 标记", RESEND),
        Reason::BidiControl => said("有改变文字方向的字符，可能让人看错内容", FOREIGN),
        Reason::Noncharacter => said("有不是文字的编码", RESEND),
        Reason::NotNfc => said("有文字的编码形式被改过（不是 NFC）", RESEND),
        Reason::TooDeep => (format!("嵌套超过 {} 层", limits::DEPTH).into(), FOREIGN),
        Reason::TooManyValues => (format!("内容超过 {} 项", limits::VALUES).into(), FOREIGN),
        Reason::StringTooLong => {
            (format!("有一段文字超过 {}", crate::words::common::bytes(limits::STRING_BYTES as u64)).into(), FOREIGN)
        }
        // The shape of the envelope and what the document says about itself.
        Reason::NotAnEnvelope => said("这个文件没有签名，不是安自评导出的报告", WRONG_FILE),
        Reason::MissingMember => said("缺少必有的字段", RECOPY),
        Reason::UnknownMember => said("多出了格式里没有的字段", FOREIGN),
        Reason::WrongKind => said("有字段的类型不对", FOREIGN),
        Reason::PayloadBesideDocument => said("里面有两份正文，只有一份被签名", FOREIGN),
        Reason::UnprotectedHeader => said("带有签名没有覆盖的附加内容", FOREIGN),
        Reason::NoSignatures => said("没有签名", SIGN_AGAIN),
        Reason::TooManySignatures => (format!("签名或签名人超过 {} 个", limits::SIGNATURES).into(), FOREIGN),
        Reason::TypeUnknown => said("是不认识的文件种类", WRONG_FILE),
        Reason::VersionForm => said("格式版本号写得不对", FOREIGN),
        Reason::VersionUnknown => said("格式版本比本程序新", UPDATE),
        Reason::NoSigners => said("没有列出签名人", SIGN_AGAIN),
        Reason::NoRequiredSigner => said("签名人里没有主要负责人", SIGN_AGAIN),
        Reason::RoleNotAllowed => said("签名人的身份不适用于这种文件", FOREIGN),
        Reason::DuplicateKid => said("同一把密钥列了两次", FOREIGN),
        Reason::KidNotThumbprint => said("密钥编号与密钥对不上", FOREIGN),
        // Keys and base64url.
        Reason::KeyMembers => said("公钥里有多余的字段", FOREIGN),
        Reason::KeyPrivate => said("文件里带着私钥", LEAKED),
        Reason::KeyKind => said("公钥的种类不对，只认 Ed25519", FOREIGN),
        Reason::KeyLength => said("公钥的长度不对", RECOPY),
        Reason::KeyNotOnCurve => said("公钥不是有效的密钥", FOREIGN),
        Reason::KeyNotCanonical => said("公钥用了不规范的写法", FOREIGN),
        Reason::KeySmallOrder => said("公钥是“万能钥匙”，什么内容都能通过，不能接受", FOREIGN),
        Reason::KeyMixedOrder => said("公钥不规范，不能接受", FOREIGN),
        Reason::Base64Padding => said("编码里多了等号", FOREIGN),
        Reason::Base64WhiteSpace => said("编码里混进了空格或换行", RECOPY),
        Reason::Base64Alphabet => said("编码里有不该有的字符", RECOPY),
        Reason::Base64Length => said("编码的长度不对，可能缺字", RECOPY),
        Reason::Base64TrailingBits => said("编码的末尾被改过", FOREIGN),
        // The protected header.
        Reason::HeaderMissing => said("签名头缺少必有的内容", FOREIGN),
        Reason::HeaderForbidden => said("签名头里有危险的内容（如自带或指向别处的密钥）", FOREIGN),
        Reason::HeaderUnknown => said("签名头里有格式规定之外的内容", FOREIGN),
        Reason::AlgNone => said("声明“不签名”，等于没有签名", FOREIGN),
        Reason::AlgRefused => said("签名算法不对，只认 Ed25519", FOREIGN),
        Reason::TypMismatch => said("签名是为另一种文件做的，被挪用到这里", FOREIGN),
        Reason::UnlistedKid => said("签名用的密钥不在签名人名单里", FOREIGN),
        // Signatures.
        Reason::DuplicateSignature => said("同一把密钥签了两次", FOREIGN),
        Reason::UnsignedRequired => said("列出的主要负责人没有签名", SIGN_AGAIN),
        Reason::UnsignedSigner => said("列出的签名人没有全部签名", SIGN_AGAIN),
        Reason::SignatureLength => said("签名的长度不对，可能缺字", RECOPY),
        Reason::SignatureScalarRange => said("签名被改写过（数值越界）", FOREIGN),
        Reason::SignatureSmallOrder => said("签名无效（低阶点）", FOREIGN),
        Reason::SignatureWrong => said("签名与内容不符：签名之后内容被改动过", DOUBT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_sentence_of_its_own() {
        let mut said = std::collections::BTreeMap::new();
        for &each in Reason::ALL {
            let (what, todo) = reason(each);
            assert!(!what.is_ascii(), "{each} is not said in Chinese");
            assert!(!todo.is_empty(), "{each}");
            if let Some(other) = said.insert(what, each) {
                panic!("{each} and {other} are said in the same words");
            }
        }
    }

    #[test]
    fn a_document_of_another_shape_is_called_what_it_is_without_the_words_of_the_reader() {
        let said = |doc_type, detail: &str| content(doc_type, &DocumentFault::Shape { detail: detail.into() }).what;
        let receipt = said(Some(DocumentType::Receipt), "the value has another shape: missing field `month`");
        assert_eq!(receipt, "签名有效，但这份回执缺了内容，或者有一处写得不对（“month”这一处）");
        assert_eq!(said(None, "schema"), "签名有效，但这份文件缺了内容，或者有一处写得不对");
    }

    #[test]
    fn every_kind_of_file_has_a_sentence_of_its_own() {
        let said: std::collections::BTreeSet<_> = OtherFile::ALL.iter().map(|kind| other_file(*kind).0).collect();
        assert_eq!(said.len(), OtherFile::ALL.len());
    }

    #[test]
    fn places_are_said_as_people_count() {
        let at = |pointer: &str| place(&Place { pointer: pointer.into(), line: None, column: None });
        assert_eq!(place(&Place { pointer: "/document".into(), line: Some(3), column: Some(5) }), "第 3 行第 5 列");
        assert_eq!(at("/signatures/0/signature"), "第 1 个签名");
        assert_eq!(at("/signatures/0/protected/alg"), "第 1 个签名的 protected/alg");
        assert_eq!(at("/document/signers/1"), "第 2 个签名人");
        assert_eq!(at("/document/period"), "/document/period");
        assert_eq!(at(""), "");
    }
}
