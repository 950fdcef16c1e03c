"""The routes of /v1, one module per thing that is asked for."""
