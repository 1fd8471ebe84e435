# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who is who in Pellbridge.  Town, organisations and people are invented.

A record names people by pseudonyms.  In the story each has a short name (the handle), which is
the variable here: `amira` holds Amira's pseudonym.
"""

from telling import pseudonym

# - partners -

PARTNERS = ["lantern", "northgate", "sitara", "carers", "second-tide", "growers", "council",
            "trust"]
STATUTORY = ["council", "trust"]
SERVED = "served"

PARTNER_ROWS = [
    # id, name, sector, constituency, what it can put in over a year (pence), formats, public body
    ("lantern", "The Lantern Rooms", "voluntary", "community", 900000, None, False),
    ("northgate", "Northgate Neighbours", "voluntary", "community", 300000, None, False),
    ("sitara", "Sitara House Families' Centre", "voluntary", "community", 600000, None, False),
    ("carers", "Pellbridge Carers' Circle", "voluntary", "community", 200000, None, False),
    ("second-tide", "Second Tide, learning from lived experience", "voluntary", "community",
     400000, None, False),
    ("growers", "Quayside Growers", "voluntary", "community", 50000, ["paper"], False),
    ("council", "Pellbridge Borough Council", "statutory", "statutory", 4000000, None, True),
    ("trust", "Pell Vale Health Trust", "statutory", "statutory", 3000000, None, True),
]

# - people -

PEOPLE = {
    # handle: name, partner or partners, constituencies, expertise, formats, needs
    "tomasz": ("Tomasz Wieczorek", "lantern", None, "learned", None, None),
    "ruth": ("Ruth Abernathy", "lantern", None, "lived", None, None),
    "joan": ("Joan Pickersgill", "northgate", None, "lived", None,
             "A chair with arms, and no stairs."),
    "dele": ("Dele Akindele", "northgate", None, "lived", None, None),
    "lena": ("Lena Brackwell", "northgate", None, "lived", None, None),
    "amira": ("Amira Siddiqui", "sitara", None, "learned", None,
              "A quiet room to pray in, and no food at the table in Ramadan."),
    "halima": ("Halima Warsame", "sitara", None, "lived", None, None),
    "maureen": ("Maureen Tolliver", "carers", None, "lived", None,
                "To be away by half past two: she cares for her husband."),
    "sunita": ("Sunita Rawal", "carers", None, ["learned", "lived"], None, None),
    "kai": ("Kai Trelawney", "second-tide", None, ["learned", "lived"], None,
            "Short breaks, and the questions beforehand."),
    "bethan": ("Bethan Prosser", "second-tide", None, "lived", None, None),
    "wilf": ("Wilfred Oduya", "growers", None, "lived", ["paper"],
             "Papers by post: no computer at the plots."),
    "tessa": ("Tessa Marlow", "growers", None, "lived", None, None),
    "priya": ("Priya Raman", "council", None, "learned", None, None),
    "gareth": ("Gareth Stainforth", "council", None, "learned", None, None),
    "colette": ("Colette Adjei", "trust", None, "learned", None, None),
    "ian": ("Ian Fothergill", "trust", None, "learned", None, None),
    "hana": ("Hana Kovacs", None, None, "learned", None, None),
    "marcus": ("Marcus Delroy", None, None, ["learned", "lived"], None, None),
    "shanice": ("Shanice Palmer", None, ["served"], "lived", None, None),
    "gordon": ("Gordon Leaf", None, ["served"], "lived", ["large-print"],
               "Large print, and somebody to sit beside him."),
    "farida": ("Farida Haidari", None, ["served"], "lived", ["dari-audio"],
               "An interpreter for Dari."),
    "nisha": ("Nisha Coutinho", None, ["stakeholders"], "learned", None, None),
}

ID = {handle: pseudonym("p-", handle) for handle in PEOPLE}
globals().update(ID)

REPRESENTATIVES = {"lantern": "tomasz", "northgate": "joan", "sitara": "amira",
                   "carers": "maureen", "second-tide": "kai", "growers": "wilf",
                   "council": "priya", "trust": "colette"}
# Lantern Rooms names one in August 2025, Quayside Growers one in July 2026.
SUBSTITUTES = {"northgate": "dele", "sitara": "halima", "carers": "sunita",
               "second-tide": "bethan", "council": "gareth", "trust": "ian"}

# Who answers for which partner, by handle: for the grid.
RATERS = {handle: (ID[handle], partner)
          for partner, handle in {**REPRESENTATIVES, "northgate": "dele"}.items()}
# The same by person: for questions put to partners.
SPEAKS_FOR = {person: partner for person, partner in RATERS.values()}

# - others, who signed nothing -

imran = pseudonym("n-", "amira's brother")
colin = pseudonym("n-", "amira's brother's business partner")
marta = pseudonym("n-", "tomasz's wife")
lucy = pseudonym("n-", "maureen's daughter")
