use super::*;
use proptest::prelude::*;

fn delays(retries: &Retries) -> Vec<u64> {
    let all = 1..=retries.num_retries + 1;
    all.map_while(|failures| retries.delay(failures)).map(|it| it.as_secs()).collect()
}

#[test]
fn the_example_of_the_guide_takes_its_four_phases() {
    let text = r#"{"healthyRetryPolicy":{"minDelayTarget":1,"maxDelayTarget":60,"numRetries":50,
        "numNoDelayRetries":3,"numMinDelayRetries":2,"numMaxDelayRetries":35,
        "backoffFunction":"exponential"},"throttlePolicy":{"maxReceivesPerSecond":10},
        "requestPolicy":{"headerContentType":"application/json"}}"#;
    check_subscription(text, false).unwrap();
    let effective = effective(None, Some(text));
    let all = delays(&effective.retries);
    assert_eq!(all.len(), 50);
    assert_eq!(all[..6], [0, 0, 0, 1, 1, 1]);
    assert_eq!(all[14..], [60; 36]);
    assert!(all[5..15].is_sorted());
    assert_eq!(effective.throttle, Some(Throttle { max_receives_per_second: 10 }));
    assert_eq!(effective.request.header_content_type, "application/json");
}

#[test]
fn each_function_has_its_curve() {
    let of = |backoff_function| {
        let retries = Retries {
            min_delay_target: 5,
            max_delay_target: 260,
            num_retries: 9,
            backoff_function,
            ..Retries::COMMON
        };
        delays(&retries)
    };
    assert_eq!(of(Backoff::Linear), [5, 36, 68, 100, 132, 164, 196, 228, 260]);
    assert_eq!(of(Backoff::Exponential), [5, 6, 8, 12, 20, 36, 68, 132, 260]);
    assert_eq!(of(Backoff::Arithmetic), [5, 12, 26, 47, 75, 111, 153, 203, 260]);
    assert_eq!(of(Backoff::Geometric), [5, 8, 13, 22, 36, 59, 96, 158, 260]);
}

#[test]
fn queues_and_functions_are_tried_for_weeks() {
    let managed = Retries::MANAGED;
    let first: Vec<_> = (1..=16).filter_map(|it| managed.delay(it)).collect();
    assert_eq!(first[..5], [0, 0, 0, 1, 1].map(seconds));
    assert_eq!(first[14..], [20, 20].map(seconds));
    assert_eq!(managed.delay(100_015), Some(seconds(20)));
    assert_eq!(managed.delay(100_016), None);
    assert_eq!(managed.whole().as_secs() / 86_400, 23);
}

#[test]
fn what_is_wrong_is_told_as_aws_tells_it() {
    let base = r#""minDelayTarget":1,"maxDelayTarget":2,"numRetries":3"#;
    for (policy, reason) in [
        (
            r#"{"minDelayTarget":0,"maxDelayTarget":0,"numRetries":0}"#.to_owned(),
            "minDelayTarget must be greater than or equal to 1",
        ),
        (r#"{"numRetries":5}"#.to_owned(), "minDelayTarget must be specified"),
        (r#"{"minDelayTarget":1,"numRetries":5}"#.to_owned(), "maxDelayTarget must be specified"),
        (r#"{"minDelayTarget":1,"maxDelayTarget":1}"#.to_owned(), "numRetries must be specified"),
        (
            r#"{"minDelayTarget":5,"maxDelayTarget":3,"numRetries":4}"#.to_owned(),
            "maxDelayTarget must be greater than or equal to minDelayTarget",
        ),
        (
            r#"{"minDelayTarget":5,"maxDelayTarget":3601,"numRetries":4}"#.to_owned(),
            "maxDelayTarget must be less than or equal to 3600",
        ),
        (
            r#"{"minDelayTarget":1,"maxDelayTarget":1,"numRetries":101}"#.to_owned(),
            "numRetries must be less than or equal to 100",
        ),
        (
            format!(r#"{{{base},"numMinDelayRetries":2,"numMaxDelayRetries":2}}"#),
            "numRetries must be greater than or equal to total of numMinDelayRetries, \
          numNoDelayRetries and numMaxDelayRetries",
        ),
        (
            format!(r#"{{{base},"numNoDelayRetries":-1}}"#),
            "numNoDelayRetries must be greater than or equal to 0",
        ),
        (
            format!(r#"{{{base},"backoffFunction":"odd"}}"#),
            "backoffFunction: the value [odd] is not a valid backoff function",
        ),
    ] {
        let text = format!(r#"{{"http":{{"defaultHealthyRetryPolicy":{policy}}}}}"#);
        let expected = format!("DeliveryPolicy: http.defaultHealthyRetryPolicy.{reason}");
        assert_eq!(check_topic(&text).unwrap_err(), expected);
        let text = format!(r#"{{"healthyRetryPolicy":{policy}}}"#);
        let expected = format!("DeliveryPolicy: healthyRetryPolicy.{reason}");
        assert_eq!(check_subscription(&text, false).unwrap_err(), expected);
    }
    let slow =
        r#"{"healthyRetryPolicy":{"minDelayTarget":60,"maxDelayTarget":60,"numRetries":61}}"#;
    assert!(check_subscription(slow, false).unwrap_err().contains("total retry time"));
    let throttle = r#"{"throttlePolicy":{"maxReceivesPerSecond":0}}"#;
    assert_eq!(
        check_subscription(throttle, false).unwrap_err(),
        "DeliveryPolicy: throttlePolicy.maxReceivesPerSecond must be >= 1"
    );
    for odd in [
        "",
        "[]",
        "{\"https\":{}}",
        r#"{"http":{"x":1}}"#,
        r#"{"http":{"defaultSicklyRetryPolicy":{}}}"#,
    ] {
        assert!(check_topic(odd).is_err(), "{odd}");
    }
    let null = r#"{"healthyRetryPolicy":null,"sicklyRetryPolicy":null,"throttlePolicy":null,"guaranteed":false}"#;
    check_subscription(null, false).unwrap();
    assert!(check_subscription(r#"{"guaranteed":true}"#, false).is_err());
}

#[test]
fn only_bare_messages_have_types_of_their_own() {
    let of = |kind: &str| format!(r#"{{"requestPolicy":{{"headerContentType":"{kind}"}}}}"#);
    check_subscription(&of("application/json"), false).unwrap();
    check_subscription(&of("text/plain; charset=UTF-8"), false).unwrap();
    check_subscription(&of("text/csv"), true).unwrap();
    check_subscription(&of("text/csv"), false).unwrap_err();
    check_subscription(&of("image/png"), true).unwrap_err();
    check_subscription(&of("text/plain;\\r\\nx: y"), true).unwrap_err();
}

#[test]
fn what_is_shown_is_complete() {
    assert_eq!(
        shown(None),
        r#"{"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,"numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},"disableSubscriptionOverrides":false,"defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}}"#
    );
    assert_eq!(
        effective(None, None).text(),
        r#"{"healthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,"numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},"sicklyRetryPolicy":null,"throttlePolicy":null,"requestPolicy":{"headerContentType":"text/plain; charset=UTF-8"},"guaranteed":false}"#
    );
}

#[test]
fn a_topic_may_have_the_last_word() {
    let topic = |last: bool| {
        format!(
            r#"{{"http":{{"defaultHealthyRetryPolicy":{{"minDelayTarget":7,"maxDelayTarget":7,"numRetries":1}},"defaultThrottlePolicy":{{"maxReceivesPerSecond":2}},"disableSubscriptionOverrides":{last}}}}}"#
        )
    };
    let own = r#"{"healthyRetryPolicy":{"minDelayTarget":9,"maxDelayTarget":9,"numRetries":2}}"#;
    let free = effective(Some(&topic(false)), Some(own));
    assert_eq!((free.retries.min_delay_target, free.retries.num_retries), (9, 2));
    assert_eq!(free.throttle, Some(Throttle { max_receives_per_second: 2 }));
    assert_eq!(effective(Some(&topic(true)), Some(own)).retries.min_delay_target, 7);
    assert_eq!(effective(Some(&topic(false)), None).retries.num_retries, 1);
}

proptest! {
    #[test]
    fn a_policy_that_passes_is_kept_to(
        least in 1_i64..100,
        more in 0_i64..100,
        none in 0_i64..5,
        min in 0_i64..5,
        max in 0_i64..5,
        between in 0_i64..20,
        function in 0_usize..4,
    ) {
        let function = ["arithmetic", "exponential", "geometric", "linear"][function];
        let (most, all) = (least + more, none + min + max + between);
        let text = format!(
            r#"{{"healthyRetryPolicy":{{"minDelayTarget":{least},"maxDelayTarget":{most},"numRetries":{all},"numNoDelayRetries":{none},"numMinDelayRetries":{min},"numMaxDelayRetries":{max},"backoffFunction":"{function}"}}}}"#
        );
        if check_subscription(&text, false).is_ok() {
            let retries = effective(None, Some(&text)).retries;
            let all_delays: Vec<_> = (1..).map_while(|it| retries.delay(it)).collect();
            prop_assert_eq!(all_delays.len() as i64, all);
            prop_assert!(all_delays.is_sorted());
            prop_assert!(all_delays.iter().all(|it| it.as_secs() <= most as u64));
            prop_assert!(all_delays.iter().sum::<Duration>() <= seconds(3600));
            let (none, min) = (none as usize, min as usize);
            prop_assert!(all_delays[..none].iter().all(Duration::is_zero));
            prop_assert!(all_delays[none..].iter().all(|it| it.as_secs() >= least as u64));
            prop_assert!(all_delays[none..none + min].iter().all(|it| it.as_secs() == least as u64));
        }
    }
}
