"""Forum Konsultasi Publik (PermenPANRB 16/2017): meeting, berita acara, agreed actions."""
