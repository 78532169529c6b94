"""The operators on a made-up file: each gives the faults it is named for, none outside code."""

import unittest

from fault_operators import swift_faults, table_faults

MADE_UP = '''
import Harbour

/// Ships with a < b && c are not code, nor "x == y".
struct Pier {
  var description: String { a < b ? "one" : "two" }  // a == b
  static let kinds: Set<String> = ["tug", "ferry", "barge"]
  static let marks = words("""
    quay mole
    """)

  func berth(_ ship: Ship, near buoys: [Buoy]) -> Int? {
    precondition(ship.length > 0, "a ship has a length")
    guard let free = buoys.first, ship.length <= free.depth, !ship.isSunk else { return nil }
    if ship.isTug || free.depth > 3 {
      log("berth \\(free.name == "x" ? 1 : 2)")
      return free.start + 1
    }
    for buoy in buoys where buoy.isLit { moor(from: ship, to: buoy) }
    count += 1
    switch ship.kind {
    case .tug, .ferry: return order(low: free.start, high: free.end)
    case .barge: return -1
    default: return ship.isTug ? 4 : 5
    }
  }

  func isFull() -> Bool {
    (0..<3).allSatisfy { ",;".unicodeScalars.contains(marks[$0]) }
  }
}
'''


class OperatorTests(unittest.TestCase):
    def changes(self, operator, text=MADE_UP):
        return [
            (" ".join(text[f.start : f.end].split()), " ".join(f.replacement.split()))
            for f in swift_faults(text)
            if f.operator == operator
        ]

    def test_conditions_are_negated(self):
        self.assertEqual(
            self.changes("condition negated"),
            [
                ("ship.length <= free.depth", "!(ship.length <= free.depth)"),
                ("!ship.isSunk", "ship.isSunk"),
                ("ship.isTug || free.depth > 3", "!(ship.isTug || free.depth > 3)"),
                ("buoy.isLit", "!(buoy.isLit)"),
            ])

    def test_conditions_are_left_out(self):
        self.assertEqual(
            self.changes("condition left out"),
            [
                (", ship.length <= free.depth", ""),
                (", !ship.isSunk", ""),
                ("ship.isTug ||", ""),
                ("|| free.depth > 3", ""),
                ("where buoy.isLit", ""),
            ])

    def test_comparisons_are_shifted(self):
        self.assertEqual(
            self.changes("comparison shifted"),
            [("<=", "<"), ("||", "&&"), (">", ">="), ("+", "-"), ("+=", "-="), ("..<", "...")])

    def test_ends_are_swapped(self):
        self.assertEqual(
            self.changes("ends swapped"),
            [
                ("first", "last"),
                ("start", "end"),
                ("ship, to: buoy", "buoy, to: ship"),
                ("free.start, high: free.end", "free.end, high: free.start"),
                ("start", "end"),
                ("end", "start"),
                ("4 : 5", "5 : 4"),
            ])

    def test_words_are_dropped(self):
        self.assertEqual(
            self.changes("word dropped"),
            [
                ('"tug",', ""), (', "ferry"', ""), (', "barge"', ""), ("quay", ""), ("mole", ""),
                (".tug,", ""), (", .ferry", ""), (",", ""), (";", ""),
            ])

    def test_cases_branches_and_statements_are_left_out(self):
        self.assertEqual(len(self.changes("case dropped")), 2)
        self.assertEqual([c[0][:11] for c in self.changes("branch left out")], ["if ship.isT"])
        self.assertEqual([c[0][:6] for c in self.changes("statement left out")], ['log("b', "count "])

    def test_literals_and_early_returns(self):
        self.assertEqual(self.changes("literal negated"), [("!", ""), ("-", "")])
        self.assertEqual(
            self.changes("early return"), [("", "return nil;"), ("", "return false;"), ("", "return true;")])

    def test_strings_comments_and_own_bugs_stay(self):
        for kept in ("/// Ships", '{ a < b ? "one" : "two" }  // a == b', "ship.length > 0", '"berth', "Harbour"):
            first = MADE_UP.index(kept)
            last = first + len(kept)
            for fault in swift_faults(MADE_UP):
                if fault.operator not in ("statement left out", "branch left out"):
                    self.assertTrue(fault.end <= first or fault.start >= last, (kept, fault))

    def test_words_of_tables_are_dropped(self):
        table = 'cues:\n  # none\n  saying: [say, "rule out"]\n  frames:\n    - "lead head : s > o"\n'
        self.assertEqual(
            [table[f.start : f.end] for f in table_faults(table, "a.yaml")],
            ["say, ", ', "rule out"', '    - "lead head : s > o"\n', "lead ", "head "])
        self.assertEqual(len(list(table_faults("# a\nb\tc\nd\te\n", "a.tsv"))), 2)


if __name__ == "__main__":
    unittest.main()
