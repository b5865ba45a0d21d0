"""Where a credit stands in a caption line: its label, its marks, and the seam where nothing marks it."""

from __future__ import annotations

import re

from newsbot.lexicon import alternation, any_of, cached, words

_OUTLET = r"[A-Z][\w.-]*"
_NAMES = r"[A-Z@][\w.@'’-]*(?:\s[A-Z][\w.'’-]*){0,2}"
_TAIL = r"(?:/[\w/.-]{1,20})?"


@cached
def label() -> re.Pattern[str]:
    """The label words at the start of a credit."""
    return re.compile(
        rf"^[\s/\-–—:|]*(?:©|\(c\)|{any_of('pictures.labels')}(?=\W|$)\s*+[:.]?|{any_of('pictures.colon_labels')}\s*+:)\s*+",
        re.IGNORECASE,
    )


@cached
def domain() -> re.Pattern[str]:
    """An outlet's address."""
    return re.compile(rf"(?<![\w-])[\w-]++\.{any_of('addresses.hosts.endings')}\b", re.IGNORECASE)


@cached
def marked() -> re.Pattern[str]:
    """A credit that its own label parts from the caption."""
    return re.compile(
        rf"""(?:^|(?<=\S)\s*/\s*|[\s,;|\-–—]{{1,8}}|(?<=[.!?]))
            (?P<credit>(?:©|\(c\)\s|copyright\s|(?<=[-–—]\s)foto\s(?=(?-i:[A-Z][\w.&/]+(?:\s[A-Z][\w.&/]*){{0,2}})$)|{any_of("pictures.marks")}\s?:
            |(?<=[.!?"”)]\s)(?:foto|photo)/(?=(?-i:[A-Z]))|(?:photo|image)\sby\s|courtesy\sof\s|foto\soleh\s)
            .{{2,140}})$""",
        re.IGNORECASE | re.VERBOSE,
    )


@cached
def slashed() -> re.Pattern[str]:
    """An agency or outlet in capitals and a name behind a slash: "ANTARA FOTO/Rina Ayu"."""
    agencies = alternation(map(str.upper, words("outlets.agencies.all", "outlets.agencies.capitals")))
    return re.compile(rf"[.!?\"”)]?\s(?P<credit>(?:{agencies}|TRIBUN[A-Z]*|[A-Z][\w.]*\.com)/\S.{{1,80}})$")


@cached
def dashed() -> re.Pattern[str]:
    """A source in capitals and a name behind a dash and around a slash: "Gula - POS PULAU/IDDA", "Gula - JIBI/Wira"."""
    source = r"[A-Z][A-Z.'’]*(?:\s[A-Z][A-Z.'’]*){0,2}"
    name = r"[A-Z][A-Za-z.'’]*(?:\s[A-Z][A-Za-z.'’]*){0,2}"
    return re.compile(
        rf"(?<=[\w.])\s[-–—|]\s(?P<credit>(?=[A-Z. ]{{4,}}\s?/\s?[A-Za-z. '’]{{3,}}$){source}\s?/\s?{name})$"
    )


DASHED_NAME = re.compile(
    r"(?<=[\w.])\s[-–—|]\s(?P<credit>(?P<source>[A-Z][A-Za-z.]{2,20})/(?P<name>[A-Z][\w.'’]*(?:\s[A-Z][\w.'’]*){1,2}))$"
)
"""One word and a whole name behind a dash and around a slash: "Gula - Lintang/Wira Teluk"."""


@cached
def named_source() -> re.Pattern[str]:
    """A source and a name behind a slash, after a full stop."""
    source = rf"(?:[A-Z](?:[\w-]|\.(?=\w)|\s(?=\w)){{1,28}}|[\w-]+\.{any_of('addresses.hosts.endings')})"
    return re.compile(
        rf"(?<=[.!?\"”])\s+(?:[-–—|]\s*)?(?P<credit>{source}/\s?[A-Z@][\w.@'’ -]{{2,40}}{_TAIL})$"
    )


@cached
def known_source() -> tuple[re.Pattern[str], ...]:
    """Credits that no full stop parts from the caption: only what is `known` as an outlet or agency tells them."""
    return (
        re.compile(
            rf"(?:^|\s)(?:[-–—|]\s)?(?P<credit>(?P<known>{_OUTLET}\s{_OUTLET})\s?/\s?{_NAMES}{_TAIL})$"
        ),
        re.compile(rf"(?:^|\s)(?:[-–—|]\s)?(?P<credit>(?P<known>{_OUTLET})\s?/\s?{_NAMES}{_TAIL})$"),
        re.compile(rf"^(?P<credit>(?!{_openers()}\b){_NAMES}\s?/\s?(?P<known>[^/]{{2,30}}))$"),
        re.compile(r"(?:(?<=[^\d\s])/|\s[/|–—-]\s)(?P<credit>(?P<known>[^/|]{2,30}))$"),
        re.compile(r"(?<=[.!?]\s)(?P<credit>(?P<known>[A-Z][\w-]+(?:\s[A-Z]\w+)?))$"),
        re.compile(
            r"(?<=[.!?]\s)(?P<credit>(?P<known>ANTARA FOTO|tangkapan layar|screenshot)\b.{0,60})$",
            re.IGNORECASE,
        ),
    )


@cached
def leading() -> tuple[re.Pattern[str], ...]:
    """A credit before its caption with no mark between ("KOMPAS.com/BUDI Warga antre").

    The printing itself shows the seam: a name in capitals before a word that is not, two words run together, a handle,
    a word that opens captions.
    """
    source = rf"(?:[\w-]+\.(?i:{any_of('addresses.hosts.endings')})|[A-Z]{{4,}})\s?/\s?"
    return (
        re.compile(
            rf"(?P<credit>{source}(?:[A-Z][A-Z.'’-]++\s){{0,6}}[A-Z.'’-]{{4,}}+(?<=[A-Z]{{4}}))\s(?=[A-Z][a-z])"
        ),
        re.compile(rf"(?P<credit>{source}(?:[A-Z]+\s){{0,3}}[A-Z]{{3,}})(?=[A-Z][a-z]{{2,}}\s)", re.ASCII),
        re.compile(rf"(?P<credit>{source}(?:[A-Z][a-z]+\s){{0,3}}[A-Z][a-z]{{3,}})(?=[A-Z][a-z]{{2,}}\s)"),
        re.compile(
            rf"(?P<credit>{source}[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,3}}?)\s(?={_openers()}\s[a-z])"
        ),
        # the paper's letters in quotation marks behind the photographer's name (pikiran-rakyat 2014)
        re.compile(r"(?P<credit>[A-Z][A-Z.'’ -]{4,40}/[\"“][A-Z]{2,6}[\"”])\s(?=[A-Z])"),
        # "Dok. Desa Teluk Pasak ulin yang ...": the last capital before small letters begins the caption
        re.compile(
            r"(?P<credit>(?:Dok|Doc|Dokumentasi)\b\.?:?\s?(?:[A-Z][\w.-]*\s){0,4}[A-Z][\w.-]*)"
            r"\s(?=[A-Z][\w-]*\s[a-z]+\s\S+\s\S)"
        ),
        re.compile(r"(?P<credit>DO[KC]\.?\s(?:[A-Z][A-Z.&'’-]*\s){0,4}[A-Z]{3,})\s?(?=[A-Z][a-z]{2,}\s)"),
        re.compile(rf"(?P<credit>(?i:{any_of('outlets.agencies.networks')})\s?/?\s?@[\w.]+)\s(?=[A-Z])"),
    )


def _openers() -> str:
    return alternation(word.capitalize() for word in words("pictures.openers"))
