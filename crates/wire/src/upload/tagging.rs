//! A form's field `tagging`, which is a document where the header `x-amz-tagging` has pairs.

use crate::trace::{Seen, Trace};
use crate::{WireError, xml};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use shapes::s3::Tagging;

const IN_PAIRS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The tags of a document as the header has them.
///
/// # Errors
/// `MalformedXML`.
pub fn tagging(document: &str) -> Result<String, WireError> {
    let (mut tags, mut seen, mut trace) = (Tagging::default(), Seen::default(), Trace::default());
    xml::read(document.as_bytes(), "Tagging", &mut tags, &mut seen, &mut trace)
        .map_err(|_| WireError::malformed_xml())?;
    let encode = |text: &str| utf8_percent_encode(text, IN_PAIRS).to_string();
    let pairs =
        tags.tag_set.iter().map(|tag| format!("{}={}", encode(&tag.key), encode(&tag.value)));
    Ok(pairs.collect::<Vec<_>>().join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_of_tags_becomes_pairs() {
        let tag =
            "<Tag><Key>a=b</Key><Value>1 &amp; 2</Value></Tag><Tag><Key>c</Key><Value/></Tag>";
        let document = format!("<Tagging><TagSet>{tag}</TagSet></Tagging>");
        assert_eq!(tagging(&document).unwrap(), "a%3Db=1%20%26%202&c=");
        assert_eq!(tagging("<Tagging><TagSet/></Tagging>").unwrap(), "");
        for bad in ["", "a=b", "<Tagging>", "<Other/>"] {
            assert_eq!(tagging(bad).unwrap_err().code, "MalformedXML", "{bad}");
        }
    }
}
