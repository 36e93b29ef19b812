"""How fast and how large the program is: `python -m tests.bench`, `--write` for the document."""
