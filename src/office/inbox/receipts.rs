//! Receipts for the reports that were taken in: one file for each enterprise, signed at once.

use anziping_core::document::receipt::{Receipt, file_name};
use anziping_core::document::{NamedEnterprise, SignedDocument};
use anziping_core::office::desk::{Judged, Verdict};
use anziping_core::office::intake::Checked;
use anziping_core::office::receipt_note::note;
use anziping_core::record::KeyRecord;
use anziping_core::request::{SignedFile, UnsignedDocument};
use anziping_core::value::day::Day;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::office::route::OfficeRoute;
use crate::office::{archive, sign};
use crate::platform::{clock, files};
use crate::ui::field::Notice;
use crate::ui::key_form::{KeyFault, KeyForm};
use crate::words::office as desk;
use crate::words::office::receipts as words;

/// The section; there is nothing to see before a report was taken in.
#[component]
pub(super) fn Receipts(app: OfficeApp) -> impl IntoView {
    let count = Memo::new(move |_| received(app, |_, _, _| ()).len());
    let key = Memo::new(move |_| app.record.with(|record| record.office_key.clone()));
    let body = move || match (count.get(), key.get()) {
        (0, _) => ().into_any(),
        (_, None) => view! {
            <Notice kind="info">
                <p>{words::NO_KEY} " " <a href=OfficeRoute::Registry.href()>{desk::REGISTRY}</a></p>
            </Notice>
        }
        .into_any(),
        (_, Some(key)) => view! { <Issue app=app key=key count=count /> }.into_any(),
    };
    view! { <div class="no-print">{body}</div> }.into_any()
}

#[component]
fn Issue(app: OfficeApp, key: KeyRecord, count: Memo<usize>) -> impl IntoView {
    let form = KeyForm::new("receipt_passphrase");
    let saved = RwSignal::new(None::<String>);
    let issue = move |press: leptos::ev::SubmitEvent| {
        if !form.begin(&press) {
            return;
        }
        saved.set(None);
        let Some(typed) = form.passphrase() else { return };
        let (key, documents) = (key.clone(), drafts(app, &key));
        form.work(async move {
            let signed = async { save(&sign::sign(documents?, &key, typed).await?) };
            saved.try_set(Some(signed.await.map_err(KeyFault::Form)?));
            Ok(())
        });
    };
    let said = move || {
        let saved = saved.get().map(|name| {
            view! {
                <p class="status-good" data-receipts-saved="true">
                    {words::saved(&name)}
                </p>
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
                {form.field(words::KEY_PASSPHRASE)}
                {form.reveal()}
                {form.submit("issue-receipts", words::ISSUE, crate::words::keys::SIGNING)}
                <div aria-live="polite">{said}</div>
            </form>
        </details>
    }
    .into_any()
}

/// One file as it is, several as an archive.
fn save(signed: &[SignedFile]) -> Result<String, String> {
    let (name, media_type, bytes) = match signed {
        [] => return Err(words::NOTHING.to_owned()),
        [one] => (one.file_name.clone(), "application/json", one.text.clone().into_bytes()),
        many => {
            let bytes = archive::zip(many).map_err(|fault| words::no_archive(&fault.to_string()))?;
            (words::archive_name(clock::today()), "application/zip", bytes)
        }
    };
    files::save(&name, media_type, &bytes).map_err(|fault| desk::file(&fault))?;
    Ok(name)
}

/// Something about every file that was taken in, and the day of that as far as it is known, in the order of the inbox.
fn received<T>(app: OfficeApp, of: impl Fn(&Checked, &Judged, Option<Day>) -> T) -> Vec<T> {
    app.inbox.with(|inbox| {
        app.record.with(|record| {
            let accepted = record.accepted_documents();
            app.judged.with(|judged| {
                let trusted = inbox.iter().zip(judged.iter()).filter(|(_, judged)| judged.verdict == Verdict::Trusted);
                let taken_in = trusted.filter_map(|(checked, judged)| {
                    let received_on = accepted.get(&checked.report()?.document_sha256)?;
                    Some(of(checked, judged, *received_on))
                });
                taken_in.collect()
            })
        })
    })
}

fn drafts(app: OfficeApp, key: &KeyRecord) -> Result<Vec<UnsignedDocument>, String> {
    let office = app.record.with_untracked(|record| record.registry.office.trim().to_owned());
    let (today, now) = (clock::today(), clock::now());
    let drafts = received(app, |checked, judged, received_on| {
        let found = checked.report()?;
        let report = &found.report;
        let receipt = Receipt {
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
            remarks: judged.remarks.iter().filter_map(note).collect(),
            issued_at: now.clone(),
            signers: vec![key.into()],
        };
        UnsignedDocument::new(file_name(&receipt), &receipt).ok()
    });
    drafts.into_iter().collect::<Option<Vec<_>>>().ok_or_else(|| words::NOTHING.to_owned())
}
