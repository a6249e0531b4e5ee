//! The printed forms, one at a time, shown as they will be printed.
//!
//! | module | what it holds |
//! | --- | --- |
//! | `before_print` | what is said before printing: letters without a font, texts that do not fit |
//! | `board` | 事故隐患排查治理情况公示: for the notice board |
//! | `by_post` | the lists of each post, one page a post, and the sheet on which people sign for them |
//! | `deductions` | 自评扣分汇总表: what each item that is not met takes from the total |
//! | `key` | the form by which the office learns the key: 30 digits to compare, also as a code |
//! | `ledger` | the hazard ledger of the period |
//! | `lists` | the 四张清单, generated from the profile, the check list and the ledger |
//! | `major` | 重大事故隐患报告 and 重大事故隐患治理方案 |
//! | `notice` | 隐患整改通知单: one page for each hazard |
//! | `permit` | 作业票: the form of one kind of work, blank or filled in from the register |
//! | `pictures` | makes the pictures on sheets, for word processors |
//! | `plan` | 安全风险四色分布图: drawn on the sheet that is printed |
//! | `recheck` | 隐患整改复查意见: one page for each hazard of the period |
//! | `records` | training, drills and safety expenses: filled in from the registers, or blank |
//! | `report` | the month-end report as it is handed in on paper |
//! | `shift` | the record of a shift: blank, or with the permits and hazards of a day |
//! | `sign` | safety signs, drawn by us |
//! | `special` | the special ledgers: confined spaces, special equipment, dust collectors, contractors |
//! | `statistics` | 事故隐患排查治理情况统计分析表 of a quarter or year |
//! | `supervised` | 治理后安全评估报告 and 恢复生产申请书 of supervised major hazards |
//! | `risk_cards` | notice board, card of a post, card for an emergency, from the register of risk points |
//! | `risk_control` | 安全风险分级管控清单, from the register of risk points |
//! | `sheet` | title, lines below it, what a law asks for with a form, the choice of a hazard |

mod before_print;
mod board;
mod by_post;
mod deductions;
mod key;
mod ledger;
mod lists;
mod major;
mod notice;
mod permit;
pub(super) mod pictures;
mod plan;
mod recheck;
mod records;
mod report;
mod risk_cards;
mod risk_control;
mod sheet;
mod shift;
mod sign;
mod special;
mod statistics;
mod supervised;

use leptos::prelude::*;

pub(super) use self::plan::PlanGrounds;
use crate::enterprise::paper_name;
use crate::enterprise::route::Route;
use crate::enterprise::session::Session;
use crate::ui::paper_buttons::paper_buttons;
use crate::words::common::COLON;
use crate::words::cupboard;
use crate::words::paper::{self as words, Form};
use crate::words::sheet as sheet_words;

/// The page with the form of that name.
pub(crate) fn paper_page(session: Session, code: &str) -> AnyView {
    let form = paper_name::parse(code);
    // A ledger of what the enterprise does not have would be one line more to read past.
    let is_kept = |each: &Form| match each {
        Form::Special(ledger) => session
            .profile
            .with_untracked(|profile| session.registers.with_untracked(|registers| ledger.is_kept(profile, registers))),
        _ => true,
    };
    let links = Form::ALL.into_iter().filter(|each| *each == form || is_kept(each)).map(|each| {
        let href = Route::Paper(paper_name::code(each).into()).href();
        view! {
            <li>
                <a href=href aria-current=(each == form).then_some("page")>
                    {each.title()}
                </a>
            </li>
        }
    });
    let links = links.collect_view();
    let content = self::form(session, code);
    // A choice above the form puts another one there.
    let changed = RwSignal::new(0_u32);
    let all_at_once = Route::Paper(paper_name::BOX.to_owned()).href();
    view! {
        <div
            class="page paper-page"
            data-form=paper_name::code(form)
            on:change=move |_| changed.update(|times| *times = times.wrapping_add(1))
        >
            <div class="page-head no-print">
                <h1 tabindex="-1">{words::TITLE} {COLON} {form.title()}</h1>
                <p>{words::WHAT}</p>
            </div>
            <p class="no-print">
                {cupboard::ALL_AT_ONCE}
                <a href=all_at_once data-action="to-box">
                    {cupboard::TITLE}
                </a>
            </p>
            <nav class="card no-print" aria-label=words::FORMS>
                <ul class="plain paper-forms">{links}</ul>
            </nav>
            {paper_buttons(move || file_name(session, form), pictures::drawn)}
            {before_print::before_print(form, changed)}
            {content}
        </div>
    }
    .into_any()
}

/// The form of that name as it is printed, with the choices above it that are not.
pub(crate) fn form(session: Session, code: &str) -> AnyView {
    match paper_name::parse(code) {
        Form::Report => report::report(session),
        Form::Ledger => ledger::ledger(session),
        Form::Notice => notice::notices(session, code),
        Form::Permit => permit::permits(session, code),
        Form::Board => board::board(session),
        Form::MajorReport => major::reports(session, code),
        Form::MajorPlan => major::plans(session, code),
        Form::Statistics => statistics::statistics(session, code),
        Form::Recheck => recheck::rechecks(session, code),
        Form::MajorReview => supervised::reviews(session, code),
        Form::Resume => supervised::requests(session, code),
        Form::Special(ledger) => special::ledger(session, ledger),
        Form::Deductions => deductions::deductions(session),
        Form::Duties => lists::duties(session),
        Form::Risks => lists::risks(session),
        Form::RiskControl => risk_control::risk_control(session),
        Form::RiskMap => plan::risk_map(session, code),
        Form::RiskBoard => risk_cards::board(session),
        Form::RiskCard => risk_cards::cards(session),
        Form::EmergencyCard => risk_cards::emergency(session),
        Form::Signs => sign::signs(session),
        Form::Posts => lists::posts(session),
        Form::Daily => lists::daily(session),
        Form::PostLists => by_post::lists(session),
        Form::Pledge => by_post::pledge(session),
        Form::TrainingRecord => records::training(session),
        Form::DrillRecord => records::drills(session),
        Form::ExpenseLedger => records::expenses(session),
        Form::ShiftRecord => shift::shift(session),
        Form::Key => key::key(session),
    }
}

/// The name of the file of a form, without its ending.
fn file_name(session: Session, form: Form) -> String {
    let period = session.period.to_string();
    session.enterprise.with_untracked(|enterprise| sheet_words::file_name(&enterprise.name, form.title(), &period))
}
