"""What records are compared by, and when two of them are alike: the same whatever runs over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

from newsbot.corpus.duplicates.evidence import address_of, evidence_of
from newsbot.corpus.duplicates.shingles import hashes_of, kept, similarity, words_of
from newsbot.corpus.duplicates.signatures import BANDS, band_keys

THRESHOLD = 0.5
"""Share of the shorter text's shingles that the other has too; docs/duplicates.md measures it."""
_OF_BOTH = 0.5
"""Of that, what both texts together must share (Jaccard): a brief is no copy of the long story that holds it."""
_LEAST = 10
"""Shingles below which a text is compared as a whole only."""
BATCH = 512
"""Records whose facts are taken at once."""
REACH = 4
"""Texts of one band that each is compared with, beside the first."""

Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Facts:
    """Of some records: a key each of their ids, addresses and texts, 0 for none; the places of those that are compared
    by their words, and the keys of these one's bands; shingles and evidence as bytes."""

    ids: Keys
    addresses: Keys
    digests: Keys
    near: Keys
    bands: npt.NDArray[np.uint64]
    shingles: list[bytes]
    evidence: list[bytes]


def facts_of(records: Iterable[Mapping[str, Any]]) -> Facts:
    """The facts of records, in their order."""
    known = list(records)
    words = [words_of(record.get("article_body") or "") for record in known]
    hashes = [hashes_of(one) for one in words]
    near = [at for at, one in enumerate(hashes) if len(one) >= _LEAST]
    return Facts(
        np.array([key_of(record["id"]) for record in known], np.uint64),
        np.array([key_of(address_of(record)) for record in known], np.uint64),
        np.array([key_of(record.get("content_digest")) for record in known], np.uint64),
        np.array(near, np.uint64),
        band_keys([hashes[at] for at in near]) if near else np.zeros((0, BANDS), np.uint64),
        [kept(one).tobytes() for one in hashes],
        [evidence_of(*pair).to_bytes() for pair in zip(known, words, strict=True)],
    )


def key_of(text: str | None) -> int:
    """A number for a text, the same in every process, and 0 for none."""
    if not text:
        return 0
    data = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little") or 1


def alike(
    digests: tuple[np.uint64, np.uint64], shingles: Callable[[], tuple[bytes, bytes]], threshold: float
) -> float:
    """The containment of two texts, 0 where they are not alike; `shingles` are asked for where digests do not tell."""
    if digests[0] and digests[0] == digests[1]:
        return 1.0
    first, second = (np.frombuffer(one, np.uint32) for one in shingles())
    if min(len(first), len(second)) < _LEAST:
        return 0.0
    containment, jaccard = similarity(first, second)
    return containment if containment >= threshold and jaccard >= _OF_BOTH * threshold else 0.0
