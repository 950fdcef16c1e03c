"""Every way in: the command line, the HTTP API, and questions in words."""
