//! Requests to AWS services that Waterwheel does not have, so that each is refused by its name.

use http::request::Parts;
use wire::{Codec, WireError};

/// Services whose target prefix does not begin with their name.
const TARGETS: [(&str, &str); 17] = [
    ("AWSBudgetServiceGateway", "budgets"),
    ("AWSCognitoIdentityProviderService", "cognito-idp"),
    ("AWSCognitoIdentityService", "cognito-identity"),
    ("AWSEvents", "events"),
    ("AWSGlue", "glue"),
    ("AWSOrganizationsV20161128", "organizations"),
    ("AWSStepFunctions", "states"),
    ("AWSWAF_20190729", "wafv2"),
    ("AmazonAthena", "athena"),
    ("AmazonEC2ContainerRegistry_V20150921", "ecr"),
    ("AmazonEC2ContainerServiceV20141113", "ecs"),
    ("CertificateManager", "acm"),
    ("CloudTrail_20131101", "cloudtrail"),
    ("CodeBuild_20161006", "codebuild"),
    ("Firehose_20150804", "firehose"),
    ("KinesisAnalytics_20180523", "kinesisanalyticsv2"),
    ("SageMaker", "sagemaker"),
];

/// Services that speak XML at paths, as S3 does.
const XML: [&str; 6] =
    ["cloudfront", "route53", "s3express", "s3-object-lambda", "s3-outposts", "s3tables"];

/// A request that is for no service here: how to answer, and what to say.
pub(crate) struct Outside {
    pub(crate) codec: Codec,
    pub(crate) error: WireError,
}

/// Recognizes a request to a service that is not among `shapes::SERVICES`. `signed` is the
/// service of its credential scope, `present` gives the services there are.
pub(crate) fn outside(
    head: &Parts,
    signed: Option<&str>,
    present: impl FnOnce() -> Vec<&'static str>,
) -> Option<Outside> {
    let signed = signed.filter(|name| !is_known(name));
    let target = head.headers.get("x-amz-target").and_then(|target| target.to_str().ok());
    if let Some(target) = target {
        let prefix = target.rsplit_once('.').map_or(target, |(prefix, _)| prefix);
        if shapes::SERVICES.iter().any(|service| service.target_prefix == prefix) {
            return None;
        }
        let known = TARGETS.iter().find(|(own, _)| *own == prefix).map(|(_, name)| *name);
        // Without a service in the scope, only a target that is known to be one counts.
        let name = signed.or(known)?;
        return Some(refusal(name, Some(target), Codec::Json, present()));
    }
    if let Some((prefix, operation)) = rpc_v2(head) {
        if shapes::SERVICES.iter().any(|service| service.target_prefix == prefix) {
            return None;
        }
        let known = TARGETS.iter().find(|(own, _)| *own == prefix).map(|(_, name)| *name);
        let target = format!("{prefix}.{operation}");
        let name = signed.or(known).unwrap_or(prefix);
        return Some(refusal(name, Some(&target), Codec::RpcV2Cbor, present()));
    }
    let name = signed?;
    let kind = head.headers.get(http::header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let codec = match kind.unwrap_or_default() {
        kind if kind.starts_with("application/x-www-form-urlencoded") => Codec::Query,
        _ if head.uri.query().is_some_and(|query| query.contains("Action=")) => Codec::Query,
        kind if kind.starts_with("application/x-amz-json") => Codec::Json,
        _ if XML.contains(&name) => Codec::RestXml,
        _ => Codec::RestJson,
    };
    Some(refusal(name, None, codec, present()))
}

fn is_known(name: &str) -> bool {
    shapes::SERVICES.iter().any(|service| service.signing_name == name)
}

/// `/service/{Service}/operation/{Operation}` with its protocol's header.
fn rpc_v2(head: &Parts) -> Option<(&str, &str)> {
    head.headers.get("smithy-protocol")?;
    let rest = head.uri.path().split_once("/service/")?.1;
    rest.split_once("/operation/")
}

fn refusal(name: &str, target: Option<&str>, codec: Codec, present: Vec<&str>) -> Outside {
    let short = |text: &str| -> String { text.chars().take(100).collect() };
    let target = target.map(|target| format!(" ({})", short(target))).unwrap_or_default();
    let message = format!(
        "The service '{}'{target} is not part of Waterwheel, which has {}.",
        short(name),
        present.join(", ")
    );
    Outside { codec, error: WireError::not_here(message) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(
        uri: &str,
        headers: &[(&str, &str)],
        signed: Option<&str>,
    ) -> Option<(Codec, String)> {
        let builder = http::Request::builder().uri(uri);
        let builder = headers.iter().fold(builder, |b, (name, value)| b.header(*name, *value));
        let head = builder.body(()).unwrap().into_parts().0;
        let found = outside(&head, signed, || vec!["kinesis", "s3"])?;
        assert_eq!((&*found.error.code, found.error.status), ("NotImplemented", 400));
        Some((found.codec, found.error.message))
    }

    #[test]
    fn other_services_are_refused_by_name() {
        let target = ("x-amz-target", "AmazonAthena.StartQueryExecution");
        let (codec, message) = refused("/", &[target], None).unwrap();
        assert_eq!(codec, Codec::Json);
        assert_eq!(
            message,
            "The service 'athena' (AmazonAthena.StartQueryExecution) is not part of Waterwheel, which \
             has kinesis, s3."
        );
        let form = ("content-type", "application/x-www-form-urlencoded; charset=utf-8");
        let (codec, message) = refused("/", &[form], Some("ec2")).unwrap();
        assert_eq!(codec, Codec::Query);
        assert!(message.contains("'ec2'"));
        let (codec, _) = refused("/2013-04-01/hostedzone", &[], Some("route53")).unwrap();
        assert_eq!(codec, Codec::RestXml);
        let rpc = ("smithy-protocol", "rpc-v2-cbor");
        let path = "/service/CertificateManager/operation/ListCertificates";
        let (codec, message) = refused(path, &[rpc], None).unwrap();
        assert_eq!(codec, Codec::RpcV2Cbor);
        assert!(message.contains("'acm'"));
        let path = "/service/GraniteServiceVersion20100801/operation/PutMetricData";
        assert_eq!(refused(path, &[rpc], None), None);
    }

    #[test]
    fn services_that_are_here_are_left_alone() {
        let target = ("x-amz-target", "Kinesis_20131202.NoSuchThing");
        assert_eq!(refused("/", &[target], Some("kinesis")), None);
        assert_eq!(refused("/", &[("x-amz-target", "Nobody.Knows")], None), None);
        assert_eq!(refused("/bucket/key", &[], Some("s3")), None);
        assert_eq!(refused("/bucket/key", &[], None), None);
    }
}
