"""A line that tells how far a run is, where somebody looks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from rich.console import Console


class Update(Protocol):
    """Brings the line up to date: `completed`, `total`, and the fields that it shows."""

    def __call__(self, **fields: Any) -> None: ...


@contextmanager
def progress_bar(
    console: Console, counted: str, total: int | None = None, *, is_measured: bool = True, **fields: Any
) -> Iterator[Update | None]:
    """A line with what is counted (rich's markup, of the `fields`) and the time; where it `is_measured` also the
    share of `total` and the time left. None where the console is no terminal."""
    if not console.is_terminal:
        yield None
        return
    from rich.progress import (
        Progress,
        SpinnerColumn,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn(counted),
        *((TaskProgressColumn(), TextColumn("left"), TimeRemainingColumn()) if is_measured else ()),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        yield partial(bar.update, bar.add_task("", total=total, **fields))
