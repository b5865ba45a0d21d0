"""What a crawl knows between its runs: articles found and done, validators, revisions, and the files it wrote."""

from newsbot.durable.lock import Conflict, locked
from newsbot.durable.parts import Part
from newsbot.state.database import State
from newsbot.state.records import Done, Found, Known, Mode, Status
from newsbot.state.unread import Unread
from newsbot.state.wanted import wanted

__all__ = [
    "Conflict",
    "Done",
    "Found",
    "Known",
    "Mode",
    "Part",
    "State",
    "Status",
    "Unread",
    "locked",
    "wanted",
]
