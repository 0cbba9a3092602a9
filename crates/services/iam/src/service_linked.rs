//! Roles that are linked to services: made for one service, and changed by it alone ("AWS services
//! that work with IAM", and each service's page "Using service-linked roles").

/// Services, what their roles are called behind `AWSServiceRoleFor`, and whether there can be several,
/// told apart by a suffix.
const SERVICES: &[(&str, &str, bool)] = &[
    ("access-analyzer.amazonaws.com", "AccessAnalyzer", false),
    ("apidestinations.events.amazonaws.com", "AmazonEventBridgeApiDestinations", false),
    ("autoscaling.amazonaws.com", "AutoScaling", true),
    ("batch.amazonaws.com", "Batch", true),
    ("cloudtrail.amazonaws.com", "CloudTrail", false),
    ("config.amazonaws.com", "Config", false),
    (
        "dynamodb.application-autoscaling.amazonaws.com",
        "ApplicationAutoScaling_DynamoDBTable",
        false,
    ),
    ("ecs.amazonaws.com", "ECS", false),
    ("ecs.application-autoscaling.amazonaws.com", "ApplicationAutoScaling_ECSService", false),
    ("eks-nodegroup.amazonaws.com", "AmazonEKSNodegroup", false),
    ("eks.amazonaws.com", "AmazonEKS", false),
    ("elasticache.amazonaws.com", "ElastiCache", false),
    ("elasticloadbalancing.amazonaws.com", "ElasticLoadBalancing", false),
    ("es.amazonaws.com", "AmazonElasticsearchService", false),
    ("events.amazonaws.com", "CloudWatchEvents", false),
    ("guardduty.amazonaws.com", "AmazonGuardDuty", false),
    ("kafka.amazonaws.com", "Kafka", false),
    ("kafkaconnect.amazonaws.com", "KafkaConnect", false),
    ("kinesisreplication.dynamodb.amazonaws.com", "DynamoDBKinesisDataStreamsReplication", false),
    (
        "lambda.application-autoscaling.amazonaws.com",
        "ApplicationAutoScaling_LambdaConcurrency",
        false,
    ),
    ("opensearchservice.amazonaws.com", "AmazonOpenSearchService", false),
    ("ops.apigateway.amazonaws.com", "APIGateway", false),
    ("organizations.amazonaws.com", "Organizations", false),
    ("rds.amazonaws.com", "RDS", false),
    ("redshift.amazonaws.com", "Redshift", false),
    ("replication.dynamodb.amazonaws.com", "DynamoDBReplication", false),
    ("replicator.lambda.amazonaws.com", "LambdaReplicator", false),
    ("securityhub.amazonaws.com", "SecurityHub", false),
    ("spot.amazonaws.com", "EC2Spot", false),
    ("spotfleet.amazonaws.com", "EC2SpotFleet", false),
    ("ssm.amazonaws.com", "AmazonSSM", false),
    ("sso.amazonaws.com", "SSO", false),
    ("support.amazonaws.com", "Support", false),
    ("trustedadvisor.amazonaws.com", "TrustedAdvisor", false),
];

/// The name of a service's role, and whether it takes a suffix; nothing for a service that is not
/// known here to have one.
pub fn role_of(service: &str) -> Option<(String, bool)> {
    let (_, name, suffixed) = SERVICES.iter().find(|(known, ..)| *known == service)?;
    Some((format!("AWSServiceRoleFor{name}"), *suffixed))
}

/// The path of a service's role.
pub fn path_of(service: &str) -> String {
    format!("/aws-service-role/{service}/")
}

/// Whom a service's role trusts.
pub fn trust_of(service: &str) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Statement":[{{"Effect":"Allow","Principal":{{"Service":"{service}"}},"Action":"sts:AssumeRole"}}]}}"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::policy::Kind;

    #[test]
    fn each_services_role_trusts_it_alone() {
        assert_eq!(role_of("ecs.amazonaws.com"), Some(("AWSServiceRoleForECS".to_owned(), false)));
        assert_eq!(role_of("nothing.amazonaws.com"), None);
        for (service, ..) in SERVICES {
            crate::policy::check(&trust_of(service), Kind::Trust).unwrap();
            crate::paths::read(Some(path_of(service))).unwrap();
        }
        assert!(SERVICES.is_sorted());
    }
}
