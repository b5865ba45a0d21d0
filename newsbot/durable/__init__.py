"""Files that survive a kill: locked, synced, published whole."""
