//! The names of runtimes: those that AWS takes, those that it has retired, and its words for the
//! rest. The lists are as recorded, never by date: what was taken once is taken on any day.

use crate::errors::invalid;
use ::functions::{Family, find_runtime};
use platform::{Arn, Result};
use sha2::{Digest, Sha256};
use shapes::checksum::hex;

/// What AWS lists to a name that it does not know, in its order.
const TAKEN: &str = "nodejs20.x, python3.14, provided.al2023, python3.12, python3.13, nodejs24.x, \
                     nodejs22.x, java17, nodejs16.x, java25, dotnet8, python3.10, java11, \
                     python3.11, dotnet6, java21, nodejs18.x, provided.al2, ruby3.3, ruby3.4, \
                     java8.al2, ruby3.2, python3.8, python3.9";
/// Those that no function can be created with any more ("Lambda runtimes", deprecated).
const RETIRED: [&str; 20] = [
    "nodejs",
    "nodejs4.3",
    "nodejs4.3-edge",
    "nodejs6.10",
    "nodejs8.10",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs14.x",
    "python2.7",
    "python3.6",
    "python3.7",
    "provided",
    "java8",
    "dotnetcore1.0",
    "dotnetcore2.0",
    "dotnetcore2.1",
    "dotnetcore3.1",
    "go1.x",
    "ruby2.5",
    "ruby2.7",
];

/// The name of a runtime that a function may be given.
///
/// # Errors
/// `InvalidParameterValueException`.
pub fn checked(name: &str) -> Result<String> {
    if RETIRED.contains(&name) {
        return Err(invalid(format!(
            "The runtime parameter of {name} is no longer supported for creating or updating AWS \
             Lambda functions. We recommend you use a supported runtime while creating or updating \
             functions."
        )));
    }
    match find_runtime(name).map(|runtime| runtime.family) {
        Some(Family::Unsupported(why)) => {
            Err(invalid(format!("The runtime parameter of {name} is not supported: {why}.")))
        }
        Some(_) => Ok(name.to_owned()),
        None => Err(invalid(format!(
            "Value {name} at 'runtime' failed to satisfy constraint: Member must satisfy enum \
             value set: [{TAKEN}] or be a valid ARN"
        ))),
    }
}

/// The ARN of the version of a runtime that functions of this region run on: one for each runtime, at
/// all times.
pub fn version_arn(region: &str, runtime: &str) -> String {
    let digest = hex(&Sha256::digest(runtime));
    Arn::new("lambda", region, "", format_args!("runtime:{digest}")).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_taken_retired_or_unknown() {
        let refused = |name| checked(name).unwrap_err().to_string();
        for name in RETIRED {
            assert!(find_runtime(name).is_some(), "{name}");
            assert!(refused(name).contains("is no longer supported for creating or updating"));
        }
        assert_eq!(
            refused("nodejs14.x"),
            "InvalidParameterValueException: The runtime parameter of nodejs14.x is no longer \
             supported for creating or updating AWS Lambda functions. We recommend you use a \
             supported runtime while creating or updating functions."
        );
        for name in TAKEN.split(", ").filter(|name| !name.starts_with(['j', 'd', 'r'])) {
            assert_eq!(checked(name).unwrap(), name);
        }
        assert!(refused("java21").starts_with(
            "InvalidParameterValueException: The runtime parameter of java21 is not supported: "
        ));
        assert!(refused("python3.9 ").starts_with(
            "InvalidParameterValueException: Value python3.9  at 'runtime' failed to satisfy \
             constraint: Member must satisfy enum value set: [nodejs20.x, python3.14, "
        ));
        assert!(refused("cobol").ends_with("python3.8, python3.9] or be a valid ARN"));
    }

    #[test]
    fn each_runtime_has_a_version() {
        let arn = version_arn("us-east-1", "python3.9");
        let digest = arn.strip_prefix("arn:aws:lambda:us-east-1::runtime:").unwrap();
        assert_eq!(digest.len(), 64);
        assert_ne!(arn, version_arn("us-east-1", "python3.10"));
    }
}
