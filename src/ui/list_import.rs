//! A check list of others: the file, what differs, and the choice. Nothing changes before the button.

use std::sync::Arc;

use anziping_core::catalog::{Changes, Difference};
use anziping_core::edition::{Edition, Editions, ImportFault, read};
use anziping_core::seal::limits;
use leptos::prelude::*;

use super::field::Notice;
use crate::platform::files::{self, FileFault, HowMany};
use crate::platform::task;
use crate::platform::unicode::Nfc;
use crate::words::check_list as words;

/// Faults named on the page; the rest is counted.
const NAMED: usize = 100;

/// The outcome for the chosen file.
#[derive(Clone)]
enum ListRead {
    Said(String),
    Failed(String),
    Refused(Arc<Vec<ImportFault>>),
    Sound(Arc<Edition<'static>>),
}

#[component]
pub(crate) fn ImportList(
    /// The check lists that are here.
    known: Callback<(), Editions<'static>>,
    /// The one that the new one is compared with.
    base: Callback<(), &'static Edition<'static>>,
    /// Keeps the new one.
    on_take: Callback<Arc<Edition<'static>>>,
) -> impl IntoView {
    let outcome = RwSignal::new(None::<ListRead>);
    let choose = move |_| {
        task::spawn(async move {
            let found = match read_file().await {
                Ok(Some(bytes)) => judged(&bytes, &known.run(())),
                Ok(None) => return,
                Err(fault) => ListRead::Failed(words::file_fault(&fault)),
            };
            // The page may be gone by now; then there is nobody to tell.
            outcome.try_set(Some(found));
        });
    };
    let said = move || match outcome.get() {
        Some(ListRead::Said(said)) => view! { <p class="status-good">{said}</p> }.into_any(),
        Some(ListRead::Failed(said)) => view! {
            <Notice kind="bad">
                <p data-fault="list">{said}</p>
            </Notice>
        }
        .into_any(),
        Some(ListRead::Refused(faults)) => refused(&faults),
        Some(ListRead::Sound(edition)) => preview(edition, base.run(()), outcome, on_take),
        None => ().into_any(),
    };
    view! {
        <section class="card no-print" aria-labelledby="import-list">
            <h2 id="import-list">{words::IMPORT}</h2>
            <p class="hint">{words::IMPORT_HINT}</p>
            <div class="row">
                <button type="button" class="button" data-action="import-list" on:click=choose>
                    {words::CHOOSE}
                </button>
            </div>
            <div aria-live="polite" class="stack">
                {said}
            </div>
        </section>
    }
    .into_any()
}

/// The bytes of the chosen file; `None` when the dialog was closed.
async fn read_file() -> Result<Option<Vec<u8>>, FileFault> {
    match files::pick("", HowMany::One).await?.first() {
        Some(file) => Ok(Some(file.bytes(limits::FILE_BYTES as u64).await?.to_vec())),
        None => Ok(None),
    }
}

fn judged(bytes: &[u8], known: &Editions<'static>) -> ListRead {
    let edition = match read(bytes, &Nfc) {
        Ok(edition) => edition,
        Err(faults) => return ListRead::Refused(Arc::new(faults)),
    };
    match known.clash(&edition) {
        Some(clash) => ListRead::Failed(words::clash(clash).into()),
        None if known.of(edition.reference()).is_some() => ListRead::Said(words::KNOWN.into()),
        None => ListRead::Sound(Arc::new(edition)),
    }
}

fn refused(faults: &[ImportFault]) -> AnyView {
    let rows = faults
        .iter()
        .take(NAMED)
        .map(|fault| view! { <li data-fault="list">{words::fault(fault)}</li> })
        .collect_view();
    let rest = faults.len().saturating_sub(NAMED);
    view! {
        <Notice kind="bad">
            <p>{words::REFUSED}</p>
            <ul class="bullets">{rows}</ul>
            {(rest > 0).then(|| view! { <p>{words::more_faults(rest)}</p> })}
        </Notice>
    }
    .into_any()
}

fn preview(
    edition: Arc<Edition<'static>>,
    base: &'static Edition<'static>,
    outcome: RwSignal<Option<ListRead>>,
    on_take: Callback<Arc<Edition<'static>>>,
) -> AnyView {
    let facts = facts(&edition);
    let title = edition.catalogue().title.clone();
    let difference = difference(base, &edition);
    let take = move |_| {
        on_take.run(Arc::clone(&edition));
        outcome.set(Some(ListRead::Said(words::taken(&edition))));
    };
    view! {
        <div class="stack" data-preview="list">
            <h3>{title}</h3>
            {facts}
            {difference}
            <div class="row">
                <button type="button" class="button button-primary" data-action="take-list" on:click=take>
                    {words::TAKE}
                </button>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| outcome.set(Some(ListRead::Said(words::NOT_TAKEN.into())))
                >
                    {words::CANCEL}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// Id, version, day of issue, hash and size of a check list.
pub(crate) fn facts(edition: &Edition<'_>) -> AnyView {
    let (catalogue, reference) = (edition.catalogue(), edition.reference());
    view! {
        <dl class="facts-list">
            <dt>{words::ID}</dt>
            <dd class="mono">{reference.id.clone()}</dd>
            <dt>{words::VERSION}</dt>
            <dd class="number">{reference.version.clone()}</dd>
            <dt>{words::ISSUED}</dt>
            <dd class="number">{catalogue.issued.clone()}</dd>
            <dt>{words::HASH}</dt>
            <dd>
                <span class="mono">{reference.sha256.clone()}</span>
                <p class="hint">{words::HASH_HINT}</p>
            </dd>
            <dt>{words::CONTENT}</dt>
            <dd>{words::content(catalogue)}</dd>
        </dl>
    }
    .into_any()
}

/// Shows the questions of `new` that `old` lacks, the other way round, and those that differ.
fn difference(old: &Edition<'_>, new: &Edition<'_>) -> AnyView {
    let difference = Difference::between(old.catalogue(), new.catalogue());
    if difference.is_empty() {
        return view! { <p>{words::NO_DIFFERENCE}</p> }.into_any();
    }
    let [kind, added, removed, changed, same] = words::COLUMNS;
    let count = |said: &'static str, changes: &Changes| {
        let figures = [changes.added.len(), changes.removed.len(), changes.changed.len(), changes.same];
        view! {
            <tr>
                <th scope="row">{said}</th>
                {figures.map(|figure| view! { <td class="number">{figure}</td> }).collect_view()}
            </tr>
        }
    };
    let kinds = words::kinds(&difference);
    let rows = kinds.map(|(said, changes)| count(said, changes)).collect_view();
    let lists = kinds.map(|(said, changes)| {
        let plain = |edition: &Edition<'_>, ids: &[String]| {
            ids.iter().map(|id| (id.clone(), words::of_id(edition.catalogue(), id))).collect()
        };
        let otherwise = changes.changed.iter().map(|change| {
            let parts: Vec<&str> = change.parts.iter().map(|&part| words::part(part)).collect();
            let text = words::of_id(new.catalogue(), &change.id);
            (change.id.clone(), if parts.is_empty() { text } else { words::with_parts(&text, &parts) })
        });
        view! {
            {list("added", words::listed(added, said, changes.added.len()), plain(new, &changes.added))}
            {list("removed", words::listed(removed, said, changes.removed.len()), plain(old, &changes.removed))}
            {list("changed", words::listed(changed, said, changes.changed.len()), otherwise.collect())}
        }
    });
    view! {
        <div class="table-wrap">
            <table>
                <caption>{words::compared(old)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{kind}</th>
                        <th scope="col">{added}</th>
                        <th scope="col">{removed}</th>
                        <th scope="col">{changed}</th>
                        <th scope="col">{same}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {lists.collect_view()}
    }
    .into_any()
}

fn list(change: &'static str, heading: String, rows: Vec<(String, String)>) -> Option<AnyView> {
    let shown = |(id, said): (String, String)| {
        view! {
            <li>
                <span class="item-id">{id}</span>
                " "
                {said}
            </li>
        }
    };
    (!rows.is_empty()).then(|| {
        view! {
            <details data-change=change>
                <summary>{heading}</summary>
                <ul class="bullets">{rows.into_iter().map(shown).collect_view()}</ul>
            </details>
        }
        .into_any()
    })
}
