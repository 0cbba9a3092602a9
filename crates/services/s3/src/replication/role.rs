//! The roles as which S3 replicates.

use crate::asks;
use crate::bucket::Reached;
use crate::notify::SENDER;
use crate::service::S3;
use platform::{Arn, Context, Error, Principal, Result};
use shapes::sts::AssumeRoleRequest;
use shapes::sts::ops::AssumeRole;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What AWS calls the sessions.
const SESSION: &str = "s3-replication";
/// For how long a session is used before the role is asked for again: what it has come to trust
/// meanwhile is seen that late, as on AWS after an hour.
const LIFE_MS: i64 = 60_000;
/// How many sessions are remembered.
const MOST: usize = 256;

/// Sessions by their bucket and their role, with the instant until which they are used.
#[derive(Default)]
pub(crate) struct Roles(Mutex<BTreeMap<(String, String), (i64, Principal)>>);

impl Roles {
    fn known(&self, of: &(String, String), now_ms: i64) -> Option<Principal> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(of).filter(|(until_ms, _)| now_ms < *until_ms).map(|it| it.1.clone())
    }

    fn add(&self, of: (String, String), now_ms: i64, principal: Principal) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST {
            known.retain(|_, (until_ms, _)| now_ms < *until_ms);
        }
        if known.len() < MOST {
            known.insert(of, (now_ms + LIFE_MS, principal));
        }
    }
}

impl S3 {
    /// The surroundings of a session of the role that a bucket's replication has.
    ///
    /// # Errors
    /// The role's, such as that it does not trust S3.
    pub(super) async fn as_role(&self, source: &Reached, role: &str) -> Result<Context> {
        let bucket = &source.bucket;
        let place = |it| self.platform.context(it, &*bucket.account, &*bucket.region);
        let cx = place(Principal::service(SENDER));
        let of = (source.name.clone(), role.to_owned());
        let now_ms = cx.now().millis();
        if let Some(principal) = self.roles.known(&of, now_ms) {
            return Ok(place(principal));
        }
        let arn = asks::bucket(&cx, &source.name);
        let input = AssumeRoleRequest {
            role_arn: role.to_owned(),
            role_session_name: SESSION.to_owned(),
            ..Default::default()
        };
        let user = cx.on_behalf_of(arn).call::<AssumeRole>(input).await?.assumed_role_user;
        let user = user.ok_or_else(|| Error::internal("AssumeRole gave no user"))?;
        let principal = Principal::AssumedRole {
            account: Arn::parse(role).map_or("", |arn| arn.account).to_owned(),
            role: role.rsplit('/').next().unwrap_or_default().to_owned(),
            role_id: user.assumed_role_id.split(':').next().unwrap_or_default().to_owned(),
            session: SESSION.to_owned(),
        };
        self.roles.add(of, now_ms, principal.clone());
        Ok(place(principal))
    }
}
