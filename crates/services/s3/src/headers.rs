//! The headers that are kept with an object and given back with it.

use crate::errors::METADATA_TOO_LARGE;
use crate::rfc2047;
use crate::tags::Tags;
use crate::website;
use platform::{Error, Result};
use serde::{Deserialize, Serialize};
use shapes::s3;
use std::collections::BTreeMap;

/// The storage class of what names none.
pub(crate) const STANDARD: &str = "STANDARD";

/// The most bytes of user metadata, names and values together.
const MAX_METADATA_BYTES: usize = 2048;

/// System-defined and user-defined metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Headers {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cache_control: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_disposition: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_encoding: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub metadata: BTreeMap<String, String>,
    /// The storage class, where it is not `STANDARD`. It is shown, and means nothing else here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage_class: Option<String>,
    #[serde(skip_serializing_if = "Tags::is_empty")]
    pub tags: Tags,
    /// Where the object redirects to at its bucket's website.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redirect: Option<String>,
}

macro_rules! from_input {
    ($($input:ty),+ $(,)?) => {$(
        impl From<&$input> for Headers {
            fn from(input: &$input) -> Self {
                Self {
                    cache_control: input.cache_control.clone(),
                    content_disposition: input.content_disposition.clone(),
                    content_encoding: input.content_encoding.clone(),
                    content_language: input.content_language.clone(),
                    content_type: input.content_type.clone(),
                    expires: input.expires.clone(),
                    metadata: input.metadata.clone().unwrap_or_default(),
                    storage_class: input.storage_class.clone().filter(|it| it != STANDARD),
                    tags: Tags::new(),
                    redirect: input.website_redirect_location.clone(),
                }
            }
        }
    )+};
}

from_input!(s3::PutObjectRequest, s3::CopyObjectRequest, s3::CreateMultipartUploadRequest);

macro_rules! into_output {
    ($($output:ty),+ $(,)?) => {$(
        impl From<&Headers> for $output {
            fn from(headers: &Headers) -> Self {
                Self {
                    cache_control: headers.cache_control.clone(),
                    content_disposition: headers.content_disposition.clone(),
                    content_encoding: headers.content_encoding.clone(),
                    content_language: headers.content_language.clone(),
                    content_type: Some(headers.content_type().to_owned()),
                    expires: headers.expires.clone(),
                    metadata: headers.told_metadata(),
                    storage_class: headers.storage_class.clone(),
                    website_redirect_location: headers.redirect.clone(),
                    tag_count: i32::try_from(headers.tags.len()).ok().filter(|count| *count > 0),
                    ..Self::default()
                }
            }
        }
    )+};
}

into_output!(s3::GetObjectOutput, s3::HeadObjectOutput);

impl Headers {
    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The headers of a request as they are kept.
    ///
    /// # Errors
    /// `MetadataTooLarge`, `InvalidRedirectLocation`.
    pub(crate) fn of(input: impl Into<Self>) -> Result<Self> {
        let mut headers: Self = input.into();
        for value in headers.metadata.values_mut() {
            *value = rfc2047::decode(value);
        }
        headers.content_encoding = headers.content_encoding.as_deref().and_then(without_framing);
        headers.redirect = website::location(headers.redirect.as_deref())?;
        let bytes = |(name, value): (&String, &String)| name.len() + value.len();
        let size: usize = headers.metadata.iter().map(bytes).sum();
        if size <= MAX_METADATA_BYTES {
            return Ok(headers);
        }
        let message = "Your metadata headers exceed the maximum allowed metadata size";
        Err(Error::new(&METADATA_TOO_LARGE, message)
            .with("Size", size.to_string())
            .with("MaxSizeAllowed", MAX_METADATA_BYTES.to_string()))
    }

    /// User metadata as headers carry it.
    fn told_metadata(&self) -> Option<BTreeMap<String, String>> {
        let told = |(name, value): (&String, &String)| (name.clone(), rfc2047::encode(value));
        (!self.metadata.is_empty()).then(|| self.metadata.iter().map(told).collect())
    }

    /// The storage class, as listings show it.
    pub(crate) fn class(&self) -> &str {
        self.storage_class.as_deref().unwrap_or(STANDARD)
    }

    /// The type, or what S3 gives in its place.
    fn content_type(&self) -> &str {
        self.content_type.as_deref().unwrap_or("binary/octet-stream")
    }
}

/// The encodings without `aws-chunked`, which frames the request and is not of the object.
fn without_framing(encodings: &str) -> Option<String> {
    let kept: Vec<_> = encodings
        .split(',')
        .map(str::trim)
        .filter(|encoding| !encoding.is_empty() && !encoding.eq_ignore_ascii_case("aws-chunked"))
        .collect();
    (!kept.is_empty()).then(|| kept.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn framing_is_not_an_encoding_of_the_object() {
        assert_eq!(without_framing("aws-chunked"), None);
        assert_eq!(without_framing("aws-chunked,gzip"), Some("gzip".into()));
        assert_eq!(without_framing("gzip, br"), Some("gzip,br".into()));
    }

    #[test]
    fn metadata_has_a_limit() {
        let with = |bytes: usize| {
            let metadata = BTreeMap::from([("k".to_owned(), "v".repeat(bytes - 1))]);
            Headers::of(Headers { metadata, ..Headers::default() })
        };
        assert!(with(2048).is_ok());
        assert!(with(2049).unwrap_err().is(&METADATA_TOO_LARGE));
    }
}
