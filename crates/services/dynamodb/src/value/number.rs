//! DynamoDB's numbers: 38 significant decimal digits, from 1e-130 up to, but not with, 1e126, and
//! the same below zero ("Supported data types and naming rules", DynamoDB developer guide).

use crate::errors::invalid;
use platform::{Error, Result};
use std::cmp::Ordering;
use std::fmt;
use std::iter::repeat_n;

/// The most significant digits.
const MOST_DIGITS: usize = 38;
/// The place of the first digit of the largest numbers, where that of 1 is 0.
const HIGHEST: i64 = 125;
/// The place of the first digit of the smallest numbers.
const LOWEST: i64 = -130;

/// A number: `digits` times ten to the `exponent`. No digits end in a zero, and zero is not below
/// zero, so that equal numbers are written in one way only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    negative: bool,
    digits: u128,
    exponent: i32,
}

impl Number {
    /// Zero.
    pub(crate) const ZERO: Self = Self { negative: false, digits: 0, exponent: 0 };

    /// Reads what a client wrote.
    ///
    /// # Errors
    /// What is no number, or one that cannot be kept, in AWS's words.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let unread = || match text {
            "" => invalid("The parameter cannot be converted to a numeric value"),
            _ => invalid(format!("The parameter cannot be converted to a numeric value: {text}")),
        };
        let (negative, rest) = match text.as_bytes() {
            [b'-', rest @ ..] => (true, rest),
            [b'+', rest @ ..] => (false, rest),
            rest => (false, rest),
        };
        let (mantissa, exponent) = match rest.iter().position(|byte| matches!(byte, b'e' | b'E')) {
            Some(at) => (&rest[..at], read_exponent(&rest[at + 1..]).ok_or_else(unread)?),
            None => (rest, 0),
        };
        let point = mantissa.iter().position(|byte| *byte == b'.');
        let (whole, fraction) = match point {
            Some(at) => (&mantissa[..at], &mantissa[at + 1..]),
            None => (mantissa, &[][..]),
        };
        let all_digits = whole.iter().chain(fraction).all(u8::is_ascii_digit);
        if !all_digits || whole.len() + fraction.len() == 0 {
            return Err(unread());
        }
        let digits = whole.iter().chain(fraction).map(|byte| byte - b'0');
        Self::kept(negative, digits, exponent.saturating_sub(count(fraction.len())), too_long)
    }

    /// The number of these digits, of which the last one has this place; `too_long` says what is
    /// wrong with more digits than are kept.
    fn kept(
        negative: bool,
        digits: impl Iterator<Item = u8> + Clone,
        last_place: i64,
        too_long: fn() -> Error,
    ) -> Result<Self> {
        let leading = digits.clone().take_while(|digit| *digit == 0).count();
        let all = digits.clone().count();
        if leading == all {
            return Ok(Self::ZERO);
        }
        let length = digits.clone().skip(leading).enumerate();
        let length = length.filter(|(_, digit)| *digit != 0).last().map_or(0, |(at, _)| at + 1);
        let first_place = last_place.saturating_add(count(all - leading - 1));
        if first_place > HIGHEST {
            return Err(overflow());
        }
        if first_place < LOWEST {
            return Err(invalid(
                "Number underflow. Attempting to store a number with magnitude smaller than \
                 supported range",
            ));
        }
        if length > MOST_DIGITS {
            return Err(too_long());
        }
        let kept = digits.skip(leading).take(length);
        let digits = kept.fold(0u128, |sum, digit| sum * 10 + u128::from(digit));
        let exponent = first_place - count(length - 1);
        let exponent = i32::try_from(exponent).map_err(|_| overflow())?;
        Ok(Self { negative, digits, exponent })
    }

    /// How many significant digits it has; zero has none.
    pub(crate) fn length(&self) -> usize {
        self.digits.checked_ilog10().map_or(0, |log| log as usize + 1)
    }

    /// The place of its first digit, where that of 1 is 0.
    fn first_place(&self) -> i32 {
        self.exponent + self.digits.checked_ilog10().unwrap_or(0).cast_signed()
    }

    /// Their sum.
    ///
    /// # Errors
    /// It cannot be kept.
    pub(crate) fn add(self, other: Self) -> Result<Self> {
        if self.digits == 0 {
            return Ok(other);
        }
        if other.digits == 0 {
            return Ok(self);
        }
        let (high, low) =
            if self.exponent >= other.exponent { (self, other) } else { (other, self) };
        let shift = usize::try_from(high.exponent - low.exponent).unwrap_or(usize::MAX);
        if high.length().saturating_add(shift) > WIDTH - 2 {
            // What is added is too far below the first digit to lie within 38 of it.
            return Err(overflow());
        }
        let (a, b) = (Wide::of(high.digits, shift), Wide::of(low.digits, 0));
        let (negative, digits) = match (high.negative == low.negative, a.0.cmp(&b.0)) {
            (true, _) => (high.negative, a.plus(&b)),
            (false, Ordering::Less) => (low.negative, b.minus(&a)),
            (false, _) => (high.negative, a.minus(&b)),
        };
        // A sum of too many digits is called an overflow too.
        let exponent = i64::from(low.exponent);
        Self::kept(negative, digits.0.iter().copied(), exponent, overflow)
    }

    /// What is left of it without the other.
    ///
    /// # Errors
    /// It cannot be kept.
    pub(crate) fn subtract(self, other: Self) -> Result<Self> {
        self.add(Self { negative: other.digits != 0 && !other.negative, ..other })
    }

    /// Bytes that sort as numbers do, none the beginning of another's: 1, 2 or 3 for its sign, the
    /// place of the first digit, its digits in pairs, and an end. Below zero all but the first byte
    /// are turned about.
    pub(crate) fn encode(&self, to: &mut Vec<u8>) {
        if self.digits == 0 {
            to.push(2);
            return;
        }
        let turn = if self.negative { 0xFF } else { 0 };
        to.push(if self.negative { 1 } else { 3 });
        let place = i64::from(self.first_place()) - LOWEST;
        to.push(u8::try_from(place).unwrap_or(u8::MAX) ^ turn);
        let digits = self.digits.to_string();
        for pair in digits.as_bytes().chunks(2) {
            let low = pair.get(1).map_or(0, |digit| digit - b'0');
            to.push(((pair[0] - b'0') * 10 + low + 1) ^ turn);
        }
        to.push(turn);
    }
}

/// How many digits a sum is made in.
const WIDTH: usize = 42;

/// The digits of a whole number, the first ones first.
struct Wide([u8; WIDTH]);

impl Wide {
    /// These digits and as many zeros; what does not fit is cut off at the front.
    fn of(mut digits: u128, zeros: usize) -> Self {
        let mut wide = [0; WIDTH];
        for place in wide.iter_mut().rev().skip(zeros) {
            *place = u8::try_from(digits % 10).unwrap_or(0);
            digits /= 10;
        }
        Self(wide)
    }

    fn plus(&self, other: &Self) -> Self {
        let mut sum = [0; WIDTH];
        let mut carry = 0;
        for at in (0..WIDTH).rev() {
            let digit = self.0[at] + other.0[at] + carry;
            (sum[at], carry) = (digit % 10, digit / 10);
        }
        Self(sum)
    }

    /// What is left; the other is not larger.
    fn minus(&self, other: &Self) -> Self {
        let mut left = [0; WIDTH];
        let mut borrow = 0;
        for at in (0..WIDTH).rev() {
            let digit = 10 + self.0[at] - other.0[at] - borrow;
            (left[at], borrow) = (digit % 10, u8::from(digit < 10));
        }
        Self(left)
    }
}

fn too_long() -> Error {
    invalid("Attempting to store more than 38 significant digits in a Number")
}

fn overflow() -> Error {
    invalid(
        "Number overflow. Attempting to store a number with magnitude larger than supported range",
    )
}

fn count(of: usize) -> i64 {
    i64::try_from(of).unwrap_or(i64::MAX)
}

/// What stands behind the `e`. What is beyond every number stays beyond.
fn read_exponent(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let add = |sum: i64, digit: &u8| sum.saturating_mul(10).saturating_add(i64::from(digit - b'0'));
    let size = digits.iter().fold(0, add).min(i64::MAX / 2);
    Some(if negative { -size } else { size })
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        let sign = |number: &Self| match (number.digits, number.negative) {
            (0, _) => 0,
            (_, true) => -1,
            (_, false) => 1,
        };
        let size = || {
            let widened = |number: &Self| {
                let zeros = MOST_DIGITS - number.length().min(MOST_DIGITS);
                number.digits * 10u128.pow(u32::try_from(zeros).unwrap_or(0))
            };
            let places = self.first_place().cmp(&other.first_place());
            places.then_with(|| widened(self).cmp(&widened(other)))
        };
        let signs = sign(self).cmp(&sign(other));
        signs.then_with(|| if self.negative { size().reverse() } else { size() })
    }
}

/// As DynamoDB answers it: all its digits, without an exponent.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits.to_string();
        let zeros = |count: i64| repeat_n('0', usize::try_from(count).unwrap_or(0));
        let point = count(digits.len()) + i64::from(self.exponent);
        let sign = if self.negative { "-" } else { "" };
        if self.exponent >= 0 {
            let zeros: String = zeros(i64::from(self.exponent)).collect();
            return write!(f, "{sign}{digits}{zeros}");
        }
        match usize::try_from(point) {
            Ok(point) if point > 0 => write!(f, "{sign}{}.{}", &digits[..point], &digits[point..]),
            _ => write!(f, "{sign}0.{}{digits}", zeros(-point).collect::<String>()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::samples::any_number;
    use proptest::prelude::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn refused(text: &str) -> String {
        Number::parse(text).unwrap_err().message
    }

    fn bytes(text: &str) -> Vec<u8> {
        let mut bytes = Vec::new();
        number(text).encode(&mut bytes);
        bytes
    }

    #[test]
    fn numbers_are_written_without_an_exponent() {
        let facts = [
            ("0", "0"),
            ("-0", "0"),
            ("0e1000", "0"),
            ("0.000e-9999999999999999999999", "0"),
            ("1", "1"),
            ("+3", "3"),
            ("0001.23", "1.23"),
            (".123", "0.123"),
            ("5.", "5"),
            ("-7.1234", "-7.1234"),
            ("-17e5", "-1700000"),
            ("1e+5", "100000"),
            ("12300", "12300"),
            ("1.50", "1.5"),
            ("0.00010", "0.0001"),
            ("123e-2", "1.23"),
            ("-1E-3", "-0.001"),
            ("314159265358979323846.26433832795028841", "314159265358979323846.26433832795028841"),
        ];
        for (sent, written) in facts {
            assert_eq!(number(sent).to_string(), written, "{sent}");
        }
        assert_eq!(number("1e125").to_string(), format!("1{}", "0".repeat(125)));
        assert_eq!(number("-1e-130").to_string(), format!("-0.{}1", "0".repeat(129)));
    }

    #[test]
    fn what_is_no_number_or_none_that_can_be_kept_is_refused() {
        let not = "The parameter cannot be converted to a numeric value";
        assert_eq!(refused(""), not);
        for text in [
            "b", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "--1", " 1", "1 ", "NaN", "Infinity",
            "0x1", "1_0", "1e1.5", "١",
        ] {
            assert_eq!(refused(text), format!("{not}: {text}"));
        }
        let flow =
            |how| format!("Attempting to store a number with magnitude {how} than supported range");
        for text in ["1e126", "-1e126", "11e125", "1.0e100000000", "1e99999999999999999999"] {
            assert_eq!(refused(text), format!("Number overflow. {}", flow("larger")), "{text}");
        }
        for text in ["1e-131", "-1e-131", "0.9e-130", "1e-99999999999999999999"] {
            assert_eq!(refused(text), format!("Number underflow. {}", flow("smaller")), "{text}");
        }
        for text in [
            "123456789012345678901234567890123456789",
            "-1.23456789012345678901234567890123456789",
            "314159265358979323846264338327950288419e30",
        ] {
            let message = "Attempting to store more than 38 significant digits in a Number";
            assert_eq!(refused(text), message, "{text}");
        }
        for text in ["9.99999999e125", "1234567890123456789012345678901234567800000", "1e-130"] {
            number(text);
        }
    }

    #[test]
    fn sums_are_exact_or_refused() {
        let facts = [
            ("1", "10000000000000000000000", "10000000000000000000001"),
            ("0.1", "0.2", "0.3"),
            ("-5", "5", "0"),
            ("0", "-7.5", "-7.5"),
            (
                "99999999999999999999999999999999999999",
                "1",
                "100000000000000000000000000000000000000",
            ),
            ("1e38", "-99999999999999999999999999999999999999", "1"),
            ("1e-130", "-1e-130", "0"),
            ("5e125", "-4e125", "1e125"),
        ];
        for (a, b, sum) in facts {
            assert_eq!(number(a).add(number(b)).unwrap(), number(sum), "{a} + {b}");
            assert_eq!(number(b).add(number(a)).unwrap(), number(sum), "{b} + {a}");
        }
        assert_eq!(number("5").subtract(number("7")).unwrap(), number("-2"));
        assert_eq!(number("5").subtract(number("0")).unwrap(), number("5"));
        // A sum that cannot be kept exactly is called an overflow, as one that is too large.
        for (a, b) in [("9e125", "9e125"), ("1e50", "1"), ("1e38", "0.1"), ("1e125", "1e-130")] {
            let message = number(a).add(number(b)).unwrap_err().message;
            assert!(message.starts_with("Number overflow."), "{a} + {b}: {message}");
        }
        let message = number("1.05e-129").subtract(number("1e-129")).unwrap_err().message;
        assert!(message.starts_with("Number underflow."), "{message}");
    }

    #[test]
    fn the_order_of_bytes_is_that_of_numbers() {
        let ordered = [
            "-9.99e125",
            "-1e125",
            "-100",
            "-99",
            "-10",
            "-9",
            "-1.1",
            "-1",
            "-0.11",
            "-0.1",
            "-1e-130",
            "0",
            "1e-130",
            "0.1",
            "0.11",
            "1",
            "1.01",
            "1.1",
            "9",
            "10",
            "10.5",
            "11",
            "99",
            "100",
            "1e125",
            "9.99e125",
        ];
        for pair in ordered.windows(2) {
            assert!(number(pair[0]) < number(pair[1]), "{pair:?}");
            assert!(bytes(pair[0]) < bytes(pair[1]), "{pair:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,12}|[0-9eE.+-]{0,20}") {
            if let Ok(number) = Number::parse(&text) {
                prop_assert_eq!(Number::parse(&number.to_string()).unwrap(), number);
            }
        }

        #[test]
        fn any_two_stand_as_their_bytes_do(a in any_number(), b in any_number()) {
            if let (Ok(a), Ok(b)) = (Number::parse(&a), Number::parse(&b)) {
                let (mut x, mut y) = (Vec::new(), Vec::new());
                a.encode(&mut x);
                b.encode(&mut y);
                prop_assert_eq!(a.cmp(&b), x.cmp(&y));
                prop_assert!(a == b || !x.starts_with(&y));
                if let Ok(sum) = a.add(b) {
                    prop_assert_eq!(sum.subtract(b).map_err(|_| ()), Ok(a));
                }
            }
        }

        #[test]
        fn small_numbers_add_up(a in -1_000_000_000i64..1_000_000_000, b in -1_000_000_000i64..1_000_000_000) {
            let (x, y) = (number(&a.to_string()), number(&b.to_string()));
            prop_assert_eq!(x.add(y).unwrap().to_string(), (a + b).to_string());
            prop_assert_eq!(x.subtract(y).unwrap().to_string(), (a - b).to_string());
            prop_assert_eq!(x.cmp(&y), a.cmp(&b));
        }
    }
}
