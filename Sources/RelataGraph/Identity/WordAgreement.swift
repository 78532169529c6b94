import Foundation
import RelataLanguage

/// How far two words of names can be the same word, spelled by different people.
enum WordAgreement {
  /// 1 for equal words, 0.9 and more for short forms and transliterations, 0.6 for an initial, 0 for different words.
  static func of(_ a: String, _ b: String) -> Double {
    if a == b { return 1 }
    guard let first = a.unicodeScalars.first, let other = b.unicodeScalars.first else { return 0 }
    if a.unicodeScalars.count == 1 || b.unicodeScalars.count == 1 {
      return first == other ? 0.6 : 0
    }
    if Nicknames.short(of: a).contains(b) || Nicknames.short(of: b).contains(a) { return 0.9 }
    let (one, two) = (skeleton(a), skeleton(b))
    if one == two { return 0.95 }
    let length = max(one.unicodeScalars.count, two.unicodeScalars.count)
    let likeness = 1 - Double(distance(one, two)) / Double(length)
    return likeness > 0.72 ? likeness * 0.9 : 0
  }

  /// For each word of the shorter list how far it agrees with one of the longer, each used once.
  static func aligned(_ short: [String], _ long: [String]) -> [Double] {
    var free = Set(long.indices)
    return short.map { word in
      let best = free.map { (score: of(word, long[$0]), index: $0) }
        .max { ($0.score, -$0.index) < ($1.score, -$1.index) }
      guard let best, best.score >= 0.55 else { return 0 }
      free.remove(best.index)
      return best.score
    }
  }

  private static let spellings: [(String, String)] = [
    ("kh", "h"), ("gh", "g"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ck", "k"), ("sch", "sh"),
    ("tch", "ch"), ("ph", "f"), ("ei", "i"), ("ai", "i"), ("ey", "i"), ("ii", "i"), ("iy", "i"),
    ("yi", "i"), ("y", "i"), ("q", "k"), ("c", "k"), ("w", "v"), ("x", "ks"), ("z", "s"),
    ("j", "i"),
    ("e", "a"), ("o", "u"),
  ]

  /// A folded word as its letters sound across transliterations; equal for "Yusuf" and "Youssef".
  static func skeleton(_ word: String) -> String {
    var text = word
    for (from, to) in spellings where text.contains(from) {
      text = text.replacingOccurrences(of: from, with: to)
    }
    var out = ""
    for letter in text where letter != out.last { out.append(letter) }
    return out
  }

  /// Edits between two words.
  private static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
