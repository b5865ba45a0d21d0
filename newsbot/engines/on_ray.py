"""Ray, begun for a run and ended after it, on this machine or on a cluster that is there."""

from __future__ import annotations

import importlib.util
import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

DUPLICATES_NEED_EXTRA = "duplicates on Ray need the extra: pip install 'newsbot[dedupe-ray]'"


class RayError(RuntimeError):
    """Ray is not there or cannot be begun, or what ran on it cannot be gone on with; the message says what."""


def require_ray(needs: str, *beside: str) -> None:
    """Raises RayError, with what is to be said of it, where Ray or a library that is asked for beside it is missing."""
    if any(importlib.util.find_spec(name) is None for name in ("ray", *beside)):
        raise RayError(needs)


@contextmanager
def begun(workers: int | None, store: int | None = None) -> Iterator[Any]:
    """Ray, begun if it is not yet, and ended if it was begun here; `store` are the bytes of its store of objects on
    this machine, Ray's own share of the memory where it is None.

    With `RAY_ADDRESS` in the environment that cluster is used. Raises RayError where Ray cannot be begun.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    if not os.environ.get("RAY_ADDRESS"):
        # it listens on all addresses of the machine, whatever it is told, and asks a token only where it is told to
        os.environ.setdefault("RAY_AUTH_MODE", "token")
    import ray

    if ray.is_initialized():
        yield ray
        return
    own = {} if os.environ.get("RAY_ADDRESS") else _alone(workers, store)
    try:
        with own_signals():
            ray.init(log_to_driver=False, logging_level=logging.ERROR, **own)
    except SystemExit:  # of Ray's own handler, while it began
        signal.raise_signal(signal.SIGTERM)
        raise
    except Exception as error:
        raise RayError(f"Ray cannot be begun: {type(error).__name__}: {error}") from error
    try:
        yield ray
    finally:
        ray.shutdown()


def data_context(ray: Any) -> Any:
    """The settings of Ray Data, which says nothing but errors on the terminal from here on. They are the process's
    own: what an earlier run changed is set back, so that no error of this one is passed over."""
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.max_errored_blocks = 0
    context.execution_options = type(context.execution_options)()
    # after it was imported: it sets up its logging then
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    return context


@contextmanager
def own_signals() -> Iterator[None]:
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


def _alone(workers: int | None, store: int | None) -> dict[str, Any]:
    """Ray on this machine: without its dashboard, which nobody asked for."""
    cores = workers or os.cpu_count() or 1
    return {"num_cpus": cores, "include_dashboard": False, "object_store_memory": store}
