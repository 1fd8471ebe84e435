# SPDX-License-Identifier: LGPL-2.1-or-later
"""2026, to the end of July: cold nights, Ramadan in good time, a vote for people served that
fails, and one small partner that falls silent."""

from people import *
from story_2025 import joins
from telling import (answers, grid, meeting, minuted, publish, pseudonym, spoke, tally, tell, told,
                     utc, vote)

EVERYONE = PARTNERS + [shanice, gordon, farida]
BY_EMAIL = ("email", "large-print", "dari-audio")
AND_BY_POST = BY_EMAIL + ("paper",)

# What people say in the round of June 2026, by question.
SCORES = {
    "q-unsure-ok": {tomasz: 4, ruth: 4, dele: 4, amira: 5, halima: 4, maureen: 4, sunita: 5,
                    kai: 5, bethan: 4, wilf: 4, priya: 3, colette: 4, hana: 4, marcus: 4,
                    shanice: 4},
    "q-values-guide": {tomasz: 4, ruth: 4, dele: 3, amira: 4, halima: 4, maureen: 5, sunita: 5,
                       kai: 4, bethan: 4, wilf: 3, priya: 4, colette: 4, hana: 5, marcus: 4,
                       nisha: 4},
    "q-time-to-learn": {tomasz: 3, ruth: 4, dele: 4, amira: 4, halima: 4, maureen: 4, sunita: 4,
                        kai: 4, bethan: 5, priya: 4, gareth: 3, colette: 4, hana: 4, marcus: 4,
                        lena: 4},
}


# - January: cold nights, Ramadan planned, the first look at our conduct -

def ramadan_is_planned():
    tell("decision-proposed", "2025-12-22 10:00", amira, id="d-ramadan-hours", rule="ordinary",
         for_="sitara", title="Opening hours in Ramadan", benefits=["served", "sitara"],
         text="From 18 February to 19 March the café opens from eight in the evening until one. "
              "Sitara House brings dates and soup at sunset.",
         area="faith", benefit="People who fast can come after they have eaten. We shall count "
         "guests, and ask the usual ones whether they missed us at five.",
         decide_where="m-2026-01", decider="partners", horizon="short", review_by="2026-04-30",
         responds_to=["co-ramadan-meetings"], uncertainty="Whether the usual guests stay away.",
         serves=["respect", "all-voices-heard"])
    tell("view-sought", "2025-12-22 11:00", hana, decision="d-ramadan-hours", person=halima,
         manner="by-phone")
    tell("view-given", "2025-12-27 12:00", halima, decision="d-ramadan-hours", person=halima,
         for_="sitara", position="for", basis="lived",
         text="The hour after we eat is the loneliest for women whose family is far away.")
    meeting("m-2026-01", "2026-01-13 10:00", "2025-12-22 09:00", hana,
            "To settle Ramadan hours and to look back on a year.", "Sitara House, big room",
            [("d-ramadan-hours", "decide", amira, "Opening hours in Ramadan"),
             ("year", "discuss", sunita, "A year of the alliance"),
             ("reaffirm", "decide", None, "Do we stand by the charter?")],
            agenda="2026-01-05 09:30", to=EVERYONE, formats=BY_EMAIL, invited=PARTNERS)


def january():
    tell("activity-planned", "2025-12-15 10:00", hana, id="act-surgery-start",
         starts=utc("2026-01-19 09:00"), affects=["millrace-surgery", "trust", "second-tide"],
         host="millrace-surgery", partners=["second-tide", "trust"],
         text="The peer worker starts at Millrace Surgery.")
    tell("notice-sent", "2025-12-15 11:00", hana, id="n-surgery-start",
         about="act-surgery-start", what="forewarning",
         to=["millrace-surgery", "trust", "second-tide"], format=["email"],
         text="The peer worker sits in room 4 from 19 January, Mondays and Thursdays.")
    tell("decision-proposed", "2026-01-05 09:00", tomasz, id="d-cold-nights", rule="urgent",
         for_="lantern", title="Open all night while it freezes",
         text="While it is below zero the café stays open all night, from Thursday on.",
         benefits=["served"], benefit="Nobody who is unwell sleeps outside. We shall count guests "
         "each night.", decider="partners", horizon="short", review_by="2026-02-28", area="winter",
         amount=180000, uncertainty="How long the cold lasts.", serves=["people-served-first"])
    tell("objection-raised", "2026-01-05 14:00", gareth, id="ob-cleaners",
         decision="d-ramadan-hours", person=gareth, for_="council",
         reason="The council's cleaners come at nine and lock up at ten.")
    tell("notice-sent", "2026-01-05 15:00", hana, id="n-papers-cold", about="d-cold-nights",
         what="papers", to=EVERYONE, format=list(BY_EMAIL), attachments=["cold-note"],
         text="Tomasz asks for an urgent vote. It opens tomorrow at half past nine.")
    tell("decision-opened", "2026-01-06 09:30", hana, decision="d-cold-nights")
    vote("d-cold-nights", "2026-01-06 10:00", for_=[tomasz, dele, amira, maureen, kai, colette],
         against=[priya], reasons={priya: "The insurer has not answered yet."})
    tell("decision-closed", "2026-01-08 10:00", hana, decision="d-cold-nights")
    tell("action-agreed", "2026-01-08 10:30", hana, id="a-cold-rota", owner=tomasz,
         due="2026-01-12", decision="d-cold-nights", for_=["o-wait"], line_manager=ruth,
         needs_permission=True, done_when="Every night until Sunday has two names.",
         text="Fill the night rota.")
    tell("delegation-made", "2026-01-08 10:40", sunita, id="de-cold", from_=sunita, to=tomasz,
         action="a-cold-rota", area="winter", until="2026-02-28")
    tell("objection-answered", "2026-01-09 10:00", hana, objection="ob-cleaners", standing=False,
         text="Lantern Rooms locks up in Ramadan. The cleaners come at eleven in the morning.")
    tell("action-done", "2026-01-09 17:00", tomasz, action="a-cold-rota",
         note="Nine nights, eighteen names.",
         learning="Ask those who rest by day first. Three guests did a night for us.")
    publish("d-cold-nights", "2026-01-09 18:00", hana, "Six for, one against; two thirds were "
            "needed. Freezing nights come before forms. The insurer said yes on Friday.",
            ["respect", "honesty"], PARTNERS + [SERVED])
    tell("decision-opened", "2026-01-13 11:00", hana, decision="d-ramadan-hours")
    vote("d-ramadan-hours", "2026-01-13 11:05",
         for_=[tomasz, dele, amira, maureen, kai, priya, colette])
    for number, person in enumerate((tomasz, dele, amira, maureen, kai, priya, colette)):
        tell("charter-reaffirmed", "2026-01-13 12:%02d" % number, person, person=person,
             partner=SPEAKS_FOR[person], version="1.0")
    tell("contribution-made", "2026-01-13 12:30", maureen, id="co-breaks", by=maureen,
         for_="carers", what="idea", basis="lived",
         text="Half a day away, once a month, with somebody good at home. That is all I want.")
    for number, person in enumerate((ruth, dele, bethan, priya, colette, ian, hana, kai, halima,
                                   gareth, marcus)):
        tell("nothing-declared", "2026-01-%d 09:40" % (14 + number // 4), person, person=person)
    tell("action-done", "2026-01-14 15:00", colette, action="a-pilot-agreement",
         note="One page, three names.", learning="One page was enough. Last year it took forty.")
    tell("outcome-reported", "2026-01-15 10:00", tomasz, id="out-wait-2", objective="o-wait",
         met=False, value="7/10", audience=["partners", SERVED], benefits=[SERVED],
         resources=["r-council-money", "r-trust-nurse", "r-lantern-rooms"],
         accepted=["lantern", "trust", "second-tide", "sitara", "council"],
         contributors=["lantern", "trust", "second-tide", "council"],
         text="Seven in ten are seen within two days. In spring it was two in five.")
    tell("claim-made", "2026-01-15 10:20", tomasz, id="cl-wait", about="o-wait",
         text="Help comes nearly twice as often within two days as a year ago.")
    tell("support-given", "2026-01-15 16:00", sunita, unasked=True, from_="carers",
         to=["second-tide"], what="training", text="A talk on caring for a brother.")
    minuted("m-2026-01", "2026-01-19 10:00", hana,
            "Everyone but the Growers was there. Ramadan hours are put to the vote. Seven "
            "partners stand by the charter for another year.", PARTNERS)
    tell("need-identified", "2026-01-19 14:00", hana, id="ne-shanice-letter", of=shanice,
         what="life", text="Shanice gets letters about her flat that nobody can follow.")
    tell("review-held", "2026-01-20 13:00", hana, cycle="conduct", for_date="2026-01-19",
         present=PARTNERS, accounts=[partner for partner in PARTNERS if partner != "growers"],
         covers=["how-we-speak", "who-decides", "what-we-promised"],
         findings="We decide before we have heard those we serve. The council said that one of "
                  "its people had been rude. Wilf sat with us and said nothing, and nobody asked.")
    tell("outcome-reported", "2026-01-20 15:00", dele, id="out-volunteers", what="setback",
         objective="o-volunteers", met=False, value=27, audience=["partners"],
         accepted=["northgate"], contributors=["northgate", "second-tide"],
         text="Twenty-seven people give us a shift, not forty. We lost students in the autumn.")
    tell("decision-closed", "2026-01-21 09:00", hana, decision="d-ramadan-hours")
    publish("d-ramadan-hours", "2026-01-22 09:30", hana, "Seven for. The council objected, and "
            "has an answer. Last year we thought of it too late.",
            ["respect", "all-voices-heard", "valuing-difference"], EVERYONE,
            views={halima: ("full", "Doors open after the meal."),
                   gareth: ("full", "The cleaners come in the morning.")})
    tell("contribution-answered", "2026-01-22 11:00", marcus, contribution="co-breaks",
         adopted="full", reason="Maureen writes it up for April. Sitara House offers a room.")
    steps = [
        ("lantern", ruth, tomasz, "2026-03-06", "Two guests open each meeting with what they saw."),
        ("northgate", dele, lena, "2026-07-10", "Hold three doorstep evenings on the estate."),
        ("sitara", halima, amira, "2026-03-27", "Ask the mothers' group before each meeting."),
        ("carers", maureen, sunita, "2026-04-24", "Ring ten carers before each meeting."),
        ("second-tide", kai, bethan, "2026-05-29", "Teach six people to write a proposal."),
        ("growers", wilf, None, "2026-06-26", "Show three committee members the plots at work."),
        ("council", gareth, priya, "2026-04-30", "Put a box for proposals in the three libraries."),
        ("trust", ian, colette, "2026-05-15", "Ask two questions of everyone who leaves a ward."),
    ]
    for number, (partner, owner, manager, due, text) in enumerate(steps):
        tell("action-agreed", "2026-01-23 10:%02d" % number, hana, id="a-voice-" + partner,
             owner=owner, due=due, for_=["o-voice"], responds_to=["conduct"],
             line_manager=manager, text=text, done_when="It has been done and somebody has said "
             "what they heard.")
    tell("action-agreed", "2026-01-23 11:00", hana, id="a-ring-growers", owner=hana,
         due="2026-06-12", responds_to=["co-told-not-asked", "conduct"],
         promised_to=["growers"], done_when="Five calls are in the book.",
         text="Ring Wilf before each meeting and read him the papers.")
    tell("contribution-made", "2026-01-27 14:00", gordon, id="co-pay-us", by=gordon, what="idea",
         basis="lived", stage="design",
         text="Everyone round this table is paid to be here, but for us. Pay us.")
    tell("evidence-filed", "2026-01-28 11:00", colette, id="ev-call-log", for_="cl-wait",
         source="trust", dated="2026-01-12", independence="partner",
         text="The call log of the trust shows the same for October to December.")
    tell("support-given", "2026-01-28 15:00", priya, unasked=True, from_="council", to=["trust"],
         what="rooms", text="Committee room 2 for the nurses' supervision.")
    tell("action-done", "2026-01-28 17:00", bethan, action="a-pilot-training",
         note="Two have passed.", learning="Half a day on saying no was the best part.")


# - February and March: one form lost, pay for people served, a charter change that fails -

def february():
    tell("decision-proposed", "2026-01-20 11:00", colette, id="d-one-form", rule="ordinary",
         for_="trust", title="One form to ask for help", meeting="m-2026-02",
         text="From April everyone who wants help fills in the trust's form, wherever they ask.",
         benefits=["served", "trust"], benefit="People tell their story once. We shall count how "
         "often they are asked again.", decide_where="m-2026-02", decider="partners",
         horizon="short", review_by="2026-10-31", uncertainty="Whether people fill in four pages.",
         serves=["one-team-by-place"])
    meeting("m-2026-02", "2026-02-10 18:00", "2026-01-20 09:00", hana,
            "To decide on one form, and to hear two proposals.", "Town Hall, committee room 2",
            [("d-one-form", "decide", colette, "One form to ask for help"),
             ("d-served-vote", "discuss", kai, "A vote for people we serve"),
             ("pay", "discuss", gordon, "Paying people we serve")],
            agenda="2026-02-02 09:30", to=EVERYONE, formats=BY_EMAIL, invited=PARTNERS)
    tell("interest-declared", "2026-02-02 12:00", amira, id="i-amira-coaches-2026", person=amira,
         party="pell-coaches", party_name="Pell Valley Coaches", category="indirect",
         nature="As last year: my brother's business partner owns a quarter.",
         since="2021-04-01")
    tell("review-held", "2026-02-03 14:00", hana, cycle="learning",
         for_date="2026-02-02", present=["lantern", "second-tide", "trust", "council", "carers"],
         covers=["actions", "pilot"], findings="Four lessons. The best: ring back the same day.")
    tell("support-given", "2026-02-03 16:00", colette, unasked=True, from_="trust",
         to=["lantern"], what="nurse-on-call", text="A nurse on the phone from ten to two.")
    tell("resource-used", "2026-02-04 10:00", colette, resource="r-trust-nurse", amount=180,
         unit="hours", outcome="out-wait-2")
    tell("resource-used", "2026-02-04 10:10", priya, resource="r-council-money", amount=1210000,
         unit="pence", outcome="out-wait-2")
    tell("resource-used", "2026-02-04 10:20", tomasz, resource="r-lantern-rooms", amount=96,
         unit="hours", outcome="out-wait-2")
    sought = tell("view-sought", "2026-02-04 12:00", hana, question="dropping-an-action",
                  person=dele, manner="in-person")
    tell("contribution-answered", "2026-02-05 09:00", marcus, contribution="co-pay-us",
         adopted="full", reason="Kai writes a proposal with Gordon and Shanice for March.")
    tell("action-dropped", "2026-02-05 10:00", hana, action="a-drivers", ground="better-way",
         view_sought=sought, reason="Dele agrees: with passes and lifts on Fridays nobody needs "
         "ten drivers.", note="Four drivers were found and stay.")
    tell("decision-proposed", "2026-02-10 10:00", kai, id="d-served-vote", rule="charter-change",
         for_="second-tide", title="A vote for people we serve", stage="design",
         text="The charter gives people we serve one vote, as if they were a partner.",
         benefits=["served"], benefit="Those it is about decide with us. We shall see it in what "
         "is decided.", decider="partners", horizon="long", review_by="2027-03-31",
         responds_to=["co-pay-us"], uncertainty="Who would cast that vote, and how they are "
         "chosen.", serves=["equal-influence"])
    tell("view-given", "2026-02-10 18:30", hana, decision="d-one-form", person=shanice,
         position="against", basis="lived", text="Four pages at two in the morning? I would walk "
         "out again.")
    tell("view-given", "2026-02-10 18:40", wilf, decision="d-one-form", person=wilf,
         for_="growers", position="for",
         text="One form is better than five, if it comes on paper and somebody helps.")
    tell("decision-opened", "2026-02-10 19:00", hana, decision="d-one-form")
    vote("d-one-form", "2026-02-10 19:05", for_=[wilf, priya, colette],
         against=[tomasz, dele, amira, maureen, kai])
    tell("review-held", "2026-02-10 19:30", hana, of="d-cold-nights", covers=["guests", "cost"],
         present=PARTNERS, findings="Nine nights, fifty-two guests, £1,610.")
    tell("need-met", "2026-02-12 11:00", priya, need="ne-shanice-letter", from_="council",
         form="changed-letter", text="The housing office now writes one page and puts a name "
         "and a number at the top.")
    minuted("m-2026-02", "2026-02-16 10:00", hana,
            "Colette explained one form for all. Shanice told us what four pages feel like at "
            "night. Five partners are against it. Kai wants a vote for people we serve. Gordon "
            "asked why he is not paid.", PARTNERS)
    tell("decision-proposed", "2026-02-17 09:00", kai, id="d-peer-pay", rule="ordinary",
         for_="second-tide", title="Pay for people we serve", stage="design", amount=312000,
         text="Whoever comes to our meetings as a person we serve gets £12 an hour, and the fare.",
         benefits=["served"], benefit="People can afford to come, and more do. We shall count "
         "them.", responds_to=["co-pay-us"], with_=[gordon, shanice], decide_where="m-2026-03",
         decider="partners", horizon="long", review_by="2026-09-30",
         uncertainty="How pay touches benefits.", serves=["reciprocity", "equal-influence"])
    tell("contribution-made", "2026-02-17 12:00", hana, id="co-last-bus", by=gordon,
         what="not-working", basis="lived",
         text="The evening drop-in ends at nine and my last bus goes at ten to.")
    tell("decision-closed", "2026-02-18 09:00", hana, decision="d-one-form")
    tell("activity-planned", "2026-02-20 09:00", marcus, id="act-quay-lane",
         starts=utc("2026-03-02 07:00"), affects=["growers"], host="council",
         partners=["council"], text="The council digs up Quay Lane for a water main.")
    publish("d-one-form", "2026-02-20 10:00", hana, "Three for, five against. Four pages are too "
            "long for a bad night. Colette brings back one page in the autumn.",
            ["listening", "respect"], EVERYONE,
            views={shanice: ("full", "Four pages at night are too many."),
                   wilf: ("part", "The next one is a page, and comes on paper too.")})
    tell("contribution-made", "2026-02-24 10:00", kai, id="co-difficulty-worker", by=kai,
         for_="second-tide", what="difficulty", noticed="2026-02-16", own=True,
         text="One of our two peer workers is off sick. Thursdays at the surgery are empty.")
    tell("support-given", "2026-02-24 15:00", kai, unasked=True, from_="second-tide",
         to=["council"], what="training", text="A morning for the housing office: hearing voices.")
    tell("entry-redacted", "2026-02-26 10:00", hana, members=["text"],
         entry=told("view-given", decision="d-sundays", person=shanice), rule="asked-by-the-person")
    tell("notice-sent", "2026-02-27 16:00", marcus, id="n-quay-lane", about="act-quay-lane",
         what="forewarning", to=["growers"], format=["email"],
         text="Quay Lane is shut from Monday for a fortnight.")


def march():
    tell("meeting-changed", "2026-02-19 09:00", hana, meeting="m-2026-03",
         starts=utc("2026-03-10 20:00"), reason="Sunset is at six: people break their fast first.")
    tell("notice-sent", "2026-02-19 09:30", hana, id="n-change-2026-03", about="m-2026-03",
         what="change", to=EVERYONE, format=list(BY_EMAIL),
         text="On 10 March we meet at eight, after the meal, and finish by half past nine.")
    tell("notice-sent", "2026-02-27 11:00", hana, id="n-papers-pay", about="d-peer-pay",
         what="papers", to=EVERYONE, format=list(AND_BY_POST), attachments=["pay-paper"],
         text="Kai, Gordon and Shanice's paper on pay.")
    meeting("m-2026-03", "2026-03-10 18:00", "2026-02-17 12:00", hana,
            "To decide on pay, and on a vote for people we serve.", "Sitara House, big room",
            [("d-peer-pay", "decide", kai, "Pay for people we serve"),
             ("d-served-vote", "decide", kai, "A vote for people we serve"),
             ("sundays", "discuss", halima, "Sundays again")],
            agenda="2026-03-02 09:30", to=EVERYONE, formats=AND_BY_POST, invited=PARTNERS)
    tell("need-identified", "2026-03-02 10:00", halima, id="ne-farida-interpreter", of=farida,
         what="life", text="Farida needs somebody who speaks Dari when she sees a nurse.")
    tell("contribution-made", "2026-03-02 11:00", shanice, id="co-breaks-views", by=shanice,
         what="idea", basis="lived", stage="development",
         text="My sister cares for me. When she gets a break, let me choose who comes.")
    tell("objection-raised", "2026-03-03 10:00", priya, id="ob-invoices", decision="d-peer-pay",
         person=priya, for_="council", reason="Our auditors want an invoice for every payment. "
         "People would have to register a trade.")
    tell("objection-raised", "2026-03-05 12:00", maureen, id="ob-who-votes",
         decision="d-served-vote", person=maureen, for_="carers",
         reason="It does not say who casts the vote, and who chooses them.")
    tell("action-done", "2026-03-05 18:00", ruth, action="a-voice-lantern",
         note="Two guests opened the February meeting.",
         learning="Send them the questions before. They came with notes and were the clearest.")
    tell("conflict-ruled", "2026-03-06 10:00", hana, decision="d-peer-pay", person=bethan,
         conflicted=False, for_=1, against=5)
    tell("objection-answered", "2026-03-09 11:00", hana, objection="ob-invoices", standing=True,
         text="Second Tide pays and the council pays Second Tide. Priya still thinks it is a risk.")
    tell("objection-answered", "2026-03-09 11:30", hana, objection="ob-who-votes", standing=True,
         text="Kai says that those who come would choose. Maureen wants it written down first.")
    tell("activity-planned", "2026-03-09 12:00", hana, id="act-bid-lantern", what="bid",
         starts=utc("2026-03-20 12:00"), affects=["second-tide", "carers"], host="lantern",
         partners=["lantern"], text="Lantern Rooms bids to the Osier Fund for a night worker.")
    tell("notice-sent", "2026-03-10 09:00", hana, id="n-bid-lantern", about="act-bid-lantern",
         what="forewarning", to=["second-tide", "carers"], format=["email"],
         text="Lantern Rooms bids for £25,000 next week. Sorry for the short notice.")
    tell("decision-opened", "2026-03-10 20:45", hana, decision="d-peer-pay")
    vote("d-peer-pay", "2026-03-10 20:50", for_=[tomasz, dele, amira, maureen, kai, colette],
         against=[wilf, priya],
         reasons={wilf: "We cannot pay anyone on the plots. Ours will ask why."})
    tell("decision-opened", "2026-03-10 21:05", hana, decision="d-served-vote")
    vote("d-served-vote", "2026-03-10 21:10", for_=[tomasz, dele, amira, kai, wilf],
         against=[maureen, priya, colette],
         reasons={maureen: "I want it, but first tell me who votes and for whom."})
    spoke("m-2026-03", "2026-03-10 21:30", hana,
          {kai: 16, priya: 15, gordon: 8, colette: 7, tomasz: 6, amira: 5, dele: 4, shanice: 4,
           wilf: 2})
    tell("review-held", "2026-03-10 21:40", hana, of="d-lease-again", covers=["rent", "guests"],
         present=PARTNERS, findings="A third more guests. The step is gone.")
    tell("contribution-answered", "2026-03-12 09:00", marcus, contribution="co-breaks-views",
         adopted="full", reason="Whoever is cared for chooses who comes. Maureen puts it in.")
    tell("concern-raised", "2026-03-16", id=pseudonym("c-", "petty-cash"), track="whistleblowing",
         text="Petty cash at the café is written up weeks later, and by one person alone.",
         reporter=marcus, about=["lantern"])
    minuted("m-2026-03", "2026-03-16 10:00", hana,
            "We ate first. Gordon and Kai spoke for pay, Priya against. Both matters are put to "
            "the vote. The house in Harbour Row does well.", PARTNERS)
    tell("concern-acknowledged", "2026-03-18", concern=pseudonym("c-", "petty-cash"))
    tell("decision-closed", "2026-03-18 09:00", hana, decision="d-peer-pay")
    tell("action-agreed", "2026-03-18 10:00", hana, id="a-peer-pay-form", owner=priya,
         due="2026-04-24", decision="d-peer-pay", line_manager=gareth,
         done_when="The first payment has arrived.",
         text="Set up the payment from the council to Second Tide.")
    tell("supporter-named", "2026-03-19", concern=pseudonym("c-", "petty-cash"), supporter=sunita)
    tell("support-given", "2026-03-19 12:00", dele, unasked=True, from_="northgate",
         to=["sitara"], what="tables", text="Forty chairs and eight tables for Eid.")
    publish("d-peer-pay", "2026-03-20 10:00", hana, "Six for, two against. Nobody should be out "
            "of pocket for telling us the truth.", ["reciprocity", "respect"], EVERYONE,
            views={priya: ("part", "Second Tide pays, so nobody needs an invoice.")})
    tell("action-agreed", "2026-03-20 12:00", hana, id="a-last-bus", owner=ruth,
         due="2026-04-10", responds_to=["co-last-bus"], line_manager=tomasz, approach="adapted",
         for_=["o-wait"], done_when="The drop-in ends at half past eight.",
         text="End the evening drop-in before the last bus.")
    tell("outcome-reported", "2026-03-20 15:00", kai, id="out-voice-2", objective="o-voice",
         met=False, value="2/5", audience=["partners", SERVED],
         accepted=["second-tide", "sitara", "lantern", "trust"],
         contributors=["second-tide", "sitara", "lantern"],
         text="Two in five. Three partners have taken their step.")
    tell("concern-assigned", "2026-03-24", concern=pseudonym("c-", "petty-cash"), handler=ian)
    tell("decision-proposed", "2026-03-24 10:00", maureen, id="d-breaks", rule="ordinary",
         for_="carers", title="Breaks for people who care", stage="development", area="caring",
         text="Forty half days a year, with somebody from Second Tide or Sitara House at home.",
         amount=600000, benefits=["served", "carers"], responds_to=["co-breaks", "co-breaks-views"],
         benefit="Forty carers have a half day. We shall ask each, and the person they care for.",
         decide_where="m-2026-04", decider="partners", horizon="short", review_by="2026-10-31",
         uncertainty="Whether people let a stranger in.", serves=["reciprocity"])
    tell("contribution-made", "2026-03-24 12:00", farida, id="co-voice-messages", by=farida,
         what="suggestion", basis="lived",
         text="Send me a voice message. I can listen while I cook. I cannot open a letter.")
    tell("decision-closed", "2026-03-25 09:00", hana, decision="d-served-vote")
    for person in (sunita, wilf):
        tell("view-sought", "2026-03-26 09:00", hana, decision="d-breaks", person=person,
             manner="in-writing")
    publish("d-served-vote", "2026-03-27 10:00", hana, "Five for, three against. A change to the "
            "charter needs three votes in four. Kai and Maureen work out who would vote.",
            ["honesty", "valuing-difference"], EVERYONE,
            views={maureen: ("full", "Who votes, and for whom, is written down first.")})
    tell("action-done", "2026-03-27 15:00", halima, action="a-voice-sitara",
         note="Eleven mothers were asked before each meeting.",
         learning="Ask while hands are busy. Talk comes easier over dough.")
    tell("view-given", "2026-03-30 10:00", sunita, decision="d-breaks", person=sunita,
         for_="carers", position="for", basis="lived",
         text="Start with the ten who have asked for help and got none.")


# - April to June: good months, and one silence -

def april():
    tell("contribution-answered", "2026-04-02 10:00", marcus, contribution="co-voice-messages",
         adopted="full", reason="Farida gets every letter as a voice message in Dari.")
    tell("notice-sent", "2026-04-02 12:00", hana, id="n-papers-breaks", about="d-breaks",
         what="papers", to=EVERYONE, format=list(AND_BY_POST), attachments=["breaks-paper"],
         text="Maureen's paper on breaks, and what carers said.")
    meeting("m-2026-04", "2026-04-14 10:00", "2026-03-24 09:00", hana,
            "To decide on breaks, and to hear how Ramadan went.", "Second Tide, the old chapel",
            [("d-breaks", "decide", maureen, "Breaks for people who care"),
             ("ramadan", "discuss", amira, "How Ramadan went"),
             ("open-day", "discuss", dele, "Where to hold the open day")],
            agenda="2026-04-06 09:30", to=EVERYONE, formats=AND_BY_POST, invited=PARTNERS)
    tell("action-done", "2026-04-09 12:00", ruth, action="a-last-bus", note="It ends at half past "
         "eight.", learning="Look at the timetable before the rota.")
    tell("decision-opened", "2026-04-14 11:00", hana, decision="d-breaks")
    vote("d-breaks", "2026-04-14 11:05",
         for_=[tomasz, dele, amira, maureen, kai, priya, colette])
    tell("review-held", "2026-04-14 11:45", hana, of="d-ramadan-hours",
         covers=["guests", "cleaning"], present=PARTNERS,
         findings="Nineteen new guests. Four of the usual ones missed us at five.")
    tell("contribution-made", "2026-04-17 12:00", farida, id="co-open-day-shade", by=farida,
         what="idea", basis="lived", stage="design",
         text="A place where children can run and mothers can sit in the shade.")
    minuted("m-2026-04", "2026-04-20 10:00", hana,
            "Breaks for carers are put to the vote. Ramadan hours went well. Wilf sent word that "
            "he is in hospital with his knee.", PARTNERS)
    tell("decision-proposed", "2026-04-20 11:00", dele, id="d-open-day", rule="ordinary",
         for_="northgate", title="The open day in Memorial Park", stage="design",
         text="The open day is on 27 June, from eleven to four, in Memorial Park: flat, with "
              "toilets, for a fee of £200. We also looked at the quay, which has shade and "
              "passers-by but no toilets, and at the library square, which has buses and no fee "
              "but is hot at noon.",
         responds_to=["co-open-day-quay", "co-open-day-shade"], benefits=["served"],
         benefit="People meet us before they need us. We shall count visitors.",
         decider="partners", horizon="short", review_by="2026-09-30",
         uncertainty="The weather.", serves=["reciprocity"])
    tell("contribution-answered", "2026-04-21 10:00", marcus, contribution="co-open-day-shade",
         adopted="part", reason="Shade and room to run are the first thing we look at.")
    tell("support-given", "2026-04-21 15:00", wilf, unasked=True, from_="growers",
         to=["second-tide"], what="sessions", text="Tuesday mornings on the plots for students.")
    tell("decision-closed", "2026-04-22 09:00", hana, decision="d-breaks")
    tell("view-sought", "2026-04-22 10:00", hana, decision="d-open-day", person=wilf,
         manner="in-writing")
    tell("action-agreed", "2026-04-22 11:00", hana, id="a-breaks", owner=maureen,
         due="2026-07-17", decision="d-breaks", line_manager=sunita, with_=[bethan, halima],
         done_when="Ten carers have had their first half day.", text="Begin with ten carers.")
    tell("action-done", "2026-04-22 12:00", priya, action="a-peer-pay-form",
         note="Gordon was paid on 21 April.",
         learning="Bring the auditor in at the start. It was one email in the end.")
    publish("d-breaks", "2026-04-24 10:00", hana, "Seven for. Care at home rests on people who "
            "never get a day off.", ["reciprocity", "respect"], EVERYONE,
            views={sunita: ("full", "We begin with those ten.")})
    tell("action-done", "2026-04-24 14:00", maureen, action="a-voice-carers",
         note="Ten carers are rung each month.", learning="Ring after eight, when he is in bed.")
    tell("support-given", "2026-04-28 12:00", wilf, noted="2026-05-20 10:00",
         unasked=True, from_="growers",
         to=["northgate"], what="seedlings", text="Four hundred seedlings for balconies.")
    tell("contribution-made", "2026-04-29 12:00", farida, id="co-school-run", by=farida,
         what="not-working", basis="lived",
         text="Thursday at three is when school ends. No mother can come.")


def may():
    tell("concern-updated", "2026-04-20", concern=pseudonym("c-", "petty-cash"),
         text="Ian has seen the book. Receipts are there, dates are not.")
    tell("decision-opened", "2026-05-01 10:00", hana, decision="d-open-day")
    vote("d-open-day", "2026-05-04 11:00", for_=[tomasz, dele, amira, maureen, colette],
         against=[kai], abstain=[priya],
         reasons={kai: "The quay. People come past anyway, and Wilf offered it."})
    tell("view-sought", "2026-05-05 09:00", hana, decision="d-open-day", person=wilf,
         manner="by-phone")
    meeting("m-2026-05", "2026-05-12 18:00", "2026-04-20 09:00", hana,
            "To hear from the surgery, and about the open day.", "14 Harbour Row",
            [("surgery", "discuss", nisha, "Four months at the surgery"),
             ("open-day", "inform", dele, "The open day"),
             ("mondays", "discuss", tomasz, "Who comes on Mondays")],
            agenda="2026-05-05 09:30", to=EVERYONE, formats=AND_BY_POST, invited=PARTNERS)
    tell("review-held", "2026-05-05 14:00", hana, cycle="learning", for_date="2026-05-02",
         present=["lantern", "second-tide", "trust", "council", "carers", "sitara"],
         covers=["actions", "concerns"],
         findings="People ring back now. We still forget those without email.")
    tell("support-given", "2026-05-06 15:00", bethan, unasked=True, from_="second-tide",
         to=["growers"], what="form-filling", text="Two mornings with the Growers' accounts.")
    tell("review-held", "2026-05-12 19:40", hana, of="d-surgery-pilot",
         covers=["who-comes", "sickness"], present=["second-tide", "trust", "lantern", "council"],
         findings="Forty-one people, half of them new to us. Thursdays were empty for six weeks.")
    tell("action-done", "2026-05-14 12:00", ian, action="a-voice-trust",
         note="Two questions are asked on both wards.",
         learning="A nurse who asks gets an answer. A form does not.")
    minuted("m-2026-05", "2026-05-18 10:00", hana,
            "Nisha told us about forty-one people. The open day is in the park. Wilf is home "
            "again and cannot walk far.", PARTNERS)
    tell("decision-closed", "2026-05-11 11:00", hana, decision="d-open-day")
    tell("action-agreed", "2026-05-20 10:00", hana, id="a-school-run", owner=halima,
         due="2026-06-05", responds_to=["co-school-run"], approach="adapted",
         line_manager=amira, for_=["o-wait"], done_when="The hour is at one.",
         text="Move the women's hour to one o'clock.")
    tell("need-met", "2026-05-20 15:00", ian, need="ne-farida-interpreter", from_="trust",
         form="interpreter", text="A Dari interpreter by phone, after eleven weeks.")
    publish("d-open-day", "2026-05-15 10:00", hana, "Five for, one against, one abstained. In "
            "the park there are toilets, and children can run. On the quay there are none.",
            ["listening"], EVERYONE)
    tell("action-agreed", "2026-05-22 11:00", hana, id="a-open-day", owner=dele,
         due="2026-06-19", decision="d-open-day", line_manager=lena, with_=[amira, marcus],
         done_when="The park is booked and twelve stalls are named.", text="Book the park.")
    tell("action-done", "2026-05-22 15:00", gareth, action="a-voice-council",
         note="The boxes stand in the libraries, three weeks late.")
    tell("action-done", "2026-05-28 15:00", kai, action="a-voice-second-tide",
         note="Seven people have written one.", learning="Read it aloud to a friend first.")


def june():
    meeting("m-2026-06", "2026-06-09 10:00", "2026-05-18 09:00", hana,
            "To talk about the answers of this round.", "Town Hall, committee room 2",
            [("answers", "discuss", sunita, "What we said about each other")],
            agenda="2026-06-01 09:30", to=EVERYONE, formats=AND_BY_POST, invited=PARTNERS)
    the_round()
    tell("action-done", "2026-06-04 15:00", halima, action="a-school-run",
         note="Nine came on the first day.", learning="Ask about school before setting an hour.")
    tell("activity-planned", "2026-06-05 09:00", marcus, id="act-open-day",
         starts=utc("2026-06-27 11:00"), affects=["northgate", SERVED, "growers",
                                                  "market-traders"],
         host="northgate", partners=["northgate", "sitara", "lantern"], decision="d-open-day",
         text="Open day in Memorial Park. The market moves to Quay Lane for the day.")
    tell("notice-sent", "2026-06-08 09:00", marcus, id="n-open-day", about="act-open-day",
         what="forewarning", to=["northgate", SERVED], format=list(AND_BY_POST),
         text="On 27 June we are in Memorial Park from eleven to four.")
    tell("concern-raised", "2026-06-15", id=pseudonym("c-", "waiting-room"), track="complaint",
         text="At the surgery the peer worker's name is called out in the waiting room. Now "
              "everyone knows.", reporter="A patient", about=["millrace-surgery"])
    tell("minutes-drafted", "2026-06-18 10:00", hana, meeting="m-2026-06", to=PARTNERS,
         text="We read our answers about each other. The Growers scored us low, and nobody from "
              "the Growers was in the room to say why.")
    tell("action-done", "2026-06-18 16:00", dele, action="a-open-day", note="Fourteen stalls.",
         learning="Ask the park for the quiet corner first, then plan the rest.")
    tell("decision-proposed", "2026-06-22 10:00", kai, id="d-surgery-on", rule="ordinary",
         for_="second-tide", title="The peer worker stays", stage="evaluation",
         text="The peer worker stays at Millrace Surgery until July 2027, and starts at the "
              "Northgate surgery in October.",
         about=["millrace-surgery"], amount=2600000, benefits=["served", "northgate"],
         area="peer-support", decide_where="m-2026-07", decider="partners", horizon="short",
         benefit="People on the estate get it too. We shall count who comes, in both places.",
         review_by="2027-03-31", uncertainty="Whether the Northgate surgery has a room.",
         serves=["people-served-first"])
    tell("outcome-reported", "2026-06-24 10:00", kai, id="out-voice-3", objective="o-voice",
         met=False, value="3/5", audience=["partners", SERVED], accepted=PARTNERS,
         contributors=PARTNERS, benefits=[SERVED],
         text="Three in five. Seven partners have taken their step, and Northgate is on it.")
    tell("action-done", "2026-06-26 12:00", wilf, action="a-voice-growers",
         note="Three came, in good shoes.", learning="They asked more on a path than in a room.")
    tell("success-celebrated", "2026-06-27 16:00", marcus, joint=True, about="d-open-day",
         of=["northgate", "sitara", "lantern", "second-tide"],
         text="Six hundred people in the park, and one lost dog, found.")


def the_round():
    """The round of June 2026: the same people, and one partner that feels unheard."""
    grid("respect", "q-respected", "2026-06", "2026-06-03 10:00", RATERS, """
                lantern northgate sitara carers second-tide growers council trust
        tomasz     .        5        5      5        5         4       4      5
        amira      5        5        .      5        5         5       4      4
        kai        5        4        5      5        .         5       4      4
        wilf       3        4        4      3        4         .       1      3
        priya      5        4        5      5        5         4       .      5
        colette    5        5        5      5        5         4       5      .
    """)
    answers("equal-influence", "q-equal-say", "2026-06", "2026-06-04 09:00",
            {tomasz: 5, dele: 4, amira: 4, maureen: 4, kai: 4, wilf: 1, priya: 5, colette: 5},
            partner=SPEAKS_FOR)
    answers("recognise-strengths", "q-seen-strengths", "2026-06", "2026-06-04 13:00",
            {tomasz: 5, dele: 4, amira: 4, maureen: 4, kai: 5, wilf: 3, priya: 4, colette: 4,
             nisha: 4}, partner=SPEAKS_FOR)
    for number, (question, clause) in enumerate((
            ("q-unsure-ok", "accept-uncertainty"), ("q-values-guide", "values-led-business"),
            ("q-time-to-learn", "learning-with-doing"))):
        answers(clause, question, "2026-06", "2026-06-05 %02d:00" % (9 + number),
                SCORES[question])
    tally("real-lives", "q-real-life", "2026-06", "2026-06-05 16:10", shanice, SERVED, 40,
          {"2": 2, "3": 7, "4": 15, "5": 10}, cannot_say=1)
    tally("simple-information", "q-easy-read", "2026-06", "2026-06-05 16:20", shanice, SERVED, 40,
          {"2": 5, "3": 9, "4": 13, "5": 5}, cannot_say=2)
    tally("no-surprises", "q-told-in-time", "2026-06", "2026-06-05 16:30", marcus,
          "harbour-row-tenants", 22, {"1": 6, "2": 7, "3": 3, "4": 1}, cannot_say=1)
    kind = [("d-peer-pay", {priya: 4}, {kai: 5, tomasz: 4}),
            ("d-surgery-pilot", {dele: 4}, {sunita: 5}),
            ("d-ramadan-hours", {gareth: 4}, {amira: 5})]
    for number, (decision, objectors, carriers) in enumerate(kind):
        for person in (*objectors, *carriers):
            tell("view-sought", "2026-06-01 09:%02d" % (10 * number), hana, person=person,
                 question="q-kind-disagree", event=decision, round="2026-06")
        answers("respect-in-disagreement", "q-kind-disagree", "2026-06",
                "2026-06-05 17:%02d" % (10 * number), objectors, side="objectors",
                about="carriers", event=decision)
        answers("respect-in-disagreement", "q-kind-disagree", "2026-06",
                "2026-06-05 18:%02d" % (10 * number), carriers, side="carriers",
                about="objectors", event=decision)
    for person, activity, score in ((wilf, "act-quay-lane", 1), (nisha, "act-surgery-start", 5)):
        tell("view-sought", "2026-06-01 10:00", hana, person=person, question="q-told-in-time",
             event=activity, round="2026-06")
        answers("no-surprises", "q-told-in-time", "2026-06", "2026-06-05 19:00", {person: score},
                event=activity)


def strengths():
    """Those that are noted in the spring, when Second Tide asks every partner for one."""
    for number, (by, of, area, practice, text) in enumerate([
            (dele, "lantern", None, "welcoming", "You can arrive in slippers."),
            (kai, "northgate", None, "organising", "Forty chairs before I had finished asking."),
            (priya, "sitara", None, "interpreting", "They switch between four languages and never "
                                                    "lose the thread."),
            (kai, "carers", "caring", None, "They know what the fifth year is like."),
            (colette, "carers", None, "listening", "They hear what is not in the notes."),
            (priya, "second-tide", None, "teaching", "My staff talk of that morning still."),
            (halima, "growers", None, "patience", "My mother planted mint with them, with no word "
                                                  "in common."),
            (colette, "council", None, "finding-rooms", "There is always a room, and it is warm."),
            (priya, "trust", None, "night-work", "They answer at four in the morning."),
            (kai, nisha, None, "opening-doors", "She gave us the room with the window."),
            (sunita, nisha, None, "plain-speech", "She says in a sentence what others say in "
                                                  "ten.")]):
        key = "nisha" if of == nisha else of
        tell("asset-noted", "2026-03-%02d 13:00" % (12 + number), by,
             id="as-%s-%d" % (key, number + 2), of=of, area=area, practice=practice, text=text)


# - July: the Growers speak, and are answered -

def july():
    tell("concern-acknowledged", "2026-07-03", concern=pseudonym("c-", "waiting-room"))
    tell("concern-assigned", "2026-07-06", concern=pseudonym("c-", "waiting-room"), handler=ruth)
    meeting("m-2026-07", "2026-07-14 10:00", "2026-06-22 09:00", hana,
            "To decide whether the peer worker stays.", "Quayside plots, the shed",
            [("d-surgery-on", "decide", kai, "The peer worker stays"),
             ("charter", "discuss", sunita, "The charter, a year late")],
            agenda="2026-07-06 09:30", to=EVERYONE, formats=AND_BY_POST, invited=PARTNERS)
    tell("action-done", "2026-07-08 12:00", dele, action="a-voice-northgate",
         note="Three evenings, thirty doors.", learning="Go in twos and bring nothing to sign.")
    tell("concern-closed", "2026-07-10", concern=pseudonym("c-", "petty-cash"), outcome="upheld",
         cause="one-person-alone", learning="Two people count the cash each Friday, and sign.")
    tell("stepped-out", "2026-07-14 10:20", maureen, decision="d-surgery-on", person=maureen)
    tell("view-given", "2026-07-14 10:40", wilf, decision="d-surgery-on", person=wilf,
         for_="growers", position="for",
         text="My knee was done at the hospital and my head at the surgery. Keep her.")
    tell("decision-opened", "2026-07-14 11:00", hana, decision="d-surgery-on")
    vote("d-surgery-on", "2026-07-14 11:05",
         for_=[tomasz, dele, amira, sunita, kai, wilf, priya, colette])
    tell("review-held", "2026-07-14 12:00", hana, cycle="charter-review", for_date="2026-01-05",
         present=PARTNERS, covers=["clauses", "rules"],
         findings="Half a year late. We want a rule for small grants, and a substitute for every "
                  "partner.")
    minuted("m-2026-07", "2026-07-20 10:00", hana,
            "Wilf was back, and the shed was full. The peer worker is put to the vote. The "
            "charter is looked at, half a year late.", PARTNERS)
    joins("tessa", "2026-07-20 11:00", hana)
    tell("role-given", "2026-07-20 11:10", hana, role="substitute", person=tessa, for_="growers")
    tell("review-held", "2026-07-21 13:00", hana, cycle="conduct", for_date="2026-07-19",
         present=PARTNERS, accounts=PARTNERS, covers=["how-we-speak", "who-decides"],
         findings="The Growers told us what silence was like from inside. Papers go by post, a "
                  "week early. The council said sorry for Quay Lane.")
    tell("decision-closed", "2026-07-22 09:00", hana, decision="d-surgery-on")
    steps = [
        ("lantern", tomasz, "Keep two chairs free for guests at each meeting."),
        ("northgate", dele, "Ask at every door what should come first."),
        ("sitara", amira, "Put the mothers' questions on each agenda."),
        ("carers", maureen, "Let ten carers read each paper before we do."),
        ("second-tide", kai, "Sit beside whoever proposes for the first time."),
        ("growers", tessa, "Bring one person from the plots to each meeting."),
        ("council", priya, "Answer each note from the boxes within a week."),
        ("trust", colette, "Bring the wards' answers to each meeting."),
    ]
    for number, (partner, owner, text) in enumerate(steps):
        tell("action-agreed", "2026-07-23 10:%02d" % number, hana, id="a-next-" + partner,
             owner=owner, due="2026-12-18", for_=["o-voice"], responds_to=["conduct"], text=text,
             done_when="It has been done at three meetings.")
    publish("d-surgery-on", "2026-07-24 10:00", hana, "Eight for: the first time that all of us "
            "agree. Northgate gets its peer worker.", ["listening", "all-voices-heard"], EVERYONE,
            views={wilf: ("full", "She stays.")})
    tell("asset-noted", "2026-07-24 12:00", wilf, id="as-council-3", of="council",
         practice="saying-sorry", text="They came to the shed and said it to our faces.")
    tell("action-done", "2026-07-28 11:00", priya, action="a-other-money",
         note="The Osier Fund gives £2,400. Wilf has the letter, on paper.",
         learning="Ask for small sums at once. I had waited for a bigger bid.")
    tell("contribution-answered", "2026-07-28 12:00", hana, contribution="co-cafe-vegetables",
         adopted="full", reason="More than a year late. The café buys from the plots each week.")
    tell("success-celebrated", "2026-07-31 18:00", sunita, of=["growers"], about="a-other-money",
         text="A polytunnel, with mint in it.")


def story():
    ramadan_is_planned()
    for month in (january, february, march, strengths, april, may, june, july):
        month()
