"""Plain values out of a pickle, which is gone through as a list of instructions and never loaded.

A pickle is a program: loading one of another hand may run anything. Here its instructions are followed as far as they
put together numbers, text, bytes, lists, tuples and dictionaries. What they would import or call is `OPAQUE`, and all
else is refused.
"""

from __future__ import annotations

import pickletools
from collections.abc import Callable
from typing import Any

MAX_STEPS = 100_000
"""Instructions of one pickle; an answer with its headers has some hundred."""


class _Opaque:
    """Stands where a pickle would have something imported, made or called."""

    def __repr__(self) -> str:
        return "OPAQUE"


OPAQUE = _Opaque()
_MARK = object()
_NOTHING = frozenset(("PROTO", "FRAME"))
_VALUES = """BININT BININT1 BININT2 LONG1 BINFLOAT BINUNICODE SHORT_BINUNICODE BINUNICODE8 BINBYTES SHORT_BINBYTES
BINBYTES8""".split()
_PUSHED: dict[str, Callable[[Any], Any]] = {
    **{name: lambda value: value for name in _VALUES},
    # strings of Python 2 are bytes
    **{name: lambda value: value.encode("latin-1") for name in ("BINSTRING", "SHORT_BINSTRING")},
    "NONE": lambda _: None,
    "NEWTRUE": lambda _: True,
    "NEWFALSE": lambda _: False,
    "EMPTY_DICT": lambda _: {},
    "EMPTY_LIST": lambda _: [],
    "EMPTY_TUPLE": lambda _: (),
    "MARK": lambda _: _MARK,
}
"""What puts something on the stack, made of the argument of the instruction."""
_KEPT, _TAKEN = ("MEMOIZE", "BINPUT", "LONG_BINPUT"), ("BINGET", "LONG_BINGET")
_TUPLES = {"TUPLE1": 1, "TUPLE2": 2, "TUPLE3": 3}
_CALLS = {"REDUCE": 2, "NEWOBJ": 2, "BUILD": 2, "STACK_GLOBAL": 2, "GLOBAL": 0}
"""What would import or call, and how many values it takes."""


def plain(data: bytes) -> Any:
    """The value that a pickle describes. Raises ValueError where it is none, breaks off, or does anything that plain
    values do not need.

    >>> import pickle, ipaddress
    >>> plain(pickle.dumps({"status": 200, "from": ipaddress.ip_address("192.0.2.1")}, protocol=4))
    {'status': 200, 'from': OPAQUE}
    """
    machine = _Machine()
    try:
        for steps, (opcode, value, _) in enumerate(pickletools.genops(data)):
            if opcode.name == "STOP":
                return machine.pop()
            if steps > MAX_STEPS:
                raise ValueError(f"more than {MAX_STEPS} instructions")
            machine.step(opcode.name, value)
    except (IndexError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"no pickle of plain values ({type(error).__name__}: {error})") from error
    raise ValueError("the pickle breaks off")


class _Machine:
    """The stack and the memory of a pickle. What is wrong in it raises what Python raises."""

    def __init__(self) -> None:
        self._stack: list[Any] = []
        self._memo: dict[int, Any] = {}

    def pop(self) -> Any:
        """The value on top."""
        value = self._stack.pop()
        if value is _MARK:
            raise ValueError("a mark in the place of a value")
        return value

    def step(self, name: str, value: Any) -> None:
        """Follow one instruction."""
        if name in _PUSHED:
            self._stack.append(_PUSHED[name](value))
        elif name in _KEPT:
            self._memo[len(self._memo) if value is None else value] = self._stack[-1]
        elif name in _TAKEN:
            self._stack.append(self._memo[value])
        elif name in _CALLS:
            self._call(_CALLS[name])
        elif name not in _NOTHING:
            self._gather(name)

    def _call(self, taken: int) -> None:
        for _ in range(taken):
            self.pop()
        self._stack.append(OPAQUE)

    def _gather(self, name: str) -> None:
        if name in _TUPLES:
            values = [self.pop() for _ in range(_TUPLES[name])]
            self._stack.append(tuple(reversed(values)))
        elif name == "TUPLE":
            self._stack.append(tuple(self._since_mark()))
        elif name in ("APPEND", "APPENDS"):
            values = self._since_mark() if name == "APPENDS" else [self.pop()]
            self._under(list).extend(values)
        elif name in ("SETITEM", "SETITEMS"):
            values = self._since_mark() if name == "SETITEMS" else [self.pop(), self.pop()][::-1]
            self._under(dict).update(zip(values[::2], values[1::2], strict=True))
        else:
            raise ValueError(f"a pickle that does {name}, which plain values do not need")

    def _since_mark(self) -> list[Any]:
        values: list[Any] = []
        while (value := self._stack.pop()) is not _MARK:
            values.append(value)
        return values[::-1]

    def _under(self, kind: type) -> Any:
        target = self._stack[-1]
        if not isinstance(target, kind):
            raise TypeError(f"{kind.__name__} expected")
        return target
