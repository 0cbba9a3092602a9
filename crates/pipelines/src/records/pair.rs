//! Which mapping joins a source and a function; there is at most one.
//!
//! Table `mapping-pairs`: account, region, the source's ARN, the function's ARN → the mapping's UUID
//! as UTF-8.

use crate::records::mapping::Mapping;
use platform::Result;
use store::{Table, Tables};

/// The table.
pub(crate) const PAIRS: Table = Table("mapping-pairs");

/// The key of a mapping's pair.
pub(crate) fn key(mapping: &Mapping) -> Vec<u8> {
    let parts = [mapping.source_arn.as_str(), &mapping.function_arn()];
    platform::scoped(&mapping.account, &mapping.region, &parts)
}

/// The UUID of the mapping that joins the same pair as this one.
///
/// # Errors
/// The storage's.
pub(crate) async fn holder(tables: &dyn Tables, mapping: &Mapping) -> Result<Option<String>> {
    let value = tables.get(PAIRS, &key(mapping)).await?;
    Ok(value.map(|uuid| String::from_utf8_lossy(&uuid).into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::mapping::tests::mapping;

    #[test]
    fn the_key_is_the_pair() {
        let expected = "000000000000\0us-east-1\0arn:aws:kinesis:us-east-1:000000000000:stream/s\0\
                        arn:aws:lambda:us-east-1:000000000000:function:f";
        assert_eq!(key(&mapping()), expected.as_bytes());
    }
}
