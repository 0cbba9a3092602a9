//! What the operations ask leave for: a function, as the page "Actions, resources, and condition
//! keys for AWS Lambda" names it, and leave to hand its role to Lambda (`iam:PassRole`).

use platform::{Arn, Asks, Context};
use shapes::lambda::{CreateFunctionRequest, UpdateFunctionConfigurationRequest};

/// The ARN that one of the many names of a function means, whether there is one or not.
pub(crate) fn arn(cx: &Context, name: &str, qualifier: Option<&String>) -> String {
    // A function's own name may end so too.
    let (of, name) = match name.split_once("function:") {
        Some((of, rest)) if of.is_empty() || of.ends_with(':') => (of, rest),
        _ => ("", name),
    };
    let account = match Arn::parse(&format!("{of}function")) {
        Some(arn) => arn.account.to_owned(),
        None if of.is_empty() => cx.account.to_string(),
        None => of.trim_end_matches(':').to_owned(),
    };
    let region = of.split(':').nth(3).unwrap_or(&cx.region);
    let arn = Arn::new("lambda", region, &account, format_args!("function:{name}")).to_string();
    match qualifier.filter(|qualifier| !qualifier.is_empty() && !name.contains(':')) {
        Some(qualifier) => format!("{arn}:{qualifier}"),
        None => arn,
    }
}

/// A function, and perhaps a version of it.
pub(crate) fn function(cx: &Context, name: &str, qualifier: Option<&String>) -> Asks {
    Asks::on(arn(cx, name, qualifier))
}

/// A function that is to be made: to hand its role to Lambda and, where there are tags, to tag it.
pub(crate) fn made(cx: &Context, input: &CreateFunctionRequest) -> Asks {
    let name = &input.function_name;
    let tagged = input.tags.as_ref().is_some_and(|tags| !tags.is_empty());
    let asks = function(cx, name, None).and("iam:PassRole", &input.role);
    asks.and_where(tagged, "lambda:TagResource", arn(cx, name, None))
}

/// A function that is to be set anew, perhaps to another role.
pub(crate) fn configured(cx: &Context, input: &UpdateFunctionConfigurationRequest) -> Asks {
    let asks = function(cx, &input.function_name, None);
    match &input.role {
        Some(role) => asks.and("iam:PassRole", role),
        None => asks,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{ROLE, setting};
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::lambda::ops::*;
    use shapes::lambda::*;

    /// Those that ask for leave of their own name on the function that they name.
    #[allow(clippy::needless_update)] // Some inputs have no other member.
    fn on_functions(name: &str) -> Vec<Example> {
        macro_rules! on_function {
            ($($operation:ident: $input:ident),+ $(,)?) => {
                vec![$(Example::of::<$operation>(
                    $input { function_name: name.to_owned(), ..Default::default() },
                    &[concat!(
                        "lambda:", stringify!($operation),
                        " arn:aws:lambda:us-east-1:000000000000:function:f",
                    )],
                )),+]
            };
        }
        on_function![
            AddPermission: AddPermissionRequest,
            CreateAlias: CreateAliasRequest,
            DeleteAlias: DeleteAliasRequest,
            DeleteFunction: DeleteFunctionRequest,
            DeleteFunctionConcurrency: DeleteFunctionConcurrencyRequest,
            DeleteFunctionEventInvokeConfig: DeleteFunctionEventInvokeConfigRequest,
            GetAlias: GetAliasRequest,
            GetFunction: GetFunctionRequest,
            GetFunctionCodeSigningConfig: GetFunctionCodeSigningConfigRequest,
            GetFunctionConcurrency: GetFunctionConcurrencyRequest,
            GetFunctionConfiguration: GetFunctionConfigurationRequest,
            GetFunctionEventInvokeConfig: GetFunctionEventInvokeConfigRequest,
            GetFunctionRecursionConfig: GetFunctionRecursionConfigRequest,
            GetPolicy: GetPolicyRequest,
            GetRuntimeManagementConfig: GetRuntimeManagementConfigRequest,
            ListAliases: ListAliasesRequest,
            ListFunctionEventInvokeConfigs: ListFunctionEventInvokeConfigsRequest,
            ListVersionsByFunction: ListVersionsByFunctionRequest,
            PublishVersion: PublishVersionRequest,
            PutFunctionConcurrency: PutFunctionConcurrencyRequest,
            PutFunctionEventInvokeConfig: PutFunctionEventInvokeConfigRequest,
            PutFunctionRecursionConfig: PutFunctionRecursionConfigRequest,
            PutRuntimeManagementConfig: PutRuntimeManagementConfigRequest,
            RemovePermission: RemovePermissionRequest,
            UpdateAlias: UpdateAliasRequest,
            UpdateFunctionCode: UpdateFunctionCodeRequest,
            UpdateFunctionConfiguration: UpdateFunctionConfigurationRequest,
            UpdateFunctionEventInvokeConfig: UpdateFunctionEventInvokeConfigRequest,
        ]
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let at = setting().await;
        let (name, role) = ("f".to_owned(), ROLE.to_owned());
        let mut examples = on_functions(&name);
        examples.extend([
            Example::of::<CreateFunction>(
                CreateFunctionRequest {
                    function_name: name.clone(),
                    role: role.clone(),
                    ..Default::default()
                },
                &[
                    "lambda:CreateFunction arn:aws:lambda:us-east-1:000000000000:function:f",
                    "iam:PassRole arn:aws:iam::000000000000:role/R",
                ],
            ),
            Example::of::<CreateFunction>(
                CreateFunctionRequest {
                    function_name: name.clone(),
                    role: role.clone(),
                    tags: Some([("k".to_owned(), "v".to_owned())].into()),
                    ..Default::default()
                },
                &[
                    "lambda:CreateFunction arn:aws:lambda:us-east-1:000000000000:function:f",
                    "iam:PassRole arn:aws:iam::000000000000:role/R",
                    "lambda:TagResource arn:aws:lambda:us-east-1:000000000000:function:f",
                ],
            ),
            Example::of::<Invoke>(
                InvocationRequest {
                    function_name: name.clone(),
                    qualifier: Some("PROD".into()),
                    ..Default::default()
                },
                &["lambda:InvokeFunction arn:aws:lambda:us-east-1:000000000000:function:f:PROD"],
            ),
            Example::of::<ListTags>(
                ListTagsRequest { resource: arn(&at.cx, "f", None) },
                &["lambda:ListTags arn:aws:lambda:us-east-1:000000000000:function:f"],
            ),
            Example::of::<TagResource>(
                TagResourceRequest { resource: arn(&at.cx, "f", None), ..Default::default() },
                &["lambda:TagResource arn:aws:lambda:us-east-1:000000000000:function:f"],
            ),
            Example::of::<UntagResource>(
                UntagResourceRequest { resource: arn(&at.cx, "f", None), ..Default::default() },
                &["lambda:UntagResource arn:aws:lambda:us-east-1:000000000000:function:f"],
            ),
            Example::of::<ListFunctions>(Default::default(), &["lambda:ListFunctions *"]),
            Example::of::<GetAccountSettings>(Default::default(), &["lambda:GetAccountSettings *"]),
            Example::of::<UpdateFunctionConfiguration>(
                UpdateFunctionConfigurationRequest {
                    function_name: name,
                    role: Some(role),
                    ..Default::default()
                },
                &[
                    "lambda:UpdateFunctionConfiguration \
                     arn:aws:lambda:us-east-1:000000000000:function:f",
                    "iam:PassRole arn:aws:iam::000000000000:role/R",
                ],
            ),
        ]);
        check_asks(&at.cx, &at.service.clone().operations(), &examples);
    }

    #[test]
    fn every_name_of_a_function_means_an_arn() {
        let cx = testing::context(&testing::platform().0);
        let qualifier = Some("1".to_owned());
        for (name, qualifier, expected) in [
            ("f", None, "us-east-1:000000000000:function:f"),
            ("f", qualifier.as_ref(), "us-east-1:000000000000:function:f:1"),
            ("f:1", qualifier.as_ref(), "us-east-1:000000000000:function:f:1"),
            ("my-function:1", None, "us-east-1:000000000000:function:my-function:1"),
            ("function:my-function:1", None, "us-east-1:000000000000:function:my-function:1"),
            ("function:f", None, "us-east-1:000000000000:function:f"),
            ("111122223333:function:f", None, "us-east-1:111122223333:function:f"),
            (
                "arn:aws:lambda:eu-west-1:111122223333:function:f:PROD",
                None,
                "eu-west-1:111122223333:function:f:PROD",
            ),
        ] {
            assert_eq!(arn(&cx, name, qualifier), format!("arn:aws:lambda:{expected}"), "{name}");
        }
    }
}
