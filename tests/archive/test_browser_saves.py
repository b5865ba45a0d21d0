"""Pages of the invented portal that a real browser saved, as an archivist would: the records are those of the pages."""

import json
import urllib.request
from collections import Counter

import pytest
from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.portal import declare
from tests.browser import looking, needs_browser

pytest.importorskip("websockets", reason="a browser is spoken to through websockets")
pytestmark = needs_browser

STORIES = 6
OF_THE_SAVING = ("metadata", "id")
"""What is of the saving and not of the page: digest, time, and where the file lies."""


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Folders with the same pages: as they were sent, as MHTML, and as the browser's document with the note that it
    leaves in a page which it saves."""
    folder = tmp_path_factory.mktemp("saved")
    site = Site(articles=STORIES)
    for name in ("sent", "mhtml", "document"):
        (folder / name).mkdir()
    with LoopbackServer(site) as server, looking(folder) as tab:
        declared = declare(server.base, folder / "portals")
        for number, story in enumerate(site.stories()):
            url = server.base + story.path
            with urllib.request.urlopen(url) as answer:
                (folder / f"sent/{number}.html").write_bytes(answer.read())
            (folder / f"sent/{number}.json").write_text(json.dumps({"url": url}))
            tab.open(url)
            message = tab.call("Page.captureSnapshot", format="mhtml")["data"]
            (folder / f"mhtml/{number}.mhtml").write_bytes(message.encode("utf-8", "surrogateescape"))
            document = tab.say("document.documentElement.outerHTML")
            note = f"<!-- saved from url=({len(url):04}){url} -->"
            (folder / f"document/{number}.html").write_text(f"<!DOCTYPE html>\n{note}\n{document}", "utf-8")
    return folder, declared


def records(folder, declared, name):
    out = folder / f"{name}.jsonl"
    words = ["replay", folder / name, "-o", out, "--workers", "0", "--portals-from", declared.parent]
    done = CliRunner().invoke(main, list(map(str, words)))
    assert done.exit_code == 0, done.output
    found = [json.loads(line) for line in out.open(encoding="utf-8")]
    return {one["url"]: {key: one[key] for key in one if key not in OF_THE_SAVING} for one in found}, found


@pytest.mark.parametrize(("name", "lost"), [("mhtml", ["date_published_precision"]), ("document", [])])
def test_record_of_what_a_browser_saved_is_that_of_the_page(saved, name, lost):
    """A browser leaves scripts out of a message, and with them the seconds that structured data alone tell."""
    expected, _ = records(*saved, "sent")
    found, whole = records(*saved, name)
    assert len(expected) == STORIES
    assert Counter(one["kind"] for one in whole) == {"article": STORIES}
    differing = {
        url: [key for key in expected[url] if found[url][key] != expected[url][key]] for url in expected
    }
    assert differing == dict.fromkeys(expected, lost)


def test_message_tells_when_it_was_saved(saved):
    _, whole = records(*saved, "mhtml")
    assert all(one["metadata"]["fetched_at"].endswith("+00:00") for one in whole)
