"""Which XPath costs the square of its page: told from the expression, without a page and without a clock.

libxml2 compares each element that a step finds with all that it has found, unless the step cannot find one twice (a
child, an attribute). So a step below, beside or above many elements is quadratic in them (``//a//b``), and so are a
union of two sets and a look at siblings, or at the whole page, from a predicate that many elements are asked.

Run ``python -m benchmarks.xpath_steps EXPRESSION ...`` to have faults named.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_TOKEN = re.compile(
    r"\s*(?:(?P<literal>'[^']*'|\"[^\"]*\")|(?P<number>\d+(?:\.\d*)?)|(?P<axis>[a-z-]+)\s*::"
    r"|(?P<name>[A-Za-z_][\w-]*(?:\.[\w-]+)*|\*)|(?P<mark>//|\.\.|!=|<=|>=|[/|.@()\[\],=<>+-]))"
)
_WORDS = frozenset(("and", "or", "div", "mod", "*"))
_OPERATORS = frozenset(("=", "!=", "<", "<=", ">", ">=", "+", "-", "|"))
_SIBLINGS = frozenset(("following", "preceding", "following-sibling", "preceding-sibling"))
_SURE = frozenset(("child", "attribute", "self"))
"""Axes on which two elements never find the same."""


def faults(expression: str) -> list[str]:
    """What of an XPath costs the square of the page, in words; nothing where it is linear.

    >>> faults("//div[contains(@class,'isi')]/p"), faults("(//article//p)[1]")
    ([], ['p on the axis descendant of many'])
    """
    return _Reading(expression).faults


class _Reading:
    """One expression, read from its first token to its last."""

    def __init__(self, expression: str) -> None:
        self.faults: list[str] = []
        self._tokens = [
            (match.lastgroup or "", match[match.lastgroup or 0]) for match in _TOKEN.finditer(expression)
        ]
        self._next = 0
        self._expression(by_many=False)
        if self._next < len(self._tokens):
            raise ValueError(f"{expression!r} ends at {self._tokens[self._next]}")

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._next] if self._next < len(self._tokens) else ("", "")

    def _take(self, *wanted: str) -> bool:
        """Whether the next token is one of these marks; then it is read."""
        is_it = self._peek()[0] == "mark" and self._peek()[1] in wanted
        self._next += is_it
        return is_it

    def _expression(self, *, by_many: bool) -> bool:
        """Whether it may give many elements; `by_many` where many elements ask it."""
        many = self._path(by_many=by_many)
        while self._is_operator():
            _, operator = self._peek()
            self._next += 1
            other = self._path(by_many=by_many)
            if operator == "|":
                if many and other:
                    self.faults.append("union of many")
                many = True
        return many

    def _is_operator(self) -> bool:
        kind, said = self._peek()
        return (kind == "mark" and said in _OPERATORS) or (kind == "name" and said in _WORDS)

    def _path(self, *, by_many: bool) -> bool:
        self._take("-")
        many = False
        if self._take("/", "//"):
            if by_many:
                self.faults.append("the whole page, asked by many")
            self._next -= 1
        else:
            many = self._begin(by_many=by_many)
        while self._take("/", "//"):
            below = self._tokens[self._next - 1][1] == "//"
            if self._is_step():
                many = self._step(many=many, below=below, by_many=by_many)
        return many

    def _is_step(self) -> bool:
        kind, said = self._peek()
        return kind in ("axis", "name") or said in (".", "..", "@")

    def _begin(self, *, by_many: bool) -> bool:
        """The first part of a path that does not begin at the root."""
        kind, _ = self._peek()
        if kind in ("literal", "number"):
            self._next += 1
            return False
        if self._take("("):
            many = self._expression(by_many=by_many)
            self._take(")")
            return self._predicates(many=many, from_many=False, by_many=by_many)
        if (
            kind == "name"
            and self._tokens[self._next + 1 : self._next + 2] == [("mark", "(")]
            and not self._is_test()
        ):
            return self._call(by_many=by_many)
        return self._step(many=False, below=False, by_many=by_many)

    def _is_test(self) -> bool:
        return self._peek()[1] in ("node", "text", "comment")

    def _call(self, *, by_many: bool) -> bool:
        self._next += 2
        while not self._take(")"):
            self._expression(by_many=by_many)
            self._take(",")
        return False

    def _step(self, *, many: bool, below: bool, by_many: bool) -> bool:
        axis, test = self._axis_and_test()
        if below:
            axis = "descendant"
        if many and axis not in _SURE:
            self.faults.append(f"{test} on the axis {axis} of many")
        is_next = test == "*" and self._tokens[self._next : self._next + 3] == [
            ("mark", "["), ("number", "1"), ("mark", "]"),
        ]  # fmt: skip
        if by_many and axis in _SIBLINGS and not is_next:
            self.faults.append(f"{test} on the axis {axis}, asked by many")
        found = many if axis in ("attribute", "self", "parent") else True
        return self._predicates(many=found, from_many=many, by_many=by_many)

    def _axis_and_test(self) -> tuple[str, str]:
        kind, said = self._peek()
        self._next += 1
        if said in (".", "..") and kind == "mark":
            return ("self" if said == "." else "parent"), "node()"
        axis = said if kind == "axis" else "attribute" if said == "@" else "child"
        if kind == "axis" or said == "@":
            said = self._peek()[1]
            self._next += 1
        if self._take("("):
            self._take(")")
        return axis, said

    def _predicates(self, *, many: bool, from_many: bool, by_many: bool) -> bool:
        """Whether many are left after the predicates."""
        while self._take("["):
            begin = self._next
            self._expression(by_many=many or by_many)
            said = self._tokens[begin : self._next]
            self._take("]")
            if not from_many and _is_place(said):
                many = False
        return many


def _is_place(said: list[tuple[str, str]]) -> bool:
    """Whether a predicate leaves one element, or few, of those that one step found."""
    words = [word for _, word in said]
    return (len(said) == 1 and said[0][0] == "number") or words[:3] in (
        ["last", "(", ")"],
        ["position", "(", ")"],
    )


def _told(expressions: list[str]) -> Iterator[str]:
    for expression in expressions:
        yield f"{expression}: {'; '.join(faults(expression)) or 'linear'}"


def main(arguments: list[str] | None = None) -> int:
    """Name the faults of some expressions; 1 where there is any."""
    expressions = sys.argv[1:] if arguments is None else arguments
    print("\n".join(_told(expressions)))
    return int(any(map(faults, expressions)))


if __name__ == "__main__":
    sys.exit(main())
