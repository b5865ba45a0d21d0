"""Datelines: "TRIBUNSOLO.COM, JAKARTA --", "Jakarta (ANTARA) -", "KUTA, KOMPAS.com —" cut from the first paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from newsbot.language.captions import OPENERS
from newsbot.language.names import PROVINCES, is_outlet
from newsbot.language.places import PLACES
from newsbot.language.text import clean, fold

_DASH = r"(?:\s*(?:--+|[-‐‑–—―−]{1,3})\s*)"
# a colon behind the outlet's name, its blank forgotten or not ("BATAM, CONTOH.CO :Warga", posmetro 2025)
_END = rf"(?P<dash>{_DASH}|:(?=[\sA-Z\"“]))\s*"
# the dash of a place alone stands apart at least on one side: "COVID-19" and "TNI-Polri" begin sentences
_PARTED = r"(?:\s*(?:--+|[‐‑–—―−]{1,3})\s*|\s+-\s*|\s*-\s+)"
_WORD = r"[A-Z\u00c0-\u00de][\w.'’`]*"
_GLUE = r"(?:\s(?:dan|di|and|of|the|de|al|el)\b)?"
_PLACE = rf"{_WORD}(?:{_GLUE}[\s\-]{_WORD}){{0,4}}(?:(?:\s?,\s?|\s?/\s?){_WORD}(?:\s{_WORD}){{0,3}}){{0,2}}"
_CAPS = r"[A-Z]{3,}(?:[ /][A-Z]{2,}){0,3}"
_ANY_BRAND = r"[A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*\s?\.(?:com|co\.id|id|net|tv|co|org|news|asia)(?:®)?"
_AGENCY = (
    r"(?:ANTARA(?:\s+News)?|Antara(?:\s+News)?|CNN Indonesia|CNBC Indonesia|PIKIRAN RAKYAT|VIVA(?:\.co\.id)?)"
)
_KNOWN = "|".join(re.escape(form) for place in PLACES for form in (place, place.upper()))
_SENTENCE = r"(?=[A-Z\d\"“'‘])"
MAX_PREFIX = 120
"""Characters at the start of a paragraph in which a dateline is looked for."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """`raw` the prefix as printed, `place` the printed place or None where only the outlet signs, `rest` the text."""

    raw: str
    place: str | None
    rest: str


@lru_cache(maxsize=256)
def _grammar(brands: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    own = "|".join(sorted((re.escape(b).replace(r"\ ", r"\s?") for b in brands), key=len, reverse=True))
    brand = rf"(?:{own + '|' if own else ''}{_AGENCY}|{_ANY_BRAND})"
    brand_free = rf"(?i:{brand})"
    bare = (
        # JAKARTA KOMPAS.com - : the comma forgotten, so only a place in capitals and the outlet's own name
        re.compile(rf"(?P<place>{_CAPS})[\s.]{{1,2}}(?i:{own})\s?{_END}"),
        # Liputan6.com, Jakarta Hujan turun : no dash, so only the outlet's own name and a place that is known
        re.compile(rf"(?i:{own}),\s?(?P<place>{_KNOWN})\s?(?=[A-Z][a-z]|[\"“])"),
        # JAKARTA, KOMPAS.com Hujan turun ; Jakarta (ANTARA). Hujan turun
        re.compile(rf"(?P<place>{_KNOWN})\s?(?:,\s?(?:{own})|,?\s?\(\s?(?:{own})\s?\))[.,]?\s{_SENTENCE}"),
        # DEPOK--MICOM: (mediaindonesia 2011)
        re.compile(rf"(?P<place>{_KNOWN}){_DASH}(?i:{own})\s?{_END}"),
        # RMOL. Hujan turun ; Suara.com. Hujan turun
        re.compile(rf"(?:{own})\.\s{_SENTENCE}"),
        # AKURAT.CO Hujan turun : nothing parts them, so only a domain in capitals before a sentence
        re.compile(rf"(?=[A-Z\d-]+\.[A-Z.]+\s)(?:{own})\s(?=[A-Z][a-z]+[\s,][^.]|[\"“])"),
    )
    # SAMARINDA.NIAGA.ASIA — : read before any domain is
    domain = re.compile(rf"(?P<place>{_KNOWN})\.(?:{own})\s?{_END}")
    return (
        *((domain,) if own else ()),
        # SURYA.CO.ID - SURABAYA - : two dashes, so what stands between is a place in capitals or a known one
        re.compile(
            rf"{brand_free}{_DASH}(?P<place>{_KNOWN}|[A-Z][A-Z '’]{{2,24}}[A-Z])(?:{_PARTED}|\s?:\s){_SENTENCE}"
        ),
        # TRIBUNNEWS.COM, Jakarta. ; KONTAN.CO.ID - Jakarta.
        re.compile(rf"{brand_free}(?:{_DASH}|,\s?)(?P<place>{_KNOWN})\s?\.\s{_SENTENCE}"),
        # KONTAN.CO.ID - JAKARTA. ; TRIBUNNEWS.COM, JAKARTA.
        re.compile(rf"{brand_free}(?:{_DASH}|,\s?)(?P<place>[A-Z][A-Z .'’/-]+[A-Z])\s?[.,]\s{_SENTENCE}"),
        # TRIBUNSOLO.COM, JAKARTA --
        re.compile(
            rf"[\[(]?{brand_free}[\])]?\s?(?P<mark>[,:|])?\s?(?P<place>{_PLACE})?\s?,?"
            rf"\s?(?:\([^)]{{2,40}}\)\s?)?{_END}"
        ),
        # JAKARTA, KOMPAS.com - ; Jakarta (ANTARA) -
        re.compile(
            rf"(?P<place>{_PLACE})\s?(?:[,|/]\s?{brand_free}|,?\s?(?:\d{{1,2}}/\d{{1,2}}\s)?"
            rf"\(\s?{brand_free}(?:[\s/][\w/ -]{{1,24}})?\s?\))\s?{_END}"
        ),
        *(bare if own else ()),
    )


@lru_cache(maxsize=256)
def _bold_grammar(brands: tuple[str, ...]) -> re.Pattern[str]:
    own = "|".join(sorted((re.escape(b).replace(r"\ ", r"\s?") for b in brands), key=len, reverse=True))
    brand = rf"(?:{own + '|' if own else ''}{_AGENCY}|{_ANY_BRAND})"
    return re.compile(
        rf"(?:(?i:{brand})(?:\s?[,:]\s?(?P<place>{_PLACE}))?|(?P<first>{_PLACE})\s?[,(]\s?(?i:{brand})\)?)\s*[,.]?(?:{_DASH})?"
    )


_CITY = re.compile(rf"(?P<place>{_PLACE})(?P<dash>{_PARTED}|:\s)")
_KNOWN_AND_STOP = re.compile(rf"(?P<place>{_KNOWN})\.\s{_SENTENCE}")
_CAPS_AND_STOP = re.compile(
    rf"(?P<place>{'|'.join(re.escape(place.upper()) for place in PLACES)})\.\s{_SENTENCE}"
)
_CAPS_CITY = re.compile(r"(?P<place>[A-Z][A-Z .,'’/]{2,40}?[A-Z])(?P<dash>\s*(?:--+|[-–—]{1,2})\s+)")


def split_dateline(
    text: str, *, brands: tuple[str, ...] = (), bold: str = "", city_only: bool = False
) -> Dateline | None:
    """The dateline at the start of a first paragraph, or None where there is none.

    `brands` are the names the outlet signs with, `bold` is the bold run the paragraph begins with (a bold
    dateline needs no dash: "Liputan6.com, Jakarta" in <b>), `city_only` is True for outlets whose dateline is
    a place alone ("Jakarta - " on detik, "JAKARTA - " on okezone).

    >>> split_dateline("TRIBUNSOLO.COM, JAKARTA --Hingga kini warga menunggu.")
    Dateline(raw='TRIBUNSOLO.COM, JAKARTA --', place='JAKARTA', rest='Hingga kini warga menunggu.')
    >>> split_dateline("Jakarta (ANTARA) - Hujan turun.").place
    'Jakarta'
    >>> split_dateline("Harga beras naik - begitu kata pedagang.") is None
    True
    """
    head = text[:MAX_PREFIX]
    for pattern in _grammar(brands):
        if match := pattern.match(head):
            said = match.groupdict()
            place = said.get("place")
            if (
                place
                and said.get("mark", ",") is None
                and (fold(place) in PROVINCES or not (place.isupper() or _is_known(place)))
            ):
                place = None  # "VIVA Militer -", "GenPI.co JABAR -": a channel or edition behind the outlet's name
            return _cut(text, match.end(), place, brands)
    if bold and (match := _bold_grammar(brands).fullmatch(bold)):
        end = len(bold)
        dash = re.match(_DASH, text[end:])
        return _cut(text, end + (dash.end() if dash else 0), match["place"] or match["first"], brands)
    return _city_dateline(text, head, bold, city_only)


_BOLD_CITY = re.compile(rf"(?P<place>{_PLACE})\s?[.:]\s")


def _city_dateline(text: str, head: str, bold: str, city_only: bool) -> Dateline | None:
    """A place alone: in capitals anywhere, else only where the outlet is known to sign so or the place is bold."""
    match = _CAPS_CITY.match(head)
    if not match and (city_only or bold):
        match = _CITY.match(head)
        if match and not city_only and not (bold and bold.rstrip(" -–—:") == match["place"].strip()):
            match = None
    if (
        not match and city_only and bold
    ):  # "Jakarta. Warga ..." in bold (jakartaglobe), "Jakarta: " (metrotvnews)
        match = _BOLD_CITY.match(head) if bold.rstrip().endswith((".", ":")) else None
    match = match or (_KNOWN_AND_STOP if city_only else _CAPS_AND_STOP).match(head)
    if (
        not match
        or len(match["place"].split()) > 6
        or not _may_be_place(match["place"], text[match.end() :], bold)
    ):
        return None
    return _cut(text, match.end(), match["place"], ())


def _may_be_place(place: str, rest: str, bold: str) -> bool:
    """Whether words before a dash can be a place: no acronym, no person with a title, no outlet, no clause.

    "PSSI - Federasi itu", "Presiden Wira - wakilnya" and "Polisi: ..." begin sentences; what the page prints in bold
    is believed.
    """
    if bold and bold.rstrip(" -–—:.") == place:
        return True
    words = fold(place).split()
    if words[0] in _NO_PLACES:
        return False
    if words[0] in _AREAS or _is_known(place):
        return True
    if is_outlet(place) or any(word in ("dan", "and") for word in words):
        return False
    if place.isupper():
        return len(words) > 1 or bool(_SPEAKABLE.search(place))
    return rest[:1].isupper() or not rest[:1].isalpha()


def _is_known(place: str) -> bool:
    """Whether a part of a printed place is in the list: "Mataram, NTB", "Kabupaten Bandung"."""
    return any(fold(part).strip() in _FOLDED for part in re.split(r"[,/(]", place))


_AREAS = frozenset(("kota", "kabupaten", "kab", "kab.", "pulau", "kecamatan", "desa", "provinsi"))
_NO_PLACES = frozenset(
    (*OPENERS, "pt", "cv", "menurut", "dilansir", "dikutip", "sementara", "namun", "tim", "pada")
)
_RUBRICS = frozenset(("info", "advertorial", "opini", "kolom", "infografis"))
"""First words of a rubric that stands where a place does: "INFO NASIONAL –" (tempo 2025)."""
_FOLDED = frozenset(map(fold, PLACES))
_SPEAKABLE = re.compile(
    r"^(?=.{5})(?:[^AEIOU]{0,3}[AEIOU]{1,3}){2,}[^AEIOU]{0,3}$|^[^AEIOU]{1,2}[AEIOU][^AEIOU]{1,2}[AEIOU]$"
)


def _cut(text: str, end: int, place: str | None, brands: tuple[str, ...]) -> Dateline:
    place = clean(place or "").strip(" ,-–—:.|/") or None
    own = {fold(brand) for brand in brands}
    if place and (fold(place) in own or is_outlet(place) or fold(place).split()[0] in _RUBRICS):
        place = None
    if place and "," in place:  # "JAKARTA, KOMPASTV": the outlet under a name that no declaration has
        first, _, last = place.rpartition(",")
        place = first.strip() if is_outlet(last) else place
    return Dateline(text[:end].strip(), place, text[end:].lstrip(" -–—"))
