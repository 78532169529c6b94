/// The letters of the ligatures U+FB00–U+FB06, which some programs set for "ff", "fi" and their like.
package enum Ligatures {
  /// By the ligature's scalar value.
  package static let letters: [UInt32: String] = [
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st",
    0xFB06: "st",
  ]
}
