"""docs/portals.md is what the declarations say."""

from pathlib import Path

from newsbot.cli._portals_page import COMMAND, page_of
from newsbot.portals._loading import built_in

PAGE = Path(__file__).parents[2] / "docs" / "portals.md"


def test_page_is_current() -> None:
    assert PAGE.read_text("utf-8") == page_of(built_in()), f"make it anew: {COMMAND}"


def test_every_portal_has_one_row_of_as_many_cells_as_the_head() -> None:
    table = PAGE.read_text("utf-8").rpartition("\n\n")[2].splitlines()
    cells = [line.replace("\\|", "").count("|") for line in table]
    assert len(table) == len(built_in()) + 2
    assert len(set(cells)) == 1
