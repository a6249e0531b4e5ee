//! Lists the obstacles that keep a hazard in its stage, each leading to its field.

use anziping_core::hazard::HazardFault;
use leptos::prelude::*;

use super::entry::{at, control};
use crate::platform::dom;
use crate::ui::field::Notice;
use crate::words::{fault, hazard as words};

/// The obstacles, each leading to its field.
pub(super) fn summary(obstacles: &[HazardFault]) -> AnyView {
    let rows = obstacles
        .iter()
        .map(|&found| {
            let target = control(at(found));
            view! {
                <li>
                    <button type="button" class="button-link button" on:click=move |_| dom::reveal(Some(&target))>
                        {fault::hazard(found)}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <div id="stage-obstacles" tabindex="-1">
            <Notice kind="bad">
                <h3>{words::OBSTACLES}</h3>
                <ul>{rows}</ul>
            </Notice>
        </div>
    }
    .into_any()
}
