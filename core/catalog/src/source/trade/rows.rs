//! The rows of each table, with the keys people type.

use serde::Deserialize;

use super::super::files::CitationEntry;
use crate::Rule;

/// How often something is done.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum Often {
    Shift,
    Day,
    Week,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Duty {
    pub(super) what: String,
    #[serde(default)]
    pub(super) when: Rule,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Duties {
    pub(super) duty: Vec<Duty>,
}

/// The field of the enterprise that names the holder of a post.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum Holder {
    Principal,
    Officer,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Post {
    pub(super) name: String,
    /// The name of the post in tables of tasks and risks.
    #[serde(default)]
    pub(super) called: Vec<String>,
    pub(super) holder: Option<Holder>,
    #[serde(default)]
    pub(super) when: Rule,
    pub(super) duty: Vec<Duty>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FullTime {
    pub(super) when: Rule,
    pub(super) said: String,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Posts {
    pub(super) full_time_officer: FullTime,
    pub(super) post: Vec<Post>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Task {
    pub(super) often: Often,
    pub(super) what: String,
    pub(super) who: String,
    pub(super) record: String,
    #[serde(default)]
    pub(super) when: Rule,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Daily {
    pub(super) task: Vec<Task>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Risk {
    pub(super) place: String,
    pub(super) danger: String,
    pub(super) measures: String,
    pub(super) who: String,
    pub(super) often: Often,
    #[serde(default)]
    pub(super) when: Rule,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Risks {
    pub(super) risk: Vec<Risk>,
}

/// The posts that hold risks of each level.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Levels {
    pub(super) red: String,
    pub(super) orange: String,
    pub(super) yellow: String,
    pub(super) blue: String,
}

/// A kind of accident, with what papers on the wall say about it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Danger {
    pub(super) name: String,
    #[serde(default)]
    pub(super) words: Vec<String>,
    pub(super) result: String,
    pub(super) measures: String,
    pub(super) protection: String,
    pub(super) emergency: Vec<String>,
    #[serde(default)]
    pub(super) signs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dangers {
    pub(super) levels: Levels,
    pub(super) danger: Vec<Danger>,
}

/// The four kinds of safety signs.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum SignKind {
    Prohibition,
    Warning,
    Mandatory,
    Safe,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sign {
    pub(super) id: String,
    pub(super) kind: SignKind,
    pub(super) text: String,
    /// Left out where only a risk point proposes it.
    pub(super) when: Option<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signs {
    pub(super) sign: Vec<Sign>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Festival {
    pub(super) before: u8,
    pub(super) after: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeasonCheck {
    pub(super) what: String,
    #[serde(default)]
    pub(super) when: Rule,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Season {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) from: String,
    #[serde(default)]
    pub(super) to: String,
    pub(super) festival: Option<Festival>,
    pub(super) check: Vec<SeasonCheck>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seasons {
    pub(super) basis: Vec<CitationEntry>,
    pub(super) spring_festival: Vec<String>,
    pub(super) season: Vec<Season>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Licence {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) when: Rule,
    pub(super) lead_days: u8,
    pub(super) todo: String,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Licences {
    pub(super) licence: Vec<Licence>,
}

/// A ledger of things that a law asks for by themselves.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ledger {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) when: Rule,
    pub(super) lead_days: u8,
    pub(super) todo: String,
    pub(super) duty: String,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ledgers {
    pub(super) ledger: Vec<Ledger>,
}

/// A paper that a law asks for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Paper {
    pub(super) id: String,
    pub(super) duty: String,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Papers {
    pub(super) paper: Vec<Paper>,
}

/// A figure of the statutory table of hazards.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum StatisticsFigure {
    GeneralCarried,
    GeneralFound,
    GeneralClosed,
    GeneralPutRight,
    GeneralOpen,
    MajorCarried,
    MajorFound,
    MajorClosed,
    MajorPutRight,
    MajorOpen,
    PlansHazards,
    PlansMeasures,
    PlansFunds,
    PlansPeople,
    PlansDeadline,
    PlansContingency,
    Yuan,
    TenThousandYuan,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatisticsRow {
    pub(super) what: String,
    pub(super) unit: String,
    pub(super) figure: StatisticsFigure,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatisticsGroup {
    pub(super) name: String,
    pub(super) row: Vec<StatisticsRow>,
    pub(super) basis: Vec<CitationEntry>,
}

/// The statutory table of hazards; another form of it is another file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Statistics {
    /// Day of the month after a quarter.
    pub(super) quarter_day: u8,
    /// Day of January after a year.
    pub(super) year_day: u8,
    pub(super) group: Vec<StatisticsGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Accidents {
    pub(super) basis: Vec<CitationEntry>,
    pub(super) types: Vec<String>,
    /// Those offered first, before there is a ledger to go by.
    pub(super) usual: Vec<String>,
}

/// A band of revenue; without `up_to` it is the last one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Band {
    pub(super) up_to: Option<u64>,
    /// `2.35` for 2.35 %.
    pub(super) percent: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Activity {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) yuan_per_tonne: Option<u64>,
    #[serde(default)]
    pub(super) of_revenue: Vec<Band>,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Use {
    pub(super) id: String,
    pub(super) name: String,
    /// Other words of sheets that mean it.
    #[serde(default)]
    pub(super) words: Vec<String>,
    /// The words of sheets are looked for in this order; narrower ones first.
    #[serde(default)]
    pub(super) turn: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Expenses {
    pub(super) basis: Vec<CitationEntry>,
    /// Printed beside the choice of an activity.
    pub(super) said: String,
    /// When setting aside may pause.
    pub(super) pause: String,
    pub(super) activity: Vec<Activity>,
    #[serde(rename = "use")]
    pub(super) uses: Vec<Use>,
}

/// The counts of items that go by the kind of a certificate.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum CertificateCount {
    SpecialOperationCertificates,
    SpecialEquipmentCertificates,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Certificate {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(default)]
    pub(super) words: Vec<String>,
    /// Words in the names of trades that need it.
    #[serde(default)]
    pub(super) work: Vec<String>,
    /// The count of items that its holders go into.
    pub(super) counts: Option<CertificateCount>,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Certificates {
    pub(super) warn_days: u8,
    /// Words in the names of trades that need none, whatever else stands there.
    pub(super) not_work: Vec<String>,
    pub(super) certificate: Vec<Certificate>,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum TrainedPost {
    Principal,
    Officer,
    Worker,
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "snake_case")]
pub(super) enum TrainingKind {
    Initial,
    Yearly,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hours {
    pub(super) posts: Vec<TrainedPost>,
    pub(super) training: TrainingKind,
    /// Left out where no rule has a figure.
    pub(super) usual: Option<u32>,
    pub(super) high_risk: u32,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Training {
    pub(super) high_risk: Rule,
    pub(super) local_yearly: u32,
    pub(super) said: String,
    pub(super) hours: Vec<Hours>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Drill {
    pub(super) on_site: bool,
    pub(super) months: u32,
    pub(super) half_yearly_months: u32,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Drills {
    /// How often what is drilled.
    pub(super) said: String,
    /// The enterprises that may have on-site plans only.
    pub(super) on_site_only: String,
    pub(super) half_yearly: Rule,
    pub(super) drill: Vec<Drill>,
}

/// The counts of items that a permit goes into.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum PermitCount {
    DangerousJobs,
    ConfinedJobs,
    MaintenanceJobs,
    SiloEntries,
}

/// A gas that is measured, with what is allowed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gas {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) unit: String,
    /// `19.5`, itself allowed.
    pub(super) low: Option<String>,
    pub(super) high: Option<String>,
    pub(super) basis: Vec<CitationEntry>,
}

/// A level of a kind of work.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PermitLevel {
    pub(super) name: String,
    #[serde(default)]
    pub(super) when: Rule,
    pub(super) hours: u32,
    pub(super) approver: String,
    /// Whether gases have to be measured.
    #[serde(default)]
    pub(super) test: bool,
    pub(super) counts: Vec<PermitCount>,
    pub(super) basis: Vec<CitationEntry>,
}

/// A field that only this kind asks for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PermitField {
    pub(super) name: String,
    #[serde(default)]
    pub(super) usual: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PermitMeasure {
    pub(super) id: String,
    pub(super) what: String,
}

/// Which gases are measured, and how long before work.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PermitTest {
    pub(super) gases: Vec<String>,
    pub(super) minutes: u32,
    pub(super) said: String,
    /// The sources for gases and times.
    pub(super) basis: Vec<CitationEntry>,
}

/// A form of work permit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Permit {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) title: String,
    /// Other words of sheets that mean it.
    #[serde(default)]
    pub(super) words: Vec<String>,
    #[serde(default)]
    pub(super) area: String,
    #[serde(default)]
    pub(super) when: Rule,
    /// Words in the certificates that workers need.
    #[serde(default)]
    pub(super) certificate: Vec<String>,
    pub(super) sign: Vec<String>,
    pub(super) finish: Vec<String>,
    pub(super) test: Option<PermitTest>,
    pub(super) level: Vec<PermitLevel>,
    #[serde(default)]
    pub(super) field: Vec<PermitField>,
    pub(super) measure: Vec<PermitMeasure>,
    pub(super) basis: Vec<CitationEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Permits {
    /// The sources of permits, beside the register.
    pub(super) said: String,
    /// The area whose P3 takes in the work of contractors, whatever its kind.
    pub(super) contractor_area: String,
    pub(super) gas: Vec<Gas>,
    pub(super) permit: Vec<Permit>,
}
