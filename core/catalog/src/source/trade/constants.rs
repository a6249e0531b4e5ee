//! Each table as Rust constants, in the types of the program's module `trade`.

use super::super::files::CitationEntry;
use super::Constants;
use super::look::{day, hundredths, month_day};
use super::rows::{
    Accidents, CertificateCount, Certificates, Daily, Dangers, Drills, Duties, Duty, Expenses, Holder, Ledgers, Levels,
    Licences, Often, Papers, Permit, PermitCount, Permits, Posts, Risks, Seasons, SignKind, Signs, Statistics,
    StatisticsFigure, TrainedPost, Training, TrainingKind,
};
use crate::{Catalogue, Citation, Confidence, Rule, spoken};

/// A text as a literal; what can be printed stays readable.
fn text(said: &str) -> String {
    format!("\"{}\"", said.chars().flat_map(char::escape_debug).collect::<String>())
}

fn list(rows: impl IntoIterator<Item = String>) -> String {
    let rows: Vec<String> = rows.into_iter().collect();
    format!("&[{}]", rows.join(", "))
}

fn constant(name: &str, of: &str, rows: impl IntoIterator<Item = String>) -> String {
    let rows: Vec<String> = rows.into_iter().collect();
    format!("pub static {name}: [{of}; {}] = [\n{}\n];\n", rows.len(), rows.join(",\n"))
}

/// A sentence of a table, printed as it stands.
fn said(name: &str, sentence: &str) -> String {
    format!("pub const {name}: &str = {};\n", text(sentence))
}

fn when(rule: &Rule) -> String {
    format!("When({})", text(rule.source()))
}

fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Verified => "Confidence::Verified",
        Confidence::Secondary => "Confidence::Secondary",
        Confidence::Unconfirmed => "Confidence::Unconfirmed",
    }
}

/// The citations of a row, as people read them.
///
/// Of a document out of force the reason why it is cited too.
fn basis(catalogue: &Catalogue, basis: &[CitationEntry]) -> String {
    list(basis.iter().map(|entry| {
        let citation = Citation::from(entry.clone());
        let short = catalogue.document(&citation.document).map_or("", |document| document.short.as_str());
        let place = format!("{short}{}", spoken(&citation.at));
        let despite = &citation.despite;
        let place = if despite.is_empty() { place } else { format!("{place}（已不是现行文本：{despite}）") };
        format!(
            "LegalSource {{ document: {}, said: {}, confidence: {} }}",
            text(&citation.document),
            text(&place),
            confidence(citation.confidence)
        )
    }))
}

fn often(often: Often) -> &'static str {
    match often {
        Often::Shift => "Often::Shift",
        Often::Day => "Often::Day",
        Often::Week => "Often::Week",
    }
}

fn duty(catalogue: &Catalogue, duty: &Duty) -> String {
    let (what, when, basis) = (text(&duty.what), when(&duty.when), basis(catalogue, &duty.basis));
    format!("Duty {{ what: {what}, when: {when}, basis: {basis} }}")
}

impl Constants for Duties {
    fn constants(&self, catalogue: &Catalogue) -> String {
        constant("DUTIES", "Duty", self.duty.iter().map(|row| duty(catalogue, row)))
    }
}

impl Constants for Posts {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let full_time = &self.full_time_officer;
        let (when_full_time, said) = (when(&full_time.when), text(&full_time.said));
        let full_time = format!(
            "pub static FULL_TIME_OFFICER: FullTime = FullTime {{ when: {when_full_time}, said: {said}, basis: {} }};\n",
            basis(catalogue, &full_time.basis)
        );
        full_time
            + &constant(
                "POSTS",
                "DutyPost",
                self.post.iter().map(|post| {
                    let holder = match post.holder {
                        None => "None",
                        Some(Holder::Principal) => "Some(Holder::Principal)",
                        Some(Holder::Officer) => "Some(Holder::Officer)",
                    };
                    let duties = list(post.duty.iter().map(|row| duty(catalogue, row)));
                    let (name, when, called) = (text(&post.name), when(&post.when), texts(&post.called));
                    format!(
                        "DutyPost {{ name: {name}, called: {called}, holder: {holder}, when: {when}, duties: {duties} }}"
                    )
                }),
            )
    }
}

impl Constants for Daily {
    fn constants(&self, catalogue: &Catalogue) -> String {
        constant(
            "DAILY",
            "Task",
            self.task.iter().map(|task| {
                format!(
                    "Task {{ often: {}, what: {}, who: {}, record: {}, when: {}, basis: {} }}",
                    often(task.often),
                    text(&task.what),
                    text(&task.who),
                    text(&task.record),
                    when(&task.when),
                    basis(catalogue, &task.basis)
                )
            }),
        )
    }
}

impl Constants for Risks {
    fn constants(&self, catalogue: &Catalogue) -> String {
        constant(
            "RISKS",
            "CommonRisk",
            self.risk.iter().map(|risk| {
                format!(
                    "CommonRisk {{ place: {}, danger: {}, measures: {}, who: {}, often: {}, when: {}, basis: {} }}",
                    text(&risk.place),
                    text(&risk.danger),
                    text(&risk.measures),
                    text(&risk.who),
                    often(risk.often),
                    when(&risk.when),
                    basis(catalogue, &risk.basis)
                )
            }),
        )
    }
}

/// Texts as a literal list.
fn texts(said: &[String]) -> String {
    list(said.iter().map(|said| text(said)))
}

impl Constants for Dangers {
    fn constants(&self, _: &Catalogue) -> String {
        let rows = self.danger.iter().map(|danger| {
            format!(
                "Danger {{ name: {}, words: {}, result: {}, measures: {}, protection: {}, emergency: {}, signs: {} }}",
                text(&danger.name),
                texts(&danger.words),
                text(&danger.result),
                text(&danger.measures),
                text(&danger.protection),
                texts(&danger.emergency),
                texts(&danger.signs)
            )
        });
        let Levels { red, orange, yellow, blue } = &self.levels;
        constant("DANGERS", "Danger", rows)
            + &constant("HELD_BY", "&str", [red, orange, yellow, blue].map(|said| text(said)))
    }
}

impl Constants for Signs {
    fn constants(&self, _: &Catalogue) -> String {
        let rows = self.sign.iter().map(|sign| {
            let kind = match sign.kind {
                SignKind::Prohibition => "SignKind::Prohibition",
                SignKind::Warning => "SignKind::Warning",
                SignKind::Mandatory => "SignKind::Mandatory",
                SignKind::Safe => "SignKind::Safe",
            };
            let proposed = sign.when.as_ref().map_or("None".to_owned(), |rule| format!("Some({})", when(rule)));
            let (id, said) = (text(&sign.id), text(&sign.text));
            format!("Sign {{ id: {id}, kind: {kind}, text: {said}, when: {proposed} }}")
        });
        constant("SIGNS", "Sign", rows)
    }
}

/// `year_end` as the name of a variant.
fn variant(id: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    id.split('_').map(capital).collect()
}

/// An enumeration of the ids of rows, with the row of each.
fn enumeration(name: &str, row: &str, ids: &[&str], derives: &str, rows: impl IntoIterator<Item = String>) -> String {
    let variants: Vec<String> = ids.iter().map(|id| variant(id)).collect();
    let all: Vec<String> = variants.iter().map(|variant| format!("Self::{variant}")).collect();
    let rows: Vec<String> = rows.into_iter().collect();
    // The type of a `static` needs no `'static`.
    let of = row.replace("'static ", "");
    let serde = if derives.contains("Serialize") { "#[serde(rename_all = \"snake_case\")]\n" } else { "" };
    format!(
        "#[derive({derives})]\n{serde}#[allow(missing_docs, reason = \"each is a row of the table\")]\npub enum {name} {{ {} }}\n\
         impl {name} {{\n    /// All rows, in the order of the table.\n    pub const ALL: [Self; {}] = [{}];\n    \
         /// The row of the table.\n    pub fn row(self) -> &'static {row} {{\n        \
         static ROWS: [{of}; {}] = [\n{}\n];\n        &ROWS[self as usize]\n    }}\n}}\n",
        variants.join(", "),
        all.len(),
        all.join(", "),
        rows.len(),
        rows.join(",\n")
    )
}

fn pair(said: &str) -> String {
    let (month, day) = month_day(said).unwrap_or_default();
    format!("({month}, {day})")
}

/// Derives for enumerations whose ids are stored in records.
const KEPT: &str = "Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize";

fn first_is_default(name: &str) -> String {
    format!("impl Default for {name} {{ fn default() -> Self {{ Self::ALL[0] }} }}\n")
}

impl Constants for Seasons {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let ids: Vec<&str> = self.season.iter().map(|season| season.id.as_str()).collect();
        let rows = self.season.iter().map(|season| {
            let span = match &season.festival {
                Some(festival) => {
                    format!("SeasonSpan::Festival {{ before: {}, after: {} }}", festival.before, festival.after)
                }
                None => {
                    format!("SeasonSpan::Days {{ from: {}, to: {} }}", pair(&season.from), pair(&season.to))
                }
            };
            let checks = season.check.iter().map(|row| {
                let (what, when) = (text(&row.what), when(&row.when));
                format!("SeasonCheck {{ what: {what}, when: {when} }}")
            });
            let (id, name, checks) = (text(&season.id), text(&season.name), list(checks));
            format!("SeasonRow {{ id: {id}, name: {name}, span: {span}, checks: {checks} }}")
        });
        let days = self.spring_festival.iter().filter_map(|said| day(said));
        let days = days.map(|(year, month, day)| format!("({year}, {month}, {day})"));
        let derives = "Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug";
        enumeration("Season", "SeasonRow", &ids, derives, rows)
            + &constant("SPRING_FESTIVAL", "(i32, u8, u8)", days)
            + &format!("pub static SEASONS_BASIS: &[LegalSource] = {};\n", basis(catalogue, &self.basis))
    }
}

impl Constants for Licences {
    fn constants(&self, catalogue: &Catalogue) -> String {
        constant(
            "LICENCES",
            "Licence",
            self.licence.iter().map(|licence| {
                format!(
                    "Licence {{ id: {}, name: {}, when: {}, lead_days: {}, todo: {}, basis: {} }}",
                    text(&licence.id),
                    text(&licence.name),
                    when(&licence.when),
                    licence.lead_days,
                    text(&licence.todo),
                    basis(catalogue, &licence.basis)
                )
            }),
        )
    }
}

impl Constants for Ledgers {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let ids: Vec<&str> = self.ledger.iter().map(|ledger| ledger.id.as_str()).collect();
        let rows = self.ledger.iter().map(|ledger| {
            format!(
                "SpecialLedgerRow {{ id: {}, name: {}, when: {}, lead_days: {}, todo: {}, duty: {}, basis: {} }}",
                text(&ledger.id),
                text(&ledger.name),
                when(&ledger.when),
                ledger.lead_days,
                text(&ledger.todo),
                text(&ledger.duty),
                basis(catalogue, &ledger.basis)
            )
        });
        enumeration("SpecialLedger", "SpecialLedgerRow", &ids, "Clone, Copy, PartialEq, Eq, Debug", rows)
    }
}

impl Constants for Papers {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let rows = self.paper.iter().map(|paper| {
            let (id, duty) = (text(&paper.id), text(&paper.duty));
            format!("Paper {{ id: {id}, duty: {duty}, basis: {} }}", basis(catalogue, &paper.basis))
        });
        constant("PAPERS", "Paper", rows)
    }
}

fn statistics_figure(figure: StatisticsFigure) -> &'static str {
    match figure {
        StatisticsFigure::GeneralCarried => "StatisticsFigure::GeneralCarried",
        StatisticsFigure::GeneralFound => "StatisticsFigure::GeneralFound",
        StatisticsFigure::GeneralClosed => "StatisticsFigure::GeneralClosed",
        StatisticsFigure::GeneralPutRight => "StatisticsFigure::GeneralPutRight",
        StatisticsFigure::GeneralOpen => "StatisticsFigure::GeneralOpen",
        StatisticsFigure::MajorCarried => "StatisticsFigure::MajorCarried",
        StatisticsFigure::MajorFound => "StatisticsFigure::MajorFound",
        StatisticsFigure::MajorClosed => "StatisticsFigure::MajorClosed",
        StatisticsFigure::MajorPutRight => "StatisticsFigure::MajorPutRight",
        StatisticsFigure::MajorOpen => "StatisticsFigure::MajorOpen",
        StatisticsFigure::PlansHazards => "StatisticsFigure::PlansHazards",
        StatisticsFigure::PlansMeasures => "StatisticsFigure::PlansMeasures",
        StatisticsFigure::PlansFunds => "StatisticsFigure::PlansFunds",
        StatisticsFigure::PlansPeople => "StatisticsFigure::PlansPeople",
        StatisticsFigure::PlansDeadline => "StatisticsFigure::PlansDeadline",
        StatisticsFigure::PlansContingency => "StatisticsFigure::PlansContingency",
        StatisticsFigure::Yuan => "StatisticsFigure::Yuan",
        StatisticsFigure::TenThousandYuan => "StatisticsFigure::TenThousandYuan",
    }
}

impl Constants for Statistics {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let groups = self.group.iter().map(|group| {
            let rows = group.row.iter().map(|row| {
                let (what, unit, figure) = (text(&row.what), text(&row.unit), statistics_figure(row.figure));
                format!("StatisticsRow {{ what: {what}, unit: {unit}, figure: {figure} }}")
            });
            let (name, rows, basis) = (text(&group.name), list(rows), basis(catalogue, &group.basis));
            format!("StatisticsGroup {{ name: {name}, rows: {rows}, basis: {basis} }}")
        });
        let (quarter, year) = (self.quarter_day, self.year_day);
        constant("STATISTICS", "StatisticsGroup", groups)
            + &format!("pub const STATISTICS_DUE: DueDays = DueDays {{ quarter: {quarter}, year: {year} }};\n")
    }
}

impl Constants for Accidents {
    fn constants(&self, _: &Catalogue) -> String {
        constant("ACCIDENT_TYPES", "&str", self.types.iter().map(|said| text(said)))
            + &constant("USUAL_ACCIDENTS", "&str", self.usual.iter().map(|said| text(said)))
    }
}

impl Constants for Expenses {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let ids: Vec<&str> = self.activity.iter().map(|activity| activity.id.as_str()).collect();
        let rows = self.activity.iter().map(|activity| {
            let base = match activity.yuan_per_tonne {
                Some(yuan) => format!("Base::Tonnes({yuan})"),
                None => {
                    let bands = activity.of_revenue.iter().map(|band| {
                        let bound = band.up_to.map_or("u64::MAX".to_owned(), |bound| bound.to_string());
                        format!("({bound}, {})", hundredths(&band.percent).unwrap_or_default())
                    });
                    format!("Base::Revenue({})", list(bands))
                }
            };
            let (name, basis) = (text(&activity.name), basis(catalogue, &activity.basis));
            format!("ActivityRow {{ name: {name}, base: {base}, basis: {basis} }}")
        });
        let activities = enumeration("Activity", "ActivityRow", &ids, KEPT, rows);
        let mut read: Vec<_> = self.uses.iter().collect();
        read.sort_by_key(|one| one.turn);
        let ids: Vec<&str> = self.uses.iter().map(|one| one.id.as_str()).collect();
        let names = self.uses.iter().map(|one| text(&one.name));
        let words = read.into_iter().map(|one| named("Category", &one.id, &one.name, &one.words));
        activities
            + &enumeration("Category", "&'static str", &ids, KEPT, names)
            + &first_is_default("Category")
            + &constant("CATEGORY_WORDS", "(Category, &[&str])", words)
            + &said("EXPENSES_SAID", &self.said)
            + &said("EXPENSES_PAUSE", &self.pause)
    }
}

/// A value with the words of sheets that mean it, the one that is written first.
fn named(of: &str, id: &str, name: &str, words: &[String]) -> String {
    let all = list(std::iter::once(text(name)).chain(words.iter().map(|word| text(word))));
    format!("({of}::{}, {all})", variant(id))
}

fn count(count: Option<CertificateCount>) -> &'static str {
    match count {
        Some(CertificateCount::SpecialOperationCertificates) => "Some(Count::SpecialOperationCertificates)",
        Some(CertificateCount::SpecialEquipmentCertificates) => "Some(Count::SpecialEquipmentCertificates)",
        None => "None",
    }
}

impl Constants for Certificates {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let ids: Vec<&str> = self.certificate.iter().map(|kind| kind.id.as_str()).collect();
        let rows = self.certificate.iter().map(|kind| {
            let (id, name, count, basis) =
                (text(&kind.id), text(&kind.name), count(kind.counts), basis(catalogue, &kind.basis));
            format!("CertificateRow {{ id: {id}, name: {name}, counts: {count}, basis: {basis} }}")
        });
        let words = self.certificate.iter().map(|kind| named("CertificateKind", &kind.id, &kind.name, &kind.words));
        let work = self.certificate.iter().map(|kind| {
            format!("(CertificateKind::{}, {})", variant(&kind.id), list(kind.work.iter().map(|word| text(word))))
        });
        enumeration("CertificateKind", "CertificateRow", &ids, KEPT, rows)
            + &first_is_default("CertificateKind")
            + &constant("CERTIFICATE_WORDS", "(CertificateKind, &[&str])", words)
            + &constant("CERTIFICATE_WORK", "(CertificateKind, &[&str])", work)
            + &constant("NO_CERTIFICATE_WORK", "&str", self.not_work.iter().map(|word| text(word)))
            + &format!("pub const WARN_DAYS: i32 = {};\n", self.warn_days)
    }
}

impl Constants for Training {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let rows = self.hours.iter().flat_map(|row| {
            row.posts.iter().map(move |post| {
                let post = match post {
                    TrainedPost::Principal => "principal",
                    TrainedPost::Officer => "officer",
                    TrainedPost::Worker => "worker",
                };
                let training = match row.training {
                    TrainingKind::Initial => "initial",
                    TrainingKind::Yearly => "yearly",
                };
                let usual = row.usual.map_or("None".to_owned(), |hours| format!("Some({hours})"));
                let (high_risk, basis) = (row.high_risk, basis(catalogue, &row.basis));
                format!(
                    "Hours {{ post: {}, training: {}, usual: {usual}, high_risk: {high_risk}, basis: {basis} }}",
                    text(post),
                    text(training)
                )
            })
        });
        constant("HOURS", "Hours", rows)
            + &format!("pub const HIGH_RISK: When = {};\n", when(&self.high_risk))
            + &format!("pub const YEARLY_WORKER: u32 = {};\n", self.local_yearly)
            + &said("TRAINING_SAID", &self.said)
    }
}

impl Constants for Drills {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let rows = self.drill.iter().map(|row| {
            format!(
                "DrillRule {{ on_site: {}, months: {}, half_yearly_months: {}, basis: {} }}",
                row.on_site,
                row.months,
                row.half_yearly_months,
                basis(catalogue, &row.basis)
            )
        });
        constant("DRILLS", "DrillRule", rows)
            + &format!("pub const HALF_YEARLY: When = {};\n", when(&self.half_yearly))
            + &said("DRILLS_SAID", &self.said)
            + &said("ON_SITE_ONLY_SAID", &self.on_site_only)
    }
}

/// A limit as an optional number of hundredths.
fn limit(limit: Option<&String>) -> String {
    limit.and_then(|said| hundredths(said)).map_or("None".to_owned(), |value| format!("Some({value})"))
}

fn permit_count(count: PermitCount) -> String {
    match count {
        PermitCount::DangerousJobs => "Count::DangerousJobs",
        PermitCount::ConfinedJobs => "Count::ConfinedJobs",
        PermitCount::MaintenanceJobs => "Count::MaintenanceJobs",
        PermitCount::SiloEntries => "Count::SiloEntries",
    }
    .to_owned()
}

fn permit(catalogue: &Catalogue, permit: &Permit) -> String {
    let levels = permit.level.iter().map(|level| {
        format!(
            "PermitLevel {{ name: {}, when: {}, hours: {}, approver: {}, tested: {}, counts: {}, basis: {} }}",
            text(&level.name),
            when(&level.when),
            level.hours,
            text(&level.approver),
            level.test,
            list(level.counts.iter().map(|count| permit_count(*count))),
            basis(catalogue, &level.basis)
        )
    });
    let fields = permit
        .field
        .iter()
        .map(|field| format!("PermitField {{ name: {}, usual: {} }}", text(&field.name), texts(&field.usual)));
    let measures = permit
        .measure
        .iter()
        .map(|measure| format!("PermitMeasure {{ id: {}, what: {} }}", text(&measure.id), text(&measure.what)));
    let test = permit.test.as_ref().map_or("None".to_owned(), |test| {
        let gases = list(test.gases.iter().map(|id| format!("Gas::{}", variant(id))));
        let said = text(&test.said);
        let (minutes, basis) = (test.minutes, basis(catalogue, &test.basis));
        format!("Some(PermitTest {{ gases: {gases}, minutes: {minutes}, said: {said}, basis: {basis} }})")
    });
    format!(
        "PermitForm {{ id: {}, name: {}, title: {}, area: {}, when: {}, certificate: {}, levels: {}, fields: {}, test: {test}, \
         measures: {}, finish: {}, sign: {}, basis: {} }}",
        text(&permit.id),
        text(&permit.name),
        text(&permit.title),
        text(&permit.area),
        when(&permit.when),
        texts(&permit.certificate),
        list(levels),
        list(fields),
        list(measures),
        texts(&permit.finish),
        texts(&permit.sign),
        basis(catalogue, &permit.basis)
    )
}

impl Constants for Permits {
    fn constants(&self, catalogue: &Catalogue) -> String {
        let gases: Vec<&str> = self.gas.iter().map(|gas| gas.id.as_str()).collect();
        let rows = self.gas.iter().map(|gas| {
            let (name, unit, basis) = (text(&gas.name), text(&gas.unit), basis(catalogue, &gas.basis));
            let (low, high) = (limit(gas.low.as_ref()), limit(gas.high.as_ref()));
            format!("GasRow {{ name: {name}, unit: {unit}, low: {low}, high: {high}, basis: {basis} }}")
        });
        let ids: Vec<&str> = self.permit.iter().map(|permit| permit.id.as_str()).collect();
        let forms = self.permit.iter().map(|row| permit(catalogue, row));
        let words = self.permit.iter().map(|row| named("PermitKind", &row.id, &row.name, &row.words));
        enumeration("Gas", "GasRow", &gases, "Clone, Copy, PartialEq, Eq, Debug", rows)
            + &enumeration("PermitKind", "PermitForm", &ids, KEPT, forms)
            + &first_is_default("PermitKind")
            + &constant("PERMIT_WORDS", "(PermitKind, &[&str])", words)
            + &said("PERMITS_SAID", &self.said)
            + &said("CONTRACTOR_AREA", &self.contractor_area)
    }
}
