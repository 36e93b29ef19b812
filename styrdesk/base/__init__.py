"""What every layer may use: language, formats, order, ids, clock, paths. Imports nothing of ours."""
