"""JSON-LD as a witness: references, organisations, scripts that are not quite JSON."""

import json

import pytest

from newsbot.extractors.raw import RawArticle
from newsbot.extractors.witnesses.json_ld import witness_json_ld
from tests.invented import page

PERSON = {"@type": "Person", "@id": "https://contoh.id/#/orang/9", "name": "Laksmi Rahayu"}


def heard(script):
    text = script if isinstance(script, str) else json.dumps(script)
    raw = RawArticle()
    witness_json_ld(page(f'<html><script type="application/ld+json">{text}</script></html>'), raw)
    return raw


def authors(author, *others):
    article = {"@type": "NewsArticle", "headline": "Panen Garam", "author": author}
    return [c.value for c in heard({"@graph": [article, *others]}).all("structured_author")]


def test_a_reference_gives_the_person_behind_it():
    assert authors({"@id": PERSON["@id"]}, PERSON) == ["Laksmi Rahayu"]


def test_a_reference_to_nobody_is_no_name():
    assert authors({"@id": "https://contoh.id/#/orang/8"}, PERSON) == []


@pytest.mark.parametrize("kind", ["Organization", "NewsMediaOrganization", "Corporation"])
def test_an_organisation_is_no_author(kind):
    assert authors({"@type": kind, "name": "Kabar Contoh"}) == []


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("Pasar &#8220;Baru&#8221; &#8211; Warga Antre&hellip;", "Pasar “Baru” – Warga Antre…"),
        ("Ekonomi &amp;amp; Bisnis", "Ekonomi & Bisnis"),
    ],
)
def test_entities_in_strings_are_undone(stated, value):
    (headline,) = heard({"@type": "NewsArticle", "headline": stated}).all("headline")
    assert headline.value == value


def test_a_script_that_had_to_be_repaired_is_a_problem():
    raw = heard('{"@type": "NewsArticle", "headline": "Kata "siaga" dipakai"}')
    assert [c.value for c in raw.all("headline")] == ['Kata "siaga" dipakai']
    assert [problem.code for problem in raw.problems] == ["jsonld_repaired"]


@pytest.mark.parametrize(
    ("name", "date"), [("Atap Pasar Ikan Ambruk", ["2020-12-03T09:12:00+07:00"]), ("Iklan Sabun", [])]
)
def test_a_video_called_as_the_page_is_dates_it(name, date):
    video = {"@type": "VideoObject", "name": name, "uploadDate": "2020-12-03T09:12:00+07:00"}
    raw = RawArticle()
    head = "<title>Atap Pasar Ikan Ambruk - Contoh TV</title>"
    witness_json_ld(
        page(f'<html>{head}<script type="application/ld+json">{json.dumps(video)}</script></html>'), raw
    )
    assert [c.value for c in raw.all("date_published")] == date
