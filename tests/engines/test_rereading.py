"""A run beside an earlier one: what is read again, why, and that the bytes are those of a full run."""

import gzip
import json
from collections import Counter
from pathlib import Path

import pytest

from newsbot.engines.checkpoint import ResumeError
from newsbot.engines.plan import Plan
from newsbot.engines.run import run
from newsbot.portals import use_portals
from newsbot.stream import Options

from .beside import PAGE, STORY, add, declare, edit_row, plan, reread

ROOT = Path(__file__).parents[2]


class Killed(BaseException):
    """Stands for `kill -9`: nobody catches it."""


def test_nothing_changed_and_only_rejected_pages_are_read(world, read):
    run(plan(world, "old.jsonl"))
    notes = []
    summary, names = reread(world, read, notes=notes)
    assert (names, summary.taken_over, notes) == (["09.html"], 11, [])
    assert summary.read_again == {"rejected before": 1}


def test_only_pages_of_the_portal_whose_rules_changed_are_read(world, read):
    run(plan(world, "old.jsonl"))
    declare(world / "portals", "bukit", headline="h2")
    use_portals(world / "portals")
    summary, names = reread(world, read)
    assert names == ["01.html", "03.html", "05.html", "07.html", "09.html", "11.html"]
    assert summary.read_again == {"rules changed": 5, "rejected before": 1}
    assert summary.taken_over == 6
    assert '"headline":"Harga 3 Naik"' in (world / "new.jsonl").read_text()


def test_workers_give_the_same(world):
    run(plan(world, "old.jsonl"))
    declare(world / "portals", "bukit", headline="h2")
    use_portals(world / "portals")
    run(plan(world, "full.jsonl"))
    summary = run(plan(world, "new.jsonl", "old.jsonl", workers=2))
    assert (world / "new.jsonl").read_bytes() == (world / "full.jsonl").read_bytes()
    assert summary.read_again == {"rules changed": 5, "rejected before": 1}


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize("pack", [None, gzip.compress])
def test_records_of_another_version_are_read_again(world, read, order, pack):
    run(plan(world, "old.jsonl"))
    lines = (world / "old.jsonl").read_text().splitlines(keepends=True)
    for at in (2, 5):
        lines[at] = lines[at].replace('"extraction":{"version":"', '"extraction":{"version":"0.0.')
    text = "".join(lines[::order]).encode()
    (world / "old.jsonl").write_bytes(pack(text) if pack else text)
    summary, names = reread(world, read)
    assert names == ["02.html", "05.html", "09.html"]
    assert summary.read_again == {"version changed": 2, "rejected before": 1}
    assert summary.named["version changed"][0].endswith("pages/02.html")


def test_new_pages_and_records_whose_page_is_gone_are_counted_and_named(world, read):
    run(plan(world, "old.jsonl"))
    (world / "pages/manifest.jsonl").write_text(
        "".join(line for line in (world / "pages/manifest.jsonl").open() if "04.html" not in line)
    )
    (world / "pages/04.html").unlink()
    add(world, "99.html", "https://bukit.example/berita/99/baru", PAGE.format(99, STORY.format(99), ""))
    summary, names = reread(world, read)
    assert names == ["09.html", "99.html"]
    assert summary.read_again == {"new page": 1, "rejected before": 1}
    assert [place.rpartition("/")[2] for place in summary.named["new page"]] == ["99.html"]
    assert (summary.gone, [place.rpartition("/")[2] for place in summary.named["gone"]]) == (1, ["04.html"])


@pytest.mark.parametrize(
    "change",
    [
        lambda world: (world / "pages/03.html").write_text(PAGE.format(3, STORY.format(33), "")),
        lambda world: edit_row(world, "03", fetched_at="2023-09-21T01:00:00+00:00"),
        lambda world: edit_row(world, "03", url="https://bukit.example/berita/3/panen-lain"),
        lambda world: edit_row(world, "03", headers={"etag": "b"}),
        lambda world: edit_row(world, "03", headers={"x-robots-tag": "noai"}),
        lambda world: edit_row(world, "03", status=403),
    ],
)
def test_page_that_is_another_one_in_the_same_place_is_read(world, read, change):
    run(plan(world, "old.jsonl"))
    change(world)
    summary, names = reread(world, read)
    assert (names, summary.read_again["page changed"]) == (["03.html", "09.html"], 1)


def test_page_that_comes_to_another_portal_is_read_by_its_rules(world, read):
    run(plan(world, "old.jsonl"))
    (world / "old.jsonl.checkpoint").unlink()
    (world / "portals/lain.toml").write_text(
        '[portal.lain]\nname = "Lain Hari"\ndomains = ["lain.example"]\n'
    )
    use_portals(world / "portals")
    summary, names = reread(world, read)
    assert (names, summary.read_again["rules changed"]) == (["06.html", "09.html"], 1)


@pytest.mark.parametrize("place", ["top", "metadata"])
def test_records_that_are_not_as_a_run_writes_them_are_read_again(world, read, place):
    run(plan(world, "old.jsonl"))
    records = [json.loads(line) for line in (world / "old.jsonl").open()]
    for record in records:
        if place == "top":
            record["cluster_id"] = None
        else:
            del record["metadata"]["confidence"]
    (world / "old.jsonl").write_text("".join(json.dumps(one) + "\n" for one in records))
    summary, _ = reread(world, read)
    assert (summary.taken_over, summary.read_again["record altered"]) == (0, 11)


@pytest.mark.parametrize(
    ("asked", "name", "reason"),
    [
        ({"options": Options(generic=True)}, None, "options changed"),
        ({}, "Bukit Hijau Hari Ini", "portals' names changed"),
    ],
)
def test_what_concerns_every_page_has_all_of_them_read(world, read, asked, name, reason):
    run(plan(world, "old.jsonl"))
    declare(world / "portals", "bukit", name=name)
    use_portals(world / "portals")
    summary, _ = reread(world, read, **asked)
    assert summary.read_again == {reason: 11, "rejected before": 1}


def test_what_is_not_known_of_the_earlier_run_is_told(world, read):
    run(plan(world, "old.jsonl"))
    for name in ("old.jsonl.checkpoint", "old.rejects.jsonl"):
        (world / name).unlink()
    notes = []
    summary, _ = reread(world, read, notes=notes)
    assert summary.read_again == {"new page": 1}
    assert Counter(word for note in notes for word in ("granted", "count as new") if word in note) == {
        "granted": 1,
        "count as new": 1,
    }


@pytest.mark.parametrize("killed_after", [0, 2, 5, 9, 10])
def test_resumed_run_ends_with_the_same_bytes_and_figures(world, killed_after):
    run(plan(world, "old.jsonl"))
    (world / "pages/02.html").unlink()
    manifest = world / "pages/manifest.jsonl"
    manifest.write_text("".join(line for line in manifest.open() if "02.html" not in line))
    declare(world / "portals", "bukit", headline="h2")
    use_portals(world / "portals")
    whole = run(plan(world, "whole.jsonl", "old.jsonl")).to_dict()
    left = iter(range(killed_after))

    def progress(_):
        if next(left, None) is None:
            raise Killed

    target = plan(world, "new.jsonl", "old.jsonl")
    with pytest.raises(Killed):
        run(target, progress=progress)
    assert run(target, resume=True).to_dict() == whole
    assert whole["gone"] == 1
    assert target.out.read_bytes() == (world / "whole.jsonl").read_bytes()


@pytest.mark.parametrize("changed", ["rules", "old"])
def test_run_is_not_gone_on_with_beside_other_records_or_by_other_rules(world, changed):
    run(plan(world, "old.jsonl"))
    target = plan(world, "new.jsonl", "old.jsonl")

    def progress(summary):
        if summary.accounted == 6:
            raise Killed

    with pytest.raises(Killed):
        run(target, progress=progress)
    if changed == "rules":
        declare(world / "portals", "bukit", headline="h2")
        use_portals(world / "portals")
    else:
        (world / "old.jsonl").write_text("")
    with pytest.raises(ResumeError, match="rules" if changed == "rules" else "changed_since"):
        run(target, resume=True)


def test_all_fixtures_beside_records_of_which_some_are_of_another_version(tmp_path, read):
    """Articles of several pages, dumps, and inputs that are none: what is read again meets what is taken over."""
    whole = Plan((ROOT / "fixtures",), tmp_path / "whole.jsonl")
    run(whole)
    lines = whole.out.read_text("utf-8").splitlines(keepends=True)
    old = tmp_path / "old.jsonl"
    for at in range(0, len(lines), 3):
        lines[at] = lines[at].replace('"extraction":{"version":"', '"extraction":{"version":"0.0.')
    old.write_text("".join(lines), "utf-8")
    read.clear()
    target = Plan(whole.sources, tmp_path / "new.jsonl", changed_since=old)
    summary = run(target)
    assert target.out.read_bytes() == whole.out.read_bytes()
    assert target.rejects_file.read_bytes() == whole.rejects_file.read_bytes()
    assert len(read) <= summary.read_again.total() < summary.inputs / 2
    pages = sum(1 + len(json.loads(line)["metadata"]["pages"]) for line in lines[::3])
    assert summary.read_again["version changed"] == pages >= len(lines[::3])
