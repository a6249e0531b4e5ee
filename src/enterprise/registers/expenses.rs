//! The page with the register of safety expenses.

use anziping_core::catalog::ComputedFrom;
use anziping_core::hazard::parse_yuan;
use anziping_core::month::figures::MonthField;
use anziping_core::register::{Activity, Base, Expense, ExpenseColumn, Flow, Money, RegisterColumn, shortened};
use leptos::prelude::*;

use super::figures::figures;
use super::form::EntryForm;
use super::list::{List, list};
use super::sheet::sheets;
use super::{counts, edit, labelled, unreadable};
use crate::enterprise::app::App;
use crate::enterprise::session::Session;
use crate::ui::field::{Field, Input, Notice, Select};
use crate::words::register::{NO_ENTRY_NAME, expense as words};

pub(crate) fn expenses_page(session: Session) -> AnyView {
    let app = App::get();
    let money = Memo::new(move |_| session.registers.with(|registers| registers.money(session.period)));
    let filled = Memo::new(move |_| {
        let any = session.registers.with(|registers| !registers.expenses.is_empty());
        money.with(|money| if any { of_month(money) } else { Vec::new() })
    });
    view! {
        <div class="page">
            <div class="page-head">
                <h1 tabindex="-1">{words::TITLE}</h1>
                <p>{words::LEAD}</p>
            </div>
            {unreadable(app, session)}
            {rule(session)}
            {sums(session, money)}
            {list(
                app,
                session,
                List::<Expense> {
                    kind: "expense",
                    heading: "entries",
                    title: words::ENTRIES,
                    none: words::NONE,
                    add: words::ADD,
                    named: words::named,
                    unnamed: NO_ENTRY_NAME,
                    above: |_| ().into_any(),
                    tags: |_: Session, _: &Expense| ().into_any(),
                    form,
                },
            )}
            {counts(session, labelled(session, Some(ComputedFrom::Expenses), None))}
            {figures(session, filled)}
            {sheets::<Expense>(app, session, "expenses", &words::SHEET, Some(filled))}
        </div>
    }
    .into_any()
}

/// The figures of the month.
///
/// What the rule asks for stands there only where it is known, and what was set aside only beside it.
fn of_month(money: &Money) -> Vec<(MonthField, u64)> {
    let spent = [(MonthField::Spent, money.spent_in_month), (MonthField::SpentYear, money.spent)];
    let by_rule = money.due.map(|due| [(MonthField::ExpenseDue, due), (MonthField::ExpenseSet, money.set_aside)]);
    spent.into_iter().chain(by_rule.into_iter().flatten()).collect()
}

/// Asks for the rate that applies, and its base.
fn rule(session: Session) -> AnyView {
    let activity = Memo::new(move |_| session.registers.with(|registers| registers.activity));
    let options = Activity::ALL
        .iter()
        .enumerate()
        .map(|(at, activity)| (at.to_string(), activity.row().name.to_owned()))
        .collect();
    let chosen = Signal::derive(move || {
        let at = activity.get().and_then(|activity| Activity::ALL.iter().position(|one| *one == activity));
        at.map(|at| at.to_string()).unwrap_or_default()
    });
    let choose = Callback::new(move |chosen: String| {
        let one = chosen.parse::<usize>().ok().and_then(|at| Activity::ALL.get(at)).copied();
        edit(session, |registers| registers.activity = one);
    });
    let revenue = Signal::derive(move || session.registers.with(|registers| registers.revenue.clone()));
    let set = Callback::new(move |text: String| edit(session, |registers| registers.revenue = shortened(&text)));
    let fault = Signal::derive(move || {
        revenue.with(|text| (!text.is_empty() && parse_yuan(text).is_none()).then(|| words::YUAN_FAULT.to_owned()))
    });
    let by_revenue =
        Memo::new(move |_| activity.get().is_some_and(|activity| matches!(activity.base(), Base::Revenue(_))));
    view! {
        <section class="card" aria-labelledby="rule">
            <h2 id="rule">{words::RULE}</h2>
            <div class="pairs">
                <Select
                    name="activity"
                    label=words::ACTIVITY
                    hint=words::ACTIVITY_HINT
                    options=options
                    none=words::NO_ACTIVITY
                    value=chosen
                    on_change=choose
                    disabled=session.registers_read_only
                />
                {move || {
                    by_revenue
                        .get()
                        .then(|| {
                            view! {
                                <Field
                                    name="revenue"
                                    label=words::REVENUE
                                    value=revenue
                                    on_input=set
                                    fault=fault
                                    input=Input::Count
                                    unit=words::YUAN
                                    disabled=session.registers_read_only
                                />
                            }
                        })
                }}
            </div>
            {move || {
                activity
                    .get()
                    .map(|activity| {
                        view! {
                            <p class="hint" data-rate="expense">
                                {words::rate(activity)}
                            </p>
                        }
                    })
            }}
        </section>
    }
    .into_any()
}

/// The sums of the year up to this month.
fn sums(session: Session, money: Memo<Money>) -> AnyView {
    let figure = |name: &'static str, said: &'static str, of: fn(&Money) -> Option<u64>| {
        let value = move || money.with(of).map_or_else(|| words::UNKNOWN.to_owned(), words::yuan);
        view! {
            <div>
                <dt class="muted small">{said}</dt>
                <dd class="number">
                    <strong data-sum=name>{value}</strong>
                </dd>
            </div>
        }
    };
    let lack =
        move || money.with(|money| money.due.and_then(|due| due.checked_sub(money.set_aside)).filter(|lack| *lack > 0));
    view! {
        <section class="card" aria-labelledby="sums">
            <h2 id="sums">{words::sums(session.period)}</h2>
            <dl class="figures">
                {figure("due", words::DUE, |money| money.due)}
                {figure("set-aside", words::SET_ASIDE, |money| Some(money.set_aside))}
                {figure("spent", words::SPENT, |money| Some(money.spent))}
            </dl>
            {move || {
                lack()
                    .map(|lack| {
                        view! {
                            <Notice kind="warn">
                                <p data-lack="true">{words::lack(lack)}</p>
                            </Notice>
                        }
                    })
            }}
            {move || {
                money
                    .with(|money| {
                        (!money.without_output.is_empty()).then(|| words::without_output(&money.without_output))
                    })
                    .map(|said| {
                        view! {
                            <Notice kind="info">
                                <p data-without-output="true">{said}</p>
                            </Notice>
                        }
                    })
            }}
            {move || {
                money
                    .with(|money| money.unread > 0)
                    .then(|| {
                        view! {
                            <Notice kind="warn">
                                <p>{words::unread(money.with(|money| money.unread))}</p>
                            </Notice>
                        }
                    })
            }}
            <p class="hint">{words::PAUSE}</p>
        </section>
    }
    .into_any()
}

/// The columns of the form around the one that depends on the flow: the use of money, or the output.
const BEFORE: &[ExpenseColumn] = &[ExpenseColumn::Flow, ExpenseColumn::Month, ExpenseColumn::Amount];
const AFTER: &[ExpenseColumn] = &[ExpenseColumn::What];
// A column without a field does not compile; the number has none.
const _: () = assert!(BEFORE.len() + AFTER.len() + 3 == ExpenseColumn::ALL.len());

fn form(entry: EntryForm<Expense>) -> AnyView {
    let spent = Memo::new(move |_| entry.value.with(|expense| expense.flow == Flow::Spent));
    let depending = move || entry.field(if spent.get() { ExpenseColumn::Category } else { ExpenseColumn::Tonnes });
    view! { <div class="pairs">{entry.fields(BEFORE)} {depending} {entry.fields(AFTER)}</div> }.into_any()
}
