"""What a crawl knows between its runs: articles found and done, validators, revisions, and the files it wrote."""

from newsbot.durable.lock import Conflict, locked
from newsbot.durable.parts import Part
from newsbot.state.accepted import Accepted, accepted_of
from newsbot.state.database import State
from newsbot.state.history import Measures, PastRun, past_runs
from newsbot.state.queues import Queue, queue_of
from newsbot.state.records import Done, Doubted, Found, Known, Mode, Status, newest_of, status_of
from newsbot.state.seen import fault_of, files_of, folder_name
from newsbot.state.unread import Unread
from newsbot.state.wanted import wanted

__all__ = [
    "Accepted",
    "Conflict",
    "Done",
    "Doubted",
    "Found",
    "Known",
    "Measures",
    "Mode",
    "Part",
    "PastRun",
    "Queue",
    "State",
    "Status",
    "Unread",
    "accepted_of",
    "fault_of",
    "files_of",
    "folder_name",
    "locked",
    "newest_of",
    "past_runs",
    "queue_of",
    "status_of",
    "wanted",
]
