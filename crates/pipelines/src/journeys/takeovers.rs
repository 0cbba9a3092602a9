//! Journeys of which several processes have a part.

use super::*;
use crate::records::mapping::MAPPINGS;
use crate::shards;
use platform::testing::soon;
use platform::{Ids, LOOK_AGAIN, SeededIds, Taking};
use std::collections::BTreeSet;
use store::Scan;

/// The time after which a process that gave no sign of life is taken for dead, and no more.
const TERM: Duration = Duration::from_millis(7_500);

fn after(sequence: &str) -> Position {
    Position::After(sequence.to_owned())
}

impl World {
    /// Waits, while this process's clock moves on, until something holds.
    async fn in_time(&self, holds: impl AsyncFn() -> bool) {
        let held = async {
            while !holds().await {
                self.clock.advance(Duration::from_millis(100));
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, held).await.unwrap();
    }

    fn reads_nothing(&self) -> bool {
        self.pipelines.status().iter().all(|mapping| mapping.shards.is_empty())
    }

    async fn until_reads_nothing(&self) {
        let left = async {
            while !self.reads_nothing() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, left).await.unwrap();
    }
}

/// A process that is paused in the middle of a batch, beside one that has gone on in its place; the
/// gate lets the first one's function answer. Who is paused hears nothing.
async fn paused_and_overtaken() -> (World, World, String, Arc<Semaphore>, String) {
    let first = World::deaf(1).await;
    let uuid = first.create(|_| {}).await;
    let gate = Arc::new(Semaphore::new(0));
    first.lambda.reply([Reply::Wait(gate.clone())]);
    first.put(0, "k", "a").await;
    first.offered(1).await;
    let second = first.beside().await;
    second.until_state(&uuid, "Enabled").await;
    second.clock.advance(TERM - Duration::from_millis(1));
    let last = second.put(0, "k", "b").await;
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    assert!(second.lambda.batches().is_empty(), "the first is believed to live");
    second.clock.advance(Duration::from_millis(1));
    assert_eq!(second.offered(1).await, [["a", "b"]]);
    second.until_position(&last).await;
    second.in_time(async || second.checkpoint(&uuid, 0).await == after(&last)).await;
    (first, second, uuid, gate, last)
}

#[tokio::test]
async fn who_wakes_in_the_middle_of_a_batch_is_refused_its_checkpoint() {
    let (first, second, uuid, gate, last) = paused_and_overtaken().await;
    gate.add_permits(1);
    first.until_result(&uuid, "OK").await;
    first.until_reads_nothing().await;
    assert_eq!(second.checkpoint(&uuid, 0).await, after(&last), "it did not go back");
    assert_eq!(first.lambda.batches(), [["a"]]);
    second.put(0, "k", "c").await;
    assert_eq!(second.offered(2).await[1], ["c"]);
}

#[tokio::test]
async fn who_wakes_with_nothing_to_do_learns_that_another_has_gone_on() {
    let first = World::new(1).await;
    let uuid = first.create(|_| {}).await;
    first.until_state(&uuid, "Enabled").await;
    let second = first.beside().await;
    second.in_time(async || !second.reads_nothing()).await;
    assert!(!first.reads_nothing(), "it is paused");
    first.clock.advance(TERM);
    first.until_reads_nothing().await;
    second.put(0, "k", "a").await;
    assert_eq!(second.offered(1).await, [["a"]]);
    assert!(first.lambda.batches().is_empty());
}

#[tokio::test]
async fn what_one_process_gives_up_another_goes_on_with_where_it_was() {
    let (first, second, uuid, gate, _) = paused_and_overtaken().await;
    gate.add_permits(1);
    first.until_reads_nothing().await;
    second.pipelines.stop().await;
    let last = first.put(0, "k", "c").await;
    first.in_time(async || first.lambda.batches().len() == 2).await;
    assert_eq!(first.lambda.batches(), [["a"], ["c"]]);
    first.in_time(async || first.checkpoint(&uuid, 0).await == after(&last)).await;
}

/// A runtime is dropped with all its tasks wherever they are, as a process that is killed.
#[test]
fn a_process_that_is_alone_takes_at_once_what_a_killed_one_held() {
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let life = runtime();
    let (killed, uuid, sequence) = life.block_on(async {
        let world = World::alone(1).await;
        let uuid = world.create(|_| {}).await;
        world.lambda.reply([Reply::Wait(Arc::new(Semaphore::new(0)))]);
        let sequence = world.put(0, "k", "a").await;
        world.offered(1).await;
        (world, uuid, sequence)
    });
    drop(life);
    runtime().block_on(async {
        let next = killed.beside().await;
        assert_eq!(next.offered(1).await, [["a"]], "while the clock stands still");
        next.in_time(async || next.checkpoint(&uuid, 0).await == after(&sequence)).await;
    });
}

#[tokio::test]
async fn what_came_of_records_is_shown_by_a_process_that_does_not_move_them() {
    let first = World::new(1).await;
    let uuid = first.create(|_| {}).await;
    first.until_state(&uuid, "Enabled").await;
    let second = first.beside().await;
    second.until_state(&uuid, "Enabled").await;
    second.until_result(&uuid, "No records").await;
    let last = first.put(0, "k", "a").await;
    first.in_time(async || first.checkpoint(&uuid, 0).await == after(&last)).await;
    second.until_result(&uuid, "OK").await;
    assert!(second.reads_nothing());
}

#[tokio::test]
async fn what_another_process_changed_is_learnt_with_the_lease() {
    let first = World::new(1).await;
    let uuid = first.create(|_| {}).await;
    first.until_state(&uuid, "Enabled").await;
    let second = first.beside().await;
    second.update(&uuid, |it| it.batch_size = Some(1)).await;
    first.update(&uuid, |it| it.enabled = Some(false)).await;
    first.until_state(&uuid, "Disabled").await;
    second.in_time(async || second.pipelines.status()[0].state == "Disabled").await;
    assert!(second.reads_nothing());
}

#[tokio::test]
async fn what_another_process_makes_and_changes_is_learnt_in_time() {
    let first = World::new(1).await;
    let second = first.beside().await;
    let uuid = first.create(|_| {}).await;
    first.until_state(&uuid, "Enabled").await;
    second.in_time(async || !second.pipelines.status().is_empty()).await;
    second.update(&uuid, |it| it.enabled = Some(false)).await;
    first.in_time(async || first.pipelines.status()[0].state == "Disabled").await;
    second.delete(&uuid).await.unwrap();
    first.in_time(async || first.pipelines.status().is_empty()).await;
    let uuid = first.create(|_| {}).await;
    first.until_state(&uuid, "Enabled").await;
    first.lambda.reply([Reply::Wait(Arc::new(Semaphore::new(0)))]);
    first.put(0, "k", "a").await;
    first.offered(1).await;
    second.in_time(async || !second.lambda.batches().is_empty()).await;
}

#[tokio::test]
async fn a_mapping_that_another_process_deletes_is_moved_no_further() {
    let first = World::new(1).await;
    let uuid = first.create(|_| {}).await;
    first.until_state(&uuid, "Enabled").await;
    let second = first.beside().await;
    second.delete(&uuid).await.unwrap();
    second.until_state(&uuid, "gone").await;
    let again = second.create(|it| it.starting_position = Some("TRIM_HORIZON".into())).await;
    first.put(0, "k", "a").await;
    first.in_time(async || first.pipelines.status().iter().all(|it| it.uuid != uuid)).await;
    second.until_state(&again, "Enabled").await;
    second.in_time(async || !second.lambda.batches().is_empty()).await;
    let pair = second.try_create(|_| {}).await.unwrap_err();
    assert!(pair.message.ends_with(&again), "the pair is the new mapping's");
}

/// Whoever holds the lease and has not heard yet that its mapping is gone finds no checkpoints.
#[tokio::test]
async fn of_a_mapping_that_is_gone_no_shard_is_read_from_its_beginning() {
    let world = World::new(1).await;
    let uuid = world.create(|_| {}).await;
    let last = world.put(0, "k", "a").await;
    world.in_time(async || world.checkpoint(&uuid, 0).await == after(&last)).await;
    let tables = &*world.platform.store.tables;
    let (_, mapping) = MAPPINGS.scan(tables, Scan::prefix(b"")).await.unwrap().remove(0);
    let lease = match world.platform.leases.take(&mapping.lease()).await.unwrap() {
        Taking::Taken(lease) => lease,
        Taking::Held(..) => panic!("this process has it"),
    };
    let due = async || {
        let due = shards::due(&world.context(), &mapping, &lease).await.unwrap();
        due.into_iter().map(|(id, at)| (id, at.position)).collect::<Vec<_>>()
    };
    assert_eq!(due().await, [(shard_id(0), after(&last))]);
    world.delete(&uuid).await.unwrap();
    world.until_state(&uuid, "gone").await;
    assert_eq!(due().await, []);
}

/// A process that moves the records of a mapping, and another one beside it.
async fn one_beside_another(first: World) -> (World, World, String) {
    let uuid = first.create(|_| {}).await;
    first.until_state(&uuid, "Enabled").await;
    let second = first.beside().await;
    (first, second, uuid)
}

#[tokio::test]
async fn a_record_that_another_process_takes_in_is_delivered_while_the_clock_stands_still() {
    let (first, second, uuid) = one_beside_another(World::new(2).await).await;
    second.put(0, "k", "a").await;
    assert_eq!(first.offered(1).await, [["a"]]);
    let last = second.put(1, "k", "b").await;
    assert_eq!(first.offered(2).await, [["a"], ["b"]]);
    first.in_time(async || first.checkpoint(&uuid, 1).await == after(&last)).await;
}

#[tokio::test]
async fn where_nothing_is_heard_of_another_process_its_records_are_looked_for() {
    let (first, second, _) = one_beside_another(World::deaf(1).await).await;
    for _ in 0..3 {
        second.put(0, "k", "a").await;
        for _ in 0..100 {
            tokio::task::yield_now().await;
        }
        let before = first.lambda.batches().len();
        first.clock.advance(LOOK_AGAIN);
        first.offered(before + 1).await;
    }
    assert_eq!(first.lambda.batches(), [["a"], ["a"], ["a"]]);
}

#[tokio::test]
async fn a_function_that_another_process_changes_is_offered_what_failed_without_a_pause() {
    let (first, second, uuid) = one_beside_another(World::new(1).await).await;
    first.lambda.reply([Reply::Fail]);
    first.put(0, "k", "a").await;
    first.until_result(&uuid, "PROBLEM: Function call failed").await;
    second.change_function();
    assert_eq!(first.offered(2).await, [["a"], ["a"]], "while the clock stands still");
}

#[tokio::test]
async fn a_stream_that_another_process_makes_anew_is_read_at_once() {
    let (first, second, uuid) = one_beside_another(World::new(1).await).await;
    second.delete_stream().await;
    first.until_result(&uuid, "PROBLEM: Stream s under account 000000000000 not found.").await;
    first.until_reads_nothing().await;
    second.clock.advance(Duration::from_secs(1));
    second.create_stream(1).await;
    second.put(0, "k", "a").await;
    assert_eq!(first.offered(1).await, [["a"]], "while its clock stands still");
}

#[tokio::test]
async fn the_children_of_a_shard_that_another_process_splits_are_read_at_once() {
    let (first, second, _) = one_beside_another(World::new(1).await).await;
    second.put(0, "k", "a").await;
    second.split(0).await;
    second.put(1, "k", "b").await;
    second.put(2, "k", "c").await;
    let mut batches = first.offered(3).await.split_off(1);
    batches.sort();
    assert_eq!(batches, [["b"], ["c"]], "while the clock stands still");
}

#[tokio::test]
async fn what_another_process_makes_changes_and_deletes_is_learnt_at_once() {
    let first = World::new(1).await;
    let second = first.beside().await;
    let shows = async |state: Option<&str>| {
        while second.pipelines.status().first().map(|mapping| &*mapping.state) != state {
            tokio::task::yield_now().await;
        }
    };
    let uuid = first.create(|_| {}).await;
    soon(shows(Some("Enabled"))).await;
    first.update(&uuid, |it| it.enabled = Some(false)).await;
    soon(shows(Some("Disabled"))).await;
    first.delete(&uuid).await.unwrap();
    soon(shows(None)).await;
}

#[tokio::test]
async fn what_one_process_gives_up_another_takes_at_once() {
    let (first, second, _) = one_beside_another(World::new(1).await).await;
    first.put(0, "k", "a").await;
    first.offered(1).await;
    assert!(second.reads_nothing());
    first.pipelines.stop().await;
    second.put(0, "k", "b").await;
    assert_eq!(second.offered(1).await, [["b"]], "while the clock stands still");
}

/// Two processes with clocks of their own that pause whenever they like, and functions that fail as
/// they like: no checkpoint goes back, and every record is delivered.
#[tokio::test]
async fn no_checkpoint_goes_back_whoever_is_paused() {
    for seed in 0..20 {
        let dice = SeededIds::new(seed);
        let below = |bound: u8| {
            let mut byte = [0];
            dice.fill(&mut byte);
            byte[0] % bound
        };
        let first = World::new(1).await;
        let uuid = first.create(|it| it.batch_size = Some(2)).await;
        let second = first.beside().await;
        let worlds = [&first, &second];
        let mut reached = 0;
        let mut put = 0;
        let mut numbers = vec![String::new()];
        let mut gates: Vec<Arc<Semaphore>> = Vec::new();
        for turn in 0.. {
            if put == 30 && reached == put {
                break;
            }
            assert!(turn < 100_000, "seed {seed} does not come to an end");
            let world = worlds[usize::from(below(2))];
            match below(8) {
                0 if put < 30 => {
                    numbers.push(world.put(0, "k", &put.to_string()).await);
                    put += 1;
                }
                1 => world.lambda.reply([Reply::Fail]),
                2 => {
                    let gate = Arc::new(Semaphore::new(0));
                    world.lambda.reply([Reply::Wait(gate.clone())]);
                    gates.push(gate);
                }
                3 if !gates.is_empty() => {
                    gates.swap_remove(usize::from(below(gates.len() as u8))).add_permits(1);
                }
                4 => world.clock.advance(TERM),
                5 => world.clock.advance(Duration::from_secs(u64::from(below(31)))),
                _ => tokio::task::yield_now().await,
            }
            if let Position::After(sequence) = first.checkpoint(&uuid, 0).await {
                let at = numbers.iter().position(|it| *it == sequence).unwrap();
                assert!(at >= reached, "seed {seed}: {at} after {reached}");
                reached = at;
            }
        }
        let taken = worlds.map(|world| world.lambda.batches().concat()).concat();
        assert_eq!(taken.into_iter().collect::<BTreeSet<_>>().len(), 30, "seed {seed}");
    }
}
