"""A run cut into shards: pieces of the input that are read apart, on one machine or many, and whose parts, one behind
the other, are what one run over all of it would have written."""

from newsbot.engines.on_ray import RayError

NEEDS_EXTRA = "shards on Ray need the extra: pip install 'newsbot[ray]'"
ADDRESS_NEEDS_EXTRA = "addresses such as s3:// need the extra: pip install 'newsbot[ray]'"


class ShardError(RayError):
    """A shard cannot be read, or the folder cannot be written or gone on with; the message names it."""
