"""Pictures below the outlines of a map. Without a source every map is drawn from our own outlines alone."""

from urllib.parse import urlsplit

from abdi.config import environment as env

# such as https://peta.contoh.go.id/{z}/{x}/{y}.png; whoever opens a map then tells that server where he looks
MAP_TILES = env.text("ABDI_MAP_TILES")
MAP_CREDIT = env.text("ABDI_MAP_CREDIT")
_tiles = urlsplit(MAP_TILES)
MAP_ORIGINS = [f"{_tiles.scheme}://{_tiles.netloc}"] if MAP_TILES else []
