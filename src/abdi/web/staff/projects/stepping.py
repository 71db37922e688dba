"""What can be done with a project, with its milestones, and with what people said."""

from django.utils.translation import gettext_lazy as _

from abdi.voice.projects import actions
from abdi.web.staff.facilitated import PhotoForm
from abdi.web.staff.projects import forms
from abdi.web.staff.steps import Step

PROJECT = {
    "ubah": Step(_("Ubah draf proyek"), _("Simpan"), actions.change_project, forms.ChangeForm),
    "tim": Step(_("Tambah anggota tim"), _("Tambah"), actions.add_member, forms.MemberForm),
    "terbitkan": Step(
        _("Buka untuk umum"),
        _("Buka untuk umum"),
        actions.publish_project,
        lead=_("Semua orang dapat membacanya dan menyampaikan gagasan."),
    ),
    "rancangan": Step(_("Rancangan baru"), _("Tambah"), actions.add_alternative, forms.AlternativeForm),
    "pilih": Step(
        _("Buka pemungutan suara"),
        _("Buka pemungutan suara"),
        actions.open_vote,
        forms.VoteForm,
        _("Sesudah ini rancangan tidak berubah lagi. Satu warga satu suara, dan rahasia."),
    ),
    "putuskan": Step(
        _("Putuskan"),
        _("Tetapkan dan umumkan"),
        actions.decide,
        forms.DecideForm,
        _("Boleh berbeda dari suara terbanyak, tetapi alasannya dibaca semua orang."),
    ),
    "kerjakan": Step(
        _("Mulai pekerjaan"),
        _("Mulai"),
        actions.begin_work,
        lead=_("Rencana tonggak dan anggarannya sudah tampil di halaman umum."),
    ),
    "buka": Step(_("Nyatakan dipakai warga"), _("Nyatakan dipakai"), actions.open_project, forms.OpenForm),
    "pikir-ulang": Step(_("Pikirkan ulang"), _("Kembali ke gagasan"), actions.rethink, forms.ReasonForm),
    "kerja-lagi": Step(_("Kerjakan lagi"), _("Kembali ke pelaksanaan"), actions.rework, forms.ReasonForm),
    "hentikan": Step(_("Hentikan proyek"), _("Hentikan"), actions.stop_project, forms.ReasonForm),
}
WORK = {
    "tonggak": Step(_("Tonggak baru"), _("Tambah"), actions.plan_milestone, forms.MilestoneForm),
}
MILESTONE = {
    "belanja": Step(_("Catat pengeluaran"), _("Catat"), actions.record_spending, forms.SpendingForm),
    "foto": Step(_("Tambah foto"), _("Unggah"), actions.add_photo, PhotoForm),
    "selesai": Step(_("Tonggak selesai"), _("Selesai"), actions.finish_milestone, forms.DoneForm),
}
CREDIT = {
    "catat": Step(_("Yang berubah karena pendapat ini"), _("Catat"), actions.note_change, forms.CreditForm),
}
HIDE = {
    "sembunyikan": Step(
        _("Sembunyikan pendapat"), _("Sembunyikan"), actions.hide_contribution, forms.HideForm
    ),
}
# phase → what comes next, the most usual first
NEXT = {
    "draf": ("terbitkan", "ubah", "tim", "rancangan"),
    "gagasan": ("rancangan", "pilih", "tim", "hentikan"),
    "rancangan": ("putuskan", "tim", "pikir-ulang", "hentikan"),
    "keputusan": ("kerjakan", "tim", "pikir-ulang", "hentikan"),
    "pelaksanaan": ("buka", "tim", "pikir-ulang", "hentikan"),
    "dibuka": ("kerja-lagi", "tim"),
    "dihentikan": (),
}
