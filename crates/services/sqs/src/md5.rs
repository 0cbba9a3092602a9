//! The MD5 sums that clients check ("Calculating the MD5 message digest for message attributes").

use crate::records::message::Attribute;
use md5::{Digest, Md5};
use shapes::checksum::hex;

/// Of a text.
pub fn of_text(text: &str) -> String {
    hex(&Md5::digest(text.as_bytes()))
}

/// Of attributes in the order of their names; `None` of none.
pub fn of_attributes<'a>(
    attributes: impl IntoIterator<Item = (&'a str, &'a Attribute)>,
) -> Option<String> {
    let mut sum = Md5::new();
    let mut is_any = false;
    for (name, attribute) in attributes {
        is_any = true;
        add(&mut sum, name.as_bytes());
        add(&mut sum, attribute.kind.as_bytes());
        if attribute.is_binary() {
            sum.update([2]);
            let value = base64_simd::STANDARD.decode_to_vec(attribute.value.as_bytes());
            add(&mut sum, &value.unwrap_or_default());
        } else {
            sum.update([1]);
            add(&mut sum, attribute.value.as_bytes());
        }
    }
    is_any.then(|| hex(&sum.finalize()))
}

fn add(sum: &mut Md5, part: &[u8]) {
    sum.update(u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
    sum.update(part);
}
