//! The commands of the demo, those of examples/kinesis-lambda-s3.

/// The bucket that the handler writes to.
pub const BUCKET: &str = "demo-pipeline-bucket";
/// The function's name.
pub const FUNCTION: &str = "streamConsumer";

/// One step: what it is for, the AWS CLI's arguments, and what to show of a JSON answer.
pub struct Step {
    /// What it is for.
    pub title: &'static str,
    /// The arguments as one types them into a shell.
    pub command: String,
    /// JSON pointers to strings.
    pub tells: &'static [&'static str],
}

/// The steps up to the record. AWS CLI 2 takes `--data` for base64, version 1 as it stands.
pub fn steps(takes_base64: bool) -> Vec<Step> {
    let step = |title, command: &str, tells| Step { title, command: command.to_owned(), tells };
    let data = match takes_base64 {
        true => "SGVsbG8gZnJvbSBhIEtpbmVzaXMgc3RyZWFt",
        false => "'Hello from a Kinesis stream'",
    };
    vec![
        step(
            "Create a stream",
            "kinesis create-stream --stream-name demo-stream --shard-count 1",
            &[],
        ),
        step("Create a bucket", &format!("s3 mb s3://{BUCKET}"), &[]),
        step(
            "Create a role for the function",
            r#"iam create-role --role-name lambda-stream-role --assume-role-policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}'"#,
            &["/Role/Arn"],
        ),
        step(
            "Deploy the function, a few lines of Python that write each record to the bucket",
            "lambda create-function --function-name streamConsumer --runtime python3.9 --handler lambda_kinesis_consumer.handler --role arn:aws:iam::000000000000:role/lambda-stream-role --zip-file fileb://function.zip",
            &["/FunctionArn"],
        ),
        step(
            "Connect the function to the stream",
            "lambda create-event-source-mapping --function-name streamConsumer --batch-size 1 --starting-position LATEST --event-source-arn arn:aws:kinesis:us-east-1:000000000000:stream/demo-stream",
            &["/UUID"],
        ),
        step(
            "Put a record into the stream",
            &format!(
                "kinesis put-record --stream-name demo-stream --partition-key 1 --data {data}"
            ),
            &["/ShardId", "/SequenceNumber"],
        ),
    ]
}

/// The words of a command, with single quotes as in a shell.
pub fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in command.chars() {
        match letter {
            '\'' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            _ => words.last_mut().into_iter().for_each(|word| word.push(letter)),
        }
    }
    words
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn quotes_hold_words_together() {
        assert_eq!(words("a --b 'c d' e"), ["a", "--b", "c d", "e"]);
    }

    #[test]
    fn the_commands_are_those_of_the_example() {
        let page = include_str!("../../../../examples/kinesis-lambda-s3/README.md");
        let page = page.replace("\\\n\t", "");
        for step in steps(true).iter().take(5) {
            let command = format!("aws --endpoint-url=http://localhost:4566 {}", step.command);
            assert!(page.contains(&command), "{command}");
        }
        assert_eq!(steps(true).len(), 6);
    }
}
