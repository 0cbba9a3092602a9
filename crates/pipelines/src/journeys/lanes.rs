//! Journeys through several lanes of a shard.

use super::*;

/// Keys enough to have records in every lane.
const KEYS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

impl World {
    async fn put_all(&self, shard: usize, data: &str) {
        for key in KEYS {
            self.put(shard, key, &format!("{key}{data}")).await;
        }
    }

    /// The data that were offered of a key, in order.
    fn offered_of(&self, key: &str) -> Vec<String> {
        let data = self.lambda.batches().concat();
        data.into_iter().filter(|data| data.starts_with(key)).collect()
    }

    async fn until_offered(&self, records: usize) {
        let enough = async {
            while self.lambda.batches().iter().map(Vec::len).sum::<usize>() < records {
                self.clock.advance(Duration::from_millis(10));
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, enough).await.unwrap();
    }

    async fn for_a_while(&self) {
        for _ in 0..200 {
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test]
async fn children_wait_for_every_lane_of_their_parents() {
    let world = World::new(1).await;
    world.create(|it| it.parallelization_factor = Some(4)).await;
    let gate = Arc::new(Semaphore::new(0));
    world.lambda.reply([Reply::Wait(gate.clone())]);
    world.put_all(0, "0").await;
    world.split(0).await;
    world.put_all(1, "1").await;
    world.put_all(2, "1").await;
    world.for_a_while().await;
    assert!(world.lambda.batches().concat().iter().all(|data| data.ends_with('0')));
    gate.add_permits(1);
    world.until_offered(3 * KEYS.len()).await;
    let gate = Arc::new(Semaphore::new(0));
    world.for_a_while().await;
    world.lambda.reply([Reply::Wait(gate.clone())]);
    world.put_all(1, "2").await;
    world.merge(1, 2).await;
    world.put_all(3, "3").await;
    world.for_a_while().await;
    assert!(world.lambda.batches().concat().iter().all(|data| !data.ends_with('3')));
    gate.add_permits(1);
    world.until_offered(5 * KEYS.len()).await;
    for key in KEYS {
        assert_eq!(world.offered_of(key), ["0", "1", "1", "2", "3"].map(|it| format!("{key}{it}")));
    }
}

#[tokio::test]
async fn a_lane_that_fails_holds_up_its_own_keys_and_the_checkpoint() {
    let world = World::new(1).await;
    *world.lambda.poison.lock().unwrap() = Some("a0");
    let change = |it: &mut Create| {
        it.starting_position = Some("TRIM_HORIZON".into());
        (it.parallelization_factor, it.batch_size) = (Some(10), Some(1));
    };
    let uuid = world.create(change).await;
    world.until_state(&uuid, "Enabled").await;
    for data in ["0", "1", "2"] {
        world.put_all(0, data).await;
    }
    let healthy = async {
        while KEYS[1..].iter().any(|key| world.offered_of(key).len() < 3) {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, healthy).await.unwrap();
    assert!(world.offered_of("a").iter().all(|data| data == "a0"));
    assert_eq!(world.pipelines.status()[0].shards[0].position, "TRIM_HORIZON");
}
