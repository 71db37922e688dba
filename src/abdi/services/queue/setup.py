"""Lines, counters and boards of a unit. Published through `actions`."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from abdi.organisation.models import Layanan, Unit
from abdi.organisation.policies import check_one_instansi
from abdi.platform.accounts.models import User
from abdi.platform.audit.trail import action, record
from abdi.platform.locking import hold
from abdi.platform.validation import write
from abdi.services.queue import permissions, policies
from abdi.services.queue.live import tell
from abdi.services.queue.models import Board, Counter, Pool


@dataclass(frozen=True)
class PoolSettings:
    """How a line behaves; what each means is told by the field of `Pool`. `recall_spacing` in seconds."""

    ordinary_between: int = 1
    recalls_before_no_show: int = 3
    recall_spacing: int = 30
    is_open_online: bool = False
    is_overnight: bool = False


USUAL = PoolSettings()


@action
def create_pool(
    *,
    actor: User,
    unit: Unit,
    letter: str,
    name: str,
    layanan: Sequence[Layanan],
    settings: PoolSettings = USUAL,
) -> Pool:
    """A number line for some services. Raises InputRefused for a letter that is taken, and for no service."""
    permissions.check_can_set_up_queue(actor, unit)
    check_one_instansi(unit, *layanan)
    policies.check_letter(letter)
    policies.check_any_layanan(layanan)
    pool = write(Pool(unit=unit, letter=letter.strip().upper(), name=name, **asdict(settings)))
    pool.layanan.set(layanan)
    _record_pool(actor, "queue:pool:create", pool, layanan)
    return pool


@action
def change_pool(
    *,
    actor: User,
    pool: Pool,
    name: str,
    layanan: Sequence[Layanan],
    is_active: bool = True,
    settings: PoolSettings | None = None,
) -> Pool:
    """Its letter stays: numbers carry it. Without `settings` those stay too."""
    hold(pool)
    permissions.check_can_set_up_queue(actor, pool.unit)
    check_one_instansi(pool, *layanan)
    policies.check_any_layanan(layanan)
    pool.name, pool.is_active = name, is_active
    for field, value in asdict(settings).items() if settings else ():
        setattr(pool, field, value)
    write(pool)
    pool.layanan.set(layanan)
    _record_pool(actor, "queue:pool:change", pool, layanan)
    return pool


@action
def create_counter(*, actor: User, unit: Unit, number: int, pools: Sequence[Pool], name: str = "") -> Counter:
    """A desk and the lines it serves. Raises InputRefused for a number that is taken."""
    permissions.check_can_set_up_queue(actor, unit)
    policies.check_pools_of(unit, pools)
    counter = write(Counter(unit=unit, number=number, name=name))
    counter.pools.set(pools)
    _record_counter(actor, "queue:counter:create", counter, pools)
    return counter


@action
def change_counter(
    *,
    actor: User,
    counter: Counter,
    number: int,
    pools: Sequence[Pool],
    name: str = "",
    is_active: bool = True,
) -> Counter:
    """What it serves from now on; whoever sits there goes on with the number before him."""
    hold(counter)
    permissions.check_can_set_up_queue(actor, counter.unit)
    policies.check_pools_of(counter.unit, pools)
    counter.number, counter.name, counter.is_active = number, name, is_active
    write(counter)
    counter.pools.set(pools)
    _record_counter(actor, "queue:counter:change", counter, pools)
    return counter


@action
def create_board(*, actor: User, unit: Unit, code: str, name: str, pools: Sequence[Pool]) -> Board:
    """A display in the waiting room; `code` is in its address, so it is one for the whole instansi."""
    permissions.check_can_set_up_queue(actor, unit)
    policies.check_pools_of(unit, pools)
    board = write(Board(unit=unit, code=code.strip().lower(), name=name))
    board.pools.set(pools)
    _record_board(actor, "queue:board:create", board, pools)
    return board


@action
def change_board(*, actor: User, board: Board, name: str, pools: Sequence[Pool]) -> Board:
    """What it shows. Its code stays: a machine somewhere is opening it."""
    hold(board)
    permissions.check_can_set_up_queue(actor, board.unit)
    policies.check_pools_of(board.unit, pools)
    board.name = name
    write(board)
    board.pools.set(pools)
    _record_board(actor, "queue:board:change", board, pools)
    return board


def _record_pool(actor: User, tag: str, pool: Pool, layanan: Sequence[Layanan]) -> None:
    told = {"letter": pool.letter, "name": pool.name, "is_active": pool.is_active}
    settings = {field: getattr(pool, field) for field in asdict(USUAL)}
    data = told | settings | {"layanan": [one.code for one in layanan]}
    record(actor=actor, tag=tag, subject=pool, data=data)
    tell(pool.unit)


def _record_counter(actor: User, tag: str, counter: Counter, pools: Sequence[Pool]) -> None:
    told = {"number": counter.number, "name": counter.name, "is_active": counter.is_active}
    record(actor=actor, tag=tag, subject=counter, data=told | {"pools": [pool.letter for pool in pools]})
    tell(counter.unit)


def _record_board(actor: User, tag: str, board: Board, pools: Sequence[Pool]) -> None:
    told = {"code": board.code, "name": board.name, "pools": [pool.letter for pool in pools]}
    record(actor=actor, tag=tag, subject=board, data=told)
    tell(board.unit)
