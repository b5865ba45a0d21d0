"""A run over an archive whose pages end or stop their workers: each is one reject, and all else is there."""

import gzip
import json

import pytest

from newsbot.engines import run as run_module
from newsbot.engines.plan import Plan
from newsbot.engines.run import run
from tests.archive.records import HTML, URL, record
from tests.engines.work import fake

pytest.importorskip("warcio", reason="the extra newsbot[warc] is not installed")


def test_pages_that_are_never_read_to_their_end_are_rejects_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(run_module, "work_for", lambda _: fake)
    path = tmp_path / "a.warc.gz"
    bodies = [b"a", b"b", b"hang", b"c", b"die", b"d"]
    parts = [record(url=f"{URL}{place}", block=HTML + body) for place, body in enumerate(bodies)]
    path.write_bytes(b"".join(map(gzip.compress, parts)))
    plan = Plan((path,), tmp_path / "out.jsonl", workers=2, page_time=0.3, batch=2)
    summary = run(plan, note=(notes := []).append)
    records = [json.loads(line)["headline"] for line in plan.out.read_text("utf-8").splitlines()]
    rejects = [json.loads(line) for line in plan.rejects_file.read_text("utf-8").splitlines()]
    assert records == ["a", "b", "c", "d"]
    assert [(one["url"], one["reason"]) for one in rejects] == [
        *((URL + "2", "timeout"), (URL + "4", "worker_died")),
    ]
    assert summary.inputs == len(bodies)
    assert "was not read to its end" in notes[0]
