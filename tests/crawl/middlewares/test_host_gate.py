"""A host's pauses, its budget and its breaker, without a network."""

import asyncio
import math
import time
from datetime import UTC, datetime

import pytest
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newsbot.crawl.figures import SITE
from newsbot.crawl.middlewares.host_gate import HostGate
from newsbot.crawl.servers import HostResting, seconds_to_wait

NOW = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("0", 0.0),
        ("Sun, 01 Nov 2026 12:01:30 GMT", 90.0),
        ("Sun, 01 Nov 2026 19:01:30 +0700", 90.0),
        ("Sun, 01 Nov 2026 11:00:00 GMT", 0.0),
        ("1.5", 1.5),
        *((absurd, math.inf) for absurd in ("-5", "1e9", "1234567890", "9" * 40)),
        *((none, None) for none in (None, "", "sebentar", "nan", "inf", "Sun, 99 Nov 2026 12:00:00 GMT")),
    ],
)
def test_retry_after(header, seconds):
    assert seconds_to_wait(header, NOW) == seconds


def gate_with(**settings):
    crawler = get_crawler(settings_dict={f"NEWSBOT_{name}": value for name, value in settings.items()})
    return HostGate.from_crawler(crawler)


def ask(gate, url="https://contoh.id/1"):
    request = Request(url, meta={SITE: "contoh"})
    asyncio.run(gate.process_request(request))
    return request


def answer(gate, request, status, **headers):
    return gate.process_response(request, Response(request.url, status=status, headers=headers))


def left_to_wait(gate, request):
    return gate.host(request).pace.wait_until - time.monotonic()


def test_budget_of_a_host_is_its_own():
    gate = gate_with(HOST_BUDGET=2)
    ask(gate)
    ask(gate)
    with pytest.raises(HostResting, match="budget of 2 requests is spent"):
        ask(gate)
    ask(gate, "https://lain.id/1")


def test_http_and_https_of_a_name_share_its_budget_and_its_pauses():
    gate = gate_with(HOST_BUDGET=2, MAX_WAIT=300)
    ask(gate, "http://contoh.id/1")
    request = ask(gate, "https://contoh.id/1")
    answer(gate, request, 429, **{"Retry-After": "100"})
    assert gate.host(Request("http://contoh.id/2")).pace.wait_until > 0
    gate.host(request).pace.wait_until = 0.0
    for url in ("http://contoh.id/2", "https://contoh.id/2"):
        with pytest.raises(HostResting, match="budget of 2 requests is spent"):
            ask(gate, url)
    assert gate.host(request).pace.is_spent


def test_pause_that_is_too_long_is_that_of_both_ports():
    gate = gate_with(MAX_WAIT=300)
    with pytest.raises(HostResting):
        answer(gate, ask(gate, "http://contoh.id/1"), 503, **{"Retry-After": "3600"})
    with pytest.raises(HostResting, match="asks to come back in 3600 s"):
        ask(gate, "https://contoh.id/1")


def test_failures_in_a_row_close_a_host_and_a_page_in_between_does_not():
    gate = gate_with(BREAKER=2)
    for status in (500, 200, 500):
        answer(gate, ask(gate), status)
    request = ask(gate)
    answer(gate, request, 502)
    with pytest.raises(HostResting, match="2 failures in a row"):
        ask(gate)
    assert gate.host(request).sites == {"contoh"}
    assert not gate.host(request).is_unwilling


def test_refusals_in_a_row_close_a_host_as_unwilling():
    gate = gate_with(BREAKER=2)
    answer(gate, ask(gate), 403)
    request = ask(gate)
    gate.refused(request, "challenge page")
    with pytest.raises(HostResting, match="refuses this crawler"):
        ask(gate)
    assert gate.host(request).is_unwilling


@pytest.mark.parametrize("header", ["301", "Tue, 01 Jan 2999 00:00:00 GMT"])
def test_pause_that_is_too_long_closes_the_host(header):
    gate = gate_with(MAX_WAIT=300)
    with pytest.raises(HostResting, match="asks to come back in"):
        answer(gate, ask(gate), 429, **{"Retry-After": header})


def test_pauses_without_retry_after_double():
    gate = gate_with(FIRST_WAIT=5, MAX_WAIT=15)
    for pause in (5, 10):
        request = ask(gate)
        answer(gate, request, 503)
        assert left_to_wait(gate, request) == pytest.approx(pause, abs=1)
        gate.host(request).pace.wait_until = 0.0
    with pytest.raises(HostResting, match="20 s"):
        answer(gate, ask(gate), 503)


def test_many_that_were_asked_at_once_double_a_pause_once():
    gate = gate_with(FIRST_WAIT=5, MAX_WAIT=15)
    requests = [ask(gate, f"https://contoh.id/{number}") for number in range(8)]
    for request in requests:
        answer(gate, request, 429)
    assert left_to_wait(gate, requests[0]) == pytest.approx(5, abs=1)


def test_pause_of_just_the_longest_is_waited():
    gate = gate_with(MAX_WAIT=300)
    request = ask(gate)
    answer(gate, request, 429, **{"Retry-After": "300"})
    assert gate.host(request).closed is None


def test_robots_txt_that_can_be_read_is_no_end_of_refusals_and_a_page_is():
    gate = gate_with(BREAKER=3)
    for url, status, refusals in (
        ("https://contoh.id/1", 403, 1),
        ("https://contoh.id/robots.txt", 200, 1),
        ("https://contoh.id/2", 403, 2),
        ("https://contoh.id/3", 200, 0),
    ):
        request = ask(gate, url)
        answer(gate, request, status)
        assert gate.host(request).refusals == refusals


def led(gate, start, end):
    """A request that `start` redirected to `end`."""
    request = Request(end, meta={SITE: "contoh", "redirect_urls": [start]})
    asyncio.run(gate.process_request(request))
    return request


@pytest.mark.parametrize("what", ["refusals", "failures"])
def test_who_redirects_is_to_blame_for_what_he_leads_to(what):
    gate = gate_with(BREAKER=3)
    for _ in range(3):
        request = led(gate, "https://contoh.id/1", "https://lain.id/1")
        if what == "refusals":
            answer(gate, request, 403)
        else:
            gate.process_exception(request, ConnectionError())
    ask(gate, "https://lain.id/2")
    with pytest.raises(HostResting):
        ask(gate, "https://contoh.id/2")


@pytest.mark.parametrize("to", ["http://contoh.id:1/", "https://contoh.id/terlarang", "https://lain.id/"])
def test_port_80_that_leads_astray_leaves_https_of_its_name_alone(to):
    gate = gate_with(BREAKER=3)
    for _ in range(3):
        gate.process_exception(led(gate, "http://contoh.id/1", to), ConnectionError())
    for url in ("https://contoh.id/1", "http://contoh.id:1/2"):
        ask(gate, url)
    with pytest.raises(HostResting, match="3 failures in a row"):
        ask(gate, "http://contoh.id/2")


def test_port_80_that_is_closed_leaves_https_of_its_name_alone_and_the_other_way_round():
    for dead, alive in (("http", "https"), ("https", "http")):
        gate = gate_with(BREAKER=3)
        for _ in range(3):
            gate.process_exception(ask(gate, f"{dead}://contoh.id/1"), ConnectionError())
        ask(gate, f"{alive}://contoh.id/1")
        with pytest.raises(HostResting):
            ask(gate, f"{dead}://contoh.id/2")


def test_page_to_which_http_leads_ends_the_failures_of_both():
    gate = gate_with(BREAKER=3)
    for _ in range(4):
        gate.process_exception(ask(gate, "http://contoh.id/1"), ConnectionError())
        gate.process_exception(ask(gate, "https://contoh.id/1"), ConnectionError())
        answer(gate, led(gate, "http://contoh.id/2", "https://contoh.id/2"), 200)
    ask(gate, "http://contoh.id/3")
    ask(gate, "https://contoh.id/3")


def test_host_to_which_a_portal_redirects_is_not_left_with_the_portal():
    gate = gate_with()
    ask(gate, "https://contoh.id/1")
    led(gate, "https://contoh.id/1", "https://lain.id/1")
    gate.leave("contoh", "its answers say nothing")
    ask(gate, "https://lain.id/2")
    with pytest.raises(HostResting):
        ask(gate, "https://contoh.id/2")


def test_another_port_is_another_host():
    gate = gate_with(BREAKER=1)
    gate.process_exception(ask(gate, "https://contoh.id:1/"), ConnectionError())
    ask(gate, "https://contoh.id:443/")
    with pytest.raises(HostResting):
        ask(gate, "https://contoh.id:1/")


def test_absurd_pause_closes_the_host_and_is_told_as_it_was_stated():
    gate = gate_with()
    with pytest.raises(HostResting, match="asks to come back in '1e9'"):
        answer(gate, ask(gate), 503, **{"Retry-After": "1e9"})


def test_challenge_page_does_not_end_the_refusals_before_it():
    gate = gate_with(BREAKER=2)
    answer(gate, ask(gate), 403)
    request = ask(gate)
    answer(gate, request, 200)
    gate.refused(request, "challenge page")
    with pytest.raises(HostResting, match="refuses this crawler"):
        ask(gate)
