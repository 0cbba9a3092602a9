use crate::Kinesis;
use crate::consumer_record::ConsumerRecord;
use crate::consumers::ConsumerTarget;
use crate::errors::{consumer_not_active, dry_run, no_such_shard, shard_not_found};
use crate::operations::get_shard_iterator::Start;
use crate::shard_map::ShardId;
use crate::streams::Stream;
use crate::subscriptions::{Reading, Subscription, in_use};
use futures_util::stream::unfold;
use platform::{Context, Handler, Result};
use shapes::EventStream;
use shapes::kinesis::{SubscribeToShardInput, SubscribeToShardOutput, ops::SubscribeToShard};
use std::sync::Arc;

impl Handler<SubscribeToShard> for Kinesis {
    async fn handle(
        &self,
        context: &Context,
        input: SubscribeToShardInput,
    ) -> Result<SubscribeToShardOutput> {
        let reading = self.reading(context, &input).await?;
        let Reading { stream, consumer, consumer_arn, shard, .. } = &reading;
        let now_ms = context.now().millis();
        if input.dry_run == Some(true) {
            return match self.subscriptions.is_free(consumer_arn, *shard, now_ms) {
                true => Err(dry_run()),
                false => Err(in_use(stream, *shard, consumer)),
            };
        }
        stream.check_get(context).await?;
        let place = self.subscriptions.enter(consumer_arn, *shard, now_ms);
        self.streams.count_subscribe(&stream.record, consumer, place.is_none());
        let place = place.ok_or_else(|| in_use(stream, *shard, consumer))?;
        let subscription = Subscription::new(&self.streams, reading, place);
        // A consumer that was deregistered before the subscription listened has told it nothing.
        self.registered(context, &input).await?;
        let events = unfold(subscription, |mut subscription| async {
            Some((subscription.next().await?, subscription))
        });
        Ok(SubscribeToShardOutput { event_stream: EventStream::new(events) })
    }
}

impl Kinesis {
    /// The consumer that is to read, which is active, and its stream.
    async fn registered(
        &self,
        context: &Context,
        input: &SubscribeToShardInput,
    ) -> Result<(Arc<Stream>, ConsumerRecord)> {
        let target = ConsumerTarget {
            arn: Some(&input.consumer_arn),
            stream_arn: None,
            name: None,
            stream_id: input.stream_id.as_deref(),
        };
        let (stream, consumer) = self.find_consumer(context, target).await?;
        if !consumer.is_active(&stream.record, context.now().millis()) {
            return Err(consumer_not_active(&stream.record, &consumer));
        }
        Ok((stream, consumer))
    }

    /// What the request wants to read, and from where.
    async fn reading(&self, context: &Context, input: &SubscribeToShardInput) -> Result<Reading> {
        let (stream, consumer) = self.registered(context, input).await?;
        let record = &stream.record;
        let Some(ShardId(shard)) = ShardId::parse(&input.shard_id) else {
            return Err(no_such_shard(&input.shard_id, &record.name, &record.account));
        };
        let missing = || shard_not_found(shard, &record.name, &record.account);
        let created_ms = stream.map.get(shard).ok_or_else(missing)?.created_ms;
        let at = &input.starting_position;
        let start =
            Start::read(&at.r#type, at.sequence_number.as_deref(), at.timestamp, context.now())?;
        let position = self.position(&stream, shard, start, "SubscribeToShard").await?;
        Ok(Reading {
            consumer: consumer.name,
            consumer_arn: Arc::from(&*input.consumer_arn),
            shard,
            created_ms,
            position,
            stream,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;
    use crate::testing::World;
    use platform::Limits;
    use platform::testing::soon;
    use shapes::Timestamp;
    use shapes::kinesis::{
        DeleteStreamInput, StartingPosition, SubscribeToShardEvent,
        SubscribeToShardEventStream as Event, ops::DeleteStream,
    };
    use std::time::Duration;
    use store::faulty::{Call, Fault, Faults};

    type Events = EventStream<Event>;

    const SECOND: Duration = Duration::from_secs(1);

    fn from(kind: &str) -> StartingPosition {
        StartingPosition { r#type: kind.to_owned(), ..Default::default() }
    }

    fn at(kind: &str, number: &str) -> StartingPosition {
        StartingPosition { sequence_number: Some(number.to_owned()), ..from(kind) }
    }

    fn input(arn: &str, shard: u32, position: StartingPosition) -> SubscribeToShardInput {
        SubscribeToShardInput {
            consumer_arn: arn.to_owned(),
            shard_id: ShardId(shard).to_string(),
            starting_position: position,
            ..Default::default()
        }
    }

    async fn subscribe(
        world: &World,
        arn: &str,
        shard: u32,
        position: StartingPosition,
    ) -> Result<Events> {
        let answer = world.run::<SubscribeToShard>(input(arn, shard, position)).await;
        answer.map(|answer| answer.event_stream)
    }

    /// A stream `s` with a consumer `c`, and the consumer's ARN.
    async fn setting(world: &World, shards: i32) -> String {
        world.create("s", shards).await;
        world.register("s", "c").await.unwrap().consumer_arn
    }

    async fn told(events: &mut Events) -> SubscribeToShardEvent {
        match soon(events.next()).await {
            Some(Event::SubscribeToShardEvent(event)) => event,
            other => panic!("no event: {other:?}"),
        }
    }

    fn data(event: &SubscribeToShardEvent) -> Vec<&str> {
        let texts = event.records.iter().map(|record| std::str::from_utf8(&record.data).unwrap());
        texts.collect()
    }

    async fn nothing(events: &mut Events) {
        tokio::select! {
            biased;
            event = events.next() => panic!("{event:?}"),
            () = async { for _ in 0..20 { tokio::task::yield_now().await } } => {}
        }
    }

    #[tokio::test]
    async fn records_are_told_as_they_come() {
        let world = World::new().await;
        let arn = setting(&world, 1).await;
        world.put("s", "k", "before").await;
        let mut events = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        nothing(&mut events).await;
        let put = world.put("s", "kéy", "after").await;
        let event = told(&mut events).await;
        assert_eq!((data(&event), event.millis_behind_latest), (vec!["after"], 0));
        let record = &event.records[0];
        assert_eq!(record.sequence_number, put.sequence_number);
        assert_eq!(record.partition_key.as_deref(), Some("kéy"));
        assert_eq!(record.approximate_arrival_timestamp, Some(world.platform.clock.now()));
        assert!(event.continuation_sequence_number.unwrap() > put.sequence_number);
        assert_eq!(event.child_shards, None);
        nothing(&mut events).await;
    }

    #[tokio::test]
    async fn a_subscription_begins_at_each_kind_of_position() {
        let world = World::new().await;
        let arn = setting(&world, 1).await;
        let mut numbers = Vec::new();
        for text in ["0", "1", "2"] {
            numbers.push(world.put("s", "k", text).await.sequence_number);
            world.clock.advance(SECOND);
        }
        let time = Timestamp(world.platform.clock.now().millis() - 2000);
        let cases = [
            (from("TRIM_HORIZON"), vec!["0", "1", "2"]),
            (at("AT_SEQUENCE_NUMBER", &numbers[1]), vec!["1", "2"]),
            (at("AFTER_SEQUENCE_NUMBER", &numbers[1]), vec!["2"]),
            (StartingPosition { timestamp: Some(time), ..from("AT_TIMESTAMP") }, vec!["1", "2"]),
        ];
        for (position, expected) in cases {
            world.clock.advance(5 * SECOND);
            let mut events = subscribe(&world, &arn, 0, position).await.unwrap();
            assert_eq!(data(&told(&mut events).await), expected);
        }
        world.clock.advance(5 * SECOND);
        nothing(&mut subscribe(&world, &arn, 0, from("LATEST")).await.unwrap()).await;
    }

    /// Whether a caller goes on AT or AFTER it.
    #[tokio::test]
    async fn what_an_event_goes_on_with_repeats_nothing_and_loses_nothing() {
        let world = World::new().await;
        let arn = setting(&world, 1).await;
        let mut position = from("TRIM_HORIZON");
        for round in 0..6 {
            let mut events = subscribe(&world, &arn, 0, position).await.unwrap();
            let text = round.to_string();
            if round % 3 != 2 {
                world.put("s", "k", &text).await;
            } else {
                world.clock.advance(5 * SECOND);
            }
            let event = told(&mut events).await;
            let expected = if round % 3 != 2 { vec![&*text] } else { Vec::new() };
            assert_eq!(data(&event), expected);
            let kind = ["AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER"][round % 2];
            position = at(kind, &event.continuation_sequence_number.unwrap());
            world.clock.advance(5 * SECOND);
        }
    }

    #[tokio::test]
    async fn a_caller_is_told_something_every_five_seconds_for_five_minutes() {
        let world = World::new().await;
        let arn = setting(&world, 1).await;
        let mut events = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        let mut last = String::new();
        for _ in 1..60 {
            world.clock.advance(Duration::from_millis(4999));
            nothing(&mut events).await;
            world.clock.advance(Duration::from_millis(1));
            let event = told(&mut events).await;
            assert_eq!((event.records.len(), event.millis_behind_latest), (0, 0));
            let next = event.continuation_sequence_number.unwrap();
            assert!(next > last, "it shows that time goes on");
            last = next;
        }
        world.clock.advance(5 * SECOND);
        assert_eq!(soon(events.next()).await, None);
    }

    #[tokio::test]
    async fn an_event_has_a_part_of_what_is_there_and_says_how_far_behind_it_is() {
        let world = World::new().await;
        let arn = setting(&world, 1).await;
        for _ in 0..3 {
            world.put("s", "k", &"x".repeat(200 << 10)).await;
            world.clock.advance(SECOND);
        }
        world.put("s", "k", &"x".repeat(1 << 20).split_off(1)).await;
        let mut events = subscribe(&world, &arn, 0, from("TRIM_HORIZON")).await.unwrap();
        let mut told_so = Vec::new();
        for _ in 0..4 {
            let event = told(&mut events).await;
            told_so.push((event.records.len(), event.millis_behind_latest));
        }
        assert_eq!(told_so, [(1, 2000), (1, 1000), (1, 1), (1, 0)]);
        nothing(&mut events).await;
    }

    #[tokio::test]
    async fn a_shard_ends_with_its_children() {
        let world = World::new().await;
        let arn = setting(&world, 1).await;
        let mut events = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        nothing(&mut events).await;
        world.put("s", "k", "last").await;
        world.split("s", 0).await;
        let event = told(&mut events).await;
        assert_eq!((data(&event), &event.continuation_sequence_number), (vec!["last"], &None));
        let children = event.child_shards.unwrap();
        let ids: Vec<_> = children.iter().map(|child| &*child.shard_id).collect();
        assert_eq!(ids, ["shardId-000000000001", "shardId-000000000002"]);
        assert_eq!(children[0].parent_shards, ["shardId-000000000000"]);
        assert_eq!(soon(events.next()).await, None);
        // Whoever comes later is told the same; KCL asks so.
        world.clock.advance(5 * SECOND);
        let mut events = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        let event = told(&mut events).await;
        assert_eq!((event.records.len(), event.child_shards.unwrap().len()), (0, 2));
    }

    #[tokio::test]
    async fn an_idle_subscription_is_told_of_the_end() {
        let world = World::new().await;
        let arn = setting(&world, 1).await;
        let mut events = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        let waiting = tokio::spawn(async move { told(&mut events).await });
        tokio::task::yield_now().await;
        world.split("s", 0).await;
        assert_eq!(soon(waiting).await.unwrap().child_shards.unwrap().len(), 2);
    }

    fn in_use_error() -> &'static str {
        "Another active subscription exists for this consumer: \
         000000000000:s:shardId-000000000000:c"
    }

    #[tokio::test]
    async fn a_second_subscription_is_refused_and_later_takes_over() {
        let world = World::new().await;
        let arn = setting(&world, 2).await;
        let mut first = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        subscribe(&world, &arn, 1, from("LATEST")).await.unwrap();
        world.clock.advance(Duration::from_millis(4999));
        let refused = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap_err();
        assert_eq!(refused.code(), "ResourceInUseException");
        assert_eq!(refused.message, in_use_error());
        world.clock.advance(Duration::from_millis(1));
        let mut second = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        world.put("s", "k", "to one").await;
        let Some(Event::ResourceInUseException(end)) = soon(first.next()).await else {
            panic!("the first goes on");
        };
        assert_eq!(end.message.as_deref(), Some(in_use_error()));
        assert_eq!(first.next().await, None);
        drop(first);
        // Its shard may be either; a heartbeat comes in any case.
        world.clock.advance(5 * SECOND);
        told(&mut second).await;
    }

    #[tokio::test]
    async fn one_in_another_process_takes_over_too() {
        let (store, notices) = (store::memory::store(), store::memory::MemoryNotices::default());
        let process =
            || World::over(store::Store { notices: Some(notices.join()), ..store.clone() });
        let (world, other) = (process().await, process().await);
        let arn = setting(&world, 1).await;
        let mut first = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        nothing(&mut first).await;
        // Which keeps others away in its own process only.
        let mut second = subscribe(&other, &arn, 0, from("LATEST")).await.unwrap();
        assert!(matches!(soon(first.next()).await, Some(Event::ResourceInUseException(_))));
        world.put("s", "k", "x").await;
        assert_eq!(data(&told(&mut second).await), ["x"]);
    }

    #[tokio::test]
    async fn a_subscription_ends_with_its_consumer_or_its_stream() {
        let world = World::new().await;
        let arn = setting(&world, 1).await;
        let mut events = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        nothing(&mut events).await;
        world.deregister("s", "c").await.unwrap();
        let Some(Event::ResourceNotFoundException(end)) = soon(events.next()).await else {
            panic!("it goes on without a consumer");
        };
        assert_eq!(end.message.as_deref(), Some("Consumer c, account 000000000000 not found."));
        assert_eq!(events.next().await, None);
        let arn = world.register("s", "d").await.unwrap().consumer_arn;
        let mut events = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        nothing(&mut events).await;
        let delete = DeleteStreamInput {
            stream_name: Some("s".to_owned()),
            enforce_consumer_deletion: Some(true),
            ..Default::default()
        };
        world.run::<DeleteStream>(delete).await.unwrap();
        assert!(matches!(soon(events.next()).await, Some(Event::ResourceNotFoundException(_))));
        assert_eq!(events.next().await, None);
    }

    #[tokio::test]
    async fn a_failure_of_the_storage_ends_it_and_nothing_is_passed_over() {
        let faults = Faults::default();
        let config = Config { transition: Duration::ZERO, ..Config::default() };
        let world = World::with_faults(&faults, config).await;
        let arn = setting(&world, 1).await;
        let mut events = subscribe(&world, &arn, 0, from("LATEST")).await.unwrap();
        let put = world.put("s", "k", "x").await;
        faults.fail_after(0, Call::ReadLog, Fault::Io);
        assert!(matches!(soon(events.next()).await, Some(Event::InternalFailureException(_))));
        assert_eq!(events.next().await, None);
        world.clock.advance(5 * SECOND);
        let position = at("AT_SEQUENCE_NUMBER", &put.sequence_number);
        let mut events = subscribe(&world, &arn, 0, position).await.unwrap();
        assert_eq!(data(&told(&mut events).await), ["x"]);
    }

    #[tokio::test]
    async fn where_limits_are_kept_two_mebibytes_a_second_are_told() {
        let config =
            Config { transition: Duration::ZERO, limits: Limits::Aws, ..Config::default() };
        let world = World::with(config).await;
        let arn = setting(&world, 1).await;
        for _ in 0..5 {
            world.put("s", "k", &"x".repeat(1_000_000)).await;
            // A shard takes one MiB in a second.
            world.clock.advance(SECOND);
        }
        let mut events = subscribe(&world, &arn, 0, from("TRIM_HORIZON")).await.unwrap();
        for _ in 0..3 {
            told(&mut events).await;
        }
        nothing(&mut events).await;
        world.clock.advance(SECOND);
        told(&mut events).await;
        told(&mut events).await;
        nothing(&mut events).await;
    }

    #[tokio::test]
    async fn what_cannot_be_subscribed_to_is_refused() {
        let config = Config { transition: SECOND, ..Config::default() };
        let world = World::with(config).await;
        world.create("s", 1).await;
        let arn = world.register("s", "c").await.unwrap().consumer_arn;
        let good = input(&arn, 0, from("LATEST"));
        let refused = async |input: SubscribeToShardInput| {
            world.run::<SubscribeToShard>(input).await.unwrap_err()
        };
        let error = refused(good.clone()).await;
        let seconds = world.platform.clock.now().seconds();
        assert_eq!(
            error.to_string(),
            format!(
                "ResourceInUseException: Consumer c with creation timestamp {seconds} under \
                 stream: s, account 000000000000 is not in ACTIVE status."
            )
        );
        world.clock.advance(SECOND);
        let dry = SubscribeToShardInput { dry_run: Some(true), ..good.clone() };
        assert_eq!(refused(dry.clone()).await.code(), "DryRunOperationException");
        let (invalid, missing) = ("InvalidArgumentException", "ResourceNotFoundException");
        for (input, code) in [
            (input(&arn, 1, from("LATEST")), missing),
            (SubscribeToShardInput { shard_id: "none".into(), ..good.clone() }, missing),
            (input(&format!("{arn}0"), 0, from("LATEST")), missing),
            (input(&arn, 0, from("AT_TIMESTAMP")), invalid),
            (input(&arn, 0, from("AFTER_SEQUENCE_NUMBER")), invalid),
            (input(&arn, 0, at("AT_SEQUENCE_NUMBER", "1")), invalid),
            (SubscribeToShardInput { stream_id: Some("x".into()), ..good.clone() }, invalid),
        ] {
            let named = format!("{input:?}");
            assert_eq!(refused(input.clone()).await.code(), code, "{named}");
            let dry = SubscribeToShardInput { dry_run: Some(true), ..input };
            assert_eq!(refused(dry).await.code(), code, "{named}");
        }
        let open = world.run::<SubscribeToShard>(good).await.unwrap();
        assert_eq!(refused(dry).await.message, in_use_error());
        drop(open);
    }

    /// What thousands of them cost while nothing happens.
    #[tokio::test]
    async fn a_subscription_is_small() {
        let world = World::new().await;
        let arn = setting(&world, 1).await;
        let input = input(&arn, 0, from("LATEST"));
        let reading = world.kinesis.reading(&world.context(), &input).await.unwrap();
        let place = world.kinesis.subscriptions.enter(&reading.consumer_arn, 0, 0).unwrap();
        let mut subscription = Subscription::new(&world.kinesis.streams, reading, place);
        let waiting = size_of_val(&subscription) + size_of_val(&subscription.next());
        assert!(waiting < 4096, "{waiting} bytes");
    }
}
