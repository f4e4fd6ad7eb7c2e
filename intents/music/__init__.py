"""What people want to hear: its words, its names, and what recognition makes of them."""
