"""The command line, `veille`. `main` is its entry point; each command has its module here."""

from api.cli.app import main

__all__ = ["main"]
