"""`veille export`: the whole graph in one of several formats, streamed.

JSON Lines hold everything and can be imported again; the other formats are views of it for other tools.
"""

from api.cli.export.command import HELP, NAME, command

__all__ = ["HELP", "NAME", "command"]
