//! Why a query cannot be answered: a code and a sentence, as the page "List of SELECT Object Content
//! Error Codes" and answers of S3 have them.

use std::fmt;

/// Why a query cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// One of [`CODES`].
    pub code: &'static str,
    /// What is wrong, for the caller.
    pub message: String,
}

/// The result of whatever may be refused.
pub type Result<T> = std::result::Result<T, Refusal>;

impl Refusal {
    /// A refusal. Its code must be one of [`CODES`].
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        debug_assert!(CODES.contains(&code), "{code}");
        Self { code, message: message.into() }
    }

    /// The same of something at a place of the expression.
    pub(crate) fn at(code: &'static str, message: &str, place: Place) -> Self {
        Self::new(code, format!("{message} at {place}."))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

impl std::error::Error for Refusal {}

/// A place in an expression; both count from 1, columns in characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// A record, of the input or of the result, is too long.
pub(crate) fn too_long() -> Refusal {
    Refusal::new(
        "OverMaxRecordSize",
        "The character number in one record is more than our max threshold, maxCharsPerRecord: \
         1,048,576",
    )
}

/// Bytes that are no UTF-8.
pub(crate) fn not_utf8(near: u64) -> Refusal {
    let near = grouped(near);
    Refusal::new(
        "InvalidTextEncoding",
        format!("UTF-8 encoding is required. The text encoding error was found near byte {near}."),
    )
}

/// A number with commas between its thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The query is deeper or wider than it may be.
pub(crate) fn too_complex() -> Refusal {
    Refusal::new(
        "MaxOperatorsExceeded",
        "Failed to parse SQL expression, try reducing complexity. For example, reduce number of \
         operators used.",
    )
}

/// All codes of refusals.
pub const CODES: &[&str] = &[
    "AmbiguousFieldName",
    "CSVEscapingRecordDelimiter",
    "CSVUnescapedQuote",
    "CastFailed",
    "EvaluatorInvalidArguments",
    "EvaluatorInvalidTimestampFormatPattern",
    "EvaluatorInvalidTimestampFormatPatternSymbol",
    "EvaluatorLikePatternInvalidEscapeSequence",
    "EvaluatorNegativeLimit",
    "EvaluatorUnterminatedTimestampFormatPatternToken",
    "ExpressionTooLong",
    "ExternalEvalException",
    "IllegalSqlFunctionArgument",
    "IncorrectSqlFunctionArgumentType",
    "IntegerOverflow",
    "InvalidColumnIndex",
    "InvalidCompressionFormat",
    "InvalidDataSource",
    "InvalidKeyPath",
    "InvalidTableAlias",
    "InvalidTextEncoding",
    "JSONParsingError",
    "LexerInvalidChar",
    "LexerInvalidIONLiteral",
    "LexerInvalidLiteral",
    "LikeInvalidInputs",
    "MaxOperatorsExceeded",
    "MissingHeaders",
    "MultipleDataSourcesUnsupported",
    "OverMaxParquetBlockSize",
    "OverMaxRecordSize",
    "ParquetParsingError",
    "ParquetUnsupportedCompressionCodec",
    "ParseAsteriskIsNotAloneInSelectList",
    "ParseEmptySelect",
    "ParseExpectedArgumentDelimiter",
    "ParseExpectedDatePart",
    "ParseExpectedExpression",
    "ParseExpectedIdentForAlias",
    "ParseExpectedKeyword",
    "ParseExpectedLeftParenAfterCast",
    "ParseExpectedLeftParenBuiltinFunctionCall",
    "ParseExpectedNumber",
    "ParseExpectedRightParenBuiltinFunctionCall",
    "ParseExpectedTokenType",
    "ParseExpectedTypeName",
    "ParseExpectedWhenClause",
    "ParseInvalidContextForWildcardInSelectList",
    "ParseInvalidPathComponent",
    "ParseNonUnaryAgregateFunctionCall",
    "ParseSelectMissingFrom",
    "ParseUnExpectedKeyword",
    "ParseUnexpectedOperator",
    "ParseUnexpectedTerm",
    "ParseUnexpectedToken",
    "ParseUnsupportedCallWithStar",
    "ParseUnsupportedSelect",
    "TruncatedInput",
    "UnsupportedFunction",
    "UnsupportedParquetType",
    "UnsupportedSqlStructure",
    "UnsupportedSyntax",
    "ValueParseFailure",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas_as_in_s3s_sentence() {
        for (number, text) in [(0, "0"), (999, "999"), (8192, "8,192"), (1_048_576, "1,048,576")] {
            assert_eq!(grouped(number), text);
        }
    }
}
