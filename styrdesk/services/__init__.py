"""Use cases told without Qt: check the rules, write in one step."""
