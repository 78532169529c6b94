"""Training of the Relata annotator: names, word classes and dependency trees on one small encoder."""
