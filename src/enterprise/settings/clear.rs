//! Emptying the month on the screen, after a question and with a way back.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::app::removal;
use crate::enterprise::session::Session;
use crate::platform::dom;
use crate::ui::dialog::Dialog;
use crate::words::settings as words;

/// The section; nothing where no month can be changed.
#[component]
pub(super) fn ClearSection(app: App) -> impl IntoView {
    let open = RwSignal::new(false);
    let changeable = move || app.session.get().filter(|session| !session.read_only.get());
    view! {
        {move || {
            changeable()
                .map(|session| {
                    view! {
                        <section class="card" aria-labelledby="clear">
                            <h2 id="clear">{words::CLEAR}</h2>
                            <p>{words::CLEAR_WHY}</p>
                            <div class="row">
                                <button
                                    type="button"
                                    class="button button-danger"
                                    data-action="clear-month"
                                    on:click=move |_| open.set(true)
                                >
                                    {words::clear_month(session.period)}
                                </button>
                            </div>
                            <Dialog open=open labelled_by="clear-title">
                                {question(app, session, open)}
                            </Dialog>
                        </section>
                    }
                })
        }}
    }
    .into_any()
}

/// Asks whether to empty the month: says what would go, and has the two buttons.
fn question(app: App, session: Session, open: RwSignal<bool>) -> AnyView {
    let period = session.period;
    let draft = session.snapshot();
    let answers = draft.answers.len() + draft.points.len() + draft.rates.len();
    let hazards = draft.hazards.len();
    let clear = move |_| {
        open.set(false);
        removal::clear_month(app, words::cleared(period));
        // The message with the way back stands on top of the page.
        dom::scroll_to_top();
    };
    view! {
        <h2 id="clear-title">{words::clear_month(period)}</h2>
        <p>{words::clears(answers, hazards)}</p>
        <p>{words::REMOVE_ADVICE}</p>
        <div class="row">
            <button type="button" class="button button-danger" data-action="confirm-clear" on:click=clear>
                {words::CLEAR_NOW}
            </button>
            <button type="button" class="button" data-action="cancel-clear" on:click=move |_| open.set(false)>
                {words::CLEAR_NOT}
            </button>
        </div>
    }
    .into_any()
}
