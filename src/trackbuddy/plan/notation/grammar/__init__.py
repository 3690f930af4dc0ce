"""From lexemes to the parts of a session: a table of productions, with a module for each kind of part."""
