//! Chooses the enterprises that get a sheet.

use std::collections::BTreeSet;

use anziping_core::office::desk::Verdict;
use anziping_core::office::rollup::of_month;
use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::words::office::papers as words;

/// The enterprises whose reports of the month count, by name.
fn reported(app: OfficeApp) -> Vec<(UnifiedCode, String)> {
    let mut all: Vec<(UnifiedCode, String)> = app.inbox.with(|inbox| {
        app.judged.with(|judged| {
            let reports = of_month(app.period.get(), &Verdict::Trusted, inbox, judged);
            reports
                .iter()
                .map(|found| &found.report.enterprise)
                .map(|one| (one.uscc.clone(), one.name.clone()))
                .collect()
        })
    });
    all.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
    all
}

/// A box to tick for each enterprise, and buttons for all and none.
pub(super) fn choice(app: OfficeApp, ticked: RwSignal<BTreeSet<UnifiedCode>>) -> AnyView {
    let enterprises = Memo::new(move |_| reported(app));
    let boxes = move || {
        let row = |(uscc, name): (UnifiedCode, String)| {
            let (own, code) = (uscc.clone(), uscc.to_string());
            let checked = move || ticked.with(|ticked| ticked.contains(&own));
            let turn = move |_| {
                ticked.update(|ticked| {
                    if !ticked.remove(&uscc) {
                        ticked.insert(uscc.clone());
                    }
                });
            };
            view! {
                <label class="check" data-sheet-of=code>
                    <input type="checkbox" class="box" prop:checked=checked on:change=turn />
                    <span>{name}</span>
                </label>
            }
        };
        enterprises.get().into_iter().map(row).collect_view()
    };
    let all = move |_| {
        ticked.set(enterprises.with_untracked(|all| all.iter().map(|(uscc, _)| uscc.clone()).collect()));
    };
    let said = move || {
        let all = enterprises.with(Vec::len);
        if all == 0 { words::NO_REPORTS.to_owned() } else { words::ticked(ticked.with(BTreeSet::len), all) }
    };
    view! {
        <fieldset class="field">
            <legend>{words::ENTERPRISES}</legend>
            <div class="row">
                <button type="button" class="button button-small" data-action="tick-all" on:click=all>
                    {words::ALL}
                </button>
                <button
                    type="button"
                    class="button button-small"
                    data-action="tick-none"
                    on:click=move |_| ticked.set(BTreeSet::new())
                >
                    {words::NONE}
                </button>
                <output>{said}</output>
            </div>
            <div class="choices">{boxes}</div>
        </fieldset>
    }
    .into_any()
}
