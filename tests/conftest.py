"""What holds for all tests: those that share a costly fixture run in one process, so that it is made once."""

from __future__ import annotations

import pytest

_SHARED = ("module", "session")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A group for `pytest -n auto --dist loadgroup`: the tests of a module that use fixtures of the module."""
    for item in items:
        if isinstance(item, pytest.Function) and _shares(item):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


def _shares(item: pytest.Function) -> bool:
    made = item._fixtureinfo.name2fixturedefs.values()
    return any(one[-1].scope in _SHARED and one[-1].baseid.endswith(".py") for one in made)
