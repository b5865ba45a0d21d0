"""Dates of the Indonesian press: printed date lines, machine-written dates, dates in running text."""

from ._lines import Beside, beside_date
from ._machine import MachineReading, parse_machine
from ._mentions import DateMention, find_mentions
from ._odd_forms import unglued
from ._reading import DateReading, parse_date
from ._relative import ends_with_age
from ._zones import zone_of

__all__ = [
    "Beside",
    "DateMention",
    "DateReading",
    "MachineReading",
    "beside_date",
    "ends_with_age",
    "find_mentions",
    "parse_date",
    "parse_machine",
    "unglued",
    "zone_of",
]
