//! A measurement of gases.

use serde::{Deserialize, Serialize};

use crate::trade::Gas;
use crate::value::hundredths::hundredths;
use crate::value::moment::Moment;

/// The readings of an instrument at a moment and a place, as typed.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GasTest {
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// Where: 池口, 底部.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// 氧气.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub oxygen: String,
    /// 可燃气.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub combustible: String,
    /// 硫化氢.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sulfide: String,
    /// 一氧化碳.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub monoxide: String,
    /// The one who measured; stays in the browser.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tester: String,
}

/// How a reading stands against the limits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum GasReading {
    /// Nothing was typed.
    Missing,
    /// No number with at most two places.
    NotANumber,
    /// Below or above what is allowed.
    Outside,
    /// Within.
    Within,
}

impl GasTest {
    /// The text typed for a gas.
    pub fn typed(&self, gas: Gas) -> &str {
        match gas {
            Gas::Oxygen => &self.oxygen,
            Gas::Combustible => &self.combustible,
            Gas::Sulfide => &self.sulfide,
            Gas::Monoxide => &self.monoxide,
        }
    }

    /// Judges the reading of a gas.
    pub(super) fn reading(&self, gas: Gas) -> GasReading {
        let typed = self.typed(gas);
        if typed.trim().is_empty() {
            return GasReading::Missing;
        }
        let limits = gas.row();
        match hundredths(typed) {
            None => GasReading::NotANumber,
            Some(value) if limits.low.is_some_and(|low| value < low) => GasReading::Outside,
            Some(value) if limits.high.is_some_and(|high| value > high) => GasReading::Outside,
            Some(_) => GasReading::Within,
        }
    }
}
