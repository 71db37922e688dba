"""What the audit trail says, in words for people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: dict[str, str | Promise] = {
    "planning:period:open": _("Periode dibuka"),
    "planning:skp:draft": _("SKP mulai disusun"),
    "planning:rhk:add": _("RHK ditambahkan"),
    "planning:rhk:remove": _("RHK dihapus"),
    "planning:iki:add": _("IKI ditambahkan"),
    "planning:iki:remove": _("IKI dihapus"),
    "planning:ekspektasi:set": _("Ekspektasi perilaku ditulis"),
    "planning:annex:set": _("Lampiran ditulis"),
    "planning:skp:submit": _("SKP diajukan"),
    "planning:skp:return": _("SKP dikembalikan"),
    "planning:skp:agree": _("SKP disepakati"),
    "planning:skp:reopen": _("SKP dibuka kembali"),
    "evaluation:evaluation:open": _("Evaluasi dibuka"),
    "evaluation:realisation:measure": _("Realisasi diukur dari fakta"),
    "evaluation:realisation:report": _("Realisasi dilaporkan pegawai"),
    "evaluation:feedback:give": _("Umpan balik diberikan"),
    "evaluation:rating:give": _("Rating disimpan sebagai draf"),
    "evaluation:predikat:decide": _("Predikat ditetapkan"),
    "organisation:instansi:create": _("Instansi dibuka"),
    "organisation:unit:create": _("Unit kerja dibuka"),
    "organisation:unit:change": _("Unit kerja diubah"),
    "organisation:position:create": _("Jabatan dibuka"),
    "organisation:employee:create": _("Pegawai dicatat"),
    "organisation:employee:change": _("Data pegawai diubah"),
    "organisation:employees:import": _("Pegawai diimpor dari berkas"),
    "organisation:placement:create": _("Pegawai ditempatkan"),
    "organisation:placement:end": _("Penempatan diakhiri"),
    "organisation:reporting_line:create": _("Pejabat penilai ditetapkan"),
    "organisation:reporting_line:end": _("Garis penilaian diakhiri"),
    "organisation:role:grant": _("Peran diberikan"),
    "organisation:role:end": _("Peran diakhiri"),
    "organisation:layanan:create": _("Layanan dicatat"),
    "organisation:account:create": _("Akun dibuat"),
    "facts:ledger:record": _("Fakta dicatat"),
    "facts:ledger:seal": _("Buku besar fakta disegel"),
    "facts:fact:supersede": _("Fakta dikoreksi dengan fakta baru"),
    "accounts:operator:create": _("Akun pengelola sistem dibuat"),
    "accounts:password:set_by_admin": _("Sandi diganti oleh admin"),
    "accounts:user:change_language": _("Bahasa diganti"),
    "calendar:day:set": _("Hari kalender diatur"),
    "calendar:day:clear": _("Hari kalender dikembalikan"),
    "calendar:schedule:set": _("Jam kerja diatur"),
    "outbox:message:retry": _("Pesan dikirim ulang"),
    "files:file:store": _("Berkas disimpan"),
    "measurement:value:refresh": _("Nilai terukur diperbarui"),
    "notifications:notice:read": _("Pemberitahuan dibaca"),
    "notifications:notice:read_all": _("Semua pemberitahuan dibaca"),
    "integrations:eventlog:import": _("Log kejadian diimpor"),
    "integrations:skm:import": _("Jawaban survei diimpor"),
}


def in_words(tag: str) -> str:
    """The sentence of a tag; a tag without one stands for itself."""
    return str(WORDS.get(tag, tag))
