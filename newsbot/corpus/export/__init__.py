"""Records as what others load: one module a format, each a function `write(records, projection, path)`.

A format writes to the path that it is given and knows nothing of names, progress or choice: `run` does that.
"""
