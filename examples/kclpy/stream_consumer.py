"""One process of this for each shard: the daemon writes records to its standard input, and it answers with checkpoints."""

import boto3
from amazon_kclpy import kcl
from amazon_kclpy.v3 import processor

s3 = boto3.client("s3")


class RecordWriter(processor.RecordProcessorBase):
    """Writes the records of one shard, under the names that the function gives them, and then a checkpoint."""

    def initialize(self, initialize_input):
        self.shard = initialize_input.shard_id

    def process_records(self, process_records_input):
        for record in process_records_input.records:
            s3.put_object(
                Bucket="demo-pipeline-bucket",
                Key=f"record-{self.shard}:{record.sequence_number}.txt",
                Body=record.binary_data,
            )
        process_records_input.checkpointer.checkpoint()

    def shard_ended(self, shard_ended_input):
        shard_ended_input.checkpointer.checkpoint()

    def shutdown_requested(self, shutdown_requested_input):
        shutdown_requested_input.checkpointer.checkpoint()

    def lease_lost(self, lease_lost_input):
        pass  # Another worker has the shard and goes on from the last checkpoint.


if __name__ == "__main__":
    kcl.KCLProcess(RecordWriter()).run()
