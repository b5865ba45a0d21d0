"""In which languages the texts of a corpus are. Needs py3langid.

`identify` reads one text, `run` a corpus.
"""

from __future__ import annotations

NEEDS_EXTRA = "identifying languages needs the extra: pip install 'newsbot[language]'"
