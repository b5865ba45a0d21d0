"""What a reading process of the tests does with a page: by what the page says."""

import os
import time

from newsbot.workers.reading import Reading


def read(snapshot, options):
    if snapshot.body == b"mati":
        os._exit(9)
    if snapshot.body == b"diam":
        hang()
    return Reading(line=snapshot.body.decode())


def hang():
    time.sleep(60)
