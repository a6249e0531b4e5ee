//! Signs the month of this desk for the county.

use anziping_core::document::office_month::{OfficeMonth, file_name};
use anziping_core::office::county_months::{Drafting, NotDrafted};
use anziping_core::office::missing::Expected;
use anziping_core::record::KeyRecord;
use anziping_core::request::UnsignedDocument;
use anziping_core::value::line::line_fault;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::office::desk_record::{DeskRecord, SignedMonth};
use crate::office::route::OfficeRoute;
use crate::office::sign;
use crate::platform::{clock, files};
use crate::ui::field::Notice;
use crate::ui::key_form::{KeyFault, KeyForm};
use crate::words::keys::SIGNING;
use crate::words::office as desk;
use crate::words::office::county as words;
use crate::words::office::receipts;

/// The month on the screen as a document; subscribes.
fn draft(app: OfficeApp, key: &KeyRecord) -> Result<OfficeMonth, NotDrafted> {
    let period = app.period.get();
    app.record.with(|record| {
        let DeskRecord { registry, accepted, excused, .. } = record;
        let expected = Expected { registry, accepted, excused };
        let revision = record.signed_month(period).map_or(1, |signed| signed.revision.saturating_add(1));
        let (made_at, signer) = (clock::now(), key.into());
        app.inbox.with(|inbox| {
            app.judged.with(|judged| Drafting { period, revision, expected, inbox, judged, made_at, signer }.draft())
        })
    })
}

/// The section.
#[component]
pub(super) fn SignMonth(app: OfficeApp) -> impl IntoView {
    let opened = RwSignal::new(false);
    let key = Memo::new(move |_| app.record.with(|record| record.office_key.clone()));
    // The sums of a whole office are added up when somebody wants to see them.
    let body = move || {
        opened.get().then(|| match key.get() {
            None => view! {
                <Notice kind="info">
                    <p>{words::NO_KEY} " " <a href=OfficeRoute::Registry.href()>{desk::REGISTRY}</a></p>
                </Notice>
            }
            .into_any(),
            Some(key) => view! { <Form app=app key=key /> }.into_any(),
        })
    };
    view! {
        <details class="card no-print" on:toggle=move |_| opened.set(true)>
            <summary data-action="sign-month">
                <h2>{words::SIGN}</h2>
            </summary>
            <div class="stack">
                <p>{words::SIGN_WHAT}</p>
                {body}
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn Form(app: OfficeApp, key: KeyRecord) -> impl IntoView {
    let form = KeyForm::new("month_passphrase");
    let saved = RwSignal::new(None::<String>);
    let key = StoredValue::new(key);
    let drafted = Memo::new(move |_| key.with_value(|key| draft(app, key)).map(|month| month.sums));
    let issue = move |press: leptos::ev::SubmitEvent| {
        if !form.begin(&press) {
            return;
        }
        saved.set(None);
        if app.intake.progress.with_untracked(|progress| progress.running) {
            return form.fail(words::WAIT);
        }
        if let Some(fault) = app.record.with_untracked(|record| line_fault(&record.registry.office)) {
            return form.fail(desk::registry::bad_office(fault));
        }
        let key = key.get_value();
        let month = match untrack(|| draft(app, &key)) {
            Ok(month) => month,
            Err(why) => return form.fail(words::not_drafted(why)),
        };
        let Some(typed) = form.passphrase() else { return };
        form.work(async move {
            let garbled = || KeyFault::Form(desk::GARBLED.to_owned());
            let document = UnsignedDocument::new(file_name(&month), &month).map_err(|_| garbled())?;
            let signed = sign::sign(vec![document], &key, typed).await.map_err(KeyFault::Form)?;
            let file = signed.first().ok_or_else(garbled)?;
            files::save(&file.file_name, "application/json", file.text.as_bytes())
                .map_err(|fault| KeyFault::Form(desk::file(&fault)))?;
            app.note_signed_month(SignedMonth {
                period: month.period,
                revision: month.revision,
                document_sha256: file.document_sha256,
                on: clock::today(),
            });
            saved.try_set(Some(file.file_name.clone()));
            Ok(())
        });
    };
    let before = move || {
        let period = app.period.get();
        let signed = app.record.with(|record| record.signed_month(period).cloned());
        signed.map(|signed| {
            view! { <p data-signed-month=signed.revision>{words::signed_before(signed.revision, signed.on)}</p> }
        })
    };
    let sums = move || match drafted.get() {
        Ok(sums) => view! {
            <p data-month-sums="">{words::sums(&sums)}</p>
            {(sums.taken_in > 0).then(|| view! { <p class="status-warn">{words::without_files(sums.taken_in)}</p> })}
        }
        .into_any(),
        Err(why) => view! { <p class="status-warn">{words::not_drafted(why)}</p> }.into_any(),
    };
    let said = move || {
        let saved = saved.get().map(|name| {
            view! {
                <p class="status-good" data-month-saved="true">
                    {words::signed(&name)}
                </p>
            }
        });
        let fault = form.failed().get().map(|fault| {
            view! {
                <p class="error" data-fault="month">
                    {fault}
                </p>
            }
        });
        view! { {saved} {fault} }
    };
    view! {
        <form class="stack" novalidate on:submit=issue>
            {sums} {before} {form.field(receipts::KEY_PASSPHRASE)} {form.reveal()}
            {form.submit("issue-month", words::SIGN_BUTTON, SIGNING)} <div aria-live="polite">{said}</div>
        </form>
    }
    .into_any()
}
