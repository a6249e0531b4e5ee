//! Matches names given for hazards and risk points to posts.

use crate::trade::DutyPost;

impl DutyPost {
    /// Returns whether a text that says who does something names the post.
    ///
    /// It does so by a name of the post, alone or beside that of a person: 车间主任, 车间主任王五, 王五（车间主任）, 一班班组长. A word of two
    /// characters has to stand alone: 司机 is not in 司机长.
    pub fn is_meant(&self, who: &str) -> bool {
        let called: Vec<&str> = std::iter::once(self.name).chain(self.called.iter().copied()).flat_map(parts).collect();
        parts(who).any(|part| {
            called.iter().any(|known| {
                let is_long = known.chars().count() > 2;
                part == *known || is_long && (part.starts_with(known) || part.ends_with(known))
            })
        })
    }
}

/// The names within a text: what stands between commas, brackets and blanks.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let between = |c: char| c.is_whitespace() || "、，,；;/（）()和".contains(c);
    text.split(between).flat_map(|part| part.split("或者")).filter(|part| !part.is_empty())
}
