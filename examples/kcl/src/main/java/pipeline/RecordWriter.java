package pipeline;

import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** Writes the records of one shard, under the names that the function gives them, and then a checkpoint. */
final class RecordWriter implements ShardRecordProcessor {
    private final S3Client s3;
    private String shard;

    RecordWriter(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public void initialize(InitializationInput input) {
        shard = input.shardId();
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        for (KinesisClientRecord record : input.records()) {
            String key = "record-" + shard + ":" + record.sequenceNumber() + ".txt";
            String data = StandardCharsets.UTF_8.decode(record.data()).toString();
            s3.putObject(request -> request.bucket("demo-pipeline-bucket").key(key), RequestBody.fromString(data));
        }
        checkpoint(input.checkpointer());
    }

    @Override
    public void shardEnded(ShardEndedInput input) {
        checkpoint(input.checkpointer());
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        checkpoint(input.checkpointer());
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
        // Another worker has the shard and goes on from the last checkpoint.
    }

    private static void checkpoint(RecordProcessorCheckpointer checkpointer) {
        try {
            checkpointer.checkpoint();
        } catch (ShutdownException lost) {
            // As when the lease is lost.
        } catch (InvalidStateException error) {
            throw new IllegalStateException("the table of leases cannot be used", error);
        }
    }
}
