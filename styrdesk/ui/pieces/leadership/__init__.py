"""Ledarskap: the ledarfilosofi."""
