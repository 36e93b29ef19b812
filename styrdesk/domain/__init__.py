"""Pure rules and frozen values of the styrmodell; no Qt, database, files or clock."""
