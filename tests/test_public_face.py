import subprocess
import sys
from pathlib import Path

import pytest

import newsbot
from newsbot import version

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", newsbot.__all__)
def test_every_public_name_is_there(name):
    assert getattr(newsbot, name) is not None
    assert name in dir(newsbot)


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = newsbot.nothing_like_it


def test_records_carry_the_version_of_the_package():
    assert newsbot.__version__ == version.VERSION


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import newsbot", "lxml click rich dateparser scrapy newsbot.items"),
        ("import newsbot.cli.main", "lxml rich dateparser scrapy newsbot.items"),
        ("import newsbot.cli.extract, newsbot.stream", "rich scrapy twisted dateparser trafilatura"),
        ("import newsbot.cli.replay, newsbot.engines.run", "scrapy twisted dateparser trafilatura"),
    ],
)
def test_imports_stay_cheap(statement, absent):
    assert loaded(statement, absent) == []


def loaded(statement, names):
    """Which of the modules a process of its own has loaded after the statement."""
    code = f"import sys; {statement}; print(); print(*[n for n in {names.split()!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1].split()


def test_a_page_that_a_rule_reads_loads_nothing_that_only_others_need():
    page = ROOT / "fixtures" / "kompas" / "2025-tim-redaksi" / "page.html"
    command = f"from newsbot.cli.main import main; main(['extract', {str(page)!r}], standalone_mode=False)"
    others = "extractors.plaintext extractors.ruleless archive._mhtml archive._warc archive._wacz drafting engines.run"
    names = " ".join(f"newsbot.{name}" for name in others.split())
    assert loaded(command, f"{names} parsel w3lib.html ssl rich scrapy trafilatura dateparser") == []
