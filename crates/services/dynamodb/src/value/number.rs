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
        Self::kept(negative, whole.iter().chain(fraction).map(|byte| byte - b'0'), {
            exponent.saturating_sub(count(fraction.len()))
        })
    }

    /// The number of these digits, of which the last one has this place.
    fn kept(
        negative: bool,
        digits: impl Iterator<Item = u8> + Clone,
        last_place: i64,
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
            return Err(invalid("Attempting to store more than 38 significant digits in a Number"));
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
        let sum = Self::kept(negative, digits.0.iter().copied(), i64::from(low.exponent));
        sum.map_err(|_| overflow())
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
