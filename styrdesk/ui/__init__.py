"""The only layer with Qt."""
