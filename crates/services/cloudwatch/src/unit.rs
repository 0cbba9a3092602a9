//! Units of metrics, and the numbers by which they are kept.

/// All units in the order of the API reference; that of a unit must not change.
const UNITS: [&str; 27] = [
    "Seconds",
    "Microseconds",
    "Milliseconds",
    "Bytes",
    "Kilobytes",
    "Megabytes",
    "Gigabytes",
    "Terabytes",
    "Bits",
    "Kilobits",
    "Megabits",
    "Gigabits",
    "Terabits",
    "Percent",
    "Count",
    "Bytes/Second",
    "Kilobytes/Second",
    "Megabytes/Second",
    "Gigabytes/Second",
    "Terabytes/Second",
    "Bits/Second",
    "Kilobits/Second",
    "Megabits/Second",
    "Gigabits/Second",
    "Terabits/Second",
    "Count/Second",
    "None",
];

/// The number of the unit of what has none.
pub const NONE: u8 = 26;

/// The number of a unit.
pub fn number(name: &str) -> Option<u8> {
    UNITS.iter().position(|unit| *unit == name).and_then(|at| u8::try_from(at).ok())
}

/// The unit of a number.
pub fn name(number: u8) -> &'static str {
    UNITS.get(usize::from(number)).copied().unwrap_or("None")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_have_numbers() {
        assert_eq!((number("None"), name(NONE)), (Some(NONE), "None"));
        assert_eq!((number("Count"), number("Kelvin")), (Some(14), None));
    }
}
