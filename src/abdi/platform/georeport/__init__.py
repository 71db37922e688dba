"""The words of Open311 GeoReport v2: one neutral structure, as XML and as JSON, written and read.

Pure: no database, no settings. The server (`api/open311`) and the client (`integrations/open311`) speak by it, so
that what one writes the other reads.
"""
