//! Numbers to the base of ten, of at most 38 digits.

use std::cmp::Ordering;
use std::fmt;

/// So many digits a number has at most.
const DIGITS: usize = 38;
/// Exponents further out are no numbers of records.
const MAX_SCALE: i32 = 400;

/// A number: its digits, and how many of them stand behind the point.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decimal {
    digits: i128,
    scale: i32,
}

impl Decimal {
    /// A whole number.
    pub(crate) fn whole(number: i64) -> Self {
        Self { digits: number.into(), scale: 0 }
    }

    /// A number of these digits, of which so many stand behind the point; `None` beyond 38 digits or far
    /// out.
    pub(crate) fn of(digits: i128, scale: i32) -> Option<Self> {
        let fits = digits.unsigned_abs() < 10_u128.pow(38) && scale.abs() <= MAX_SCALE;
        fits.then_some(Self { digits, scale })
    }

    /// Reads `-1.5e3`. Digits beyond the 38th behind the point are left out.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (negative, unsigned) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (before, behind) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        if before.is_empty() && behind.is_empty() {
            return None;
        }
        let (mut digits, mut scale, mut count) = (0_i128, 0_i32, 0);
        for (index, byte) in before.bytes().chain(behind.bytes()).enumerate() {
            if !byte.is_ascii_digit() {
                return None;
            }
            let is_behind = index >= before.len();
            if count >= DIGITS {
                if !is_behind {
                    return None;
                }
                continue;
            }
            digits = digits * 10 + i128::from(byte - b'0');
            count += usize::from(digits != 0);
            scale += i32::from(is_behind);
        }
        let digits = if negative { -digits } else { digits };
        Self::of(digits, scale.checked_sub(exponent)?)
    }

    /// The digits without the point.
    pub(crate) fn digits(&self) -> i128 {
        self.digits
    }

    /// How many digits stand behind the point.
    pub(crate) fn scale(&self) -> i32 {
        self.scale
    }

    /// The nearest binary number.
    pub(crate) fn to_f64(self) -> f64 {
        format!("{}e{}", self.digits, -self.scale).parse().unwrap_or(f64::NAN)
    }

    /// The whole part, if it is one of 64 bits.
    pub(crate) fn to_i64(self) -> Option<i64> {
        let whole = match u32::try_from(self.scale) {
            Ok(scale) if scale <= 38 => self.digits / 10_i128.pow(scale),
            Ok(_) => 0,
            Err(_) => self.digits.checked_mul(10_i128.checked_pow(self.scale.unsigned_abs())?)?,
        };
        whole.try_into().ok()
    }

    /// Both with as many digits behind the point.
    fn aligned(self, other: Self) -> Option<(i128, i128, i32)> {
        let scale = self.scale.max(other.scale);
        let widen = |it: Self| {
            let by = 10_i128.checked_pow(u32::try_from(scale - it.scale).ok()?)?;
            it.digits.checked_mul(by)
        };
        Some((widen(self)?, widen(other)?, scale))
    }

    pub(crate) fn add(self, other: Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other)?;
        Self::of(left.checked_add(right)?, scale)
    }

    pub(crate) fn multiply(self, other: Self) -> Option<Self> {
        Self::of(self.digits.checked_mul(other.digits)?, self.scale.checked_add(other.scale)?)
    }

    /// The quotient to as many digits as there is room for; `None` for a division by zero as well.
    pub(crate) fn divide(self, other: Self) -> Option<Self> {
        if other.digits == 0 {
            return None;
        }
        let (mut digits, mut scale) = (self.digits, self.scale.checked_sub(other.scale)?);
        while digits != 0 && digits % other.digits != 0 {
            let Some(more) = digits.checked_mul(10) else { break };
            (digits, scale) = (more, scale + 1);
        }
        let mut quotient = digits / other.digits;
        if quotient.unsigned_abs() >= 10_u128.pow(38) {
            (quotient, scale) = (quotient / 10, scale - 1);
        }
        Self::of(quotient, scale)
    }

    pub(crate) fn remainder(self, other: Self) -> Option<Self> {
        let (left, right, scale) = self.aligned(other)?;
        Self::of(left.checked_rem(right)?, scale)
    }

    pub(crate) fn negate(self) -> Self {
        Self { digits: -self.digits, scale: self.scale }
    }

    pub(crate) fn compare(self, other: Self) -> Ordering {
        match self.aligned(other) {
            Some((left, right, _)) => left.cmp(&right),
            None => self.to_f64().total_cmp(&other.to_f64()),
        }
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.compare(*other) == Ordering::Equal
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        match usize::try_from(self.scale) {
            Ok(0) => write!(f, "{sign}{digits}"),
            Ok(scale) if scale <= 60 => {
                let digits = format!("{digits:0>width$}", width = scale + 1);
                let (before, behind) = digits.split_at(digits.len() - scale);
                write!(f, "{sign}{before}.{behind}")
            }
            _ => write!(f, "{sign}{digits}E{:+}", -self.scale),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_written_as_they_were_read() {
        for (text, written) in [
            ("1.50", "1.50"),
            ("-0.5", "-0.5"),
            (".5", "0.5"),
            ("1e3", "1E+3"),
            ("12e-1", "1.2"),
            ("99999999999999999999999999999999999999", "99999999999999999999999999999999999999"),
        ] {
            assert_eq!(read(text).to_string(), written);
        }
        for text in ["", ".", "1.2.3", "a", "1e999999999999", "1e9999", "-", "1_0"] {
            assert!(Decimal::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn sums_products_and_quotients() {
        let (a, b) = (read("1.5"), read("-0.25"));
        assert_eq!(a.add(b).unwrap().to_string(), "1.25");
        assert_eq!(a.multiply(b).unwrap().to_string(), "-0.375");
        assert_eq!(a.divide(b).unwrap(), read("-6"));
        assert_eq!(a.remainder(read("1")).unwrap(), read("0.5"));
        let third = Decimal::whole(1).divide(Decimal::whole(3)).unwrap().to_string();
        assert!(third.starts_with("0.3333333333333333333333333333333"), "{third}");
        assert!(a.divide(read("0")).is_none() && a.remainder(read("0")).is_none());
        assert_eq!(read("1.0").compare(read("1")), Ordering::Equal);
        assert_eq!(read("1e300").compare(read("1")), Ordering::Greater);
        assert_eq!((read("2.9").to_i64(), read("1e2").to_i64()), (Some(2), Some(100)));
        assert_eq!(read("1e30").to_i64(), None);
        let most = read("99999999999999999999999999999999999999");
        assert!(most.add(most).is_none() && most.multiply(most).is_none());
    }
}
