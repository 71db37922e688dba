"""How many may be told of one thing, and of how many one address: more is nobody's interest but a nuisance's."""

from django.utils.translation import gettext as _

from abdi.platform.errors import PolicyRefused
from abdi.platform.followers.selectors import followed_by, followers_of
from abdi.platform.tenancy.models import TenantModel

OF_ONE_THING, BY_ONE_ADDRESS = 10, 30


def check_can_be_followed(subject: TenantModel, digest: str) -> None:
    most = getattr(subject, "most_followers", OF_ONE_THING)  # what is everybody's business names its own
    if followers_of(subject).count() >= most:
        raise PolicyRefused(
            _("Sudah %(n)d alamat menerima kabar ini; hentikan salah satunya dulu.") % {"n": most}
        )
    if followed_by(digest).count() >= BY_ONE_ADDRESS:
        raise PolicyRefused(
            _("Alamat ini sudah menerima kabar tentang %(n)d urusan; hentikan salah satunya dulu.")
            % {"n": BY_ONE_ADDRESS}
        )
