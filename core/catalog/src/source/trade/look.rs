//! Validates each table of the trade.

use super::super::files::CitationEntry;
use super::Look;
use super::rows::{
    Accidents, Certificates, Daily, Dangers, Drills, Duties, Duty, Expenses, Gas, Ledgers, Levels, Licences, Papers,
    Permit, Permits, Posts, Risks, Season, Seasons, Signs, Statistics, StatisticsFigure, Training,
};
use crate::check::{Check, Length};
use crate::{Flaw, Rule};

fn text(check: &mut Check<'_>, at: &str, texts: &[(&str, &str)]) {
    for (name, text) in texts {
        check.text(format!("{at}/{name}"), text, Length::Required);
    }
}

/// The rule and the citations of a row; practice of the trade cites nothing.
fn scope(check: &mut Check<'_>, at: &str, when: &Rule, basis: &[CitationEntry]) {
    check.rule(format!("{at}/when"), when);
    cited(check, at, basis);
}

fn cited(check: &mut Check<'_>, at: &str, basis: &[CitationEntry]) {
    for (index, entry) in basis.iter().enumerate() {
        check.citation(&format!("{at}/basis/{index}"), &entry.clone().into());
    }
}

fn required(check: &mut Check<'_>, at: &str, basis: &[CitationEntry]) {
    if basis.is_empty() {
        check.report(format!("{at}/basis"), Flaw::NoBasis);
    }
    cited(check, at, basis);
}

fn duty(check: &mut Check<'_>, at: &str, duty: &Duty) {
    text(check, at, &[("what", &duty.what)]);
    check.rule(format!("{at}/when"), &duty.when);
    required(check, at, &duty.basis);
}

impl Look for Duties {
    fn look(&self, check: &mut Check<'_>) {
        for (index, row) in self.duty.iter().enumerate() {
            duty(check, &format!("/duty/{index}"), row);
        }
    }
}

impl Look for Posts {
    fn look(&self, check: &mut Check<'_>) {
        let full_time = &self.full_time_officer;
        text(check, "/full_time_officer", &[("said", &full_time.said)]);
        check.rule("/full_time_officer/when".into(), &full_time.when);
        required(check, "/full_time_officer", &full_time.basis);
        for (index, post) in self.post.iter().enumerate() {
            let at = format!("/post/{index}");
            text(check, &at, &[("name", &post.name)]);
            check.rule(format!("{at}/when"), &post.when);
            for (number, row) in post.duty.iter().enumerate() {
                duty(check, &format!("{at}/duty/{number}"), row);
            }
        }
    }
}

impl Look for Daily {
    fn look(&self, check: &mut Check<'_>) {
        for (index, task) in self.task.iter().enumerate() {
            let at = format!("/task/{index}");
            text(check, &at, &[("what", &task.what), ("who", &task.who), ("record", &task.record)]);
            scope(check, &at, &task.when, &task.basis);
        }
    }
}

impl Look for Risks {
    fn look(&self, check: &mut Check<'_>) {
        for (index, risk) in self.risk.iter().enumerate() {
            let at = format!("/risk/{index}");
            let texts =
                [("place", &risk.place), ("danger", &risk.danger), ("measures", &risk.measures), ("who", &risk.who)];
            text(check, &at, &texts.map(|(name, said)| (name, said.as_str())));
            scope(check, &at, &risk.when, &risk.basis);
        }
    }
}

impl Look for Dangers {
    fn look(&self, check: &mut Check<'_>) {
        let Levels { red, orange, yellow, blue } = &self.levels;
        text(check, "/levels", &[("red", red), ("orange", orange), ("yellow", yellow), ("blue", blue)]);
        for (index, danger) in self.danger.iter().enumerate() {
            let at = format!("/danger/{index}");
            let texts = [
                ("name", &danger.name),
                ("result", &danger.result),
                ("measures", &danger.measures),
                ("protection", &danger.protection),
            ];
            text(check, &at, &texts.map(|(name, said)| (name, said.as_str())));
            if danger.emergency.is_empty() {
                check.report(format!("{at}/emergency"), Flaw::Row("至少写一步应急步骤"));
            }
            for (list, said) in [("words", &danger.words), ("emergency", &danger.emergency)] {
                for (number, said) in said.iter().enumerate() {
                    check.text(format!("{at}/{list}/{number}"), said, Length::Required);
                }
            }
        }
    }
}

impl Look for Signs {
    fn look(&self, check: &mut Check<'_>) {
        for (index, sign) in self.sign.iter().enumerate() {
            let at = format!("/sign/{index}");
            text(check, &at, &[("text", &sign.text)]);
            if let Some(when) = &sign.when {
                check.rule(format!("{at}/when"), when);
            }
        }
    }
}

/// Month and day of `05-01`.
pub(super) fn month_day(said: &str) -> Option<(u8, u8)> {
    let (month, day) = said.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    let last = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].get(usize::from(month).checked_sub(1)?)?;
    (1..=*last).contains(&day).then_some((month, day))
}

/// Year, month and day of `2026-02-17`.
pub(super) fn day(said: &str) -> Option<(u16, u8, u8)> {
    let (year, rest) = said.split_once('-')?;
    let (month, day) = month_day(rest)?;
    Some((year.parse().ok()?, month, day))
}

impl Season {
    fn has_days(&self) -> bool {
        match &self.festival {
            Some(_) => self.from.is_empty() && self.to.is_empty(),
            None => month_day(&self.from).is_some() && month_day(&self.to).is_some(),
        }
    }
}

impl Look for Seasons {
    fn look(&self, check: &mut Check<'_>) {
        cited(check, "", &self.basis);
        let mut next = None;
        for (index, said) in self.spring_festival.iter().enumerate() {
            let year = day(said).map(|(year, _, _)| year);
            if year.is_none() || next.is_some_and(|next| year != Some(next)) {
                let what = Flaw::Row("写成“年-月-日”，一年一个，年份连着");
                check.report(format!("/spring_festival/{index}"), what);
            }
            next = year.map(|year| year + 1);
        }
        for (index, season) in self.season.iter().enumerate() {
            let at = format!("/season/{index}");
            text(check, &at, &[("name", &season.name)]);
            if !season.has_days() {
                check.report(format!("{at}/from"), Flaw::Row("写 from、to（月-日，如“05-01”），或者写 festival"));
            }
            for (number, row) in season.check.iter().enumerate() {
                let at = format!("{at}/check/{number}");
                text(check, &at, &[("what", &row.what)]);
                check.rule(format!("{at}/when"), &row.when);
            }
        }
    }

    fn ids(&self) -> Vec<(String, &str)> {
        ids("season", self.season.iter().map(|season| season.id.as_str()))
    }
}

fn ids<'a>(table: &str, ids: impl Iterator<Item = &'a str>) -> Vec<(String, &'a str)> {
    ids.enumerate().map(|(index, id)| (format!("/{table}/{index}/id"), id)).collect()
}

impl Look for Licences {
    fn look(&self, check: &mut Check<'_>) {
        for (index, licence) in self.licence.iter().enumerate() {
            let at = format!("/licence/{index}");
            text(check, &at, &[("name", &licence.name), ("todo", &licence.todo)]);
            scope(check, &at, &licence.when, &licence.basis);
        }
    }

    fn ids(&self) -> Vec<(String, &str)> {
        ids("licence", self.licence.iter().map(|licence| licence.id.as_str()))
    }
}

impl Look for Ledgers {
    fn look(&self, check: &mut Check<'_>) {
        for (index, ledger) in self.ledger.iter().enumerate() {
            let at = format!("/ledger/{index}");
            text(check, &at, &[("name", &ledger.name), ("todo", &ledger.todo), ("duty", &ledger.duty)]);
            check.rule(format!("{at}/when"), &ledger.when);
            required(check, &at, &ledger.basis);
        }
    }

    fn ids(&self) -> Vec<(String, &str)> {
        ids("ledger", self.ledger.iter().map(|ledger| ledger.id.as_str()))
    }
}

impl Look for Papers {
    fn look(&self, check: &mut Check<'_>) {
        for (index, paper) in self.paper.iter().enumerate() {
            let at = format!("/paper/{index}");
            text(check, &at, &[("duty", &paper.duty)]);
            required(check, &at, &paper.basis);
        }
    }

    fn ids(&self) -> Vec<(String, &str)> {
        ids("paper", self.paper.iter().map(|paper| paper.id.as_str()))
    }
}

/// The unit in which a figure is printed, where it has no choice.
fn unit_of(figure: StatisticsFigure) -> Option<&'static str> {
    match figure {
        StatisticsFigure::GeneralPutRight | StatisticsFigure::MajorPutRight => Some("%"),
        StatisticsFigure::Yuan => Some("元"),
        StatisticsFigure::TenThousandYuan => Some("万元"),
        _ => None,
    }
}

impl Look for Statistics {
    fn look(&self, check: &mut Check<'_>) {
        // A quarter may end before any month, and not every month has more days.
        for (key, day, last) in [("quarter_day", self.quarter_day, 30), ("year_day", self.year_day, 31)] {
            if !(1..=last).contains(&day) {
                check.report(format!("/{key}"), Flaw::Row("日子写成 1 到 30，年度的到 31"));
            }
        }
        for (index, group) in self.group.iter().enumerate() {
            let at = format!("/group/{index}");
            text(check, &at, &[("name", &group.name)]);
            required(check, &at, &group.basis);
            for (index, row) in group.row.iter().enumerate() {
                let at = format!("{at}/row/{index}");
                text(check, &at, &[("what", &row.what), ("unit", &row.unit)]);
                if unit_of(row.figure).is_some_and(|unit| unit != row.unit) {
                    check.report(format!("{at}/unit"), Flaw::Row("整改率的单位是 %，资金的是 元 或者 万元"));
                }
            }
        }
    }
}

impl Look for Accidents {
    fn look(&self, check: &mut Check<'_>) {
        required(check, "", &self.basis);
        for (index, said) in self.types.iter().enumerate() {
            check.text(format!("/types/{index}"), said, Length::Required);
        }
        for (index, said) in self.usual.iter().enumerate() {
            if !self.types.contains(said) {
                check.report(format!("/usual/{index}"), Flaw::Row("usual 里的要先写在 types 里"));
            }
        }
    }
}

/// Hundredths of a percent of `2.35`.
pub(super) fn hundredths(said: &str) -> Option<u64> {
    let (whole, part) = said.split_once('.').unwrap_or((said, "0"));
    let part = if part.len() == 1 { format!("{part}0") } else { part.to_owned() };
    (part.len() == 2).then_some(())?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(part.parse().ok()?)
}

impl Look for Expenses {
    fn look(&self, check: &mut Check<'_>) {
        required(check, "", &self.basis);
        text(check, "", &[("said", &self.said), ("pause", &self.pause)]);
        for (index, activity) in self.activity.iter().enumerate() {
            let at = format!("/activity/{index}");
            text(check, &at, &[("name", &activity.name)]);
            required(check, &at, &activity.basis);
            let bands = &activity.of_revenue;
            if activity.yuan_per_tonne.is_some() != bands.is_empty() {
                check.report(&at, Flaw::Row("按产量提取写 yuan_per_tonne，按收入提取写 of_revenue，两样写一样"));
            }
            let mut below = 0;
            for (number, band) in bands.iter().enumerate() {
                let at = format!("{at}/of_revenue/{number}");
                if hundredths(&band.percent).is_none() {
                    check.report(format!("{at}/percent"), Flaw::Row("百分数写成如“2.35”，最多两位小数"));
                }
                let is_last = number + 1 == bands.len();
                if band.up_to.is_none() != is_last || band.up_to.is_some_and(|bound| bound <= below) {
                    check.report(format!("{at}/up_to"), Flaw::Row("各段的上限依次加大，只有最后一段不写"));
                }
                below = band.up_to.unwrap_or(below);
            }
        }
        for (index, one) in self.uses.iter().enumerate() {
            text(check, &format!("/use/{index}"), &[("name", &one.name)]);
        }
    }

    fn ids(&self) -> Vec<(String, &str)> {
        let mut all = ids("activity", self.activity.iter().map(|activity| activity.id.as_str()));
        // The two lists do not share their ids; a fault names an id with its list.
        all.extend(ids("use", self.uses.iter().map(|one| one.id.as_str())));
        all
    }
}

impl Look for Certificates {
    fn look(&self, check: &mut Check<'_>) {
        for (index, kind) in self.certificate.iter().enumerate() {
            let at = format!("/certificate/{index}");
            text(check, &at, &[("name", &kind.name)]);
            required(check, &at, &kind.basis);
        }
    }

    fn ids(&self) -> Vec<(String, &str)> {
        ids("certificate", self.certificate.iter().map(|kind| kind.id.as_str()))
    }
}

impl Look for Training {
    fn look(&self, check: &mut Check<'_>) {
        check.rule("/high_risk".into(), &self.high_risk);
        text(check, "", &[("said", &self.said)]);
        for (index, row) in self.hours.iter().enumerate() {
            required(check, &format!("/hours/{index}"), &row.basis);
        }
    }
}

impl Look for Drills {
    fn look(&self, check: &mut Check<'_>) {
        check.rule("/half_yearly".into(), &self.half_yearly);
        text(check, "", &[("said", &self.said), ("on_site_only", &self.on_site_only)]);
        for (index, row) in self.drill.iter().enumerate() {
            let at = format!("/drill/{index}");
            required(check, &at, &row.basis);
            if row.months == 0 || row.half_yearly_months == 0 {
                check.report(format!("{at}/months"), Flaw::Row("月数从 1 起"));
            }
        }
    }
}

fn listed(check: &mut Check<'_>, at: &str, texts: &[String]) {
    for (index, said) in texts.iter().enumerate() {
        check.text(format!("{at}/{index}"), said, Length::Required);
    }
}

impl Permit {
    fn look(&self, check: &mut Check<'_>, at: &str, gases: &[Gas]) {
        text(check, at, &[("name", &self.name), ("title", &self.title)]);
        check.rule(format!("{at}/when"), &self.when);
        required(check, at, &self.basis);
        check.area_id(format!("{at}/area"), &self.area);
        for (key, texts) in [("certificate", &self.certificate), ("sign", &self.sign), ("finish", &self.finish)] {
            listed(check, &format!("{at}/{key}"), texts);
        }
        if self.level.is_empty() || self.measure.is_empty() {
            check.report(at, Flaw::Row("至少写一个 level、一条 measure"));
        }
        for (index, level) in self.level.iter().enumerate() {
            let at = format!("{at}/level/{index}");
            text(check, &at, &[("name", &level.name), ("approver", &level.approver)]);
            scope(check, &at, &level.when, &level.basis);
            if level.hours == 0 {
                check.report(format!("{at}/hours"), Flaw::Row("有效期至少1小时"));
            }
            if level.test && self.test.is_none() {
                check.report(format!("{at}/test"), Flaw::Row("要检测的级别，这种票要写 permit.test"));
            }
            if self.level.iter().take(index).any(|before| before.name == level.name) {
                check.report(format!("{at}/name"), Flaw::Row("一种票里两个级别同名"));
            }
        }
        for (index, field) in self.field.iter().enumerate() {
            let at = format!("{at}/field/{index}");
            text(check, &at, &[("name", &field.name)]);
            listed(check, &format!("{at}/usual"), &field.usual);
            if field.name.contains(['：', '；'])
                || self.field.iter().take(index).any(|before| before.name == field.name)
            {
                check.report(format!("{at}/name"), Flaw::Row("一种票里的格不同名，名字里不写“：”“；”"));
            }
        }
        for (index, measure) in self.measure.iter().enumerate() {
            let at = format!("{at}/measure/{index}");
            text(check, &at, &[("what", &measure.what)]);
            if self.measure.iter().take(index).any(|before| before.id == measure.id) {
                check.report(format!("{at}/id"), Flaw::Row("一种票里两条措施同一个 id"));
            }
        }
        let Some(test) = &self.test else { return };
        let at = format!("{at}/test");
        text(check, &at, &[("said", &test.said)]);
        required(check, &at, &test.basis);
        if test.minutes == 0 || test.gases.is_empty() {
            check.report(&at, Flaw::Row("写检测哪些气体、几分钟之内"));
        }
        for (index, id) in test.gases.iter().enumerate() {
            if !gases.iter().any(|gas| gas.id == *id) {
                check.report(format!("{at}/gases/{index}"), Flaw::Row("gases 里的要先写成一个 [[gas]]"));
            }
        }
    }
}

impl Look for Permits {
    fn look(&self, check: &mut Check<'_>) {
        text(check, "", &[("said", &self.said)]);
        check.area_id("/contractor_area".into(), &self.contractor_area);
        for (index, gas) in self.gas.iter().enumerate() {
            let at = format!("/gas/{index}");
            text(check, &at, &[("name", &gas.name), ("unit", &gas.unit)]);
            required(check, &at, &gas.basis);
            for (key, limit) in [("low", &gas.low), ("high", &gas.high)] {
                if limit.as_deref().is_some_and(|limit| hundredths(limit).is_none()) {
                    check.report(format!("{at}/{key}"), Flaw::Row("范围写成如“19.5”，最多两位小数"));
                }
            }
            if gas.low.is_none() && gas.high.is_none() {
                check.report(&at, Flaw::Row("low、high 至少写一个"));
            }
        }
        for (index, permit) in self.permit.iter().enumerate() {
            permit.look(check, &format!("/permit/{index}"), &self.gas);
        }
    }

    fn ids(&self) -> Vec<(String, &str)> {
        let mut all = ids("gas", self.gas.iter().map(|gas| gas.id.as_str()));
        all.extend(ids("permit", self.permit.iter().map(|permit| permit.id.as_str())));
        all
    }
}
