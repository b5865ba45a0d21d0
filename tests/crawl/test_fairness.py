"""Hosts of one crawl: what one does is no other's affair."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from dataclasses import dataclass, field

import pytest

from newsbot.loopback import LoopbackServer, Site
from newsbot.loopback.reply import Reply

from .runs import crawl

MANY, FEW = 100, 20
"""Stories of the troubled host, more than a crawl has in memory at once, and of the others."""


@dataclass
class Healthy(Site):
    done: threading.Event = field(default_factory=threading.Event)

    def answer(self, target, base, headers):
        reply = super().answer(target, base, headers)
        if {story.path for story in self.stories()} <= set(self.requests):
            self.done.set()
        return reply


@dataclass
class Troubled(Site):
    """Answers no question for an article before all others have had theirs; patience is for a crawl that never asks."""

    others: list[Healthy] = field(default_factory=list)
    waited_in_vain: bool = False

    def answer(self, target, base, headers):
        if "/read/" not in target:
            return super().answer(target, base, headers)
        if not all(other.done.wait(40) for other in self.others):
            self.waited_in_vain = True
        return Reply(404, "tidak ada")


@pytest.mark.parametrize("at_once", [1, 8])
def test_host_that_does_not_answer_keeps_nobody_from_being_served(tmp_path, at_once):
    healthy = [Healthy(articles=FEW, changed=0) for _ in range(3)]
    troubled = Troubled(articles=MANY, others=healthy)
    addresses = [f"127.0.0.{number}" for number in (21, 22, 23, 24)]
    options = [f"NEWSBOT_ALLOW_PRIVATE={','.join(addresses)}", f"CONCURRENT_REQUESTS_PER_DOMAIN={at_once}"]
    with ExitStack() as stack:
        servers = [
            stack.enter_context(LoopbackServer(site, address=address))
            for site, address in zip([troubled, *healthy], addresses, strict=True)
        ]
        bases = [server.base for server in servers]
        crawl(bases[0], tmp_path, *bases, declared=False, options=tuple(_set(options)))
    assert all(site.done.is_set() for site in healthy)
    assert not troubled.waited_in_vain


def _set(settings):
    return [part for setting in settings for part in ("--set", setting)]
