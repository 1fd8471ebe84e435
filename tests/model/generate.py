# SPDX-License-Identifier: LGPL-2.1-or-later
"""Random elections and histories from a seed: small ones, near ties and boundaries."""

import datetime
import random
from fractions import Fraction

from . import options
from .record import spelled

SHARES = ("1/2", "1/2", "1/2", "2/3", "2/3", "3/4", "1/3", "1/4", "3/5", "1", "4/5", "1/20")
OPENED = datetime.datetime(2026, 1, 7, 9)
CLOSES = datetime.datetime(2026, 1, 14, 9)
AFTER = datetime.datetime(2026, 2, 1, 9)
SECOND = datetime.timedelta(seconds=1)


def maybe(rng, part):
    return rng.random() < part


# -- histories --------------------------------------------------------------------------------


class HistoryMaker:
    """One decision under one rule, and what happens around it."""

    def __init__(self, rng):
        self.rng = rng
        self.unit = rng.choice(("person", "partner"))
        self.people, self.partners, self.entries = [], [], []
        self.plain = maybe(rng, 0.2)        # nothing but ballots
        self.constituency = not self.plain and maybe(rng, 0.4)
        self.meeting = not self.plain and maybe(rng, 0.4)
        self.agenda = maybe(rng, 0.5)
        self.groups = maybe(rng, 0.3) and self.unit == "partner"
        self.conflicts = not self.plain and maybe(rng, 0.6)
        self.weights = maybe(rng, 0.4)
        self.method = rng.choice(("majority",) * 6 + ("unanimity", "consent", "consent", "lazy-consensus",
                                                      "consensus", "role-holder") + ("options",) * 4)
        self.among = self.method == "options"
        if self.among:
            self.method = rng.choice(options.METHODS)
            self.options = list("abcd"[:rng.choice((1, 2, 3, 3, 4))])
        self.hears = self.method in ("consent", "lazy-consensus", "consensus")
        self.roles, self.papers = [], []
        if self.method == "role-holder":
            self.unit = "person"
            self.roles.append({"id": "office", "holder": "many"})
        if maybe(rng, 0.2) and self.unit == "person":
            self.roles.append({"id": "guard", "holder": "many"})

    def add(self, kind, at, **data):
        data = {name.replace("_", "-").rstrip("-"): value for name, value in data.items() if value is not None}
        self.entries.append({"kind": kind, "at": at if isinstance(at, str) else spelled(at), "data": data})

    def make(self):
        rng = self.rng
        self.rule = self.make_rule()
        policy = self.make_policy()
        self.join()
        self.before()
        self.add("decision-opened", OPENED, decision="item",
                 closes=spelled(CLOSES + rng.randrange(3) * 3600 * SECOND) if maybe(rng, 0.2) else None)
        self.during()
        self.after()
        charter = {
            "charter": "1", "id": "random", "title": "Random charter", "rules": [self.rule],
            "sections": [{"id": "all", "title": "All", "clauses": [
                {"id": "fair", "kind": "commitment", "text": "We decide together and fairly."}]}],
        }
        if policy:
            charter["conflicts"] = policy
        if self.constituency:
            charter["constituencies"] = [{"id": "lived"}]
        if self.roles:
            charter["roles"] = self.roles
        asked = [spelled(AFTER), spelled(CLOSES), spelled(CLOSES - SECOND), self.instant(),
                 spelled(OPENED - rng.choice((1, 12 * 3600, 20 * 3600)) * SECOND)]
        return {
            "scenario": "1", "name": "random history", "source": "tests/model", "charter": charter,
            "entries": self.entries,
            "ask": [{"question": "decision", "decision": "item", "at": at, "expect": {}} for at in asked],
        }

    # -- the rule ------------------------------------------------------------------------------

    def make_rule(self):
        rng = self.rng
        rule = {"id": "r", "method": self.method, "unit": self.unit, "time": {"open": "P7D"}}
        if self.unit == "partner":
            rule["speaks"] = rng.choice(("last", "last", "agreed"))
            if self.groups:
                rule["fold"] = rng.choice(("none", "affiliates", "identical"))
        if maybe(rng, 0.7):
            rule["quorum"] = self.make_quorum()
        if maybe(rng, 0.3 if self.hears else 0.7):
            rule["tests"] = [self.make_test(i) for i in range(rng.choice((1, 1, 1, 2, 3)))]
        if self.among:
            rule.pop("tests", None)
            self.make_choosing(rule)
        elif {"id": "guard", "holder": "many"} in self.roles:
            veto = {"id": "veto", "veto": rng.choice(("against", "object")), "holders": ["role:guard"]}
            if maybe(rng, 0.5):
                veto["needs-reason"] = maybe(rng, 0.7)
            rule["tests"] = rule.get("tests", [{"id": "m", "share": "1/2"}]) + [veto]
        if self.hears:
            if maybe(rng, 0.3):
                rule["tests"] = rule.get("tests", []) + [{"id": "few", "of": "object", "at-most": rng.choice((0, 1, 1, 2))}]
            if maybe(rng, 0.5):
                rule["silence"] = rng.choice(("assents", "assents", "nothing"))
        if self.method == "role-holder":
            rule["voters"] = ["role:office"]
        if maybe(rng, 0.3):
            rule["tie"] = rng.choice((["status-quo"], ["casting-vote"]))
        if maybe(rng, 0.3):
            rule["closes-inclusive"] = maybe(rng, 0.5)
        if maybe(rng, 0.3):
            rule["recast"] = rng.choice(("replaces", "refused", "invalid"))
        if maybe(rng, 0.3):
            rule["electorate-as-at"] = rng.choice(("opening", "closing"))
        self.make_times(rule)
        if self.constituency and maybe(rng, 0.2) and self.method != "role-holder":
            rule["voters"] = ["constituency:lived"]
        return rule

    def make_choosing(self, rule):
        """What a rule says only where it chooses among options."""
        rng, counting = self.rng, {}
        rule.pop("early", None)
        rule["tie"] = rng.choice((["status-quo"], ["casting-vote"], ["first-ranks"], ["lot"],
                                  ["first-ranks", "casting-vote"], ["first-ranks", "lot"]))
        if self.method in ("instant-runoff", "stv", "ranked-pairs"):
            rule["tie"] = rng.choice((["status-quo"], ["casting-vote"]))
        if self.method not in ("instant-runoff", "ranked-pairs") and maybe(rng, 0.4):
            rule["seats"] = rng.choice((2, 2, 3))
        if self.method == "score":
            counting |= {"score-at-least": 0, "score-at-most": rng.choice((2, 5))}
        if self.method in ("schulze", "ranked-pairs", "minimax") and maybe(rng, 0.5):
            counting["strength"] = rng.choice(("winning-votes", "margins"))
        if self.method in ("instant-runoff", "stv") and maybe(rng, 0.5):
            counting["equal-ranks"] = rng.choice(("skipped", "exhaust", "split"))
        if self.method == "stv":
            counting |= {"quota": rng.choice(("droop", "hare")), "surpluses": rng.choice(("largest-first", "all-at-once")),
                         "values": rng.choice(("exact", "five-places"))}
        elif self.method != "score" and maybe(rng, 0.35):
            rule["default-option"] = rng.choice(("none", self.options[0]))
            if maybe(rng, 0.5):
                test = {"id": "over", "option-over": "default", "share": rng.choice(("1/2", "2/3", "3/4"))}
                if maybe(rng, 0.5):
                    test["compare"] = rng.choice((">", ">="))
                rule["option-tests"] = [test]
        if counting:
            rule["counting"] = counting
        if "quorum" in rule and maybe(rng, 0.3) and rule["quorum"].get("per", "item") == "item":
            rule["quorum"]["per"] = "option"
            rule["time"].pop("late-quorum", None)
            rule["quorum"].pop("counts", None)
            rule["quorum"].pop("requires", None)

    def make_times(self, rule):
        rng, time = self.rng, rule["time"]
        if maybe(rng, 0.15):
            time["late-quorum"] = rng.choice(("P1D", "P2D", "PT12H"))
        for name in ("discussion", "reflection"):
            if maybe(rng, 0.15):
                time[name] = rng.choice(("PT12H", "PT12H", "PT23H", "P1D"))
        if maybe(rng, 0.15):
            time["standstill"] = rng.choice(("P7D", "P18D", "P30D"))
        if maybe(rng, 0.15):
            rule["early"] = {"on": rng.choice(("never", "all-voted", "tests"))}
            if rule["early"]["on"] == "tests":
                rule["early"]["tests"] = [self.make_test(9)]

    def make_quorum(self):
        rng = self.rng
        quorum = {}
        if maybe(rng, 0.3):
            quorum["at-least"] = rng.choice((0, 1, 2, 3, 4, "3/2", "5/2"))
        else:
            bases = ["members", "eligible"] + ["present"] * self.meeting
            quorum["base"] = rng.choice(bases)
            quorum["share"] = rng.choice(SHARES)
            if quorum["share"] != "1" and maybe(rng, 0.7):
                quorum["compare"] = rng.choice((">", ">="))
            if maybe(rng, 0.5):
                quorum["round"] = rng.choice(("exact", "up", "down", "nearest"))
            if quorum["share"] != "1" and maybe(rng, 0.2):
                quorum["plus"] = 1
            if maybe(rng, 0.15):
                quorum["sqrt-of"] = quorum.pop("base")
                quorum["share"] = rng.choice(("1", "3/2", "1/2", "2"))
            elif maybe(rng, 0.1):
                quorum |= {"base": "mean-attendance", "meetings": rng.choice((1, 2, 3))}
            elif self.meeting and maybe(rng, 0.2):
                quorum["base"] = "invited"
        if self.meeting and maybe(rng, 0.1):
            quorum["per"] = "meeting"
        if maybe(rng, 0.3):
            quorum["by"] = "heads"
        if maybe(rng, 0.4):
            counted = ["for", "against", "abstain"] + ["object"] * self.hears + ["present"] * self.meeting
            quorum["counts"] = sorted(rng.sample(counted, rng.randint(1, len(counted))), key=counted.index)
        if self.constituency and maybe(rng, 0.3):
            quorum["requires"] = [{"constituency": "lived", "at-least": rng.randint(1, 2)}]
        return quorum

    def make_test(self, i):
        rng = self.rng
        test = {"id": f"t{i}"}
        if maybe(rng, 0.2):
            test["of"] = rng.choice(("for", "for+abstain", "against"))
        if maybe(rng, 0.2):
            test[rng.choice(("at-least", "at-least", "at-most"))] = rng.choice((0, 1, 2, 3, 4))
        else:
            if maybe(rng, 0.15):
                test["bands"] = rng.choice((
                    [{"from": "1/4", "share": "3/4", "compare": ">="}, {"above": "1/2", "share": "1/2"}],
                    [{"above": "0", "share": "2/3"}, {"from": "2/3", "share": "1/2", "compare": ">"}],
                    [{"from": "0", "share": "1"}, {"above": "1/3", "share": "3/5"}, {"from": "1", "share": "1/4"}]))
            else:
                test["share"] = rng.choice(SHARES)
            if maybe(rng, 0.7):
                test["base"] = rng.choice(("for+against", "for+against", "for+against+abstain", "members",
                                           "eligible", "for+against+abstain+silent", "cast")
                                          + ("present",) * self.meeting)
            if test.get("share", "1") != "1" and maybe(rng, 0.7):
                test["compare"] = rng.choice((">", ">="))
        if maybe(rng, 0.2):
            test["by"] = "heads"
        if self.constituency and maybe(rng, 0.2):
            test["constituency"] = "lived"
        return test

    def make_policy(self):
        rng = self.rng
        if maybe(rng, 0.4):
            return None
        policy = {"regime": rng.choice(("fixed-base", "units-removed", "qualified-majority",
                                        "authorised-without", "fixed-base"))}
        if maybe(rng, 0.3):
            policy["floor"] = rng.choice((1, 2, 3))
        return policy

    # -- what happens ------------------------------------------------------------------------------

    def join(self):
        rng, at = self.rng, "2026-01-05T09:00:00Z"
        many = rng.choice((1, 2, 3, 3, 4, 4, 5, 5, 6))
        if self.unit == "partner":
            for i in range(many):
                self.partners.append(f"org{i}")
                self.add("partner-joined", at, id=f"org{i}", name=f"Org {i}",
                         weight=rng.choice((1, 2, 3, 5)) if self.weights else None,
                         group=rng.choice(("g", "h", None)) if self.groups else None,
                         constituencies=self.lived())
            for i, partner in enumerate(self.partners):
                for j in range(rng.choice((0, 1, 1, 1, 1, 2))):
                    self.people.append((f"p{i}{j}", partner))
                    self.add("person-joined", at, id=f"p{i}{j}", for_=[partner])
        else:
            for i in range(many):
                self.people.append((f"p{i}", None))
                self.add("person-joined", at, id=f"p{i}", constituencies=self.lived())

    def paper(self):
        """A ballot among options; often one that was cast before."""
        rng = self.rng
        if self.papers and maybe(rng, 0.4):
            return rng.choice(self.papers)
        default = self.rule.get("default-option")
        named = self.options + [default] * (default is not None and default not in self.options)
        some = rng.sample(named, rng.choice((0, 1, len(named), len(named), rng.randint(0, len(named)))) if maybe(rng, 0.9) else 0)
        if self.method == "approval":
            paper = {"approves": some}
        elif self.method == "score":
            paper = {"scores": {o: rng.randint(0, self.rule["counting"]["score-at-most"]) for o in some}}
        else:
            ranks = []
            for option in some:
                if ranks and maybe(rng, 0.15):
                    ranks[-1] = [*([ranks[-1]] if isinstance(ranks[-1], str) else ranks[-1]), option]
                else:
                    ranks.append(option)
            paper = {"ranking": ranks}
        self.papers.append(paper)
        return paper

    def choices(self):
        if self.hears:
            return ("object", "object", "abstain", "stand-aside", "against")
        named = "object" in str(self.rule.get("tests")) + str(self.rule.get("quorum"))
        return ("against", "against", "abstain") + ("object",) * named

    def lived(self):
        return ["lived"] if self.constituency and maybe(self.rng, 0.5) else None

    def instant(self):
        """While voting is open, now and then at its very edges."""
        rng = self.rng
        if maybe(rng, 0.1):
            return spelled(rng.choice((OPENED, CLOSES, CLOSES - SECOND, CLOSES + SECOND, OPENED - SECOND)))
        return spelled(OPENED + rng.randrange(7 * 24) * 3600 * SECOND)

    def person(self):
        return self.rng.choice(self.people)[0] if self.people else "nobody"

    def before(self):
        rng, at = self.rng, "2026-01-06T09:00:00Z"
        for role in self.roles:
            for person, _ in self.people:
                if maybe(rng, 0.4):
                    self.add("role-given", at, role=role["id"], person=person)
        if self.rule.get("quorum", {}).get("base") == "mean-attendance":
            self.earlier_meetings(at)
        if self.meeting:
            guests = [person for person, _ in self.people if maybe(rng, 0.7)] + [p for p in self.partners if maybe(rng, 0.3)]
            self.add("meeting-called", at, id="board", starts="2026-01-08T09:00:00Z", purpose="Board",
                     invited=guests or None, items=[{"id": "welcome"}, {"id": "item"}] if self.agenda else None)
        self.add("decision-proposed", at, id="item", title="Item", rule="r", about=["acme"],
                 meeting="board" if self.meeting else None,
                 options=[{"id": option} for option in self.options] if self.among else None)
        if self.people and maybe(rng, 0.3):
            self.entries[-1]["by"] = self.person()
        if maybe(rng, 0.4):
            for i in range(rng.randint(1, 2)):
                self.declare(at, f"int-{i}")
        if not self.plain and maybe(rng, 0.3):
            for i in range(rng.randint(1, 3)):
                self.delegate(at, f"del-{i}")

    def earlier_meetings(self, at):
        rng = self.rng
        for i in range(rng.randint(0, 4)):
            self.add("meeting-called", at, id=f"m{i}", starts=f"2026-01-05T1{i}:00:00Z", purpose="Earlier")
            for person, _ in self.people:
                if maybe(rng, 0.5):
                    self.add("attendance-noted", at, meeting=f"m{i}", person=person, present=maybe(rng, 0.8))

    def declare(self, at, name):
        rng = self.rng
        if not self.conflicts:
            return
        self.add("interest-declared", at, id=name, person=self.person(), party="acme", category="financial",
                 since=rng.choice((None, None, "2026-01-01", "2026-01-10")),
                 until=rng.choice((None, None, None, "2026-01-09", "2026-01-20")))

    def delegate(self, at, name):
        rng = self.rng
        if self.unit == "person":
            ends = [person for person, _ in self.people]
        else:
            ends = self.partners
        if len(ends) >= 2:
            one, other = rng.sample(ends, 2)
            self.add("delegation-made", at, id=name, from_=one, to=other,
                     scope=rng.choice((None, None, "rule:r", "decision:item")))

    def during(self):
        """Ballots in random order of time, and a few other things between them."""
        rng = self.rng
        happened = []
        for person, partner in self.people:
            for _ in range(rng.choice((0, 1, 1, 1, 1, 1, 2))):
                happened.append((self.instant(), "ballot", person))
            if self.meeting and maybe(rng, 0.6):
                happened.append(("2026-01-08T09:00:00Z", "there", person))
        if self.method == "consensus" and self.people and maybe(rng, 0.8):
            happened.append((self.instant(), "call", self.person()))
        for _ in range(rng.choice((0, 0, 1, 2)) if self.hears and self.people else 0):
            happened.append((self.instant(), "object", self.person()))
        raised = 0
        for what, part in (("interest", 0.2), ("leave", 0.1), ("join", 0.1), ("withdraw", 0.15), ("recall", 0.1),
                           ("out", 0.1), ("delegate", 0.1)):
            if self.people and not self.plain and maybe(rng, part):
                happened.append((self.instant(), what, self.person()))
        favour = rng.random()
        for at, what, person in sorted(happened, key=lambda h: h[0]):
            if what == "ballot" and self.among:
                self.add("ballot-cast", at, decision="item", voter=person, **self.paper())
            elif what == "ballot":
                others = rng.choice(self.choices())
                self.add("ballot-cast", at, decision="item", voter=person,
                         choice="for" if maybe(rng, favour) else others,
                         reason="It harms us." if maybe(rng, 0.3) else None)
            elif what == "call":
                self.add("consensus-called", at, decision="item", person=person)
            elif what == "object":
                raised += 1
                self.add("objection-raised", at, id=f"o-{raised}", decision="item", person=person, reason="No.")
                if maybe(rng, 0.5):
                    self.add("objection-answered", max(at, self.instant()), objection=f"o-{raised}", standing=maybe(rng, 0.3))
            elif what == "there":
                self.add("attendance-noted", at, meeting="board", person=person, present=maybe(rng, 0.9),
                         items=rng.choice((["welcome"], ["item"], ["welcome", "item"])) if self.agenda and maybe(rng, 0.3) else None)
            elif what == "interest":
                self.declare(at, "int-9")
            elif what == "leave" and not (self.conflicts and self.unit == "partner"):
                self.add("person-left", at, person=person)
            elif what == "join" and self.unit == "person":
                self.add("person-joined", at, id="late", constituencies=self.lived())
                self.add("ballot-cast", spelled(CLOSES - SECOND), decision="item", voter="late",
                         **(self.paper() if self.among else {"choice": "for"}))
            elif what == "withdraw":
                self.add("ballot-withdrawn", at, decision="item", voter=person)
            elif what == "recall":
                self.add("delegation-recalled", at, delegation="del-0")
            elif what == "out":
                self.add("stepped-out", at, decision="item", person=person)
            elif what == "delegate":
                self.delegate(at, "del-9")
        self.entries.sort(key=lambda e: e["at"])
        if "casting-vote" in self.rule.get("tie", []) and self.people and maybe(rng, 0.7):
            self.add("casting-vote-given", CLOSES + 2 * 24 * 3600 * SECOND, decision="item", person=self.person(),
                     choice=rng.choice(self.options if self.among else ("for", "against")))


    def after(self):
        """Closing, and what comes to be known only then."""
        rng = self.rng
        if maybe(rng, 0.4):
            self.add("decision-closed", CLOSES + rng.choice((0, 1, 24, 24, 72)) * 3600 * SECOND, decision="item")
        if self.people and maybe(rng, 0.2):
            self.declare(spelled(CLOSES + 96 * 3600 * SECOND), "int-late")


def history(seed):
    return HistoryMaker(random.Random(f"history {seed}")).make()


# -- elections ------------------------------------------------------------------------------------


STRENGTHS = ("winning-votes", "winning-votes", "margins", "support-only")


class ElectionMaker:
    """Few options, few ballots, alike more often than chance would have it."""

    def __init__(self, rng):
        self.rng = rng
        self.options = list("abcdef"[:rng.choice((1, 2, 3, 3, 4, 4, 5, 5, 6))])
        rng.shuffle(self.options)
        self.many = rng.choice((0, 1, 1, 2, 3, 4, 5, 6, 8, 10, 12))
        self.equal = maybe(rng, 0.5)
        self.partial = maybe(rng, 0.6)
        self.voters = list("uvwxyz")    # who have no ballot yet

    def make(self):
        rng = self.rng
        form = rng.choice(("ranking",) * 8 + ("approves", "scores", "choice", "choice"))
        make = getattr(self, form)
        camps = [make() for _ in range(rng.choice((1, 2, 3, 4, 12)))]
        if form == "ranking" and maybe(rng, 0.3):
            camps += [camps[0][i:] + camps[0][:i] for i in range(1, len(camps[0]))]
        ballots = [self.ballot(form, rng.choice(camps)) for _ in range(self.many)]
        rows = getattr(self, f"{form}_rows")(ballots)
        first, *more = rows
        return {
            "format": "election-case/1", "name": "random", "title": "Random election", "source": "tests/model",
            "tags": ["constructed"], **first, "options": ["yes", "no"] if form == "choice" else self.options,
            "ballots": ballots, "expected": {}, "more": [row | {"expected": {}} for row in more],
        }

    def ballot(self, form, what):
        rng = self.rng
        ballot = {form: what}
        if maybe(rng, 0.3):
            ballot["count"] = rng.choice((1, 2, 2, 3))
        if maybe(rng, 0.15):
            ballot["weight"] = rng.choice((0, 2, 3, 7, 2 ** 53 + 1))
        if self.voters and maybe(rng, 0.2):
            ballot["voter"] = self.voters.pop(rng.randrange(len(self.voters)))
        return ballot

    def exclude(self, params):
        """Some of those who have a ballot, if anybody is named."""
        there = [voter for voter in "uvwxyz" if voter not in self.voters]
        if there:
            params["excluded_voters"] = self.rng.sample(there, self.rng.randint(1, min(3, len(there))))

    # -- ballots ----------------------------------------------------------------------------------

    def ranking(self):
        rng, options = self.rng, list(self.options)
        rng.shuffle(options)
        ranks = []
        for option in options:
            if ranks and self.equal and maybe(rng, 0.3):
                ranks[-1].append(option)
            else:
                ranks.append([option])
        if self.partial and maybe(rng, 0.6):
            ranks = ranks[:rng.randint(0, len(ranks))]
        return ranks

    def approves(self):
        return self.rng.sample(self.options, self.rng.randint(0, len(self.options)))

    def scores(self):
        rng = self.rng
        return {o: rng.choice((0, 1, 2, 3, 4, 5, 5)) for o in self.options if maybe(rng, 0.8)}

    def choice(self):
        return self.rng.choice(("yes", "yes", "yes", "no", "no", "abstain", "abstain", "blank", "invalid", "object",
                                "stand-aside", "absent"))

    # -- what is asked of them -------------------------------------------------------------------------

    def pairwise_params(self):
        return {"unranked": self.rng.choice(("last", "last", "last", "ignored"))}

    def ranking_rows(self, ballots):
        rng, rows = self.rng, []
        refused = any(len(rank) > 1 for b in ballots for rank in b["ranking"])
        methods = ["schulze", "ranked-pairs", "copeland", "minimax", "borda", "irv", "stv", "stv",
                   "default-option-schulze"]
        for method in rng.sample(methods, 3):
            params = {}
            if method in ("schulze", "ranked-pairs", "copeland", "minimax"):
                params = self.pairwise_params()
            if method in ("schulze", "ranked-pairs", "minimax"):
                params["strength"] = rng.choice(STRENGTHS)
                if method == "minimax" and params["strength"] == "support-only":
                    params["strength"] = "winning-votes"
            if method == "borda":
                params = {"points": "n-1..0", "ties": "average", "unranked": "last"}
            if method == "irv":
                params = {"stop": "majority-of-continuing"}
            if method == "stv":
                params = {
                    "seats": rng.randint(1, max(1, len(self.options) - 1)),
                    "quota": rng.choice(("droop", "droop", "hare", "hagenbach-bischoff", "imperiali")),
                    "transfer": "weighted-inclusive-gregory",
                    "surpluses": rng.choice(("all-at-once", "largest-first")),
                    "truncate_places": rng.choice((None, None, 5, 2, 0)),
                    "ties": rng.choice(("look-back", "every-order")),
                }
            if method in ("irv", "stv") and refused:
                params["equal_ranks"] = rng.choice(("skip", "exhaust", "split", "split"))
            if method == "default-option-schulze":
                params = self.default_params()
            if maybe(rng, 0.15):
                self.exclude(params)
            rows.append({"method": method, "params": params})
        return rows

    def default_params(self):
        rng = self.rng
        default = rng.choice(self.options)
        params = {"default_option": default, "quorum_over_default": rng.choice((0, 1, 2, 3, Fraction("1.5"), Fraction("2.449489"))),
                  "majority": {}, "majority_compare": rng.choice(("gt", "gt", "ge")), "unranked": "last"}
        for option in self.options:
            if option != default and maybe(rng, 0.4):
                params["majority"][option] = rng.choice(([1, 1], [2, 1], [3, 1], [3, 2]))
        return params

    def approves_rows(self, _ballots):
        return [{"method": "approval", "params": {}}]

    def scores_rows(self, _ballots):
        return [{"method": "score", "params": {"max_score": 5, "blank": self.rng.choice((0, 0, 1, 3))}}]

    def choice_rows(self, ballots):
        rng = self.rng
        for ballot in ballots:
            if maybe(rng, 0.5):
                ballot["constituency"] = rng.choice(("north", "south", "west"))
        tests = [self.choice_test(f"t{i}") for i in range(rng.choice((1, 1, 2, 3)))]
        params = {"tests": tests}
        if maybe(rng, 0.2):
            self.exclude(params)
        return [{"method": "decision", "params": params}]

    def choice_test(self, name):
        rng = self.rng
        kind = rng.choice(("share", "share", "share", "turnout", "count-at-least", "count-at-most", "veto",
                           "constituencies"))
        test = {"id": name, "kind": kind}
        if kind in ("share", "turnout", "constituencies"):
            test["fraction"] = rng.choice(([1, 2], [1, 2], [2, 3], [3, 4], [1, 3], [1, 1]))
            test["compare"] = rng.choice(("gt", "ge"))
        if kind == "share":
            test["base"] = rng.choice(("yes+no", "yes+no", "cast", "eligible"))
        if kind == "turnout" or test.get("base") == "eligible":
            test["eligible"] = rng.randint(1, 20)
        if kind.startswith("count"):
            test |= {"of": rng.choice(("yes", "no", "object", "abstain")), "n": rng.randint(0, 4)}
        if kind == "veto":
            test |= {"holders": rng.sample("uvwxyz", rng.randint(1, 4)), "choice": "no"}
        if kind in ("share", "turnout") and maybe(rng, 0.3):
            test["unit"] = "heads"
        return test


def election(seed):
    return ElectionMaker(random.Random(f"election {seed}")).make()
