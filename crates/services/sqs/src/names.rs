//! How queues are named: names, URLs and ARNs.

use crate::errors;
use platform::{Arn, Context, Result, is_account};

/// Names that may be used up to 80 letters, of which `.fifo` may be the last.
pub fn check(name: &str, is_fifo: bool) -> Result<()> {
    let stem = if is_fifo { name.strip_suffix(".fifo").unwrap_or("") } else { name };
    let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-' || it == b'_';
    if !stem.is_empty() && name.len() <= 80 && stem.bytes().all(is_letter) {
        return Ok(());
    }
    Err(errors::invalid(if is_fifo {
        "The name of a FIFO queue can only include alphanumeric characters, hyphens, or \
         underscores, must end with .fifo suffix and be 1 to 80 in length."
    } else {
        LETTERS
    }))
}

/// What names are made of.
pub const LETTERS: &str =
    "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length";

/// Whether a statement of a policy may be called so.
pub fn is_label(label: &str) -> bool {
    check(label, false).is_ok()
}

/// The account and name in a queue's URL, of which only the last two parts count. A name alone, and
/// one behind what is no account, is one of the caller's.
pub fn parts(url: &str) -> (Option<&str>, &str) {
    let path = url.trim_end_matches('/');
    let Some((rest, name)) = path.rsplit_once('/') else { return (None, path) };
    let account = rest.rsplit('/').next().unwrap_or_default();
    (Some(account).filter(|it| is_account(it)), name)
}

/// The name of a queue of the caller's account.
///
/// # Errors
/// The queue is another account's, or there is no name.
pub fn own<'a>(cx: &Context, url: &'a str) -> Result<&'a str> {
    let (account, name) = parts(url);
    match account {
        _ if name.is_empty() => Err(errors::missing("QueueUrl")),
        Some(account) if account != &*cx.account => Err(errors::other_account(url)),
        _ => Ok(name),
    }
}

/// The URL of a queue of the caller's account, at the address that was asked.
pub fn url(cx: &Context, name: &str) -> String {
    let account = &cx.account;
    match cx.address() {
        Some(address) => format!("http://{address}/{account}/{name}"),
        None => format!("https://sqs.{}.amazonaws.com/{account}/{name}", cx.region),
    }
}

/// The ARN of a queue of the caller's account.
pub fn arn(cx: &Context, name: &str) -> String {
    cx.arn("sqs", name)
}

/// The name in the ARN of a queue of the caller's account and region.
pub fn of_arn<'a>(cx: &Context, arn: &'a str) -> Option<&'a str> {
    let arn = Arn::parse(arn).filter(|it| it.service == "sqs")?;
    (arn.region == &*cx.region && arn.account == &*cx.account).then_some(arn.resource)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_two_parts_of_a_url_count() {
        for url in [
            "http://127.0.0.1:4566/000000000000/q",
            "http://sqs.us-east-1.localhost.localstack.cloud:4566/000000000000/q/",
            "http://localhost:4566/queue/us-east-1/000000000000/q",
            "/000000000000/q",
        ] {
            assert_eq!(parts(url), (Some("000000000000"), "q"), "{url}");
        }
        assert_eq!(parts("http://localhost:4566/q"), (None, "q"));
        assert_eq!(parts("http://localhost:9324/queue/q"), (None, "q"));
        assert_eq!(parts("q"), (None, "q"));
        assert_eq!(parts(""), (None, ""));
    }

    #[test]
    fn names_are_as_sqs_has_them() {
        assert!(check("a-_9", false).is_ok() && check("a.fifo", true).is_ok());
        for (name, is_fifo) in
            [("", false), ("a.fifo", false), ("a", true), (".fifo", true), ("a b", false)]
        {
            assert!(check(name, is_fifo).is_err(), "{name}");
        }
        assert!(check(&"a".repeat(80), false).is_ok() && check(&"a".repeat(81), false).is_err());
    }
}
