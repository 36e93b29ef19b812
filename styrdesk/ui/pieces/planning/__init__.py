"""The tab Planning process: what the council decides, the committee's plan, the organisation."""
