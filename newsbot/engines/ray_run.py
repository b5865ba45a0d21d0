"""Shards read by Ray Data: on all cores of this machine, or of a cluster.

The rows of the data set are shards, and what comes of a row is that its shard is done: pages and records go through
files, which are committed under the shard's name, and not through Ray's store of objects. So a part is known to be done
whatever becomes of the run, and what is done again where a worker is lost is a shard.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from typing import Any

from newsbot.engines.on_ray import begun, data_context, require_ray
from newsbot.engines.shards import NEEDS_EXTRA, ShardError
from newsbot.engines.shards.folder import Done
from newsbot.engines.shards.reading import Task, read_shard
from newsbot.engines.shards.run import Failed
from newsbot.engines.shards.shard import Shard

_RETRIES = 3
"""Times that Ray gives a shard to another worker where its worker, or the machine, is lost."""
_STORE = 80_000_000
"""Bytes of Ray's store of objects on this machine, the least that it takes: shards go through files."""
_BLOCK = 100_000
"""Bytes that Ray Data reckons a row gives: what is told of a shard. It would wait for room for far more."""


class OnRay:
    """Reads shards on Ray Data. `workers` is how many are read at a time, all cores of the cluster where it is None.

    With `RAY_ADDRESS` in the environment that cluster is used, else Ray is begun on this machine and ended after.
    Raises RayError where the extra is missing or Ray cannot be begun.
    """

    def __init__(self, workers: int | None = None) -> None:
        require_ray(NEEDS_EXTRA, "pandas", "pyarrow")
        self._workers = workers

    def __call__(self, shards: list[Shard], task: Task) -> Iterator[Done | Failed]:
        """Each shard once, as they come."""
        with begun(self._workers, _STORE) as ray:
            yield from _read(ray, shards, task, self._workers)


def _read(ray: Any, shards: list[Shard], task: Task, at_a_time: int | None) -> Iterator[Done | Failed]:
    left = dict(enumerate(shards))
    try:
        for row in _rows(ray, shards, task, at_a_time):
            shard = left.pop(row["number"])
            said = json.loads(row["said"])
            yield Failed(shard, said["failed"]) if "failed" in said else Done.of(said)
    except ray.exceptions.RayError as error:
        lost = f"Ray could not go on ({type(error).__name__}: {error})"[:300]
        yield from (Failed(shard, lost) for shard in left.values())
        return
    yield from (Failed(shard, f"its worker was lost {_RETRIES + 1} times") for shard in left.values())


def _rows(ray: Any, shards: list[Shard], task: Task, at_a_time: int | None) -> Iterator[dict[str, Any]]:
    """What is told of each shard. A block of one row is a task, and one that is given up is left out."""
    context = data_context(ray)
    context.max_errored_blocks = -1
    context.target_max_block_size = _BLOCK
    limits = context.execution_options.resource_limits
    context.execution_options.resource_limits = limits.copy(cpu=at_a_time) if at_a_time else limits
    numbered = ray.data.from_items(
        [{"number": number} for number in range(len(shards))], override_num_blocks=len(shards)
    )
    read = partial(told_of, shards=ray.put(shards), task=ray.put(task))
    # of a task whose worker is lost Ray tells another worker, thrice
    rows: Iterator[dict[str, Any]] = numbered.map(read, num_cpus=1).iter_rows()
    return rows


def told_of(row: dict[str, Any], shards: Any, task: Any) -> dict[str, Any]:
    """Read a shard, by its number, on the machine on which this runs: that it is done, or why it could not be."""
    import ray

    shard: Shard = ray.get(shards)[row["number"]]
    try:
        said = asdict(read_shard(shard, ray.get(task)))
    except Exception as error:  # noqa: BLE001 - whatever it is, the other shards are read
        said = {"failed": str(error) if isinstance(error, ShardError) else f"{type(error).__name__}: {error}"}
    return {"number": row["number"], "said": json.dumps(said)}
