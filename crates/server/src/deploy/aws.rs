//! What a function needs around it: a role, a bucket; and names as the services want them.

use crate::api::{Api, Asked};
use serde_json::json;
use wire::sigv4::sha256_hex;

/// What a name may have beside letters and digits, and how long it may be.
fn named(what: &str, text: &str, others: &[u8], longest: usize) -> Result<String, String> {
    let is_right = |it: u8| it.is_ascii_alphanumeric() || others.contains(&it);
    if !text.is_empty() && text.len() <= longest && text.bytes().all(is_right) {
        return Ok(text.to_owned());
    }
    Err(format!(
        "a {what}'s name has letters, digits and {}, {longest} at most",
        String::from_utf8_lossy(others)
    ))
}

/// A role's name.
pub fn role_name(text: &str) -> Result<String, String> {
    named("role", text, b"_+=,.@-", 64)
}

/// A stream's name.
pub fn stream_name(text: &str) -> Result<String, String> {
    named("stream", text, b"_.-", 128)
}

/// A queue's name; that of a FIFO queue ends with `.fifo`.
pub fn queue_name(text: &str) -> Result<String, String> {
    named("queue", text.strip_suffix(".fifo").unwrap_or(text), b"_-", 80).map(|_| text.to_owned())
}

/// A bucket's name.
pub fn bucket_name(text: &str) -> Result<String, String> {
    named("bucket", text, b".-", 63)
}

/// A role that is there.
pub struct Role {
    /// Its ARN.
    pub arn: String,
    /// Whether it was made just now.
    pub made: bool,
}

/// The role of this name; made, for Lambda and with leave to use what pipelines are made of, where
/// there is none.
pub fn ensure_role(api: &Api, name: &str) -> Asked<Role> {
    let arn = |answer: &str| within(answer, "Arn").to_owned();
    match api.iam("GetRole", &[("RoleName", name)]) {
        Ok(answer) => return Ok(Role { arn: arn(&answer), made: false }),
        Err(refusal) if refusal.is("NoSuchEntity") => {}
        Err(refusal) => return Err(refusal),
    }
    let trust = json!({ "Version": "2012-10-17", "Statement": [{
        "Effect": "Allow",
        "Principal": { "Service": "lambda.amazonaws.com" },
        "Action": "sts:AssumeRole",
    }]});
    let trust = trust.to_string();
    let made = api.iam("CreateRole", &[("AssumeRolePolicyDocument", &trust), ("RoleName", name)]);
    let answer = match made {
        // Somebody else was quicker.
        Err(refusal) if refusal.is("EntityAlreadyExists") => {
            api.iam("GetRole", &[("RoleName", name)])?
        }
        made => made?,
    };
    let leave = json!({ "Version": "2012-10-17", "Statement": [{
        "Effect": "Allow",
        "Action": ["kinesis:*", "lambda:InvokeFunction", "logs:*", "s3:*", "sns:*", "sqs:*"],
        "Resource": "*",
    }]});
    let leave = leave.to_string();
    let policy =
        [("PolicyDocument", leave.as_str()), ("PolicyName", "pipelines"), ("RoleName", name)];
    api.iam("PutRolePolicy", &policy)?;
    Ok(Role { arn: arn(&answer), made: true })
}

/// What stands in an XML element of this name. ARNs need no escape.
fn within<'a>(text: &'a str, name: &str) -> &'a str {
    let rest = text.split_once(&format!("<{name}>")).map_or("", |(_, rest)| rest);
    rest.split('<').next().unwrap_or_default()
}

/// Makes a bucket where there is none, and says whether it did.
pub fn ensure_bucket(api: &Api, name: &str) -> Asked<bool> {
    let path = format!("/{name}");
    match api.s3("HEAD", &path, b"") {
        Ok(_) => return Ok(false),
        Err(refusal) if refusal.status() == 404 => {}
        Err(refusal) => return Err(refusal),
    }
    let place = match api.region() {
        platform::DEFAULT_REGION => String::new(),
        region => format!(
            "<CreateBucketConfiguration><LocationConstraint>{region}</LocationConstraint>\
             </CreateBucketConfiguration>"
        ),
    };
    match api.s3("PUT", &path, place.as_bytes()) {
        Err(refusal) if refusal.is("BucketAlreadyOwnedByYou") => Ok(false),
        made => made.map(|_| true),
    }
}

impl Api {
    /// Asks IAM; gives its XML. The parameters are in the order of their names.
    fn iam(&self, action: &str, parameters: &[(&str, &str)]) -> Asked<String> {
        let mut body = format!("Action={action}&Version=2010-05-08");
        for (name, value) in parameters {
            let value =
                percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
            body.push_str(&format!("&{name}={value}"));
        }
        let headers = [("content-type", "application/x-www-form-urlencoded; charset=utf-8")];
        self.rest("iam", "POST", "/", &headers, body.as_bytes())
    }

    /// Asks S3; gives what it answers.
    pub fn s3(&self, method: &str, path: &str, body: &[u8]) -> Asked<String> {
        let digest = sha256_hex(body);
        self.rest("s3", method, path, &[("x-amz-content-sha256", &digest)], body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_the_services_want_them() {
        assert!(stream_name("clicks.eu-1_a").is_ok() && queue_name("a.fifo").is_ok());
        assert!(bucket_name("a b").is_err() && stream_name("").is_err());
        assert!(queue_name("a.b").is_err() && role_name("a/b").is_err());
        assert_eq!(within("<Role><Arn>arn:x</Arn></Role>", "Arn"), "arn:x");
        assert_eq!(within("<Role/>", "Arn"), "");
    }
}
