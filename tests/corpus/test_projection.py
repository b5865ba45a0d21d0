import pytest

from newsbot.corpus.projection import LEAN, TEXTS, WHOLE, projection
from tests.corpus.export.made import FULL


def test_nothing_named_is_the_whole_record():
    kept = projection().of(FULL)
    assert projection() == WHOLE
    assert kept == {name: value for name, value in FULL.items() if name != "schema"}


def test_names_stand_in_the_order_of_the_record():
    assert list(projection(["url", "id"]).of(FULL)) == ["id", "url"]


def test_lean_takes_named_fields_as_well():
    assert projection(["section"], lean=True).fields == (*LEAN, "section")


def test_without_the_text_nothing_of_it_is_left():
    kept = projection(body_free=True).of(FULL)
    assert not {name for name in TEXTS if name in kept}
    assert "removed" not in kept["metadata"]
    assert "Petani garam" not in str(kept)


def test_what_is_passed_on_tells_nothing_of_whose_machine_it_was_made_on():
    places = [
        {"kind": "warc", "path": path, "offset": 12, "record_id": None}
        for path in ("/home/sari/skripsi/a.warc", "C:\\Users\\Sari\\b.warc", "c.warc", None)
    ]
    metadata = {**FULL["metadata"], "origin": places[0], "pages": [{"origin": place} for place in places[1:]]}
    record = {**FULL, "metadata": metadata}
    kept = projection(body_free=True).of(record)["metadata"]
    assert [kept["origin"]["path"], *(one["origin"]["path"] for one in kept["pages"])] == [
        "a.warc", "b.warc", "c.warc", None,
    ]  # fmt: skip
    assert kept["origin"]["offset"] == 12
    assert projection().of(record)["metadata"] == metadata


def test_an_unknown_name_is_said_with_the_nearest():
    with pytest.raises(ValueError, match=r"no field 'autors'; is it authors"):
        projection(["autors"])


def test_only_text_without_text_is_nothing():
    with pytest.raises(ValueError, match="nothing is left of article_body"):
        projection(["article_body"], body_free=True)


MARKED = {**FULL, "cluster_id": "contoh:1", "duplicate_of": None, "relation": None}


def test_added_keys_stay_at_the_end_where_a_record_has_them():
    assert list(projection().of(MARKED))[-3:] == ["cluster_id", "duplicate_of", "relation"]


def test_added_keys_can_be_asked_for_by_name():
    assert projection(["id", "cluster_id"]).of(MARKED) == {"id": "contoh:1", "cluster_id": "contoh:1"}
