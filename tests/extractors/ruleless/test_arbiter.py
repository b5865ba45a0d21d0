"""The second opinion is asked in full on pages as they are, and without its costly half on pages of absurd depth."""

import pytest
import trafilatura

from newsbot.extractors.ruleless.arbiter import told_text
from newsbot.pages.page import Page
from newsbot.snapshot import Snapshot

STORY = "".join(
    f"<p>Petani garam di Teluk Biru memanen {n} ton garam sejak Rabu pekan lalu.</p>" for n in range(9)
)


@pytest.mark.parametrize(("levels", "is_fast"), [(20, False), (60, True)])
def test_its_second_reading_is_left_out_where_elements_nest_deep(monkeypatch, levels, is_fast):
    """That reading asks each element for all the links in it: with 250 levels and 1,700 links, for seconds."""
    asked, extract = [], trafilatura.extract
    monkeypatch.setattr(
        trafilatura, "extract", lambda *tree, **how: asked.append(how["fast"]) or extract(*tree, **how)
    )
    page = Page.parse(Snapshot(f"<html><body>{'<div>' * levels}{STORY}</body></html>".encode(), None, 200))
    assert "memanen 3 ton" in told_text(page)
    assert asked == [is_fast]
