//! Receipts for the reports that were taken in: one file for each enterprise, signed at once.

use anziping_core::document::receipt::{Receipt, file_name};
use anziping_core::document::{NamedEnterprise, SignedDocument};
use anziping_core::office::desk::{Judged, Verdict};
use anziping_core::office::intake::Checked;
use anziping_core::office::receipt_note::{message, notes};
use anziping_core::record::KeyRecord;
use anziping_core::request::{SignedFile, UnsignedDocument};
use anziping_core::seal::Sha256;
use anziping_core::value::day::Day;
use anziping_core::value::line::line_fault;
use anziping_core::value::visible::plain_line;
use leptos::prelude::*;

use super::to_copy::to_copy;
use crate::office::app::OfficeApp;
use crate::office::route::OfficeRoute;
use crate::office::{archive, sign};
use crate::platform::{clock, dom, files};
use crate::ui::field::{Check, Field, Notice};
use crate::ui::key_form::{KeyFault, KeyForm};
use crate::words::fault;
use crate::words::office as desk;
use crate::words::office::receipts as words;

/// Name of the field with the office's own line.
const LINE: &str = "receipt_line";

/// The section; there is nothing to see before a report was taken in.
#[component]
pub(super) fn Receipts(app: OfficeApp) -> impl IntoView {
    let again = RwSignal::new(false);
    let count = Memo::new(move |_| received(app, again.get(), |_, _, _| ()).len());
    let any = Memo::new(move |_| !received(app, true, |_, _, _| ()).is_empty());
    let key = Memo::new(move |_| app.record.with(|record| record.office_key.clone()));
    let body = move || match (any.get(), key.get()) {
        (false, _) => ().into_any(),
        (true, None) => view! {
            <Notice kind="info">
                <p>{words::NO_KEY} " " <a href=OfficeRoute::Registry.href()>{desk::REGISTRY}</a></p>
            </Notice>
        }
        .into_any(),
        (true, Some(key)) => view! { <Issue app=app key=key count=count again=again /> }.into_any(),
    };
    view! { <div class="no-print">{body}</div> }.into_any()
}

#[component]
fn Issue(app: OfficeApp, key: KeyRecord, count: Memo<usize>, again: RwSignal<bool>) -> impl IntoView {
    let form = KeyForm::new("receipt_passphrase");
    let saved = RwSignal::new(None::<(String, Option<String>)>);
    let line = RwSignal::new(String::new());
    let line_wrong = Memo::new(move |_| line.with(|line| line_fault(line).map(fault::line)));
    let issue = move |press: leptos::ev::SubmitEvent| {
        if !form.begin(&press) {
            return;
        }
        saved.set(None);
        if line_wrong.with_untracked(Option::is_some) {
            dom::focus_id(LINE);
            return;
        }
        if let Some(fault) = app.record.with_untracked(|record| line_fault(&record.registry.office)) {
            return form.fail(desk::registry::bad_office(fault));
        }
        let Some(typed) = form.passphrase() else { return };
        let key = key.clone();
        let receipts = drafts(app, &key, again.get_untracked(), &plain_line(&line.get_untracked()));
        form.work(async move {
            let signed = async {
                let documents = receipts.iter().map(|receipt| UnsignedDocument::new(file_name(receipt), receipt));
                let documents = documents.collect::<Result<Vec<_>, _>>().map_err(|_| words::NOTHING.to_owned())?;
                save(&sign::sign(documents, &key, typed).await?, &receipts)
            };
            let made = signed.await.map_err(KeyFault::Form)?;
            app.note_receipts(receipts.iter().map(|receipt| receipt.document_sha256));
            // The page may be gone by now; then there is nobody to tell.
            drop((saved.try_set(Some(made)), again.try_set(false)));
            Ok(())
        });
    };
    let said = move || {
        let saved = saved.get().map(|(name, message)| {
            let labels = [words::MESSAGE, words::COPY, words::COPIED];
            view! {
                <p class="status-good" data-receipts-saved="true">
                    {words::saved(&name)}
                </p>
                {message.map(|message| to_copy("receipt-message", "copy-receipt", labels, message))}
            }
        });
        let fault = form.failed().get().map(|fault| {
            view! {
                <p class="error" data-fault="receipts">
                    {fault}
                </p>
            }
        });
        view! { {saved} {fault} }
    };
    view! {
        <details class="card" data-receipts=move || count.get()>
            <summary data-action="receipts">
                <h2>{move || words::heading(count.get())}</h2>
            </summary>
            <form class="stack" novalidate on:submit=issue>
                <p>{words::WHAT}</p>
                <Check
                    name="receipts_again"
                    label=words::AGAIN
                    checked=again
                    on_change=Callback::new(move |ticked| again.set(ticked))
                />
                <Field
                    name=LINE
                    label=words::LINE
                    hint=words::LINE_HINT
                    value=line
                    fault=line_wrong
                    eager=Signal::stored(true)
                    on_input=Callback::new(move |text| line.set(text))
                />
                {form.field(words::KEY_PASSPHRASE)}
                {form.reveal()}
                {form.submit("issue-receipts", words::ISSUE, crate::words::keys::SIGNING)}
                <div aria-live="polite">{said}</div>
            </form>
        </details>
    }
    .into_any()
}

/// One file as it is, several as an archive with a message for each.
///
/// Gives the name of the file, and the message of a single one.
fn save(signed: &[SignedFile], receipts: &[Receipt]) -> Result<(String, Option<String>), String> {
    let (name, media_type, bytes, said) = match signed {
        [] => return Err(words::NOTHING.to_owned()),
        [one] => {
            (one.file_name.clone(), "application/json", one.text.clone().into_bytes(), receipts.first().map(message))
        }
        many => {
            let messages = receipts.iter().map(message).collect::<Vec<_>>().join("\r\n\r\n");
            let text = format!("\u{feff}{messages}\r\n");
            let document_sha256 = Sha256::of(text.as_bytes());
            let messages = SignedFile { file_name: words::MESSAGES_NAME.into(), text, document_sha256 };
            let files: Vec<SignedFile> = many.iter().cloned().chain([messages]).collect();
            let bytes = archive::zip(&files).map_err(|fault| words::no_archive(&fault.to_string()))?;
            (words::archive_name(clock::today()), "application/zip", bytes, None)
        }
    };
    files::save(&name, media_type, &bytes).map_err(|fault| desk::file(&fault))?;
    Ok((name, said))
}

/// Something about every file that was taken in, in the order of the inbox.
///
/// With the day of that, as far as it is known.
fn received<T>(app: OfficeApp, again: bool, of: impl Fn(&Checked, &Judged, Option<Day>) -> T) -> Vec<T> {
    app.inbox.with(|inbox| {
        app.record.with(|record| {
            let accepted = record.accepted_documents();
            app.judged.with(|judged| {
                let trusted = inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
                let taken_in = trusted.filter_map(|(checked, judged)| {
                    let document = checked.report()?.document_sha256;
                    let received_on = accepted.get(&document)?;
                    let wanted = again || !record.receipted.contains(&document);
                    wanted.then(|| of(checked, judged, *received_on))
                });
                taken_in.collect()
            })
        })
    })
}

fn drafts(app: OfficeApp, key: &KeyRecord, again: bool, line: &str) -> Vec<Receipt> {
    let office = app.record.with_untracked(|record| record.registry.office.trim().to_owned());
    let (today, now) = (clock::today(), clock::now());
    let drafts = received(app, again, |checked, judged, received_on| {
        let found = checked.report()?;
        let report = &found.report;
        let own = (!line.is_empty()).then(|| line.to_owned());
        Some(Receipt {
            kind: Receipt::TYPE.into(),
            schema: Receipt::SCHEMA.into(),
            version: Receipt::VERSION.into(),
            office: office.clone(),
            enterprise: NamedEnterprise { name: report.enterprise.name.clone(), uscc: report.enterprise.uscc.clone() },
            period: report.period,
            revision: report.revision,
            document_sha256: found.document_sha256,
            file_sha256: checked.file_sha256?,
            received_on: received_on.unwrap_or(today),
            remarks: notes(found, &judged.remarks).into_iter().chain(own).collect(),
            issued_at: now.clone(),
            signers: vec![key.into()],
        })
    });
    drafts.into_iter().flatten().collect()
}
