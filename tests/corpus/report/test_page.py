import re
import shutil
import subprocess

import pytest

from newsbot.corpus.figures.sums import Sums
from tests.corpus.export.made import BARE, FULL

pytest.importorskip("vl_convert", reason="the extra `report` is not installed")
pytest.importorskip("jinja2", reason="the extra `report` is not installed")

from newsbot.corpus.report.page import report_page

HIT = "<script>document.title='hit'</script><img src=x onerror=\"document.title='hit'\">\"'&"
BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


def page(*records, title="Korpus"):
    sums = Sums()
    for record in records:
        sums.add(record)
    return report_page(sums, records, title)


def hostile(value):
    """The record with the hostile string in every text."""
    if isinstance(value, str):
        return HIT
    if isinstance(value, list):
        return [hostile(item) for item in value]
    if isinstance(value, dict):
        return {key: hostile(item) for key, item in value.items()}
    return value


HOSTILE = {**hostile(FULL), "date_published": FULL["date_published"]}


def test_figures_and_sample_are_shown():
    shown = page(FULL, BARE)
    assert FULL["headline"] in shown
    assert all(paragraph in shown for paragraph in FULL["article_body"].split("\n\n"))
    assert "Beli sepatu" in shown
    assert shown.count("<svg") == 5


def test_a_corpus_of_nothing_has_a_page():
    assert "No record was read" in page()


def test_the_page_asks_for_nothing():
    assert not re.findall(r'(?:src|href)="(?!data:|https://contoh\.id/)', page(FULL))
    assert not re.findall(r"url\(|@import|<link(?! rel=\"icon\")", page(FULL))


def test_hostile_strings_are_text_everywhere():
    shown = page(HOSTILE, title=HIT)
    assert "<img" not in shown
    assert len(re.findall("<script", shown)) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "https://contoh.id/a b"])
def test_only_addresses_of_the_web_are_links(address):
    assert "<a " not in page({**FULL, "url": address})


@pytest.mark.skipif(BROWSER is None, reason="no chromium to look at the page with")
def test_a_browser_runs_nothing_of_a_record(tmp_path):
    file = tmp_path / "report.html"
    file.write_text(page(HOSTILE), "utf-8")
    quiet = ("--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile")
    command = [BROWSER, *quiet, "--dump-dom", file.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert "<title>Korpus</title>" in done.stdout
    assert '<button type="button">portal</button>' in done.stdout
