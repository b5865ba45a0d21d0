import gzip
import json
import pickle
import random
import zipfile
from dataclasses import replace

import pytest

from newsbot import stream
from newsbot.archive import Selection
from newsbot.durable.lock import Conflict, locked
from newsbot.engines.run import NoPages
from newsbot.engines.shards import ShardError
from newsbot.engines.shards.folder import Folder
from newsbot.engines.shards.reading import read_shard
from newsbot.engines.shards.run import Failed, ShardPlan, run_shards
from newsbot.stream import Options
from tests.archive.records import HTML, URL, record
from tests.engines.paged import Killed, fake

from .running import concatenated, figures, here, killed_at_every_rename, pool, sharded


@pytest.fixture(autouse=True)
def _fake_stream(monkeypatch):
    monkeypatch.setattr(stream, "process", fake)


def lay(folder, bodies):
    folder.mkdir(parents=True)
    for number, body in enumerate(bodies):
        (folder / f"{number:05}.html").write_text(body, "utf-8")
    return folder


def bodies(seed, count):
    """Singles, rejects, and articles of several pages strewn so that some lie too far apart to be joined."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        kind = chance.random()
        if kind < 0.25:
            last = chance.choice((2, 3))
            found.append(f"multi{chance.randrange(6)} {chance.randint(1, last)} {last}")
        else:
            found.append("" if kind < 0.3 else f"single{number}")
    return found


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("chunk", [37, 290])
def test_parts_one_behind_the_other_are_what_the_pool_writes(tmp_path, seed, chunk):
    source = lay(tmp_path / "pages", bodies(seed, 700))
    expected, records, rejects = pool(source)
    summary, *files = sharded(source, chunk=chunk)
    assert files == [records, rejects]
    assert figures(summary) == figures(expected)


def test_an_article_runs_through_three_shards_and_its_record_stands_with_its_first_page(tmp_path):
    pages = ["multi 3 3", *(f"single{n}" for n in range(4)), "multi 1 3", "single5", "multi 2 3"]
    source = lay(tmp_path / "pages", pages)
    _, records, _ = pool(source)
    summary, found, _ = sharded(source, chunk=3)
    assert found == records
    assert (summary.records["article"], summary.merged_pages) == (6, 2)
    assert len(list((tmp_path / "out/seams").iterdir())) == 3


def test_manifest_says_what_each_file_is(tmp_path):
    source = lay(tmp_path / "pages", bodies(1, 90))
    sharded(source)
    files = json.loads((tmp_path / "out/manifest.json").read_text())["files"]
    assert [row["source"] for row in files[:3]] == [
        f"{source}/{first:05}.html and {more} more" for first, more in ((0, 39), (40, 39), (80, 9))
    ]
    for row in files:
        data = (tmp_path / "out" / row["file"]).read_bytes()
        assert (row["bytes"], row["rows"]) == (len(data), data.count(b"\n"))
    assert sum(row["inputs"] for row in files if row["file"].startswith("parts/")) == 90


def test_done_shards_are_not_read_again(tmp_path):
    source = lay(tmp_path / "pages", bodies(2, 120))
    first = sharded(source)
    read = []

    def watching(shards, task):
        read.extend(shards)
        return here(shards, task)

    again = sharded(source, resume=True, execute=watching)
    assert (again[1:], read) == (first[1:], [])
    assert figures(again[0]) == figures(first[0])


def test_only_what_is_new_or_changed_is_read_when_gone_on_with(tmp_path):
    one, two = lay(tmp_path / "one", bodies(3, 30)), lay(tmp_path / "two", bodies(4, 30))
    sharded(one, two, chunk=30)
    (two / "00007.html").write_text("another", "utf-8")
    three = lay(tmp_path / "three", bodies(5, 30))
    read, told = [], []

    def watching(shards, task):
        read.extend(shard.shown for shard in shards)
        return here(shards, task)

    _, *files = sharded(one, two, three, chunk=30, resume=True, execute=watching, note=told.append)
    assert read == [f"{folder}/00000.html and 29 more" for folder in (two, three)]
    assert files == list(pool(one, two, three)[1:])
    assert told == [
        "1 of 3 shards are done already",
        "dropped 1 shards that are no longer among the sources, or have changed",
    ]


def test_without_resume_the_folder_is_begun_anew(tmp_path):
    source = lay(tmp_path / "pages", bodies(2, 50))
    first = sharded(source, chunk=10)
    again = sharded(source, chunk=25)
    assert again[1:] == first[1:]
    assert len(list((tmp_path / "out/done").iterdir())) == 2


def test_a_source_given_twice_is_read_twice(tmp_path):
    source = lay(tmp_path / "pages", bodies(6, 20))
    assert sharded(source, source, chunk=20)[1:] == pool(source, source)[1:]


def test_a_run_killed_at_any_rename_is_gone_on_with(tmp_path, monkeypatch):
    source = lay(tmp_path / "pages", bodies(7, 60))
    assert 20 < killed_at_every_rename(monkeypatch, source, chunk=20) < 199


def test_killed_again_and_again_no_page_comes_twice_and_none_is_missing(tmp_path):
    source = lay(tmp_path / "pages", bodies(8, 200))
    _, *expected = pool(source)

    def dying(shards, task):
        yield read_shard(shards[0], replace(task, processes=0))
        raise Killed

    for _ in range(9):
        with pytest.raises(Killed):
            sharded(source, chunk=20, execute=dying, resume=True)
    _, *files = sharded(source, chunk=20, resume=True)
    assert files == expected


def test_a_part_that_is_not_as_it_was_left_is_read_again(tmp_path):
    source = lay(tmp_path / "pages", bodies(9, 60))
    first = sharded(source, chunk=20)
    part = next((tmp_path / "out/parts").iterdir())
    part.write_bytes(part.read_bytes()[:-5])
    (tmp_path / "out/seams" / part.name).unlink(missing_ok=True)
    assert sharded(source, chunk=20, resume=True)[1:] == first[1:]


def test_shards_that_cannot_be_read_are_told_and_the_others_are_done(tmp_path):
    source = lay(tmp_path / "pages", bodies(10, 60))

    def failing(shards, task):
        yield Failed(shards[0], "its worker was lost")
        yield from here(shards[1:], task)

    with pytest.raises(ShardError, match=r"1 shards could not be read.*00000.html and 19 more: its worker"):
        sharded(source, chunk=20, execute=failing)
    assert not (tmp_path / "out/manifest.json").exists()
    assert len(list((tmp_path / "out/done").iterdir())) == 2


def test_another_run_is_not_gone_on_with(tmp_path):
    source = lay(tmp_path / "pages", bodies(11, 10))
    sharded(source)
    plan = ShardPlan((str(source),), tmp_path / "out", Options(generic=True))
    with pytest.raises(ShardError, match=r"another one \(options differ\)"):
        run_shards(plan, here, resume=True)


def test_a_folder_of_something_else_is_left_alone(tmp_path):
    source = lay(tmp_path / "pages", bodies(11, 10))
    (tmp_path / "out/parts").mkdir(parents=True)
    (tmp_path / "out/parts/000001-00001.jsonl").write_text("{}\n")
    with pytest.raises(ShardError, match="no folder of a run in shards"):
        sharded(source)


def test_two_runs_do_not_write_one_folder(tmp_path):
    source = lay(tmp_path / "pages", bodies(11, 10))
    (tmp_path / "out").mkdir()
    with locked(tmp_path / "out"), pytest.raises(Conflict, match="in use by another run"):
        sharded(source)


def test_sources_without_pages_are_an_error(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoPages, match="empty"):
        sharded(tmp_path / "empty")
    with pytest.raises(FileNotFoundError):
        sharded(tmp_path / "nowhere")


def test_a_part_that_another_machine_wrote_elsewhere_is_an_error(tmp_path):
    source = lay(tmp_path / "pages", bodies(11, 10))

    def elsewhere(shards, task):
        other = Folder(tmp_path / "elsewhere")
        with other.begun({}, resume=False):
            yield read_shard(shards[0], replace(task, processes=0, folder=other.path))

    with pytest.raises(ShardError, match="must see the same folder"):
        sharded(source, execute=elsewhere)


def test_what_a_killed_run_still_reads_is_not_taken_by_the_run_that_goes_on(tmp_path):
    """Its worker may live on, and come to its end when the parts were joined."""
    source = lay(tmp_path / "pages", ["multi 3 3", "single1", "multi 1 3", "single5", "multi 2 3"])
    left = []

    def dying(shards, task):
        left.append((shards, task))
        yield read_shard(shards[0], replace(task, processes=0))
        raise Killed

    with pytest.raises(Killed):
        sharded(source, chunk=2, execute=dying)
    expected = sharded(source, chunk=2, resume=True)
    ((shards, task),) = left
    for shard in shards:
        with pytest.raises(ShardError, match="no longer asks for this"):
            read_shard(shard, replace(task, processes=0))
    assert [concatenated(tmp_path / "out", kind) for kind in ("parts", "rejects")] == list(expected[1:])


def test_a_shard_that_two_workers_read_for_one_run_is_done(tmp_path):
    """One was given up too early, and both come to their ends."""
    source = lay(tmp_path / "pages", bodies(11, 60))
    _, *expected = pool(source)

    def twice(shards, task):
        for shard in shards:
            read_shard(shard, replace(pickle.loads(pickle.dumps(task)), processes=0))
            yield read_shard(shard, replace(task, processes=0))

    assert list(sharded(source, execute=twice)[1:]) == expected


def test_what_comes_to_its_end_when_its_run_was_killed_is_not_taken(tmp_path, monkeypatch):
    source = lay(tmp_path / "pages", bodies(11, 10))
    commit = Folder.commit

    def late(folder, attempt, done, ticket):
        Folder(folder.path).admit()  # of the run that goes on
        commit(folder, attempt, done, ticket)

    monkeypatch.setattr(Folder, "commit", late)
    with pytest.raises(ShardError, match="no longer asks for this"):
        sharded(source)
    assert not [*(tmp_path / "out/parts").iterdir(), *(tmp_path / "out/done").iterdir()]


def test_a_machine_with_other_rules_does_not_read(tmp_path):
    source = lay(tmp_path / "pages", bodies(11, 10))

    def other(shards, task):
        yield read_shard(shards[0], replace(task, how={**task.how, "rules": "other"}))

    with pytest.raises(ShardError, match=r"another newsbot \(rules differ\)"):
        sharded(source, execute=other)


def tables(folder):
    pq = pytest.importorskip(
        "pyarrow.parquet", reason="pyarrow is not installed: pip install 'newsbot[arrow]'"
    )
    files = json.loads((folder / "manifest.json").read_text())["files"]
    names = [row["file"] for row in files if row["file"].startswith("parquet/")]
    assert sorted(names) == sorted(f"parquet/{path.name}" for path in (folder / "parquet").iterdir())
    return [row["article_body"] for name in names for row in pq.read_table(folder / name).to_pylist()]


@pytest.mark.parametrize("when", ["at once", "later"])
def test_parts_are_tables_as_well_where_that_is_asked_for(tmp_path, when):
    source = lay(tmp_path / "pages", bodies(12, 60))
    plan = ShardPlan((str(source),), tmp_path / "out", chunk=20, parquet=True)
    if when == "later":
        run_shards(replace(plan, parquet=False), here)
    run_shards(plan, here, resume=True)
    records = map(json.loads, concatenated(plan.folder, "parts").splitlines())
    assert tables(plan.folder) == [record["article_body"] for record in records]
    run_shards(replace(plan, parquet=False), here, resume=True)
    assert tables(plan.folder) == []


def archive(path, said):
    """A WARC file, packed by record, of pages with these bodies."""
    pages = [
        record(url=f"{URL}{path.name}{number}", block=HTML + body.encode())
        for number, body in enumerate(said)
    ]
    path.write_bytes(b"".join(map(gzip.compress, pages)))


def test_each_archive_is_a_shard_and_gives_what_the_pool_gives(tmp_path):
    source = lay(tmp_path / "pages", bodies(13, 30))
    for number in range(3):
        archive(source / f"0000{number * 9}.warc.gz", bodies(20 + number, 40))
    archive(tmp_path / "inner.warc.gz", bodies(30, 20))
    with zipfile.ZipFile(source / "z.wacz", "w") as packed:
        packed.write(tmp_path / "inner.warc.gz", "archive/inner.warc.gz")
        packed.write(tmp_path / "inner.warc.gz", "archive/more.warc.gz")
    assert sharded(source)[1:] == pool(source)[1:]
    assert len(list((tmp_path / "out/done").iterdir())) == 8


def test_only_what_is_wanted_is_read_and_another_choice_is_another_run(tmp_path):
    source = tmp_path / "warcs"
    source.mkdir()
    for name in ("1", "2"):
        pages = [
            record(url=f"https://{host}.example/{name}", block=HTML + b"satu") for host in ("satu", "dua")
        ]
        (source / f"{name}.warc").write_bytes(b"".join(pages))
    none = Selection(portals=frozenset(["kompas"]))
    with pytest.raises(NoPages):
        run_shards(ShardPlan((str(source),), tmp_path / "none", selection=none), here)
    plan = ShardPlan((str(source),), tmp_path / "out", selection=Selection(hosts=frozenset(["dua.example"])))
    summary = run_shards(plan, here)
    assert (summary.inputs, summary.unselected) == (2, {"host": 2})
    with pytest.raises(ShardError, match=r"selection differ"):
        run_shards(replace(plan, selection=None), here, resume=True)


def test_progress_tells_the_whole_before_the_first_shard_is_done(tmp_path):
    source = lay(tmp_path / "pages", bodies(14, 50))
    told = []
    sharded(source, chunk=20, progress=lambda state: told.append((state.done, state.shards, state.pages)))
    assert told == [(0, 3, 0), (1, 3, 20), (2, 3, 40), (3, 3, 50)]
    told.clear()
    sharded(source, chunk=20, resume=True, progress=lambda state: told.append((state.before, state.done)))
    assert told == [(3, 3)]
