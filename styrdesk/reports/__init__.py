"""One module per printed thing, on reports.kit."""
