# SPDX-License-Identifier: LGPL-2.1-or-later
"""The first year, 2025: founding, bus fares, the café that moves, a tie and a pilot."""

import json
from pathlib import Path

from people import *
from telling import attended, meeting, minuted, publish, tell, utc, vote

MODEL = Path(__file__).parents[2] / "libcharter/document/models/collaborative-working.json"


def joins(handle, when, by=None):
    name, partner, constituencies, expertise, formats, needs = PEOPLE[handle]
    tell("person-joined", when, by, id=ID[handle], handle=handle, name=name, for_=partner,
         constituencies=constituencies, expertise=expertise, formats=formats, needs=needs)


# - January: the founding evening at Northgate Hall, and the first meeting -

def founding():
    tell("partnership-founded", "2025-01-13 18:00", id="pellbridge-alliance",
         title="Pellbridge Wellbeing Alliance", zone="Europe/London", format="1",
         origin="pellbridge-alliance.example/record")
    tell("charter-adopted", "2025-01-13 18:05",
         charter=json.loads(MODEL.read_text(encoding="utf-8")))
    for id, name, sector, constituency, capacity, formats, public in PARTNER_ROWS:
        tell("partner-joined", "2025-01-13 18:10", id=id, name=name, sector=sector,
             constituencies=[constituency], capacity=capacity, formats=formats,
             public_body=True if public else None)
    for handle in ("tomasz", "ruth", "joan", "dele", "amira", "halima", "maureen", "sunita",
                   "kai", "bethan", "wilf", "priya", "gareth", "colette", "ian", "hana"):
        joins(handle, "2025-01-13 18:20")
    tell("role-given", "2025-01-13 18:30", role="secretary", person=hana)
    tell("role-given", "2025-01-13 18:31", hana, role="vice-chair", person=tomasz)
    for partner, handle in REPRESENTATIVES.items():
        tell("role-given", "2025-01-13 18:35", hana, role="representative", person=ID[handle],
             for_=partner)
    for partner, handle in SUBSTITUTES.items():
        tell("role-given", "2025-01-13 18:40", hana, role="substitute", person=ID[handle],
             for_=partner)
    for person in (ruth, ian):
        tell("role-given", "2025-01-13 18:45", hana, role="concerns-lead", person=person)
    for partner, handle in REPRESENTATIVES.items():
        if partner != "growers":
            tell("charter-signed", "2025-01-13 19:30", ID[handle], partner=partner,
                 person=ID[handle], version="1.0")


def january():
    for number, person in enumerate((tomasz, ruth, joan, dele, maureen, bethan, priya, hana)):
        tell("nothing-declared", "2025-01-%d 12:10" % (17 + number // 2), person, person=person)
    meeting("m-2025-01", "2025-01-28 10:00", "2025-01-14 09:00", hana,
            "To choose a chair and to agree how we begin.", "Sitara House, big room",
            [("d-chair", "decide", tomasz, "Who chairs us"),
             ("beginnings", "discuss", None, "What each of us brings")],
            agenda="2025-01-20 09:30", to=PARTNERS,
            text="We meet on 28 January at ten, at Sitara House. We choose a chair. Each of us "
                 "tells the others what we bring.", invited=PARTNERS)
    # One name, one question, and nobody sees how the others vote.
    tell("decision-proposed", "2025-01-20 10:00", tomasz, id="d-chair", rule="in-confidence",
         title="Shall Sunita Rawal chair us?", meeting="m-2025-01",
         text="Sunita Rawal chairs the alliance for two years. She has chaired the Carers' Circle "
              "for six. Joan and Priya were asked too and would rather not.",
         benefits=["served"], benefit="A chair who is trusted by people who use our help. We shall "
         "see it in who speaks at meetings.")
    # Quayside Growers wanted to read it on paper first.
    tell("charter-signed", "2025-01-24 15:00", wilf, partner="growers", person=wilf,
         version="1.0")
    tell("decision-opened", "2025-01-28 12:00", hana, decision="d-chair")
    vote("d-chair", "2025-01-28 12:10", for_=[tomasz, joan, amira, maureen, kai, priya],
         against=[colette], abstain=[wilf])


# - February: a chair, and a Ramadan that nobody thought of -

def february():
    minuted("m-2025-01", "2025-02-03 11:00", hana,
            "Everyone told what they bring. Lantern Rooms brings a café that opens when people "
            "feel worst. Northgate brings neighbours. Sitara House brings families. The Carers' "
            "Circle brings people who care for someone at home. Second Tide brings teachers who "
            "have been unwell themselves. The Growers bring plots and patience. The council "
            "brings money and rooms. The trust brings nurses.", PARTNERS)
    for person in (colette, ian, sunita, halima):
        tell("nothing-declared", "2025-02-04 09:20", person, person=person)
    meeting("m-2025-02", "2025-02-11 10:00", "2025-01-28 13:00", hana,
            "To agree what each may expect of the others.", "Town Hall, committee room 2",
            [("expectations", "decide", None, "What we expect of each other"),
             ("meeting-times", "discuss", maureen, "When we meet")],
            agenda="2025-02-04 10:00", to=PARTNERS, invited=PARTNERS)
    tell("decision-closed", "2025-02-05 09:00", hana, decision="d-chair")
    # Amira declares in time what she knows of her brother's affairs.
    tell("interest-declared", "2025-02-06 14:00", amira, id="i-amira-coaches", person=amira,
         party="pell-coaches", party_name="Pell Valley Coaches", category="indirect",
         nature="My brother's business partner owns a quarter of the coach company.",
         since="2021-04-01")
    tell("link-stated", "2025-02-06 14:10", hana, id="l-amira-imran", from_=amira, to=imran,
         to_name="Imran Siddiqui", relation="sibling-of", known_to=[amira],
         source="Amira's declaration of 6 February 2025")
    tell("link-stated", "2025-02-06 14:12", hana, id="l-imran-colin", from_=imran, to=colin,
         from_name="Imran Siddiqui", to_name="Colin Hext", relation="business-partner-of",
         known_to=[amira], source="Amira's declaration of 6 February 2025")
    tell("link-stated", "2025-02-06 14:14", hana, id="l-colin-coaches", from_=colin,
         to="pell-coaches", from_name="Colin Hext", to_name="Pell Valley Coaches",
         relation="owns", share="1/4", since="2021-04-01", known_to=[amira],
         source="Public register of companies")
    publish("d-chair", "2025-02-07 10:00", hana, "Six for, one against, one abstained. People "
            "know Sunita and find her fair.", ["all-voices-heard"], PARTNERS)
    tell("interest-declared", "2025-02-10 08:50", kai, id="i-kai-college", person=kai,
         party="pellbridge-college", party_name="Pellbridge College", category="financial",
         nature="I teach a course there one evening a week and am paid for it.",
         since="2023-09-01", standing=True)
    tell("role-given", "2025-02-11 10:00", hana, role="chair", person=sunita, decision="d-chair")
    tell("contribution-made", "2025-02-11 11:40", amira, id="co-ramadan-meetings", by=amira,
         for_="sitara", what="suggestion", about="m-2025-02",
         text="Ramadan begins on 1 March. Please do not meet over lunch in that month, and end "
              "before sunset. Nobody who fasts can think well at five.")
    tell("decision-proposed", "2025-02-14 10:00", maureen, id="d-meeting-times", rule="ordinary",
         for_="carers", title="When we meet", text="We meet on the second Tuesday of each month, "
         "one month at ten and the next at six in the evening.", benefits=["served", "carers"],
         benefit="People with jobs, children or someone to care for can come. We shall count who "
         "comes.", decide_where="m-2025-03", decider="partners", review_by="2026-01-31",
         uncertainty="Whether evening buses will still run.", serves=["all-voices-heard"])
    for handle in ("shanice", "gordon"):
        joins(handle, "2025-02-17 09:00", hana)
    tell("objection-raised", "2025-02-18 16:00", wilf, id="ob-evening-bus",
         decision="d-meeting-times", person=wilf, for_="growers",
         reason="No bus runs to the quay after seven. I cannot get home from an evening meeting.")
    minuted("m-2025-02", "2025-02-19 09:00", hana,
            "We talked about what each may ask of the others. Hana writes it up. Amira asked us "
            "to think of Ramadan. Maureen will put a proposal on times.", PARTNERS)
    tell("decision-amended", "2025-02-24 11:00", maureen, decision="d-meeting-times",
         responds_to=["ob-evening-bus"],
         text="We meet on the second Tuesday of each month, one month at ten and the next at six "
              "in the evening. A Northgate volunteer drives home whoever has no bus.")
    tell("objection-answered", "2025-02-25 09:30", hana, objection="ob-evening-bus",
         standing=False, text="Wilf is content: Dele drives him home after evening meetings.")


# - March to May: bus fares, and Amira steps out -

def march():
    joins("marcus", "2025-03-03 09:00", hana)
    tell("role-given", "2025-03-03 09:10", hana, role="coordinator", person=marcus)
    meeting("m-2025-03", "2025-03-11 10:00", "2025-02-20 09:00", hana,
            "To settle our times and our complaints card.",
            "Second Tide, the old chapel",
            [("d-meeting-times", "decide", maureen, "When we meet"),
             ("complaints", "decide", ian, "One complaints card for all of us")],
            agenda="2025-03-03 09:30", to=PARTNERS, invited=PARTNERS)
    tell("role-given", "2025-03-04 10:00", hana, role="lead", person=bethan, area="learning",
         lead=True, accepted=True, purpose="To see that we learn from what we do.",
         limits="Does not speak for the alliance outside.", duties=["learning-review"])
    tell("nothing-declared", "2025-03-05 09:00", marcus, person=marcus)
    tell("decision-opened", "2025-03-11 11:30", hana, decision="d-meeting-times")
    vote("d-meeting-times", "2025-03-11 11:35", for_=[tomasz, joan, maureen, kai, priya, colette],
         abstain=[wilf])
    tell("contribution-made", "2025-03-11 12:00", kai, id="co-door", by=kai, for_="second-tide",
         what="idea", basis="lived",
         text="Somebody who has been a guest should stand at the café door and say hello. The "
              "first two minutes decide whether you stay.")
    tell("agreement-made", "2025-03-11 12:10", hana, id="ag-complaints", topic="complaints",
         version="1", covers=["how-to-raise", "who-handles", "times", "appeal", "joint-work"],
         review="2026-09-30", text="One card, one phone number. We answer within a week that it "
         "has arrived. Nobody handles a complaint about their own organisation.")
    for person, partner in ((tomasz, "lantern"), (joan, "northgate"), (maureen, "carers"),
                            (kai, "second-tide"), (colette, "trust")):
        tell("agreement-accepted", "2025-03-13 14:00", person, agreement="ag-complaints",
             partner=partner)
    minuted("m-2025-03", "2025-03-17 10:00", hana,
            "Times are put to the vote. The complaints card is agreed. Kai wants guests at the "
            "door.", PARTNERS)
    # Late: the register asked for this by 10 February.
    tell("nothing-declared", "2025-03-18 17:00", gareth, person=gareth)
    tell("decision-closed", "2025-03-19 09:00", hana, decision="d-meeting-times")
    tell("contribution-answered", "2025-03-20 12:00", hana, contribution="co-ramadan-meetings",
         adopted="noted", reason="We saw this too late and are sorry. The March meeting ran over "
         "lunch. Next year we plan round Ramadan from the start.")
    tell("decision-proposed", "2025-03-20 15:00", joan, id="d-bus-fares", rule="ordinary",
         for_="northgate", title="Bus fares for volunteers", meeting="m-2025-04",
         text="We buy forty monthly passes from Pell Valley Coaches for volunteers who cannot pay "
              "their fare. It costs £4,800 for a year.",
         about=["pell-coaches"], amount=480000, benefits=["served", "northgate"],
         benefit="The café and the phone line have enough hands. We shall count filled shifts.",
         decide_where="m-2025-04", decider="partners", horizon="short", review_by="2025-12-31",
         uncertainty="How many will take a pass.", serves=["reciprocity"])
    publish("d-meeting-times", "2025-03-24 10:00", hana, "Six for, one abstained. Mornings and "
            "evenings take turns, with a lift home, and so Wilf no longer objects.",
            ["all-voices-heard", "respect"], PARTNERS,
            views={wilf: ("full", "There is a lift home now.")})
    tell("contribution-answered", "2025-03-24 15:00", marcus, contribution="co-door",
         adopted="full", reason="Two guests start at the door in April, paid by the hour.")


def april():
    tell("notice-sent", "2025-03-28 11:00", hana, id="n-papers-bus-fares", about="d-bus-fares",
         what="papers", to=PARTNERS, format=["email"], attachments=["bus-fares-quote"],
         text="Joan's paper on bus fares comes with this letter, and the quote.")
    meeting("m-2025-04", "2025-04-08 18:00", "2025-03-18 09:00", hana,
            "To decide on bus fares and to think about goals.", "Northgate Hall",
            [("d-bus-fares", "decide", joan, "Bus fares for volunteers"),
             ("goals", "discuss", priya, "What we would count"),
             ("wards", "inform", colette, "What changes on the wards")],
            agenda="2025-03-31 09:30", to=PARTNERS, invited=PARTNERS)
    tell("stepped-out", "2025-04-08 18:20", amira, decision="d-bus-fares", person=amira)
    tell("view-given", "2025-04-08 18:40", wilf, decision="d-bus-fares", person=wilf,
         for_="growers", position="against",
         text="The coach does not come to the quay. Ours walk or cycle. Give them tyres.")
    tell("decision-opened", "2025-04-08 19:00", hana, decision="d-bus-fares")
    vote("d-bus-fares", "2025-04-08 19:05", for_=[tomasz, joan, halima, maureen, kai, colette],
         against=[wilf], abstain=[priya],
         reasons={priya: "The council also pays the coach company for the school run."})
    tell("stepped-in", "2025-04-08 19:30", amira, decision="d-bus-fares", person=amira)
    minuted("m-2025-04", "2025-04-14 10:00", hana,
            "Amira left the room for bus fares because of her brother's business partner. Halima "
            "voted for Sitara House. Wilf spoke against. Before we agree goals we count for a "
            "summer.", PARTNERS)
    tell("decision-closed", "2025-04-16 09:30", hana, decision="d-bus-fares")
    tell("action-agreed", "2025-04-16 10:00", hana, id="a-bus-passes", owner=joan,
         due="2025-05-09", decision="d-bus-fares", line_manager=dele,
         done_when="Forty passes lie in the office and the list of takers is made.",
         text="Buy the passes and hand them out.")
    publish("d-bus-fares", "2025-04-17 10:00", hana, "Six for, one against, one abstained. "
            "Without a fare there is no shift. Cycling costs are taken up in the summer.",
            ["reciprocity"], PARTNERS,
            views={wilf: ("part", "Passes stay, and a repair day for bicycles is added.")})


def may():
    tell("decision-proposed", "2025-04-25 11:00", dele, id="d-minibus", rule="ordinary",
         for_="northgate", title="A minibus of our own", amount=2200000,
         text="We buy a used minibus with sixteen seats.", benefits=["served"],
         benefit="People from the estate reach the café. We shall count riders.",
         meeting="m-2025-05", decide_where="m-2025-05")
    tell("decision-seconded", "2025-04-28 09:00", kai, decision="d-minibus", person=kai)
    tell("concern-raised", "2025-05-06", id=pseudonym("c-", "noise"), track="complaint",
         text="The smokers outside the café shout until midnight. I have rung three times and "
              "nobody rings back.", reporter="A tenant in Mill Lane", about=["lantern"])
    meeting("m-2025-05", "2025-05-13 10:00", "2025-04-22 09:00", hana,
            "To hear how the spring went and to look at transport.", "Lantern Rooms, upstairs",
            [("d-minibus", "discuss", dele, "A minibus of our own"),
             ("spring", "inform", tomasz, "The spring at the café")],
            agenda="2025-05-06 09:30", to=PARTNERS, invited=PARTNERS)
    tell("action-done", "2025-05-06 16:00", joan, action="a-bus-passes",
         note="Thirty-one passes are with volunteers, nine are kept for new ones.",
         learning="Ask people what time their shift ends before buying: nine needed a night pass.")
    tell("concern-acknowledged", "2025-05-09", concern=pseudonym("c-", "noise"))
    tell("decision-withdrawn", "2025-05-13 11:00", dele, decision="d-minibus",
         reason="The insurer wants drivers over 25 with ten clean years. We have two of those.")
    tell("contribution-made", "2025-05-13 11:30", hana, id="co-large-print", by=gordon,
         what="suggestion", basis="lived",
         text="I cannot read these agendas. Bigger letters, please, and black on yellow.")
    tell("concern-assigned", "2025-05-16", concern=pseudonym("c-", "noise"), handler=ian)
    minuted("m-2025-05", "2025-05-19 10:00", hana,
            "The minibus is off: insurance costs too much. Guests at the door make a difference. "
            "Gordon asked for large print.", PARTNERS)


# - June and July: a lease without a quorum -

def june():
    noise = tell("action-agreed", "2025-06-02 09:00", hana, id="a-noise-plan", owner=ruth,
                 due="2026-07-01", line_manager=tomasz, with_=[ian],
                 done_when="The plan hangs in the café and the tenants of Mill Lane have it.",
                 text="Agree with the tenants of Mill Lane how the street stays quiet after ten.")
    tell("contribution-answered", "2025-06-02 11:00", hana, contribution="co-large-print",
         adopted="full", reason="From June every letter also comes in large print.")
    meeting("m-2025-06", "2025-06-10 18:00", "2025-05-20 09:00", hana,
            "To hear from volunteers and to look at buildings.", "Quayside plots, the shed",
            [("lease-idea", "discuss", ruth, "A new home for the café"),
             ("plots", "inform", wilf, "What grows, and what we cannot do yet")],
            agenda="2025-06-02 12:00", to=PARTNERS + [shanice, gordon],
            formats=("email", "large-print"), invited=PARTNERS,
            text="We meet at the plots at six, with supper. Bring a jumper.")
    tell("entry-corrected", "2025-06-03 08:30", hana, entry=noise, set={"due": "2025-07-01"},
         reason="Hana wrote the wrong year.")
    tell("contribution-made", "2025-06-10 19:30", wilf, id="co-cafe-vegetables", by=wilf,
         for_="growers", what="idea", basis="lived",
         text="The café buys its vegetables at the supermarket. Buy ours. It keeps six people "
              "busy who get better by it.")
    tell("success-celebrated", "2025-06-10 20:00", marcus, of=["northgate", "lantern"],
         about="a-bus-passes", joint=True,
         text="Thirty-one volunteers ride for free. No café shift was empty in May.")
    tell("concern-updated", "2025-06-12", concern=pseudonym("c-", "noise"),
         text="Ian met the tenants. A plan for quiet nights is being written.")
    minuted("m-2025-06", "2025-06-16 10:00", hana,
            "Supper among the beans. Ruth showed a house in Harbour Row with a garden and a step "
            "that can be taken out. Wilf offered vegetables for the café.", PARTNERS)
    tell("decision-proposed", "2025-06-17 10:00", ruth, id="d-lease", rule="ordinary",
         for_="lantern", title="The lease of 14 Harbour Row", meeting="m-2025-07",
         text="The alliance stands behind a lease of three years for the crisis café at 14 "
              "Harbour Row, at £14,400 a year.",
         about=["harbour-row"], amount=4320000, benefits=["served"], area="premises",
         benefit="The café can open at weekends and has a door without a step. We shall count "
         "guests and weekend nights.", decide_where="m-2025-07", decider="partners",
         horizon="long", review_by="2026-03-31", uncertainty="Whether the landlord renews after "
         "three years.", serves=["people-served-first", "honesty"])
    tell("action-done", "2025-06-30 14:00", ruth, action="a-noise-plan",
         note="Plan signed by eleven tenants.",
         learning="Ring back on the same day, even with no answer yet. Silence was the complaint.")


def july():
    tell("notice-sent", "2025-06-27 12:00", hana, id="n-papers-lease", about="d-lease",
         what="papers", to=PARTNERS + [shanice, gordon], format=["email", "large-print"],
         attachments=["lease-draft", "floor-plan"], text="The draft lease and the plan of the "
         "house come with this letter. Questions go to Ruth.")
    meeting("m-2025-07", "2025-07-08 10:00", "2025-06-17 09:00", hana,
            "To decide on the new home of the café.", "Town Hall, committee room 2",
            [("d-lease", "decide", ruth, "The lease of 14 Harbour Row"),
             ("summer", "discuss", marcus, "What stays open in August")],
            agenda="2025-06-30 09:30", to=PARTNERS + [shanice, gordon],
            formats=("email", "large-print"), invited=PARTNERS)
    # Leaflets need no vote: the chair has left them to the coordinator.
    tell("delegation-made", "2025-07-01 09:00", sunita, id="de-leaflets", from_=sunita, to=marcus,
         area="leaflets", until="2025-12-31")
    tell("meeting-called", "2025-07-01 12:00", hana, id="m-2025-08",
         starts=utc("2025-08-12 18:00"), purpose="To look back at the summer.",
         place="Sitara House, big room", invited=PARTNERS)
    tell("action-agreed", "2025-07-03 10:00", marcus, id="a-leaflets", owner=halima,
         due="2025-08-29", area="leaflets", line_manager=amira, with_=[shanice],
         done_when="Six hundred leaflets are out.", text="Have the café leaflet put into Dari, "
         "Polish and Urdu, and checked by a reader of each.")
    attended("m-2025-07", "2025-07-08 10:05", hana, [tomasz, joan, amira, maureen, colette],
             [kai, priya])
    # Tomasz says so at the table. It should have been in the register by the end of March.
    tell("interest-declared", "2025-07-08 10:40", tomasz, id="i-tomasz-landlord", person=tomasz,
         party="harbour-row", party_name="Harbour Row Properties", category="indirect",
         nature="My wife has kept the books of Harbour Row Properties since March.",
         since="2025-03-01", meeting="m-2025-07")
    tell("stepped-out", "2025-07-08 10:45", tomasz, decision="d-lease", person=tomasz)
    tell("decision-opened", "2025-07-08 11:30", hana, decision="d-lease")
    vote("d-lease", "2025-07-08 11:35", for_=[joan, amira, maureen], abstain=[colette])
    tell("contribution-made", "2025-07-08 12:00", shanice, id="co-quiet-corner", by=shanice,
         what="idea", basis="lived",
         text="Wherever the café goes, keep one corner where nobody speaks to you.")
    tell("link-stated", "2025-07-08 15:00", hana, id="l-tomasz-marta", from_=tomasz, to=marta,
         to_name="Marta Wieczorek", relation="partner-of", known_to=[tomasz],
         source="Tomasz's declaration of 8 July 2025")
    tell("link-stated", "2025-07-08 15:02", hana, id="l-marta-landlord", from_=marta,
         to="harbour-row", from_name="Marta Wieczorek", to_name="Harbour Row Properties",
         relation="employed-by", since="2025-03-01", known_to=[tomasz],
         source="Tomasz's declaration of 8 July 2025")
    tell("concern-closed", "2025-07-09", concern=pseudonym("c-", "noise"), outcome="upheld",
         cause="no-one-named-to-ring-back",
         learning="One person a week now keeps the phone and rings back on the same day.")
    tell("action-agreed", "2025-07-09 10:00", hana, id="a-drivers", owner=joan,
         due="2025-11-28", line_manager=dele,
         done_when="Ten people drive at least once a month.",
         text="Find ten people who drive others home.")
    tell("interest-declared", "2025-07-09 18:00", tomasz, id="i-tomasz-register", person=tomasz,
         party="harbour-row", party_name="Harbour Row Properties", category="indirect",
         nature="My wife keeps the books of Harbour Row Properties.", since="2025-03-01",
         standing=True)
    tell("asset-noted", "2025-07-11 15:00", tomasz, id="as-council-1", of="council",
         area="premises", text="Their surveyor finds in an hour what would cost us a year.")
    minuted("m-2025-07", "2025-07-14 10:00", hana,
            "Tomasz told us that his wife works for the landlord, and left. Lantern Rooms has "
            "nobody else to send. Only four partners were left to vote. Kai was ill, and the "
            "council had sent nobody. Wilf was not there. August is left out.", PARTNERS)
    tell("decision-closed", "2025-07-16 09:00", hana, decision="d-lease")
    tell("contribution-answered", "2025-07-18 10:00", marcus, contribution="co-quiet-corner",
         adopted="full", reason="The bay window of the new house becomes the quiet corner.")
    publish("d-lease", "2025-07-18 11:00", hana, "Three for, one abstained: five were needed to "
            "make it count. We try again in September. Lantern Rooms names a substitute.",
            ["honesty"], PARTNERS)
    tell("meeting-cancelled", "2025-07-21 09:00", hana, meeting="m-2025-08",
         reason="Families are away in August. What is urgent goes by phone: Hana keeps it.")


# - August to October: the lease carried, the polytunnel lost, Joan leaves -

def autumn():
    tell("role-given", "2025-08-11 09:00", hana, role="substitute", person=ruth, for_="lantern")
    tell("decision-proposed", "2025-08-12 10:00", ruth, id="d-lease-again", rule="ordinary",
         for_="lantern", title="The lease of 14 Harbour Row, second try", replaces="d-lease",
         text="The alliance stands behind a lease of three years for the crisis café at 14 "
              "Harbour Row, at £13,800 a year. The landlord takes out the step.",
         about=["harbour-row"], amount=4140000, benefits=["served"], area="premises",
         benefit="The café can open at weekends and has a door without a step. We shall count "
         "guests and weekend nights.", decide_where="m-2025-09", decider="partners",
         horizon="long", review_by="2026-03-31", uncertainty="Whether the landlord renews after "
         "three years.", serves=["people-served-first", "honesty"])
    for person, manner in ((priya, "in-writing"), (wilf, "in-writing")):
        tell("view-sought", "2025-08-14 09:00", hana, decision="d-lease-again", person=person,
             manner=manner)
    tell("view-given", "2025-08-19 10:00", priya, decision="d-lease-again", person=priya,
         for_="council", position="for",
         text="The council has looked at the roof and the wiring. Both are sound.")
    tell("view-sought", "2025-08-25 09:00", hana, decision="d-lease-again", person=wilf,
         manner="by-phone")
    tell("action-done", "2025-08-26 10:00", halima, action="a-leaflets",
         note="Six hundred printed. The Urdu one was read by four aunts.",
         learning="Let two readers check each language. The first Polish text was stiff.")
    tell("asset-noted", "2025-08-27 11:00", kai, id="as-growers-1", of="growers", area="growing",
         text="Nobody on the plots asks how you are. They hand you a fork, and then you talk.")
    tell("notice-sent", "2025-08-29 12:00", hana, id="n-papers-lease-again",
         about="d-lease-again", what="papers", to=PARTNERS + [shanice, gordon],
         format=["email", "large-print"], attachments=["lease-draft-2"],
         text="The landlord asks for £600 less a year and takes out the step. The new draft "
              "comes with this letter.")
    meeting("m-2025-09", "2025-09-09 10:00", "2025-08-15 09:00", hana,
            "To decide on the lease and on our goals.", "Northgate Hall",
            [("d-lease-again", "decide", ruth, "The lease, second try"),
             ("goals", "decide", priya, "Three goals"),
             ("osier", "inform", priya, "The council's bid to the Osier Fund")],
            agenda="2025-09-01 09:30", to=PARTNERS + [shanice, gordon],
            formats=("email", "large-print"), invited=PARTNERS)
    tell("dispensation-granted", "2025-09-02 10:00", hana, id="dis-tomasz", person=tomasz,
         acts=["discuss"], scope="decision:d-lease-again", ground="knows-the-house",
         until="2025-12-31")
    tell("activity-planned", "2025-09-08 09:30", hana, id="act-bid-osier", what="bid",
         starts=utc("2025-10-15 12:00"), affects=["second-tide", "lantern", "carers"],
         host="council", partners=["council", "second-tide"],
         text="The council bids to the Osier Fund for two peer workers.")
    tell("notice-sent", "2025-09-08 10:00", hana, id="n-bid-osier", about="act-bid-osier",
         what="forewarning", to=["second-tide", "lantern", "carers"],
         format=["email", "large-print"], text="The council wants to bid for £60,000 for peer "
         "workers. It asks nothing that we do already. Tell Priya by 1 October what you think.")
    # He may speak, and not vote.
    tell("view-given", "2025-09-09 11:10", tomasz, decision="d-lease-again", person=tomasz,
         for_="lantern", position="pass", text="The boiler is four years old. My wife says that "
         "the landlord mends things within a week.")
    tell("view-given", "2025-09-09 11:20", wilf, decision="d-lease-again", person=wilf,
         for_="growers", position="against", text="It is a lot of money on one house. The café "
         "could share our shed and the chapel.")
    tell("decision-opened", "2025-09-09 11:30", hana, decision="d-lease-again")
    vote("d-lease-again", "2025-09-09 11:35",
         for_=[ruth, joan, amira, maureen, kai, priya, colette], against=[wilf],
         reasons={wilf: "Three years of rent, and there was no £2,000 for us."})
    tell("contribution-made", "2025-09-09 12:00", halima, id="co-women-hour", by=halima,
         for_="sitara", what="suggestion", basis="lived",
         text="Keep Thursday from two to four for women only. Many of ours will not come in "
              "otherwise.")
    tell("objective-agreed", "2025-09-09 12:00", hana, id="o-wait", what="delivery",
         measure="seen-within-two-days", baseline="2/5", target="4/5", due="2026-12-31",
         reports=["2025-12-31", "2026-06-30"], horizon="short", owner="lantern",
         for_=[SERVED], text="Four in five people who ask for help are seen within two days.")
    tell("objective-agreed", "2025-09-09 12:05", hana, id="o-volunteers", what="capacity",
         measure="volunteers", baseline=22, target=40, due="2025-12-31",
         reports=["2025-12-31"], horizon="short", owner="northgate", for_=["partners"],
         text="Forty people give us a shift each week by the new year.")
    tell("objective-agreed", "2025-09-09 12:10", hana, id="o-voice", what="transformation",
         measure="decisions-begun-by-people-served", baseline="1/10", target="3/4",
         due="2027-03-31", reports=["2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30"],
         horizon="long", owner="second-tide", for_=[SERVED],
         text="Three in four of our decisions begin with what people we serve have told us.")
    tell("resource-pledged", "2025-09-10 10:00", priya, id="r-council-money", partner="council",
         what="money", amount=4000000, unit="pence", worth=4000000, for_=["o-wait"])
    tell("resource-pledged", "2025-09-10 10:30", colette, id="r-trust-nurse", partner="trust",
         what="hours", amount=600, unit="hours", worth=1500000, for_=["o-wait"])
    tell("resource-pledged", "2025-09-10 11:00", tomasz, id="r-lantern-rooms", partner="lantern",
         what="rooms", amount=300, unit="hours", worth=450000, for_=["o-wait", "o-voice"])
    joins("farida", "2025-09-15 09:00", hana)
    minuted("m-2025-09", "2025-09-15 10:00", hana,
            "Ruth voted for Lantern Rooms. Seven partners want the house, the Growers do not. "
            "We agreed three goals. Priya told us about the bid.", PARTNERS)
    tell("need-identified", "2025-09-15 11:00", hana, id="ne-gordon-evenings", of=gordon,
         what="life", text="Gordon cannot get home after the Friday group.")
    tell("decision-proposed", "2025-09-16 09:00", wilf, id="d-polytunnel", rule="ordinary",
         for_="growers", title="A polytunnel for the plots", about=["growers"], amount=240000,
         text="The alliance gives £2,400 from the common pot for a polytunnel, so that people "
              "can come to the plots in winter.",
         benefits=["served", "growers"], area="small-grants",
         benefit="Twelve people have somewhere to go from November to March. We shall keep a "
         "list of who comes.", decide_where="m-2025-10", decider="partners", horizon="short",
         review_by="2026-06-30", uncertainty="How much heat it holds.", serves=["reciprocity"])
    tell("decision-closed", "2025-09-17 09:00", hana, decision="d-lease-again")
    tell("action-agreed", "2025-09-17 10:00", hana, id="a-lease-sign", owner=ruth,
         due="2025-10-17", decision="d-lease-again", for_=["o-wait"], line_manager=tomasz,
         done_when="Both sides have signed.", text="Sign the lease.")
    tell("action-agreed", "2025-09-17 10:05", hana, id="a-fire-check", owner=gareth,
         due="2025-11-14", decision="d-lease-again", for_=["o-wait"], line_manager=priya,
         done_when="The fire officer's letter is on file.",
         text="Have the fire officer look at 14 Harbour Row.")
    publish("d-lease-again", "2025-09-19 10:00", hana, "Seven for, one against. A house without a "
            "step, open at weekends, is worth the rent.", ["honesty", "respect"],
            PARTNERS + [SERVED],
            views={priya: ("full", "Roof and wiring are sound, as the council says."),
                   tomasz: ("part", "The boiler is noted. Of the landlord we ask others."),
                   wilf: ("no", "The shed has no water and the chapel is in use at night. We "
                                "looked at both.")})
    tell("contribution-answered", "2025-09-22 10:00", marcus, contribution="co-women-hour",
         adopted="part", reason="Thursday from two to three is for women, from October. More when "
         "there are enough women on the rota.")
    tell("support-asked", "2025-09-22 14:00", dele, id="su-panic", of="lantern", from_="northgate",
         what="training", due="2025-10-31", text="How do we sit with somebody who panics?")
    tell("contribution-made", "2025-09-30 09:00", tomasz, id="co-difficulty-gas", by=tomasz,
         for_="lantern", what="difficulty", noticed="2025-09-24", own=True,
         text="We had no gas certificate for the old café for six weeks. It is our mistake. The "
              "check is booked for Thursday.")


def october():
    tell("notice-sent", "2025-10-01 12:00", hana, id="n-papers-polytunnel", about="d-polytunnel",
         what="papers", to=PARTNERS + [shanice, gordon], format=["email", "large-print"],
         attachments=["polytunnel-quote"], text="Wilf's paper and two quotes.")
    # Ruth was away: she wrote this down a fortnight later.
    tell("support-given", "2025-10-02 17:00", ruth, noted="2025-10-17 09:00",
         support="su-panic", from_="lantern", to=["northgate"], what="training",
         text="An evening for twelve neighbours at the café.")
    joins("nisha", "2025-10-06 09:00", hana)
    meeting("m-2025-10", "2025-10-14 18:00", "2025-09-18 09:00", hana,
            "To decide on the polytunnel and to say goodbye to Joan.", "Quayside plots, the shed",
            [("d-polytunnel", "decide", wilf, "A polytunnel for the plots"),
             ("joan", "inform", dele, "Thanks to Joan")],
            agenda="2025-10-06 09:30", to=PARTNERS + [shanice, gordon],
            formats=("email", "large-print"), invited=PARTNERS)
    tell("contribution-made", "2025-10-07 12:00", shanice, id="co-night-number", by=shanice,
         what="not-working", basis="lived",
         text="The number on the leaflet rings out after ten. That is when I need it.")
    tell("need-met", "2025-10-10 10:00", dele, noted="2025-10-16 09:00",
         need="ne-gordon-evenings", from_="northgate", form="lift",
         text="Northgate drives Gordon home on Fridays.")
    tell("need-identified", "2025-10-13 10:00", halima, id="ne-farida-children", of=farida,
         what="life", text="Farida can only come when somebody minds the two little ones.")
    tell("view-given", "2025-10-14 18:40", kai, decision="d-polytunnel", person=kai,
         for_="second-tide", position="for", basis="lived",
         text="Two of our students got through last winter because of those plots.")
    tell("view-given", "2025-10-14 18:50", maureen, decision="d-polytunnel", person=maureen,
         for_="carers", position="against",
         text="Until we have a rule for small grants I would rather not give any.")
    tell("decision-opened", "2025-10-14 19:00", hana, decision="d-polytunnel")
    vote("d-polytunnel", "2025-10-14 19:05", for_=[joan, amira, kai],
         against=[tomasz, maureen, colette])
    tell("success-celebrated", "2025-10-14 20:30", sunita, of=["northgate", joan],
         text="Joan opened her kitchen eleven years ago. Northgate Neighbours came out of it.")
    tell("ballot-cast", "2025-10-15 09:30", priya, decision="d-polytunnel", voter=priya,
         choice="against", reason="The pot is for all. A grant to one needs a rule first.")
    tell("action-done", "2025-10-15 16:00", ruth, action="a-lease-sign",
         note="Signed on both sides.",
         learning="Have a second person check dates: the first draft began on a Sunday.")
    tell("concern-raised", "2025-10-20", id=pseudonym("c-", "talked-down"), track="behaviour",
         text="At the October meeting a council officer told Wilf to stick to his beans, and "
              "some laughed.", reporter="Somebody who was there", about=["council", gareth])
    tell("contribution-made", "2025-10-21 10:00", wilf, id="co-told-not-asked", by=wilf,
         for_="growers", what="challenge", basis="lived",
         text="We are told and not asked. Letters come by email, and I have none. When we do "
              "speak, the answer is no.")
    minutes = tell("minutes-drafted", "2025-10-22 10:00", hana, meeting="m-2025-10", to=PARTNERS,
                   text="Wilf asked for a polytunnel. Mauren and Tomasz want a rule for small "
                        "grants first. The vote stays open for a week. We thanked Joan, with "
                        "cake.")
    tell("decision-closed", "2025-10-22 11:00", hana, decision="d-polytunnel")
    tell("action-agreed", "2025-10-22 12:00", hana, id="a-other-money", owner=priya,
         due="2025-12-12", decision="d-polytunnel", line_manager=gareth, promised_to=["growers"],
         done_when="Wilf holds a letter that says yes or no.",
         text="Find other money for the Growers' polytunnel.")
    tell("interest-ended", "2025-10-24 09:00", kai, interest="i-kai-college")
    publish("d-polytunnel", "2025-10-24 10:00", hana, "Three for, four against; the Growers could "
            "not vote on their own grant. We have no rule for small grants. Priya looks for "
            "other money.", ["honesty", "reciprocity"], PARTNERS,
            views={kai: ("part", "We agree that the plots help. It is the pot that is wrong."),
                   maureen: ("full", "A rule for small grants comes first.")})
    tell("asset-noted", "2025-10-27 11:00", tomasz, id="as-tide-1", of="second-tide",
         area="peer-support", text="Their teachers say what we cannot: I was there.")
    tell("contribution-made", "2025-10-28 11:00", shanice, id="co-surgery-idea", by=shanice,
         what="idea", basis="lived", stage="design",
         text="When I was at my worst I went to the doctor, nowhere else. Put one of us there.")
    sought = tell("view-sought", "2025-10-29 09:00", hana, question="handing-over", person=joan,
                  manner="in-person")
    tell("role-ended", "2025-10-31 12:00", hana, role="representative", person=joan,
         for_="northgate")
    tell("role-given", "2025-10-31 12:10", hana, role="representative", person=dele,
         for_="northgate")
    tell("action-progressed", "2025-10-31 12:20", joan, action="a-drivers", owner=dele,
         ground="owner-leaves", view_sought=sought,
         note="Four drivers found. Dele takes it on.")
    tell("person-left", "2025-10-31 17:00", hana, person=joan)
    tell("contribution-answered", "2025-11-06 11:00", marcus, contribution="co-surgery-idea",
         adopted="full", reason="Kai is writing a proposal from it, with Shanice.")
    tell("entry-corrected", "2025-11-12 09:00", hana, entry=minutes,
         reason="Maureen's name was spelt wrong.",
         set={"text": "Wilf asked for a polytunnel. Maureen and Tomasz want a rule for small "
                      "grants first. The vote stays open for a week. We thanked Joan, with cake."})


# - November and December: a tie, a move, a pilot -

def november():
    tell("decision-proposed", "2025-10-23 09:00", kai, id="d-sundays", rule="ordinary",
         for_="second-tide", title="Sundays or Mondays at the café",
         text="From January the café opens on Sunday evenings and closes on Mondays.",
         benefits=["served"], benefit="Sunday is the longest night of the week for people who "
         "live alone. We shall count guests on both nights.", decide_where="m-2025-11",
         decider="partners", horizon="short", review_by="2026-04-30",
         uncertainty="Whether staff can be found for Sundays.", serves=["people-served-first"])
    tell("concern-acknowledged", "2025-11-01", concern=pseudonym("c-", "talked-down"))
    tell("concern-assigned", "2025-11-03", concern=pseudonym("c-", "talked-down"), handler=ruth)
    meeting("m-2025-11", "2025-11-11 10:00", "2025-10-21 09:00", hana,
            "To decide which nights the café opens.", "Sitara House, big room",
            [("d-sundays", "decide", kai, "Sundays or Mondays at the café"),
             ("surgery", "discuss", nisha, "A peer worker at the surgery"),
             ("move", "inform", tomasz, "Moving into Harbour Row")],
            agenda="2025-11-03 09:30", to=PARTNERS + [shanice, gordon, farida],
            formats=("email", "large-print", "dari-audio"), invited=PARTNERS)
    tell("action-agreed", "2025-11-04 10:00", hana, id="a-night-number", owner=tomasz,
         due="2025-11-28", responds_to=["co-night-number"], approach="adapted",
         for_=["o-wait"], line_manager=ruth, done_when="A call at midnight is answered.",
         text="Pass calls after ten on to the night worker.")
    tell("view-given", "2025-11-11 11:00", tomasz, decision="d-sundays", person=tomasz,
         for_="lantern", position="against",
         text="I have nobody for Sundays. Mondays are full: people come after the weekend.")
    tell("view-given", "2025-11-11 11:05", hana, decision="d-sundays", person=shanice,
         position="for", basis="lived",
         text="On Sundays my mother used to ring. Since she died I sit on the stairs until it is "
              "Monday. I would walk to the café in any weather.")
    tell("decision-opened", "2025-11-11 11:30", hana, decision="d-sundays")
    vote("d-sundays", "2025-11-11 11:35", for_=[dele, amira, kai, wilf],
         against=[tomasz, maureen, priya, colette])
    tell("support-given", "2025-11-12 15:00", amira, unasked=True, from_="sitara", to=["carers"],
         what="rooms", text="Our kitchen, for the carers' lunch on Wednesdays.")
    tell("asset-noted", "2025-11-13 10:00", maureen, id="as-sitara-1", of="sitara", area="faith",
         text="They know which day matters to whom, and there is always soup.")
    tell("asset-noted", "2025-11-13 11:00", amira, id="as-northgate-1", of="northgate",
         area="neighbourhood", text="Dele knows every stairwell on the estate.")
    joins("lena", "2025-11-17 09:00", hana)
    tell("role-given", "2025-11-17 09:10", hana, role="substitute", person=lena, for_="northgate")
    minuted("m-2025-11", "2025-11-17 10:00", hana,
            "Four for Sundays and four for Mondays. A tie leaves things as they are. Nisha spoke "
            "about the surgery. The café moves on 24 November.", PARTNERS)
    tell("activity-planned", "2025-11-17 11:00", hana, id="act-cafe-move",
         starts=utc("2025-11-24 09:00"), host="lantern", partners=["lantern", "council"],
         affects=["council", "harbour-row-tenants", "market-traders"],
         text="The café moves to 14 Harbour Row. Vans stand in the lane all day.")
    tell("notice-sent", "2025-11-18 09:00", marcus, id="n-cafe-move", about="act-cafe-move",
         what="forewarning", to=["council", "harbour-row-tenants", "market-traders"],
         format=["email", "large-print"], text="On 24 November vans stand in Harbour Row all day.")
    tell("decision-closed", "2025-11-19 09:00", hana, decision="d-sundays")
    tell("need-met", "2025-11-20 15:00", halima, need="ne-farida-children", from_="sitara",
         form="childcare", text="Two mothers at Sitara House mind children on group days.")
    publish("d-sundays", "2025-11-21 10:00", hana, "Four against four. Under our rule a tie "
            "changes nothing, so Mondays stay. We look for Sunday staff and ask again in spring.",
            ["honesty", "listening"], PARTNERS,
            views={tomasz: ("full", "Mondays stay for now."),
                   shanice: ("part", "Sunday staff are looked for. Until then a Sunday phone line "
                                     "is open from six to nine.")})
    tell("decision-proposed", "2025-11-21 14:00", kai, id="d-surgery-pilot", rule="ordinary",
         for_="second-tide", title="A peer worker at Millrace Surgery", stage="design",
         text="From January to July a worker from Second Tide sits in Millrace Surgery two days "
              "a week. The trust pays £9,000.",
         about=["millrace-surgery"], amount=900000, benefits=["served"], area="peer-support",
         responds_to=["co-surgery-idea"], with_=[shanice], decide_where="m-2025-12",
         decider="partners", horizon="short", review_by="2026-05-31",
         benefit="People who only go to the doctor meet somebody who has been there. We shall "
         "count who comes, and ask each what changed.",
         uncertainty="Whether doctors send people, and whether two days are enough.",
         serves=["people-served-first"])
    tell("view-sought", "2025-11-24 09:00", hana, decision="d-surgery-pilot", person=bethan,
         manner="in-writing")
    # Maureen's daughter works at the surgery. She says so the week she hears of the plan.
    tell("interest-declared", "2025-11-25 12:00", maureen, id="i-maureen-surgery",
         person=maureen, party="millrace-surgery", party_name="Millrace Surgery",
         category="indirect", nature="My daughter is a receptionist there.", since="2025-11-03")
    tell("link-stated", "2025-11-25 14:00", hana, id="l-maureen-lucy", from_=maureen, to=lucy,
         to_name="Lucy Tolliver", relation="parent-of", known_to=[maureen],
         source="Maureen's declaration of 25 November 2025")
    tell("link-stated", "2025-11-25 14:02", hana, id="l-lucy-surgery", from_=lucy,
         to="millrace-surgery", from_name="Lucy Tolliver", to_name="Millrace Surgery",
         relation="employed-by", since="2025-11-03", known_to=[maureen],
         source="Maureen's declaration of 25 November 2025")
    tell("action-done", "2025-11-26 12:00", tomasz, action="a-night-number",
         note="Calls go to the night worker's phone.",
         learning="Ring our own number at odd hours, once a month.")
    tell("action-done", "2025-11-27 15:00", gareth, action="a-fire-check",
         note="The letter came two weeks late. Two extinguishers were added.")
    tell("concern-updated", "2025-11-28", concern=pseudonym("c-", "talked-down"),
         text="Ruth has spoken with both. They will meet.")
    tell("view-given", "2025-11-28 10:00", bethan, decision="d-surgery-pilot", person=bethan,
         for_="second-tide", position="for", basis="lived",
         text="We can train two people by the end of January. They need a room with a door.")
    tell("contribution-answered", "2025-11-28 12:00", hana, contribution="co-told-not-asked",
         adopted="noted", reason="You are right, and this answer is late as well. We post your "
         "letters from the new year and ring before each meeting.")


def december():
    tell("notice-sent", "2025-11-28 14:00", hana, id="n-papers-surgery", about="d-surgery-pilot",
         what="papers", to=PARTNERS + [shanice, gordon, farida],
         format=["email", "large-print", "dari-audio"], attachments=["surgery-paper"],
         text="Kai and Shanice's paper on a peer worker at Millrace Surgery.")
    meeting("m-2025-12", "2025-12-09 18:00", "2025-11-18 09:00", hana,
            "To decide on the surgery pilot.", "14 Harbour Row",
            [("d-surgery-pilot", "decide", kai, "A peer worker at Millrace Surgery"),
             ("open-day", "discuss", wilf, "Where to hold a summer open day")],
            agenda="2025-12-01 09:30", to=PARTNERS + [shanice, gordon, farida],
            formats=("email", "large-print", "dari-audio"), invited=PARTNERS)
    tell("contribution-made", "2025-12-02 09:00", priya, id="co-difficulty-budget", by=priya,
         for_="council", what="difficulty", noticed="2025-11-10", own=True,
         text="The council's budget for next year is a tenth smaller. I heard on 10 November and "
              "waited for the final number. I should have told you then.")
    tell("nothing-declared", "2025-12-02 12:00", lena, person=lena)
    tell("stepped-out", "2025-12-09 18:20", maureen, decision="d-surgery-pilot", person=maureen)
    tell("view-given", "2025-12-09 18:40", dele, decision="d-surgery-pilot", person=dele,
         for_="northgate", position="against",
         text="Millrace is on the far side of town. People on the estate use the Northgate "
              "surgery, and again get nothing.")
    tell("decision-opened", "2025-12-09 19:00", hana, decision="d-surgery-pilot")
    vote("d-surgery-pilot", "2025-12-09 19:05", for_=[tomasz, amira, sunita, kai, priya, colette],
         against=[dele, wilf])
    tell("contribution-made", "2025-12-09 19:40", wilf, id="co-open-day-quay", by=wilf,
         for_="growers", what="idea", basis="lived",
         text="Hold the open day on the quay. There is grass, there is shade, and people pass "
              "by anyway.")
    tell("success-celebrated", "2025-12-09 20:00", marcus, of=["lantern", "council", "trust"],
         joint=True, about="d-lease-again",
         text="The café opened in Harbour Row with no step. Two guests in wheelchairs came on "
              "the first night.")
    tell("asset-noted", "2025-12-10 15:00", colette, id="as-lantern-1", of="lantern",
         area="crisis", text="They stay calm at two in the morning.")
    tell("asset-noted", "2025-12-10 15:30", ruth, id="as-trust-1", of="trust", area="clinical",
         text="When we ring a nurse, somebody picks up.")
    tell("information-shared", "2025-12-11 10:00", kai, id="inf-tide-1", for_="second-tide",
         what="update", to=PARTNERS, format=["email", "large-print"],
         text="Fourteen people finished the autumn course. Three want to teach.")
    minuted("m-2025-12", "2025-12-15 10:00", hana,
            "Maureen stepped out because of her daughter's job. Sunita voted for the Carers' "
            "Circle. Dele said that the estate gets nothing again. Wilf offered the quay for an "
            "open day.", PARTNERS)
    tell("outcome-reported", "2025-12-16 10:00", kai, id="out-voice-1", objective="o-voice",
         met=False, value="1/4", audience=["partners"], accepted=["second-tide", "sitara"],
         contributors=["second-tide", "sitara"], text="One decision in four began with people we "
         "serve.")
    tell("decision-closed", "2025-12-17 09:00", hana, decision="d-surgery-pilot")
    tell("concern-closed", "2025-12-18", concern=pseudonym("c-", "talked-down"),
         outcome="upheld", cause="no-habit-of-stopping-a-remark",
         learning="Whoever chairs stops a remark at once. The two have spoken, and it was put "
                  "right.")
    publish("d-surgery-pilot", "2025-12-18 10:00", hana, "Six for, two against. People go to the "
            "doctor first, so that is where we go.", ["listening", "aspire-not-compete"],
            PARTNERS + [SERVED],
            views={bethan: ("full", "There is a room with a door."),
                   dele: ("part", "We ask the Northgate surgery before July.")})
    tell("action-agreed", "2025-12-18 11:00", hana, id="a-pilot-agreement", owner=colette,
         due="2026-01-16", decision="d-surgery-pilot", for_=["o-wait"], line_manager=ian,
         with_=[nisha], done_when="Trust, surgery and Second Tide have signed one page.",
         text="Write the agreement with the surgery on one page.")
    tell("action-agreed", "2025-12-18 11:05", hana, id="a-pilot-training", owner=bethan,
         due="2026-01-30", decision="d-surgery-pilot", for_=["o-wait"], line_manager=kai,
         done_when="Two people have passed.", text="Train two peer workers.")


def story():
    for month in (founding, january, february, march, april, may, june, july, autumn, october,
                  november, december):
        month()
