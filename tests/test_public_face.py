import subprocess
import sys

import pytest

import newsbot
from newsbot import version


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
    code = f"import sys; {statement}; print(*[name for name in {absent.split()!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
