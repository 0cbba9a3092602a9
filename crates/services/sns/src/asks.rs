//! What the operations ask leave for: a topic's ARN ("Actions, resources, and condition keys for
//! Amazon SNS").

#[cfg(test)]
mod tests {
    use crate::{Config, Sns};
    use platform::Service;
    use platform::testing::{self, check_asks};

    #[tokio::test]
    async fn every_operation_says_what_it_asks_for() {
        let (platform, _) = testing::platform();
        let config = Config { endpoint_url: "http://localhost:4566".to_owned() };
        let served = Sns::new(platform.clone(), config).operations();
        check_asks(&testing::context(&platform), &served, &[]);
    }
}
