import pytest

from newsbot import stream
from newsbot.portals import use_portals

from .beside import NAMES, PAGE, STORY, declare, row


@pytest.fixture
def world(tmp_path):
    """Twelve pages of two portals by turns and one of none, one that is empty; and where the portals are declared."""
    portals, pages = tmp_path / "portals", tmp_path / "pages"
    portals.mkdir()
    pages.mkdir()
    for portal in NAMES:
        declare(portals, portal)
    rows = []
    for number in range(12):
        portal = ("teluk", "bukit", "lain")[2 if number == 6 else number % 2]
        name = f"{number:02}.html"
        (pages / name).write_text(PAGE.format(number, STORY.format(number), "") if number != 9 else "")
        rows.append(row(name, f"https://{portal}.example/berita/{number}/panen-garam-di-teluk-{number}"))
    (pages / "manifest.jsonl").write_text("\n".join(rows) + "\n")
    use_portals(portals)
    yield tmp_path
    use_portals()


@pytest.fixture
def read(monkeypatch):
    """The pages that the stream reads, by name."""
    names, process = [], stream.process

    def noted(snapshot, *, options):
        names.append(snapshot.origin.path.rpartition("/")[2])
        return process(snapshot, options=options)

    monkeypatch.setattr(stream, "process", noted)
    return names
