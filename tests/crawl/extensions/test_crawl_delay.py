"""The pause that a robots.txt asks for, without a network."""

from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.utils.test import get_crawler

from newsbot.crawl.extensions.crawl_delay import MAX_DELAY, CrawlDelay

ROBOTS = Request("https://contoh.id/robots.txt")


def asked_for(delay, slot=None):
    """The extension after a robots.txt that asks for a delay, and the downloader that it told."""
    crawler = get_crawler(settings_dict={"USER_AGENT": "newsbot"})
    slots = {"contoh.id": slot} if slot else {}
    downloader = SimpleNamespace(per_slot_settings={}, slots=slots)
    crawler.engine = SimpleNamespace(downloader=downloader)
    extension = CrawlDelay.from_crawler(crawler)

    def crawl_delay(agent):
        if delay == "sebentar":
            raise ValueError(delay)
        return delay

    extension._robots_parsed(SimpleNamespace(crawl_delay=crawl_delay), ROBOTS)
    return extension, downloader


@pytest.mark.parametrize(("asked", "kept"), [(0.5, 0.5), (MAX_DELAY, MAX_DELAY), (900, MAX_DELAY)])
def test_delay_is_kept_up_to_a_bound(asked, kept):
    _, downloader = asked_for(asked)
    assert downloader.per_slot_settings["contoh.id"] == {"delay": kept, "concurrency": 1, "jitter": 0.0}


@pytest.mark.parametrize("asked", [None, 0, -3, "sebentar"])
def test_what_is_no_delay_changes_nothing(asked):
    _, downloader = asked_for(asked)
    assert downloader.per_slot_settings == {}


@pytest.mark.parametrize(("throttled", "kept"), [(0.1, 2.0), (7.0, 7.0)])
def test_throttling_goes_above_the_delay_and_never_below(throttled, kept):
    slot = SimpleNamespace(delay=1.0, concurrency=8, jitter=0.5)
    extension, _ = asked_for(2, slot)
    assert (slot.delay, slot.concurrency, slot.jitter) == (2.0, 1, 0.0)
    slot.delay = throttled  # AutoThrottle, by the latency of an answer
    extension._keep(Request("https://contoh.id/1", meta={"download_slot": "contoh.id"}))
    assert slot.delay == kept


def test_other_hosts_are_left_to_throttling():
    extension, downloader = asked_for(2)
    downloader.slots["lain.id"] = SimpleNamespace(delay=0.1)
    extension._keep(Request("https://lain.id/1", meta={"download_slot": "lain.id"}))
    assert downloader.slots["lain.id"].delay == 0.1
