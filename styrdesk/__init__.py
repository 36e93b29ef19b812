"""Styrdesk: offline drafting and printing of nämndplaner for Swedish municipalities."""

__version__ = "0.1.0"
