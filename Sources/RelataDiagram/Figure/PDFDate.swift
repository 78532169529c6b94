import Foundation

/// Takes the time of making out of a PDF, which tells when somebody worked and makes equal figures differ.
enum PDFDate {
  /// Overwrites the digits of the dates in place, so that the file's table of offsets stays right.
  static func removed(from data: Data) -> Data {
    var data = data
    for key in ["/CreationDate (D:", "/ModDate (D:"] {
      var start = data.startIndex
      while let found = data.range(of: Data(key.utf8), in: start..<data.endIndex) {
        var index = found.upperBound
        while index < data.endIndex, data[index] != UInt8(ascii: ")") {
          if (48...57).contains(data[index]) { data[index] = UInt8(ascii: "0") }
          index += 1
        }
        // The first day that a date can name.
        for (offset, digit) in "19700101".utf8.enumerated()
        where found.upperBound + offset < index { data[found.upperBound + offset] = digit }
        start = index
      }
    }
    return data
  }
}
