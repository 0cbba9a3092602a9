//! What policies say of a request. A deny wins over every allow; silence is no allow.

use super::condition::Verdict;
use super::pattern::Pattern;
use super::{Document, Effect, Match, Principals, Statement};
use crate::{Arn, Context, Principal, Visit};
use std::collections::BTreeMap;

/// Who wants to do what.
pub struct Request<'a> {
    /// The caller.
    pub principal: &'a Principal,
    /// Such as `sts:AssumeRole`.
    pub action: &'a str,
    /// The ARN of what it is done with, or `*`.
    pub resource: &'a str,
    /// What conditions and variables can ask for.
    pub keys: &'a Keys,
}

/// The values of a request's condition keys, such as `aws:SourceIp`. A key's case does not matter.
#[derive(Clone, Debug, Default)]
pub struct Keys(BTreeMap<String, Vec<String>>);

impl Keys {
    /// What every request tells of its caller, place and time ("AWS global condition context keys"
    /// in the IAM user guide). A session is known by its role, whose path it does not know.
    pub fn of(cx: &Context) -> Self {
        let mut keys = Self::default();
        keys.set("aws:CurrentTime", cx.now().iso8601());
        keys.set("aws:EpochTime", cx.now().seconds().to_string());
        keys.set("aws:RequestedRegion", &*cx.region);
        if let Some(visit) = cx.visit() {
            keys.tell(visit);
        }
        let (kind, account) = match &*cx.principal {
            // A service acts for the account that it was asked to act in.
            Principal::Service { name } => {
                keys.set("aws:PrincipalIsAWSService", "true");
                keys.set("aws:PrincipalServiceName", name);
                keys.set("aws:SourceAccount", &*cx.account);
                if let Some(source) = &cx.source {
                    keys.set("aws:SourceArn", &**source);
                }
                return keys;
            }
            Principal::Anonymous => {
                keys.set("aws:PrincipalIsAWSService", "false");
                keys.set("aws:PrincipalType", "Anonymous");
                keys.set("aws:userid", cx.principal.user_id());
                return keys;
            }
            Principal::Root { account } => ("Account", account),
            Principal::User { account, name, .. } => {
                keys.set("aws:username", name);
                ("User", account)
            }
            Principal::AssumedRole { account, .. } => ("AssumedRole", account),
        };
        let arn = match &*cx.principal {
            Principal::AssumedRole { role, .. } => {
                Arn::new("iam", &cx.region, account, format_args!("role/{role}"))
                    .global()
                    .to_string()
            }
            _ => cx.caller_arn(),
        };
        keys.set("aws:PrincipalIsAWSService", "false");
        keys.set("aws:PrincipalAccount", account);
        // KMS has a name of its own for it.
        keys.set("kms:CallerAccount", account);
        keys.tell_of_services(cx);
        keys.set("aws:PrincipalArn", arn);
        keys.set("aws:PrincipalType", kind);
        keys.set("aws:userid", cx.principal.user_id());
        keys
    }

    /// The service that calls in the caller's name, if one does.
    fn tell_of_services(&mut self, cx: &Context) {
        self.set(
            "aws:ViaAWSService",
            if cx.service_on_the_way().is_some() { "true" } else { "false" },
        );
        let Some(via) = cx.service_on_the_way() else { return };
        for key in ["aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"] {
            self.set(key, via);
        }
        if let Some((service, domain)) = via.split_once('.') {
            self.set("kms:ViaService", format!("{service}.{}.{domain}", cx.region));
        }
    }

    /// What a client's request tells of its way.
    fn tell(&mut self, visit: &Visit) {
        self.set("aws:SecureTransport", visit.is_secure().to_string());
        let texts = [("aws:Referer", &visit.referer), ("aws:UserAgent", &visit.user_agent)];
        for (name, value) in texts {
            self.set_all(name, value.clone());
        }
        self.set_all("aws:SourceIp", visit.address.map(|address| address.to_string()));
    }

    /// Gives a key its one value.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        self.set_all(name, [value.into()]);
    }

    /// Gives a key its values. No value is the same as no key.
    pub fn set_all(&mut self, name: &str, values: impl IntoIterator<Item = String>) {
        let values: Vec<_> = values.into_iter().collect();
        if !values.is_empty() {
            self.0.insert(name.to_ascii_lowercase(), values);
        }
    }

    /// A key's values; where it has any, at least one.
    pub(super) fn get(&self, name: &str) -> Option<&[String]> {
        self.0.get(&name.to_ascii_lowercase()).map(Vec::as_slice)
    }
}

/// What policies say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// One allows it, and none denies it.
    Allow,
    /// One denies it.
    Deny,
    /// None is about it.
    Nothing,
}

/// What policies that hang on one thing say of a request. Statements that name nobody are about
/// every caller, since the policy hangs on the caller; those that name no resource are about what
/// the policy hangs on.
pub fn decide<'a>(policies: impl IntoIterator<Item = &'a Document>, request: &Request) -> Decision {
    let mut decision = Decision::Nothing;
    for policy in policies {
        for statement in &policy.statements {
            if !is_about(policy, statement, request) {
                continue;
            }
            match (statement.effect, meets(policy, statement, request)) {
                // A condition that cannot be judged must not widen what is allowed.
                (Effect::Deny, Verdict::Yes | Verdict::Unknown) => return Decision::Deny,
                (Effect::Allow, Verdict::Yes) => decision = Decision::Allow,
                (_, Verdict::No) | (Effect::Allow, Verdict::Unknown) => {}
            }
        }
    }
    decision
}

/// Whether a statement is about this caller, action and resource.
fn is_about(policy: &Document, statement: &Statement, request: &Request) -> bool {
    let principals = statement.principals.as_ref();
    let variables = policy.has_variables.then_some(request.keys);
    let is_action = |pattern: &String| {
        Pattern::new(pattern, None).is_some_and(|it| it.matches_ignoring_case(request.action))
    };
    // What is named by a value that is not there is nothing, unless that would allow all the rest.
    let is_all_but = matches!(statement.resources, Some(Match::AllBut(_)));
    let of_no_value = is_all_but && statement.effect == Effect::Allow;
    let is_resource = |pattern: &String| {
        let pattern = Pattern::new(pattern, variables);
        pattern.map_or(of_no_value, |it| it.matches_resource(request.resource))
    };
    principals.is_none_or(|it| it.holds(|named| is_named(named, request.principal)))
        && statement.actions.as_ref().is_some_and(|it| it.holds(|all| all.iter().any(is_action)))
        && statement.resources.as_ref().is_none_or(|it| it.holds(|all| all.iter().any(is_resource)))
}

/// All conditions must hold.
fn meets(policy: &Document, statement: &Statement, request: &Request) -> Verdict {
    let mut verdict = Verdict::Yes;
    for condition in &statement.conditions {
        match condition.holds(request.keys, policy.has_variables) {
            Verdict::No => return Verdict::No,
            Verdict::Unknown => verdict = Verdict::Unknown,
            Verdict::Yes => {}
        }
    }
    verdict
}

/// Whether a policy's `Principal` names the caller.
fn is_named(named: &Principals, principal: &Principal) -> bool {
    let named = match named {
        Principals::Everybody => return true,
        Principals::Of(named) => named,
    };
    let mut of = named.iter().map(|(kind, value)| (kind.as_str(), value.as_str()));
    match principal {
        Principal::Service { name } => of.any(|it| it == ("Service", name)),
        Principal::Anonymous => of.any(|it| it == ("AWS", "*")),
        Principal::Root { account }
        | Principal::User { account, .. }
        | Principal::AssumedRole { account, .. } => {
            of.any(|(kind, value)| kind == "AWS" && is_aws_principal(value, account, principal))
        }
    }
}

/// `*`, the caller's account in either spelling, the user, the role or its session.
fn is_aws_principal(named: &str, account: &str, principal: &Principal) -> bool {
    if named == "*" || named == account {
        return true;
    }
    let arn = Arn::parse(named).filter(|arn| (arn.region, arn.account) == ("", account));
    let Some(arn) = arn else { return false };
    match (arn.service, principal) {
        ("iam", _) if arn.resource == "root" => true,
        ("iam", Principal::User { path, name, .. }) => arn.resource == format!("user{path}{name}"),
        ("iam", Principal::AssumedRole { role, .. }) => {
            let path = arn.resource.strip_prefix("role/");
            path.and_then(|path| path.rsplit('/').next()) == Some(role.as_str())
        }
        ("sts", Principal::AssumedRole { role, session, .. }) => {
            arn.resource == format!("assumed-role/{role}/{session}")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OBJECT: &str = "arn:aws:s3:::b/home/ann/x";

    fn session() -> Principal {
        Principal::AssumedRole {
            account: "111111111111".into(),
            role: "R".into(),
            role_id: "AROAX".into(),
            session: "s".into(),
        }
    }

    fn said(principal: &Principal, text: &str) -> Decision {
        let mut keys = Keys::default();
        keys.set("aws:username", "ann");
        let policy = Document::parse(text).unwrap();
        let request = Request { principal, action: "s3:GetObject", resource: OBJECT, keys: &keys };
        decide([&policy], &request)
    }

    #[test]
    fn a_caller_must_be_named() {
        let root = Principal::root("111111111111");
        let lambda = Principal::service("lambda.amazonaws.com");
        let session = session();
        let user = Principal::User {
            account: "111111111111".into(),
            path: "/p/".into(),
            name: "ann".into(),
            user_id: "AIDAX".into(),
        };
        for (principal, named, expected) in [
            (&lambda, r#"{"Service":"lambda.amazonaws.com"}"#, true),
            (&lambda, r#"{"Service":"ec2.amazonaws.com"}"#, false),
            (&lambda, r#"{"AWS":"*"}"#, false),
            (&root, r#"{"Service":"lambda.amazonaws.com"}"#, false),
            (&root, r#"{"AWS":["222222222222","111111111111"]}"#, true),
            (&root, r#"{"AWS":"arn:aws:iam::222222222222:root"}"#, false),
            (&session, r#"{"AWS":"arn:aws:iam::111111111111:role/p/R"}"#, true),
            (&session, r#"{"AWS":"arn:aws:iam::111111111111:role/Q"}"#, false),
            (&session, r#"{"AWS":"arn:aws:sts::111111111111:assumed-role/R/s"}"#, true),
            (&session, r#""*""#, true),
            (&user, r#"{"AWS":"arn:aws:iam::111111111111:user/p/ann"}"#, true),
            (&user, r#"{"AWS":"arn:aws:iam::111111111111:user/ann"}"#, false),
            (&user, r#"{"AWS":"111111111111"}"#, true),
        ] {
            for (element, expected) in [("Principal", expected), ("NotPrincipal", !expected)] {
                let text = format!(
                    r#"{{"Statement":{{"Effect":"Allow","Action":"*","{element}":{named}}}}}"#
                );
                let decision = if expected { Decision::Allow } else { Decision::Nothing };
                assert_eq!(said(principal, &text), decision, "{principal:?} {named}");
            }
        }
    }

    #[test]
    fn an_action_and_a_resource_must_be_meant() {
        for (rest, expected) in [
            (r#""Action":"S3:get*","Resource":"arn:aws:s3:::b/*""#, true),
            (r#""Action":["sqs:*","s3:GetObject"],"Resource":"*""#, true),
            (r#""Action":"s3:PutObject","Resource":"*""#, false),
            (r#""NotAction":"s3:PutObject","Resource":"*""#, true),
            (r#""NotAction":"s3:*","Resource":"*""#, false),
            (r#""Action":"*","Resource":"arn:aws:s3:::b""#, false),
            (r#""Action":"*","Resource":"arn:aws:s3:::B/*""#, false),
            (r#""Action":"*","NotResource":"arn:aws:s3:::c/*""#, true),
            (r#""Action":"*","NotResource":"arn:aws:s3:::b/*""#, false),
            (r#""Action":"*","Resource":"arn:aws:s3:::b/home/${aws:username}/*""#, true),
            (r#""Action":"*","Resource":"arn:aws:s3:::b/home/${aws:userid}/*""#, false),
            (r#""Resource":"*""#, false),
        ] {
            let text =
                format!(r#"{{"Version":"2012-10-17","Statement":{{"Effect":"Allow",{rest}}}}}"#);
            let decision = if expected { Decision::Allow } else { Decision::Nothing };
            assert_eq!(said(&session(), &text), decision, "{rest}");
            let deny = text.replace("Allow", "Deny");
            let decision = if expected { Decision::Deny } else { Decision::Nothing };
            assert_eq!(said(&session(), &deny), decision, "{rest}");
        }
        let unknown = r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*",
            "NotResource":"arn:aws:s3:::${aws:userid}/*"}}"#;
        assert_eq!(said(&session(), unknown), Decision::Nothing);
        assert_eq!(said(&session(), &unknown.replace("Allow", "Deny")), Decision::Deny);
        let old = r#"{"Statement":{"Effect":"Allow","Action":"*",
            "Resource":"arn:aws:s3:::b/home/${aws:username}/*"}}"#;
        assert_eq!(said(&session(), old), Decision::Nothing);
    }

    #[test]
    fn a_deny_wins_and_what_cannot_be_judged_widens_nothing() {
        let allow = r#"{"Effect":"Allow","Action":"s3:*","Resource":"*"}"#;
        for (second, expected) in [
            (r#"{"Effect":"Deny","Action":"s3:Get*","Resource":"*"}"#, Decision::Deny),
            (r#"{"Effect":"Deny","Action":"s3:Put*","Resource":"*"}"#, Decision::Allow),
            (
                r#"{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Odd":{"a":"b"}}}"#,
                Decision::Deny,
            ),
            (
                r#"{"Effect":"Deny","Action":"*","Resource":"*",
                    "Condition":{"Odd":{"a":"b"},"Null":{"aws:username":"true"}}}"#,
                Decision::Allow,
            ),
        ] {
            let text = format!(r#"{{"Statement":[{allow},{second}]}}"#);
            assert_eq!(said(&session(), &text), expected, "{second}");
        }
        let odd = r#"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*",
            "Condition":{"Odd":{"a":"b"}}}}"#;
        assert_eq!(said(&session(), odd), Decision::Nothing);
    }

    #[test]
    fn a_request_tells_of_its_caller() {
        let cx = crate::testing::context(&crate::testing::platform().0);
        let value = |principal, name: &str| {
            let keys = Keys::of(&cx.acting_as(principal));
            keys.get(name).map(|values| values.join(","))
        };
        let root = || Principal::root("111111111111");
        let lambda = || Principal::service("lambda.amazonaws.com");
        for (principal, name, expected) in [
            (root(), "aws:PrincipalArn", Some("arn:aws:iam::111111111111:root")),
            (root(), "aws:principaltype", Some("Account")),
            (root(), "aws:username", None),
            (root(), "aws:SourceAccount", None),
            (session(), "aws:PrincipalArn", Some("arn:aws:iam::111111111111:role/R")),
            (session(), "aws:userid", Some("AROAX:s")),
            (session(), "aws:CurrentTime", Some("2026-01-02T03:04:05Z")),
            (lambda(), "aws:SourceAccount", Some("000000000000")),
            (lambda(), "aws:PrincipalIsAWSService", Some("true")),
            (lambda(), "aws:PrincipalArn", None),
        ] {
            assert_eq!(value(principal, name).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn several_policies_are_one() {
        let parse = |effect: &str| {
            let text =
                format!(r#"{{"Statement":{{"Effect":"{effect}","Action":"*","Resource":"*"}}}}"#);
            Document::parse(&text).unwrap()
        };
        let (allow, deny, keys) = (parse("Allow"), parse("Deny"), Keys::default());
        let principal = session();
        let request = Request { principal: &principal, action: "a:b", resource: "*", keys: &keys };
        assert_eq!(decide([&allow, &deny], &request), Decision::Deny);
        assert_eq!(decide([&allow], &request), Decision::Allow);
        assert_eq!(decide([], &request), Decision::Nothing);
    }
}
