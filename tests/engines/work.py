"""Works that a worker process can import: what they do hangs on the page."""

import os
import signal
import threading

from newsbot.items import Article, Outcome, Publisher, Reject
from newsbot.snapshot import Snapshot

GATE = threading.Event()


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
