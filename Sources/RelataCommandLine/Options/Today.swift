import Foundation

/// The day on which a command runs.
enum Today {
  /// As ISO 8601, of universal time; `SOURCE_DATE_EPOCH` (reproducible-builds.org) stands in for the clock.
  static func day(_ environment: [String: String]) -> String {
    let given = environment["SOURCE_DATE_EPOCH"].flatMap(Double.init)
    let date = given.map { Date(timeIntervalSince1970: $0) } ?? Date()
    return String(date.ISO8601Format().prefix(10))
  }
}
