"""Thanks and criticism, read by whom they are about and by his pejabat penilai, with his reply beside them."""

from uuid import UUID

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from abdi.organisation.permissions import acting_employee
from abdi.voice.surveys import actions
from abdi.voice.surveys.models import Word
from abdi.voice.surveys.policies import LONGEST_WORDS
from abdi.voice.surveys.selectors import words_seen_by
from abdi.web.access import signed_in
from abdi.web.errors import attempt

ON_A_PAGE = 20


class ReplyForm(forms.Form):
    text = forms.CharField(
        label=gettext_lazy("Tanggapan Anda"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@signed_in
@require_GET
def words(request: HttpRequest) -> HttpResponse:
    me = acting_employee(request.user)
    page = Paginator(words_seen_by(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [
        (
            word,
            ReplyForm(initial={"text": word.reply}, auto_id=f"id_{word.uid}_%s"),
            word.employee_id == me.pk,
        )
        for word in page.object_list
    ]
    return render(request, "workplace/words/words.html", {"page": page, "rows": rows})


@signed_in
@require_POST
def reply(request: HttpRequest, uid: UUID) -> HttpResponse:
    word, text = get_object_or_404(Word.objects, uid=uid), request.POST.get("text", "")
    attempt(request, _("Tanggapan disimpan"), actions.reply, word=word, text=text)
    return redirect("workplace:words")
