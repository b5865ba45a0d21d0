"""One time for a page, whoever reads it, and the documents name it."""

import inspect
import re
from pathlib import Path

import pytest

from newsbot.cli.main import main
from newsbot.engines import pool
from newsbot.engines.plan import Plan
from newsbot.workers import PAGE_TIME, SLACK
from newsbot.workers.crew import Crew
from newsbot.workers.reading import Reader

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("reader", "name"),
    [
        (pool.replay, "page_time"),
        (pool.results, "page_time"),
        (Plan, "page_time"),
        (Reader, "patience"),
        (Crew, "patience"),
    ],
)
def test_who_reads_pages_gives_each_the_same_time(reader, name):
    assert inspect.signature(reader).parameters[name].default == PAGE_TIME


def test_command_line_gives_a_page_that_time():
    options = {option.name: option for option in main.get_command(None, "replay").params}
    assert options["page_time"].default == PAGE_TIME


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("security.md", r"ended after (\d+) s of work a page"),
        (
            "security.md",
            r"(\d+) s of work, 30 s by the clock, in a process of its own \| `NEWSBOT_PAGE_TIME`",
        ),
        ("crawling.md", r"`timeout` after (\d+) s of work or 30 s by the clock \(`NEWSBOT_PAGE_TIME`\)"),
    ],
)
def test_document_tells_that_time(document, said):
    assert PAGE_TIME * SLACK == 30
    assert [float(seconds) for seconds in re.findall(said, (DOCS / document).read_text("utf-8"))] == [
        PAGE_TIME
    ]
