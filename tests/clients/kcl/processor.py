"""What the MultiLangDaemon runs for each shard: it writes the journal that tests/clients/test_kcl.py reads."""

import os
import sys

from amazon_kclpy import kcl
from amazon_kclpy.v3 import processor


class Processor(processor.RecordProcessorBase):
    def __init__(self, journal, application, worker):
        self.journal = os.open(journal, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self.application, self.worker, self.shard = application, worker, "-"

    def write(self, *events):
        """Each batch is one write, so that the file's order is the order of events."""
        lines = ["\t".join((self.application, self.worker, self.shard, *event)) + "\n" for event in events]
        os.write(self.journal, "".join(lines).encode())

    def initialize(self, initialize_input):
        self.shard = initialize_input.shard_id
        self.write(("begun", "-", str(initialize_input.sequence_number)))

    def process_records(self, process_records_input):
        records = process_records_input.records
        self.write(*(("record", it.partition_key, it.binary_data.decode()) for it in records))
        process_records_input.checkpointer.checkpoint()

    def shard_ended(self, shard_ended_input):
        self.write(("ended", "-", "-"))
        shard_ended_input.checkpointer.checkpoint()

    def shutdown_requested(self, shutdown_requested_input):
        self.write(("asked", "-", "-"))
        shutdown_requested_input.checkpointer.checkpoint()

    def lease_lost(self, lease_lost_input):
        self.write(("lost", "-", "-"))


if __name__ == "__main__":
    kcl.KCLProcess(Processor(*sys.argv[1:])).run()
