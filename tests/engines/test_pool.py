import multiprocessing
import os
import tracemalloc
from itertools import count, islice

import pytest

from newsbot import stream
from newsbot.archive import PageFile, find_sources
from newsbot.engines import pool
from newsbot.items import Origin, Reject
from newsbot.snapshot import Snapshot
from newsbot.workers import crew as _crew
from newsbot.workers import worker as _worker
from tests.engines.work import fake


def pages(*bodies):
    for number, body in enumerate(bodies):
        if isinstance(body, Reject):
            yield number, body
        else:
            yield (
                number,
                Snapshot(body.encode(), f"https://contoh.id/{number}", origin=Origin(path=f"{number}.html")),
            )


def said(results):
    return [
        result.outcome.article.headline if result.outcome.article else result.outcome.reject.reason
        for result in results
    ]


@pytest.mark.parametrize("workers", [0, 1, 3])
def test_outcomes_come_in_input_order(workers):
    bodies = [str(number) for number in range(40)]
    results = list(pool.results(pages(*bodies), fake, workers))
    assert said(results) == bodies
    assert [result.inputs for result in results] == [(number,) for number in range(40)]


@pytest.mark.parametrize("workers", [0, 2])
def test_exception_costs_one_page_and_is_named(workers):
    results = list(pool.results(pages("a", "raise", "b"), fake, workers))
    assert said(results) == ["a", "internal_error", "b"]
    reject = results[1].outcome.reject
    assert (reject.path, reject.url) == ("1.html", "https://contoh.id/1")
    assert reject.detail.startswith("LookupError: no such thing")


@pytest.mark.parametrize("workers", [0, 2])
def test_rejects_of_the_reader_keep_their_place(workers):
    torn = Reject("x.gz", None, "truncated_gzip", "")
    assert said(pool.results(pages("a", torn, "b", torn), fake, workers)) == [
        "a", "truncated_gzip", "b", "truncated_gzip",
    ]  # fmt: skip


@pytest.mark.parametrize("workers", [0, 2])
def test_a_file_is_read_by_whoever_works_on_it(tmp_path, workers):
    (tmp_path / "a.html").write_bytes(b"a")
    (tmp_path / "b.html.gz").write_bytes(b"\x1f\x8btorn")
    found = list(find_sources(tmp_path))
    assert [type(item) for item in found] == [PageFile, PageFile]
    assert said(pool.results(enumerate(found), fake, workers)) == ["a", "corrupt_gzip"]


def test_a_worker_writes_the_line_of_its_record():
    (result,) = pool.results(pages("a"), fake, 2)
    assert result.line == result.outcome.article.to_json()


def test_a_file_whose_reader_died_is_named(tmp_path):
    (tmp_path / "a.html").write_bytes(b"die")
    (result,) = pool.results(enumerate(find_sources(tmp_path)), fake, 2)
    assert (result.outcome.reject.reason, result.outcome.reject.path) == (
        "worker_died",
        str(tmp_path / "a.html"),
    )


@pytest.mark.parametrize("order", ["die", "kill"])
def test_dying_worker_costs_the_page_it_had(order):
    bodies = ["a", order, "b", order, order, "c"]
    results = list(pool.results(pages(*bodies), fake, 2))
    assert said(results) == ["a", "worker_died", "b", "worker_died", "worker_died", "c"]
    assert results[1].outcome.reject.path == "1.html"


@pytest.mark.parametrize("workers", [1, 2])
def test_page_that_hangs_costs_itself_and_no_other(workers):
    results = list(pool.results(pages("a", "hang", "b", "c"), fake, workers, page_time=2.0))
    assert said(results) == ["a", "timeout", "b", "c"]
    assert (results[1].outcome.reject.path, results[1].outcome.reject.detail) == (
        "1.html",
        "not read within 6 s",
    )


def test_time_of_a_page_begins_when_a_worker_has_it():
    """What waits behind a slow page, or for a process that starts, is not slow itself."""
    bodies = ["slow"] * 4
    assert said(pool.results(pages(*bodies), fake, 1, page_time=2.0)) == bodies


def test_pages_are_worked_on_in_other_processes():
    pids = set(said(pool.results(pages(*["pid"] * 6), fake, 2)))
    assert str(os.getpid()) not in pids
    assert len(pids) <= 2


def test_input_is_taken_no_further_ahead_than_the_bound():
    taken = 0

    def endless():
        nonlocal taken
        for number in count():
            taken = number + 1
            yield number, Snapshot(b"x")

    results = pool.results(endless(), fake, 2)
    for done in range(1, 30):
        next(results)
        assert taken - done <= 2 * 4
    results.close()


def test_one_process_holds_one_page():
    def large():
        return ((number, Snapshot(bytes(1_000_000))) for number in range(50))

    def tiny(snapshot):
        return fake(Snapshot(b"x"))

    tracemalloc.start()
    try:
        assert sum(1 for _ in pool.results(large(), tiny)) == 50
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_leaving_early_ends_the_workers():
    results = pool.results(pages("a", *["hang"] * 5), fake, 2)
    assert said(islice(results, 1)) == ["a"]
    results.close()
    assert multiprocessing.active_children() == []


def test_interrupt_ends_the_workers_and_is_not_swallowed(monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(_crew, "wait", interrupted)
    with pytest.raises(KeyboardInterrupt):
        list(pool.results(pages("hang", "hang"), fake, 2))
    assert multiprocessing.active_children() == []


def test_workers_that_do_not_start_are_an_error_and_no_hang(monkeypatch):
    monkeypatch.setattr(_worker, "serve", os._exit)
    with pytest.raises(pool.WorkerError, match="__main__"):
        list(pool.results(pages("a"), fake, 1 + 1))


def test_replay_reads_a_folder(tmp_path, monkeypatch):
    def process(snapshot, *, options):
        return fake(snapshot)

    monkeypatch.setattr(stream, "process", process)
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert [outcome.article.headline for outcome in pool.replay(tmp_path)] == ["a.html", "b.html"]


def test_replay_of_nothing_there_is_an_error_at_the_call(tmp_path):
    with pytest.raises(FileNotFoundError):
        pool.replay(tmp_path / "none")
