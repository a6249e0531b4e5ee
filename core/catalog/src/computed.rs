//! The source of an item's counts, and the figures of the month that they are offered for.

use serde::{Deserialize, Serialize};

use crate::Rule;

/// Where the counts of a ratio come from.
///
/// Those of the screening are never typed. All others are offered to whoever answers, who may know better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Computed {
    /// Their source.
    pub from: ComputedFrom,
    /// Which of the counts the source has; the screening has one only and leaves it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
    /// For which enterprises.
    ///
    /// The others count by hand, such as underground mines whose criteria are not listed.
    #[serde(default, skip_serializing_if = "Rule::is_always")]
    pub when: Rule,
}

impl Computed {
    /// Returns whether nobody types the counts.
    pub fn is_given(&self) -> bool {
        self.from == ComputedFrom::Screening
    }

    /// Returns whether the source has the count that is named.
    pub(crate) fn fits(&self) -> bool {
        self.count.map_or(self.is_given(), |count| count.source() == self.from)
    }
}

/// The sources of counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ComputedFrom {
    /// Criteria looked at this month ÷ criteria that can apply.
    Screening,
    /// The ledger of hazards.
    Hazards,
    /// The register of people and certificates.
    People,
    /// The register of risk points.
    Risks,
    /// The register of drills.
    Drills,
    /// The register of safety expenses.
    Expenses,
    /// The register of work permits.
    Permits,
    /// The ledger of special equipment.
    Equipment,
    /// The ledger of contractors.
    Contractors,
}

/// What a ledger or register can count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Count {
    /// Hazards due by the end of the month: closed ÷ all.
    DueClosed,
    /// Hazards reported as put right: accepted and closed ÷ all.
    ReportedAccepted,
    /// Principals and safety officers: with enough hours ÷ all.
    OfficersTrained,
    /// Workers who began this month: with enough hours ÷ all.
    NewWorkersTrained,
    /// Workers due for retraining: with enough hours ÷ all.
    WorkersRetrained,
    /// People who need a special-operation certificate: who hold it ÷ all.
    SpecialOperationCertificates,
    /// People who need a special-equipment certificate: who hold it ÷ all.
    SpecialEquipmentCertificates,
    /// Risk points: rated ÷ all.
    Rated,
    /// Red and orange risk points: with measures, owner and notice ÷ all.
    HighManaged,
    /// Drills: held ÷ those that have to be.
    Held,
    /// Money: set aside this year ÷ what the rate asks for.
    SetAside,
    /// Dangerous jobs begun this month: with everything in order ÷ all.
    DangerousJobs,
    /// Entries into confined spaces begun this month: with everything in order ÷ all.
    ConfinedJobs,
    /// Maintenance begun this month: locked and tagged with everything in order ÷ all.
    MaintenanceJobs,
    /// Entries into silos, kilns and mills begun this month: with everything in order ÷ all.
    SiloEntries,
    /// Special equipment in use: whose inspection holds ÷ all.
    EquipmentInspected,
    /// Contractors and tenants: found to be qualified ÷ all.
    ContractorsQualified,
}

impl Count {
    /// The register that the count comes from.
    pub fn source(self) -> ComputedFrom {
        match self {
            Self::DueClosed | Self::ReportedAccepted => ComputedFrom::Hazards,
            Self::OfficersTrained
            | Self::NewWorkersTrained
            | Self::WorkersRetrained
            | Self::SpecialOperationCertificates
            | Self::SpecialEquipmentCertificates => ComputedFrom::People,
            Self::Rated | Self::HighManaged => ComputedFrom::Risks,
            Self::Held => ComputedFrom::Drills,
            Self::SetAside => ComputedFrom::Expenses,
            Self::DangerousJobs | Self::ConfinedJobs | Self::MaintenanceJobs | Self::SiloEntries => {
                ComputedFrom::Permits
            }
            Self::EquipmentInspected => ComputedFrom::Equipment,
            Self::ContractorsQualified => ComputedFrom::Contractors,
        }
    }
}

/// The figures of the month for which the counts of an item are offered.
///
/// So nobody types them twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// For the numerator.
    pub done: Figure,
    /// For the denominator.
    pub total: Figure,
}

/// A figure of the month that an item may fill; named as the report names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "docs/check-list.md says what each is")]
pub enum Figure {
    PostsSigned,
    PostsTotal,
    Trained,
    ToTrain,
    NewWorkersPassed,
    NewWorkers,
    CertificatesValid,
    CertificatesNeeded,
}
