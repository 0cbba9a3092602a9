"""An event that was answered with 202 reaches its function, whatever becomes of the server."""

import random
import threading

from botocore.exceptions import ConnectionError, HTTPClientError, ReadTimeoutError
from conftest import make_function, wait_for

MARK = """
import boto3
s3 = boto3.client("s3")
def handler(event, context):
    s3.put_object(Bucket="done", Key=event["key"])
"""

ROUNDS = 4
WRITERS = 4


def accepted_until_killed(server, chance, number):
    """Keys of the events that were accepted before the server was killed."""
    accepted, over = [], threading.Event()

    def write(writer):
        client, count = server.client("lambda"), 0
        while not over.is_set():
            key = f"{number}-{writer}-{count}"
            try:
                client.invoke(FunctionName="mark", InvocationType="Event", Payload=f'{{"key": "{key}"}}')
            except (ConnectionError, HTTPClientError, ReadTimeoutError):
                return
            accepted.append(key)
            count += 1

    writers = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for writer in writers:
        writer.start()
    wanted = chance.randint(10, 60)
    wait_for("so many events to be accepted", lambda: len(accepted) >= wanted)
    server.kill()
    over.set()
    for writer in writers:
        writer.join()
    return accepted


def test_an_accepted_event_survives_sigkill(server):
    server.client("s3").create_bucket(Bucket="done")
    make_function(server, "mark", MARK)
    chance, accepted = random.Random(7), []
    for number in range(ROUNDS):
        accepted += accepted_until_killed(server, chance, number)
        server.start()
    s3 = server.client("s3")

    def all_done():
        pages = s3.get_paginator("list_objects_v2").paginate(Bucket="done")
        return set(accepted) <= {o["Key"] for page in pages for o in page.get("Contents", [])}

    wait_for("every event that was accepted", all_done, 120)
