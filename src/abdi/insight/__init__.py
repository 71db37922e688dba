"""Dashboards, reports and open data, floor 10."""
