//! What a world is made of, beside its seed.

/// Something that a world breaks on purpose, so that a check shows that it would notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutation {
    /// The log acknowledges records that it does not keep.
    LoseAppend,
    /// The log does not keep that a lane is sealed.
    LoseSeal,
    /// A read of a log leaves a record out.
    SkipRecord,
    /// A read of a log gives two records in the wrong order.
    SwapRecords,
    /// A row of S3's objects is read as it was long ago.
    ReadStale,
    /// A version that another takes the place of is not stored.
    LoseVersion,
    /// The last write of a batch is not applied.
    TearCommit,
    /// A batch is applied whatever its conditions are.
    DropConditions,
    /// Commits look at no item of a table any more.
    DropItemConditions,
    /// A blob that was removed stays.
    KeepBlob,
    /// The function takes records of some keys and does nothing with them.
    ForgetKey,
    /// The function does not put what it made of a record.
    ForgetOutput,
    /// The records of an event stand in the wrong order.
    SwapEvent,
    /// A read of a log finds that there is no such log.
    HideLog,
    /// No stream changes its state.
    KeepStreams,
    /// A checkpoint is kept that an earlier read had.
    CheckpointBack,
    /// The function takes its time.
    Dawdle,
    /// The function never takes a certain record.
    RefuseForEver,
    /// No process hears what another one tells.
    LoseNotices,
    /// A message of a standard queue is not stored.
    LoseMessage,
    /// A message that has a group is not stored.
    LoseStep,
    /// A message that is deleted stays stored.
    KeepMessage,
    /// It is not stored that a message is out of sight.
    ForgetSight,
    /// It is not stored which messages were sent.
    ForgetSent,
    /// A message is not stored that is sent to a queue with a mapping.
    LoseTask,
    /// The function says that it has taken messages, and has not.
    ForgetTask,
    /// The messages of an event stand in the wrong order.
    SwapTasks,
    /// A mapping of a queue is kept with another batch size.
    GrowBatch,
    /// A queue is kept with another dead-letter queue.
    StrayDead,
    /// A message of a topic is not stored before it is delivered.
    LosePublished,
    /// A subscription is kept with a filter for another color.
    StrayFilter,
    /// A subscription is kept with another dead-letter queue.
    LoseLetters,
    /// A message of a FIFO topic is not stored by its queue.
    LoseTick,
    /// It is not stored which messages were published.
    ForgetPublished,
    /// It is not stored what a bucket has to tell.
    ForgetNotice,
    /// It is not stored that a record of a queue over a stream was handed out.
    LoseHandout,
    /// Such a record that is acknowledged stays stored.
    KeepHandout,
    /// Neither is stored how far the shards of such a queue were handed out.
    ForgetHandouts,
    /// An object that a channel puts is not stored.
    LoseDelivered,
    /// It is not stored what a channel is about to put.
    ForgetPlan,
    /// A record of a change of an item is not stored.
    LoseChange,
    /// A point of a metric is not stored.
    LosePoint,
    /// What an alarm is to do is not stored.
    ForgetAction,
    /// Processes behave as if each had the engines to itself: they tell nothing and do not look.
    StayAlone,
}

/// How many processes there are, what they serve, and for how long they are bothered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// How many processes serve Kinesis.
    pub kinesis: usize,
    /// How many serve S3.
    pub s3: usize,
    /// How many move records. These serve Kinesis too.
    pub pipelines: usize,
    /// How many serve SQS, if any.
    pub sqs: usize,
    /// How many serve SNS, if any. These serve SQS too.
    pub sns: usize,
    /// How many serve DynamoDB, if any.
    pub dynamodb: usize,
    /// How many serve CloudWatch, if any.
    pub cloudwatch: usize,
    /// Whether the log refuses no append, and seals are confirmed.
    pub confirming: bool,
    /// For how many seconds of the world's time clients work and things break.
    pub seconds: u64,
    /// What is broken on purpose.
    pub mutation: Option<Mutation>,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            kinesis: 1,
            s3: 1,
            pipelines: 1,
            sqs: 1,
            sns: 1,
            dynamodb: 1,
            cloudwatch: 1,
            confirming: false,
            seconds: 20,
            mutation: None,
        }
    }
}

impl Plan {
    /// How many processes there are.
    pub fn processes(&self) -> usize {
        let Self { kinesis, s3, pipelines, sqs, sns, dynamodb, cloudwatch, .. } = *self;
        let all = [kinesis, s3, pipelines, sqs, sns, dynamodb, cloudwatch];
        all.into_iter().max().unwrap_or_default().max(1)
    }

    /// Whether several processes share the engines, as they would over a network. An engine that
    /// one process has to itself loses no connection, and takes no writes after a failed sync.
    pub fn is_shared(&self) -> bool {
        self.processes() > 1
    }
}
