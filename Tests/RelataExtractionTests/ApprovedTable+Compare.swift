import RelataTestSupport
import Testing

extension ApprovedTable {
  /// Records an issue for every case of a table of this room that is read otherwise than approved.
  static func compare(_ table: String, _ read: (String) throws -> [String]) throws {
    for difference in try ApprovedTable(table).differences(read) {
      Issue.record("\(difference)")
    }
  }
}
