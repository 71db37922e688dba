"""A line, two counters and a board of Rina's unit; Joko sits at the first counter with a number before him."""

from datetime import datetime
from zoneinfo import ZoneInfo

from abdi.platform import moments
from abdi.platform.accounts.models import public_user, system_user
from abdi.services.queue import actions
from abdi.services.queue.enums import Channel, TicketStatus
from abdi.services.queue.models import Board, Counter, Pool, Session, Ticket

OPEN_HOUR = datetime(2026, 11, 18, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))  # a Wednesday


def pool(world) -> Pool:
    unit = world.office.unit
    known = Pool.objects.filter(unit=unit, letter="Q").first()
    settings = actions.PoolSettings(is_overnight=True)
    return known or actions.create_pool(
        actor=system_user(),
        unit=unit,
        letter="Q",
        name="Antrean uji",
        layanan=[world.office.layanan],
        settings=settings,
    )


def counter(world, number: int) -> Counter:
    line = pool(world)
    known = Counter.objects.filter(unit=line.unit, number=number).first()
    return known or actions.create_counter(actor=system_user(), unit=line.unit, number=number, pools=[line])


def board(world) -> Board:
    line = pool(world)
    known = Board.objects.filter(code="papan-uji").first()
    return known or actions.create_board(
        actor=system_user(), unit=line.unit, code="papan-uji", name="Ruang uji", pools=[line]
    )


def session(world) -> Session:
    desk, joko = counter(world, 71), world.office.user("joko")
    known = Session.objects.filter(counter=desk, ended_at=None).first()
    return known or actions.open_counter(actor=joko, counter=desk)


def called(world) -> Ticket:
    seat = session(world)
    known = Ticket.objects.filter(session=seat).first()
    if known is None:
        issue(world)
        known = actions.call_next(actor=world.office.user("joko"), session=seat)
    return known


def waiting(world) -> Ticket:
    called(world)
    return Ticket.objects.filter(status=TicketStatus.MENUNGGU, pool=pool(world)).first() or issue(world)


def issue(world) -> Ticket:
    with moments.replayed_at(OPEN_HOUR):
        return actions.issue_ticket(
            actor=public_user(), pool=pool(world), layanan=world.office.layanan, channel=Channel.KIOS
        )


AT_COUNTER = {"uid": lambda world: called(world).uid}
IN_LINE = {"uid": lambda world: waiting(world).uid}
UNIT = {"uid": lambda world: pool(world).unit.uid}

BOARD = {"code": lambda world: board(world).code}

FACTORIES = {
    "public:board": BOARD,
    "public:board_stream": BOARD,
    "api:queue_monitor": {"uid": lambda world: pool(world).uid},
    "staff:pool_change": {"uid": lambda world: pool(world).uid},
    "staff:counter_change": {"uid": lambda world: counter(world, 71).uid},
    "staff:board_change": {"uid": lambda world: board(world).uid},
    "staff:queue_day": UNIT,
    "staff:queue_undo": AT_COUNTER,
    "counter:stream": UNIT,
    "counter:open": {"uid": lambda world: counter(world, 72).uid},
    "counter:pick": IN_LINE,
    "counter:resume": IN_LINE,
    **dict.fromkeys(
        (f"counter:{name}" for name in ("recall", "begin", "finish", "hold", "transfer", "no_show")),
        AT_COUNTER,
    ),
}
