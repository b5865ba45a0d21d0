"""Names of settings: those that newsbot reads are in one table, and a name that nobody reads is refused."""

import re
from pathlib import Path

import pytest

import newsbot
from newsbot.crawl.own_settings import SETTINGS, unknown_setting


def test_every_setting_that_the_code_names_is_in_the_table():
    files = Path(newsbot.__file__).parent.rglob("*.py")
    named = {name for file in files for name in re.findall(r"NEWSBOT_[A-Z_]+[A-Z]", file.read_text("utf-8"))}
    assert named == set(SETTINGS)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("DOWNLOAD_DELYA", "DOWNLOAD_DELAY"),
        ("NEWSBOT_BRAKER", "NEWSBOT_BREAKER"),
        ("user_agent", "USER_AGENT"),
        ("LENGTH_OF_A_DAY", None),
    ],
)
def test_name_that_nobody_reads_is_told_with_the_nearest_one(name, meant):
    said = unknown_setting(name)
    assert said == f"no setting is called {name!r}" + (f"; did you mean {meant}?" if meant else "")


@pytest.mark.parametrize("name", ["DOWNLOAD_DELAY", "NEWSBOT_WARC", "REDIS_URL", "SPIDERMON_ENABLED"])
def test_settings_of_scrapy_newsbot_and_named_extensions_are_known(name):
    assert unknown_setting(name) is None


def test_part_of_ones_own_may_have_settings_of_its_own_but_no_slips():
    assert unknown_setting("MINE_LEVEL", ["EXTENSIONS", "MINE_LEVEL"]) is None
    assert unknown_setting("DOWNLOAD_DELYA", ["EXTENSIONS"]) is not None
