"""Many answers that say nothing of their articles tell of the portal, few of them of the articles."""

import pytest

from newsbot.crawl.doubt import BETWEEN, FEW, IN_A_ROW, MAX_HELD, Doubt


class Noted:
    def __init__(self, *, was_so=False):
        self.settled, self.doubted, self.waits, self.was_so = 0, [], [], was_so

    def settle(self):
        self.settled += 1

    def doubt(self, sign):
        self.doubted.append(sign)

    def wait(self, sign):
        self.waits.append(sign)

    def is_confirmed(self):
        return self.was_so


def answers(doubt, *signs, texts=None, was_so=False):
    found = [Noted(was_so=was_so) for _ in signs]
    for number, (answer, sign) in enumerate(zip(found, signs, strict=True)):
        doubt.take("contoh", answer, sign, texts[number] if texts else None)
    return found


def told(found):
    words = ("doubted", "waits", "settled")
    return [next((word for word in words if getattr(one, word)), "held") for one in found]


@pytest.mark.parametrize(
    ("gone", "good", "usual", "word"),
    [
        (60, 0, None, "doubted"),
        (FEW, 0, None, "doubted"),
        (FEW - 1, 0, 0.0, "waits"),  # two articles may be gone, and two may be all that an hour has
        (FEW - 1, 1, 0.0, "settled"),
        (9, 9, None, "settled"),
        (9, 8, None, "doubted"),
        (5, 20, 0.0, "settled"),
        (7, 20, 0.0, "doubted"),  # never was one of its articles gone
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


def test_share_of_one_suspects_nobody():
    doubt = Doubt(lambda _: 0.0, share=1.0)
    found = [*answers(doubt, *["gone"] * 60), *answers(Doubt(lambda _: 0.0, share=1.0), "gone")]
    doubt.judge()
    assert set(told(found[:60])) == {"settled"}


@pytest.mark.parametrize(
    ("row", "good", "usual", "word"),
    [
        (IN_A_ROW, 100, None, "doubted"),
        (IN_A_ROW - 1, 100, None, "settled"),
        (30, 40, 0.1, "doubted"),
        (IN_A_ROW, 100, 0.4, "settled"),  # ten in a row are no wonder where four of ten are gone
    ],
)
def test_many_in_a_row_settle_nothing_however_many_are_good(row, good, usual, word):
    doubt = Doubt(lambda _: usual, share=0.99)
    answers(doubt, *[None] * good)
    found = answers(doubt, *["gone"] * row)
    answers(doubt, *[None] * good)
    doubt.judge()
    assert set(told(found)) == {word}


def test_answers_close_to_a_row_are_of_the_same_hour_and_those_far_from_it_are_not():
    doubt = Doubt(lambda _: 0.0, share=0.99)
    signs = ("gone", *[None] * (BETWEEN + 1), "gone", *[None] * BETWEEN, *["gone"] * 20, None, "other")
    far, *_ = found = answers(doubt, *signs)
    answers(doubt, *[None] * (BETWEEN + 1))
    after = answers(doubt, "gone")
    doubt.judge()
    assert (told([far]), told(after)) == (["settled"], ["settled"])
    assert told(found).count("doubted") == 22


def test_what_was_so_days_ago_is_settled_and_tells_what_is_usual():
    doubt = Doubt(lambda _: 0.0)
    assert set(told(answers(doubt, *["gone"] * 20, was_so=True))) == {"settled"}
    others = answers(doubt, *["gone"] * 60)
    doubt.judge()
    assert set(told(others)) == {"settled"}


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
    doubt = Doubt(lambda _: None)
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
