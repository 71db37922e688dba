"""The page on which an indicator is begun: from a metric, from an example of the library, or by hand."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from abdi.measurement.catalogue import catalogue
from abdi.planning.advice import advice_on
from abdi.planning.enums import Pendekatan
from abdi.planning.library.models import IkiTemplate
from abdi.planning.library.selectors import find_template, prefill
from abdi.planning.models import Iki, Rhk
from abdi.web.workplace.plans import forms


def indicator_page(request: HttpRequest, rhk: Rhk) -> dict[str, Any]:
    """What the template shows; `checking` while only advice was asked for, nothing is kept then."""
    template = _example(request)
    metric = catalogue().get(_metric_name(request, template))
    initial = prefill(template) if template else forms.suggested(metric, request.GET.get("cakupan", ""))
    form = forms.IkiForm(request.POST or None, initial=initial, skp=rhk.skp)
    asked = forms.MetricForm(request.GET if "ukuran" in request.GET else None)
    checking = "periksa" in request.POST
    return {
        "rhk": rhk,
        "skp": rhk.skp,
        "asked": asked,
        "metric": metric,
        "form": form,
        "template": template,
        "chosen": request.method == "POST" or asked.is_bound or template is not None,
        "is_qualitative": rhk.skp.pendekatan == Pendekatan.KUALITATIF,
        "checking": checking,
        "advice": advice_on(Iki(rhk=rhk, **form.described())) if checking and form.is_valid() else [],
    }


def _example(request: HttpRequest) -> IkiTemplate | None:
    try:
        return find_template(request.GET.get("contoh", "")) if request.GET.get("contoh") else None
    except ValidationError:
        return None


def _metric_name(request: HttpRequest, template: IkiTemplate | None) -> str:
    if request.POST.get("metric"):
        return request.POST["metric"]
    return template.metric if template else request.GET.get("ukuran", "")
