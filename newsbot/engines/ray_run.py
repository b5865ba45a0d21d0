"""Shards read by Ray: on all cores of this machine, or of a cluster.

A shard is a plain task and no block of Ray Data: what it gives is files that are committed under its name, not rows
that flow on, and what is restarted is a shard. Ray Data would carry every page through the object store and has no
point at which a part is known to be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsbot.engines.on_ray import begun, require_ray
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
    Raises RayError where the extra is missing or Ray cannot be begun.
    """

    def __init__(self, workers: int | None = None) -> None:
        require_ray(NEEDS_EXTRA)
        self._workers = workers

    def __call__(self, shards: list[Shard], task: Task) -> Iterator[Done | Failed]:
        """Each shard once, as they come."""
        with begun(self._workers, _STORE) as ray:
            size = self._workers or max(1, int(ray.cluster_resources().get("CPU", 1)))
            yield from _read(ray, shards, task, size if self._workers else size * _AHEAD)


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
