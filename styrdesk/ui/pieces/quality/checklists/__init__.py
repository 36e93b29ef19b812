"""Checklists: their templates, filling in, and the outcome over time."""
