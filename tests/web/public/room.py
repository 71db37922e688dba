"""A waiting room on the server of the browser tests, worked on from processes of their own."""

from bench import crowd

NUMBER, CODE, OFFICER = 7, "ruang-tujuh", "petugas-tujuh"


def open_room() -> None:
    from abdi.platform.accounts.models import system_user
    from abdi.services.queue.actions import create_board
    from abdi.services.queue.models import Pool, Session
    from tests.cast import PASSWORD

    with crowd.example():
        room = crowd.open_room(2, NUMBER)
        line = Pool.objects.select_related("unit").get(pk=room.line)
        create_board(actor=system_user(), unit=line.unit, code=CODE, name="Ruang tujuh", pools=[line])
        officer = Session.objects.get(pk=room.sessions[0]).employee.user
        officer.username = OFFICER
        officer.set_password(PASSWORD)
        officer.save()


def issue() -> None:
    """Three numbers."""
    from abdi.services.queue.models import Pool

    with crowd.example():
        line = Pool.objects.get(letter="H", unit__code=f"LOKET-{NUMBER}")
        crowd.issue_many(crowd.Room(line.pk, line.layanan.get().pk, []), 3)


def call() -> None:
    """The second counter calls one, and gives up the one before."""
    from abdi.services.queue.actions import call_next, no_show
    from abdi.services.queue.models import Session
    from abdi.services.queue.policies import at_counter

    with crowd.example():
        session = Session.objects.select_related("employee__user").get(
            counter__unit__code=f"LOKET-{NUMBER}", counter__number=2
        )
        actor = session.employee.user
        if ticket := at_counter(session):
            no_show(actor=actor, ticket=ticket)
        print(call_next(actor=actor, session=session))
