package pipeline;

import java.net.InetAddress;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.KinesisClientUtil;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.processor.SingleStreamTracker;

/**
 * A worker that reads the stream and writes each record to the bucket. Any number of them share the shards; their leases
 * and checkpoints are in the DynamoDB table streamConsumer, their metrics in the CloudWatch namespace of that name.
 */
public final class StreamConsumer {
    private StreamConsumer() {}

    /** Runs until it is asked to end. */
    public static void main(String[] arguments) throws Exception {
        Scheduler scheduler = scheduler(InetAddress.getLocalHost().getHostName() + "-" + UUID.randomUUID());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> handOver(scheduler)));
        scheduler.run();
    }

    private static Scheduler scheduler(String worker) {
        KinesisAsyncClient kinesis = KinesisClientUtil.createKinesisAsyncClient(KinesisAsyncClient.builder());
        S3Client s3 = S3Client.create();
        var start = InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON);
        ConfigsBuilder configs = new ConfigsBuilder(new SingleStreamTracker("demo-stream", start), "streamConsumer", kinesis,
                DynamoDbAsyncClient.create(), CloudWatchAsyncClient.create(), worker, () -> new RecordWriter(s3));
        // The library's own intervals suit fleets; these find a worker, or its end, within seconds.
        var leases = configs.leaseManagementConfig().failoverTimeMillis(3000).leaseAssignmentIntervalMillis(1000L)
                // So long the library sleeps after it has made the leases: a minute, if nothing is said.
                .shardSyncIntervalMillis(1000)
                .dynamoDbLockBasedLeaderLeaseDurationInMillis(5000).dynamoDbLockBasedLeaderHeartbeatPeriodInMillis(1000);
        leases.workerUtilizationAwareAssignmentConfig().workerMetricsReporterFreqInMillis(2000);
        return new Scheduler(configs.checkpointConfig(), configs.coordinatorConfig(), leases, configs.lifecycleConfig(),
                configs.metricsConfig().metricsBufferTimeMillis(1000), configs.processorConfig(), configs.retrievalConfig());
    }

    // The shards are given back at their last checkpoints, so that another worker goes on at once.
    private static void handOver(Scheduler scheduler) {
        try {
            scheduler.startGracefulShutdown().get(20, TimeUnit.SECONDS);
        } catch (Exception error) {
            System.err.println("ended without handing over: " + error);
        }
        Runtime.getRuntime().halt(0);
    }
}
