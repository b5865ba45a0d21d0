"""Articles of several pages beside the records of an earlier run: taken over where the same pages meet, else read."""

import json

import pytest

from newsbot.engines.run import run
from newsbot.portals import use_portals

from .beside import PAGE, STORY, add, declare, edit_row, plan, reread

URL = "https://bukit.example/berita/50/panen-garam-raya"
SECOND = URL + "?page=2"


def paged(number, last):
    """Page `number` of an article of `last` pages."""
    links = (f'<a href="{URL}?page={at}">{at}</a>' for at in range(1, last + 1))
    return PAGE.format(50, STORY.format(f"50-{number}"), f'<div class="paging">{" ".join(links)}</div>')


@pytest.fixture
def article(world):
    """Two pages of one article, apart from each other, beside the others; and the records of all."""
    add(world, "50.html", URL, paged(1, 2))
    add(world, "60.html", "https://teluk.example/berita/60/lain-lagi", PAGE.format(60, STORY.format(60), ""))
    add(world, "70.html", SECOND, paged(2, 2))
    summary = run(plan(world, "old.jsonl"))
    assert summary.merged_pages == 1
    return world


def test_article_of_pages_that_are_the_same_is_taken_over(article, read):
    summary, names = reread(article, read)
    assert (names, summary.taken_over, summary.merged_pages, summary.gone) == (["09.html"], 14, 1, 0)
    assert summary.read_again == {"rejected before": 1}


def test_records_in_another_order_and_workers(article):
    lines = (article / "old.jsonl").read_text().splitlines(keepends=True)
    (article / "old.jsonl").write_text("".join(reversed(lines)))
    run(plan(article, "full.jsonl"))
    summary = run(plan(article, "new.jsonl", "old.jsonl", workers=2))
    assert (article / "new.jsonl").read_bytes() == (article / "full.jsonl").read_bytes()
    assert (summary.taken_over, summary.read_again) == (14, {"rejected before": 1})


@pytest.mark.parametrize("name", ["50.html", "70.html"])
@pytest.mark.parametrize(
    "change",
    [
        lambda world, name: (world / "pages" / name).write_text(paged(3, 2)),
        lambda world, name: edit_row(world, name, fetched_at="2023-09-21T01:00:00+00:00"),
        lambda world, name: edit_row(world, name, headers={"etag": "b"}),
        lambda world, name: edit_row(world, name, headers={"x-robots-tag": "noai"}),
        lambda world, name: edit_row(world, name, status=201),
    ],
    ids=["body", "moment", "header", "rights", "status"],
)
def test_pages_are_read_together_where_one_is_another(article, read, name, change):
    change(article, name)
    summary, names = reread(article, read)
    assert sorted(names) == ["09.html", "50.html", "70.html"]
    assert (summary.read_again["page changed"], summary.read_again["one of several pages"]) == (1, 1)
    assert summary.taken_over == 12


def test_what_one_page_no_longer_reserves_is_noticed(article, read):
    edit_row(article, "70.html", headers={"x-robots-tag": "noai"})
    run(plan(article, "old.jsonl"))
    assert '"header x-robots-tag: noai"' in (article / "old.jsonl").read_text()
    edit_row(article, "70.html", headers={})
    summary, names = reread(article, read)
    assert sorted(names) == ["09.html", "50.html", "70.html"]
    assert summary.read_again["one of several pages"] == 2


def test_page_that_came_is_joined_with_those_that_are_there(article, read):
    add(article, "80.html", URL + "?page=3", paged(3, 3))
    summary, names = reread(article, read)
    assert sorted(names) == ["09.html", "50.html", "70.html", "80.html"]
    assert summary.read_again == {"new page": 1, "one of several pages": 2, "rejected before": 1}
    assert '"page_count":3' in (article / "new.jsonl").read_text()


@pytest.mark.parametrize(("gone", "left"), [("50.html", "70.html"), ("70.html", "50.html")])
def test_page_whose_fellow_is_gone_is_read(article, read, gone, left):
    drop(article, gone)
    summary, names = reread(article, read)
    assert sorted(names) == ["09.html", left]
    assert summary.read_again["one of several pages"] == 1
    assert summary.gone == 0


def drop(world, *names):
    manifest = world / "pages/manifest.jsonl"
    manifest.write_text("".join(line for line in manifest.open() if json.loads(line)["file"] not in names))
    for name in names:
        (world / "pages" / name).unlink()


def test_record_is_gone_once_where_all_of_its_pages_are(article, read):
    drop(article, "50.html", "70.html")
    summary, names = reread(article, read)
    assert (names, summary.gone) == (["09.html"], 1)
    assert [place.rpartition("/")[2] for place in summary.named["gone"]] == ["50.html"]


@pytest.mark.parametrize("alone", ["50.html", "70.html"])
def test_page_whose_fellows_were_missing_is_taken_over_until_they_come(article, read, alone):
    other = {"50.html": "70.html", "70.html": "50.html"}[alone]
    kept = (article / "pages" / other).read_text(), {"50.html": URL, "70.html": SECOND}[other]
    drop(article, other)
    run(plan(article, "old.jsonl"))
    summary, names = reread(article, read)
    assert (names, summary.taken_over) == (["09.html"], 13)
    add(article, other, kept[1], kept[0])
    summary, names = reread(article, read)
    assert (sorted(names), summary.merged_pages) == (["09.html", "50.html", "70.html"], 1)
    assert summary.read_again == {"new page": 1, "one of several pages": 1, "rejected before": 1}


def test_pages_that_now_lie_too_far_apart_are_read(article, read):
    """Between the first and the last page of one article may lie so many inputs and no more."""
    for number in range(300):
        add(article, f"55-{number:03}.html", f"https://lain.example/{number}", "")
    manifest = article / "pages/manifest.jsonl"
    manifest.write_text("".join(sorted(manifest.open(), key=lambda line: json.loads(line)["file"])))
    summary, names = reread(article, read)
    assert summary.merged_pages == 0
    assert sorted(name for name in names if "-" not in name) == ["09.html", "50.html", "70.html"]
    assert summary.read_again["one of several pages"] == 2


def test_rules_of_the_portal_have_all_of_its_pages_read(article, read):
    declare(article / "portals", "bukit", headline="h2")
    use_portals(article / "portals")
    summary, names = reread(article, read)
    assert {"50.html", "70.html"} < set(names)
    assert summary.read_again["rules changed"] == 7
    assert "one of several pages" not in summary.read_again
