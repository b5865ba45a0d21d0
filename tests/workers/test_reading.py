"""Pages read in a process beside: the one that ends or hangs it is told from those that wait behind it."""

import asyncio
import os

import pytest

from newsbot.loopback import Story
from newsbot.loopback.pages import page_of
from newsbot.loopback.stories import story
from newsbot.snapshot import Snapshot
from newsbot.stream import Options
from newsbot.workers import crew
from newsbot.workers.reading import Reader, joined, read_page

from .work import hang, read

BASE = "http://127.0.0.1:1"


def readings(bodies, workers=1, patience=60.0):
    async def run():
        reader = Reader(workers, read=read, patience=patience)
        try:
            return await asyncio.gather(*(reader.read(Snapshot(body)) for body in bodies))
        finally:
            reader.close()

    return asyncio.run(run())


@pytest.mark.parametrize("workers", [1, 2])
def test_answers_belong_to_their_pages(workers):
    bodies = [f"halaman {number}".encode() for number in range(40)]
    assert [reading.line for reading in readings(bodies, workers)] == [body.decode() for body in bodies]


def test_page_that_ends_its_process_twice_is_rejected_and_no_other():
    found = readings([b"satu", b"mati", b"dua", b"mati", b"tiga"])
    assert [reading.reject.reason if reading.reject else reading.line for reading in found] == [
        *("satu", "worker_died", "dua", "worker_died", "tiga")
    ]


def test_page_that_hangs_is_rejected_and_no_other():
    found = readings([b"satu", b"diam", b"dua"], patience=2.0)
    assert [reading.reject.reason if reading.reject else reading.line for reading in found] == [
        *("satu", "timeout", "dua")
    ]


def test_document_that_hangs_its_reader_is_lost_and_no_other():
    async def run():
        reader = Reader(1, patience=2.0)
        try:
            return await asyncio.gather(reader.ask(hang), reader.ask(len, "tiga"))
        finally:
            reader.close()

    lost, size = asyncio.run(run())
    assert (lost.reason, size) == ("timeout", 4)


def test_processes_that_do_not_start_are_an_error_and_no_hang(monkeypatch):
    monkeypatch.setattr("newsbot.workers.worker.serve", os._exit)
    with pytest.raises(crew.WorkerError):
        readings([b"satu"])


def page(one: Story, number: int) -> Snapshot:
    url = f"{BASE}{one.path}" + (f"?page={number}" if number > 1 else "")
    return Snapshot(page_of(one, BASE, number).encode(), url=url, status=200)


def test_pages_are_joined_beside_as_they_are_here():
    pages = [page(story(7), number) for number in (1, 2)]
    here = joined([read_page(one, Options()) for one in pages])

    async def run():
        reader = Reader(1)
        try:
            return await reader.join([await reader.read(one) for one in pages])
        finally:
            reader.close()

    assert asyncio.run(run()).line == here.line
    assert '"page_count":2' in here.line


def test_error_in_the_stream_is_a_reject_that_names_it(monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("tak terduga")

    monkeypatch.setattr("newsbot.workers.reading.process", broken)
    reject = read_page(Snapshot(b"<html>", url=BASE), Options()).reject
    assert reject.reason == "internal_error"
    assert reject.detail.startswith("ZeroDivisionError: tak terduga (")
