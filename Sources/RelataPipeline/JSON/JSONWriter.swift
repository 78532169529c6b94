/// Writes JSON values as RFC 8259 text in UTF-8.
///
/// Compact form has no white space, so one value is one line of JSONL; the pretty form indents by two
/// spaces. Only `"`, `\` and control characters are escaped.
public struct JSONWriter: Sendable {
  /// Whether members stand on lines of their own, indented by two.
  public var isPretty: Bool

  /// A writer without state.
  public init(pretty: Bool = false) { isPretty = pretty }

  /// The text of a value, without a final newline.
  public func text(_ value: JSONValue) -> String {
    String(decoding: bytes(value), as: UTF8.self)
  }

  /// The UTF-8 bytes of a value, without a final newline.
  public func bytes(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    write(value, depth: 0, into: &out)
    return out
  }

  private func write(_ value: JSONValue, depth: Int, into out: inout [UInt8]) {
    switch value {
    case .null: out += "null".utf8
    case .bool(let flag): out += (flag ? "true" : "false").utf8
    case .integer(let number): out += String(number).utf8
    case .decimal(let number): out += Self.decimal(number).utf8
    case .string(let string): Self.write(string, into: &out)
    case .array(let values):
      group(UInt8(ascii: "["), UInt8(ascii: "]"), values.count, depth, &out) { index, out in
        write(values[index], depth: depth + 1, into: &out)
      }
    case .object(let members):
      group(UInt8(ascii: "{"), UInt8(ascii: "}"), members.count, depth, &out) { index, out in
        Self.write(members[index].key, into: &out)
        out.append(UInt8(ascii: ":"))
        if isPretty { out.append(UInt8(ascii: " ")) }
        write(members[index].value, depth: depth + 1, into: &out)
      }
    }
  }

  private func group(
    _ open: UInt8, _ close: UInt8, _ count: Int, _ depth: Int, _ out: inout [UInt8],
    element: (Int, inout [UInt8]) -> Void
  ) {
    out.append(open)
    for index in 0..<count {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      newline(depth + 1, &out)
      element(index, &out)
    }
    if count > 0 { newline(depth, &out) }
    out.append(close)
  }

  private func newline(_ depth: Int, _ out: inout [UInt8]) {
    guard isPretty else { return }
    out.append(UInt8(ascii: "\n"))
    out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// The number to four decimals, halves away from zero, without trailing zeros.
  static func decimal(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    let scaled = (number * 10_000).rounded()
    guard abs(scaled) < 1e15 else { return String(number) }
    let units = Int(scaled)
    let sign = units < 0 ? "-" : ""
    let whole = abs(units) / 10_000
    var digits = String(abs(units) % 10_000)
    digits = String(repeating: "0", count: 4 - digits.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return sign + String(whole) + (digits.isEmpty ? "" : "." + digits)
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  private static func write(_ string: String, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): out += #"\""#.utf8
      case UInt8(ascii: "\\"): out += #"\\"#.utf8
      case 0x08: out += #"\b"#.utf8
      case 0x09: out += #"\t"#.utf8
      case 0x0a: out += #"\n"#.utf8
      case 0x0c: out += #"\f"#.utf8
      case 0x0d: out += #"\r"#.utf8
      case 0..<0x20, 0x7f:
        out += #"\u00"#.utf8
        out.append(hexadecimal[Int(byte >> 4)])
        out.append(hexadecimal[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
