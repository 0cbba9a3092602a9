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

/// In which order AWS takes the units of a metric that has several, where none is asked for; as it was seen.
const TAKEN: [&str; 27] = [
    "Megabits",
    "Terabits",
    "Gigabits",
    "Count",
    "Bytes",
    "Gigabytes",
    "Gigabytes/Second",
    "Kilobytes",
    "Kilobits/Second",
    "Terabytes",
    "Terabits/Second",
    "Bytes/Second",
    "Percent",
    "Megabytes",
    "Megabits/Second",
    "Milliseconds",
    "Microseconds",
    "Kilobytes/Second",
    "Gigabits/Second",
    "Megabytes/Second",
    "Bits",
    "Bits/Second",
    "Count/Second",
    "Seconds",
    "Kilobits",
    "Terabytes/Second",
    "None",
];

/// Units in the order in which AWS takes them.
pub fn in_order(numbers: impl Iterator<Item = u8>) -> Vec<u8> {
    let numbers: std::collections::BTreeSet<u8> = numbers.collect();
    let mut numbers: Vec<u8> = numbers.into_iter().collect();
    numbers.sort_by_key(|number| TAKEN.iter().position(|unit| *unit == name(*number)));
    numbers
}

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
        let all = (0..27).rev().chain(0..27);
        assert_eq!(in_order(all).into_iter().map(name).collect::<Vec<_>>(), TAKEN);
    }
}
