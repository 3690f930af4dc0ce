"""Words without structure, which are set aside before the grammar reads and kept as the coach wrote them."""
