"""Whether what a crawl left agrees, and bringing it together again: parts, manifest, state, WARC."""

from newsbot.upkeep.findings import FINDINGS, Finding, Step
from newsbot.upkeep.repair import repair
from newsbot.upkeep.survey import Survey, survey
from newsbot.upkeep.verify import verify

__all__ = ["FINDINGS", "Finding", "Step", "Survey", "repair", "survey", "verify"]
