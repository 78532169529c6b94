/// Numbers in sentences.
enum Count {
  /// "1 relation", "2 relations", "12,345 relations".
  static func of(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(grouped(number)) " + (number == 1 ? noun : plural ?? noun + "s")
  }

  /// Thousands set apart by commas: 12,345.
  static func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var out = ""
    while digits.count > 3 {
      out = "," + digits.suffix(3) + out
      digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + digits + out
  }

  /// A confidence as shown to people: whole per cent.
  static func percent(_ confidence: Double) -> String {
    "\(Int((min(1, max(0, confidence)) * 100).rounded())) %"
  }
}
