"""Notices to browsers (Web Push)."""

from abdi.config import environment as env

VAPID_SECRET = env.key(
    "vapid"
)  # a browser's subscription belongs to it: changed, everybody has to follow anew
# push services written to although they are not on the public internet or not on HTTPS
PUSH_ORIGINS = env.words("ABDI_PUSH_ORIGINS")
