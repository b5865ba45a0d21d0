"""Pages that stand alone: styles and script stand in them, they ask for nothing, and all that is shown is escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from newsbot.version import VERSION

_ROOM = "newsbot.corpus.report"
_LONGEST = 6000
"""Characters of one text."""
_SMALL = 0.005
"""A share that is not told as a number: it would be 0."""
_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def document(template: str, room: str = _ROOM, **values: Any) -> str:
    """The HTML of a template of a room with its values.

    What all such pages have is there for it: the template `report.head.html` to begin with, `style` and `script`, the
    `version`, and the `script_digest` that its Content-Security-Policy allows.
    """
    script = (files(_ROOM) / "report.js").read_text("utf-8")
    rooms = ChoiceLoader([PackageLoader(room, "."), PackageLoader(_ROOM, ".")])
    environment = Environment(
        loader=rooms, autoescape=True, undefined=StrictUndefined, trim_blocks=True, finalize=_bounded
    )
    environment.filters["number"] = lambda value: f"{value:,}"
    environment.filters["share"] = lambda share: f"{100 * share:.0f} %" if share >= _SMALL else "below 1 %"
    environment.filters["percent"] = lambda share: f"{100 * share:.0f}"
    return environment.get_template(template).render(
        version=VERSION,
        style=Markup((files(_ROOM) / "report.css").read_text("utf-8")),  # noqa: S704, newsbot's own
        script=Markup(script),  # noqa: S704, newsbot's own
        script_digest=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        **values,
    )


def _bounded(value: Any) -> Any:
    """What is shown of a value: a text of a record may be of any length, and a browser has to draw it."""
    if isinstance(value, str) and not isinstance(value, Markup) and len(value) > _LONGEST:
        return f"{value[:_LONGEST]}…"
    return value


def is_link(url: str) -> bool:
    """Whether an address is one of the web: only such may be a link."""
    return bool(_ADDRESS.fullmatch(url))
