"""From characters to lexemes: tokens with their places, and the words of the dictionary in five languages."""
