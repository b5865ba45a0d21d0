"""What a reading process of the tests does with a page: by what the page says."""

import os
import sys
import time
from pathlib import Path

from newsbot.workers.reading import Reading


def read(snapshot, options):
    if snapshot.body == b"mati":
        os._exit(9)
    if snapshot.body == b"diam":
        hang()
    return Reading(line=snapshot.body.decode())


def hang():
    time.sleep(60)


def toil(mark):
    """Works without end, and leaves a line in the file each time that it is asked."""
    with Path(mark).open("a") as file:
        file.write("asked\n")
    while True:
        pass


def die_at_first(mark):
    """Ends its process unless it was asked before."""
    path = Path(mark)
    if not path.exists():
        path.touch()
        os._exit(9)
    return "answered"


def die_at_zero(number):
    if not number:
        os._exit(9)
    return number


def spend(seconds):
    """That much work of a processor."""
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return seconds


def has_imported(module):
    return module in sys.modules
