"""`python -m api.cli` is `veille`."""

from api.cli import main

main()
