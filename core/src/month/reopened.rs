//! An answer that a step has opened again, so that the step can be taken back.

/// An answer before and after it was opened again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reopened<T> {
    /// The item or criterion it belongs to.
    pub id: String,
    before: T,
    after: T,
}

impl<T: Clone + PartialEq> Reopened<T> {
    /// Notes the answer of `id` as it stood and as it was left.
    pub fn new(id: &str, before: T, after: T) -> Self {
        Self { id: id.to_owned(), before, after }
    }

    /// The answer as it stood; `None` if somebody has answered since, so that nothing may be put back.
    pub fn restored(&self, now: &T) -> Option<T> {
        (*now == self.after).then(|| self.before.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_comes_back_unless_somebody_has_answered_since() {
        let reopened = Reopened::new("Z08", "yes", "");
        assert_eq!(reopened.restored(&""), Some("yes"));
        assert_eq!(reopened.restored(&"no"), None);
    }
}
