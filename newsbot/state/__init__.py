"""What a crawl knows between its runs: articles found and done, validators, revisions, and the files it wrote."""

from newsbot.state._file import Conflict, locked
from newsbot.state.database import State
from newsbot.state.records import Done, Found, Known, Mode, Part, Status
from newsbot.state.wanted import wanted

__all__ = ["Conflict", "Done", "Found", "Known", "Mode", "Part", "State", "Status", "locked", "wanted"]
