"""Permohonan: one visit, many services, followed by one code from filing to the product in hand."""
