"""A photograph as a telephone takes it comes out upright and bare; what is no photograph is refused in words."""

from io import BytesIO

import pytest
from PIL import Image, ImageSequence

from abdi.platform.errors import InputRefused
from abdi.platform.files.pictures import MOST_PIXELS, redrawn

SECRET = b"Jalan Rahasia 7"


def photo(kind: str = "JPEG", size=(2_000, 1_000), **options) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **options)
    return file.getvalue()


def as_a_telephone_does() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turned by a quarter
    exif[0x010E] = SECRET.decode()  # description
    return photo(exif=exif)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_kept_small_and_as_jpeg(kind):
    one = redrawn(BytesIO(photo(kind)))
    assert (one.width, one.height) == (1_600, 800)
    assert Image.open(one.content).format == "JPEG"


def test_upright_and_without_a_word():
    one = redrawn(BytesIO(as_a_telephone_does() + b"<script>PK\x03\x04" + SECRET))
    assert (one.width, one.height) == (800, 1_600)
    assert SECRET not in one.content.getvalue()
    assert b"script" not in one.content.getvalue()
    assert b"PK\x03\x04" not in one.content.getvalue()
    assert not Image.open(one.content).getexif()


def moving() -> bytes:
    file = BytesIO()
    frames = [Image.new("RGB", (9, 9), colour) for colour in ("red", "blue")]
    frames[0].save(file, "WEBP", save_all=True, append_images=frames[1:])
    assert len(list(ImageSequence.Iterator(Image.open(BytesIO(file.getvalue()))))) == len(frames)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "dibaca"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "dibaca"),
        (b"GIF89a" + bytes(40), "dibaca"),
        (b"GIF89a/*\x01\x00*/=alert(1);", "dibaca"),
        (b"%PDF-1.7\n" + b"\xff\xd8\xff\xe0", "dibaca"),
        (photo()[:900], "dibaca"),
        (photo("PNG", (MOST_PIXELS // 1_000 + 1, 1_000)), "megapiksel"),
        (moving(), "bergerak"),
        (photo() + bytes(20 << 20), "MiB"),
    ],
    ids=["nothing", "drawing", "gif", "gif and script", "pdf and jpeg", "torn", "huge", "moving", "heavy"],
)
def test_refused_in_words(content, word):
    with pytest.raises(InputRefused, match=word):
        redrawn(BytesIO(content))
