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


def test_an_unknown_name_is_said_with_the_nearest():
    with pytest.raises(ValueError, match=r"no field 'autors'; is it authors"):
        projection(["autors"])


def test_only_text_without_text_is_nothing():
    with pytest.raises(ValueError, match="nothing is left of article_body"):
        projection(["article_body"], body_free=True)
