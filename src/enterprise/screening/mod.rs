//! Screening against the criteria for major hazards: the criteria that can apply, one by one.

mod criterion;
mod lead;

use std::collections::HashSet;

use anziping_core::catalog::Listed;
use anziping_core::month::screening::Outcome;
use leptos::prelude::*;

use self::criterion::CriterionOrItem;
use crate::enterprise::section::ConfirmSection;
use crate::enterprise::session::Session;
use crate::ui::field::Notice;
use crate::words::{element, screening as words};

/// Which criteria are listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Filter {
    #[default]
    All,
    Open,
    Carried,
    Suspected,
}

impl Filter {
    anziping_core::listed! {
        ALL: All, Open, Carried, Suspected
    }

    fn label(self) -> &'static str {
        match self {
            Self::All => words::FILTER_ALL,
            Self::Open => words::FILTER_OPEN,
            Self::Carried => element::FILTER_CARRIED,
            Self::Suspected => words::FILTER_SUSPECTED,
        }
    }

    /// Name in `data-filter`.
    fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Carried => "carried",
            Self::Suspected => "suspected",
        }
    }

    fn keeps(self, session: Session, listed: &Listed<'static>) -> bool {
        let looked = untrack(|| session.looked(*listed));
        let outcome = looked.map_or(Outcome::Unchecked, |looked| looked.outcome);
        match self {
            Self::All => true,
            Self::Open => !outcome.is_checked() || looked.is_some_and(|looked| looked.carried),
            Self::Carried => outcome.is_checked() && looked.is_some_and(|looked| looked.carried),
            Self::Suspected => outcome == Outcome::Suspected,
        }
    }
}

pub(crate) fn screening_page(session: Session) -> AnyView {
    let applying = Memo::new(move |_| {
        session.profile.with(|profile| {
            let applying = session.catalogue.criteria().filter(|listed| listed.applies(profile));
            applying.map(|listed| listed.criterion.id.as_str()).collect::<Vec<_>>()
        })
    });
    let filter = RwSignal::new(Filter::default());
    // A filter holds what it found when it was chosen: a criterion must not vanish under the hand that answers it.
    let kept = RwSignal::new(None::<HashSet<&'static str>>);
    let choose = move |chosen: Filter| {
        filter.set(chosen);
        let ids = || {
            session
                .catalogue
                .criteria()
                .filter(|listed| chosen.keeps(session, listed))
                .map(|listed| listed.criterion.id.as_str())
        };
        kept.set((chosen != Filter::All).then(|| ids().collect()));
    };
    let listed = Memo::new(move |_| {
        let mut ids = applying.get();
        kept.with(|kept| ids.retain(|id| kept.as_ref().is_none_or(|kept| kept.contains(id))));
        ids
    });
    let parts = Signal::derive(move || {
        let part = |id: &&'static str| Some(lead::section_part(session, session.catalogue.criterion(id)?));
        listed.with(|ids| ids.iter().filter_map(part).collect::<Vec<_>>())
    });
    let filters = Filter::ALL.into_iter().map(|each| {
        view! {
            <button
                type="button"
                class="button button-small"
                data-filter=each.code()
                aria-pressed=move || (filter.get() == each).to_string()
                on:click=move |_| choose(each)
            >
                {each.label()}
            </button>
        }
    });
    let filters = filters.collect_view();
    view! {
        <div class="page">
            <Head session=session />
            <div class="row row-between no-print">
                <div class="filters" role="group" aria-label=words::FILTERS>
                    {filters}
                </div>
                <p class="hint keys-hint">{words::KEYS}</p>
            </div>
            <For
                each=move || listed.get()
                key=|id| *id
                children=move |id| {
                    let next = Signal::derive(move || {
                        listed
                            .with(|ids| {
                                ids.iter().skip_while(|other| **other != id).nth(1).map(|next| (*next).to_owned())
                            })
                    });
                    let heads = Memo::new(move |_| listed.with(|ids| heads_its_part(session, ids, id)));
                    row(session, id, heads, next)
                }
            />
            {move || {
                let none = if applying.with(Vec::is_empty) { words::NONE_APPLIES } else { words::NOTHING_LEFT };
                listed.with(Vec::is_empty).then(|| view! { <p class="card">{none}</p> })
            }}
            <ConfirmSection session=session parts=parts />
            <Excluded session=session />
        </div>
    }
    .into_any()
}

/// Title, progress and counts.
#[component]
fn Head(session: Session) -> impl IntoView {
    let tally = Memo::new(move |_| session.tally());
    let by_hand =
        move || session.profile.with(|profile| session.catalogue.items().find(|item| item.is_counted_by_hand(profile)));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words::TITLE}</h1>
            <p>{words::WHAT}</p>
            <div class="row row-between">
                <output class="number" data-screening="counts">
                    {move || tally.with(words::counts)}
                </output>
                <p class="number">{move || tally.with(words::progress)}</p>
            </div>
            <progress
                max=move || tally.with(|tally| tally.applicable.max(1))
                value=move || tally.with(|tally| tally.checked)
                aria-label=move || tally.with(words::progress)
            ></progress>
        </div>
        {move || {
            by_hand()
                .map(|item| {
                    view! {
                        <Notice kind="warn">
                            <p>{words::by_hand(item)}</p>
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}

/// Returns whether a criterion is the first of its article, so that the heading stands above it.
fn heads_its_part(session: Session, ids: &[&'static str], id: &str) -> bool {
    let part = |id: &str| session.catalogue.criterion(id).map(|listed| std::ptr::from_ref(listed.part));
    let before = ids.iter().take_while(|other| **other != id).last();
    before.is_none_or(|before| part(before) != part(id))
}

fn row(session: Session, id: &'static str, heads: Memo<bool>, next: Signal<Option<String>>) -> AnyView {
    let Some(listed) = session.catalogue.criterion(id) else { return ().into_any() };
    let heading = move || {
        heads.get().then(|| {
            let limits = [listed.set.scope_note.as_str(), listed.part.scope_note.as_str()];
            let limits =
                limits.into_iter().filter(|limit| !limit.is_empty()).map(|limit| view! { <p class="hint">{limit}</p> });
            view! {
                <div class="section-head">
                    <h2>{words::part(&listed)}</h2>
                    {limits.collect_view()}
                </div>
            }
        })
    };
    view! {
        {heading}
        <CriterionOrItem session=session listed=listed next=next />
    }
    .into_any()
}

/// The criteria that the facts exclude, with the facts.
#[component]
fn Excluded(session: Session) -> impl IntoView {
    let excluded = Memo::new(move |_| {
        session.profile.with(|profile| {
            let excluded = session.catalogue.criteria().filter(|listed| !listed.applies(profile));
            let reasons = excluded.map(|listed| {
                let by =
                    if listed.part.applies.holds(profile) { &listed.criterion.applies } else { &listed.part.applies };
                (
                    listed.citation(),
                    listed.criterion.text.clone(),
                    element::because(session.catalogue, &by.explain(profile)),
                )
            });
            reasons.collect::<Vec<_>>()
        })
    });
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| {
        open.set(event_target::<leptos::web_sys::Element>(&event).has_attribute("open"))
    };
    let rows = move || {
        open.get().then(|| {
            excluded.with(|excluded| {
                let rows = excluded.iter().map(|(citation, text, reason)| {
                    view! {
                        <li>
                            <span class="item-id">{citation.clone()}</span>
                            {text.clone()}
                            " "
                            <span class="muted">{reason.clone()}</span>
                        </li>
                    }
                });
                view! { <ul class="plain stack-tight">{rows.collect_view()}</ul> }
            })
        })
    };
    view! {
        {move || {
            excluded
                .with(|excluded| !excluded.is_empty())
                .then(|| {
                    view! {
                        <details class="card card-flat" on:toggle=toggled>
                            <summary>{move || excluded.with(|excluded| words::excluded(excluded.len()))}</summary>
                            {rows}
                        </details>
                    }
                })
        }}
    }
    .into_any()
}
