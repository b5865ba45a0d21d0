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


_TRIES = 3
"""Times that Ray is begun on this machine. It gives each of its processes half a minute, which is not enough for all of
them where others keep the processors: those of a run that was killed a moment ago, too."""
_PATIENCE = "120"
"""Seconds in which the first of them is to be there; for the others Ray has no setting."""


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
    if os.environ.get("RAY_ADDRESS"):
        _begin(ray)
    else:
        _begin(ray, tries=_TRIES, **_alone(workers, store))
    try:
        yield ray
    finally:
        ray.shutdown()


def _begin(ray: Any, tries: int = 1, **own: Any) -> None:
    """Begin Ray, or connect to the cluster that the environment names; again where it was not there in its time."""
    for left in reversed(range(tries)):
        try:
            with own_signals():
                ray.init(log_to_driver=False, logging_level=logging.ERROR, **own)
        except SystemExit:  # of Ray's own handler, while it began
            signal.raise_signal(signal.SIGTERM)
            raise
        except Exception as error:
            if left and not isinstance(error, ValueError):  # one that is said of what was asked for
                ray.shutdown()
                continue
            raise RayError(f"Ray cannot be begun: {type(error).__name__}: {error}") from error
        return


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
    """Ray on this machine: without its dashboard, which nobody asked for, and beside whatever `ray start` began here,
    to which Ray would connect by itself."""
    os.environ.setdefault("RAY_gcs_server_port_wait_time_s", _PATIENCE)
    cores = workers or os.cpu_count() or 1
    return {
        "address": "local",
        "num_cpus": cores,
        "include_dashboard": False,
        "object_store_memory": store,
    }
