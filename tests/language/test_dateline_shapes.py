"""The table of shapes: every row finds its own example."""

import time
import tomllib
from importlib import resources

import pytest

from newsbot.language.dateline import site_and_place, split_dateline

TABLE = tomllib.loads((resources.files("newsbot.language.dateline") / "shapes.toml").read_text("utf-8"))
OWN = ("CONTOH.CO", "Contoh.co", "CTH", "WARTA.ASIA")


def rows(table):
    return [pytest.param(row, id=row["shape"]) for row in TABLE[table]]


@pytest.mark.parametrize("row", rows("signed"))
def test_a_signed_example_leaves_its_sentence(row):
    found = split_dateline(row["example"], brands=OWN)
    assert found is not None
    assert found.place == row.get("place")
    assert found.rest in ("Hujan turun.", "Sejumlah hujan turun.")


@pytest.mark.parametrize("row", rows("bold"))
def test_a_bold_example_is_the_whole_dateline(row):
    found = split_dateline(f"{row['example']} Hujan turun.", brands=OWN, bold=row["example"])
    assert found is not None
    assert (found.raw, found.place, found.rest) == (row["example"], row.get("place"), "Hujan turun.")


@pytest.mark.parametrize("row", rows("alone"))
def test_a_place_alone_is_believed_where_its_row_says(row):
    mark = row["example"].removesuffix(" Hujan turun.")
    bold = {"bold": row["place"], "bold mark": mark}.get(row["where"], "")
    found = split_dateline(row["example"], bold=bold, city_only=row["where"] in ("city", "bold mark"))
    assert found is not None
    assert (found.place, found.rest) == (row["place"], "Hujan turun.")
    if row["where"] != "anywhere":
        assert split_dateline(row["example"]) is None


@pytest.mark.parametrize("row", rows("undashed"))
def test_a_line_without_a_dash_begins_with_a_site_and_a_known_place(row):
    assert site_and_place(row["example"]) == row["example"].removesuffix(" Hujan turun.")
    assert site_and_place(row["example"].replace(row["place"], "Bandar Udara")) is None


@pytest.mark.parametrize(
    "text",
    [" " * 2000, "A" * 2000, "AB " * 700, "A." * 1000, "-" * 2000, "." * 2000, "Jakarta, " * 220, "(" * 2000],
    ids=["blanks", "capitals", "words", "dotted", "dashes", "dots", "places", "brackets"],
)
def test_a_hostile_beginning_takes_no_time(text):
    begun = time.process_time()
    for _ in range(20):
        split_dateline(f"{text} Hujan turun.", brands=OWN, bold=text, city_only=True)
    assert time.process_time() - begun < 0.5
