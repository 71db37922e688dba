"""What people who were served think of it (PermenPANRB 14/2017)."""
