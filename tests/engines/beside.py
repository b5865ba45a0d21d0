"""Pages of invented portals that are read twice, the second time beside the records of the first."""

import json

from newsbot.engines.plan import Plan
from newsbot.engines.run import run

DECLARATION = """
[portal.{id}]
name = "{name}"
domains = ["{id}.example"]
layouts = ["{id}-2023"]
[layout.{id}-2023]
probe = ".isi"
headline = ["{headline}"]
body = [".isi"]
"""
NAMES = {"teluk": "Teluk Biru Pos", "bukit": "Bukit Hijau Kini"}
STORY = (
    "<p>Petani garam nomor {0} memanen tiga ton garam dalam sepekan terakhir, kata ketua kelompok tani.</p>"
    "<p>Harga di tingkat petani naik dari seribu menjadi seribu lima ratus rupiah untuk setiap kilogram.</p>"
)
PAGE = (
    "<html><head><title>Panen {0}</title></head><body><h1>Panen Garam {0}</h1><h2>Harga {0} Naik</h2>"
    '<div class="isi">{1}</div>{2}</body></html>'
)
PAGER = '<div class="paging"><a href="?page=1">1</a> <a href="?page=2">2</a></div>'


def declare(folder, portal, headline="h1", name=None):
    text = DECLARATION.format(id=portal, name=name or NAMES[portal], headline=headline)
    (folder / f"{portal}.toml").write_text(text)


def row(name, url):
    return json.dumps({"file": name, "url": url, "status": 200, "fetched_at": "2023-09-20T01:00:00+00:00"})


def add(world, name, url, body):
    (world / "pages" / name).write_text(body)
    with (world / "pages/manifest.jsonl").open("a") as file:
        file.write(row(name, url) + "\n")


def plan(world, name, old=None, **asked):
    return Plan((world / "pages",), world / name, batch=3, changed_since=old and world / old, **asked)


def reread(world, read, old="old.jsonl", notes=None, **asked):
    """Figures and names of what is read beside OLD; its bytes are held against those of a full run."""
    run(plan(world, "full.jsonl", **asked))
    read.clear()
    target = plan(world, "new.jsonl", old, **asked)
    summary = run(target, note=(notes if notes is not None else []).append)
    names = list(read)
    assert target.out.read_bytes() == (world / "full.jsonl").read_bytes()
    assert target.rejects_file.read_bytes() == (world / "full.rejects.jsonl").read_bytes()
    assert summary.inputs == summary.accounted
    figures = summary.to_dict()
    full = json.loads((world / "full.jsonl.checkpoint").read_text())["summary"]
    assert {key: figures[key] for key in ("records", "missing", "problems", "confidence")} == {
        key: full[key] for key in ("records", "missing", "problems", "confidence")
    }
    return summary, names


def edit_row(world, number, **facts):
    rows = [json.loads(line) for line in (world / "pages/manifest.jsonl").open()]
    for one in rows:
        one.update(facts if one["file"].startswith(number) else {})
    (world / "pages/manifest.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows))
