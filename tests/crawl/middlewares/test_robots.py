"""Whom a robots.txt binds, and what an answer in its place means."""

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newsbot.crawl.context import context_of
from newsbot.crawl.middlewares.host_gate import HostGate
from newsbot.crawl.middlewares.robots import RobotsGate, Rules


@pytest.mark.parametrize(
    ("agent", "may"),
    [
        ("NewsBot/1.0", False),
        ("newsbot/0.1.0 # kami", False),
        ("NEWSBOT", False),
        ("LainBot/1.0", True),
        ("*", False),
    ],
)
def test_group_for_a_name_with_a_version_binds_who_has_the_name(agent, may):
    rules = Rules(f"User-agent: {agent}\nDisallow: /\n".encode(), None)
    assert rules.allowed("https://contoh.id/1", "newsbot") is may


def test_crawl_delay_of_a_name_with_a_version_is_kept():
    rules = Rules(b"User-Agent: NewsBot/1.0\nCrawl-delay: 7\n\nUser-agent: *\nCrawl-delay: 1\n", None)
    assert rules.crawl_delay("newsbot") == 7


@pytest.mark.parametrize(
    ("status", "is_left"), [(429, True), (503, True), (404, False), (403, False), (200, False)]
)
def test_host_that_has_no_time_for_its_robots_txt_is_left_alone(status, is_left):
    crawler = get_crawler()
    gate = context_of(crawler).gate = HostGate(crawler)
    request = Request("https://contoh.id/robots.txt", meta={"dont_obey_robotstxt": True})
    RobotsGate(crawler).process_response(request, Response(request.url, status=status))
    assert bool(gate.host(request).closed) is is_left
