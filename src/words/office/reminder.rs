//! Words of reminders (催报): to a group, to one enterprise, and the list of whom to call.

use anziping_core::office::missing::{Absent, RollCall};
use anziping_core::registry::listed::ListedDetails;
use anziping_core::value::period::Period;

use super::rollup::standing;
use crate::words::common;

pub(crate) const HEADING: &str = "催报";
/// The use of the reminders.
pub(crate) const WHAT: &str =
    "文字复制好，到微信群或短信里粘贴。群通知里只有企业名称；带电话的名单自己留着打，不要发到群里。";
pub(crate) const COPY_GROUP: &str = "复制群通知";
pub(crate) const COPY_CALLS: &str = "复制名单和电话";
/// Opens the texts for one enterprise each.
pub(crate) const EACH: &str = "一家一家地催";
/// For one enterprise.
pub(crate) const COPY_ONE: &str = "复制催报";
pub(crate) const COPIED: &str = "已复制，去粘贴";
/// The browser did not copy.
pub(crate) const BY_HAND: &str = "浏览器不让复制，请在下面全选，再复制：";
/// Label of the text.
pub(crate) const TEXT: &str = "要复制的文字";
/// Nobody's telephone is known.
pub(crate) const NO_TELEPHONES: &str = "名单里还没有联系人和电话。在“企业和密钥登记”里导入带这两列的名单，这里就有。";
/// First line of the list of calls, its columns as a spreadsheet takes them.
const CALL_COLUMNS: &str = "企业\t村（社区）\t联系人\t电话\t情况";

/// An enterprise that has to be asked, with what the office's list says of it.
pub(crate) struct Asked<'a> {
    /// How it stands.
    pub absent: &'a Absent,
    /// Whom to call; empty where the list does not say.
    pub details: ListedDetails,
}

/// A message to all of them at once.
pub(crate) fn group(office: &str, period: Period, asked: &[Asked<'_>]) -> String {
    let month = common::period(period);
    let part = |wanted: RollCall, heading: String, line: fn(&Absent) -> String| {
        let wanted: Vec<&Absent> = asked.iter().map(|one| one.absent).filter(|one| one.standing == wanted).collect();
        let lines = (1..).zip(&wanted).map(|(number, absent)| format!("{number}. {}", line(absent)));
        (!wanted.is_empty()).then(|| {
            std::iter::once(heading.replace("{}", &wanted.len().to_string()))
                .chain(lines)
                .collect::<Vec<_>>()
                .join("\n")
        })
    };
    let not_sent = part(
        RollCall::NotSent,
        format!("【催报】{month}安全自评，下列 {{}} 家还没有交，请尽快填好、由负责人签名后发来："),
        |absent| absent.name.clone(),
    );
    let uncounted = part(
        RollCall::Uncounted,
        format!("下列 {{}} 家交来的{month}安全自评不能收，请按说明处理后重发："),
        |absent| format!("{}：{}", absent.name, why(absent)),
    );
    let end = "已经发过的请回一声。".to_owned();
    let office = Some(office.trim().to_owned()).filter(|office| !office.is_empty());
    not_sent.into_iter().chain(uncounted).chain([end]).chain(office).collect::<Vec<_>>().join("\n")
}

/// A message to one of them.
pub(crate) fn one(office: &str, period: Period, asked: &Asked<'_>) -> String {
    let Asked { absent, details } = asked;
    let (month, name) = (common::period(period), &absent.name);
    let to = if details.contact.is_empty() { "您好".to_owned() } else { format!("{}您好", details.contact) };
    let asks = match absent.standing {
        RollCall::Uncounted => format!("{name}交来的{month}安全自评不能收（{}），请处理后重发。", why(absent)),
        _ => format!("{name}的{month}安全自评还没有收到，请尽快填好、由负责人签名后发来。已经发过的请回一声。"),
    };
    format!("{to}：{asks}{}", office.trim())
}

/// Whom to call, a line each, to be pasted into a spreadsheet or a note.
pub(crate) fn calls(asked: &[Asked<'_>]) -> String {
    let line = |Asked { absent, details }: &Asked<'_>| {
        let how = standing(absent.standing, absent.came).1;
        [&absent.name, &details.village, &details.contact, &details.telephone, &how].map(|cell| plain(cell)).join("\t")
    };
    std::iter::once(CALL_COLUMNS.to_owned()).chain(asked.iter().map(line)).collect::<Vec<_>>().join("\n")
}

/// A cell without what would begin another one.
fn plain(cell: &str) -> String {
    cell.replace(['\t', '\n', '\r'], " ")
}

fn why(absent: &Absent) -> String {
    let said = standing(absent.standing, absent.came).1;
    said.rsplit_once('：').map_or(said.clone(), |(_, why)| why.to_owned())
}

#[cfg(test)]
mod tests {
    use anziping_core::office::missing::Came;
    use anziping_core::value::uscc::UnifiedCode;

    use super::*;

    fn absent(name: &str, standing: RollCall, came: Came) -> Absent {
        let uscc = UnifiedCode::parse("91310000MA1FL0000N").unwrap();
        Absent { uscc, name: name.into(), standing, came }
    }

    #[test]
    fn a_group_is_told_who_is_missing_and_no_telephone_number() {
        let (missing, unknown) =
            (absent("甲厂", RollCall::NotSent, Came::Nothing), absent("乙厂", RollCall::Uncounted, Came::Unregistered));
        let details = ListedDetails { contact: "张三".into(), telephone: "138".into(), ..ListedDetails::default() };
        let asked = [Asked { absent: &missing, details: details.clone() }, Asked { absent: &unknown, details }];
        let period = Period::parse("2026-11").unwrap();
        let said = group("示例街道", period, &asked);
        assert!(said.starts_with("【催报】2026年11月安全自评，下列 1 家还没有交"), "{said}");
        assert!(said.contains("\n1. 甲厂\n") && said.contains("\n1. 乙厂：密钥未登记\n"), "{said}");
        assert!(!said.contains("138") && said.ends_with("示例街道"), "{said}");
        assert!(one("示例街道", period, &asked[0]).starts_with("张三您好：甲厂的2026年11月安全自评还没有收到"));
        assert!(one("", period, &asked[1]).contains("不能收（密钥未登记）"));
        assert_eq!(calls(&asked).lines().nth(1), Some("甲厂\t\t张三\t138\t未交"));
    }
}
