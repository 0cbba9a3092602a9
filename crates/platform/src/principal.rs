//! Who asks.

use crate::Arn;
use serde::{Deserialize, Serialize};

/// The account of callers whose access key id names none.
pub const DEFAULT_ACCOUNT: &str = "000000000000";

/// The region of callers that name none.
pub const DEFAULT_REGION: &str = "us-east-1";

/// Who signed nothing, as AWS names it.
const ANONYMOUS: &str = "anonymous";

/// An identity that makes requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Principal {
    /// The owner of an account.
    Root {
        /// Twelve digits.
        account: String,
    },
    /// A user of an account, who signs with an access key that IAM gave.
    User {
        /// The user's account.
        account: String,
        /// `/`, or a path that begins and ends with one.
        path: String,
        /// The user's name, without the path.
        name: String,
        /// The user's unique id, `AIDA…`.
        user_id: String,
    },
    /// A session of a role, from `sts:AssumeRole`.
    AssumedRole {
        /// The role's account.
        account: String,
        /// The role's name, without its path.
        role: String,
        /// The role's unique id, `AROA…`.
        role_id: String,
        /// The name the caller gave the session.
        session: String,
    },
    /// A service acting by itself, such as `lambda.amazonaws.com`.
    Service {
        /// The service's DNS name.
        name: String,
    },
    /// Somebody who signed nothing. Such a caller may only ask for what needs no signature
    /// (`shapes::Dialect::open`), and of S3 what is let be done by everybody.
    Anonymous,
}

impl Principal {
    /// The owner of an account.
    pub fn root(account: impl Into<String>) -> Self {
        Principal::Root { account: account.into() }
    }

    /// A service acting by itself.
    pub fn service(name: impl Into<String>) -> Self {
        Principal::Service { name: name.into() }
    }

    /// The account that it belongs to; services and strangers have none.
    pub fn account(&self) -> Option<&str> {
        match self {
            Principal::Root { account }
            | Principal::User { account, .. }
            | Principal::AssumedRole { account, .. } => Some(account),
            Principal::Service { .. } | Principal::Anonymous => None,
        }
    }

    /// Its ARN in the partition of a region, as `sts:GetCallerIdentity` gives it.
    pub fn arn(&self, region: &str) -> String {
        let of = |service, account: &String, resource: String| {
            Arn::new(service, region, account, resource).global().to_string()
        };
        match self {
            Principal::Root { account } => of("iam", account, "root".to_owned()),
            Principal::User { account, path, name, .. } => {
                of("iam", account, format!("user{path}{name}"))
            }
            Principal::AssumedRole { account, role, session, .. } => {
                of("sts", account, format!("assumed-role/{role}/{session}"))
            }
            Principal::Service { name } => name.clone(),
            Principal::Anonymous => ANONYMOUS.to_owned(),
        }
    }

    /// Its unique id, as `sts:GetCallerIdentity` gives it.
    pub fn user_id(&self) -> String {
        match self {
            Principal::Root { account } => account.clone(),
            Principal::User { user_id, .. } => user_id.clone(),
            Principal::AssumedRole { role_id, session, .. } => format!("{role_id}:{session}"),
            Principal::Service { name } => name.clone(),
            Principal::Anonymous => ANONYMOUS.to_owned(),
        }
    }
}
