import pytest

from newsbot.corpus.export.formats import FORMATS
from newsbot.corpus.reading import BadRecord
from newsbot.corpus.selection import Selection
from tests.corpus.export.made import BARE, FULL, write


def test_what_is_left_out_is_counted_with_an_example(tmp_path):
    sums = write("jsonl", tmp_path / "a.jsonl", selection=Selection(portals={"lain"}))
    assert (sums.read, sums.written) == (2, 1)
    assert (sums.left_out, sums.examples) == ({"portal": 1}, {"portal": "contoh:1"})


@pytest.mark.parametrize("to", ["parquet", "hf"])
def test_a_value_of_the_wrong_type_is_named_and_leaves_nothing(tmp_path, to):
    pytest.importorskip("pyarrow")
    output = tmp_path / ("a.parquet" if to == "parquet" else "a")
    with pytest.raises(BadRecord, match=r"a.jsonl line 2: a value is not of its field's type"):
        write(to, output, BARE, {**FULL, "headline": ["no", "text"]})
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("to", sorted(FORMATS))
def test_half_a_surrogate_pair_stops_nothing(tmp_path, to):
    if FORMATS[to].needs:
        pytest.importorskip("pyarrow")
    suffix = (FORMATS[to].suffixes or ("",))[0]
    sums = write(to, tmp_path / f"a{suffix}", {**FULL, "headline": "Rusak \ud83d di tengah"})
    assert sums.written == 1


@pytest.mark.parametrize("to", sorted(FORMATS))
def test_no_record_is_an_output_too(tmp_path, to):
    if FORMATS[to].needs:
        pytest.importorskip("pyarrow")
    suffix = (FORMATS[to].suffixes or ("",))[0]
    output = tmp_path / f"a{suffix}"
    write(to, output, selection=Selection(portals={"tidak-ada"}))
    assert output.exists()


def test_a_folder_that_holds_something_is_not_touched(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/catatan.txt").write_text("milik orang")
    with pytest.raises(FileExistsError, match="holds something already"):
        write("text", tmp_path / "a")
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["catatan.txt"]


def test_a_file_is_replaced_only_by_a_whole_one(tmp_path):
    pytest.importorskip("pyarrow")
    output = tmp_path / "a.parquet"
    write("parquet", output)
    before = output.read_bytes()
    with pytest.raises(BadRecord):
        write("parquet", output, {**FULL, "word_count": "banyak"})
    assert output.read_bytes() == before


def test_many_shards_and_splits_lose_no_record(tmp_path, monkeypatch):
    pq = pytest.importorskip("pyarrow.parquet")
    from newsbot.corpus.export import hugging_face

    monkeypatch.setattr(hugging_face, "_SHARD", 3)
    records = [{**BARE, "id": str(number)} for number in range(10)]
    write("hf", tmp_path / "a", *records)
    files = sorted((tmp_path / "a/data").iterdir())
    assert [pq.read_table(file)["id"].to_pylist() for file in files] == [
        ["0", "1", "2"], ["3", "4", "5"], ["6", "7", "8"], ["9"],
    ]  # fmt: skip
