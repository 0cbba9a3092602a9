//! AWS's own managed policies ("AWS managed policy reference"): which there are, their versions, and
//! the documents of those that pipelines use.
//!
//! `managed/policies.txt` has one a line, by path and name: these, the default version, and when that
//! and the policy were made (seconds since the epoch). `managed/documents.jsonl` has one a line of those
//! whose document is known. Both are as they were in the autumn of 2026. AWS's unique ids and
//! descriptions of them are not known; the ids are made of the names.

use crate::policy;
use fnv::FnvHasher;
use serde::Deserialize;
use serde_json::Value;
use shapes::{Timestamp, iam};
use std::collections::BTreeMap;
use std::hash::Hasher as _;
use std::sync::LazyLock;

static POLICIES: LazyLock<BTreeMap<&str, Managed>> = LazyLock::new(read);

/// One of AWS's managed policies.
pub struct Managed {
    /// Its path and name, without the first slash.
    resource: &'static str,
    /// The default version's id, such as `v2`.
    pub version: &'static str,
    created: Timestamp,
    updated: Timestamp,
    /// What it says, where that is known.
    pub document: Option<String>,
}

#[derive(Deserialize)]
struct Line {
    policy: String,
    document: Value,
}

fn read() -> BTreeMap<&'static str, Managed> {
    let lines = include_str!("managed/documents.jsonl").lines();
    let lines = lines.filter_map(|line| serde_json::from_str::<Line>(line).ok());
    let mut documents: BTreeMap<_, _> =
        lines.map(|line| (line.policy, line.document.to_string())).collect();
    let mut policy = |line: &'static str| {
        let mut parts = line.split(' ');
        let resource = parts.next()?;
        let version = parts.next()?;
        let mut time = || Some(Timestamp(parts.next()?.parse::<i64>().ok()? * 1000));
        let (created, updated) = (time()?, time()?);
        let document = documents.remove(resource);
        Some((resource, Managed { resource, version, created, updated, document }))
    };
    include_str!("managed/policies.txt").lines().filter_map(&mut policy).collect()
}

/// The policy of this path and name, such as `service-role/AWSLambdaRole`.
pub fn find(resource: &str) -> Option<&'static Managed> {
    POLICIES.get(resource)
}

/// Those whose documents are known, by their names.
pub fn documented() -> impl Iterator<Item = &'static Managed> {
    POLICIES.values().filter(|policy| policy.document.is_some())
}

impl Managed {
    /// Its name.
    pub fn name(&self) -> &'static str {
        self.resource.rsplit('/').next().unwrap_or(self.resource)
    }

    /// `/`, or a path that begins and ends with one.
    pub fn path(&self) -> String {
        format!("/{}", &self.resource[..self.resource.len() - self.name().len()])
    }

    /// Its ARN in a partition.
    pub fn arn(&self, partition: &str) -> String {
        format!("arn:{partition}:iam::aws:policy/{}", self.resource)
    }

    /// As IAM shows it in a list, with how many hold it and how many it bounds.
    pub fn listed(&self, partition: &str, (attached, bounding): (i32, i32)) -> iam::Policy {
        iam::Policy {
            policy_name: Some(self.name().to_owned()),
            policy_id: Some(id(self.resource)),
            arn: Some(self.arn(partition)),
            path: Some(self.path()),
            default_version_id: Some(self.version.to_owned()),
            attachment_count: Some(attached),
            permissions_boundary_usage_count: Some(bounding),
            is_attachable: Some(true),
            create_date: Some(self.created),
            update_date: Some(self.updated),
            ..Default::default()
        }
    }

    /// Its default version as IAM shows it in a list.
    pub fn listed_version(&self) -> iam::PolicyVersion {
        iam::PolicyVersion {
            document: None,
            version_id: Some(self.version.to_owned()),
            is_default_version: Some(true),
            create_date: Some(self.updated),
        }
    }

    /// The same with its document, where that is known.
    pub fn full_version(&self) -> Option<iam::PolicyVersion> {
        let document = Some(policy::encoded(self.document.as_ref()?));
        Some(iam::PolicyVersion { document, ..self.listed_version() })
    }
}

/// A unique id, the same at all times: FNV-1a of the name, over and over, in base 32.
fn id(resource: &str) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut hash = FnvHasher::default();
    let mut id = "ANPA".to_owned();
    for round in 0..17_u8 {
        hash.write(resource.as_bytes());
        hash.write(&[round]);
        id.push(char::from(ALPHABET[(hash.finish() >> 59) as usize]));
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::policy::Kind;
    use std::collections::BTreeSet;

    #[test]
    fn what_pipelines_use_is_known_with_its_document() {
        for resource in [
            "service-role/AWSLambdaBasicExecutionRole",
            "service-role/AWSLambdaKinesisExecutionRole",
            "service-role/AWSLambdaSQSQueueExecutionRole",
            "service-role/AWSLambdaDynamoDBExecutionRole",
            "service-role/AWSLambdaVPCAccessExecutionRole",
            "service-role/AWSLambdaRole",
            "AWSLambda_FullAccess",
            "AmazonS3FullAccess",
            "AmazonS3ReadOnlyAccess",
            "AmazonKinesisFullAccess",
            "AmazonKinesisReadOnlyAccess",
            "AmazonSQSFullAccess",
            "AmazonSNSFullAccess",
            "CloudWatchLogsFullAccess",
            "AdministratorAccess",
            "PowerUserAccess",
            "ReadOnlyAccess",
        ] {
            let policy = find(resource).unwrap_or_else(|| panic!("{resource}"));
            assert!(policy.document.is_some(), "{resource}");
        }
        assert!(find("AWSLambdaBasicExecutionRole").is_none());
    }

    #[test]
    fn every_line_is_read_and_every_document_taken() {
        assert_eq!(POLICIES.len(), include_str!("managed/policies.txt").lines().count());
        let documents = include_str!("managed/documents.jsonl").lines().count();
        assert_eq!(documented().count(), documents);
        for policy in documented() {
            let document = policy.document.as_deref().unwrap();
            crate::policy::check(document, Kind::Identity)
                .unwrap_or_else(|error| panic!("{}: {error}", policy.resource));
        }
        let ids: BTreeSet<_> = POLICIES.keys().map(|resource| id(resource)).collect();
        assert_eq!(ids.len(), POLICIES.len());
    }

    #[test]
    fn a_policy_knows_its_path() {
        let policy = find("service-role/AWSLambdaRole").unwrap();
        assert_eq!((policy.path().as_str(), policy.name()), ("/service-role/", "AWSLambdaRole"));
        assert_eq!(policy.arn("aws-cn"), "arn:aws-cn:iam::aws:policy/service-role/AWSLambdaRole");
        assert_eq!(find("AdministratorAccess").unwrap().path(), "/");
    }
}
