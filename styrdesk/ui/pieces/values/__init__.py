"""Värdegrund: the three sentences."""
