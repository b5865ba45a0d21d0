"""What is done with records once they are written: they are read as a stream, chosen, compared, and exported."""

from newsbot.corpus.loading import Corpus, read
from newsbot.corpus.selection import Selection

__all__ = ["Corpus", "Selection", "read"]
