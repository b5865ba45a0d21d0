"""Whom a robots.txt binds, and what an answer in its place means."""

import asyncio
from types import SimpleNamespace

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newsbot.crawl.context import context_of
from newsbot.crawl.middlewares.host_gate import HostGate
from newsbot.crawl.middlewares.robots import ObeyRobots, RobotsGate, Rules


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


def test_http_and_https_of_a_name_have_a_robots_txt_each():
    crawler = get_crawler(settings_dict={"ROBOTSTXT_OBEY": True, "ROBOTSTXT_USER_AGENT": "newsbot"})
    asked = []

    async def download(request):
        asked.append(request.url)
        if request.url.startswith("http:"):
            raise ConnectionError("port 80 is closed")
        return Response(request.url, body=b"User-agent: *\nDisallow: /rahasia/")

    crawler.engine = SimpleNamespace(download_async=download)

    async def may_be_asked():
        obey = ObeyRobots(crawler)
        await obey.robot_parser(Request("http://contoh.id/rahasia/1"))
        rules = [await obey.robot_parser(Request(f"https://contoh.id/{name}")) for name in "ab"]
        return [one.allowed("https://contoh.id/rahasia/1", "newsbot") for one in rules]

    assert asyncio.run(may_be_asked()) == [False, False]
    assert asked == ["http://contoh.id/robots.txt", "https://contoh.id/robots.txt"]
