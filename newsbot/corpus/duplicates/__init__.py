"""Which records of a corpus tell the same story in the same words. Needs numpy and rensa.

`shingles` are what two texts are compared by, `signatures` find the pairs that are worth comparing, `spill` keeps on
disk what grows with the corpus, `evidence` is what is known of a record beside its text, `relations` what follows of
it, `clusters` settles who belongs to whom; `comparing` takes the facts of records and holds two against each other,
`marking` writes records again with what was found, and `run` reads, settles and writes.
"""

from __future__ import annotations

NEEDS_EXTRA = "finding duplicates needs the extra: pip install 'newsbot[dedupe]'"
