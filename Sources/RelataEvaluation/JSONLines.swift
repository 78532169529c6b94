import Foundation
import RelataCore

/// One JSON value a line.
enum JSONLines {
  /// Decodes every line that is not blank, in order.
  ///
  /// - Throws: What `failure` makes of the first line that cannot be decoded.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from data: Data, file: String,
    failure: (InputLocation) -> RelataError
  ) throws(RelataError) -> [Value] {
    var values: [Value] = []
    let decoder = JSONDecoder()
    var number = 0
    for line in data.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      // The byte order mark that some corpora begin with.
      let line = number == 1 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
      guard line.contains(where: { $0 != 13 && $0 != 32 }) else { continue }
      do {
        values.append(try decoder.decode(type, from: Data(line)))
      } catch {
        throw failure(InputLocation(file: file, line: number))
      }
    }
    return values
  }
}
