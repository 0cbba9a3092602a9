//! What is kept of the values of a period: their count, sum and bounds, and how they are spread.
//!
//! Percentiles need the values. Up to [`EXACT`] different ones are kept as they are; of more, each is
//! taken for its bucket's, whose bounds grow by a tenth (as in AWS's SEH1 histograms), or by the square
//! of that where even those are too many.

/// The most different values that are kept as they are.
const EXACT: usize = 64;
/// The most buckets.
const BUCKETS: usize = 512;

/// The values of a period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Point {
    /// How many values.
    pub count: f64,
    /// What they come to.
    pub sum: f64,
    /// The smallest.
    pub min: f64,
    /// The largest.
    pub max: f64,
    /// How coarse the buckets are; 0 where the values are exact.
    level: u8,
    /// Values and how often each was met, in rising order; empty where all are `min`.
    values: Vec<(f64, f64)>,
    /// A set of statistics was among them, of which it is not known how it is spread.
    opaque: bool,
}

impl Point {
    /// Values and how often each was met; a count of nothing adds nothing.
    pub fn of(values: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let mut point = Self::default();
        for (value, count) in values {
            let (min, max, sum) = (value, value, value * count);
            point.merge(&Self { count, sum, min, max, ..Self::default() });
        }
        point
    }

    /// A set of statistics.
    pub fn of_set(count: f64, sum: f64, min: f64, max: f64) -> Self {
        let opaque = min != max;
        Self { count, sum, min, max, opaque, ..Self::default() }
    }

    /// What a service has counted: how the values are spread is known about.
    pub fn of_counted((count, sum, min, max): (f64, f64, f64, f64), values: &[(f64, u64)]) -> Self {
        if values.is_empty() {
            return Self::of_set(count, sum, min, max);
        }
        let spread = Self::of(values.iter().map(|(value, count)| (*value, *count as f64)));
        Self { count, sum, min, max, ..spread }
    }

    /// Adds what else was met.
    pub fn merge(&mut self, other: &Self) {
        if other.count == 0.0 {
            return;
        }
        if self.count == 0.0 {
            self.clone_from(other);
            return;
        }
        self.opaque |= other.opaque;
        if self.opaque {
            (self.values, self.level) = (Vec::new(), 0);
        } else if self.min == other.min && self.max == other.max && self.min == self.max {
            // All are the same still.
        } else {
            let level = self.level.max(other.level);
            let all: Vec<_> = self.spread().into_iter().chain(other.spread()).collect();
            (self.values, self.level) = fit(all, level);
        }
        self.count += other.count;
        self.sum += other.sum;
        self.min = self.min.min(other.min);
        self.max = self.max.max(other.max);
    }

    fn spread(&self) -> Vec<(f64, f64)> {
        match self.values.is_empty() {
            true => vec![(self.min, self.count)],
            false => self.values.clone(),
        }
    }

    /// The values in rising order and how often each was met, where that is known.
    pub fn values(&self) -> Option<Vec<(f64, f64)>> {
        let clamp = |(value, count): (f64, f64)| (value.max(self.min).min(self.max), count);
        (!self.opaque && self.count > 0.0).then(|| self.spread().into_iter().map(clamp).collect())
    }

    /// The bytes that stand for it.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![1, u8::from(self.opaque), self.level];
        for number in [self.count, self.sum, self.min, self.max] {
            out.extend_from_slice(&number.to_be_bytes());
        }
        for (value, count) in &self.values {
            out.extend_from_slice(&value.to_be_bytes());
            out.extend_from_slice(&count.to_be_bytes());
        }
        out
    }

    /// The point that bytes stand for.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (head, rest) = bytes.split_first_chunk::<3>()?;
        let [1, opaque, level] = *head else { return None };
        let (numbers, []) = rest.as_chunks::<8>() else { return None };
        let mut numbers = numbers.iter().map(|bytes| f64::from_be_bytes(*bytes));
        let mut next = || numbers.next();
        let (count, sum, min, max) = (next()?, next()?, next()?, next()?);
        let mut values = Vec::new();
        while let Some(value) = next() {
            values.push((value, next()?));
        }
        Some(Self { count, sum, min, max, level, values, opaque: opaque != 0 })
    }
}

/// The value that stands for those of a bucket.
fn of_bucket(value: f64, level: u8) -> f64 {
    if level == 0 || value == 0.0 || !value.is_finite() {
        return value;
    }
    let step = 1.1f64.ln() * f64::from(1u32 << (level - 1).min(16));
    let bucket = (value.abs().ln() / step).floor();
    (step * (bucket + 0.5)).exp().copysign(value)
}

/// Puts equal values together, in buckets that are as coarse as they have to be.
fn fit(mut values: Vec<(f64, f64)>, mut level: u8) -> (Vec<(f64, f64)>, u8) {
    loop {
        for (value, _) in &mut values {
            *value = of_bucket(*value, level);
        }
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut put: Vec<(f64, f64)> = Vec::with_capacity(values.len());
        for (value, count) in values {
            match put.last_mut() {
                Some((last, sum)) if *last == value => *sum += count,
                _ => put.push((value, count)),
            }
        }
        let most = if level == 0 { EXACT } else { BUCKETS };
        if put.len() <= most || level > 16 {
            return (put, level);
        }
        (values, level) = (put, level + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn few_values_are_exact() {
        let point = Point::of([(3.0, 1.0), (1.0, 2.0), (2.0, 1.0)]);
        assert_eq!((point.count, point.sum, point.min, point.max), (4.0, 7.0, 1.0, 3.0));
        assert_eq!(point.values().unwrap(), [(1.0, 2.0), (2.0, 1.0), (3.0, 1.0)]);
        let same = Point::of([(5.0, 1.0), (5.0, 9.0)]);
        assert_eq!(same.encode().len(), 35);
        assert_eq!(same.values().unwrap(), [(5.0, 10.0)]);
    }

    #[test]
    fn many_values_are_near() {
        let point = Point::of((1..=10_000).map(|it| (f64::from(it), 1.0)));
        let values = point.values().unwrap();
        assert!(values.len() < 120, "{}", values.len());
        let mut seen = 0.0;
        for (value, count) in values {
            seen += count;
            assert!((value - seen).abs() <= seen * 0.11 + 1.0, "{value} {seen}");
        }
    }

    #[test]
    fn of_a_set_it_is_not_known_how_it_is_spread() {
        let mut point = Point::of([(1.0, 1.0)]);
        point.merge(&Point::of_set(2.0, 6.0, 3.0, 3.0));
        assert_eq!(point.values().unwrap(), [(1.0, 1.0), (3.0, 2.0)]);
        point.merge(&Point::of_set(2.0, 6.0, 2.0, 4.0));
        assert_eq!((point.values(), point.count, point.max), (None, 5.0, 4.0));
    }

    #[test]
    fn the_first_layout_is_still_read() {
        let mut bytes = vec![1, 0, 0];
        for number in [3.0f64, 4.0, 1.0, 2.0, 1.0, 2.0, 2.0, 1.0] {
            bytes.extend_from_slice(&number.to_be_bytes());
        }
        let point = Point::decode(&bytes).unwrap();
        assert_eq!(point, Point::of([(1.0, 2.0), (2.0, 1.0)]));
        assert_eq!(point.encode(), bytes);
    }

    proptest! {
        #[test]
        fn it_is_the_same_in_whatever_parts_values_come(values in proptest::collection::vec(-1e6..1e6f64, 1..300), at in 0usize..300) {
            let at = at.min(values.len());
            let each = |values: &[f64]| Point::of(values.iter().map(|it| (*it, 1.0)));
            let (mut one, two) = (each(&values[..at]), each(&values[at..]));
            one.merge(&two);
            let whole = each(&values);
            prop_assert_eq!((one.count, one.min, one.max), (whole.count, whole.min, whole.max));
            prop_assert!((one.sum - whole.sum).abs() < 1.0);
            let count = |point: &Point| point.values().unwrap().iter().map(|it| it.1).sum::<f64>();
            prop_assert_eq!(count(&one), one.count);
            prop_assert_eq!(Point::decode(&one.encode()).unwrap(), one);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
            Point::decode(&bytes);
        }
    }
}
