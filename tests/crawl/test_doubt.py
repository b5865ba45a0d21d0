"""Many answers that say nothing of their articles tell of the portal, few of them of the articles."""

import pytest

from newsbot.crawl.doubt import FEW, MAX_HELD, Doubt


class Noted:
    def __init__(self):
        self.settled, self.doubted = 0, []

    def settle(self):
        self.settled += 1

    def doubt(self, sign):
        self.doubted.append(sign)


def answers(doubt, *signs, texts=None):
    found = [Noted() for _ in signs]
    for number, (answer, sign) in enumerate(zip(found, signs, strict=True)):
        doubt.take("contoh", answer, sign, texts[number] if texts else None)
    return found


def told(found):
    return ["doubted" if one.doubted else "settled" if one.settled else "held" for one in found]


@pytest.mark.parametrize(
    ("gone", "good", "usual", "word"),
    [
        (60, 0, 0.0, "doubted"),
        (FEW, 0, 0.0, "doubted"),
        (FEW - 1, 0, 0.0, "settled"),  # two articles may be gone
        (10, 10, 0.0, "settled"),
        (11, 10, 0.0, "doubted"),
        (11, 10, 0.4, "settled"),  # as often as ever
        (18, 6, 0.4, "doubted"),
    ],
)
def test_share_above_the_usual_one_settles_nothing(gone, good, usual, word):
    doubt = Doubt(lambda _: usual)
    found = answers(doubt, *["gone"] * gone)
    assert set(told(found)) == {"held"}
    answers(doubt, *[None] * good)
    doubt.judge()
    assert set(told(found)) == {word}
    assert doubt.suspects == ({"contoh"} if word == "doubted" else set())


def test_good_answers_are_settled_at_once_whatever_the_others_are():
    doubt = Doubt(lambda _: 0.0)
    answers(doubt, *["other"] * 20)
    assert told(answers(doubt, None, None)) == ["settled"] * 2


def test_third_article_with_one_text_puts_the_two_before_in_doubt():
    doubt = Doubt(lambda _: 0.0)
    found = answers(doubt, *[None] * 5, texts=["sama"] * 5)
    assert told(found) == ["settled", "settled", "held", "held", "held"]
    doubt.judge()
    assert [one.doubted for one in found] == [["same"]] * 5


def test_two_articles_with_one_text_are_two_articles():
    doubt = Doubt(lambda _: 0.0)
    found = answers(doubt, *[None] * 4, texts=["sama", "sama", "lain", None])
    doubt.judge()
    assert [(one.settled, one.doubted) for one in found] == [(1, [])] * 4


def test_few_alike_among_many_are_what_they_are():
    doubt = Doubt(lambda _: 0.0)
    answers(doubt, *[None] * 20)
    found = answers(doubt, *[None] * 4, texts=["sama"] * 4)
    doubt.judge()
    assert not any(one.doubted for one in found)


def test_no_more_are_held_than_the_bound_and_the_alarm_is_told():
    alarms = []
    doubt = Doubt(lambda _: 0.0, alarms.append)
    found = answers(doubt, *["rejected"] * MAX_HELD)
    assert set(told(found)) == {"doubted"}
    assert alarms == ["contoh"]
