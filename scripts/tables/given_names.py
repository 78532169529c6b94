"""Given names of one sex: python given_names.py uscensus1990_dist.female.first uscensus1990_dist.male.first > given-names.tsv

Columns: name in lower case, F or M. A name counts where one sex bears it at least twenty times as often, or alone has it in its list
(US Census 1990, public domain: names of at least 1 in 100,000 women or 4 in 100,000 men). Names that elsewhere belong to the other sex or
to both, and short ones, which are often East Asian, are left out.
"""
import sys

RATIO = 20
LETTERS = 4
ELSEWHERE = set("""andrea andreas nicola nikita simone jean joan michele gabriele gabriel camille claude dominique laurence laurent sasha sacha misha vanya
kolya marian marion vivian valentine carmen angel jesus guadalupe trinidad noel merle evelyn leslie kerry robin hong ming ping jing jong kyong young sung
chong chang yong song hyun alexis ariel shannon jackie jamie casey aubrey hilary beverly shirley stacy tracy lyn loren toni jose maria luca ilya mika kari
sami yuri sandy dana jody lindsay whitney ashley courtney kelly morgan paris salome amal nour iman jihad islam sharon asia china india dakota""".split())


def shares(path):
    with open(path) as f:
        return {line.split()[0].lower(): float(line.split()[1]) for line in f}


female, male = shares(sys.argv[1]), shares(sys.argv[2])
print("""# Given names borne almost only by women (F) or men (M): one sex bears them at least twenty times as often.
# Columns: name in lower case; F or M.
# Source: US Census of 1990 (public domain), by scripts/tables/given_names.py.""")
for name in sorted(set(female) | set(male)):
    if len(name) < LETTERS or name in ELSEWHERE:
        continue
    f, m = female.get(name, 0.0), male.get(name, 0.0)
    if f >= RATIO * m or m >= RATIO * f:
        print(f"{name}\t{'F' if f > m else 'M'}")
