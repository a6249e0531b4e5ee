//! The reasons for which a cell is not taken; the row is taken without it.

use crate::hazard::HazardFault;
use crate::register::Method;

/// See the module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CellFault {
    /// No day.
    NotADay,
    /// A day without its year, and nobody said which.
    NoYear,
    /// A word for no day: 长期, 待定, —.
    NoDay,
    /// It could be two days or months: a number has lost the zeros at its end.
    TwoDays,
    /// 立即 or 3日内, and it is not known or not wanted from which day on.
    Words,
    /// Neither 一般 nor 重大, or both.
    NotAGrade,
    /// Longer than so many characters.
    TooLong(usize),
    /// A formula that was never calculated, or one that failed: open the file, let it calculate, save it.
    Formula,
    /// It contradicts what stands beside it.
    Contradiction(HazardFault),
    /// Not a whole number from 0.
    NotACount,
    /// No sum.
    NotAnAmount,
    /// A sum without a unit, and nobody said which.
    NoUnit,
    /// Neither a month nor a day.
    NotAMonth,
    /// Neither 是 nor 否.
    NotYesOrNo,
    /// No value that this letter has in this way of rating; the letters are counted from 0.
    NotAScore(Method, usize),
    /// No texts with names before them.
    NotNamed,
    /// No unified code.
    NotACode,
    /// A long number that a spreadsheet has kept as one: its last digits are gone.
    Rounded,
    /// It names nothing that is known here.
    Strange,
    /// 同上 without a row above.
    NothingAbove,
    /// The hazard has passed this stage, and the change would contradict its record.
    NotChanged,
}
