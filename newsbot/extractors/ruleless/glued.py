"""What markup glues to a writer's name: the label of a date, a post, what he is behind his degree."""

from __future__ import annotations

import re

from newsbot.lexicon import alternation, cached, forms, labels, words


def parted(text: str) -> str:
    """The line with a bar where these begin: "Rina AyuContributor", "Rina Ayu, M.Si.Dosen Universitas Lintang"."""
    text = _AVATAR.sub("", text)
    text = _glued_role().sub(" | ", _stamped().sub(" | ", text))
    return _glued_degree().sub(r"\g<0> | ", text) if "," in text else text


_AVATAR = re.compile(r"^(?P<one>[A-Z])(?P<two>[A-Z])[A-Z]? \| (?=(?P=one)\w+(?: \w+)*? (?P=two))")
"""The initials that stand for a portrait before the name: "RA | Rina Ayu"."""


@cached
def _stamped() -> re.Pattern[str]:
    """The label of a date that markup sets beside a name or glues to it (fimela 2025, tirto 2026)."""
    return re.compile(rf"{alternation(map(str.capitalize, words('calendar.stamps')))}(?=\W|$)")


@cached
def _glued_role() -> re.Pattern[str]:
    """The post that markup glues to the name before it: "<b>Rina Ayu</b><i>Contributor</i>"."""
    roles = alternation(
        label.capitalize() for label in (*labels("glued"), *words("roles.labels.contributor"))
    )
    return re.compile(rf"(?<=[a-z]){roles}s?$")


@cached
def _glued_degree() -> re.Pattern[str]:
    """A degree with its full stop, right before another word with a capital."""
    return re.compile(rf",\s?(?:{forms('names.degrees')})[A-Za-z]{{0,3}}\.(?=[A-Z][a-z]{{2}})")
