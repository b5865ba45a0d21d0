"""The portals: a small file of data each, or one for a network; `registry()` finds a URL's portal."""

from newsbot.portals._anywhere import NOTHING_KNOWN
from newsbot.portals._layout import Embedded, ImageRule, Layout, Selectors
from newsbot.portals._loading import (
    Trusted,
    folders_in_use,
    layout,
    load_folder,
    portals_of_folders,
    registry,
    use_portals,
)
from newsbot.portals._model import Portal, Source, SourceKind
from newsbot.portals._paging import Paging
from newsbot.portals._registry import Registry, host_of

__all__ = [
    "NOTHING_KNOWN",
    "Embedded",
    "ImageRule",
    "Layout",
    "Paging",
    "Portal",
    "Registry",
    "Selectors",
    "Source",
    "SourceKind",
    "Trusted",
    "folders_in_use",
    "host_of",
    "layout",
    "load_folder",
    "portals_of_folders",
    "registry",
    "use_portals",
]
