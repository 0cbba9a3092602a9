package waterwheel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.KinesisClientUtil;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.metrics.MetricsLevel;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/**
 * A process that is a worker of several applications over one stream, each told as {@code polling=NAME} or
 * {@code fan-out=NAME}. What happens to it goes into a journal that workers share. Endpoint, region and credentials
 * come from the environment. Metrics go to CloudWatch for the applications that subscribe.
 */
public final class Worker {
    private final KinesisAsyncClient kinesis = KinesisClientUtil.createKinesisAsyncClient(KinesisAsyncClient.builder());
    private final DynamoDbAsyncClient dynamodb = DynamoDbAsyncClient.create();
    private final CloudWatchAsyncClient cloudwatch = CloudWatchAsyncClient.create();
    private final String stream;
    private final String name;
    private final Journal journal;

    private Worker(String stream, String name, Journal journal) {
        this.stream = stream;
        this.name = name;
        this.journal = journal;
    }

    /** Arguments: the stream, the worker's name, the journal, the applications. */
    public static void main(String[] arguments) throws Exception {
        Worker worker = new Worker(arguments[0], arguments[1], new Journal(Path.of(arguments[2]), arguments[1]));
        List<Scheduler> schedulers = new ArrayList<>();
        for (String application : List.of(arguments).subList(3, arguments.length)) {
            String[] parts = application.split("=", 2);
            schedulers.add(worker.scheduler(parts[1], parts[0].equals("polling")));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> worker.stop(schedulers)));
        schedulers.forEach(scheduler -> new Thread(scheduler).start());
    }

    private Scheduler scheduler(String application, boolean polls) {
        ConfigsBuilder configs = new ConfigsBuilder(stream, application, kinesis, dynamodb, cloudwatch, name,
                () -> new Processor(application, journal));
        var position = InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON);
        var leases = configs.leaseManagementConfig().initialPositionInStream(position)
                .failoverTimeMillis(4000).shardSyncIntervalMillis(1000)
                .leasesRecoveryAuditorExecutionFrequencyMillis(3000).listShardsBackoffTimeInMillis(200);
        var coordinator = configs.coordinatorConfig().parentShardPollIntervalMillis(500)
                .shardConsumerDispatchPollIntervalMillis(200).schedulerInitializationBackoffTimeMillis(500);
        Tuning.apply(leases, coordinator);
        var retrieval = configs.retrievalConfig();
        retrieval.initialPositionInStreamExtended(position);
        if (polls) {
            PollingConfig polling = new PollingConfig(stream, kinesis).idleTimeBetweenReadsInMillis(250);
            polling.usePollingConfigIdleTimeValue(true);
            retrieval.retrievalSpecificConfig(polling);
        }
        var metrics = configs.metricsConfig().metricsBufferTimeMillis(500)
                .metricsLevel(polls ? MetricsLevel.NONE : MetricsLevel.DETAILED);
        return new Scheduler(configs.checkpointConfig(), coordinator, leases, configs.lifecycleConfig(), metrics,
                configs.processorConfig(), retrieval);
    }

    // Hands the leases back, and ends the process, which would else wait for threads of the library. One of KCL 2 that took
    // leases over from another does not tell that it has ended; whether all was handed over shows in what comes twice.
    private void stop(List<Scheduler> schedulers) {
        CompletableFuture<?>[] ends = schedulers.stream()
                .map(Scheduler::startGracefulShutdown).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(15, TimeUnit.SECONDS);
        } catch (Exception error) {
            System.err.println("ended without the library's word: " + error);
        }
        Runtime.getRuntime().halt(0);
    }
}
