"""The pages of the inspector out of their templates, everything escaped, and the files that they ask for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from newsbot.version import VERSION

_ROOM = "newsbot.inspector"
_ASSETS = {
    "report.css": ("newsbot.corpus.report", "report.css", "text/css"),
    "inspect.css": (_ROOM, "templates/inspect.css", "text/css"),
    "inspect.js": (_ROOM, "templates/inspect.js", "text/javascript"),
}
"""What may be asked for by name: colours and type are those of the report."""


@cache
def _environment() -> Environment:
    loader = PackageLoader(_ROOM, "templates")
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    environment.filters["number"] = lambda value: f"{value:,}"
    return environment


def rendered(template: str, **values: Any) -> str:
    """The HTML of a template with its values."""
    return _environment().get_template(template).render(version=VERSION, **values)


def asset(name: str) -> tuple[bytes, str] | None:
    """The bytes and type of a file that pages ask for; None for any other name."""
    if name not in _ASSETS:
        return None
    room, path, media_type = _ASSETS[name]
    return files(room).joinpath(path).read_bytes(), media_type
