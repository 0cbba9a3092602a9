//! `PutRetentionPolicy`.

use crate::{Logs, errors};
use platform::{Context, Handler, Result};
use shapes::Unit;
use shapes::logs::PutRetentionPolicyRequest;
use shapes::logs::ops::PutRetentionPolicy;

/// "PutRetentionPolicy" in the API reference: the possible numbers of days.
const TAKEN: [u32; 22] = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3653,
];

impl Handler<PutRetentionPolicy> for Logs {
    async fn handle(&self, cx: &Context, input: PutRetentionPolicyRequest) -> Result<Unit> {
        let days = u32::try_from(input.retention_in_days).ok();
        let Some(days) = days.filter(|days| TAKEN.contains(days)) else {
            return Err(errors::invalid(format!(
                "1 validation error detected: Value '{}' at 'retentionInDays' failed to satisfy \
                 constraint: Member must satisfy enum value set: {TAKEN:?}",
                input.retention_in_days
            )));
        };
        self.set_retention(cx, &input.log_group_name, Some(days)).await?;
        Ok(Unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::setting;
    use shapes::logs::DescribeLogGroupsRequest;
    use shapes::logs::ops::DescribeLogGroups;

    #[tokio::test]
    async fn only_some_numbers_of_days_are_taken() {
        let at = setting().await;
        let asked = |days: i32| PutRetentionPolicyRequest {
            log_group_name: "g".into(),
            retention_in_days: days,
        };
        let run = async |input| at.cx.run::<PutRetentionPolicy, _>(&*at.service, input).await;
        for days in [-1, 0, 2, 3654] {
            let error = run(asked(days)).await.unwrap_err();
            assert_eq!(error.code(), "InvalidParameterException");
            let words = format!("Value '{days}' at 'retentionInDays' failed to satisfy");
            assert!(error.message.contains(&words), "{error}");
            assert!(
                error.message.ends_with(
                    "set: [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, \
                400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653]"
                ),
                "{error}"
            );
        }
        run(asked(3653)).await.unwrap();
        let input = DescribeLogGroupsRequest::default();
        let list = at.cx.run::<DescribeLogGroups, _>(&*at.service, input).await.unwrap();
        assert_eq!(list.log_groups.unwrap()[0].retention_in_days, Some(3653));
        let missing =
            PutRetentionPolicyRequest { log_group_name: "h".into(), retention_in_days: 1 };
        assert_eq!(run(missing).await.unwrap_err().code(), "ResourceNotFoundException");
    }
}
