package waterwheel;

import java.nio.charset.StandardCharsets;
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

/** Writes down each record, and then its checkpoint: after a kill, some records come again and none is missed. */
final class Processor implements ShardRecordProcessor {
    private final String application;
    private final Journal journal;
    private String shard;

    Processor(String application, Journal journal) {
        this.application = application;
        this.journal = journal;
    }

    private void tell(String event, String text) {
        journal.write(journal.line(application, shard, event, "-", text));
    }

    private void checkpoint(RecordProcessorCheckpointer checkpointer) {
        try {
            checkpointer.checkpoint();
        } catch (ShutdownException lost) {
            tell("lost", "before a checkpoint");
        } catch (InvalidStateException error) {
            throw new IllegalStateException(error);
        }
    }

    @Override
    public void initialize(InitializationInput input) {
        shard = input.shardId();
        tell("begun", input.extendedSequenceNumber().sequenceNumber());
    }

    @Override
    public void processRecords(ProcessRecordsInput input) {
        StringBuilder lines = new StringBuilder();
        for (KinesisClientRecord record : input.records()) {
            String text = StandardCharsets.UTF_8.decode(record.data()).toString();
            lines.append(journal.line(application, shard, "record", record.partitionKey(), text));
        }
        journal.write(lines.toString());
        checkpoint(input.checkpointer());
    }

    @Override
    public void leaseLost(LeaseLostInput input) {
        tell("lost", "-");
    }

    @Override
    public void shardEnded(ShardEndedInput input) {
        tell("ended", "-");
        checkpoint(input.checkpointer());
    }

    @Override
    public void shutdownRequested(ShutdownRequestedInput input) {
        tell("asked", "-");
        checkpoint(input.checkpointer());
    }
}
