"""A timeline as one line of JSON: the schema `newsbot.revisions/1`."""

from __future__ import annotations

import dataclasses
from typing import Any

from newsbot.corpus.revisions.timeline import Revision, Timeline
from newsbot.items import line_of

SCHEMA = "newsbot.revisions/1"


def line(timeline: Timeline) -> str:
    """The line without its end; the same timeline gives the same. docs/revisions.md tells what the keys are."""
    return line_of(as_object(timeline))


def as_object(timeline: Timeline) -> dict[str, Any]:
    """The timeline as plain JSON types."""
    return {
        "schema": SCHEMA,
        "id": timeline.id,
        "ids": sorted(timeline.ids),
        "portal": timeline.portal,
        "url": timeline.url,
        "headline": timeline.headline,
        "first_seen": timeline.versions[0].first_seen if timeline.versions else None,
        "last_seen": timeline.last_seen or None,
        "gone_at": timeline.gone_at,
        "captures": timeline.captures,
        "repeated": timeline.repeated,
        "not_shown": dict(sorted(timeline.not_shown.items())),
        "versions": [dataclasses.asdict(version) for version in timeline.versions],
        "revisions": [_revision(revision) for revision in timeline.revisions],
        "left_out": timeline.left_out,
    }


def _revision(revision: Revision) -> dict[str, Any]:
    return {
        "version": revision.number,
        "between": [revision.after, revision.before],
        "verdict": revision.verdict,
        "statement": revision.statement,
        "doubts": revision.doubts,
        "fields": revision.fields,
        "changes": {detail.name: detail.to_list() for detail in revision.details},
    }
