"""How many facts a number needs before it may be shown about somebody.

No regulation fixes these; the design does (look/README, rule 8 "n and interval": under the minimum n, say
so and show no number). They are at least what keeps a person from being read out of a figure, and more
where citizens' opinions of a person vary by chance.
"""

MINIMUM_N = 5  # anything timed or counted as met: fewer describe single cases, not a manner of working
MINIMUM_OPINIONS = 20  # answers on a scale: fewer say more about who happened to answer
MINIMUM_COUNT = 0  # how often something happened is exact from the first one
