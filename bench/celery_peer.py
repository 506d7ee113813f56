"""The peer: an empty Celery task on the Redis that BROKER names. Run as a module of Celery it is the worker's; as a
program it calls the task and prints, one JSON object a line, how fast that went."""

import json
import os
import sys
import threading
import time

from celery import Celery

app = Celery("peer", broker=os.environ["BROKER"], backend=os.environ["BROKER"])
app.conf.update(task_ignore_result=False, worker_hijack_root_logger=False)


@app.task(name="empty")
def empty():
    return None


def synchronous(threads, seconds):
    """Each thread calls and waits, again and again."""
    costs, end = [], time.monotonic() + seconds

    def call():
        while time.monotonic() < end:
            begin = time.monotonic()
            empty.delay().get(timeout=30)
            costs.append(time.monotonic() - begin)

    workers = [threading.Thread(target=call) for _ in range(threads)]
    for each in workers:
        each.start()
    for each in workers:
        each.join()
    costs.sort()
    return {
        "connections": threads,
        "perSecond": len(costs) / seconds,
        "p50": 1000 * costs[len(costs) // 2],
        "p99": 1000 * costs[len(costs) * 99 // 100],
    }


def asynchronous(count):
    """Puts tasks in the queue and waits until the last one has a result."""
    begin = time.monotonic()
    started = [empty.delay() for _ in range(count)]
    for each in started:
        each.get(timeout=120)
    return {"asynchronous": count, "perSecond": count / (time.monotonic() - begin)}


if __name__ == "__main__":
    seconds = float(sys.argv[1])
    empty.delay().get(timeout=60)
    for connections in (1, 16, 64):
        print(json.dumps(synchronous(connections, seconds)), flush=True)
    print(json.dumps(asynchronous(int(500 * seconds))), flush=True)
