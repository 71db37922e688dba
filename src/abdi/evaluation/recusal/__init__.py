"""Who judges and who decides above him when the ordinary person cannot."""
