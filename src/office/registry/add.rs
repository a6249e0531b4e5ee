//! Puts enterprises on the list of those expected to report, one or many at a time.

use anziping_core::value::uscc::UnifiedCode;
use leptos::prelude::*;

use super::enrol::enrol;
use super::import::Import;
use crate::office::app::OfficeApp;
use crate::platform::dom;
use crate::ui::field::{Field, Input};
use crate::words::fault;
use crate::words::office::registry as words;

#[component]
pub(super) fn Add(app: OfficeApp) -> impl IntoView {
    let round = RwSignal::new(0_u32);
    view! {
        <section class="card no-print" aria-labelledby="add">
            <h2 id="add">{words::ADD}</h2>
            <p>{words::ADD_WHY}</p>
            // Built anew after each enterprise, or its emptied fields would complain that they are empty.
            {move || {
                round.track();
                view! { <One app=app round=round /> }
            }}
            <details>
                <summary>{words::ADD_MANY}</summary>
                <div class="details-body">
                    <Many app=app />
                </div>
            </details>
            <Import app=app />
        </section>
    }
    .into_any()
}

#[component]
fn One(app: OfficeApp, round: RwSignal<u32>) -> impl IntoView {
    let (name, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let tried = RwSignal::new(false);
    let name_fault = Memo::new(move |_| name.with(|name| fault::required_line(name, words::NAME_MISSING)));
    let code_fault = Memo::new(move |_| match code.with(|code| UnifiedCode::parse(code)) {
        Err(wrong) => Some(fault::unified_code(wrong)),
        Ok(uscc) => app
            .record
            .with(|record| record.registry.enterprise(&uscc).map(|enterprise| words::already(&enterprise.name))),
    });
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        if name_fault.with_untracked(Option::is_some) {
            dom::focus_id("enterprise_name");
            return;
        }
        let (Ok(uscc), None) = (code.with_untracked(|code| UnifiedCode::parse(code)), code_fault.get_untracked())
        else {
            dom::focus_id("enterprise_uscc");
            return;
        };
        enrol(app, &[(uscc, name.get_untracked().trim().to_owned())]);
        round.update(|round| *round += 1);
        dom::reveal(Some("enterprise_name"));
    };
    view! {
        <form class="stack" novalidate on:submit=add>
            <div class="grid-2">
                <Field
                    name="enterprise_name"
                    label=words::NAME
                    value=name
                    fault=name_fault
                    eager=tried
                    on_input=Callback::new(move |text| name.set(text))
                />
                <Field
                    name="enterprise_uscc"
                    label=words::CODE
                    value=code
                    fault=code_fault
                    eager=tried
                    on_input=Callback::new(move |text| code.set(text))
                />
            </div>
            <div>
                <button type="submit" class="button" data-action="add-enterprise">
                    {words::ADD_BUTTON}
                </button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Many(app: OfficeApp) -> impl IntoView {
    let lines = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match lines.with_untracked(|text| parse(text)) {
            Ok(rows) if rows.is_empty() => wrong.set(Some(words::NAME_MISSING.into())),
            Ok(rows) => {
                wrong.set(None);
                enrol(app, &rows);
                lines.set(String::new());
                dom::scroll_to_top();
            }
            Err(said) => wrong.set(Some(said)),
        }
    };
    let typed = move |text| {
        wrong.set(None);
        lines.set(text);
    };
    view! {
        <form class="stack" novalidate on:submit=add>
            <Field
                name="enterprise_lines"
                label=words::ADD_MANY_LABEL
                hint=words::ADD_MANY_HINT
                input=Input::Lines
                value=lines
                fault=wrong
                eager=Signal::stored(true)
                on_input=Callback::new(typed)
            />
            <div>
                <button type="submit" class="button" data-action="add-enterprises">
                    {words::ADD_BUTTON}
                </button>
            </div>
        </form>
    }
    .into_any()
}

/// Reads lines of name and code in either order; blank lines are passed over.
///
/// # Errors
/// A sentence about the first line that is wrong.
fn parse(text: &str) -> Result<Vec<(UnifiedCode, String)>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(at, line)| {
            let words: Vec<&str> =
                line.split(['\t', ',', '，', ' ', '\u{3000}']).map(str::trim).filter(|word| !word.is_empty()).collect();
            row(&words).map_err(|said| words::bad_line(at + 1, &said))
        })
        .collect()
}

/// The code is the word that is one, or looks most like one; the name is what remains.
fn row(words: &[&str]) -> Result<(UnifiedCode, String), String> {
    let looks_like_code = |word: &&&str| word.len() >= 10 && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let code = words
        .iter()
        .find(|word| UnifiedCode::parse(word).is_ok())
        .or_else(|| words.iter().find(looks_like_code))
        .copied();
    let uscc = UnifiedCode::parse(code.unwrap_or_default()).map_err(fault::unified_code)?;
    let name = words.iter().filter(|word| Some(**word) != code).copied().collect::<Vec<_>>().join(" ");
    fault::required_line(&name, words::LINE_FORM).map_or(Ok((uscc, name)), Err)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_columns_of_a_spreadsheet_are_read_in_either_order() {
        let rows = parse("上海示例机械有限公司\t91310000MA1FL0000N\n\n91350100M000100Y43，福州 示例厂\n").unwrap();
        let names: Vec<_> = rows.iter().map(|(uscc, name)| (uscc.as_str(), name.as_str())).collect();
        assert_eq!(names, [("91310000MA1FL0000N", "上海示例机械有限公司"), ("91350100M000100Y43", "福州 示例厂")]);
    }

    #[test]
    fn a_wrong_line_is_named_by_its_number() {
        assert!(
            parse("甲厂 91310000MA1FL0000N\n乙厂 91310000MA1FL0000X").unwrap_err().starts_with("第 2 行：校验位不对")
        );
        assert!(parse("91310000MA1FL0000N").unwrap_err().contains("找不到企业名称"));
        let long = format!("91310000MA1FL0000N {}", "长".repeat(101));
        assert!(parse(&long).unwrap_err().starts_with("第 1 行：最多 100 个字"));
        assert!(parse("只有名称").unwrap_err().starts_with("第 1 行：请填统一社会信用代码"));
    }
}
