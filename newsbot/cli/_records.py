"""Records that a command reads: what is passed over is told, a bar counts their bytes, and bad input is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from newsbot.cli._errors import InputError
from newsbot.cli._text import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from newsbot.corpus.reading import Record, Records
    from newsbot.corpus.selection import Choice

_EVERY = 64
"""Records between two movements of the bar."""
_FILES = 4
"""Names of files that a note has."""


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


def opened(console: Console, *sources: str, names: Mapping[str, str] | None = None) -> Records:
    """The records of the sources; what is passed over in them is a note on the console, and so are the files of a
    folder that holds several: one of them may be a copy that nothing tells from the others. `names` are as of Records.

    Raises FileNotFoundError for a source that does not exist.
    """
    from newsbot.corpus.reading import Records
    from newsbot.corpus.sources import PARTS

    records = Records(
        *sources,
        on_trouble=lambda trouble: console.print(f"note: {trouble}", soft_wrap=True),
        names=names,
    )
    loose = [file for file in records.files if file not in sources and Path(file).parent.name != PARTS]
    if len(loose) > 1:
        more = f" and {len(loose) - _FILES:,} more" if len(loose) > _FILES else ""
        named = ", ".join(loose[:_FILES])
        console.print(f"note: {len(loose):,} files of records are read: {named}{more}", soft_wrap=True)
    return records


def noted_as_made(output: Path, command: str, sources: Iterable[str]) -> None:
    """Leave a note of what a file of records was made of, by which a reading of both knows it; of standard input there
    is nothing to note."""
    from newsbot.corpus.made import note_made
    from newsbot.corpus.sources import STDIN

    if STDIN not in sources:
        note_made(output, command, sources)


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


def chosen(title: str, sources: tuple[str, ...], choice: Choice) -> Iterator[Record]:
    """The records of the sources that the choice takes, under a bar, with notes of what is passed over and, at the end,
    of how many are left out by which option."""
    console = notes()
    for record in followed(console, title, opened(console, *sources)):
        if choice.takes(record.fields):
            yield record
    for reason, count in choice.left_out.most_common():
        example = one_line(choice.examples[reason])
        console.print(f"note: left out by {reason}: {count:,}, such as {example}", soft_wrap=True)
