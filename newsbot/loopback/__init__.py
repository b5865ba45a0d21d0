"""A small invented portal that serves itself on this machine: for tests, the benchmark and `newsbot demo`."""

from newsbot.loopback.portal import declare, served
from newsbot.loopback.server import LoopbackServer
from newsbot.loopback.site import Site
from newsbot.loopback.stories import Story

__all__ = ["LoopbackServer", "Site", "Story", "declare", "served"]
