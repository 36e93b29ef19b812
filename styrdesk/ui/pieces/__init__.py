"""The pieces: one folder for each tab. None knows another."""
