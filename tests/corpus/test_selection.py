import pytest

from newsbot.corpus.selection import Selection
from newsbot.items import Language, Problem
from tests.corpus.records import article

RECORD = article(
    portal="kompas",
    date_published="2023-09-13T23:30:00+07:00",
    in_language=Language("id", 0.9),
    is_complete=False,
    _confidence=0.6,
    _problems=[Problem("opt_out", None, "info"), Problem("headline_repeated")],
)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({}, None),
        ({"portals": {"kompas"}}, None),
        ({"portals": {"detik"}}, "portal"),
        ({"kinds": {"video", "live"}}, "kind"),
        ({"languages": {"id"}}, None),
        ({"languages": {"en"}}, "language"),
        ({"since": "2023-09-13", "until": "2023-09-13"}, None),
        ({"since": "2023-09-14"}, "date"),
        ({"until": "2023-09-12"}, "date"),
        ({"with_problems": {"headline_repeated"}}, None),
        ({"with_problems": {"layout_unknown"}}, "problem"),
        ({"without_problems": {"headline_repeated"}}, "problem"),
        ({"least_confidence": 0.6}, None),
        ({"least_confidence": 0.61}, "confidence"),
        ({"complete_only": True}, "incomplete"),
        ({"drop_opt_out": True}, "opt_out"),
    ],
)
def test_what_is_left_out_and_why(asked, reason):
    assert Selection(**asked).against(RECORD) == reason


@pytest.mark.parametrize("asked", [{"since": "2000-01-01"}, {"until": "2100-01-01"}])
def test_a_record_without_a_date_is_in_no_period(asked):
    assert Selection(**asked).against(article()) == "date"


def test_a_record_without_confidence_is_not_sure_enough():
    assert Selection(least_confidence=0.0).against(article()) == "confidence"
