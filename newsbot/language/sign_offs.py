"""Sign-offs: what stands below a text and says who wrote it: initials, desk codes, a name or an agency in brackets."""

from __future__ import annotations

import re

from newsbot.language.names import is_organisation, is_outlet, person_name
from newsbot.language.text import ANY_BLANKS, BLANKS, fold, is_closed
from newsbot.lexicon import any_of, cached, word_set

_AGENCIES = ("outlets.agencies.all", "outlets.agencies.sign")
_CREDITS = (*_AGENCIES, "outlets.agencies.credit")
_SIGN_OFF = re.compile(
    ANY_BLANKS + r"[(\[]\s*+(?P<mark>[A-Za-z]{1,6}(?:\s*[/\-]\s*(?:[A-Za-z]{2,6}|[A-Z]{1,3}-\d{1,2})){1,3}"
    r"|[A-Za-z*][\w.]{0,9}/[A-Z]{1,3}-\d{1,2}|[a-z]{2,4}|[A-Z]{1,2}-\d{1,2}|\*+(?:/[\w ]++)?)\s*[)\]]\s*\.?$"
)
_PART = r"\*{0,3}(?:[A-Za-z]{1,6}\d{0,3}|[A-Za-z]\d{1,2}[A-Za-z]{1,3})\*{0,3}"
_PARTS = rf"(?:{_PART}|\*{{1,5}})(?:\s*/\s*(?:{_PART}|\d{{1,2}}|[A-Z]{{1,3}}-\d{{1,2}}|\*{{1,5}})){{1,4}}"
_DESKS = r"[A-Z]{1,2}\d{1,3}(?:,\s?[A-Z]{1,2}\d{1,3}){0,3}-\d{1,3}"
"""The codes of two desks and the page, as a paper of Semarang signed until 2012: "(H22,K14-87)"."""
_CODE = r"[a-z]{1,3}\d{1,2}[a-z]{0,2}"
# "(a2s/fem)", "(*/nyc*/ndy/k9)", "[AZF]": forms that sentences have in brackets as well, so only behind a full stop
_BEHIND_SENTENCE = re.compile(
    rf"{ANY_BLANKS}[(\[]\s*+(?P<mark>{_PARTS}|{_CODE}|\d{{1,3}}\s?/\s?[a-z]{{2,5}}|[a-z]{{2,4}}-\d{{1,3}}|[A-Z]{{2,4}}|[a-z]{{2,4}}|\d{{3}}|[A-Z]{{1,2}}-\d{{1,2}}|{_DESKS})\s*[)\]]\s*\*{{0,3}}\.?$"
)
# "(Rindra/balipost)", "(T.A034/B/M027)", "(Red)": words as any other, so only where nothing else can be meant
_SITE = r"[a-z][\w-]{2,24}(?:\.[a-z]{2,4}){1,2}(?=\s*[)\]])"
_WORD = r"\*{0,3}[A-Za-z][\w.,:&-]{0,13}"
_BY_WORDS = re.compile(
    rf"{ANY_BLANKS}[(\[]\s*+(?P<mark>{_WORD}(?:(?:\s[A-Z][\w.]{{0,13}}){{0,3}}(?=\s?/)(?:\s?/\s?(?:{_SITE}|{_WORD}(?:\s(?:dan\s)?[A-Z\d][\w.]{{0,13}}){{0,5}}|\d{{1,3}})){{1,4}})?)"
    r"\s*[)\]]\s*\*{0,3}\.?$"
)
# "(kabarlintang.co.id/wira teluk)": the outlet's address and who wrote it (banjarmasinpost 2020)
_SITE_AND_WRITER = re.compile(
    r"[(\[]\s*+(?P<mark>[a-z][\w-]{2,30}(?:\.[a-z]{2,8}){1,2}\s?/\s?[a-z][a-z.'’ ]{1,40})\s*[)\]]\.?",
    re.IGNORECASE,
)
_LONGEST_INITIALS = 4
_BARE = re.compile(
    rf"[-–—\s]*(?:\*{{1,5}}\s+|/)?(?P<mark>{_PARTS}|{_CODE}|[A-Z]{{2,4}}|[bcdfghjklmnpqrstvwxz]{{2,4}})[-–—.\s]*"
)
# rs/hp (dpa, rtr): initials and the agencies used (dw); ers/N-3: initials and the desk (koran-jakarta 2013)
# ant/ahi: an agency and initials (republika 2009); */nyc: behind a star
_UNBRACKETED = re.compile(
    r"(?:^|(?<=[.!?\"”])\s+)"
    r"(?P<mark>[a-z]{2,4}(?:(?:/[a-z]{2,4}){1,2}\s?\([A-Za-z][A-Za-z ,/.]{1,40}\)|/[A-Z]{1,3}-\d{1,2})"
    r"|(?<=\s)(?:[a-z]{2,4}(?:/[a-z]{2,4}){1,2}|[A-Z]{2,4}(?:/[A-Z]{2,4}){1,2}|\*{0,3}/[a-z]{2,4}))\.?$"
)
# @wira_LK: the reporter's account (lensaindonesia 2014)
_ACCOUNT = re.compile(r"(?<=[.!?\"”])\s?(?P<mark>@[A-Za-z]\w{2,23})$")
# kbc9: a code of letters and a figure, bare (kabarbisnis 2014)
_BARE_CODE = re.compile(r"(?<=[.!?\"”])\s(?P<mark>[a-z]{2,3}\d{1,2})$")
_SOURCE = re.compile(
    r"(?:(?<=[.!?\"”])\s*|^)[(\[]\s*(?:(?i:sumber|source)\s?:\s?)?(?P<name>[A-Za-z][\w.]+(?:\s[A-Z]\w+){0,3})\s*[)\]]\.?$"
)
_END_MARK = re.compile(
    rf"(?:{BLANKS}(?:\*{{1,5}}|#{{2,4}}|\[\s?\])|(?<=[.!?\"”)])\*{{1,5}}|(?<=\))\d{{6,10}})$"
)
_SLASH = re.compile(rf"{ANY_BLANKS}/\s*+")
_STARRED = re.compile(r"\*+(?:/\w[\w ]{6,})?")
_ENDS = '.!?"”*'
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_BEHIND_BRACKET = " \n*."
_REPORTER = re.compile(
    ANY_BLANKS + r"[(\[]\s*+(?P<name>[A-Z][\w.'’]+(?:\s+[A-Z][\w.'’]*){1,4})\s*[)\]]\s*\.?$"
)


def split_sign_off(text: str, *, alone: bool = False) -> tuple[str, str | None]:
    """The last paragraph without its sign-off, and the sign-off as printed without brackets.

    Lower-case initials "(vyp/kna)", desk codes "(H-4)" and end marks "(*)" anywhere; what sentences have in brackets as
    well, "(a2s)", "(*/nyc)", "(KPK)", behind a full stop or where it stands `alone` as a block of its own.

    >>> split_sign_off("Hujan reda. (vyp/kna)"), split_sign_off("Hujan reda. (*/a2s/k9)")
    (('Hujan reda.', 'vyp/kna'), ('Hujan reda.', '*/a2s/k9'))
    >>> split_sign_off("diperiksa penyidik (KPK)")
    ('diperiksa penyidik (KPK)', None)
    """
    if not alone or (text[:1] in ("(", "[") and text.endswith("*")):
        text = _END_MARK.sub("", text)
    if signed := _signed_bare(text):
        return text[: signed.start()].rstrip(), signed["mark"]
    # few paragraphs end in brackets, and to search each for what may stand there costs a fiftieth of a record
    in_brackets = text.rstrip(_BEHIND_BRACKET).endswith((")", "]"))
    if in_brackets and (match := _signed_in_brackets(text, alone=alone)):
        return _without(text, match)
    if in_brackets and text[:1] in ("(", "[") and "/" in text and (names := _whole_names(text)):
        return "", names
    if alone:
        if "/" in text and (signed := _SITE_AND_WRITER.fullmatch(text)):
            return "", signed["mark"]
        inner = text.strip(" ()[].")
        if _ACRONYM.fullmatch(inner) and text.strip()[0] in "([":
            return "", inner
    return text, None


def _signed_bare(text: str) -> re.Match[str] | None:
    signed = _UNBRACKETED.search(text) if "/" in text else None
    if signed is None and text[-1:].isdecimal():
        signed = _BARE_CODE.search(text)
    return signed or (_ACCOUNT.search(text) if "@" in text else None)


def _whole_names(text: str) -> str | None:
    """The names of a block that is nothing but those of writer and editor in brackets: "(Wira Teluk/Laksmi Asih)"."""
    parts = [part.strip() for part in text.strip(" ()[].*").split("/")]
    is_named = all(_FULL_NAME.fullmatch(part) and person_name(part) for part in parts)
    return "/".join(parts) if is_named and 1 < len(parts) <= _MOST_WHOLE else None


_MOST_WHOLE = 3


def _signed_in_brackets(text: str, *, alone: bool) -> re.Match[str] | None:
    for match in (_SIGN_OFF.search(text), _BEHIND_SENTENCE.search(text)):
        if match and not _is_model(text, match) and not _may_be_text(text, match):
            return match
    named = _BY_WORDS.search(text)
    is_sign = named and _is_sign(text[: named.start()].rstrip(), named["mark"], alone=alone)
    return named if is_sign else None


def _without(text: str, match: re.Match[str]) -> tuple[str, str]:
    rest = text[: match.start()].rstrip()
    return _END_MARK.sub("", rest) if rest else "", _SLASH.sub("/", match["mark"].strip())


def _is_sign(before: str, mark: str, *, alone: bool) -> bool:
    """Whether words in brackets sign: behind a full stop, or parted by slashes in a block of their own; the source of
    a text has a name of its own, that of a picture stands among the paragraphs."""
    parts = [part.strip() for part in mark.split("/")]
    if word_set("names.closing").intersection(map(fold, parts)):
        return False
    is_short = any(len(part) <= _LONGEST_INITIALS for part in parts) or _is_account_of_outlet(parts)
    if not is_short and any(fold(part) in word_set(*_CREDITS) or is_outlet(part) for part in parts):
        return False
    if before:
        is_source = len(parts) == 1 and fold(mark) in word_set(*_AGENCIES)
        return before[-1] in _ENDS and not is_source and not (mark.isupper() and mark in before)
    if len(parts) == 1:
        return alone and is_short and not mark.isupper() and fold(mark) not in word_set(*_CREDITS)
    return alone


def _is_account_of_outlet(parts: list[str]) -> bool:
    """Whether a mark is small letters of somebody's and an outlet's address: "[wira/voa-lintang.com]"."""
    first, last = parts[0], parts[-1]
    return (
        len(parts) == 2
        and first.isalpha()
        and first.islower()
        and not is_outlet(first)
        and "." in last
        and is_outlet(last)
    )


def is_initials(mark: str) -> bool:
    """Whether a sign-off holds somebody's initials: asterisks alone, or before a whole name, are nobody's.

    >>> is_initials("*/nyc"), is_initials("*"), is_initials("*/Wira Teluk")
    (True, False, False)
    """
    return not _STARRED.fullmatch(mark)


def bare_sign_off(line: str, story: str) -> str | None:
    """The sign-off that a last line is without brackets, None where it is another word or one of the `story`.

    >>> bare_sign_off("AZF", "Hujan reda."), bare_sign_off("*** a2s/7", "Hujan reda.")
    ('AZF', 'a2s/7')
    >>> bare_sign_off("KPK", "Kata KPK.") is None
    True
    """
    match = _BARE.fullmatch(line)
    if match is None or fold(match["mark"]) in word_set("names.closing"):
        return None
    mark = match["mark"]
    said = set(re.findall(r"[\w*]+", story))
    parts = re.findall(r"\w+", mark)
    return None if said.intersection(parts) or all(map(str.isdecimal, parts)) else mark


def _may_be_text(text: str, match: re.Match[str]) -> bool:
    """Whether a mark that sentences have in brackets as well stands within one, is its source or is named by it."""
    before, mark = text[: match.start()].rstrip(), match["mark"]
    if match.re is _SIGN_OFF:  # "80 kilometer (km).": the full stop of a sentence that the bracket is part of
        return text.endswith(".") and "/" not in mark and bool(before) and before[-1] not in _ENDS
    if before and before[-1] not in _ENDS:
        return True
    return mark.isupper() and (mark in before or fold(mark) in word_set(*_AGENCIES) or is_outlet(mark))


def _is_model(text: str, match: re.Match[str]) -> bool:
    """A code in brackets inside a sentence, "jet tempur (F-16)", is no desk code: that stands behind a full stop."""
    code = any(c.isdigit() for c in match["mark"]) and "/" not in match["mark"]
    before = text[: match.start()].rstrip()
    return code and bool(before) and not is_closed(before)


def split_reporter_credit(text: str) -> tuple[str, str | None]:
    """The last paragraph without a closing reporter credit in brackets, and the name it prints.

    >>> split_reporter_credit("Sidang ditunda. (Luh Wayanti)")
    ('Sidang ditunda.', 'Luh Wayanti')
    >>> split_reporter_credit("Puasa itu sunah. (HR Muslim).")[1] is None
    True
    """
    match = _REPORTER.search(text)
    before = text[: match.start()].rstrip() if match else ""
    # on a line of its own it is one as well (okezone 2025)
    if not match or (before and not before.endswith(tuple(_ENDS))):
        return text, None
    if match["name"].split()[0].lower() in word_set("names.quoted"):
        return text, None
    if not before and word_set("names.closing").intersection(match["name"].lower().split()):
        return text, None
    name = person_name(match["name"])
    return (text[: match.start()].rstrip(), name) if name else (text, None)


def reporter_before_outlet(mark: str) -> str | None:
    """The whole name that a sign-off prints before an outlet's: "Made Wira/kabarlintang".

    >>> reporter_before_outlet("Luh Wayanti/balipost"), reporter_before_outlet("wir/lak")
    ('Luh Wayanti', None)
    >>> reporter_before_outlet("Wayanti/Biro Gianyar")
    'Wayanti'
    """
    name, slash, rest = (part.strip() for part in mark.partition("/"))
    if slash and _bureau().fullmatch(rest) and _FIRST_NAME.fullmatch(name):
        return person_name(name)
    if not slash or "/" in rest or not _FULL_NAME.fullmatch(name) or is_outlet(name):
        return None
    return person_name(name)


@cached
def _bureau() -> re.Pattern[str]:
    """A desk of the outlet somewhere in the country, before which a writer of one name signs as well."""
    return re.compile(
        rf"(?:biro|perwakilan|{any_of('roles.posts.before_names')})\s[A-Z][\w ]+", re.IGNORECASE
    )


_FIRST_NAME = re.compile(r"[A-Z][a-z]{3,}(?:\s[A-Z][\w.'’]*){0,3}")
_FULL_NAME = re.compile(r"[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]*){1,3}")


def split_source(text: str) -> tuple[str, str | None]:
    """The last paragraph without the agency or outlet in brackets that signs it, and that name.

    >>> split_source("Hujan reda. (Antara)"), split_source("Hujan reda. (KPK)")[1]
    (('Hujan reda.', 'Antara'), None)
    """
    if text.isupper() and fold(text) in word_set(*_AGENCIES):
        return "", text  # on a line of its own (tempo 2015)
    match = _SOURCE.search(text)
    if match and (fold(match["name"]) in word_set(*_AGENCIES) or is_organisation(match["name"])):
        return text[: match.start()].rstrip(), match["name"]
    return text, None
