"""Works that a worker process can import: what they do hangs on the page."""

import os
import signal
import threading

from newsbot.items import Article, Outcome, Publisher, Reject
from newsbot.snapshot import Snapshot
from newsbot.stream import process

GATE = threading.Event()


def losing(marker: str, snapshot: Snapshot) -> Outcome:
    """The stream; at the first page whoever asked for it is killed, once."""
    try:
        os.close(os.open(marker, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return process(snapshot)
    os.kill(os.getppid(), signal.SIGKILL)
    return process(snapshot)


def fake(snapshot: Snapshot) -> Outcome:
    """A record whose headline is the body; some bodies are orders."""
    order = snapshot.body.decode()
    if order == "die":
        os._exit(7)
    if order == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "raise":
        raise LookupError("no such thing")
    if order == "hang":
        GATE.wait()
    if order == "slow":
        GATE.wait(0.6)
    if order == "pid":
        order = str(os.getpid())
    if order == "reject":
        return Outcome(reject=Reject(snapshot.origin.path, snapshot.url, "empty", ""))
    article = Article(order, "contoh", Publisher("Contoh", "contoh.id"), snapshot.url, None, "article", order)
    article.metadata.origin = snapshot.origin
    return Outcome(article=article)
