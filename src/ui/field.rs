//! One labelled field: label, hint, error and their wiring for screen readers, in one place.

use leptos::prelude::*;

use super::icon;
use crate::platform::browser_support;
use crate::words::common;

/// The kind of keyboard and control that a field wants.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Input {
    /// One line.
    #[default]
    Text,
    /// Several lines.
    Lines,
    /// A whole number, in a text field: number fields throw away what they do not understand.
    Count,
    /// A day.
    Date,
    /// A minute of a day.
    Moment,
    /// A telephone number.
    Phone,
    /// A passphrase.
    Secret,
}

/// The mark beside the label of a field that must be filled in.
pub(crate) fn required_mark(is_required: bool) -> Option<AnyView> {
    is_required.then(|| view! { <span class="required">{common::REQUIRED}</span> }.into_any())
}

/// A field whose text is kept exactly as typed.
///
/// The error appears once the field was left or when `eager` is set, so that nobody is blamed in the middle of typing.
#[component]
pub(crate) fn Field(
    /// `id` and `name` of the control; unique on the page.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    /// Sentence below the label; empty for none.
    #[prop(into, optional)]
    hint: String,
    #[prop(into)] value: Signal<String>,
    /// Called with the text after every key.
    on_input: Callback<String>,
    /// The fault of the text.
    #[prop(into, default = Signal::stored(None))]
    fault: Signal<Option<String>>,
    /// Kind of control.
    #[prop(optional)]
    input: Input,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// Unit behind the control, such as 人.
    #[prop(into, optional)]
    unit: String,
    /// Shows the error before the field was left.
    #[prop(into, default = Signal::stored(false))]
    eager: Signal<bool>,
    /// Disables the control.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
    /// Value of `autocomplete`.
    #[prop(optional, default = "off")]
    autocomplete: &'static str,
    /// Texts that are offered while typing; anything else may be typed as well.
    #[prop(optional)]
    suggestions: &'static [&'static str],
    /// Where typing stops, in UTF-16 units; without it any length is taken.
    #[prop(default = None)]
    longest: Option<usize>,
) -> impl IntoView {
    let left = RwSignal::new(false);
    let shown = Memo::new(move |_| if left.get() || eager.get() { fault.get() } else { None });
    let text = TextControl {
        name: name.clone(),
        has_hint: !hint.is_empty(),
        value,
        on_input,
        required,
        disabled,
        longest,
        shown,
        left,
        emptied: StoredValue::new(false),
    };
    let control =
        if input == Input::Lines { text.several_lines() } else { text.one_line(input, autocomplete, suggestions) };
    let control = if unit.is_empty() {
        control
    } else {
        view! { <div class="with-unit">{control}<span>{unit}</span></div> }.into_any()
    };
    framed(name, label, hint, required, control, shown)
}

/// Ids of the hint and the error of a control.
fn ids(name: &str) -> (String, String) {
    (format!("{name}-hint"), format!("{name}-error"))
}

/// A control with its label and hint above and its error below.
fn framed(
    name: String,
    label: String,
    hint: String,
    required: bool,
    control: AnyView,
    shown: Memo<Option<String>>,
) -> AnyView {
    let (hint_id, error_id) = ids(&name);
    view! {
        <div class="field">
            <label for=name>{label} {required_mark(required)}</label>
            {(!hint.is_empty())
                .then(|| {
                    view! {
                        <p class="hint" id=hint_id>
                            {hint}
                        </p>
                    }
                })}
            {control}
            <Fault id=error_id text=shown />
        </div>
    }
    .into_any()
}

/// A control that takes a text, and what it is wired to.
struct TextControl {
    name: String,
    has_hint: bool,
    value: Signal<String>,
    on_input: Callback<String>,
    required: bool,
    disabled: Signal<bool>,
    longest: Option<usize>,
    /// The error, once it is shown.
    shown: Memo<Option<String>>,
    /// Whether the control was left once.
    left: RwSignal<bool>,
    /// Whether the control read as empty when something was typed last.
    emptied: StoredValue<bool>,
}

impl TextControl {
    /// The ids of the hint and error that describe it.
    fn described(&self) -> impl Fn() -> Option<String> + Send + 'static + use<> {
        let ((hint_id, error_id), has_hint, shown) = (ids(&self.name), self.has_hint, self.shown);
        move || match (has_hint, shown.with(Option::is_some)) {
            (false, false) => None,
            (true, false) => Some(hint_id.clone()),
            (false, true) => Some(error_id.clone()),
            (true, true) => Some(format!("{error_id} {hint_id}")),
        }
    }

    fn typed(&self) -> impl Fn(leptos::ev::Event) + 'static + use<> {
        let (on_input, emptied) = (self.on_input, self.emptied);
        move |event| {
            let text = event_target_value(&event);
            emptied.set_value(text.is_empty());
            on_input.run(text);
        }
    }

    fn several_lines(self) -> AnyView {
        let (described, typed) = (self.described(), self.typed());
        let Self { name, value, required, disabled, longest, shown, left, .. } = self;
        view! {
            <textarea
                id=name.clone()
                name=name
                maxlength=longest.map(|most| most.to_string())
                prop:value=value
                disabled=disabled
                aria-invalid=move || shown.with(Option::is_some).then_some("true")
                aria-describedby=described
                aria-required=required.then_some("true")
                on:input=typed
                on:blur=move |_| left.set(true)
            ></textarea>
        }
        .into_any()
    }

    fn one_line(self, input: Input, autocomplete: &'static str, suggestions: &'static [&'static str]) -> AnyView {
        let (described, typed) = (self.described(), self.typed());
        let value = if matches!(input, Input::Date | Input::Moment) { self.picked() } else { self.value };
        let Self { name, required, disabled, longest, shown, left, .. } = self;
        // Nothing that looks like a password, or the browser would offer to store it.
        let masked = input == Input::Secret && browser_support::masks_text();
        let kind = match input {
            Input::Date => "date",
            Input::Moment => "datetime-local",
            Input::Phone => "tel",
            Input::Secret if !masked => "password",
            _ => "text",
        };
        let mode = (input == Input::Count).then_some("numeric");
        let list_id = (!suggestions.is_empty()).then(|| format!("{name}-list"));
        let list = list_id.clone().map(|id| {
            view! {
                <datalist id=id>
                    {suggestions.iter().map(|text| view! { <option value=*text></option> }).collect_view()}
                </datalist>
            }
        });
        view! {
            <input
                id=name.clone()
                name=name
                type=kind
                inputmode=mode
                class:masked=masked
                autocomplete=if input == Input::Secret && !masked { "new-password" } else { autocomplete }
                autocapitalize=masked.then_some("off")
                spellcheck=masked.then_some("false")
                list=list_id
                maxlength=longest.map(|most| most.to_string())
                prop:value=value
                disabled=disabled
                aria-invalid=move || shown.with(Option::is_some).then_some("true")
                aria-describedby=described
                aria-required=required.then_some("true")
                on:input=typed
                on:blur=move |_| left.set(true)
            />
            {list}
        }
        .into_any()
    }

    /// The text of a date field.
    ///
    /// One whose day is being retyped reads as empty; writing that back would wipe year and month.
    fn picked(&self) -> Signal<String> {
        let (value, emptied) = (self.value, self.emptied);
        let written = move |before: Option<&String>| match (value.get(), before) {
            (text, Some(before)) if text.is_empty() && emptied.get_value() => before.clone(),
            (text, _) => text,
        };
        Memo::new(written).into()
    }
}

/// The error of a control, spoken when it appears.
#[component]
pub(crate) fn Fault(
    /// Id that the control's `aria-describedby` names.
    #[prop(into)]
    id: String,
    /// The sentence, if something is wrong.
    #[prop(into)]
    text: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div aria-live="polite">
            {move || {
                text.get()
                    .map(|text| {
                        view! {
                            <p class="error" id=id.clone()>
                                {text}
                            </p>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}

/// A choice from a list in a native select; the empty value means nothing is chosen.
#[component]
pub(crate) fn Select(
    /// `id` and `name` of the control.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    /// Sentence below the label; empty for none.
    #[prop(into, optional)]
    hint: String,
    /// Values and what they are called.
    options: Vec<(String, String)>,
    /// The words for the empty value.
    #[prop(optional, default = common::CHOOSE)]
    none: &'static str,
    /// The chosen value.
    #[prop(into)]
    value: Signal<String>,
    /// Called with the chosen value.
    on_change: Callback<String>,
    /// The fault of the choice.
    #[prop(into, default = Signal::stored(None))]
    fault: Signal<Option<String>>,
    /// Whether something must be chosen.
    #[prop(optional)]
    required: bool,
    /// Disables the control.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
) -> impl IntoView {
    let left = RwSignal::new(false);
    let shown = Memo::new(move |_| if left.get() { fault.get() } else { None });
    let ((hint_id, error_id), has_hint) = (ids(&name), !hint.is_empty());
    let described = move || match (shown.with(Option::is_some), has_hint) {
        (true, _) => Some(error_id.clone()),
        (false, true) => Some(hint_id.clone()),
        (false, false) => None,
    };
    let options = options
        .into_iter()
        .map(|(code, said)| {
            let chosen = code.clone();
            view! {
                <option value=code prop:selected=move || value.with(|value| *value == chosen)>
                    {said}
                </option>
            }
        })
        .collect_view();
    let control = view! {
        <select
            id=name.clone()
            name=name.clone()
            disabled=disabled
            aria-invalid=move || shown.with(Option::is_some).then_some("true")
            aria-describedby=described
            on:change=move |ev| on_change.run(event_target_value(&ev))
            on:blur=move |_| left.set(true)
        >
            <option value="" prop:selected=move || value.with(String::is_empty)>
                {none}
            </option>
            {options}
        </select>
    }
    .into_any();
    framed(name, label, hint, required, control, shown)
}

/// A box to tick, with a hint.
#[component]
pub(crate) fn Check(
    /// `id` and `name` of the control.
    #[prop(into)]
    name: String,
    #[prop(into)] label: String,
    /// Sentence below the label; empty for none.
    #[prop(into, optional)]
    hint: String,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Called when it changes.
    on_change: Callback<bool>,
    /// Disables the control.
    #[prop(into, default = Signal::stored(false))]
    disabled: Signal<bool>,
) -> impl IntoView {
    let (labels, id) = (name.clone(), name.clone());
    view! {
        <label class="check" for=labels>
            <input
                type="checkbox"
                id=id
                name=name
                prop:checked=checked
                disabled=disabled
                on:change=move |ev| on_change.run(event_target_checked(&ev))
            />
            <span>{label} {(!hint.is_empty()).then(|| view! { <span class="hint">{hint}</span> })}</span>
        </label>
    }
    .into_any()
}

/// A message with an icon and a heading; `kind` is `good`, `warn`, `bad` or `info`.
#[component]
pub(crate) fn Notice(
    /// Colour and icon.
    kind: &'static str,
    /// The content.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("notice notice-{kind}") role=if kind == "bad" { "alert" } else { "note" }>
            <div class="row">
                <span class="notice-icon" aria-hidden="true">
                    {icon::of(kind)}
                </span>
                <div class="stack-tight notice-text">{children()}</div>
            </div>
        </div>
    }
    .into_any()
}
