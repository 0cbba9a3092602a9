//! `StartLiveTail`.

use crate::live_tail::{Backlog, Next, Open, Session, Streams};
use crate::pattern::Pattern;
use crate::records::group;
use crate::{Logs, errors};
use futures_util::stream::unfold;
use platform::{Clock, Company, Context, Handler, Result};
use shapes::EventStream;
use shapes::logs::ops::StartLiveTail;
use shapes::logs::{
    LiveTailSessionStart, SessionTimeoutException, StartLiveTailRequest, StartLiveTailResponse,
    StartLiveTailResponseStream,
};
use std::sync::{Arc, Mutex};

impl Handler<StartLiveTail> for Logs {
    async fn handle(
        &self,
        cx: &Context,
        input: StartLiveTailRequest,
    ) -> Result<StartLiveTailResponse> {
        if self.platform.leases.company() == Company::Shared {
            // A session sees what is written through its own process (`live_tail`).
            let what = "StartLiveTail where several processes share a store";
            return Err(errors::unsupported(what));
        }
        let session = self.live_tails.open(Session {
            owner: (cx.account.clone(), cx.region.clone()),
            streams: streams(&input)?,
            pattern: Pattern::parse(input.log_event_filter_pattern.as_deref().unwrap_or_default())?,
            groups: self.followed(cx, &input.log_group_identifiers).await?,
            backlog: Mutex::new(Some(Backlog::new(cx.now().millis()))),
        })?;
        let start = LiveTailSessionStart {
            request_id: Some(cx.request_id.to_string()),
            session_id: Some(self.platform.ids.uuid()),
            log_group_identifiers: Some(input.log_group_identifiers),
            log_stream_names: Some(input.log_stream_names.unwrap_or_default()),
            log_stream_name_prefixes: Some(input.log_stream_name_prefixes.unwrap_or_default()),
            log_event_filter_pattern: Some(input.log_event_filter_pattern.unwrap_or_default()),
        };
        let telling = Telling { start: Some(start), session, clock: self.platform.clock.clone() };
        let events = unfold(telling, |mut telling| async {
            let event = telling.next().await;
            Some((event, telling))
        });
        Ok(StartLiveTailResponse { response_stream: EventStream::new(events) })
    }
}

impl Logs {
    /// The groups of these ARNs, each once: their keys, and their ARNs.
    async fn followed(
        &self,
        cx: &Context,
        identifiers: &[String],
    ) -> Result<Vec<(Vec<u8>, String)>> {
        let ours = group::arn(cx, "");
        let mut followed: Vec<(Vec<u8>, String)> = Vec::new();
        for identifier in identifiers {
            if !identifier.starts_with("arn:") {
                return Err(errors::invalid(format!(
                    "The log group identifier '{identifier}' is not the ARN of a log group."
                )));
            }
            let name = identifier.strip_prefix(&ours).ok_or_else(errors::no_group)?;
            let (group, _) = self.group(cx, name).await?;
            let key = group::key(cx, &group.name);
            if !followed.iter().any(|(other, _)| *other == key) {
                followed.push((key, identifier.clone()));
            }
        }
        Ok(followed)
    }
}

/// Which streams the request is for.
fn streams(input: &StartLiveTailRequest) -> Result<Streams> {
    let streams = match (&input.log_stream_names, &input.log_stream_name_prefixes) {
        (None, None) => return Ok(Streams::All),
        (Some(names), None) => Streams::Named(names.clone()),
        (None, Some(prefixes)) => Streams::Beginning(prefixes.clone()),
        (Some(_), Some(_)) => {
            return Err(errors::invalid(
                "logStreamNames and logStreamNamePrefixes are mutually exclusive parameters.",
            ));
        }
    };
    if input.log_group_identifiers.len() > 1 {
        return Err(errors::invalid(
            "logStreamNames and logStreamNamePrefixes can be given only with a single log group.",
        ));
    }
    Ok(streams)
}

/// A session whose caller is being told.
struct Telling {
    start: Option<LiveTailSessionStart>,
    session: Open,
    clock: Arc<dyn Clock>,
}

impl Telling {
    /// What to tell next, when it is time; the stream ends with the exception.
    async fn next(&mut self) -> StartLiveTailResponseStream {
        if let Some(start) = self.start.take() {
            return StartLiveTailResponseStream::SessionStart(start);
        }
        let wait = self.session.wait(self.clock.now().millis());
        if !wait.is_zero() {
            self.clock.sleep(wait).await;
        }
        match self.session.next(self.clock.now().millis()) {
            Next::Update(update) => StartLiveTailResponseStream::SessionUpdate(update),
            Next::TimedOut => {
                let message = Some("The Live Tail session has lasted three hours.".to_owned());
                let exception = SessionTimeoutException { message };
                StartLiveTailResponseStream::SessionTimeoutException(exception)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::fixture::{Setting, setting};
    use platform::testing::soon;
    use shapes::logs::{CreateLogGroupRequest, LiveTailSessionUpdate, ops::CreateLogGroup};
    use std::time::Duration;

    const ARN: &str = "arn:aws:logs:us-east-1:000000000000:log-group:g";

    fn input() -> StartLiveTailRequest {
        StartLiveTailRequest { log_group_identifiers: vec![ARN.to_owned()], ..Default::default() }
    }

    type Events = EventStream<StartLiveTailResponseStream>;

    /// A session that has told of its start.
    async fn tail(at: &Setting, input: StartLiveTailRequest) -> (LiveTailSessionStart, Events) {
        let output = at.cx.run::<StartLiveTail, _>(&*at.service, input).await.unwrap();
        let mut events = output.response_stream;
        let Some(StartLiveTailResponseStream::SessionStart(start)) = events.next().await else {
            panic!("the session does not begin with its start");
        };
        (start, events)
    }

    /// What the session tells when another second is over.
    async fn update(at: &Setting, events: &mut Events) -> LiveTailSessionUpdate {
        at.clock.advance(Duration::from_secs(1));
        match soon(events.next()).await {
            Some(StartLiveTailResponseStream::SessionUpdate(update)) => update,
            other => panic!("not an update: {other:?}"),
        }
    }

    async fn messages(at: &Setting, events: &mut Events) -> Vec<String> {
        let results = update(at, events).await.session_results.unwrap();
        results.into_iter().map(|event| event.message.unwrap()).collect()
    }

    #[tokio::test]
    async fn a_session_says_what_it_is_and_then_what_is_ingested() {
        let at = setting().await;
        at.put("a", &[(0, "before")]).await.unwrap();
        let pattern = Some("-DEBUG".to_owned());
        let (start, mut events) =
            tail(&at, StartLiveTailRequest { log_event_filter_pattern: pattern, ..input() }).await;
        assert_eq!(start.request_id.as_deref(), Some(&*at.cx.request_id));
        assert_eq!(start.log_group_identifiers, Some(vec![ARN.to_owned()]));
        assert_eq!(start.log_stream_names, Some(vec![]));
        assert_eq!(start.log_stream_name_prefixes, Some(vec![]));
        assert_eq!(start.log_event_filter_pattern.as_deref(), Some("-DEBUG"));
        assert_eq!(start.session_id.unwrap().len(), 36);
        let put = [(-15 * 86_400_000, "too old"), (-5, "one"), (0, "a DEBUG line")];
        at.put("a", &put).await.unwrap();
        let now = at.cx.now().millis();
        let told = update(&at, &mut events).await;
        assert_eq!(told.session_metadata.unwrap().sampled, Some(false));
        let [event] = &told.session_results.unwrap()[..] else { panic!("not one event") };
        assert_eq!(event.message.as_deref(), Some("one"));
        assert_eq!(event.log_stream_name.as_deref(), Some("a"));
        assert_eq!(event.log_group_identifier.as_deref(), Some(ARN));
        assert_eq!((event.timestamp, event.ingestion_time), (Some(now - 5), Some(now)));
        assert!(messages(&at, &mut events).await.is_empty());
    }

    #[tokio::test]
    async fn streams_are_chosen_by_name_or_by_its_beginning() {
        let at = setting().await;
        let only = |name: &str| Some(vec![name.to_owned()]);
        let named = StartLiveTailRequest { log_stream_names: only("b"), ..input() };
        let beginning = StartLiveTailRequest { log_stream_name_prefixes: only("a"), ..input() };
        let (_, mut named) = tail(&at, named).await;
        let (start, mut beginning) = tail(&at, beginning).await;
        assert_eq!(start.log_stream_name_prefixes, only("a"));
        at.put("a", &[(0, "in a")]).await.unwrap();
        at.put("b", &[(0, "in b")]).await.unwrap();
        assert_eq!(messages(&at, &mut named).await, ["in b"]);
        assert_eq!(messages(&at, &mut beginning).await, ["in a"]);
    }

    #[tokio::test]
    async fn what_a_session_cannot_be_of_is_refused() {
        let at = setting().await;
        let group = CreateLogGroupRequest { log_group_name: "h".into(), ..Default::default() };
        at.cx.run::<CreateLogGroup, _>(&*at.service, group).await.unwrap();
        let some = || Some(vec!["a".to_owned()]);
        let two = vec![ARN.to_owned(), format!("{}h", &ARN[..ARN.len() - 1])];
        let of = |arn: &str| StartLiveTailRequest {
            log_group_identifiers: vec![arn.to_owned()],
            ..input()
        };
        let invalid = "InvalidParameterException";
        let missing = "ResourceNotFoundException";
        for (input, code) in [
            (of("g"), invalid),
            (of(&format!("{ARN}x")), missing),
            (of(&ARN.replace("us-east-1", "eu-west-1")), missing),
            (
                StartLiveTailRequest {
                    log_stream_names: some(),
                    log_stream_name_prefixes: some(),
                    ..input()
                },
                invalid,
            ),
            (
                StartLiveTailRequest {
                    log_group_identifiers: two.clone(),
                    log_stream_names: some(),
                    ..input()
                },
                invalid,
            ),
            (
                StartLiveTailRequest { log_event_filter_pattern: Some("{".into()), ..input() },
                invalid,
            ),
        ] {
            let named = format!("{input:?}");
            let error = at.cx.run::<StartLiveTail, _>(&*at.service, input).await.unwrap_err();
            assert_eq!(error.code(), code, "{named}");
        }
        tail(&at, StartLiveTailRequest { log_group_identifiers: two, ..input() }).await;
    }

    #[tokio::test]
    async fn an_account_has_so_many_sessions_until_it_closes_one() {
        let at = setting().await;
        let mut open = Vec::new();
        for _ in 0..15 {
            open.push(tail(&at, input()).await);
        }
        let more = at.cx.run::<StartLiveTail, _>(&*at.service, input());
        assert_eq!(more.await.unwrap_err().code(), "LimitExceededException");
        open.pop();
        let (_, mut events) = tail(&at, input()).await;
        at.put("a", &[(0, "x")]).await.unwrap();
        assert_eq!(messages(&at, &mut events).await, ["x"]);
        assert_eq!(messages(&at, &mut open[0].1).await, ["x"]);
    }

    #[tokio::test]
    async fn a_session_ends_with_an_exception() {
        let at = setting().await;
        let (_, mut events) = tail(&at, input()).await;
        at.clock.advance(Duration::from_secs(3 * 3600));
        assert!(matches!(
            soon(events.next()).await,
            Some(StartLiveTailResponseStream::SessionUpdate(_))
        ));
        assert!(matches!(
            soon(events.next()).await,
            Some(StartLiveTailResponseStream::SessionTimeoutException(_))
        ));
        assert_eq!(events.next().await, None);
    }
}
