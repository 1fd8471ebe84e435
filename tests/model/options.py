# SPDX-License-Identifier: LGPL-2.1-or-later
"""A decision among options: ballots of a record, dropped options, seats, ties and the lot."""

import hashlib
import json
from fractions import Fraction
from itertools import product

from . import elections
from .record import NotCovered, listed

METHODS = ("approval", "score", "schulze", "ranked-pairs", "copeland", "minimax", "borda", "instant-runoff", "stv")
FORMS = {"approval": "approves", "score": "scores"}


def form_of(rule):
    return FORMS.get(rule["method"], "ranking")


def paper_of(rule, entry):
    """A ballot as a value that equal ones share: a tuple of ranks, each a set; or options with
    scores."""
    data = entry[form_of(rule)]
    if rule["method"] == "score":
        return tuple(sorted(data.items()))
    if rule["method"] == "approval":
        return (frozenset(data),) if data else ()
    return tuple(frozenset(listed(rank)) for rank in data)


def choice_of(paper):
    """A ballot that names an option counts as for, a blank one as abstain."""
    return "for" if paper else "abstain"


class Choice:
    """What the kept ballots of a count choose."""

    def __init__(self, count):
        self.count, self.rule, self.question = count, count.rule, count.question
        offered = self.question.options()
        self.default = self.rule.get("default-option")
        self.options = offered + [self.default] * (self.default is not None and self.default not in offered)
        units = [u for u in count.kept if u.votes() and u.choice in ("for", "abstain")]
        self.papers = [(u.paper, u.weight) for u in units]
        self.heads = [(u.paper, 1) for u in units]
        if self.rule["method"] == "instant-runoff" and self.seats() > 1:
            raise NotCovered("seats")
        if self.rule["method"] == "score" and self.default is not None or "cap" in self.rule:
            raise NotCovered("a default option among scores, or a cap")

    # -- counting by the method ------------------------------------------------------------------------

    def case(self, options, papers):
        form, ballots = form_of(self.rule), []
        for paper, weight in papers:
            if form == "scores":
                value = {o: s for o, s in paper if o in options}
            elif form == "approves":
                value = [o for o in options if any(o in rank for rank in paper)]
            else:
                value = [rank for rank in ([o for o in options if o in rank] for rank in paper) if rank]
            ballots.append({form: value, "weight": weight})
        counting = self.rule.get("counting", {})
        equal = {"refused": "refuse", "skipped": "skip"}.get(counting.get("equal-ranks", "refused"))
        method = {"instant-runoff": "irv"}.get(self.rule["method"], self.rule["method"])
        params = {"unranked": counting.get("unranked", "last"), "strength": counting.get("strength", "winning-votes"),
                  "blank": counting.get("blank-score", 0), "seats": self.seats(),
                  "quota": counting.get("quota", "droop"), "surpluses": counting.get("surpluses", "largest-first"),
                  "truncate_places": 5 if counting.get("values", "five-places") == "five-places" else None,
                  "equal_ranks": equal or counting["equal-ranks"]}
        return {"method": method, "params": params, "options": options, "ballots": ballots}

    def seats(self):
        return self.rule.get("seats", 1)

    def over(self, a, b, papers):
        case = self.case(self.options, papers)
        if self.rule["method"] == "approval":
            case["ballots"] = [{"ranking": [b_["approves"]] if b_["approves"] else [], "weight": b_["weight"]}
                               for b_ in case["ballots"]]
        return elections.pairwise(case)[a, b]

    def naming(self, option, papers):
        return sum(weight for paper, weight in papers if option in names(self.rule, paper))

    # -- what is dropped ---------------------------------------------------------------------------------

    def dropped(self):
        """option -> quorum, or the test that it fails."""
        out = {}
        for option in self.options:
            if option == self.default:
                continue
            row = self.option_quorum(option)
            if row is not None and not row["holds"]:
                out[option] = "quorum"
                continue
            for test in self.rule.get("option-tests", []):
                if option in test.get("options", self.options) and not self.option_test(test, option)["holds"]:
                    out[option] = test["id"]
                    break
        return out

    def option_quorum(self, option):
        if self.rule.get("quorum", {}).get("per") != "option":
            return None
        papers = self.heads if self.count.heads() else self.papers
        counted = self.over(option, self.default, papers) if self.default is not None else self.naming(option, papers)
        needed = self.count.needed()[1]
        return {"needed": needed, "counted": counted, "holds": counted >= needed}

    def option_test(self, test, option):
        over, under = self.over(option, self.default, self.papers), self.over(self.default, option, self.papers)
        share = Fraction(test["share"])
        right = share * (over + under)
        compare = test.get("compare", ">" if share <= Fraction(1, 2) else ">=")
        return {"id": test["id"], "option": option, "left": over, "right": right, "compare": compare,
                "holds": over > right if compare == ">" else over >= right}

    # -- who is chosen ------------------------------------------------------------------------------------

    def answer(self):
        """(result, winners)"""
        dropped = self.dropped()
        if self.rule.get("quorum", {}).get("per") == "option":
            others = [o for o in self.options if o != self.default]
            if others and all(dropped.get(o) == "quorum" for o in others):
                return "no-quorum", [self.default] if self.default is not None else []
        if self.count.is_blocked():
            return "blocked", []
        if not any(paper and weight for paper, weight in self.papers):
            return "not-carried", []
        if not all(row["holds"] for row in self.count.tests()):
            return "not-carried", []
        left = [o for o in self.options if o not in dropped]
        stand, level = self.chosen(left)
        stand, tied = self.settled(left, stand, level)
        if tied:
            return "tied", None
        return ("carried" if set(stand) - {self.default} else "not-carried"), stand

    def chosen(self, left):
        """Those who are chosen whatever settles ties, and those among whom the rest is."""
        if self.rule["method"] in ("stv", "instant-runoff"):    # who is never chosen breaks no ties
            left = [o for o in left if self.naming(o, self.papers) or o == self.default]
        case = self.case(left, self.papers)
        method, seats = self.rule["method"], self.seats()
        if method == "stv":
            return self.by_transfer(case)
        counted = elections.count(case)
        if method in ("instant-runoff", "ranked-pairs"):
            if seats > 1:
                raise NotCovered("seats")
            winners = counted["winners"]
            return (winners, []) if len(winners) == 1 else ([], winners)
        return self.by_layers(counted.get("ranking", []))

    def by_layers(self, ranking):
        stand = []
        for layer in ranking:
            layer = [o for o in layer if self.naming(o, self.papers) or o == self.default]
            if self.seats() > 1 and self.default in layer:      # level with it is not above it
                break
            if len(stand) + len(layer) > self.seats():
                return stand, layer
            stand += layer
            if len(stand) == self.seats():
                break
        return stand, []

    def by_transfer(self, case):
        if self.default is not None:
            raise NotCovered("a default option in a transferable vote")
        if elections.nobody(case):
            return [], []
        sets = [set(elected) for elected, _ in elections.Stv(case).ends]
        every, some = set.intersection(*sets), set.union(*sets)
        return [o for o in case["options"] if o in every], [o for o in case["options"] if o in some - every]

    # -- ties ---------------------------------------------------------------------------------------------

    def settled(self, left, stand, level):
        """(chosen, whether it waits for somebody)."""
        for step in self.rule.get("tie", ["status-quo"]) + ["status-quo"]:
            seats = self.seats() - len(stand)
            if not level or seats <= 0:
                break
            if self.rule["method"] in ("instant-runoff", "stv", "ranked-pairs") and step not in (
                    "status-quo", "casting-vote"):
                raise NotCovered("an order on the way")
            if step == "status-quo":
                return stand + [self.default] * (self.default in level), False
            if step == "casting-vote":
                named = self.named(level)
                stand, level = stand + named[:seats], [o for o in level if o not in named]
                if len(stand) < self.seats() and level:
                    return stand, True
                level = []
            elif step == "lot":
                stand, level = stand + [o for o in self.lot() if o in level][:seats], []
            elif step == "first-ranks":
                stand, level = self.by_first_ranks(left, stand, level)
            else:
                raise NotCovered(f"tie {step}")
        return stand, False

    def by_first_ranks(self, left, stand, level):
        """More ballots with the option alone at the top."""
        top = dict.fromkeys(level, 0)
        for ballot in self.case(left, self.papers)["ballots"]:
            first = ballot["approves"] if "approves" in ballot else (ballot.get("ranking") or [[]])[0]
            if "scores" in ballot:
                scores = ballot["scores"]
                first = [o for o in scores if scores[o] == max(scores.values())]
            if len(first) == 1 and first[0] in top:
                top[first[0]] += ballot["weight"]
        for many in sorted(set(top.values()), reverse=True):
            group = [o for o in level if top[o] == many]
            if len(stand) + len(group) > self.seats():
                return stand, group
            stand = stand + group
        return stand, []

    def named(self, level):
        out = []
        for entry in self.question.record.all("casting-vote-given", decision=self.question.decision):
            if entry.at <= self.count.at and entry["choice"] in level and entry["choice"] not in out:
                out.append(entry["choice"])
        return out

    def lot(self):
        """The options in the order that is drawn (doc/options.md, The lot)."""
        entries = [e for e in self.question.record.entries if e.kind in ("ballot-cast", "ballot-withdrawn")
                   and e["decision"] == self.question.decision]
        if any("reason" in e.data for e in entries):
            raise NotCovered("a lot over private members")
        text = "".join(json.dumps(e.data, sort_keys=True, separators=(",", ":"), ensure_ascii=False) + "\n"
                       for e in entries)
        ballots = hashlib.sha256(text.encode()).hexdigest()
        charter = self.question.record.charter["id"]
        seed = hashlib.sha256("\0".join(("charter-lot-1", charter, self.question.decision, ballots)).encode()).hexdigest()
        words, order = draw(seed), sorted(self.options, key=str.encode)
        for i in range(len(order) - 1, 0, -1):
            limit = (2 ** 64 - 1) // (i + 1) * (i + 1)
            word = next(w for w in words if w < limit)
            j = word % (i + 1)
            order[i], order[j] = order[j], order[i]
        return order

    # -- how near it was ----------------------------------------------------------------------------------

    def turned_by_one(self):
        """Whether one voter, casting otherwise or not at all, changes who is chosen or the result;
        None where there are too many ways."""
        if len(self.options) > 3 or len(self.count.units) > 6:
            return None
        before, ways = self.whole(), [None, *self.ways()]
        for unit in [u for u in self.count.units if u.votes()]:
            kept = unit.own, unit.own_paper
            for way in ways:
                unit.own, unit.own_paper = (None, None) if way is None else (choice_of(way), way)
                self.count.settle()
                after = Choice(self.count).whole()
                unit.own, unit.own_paper = kept
                self.count.settle()
                if after != before:
                    return True
        return False

    def whole(self):
        if self.rule.get("quorum", {}).get("per") != "option" and not self.count.quorum()[1]:
            return "no-quorum", ()
        if "lot" in self.rule.get("tie", []):
            left = [o for o in self.options if o not in self.dropped()]
            stand, level = self.chosen(left)
            if level:
                return "a lot", tuple(sorted(stand + level))
        result, winners = self.answer()
        return result, tuple(sorted(winners or ()))

    def ways(self):
        options, form = self.options, form_of(self.rule)
        if form == "scores":
            counting = self.rule["counting"]
            scale = [None, *range(counting["score-at-least"], counting["score-at-most"] + 1)]
            return {tuple(sorted((o, s) for o, s in zip(options, each) if s is not None))
                    for each in product(scale, repeat=len(options))}
        if form == "approves":
            return {(frozenset(o for o, yes in zip(options, each) if yes),) if any(each) else ()
                    for each in product((0, 1), repeat=len(options))}
        equal = self.rule["method"] not in ("instant-runoff", "stv") or "equal-ranks" in self.rule.get("counting", {})
        out = set()
        for each in product((None, *range(len(options))), repeat=len(options)):
            ranks = [frozenset(o for o, r in zip(options, each) if r == rank) for rank in range(len(options))]
            if equal or all(len(rank) < 2 for rank in ranks):
                out.add(tuple(rank for rank in ranks if rank))
        return out


def names(rule, paper):
    return {o for o, _ in paper} if rule["method"] == "score" else set().union(*paper)


def draw(seed):
    """64-bit words, the highest byte first, from SHA-256 over the seed and a counter."""
    counter = 0
    while True:
        block = hashlib.sha256(f"{seed}\0{counter}".encode()).digest()
        for i in range(0, 32, 8):
            yield int.from_bytes(block[i:i + 8], "big")
        counter += 1
