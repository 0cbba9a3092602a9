//! `GetAccountSummary`.

use crate::Iam;
use crate::records::{Group, InstanceProfile, Policy, Role, User};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::iam::GetAccountSummaryResponse;
use shapes::iam::ops::GetAccountSummary;

/// "IAM and AWS STS quotas", as the summary names them. Those of how many there may be of a kind can
/// be raised on AWS, and are not held here.
const QUOTAS: [(&str, i32); 20] = [
    ("AccessKeysPerUserQuota", 2),
    ("AssumeRolePolicySizeQuota", 2048),
    ("AttachedPoliciesPerGroupQuota", 10),
    ("AttachedPoliciesPerRoleQuota", 10),
    ("AttachedPoliciesPerUserQuota", 10),
    ("GlobalEndpointTokenVersion", 1),
    ("GroupPolicySizeQuota", 5120),
    ("GroupsPerUserQuota", 10),
    ("GroupsQuota", 300),
    ("InstanceProfilesQuota", 1000),
    ("PoliciesQuota", 1500),
    ("PolicySizeQuota", 6144),
    ("PolicyVersionsInUseQuota", 10_000),
    ("RolePolicySizeQuota", 10_240),
    ("RolesQuota", 1000),
    ("ServerCertificatesQuota", 20),
    ("SigningCertificatesPerUserQuota", 2),
    ("UserPolicySizeQuota", 2048),
    ("UsersQuota", 5000),
    ("VersionsPerPolicyQuota", 5),
];

/// What there is none of here.
const ABSENT: [&str; 8] = [
    "AccountAccessKeysPresent",
    "AccountMFAEnabled",
    "AccountPasswordPresent",
    "AccountSigningCertificatesPresent",
    "MFADevices",
    "MFADevicesInUse",
    "Providers",
    "ServerCertificates",
];

impl Handler<GetAccountSummary> for Iam {
    async fn handle(&self, cx: &Context, _: Unit) -> Result<GetAccountSummaryResponse> {
        let policies = self.all::<Policy>(cx).await?;
        let versions: usize = policies.iter().map(|policy| policy.versions.len()).sum();
        let counts = [
            ("Groups", self.all::<Group>(cx).await?.len()),
            ("InstanceProfiles", self.all::<InstanceProfile>(cx).await?.len()),
            ("Policies", policies.len()),
            ("PolicyVersionsInUse", versions),
            ("Roles", self.all::<Role>(cx).await?.len()),
            ("Users", self.all::<User>(cx).await?.len()),
        ];
        let counts = counts.map(|(name, count)| (name, i32::try_from(count).unwrap_or(i32::MAX)));
        let all = counts.into_iter().chain(QUOTAS).chain(ABSENT.map(|name| (name, 0)));
        let summary_map = Some(all.map(|(name, count)| (name.to_owned(), count)).collect());
        Ok(GetAccountSummaryResponse { summary_map })
    }
}
