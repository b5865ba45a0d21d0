"""Each export is read back by what its users read it with, and equals the records."""

import csv
import datetime as dt
import json
import sqlite3
from contextlib import closing

import pytest

from newsbot.corpus.export.flat import columns, flat_row
from newsbot.corpus.projection import WHOLE, projection
from newsbot.corpus.reading import Records
from newsbot.corpus.selection import Selection
from tests.corpus.export.made import BARE, FULL, RECORDS, write

UTC = dt.UTC


def as_table_row(record):
    """A record as Arrow gives it: the dates have twins, the sources of fields are a list, added keys are null."""
    row = {name: value for name, value in record.items() if name != "schema"}
    sources = row["metadata"]["fields"]
    row["metadata"] = {
        **row["metadata"],
        "fields": [{"field": name, **source} for name, source in sources.items()],
    }
    return {**row, "cluster_id": None, "duplicate_of": None, "relation": None, "identified_language": None}


def without_twins(row):
    return {name: value for name, value in row.items() if not name.endswith(("_utc", "_day"))}


def test_parquet_is_the_records(tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    write("parquet", tmp_path / "a.parquet")
    rows = pq.read_table(tmp_path / "a.parquet").to_pylist()
    assert [without_twins(row) for row in rows] == [as_table_row(record) for record in RECORDS]


def test_a_time_is_a_moment_and_a_day_is_a_day(tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    write("parquet", tmp_path / "a.parquet", FULL)
    (row,) = pq.read_table(tmp_path / "a.parquet").to_pylist()
    assert row["date_published_utc"] == dt.datetime(2023, 9, 12, 17, 5, tzinfo=UTC)
    assert row["date_published_day"] == dt.date(2023, 9, 13)
    assert (row["date_modified_utc"], row["date_modified_day"]) == (None, dt.date(2023, 9, 14))


def test_partitions_are_read_back_with_their_portal(tmp_path):
    dataset = pytest.importorskip("pyarrow.dataset")
    write("parquet", tmp_path / "a")
    assert (tmp_path / "a/portal=contoh/month=2023-09/part-0.parquet").is_file()
    rows = dataset.dataset(tmp_path / "a", partitioning="hive").to_table().to_pylist()
    assert {(row["id"], row["portal"], row["month"]) for row in rows} == {
        ("contoh:1", "contoh", "2023-09"),
        ("contoh:2", "lain", "unknown"),
    }


def test_a_partition_is_one_file_however_its_records_are_strewn(tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    days = [("contoh", "2023-09-13"), ("lain", "2023-10-01"), ("contoh", "2023-09-14"), ("contoh", None)] * 3
    records = [
        {
            **FULL,
            "id": f"{portal}:{number}",
            "portal": portal,
            "date_published": day,
            "headline": "a\u2028\ud800",
        }
        for number, (portal, day) in enumerate(days)
    ]
    write("parquet", tmp_path / "a", *records)
    files = sorted(str(file.relative_to(tmp_path / "a")) for file in (tmp_path / "a").rglob("*.parquet"))
    assert files == [
        "portal=contoh/month=2023-09/part-0.parquet",
        "portal=contoh/month=unknown/part-0.parquet",
        "portal=lain/month=2023-10/part-0.parquet",
    ]
    table = pq.read_table(tmp_path / "a" / files[0], partitioning=None)
    assert table["id"].to_pylist() == [f"contoh:{number}" for number in (0, 2, 4, 6, 8, 10)]
    assert table["headline"].to_pylist()[0] == "a\u2028\ufffd"
    assert "portal" not in table.column_names


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_folder_with_records_that_have_no_day_is_one_table(tmp_path, library):
    pytest.importorskip("pyarrow")
    read_parquet = pytest.importorskip(library).read_parquet
    write("parquet", tmp_path / "a")
    table = read_parquet(tmp_path / "a")
    assert sorted(zip(table["id"], table["month"], strict=True)) == [
        ("contoh:1", "2023-09"),
        ("contoh:2", "unknown"),
    ]


def test_a_portal_that_is_no_plain_name_makes_no_folder(tmp_path):
    pytest.importorskip("pyarrow")
    write("parquet", tmp_path / "a", {**BARE, "portal": "../../etc"})
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["portal=unknown"]


def test_duckdb_pandas_and_polars_read_the_parquet(tmp_path):
    pytest.importorskip("pyarrow")
    duckdb, pandas, polars = map(pytest.importorskip, ("duckdb", "pandas", "polars"))
    path = tmp_path / "a.parquet"
    write("parquet", path)
    ((names,),) = duckdb.sql(
        f"select [a.name for a in authors] from '{path}' where id = 'contoh:1'"
    ).fetchall()
    assert names == ["Sari Wulan", "Budi Hartono"]
    assert duckdb.sql(f"select article_body from '{path}'").fetchall() == [
        (record["article_body"],) for record in RECORDS
    ]
    assert pandas.read_parquet(path)["headline"].tolist()[0] == FULL["headline"]
    assert polars.read_parquet(path)["metadata"].struct.field("confidence").to_list() == [0.93, None]


def test_datasets_load_the_folder_with_its_splits(tmp_path, monkeypatch):
    pytest.importorskip("pyarrow")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    for name, record in (("train", FULL), ("test", BARE)):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record) + "\n")
    from newsbot.corpus.export.formats import FORMATS
    from newsbot.corpus.export.run import export
    from newsbot.corpus.selection import Selection

    records = Records(tmp_path, on_trouble=print)
    export(records, Selection(), WHOLE, FORMATS["hf"], tmp_path / "set")
    loaded = datasets.load_dataset(str(tmp_path / "set"), cache_dir=str(tmp_path / "cache"))
    assert {split: loaded[split]["id"][:] for split in loaded} == {
        "train": ["contoh:1"],
        "test": ["contoh:2"],
    }
    assert loaded["train"][0]["authors"] == FULL["authors"]


@pytest.mark.parametrize("name", ["a.csv", "a.csv.gz"])
def test_csv_is_the_flat_records(tmp_path, name):
    import gzip

    write("csv", tmp_path / name)
    opened = gzip.open if name.endswith(".gz") else open
    with opened(tmp_path / name, "rt", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    told = [{name: as_cell(value) for name, value in flat_row(record, WHOLE).items()} for record in RECORDS]
    assert rows == told
    assert [row["page_urls"] for row in rows] == [
        "https://contoh.id/1?page=2; https://contoh.id/1?page=3",
        "",
    ]


def as_cell(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def test_pandas_reads_the_csv(tmp_path):
    pandas = pytest.importorskip("pandas")
    write("csv", tmp_path / "a.csv")
    table = pandas.read_csv(tmp_path / "a.csv")
    assert table.columns.tolist() == columns(WHOLE)
    assert table["article_body"].tolist()[0] == FULL["article_body"]


def test_pandas_reads_moments_and_days_of_the_csv(tmp_path):
    pandas = pytest.importorskip("pandas")
    day_only = {**FULL, "date_published": "2023-09-14"}
    makassar = {**FULL, "date_published": "2023-09-13T00:30:00+08:00"}
    write("csv", tmp_path / "a.csv", FULL, day_only, makassar)
    table = pandas.read_csv(tmp_path / "a.csv", parse_dates=["date_published_utc", "date_published_day"])
    moments = [
        dt.datetime(2023, 9, 12, 17, 5, tzinfo=UTC), None, dt.datetime(2023, 9, 12, 16, 30, tzinfo=UTC),
    ]  # fmt: skip
    assert [None if pandas.isna(one) else one for one in table["date_published_utc"]] == moments
    assert table["date_published_day"].dt.day.tolist() == [13, 14, 13]


def test_a_date_that_is_none_stays_a_text():
    row = flat_row({**FULL, "date_published": "2023-13-45"}, WHOLE)
    assert (row["date_published"], row["date_published_utc"], row["date_published_day"]) == (
        "2023-13-45",
        None,
        None,
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_cell_is_a_formula(tmp_path, start):
    record = {**FULL, "headline": f"{start}HYPERLINK(1)"}
    write("csv", tmp_path / "a.csv", record, projection=projection(["headline"]))
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == [f"'{start}HYPERLINK(1)"]


def test_sqlite_holds_the_flat_records_and_finds_words(tmp_path):
    write("sqlite", tmp_path / "a.sqlite")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as database:
        database.row_factory = sqlite3.Row
        rows = [dict(row) for row in database.execute("select * from articles order by number")]
        assert [row.pop("number") for row in rows] == [1, 2]
        assert rows == [flat_row(record, WHOLE) for record in RECORDS]
        people = database.execute("select role, name from people order by rowid").fetchall()
        assert [tuple(row) for row in people] == [
            ("author", "Sari Wulan"), ("author", "Budi Hartono"), ("editor", "Laras Puspa"),
        ]  # fmt: skip
        found = database.execute(
            "select a.id from articles_fts f join articles a on a.number = f.rowid where articles_fts match 'senang'"
        ).fetchall()
        assert [tuple(row) for row in found] == [("contoh:1",)]


@pytest.mark.parametrize(
    "asked",
    [
        "select * from articles where id = 'contoh:1'",
        "select * from articles order by date_published_utc",
        *(
            f"select count(*) from {table} where article = 1"
            for table in ("people", "images", "related", "keywords")
        ),
    ],
)
def test_sqlite_looks_up_what_is_asked_for_most(tmp_path, asked):
    write("sqlite", tmp_path / "a.sqlite")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as database:
        plan = " ".join(row[3] for row in database.execute(f"explain query plan {asked}"))
    assert "INDEX" in plan


def test_datasette_knows_the_search(tmp_path):
    write("sqlite", tmp_path / "a.sqlite")
    asked = """select name from sqlite_master where rootpage = 0
        and sql like '%VIRTUAL TABLE%USING FTS%content="articles"%'"""  # detect_fts of Datasette and sqlite-utils
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as database:
        assert database.execute(asked).fetchall() == [("articles_fts",)]


def test_json_lines_are_read_again_as_they_were(tmp_path):
    write("jsonl", tmp_path / "a.jsonl.zst")
    assert [record.fields for record in Records(tmp_path / "a.jsonl.zst", on_trouble=print)] == RECORDS


def test_json_lines_of_a_few_fields_are_still_records(tmp_path):
    write("jsonl", tmp_path / "a.jsonl", projection=projection(["headline"]))
    (first, _) = Records(tmp_path / "a.jsonl", on_trouble=print)
    assert first.fields == {
        "schema": FULL["schema"], "id": "contoh:1", "headline": FULL["headline"], "metadata": {},
    }  # fmt: skip


def test_json_ld_states_what_is_known(tmp_path):
    write("jsonld", tmp_path / "a.jsonld")
    full, bare = (json.loads(line) for line in (tmp_path / "a.jsonld").read_text("utf-8").splitlines())
    assert (full["@type"], full["datePublished"]) == ("NewsArticle", FULL["date_published"])
    assert full["author"][1] == {"@type": "Person", "name": "Budi Hartono"}
    assert full["image"][1]["creditText"] == "Antara/Dewi"
    assert full["inLanguage"] == "id"
    assert "inLanguage" not in bare
    assert not {"headline", "author", "datePublished", "articleBody"} & set(bare)


def test_json_ld_states_who_is_credited_as_a_work_of_theirs(tmp_path):
    write("jsonld", tmp_path / "a.jsonld", {**FULL, "is_based_on": "Antara"})
    stated = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))["isBasedOn"]
    assert stated == {
        "@type": "NewsArticle",
        "publisher": {"@type": "NewsMediaOrganization", "name": "Antara"},
    }


@pytest.mark.parametrize(
    ("identified", "stated"),
    [
        ({"code": "ms", "score": 0.9, "others": [], "is_mixed": False}, "ms"),
        ({"code": "id", "score": 0.9, "others": [{"code": "en", "share": 0.1}], "is_mixed": False}, "id"),
        (
            {"code": "id", "score": 0.9, "others": [{"code": "jv", "share": 0.3}], "is_mixed": True},
            ["id", "jv"],
        ),
        (None, "id"),
    ],
)
def test_json_ld_states_the_language_that_was_identified_and_else_the_page_s(tmp_path, identified, stated):
    write("jsonld", tmp_path / "a.jsonld", {**FULL, "identified_language": identified})
    assert json.loads((tmp_path / "a.jsonld").read_text("utf-8"))["inLanguage"] == stated


def test_the_card_of_a_dataset_tells_the_languages_that_its_records_are_in(tmp_path):
    yaml = pytest.importorskip("yaml")
    pytest.importorskip("pyarrow")
    malay = {**FULL, "in_language": {"code": "ms", "score": 0.9}}
    write(
        "hf",
        tmp_path / "a",
        *[malay] * 150,
        *[FULL] * 50,
        {**FULL, "in_language": {"code": "la", "score": 1}},
        BARE,
    )
    _, head, text = (tmp_path / "a/README.md").read_text("utf-8").split("---\n", 2)
    assert yaml.safe_load(head)["language"] == ["ms", "id"]
    assert "| ms | 150 |\n| id | 50 |\n| la | 1 |\n| not told | 1 |\n" in text


def test_the_card_of_a_dataset_of_no_known_language_names_none(tmp_path):
    pytest.importorskip("pyarrow")
    write("hf", tmp_path / "a", BARE)
    text = (tmp_path / "a/README.md").read_text("utf-8")
    assert ("language:" in text, "| not told | 1 |" in text) == (False, True)


def test_the_card_of_a_dataset_is_its_datasheet(tmp_path):
    pytest.importorskip("pyarrow")
    wanted = Selection(portals=frozenset({"contoh"}))
    write("hf", tmp_path / "a", projection=projection(["id", "headline"]), selection=wanted)
    text = (tmp_path / "a" / "README.md").read_text("utf-8")
    assert "## From where, and on what terms" in text
    assert "meta robots: noai (1)" in text
    assert "- Fields that are passed on: id, headline" in text
    assert text.endswith("Chosen of 2 records by portal contoh; left out by portal (1).\n")


def test_text_files_have_their_fields_at_the_head(tmp_path):
    yaml = pytest.importorskip("yaml")
    write("text", tmp_path / "a", {**FULL, "headline": 'Dia: "ya"\u2028 # bukan komentar'})
    (path,) = (tmp_path / "a").rglob("*.txt")
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    stated = yaml.safe_load(head)
    assert stated["headline"] == 'Dia: "ya"\u2028 # bukan komentar'
    assert stated["authors"] == ["Sari Wulan", "Budi Hartono"]
    assert body == f"\n{FULL['article_body']}\n"


def test_two_records_of_one_id_are_two_text_files(tmp_path):
    write("text", tmp_path / "a", FULL, FULL)
    assert len(list((tmp_path / "a").rglob("*.txt"))) == 2
