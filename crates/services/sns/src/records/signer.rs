//! What messages are signed with.
//!
//! Table `sns-signer`: `signer` → JSON of [`Signer`], made once, by whoever needs it first.

use platform::Records;
use serde::{Deserialize, Serialize};
use store::Table;

pub static SIGNER: Records<Signer> = Records::new(Table("sns-signer"));

/// Where it is.
pub const KEY: &[u8] = b"signer";

/// A key and its certificate.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The private key: base64 of its PKCS#8 DER.
    pub key: String,
    /// The certificate, PEM.
    pub certificate: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_is_still_read() {
        let stored = br#"{"key":"MA==","certificate":"-----BEGIN CERTIFICATE-----\n"}"#;
        let signer = SIGNER.decode(KEY, stored).unwrap();
        assert_eq!(SIGNER.encode(&signer).unwrap(), &stored[..]);
    }
}
