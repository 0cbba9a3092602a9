//! What the operations ask leave for: a parameter's ARN ("Actions, resources, and condition keys for
//! AWS Systems Manager").

use crate::names;
use platform::{Asks, Context};
use shapes::ssm::PutParameterRequest;

/// A parameter, by its name or ARN, with or without a version.
pub(crate) fn on(cx: &Context, name: &str) -> Asks {
    Asks::on(arn(cx, name))
}

/// Several parameters.
pub(crate) fn all(action: &'static str, cx: &Context, names: &[String]) -> Asks {
    let each = names.iter().map(|name| arn(cx, name));
    each.fold(Asks::nothing(), |asks, arn| asks.and(action, arn))
}

/// All parameters below a path.
pub(crate) fn below(cx: &Context, path: &str) -> Asks {
    let path = path.trim_end_matches('/');
    Asks::on(cx.arn("ssm", format_args!("parameter{path}/*")))
}

/// A parameter whose tags are looked at or changed.
pub(crate) fn tagged(cx: &Context, name: &str) -> Asks {
    Asks::on(names::arn(cx, name))
}

/// A parameter that is to be put and, where there are tags, to tag it.
pub(crate) fn put(cx: &Context, input: &PutParameterRequest) -> Asks {
    let arn = names::arn(cx, &input.name);
    let is_tagged = platform::lists_any(&input.tags);
    Asks::on(&arn).and_where(is_tagged, "ssm:AddTagsToResource", arn)
}

fn arn(cx: &Context, name: &str) -> String {
    let (name, _) = names::split(name);
    if name.starts_with("arn:") { name.to_owned() } else { names::arn(cx, name) }
}

#[cfg(test)]
mod tests {
    use crate::Ssm;
    use platform::Service;
    use platform::testing::{self, Example, check_asks};
    use shapes::ssm::ops::*;
    use shapes::ssm::*;

    /// An example of an operation about the parameter `/a/b`, which this member names.
    macro_rules! on_parameter {
        ($operation:ident, $input:ident, $member:ident) => {
            Example::of::<$operation>(
                $input { $member: "/a/b".to_owned(), ..Default::default() },
                &[concat!(
                    "ssm:",
                    stringify!($operation),
                    " arn:aws:ssm:us-east-1:000000000000:parameter/a/b"
                )],
            )
        };
    }

    #[allow(clippy::needless_update)] // Some inputs have nothing but the name.
    fn of_one() -> Vec<Example> {
        vec![
            on_parameter!(AddTagsToResource, AddTagsToResourceRequest, resource_id),
            on_parameter!(DeleteParameter, DeleteParameterRequest, name),
            on_parameter!(GetParameterHistory, GetParameterHistoryRequest, name),
            on_parameter!(LabelParameterVersion, LabelParameterVersionRequest, name),
            on_parameter!(ListTagsForResource, ListTagsForResourceRequest, resource_id),
            on_parameter!(RemoveTagsFromResource, RemoveTagsFromResourceRequest, resource_id),
            on_parameter!(UnlabelParameterVersion, UnlabelParameterVersionRequest, name),
        ]
    }

    fn of_several() -> Vec<Example> {
        let names = vec!["a".to_owned(), "/b:3".to_owned()];
        let arn = "arn:aws:ssm:us-east-1:000000000000:parameter/c";
        let tags = Some(vec![Tag { key: "k".into(), value: "v".into() }]);
        let put = PutParameterRequest { name: "a".into(), tags, ..Default::default() };
        vec![
            Example::of::<DeleteParameters>(
                DeleteParametersRequest { names: names.clone() },
                &[
                    "ssm:DeleteParameters arn:aws:ssm:us-east-1:000000000000:parameter/a",
                    "ssm:DeleteParameters arn:aws:ssm:us-east-1:000000000000:parameter/b",
                ],
            ),
            Example::of::<DescribeParameters>(
                Default::default(),
                &["ssm:DescribeParameters arn:aws:ssm:us-east-1:000000000000:*"],
            ),
            Example::of::<GetParameter>(
                GetParameterRequest { name: format!("{arn}:label"), ..Default::default() },
                &["ssm:GetParameter arn:aws:ssm:us-east-1:000000000000:parameter/c"],
            ),
            Example::of::<GetParameters>(
                GetParametersRequest { names, ..Default::default() },
                &[
                    "ssm:GetParameters arn:aws:ssm:us-east-1:000000000000:parameter/a",
                    "ssm:GetParameters arn:aws:ssm:us-east-1:000000000000:parameter/b",
                ],
            ),
            Example::of::<GetParametersByPath>(
                GetParametersByPathRequest { path: "/a/".into(), ..Default::default() },
                &["ssm:GetParametersByPath arn:aws:ssm:us-east-1:000000000000:parameter/a/*"],
            ),
            Example::of::<PutParameter>(
                put,
                &[
                    "ssm:PutParameter arn:aws:ssm:us-east-1:000000000000:parameter/a",
                    "ssm:AddTagsToResource arn:aws:ssm:us-east-1:000000000000:parameter/a",
                ],
            ),
        ]
    }

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let served = Ssm::new(platform.clone()).operations();
        let examples: Vec<_> = [of_one(), of_several()].into_iter().flatten().collect();
        check_asks(&testing::context(&platform), &served, &examples);
    }
}
