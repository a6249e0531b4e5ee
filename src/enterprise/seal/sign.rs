//! Review confirmed, passphrase, signature.

use anziping_core::document::report::{MonthlyReport, NotReportable, Signing};
use anziping_core::document::statement::STATEMENT;
use anziping_core::month::draft::NoPrevious;
use anziping_core::record::{KeyRecord, SealedRecord};
use anziping_core::request::{LockedKey, SealReport, SignedFile};
use anziping_core::review::Unsettled;
use anziping_core::signer::{Role, Signer};
use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::report::unsettled::Counted;
use crate::enterprise::session::Session;
use crate::platform::{clock, dom};
use crate::ui::field::{Check, Fault, Notice, Select};
use crate::ui::key_form::{KeyFault, KeyForm};
use crate::ui::passphrase::PassphraseField;
use crate::words::{common, keys as keys_words, seal as words};
use crate::worker_client;

/// The second and third step.
#[component]
pub(super) fn Sign(session: Session, key: KeyRecord, keys: Memo<Vec<KeyRecord>>) -> impl IntoView {
    let app = App::get();
    let review = ReviewTick::new();
    let form = KeyForm::new("seal_passphrase");
    let name = key.name.clone();
    let preparer = Memo::new(move |_| {
        keys.with(|keys| keys.iter().find(|key| key.role == Role::Preparer && key.retired.is_none()).cloned())
    });
    let preparer_passphrase = RwSignal::new(String::new());
    let seal = move |press: leptos::ev::SubmitEvent| {
        if !form.begin(&press) {
            return;
        }
        let typed = form.passphrase();
        if !review.is_confirmed() {
            return;
        }
        let Some(typed) = typed else { return };
        let mut signing = vec![(key.clone(), typed)];
        let preparer = preparer.get_untracked();
        if let Some(preparer) = preparer.filter(|_| preparer_passphrase.with_untracked(|typed| !typed.is_empty())) {
            signing.push((preparer, preparer_passphrase.get_untracked()));
        }
        form.work(async move {
            sealed(app, session, &signing).await?;
            preparer_passphrase.try_set(String::new());
            Ok(())
        });
    };
    view! {
        <form class="stack" novalidate on:submit=seal>
            <ReviewStep session=session review=review>
                <OtherName session=session name=name />
            </ReviewStep>
            <section class="card" aria-labelledby="step-sign">
                <h2 id="step-sign">{words::STEP_SIGN}</h2>
                {form.field(words::PASSPHRASE)}
                {move || {
                    preparer
                        .get()
                        .map(|preparer| {
                            view! {
                                <p>{keys_words::cosign_what(&preparer.name)}</p>
                                <PassphraseField
                                    name="preparer_passphrase"
                                    label=keys_words::COSIGN_PASSPHRASE
                                    hint=keys_words::COSIGN
                                    value=preparer_passphrase
                                    required=false
                                    shown=form.shown
                                />
                            }
                        })
                }}
                {form.foot("seal", words::SEAL_BUTTON, words::SEALING)}
            </section>
        </form>
    }
    .into_any()
}

/// The tick by which the principal says that he has read the report.
#[derive(Clone, Copy)]
pub(super) struct ReviewTick {
    confirmed: RwSignal<bool>,
    missing: RwSignal<Option<String>>,
}

impl ReviewTick {
    pub(super) fn new() -> Self {
        Self { confirmed: RwSignal::new(false), missing: RwSignal::new(None) }
    }

    /// Returns whether the box is ticked; where it is not, says so and gives it the focus.
    pub(super) fn is_confirmed(self) -> bool {
        let confirmed = self.confirmed.get_untracked();
        if !confirmed {
            self.missing.set(Some(words::NOT_REVIEWED.into()));
            dom::focus_id("reviewed");
        }
        confirmed
    }
}

/// Shows what the signature covers, and the statement to be confirmed.
#[component]
pub(super) fn ReviewStep(session: Session, review: ReviewTick, children: Children) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="step-review">
            <h2 id="step-review">{words::STEP_REVIEW}</h2>
            <Covered session=session />
            {children()}
            {move || {
                let to = session.span.get().to;
                (clock::today() < to)
                    .then(|| {
                        view! {
                            <Notice kind="warn">
                                <p data-early=to.to_string()>{words::not_over(&common::day(to))}</p>
                            </Notice>
                        }
                    })
            }}
            <NoPreviousReport session=session />
            <p>{words::REVIEW_WHAT}</p>
            <div class="field">
                <Check
                    name="reviewed"
                    label=STATEMENT
                    checked=review.confirmed
                    on_change=Callback::new(move |on| {
                        review.confirmed.set(on);
                        review.missing.set(None);
                    })
                />
                <Fault id="reviewed-error" text=review.missing />
            </div>
        </section>
    }
    .into_any()
}

/// Signs the month on the screen with these keys and keeps the file.
///
/// # Errors
/// Why nothing was signed; the month can then be changed as before.
pub(super) async fn sealed(app: App, session: Session, signing: &[(KeyRecord, String)]) -> Result<(), KeyFault> {
    let signers = signing.iter().map(|(key, _)| Signer::from(key)).collect();
    let Ok(report) = report(session, signers) else {
        return Err(KeyFault::Form(words::NOT_REPORTABLE.into()));
    };
    let keys: Vec<_> = signing.iter().map(|(key, typed)| LockedKey::of(key, typed.clone())).collect();
    let several = keys.len() > 1;
    let (id, list) = (session.id.get_value(), app.store.editions().text_of(session.edition.reference()));
    // What is signed is what stands here now: nothing may change while the worker is at it.
    session.read_only.set(true);
    let request = SealReport { report: Box::new(report.clone()), keys };
    let signed = worker_client::ask_knowing(&request, list.as_deref()).await;
    let SignedFile { text, document_sha256, file_name } = signed.map_err(|fault| {
        app.apply_lock();
        match fault.into() {
            KeyFault::Passphrase(_) if several => KeyFault::Passphrase(keys_words::ONE_WRONG.into()),
            fault => fault,
        }
    })?;
    if !app.store.is_writer() {
        // Another tab has taken over meanwhile, and nothing can be kept from here.
        app.apply_lock();
        return Err(KeyFault::Said);
    }
    // The key of a first signature is kept with it: it would be of no use without.
    signing.iter().for_each(|(key, _)| app.keep_key_if_new(&id, key));
    let (sealed_at, total, demo) = (report.sealed_at.clone(), report.declared.total, report.demo);
    app.keep_sealed(&id, &report, &SealedRecord { text, file_name, document_sha256, sealed_at, total, demo });
    dom::reveal(Some("sealed"));
    Ok(())
}

/// The report of the month as it stands, to be signed by `signers`.
pub(super) fn report(session: Session, signers: Vec<Signer>) -> Result<MonthlyReport, NotReportable> {
    let mut draft = session.snapshot();
    // The figures on the screen come from this check list, whatever the month was begun with.
    draft.catalogue = session.edition.reference().clone();
    let signing = Signing {
        sealed_at: clock::now(),
        statement: STATEMENT.into(),
        app_version: env!("CARGO_PKG_VERSION").into(),
        signers,
    };
    session
        .enterprise
        .with_untracked(|enterprise| MonthlyReport::of_draft(session.catalogue, enterprise, &draft, signing))
}

/// The figures that the signature covers.
#[component]
fn Covered(session: Session) -> impl IntoView {
    let figures = move || {
        let overview = session.overview();
        let scores = &overview.scores;
        let unsettled = |wanted: Unsettled| {
            let counted = Counted::unsettled(&overview.review, wanted);
            words::unsettled(counted.items, counted.areas)
        };
        let grade = scores.grade().map_or("—", common::grade);
        let said = [
            common::score(scores.tenths()),
            if scores.is_capped() { words::capped(grade) } else { grade.to_owned() },
            words::hazards(overview.ledger.open, overview.ledger.open_major),
            unsettled(Unsettled::Unsure),
            unsettled(Unsettled::Carried),
        ];
        words::COVERED
            .into_iter()
            .zip(said)
            .map(|(label, said)| {
                view! {
                    <dt>{label}</dt>
                    <dd class="number">{said}</dd>
                }
            })
            .collect_view()
    };
    view! { <dl class="facts-list">{figures}</dl> }.into_any()
}

/// Said when the key belongs to somebody else than the principal.
#[component]
fn OtherName(session: Session, name: String) -> impl IntoView {
    move || {
        let principal = session.enterprise.with(|enterprise| enterprise.principal.trim().to_owned());
        let said = (principal != name.trim()).then(|| words::other_name(&name, &principal));
        said.map(|said| {
            view! {
                <Notice kind="warn">
                    <p>{said}</p>
                </Notice>
            }
        })
        .into_any()
    }
}

/// Asks why the report names no earlier one.
///
/// It asks where this browser has none, and not again in a correction.
#[component]
fn NoPreviousReport(session: Session) -> impl IntoView {
    let reason = Signal::derive(move || {
        let reason = session.lineage.with(|lineage| lineage.no_previous);
        reason.unwrap_or(NoPrevious::First).code().to_owned()
    });
    let choose = move |chosen: String| {
        let reason = NoPrevious::parse(&chosen);
        session.edit_lineage(|lineage| lineage.no_previous = reason.or(lineage.no_previous));
    };
    move || {
        let asked = session.lineage.with(|lineage| lineage.previous.is_none() && lineage.supersedes.is_none());
        let options = words::NO_PREVIOUS_CHOICES.map(|(code, said)| (code.to_owned(), said.to_owned())).to_vec();
        asked
            .then(|| {
                view! {
                    <Select
                        name="no_previous"
                        label=words::NO_PREVIOUS
                        hint=words::NO_PREVIOUS_HINT
                        options=options
                        value=reason
                        on_change=Callback::new(choose)
                    />
                }
            })
            .into_any()
    }
}
