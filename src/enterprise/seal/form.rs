//! The stamped form of a key, here and among the papers: the office compares all of it.

use anziping_core::record::KeyRecord;
use anziping_core::seal::keys::Fingerprint;
use anziping_core::signer::{Signer, StampedForm};
use anziping_core::value::uscc::UnifiedCode;
use anziping_core::value::visible::plain_line;
use leptos::prelude::*;

use crate::enterprise::qr::qr;
use crate::enterprise::session::Session;
use crate::platform::unicode::Nfc;
use crate::words::{keys, report, seal as words};

/// Label and text of each row above the digits.
pub(in crate::enterprise) fn rows(session: Session, key: &KeyRecord) -> Vec<(&'static str, String)> {
    let signer = [key.name.as_str(), key.title.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let mut rows = session.enterprise.with_untracked(|enterprise| {
        vec![
            (words::FORM_ENTERPRISE, plain_line(&enterprise.name)),
            (report::CODE, enterprise.uscc.trim().to_owned()),
            (report::PRINCIPAL, enterprise.principal.trim().to_owned()),
        ]
    });
    rows.push((words::SIGNER, signer));
    rows.push((words::FORM_CAPACITY, keys::role(key.role, key.mandate.is_some()).to_owned()));
    if let Some(mandate) = &key.mandate {
        rows.push((words::FORM_FOR, mandate.principal.clone()));
        rows.push((words::FORM_DAYS, words::from_to(mandate.from, mandate.until)));
    }
    rows.push((words::MADE_AT, words::by_device(&words::moment(&key.created_at))));
    rows
}

/// The digits that cover the form; there are none without a code of the enterprise.
fn digits(session: Session, key: &KeyRecord) -> Option<Fingerprint> {
    let (holder, mandate): (Signer, _) = (key.into(), key.mandate.as_ref());
    session.enterprise.with_untracked(|enterprise| {
        let uscc = UnifiedCode::parse(&enterprise.uscc).ok()?;
        let name = plain_line(&enterprise.name);
        StampedForm { uscc: &uscc, enterprise: &name, mandate, holder: &holder }.digits_of_typed(&Nfc)
    })
}

/// The digits in groups, or why there are none.
pub(in crate::enterprise) fn digits_said(session: Session, key: &KeyRecord) -> String {
    digits(session, key).map_or_else(|| words::FORM_NO_DIGITS.to_owned(), |digits| digits.to_string())
}

/// The digits as a code that a scanner types.
///
/// Nothing else stands in it: letters would go through the input method of the office's computer.
pub(in crate::enterprise) fn code(session: Session, key: &KeyRecord) -> Option<AnyView> {
    qr(&format!("{:#}", digits(session, key)?), words::FORM_CODE)
}

/// The declaration of the enterprise on the form.
pub(in crate::enterprise) fn declaration(key: &KeyRecord) -> &'static str {
    if key.mandate.is_some() { words::FORM_TEXT_DEPUTY } else { words::FORM_TEXT }
}
