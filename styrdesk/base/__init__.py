"""What every layer may use: language, formats, order, ids, clock, paths; imports no other layer."""
