//! How keys are named: by an id, an ARN, an alias or an alias's ARN ("Key identifiers (KeyId)").

use crate::errors;
use platform::{Arn, Context, Result};

/// What every alias begins with.
pub const ALIAS: &str = "alias/";
/// What the aliases of AWS's own keys begin with.
pub const AWS_ALIAS: &str = "alias/aws/";

/// A key that a request names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The account that it is of.
    pub account: String,
    /// What of it is named.
    pub named: Named,
}

/// What of a key is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// Its id.
    Key(String),
    /// An alias, with what aliases begin with.
    Alias(String),
}

impl Named {
    /// What the ARN ends with.
    pub fn resource(&self) -> String {
        match self {
            Self::Key(id) => format!("key/{id}"),
            Self::Alias(name) => name.clone(),
        }
    }
}

impl Reference {
    /// Its ARN in the caller's region.
    pub fn arn(&self, cx: &Context) -> String {
        Arn::new("kms", &cx.region, &self.account, self.named.resource()).text()
    }
}

/// The ARN of a key of the context's account.
pub fn key_arn(cx: &Context, id: &str) -> String {
    cx.arn("kms", format_args!("key/{id}"))
}

/// Reads how a request names a key.
///
/// # Errors
/// `NotFoundException` for what can be no key of this region.
pub fn parse(cx: &Context, text: &str) -> Result<Reference> {
    let own = |named| Reference { account: cx.account.to_string(), named };
    if text.starts_with("arn:") {
        return of_arn(cx, text);
    }
    if text.starts_with(ALIAS) {
        return Ok(own(Named::Alias(text.to_owned())));
    }
    if is_id(text) {
        return Ok(own(Named::Key(text.to_owned())));
    }
    // AWS quotes what looks like an id.
    Err(errors::not_found(match text.contains('/') {
        true => format!("Invalid keyId {text}"),
        false => format!("Invalid keyId '{text}'"),
    }))
}

fn of_arn(cx: &Context, text: &str) -> Result<Reference> {
    let arn = Arn::parse(text).filter(|arn| arn.service == "kms");
    let arn = arn.ok_or_else(|| errors::not_found(format!("Invalid arn {text}")))?;
    if *arn.region != *cx.region {
        return Err(errors::not_found(format!("Invalid arn {}", arn.region)));
    }
    let named = match arn.resource.strip_prefix("key/") {
        Some(id) if is_id(id) => Named::Key(id.to_owned()),
        None if arn.resource.starts_with(ALIAS) => Named::Alias(arn.resource.to_owned()),
        _ => return Err(errors::not_found(format!("Invalid arn {text}"))),
    };
    Ok(Reference { account: arn.account.to_owned(), named })
}

/// The ARN that a call asks leave for by naming a key so, whether or not there can be such a key.
pub fn asked(cx: &Context, text: &str) -> String {
    match parse(cx, text) {
        Ok(reference) => reference.arn(cx),
        Err(_) if text.starts_with("arn:") => text.to_owned(),
        Err(_) => key_arn(cx, text),
    }
}

/// A UUID, or the id of a key of several regions.
fn is_id(text: &str) -> bool {
    let is_hex = |text: &str| text.bytes().all(|it| it.is_ascii_hexdigit());
    if let Some(rest) = text.strip_prefix("mrk-") {
        return rest.len() == 32 && is_hex(rest);
    }
    let parts: Vec<_> = text.split('-').collect();
    let lengths: Vec<_> = parts.iter().map(|part| part.len()).collect();
    lengths == [8, 4, 4, 4, 12] && parts.into_iter().all(is_hex)
}

/// Refuses the name of an alias that a caller may not make.
///
/// # Errors
/// AWS's.
pub fn check_alias(name: &str) -> Result<()> {
    if name.starts_with(AWS_ALIAS) {
        return Err(errors::not_authorized());
    }
    let Some(rest) = name.strip_prefix(ALIAS).filter(|rest| !rest.is_empty()) else {
        return Err(errors::invalid("Invalid identifier"));
    };
    if rest.contains(':') {
        let message = format!("{name} contains invalid characters for an alias");
        return Err(errors::strange_alias(message));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::testing;

    const ID: &str = "1234abcd-12ab-34cd-56ef-1234567890ab";

    #[test]
    fn keys_are_named_in_four_ways() {
        let (platform, _) = testing::platform();
        let cx = testing::context(&platform);
        let key = Named::Key(ID.to_owned());
        let alias = Named::Alias("alias/a".to_owned());
        let own = "000000000000";
        for (text, account, named) in [
            (ID.to_owned(), own, &key),
            (format!("arn:aws:kms:us-east-1:111122223333:key/{ID}"), "111122223333", &key),
            ("alias/a".to_owned(), own, &alias),
            ("arn:aws:kms:us-east-1:111122223333:alias/a".to_owned(), "111122223333", &alias),
        ] {
            let expected = Reference { account: account.to_owned(), named: named.clone() };
            assert_eq!(parse(&cx, &text).unwrap(), expected);
        }
    }

    #[test]
    fn what_is_no_key_is_told_in_awss_words() {
        let (platform, _) = testing::platform();
        let cx = testing::context(&platform);
        let words = |text: &str| parse(&cx, text).unwrap_err().message;
        assert_eq!(words("fake-key-id"), "Invalid keyId 'fake-key-id'");
        assert_eq!(words("mrk-fake-key-id"), "Invalid keyId 'mrk-fake-key-id'");
        assert_eq!(words("aws/s3"), "Invalid keyId aws/s3");
        let elsewhere = format!("arn:aws:kms:us-west-2:000000000000:key/{ID}");
        assert_eq!(words(&elsewhere), "Invalid arn us-west-2");
        assert_eq!(words("arn:aws:s3:::a"), "Invalid arn arn:aws:s3:::a");
    }

    #[test]
    fn aliases_have_rules() {
        let code = |name| check_alias(name).map_err(|error| error.code());
        assert_eq!(code("alias/a/b_c-1"), Ok(()));
        assert_eq!(code("alias/aws/s3"), Err("NotAuthorizedException"));
        assert_eq!(code("a"), Err("ValidationException"));
        assert_eq!(code("alias/"), Err("ValidationException"));
        assert_eq!(code("alias/a:b"), Err("InvalidAliasNameException"));
    }
}
