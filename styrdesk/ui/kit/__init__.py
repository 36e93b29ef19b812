"""What the tabs are built from: look, widgets, fields, tables, the doors for writes and dialogs."""
