//! 安全风险四色分布图: drawn on the sheet that is printed.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `choice` | which plan is shown, its name and author, the paper, and the picture below it |
//! | `drawing` | the plan as SVG |
//! | `editor` | what a finger, a mouse or a key does to the plan, step by step |
//! | `legend` | what the colours mean, and the list of the risk points on a plan |
//! | `picture` | takes a picture in as the ground of a plan, and shows it |
//! | `shapes` | the list of what stands on the plan, for those who do not point |
//! | `surface` | the field over the plan that takes pointers and keys |
//! | `tools` | the tools, and the risk points that wait for their place |

mod choice;
mod drawing;
mod editor;
mod legend;
mod picture;
mod shapes;
mod surface;
mod tools;

use anziping_core::register::PlanGap;
use leptos::prelude::*;

use self::choice::Chosen;
use self::editor::Editor;
pub(in crate::enterprise) use self::picture::PlanGrounds;
use super::sheet::{asked_for, sheet_on};
use crate::enterprise::app::App;
use crate::enterprise::paper_name;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::field::Notice;
use crate::words::common;
use crate::words::paper::Form;
use crate::words::plan as words;

/// The choice of a plan, the tools, and the sheet on which it is drawn and printed.
///
/// `code` may name a plan.
pub(super) fn risk_map(session: Session, code: &str) -> AnyView {
    let app = App::get();
    let chosen = Chosen::new(session, paper_name::entry_of(code));
    // Another plan is another editor: what was undone there has nothing to do with this one.
    let shown = move || match chosen.id.get() {
        Some(id) => one(app, session, chosen, &id),
        None => view! { <p class="card no-print">{words::NONE}</p> }.into_any(),
    };
    view! {
        {choice::choice(app, session, chosen)}
        {shown}
    }
    .into_any()
}

fn one(app: App, session: Session, chosen: Chosen, id: &str) -> AnyView {
    let editor = Editor::new(session, id);
    let (plan, paper) = (editor.plan, chosen.paper);
    let line = move || {
        let name = session.enterprise.with(|enterprise| enterprise.name.trim().to_owned());
        plan.with(|plan| {
            let day = plan.drawn_on.map_or_else(String::new, common::day);
            words::line(&name, &plan.title, &plan.author, &day)
        })
    };
    let picture = picture::shown(session, plan);
    let content = view! {
        <div style:display="flex" style:flex-wrap="wrap" style:gap="0.75rem" style:align-items="flex-start">
            {surface::surface(editor, paper, picture)}
            {legend::legend(session, plan)}
        </div>
        {asked_for(Form::RiskMap)}
    };
    view! {
        {choice::particulars(app, session, editor, picture)}
        {gaps(session, editor)}
        {tools::tools(session, editor)}
        {sheet_on(session, Form::RiskMap, paper.into(), line, content)}
        {shapes::shapes(session, editor)}
    }
    .into_any()
}

/// Lists what is missing on the plan, with links to where it is entered.
fn gaps(session: Session, editor: Editor) -> AnyView {
    let gaps =
        Memo::new(move |_| editor.plan.with(|plan| session.registers.with(|registers| registers.plan_gaps(plan))));
    let row = |gap: PlanGap| {
        let said = words::gap(&gap);
        match gap {
            PlanGap::Unrated { risk, .. } => {
                let href = Route::Risks(Some(format!("risk-{risk}"))).href();
                view! {
                    <li data-gap="unrated">
                        <a href=href>{said}</a>
                    </li>
                }
                .into_any()
            }
            PlanGap::NotPlaced { .. } => view! { <li data-gap="not-placed">{said}</li> }.into_any(),
            PlanGap::Removed(_) => view! { <li data-gap="removed">{said}</li> }.into_any(),
            PlanGap::CutOff(_) => view! { <li data-gap="cut-off">{said}</li> }.into_any(),
        }
    };
    view! {
        <div class="no-print" data-before-print="true" aria-live="polite">
            {move || {
                let found = gaps.get();
                (!found.is_empty())
                    .then(|| {
                        let rows = found.into_iter().map(row).collect_view();
                        view! {
                            <Notice kind="warn">
                                <p>{words::GAPS}</p>
                                <ul>{rows}</ul>
                            </Notice>
                        }
                    })
            }}
        </div>
    }
    .into_any()
}
