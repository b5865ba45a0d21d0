"""What machine-written dates say, and how they are malformed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newsbot.language.dates import parse_machine


@pytest.mark.parametrize(
    ("text", "local", "hours", "precision", "defects"),
    [
        ("2019-05-07T06:42:09+07:00", "2019-05-07T06:42:09", 7, "second", ()),
        ("2019-05-07T06:42+07:00", "2019-05-07T06:42:00", 7, "minute", ()),
        ("2019-05-07T06:42:09+0000", "2019-05-07T06:42:09", 0, "second", ()),
        ("2019-05-07T06:42:09Z", "2019-05-07T06:42:09", 0, "second", ()),
        ("2019-05-07T06:42:09.123456Z", "2019-05-07T06:42:09", 0, "second", ()),
        ("20190507T064209Z", "2019-05-07T06:42:09", 0, "second", ()),
        ("2019-05-07T24:00:00+07:00", "2019-05-08T00:00:00", 7, "second", ()),
        ("2019-05-07", "2019-05-07T00:00:00", None, "day", ()),
        ("2019-05-07 06:42:09", "2019-05-07T06:42:09", None, "second", ("no_zone",)),
        ("2019-05-07T06:42:09", "2019-05-07T06:42:09", None, "second", ("no_zone",)),
        ("2019-05-07T06:42:09+07:00Z", "2019-05-07T06:42:09", 7, "second", ("two_zones",)),
        ("2019-05-07T06-42-09Z", "2019-05-07T06:42:09", 0, "second", ("dashes_in_time",)),
        ("2019-05-07 T06:42:09Z", "2019-05-07T06:42:09", 0, "second", ("space_before_t",)),
        ("2019-05-07 06:42 WIB", "2019-05-07T06:42:00", 7, "minute", ("not_iso",)),
        ("20190507 06:42", "2019-05-07T06:42:00", None, "minute", ("not_iso", "no_zone")),
        ("20190507064209", "2019-05-07T06:42:09", None, "second", ("not_iso", "no_zone")),
        ("2019/05/07 06:42:09", "2019-05-07T06:42:09", None, "second", ("not_iso", "no_zone")),
        ("7 Mei 2019 | 06:42", "2019-05-07T06:42:00", None, "minute", ("not_iso", "no_zone")),
        ("7 Mei 2019 | 06.42 WITA", "2019-05-07T06:42:00", 8, "minute", ("not_iso",)),
        ("Tue, 07 May 2019 06:42:09 GMT", "2019-05-07T06:42:09", 0, "second", ("not_iso",)),
        ("Tue, 07 May 2019 06:42:09 -0500", "2019-05-07T06:42:09", -5, "second", ("not_iso",)),
        ("Tue May 07 2019 06:42:09 GMT+0700", "2019-05-07T06:42:09", 7, "second", ("not_iso",)),
        (
            "Tue May 07 2019 06:42:09 GMT+0700 (Indochina Time)",
            "2019-05-07T06:42:09",
            7,
            "second",
            ("not_iso",),
        ),
        ("Tue May 07 06:42:09 WIB 2019", "2019-05-07T06:42:09", 7, "second", ("not_iso",)),
        ("  2019-05-07T06:42:09+07:00\n", "2019-05-07T06:42:09", 7, "second", ()),
    ],
)
def test_a_machine_date_says(
    text: str, local: str, hours: int | None, precision: str, defects: tuple[str, ...]
) -> None:
    reading = parse_machine(text)
    assert reading is not None
    assert reading.text == text
    assert reading.local.isoformat() == local
    assert reading.local.tzinfo is None
    assert reading.offset == (None if hours is None else timedelta(hours=hours))
    assert (reading.precision, reading.defects) == (precision, defects)


@pytest.mark.parametrize(
    "text",
    [
        "", "kemarin", "1557186129", "1557186129000", "12345678", "2019", "2019-05", "2019-02-30", "2019-13-01",
        "2019-05-07T25:00:00Z", "1970-01-01", "1970-01-01T07:00:00+07:00", "0001-01-01T00:00:00Z",
        "0000-00-00 00:00:00", "7 Mei", "7/5/19", "7-9 Mei 2019", "7 Mei 2019 di Jakarta", "2019-05-07 " * 20,
    ],
)  # fmt: skip
def test_what_says_no_date(text: str) -> None:
    assert parse_machine(text) is None
