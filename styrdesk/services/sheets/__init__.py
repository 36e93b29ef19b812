"""Registers to spreadsheets and back: xlsx and CSV, with the same columns both ways."""
