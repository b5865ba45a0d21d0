"""Records that a command reads: what is passed over is told, a bar counts their bytes, and bad input is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsbot.cli._errors import InputError

if TYPE_CHECKING:
    from rich.console import Console

    from newsbot.corpus.reading import Record, Records
    from newsbot.corpus.selection import Selection

_EVERY = 64
"""Records between two movements of the bar."""


def notes() -> Console:
    """Where commands say what is no data: standard error, as plain text."""
    from rich.console import Console

    return Console(stderr=True, markup=False, highlight=False)


@contextmanager
def bad_input_named() -> Iterator[None]:
    """Turn what reading and writing files raises into InputError, whose message names file and line."""
    from newsbot.corpus.reading import BadRecord

    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads our output has seen enough
    except FileNotFoundError as error:
        raise InputError(f"{error.filename}: {error.strerror}") from error
    except BadRecord as error:
        raise InputError(str(error)) from error
    except OSError as error:
        raise InputError(f"{error.filename}: {error.strerror}" if error.filename else str(error)) from error


def opened(console: Console, *sources: str) -> Records:
    """The records of the sources; what is passed over in them is a note on the console.

    Raises FileNotFoundError for a source that does not exist.
    """
    from newsbot.corpus.reading import Records

    return Records(*sources, on_trouble=lambda trouble: console.print(f"note: {trouble}", soft_wrap=True))


@contextmanager
def progress(console: Console, title: str, *sides: Records) -> Iterator[Callable[[], None] | None]:
    """What moves a bar over the bytes of all sides, None where nobody looks."""
    if not console.is_terminal:
        yield None
        return
    from rich.progress import Progress

    with Progress(console=console, transient=True) as bar:
        task = bar.add_task(title, total=sum(side.size for side in sides) or None)
        yield lambda: bar.update(task, completed=sum(side.position for side in sides))


def followed(console: Console, title: str, records: Records) -> Iterator[Record]:
    """The records one by one, under a bar."""
    with progress(console, title, records) as move:
        for number, record in enumerate(records):
            yield record
            if move and number % _EVERY == 0:
                move()


def chosen(title: str, sources: tuple[str, ...], wanted: Selection) -> Iterator[Record]:
    """The records of the sources that are wanted, under a bar, with notes of what is passed over."""
    console = notes()
    records = followed(console, title, opened(console, *sources))
    return (record for record in records if wanted.against(record.fields) is None)
