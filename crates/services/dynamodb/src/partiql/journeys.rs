//! Statements as clients send them.

use crate::table_fixture::{Setting, global, setting, table};
use platform::Result;
use shapes::AttributeValue;
use shapes::dynamodb::*;

/// Each item on one line, its attributes in the order of their names.
fn shown(items: &[std::collections::BTreeMap<String, AttributeValue>]) -> String {
    let value = |value: &AttributeValue| match value {
        AttributeValue::S(text) | AttributeValue::N(text) => text.clone(),
        other => format!("{other:?}"),
    };
    let item = |item: &std::collections::BTreeMap<String, AttributeValue>| {
        let each: Vec<String> = item.iter().map(|(k, v)| format!("{k}={}", value(v))).collect();
        each.join(" ")
    };
    items.iter().map(item).collect::<Vec<_>>().join(", ")
}

async fn execute(
    setting: &Setting,
    input: ExecuteStatementInput,
) -> Result<ExecuteStatementOutput> {
    setting.cx.call::<ops::ExecuteStatement>(input).await
}

/// What a statement answers, or its error.
async fn said(setting: &Setting, statement: &str) -> String {
    let input = ExecuteStatementInput { statement: statement.to_owned(), ..Default::default() };
    match execute(setting, input).await {
        Ok(output) => shown(&output.items.unwrap()),
        Err(error) if error.code() == "ValidationException" => error.message,
        Err(error) => format!("{}: {}", error.code(), error.message),
    }
}

/// A table `abc` of keys `a` and `b` with three items of one partition and one of another.
async fn filled() -> Setting {
    let setting = setting();
    let mut input = table("abc", true);
    input.global_secondary_indexes = Some(vec![global("byc", "c")]);
    input.attribute_definitions.as_mut().unwrap().push(crate::table_fixture::defined("c", "S"));
    setting.create(input).await.unwrap();
    for item in [
        "{'a': 'x', 'b': '1', 'n': 1, 'c': 'red'}",
        "{'a': 'x', 'b': '2', 'n': 2, 'c': 'blue'}",
        "{'a': 'x', 'b': '3', 'n': 3, 'm': {'k': 'v', 'l': [7, 8]}}",
        "{'a': 'y', 'b': '1', 'n': 4}",
    ] {
        assert_eq!(said(&setting, &format!("INSERT INTO \"abc\" VALUE {item}")).await, "");
    }
    setting
}

#[tokio::test]
async fn selects_answer_what_their_conditions_mean() {
    let setting = filled().await;
    let overlapping = "Overlapping conditions with range keys are not supported in where clause";
    let many = format!("WHERE a = 'x' AND (n = 1{} OR n = 2)", " OR n = 7".repeat(150));
    let kind = "Key attribute's data type should match its data type in table's schema: Key a";
    for (rest, expected) in [
        ("WHERE a = 'x' AND b = '2'", "n=2"),
        ("WHERE 'x' = a AND b > '1'", "n=2, n=3"),
        ("WHERE a = 'x' AND b BETWEEN '1' AND '2'", "n=1, n=2"),
        ("WHERE a = 'x' AND begins_with(b, '3')", "n=3"),
        ("WHERE a = 'x' AND (b = '1' OR b = '3')", "n=1, n=3"),
        ("WHERE a = 'x' AND b IN ['3', '1']", "n=3, n=1"),
        ("WHERE a IN ['y', 'x'] AND n >= 2", "n=4, n=2, n=3"),
        ("WHERE a = 'x' AND NOT b = '2'", "n=1, n=3"),
        ("WHERE a = 'x' AND b <> '2' AND n IN (1, 2)", "n=1"),
        ("WHERE a = 'x' AND n > 1 ORDER BY b DESC", "n=3, n=2"),
        ("WHERE a IN ['x', 'y'] AND b = '1' ORDER BY a DESC", "n=4, n=1"),
        ("WHERE a = 'x' AND c IS MISSING", "n=3"),
        ("WHERE a = 'x' AND c IS NOT MISSING AND contains(c, 'u')", "n=2"),
        ("WHERE m.k = 'v' AND m.l[1] = 8 AND size(m) = 2", "n=3"),
        ("WHERE attribute_type(m, 'M') AND m IS STRUCT", "n=3"),
        ("WHERE a = 'x' AND (n = 1 OR c = 'blue')", "n=1, n=2"),
        ("WHERE a = 'nobody'", ""),
        (&many, "n=1, n=2"),
        ("WHERE a = 'x' OR a = 'x'", overlapping),
        ("WHERE a = 'x' AND (b > '0' OR b < '5')", overlapping),
        ("WHERE a = 'x' AND c <> '1' OR a = 'x' AND b = '2'", overlapping),
        ("WHERE a = 1", kind),
        (
            "WHERE a = 'x' AND n < true",
            "Incorrect operand type for operator or function; operator or function: <, operand type: \
             BOOL",
        ),
        ("ORDER BY b", "Must have WHERE clause in the statement when using ORDER BY clause."),
        (
            "WHERE a = 'x' ORDER BY n",
            "Variable reference n in ORDER BY clause must be part of the primary key",
        ),
        ("WHERE a = 'x' AND foo(b)", "Unrecognized function: foo"),
        ("WHERE a = ?", "Number of parameters in request and statement don't match."),
    ] {
        assert_eq!(said(&setting, &format!("SELECT n FROM abc {rest}")).await, expected, "{rest}");
    }
    let of_index = "SELECT n FROM \"abc\".\"byc\" WHERE c = 'red'";
    assert_eq!(said(&setting, of_index).await, "n=1");
    assert_eq!(said(&setting, "SELECT m.k, m.l[0] FROM abc WHERE n = 3").await, "_2=7 k=v");
    for (statement, expected) in [
        ("SELECT * FROM abc.nowhere", "The table does not have the specified index"),
        ("SELECT * FROM nowhere", "ResourceNotFoundException: Requested resource not found"),
        ("SELECT n, n FROM abc", "Duplicate identifiers in select clause: n"),
    ] {
        assert_eq!(said(&setting, statement).await, expected, "{statement}");
    }
}

#[tokio::test]
async fn selects_go_on_where_they_ended() {
    let setting = filled().await;
    let mut input = ExecuteStatementInput {
        statement: "SELECT n FROM abc WHERE a IN ['x', 'y']".to_owned(),
        limit: Some(2),
        ..Default::default()
    };
    let first = execute(&setting, input.clone()).await.unwrap();
    assert_eq!(shown(&first.items.unwrap()), "n=1, n=2");
    assert!(first.last_evaluated_key.is_some());
    input.next_token = first.next_token;
    let second = execute(&setting, input.clone()).await.unwrap();
    assert_eq!(shown(&second.items.unwrap()), "n=3, n=4");
    input.statement.push(' ');
    let error = execute(&setting, input).await.unwrap_err();
    assert_eq!(error.message, "NextToken does not match request");
}

#[tokio::test]
async fn writes_change_one_item() {
    let setting = filled().await;
    let failed = "ConditionalCheckFailedException: The conditional request failed";
    let no_key = "Where clause does not contain a mandatory equality on all key attributes";
    for (statement, expected) in [
        (
            "INSERT INTO abc VALUE {'a': 'x', 'b': '1'}",
            "DuplicateItemException: Duplicate primary key exists in table",
        ),
        ("INSERT INTO abc VALUE {'a': 'x'}", "Key attribute should be present in the item: Key b"),
        ("UPDATE abc SET n = n + 10 WHERE a = 'x' AND b = '1' RETURNING MODIFIED NEW *", "n=11"),
        ("UPDATE abc SET n = 0 WHERE a = 'x' AND b = '1' AND n = 5", failed),
        ("UPDATE abc SET n = 0 WHERE a = 'x' AND b = 'none'", failed),
        ("UPDATE abc SET n = 0 WHERE a = 'x'", no_key),
        ("UPDATE abc SET n = 0", no_key),
        (
            "UPDATE abc SET n = 0 WHERE a = 'x' AND b = '1' AND a = 'y'",
            "Multiple conditions on same key a. Only single item Update/Insert/Delete are supported",
        ),
        (
            "UPDATE abc REMOVE c SET n = 1 WHERE a = 'x' AND b = '1' RETURNING ALL NEW *",
            "a=x b=1 n=1",
        ),
        ("UPDATE abc REMOVE n WHERE a = 'x' AND b = '2' RETURNING MODIFIED NEW *", ""),
        ("FROM abc WHERE a = 'x' AND b = '2' SET n = 9 RETURNING ALL OLD *", "a=x b=2 c=blue"),
        (
            "UPDATE abc SET s = <<1, 2>> WHERE a = 'y' AND b = '1' RETURNING MODIFIED NEW *",
            "s=Ns([\"1\", \"2\"])",
        ),
        (
            "UPDATE abc SET s = set_add(s, <<3>>) WHERE a = 'y' AND b = '1' RETURNING MODIFIED NEW *",
            "s=Ns([\"1\", \"2\", \"3\"])",
        ),
        (
            "UPDATE abc SET s = set_delete(s, <<1>>) WHERE a = 'y' AND b = '1' RETURNING MODIFIED \
             NEW *",
            "s=Ns([\"2\", \"3\"])",
        ),
        (
            "UPDATE abc SET s = set_add(n, <<3>>) WHERE a = 'y' AND b = '1'",
            "The first argument to SET_ADD must equal the assignment value",
        ),
        (
            "UPDATE abc SET m.l = list_append(m.l, [9]) WHERE a = 'x' AND b = '3' RETURNING MODIFIED \
             OLD *",
            "m=M({\"l\": L([N(\"7\"), N(\"8\")])})",
        ),
        ("DELETE FROM abc WHERE a = 'x' AND b = '1' AND n = 5", failed),
        ("DELETE FROM abc WHERE a = 'x' AND b = '1' RETURNING ALL OLD *", "a=x b=1 n=1"),
        ("DELETE FROM abc WHERE a = 'x' AND b = '1' AND n = 5 RETURNING ALL OLD *", ""),
        (
            "EXISTS(SELECT * FROM abc WHERE a = 'x' AND b = '2' AND n = 9)",
            "EXISTS can only be used in ExecuteTransaction write requests.",
        ),
    ] {
        assert_eq!(said(&setting, statement).await, expected, "{statement}");
    }
}

/// The codes of the reasons why a transaction is not made, or its error.
async fn transacted(setting: &Setting, statements: &[&str]) -> std::result::Result<String, String> {
    let each = statements.iter().map(|statement| ParameterizedStatement {
        statement: (*statement).to_owned(),
        ..Default::default()
    });
    let transact_statements = each.collect();
    let input = ExecuteTransactionInput { transact_statements, ..Default::default() };
    let output = setting.cx.call::<ops::ExecuteTransaction>(input).await;
    let output = output.map_err(|error| match error.detail::<TransactionCanceledException>() {
        None => error.message,
        Some(detail) => {
            let reasons = detail.cancellation_reasons.clone().unwrap_or_default();
            let codes = reasons.into_iter().map(|reason| reason.code.unwrap_or_default());
            codes.collect::<Vec<_>>().join(" ")
        }
    })?;
    let items = output.responses.unwrap_or_default().into_iter().map(|it| it.item);
    Ok(shown(&items.map(Option::unwrap_or_default).collect::<Vec<_>>()))
}

#[tokio::test]
async fn transactions_are_made_whole_or_not_at_all() {
    let setting = filled().await;
    let insert = "INSERT INTO abc VALUE {'a': 'z', 'b': '1'}";
    let exists = "EXISTS(SELECT * FROM abc WHERE a = 'x' AND b = '1' AND n = 1)";
    let missing = "UPDATE nowhere SET q = 1 WHERE a = 'x' AND b = '1'";
    let read = "SELECT n FROM abc WHERE a = 'x' AND b = '1'";
    for (statements, expected) in [
        (&[insert, exists][..], Ok("")),
        (&[insert, exists], Err("DuplicateItem None")),
        (&[read, "SELECT * FROM abc WHERE a = 'x' AND b = 'none'"], Ok("n=1, ")),
        (
            &["UPDATE abc SET n = 0 WHERE a = 'x' AND b = '1'", "DELETE FROM abc WHERE a = 'x'"],
            Err("None ValidationError"),
        ),
        (&[exists, missing], Err("None ResourceNotFound")),
        (
            &["EXISTS(SELECT * FROM abc WHERE a = 'x' AND b = '1')"],
            Err(
                "Validation failed in TransactStatements[0]: EXISTS() must contain a single item read \
                 with additional condition",
            ),
        ),
        (
            &[read, insert],
            Err(
                "ExecuteTransaction API does not support both read and write operations in the same \
                 request.",
            ),
        ),
        (
            &["SELECT * FROM abc WHERE a = 'x'"],
            Err("Validation failed in TransactStatements[0]: Select statements within \
                 ExecuteTransaction must specify the primary key in the where clause."),
        ),
        (
            &["SELECT * FROM abc WHERE"],
            Err(
                "Validation failed in TransactStatements[0]: Statement wasn't well formed, can't be \
                 processed: Unexpected term",
            ),
        ),
    ] {
        let said = transacted(&setting, statements).await;
        let expected = expected.map(str::to_owned).map_err(str::to_owned);
        assert_eq!(said, expected, "{statements:?}");
    }
    assert_eq!(said(&setting, read).await, "n=1");
}

#[tokio::test]
async fn each_statement_of_a_batch_has_its_own_answer() {
    let setting = filled().await;
    let statements = [
        "SELECT n FROM abc WHERE a = 'x' AND b = '2'",
        "SELECT n FROM abc WHERE a = 'x'",
        "SELECT n FROM nowhere WHERE a = 'x'",
        "SLECT * FROM abc",
    ];
    let each = statements.iter().map(|statement| BatchStatementRequest {
        statement: (*statement).to_owned(),
        ..Default::default()
    });
    let input = BatchExecuteStatementInput { statements: each.collect(), ..Default::default() };
    let output = setting.cx.call::<ops::BatchExecuteStatement>(input).await.unwrap();
    let responses = output.responses.unwrap();
    assert_eq!(shown(&[responses[0].item.clone().unwrap()]), "n=2");
    let codes: Vec<String> = responses[1..]
        .iter()
        .map(|response| response.error.clone().unwrap().code.unwrap())
        .collect();
    assert_eq!(codes, ["ValidationError", "ResourceNotFound", "ValidationError"]);
    assert_eq!(
        responses[1].error.clone().unwrap().message.unwrap(),
        "Select statements within BatchExecuteStatement must specify the primary key in the where \
         clause."
    );
}
