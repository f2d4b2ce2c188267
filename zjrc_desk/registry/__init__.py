"""The nouns of a registration point and the rules on them.  Imports nothing else of ours."""
