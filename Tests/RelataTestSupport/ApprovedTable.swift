import Foundation

/// A text file of inputs and what each gives, read by people before it is believed.
///
/// A case is a line that begins with "> ", the input with `\n`, `\t` and `\u{…}` for what cannot be seen,
/// and the lines behind it, the result. Lines that begin with "#" are comments of the file and stay.
/// With `RELATA_RECORD=1` in the environment the results are written anew; the test fails once, so that
/// the change is seen and read.
public struct ApprovedTable {
  /// A case whose result is not the one in the file.
  public struct Difference: CustomStringConvertible, Sendable {
    public let input: String
    public let approved: [String]
    public let actual: [String]

    public var description: String {
      "> \(input)\napproved:\n  \(approved.joined(separator: "\n  "))\n"
        + "now:\n  \(actual.joined(separator: "\n  "))"
    }
  }

  private let path: String
  private var lines: [String]

  /// Opens a table.
  ///
  /// - Parameters:
  ///   - name: The file's name in the folder `Fixtures` beside the test.
  ///   - test: The test's source file.
  /// - Throws: What reading the file throws.
  public init(_ name: String, beside test: String = #filePath) throws {
    path =
      URL(fileURLWithPath: test).deletingLastPathComponent()
      .appendingPathComponent("Fixtures").appendingPathComponent(name).path
    lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    while lines.last == "" { lines.removeLast() }
  }

  /// Compares every case with what `result` gives for its input, in order of the file.
  ///
  /// - Returns: The differences; all cases where results were recorded.
  public func differences(_ result: (String) throws -> [String]) throws -> [Difference] {
    var differences: [Difference] = []
    var written: [String] = []
    var i = 0
    while i < lines.count {
      written.append(lines[i])
      guard lines[i].hasPrefix("> ") else {
        i += 1
        continue
      }
      let input = String(lines[i].dropFirst(2))
      i += 1
      var approved: [String] = []
      while i < lines.count, !lines[i].isEmpty, !lines[i].hasPrefix("#"), !lines[i].hasPrefix("> ")
      {
        approved.append(lines[i])
        i += 1
      }
      let actual = try result(Self.unescaped(input)).map(Self.escaped)
      if actual != approved {
        differences.append(Difference(input: input, approved: approved, actual: actual))
      }
      written += actual
    }
    if ProcessInfo.processInfo.environment["RELATA_RECORD"] != nil, !differences.isEmpty {
      try (written.joined(separator: "\n") + "\n").write(
        toFile: path, atomically: true, encoding: .utf8)
    }
    return differences
  }

  private static func unescaped(_ text: String) -> String {
    var output = ""
    var rest = Substring(text)
    while let slash = rest.firstIndex(of: "\\") {
      output += rest[..<slash]
      rest = rest[rest.index(after: slash)...]
      if rest.hasPrefix("n") {
        output += "\n"
        rest = rest.dropFirst()
      } else if rest.hasPrefix("r") {
        output += "\r"
        rest = rest.dropFirst()
      } else if rest.hasPrefix("t") {
        output += "\t"
        rest = rest.dropFirst()
      } else if rest.hasPrefix("u{"), let close = rest.firstIndex(of: "}"),
        let value = UInt32(rest[rest.index(rest.startIndex, offsetBy: 2)..<close], radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        output.unicodeScalars.append(scalar)
        rest = rest[rest.index(after: close)...]
      } else {
        output += "\\"
      }
    }
    return output + rest
  }

  private static func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      default:
        let isSeen = scalar == " " || !scalar.properties.isWhitespace && !isFormat(scalar)
        if isSeen {
          output.unicodeScalars.append(scalar)
        } else {
          output += "\\u{\(String(scalar.value, radix: 16))}"
        }
      }
    }
    return output
  }

  private static func isFormat(_ scalar: Unicode.Scalar) -> Bool {
    [.format, .control, .nonspacingMark].contains(scalar.properties.generalCategory)
  }
}
