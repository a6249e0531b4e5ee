//! The month after its signature.

use anziping_core::record::SealedRecord;
use anziping_core::request::SignedRegistration;
use anziping_core::seal::Sha256;
use leptos::prelude::*;

use super::backup::Backup;
use super::export::Export;
use super::keys::digits;
use super::receipt::Receipt;
use super::registration::Registration;
use crate::enterprise::app::App;
use crate::enterprise::correction::Correct;
use crate::enterprise::returned;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::field::Notice;
use crate::words::{common, correction, seal as words};

/// File, facts, ways out, correction.
#[component]
pub(super) fn Sealed(
    session: Session,
    revision: u32,
    registered: RwSignal<Option<SignedRegistration>>,
) -> impl IntoView {
    let app = App::get();
    let record = Memo::new(move |_| {
        app.index.track();
        app.sealed_record(&session.id.get_value(), session.period, revision)
    });
    let keys = super::keys_of(app, session);
    let registration = move || {
        let record = record.get()?;
        let signer = super::read(&record.text)?.signers.into_iter().next()?;
        let key = keys.with(|keys| keys.iter().find(|key| key.kid == signer.kid).cloned())?;
        Some(view! { <Registration session=session key=key registered=registered /> })
    };
    let to_keep = super::to_keep(app, session);
    let backup = move || {
        to_keep.get().map(|key| {
            view! {
                <section class="card" data-keep-key="">
                    <Backup session=session key=key />
                </section>
            }
        })
    };
    view! {
        <section class="card" aria-labelledby="sealed" data-sealed=format!("{}/r{revision}", session.period)>
            <Notice kind="good">
                <h2 id="sealed" tabindex="-1">
                    {words::sealed(revision)}
                </h2>
            </Notice>
            {move || {
                record
                    .get()
                    .map(|record| {
                        view! {
                            {facts(&record)}
                            <p>{words::SEALED_NEXT}</p>
                            <Export
                                name=record.file_name
                                text=record.text
                                prefix="sealed"
                                on_out=out(app, record.document_sha256)
                            />
                        }
                    })
            }}
        </section>
        {move || record.get().map(|record| view! { <Receipt session=session revision=revision record=record /> })}
        {returned::card(session)}
        {backup}
        {registration}
        <section class="card" aria-labelledby="correct">
            <h2 id="correct">{correction::CORRECT}</h2>
            <p>{correction::CORRECT_HINT}</p>
            <div class="row">
                <Correct app=app />
                <a class="button" href=Route::History.href()>
                    {words::TO_HISTORY}
                </a>
            </div>
        </section>
    }
    .into_any()
}

/// Notes that the document left this browser.
pub(in crate::enterprise) fn out(app: App, document: Sha256) -> Callback<()> {
    Callback::new(move |()| {
        app.settings.edit(|settings| {
            if !settings.handed_out.contains(&document) {
                settings.handed_out.push(document);
            }
        });
    })
}

/// File name, hash, signer with the 30 digits, time.
fn facts(record: &SealedRecord) -> AnyView {
    let signers = super::read(&record.text).map(|report| report.signers).unwrap_or_default();
    let signers = signers
        .iter()
        .map(|signer| {
            view! {
                <dt>{words::SIGNER}</dt>
                <dd>{signer.name.clone()} " " {signer.title.clone()}</dd>
                <dt>{words::FINGERPRINT}</dt>
                <dd class="digits">{digits(signer.kid)}</dd>
            }
        })
        .collect_view();
    view! {
        <dl class="facts-list">
            <dt>{words::FILE}</dt>
            <dd class="mono" data-file="">
                {record.file_name.clone()}
            </dd>
            <dt>{words::HASH}</dt>
            <dd class="mono" title=record.document_sha256.to_string()>
                {words::short_hash(record.document_sha256)}
            </dd>
            {signers}
            <dt>{words::SEALED_AT}</dt>
            <dd>{words::by_device(&words::moment(&record.sealed_at))}</dd>
            <dt>{words::SCORE}</dt>
            <dd class="number">{common::score(record.total)}</dd>
        </dl>
    }
    .into_any()
}
