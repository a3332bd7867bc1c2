"""The hundred traps of the research, and the ten rules on State courts: what answers each.

A row is answered by checks, or by the way in which the papers are made, which is then said.
"""

from __future__ import annotations

TRAPS: dict[int, tuple[str, ...] | str] = {
    1: ("DUT003",), 2: ("DUT004",), 3: ("DUT006",), 4: ("DUT002",), 5: ("MOA001", "MOA002"),
    6: ("DUT005", "REL011"), 7: ("MOA005",), 8: ("MOA014",), 9: ("MOA009", "MOA017", "MOA018"),
    10: ("MOA006", "MOA007", "MOA008"), 11: ("MOA015",), 12: ("MOA016",), 13: ("DUT014",),
    14: ("ELE006",), 15: ("DUT011",), 16: ("DUT021",), 17: ("DUT012",), 18: ("LAW004",),
    19: ("MOA011",), 20: ("PAR002",), 21: ("PAR003",), 22: ("PAR004",), 23: ("PAR005",),
    24: ("PAR006", "PAR016"), 25: ("PAR007",), 26: ("PAR008", "PAR009"), 27: ("PAR017",),
    28: "the jurisdiction of a federal complaint is a record of its court and always prints",
    29: ("JUR018",), 30: ("JUR001", "JUR002", "JUR026", "JUR027"), 31: ("JUR021", "JUR026"),
    32: ("JUR016",), 33: ("JUR013", "JUR025"), 34: ("REL005",), 35: ("JUR011",),
    36: ("JUR023",), 37: ("JUR024",), 38: ("JUR017",), 39: ("DUT018",), 40: ("JUR024", "JUR025"),
    41: ("EXH013",), 42: ("JUR009",), 43: ("JUR019",), 44: ("JUR006",), 45: ("MOA025", "LAW008"),
    46: ("TIM005", "TIM013"), 47: ("DEM001",), 48: ("DEM005",), 49: ("TIM010", "TIM012"),
    50: "the memo shows each consideration of delay with its paragraphs, or as a gap",
    51: ("EXH005", "EXH006"), 52: ("EXH013",), 53: ("REL002",), 54: ("REL003", "REL004"),
    55: ("REL010",), 56: ("EXH013",), 57: ("EXH003",),
    58: "a mandamus count is pleaded in the alternative wherever it stands beside review",
    59: ("FRM020", "FRM023"), 60: ("EXH011",), 61: ("EXH007",), 62: ("EXH010",), 63: ("REL019",),
    64: ("REL006", "REL007", "REL020"), 65: ("REL018",), 66: ("REL005",), 67: ("ELE007",),
    68: ("EVI001", "EVI002"), 69: ("EVI007",), 70: ("PRI003",),
    71: ("PRI001", "PRI002", "PRI005", "PRI006"), 72: ("PRI007", "PRI008", "PRI009"),
    73: ("PRI015",), 74: ("FRM004",), 75: ("FRM001",), 76: ("FRM010",),
    77: "the title of the opening paper is a record of its court",
    78: ("PAR015", "JUR022"), 79: ("ELE008",), 80: ("LAW003",),
    81: "an organization's disclosure statement is a paper of its own",
    82: ("FRM024",), 83: "the letters of service name all whom the rule has served",
    84: "the memo counts the days to answer, step by step",
    85: "a fee prints in no paper; the memo says what was last seen",
    86: ("LAW007",), 87: ("LAW007",), 88: ("LAW007",), 89: ("LAW007",), 90: ("LAW001", "LAW002"),
    91: ("LAW007", "LAW010"), 92: ("EVI011", "MOA018"), 93: ("LAW009",), 94: ("LAW005", "JUR025"),
    95: ("PRI014",), 96: ("EVI017",), 97: ("MOA026",), 98: ("DUT009", "PAR010"),
    99: ("MOA012", "MOA013", "TIM011"), 100: ("DUT015",),
}

STATES: dict[int, tuple[str, ...] | str] = {
    1: ("REL002", "REL021"),
    2: ("DUT002",),
    3: ("REL021",),
    4: ("MOA027",),
    5: ("JUR005", "JUR007", "JUR008"),
    6: "captions and titles are records of the courts",
    7: ("FRM005", "EXH015", "DEM001"),
    8: "numbered lines are a record of the court",
    9: ("JUR016",),
    10: ("MOA025",),
}
