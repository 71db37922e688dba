"""SP4N-LAPOR!: reports in, what became of them out."""
