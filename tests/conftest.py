"""How the tests are dealt out to the processes of `pytest -n auto --dist loadscope`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from xdist.scheduler import LoadScopeScheduling

APART = frozenset(
    (
        "tests/crawl/test_durability.py",
        "tests/crawl/test_warc.py",
        "tests/services/test_shared_crawl.py",
    )
)
"""Modules whose tests take seconds each and share nothing: they go one by one, last, to whoever is free."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling:
    """All other tests of a module go to one process, so that the crawl which they look at is made once."""
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            module = nodeid.partition("::")[0]
            return nodeid if module in APART else module

    return Scheduling(config, log)
