//! A request says what it wants with expressions or with the parameters before them, never both.

use crate::errors::invalid;
use platform::Result;

/// Refuses a request that is in both forms, and placeholders that no expression could use. Each
/// parameter is named and said to be given or not, in AWS's order.
///
/// # Errors
/// It is in both forms, or has placeholders without expressions.
pub(crate) fn check_forms(
    expressions: &[(&'static str, bool)],
    others: &[(&'static str, bool)],
    names: bool,
    values: bool,
) -> Result<()> {
    let given = |all: &[(&'static str, bool)]| -> Vec<&'static str> {
        all.iter().filter(|(_, given)| *given).map(|(name, _)| *name).collect()
    };
    let (with, mut without) = (given(expressions), given(others));
    // KeyConditions stand beside other expressions, as long as those are not their own.
    if !with.contains(&"KeyConditionExpression") {
        without.retain(|name| *name != "KeyConditions");
    }
    if !with.is_empty() && !without.is_empty() {
        return Err(invalid(format!(
            "Can not use both expression and non-expression parameters in the same request: \
             Non-expression parameters: {{{}}} Expression parameters: {{{}}}",
            without.join(", "),
            with.join(", ")
        )));
    }
    if names && with.is_empty() {
        return Err(invalid(
            "ExpressionAttributeNames can only be specified when using expressions",
        ));
    }
    let all = expressions.iter().map(|(name, _)| *name);
    let with_values: Vec<&str> = all.filter(|name| *name != "ProjectionExpression").collect();
    let used = with_values.iter().any(|name| with.contains(name));
    if values && !used && !with_values.is_empty() {
        let verb = if with_values.len() == 1 { "is" } else { "are" };
        return Err(invalid(format!(
            "ExpressionAttributeValues can only be specified when using expressions: {} {verb} null",
            with_values.join(" and ")
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_in_one_form() {
        let check = |with: [bool; 3], without: [bool; 2], names, values| {
            let expressions = [
                ("ProjectionExpression", with[0]),
                ("FilterExpression", with[1]),
                ("KeyConditionExpression", with[2]),
            ];
            let others = [("QueryFilter", without[0]), ("KeyConditions", without[1])];
            check_forms(&expressions, &others, names, values).map_err(|error| error.message)
        };
        let (no, none) = ([false; 3], [false; 2]);
        assert_eq!(check(no, [true, true], false, false), Ok(()));
        assert_eq!(check([true; 3], none, true, true), Ok(()));
        assert_eq!(check([false, true, false], [false, true], false, true), Ok(()));
        assert_eq!(
            check([true, false, true], [true, true], false, false),
            Err("Can not use both expression and non-expression parameters in the same request: \
                 Non-expression parameters: {QueryFilter, KeyConditions} Expression parameters: \
                 {ProjectionExpression, KeyConditionExpression}"
                .to_owned())
        );
        assert_eq!(
            check(no, none, true, true),
            Err("ExpressionAttributeNames can only be specified when using expressions".to_owned())
        );
        assert_eq!(
            check([true, false, false], none, false, true),
            Err("ExpressionAttributeValues can only be specified when using expressions: \
                 FilterExpression and KeyConditionExpression are null"
                .to_owned())
        );
        assert_eq!(
            check_forms(&[("ConditionExpression", false)], &[], false, true).unwrap_err().message,
            "ExpressionAttributeValues can only be specified when using expressions: \
             ConditionExpression is null"
        );
    }
}
