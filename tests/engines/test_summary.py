"""The figures of a run: how far its records are trusted."""

from rich.console import Console

from newsbot.cli._summary import summary_table
from newsbot.engines.summary import RunSummary
from newsbot.items import Article, Outcome, Publisher
from newsbot.stitching import Result


def summary(*confidences):
    counted = RunSummary()
    for place, confidence in enumerate(confidences):
        article = Article(str(place), "contoh", Publisher("Contoh", "contoh.id"), None, None, "article")
        article.metadata.confidence = confidence
        counted.count(Result(Outcome(article=article), (place,)))
    return counted


def printed(counted):
    console = Console(width=80)
    with console.capture() as text:
        console.print(summary_table(counted))
    return text.get()


def test_bands_begin_with_their_lower_end():
    counted = summary(0.8, 0.799, 0.5, 0.499, 0.0, None)
    assert counted.confidence == {"0.8 and above": 1, "0.5 to 0.8": 2, "below 0.5": 2}


def test_bands_are_printed_with_their_shares():
    text = printed(summary(0.9, 0.95, 0.6, 0.1))
    for part in ("confidence 0.8 and above", "2 (50%)", "confidence below 0.5", "1 (25%)"):
        assert part in text


def test_nothing_is_printed_of_confidence_where_no_record_has_one():
    assert "confidence" not in printed(summary(None))


def test_figures_of_a_run_that_counted_no_confidence_are_read():
    figures = summary(0.9).to_dict()
    del figures["confidence"]
    assert RunSummary.from_dict(figures).confidence.total() == 0
