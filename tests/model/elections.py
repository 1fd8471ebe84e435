# SPDX-License-Identifier: LGPL-2.1-or-later
"""Elections away from any partnership, counted as their published rules say and no faster.

`count (case)` takes an election-case/1 and gives the members of its `expected`. Nothing here is
clever on purpose: sets, fractions, every order tried. Sources stand at each method.
"""

from fractions import Fraction
from itertools import combinations, permutations


class Refused(Exception):
    """The ballots are none that the method reads."""


class TooMany(Exception):
    """More orders of ties than are tried."""


# -- ballots ---------------------------------------------------------------------------------


def ballots_of(case):
    """The ballots that reach the tally: those of the recused do not."""
    out = set(case.get("params", {}).get("excluded_voters", []))
    return [ballot for ballot in case["ballots"] if ballot.get("voter") not in out]


def value_of(ballot):
    return ballot.get("count", 1) * ballot.get("weight", 1)


def is_blank(ballot):
    for form in ("ranking", "approves", "scores"):
        if form in ballot:
            return not ballot[form]
    return ballot["choice"] in ("blank", "absent")


def nobody(case):
    """Nobody voted, or all that was cast was blank (or, where equal ranks are passed over, came
    to nothing)."""
    equal = case["params"].get("equal_ranks", "refuse")
    return all(value_of(b) == 0 or is_blank(b) or equal in ("skip", "exhaust")
               and not next_choice(b["ranking"], set(case["options"]), equal)
               for b in ballots_of(case))


def ranks_of(case, ballot):
    """option -> rank, best 0; unranked options are last, tied among themselves, or None."""
    unnamed = None if case["params"].get("unranked") == "ignored" else len(ballot["ranking"])
    ranks = dict.fromkeys(case["options"], unnamed)
    for rank, options in enumerate(ballot["ranking"]):
        for option in options:
            ranks[option] = rank
    return ranks


def pairwise(case):
    """(a, b) -> votes for a over b. Equal ranks give neither a vote."""
    votes = {(a, b): 0 for a in case["options"] for b in case["options"]}
    for ballot in ballots_of(case):
        ranks, value = ranks_of(case, ballot), value_of(ballot)
        for a, b in votes:
            if None not in (ranks[a], ranks[b]) and ranks[a] < ranks[b]:
                votes[a, b] += value
    return votes


def matrix(options, votes):
    return [[votes[a, b] if a != b else 0 for b in options] for a in options]


# -- what follows from the pairwise votes ------------------------------------------------------


def condorcet_winner(options, votes):
    """Who beats every other in a duel."""
    for a in options:
        if all(votes[a, b] > votes[b, a] for b in options if b != a):
            return a
    return None


def smith_set(options, votes):
    """The smallest set of which each beats everybody outside."""
    for size in range(1, len(options) + 1):
        for some in combinations(options, size):
            others = [o for o in options if o not in some]
            if all(votes[a, b] > votes[b, a] for a in some for b in others):
                return list(some)
    return []


def strength(votes, a, b, how):
    """What compares the defeat of b by a; None where a does not beat b.

    Winning votes: more support is stronger; with equal support, less opposition
    (Schulze, section 2.1; Debian constitution, A.5).
    """
    if votes[a, b] <= votes[b, a]:
        return None
    return {
        "winning-votes": (votes[a, b], -votes[b, a]),
        "support-only": (votes[a, b],),
        "margins": (votes[a, b] - votes[b, a],),
    }[how]


def layers(options, beats):
    """Take off, again and again, those that nobody left beats."""
    left, ranking = list(options), []
    while left:
        top = [a for a in left if not any((b, a) in beats for b in left)]
        if not top:
            raise AssertionError("a circle in a relation that has none")
        ranking.append(top)
        left = [a for a in left if a not in top]
    return ranking


def ranking_by(options, key):
    """Groups of equal key, the greatest first."""
    values = sorted({key[o] for o in options}, reverse=True)
    return [[o for o in options if key[o] == v] for v in values]


# -- Schulze (arXiv 1804.02973) ------------------------------------------------------------------


def strongest_paths(options, links):
    if len(options) <= 4:
        return strongest_of_all_paths(options, links)
    return strongest_by_the_paper(options, links)


def strongest_of_all_paths(options, links):
    """The strongest of the weakest links, over every simple path there is."""
    best = {}
    for a, b in permutations(options, 2):
        between = [o for o in options if o not in (a, b)]
        for size in range(len(between) + 1):
            for middle in permutations(between, size):
                path = (a, *middle, b)
                steps = [links.get(step) for step in zip(path, path[1:])]
                if None not in steps:
                    best[a, b] = max(best.get((a, b), min(steps)), min(steps))
    return best


def strongest_by_the_paper(options, links):
    """Section 2.3.1 of the paper (Floyd and Warshall)."""
    best = dict(links)
    for i in options:
        for j in options:
            if j != i and (j, i) in best:
                for k in options:
                    if k not in (i, j) and (i, k) in best:
                        through = min(best[j, i], best[i, k])
                        if (j, k) not in best or best[j, k] < through:
                            best[j, k] = through
    return best


def schulze_relation(options, votes, how):
    links = {}
    for a, b in permutations(options, 2):
        power = strength(votes, a, b, how)
        if power is not None:
            links[a, b] = power
    paths = strongest_paths(options, links)
    none = (float("-inf"),)
    beats = {(a, b) for a, b in permutations(options, 2)
             if paths.get((a, b), none) > paths.get((b, a), none)}
    return paths, beats


def schulze(case):
    options, votes = case["options"], pairwise(case)
    paths, beats = schulze_relation(options, votes, case["params"].get("strength", "winning-votes"))
    ranking = layers(options, beats)
    return {
        **of_pairs(case, votes),
        "winners": ranking[0] if ranking else [],
        "ranking": ranking,
        "path_strengths": [[paths.get((a, b), (0,))[0] for b in options] for a in options],
        **layered(options, ranking, beats),
    }


def of_pairs(case, votes):
    return {
        "pairwise": matrix(case["options"], votes),
        "condorcet_winner": condorcet_winner(case["options"], votes),
        "smith_set": smith_set(case["options"], votes),
    }


def layered(options, ranking, beats):
    """Whether the ranking hides that the relation is a partial order."""
    place = {o: i for i, group in enumerate(ranking) for o in group}
    for a, b in permutations(options, 2):
        if place[a] < place[b] and (a, b) not in beats:
            return {"ranking_is_layering": True, "beats": sorted(map(list, beats))}
    return {}


# -- Ranked Pairs (Tideman 1987; Zavist and Tideman 1989) ------------------------------------------


def closes_circle(defeats, a, b):
    """Whether b reaches a already."""
    seen, reach = set(), [b]
    while reach:
        at = reach.pop()
        if at == a:
            return True
        if at not in seen:
            seen.add(at)
            reach.extend(y for x, y in defeats if x == at)
    return False


def lock(locked, group):
    """Every set of defeats that some order of locking this group ends in. What no order can close a
    circle with is locked at once."""
    ends, seen = set(), set()
    group = frozenset(group)
    sure = frozenset(d for d in group if not closes_circle(locked | group, *d))
    waiting = [(locked | sure, group - sure)]
    while waiting:
        state = waiting.pop()
        if state in seen:
            continue
        seen.add(state)
        if len(seen) > 20000:
            raise TooMany
        have, left = state
        open_ = frozenset(d for d in left if not closes_circle(have, *d))
        if not open_:
            ends.add(have)
        for defeat in open_:
            waiting.append((have | {defeat}, open_ - {defeat}))
    return ends


def transitive(options, defeats):
    beats = set(defeats)
    for k in options:
        for i in options:
            for j in options:
                if (i, k) in beats and (k, j) in beats:
                    beats.add((i, j))
    return beats


def ranked_pairs(case):
    options, votes = case["options"], pairwise(case)
    how = case["params"].get("strength", "winning-votes")
    powers = {}
    for a, b in permutations(options, 2):
        power = strength(votes, a, b, how)
        if power is not None:
            powers.setdefault(power, []).append((a, b))
    ends = {frozenset()}
    for power in sorted(powers, reverse=True):
        ends = {end for locked in ends for end in lock(locked, powers[power])}
    tops = {tuple(o for o in options if not any(y == o for _, y in end)) for end in ends}
    answer = {
        **of_pairs(case, votes),
        "winners": [o for o in options if any(o in top for top in tops)],
        "unique": len(ends) == 1,
    }
    if len(ends) == 1:
        beats = transitive(options, next(iter(ends)))
        answer["ranking"] = layers(options, beats)
        answer |= layered(options, answer["ranking"], beats)
    return answer


# -- Copeland, Minimax, Borda ------------------------------------------------------------------------


def copeland(case):
    """Duels won less duels lost."""
    options, votes = case["options"], pairwise(case)
    scores = {a: sum((votes[a, b] > votes[b, a]) - (votes[a, b] < votes[b, a]) for b in options)
              for a in options}
    return scored(options, scores, scores) | of_pairs(case, votes)


def minimax(case):
    """The worst defeat: its support (0 where there is none), or its margin (below 0 for whoever
    beats all)."""
    options, votes = case["options"], pairwise(case)
    scores = {}
    for a in options:
        against = [b for b in options if b != a]
        if case["params"].get("strength", "winning-votes") == "margins":
            scores[a] = max((votes[b, a] - votes[a, b] for b in against), default=0)
        else:
            scores[a] = max((votes[b, a] for b in against if votes[b, a] > votes[a, b]), default=0)
    return scored(options, scores, {o: -scores[o] for o in options}) | of_pairs(case, votes)


def borda(case):
    """n - 1 points down to 0; who is tied, or unranked, shares the average of the places."""
    options = case["options"]
    scores = dict.fromkeys(options, Fraction(0))
    for ballot in ballots_of(case):
        ranks = ranks_of(case, ballot)
        for a in options:
            below = sum(ranks[b] > ranks[a] for b in options)
            level = sum(ranks[b] == ranks[a] for b in options) - 1
            scores[a] += value_of(ballot) * (below + Fraction(level, 2))
    return scored(options, scores, scores) | of_pairs(case, pairwise(case))


def scored(options, scores, key):
    ranking = ranking_by(options, key)
    return {"winners": ranking[0] if ranking else [], "ranking": ranking, "scores": dict(scores)}


# -- approval, score -------------------------------------------------------------------------------------


def approval(case):
    scores = dict.fromkeys(case["options"], 0)
    for ballot in ballots_of(case):
        for option in ballot["approves"]:
            scores[option] += value_of(ballot)
    return scored(case["options"], scores, scores)


def score(case):
    blank = Fraction(case["params"].get("blank", 0))
    scores = dict.fromkeys(case["options"], Fraction(0))
    for ballot in ballots_of(case):
        if is_blank(ballot):
            continue
        for option in case["options"]:
            scores[option] += value_of(ballot) * Fraction(ballot["scores"].get(option, blank))
    return scored(case["options"], scores, scores)


def star(case):
    """Score, then the runoff of the two with the greatest scores."""
    sums = score(case)["scores"]
    order = sorted(case["options"], key=lambda o: -sums[o])
    a, b = finalists = order[:2]
    runoff = {a: 0, b: 0}
    blank = Fraction(case["params"].get("blank", 0))
    for ballot in ballots_of(case):
        left, right = (Fraction(ballot["scores"].get(o, blank)) for o in finalists)
        if left != right:
            runoff[a if left > right else b] += value_of(ballot)
    best = max(runoff.values())
    return {"winners": [o for o in finalists if runoff[o] == best], "finalists": finalists,
            "runoff": runoff}


# -- instant-runoff and STV ----------------------------------------------------------------------------------


def next_choice(ranking, continuing, equal):
    """[(option, share)] that a paper now counts for."""
    for rank in ranking:
        here = [o for o in rank if o in continuing]
        if len(rank) > 1 and equal == "refuse":
            raise Refused("equal ranks")
        if len(rank) > 1 and equal == "exhaust":
            return []
        if len(rank) > 1 and equal == "skip":
            continue
        if here:
            return [(o, Fraction(1, len(here))) for o in here]
    return []


def first_ranks(case, continuing):
    equal = case["params"].get("equal_ranks", "refuse")
    tally = {o: Fraction(0) for o in case["options"] if o in continuing}
    for ballot in ballots_of(case):
        for option, share in next_choice(ballot["ranking"], continuing, equal):
            tally[option] += value_of(ballot) * share
    return tally


def refuse_equal(case):
    if case["params"].get("equal_ranks", "refuse") == "refuse":
        if any(len(rank) > 1 for b in ballots_of(case) for rank in b["ranking"]):
            raise Refused("equal ranks")


def instant_runoff(case):
    """Strikes out whoever has fewest until one has more than half of the ballots still counting;
    where several have fewest, every one of them is tried."""
    refuse_equal(case)
    done, tied = {}, False
    rounds, eliminated = [], []

    def run(continuing):
        nonlocal tied
        if continuing in done:
            return done[continuing]
        tally = first_ranks(case, continuing)
        rounds.append(tally)
        best, least = max(tally.values()), min(tally.values())
        if 2 * best > sum(tally.values()) or len(continuing) == 1:
            winners = {o for o in tally if tally[o] == best}
        else:
            last = [o for o in tally if tally[o] == least]
            tied |= len(last) > 1
            winners = set()
            for out in last:
                eliminated.append(out)
                winners |= run(continuing - {out})
        done[continuing] = winners
        return winners

    winners = run(frozenset(case["options"]))
    answer = {**of_pairs(case, pairwise(case)), "winners": [o for o in case["options"] if o in winners],
              "elimination_tie": tied}
    if not tied:
        answer |= {"rounds": rounds, "eliminated": eliminated}
    return answer


def quota_of(case, votes):
    seats = case["params"].get("seats", 1)
    return {
        "droop": lambda: Fraction(votes // (seats + 1) + 1),
        "hare": lambda: Fraction(votes) / seats,
        "hagenbach-bischoff": lambda: Fraction(votes) / (seats + 1),
        "imperiali": lambda: Fraction(votes) / (seats + 2),
    }[case["params"].get("quota", "droop")]()


def cut(value, places):
    """Cut, not rounded, to so many decimals."""
    return value if places is None else Fraction(value * 10 ** places // 1, 10 ** places)


class Stv:
    """Weighted inclusive Gregory: each paper keeps its value times surplus over total (Scottish
    Local Government Elections Order, rules 45 to 52); elected options receive no more papers.

    Where several could be struck out, have the greatest surplus, or reach the last seat together,
    the latest stage decides at which they differed (rules 49 and 51), unless `ties` is `every-order`. What is open still is
    tried in every order; `ends` has (elected in their order, rounds) of each.
    """

    MOST = 5000

    def __init__(self, case):
        refuse_equal(case)
        self.case, self.options = case, case["options"]
        params = case["params"]
        self.seats = params.get("seats", 1)
        self.places = params.get("truncate_places")
        self.at_once = params.get("surpluses", "largest-first") == "all-at-once"
        self.equal = params.get("equal_ranks", "refuse")
        self.look_back = params.get("ties", "look-back") == "look-back"
        papers = [b for b in ballots_of(case) if self.fronts(b["ranking"], frozenset(self.options))]
        self.quota = quota_of(case, sum(value_of(b) for b in papers))
        self.ends, self.tied, self.steps = [], False, 0
        self.strict = True      # nobody was elected at one stage with as many votes as another
        start = [(b["ranking"], b.get("count", 1), Fraction(b.get("weight", 1))) for b in papers]
        self.run(self.deal(start, frozenset(self.options)), (), frozenset(self.options), (), ())

    def fronts(self, ranking, continuing):
        return next_choice(ranking, continuing, self.equal)

    def deal(self, papers, continuing):
        """option -> papers, a tuple of (ranking, how many, value of each)."""
        piles = {o: [] for o in self.options if o in continuing}
        for ranking, many, value in papers:
            for option, share in self.fronts(ranking, continuing):
                piles[option].append((ranking, many, value if share == 1 else cut(value * share, self.places)))
        return piles

    def run(self, piles, elected, hopeful, pending, rounds):
        """One stage: `piles` of the hopeful and of those elected whose surplus is still there."""
        self.steps += 1
        if self.steps > self.MOST:
            raise TooMany
        tally = {o: sum((m * v for _, m, v in pile), Fraction(0)) for o, pile in piles.items()}
        rounds += (tally,)
        reached = sorted((o for o in hopeful if tally[o] >= self.quota),
                         key=lambda o: (-tally[o], self.options.index(o)))
        left = self.seats - len(elected)
        self.strict &= len({tally[o] for o in reached}) == len(reached)
        if len(reached) > left:
            for chosen in self.best(reached, tally, left, rounds):
                self.ends.append((elected + chosen, rounds))
            return
        elected += tuple(reached)
        pending += tuple(reached)
        hopeful = hopeful - set(reached)
        left -= len(reached)
        if left == 0 or not hopeful:
            self.ends.append((elected, rounds))
        elif len(hopeful) <= left:
            rest = sorted(hopeful, key=lambda o: (-tally[o], self.options.index(o)))
            self.strict &= len({tally[o] for o in rest}) == len(rest)
            self.ends.append((elected + tuple(rest), rounds))
        else:
            self.move(piles, tally, elected, hopeful, pending, rounds)

    def settled(self, tied, rounds, best):
        """Those whom earlier stages, the latest first, do not tell apart."""
        for stage in reversed(rounds if self.look_back else ()):
            most = best(stage[o] for o in tied)
            tied = [o for o in tied if stage[o] == most]
        return tied

    def best(self, reached, tally, seats, rounds):
        """Every choice of so many with the most votes."""
        if seats == 0:
            yield ()
            return
        line = tally[reached[seats - 1]]
        sure = [o for o in reached if tally[o] > line]
        level = [o for o in reached if tally[o] == line]
        while len(sure) < seats:
            ahead = self.settled(level, rounds, max)
            if len(sure) + len(ahead) > seats:
                break
            sure, level = sure + ahead, [o for o in level if o not in ahead]
        else:
            ahead = []
        self.tied |= bool(ahead)
        for some in combinations(ahead, seats - len(sure)):
            yield tuple(sure) + some

    def move(self, piles, tally, elected, hopeful, pending, rounds):
        if self.at_once and pending:
            self.transfer(piles, tally, pending, elected, hopeful, (), rounds)
            return
        pending = tuple(o for o in pending if tally[o] > self.quota)
        if pending:
            most = max(tally[o] for o in pending)
            first = self.settled([o for o in pending if tally[o] == most], rounds, max)
            self.tied |= len(first) > 1
            for one in first:
                rest = tuple(o for o in pending if o != one)
                self.transfer(piles, tally, (one,), elected, hopeful, rest, rounds)
            return
        least = min(tally[o] for o in hopeful)
        last = self.settled([o for o in self.options if o in hopeful and tally[o] == least], rounds, min)
        self.tied |= len(last) > 1
        for out in last:
            self.transfer(piles, tally, (out,), elected, hopeful - {out}, (), rounds, strike=True)

    def transfer(self, piles, tally, sources, elected, hopeful, pending, rounds, strike=False):
        kept = {o: list(pile) for o, pile in piles.items() if o in hopeful or o in pending}
        for source in sources:
            moving = []
            for ranking, many, value in piles[source]:
                if not strike:
                    surplus = tally[source] - self.quota
                    value = cut(value * surplus / tally[source], self.places)
                moving.append((ranking, many, value))
            for option, pile in self.deal(moving, hopeful).items():
                kept[option] += pile
        self.run(kept, elected, hopeful, pending, rounds)


def stv(case):
    count_ = Stv(case)
    outcomes = {frozenset(elected) for elected, _ in count_.ends}
    answer = {
        "quota": count_.quota,
        "winners": [o for o in case["options"] if any(o in end for end in outcomes)],
        "elimination_tie": count_.tied,
    }
    if not count_.tied:
        elected, rounds = count_.ends[0]
        answer["rounds"] = list(rounds)
        if count_.strict:
            answer["winners_in_order"] = list(elected)
    return answer


# -- Schulze with a default option (Debian constitution, A.5, formerly A.6) --------------------------------


def default_option_schulze(case):
    params, votes = case["params"], pairwise(case)
    default, dropped = params["default_option"], {}
    for option in case["options"]:
        over, under = votes[option, default], votes[default, option]
        if option == default:
            continue
        n, d = params.get("majority", {}).get(option, [1, 1])
        if over < Fraction(params.get("quorum_over_default", 0)):
            dropped[option] = "quorum"
        elif params.get("majority_compare", "gt") == "gt" and not over * d > n * under:
            dropped[option] = "majority"
        elif params.get("majority_compare", "gt") == "ge" and not (over * d >= n * under and over > under):
            dropped[option] = "majority"
    left = [o for o in case["options"] if o not in dropped]
    how = params.get("strength", "winning-votes")
    ranking = layers(left, schulze_relation(left, votes, how)[1])
    return {
        **of_pairs(case, votes),
        "dropped": dropped,
        "winners": ranking[0] if ranking else [],
        "ranking_of_survivors": ranking,
    }


# -- decisions: tests all of which must pass --------------------------------------------------------------------


CHOICES = ("yes", "no", "abstain", "blank", "invalid", "object", "stand-aside", "absent")


def tally_of(case, unit=None, constituency=None):
    tally = dict.fromkeys(CHOICES, 0)
    for ballot in ballots_of(case):
        if constituency is None or ballot.get("constituency") == constituency:
            many = ballot.get("count", 1) if unit == "heads" else value_of(ballot)
            tally[ballot["choice"]] += many
    return tally


def compare(left, sign, right):
    """A share of nothing is not reached."""
    return left > right if sign == "gt" or right == 0 else left >= right


def share_holds(case, test):
    tally = tally_of(case, test.get("unit"))
    base = {
        "yes+no": tally["yes"] + tally["no"],
        "cast": sum(tally.values()) - tally["absent"],
        "eligible": test.get("eligible"),
    }[test["base"]]
    n, d = test["fraction"]
    return compare(tally[test.get("of", "yes")] * d, test.get("compare", "gt"), base * n)


def turnout_holds(case, test):
    tally = tally_of(case, test.get("unit"))
    n, d = test["fraction"]
    cast = sum(tally.values()) - tally["absent"]
    return compare(cast * d, test.get("compare", "gt"), test["eligible"] * n)


def veto_holds(case, test):
    return not any(b.get("voter") in test["holders"] and b["choice"] == test.get("choice", "no")
                   for b in ballots_of(case))


def constituencies_hold(case, test):
    weights, carried, total = test.get("weights", {}), 0, 0
    for name in sorted({b["constituency"] for b in ballots_of(case) if "constituency" in b}):
        tally = tally_of(case, test.get("unit"), name)
        weight = Fraction(weights.get(name, 1))
        total += weight
        carried += weight if tally["yes"] > tally["no"] else 0
    n, d = test["fraction"]
    return compare(carried * d, test.get("compare", "gt"), total * n)


def totals_hold(_case, test):
    n, d = test["fraction"]
    yes, no = Fraction(test["yes"]), Fraction(test["no"])
    return compare(yes * d, test.get("compare", "gt"), (yes + no) * n)


def at_least(case, test):
    return tally_of(case, test.get("unit"))[test["of"]] >= test["n"]


def at_most(case, test):
    return tally_of(case, test.get("unit"))[test["of"]] <= test["n"]


TESTS = {
    "share": share_holds,
    "turnout": turnout_holds,
    "count-at-least": at_least,
    "count-at-most": at_most,
    "veto": veto_holds,
    "constituencies": constituencies_hold,
    "constituency-totals": totals_hold,
}


def decision(case):
    failed = [t["id"] for t in case["params"]["tests"] if not TESTS[t["kind"]](case, t)]
    tally = tally_of(case)
    none_cast = all(ballot["choice"] == "absent" for ballot in ballots_of(case))
    return {
        "outcome": "rejected" if failed or none_cast else "adopted",
        "failed": failed,
        "tally": {choice: tally[choice] for choice in CHOICES if tally[choice]},
    }


METHODS = {
    "approval": approval,
    "score": score,
    "star": star,
    "schulze": schulze,
    "ranked-pairs": ranked_pairs,
    "copeland": copeland,
    "minimax": minimax,
    "borda": borda,
    "irv": instant_runoff,
    "stv": stv,
    "default-option-schulze": default_option_schulze,
    "decision": decision,
}


def count(case):
    """The members of `expected`; whoever elects among options elects nobody where nobody voted."""
    answer = METHODS[case["method"]](case)
    if case["method"] != "decision" and nobody(case):
        return {"winners": []}
    return answer
