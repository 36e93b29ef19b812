"""The window around the pieces: opening files, where one is, undo, menu, help."""
