//! Figures of the month's own page that a register knows.

use anziping_core::month::figures::MonthField;
use leptos::prelude::*;

use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::words::{month, register as words};

/// The figures with the press that puts them into the month; nothing while the register has none.
pub(super) fn figures(session: Session, figures: Memo<Vec<(MonthField, u64)>>) -> AnyView {
    let said = RwSignal::new(false);
    let same = Memo::new(move |_| {
        session.month.with(|month| {
            figures.with(|figures| figures.iter().all(|(field, figure)| month.number(*field) == Some(*figure)))
        })
    });
    let fill = move |_| {
        let figures = figures.get_untracked();
        session
            .edit_month(|month| figures.iter().for_each(|(field, figure)| month.set_text(*field, figure.to_string())));
        said.set(true);
    };
    let rows = move || {
        let one = |(field, figure): (MonthField, u64)| {
            let now = session.month.with(|month| month.text(field).to_owned());
            view! {
                <dt>{month::label(field)}</dt>
                <dd class="number" data-figure=field.code()>
                    {figure}
                    <span class="muted">{words::in_month(&now)}</span>
                </dd>
            }
        };
        figures.get().into_iter().map(one).collect_view()
    };
    view! {
        {move || {
            figures
                .with(|figures| !figures.is_empty())
                .then(|| {
                    view! {
                        <section class="card" aria-labelledby="figures">
                            <h2 id="figures">{words::FIGURES}</h2>
                            <dl class="facts-list">{rows}</dl>
                            {move || {
                                (!session.read_only.get() && !same.get())
                                    .then(|| {
                                        view! {
                                            <div class="row no-print">
                                                <button
                                                    type="button"
                                                    class="button"
                                                    data-action="take-figures"
                                                    on:click=fill
                                                >
                                                    {words::TAKE_FIGURES}
                                                </button>
                                            </div>
                                        }
                                    })
                            }}
                            <div aria-live="polite">
                                {move || {
                                    (said.get() && same.get())
                                        .then(|| {
                                            view! {
                                                <p class="status-good">
                                                    {words::FIGURES_TAKEN} " "
                                                    <a href=Route::Month(None).href()>{month::TITLE}</a>
                                                </p>
                                            }
                                        })
                                }}
                            </div>
                        </section>
                    }
                })
        }}
    }
    .into_any()
}
