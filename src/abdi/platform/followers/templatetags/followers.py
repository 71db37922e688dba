"""What a page needs to let somebody follow the thing it shows; see templates/public/follow.html."""

from django import template

from abdi.platform.followers.selectors import subject_token
from abdi.platform.followers.vapid import public_key

register = template.Library()
register.simple_tag(subject_token)
register.simple_tag(public_key, name="push_key")
