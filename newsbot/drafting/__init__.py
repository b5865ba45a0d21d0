"""A first draft of a portal's declaration and fixture, from one page or a few."""

from newsbot.drafting.addresses import id_of
from newsbot.drafting.declaration import declaration_text, domains_of
from newsbot.drafting.findings import Draft, Finding, draft
from newsbot.drafting.skeleton import skeleton

__all__ = ["Draft", "Finding", "declaration_text", "domains_of", "draft", "id_of", "skeleton"]
