//! Bodies that SDKs compress on their way: the model marks such operations (`requestCompression`), of
//! which `PutMetricData` is one. What is signed is the compressed body.

use crate::admit::Collected;
use crate::budget::Budget;
use crate::errors;
use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use http::header::CONTENT_ENCODING;
use http::request::Parts;
use shapes::Service;
use std::io::Read as _;
use wire::{Codec, WireError};

/// Whether a body is compressed.
pub(crate) fn is_compressed(head: &Parts) -> bool {
    let value = head.headers.get(CONTENT_ENCODING).and_then(|value| value.to_str().ok());
    value.is_some_and(|value| value.trim().eq_ignore_ascii_case("gzip"))
}

/// The body as it was before it was compressed, once there is room for it.
///
/// # Errors
/// It is longer than the limit, or not compressed as it says.
pub(crate) async fn unpack(
    budget: &Budget,
    packed: Bytes,
    limit: usize,
    (service, operation): (Option<&'static Service>, &str),
    codec: Codec,
) -> Result<Collected, WireError> {
    // How long it becomes is not known before.
    let mut room = budget.room(limit).await.map_err(|_| errors::full(service))?;
    let unpacked = budget.aside(move || read(&packed, limit)).await?;
    match unpacked {
        Unpacked::Whole(bytes) => {
            room.shrink(bytes.len());
            Ok(Collected { bytes: bytes.into(), room })
        }
        Unpacked::TooLong => Err(errors::too_large((service, operation), codec, limit)),
        Unpacked::Broken => Err(WireError::serialization(
            "The body is not compressed as its Content-Encoding says.",
        )),
    }
}

#[derive(Debug, PartialEq)]
enum Unpacked {
    Whole(Vec<u8>),
    TooLong,
    Broken,
}

fn read(packed: &[u8], limit: usize) -> Unpacked {
    let mut whole = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    match MultiGzDecoder::new(packed).take(most).read_to_end(&mut whole) {
        Ok(length) if length > limit => Unpacked::TooLong,
        Ok(_) => Unpacked::Whole(whole),
        Err(_) => Unpacked::Broken,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write as _;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_body_is_unpacked_as_far_as_it_may_be_long() {
        let body = packed(&[7; 1000]);
        assert_eq!(read(&body, 1000), Unpacked::Whole(vec![7; 1000]));
        assert_eq!(read(&body, 999), Unpacked::TooLong);
        assert_eq!(read(&body[..body.len() - 9], 1000), Unpacked::Broken);
        assert_eq!(read(b"plain", 1000), Unpacked::Broken);
    }

    #[test]
    fn the_head_says_whether_it_is_packed() {
        let is = |value: &str| {
            let request = http::Request::builder().header("content-encoding", value);
            is_compressed(&request.body(()).unwrap().into_parts().0)
        };
        assert!(is("gzip") && is(" GZIP ") && !is("aws-chunked") && !is("identity"));
    }
}
