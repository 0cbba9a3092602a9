//! `x-amz-copy-source`: `bucket/key`, percent-encoded, with or without a slash before it.

use crate::bucket::check_name;
use crate::errors::{invalid_argument, not_implemented};
use platform::Result;

/// The object that is to be copied.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct CopySource {
    pub bucket: String,
    pub key: String,
    /// The version that is named, if one is.
    pub version: Option<String>,
}

impl CopySource {
    /// Reads the header, decoding it once.
    ///
    /// # Errors
    /// `InvalidArgument`.
    pub(crate) fn parse(header: &str) -> Result<Self> {
        let (path, version) = match header.split_once("?versionId=") {
            Some((path, version)) => (path, Some(version)),
            None => (header, None),
        };
        let invalid = |what: &str| {
            invalid_argument(format!("Invalid copy source {what}"), "x-amz-copy-source", header)
        };
        // As in forms, a plus stands for a space.
        let decoded = decode(&path.replace('+', " ")).ok_or_else(|| invalid("encoding"))?;
        let source = decoded.strip_prefix('/').unwrap_or(&decoded);
        if source.starts_with("arn:") {
            return Err(not_implemented("x-amz-copy-source with an access point's ARN"));
        }
        let (bucket, key) = source.split_once('/').unwrap_or((source, ""));
        if check_name(bucket).is_err() {
            return Err(invalid("bucket name"));
        }
        if key.is_empty() {
            return Err(invalid("object key"));
        }
        let version =
            version.map(|it| decode(it).ok_or_else(|| invalid("encoding"))).transpose()?;
        Ok(Self { bucket: bucket.to_owned(), key: key.to_owned(), version })
    }
}

/// Decodes percent-encoding; `None` where it is broken or not UTF-8.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            decoded.push(byte);
            continue;
        }
        let mut digit = || char::from(bytes.next()?).to_digit(16);
        let (high, low) = (digit()?, digit()?);
        decoded.push(u8::try_from(high << 4 | low).ok()?);
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_decoded_once() {
        let parse = |header| CopySource::parse(header).map(|it| (it.bucket, it.key)).ok();
        let pair = |bucket: &str, key: &str| Some((bucket.to_owned(), key.to_owned()));
        assert_eq!(parse("bkt/k"), pair("bkt", "k"));
        assert_eq!(parse("/bkt/a/k"), pair("bkt", "a/k"));
        assert_eq!(parse("/bkt//k"), pair("bkt", "/k"));
        assert_eq!(parse("bkt%2Fk%2525+%C3%A9%2B"), pair("bkt", "k%25 é+"));
        assert_eq!(parse("bkt/k?versionId=null"), pair("bkt", "k"));
        for bad in ["", "/", "bkt", "bkt/", "/bkt", "bkt/%", "bkt/%1", "bkt/%zz", "bkt/%FF"] {
            let error = CopySource::parse(bad).unwrap_err();
            assert_eq!(error.code(), "InvalidArgument", "{bad}");
        }
        for name in ["192.168.1.1/k", "2001:db8::1/k", "my-buc@k&()t/k"] {
            let error = CopySource::parse(name).unwrap_err();
            assert_eq!(error.message, "Invalid copy source bucket name", "{name}");
        }
        for colon in [":", "%3A"] {
            let arn = "arn:aws:s3:us-east-1:000000000000:accesspoint/a/object/k";
            let error = CopySource::parse(&arn.replace(':', colon)).unwrap_err();
            assert_eq!(error.code(), "NotImplemented", "{colon}");
        }
    }
}
