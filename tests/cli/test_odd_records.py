"""Records as nobody would write them, through every command that reads records: they are taken, or the file and the
line are named; nothing is half done and nothing ends in a traceback."""

import gzip
import json

import pytest
from backports import zstd
from click.testing import CliRunner

from newsbot.cli.main import main
from tests.corpus.export.made import FULL
from tests.corpus.records import lines

pytest.importorskip("pyarrow")
pytest.importorskip("rensa")
pytest.importorskip("py3langid")
pytest.importorskip("vl_convert")

COMMANDS = {
    **{
        f"export to {to}": ("export", "in.jsonl", "--to", to, "-o", output)
        for to, output in {
            "parquet": "o.parquet",
            "csv": "o.csv",
            "hf": "o-hf",
            "jsonld": "o.jsonld",
            "text": "o-text",
            "sqlite": "o.sqlite",
            "jsonl": "o.jsonl",
        }.items()
    },
    "export to a folder of parquet": ("export", "in.jsonl", "--to", "parquet", "-o", "o-parts"),
    "stats": ("stats", "in.jsonl"),
    "stats as JSON": ("stats", "in.jsonl", "--json"),
    "report": ("report", "in.jsonl", "-o", "o.html"),
    "card": ("card", "in.jsonl", "-o", "o.md"),
    "split": ("split", "in.jsonl", "-o", "o-split", "--shares", "50,0,50"),
    "split by time": ("split", "in.jsonl", "-o", "o-time", "--by", "time", "--shares", "50,0,50"),
    "sample": ("sample", "in.jsonl", "-n", "9", "-o", "o.jsonl", "--by", "portal", "--by", "section"),
    "sample by day": ("sample", "in.jsonl", "-n", "9", "-o", "o.jsonl", "--by", "month", "--by", "layout"),
    "dedupe": ("dedupe", "in.jsonl", "-o", "o.jsonl"),
    "language": ("language", "in.jsonl", "-o", "o.jsonl"),
    "revisions": ("revisions", "in.jsonl"),
    "diff": ("diff", "in.jsonl", "in.jsonl"),
    "health": ("health", "in.jsonl"),
}
HALF = "\ud800"
NOTHING = {key: value if key in ("schema", "id", "metadata") else None for key, value in FULL.items()}
ODD = {
    "every field null": {**NOTHING, "metadata": dict.fromkeys(FULL["metadata"])},
    "no field at all": {"schema": FULL["schema"], "id": "kosong", "metadata": {}},
    "half a surrogate pair everywhere": {
        **FULL,
        **dict.fromkeys(
            ("id", "portal", "headline", "url", "section", "kind", "dateline", "article_body"), HALF
        ),
        "authors": [{"name": HALF, "role": "author"}],
        "keywords": [HALF],
        "in_language": {"code": HALF, "score": 1},
    },
    "ten thousand authors": {
        **FULL,
        "authors": [{"name": f"Orang {number}", "role": "author"} for number in range(10_000)],
    },
    "a text of a megabyte": {**FULL, "article_body": "garam panen raya " * 60_000},
    "what steers a terminal": {**FULL, "id": "\x1b[31m", "section": "\x1b]0;x\x07", "headline": "\x00\x9b"},
    "addresses that are none": {**FULL, "url": "http://[::1", "canonical_url": "//\\"},
    "counts below nothing": {**FULL, "word_count": -5, "page_count": -1},
    "a confidence of 37": {**FULL, "metadata": {**FULL["metadata"], "confidence": 37}},
    "keys of somebody else": {**FULL, "catatan": {"a": [1]}, "metadata": {**FULL["metadata"], "nilai": 1}},
}
DATES = (
    "0001-01-01T00:00:00+07:00",
    "9999-12-31T23:59:59-07:00",
    "0001-01-01",
    "9999-12-31",
    "2023-09-13 14:05:00+07:00",
    "2023-W01",
)
PORTALS = ("..", "CON", "a/b", "", "a" * 500, "\n", "*", "-x", "portal=x", "unknown")


def records():
    """All of it, and enough other stories that a split has two sides."""
    odd = [*ODD.values()]
    odd += [{**FULL, "id": f"tanggal:{day}", "date_published": day, "date_modified": day} for day in DATES]
    odd += [{**FULL, "id": f"portal:{name}", "portal": name} for name in PORTALS]
    odd += [{**FULL, "id": name} for name in ("contoh:A", "contoh:a", "CONTOH:A")]
    words = "padi jagung kedelai kopi teh karet sawit lada cengkih pala kakao tebu".split()
    for at, word in enumerate(words):
        text = " ".join(f"{word}{number}" for number in range(60))
        odd.append({**FULL, "id": word, "article_body": text, "headline": word, "url": f"https://{word}.example/",
                    "canonical_url": None, "date_published": f"2023-0{at % 9 + 1}-11"})  # fmt: skip
    return odd


@pytest.fixture
def ask(tmp_path, monkeypatch):
    def asked(command, data):
        monkeypatch.chdir(tmp_path)
        (tmp_path / "in.jsonl").write_bytes(data)
        return CliRunner().invoke(main, COMMANDS[command])

    return asked


@pytest.mark.parametrize("command", COMMANDS)
def test_odd_records_are_taken_by_every_command(ask, command):
    # as other programs write JSON: escaped, behind a byte order mark, lines that end as on Windows, an empty one
    text = "\r\n".join(json.dumps(record) for record in records())
    result = ask(command, b"\xef\xbb\xbf" + text.encode() + b"\r\n\r\n")
    assert (result.exit_code, result.exception) == (0, None), result.output
    assert "\x1b" not in result.output


GOOD = lines(FULL).encode()
BAD = {
    "a later schema": lines({**FULL, "schema": "newsbot.article/2"}).encode(),
    "no JSON": b"{'id'}\n",
    "no object": b"[1]\n",
    "NaN": GOOD.replace(b'"word_count": 23', b'"word_count": NaN'),
    "nested too deep": b'{"a":' * 100_000 + b"\n",
    "another encoding": '{"id": "é"}\n'.encode("latin-1"),
    "a list of words as one": lines({**FULL, "keywords": "garam"}).encode(),
    "a number for a name": lines({**FULL, "authors": [{"name": 5, "role": "author"}]}).encode(),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_line_that_is_no_record_is_named_and_nothing_is_left(ask, command, tmp_path):
    for bad in BAD.values():
        result = ask(command, GOOD + bad + GOOD)
        assert result.exit_code == 2, result.output
        assert "in.jsonl line 2: " in result.stderr
        assert [path.name for path in tmp_path.iterdir() if path.name != "in.jsonl"] == []


@pytest.mark.parametrize("packed", [gzip.compress, zstd.compress])
def test_a_torn_end_is_said_and_what_stands_before_it_is_read(ask, packed):
    noise = lines({**FULL, "article_body": " ".join(str(number**3) for number in range(40_000))}).encode()
    result = ask("stats", packed(GOOD * 2 + noise)[:-2_000])
    assert result.exit_code == 0
    assert "in.jsonl line 3: the compressed data end early; the last line is torn" in result.stderr
    assert result.stdout.startswith("2 records")


def test_keys_that_go_nowhere_are_counted_and_kept_where_they_can_be(ask, tmp_path):
    data = lines(FULL, ODD["keys of somebody else"]).encode()
    said = ask("export to csv", data).stderr
    assert [
        " ".join(line.strip("│ ").split()) for line in said.splitlines() if "is not newsbot's" in line
    ] == [
        "key catatan is not newsbot's: not written │ 1",
        "key metadata.nilai is not newsbot's: not written │ 1",
    ]
    assert "is not newsbot's" not in ask("export to jsonl", data).stderr
    assert json.loads((tmp_path / "o.jsonl").read_text().splitlines()[1]) == ODD["keys of somebody else"]
