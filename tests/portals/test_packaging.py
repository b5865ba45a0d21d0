"""What is installed holds the declarations."""

import tomllib
from pathlib import Path

from newsbot.portals._loading import own_files

ROOT = Path(__file__).parents[2]


def test_package_data_holds_every_declaration():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    patterns = settings["package-data"]["newsbot"]
    packed = {path for pattern in patterns for path in (ROOT / "newsbot").glob(pattern)}
    assert {
        ROOT / "newsbot" / "portals" / "past" / "kompas.toml",
        *map(Path, map(str, own_files())),
    } <= packed
