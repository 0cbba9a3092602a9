//! Amazon Resource Names.

use std::fmt::{self, Write as _};

/// `arn:partition:service:region:account:resource`. Parts that a kind of resource does not have
/// are empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Arn<'a, R = &'a str> {
    /// `aws`, `aws-cn` or `aws-us-gov`.
    pub partition: &'a str,
    /// The service's namespace, such as `kinesis`.
    pub service: &'a str,
    /// Empty for services without regions.
    pub region: &'a str,
    /// Twelve digits; empty for buckets, and `aws` for what AWS itself owns.
    pub account: &'a str,
    /// What lies behind the fifth colon, such as `stream/clicks`.
    pub resource: R,
}

impl<'a, R: fmt::Display> Arn<'a, R> {
    /// A resource of a service in a region, whose partition is the region's.
    pub fn new(service: &'a str, region: &'a str, account: &'a str, resource: R) -> Self {
        Self { partition: partition(region), service, region, account, resource }
    }

    /// The same of a service whose resources belong to no region.
    pub fn global(self) -> Self {
        Self { region: "", ..self }
    }
}

impl<'a> Arn<'a> {
    /// The parts of a text that is an ARN of one of the partitions.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut parts = text.splitn(6, ':');
        let is_arn = parts.next() == Some("arn");
        let partition = parts.next().filter(|partition| PARTITIONS.contains(partition))?;
        let service = parts.next().filter(|service| !service.is_empty())?;
        let (region, account) = (parts.next()?, parts.next()?);
        let resource = parts.next().filter(|resource| is_arn && !resource.is_empty())?;
        Some(Self { partition, service, region, account, resource })
    }
}

impl<R: fmt::Display> Arn<'_, R> {
    /// Its text. As `to_string`, in memory that is asked for once, since every call names a resource.
    pub fn text(&self) -> String {
        /// As much as the resource's part has nearly always.
        const RESOURCE: usize = 64;
        let known = self.partition.len() + self.service.len() + self.region.len();
        let mut text =
            String::with_capacity("arn:::::".len() + known + self.account.len() + RESOURCE);
        // A text takes whatever is written.
        let _ = write!(text, "{self}");
        text
    }
}

impl<R: fmt::Display> fmt::Display for Arn<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { partition, service, region, account, resource } = self;
        write!(f, "arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}

/// Whether a text can be an account's id: twelve digits.
pub fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|it| it.is_ascii_digit())
}

const PARTITIONS: [&str; 3] = ["aws", "aws-cn", "aws-us-gov"];

/// The partition that a region lies in.
pub fn partition(region: &str) -> &'static str {
    match region {
        _ if region.starts_with("cn-") => "aws-cn",
        _ if region.starts_with("us-gov-") => "aws-us-gov",
        _ => "aws",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_twelve_digits() {
        assert!(is_account("000000000000"));
        for text in ["", "00000000000", "0000000000000", "00000000000a"] {
            assert!(!is_account(text), "{text}");
        }
    }

    #[test]
    fn a_region_lies_in_its_partition() {
        for (region, text) in [
            ("us-east-1", "arn:aws:kinesis:us-east-1:111122223333:stream/s"),
            ("cn-north-1", "arn:aws-cn:kinesis:cn-north-1:111122223333:stream/s"),
            ("us-gov-west-1", "arn:aws-us-gov:kinesis:us-gov-west-1:111122223333:stream/s"),
        ] {
            let arn = Arn::new("kinesis", region, "111122223333", "stream/s");
            assert_eq!(arn.to_string(), text);
            assert_eq!(Arn::parse(text), Some(arn));
        }
    }

    #[test]
    fn a_context_names_what_is_in_its_region() {
        let (platform, _) = crate::testing::platform();
        let root = crate::Principal::root("111122223333");
        let cx = platform.context(root, "111122223333", "cn-north-1");
        assert_eq!(cx.arn("s3", "x"), "arn:aws-cn:s3:cn-north-1:111122223333:x");
        assert_eq!(cx.caller_arn(), "arn:aws-cn:iam::111122223333:root");
    }

    #[test]
    fn what_is_no_arn_is_not_taken_for_one() {
        for text in [
            "",
            "arn",
            "arn:aws:s3:::",
            "arn:aws::::x",
            "arn:aws:s3::x",
            "urn:aws:s3:::b",
            "arn:azure:s3:::b",
        ] {
            assert_eq!(Arn::parse(text), None, "{text}");
        }
        let bucket = Arn::parse("arn:aws:s3:::bucket/a:b").unwrap();
        assert_eq!((bucket.service, bucket.region, bucket.account), ("s3", "", ""));
        assert_eq!(bucket.resource, "bucket/a:b");
    }
}
