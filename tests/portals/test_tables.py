"""newsbot's own files are cut and parsed piece by piece: it gives what parsing them whole gives."""

from newsbot.portals._loading import own_files
from newsbot.portals._reading import Declarations
from newsbot.portals._tables import cut_tables, parsed_tables


def test_cut_files_say_what_parsed_ones_say():
    whole, cut = (Declarations(tables(own_files())) for tables in (parsed_tables, cut_tables))
    assert [portal.digest for portal in cut.all()] == [portal.digest for portal in whole.all()]
    assert len(cut.all()) == 94


def test_claims_are_known_before_a_portal_is_read():
    declarations = Declarations(cut_tables(own_files()))
    claims = {unread.id: unread.domains for unread in declarations.unread()}
    assert claims == {portal.id: portal.domains for portal in declarations.all()}


def test_a_portal_is_read_once():
    first = next(iter(Declarations(cut_tables(own_files())).unread()))
    assert first.read() is first.read()
