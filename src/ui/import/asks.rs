//! The questions to a whole file, one card each, with what is proposed chosen.

use anziping_core::exchange::{Ask, ImportAnswers, SheetChoice, Unit};
use anziping_core::value::day::Day;
use leptos::prelude::*;

use super::asked;
use crate::ui::field::{Check, Field, Input, Select};
use crate::words::import as words;

/// All that are asked.
pub(super) fn questions(answers: RwSignal<ImportAnswers>, asks: Memo<Vec<Ask>>) -> AnyView {
    view! {
        {sheets(answers, asks)}
        {year(answers, asks)}
        {unit(answers, asks)}
        {yes_no(answers, asks, &CLOSED)}
        {done_on(answers, asks)}
        {yes_no(answers, asks, &HISTORY)}
        {yes_no(answers, asks, &WORDS)}
        {yes_no(answers, asks, &HIDDEN)}
        {yes_no(answers, asks, &REVIEW)}
    }
    .into_any()
}

fn sheets(answers: RwSignal<ImportAnswers>, asks: Memo<Vec<Ask>>) -> AnyView {
    let ask = asked(asks, |ask| matches!(ask, Ask::Sheets(_)));
    let choices = move || match ask.get() {
        Some(Ask::Sheets(choices)) => choices,
        _ => Vec::new(),
    };
    let places = Memo::new(move |_| choices().iter().map(|choice| choice.at).collect::<Vec<_>>());
    let one = move |at: usize| {
        let of = move || choices().into_iter().find(|choice| choice.at == at);
        let taken = Signal::derive(move || of().is_some_and(|choice: SheetChoice| choice.taken));
        let change = Callback::new(move |wanted: bool| {
            let mut taken: Vec<usize> =
                choices().iter().filter(|choice| choice.taken && choice.at != at).map(|choice| choice.at).collect();
            if wanted {
                taken.push(at);
            }
            answers.update(|answers| answers.sheets = Some(taken));
        });
        let said = of().map(|choice| words::sheet(&choice)).unwrap_or_default();
        view! { <Check name=format!("import-sheet-{at}") label=said checked=taken on_change=change /> }
    };
    view! {
        {move || {
            (!places.with(Vec::is_empty))
                .then(|| {
                    view! {
                        <fieldset class="stack-tight" data-ask="sheet">
                            <legend>{words::SHEETS}</legend>
                            {places.get().into_iter().map(one).collect_view()}
                        </fieldset>
                    }
                })
        }}
    }
    .into_any()
}

fn year(answers: RwSignal<ImportAnswers>, asks: Memo<Vec<Ask>>) -> AnyView {
    let ask = asked(asks, |ask| matches!(ask, Ask::Year { .. }));
    let is_asked = Memo::new(move |_| ask.with(Option::is_some));
    let value = Signal::derive(move || match ask.get() {
        Some(Ask::Year { year: Some(year), .. }) => year.to_string(),
        _ => String::new(),
    });
    let said = move || match ask.get() {
        Some(Ask::Year { cells, .. }) => words::year(cells),
        _ => String::new(),
    };
    let change =
        Callback::new(move |chosen: String| answers.update(|answers| answers.year = Some(chosen.parse().ok())));
    let now = crate::platform::clock::today().year();
    let years = move || (now - 10..=now + 1).rev().map(|year| (year.to_string(), words::a_year(year))).collect();
    view! {
        {move || {
            is_asked
                .get()
                .then(|| {
                    view! {
                        <div data-ask="year">
                            <p>{said}</p>
                            <Select
                                name="import-year"
                                label=words::YEAR
                                options=years()
                                none=words::NOT_TAKEN
                                value=value
                                on_change=change
                            />
                        </div>
                    }
                })
        }}
    }
    .into_any()
}

fn unit(answers: RwSignal<ImportAnswers>, asks: Memo<Vec<Ask>>) -> AnyView {
    let ask = asked(asks, |ask| matches!(ask, Ask::Unit { .. }));
    let is_asked = Memo::new(move |_| ask.with(Option::is_some));
    let value = Signal::derive(move || match ask.get() {
        Some(Ask::Unit { unit: Some(Unit::Yuan), .. }) => "yuan".to_owned(),
        Some(Ask::Unit { unit: Some(Unit::Wan), .. }) => "wan".to_owned(),
        _ => String::new(),
    });
    let said = move || match ask.get() {
        Some(Ask::Unit { cells, .. }) => words::unit(cells),
        _ => String::new(),
    };
    let change = Callback::new(move |chosen: String| {
        let unit = match chosen.as_str() {
            "yuan" => Some(Unit::Yuan),
            "wan" => Some(Unit::Wan),
            _ => None,
        };
        answers.update(|answers| answers.unit = unit);
    });
    let units = || words::UNITS.map(|(value, said)| (value.to_owned(), said.to_owned())).to_vec();
    view! {
        {move || {
            is_asked
                .get()
                .then(|| {
                    view! {
                        <div data-ask="unit">
                            <p>{said}</p>
                            <Select
                                name="import-unit"
                                label=words::UNIT
                                options=units()
                                none=words::NOT_TAKEN
                                value=value
                                on_change=change
                            />
                        </div>
                    }
                })
        }}
    }
    .into_any()
}

fn done_on(answers: RwSignal<ImportAnswers>, asks: Memo<Vec<Ask>>) -> AnyView {
    let ask = asked(asks, |ask| matches!(ask, Ask::DoneOn { .. }));
    let is_asked = Memo::new(move |_| ask.with(Option::is_some));
    let value = Signal::derive(move || match ask.get() {
        Some(Ask::DoneOn { day: Some(day), .. }) => day.to_string(),
        _ => String::new(),
    });
    let said = move || match ask.get() {
        Some(Ask::DoneOn { rows, open, .. }) => words::done_on(rows, open),
        _ => String::new(),
    };
    let change = Callback::new(move |typed: String| answers.update(|answers| answers.done_on = Day::parse(&typed)));
    view! {
        {move || {
            is_asked
                .get()
                .then(|| {
                    view! {
                        <div data-ask="done-on">
                            <p>{said}</p>
                            <Field
                                name="import-done-on"
                                label=words::DONE_ON
                                input=Input::Date
                                value=value
                                on_input=change
                            />
                        </div>
                    }
                })
        }}
    }
    .into_any()
}

/// A question that is answered by a tick.
struct YesNo {
    hook: &'static str,
    which: fn(&Ask) -> Option<(usize, bool)>,
    said: fn(usize) -> String,
    set: fn(&mut ImportAnswers, bool),
}

const CLOSED: YesNo = YesNo {
    hook: "closed",
    which: |ask| if let Ask::Closed { rows, taken } = ask { Some((*rows, *taken)) } else { None },
    said: words::closed,
    set: |answers, taken| answers.closed = Some(taken),
};
const HISTORY: YesNo = YesNo {
    hook: "history",
    which: |ask| if let Ask::History { rows, taken } = ask { Some((*rows, *taken)) } else { None },
    said: words::history,
    set: |answers, taken| answers.history = Some(taken),
};
const WORDS: YesNo = YesNo {
    hook: "deadline",
    which: |ask| if let Ask::Words { cells, taken } = ask { Some((*cells, *taken)) } else { None },
    said: words::words,
    set: |answers, taken| answers.words = Some(taken),
};
const HIDDEN: YesNo = YesNo {
    hook: "hidden",
    which: |ask| if let Ask::Hidden { rows, taken } = ask { Some((*rows, *taken)) } else { None },
    said: words::hidden,
    set: |answers, taken| answers.hidden = Some(taken),
};
const REVIEW: YesNo = YesNo {
    hook: "review",
    which: |ask| if let Ask::Review { rows, taken } = ask { Some((*rows, *taken)) } else { None },
    said: words::review,
    set: |answers, taken| answers.review = Some(taken),
};

fn yes_no(answers: RwSignal<ImportAnswers>, asks: Memo<Vec<Ask>>, question: &'static YesNo) -> AnyView {
    let ask = Memo::new(move |_| asks.with(|asks| asks.iter().find_map(question.which)));
    let count = Memo::new(move |_| ask.get().map(|(count, _)| count));
    let taken = Signal::derive(move || ask.get().is_some_and(|(_, taken)| taken));
    let change = Callback::new(move |taken: bool| answers.update(|answers| (question.set)(answers, taken)));
    view! {
        {move || {
            count
                .get()
                .map(|count| {
                    view! {
                        <div data-ask=question.hook>
                            <Check
                                name=format!("import-{}", question.hook)
                                label=(question.said)(count)
                                checked=taken
                                on_change=change
                            />
                        </div>
                    }
                })
        }}
    }
    .into_any()
}
