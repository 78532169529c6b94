/// Pairs the members of one list with those of another, each with one at most, so that as many as possible are paired.
///
/// Kuhn's algorithm: who comes first stays paired, though perhaps with another one; so with the heaviest first the weight
/// of those that are paired is the greatest possible.
struct Pairing {
  /// For each of the first list its partner in the second; nil for those that have none.
  private(set) var partners: [Int?]
  private var owners: [Int?]
  private var seen: Set<Int> = []
  private let choices: [[Int]]

  /// - Parameters:
  ///   - choices: For each of the first list, in order of precedence, whom it may be paired with, the best first.
  ///   - count: How many the second list has.
  /// - Complexity: O(choices) where most find a partner at once, at worst O(members times choices).
  init(_ choices: [[Int]], among count: Int) {
    self.choices = choices
    partners = [Int?](repeating: nil, count: choices.count)
    owners = [Int?](repeating: nil, count: count)
    for i in choices.indices where pair(i) { seen = [] }
  }

  /// Finds a partner for one, others giving way.
  ///
  /// What a search in vain has seen leads nowhere until one succeeds.
  private mutating func pair(_ first: Int) -> Bool {
    // An explicit stack: chains may be as long as the list.
    var stack: [(member: Int, next: Int)] = [(first, 0)]
    while let (member, next) = stack.last {
      guard next < choices[member].count else {
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].next += 1
      let choice = choices[member][next]
      guard seen.insert(choice).inserted else { continue }
      if let owner = owners[choice] {
        stack.append((owner, 0))
        continue
      }
      // Everybody on the way takes what it asked for last.
      for step in stack.reversed() {
        let taken = choices[step.member][step.next - 1]
        owners[taken] = step.member
        partners[step.member] = taken
      }
      return true
    }
    return false
  }
}
