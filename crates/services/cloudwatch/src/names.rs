//! Names of namespaces, metrics and dimensions, and what is wrong with them.

use crate::errors;
use platform::Result;
use shapes::cloudwatch::Dimension;

/// Printable ASCII, as AWS asks of all names.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| (0x20..0x7f).contains(&byte))
}

/// Refuses a name with strange letters.
pub fn check_plain(parameter: &str, text: &str) -> Result<()> {
    if is_plain(text) {
        return Ok(());
    }
    Err(errors::value(format!("The parameter {parameter} must contain only ASCII characters.")))
}

/// Refuses a namespace that is none, or that is not the caller's.
pub fn check_namespace(namespace: &str) -> Result<()> {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || b".-_/#: ".contains(&byte);
    if namespace.starts_with(':') || !namespace.bytes().all(is_letter) {
        return Err(errors::value(format!(
            "The value {namespace} for parameter Namespace is invalid."
        )));
    }
    if namespace.starts_with("AWS/") {
        return Err(errors::value("The value AWS/ for parameter Namespace is invalid."));
    }
    Ok(())
}

/// The pairs of dimensions, where they are as they must be.
pub fn dimensions(parameter: &str, given: &[Dimension]) -> Result<Vec<(String, String)>> {
    let mut pairs = Vec::with_capacity(given.len());
    for (at, Dimension { name, value }) in (1..).zip(given) {
        let of = |part: &str| format!("{parameter}.member.{at}.{part}");
        if name.trim().is_empty() {
            return Err(errors::missing(of("Name")));
        }
        if value.trim().is_empty() {
            return Err(errors::missing(of("Value")));
        }
        check_plain(&of("Name"), name)?;
        check_plain(&of("Value"), value)?;
        if name.starts_with(':') {
            let words = format!("The value {name} for parameter {} is invalid.", of("Name"));
            return Err(errors::value(words));
        }
        pairs.push((name.clone(), value.clone()));
    }
    pairs.sort();
    if pairs.windows(2).any(|two| two[0].0 == two[1].0) {
        return Err(errors::value(format!(
            "No Metric may specify the same dimension name twice in {parameter}."
        )));
    }
    Ok(pairs)
}

/// Dimensions as they are told.
pub fn told(pairs: &[(String, String)]) -> Vec<Dimension> {
    pairs
        .iter()
        .map(|(name, value)| Dimension { name: name.clone(), value: value.clone() })
        .collect()
}
