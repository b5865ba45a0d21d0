"""New golden files: a page, what is known of it, and what its record is to say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


def is_case_name(name: str) -> bool:
    """Whether a name may be that of a case: lower case, digits and hyphens, no path.

    >>> is_case_name("2021-video"), is_case_name("../etc"), is_case_name("")
    (True, False, False)
    """
    return bool(_NAME.fullmatch(name))


def write_case(
    folder: Path,
    body: bytes,
    facts: Mapping[str, Any],
    about: str,
    *,
    is_html: bool,
    expected: Mapping[str, Any] | None = None,
) -> None:
    """Make the folder of a case. `facts` are the page's url, fetched_at and headers. Raises FileExistsError where there
    is one of that name, and OSError where it cannot be written."""
    folder.mkdir(parents=True)
    (folder / ("page.html" if is_html else "page.txt")).write_bytes(body)
    _write(folder / "page.json", facts)
    (folder / "about.md").write_text(about, encoding="utf-8")
    if expected is not None:
        _write(folder / "expected.json", expected)


def _write(path: Path, value: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_gold(
    folder: Path, base: str, body: bytes, facts: Mapping[str, Any], gold: Mapping[str, Any], *, is_html: bool
) -> Path:
    """Write a page and its gold beside each other: `<base>.html`, `<base>.json` with its facts, `<base>.gold.json`.
    Raises FileExistsError where there is gold of that name, and OSError where it cannot be written."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{base}.gold.json"
    with path.open("x", encoding="utf-8") as file:
        file.write(json.dumps(gold, ensure_ascii=False, indent=2) + "\n")
    (folder / f"{base}.{'html' if is_html else 'txt'}").write_bytes(body)
    _write(folder / f"{base}.json", facts)
    return path
