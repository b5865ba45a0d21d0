"""Pages for people keep the rules of WCAG 2.1 (A and AA) as far as a program can tell, in axe-core's words."""

import os
from pathlib import Path

import pytest

pytest.importorskip("vl_convert", reason="the extra `report` is not installed")
pytest.importorskip("jinja2", reason="the extra `report` is not installed")
pytest.importorskip("nh3", reason="the extra `inspect` is not installed")
pytest.importorskip("websockets", reason="a browser is spoken to through websockets")

from newsbot.corpus.figures.sums import Sums
from newsbot.corpus.health.check import check
from newsbot.corpus.health.moments import Series
from newsbot.corpus.health.page import health_page
from newsbot.corpus.report.page import report_page
from newsbot.corpus.revisions import sums as revisions
from newsbot.corpus.revisions.captures import capture_of, fields_of
from newsbot.corpus.revisions.page import Page
from newsbot.corpus.revisions.timeline import timeline_of
from tests.browser import looking, needs_browser
from tests.corpus.export.made import BARE, FULL
from tests.corpus.health.made import quiet
from tests.corpus.records import ONE, THREE
from tests.corpus.revisions.made import captured, given
from tests.inspector.made import BROKEN, HOSTILE, served

AXE = Path(os.environ.get("AXE_CORE", ""))
pytestmark = [
    needs_browser,
    pytest.mark.skipif(not AXE.is_file(), reason="no axe-core: the variable AXE_CORE names no axe.min.js"),
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
ASK = """axe.run(document, {runOnly: %s, iframes: false}).then(({violations, passes}) => [
violations.flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${html} ${failureSummary}`)),
passes.map(({id}) => id)])"""


def report():
    """A page with clusters and a sample, of which every kind of field is filled."""
    copied = {"cluster_id": FULL["id"], "duplicate_of": FULL["id"], "relation": "wire_copy"}
    records = [{**FULL, **copied, "duplicate_of": None, "relation": None}, {**BARE, **copied}]
    sums = Sums()
    for record in records:
        sums.add(record)
    return report_page(sums, records, "Korpus garam")


def health():
    """A page with an alarm, its examples and lines of figures."""
    series = quiet(1)
    last = series.moments[-1].measures
    last.missing["authors"] = last.thin = last.articles
    last.examples = {"missing/authors": ["https://contoh.id/rusak"]}
    return health_page([check(Series("contoh", "contoh", "contoh", series.moments), series.moments[-1].when)])


def revised():
    """A page with words, a block and a section that changed."""
    edited = (ONE.replace("tiga", "empat"), THREE)
    records = given(captured(1, section="Daerah"), captured(2, texts=edited, section="Ekonomi"))
    captures = [capture_of(fields_of(record)) for record in records]
    sums, made = revisions.Sums(), Page(10)
    timeline = timeline_of(captures[0].id, captures)
    sums.add(timeline)
    made.offer(timeline)
    return made.html(sums)


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """A tab, and the address of each page."""
    folder = tmp_path_factory.mktemp("accessibility")
    addresses = {}
    for name, page in (("report", report()), ("health", health()), ("revisions", revised())):
        file = folder / f"{name}.html"
        file.write_text(page, "utf-8")
        addresses[name] = file.as_uri()
    with served(BROKEN, HOSTILE, folder=folder / "kept") as asking, looking(folder) as tab:
        first = asking.inspector.address
        number = asking.inspector.shelf.entries[0].number
        addresses["inspector, list"] = first
        addresses["inspector, page"] = f"{first}p/{number}"
        addresses["inspector, rules"] = f"{first}p/{number}/rules"
        yield tab, addresses


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize(
    "name", ["report", "health", "revisions", "inspector, list", "inspector, page", "inspector, rules"]
)
def test_a_page_breaks_no_rule(seen, name, width, scheme):
    tab, addresses = seen
    tab.open(addresses[name], width, scheme)
    tab.say("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    tab.call("Runtime.evaluate", expression=AXE.read_text("utf-8"))
    broken, kept = tab.say(ASK % RULES)
    assert broken == []
    assert {"color-contrast", "heading-order", "region"} <= set(kept), "it was looked at"
