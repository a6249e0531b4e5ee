//! The words of ledgers for choices, written and read.

use crate::hazard::{Grade, Source, Stage};

/// The word written for a grade; `read_grade` reads it.
pub(super) fn written_grade(grade: Grade) -> &'static str {
    match grade {
        Grade::Major => "重大",
        Grade::General => "一般",
    }
}

/// The words written for how a hazard came to light; [`read_source`] reads them.
pub(super) fn written_source(source: Source) -> &'static str {
    match source {
        Source::SelfCheck => "本厂自查",
        Source::Worker => "员工报告",
        Source::Inspection => "执法检查",
    }
}

/// The word written for a stage.
pub(super) fn written_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Found => "排查",
        Stage::Registered => "登记",
        Stage::Reported => "上报",
        Stage::Monitored => "监控",
        Stage::Rectifying => "整改",
        Stage::Evaluated => "评价",
        Stage::Closed => "销号",
        Stage::Appraised => "考核",
    }
}

/// Reads how a hazard came to light, in the words ledgers use.
pub fn read_source(text: &str) -> Option<Source> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["员工", "职工", "工人", "群众", "报告"]) {
        Some(Source::Worker)
    } else if has(&["执法", "上级", "政府", "部门", "街道", "督查"]) {
        Some(Source::Inspection)
    } else if has(&["自查", "日常", "企业", "本厂", "班组", "巡查"]) {
        Some(Source::SelfCheck)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::read_grade;

    #[test]
    fn written_grades_and_sources_are_read_back() {
        for grade in [Grade::General, Grade::Major] {
            assert_eq!(read_grade(written_grade(grade)), Some(grade));
        }
        for source in Source::ALL {
            assert_eq!(read_source(written_source(source)), Some(source));
        }
    }
}
