//! Access control lists: who else may do what with a bucket or an object ("Access control list (ACL)
//! overview"). Where a bucket enforces its owner's ownership they mean nothing, and only what holds
//! anyway may be set.

use crate::bucket::canonical_id;
use crate::errors::{
    ACL_NOT_SUPPORTED, MALFORMED_ACL, METHOD_NOT_ALLOWED, MISSING_SECURITY_HEADER,
    UNEXPECTED_CONTENT, access_denied, invalid_argument, invalid_request,
};
use platform::{Error, Result};
use serde::{Deserialize, Serialize};
use shapes::s3::{self, AccessControlPolicy};

/// The canonical user id of those who sign nothing.
pub(crate) const ANONYMOUS: &str = "65a011a29cdf8ec533ec3d1ccaae921c";
/// The canonical user id under which Amazon EC2 reads bundles.
const EC2: &str = "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c";
/// The most grants of a list.
const MAX_GRANTS: usize = 100;

/// What is granted, and to whom.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Acl {
    pub grants: Vec<Grant>,
}

/// A permission of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Grant {
    pub to: Grantee,
    pub permission: Permission,
}

/// To whom something is granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Grantee {
    /// An account, by its canonical user id.
    User(String),
    Group(Group),
}

/// A predefined group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Group {
    AllUsers,
    AuthenticatedUsers,
    LogDelivery,
}

/// What may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Permission {
    FullControl,
    Read,
    Write,
    ReadAcp,
    WriteAcp,
}

/// Who asks, as lists know callers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    /// The canonical user id.
    pub id: String,
    /// Whether the request is signed.
    pub is_signed: bool,
}

/// What a list is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Bucket,
    Object,
}

/// Whose a bucket or an object is, and the bucket's owner, by their canonical user ids.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Owners<'a> {
    pub own: &'a str,
    pub of_bucket: &'a str,
}

/// An ACL that is to be set, in one of three ways. The headers stand in the order of [`HEADERS`].
pub(crate) struct Given<'a> {
    pub canned: Option<&'a str>,
    pub policy: Option<&'a AccessControlPolicy>,
    pub grants: [Option<&'a str>; 5],
}

const HEADERS: [(&str, Permission); 5] = [
    ("x-amz-grant-full-control", Permission::FullControl),
    ("x-amz-grant-read", Permission::Read),
    ("x-amz-grant-read-acp", Permission::ReadAcp),
    ("x-amz-grant-write", Permission::Write),
    ("x-amz-grant-write-acp", Permission::WriteAcp),
];

/// The canned ACLs.
const CANNED: [&str; 8] = [
    "private",
    "public-read",
    "public-read-write",
    "authenticated-read",
    "aws-exec-read",
    "bucket-owner-read",
    "bucket-owner-full-control",
    "log-delivery-write",
];

impl Group {
    const ALL: [Self; 3] = [Self::AllUsers, Self::AuthenticatedUsers, Self::LogDelivery];

    pub(crate) fn uri(self) -> &'static str {
        match self {
            Self::AllUsers => "http://acs.amazonaws.com/groups/global/AllUsers",
            Self::AuthenticatedUsers => "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
            Self::LogDelivery => "http://acs.amazonaws.com/groups/s3/LogDelivery",
        }
    }

    fn parse(uri: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.uri() == uri)
    }

    /// Whether everybody can be in it.
    fn is_public(self) -> bool {
        self != Self::LogDelivery
    }
}

impl Permission {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::FullControl => "FULL_CONTROL",
            Self::Read => "READ",
            Self::Write => "WRITE",
            Self::ReadAcp => "READ_ACP",
            Self::WriteAcp => "WRITE_ACP",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        HEADERS.into_iter().map(|(_, it)| it).find(|it| it.name() == name)
    }
}

impl Grantee {
    fn user(id: &str) -> Self {
        Self::User(id.to_owned())
    }

    fn shown(&self) -> s3::Grantee {
        match self {
            Self::User(id) => s3::Grantee {
                id: Some(id.clone()),
                r#type: "CanonicalUser".to_owned(),
                ..Default::default()
            },
            Self::Group(group) => s3::Grantee {
                uri: Some(group.uri().to_owned()),
                r#type: "Group".to_owned(),
                ..Default::default()
            },
        }
    }

    /// Reads a grantee of a document.
    ///
    /// # Errors
    /// `MalformedACLError`, `InvalidArgument`; `MethodNotAllowed` for an email address, as on AWS since
    /// October 2025.
    pub(crate) fn read(given: &s3::Grantee) -> Result<Self> {
        match &*given.r#type {
            "CanonicalUser" => {
                let id = given.id.as_deref().unwrap_or_default();
                check_id(id, "CanonicalUser/ID").map(|()| Self::user(id))
            }
            "Group" => {
                let uri = given.uri.as_deref().unwrap_or_default();
                let group = Group::parse(uri);
                let invalid = || invalid_argument("Invalid group uri", "Group/URI", uri);
                group.map(Self::Group).ok_or_else(invalid)
            }
            "AmazonCustomerByEmail" => Err(by_email()),
            _ => Err(malformed()),
        }
    }

    /// Reads one of a header, such as `id=…`.
    fn of_header(header: &'static str, text: &str) -> Result<Self> {
        let strange = || invalid_argument("Argument format not recognized", header, text);
        let (kind, value) = text.split_once('=').ok_or_else(strange)?;
        let value = value.trim().trim_matches('"');
        match kind.trim() {
            "id" => check_id(value, "id").map(|()| Self::user(value)),
            "uri" => {
                let invalid = || invalid_argument("Invalid group uri", "uri", value);
                Group::parse(value).map(Self::Group).ok_or_else(invalid)
            }
            "emailAddress" => Err(by_email()),
            _ => Err(strange()),
        }
    }
}

/// Whether this is the id of a user: who it is nobody can tell from it.
fn check_id(id: &str, name: &str) -> Result<()> {
    let is_hex = id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if (id.len() == 64 && is_hex) || id == ANONYMOUS {
        return Ok(());
    }
    Err(invalid_argument("Invalid id", name, id))
}

fn by_email() -> Error {
    let message = "The specified method is not allowed against this resource.";
    Error::new(&METHOD_NOT_ALLOWED, message)
}

fn malformed() -> Error {
    Error::new(
        &MALFORMED_ACL,
        "The XML you provided was not well-formed or did not validate against our published schema",
    )
}

/// That the bucket enforces its owner's ownership.
pub(crate) fn not_supported() -> Error {
    Error::new(&ACL_NOT_SUPPORTED, "The bucket does not allow ACLs")
}

impl Acl {
    /// The list of what nobody has set one for.
    pub(crate) fn private(owner: &str) -> Self {
        Self { grants: vec![grant(Grantee::user(owner), Permission::FullControl)] }
    }

    fn canned(name: &str, owners: Owners<'_>, on: Subject) -> Self {
        let group = |group, permission| grant(Grantee::Group(group), permission);
        let bucket_owner = |permission| match on {
            Subject::Object if owners.own != owners.of_bucket => {
                Some(grant(Grantee::user(owners.of_bucket), permission))
            }
            _ => None,
        };
        let (read, write) = (Permission::Read, Permission::Write);
        let mut acl = Self::private(owners.own);
        match name {
            "public-read" => acl.grants.push(group(Group::AllUsers, read)),
            "public-read-write" => {
                acl.grants.extend([read, write].map(|it| group(Group::AllUsers, it)));
            }
            "authenticated-read" => acl.grants.push(group(Group::AuthenticatedUsers, read)),
            "aws-exec-read" => acl.grants.push(grant(Grantee::user(EC2), read)),
            "bucket-owner-read" => acl.grants.extend(bucket_owner(read)),
            "bucket-owner-full-control" => {
                acl.grants.extend(bucket_owner(Permission::FullControl));
            }
            "log-delivery-write" => {
                let both = [write, Permission::ReadAcp];
                acl.grants.extend(both.map(|it| group(Group::LogDelivery, it)));
            }
            _ => {}
        }
        acl
    }

    /// Whether it grants anything to everybody, or to everybody who has an account.
    pub(crate) fn is_public(&self) -> bool {
        let is_public = |it: &Grant| matches!(it.to, Grantee::Group(group) if group.is_public());
        self.grants.iter().any(is_public)
    }

    /// Whether somebody may; without what is granted to everybody, where that is to be ignored.
    pub(crate) fn allows(&self, who: &Who, wanted: Permission, ignores_public: bool) -> bool {
        let is_meant = |to: &Grantee| match to {
            Grantee::User(id) => *id == who.id,
            Grantee::Group(group) if group.is_public() && ignores_public => false,
            Grantee::Group(Group::AllUsers) => true,
            Grantee::Group(Group::AuthenticatedUsers) => who.is_signed,
            Grantee::Group(Group::LogDelivery) => false,
        };
        self.grants.iter().any(|it| gives(it.permission, wanted) && is_meant(&it.to))
    }

    /// Whether access logs may be delivered here.
    pub(crate) fn takes_logs(&self) -> bool {
        let gives = |wanted| {
            let to = Grantee::Group(Group::LogDelivery);
            self.grants.iter().any(|it| it.to == to && gives(it.permission, wanted))
        };
        gives(Permission::Write) && gives(Permission::ReadAcp)
    }

    /// As it is shown.
    pub(crate) fn shown(&self) -> Vec<s3::Grant> {
        let shown = |it: &Grant| s3::Grant {
            grantee: Some(it.to.shown()),
            permission: Some(it.permission.name().to_owned()),
        };
        self.grants.iter().map(shown).collect()
    }

    /// Reads the list of a document.
    ///
    /// # Errors
    /// `MalformedACLError`, and those of its grantees.
    fn read(given: &AccessControlPolicy, owner: &str) -> Result<Self> {
        let (Some(grants), Some(of)) = (&given.grants, &given.owner) else {
            return Err(malformed());
        };
        let id = of.id.as_deref().unwrap_or_default();
        check_id(id, "CanonicalUser/ID")?;
        if grants.len() > MAX_GRANTS {
            return Err(malformed());
        }
        let read = |it: &s3::Grant| {
            let permission = it.permission.as_deref().and_then(Permission::parse);
            let (Some(permission), Some(grantee)) = (permission, &it.grantee) else {
                return Err(malformed());
            };
            Ok(grant(Grantee::read(grantee)?, permission))
        };
        let grants = grants.iter().map(read).collect::<Result<_>>()?;
        // Whose something is, no list changes.
        if id != owner { Err(access_denied()) } else { Ok(Self { grants }) }
    }
}

fn gives(granted: Permission, wanted: Permission) -> bool {
    granted == wanted || granted == Permission::FullControl
}

fn grant(to: Grantee, permission: Permission) -> Grant {
    Grant { to, permission }
}

impl Given<'_> {
    /// Whether anything is given.
    pub(crate) fn is_some(&self) -> bool {
        self.canned.is_some() || self.policy.is_some() || self.has_grants()
    }

    fn has_grants(&self) -> bool {
        self.grants.iter().any(Option::is_some)
    }

    /// The list that is given; `None` where none is.
    ///
    /// # Errors
    /// `InvalidRequest` and `UnexpectedContent` for two at once, `InvalidArgument`,
    /// `MalformedACLError`.
    pub(crate) fn read(&self, owners: Owners<'_>, on: Subject) -> Result<Option<Acl>> {
        check_canned(self.canned)?;
        match (self.canned, self.policy, self.has_grants()) {
            (Some(_), _, true) => {
                Err(invalid_request("Specifying both Canned ACLs and Header Grants is not allowed"))
            }
            (Some(_), Some(_), _) | (_, Some(_), true) => {
                Err(Error::new(&UNEXPECTED_CONTENT, "This request does not support content"))
            }
            (Some(canned), None, false) => Ok(Some(Acl::canned(canned, owners, on))),
            (None, Some(policy), false) => Acl::read(policy, owners.own).map(Some),
            (None, None, true) => self.of_headers().map(Some),
            (None, None, false) => Ok(None),
        }
    }

    /// The same where one must be given.
    ///
    /// # Errors
    /// `MissingSecurityHeader`, and as [`Self::read`].
    pub(crate) fn must(&self, owners: Owners<'_>, on: Subject) -> Result<Acl> {
        self.read(owners, on)?.ok_or_else(|| {
            let message = "Your request was missing a required header";
            let error = Error::new(&MISSING_SECURITY_HEADER, message);
            error.with("MissingHeaderName", "x-amz-acl")
        })
    }

    fn of_headers(&self) -> Result<Acl> {
        let mut acl = Acl::default();
        for ((header, permission), given) in HEADERS.into_iter().zip(self.grants) {
            for text in given.into_iter().flat_map(|it| it.split(',')) {
                acl.grants.push(grant(Grantee::of_header(header, text.trim())?, permission));
            }
        }
        if acl.grants.len() > MAX_GRANTS { Err(malformed()) } else { Ok(acl) }
    }
}

/// Refuses the name of an ACL that there is not.
pub(crate) fn check_canned(acl: Option<&str>) -> Result<()> {
    match acl {
        Some(acl) if !CANNED.contains(&acl) => Err(invalid_argument("", "x-amz-acl", acl)),
        _ => Ok(()),
    }
}

/// What a request gives of an ACL in its headers: `headers!(input)`, and with `write` for a bucket.
macro_rules! headers {
    ($input:expr) => {
        $crate::acl::headers!(@ $input, None)
    };
    ($input:expr, write) => {
        $crate::acl::headers!(@ $input, $input.grant_write.as_deref())
    };
    (@ $input:expr, $write:expr) => {
        $crate::acl::Given {
            canned: $input.acl.as_deref(),
            policy: None,
            grants: [
                $input.grant_full_control.as_deref(),
                $input.grant_read.as_deref(),
                $input.grant_read_acp.as_deref(),
                $write,
                $input.grant_write_acp.as_deref(),
            ],
        }
    };
}

pub(crate) use headers;

/// The canonical user id of an account, or of those who sign nothing.
pub(crate) fn id_of(owner: &str) -> String {
    if owner == ANONYMOUS { ANONYMOUS.to_owned() } else { canonical_id(owner) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    const BOB: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
    const OWNERS: Owners<'_> = Owners { own: ANN, of_bucket: BOB };

    fn nothing() -> Given<'static> {
        Given { canned: None, policy: None, grants: [None; 5] }
    }

    fn who(id: &str) -> Who {
        Who { id: id.to_owned(), is_signed: id != ANONYMOUS }
    }

    #[test]
    fn canned_lists_grant_what_aws_says() {
        let told = |canned, on| {
            let given = Given { canned: Some(canned), ..nothing() };
            let acl = given.must(OWNERS, on).unwrap();
            let told = |it: &Grant| {
                let to = match &it.to {
                    Grantee::User(id) => id.get(..1).unwrap_or_default().to_owned(),
                    Grantee::Group(group) => format!("{group:?}"),
                };
                format!("{to} {}", it.permission.name())
            };
            acl.grants.iter().skip(1).map(told).collect::<Vec<_>>().join(", ")
        };
        for (canned, on, grants) in [
            ("private", Subject::Object, ""),
            ("public-read", Subject::Bucket, "AllUsers READ"),
            ("public-read-write", Subject::Bucket, "AllUsers READ, AllUsers WRITE"),
            ("authenticated-read", Subject::Object, "AuthenticatedUsers READ"),
            ("aws-exec-read", Subject::Object, "6 READ"),
            ("bucket-owner-read", Subject::Object, "b READ"),
            ("bucket-owner-full-control", Subject::Object, "b FULL_CONTROL"),
            ("bucket-owner-full-control", Subject::Bucket, ""),
            ("log-delivery-write", Subject::Bucket, "LogDelivery WRITE, LogDelivery READ_ACP"),
        ] {
            assert_eq!(told(canned, on), grants, "{canned}");
        }
    }

    #[test]
    fn who_is_meant_may_and_nobody_else() {
        let of = |canned| {
            Given { canned: Some(canned), ..nothing() }.must(OWNERS, Subject::Object).unwrap()
        };
        let read = Permission::Read;
        for (canned, id, wanted, ignores, expected) in [
            ("private", ANN, Permission::WriteAcp, false, true),
            ("private", BOB, read, false, false),
            ("public-read", ANONYMOUS, read, false, true),
            ("public-read", ANONYMOUS, read, true, false),
            ("public-read", ANONYMOUS, Permission::ReadAcp, false, false),
            ("authenticated-read", BOB, read, false, true),
            ("authenticated-read", ANONYMOUS, read, false, false),
            ("authenticated-read", BOB, read, true, false),
            ("bucket-owner-full-control", BOB, Permission::ReadAcp, true, true),
        ] {
            let may = of(canned).allows(&who(id), wanted, ignores);
            assert_eq!(may, expected, "{canned} {id} {wanted:?}");
        }
        assert!(of("log-delivery-write").takes_logs() && !of("public-read-write").takes_logs());
        assert!(of("public-read").is_public() && !of("log-delivery-write").is_public());
    }

    #[test]
    fn headers_are_read_and_strange_ones_refused() {
        let read = |text: &'static str| {
            let grants = [None, Some(text), None, None, None];
            let read = Given { grants, ..nothing() }.must(OWNERS, Subject::Object);
            read.map(|acl| acl.grants.len()).map_err(|error| (error.code(), error.message))
        };
        assert_eq!(read("uri=\"http://acs.amazonaws.com/groups/global/AllUsers\""), Ok(1));
        let invalid = |message: &str| Err(("InvalidArgument", message.to_owned()));
        assert_eq!(read("id=1"), invalid("Invalid id"));
        assert_eq!(read("uri=x"), invalid("Invalid group uri"));
        assert_eq!(read("name=x"), invalid("Argument format not recognized"));
        assert_eq!(read("x"), invalid("Argument format not recognized"));
        assert_eq!(read("emailAddress=a@b.c").unwrap_err().0, "MethodNotAllowed");
        let both = Given { canned: Some("private"), grants: [Some("x"); 5], ..nothing() };
        assert_eq!(both.read(OWNERS, Subject::Object).unwrap_err().code(), "InvalidRequest");
        assert_eq!(
            nothing().must(OWNERS, Subject::Bucket).unwrap_err().code(),
            "MissingSecurityHeader"
        );
        assert_eq!(nothing().read(OWNERS, Subject::Bucket).unwrap(), None);
    }

    #[test]
    fn documents_are_held_against_their_schema() {
        let grantee = |kind: &str, id: &str| s3::Grantee {
            r#type: kind.to_owned(),
            id: Some(id.to_owned()),
            ..Default::default()
        };
        let code = |owner: Option<&str>, kind: &str, id: &str, permission: &str| {
            let grants = Some(vec![s3::Grant {
                grantee: Some(grantee(kind, id)),
                permission: Some(permission.to_owned()),
            }]);
            let owner = owner.map(|id| s3::Owner { id: Some(id.to_owned()), display_name: None });
            let policy = AccessControlPolicy { grants, owner };
            let given = Given { policy: Some(&policy), ..nothing() };
            given.must(OWNERS, Subject::Object).map(drop).map_err(|error| error.code())
        };
        assert_eq!(code(Some(ANN), "CanonicalUser", BOB, "READ"), Ok(()));
        for (owner, kind, id, permission, expected) in [
            (None, "CanonicalUser", BOB, "READ", "MalformedACLError"),
            (Some("1"), "CanonicalUser", BOB, "READ", "InvalidArgument"),
            (Some(BOB), "CanonicalUser", BOB, "READ", "AccessDenied"),
            (Some(ANN), "CanonicalUser", "1", "READ", "InvalidArgument"),
            (Some(ANN), "CanonicalUser", BOB, "LOOK", "MalformedACLError"),
            (Some(ANN), "Stranger", BOB, "READ", "MalformedACLError"),
            (Some(ANN), "Group", BOB, "READ", "InvalidArgument"),
            (Some(ANN), "AmazonCustomerByEmail", BOB, "READ", "MethodNotAllowed"),
        ] {
            assert_eq!(code(owner, kind, id, permission), Err(expected), "{owner:?} {kind} {id}");
        }
    }

    #[test]
    fn the_record_keeps_its_layout() {
        let json = r#"{"grants":[{"to":{"user":"aa"},"permission":"FULL_CONTROL"},{"to":{"group":"AllUsers"},"permission":"READ"}]}"#;
        let acl: Acl = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&acl).unwrap(), json);
        assert!(acl.allows(&who(ANONYMOUS), Permission::Read, false));
    }
}
