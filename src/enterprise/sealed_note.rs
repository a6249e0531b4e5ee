//! Says that a signed month cannot be changed.

use leptos::prelude::*;

use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::ui::field::Notice;
use crate::words::hazard as words;

/// Says that a signed month cannot be changed. Other reasons, such as a second tab, are said by the frame.
#[component]
pub(super) fn SealedNote(app: App, session: Session) -> impl IntoView {
    let sealed = Memo::new(move |_| {
        session.read_only.get()
            && app.index.with(|index| {
                let months = index.enterprise(&session.id.get_value()).map(|enterprise| &enterprise.months);
                months.is_some_and(|months| {
                    months.iter().any(|month| month.period == session.period && month.is_sealed())
                })
            })
    });
    view! {
        {move || {
            sealed
                .get()
                .then(|| {
                    view! {
                        <Notice kind="info">
                            <p>{words::SEALED}</p>
                        </Notice>
                    }
                })
        }}
    }
    .into_any()
}
