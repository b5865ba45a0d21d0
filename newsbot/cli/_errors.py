"""Errors of the command line and their exit codes."""

from __future__ import annotations

import click


class InputError(click.ClickException):
    """What was given cannot be read, or what was asked for cannot be written: exit 2, as for wrong usage."""

    exit_code = 2
