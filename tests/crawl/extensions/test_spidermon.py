"""The recipe of docs/scheduling.md for Spidermon, as it stands there."""

import pytest

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply
from tests.crawl.runs import crawl
from tests.docs.test_scheduling import block

SETTINGS = (
    'EXTENSIONS={"spidermon.contrib.scrapy.extensions.Spidermon": 500}',
    "SPIDERMON_ENABLED=1",
    "SPIDERMON_SPIDER_CLOSE_MONITORS=monitors.Suite",
)


@pytest.mark.parametrize(("refused", "outcome"), [(0, "OK"), (5, "FAIL")])
def test_monitors_judge_a_run(tmp_path, refused, outcome):
    pytest.importorskip("spidermon", reason="Spidermon is not installed")
    (tmp_path / "monitors.py").write_text(block('"""monitors.py'))
    site = Site(articles=12)
    for number in range(refused):
        site.instead[site.story(number).path] = [Reply(400)]
    options = tuple(word for setting in SETTINGS for word in ("--set", setting))
    with LoopbackServer(site) as server:
        before = f"import sys; sys.path.insert(0, {str(tmp_path)!r})"
        run = crawl(server.base, tmp_path, options=options, before=before)
    assert (run.code, run.report["reason"]) == (0, "finished")
    assert f"few pages fail... {outcome}" in run.said
    assert "articles are announced... OK" in run.said
