//! Looks for files by whose they are, where these lie and what they say, and puts them into an order.

use std::collections::BTreeSet;

use anziping_core::office::order::Order;
use anziping_core::office::placed::By;
use anziping_core::office::search::{Search, Wish, occurring};
use leptos::prelude::*;

use crate::office::app::OfficeApp;
use crate::ui::field::{Field, Select};
use crate::words::office as words;

/// The search and the order of the list.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Wanted {
    pub(super) search: Search,
    pub(super) order: Order,
}

/// The fields.
#[component]
pub(super) fn Find(app: OfficeApp, wanted: RwSignal<Wanted>, on_change: Callback<Wanted>) -> impl IntoView {
    let text = Signal::derive(move || wanted.with(|wanted| wanted.search.text.clone()));
    let with = Signal::derive(move || wanted.with(|it| it.search.with.map_or("", Wish::code).to_owned()));
    let order = Signal::derive(move || wanted.with(|wanted| wanted.order.code().to_owned()));
    let change = move |change: &dyn Fn(&mut Wanted)| {
        let mut changed = wanted.get_untracked();
        change(&mut changed);
        on_change.run(changed);
    };
    let wishes = Wish::ALL.map(|with| (with.code().to_owned(), words::with(with).to_owned())).to_vec();
    let orders = Order::ALL.into_iter().skip(1).map(|order| (order.code().to_owned(), words::order(order).to_owned()));
    view! {
        <div class="row no-print" data-find="">
            <Field
                name="find"
                label=words::SEARCH
                value=text
                on_input=Callback::new(move |text: String| change(&|wanted| wanted.search.text = text.clone()))
            />
            <Select
                name="with"
                label=words::WITH
                options=wishes
                none=words::WITH_ANY
                value=with
                on_change=Callback::new(move |code: String| {
                    change(&|wanted| wanted.search.with = Wish::parse(&code));
                })
            />
            {By::ALL.map(|by| place(app, by, wanted, on_change))}
            <Select
                name="order"
                label=words::ORDER
                options=orders.collect()
                none=words::order(Order::HandedOver)
                value=order
                on_change=Callback::new(move |code: String| {
                    change(&|wanted| wanted.order = Order::parse(&code).unwrap_or_default());
                })
            />
        </div>
    }
    .into_any()
}

/// One village, class or industry of those that occur; nothing to choose where none does.
fn place(app: OfficeApp, by: By, wanted: RwSignal<Wanted>, on_change: Callback<Wanted>) -> AnyView {
    // While files come in, thousands of them are not gone through for each batch.
    let all = Memo::new(move |before: Option<&BTreeSet<String>>| match before {
        Some(before) if app.intake.is_at_work.get() => before.clone(),
        _ => app.inbox.with(|inbox| app.with_places(|places| occurring(by, inbox, places))),
    });
    let value = Signal::derive(move || wanted.with(|wanted| wanted.search.at.get(&by).cloned().unwrap_or_default()));
    let choose = move |said: String| {
        let mut changed = wanted.get_untracked();
        changed.search.at.insert(by, said);
        on_change.run(changed);
    };
    let select = move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            let called = |said: String| (said.clone(), words::risk_overview::group(by, &said));
            view! {
                <Select
                    name=format!("at_{}", by.code())
                    label=words::at(by)
                    options=all.into_iter().map(called).collect()
                    none=words::AT_ANY
                    value=value
                    on_change=Callback::new(choose)
                />
            }
        })
    };
    view! { {select} }.into_any()
}
