//! The trace header of an invocation, `X-Amzn-Trace-Id` ("Tracing header" in the X-Ray guide): what
//! its caller sent, and what AWS adds where something is missing.

use platform::Context;
use sha2::{Digest, Sha256};
use shapes::checksum::hex;
use std::fmt::Write;

/// The longest lineage that is handed on.
const MAX_LINEAGE: usize = 256;

/// The header for one invocation of a function, whose caller sent this one if any. Where its caller did
/// not say whether it is sampled, it is if the function's tracing is active.
pub fn header(cx: &Context, given: Option<&str>, function_arn: &str, is_active: bool) -> String {
    let ids = &cx.platform().ids;
    let mut out = String::with_capacity(100);
    match field(given, "Root").filter(|root| is_root(root)) {
        Some(root) => write!(out, "Root={root}"),
        None => write!(out, "Root=1-{:08x}-{}", cx.now().millis() / 1000, ids.hex(12)),
    }
    .and_then(|()| match field(given, "Parent").filter(|parent| is_hex(parent, 16)) {
        Some(parent) => write!(out, ";Parent={parent}"),
        None => write!(out, ";Parent={}", ids.hex(8)),
    })
    .and_then(|()| {
        let sampled = match field(given, "Sampled") {
            Some(sampled) => sampled == "1",
            None => is_active,
        };
        write!(out, ";Sampled={}", u8::from(sampled))
    })
    .and_then(|()| match field(given, "Lineage").filter(|lineage| is_lineage(lineage)) {
        Some(lineage) => write!(out, ";Lineage={lineage}"),
        None => {
            let digest = Sha256::digest(function_arn);
            write!(out, ";Lineage=1:{}:0", hex(&digest[..4]))
        }
    })
    // A string takes all that is written.
    .unwrap_or_default();
    out
}

fn field<'a>(given: Option<&'a str>, name: &str) -> Option<&'a str> {
    let mut fields = given?.split(';').filter_map(|field| field.trim().split_once('='));
    fields.find_map(|(key, value)| key.eq_ignore_ascii_case(name).then_some(value))
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// `1-<time>-<number>`, in hexadecimal digits.
fn is_root(text: &str) -> bool {
    let mut parts = text.strip_prefix("1-").unwrap_or_default().splitn(2, '-');
    parts.next().is_some_and(|time| is_hex(time, 8))
        && parts.next().is_some_and(|number| is_hex(number, 24))
}

/// `1:e547cb94:0`, or several with bars between them.
fn is_lineage(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'|');
    !text.is_empty() && text.len() <= MAX_LINEAGE && text.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing;

    #[test]
    fn what_the_caller_sent_stays_and_the_rest_is_added() {
        let cx = testing::context(&testing::platform().0);
        let made = |given: Option<&str>| header(&cx, given, "arn", false);
        let fresh = made(None);
        let fields = fresh.split(';').map(|field| field.split_once('=').unwrap());
        let fields = fields.collect::<Vec<_>>();
        let names = fields.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        assert_eq!(names, ["Root", "Parent", "Sampled", "Lineage"]);
        assert!(is_root(fields[0].1) && is_hex(fields[1].1, 16), "{fresh}");
        let seconds = i64::from_str_radix(&fields[0].1[2..10], 16).unwrap();
        assert_eq!(seconds, cx.now().millis() / 1000);
        assert_eq!(fields[2].1, "0");
        assert_ne!(made(None), fresh);
        assert_eq!(made(Some(&fresh)), fresh);
        let root = "Root=1-69963f09-0d53825959fc8b6738f20936";
        let of_caller = made(Some(&format!("Self=x; Sampled=1;{root}")));
        assert!(of_caller.starts_with(&format!("{root};Parent=")), "{of_caller}");
        assert!(of_caller.contains(";Sampled=1;Lineage=1:"), "{of_caller}");
        assert!(header(&cx, Some(root), "arn", true).contains(";Sampled=1;"));
        let not_sampled = format!("{root};Sampled=0");
        assert!(header(&cx, Some(&not_sampled), "arn", true).contains(";Sampled=0;"));
        for strange in ["", ";;=", "Root=1-0-0", "Root=1-6996\u{e9}f09-0d53825959fc8b6738f20936"] {
            assert_eq!(made(Some(strange)).len(), fresh.len(), "{strange}");
        }
    }
}
