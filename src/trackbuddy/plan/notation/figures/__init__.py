"""What single figures and words say: counts, lengths, paces and efforts, without their place in a session."""
