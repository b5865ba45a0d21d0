"""Shards read by Ray: on all cores of this machine, or of a cluster.

A shard is a plain task and no block of Ray Data: what it gives is files that are committed under its name, not rows
that flow on, and what is restarted is a shard. Ray Data would carry every page through the object store and has no
point at which a part is known to be done.
"""

from __future__ import annotations

import importlib.util
import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from newsbot.engines.shards import NEEDS_EXTRA, ShardError
from newsbot.engines.shards.folder import Done
from newsbot.engines.shards.reading import Task, read_shard
from newsbot.engines.shards.run import Failed
from newsbot.engines.shards.shard import Shard

_AHEAD = 2
"""Shards given to Ray for each core: one that is read and one that waits for it."""
_RETRIES = 3
"""Times that Ray gives a shard to another worker where its worker, or the machine, is lost."""
_STORE = 80_000_000
"""Bytes of Ray's store of objects on this machine, the least that it takes: shards go through files."""


class OnRay:
    """Reads shards on Ray. `workers` is how many are read at a time, all cores of the cluster where it is None.

    With `RAY_ADDRESS` in the environment that cluster is used, else Ray is begun on this machine and ended after.
    Raises ShardError where the extra is missing or Ray cannot be begun.
    """

    def __init__(self, workers: int | None = None) -> None:
        require_ray()
        self._workers = workers

    def __call__(self, shards: list[Shard], task: Task) -> Iterator[Done | Failed]:
        """Each shard once, as they come."""
        with _begun(self._workers) as ray:
            size = self._workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
            yield from _read(ray, shards, task, size if self._workers else size * _AHEAD)


def require_ray() -> None:
    """Raises ShardError without the extra."""
    if importlib.util.find_spec("ray") is None:
        raise ShardError(NEEDS_EXTRA)


@contextmanager
def _begun(workers: int | None) -> Iterator[Any]:
    """Ray, begun if it is not yet, and ended if it was begun here."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    if not os.environ.get("RAY_ADDRESS"):
        # it listens on all addresses of the machine, whatever it is told, and asks a token only where it is told to
        os.environ.setdefault("RAY_AUTH_MODE", "token")
    import ray

    if ray.is_initialized():
        yield ray
        return
    own = {} if os.environ.get("RAY_ADDRESS") else _alone(workers)
    try:
        with _own_signals():
            ray.init(log_to_driver=False, logging_level=logging.ERROR, **own)
    except SystemExit:  # of Ray's own handler, while it began
        signal.raise_signal(signal.SIGTERM)
        raise
    except Exception as error:
        raise ShardError(f"Ray cannot be begun: {type(error).__name__}: {error}") from error
    try:
        yield ray
    finally:
        ray.shutdown()


@contextmanager
def _own_signals() -> Iterator[None]:
    """Ray puts a handler of its own in the place of who asked for SIGTERM, which ends the process as it stands."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        if before is not None:  # one that was not set from Python
            signal.signal(signal.SIGTERM, before)


def _alone(workers: int | None) -> dict[str, Any]:
    """Ray on this machine: without its dashboard, which nobody asked for."""
    cores = workers or os.cpu_count() or 1
    return {
        "num_cpus": cores,
        "include_dashboard": False,
        "object_store_memory": _STORE,
    }


def _read(ray: Any, shards: list[Shard], task: Task, in_hand: int) -> Iterator[Done | Failed]:
    remote = ray.remote(num_cpus=1, max_retries=_RETRIES)(read_shard)
    shared = ray.put(task)
    waiting = iter(shards)
    asked: dict[Any, Shard] = {}
    while True:
        while len(asked) < in_hand and (shard := next(waiting, None)) is not None:
            asked[remote.remote(shard, shared)] = shard
        if not asked:
            return
        ready, _ = ray.wait([*asked], num_returns=1)
        for one in ready:
            yield _said(ray, one, asked.pop(one))


def _said(ray: Any, one: Any, shard: Shard) -> Done | Failed:
    try:
        done: Done = ray.get(one)
    except ray.exceptions.RayTaskError as error:
        cause = error.cause or error
        return Failed(
            shard, str(cause) if isinstance(cause, ShardError) else f"{type(cause).__name__}: {cause}"
        )
    except ray.exceptions.RayError as error:
        return Failed(shard, f"its worker was lost {_RETRIES + 1} times ({type(error).__name__})")
    return done
