import Foundation
import RelataTestSupport
import Testing

@testable import RelataPipeline

@Suite struct JSONWriterTests {
  @Test func membersKeepTheirOrder() {
    let value: JSONValue = ["z": 1, "a": ["y": .null, "b": .bool(true)]]
    #expect(JSONWriter().text(value) == #"{"z":1,"a":{"y":null,"b":true}}"#)
  }

  @Test(arguments: [
    (0.98, "0.98"), (1, "1"), (0, "0"), (0.123_456, "0.1235"), (-0.5, "-0.5"), (2.000_04, "2"),
    (0.000_05, "0.0001"), (.infinity, "null"), (.nan, "null"), (12_345.678_9, "12345.6789"),
  ])
  func decimalsAreRoundedToFourPlaces(number: Double, text: String) {
    #expect(JSONWriter().text(.decimal(number)) == text)
  }

  @Test func prettyTextParsesToTheSameValue() throws {
    let value: JSONValue = [
      "a": [1, 2, ["b": "c\nd"]], "empty": [], "none": .object([]), "x": .decimal(0.25),
    ]
    let compact = try JSONSerialization.jsonObject(with: Data(JSONWriter().bytes(value)))
    let pretty = try JSONSerialization.jsonObject(
      with: Data(JSONWriter(pretty: true).bytes(value)))
    #expect(compact as? NSDictionary == pretty as? NSDictionary)
    #expect(!JSONWriter().text(value).contains("\n"))
  }

  @Test func anyUnicodeStringComesBack() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...30, using: &generator) {
        let value = UInt32.random(
          in: Bool.random(using: &generator) ? 0...0x7F : 0...0x10FFFF, using: &generator)
        if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
      }
      let string = String(scalars)
      let data = Data(JSONWriter().bytes([.string(string)]))
      let back = try #require(try JSONSerialization.jsonObject(with: data) as? [String])
      #expect(back.first.map { Array($0.unicodeScalars) } == Array(string.unicodeScalars))
    }
  }
}
