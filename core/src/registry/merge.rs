//! Taking over what a colleague's registry knows and ours does not, with a preview of every step.
//!
//! A key that is out of use on either side is out of use afterwards: a merge never brings a key back.

use super::{Registered, RegisteredKey, Registry};
use crate::value::uscc::UnifiedCode;

/// One difference between two registries, and what merging makes of it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[allow(clippy::large_enum_variant, reason = "the steps of one preview are few and live as long as it is read")]
pub enum MergeStep {
    /// The enterprise is not here; it is added, without its keys.
    NewEnterprise {
        /// Its code.
        uscc: UnifiedCode,
        /// Its name there.
        name: String,
    },
    /// The key is not here; it is added with its status.
    NewKey {
        /// The enterprise.
        uscc: UnifiedCode,
        /// Its name there.
        name: String,
        /// The key.
        key: RegisteredKey,
    },
    /// In use here, out of use there; it goes out of use.
    OutOfUse {
        /// Name of the enterprise.
        name: String,
        /// The key as it is there.
        key: RegisteredKey,
    },
    /// Out of use here, in use there; it stays out of use.
    StaysOutOfUse {
        /// Name of the enterprise.
        name: String,
        /// The key as it is here.
        key: RegisteredKey,
    },
    /// The same enterprise under another name there; ours stays.
    OtherName {
        /// The code.
        uscc: UnifiedCode,
        /// Its name in our registry.
        ours: String,
        /// Its name in the other one.
        theirs: String,
    },
    /// The same key registered for another enterprise there: one of the two offices was deceived.
    ///
    /// Nothing is changed.
    OtherOwner {
        /// The key as it is there.
        key: RegisteredKey,
        /// Our enterprise.
        ours: String,
        /// The enterprise it belongs to there.
        theirs: String,
    },
    /// The same key for another person, role or power of attorney there; ours stays.
    OtherHolder {
        /// Name of the enterprise.
        name: String,
        /// The key as it is here.
        ours: RegisteredKey,
        /// The key as it is there.
        theirs: RegisteredKey,
    },
}

impl MergeStep {
    /// Returns whether the two registries contradict each other here, so that somebody has to ask.
    pub fn is_conflict(&self) -> bool {
        !matches!(self, Self::NewEnterprise { .. } | Self::NewKey { .. } | Self::OutOfUse { .. })
    }
}

impl Registry {
    /// Lists everything in which `theirs` differs, in its order.
    pub fn compare(&self, theirs: &Self) -> Vec<MergeStep> {
        let mut steps = Vec::new();
        for enterprise in &theirs.enterprises {
            let Registered { uscc, name, keys } = enterprise;
            match self.enterprise(uscc) {
                None => steps.push(MergeStep::NewEnterprise { uscc: uscc.clone(), name: name.clone() }),
                Some(ours) if ours.name.trim() != name.trim() => {
                    steps.push(MergeStep::OtherName {
                        uscc: uscc.clone(),
                        ours: ours.name.clone(),
                        theirs: name.clone(),
                    });
                }
                Some(_) => {}
            }
            steps.extend(keys.iter().filter_map(|key| self.compare_key(enterprise, key)));
        }
        steps
    }

    fn compare_key(&self, enterprise: &Registered, theirs: &RegisteredKey) -> Option<MergeStep> {
        let name = enterprise.name.clone();
        let Some((owner, ours)) = self.key(&theirs.kid) else {
            return Some(MergeStep::NewKey { uscc: enterprise.uscc.clone(), name, key: theirs.clone() });
        };
        if owner.uscc != enterprise.uscc {
            return Some(MergeStep::OtherOwner { key: theirs.clone(), ours: owner.name.clone(), theirs: name });
        }
        match (ours.is_active(), theirs.is_active()) {
            (true, false) => Some(MergeStep::OutOfUse { name, key: theirs.clone() }),
            (false, true) => Some(MergeStep::StaysOutOfUse { name, key: ours.clone() }),
            _ if ours.role != theirs.role
                || ours.name.trim() != theirs.name.trim()
                || ours.mandate != theirs.mandate =>
            {
                Some(MergeStep::OtherHolder { name, ours: ours.clone(), theirs: theirs.clone() })
            }
            _ => None,
        }
    }

    /// Carries out the steps that are no conflicts. Gives how many there were.
    pub fn merge(&mut self, theirs: &Self) -> usize {
        let steps: Vec<MergeStep> = self.compare(theirs).into_iter().filter(|step| !step.is_conflict()).collect();
        for step in &steps {
            match step {
                MergeStep::NewEnterprise { uscc, name } => {
                    self.enrol(uscc, name);
                }
                MergeStep::NewKey { uscc, name, key } => {
                    let ours = self.enterprise(uscc).map(|ours| ours.name.clone());
                    self.enrol(uscc, ours.as_deref().unwrap_or(name)).keys.push(key.clone());
                }
                MergeStep::OutOfUse { key, .. } => {
                    // Found active by `compare` a moment ago; a second entry for the same key cannot be in a checked
                    // registry.
                    if let Ok(ours) = self.active_key(&key.kid) {
                        ours.status = key.status.clone();
                    }
                }
                _ => {}
            }
        }
        steps.len()
    }
}
