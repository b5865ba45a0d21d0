"""Records without where their pages lay and how these were found: what two ways in may differ in."""


def without_place(record, *, found=True):
    """The record, changed: no `origin`, of no page that was joined either, and no `discovery` if that is `found`."""
    told = record["metadata"]
    for page in (told, *told["pages"]):
        page.pop("origin")
    if found:
        told.pop("discovery")
    return record
