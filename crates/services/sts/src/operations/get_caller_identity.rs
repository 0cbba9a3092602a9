//! `GetCallerIdentity`.

use crate::Sts;
use platform::{Context, Handler, Result};
use shapes::sts::ops::GetCallerIdentity;
use shapes::sts::{GetCallerIdentityRequest, GetCallerIdentityResponse};

impl Handler<GetCallerIdentity> for Sts {
    async fn handle(
        &self,
        cx: &Context,
        _: GetCallerIdentityRequest,
    ) -> Result<GetCallerIdentityResponse> {
        Ok(GetCallerIdentityResponse {
            user_id: Some(cx.principal.user_id()),
            account: Some(cx.principal.account().unwrap_or(&cx.account).to_owned()),
            arn: Some(cx.caller_arn()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::{Principal, testing};

    #[tokio::test]
    async fn a_session_is_named_by_its_role_and_name() {
        let (platform, _) = testing::platform();
        let service = Sts::new(platform.clone());
        let cx = testing::context(&platform).acting_as(Principal::AssumedRole {
            account: "111111111111".into(),
            role: "R".into(),
            role_id: "AROAX".into(),
            session: "s".into(),
        });
        let input = GetCallerIdentityRequest::default();
        let me = cx.run::<GetCallerIdentity, _>(&*service, input).await.unwrap();
        assert_eq!(me.arn.as_deref(), Some("arn:aws:sts::111111111111:assumed-role/R/s"));
        assert_eq!(me.user_id.as_deref(), Some("AROAX:s"));
        assert_eq!(me.account.as_deref(), Some("111111111111"));
    }
}
