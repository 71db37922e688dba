"""What the state of a machine allows, whoever asks."""

from django.utils.translation import gettext as _

from abdi.platform.errors import PolicyRefused
from abdi.services.devices.models import Device


def check_is_let_in(device: Device) -> None:
    if not device.is_active:
        raise PolicyRefused(_("Izin perangkat %s sudah dicabut; daftarkan lagi bila akan dipakai.") % device)
