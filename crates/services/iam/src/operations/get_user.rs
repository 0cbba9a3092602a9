//! `GetUser`.

use crate::Iam;
use crate::records::User;
use crate::users::meant;
use platform::{Context, Handler, Principal, Result};
use shapes::iam::ops::GetUser;
use shapes::iam::{GetUserRequest, GetUserResponse};
use shapes::{Timestamp, iam};

impl Handler<GetUser> for Iam {
    async fn handle(&self, cx: &Context, input: GetUserRequest) -> Result<GetUserResponse> {
        let is_root = input.user_name.is_none() && matches!(*cx.principal, Principal::Root { .. });
        let user = if is_root {
            root(cx)
        } else {
            self.find::<User>(cx, &meant(cx, input.user_name)?).await?.full()
        };
        Ok(GetUserResponse { user })
    }
}

/// The account's root, which has no name. When the account was made is not known.
fn root(cx: &Context) -> iam::User {
    iam::User {
        path: "/".to_owned(),
        user_id: cx.principal.user_id(),
        arn: cx.caller_arn(),
        create_date: Timestamp(0),
        ..Default::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture;

    #[tokio::test]
    async fn a_caller_is_its_own_user() {
        let (service, cx) = fixture::service().await;
        let arn = fixture::user(&service, &cx, "ann").await;
        let ask = async |principal| {
            let caller = cx.acting_as(principal);
            caller.run::<GetUser, _>(&*service, GetUserRequest::default()).await
        };
        let ann: User = service.find(&cx, "ann").await.unwrap();
        assert_eq!(ask(ann.principal(&cx.account)).await.unwrap().user.arn, arn);
        let root = ask(Principal::root("000000000000")).await.unwrap().user;
        assert_eq!(root.arn, "arn:aws:iam::000000000000:root");
        let session = Principal::AssumedRole {
            account: "000000000000".into(),
            role: "R".into(),
            role_id: "AROAX".into(),
            session: "s".into(),
        };
        assert_eq!(
            ask(session).await.unwrap_err().to_string(),
            "ValidationError: Must specify userName when calling with non-User credentials"
        );
    }
}
