//! Parses the text of a rule into its tree.

use thiserror::Error;

use super::{Comparison, Expression, Test};

/// Longest rule, in characters; one line on a wide screen, which is what people can still check by eye.
pub const MAX_SOURCE: usize = 200;
/// Deepest nesting of parentheses and `not`; keeps the recursive descent off the end of the stack.
pub const MAX_DEPTH: usize = 16;
/// Most distinct terms; explaining a rule looks at all 2^n outcomes of its terms.
pub const MAX_TERMS: usize = 12;
/// Largest number of workers a rule may name.
pub const MAX_WORKERS: u32 = 1_000_000;

/// The words with a meaning of their own in rules; no fact can have one of them as its id.
pub const RESERVED: [&str; 5] = ["always", "and", "or", "not", "workers"];

/// Why a text is not a rule, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("规则第{position}个字符处：{what}")]
pub struct RuleError {
    /// The character at which reading stopped, from 1; one past the last when the rule ends too early.
    pub position: usize,
    /// The fault at that place.
    pub what: RuleFault,
}

/// The faults in the text of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RuleFault {
    /// Nothing where a fact, `workers`, `always`, `not` or `(` must stand.
    #[error("这里缺少条件")]
    ExpectedTerm,
    /// A term where `and`, `or` or the end must stand.
    #[error("两个条件之间要写 and 或 or")]
    ExpectedJoin,
    /// A `(` that is never closed.
    #[error("括号没有闭合")]
    Unclosed,
    /// A `)` that closes nothing.
    #[error("多余的右括号")]
    Unopened,
    /// `workers` not followed by a comparison.
    #[error("workers 后面要写 <、<=、>、>= 或 ==")]
    ExpectedComparison,
    /// A comparison not followed by a whole number in range.
    #[error("这里要写 0 到 1000000 的整数")]
    ExpectedNumber,
    /// A character rules do not use; capitals and full-width signs among them.
    #[error("不能使用字符“{0}”")]
    Character(char),
    /// Longer than [`MAX_SOURCE`].
    #[error("规则超过200个字符")]
    TooLong,
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("括号或 not 嵌套超过16层")]
    TooDeep,
    /// More distinct terms than [`MAX_TERMS`].
    #[error("不同的条件超过12个")]
    TooManyTerms,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Always,
    And,
    Or,
    Not,
    Open,
    Close,
    Workers,
    Compare(Comparison),
    Number(u32),
    Name(String),
}

pub(super) fn parse(source: &str) -> Result<(Expression, Vec<Test>), RuleError> {
    let characters: Vec<char> = source.chars().collect();
    if characters.len() > MAX_SOURCE {
        return Err(fault_at(MAX_SOURCE, RuleFault::TooLong));
    }
    let mut reader = Reader { tokens: tokens(&characters)?, next: 0, end: characters.len(), terms: Vec::new() };
    let expression = reader.any(0)?;
    match reader.peek() {
        None => Ok((expression, reader.terms)),
        Some(Token::Close) => Err(reader.fault(RuleFault::Unopened)),
        Some(_) => Err(reader.fault(RuleFault::ExpectedJoin)),
    }
}

fn fault_at(index: usize, what: RuleFault) -> RuleError {
    RuleError { position: index + 1, what }
}

/// Splits a rule into tokens, each with the index of its first character.
fn tokens(characters: &[char]) -> Result<Vec<(usize, Token)>, RuleError> {
    let mut tokens = Vec::new();
    let mut rest = characters;
    while let Some(&first) = rest.first() {
        let start = characters.len() - rest.len();
        let (token, length) = match first {
            ' ' => (None, 1),
            '(' => (Some(Token::Open), 1),
            ')' => (Some(Token::Close), 1),
            '<' | '>' | '=' => {
                let (comparison, length) = match (first, rest.get(1)) {
                    ('<', Some('=')) => (Comparison::AtMost, 2),
                    ('>', Some('=')) => (Comparison::AtLeast, 2),
                    ('=', Some('=')) => (Comparison::Equal, 2),
                    ('<', _) => (Comparison::Less, 1),
                    ('>', _) => (Comparison::More, 1),
                    _ => return Err(fault_at(start, RuleFault::ExpectedComparison)),
                };
                (Some(Token::Compare(comparison)), length)
            }
            'a'..='z' | '0'..='9' => {
                let word: String = rest.iter().take_while(|c| matches!(c, 'a'..='z' | '0'..='9' | '_')).collect();
                let length = word.len();
                (Some(word_token(word, start)?), length)
            }
            other => return Err(fault_at(start, RuleFault::Character(other))),
        };
        tokens.extend(token.map(|token| (start, token)));
        rest = rest.get(length..).unwrap_or_default();
    }
    Ok(tokens)
}

fn word_token(word: String, start: usize) -> Result<Token, RuleError> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return match word.parse() {
            Ok(number) if number <= MAX_WORKERS => Ok(Token::Number(number)),
            _ => Err(fault_at(start, RuleFault::ExpectedNumber)),
        };
    }
    Ok(match word.as_str() {
        "always" => Token::Always,
        "and" => Token::And,
        "or" => Token::Or,
        "not" => Token::Not,
        "workers" => Token::Workers,
        _ => Token::Name(word),
    })
}

struct Reader {
    tokens: Vec<(usize, Token)>,
    next: usize,
    /// Number of characters, the place of faults at the end.
    end: usize,
    terms: Vec<Test>,
}

impl Reader {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(_, token)| token)
    }

    fn take(&mut self, token: &Token) -> bool {
        let found = self.peek() == Some(token);
        self.next += usize::from(found);
        found
    }

    /// A fault at the next token.
    fn fault(&self, what: RuleFault) -> RuleError {
        let index = self.tokens.get(self.next).map_or(self.end, |(at, _)| *at);
        fault_at(index, what)
    }

    fn any(&mut self, depth: usize) -> Result<Expression, RuleError> {
        let mut parts = vec![self.all(depth)?];
        while self.take(&Token::Or) {
            parts.push(self.all(depth)?);
        }
        Ok(flat(parts, Expression::Any))
    }

    fn all(&mut self, depth: usize) -> Result<Expression, RuleError> {
        let mut parts = vec![self.part(depth)?];
        while self.take(&Token::And) {
            parts.push(self.part(depth)?);
        }
        Ok(flat(parts, Expression::All))
    }

    fn part(&mut self, depth: usize) -> Result<Expression, RuleError> {
        if depth > MAX_DEPTH {
            return Err(self.fault(RuleFault::TooDeep));
        }
        let Some(token) = self.peek().cloned() else {
            return Err(self.fault(RuleFault::ExpectedTerm));
        };
        match token {
            Token::Always => {
                self.next += 1;
                Ok(Expression::Always)
            }
            Token::Not => {
                self.next += 1;
                Ok(Expression::Not(Box::new(self.part(depth + 1)?)))
            }
            Token::Open => {
                self.next += 1;
                let inner = self.any(depth + 1)?;
                match self.peek() {
                    Some(Token::Close) => {
                        self.next += 1;
                        Ok(inner)
                    }
                    None => Err(self.fault(RuleFault::Unclosed)),
                    Some(_) => Err(self.fault(RuleFault::ExpectedJoin)),
                }
            }
            Token::Name(id) => {
                let term = self.term(Test::Fact(id))?;
                self.next += 1;
                Ok(term)
            }
            Token::Workers => self.workers(),
            Token::And | Token::Or | Token::Close | Token::Compare(_) | Token::Number(_) => {
                Err(self.fault(RuleFault::ExpectedTerm))
            }
        }
    }

    fn workers(&mut self) -> Result<Expression, RuleError> {
        self.next += 1;
        let Some(Token::Compare(comparison)) = self.peek().cloned() else {
            return Err(self.fault(RuleFault::ExpectedComparison));
        };
        self.next += 1;
        let Some(Token::Number(limit)) = self.peek().cloned() else {
            return Err(self.fault(RuleFault::ExpectedNumber));
        };
        let term = self.term(Test::Workers(comparison, limit))?;
        self.next += 1;
        Ok(term)
    }

    fn term(&mut self, test: Test) -> Result<Expression, RuleError> {
        if let Some(index) = self.terms.iter().position(|known| *known == test) {
            return Ok(Expression::Term(index));
        }
        if self.terms.len() == MAX_TERMS {
            return Err(self.fault(RuleFault::TooManyTerms));
        }
        self.terms.push(test);
        Ok(Expression::Term(self.terms.len() - 1))
    }
}

/// One part stands for itself; more are joined.
fn flat(mut parts: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Expression {
    match (parts.pop(), parts.is_empty()) {
        (Some(only), true) => only,
        (last, _) => {
            parts.extend(last);
            join(parts)
        }
    }
}
