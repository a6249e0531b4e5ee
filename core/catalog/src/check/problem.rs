//! The faults that a catalogue can have.

use std::fmt;

use thiserror::Error;

/// Something wrong with a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, as a JSON pointer (RFC 6901) into the catalogue: `/elements/0/items/5/weight`.
    pub path: String,
    /// The fault at that place.
    pub what: Flaw,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}：{}", self.path, self.what)
    }
}

/// The ways in which a catalogue can be wrong.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Flaw {
    /// An id, number or clause that stands there already.
    #[error("“{0}”与前面的重复")]
    Duplicate(String),
    /// A rule or an area asks for a fact that is not declared.
    #[error("事实“{0}”未在事实表（facts.toml）中声明")]
    UnknownFact(String),
    /// The rule of a fact asks for one that is not declared before it.
    #[error("事实“{0}”没有写在本条之前，本条的 applies 不能用它")]
    LaterFact(String),
    /// An area stands for a fact that is not one of the high-risk areas.
    #[error("事实“{0}”不属于 area 组")]
    NotAnAreaFact(String),
    /// A fact takes a word of the rules' own.
    #[error("“{0}”是规则的保留字，不能作事实编号")]
    ReservedWord(String),
    /// A citation of a document that is not listed.
    #[error("文件“{0}”未在文件表（documents.toml）中列出")]
    UnknownDocument(String),
    /// An item filed under a clause its element does not have.
    #[error("子要素“{0}”不在本要素中")]
    UnknownSubElement(String),
    /// A sub-element whose clause is not below the element's.
    #[error("条号“{0}”不在本要素条号之下")]
    ForeignClause(String),
    /// Element numbers run from 1 to 8, ascending.
    #[error("要素序号 {0} 不对：应在 1 到 8 之间并依次递增")]
    ElementNumber(u8),
    /// An item's weight is 1 to 5.
    #[error("权重 {0} 超出 1 到 5")]
    Weight(u32),
    /// The weights of the elements add up to 100.
    #[error("各要素权重之和是 {0}，应为 100")]
    ElementWeights(u64),
    /// A legal basis is required.
    #[error("没有写依据")]
    NoBasis,
    /// Evidence is required.
    #[error("没有写拿什么证明")]
    NoEvidence,
    /// A ratio must say what is counted.
    #[error("比率题要写明分子和分母各是什么")]
    RatioWithoutLabel,
    /// Only a ratio counts something.
    #[error("只有比率题才写分子和分母")]
    LabelWithoutRatio,
    /// The veto speaks of an answer this kind of item does not have.
    #[error("否决条件与答题方式不符：yes_no 用 no，level 用 no 或 partly_or_no，ratio 用 below_full")]
    VetoOn,
    /// Only a ratio has counts that can be computed or offered for figures of the month.
    #[error("只有比率题才能写 computed 和 figures")]
    ComputedWithoutRatio,
    /// The item takes its counts from the screening, but the list has no criteria.
    #[error("由重大隐患对照算出，要有判定标准（criteria-….toml）")]
    ScreeningWithoutCriteria,
    /// The source has no such count, or the count is left out.
    #[error("from 写的那本台账没有这个数；各台账有哪些数见 docs/check-list.md")]
    ForeignCount,
    /// A relation names something that is not there.
    #[error("没有编号是“{0}”的题、要点、指标、判定标准、数或者事实")]
    UnknownRelated(String),
    /// The relation asks a thing for an answer that it cannot give.
    #[error(
        "“{0}”说不出这样的回答：题和要点用 met、unmet、no、unsure，比率不用 no，判定标准用 suspected、clear，数和事实用 some、none"
    )]
    CannotSay(String),
    /// A ratio can be no level.
    #[error("“{0}”是比率题，和要点的答法不同，用 follows 写明从什么回答得出什么")]
    SameScale(String),
    /// An answer that is the same as another one does not follow from something else too.
    #[error("same 和 follows 只能写一样")]
    SameAndFollows,
    /// An answer that follows from itself.
    #[error("“{0}”绕了一圈又由自己得出")]
    Circle(String),
    /// The item does not ask what the criterion asks.
    #[error("写了 same，item 就要写每月都问、否决项列出本条的题")]
    SameWithoutVeto,
    /// Only a ratio has a denominator.
    #[error("只有比率题才有分母")]
    WorkersOfNoRatio,
    /// Two items give the same figure of the month.
    #[error("前面已经有题填本月的这个数")]
    FigureTwice,
    /// A criterion names no defects one by one, or two to nine.
    #[error("逐项列出的情形有 {0} 个，应为 2 到 9 个或不列")]
    Defects(usize),
    /// A veto must say which criterion it rests on or what must be missing.
    #[error("否决项要写明判定标准条款或具体情形")]
    SilentVeto,
    /// A veto comes with its smallest case that fires and its largest that does not.
    #[error("否决项要写 {0} 这一例：写明现场情形、怎么答、什么企业")]
    MissingCase(&'static str),
    /// A case gives an answer that this kind of item cannot have.
    #[error("“{0}”不是本题的答法：level 用 yes、partly、no，yes_no 用 yes、no，ratio 用如 3/4 的两个数")]
    CaseAnswer(String),
    /// A case of which the item is not asked.
    #[error("按这一例的企业情况，本题不会问到")]
    CaseNotAsked,
    /// The case that should fire does not.
    #[error("这一例按规则不会否决")]
    CaseDoesNotFire,
    /// The case that should not fire does.
    #[error("这一例按规则会否决")]
    CaseFires,
    /// A veto or lead names a criterion that is not there.
    #[error("判定标准中没有“{0}”这一条")]
    UnknownCriterion(String),
    /// A lead must say what to compare with.
    #[error("疑似线索要写明对照哪一条判定标准")]
    SilentLead,
    /// A verified citation whose text nobody read.
    #[error("“{0}”写作已核对，但原文登记（readings.toml）中没有读过它的记录")]
    NotRead(String),
    /// A verified document without address or month of the look at it.
    #[error("文件写作已核对，要有题录地址和核对月份")]
    DocumentNotLookedAt,
    /// A verified point that cites nothing.
    #[error("要点写作已核对，但没有写依据")]
    VerifiedWithoutBasis,
    /// A basis that is no longer in force and is not explained.
    #[error("“{0}”已被代替或者失效，要用 despite 写明为什么还引用")]
    OutOfForce(String),
    /// An explanation for a document that is in force.
    #[error("文件现行有效，不用写 despite")]
    DespiteNothing,
    /// A successor without the day of the change.
    #[error("写了被什么代替，还要写 ended_on：从哪天起")]
    ReplacedWithoutDay,
    /// A text that is no address.
    #[error("地址写法不对，应如“https://www.mem.gov.cn/…”")]
    Address,
    /// An area has exactly P1, P2, P3, P4.
    #[error("每个领域的指标应依次为 P1、P2、P3、P4")]
    TargetCodes,
    /// Nothing to look at under a target.
    #[error("指标下没有检查要点")]
    NoPoints,
    /// Point ids follow from area, target and position.
    #[error("要点编号应为“{0}”")]
    PointId(String),
    /// More items, or points, than [`MAX_ITEMS`](crate::MAX_ITEMS).
    #[error("共 {0} 项，超过 2000 项")]
    TooMany(usize),
    /// A row of a table of the trade that does not say what such a row must say.
    #[error("{0}")]
    Row(&'static str),
    /// A text that must be there is empty.
    #[error("内容为空")]
    Empty,
    /// A text longer than [`MAX_TEXT`](crate::MAX_TEXT) characters.
    #[error("共 {0} 个字符，超过 300 个")]
    TooLong(usize),
    /// A character texts do not use: control, invisible, combining, unusual scripts.
    #[error("不能使用字符 U+{:04X}", u32::from(*.0))]
    Character(char),
    /// Spaces at either end.
    #[error("首尾有空格")]
    Padded,
    /// An id, clause, version or date that is not written as it must be.
    #[error("“{found}”写法不对，应如“{example}”")]
    Form {
        /// The text in its place.
        found: String,
        /// A right one.
        example: &'static str,
    },
}
