"""Kvalitetsledning: the seven rubrics of the styrmodell."""
