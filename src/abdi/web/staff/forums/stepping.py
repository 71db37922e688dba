"""What can be done with a forum, with a suggestion made there, and with what was agreed."""

from django.utils.translation import gettext_lazy as _

from abdi.voice.forums import actions
from abdi.web.staff.facilitated import PhotoForm
from abdi.web.staff.forums import forms
from abdi.web.staff.steps import Step

FORUM = {
    "ubah": Step(_("Ubah rancangan forum"), _("Simpan"), actions.change_forum, forms.ChangeForm),
    "umumkan": Step(
        _("Umumkan forum"),
        _("Umumkan sekarang"),
        actions.announce_forum,
        lead=_("Forum tampil di halaman umum, siapa pun boleh mendaftar, dan undangan dikirim."),
    ),
    "pindah": Step(_("Pindahkan forum"), _("Pindahkan dan kabari"), actions.move_forum, forms.MoveForm),
    "batalkan": Step(_("Batalkan forum"), _("Batalkan forum"), actions.cancel_forum, forms.ReasonForm),
    "undang": Step(_("Undang peserta"), _("Undang"), actions.invite, forms.InviteForm),
    "tamu": Step(_("Tamu yang datang langsung"), _("Catat hadir"), actions.admit, forms.DoorForm),
    "hadir": Step(_("Daftar hadir"), _("Simpan"), actions.note_attendance, forms.AttendanceForm),
    "laksana": Step(_("Catat pelaksanaan"), _("Simpan notula"), actions.hold_forum, forms.MinutesForm),
    "masukan": Step(_("Masukan baru"), _("Tambah"), actions.add_suggestion, forms.SuggestionForm),
    "sepakat": Step(_("Tindak lanjut baru"), _("Tambah"), actions.agree, forms.AgreementForm),
    "tanda-tangan": Step(_("Tanda tangan unsur"), _("Catat"), actions.sign, forms.SignatureForm),
    "foto": Step(_("Foto kegiatan"), _("Unggah"), actions.add_photo, PhotoForm),
    "tetapkan": Step(
        _("Tetapkan berita acara"),
        _("Tetapkan dan umumkan"),
        actions.settle,
        lead=_("Sesudah ini isinya tidak berubah lagi, dan semua orang membacanya."),
    ),
}
SUGGESTION = {
    "jawab": Step(_("Jawab masukan"), _("Simpan"), actions.answer_suggestion, forms.AnswerForm),
}
AGREEMENT = {
    "kemajuan": Step(_("Catat kemajuan"), _("Catat"), actions.report_progress, forms.ProgressForm),
    "selesai": Step(_("Nyatakan selesai"), _("Selesai"), actions.finish_agreement, forms.DoneForm),
}
# status of a forum → what comes next, the most usual first
NEXT = {
    "rancangan": ("umumkan", "ubah", "undang", "batalkan"),
    "diumumkan": ("undang", "hadir", "tamu", "laksana", "pindah", "batalkan"),
    "dilaksanakan": ("masukan", "sepakat", "tanda-tangan", "foto", "hadir", "tamu", "tetapkan"),
    "ditetapkan": ("foto",),
    "dibatalkan": (),
}
