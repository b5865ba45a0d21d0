"""The portals: one small declarative module each, or one for a network; `registry()` finds a URL's portal."""

from newsbot.portals._model import ImageRule, Layout, Portal, Selectors, Source
from newsbot.portals._registry import Registry, host_of, registry

__all__ = ["ImageRule", "Layout", "Portal", "Registry", "Selectors", "Source", "host_of", "registry"]
