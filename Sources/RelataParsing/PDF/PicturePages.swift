import CPoppler
import RelataReading

/// Pages without text that hold a picture, most likely of one: read where that is asked for, else counted.
struct PicturePages {
  private let recognizer: TextRecognizer?
  private let start = ContinuousClock.now
  /// Whether the words of some page come from its picture.
  private(set) var isRead = false
  private var left: [String] = []

  init(_ recognizer: TextRecognizer?) { self.recognizer = recognizer }

  /// The pages that were not read, as a note says it: "page that is a picture (2): 3, 7"; nil if there are none.
  var leftOut: String? { left.isEmpty ? nil : LeftOutWords.text("page that is a picture", left) }

  /// The lines of a page, if it is a picture and its words can be read.
  mutating func lines(of page: OpaquePointer, number: Int) -> [PageLine] {
    guard Self.hasPicture(page) else { return [] }
    // Time for the last page and for the answer must be left.
    let isInTime = ContinuousClock.now - start < .seconds(ParsingChild.secondsOfPictures - 90)
    guard let recognizer, isInTime, let picture = PagePicture(page),
      let words = recognizer.words(of: picture.bytes)
    else {
      left.append(String(number))
      return []
    }
    let lines = RecognizedLines.lines(of: words, scale: picture.scale)
    isRead = isRead || !lines.isEmpty
    return lines
  }

  /// Whether pictures cover half of a page, together.
  private static func hasPicture(_ page: OpaquePointer) -> Bool {
    guard let list = poppler_page_get_image_mapping(page) else { return false }
    defer { poppler_page_free_image_mapping(list) }
    var (width, height) = (0.0, 0.0)
    poppler_page_get_size(page, &width, &height)
    var area = 0.0
    var next: UnsafeMutablePointer<GList>? = list
    while let entry = next {
      if let data = entry.pointee.data {
        let box = data.assumingMemoryBound(to: PopplerImageMapping.self).pointee.area
        area += abs(box.x2 - box.x1) * abs(box.y2 - box.y1)
      }
      next = entry.pointee.next
    }
    return area >= 0.5 * width * height
  }
}
