"""The command group: a command's module is imported only when the command is called."""

from __future__ import annotations

from importlib import import_module

import click

from newsbot.version import VERSION

COMMANDS = {
    "extract": ("newsbot.cli.extract", "One page in, one record out."),
    "replay": ("newsbot.cli.replay", "Saved pages in, records out."),
    "crawl": ("newsbot.cli.crawl", "Portals crawled politely, records out."),
    "pack": ("newsbot.cli.pack", "WARC files as one WACZ."),
    "runs": ("newsbot.cli.runs", "The runs of a crawl so far."),
    "health": ("newsbot.cli.health", "Whether the last runs were like those before."),
    "verify": ("newsbot.cli.verify", "Whether parts, manifest, state and WARC agree."),
    "repair": ("newsbot.cli.repair", "Bring together again what a crawl left."),
    "diff": ("newsbot.cli.diff", "What changed between two extractions."),
    "revisions": ("newsbot.cli.revisions", "What articles said when they were looked at again."),
    "export": ("newsbot.cli.export", "From records to Parquet, CSV, SQLite and more."),
    "stats": ("newsbot.cli.stats", "What a corpus is like, on a screen."),
    "dedupe": ("newsbot.cli.dedupe", "Which records tell the same story."),
    "language": ("newsbot.cli.language", "In which language each text is."),
    "report": ("newsbot.cli.report", "A corpus as one page to look at."),
    "card": ("newsbot.cli.card", "The datasheet of a corpus."),
    "sample": ("newsbot.cli.sample", "Some records of a corpus, by chance and stratum."),
    "split": ("newsbot.cli.split", "A corpus as train, dev and test, without copies across."),
    "demo": ("newsbot.cli.demo", "A visible crawl of a portal on this machine."),
    "dates": ("newsbot.cli.dates", "How a printed date is read."),
    "portals": ("newsbot.cli.portals", "The portals that newsbot knows."),
    "new-portal": ("newsbot.cli.new_portal", "Draft a portal from its pages."),
    "inspect": ("newsbot.cli.inspect", "Pages beside their records, in a browser."),
    "fixture": ("newsbot.cli.fixture", "The golden files: add, check, accept."),
    "schema": ("newsbot.cli.schema", "The JSON Schema of the record."),
}
"""Name, module (with a click command `command`), and the line in the list of commands."""


class LazyGroup(click.Group):
    """A group that knows its commands by name, so that its own help costs no import of theirs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the one command that is called."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name][0]}.command is no click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="newsbot")
def main() -> None:
    """Clean records from pages of Indonesian news portals.

    \b
    Example:
      newsbot extract page.html
      newsbot replay pages/ -o articles.jsonl
    """
