//! Receipt handles: which receive of which message.

use crate::errors;
use platform::Result;

const VERSION: u8 = 1;

/// The handle of a message's `count`th receive.
pub fn write(queue_id: &str, seq: u64, count: u32) -> String {
    let mut bytes = vec![VERSION];
    bytes.extend_from_slice(queue_id.as_bytes());
    bytes.extend_from_slice(&seq.to_be_bytes());
    bytes.extend_from_slice(&count.to_be_bytes());
    base64_simd::STANDARD.encode_to_string(&bytes)
}

/// The number of the message, and which receive it was.
///
/// # Errors
/// It is no handle of this queue.
pub fn read(queue_id: &str, handle: &str) -> Result<(u64, u32)> {
    if handle.is_empty() {
        return Err(errors::missing("ReceiptHandle"));
    }
    let parts = || {
        let bytes = base64_simd::STANDARD.decode_to_vec(handle.as_bytes()).ok()?;
        let (version, rest) = bytes.split_first()?;
        let rest = rest.strip_prefix(queue_id.as_bytes()).filter(|_| *version == VERSION)?;
        let (seq, count) = rest.split_at_checked(8)?;
        let seq = u64::from_be_bytes(seq.try_into().ok()?);
        Some((seq, u32::from_be_bytes(count.try_into().ok()?)))
    };
    parts().ok_or_else(|| errors::strange_handle(handle))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_read_by_its_own_queue_only() {
        let handle = write("00112233aabbccdd", 77, 3);
        assert_eq!(read("00112233aabbccdd", &handle).unwrap(), (77, 3));
        for (queue, handle) in [("0011223300112233", &*handle), ("00112233aabbccdd", "x")] {
            let error = read(queue, handle).unwrap_err();
            assert_eq!(error.code(), "ReceiptHandleIsInvalid");
        }
        assert_eq!(read("q", "").unwrap_err().code(), "MissingRequiredParameterException");
    }
}
