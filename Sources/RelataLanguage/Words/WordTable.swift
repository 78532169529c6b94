/// Words with the classes that each belongs to: one home for what several readers need of them.
///
/// A word stands once, with all its classes, so that two readers cannot disagree about it by accident;
/// where they must, the classes say so and the table's head says why.
package struct WordTable<Class>: Sendable
where Class: RawRepresentable & CaseIterable & Hashable & Sendable, Class.RawValue == String {
  private let members: [Class: Set<String>]
  /// Words of the table whose class is none of `Class`; for tests.
  package let misclassed: [String]

  /// Reads rows of a word and its classes, which are separated by spaces.
  package init(_ bytes: [UInt8]) {
    var members: [Class: Set<String>] = [:]
    var misclassed: [String] = []
    for row in TableRows(bytes) where row.count > 1 {
      for name in row[1].split(separator: " ") {
        if let found = Class(rawValue: String(name)) {
          members[found, default: []].insert(String(row[0]))
        } else {
          misclassed.append(String(row[0]))
        }
      }
    }
    self.members = members
    self.misclassed = misclassed
  }

  /// All words of a class.
  package subscript(_ wanted: Class) -> Set<String> { members[wanted] ?? [] }
}
