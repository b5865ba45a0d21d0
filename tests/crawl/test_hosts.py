"""A queue and places of its own for each host: in which order requests leave, without a network."""

import pytest
from scrapy import Request
from scrapy.squeues import FifoMemoryQueue
from scrapy.utils.test import get_crawler

from newsbot.crawl.hosts import HostQueues, Places, host_of_request


class Queues:
    """The queues of a crawl and its downloader."""

    def __init__(self, at_once=1):
        settings = {"DOWNLOADER": Places, "CONCURRENT_REQUESTS_PER_DOMAIN": at_once}
        crawler = get_crawler(settings_dict=settings)
        crawler.engine = crawler._create_engine()
        self.downloader = crawler.engine.downloader
        self._queue = HostQueues.from_crawler(crawler, FifoMemoryQueue, "")

    def push(self, *urls):
        for url in urls:
            self._queue.push(Request(url))

    def pop(self):
        """The address of the next request, which takes its place; None where nobody has room."""
        request = self._queue.pop()
        if request is None:
            return None
        self.downloader.held[host_of_request(request)] += 1
        return request.url

    def answered(self, host):
        self.downloader.held[host] -= 1


def test_host_that_waits_holds_no_place_of_another():
    queues = Queues()
    queues.push(*(f"https://lambat.id/{n}" for n in range(100)), "https://a.id/1", "https://a.id/2")
    first = {queues.pop(), queues.pop()}
    assert first == {"https://lambat.id/0", "https://a.id/1"}
    assert queues.pop() is None
    queues.answered("a.id")
    assert [queues.pop(), queues.pop()] == ["https://a.id/2", None]


def test_hosts_take_turns():
    queues = Queues()
    hosts = ("a.id", "b.id", "c.id")
    queues.push(*(f"https://{host}/{n}" for host in hosts for n in range(3)))
    served = []
    while url := queues.pop():
        served.append(url.split("/")[2])
        queues.answered(served[-1])
    assert [set(served[start : start + 3]) for start in (0, 3, 6)] == [set(hosts)] * 3


def test_host_has_as_many_places_as_requests_may_go_to_it_at_once():
    queues = Queues(at_once=2)
    queues.push(*(f"https://a.id/{n}" for n in range(3)))
    assert [queues.pop() is None for _ in range(3)] == [False, False, True]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://A.id/1", "a.id"),
        ("https://a.id:443/1", "a.id"),
        ("http://a.id:443/1", "a.id:443"),
        ("http://[::1]:8080/", "::1:8080"),
    ],
)
def test_host_is_named_with_its_port(url, host):
    assert host_of_request(Request(url)) == host


def test_redirected_request_belongs_to_the_host_it_is_sent_to():
    """Scrapy copies the slot of the request that was redirected."""
    request = Request("https://b.id/1", meta={"download_slot": "a.id"})
    assert Queues().downloader.get_slot_key(request) == "b.id"
