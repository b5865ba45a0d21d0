"""Duplicates on Ray Data are those of one process: the same bytes and the same sums."""

import json
import os
import random
from pathlib import Path

import pytest

pytest.importorskip("rensa")
pytest.importorskip("pandas")
pytest.importorskip("ray", reason="Ray is not installed: pip install 'newsbot[dedupe-ray]'")

from click.testing import CliRunner

from newsbot.cli.main import main
from newsbot.normalizers.derive import content_digest
from tests.corpus.records import article, lines

ROOT = Path(__file__).parents[2]
WORDS = [
    first + last
    for first in ("ba", "ku", "ti", "so", "re")
    for last in ("lan", "dip", "mus", "kar", "ngo", "ya")
]


@pytest.fixture(scope="module")
def _ray():
    import ray

    before = dict(os.environ)
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    os.environ |= {"RAY_USAGE_STATS_ENABLED": "0", "PYTHONPATH": path}
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=200_000_000)
    yield
    ray.shutdown()
    os.environ.clear()
    os.environ.update(before)


def story(seed, words=150):
    dice = random.Random(seed)
    return [dice.choice(WORDS) for _ in range(words)]


def record(number, words, **fields):
    text = " ".join(words)
    fields = {"headline": f"Judul {number}", "date_published": f"2024-05-{10 + number % 15}", **fields}
    return article(f"contoh:{number}", texts=(text,), content_digest=content_digest(text), **fields)


def corpus():
    """Stories with copies of each kind, across files: word for word, cut, rewritten, of another house, of one id, of
    one address, forms with other figures, chains that a shared half holds together, texts too short to be compared, one
    that many more share than bands reach, and ids with half a surrogate pair."""
    made = [record(number, story(number)) for number in range(30)]
    made += [record(100 + number, story(number)[:100], portal="lain") for number in range(0, 30, 3)]
    made += [
        record(200 + number, [*story(number)[:90], *story(900 + number, 60)]) for number in range(0, 30, 4)
    ]
    made += [record(300 + number, story(number), is_based_on="Contoh") for number in range(0, 30, 7)]
    made += [
        {**record(400 + number, story(950 + number)), "id": f"contoh:{number}"} for number in range(0, 30, 9)
    ]
    made += [{**record(450, story(970)), "url": "https://contoh.id/1", "canonical_url": None}]
    form = " ".join(story(7_000, 60)).split()
    made += [record(500 + day, [*form, "pukul", "subuh", f"{day}", "harga", "emas", f"{day * 7}", "suhu", "kota",
                                f"{day * 3}"]) for day in range(12)]  # fmt: skip
    for link in range(8):
        made.append(record(600 + link, [*story(8_000 + link, 80), *story(8_001 + link, 80)]))
    made += [record(700 + number, ["simak", "videonya", "berikut", "ini"]) for number in range(5)]
    made += [record(800 + number, story(9_000)) for number in range(20)]
    made += [record(900 + number, []) for number in range(3)]
    made += [{**record(950 + number, story(9_500)), "id": f"rusak\ud800{number}"} for number in range(2)]
    random.Random(1).shuffle(made)
    return made


def ask(*args):
    result = CliRunner().invoke(main, ["dedupe", *args])
    assert result.exit_code == 0, result.output
    return result


@pytest.mark.usefixtures("_ray")
def test_ray_finds_and_writes_what_one_process_does(tmp_path):
    records, places = corpus(), [tmp_path / f"in/{name}.jsonl" for name in ("a", "b", "c", "d")]
    places[0].parent.mkdir()
    for at, place in enumerate(places[:3]):
        # a line of each file is blank: places in a file are no lines
        place.write_text("\n" + "".join(json.dumps(one) + "\n" for one in records[at::3]))
    places[3].write_text("")  # a part of a crawl that found nothing
    given = [str(tmp_path / "in")]
    plain = json.loads(ask(*given, "-o", str(tmp_path / "one.jsonl"), "--json").stdout)
    on_ray = json.loads(ask(*given, "-o", str(tmp_path / "ray.jsonl"), "--json", "--engine", "ray").stdout)
    assert on_ray == plain
    assert set(plain["relations"]) == {
        "boilerplate_twin", "network_copy", "rewrite", "same_article", "wire_copy",
    }  # fmt: skip
    assert (tmp_path / "ray.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()


@pytest.mark.usefixtures("_ray")
@pytest.mark.parametrize("count", [0, 2])
def test_where_nothing_is_alike_records_go_out_alone(tmp_path, count):
    (tmp_path / "a.jsonl").write_text(lines(*(record(number, story(number)) for number in range(count))))
    found = ask(str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "o.jsonl"), "--json", "--engine", "ray")
    assert (json.loads(found.stdout)["records"], json.loads(found.stdout)["clusters"]) == (count, 0)
    made = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text().splitlines()]
    assert [one["cluster_id"] for one in made] == [None] * count


@pytest.mark.usefixtures("_ray")
def test_a_line_that_is_no_record_is_named_from_ray_too(tmp_path):
    import ray.data

    ray.data.DataContext.get_current().max_errored_blocks = -1  # as a replay leaves it in its process
    (tmp_path / "a.jsonl").write_text(lines(record(1, story(1))) + "{}\n")
    result = CliRunner().invoke(
        main, ["dedupe", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "o.jsonl"), "--engine", "ray"]
    )
    assert result.exit_code == 2
    assert "a.jsonl line 2: no newsbot.article/1 record" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


def test_pairs_of_parts_are_those_of_all():
    """Numbers of records leave gaps between files; which of one band are compared goes by their order alone."""
    import numpy as np
    import pyarrow as pa

    from newsbot.corpus.duplicates.comparing import REACH
    from newsbot.corpus.duplicates.signatures import pairs
    from newsbot.engines.ray_tables import met

    keys = np.random.default_rng(1).integers(1, 40, 500).astype(np.uint64)
    dense = np.arange(500)
    numbers = np.where(dense < 250, dense, dense + 2**32)
    expected = pairs(keys, dense.astype(np.uint64), REACH)
    found = set()
    for part in range(3):
        own = keys % np.uint64(3) == part
        table = {"part": keys[own] % np.uint64(3), "kind": np.full(own.sum(), 9, np.uint8), "key": keys[own]}
        shuffled = pa.table({**table, "number": numbers[own]}).take(
            np.random.default_rng(2).permutation(own.sum())
        )
        rows = met(shuffled).to_pydict()
        found |= set(zip(rows["one"], rows["other"], strict=True))
    wanted = {(int(numbers[int(one) >> 32]), int(numbers[int(one) & 0xFFFFFFFF])) for one in expected}
    assert found == wanted


def test_without_the_extra_it_says_what_is_missing(monkeypatch, tmp_path):
    from newsbot.engines import on_ray

    (tmp_path / "a.jsonl").write_text(lines(record(1, story(1))))
    monkeypatch.setattr(on_ray.importlib.util, "find_spec", lambda _: None)
    result = CliRunner().invoke(
        main, ["dedupe", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "o.jsonl"), "--engine", "ray"]
    )
    assert (result.exit_code, "pip install 'newsbot[dedupe-ray]'" in result.stderr) == (2, True)


def test_workers_go_with_ray(tmp_path):
    result = CliRunner().invoke(
        main, ["dedupe", "a.jsonl", "-o", str(tmp_path / "o.jsonl"), "--workers", "2"]
    )
    assert (result.exit_code, "--workers goes with --engine ray" in result.stderr) == (2, True)
